"""Which word of a name is the first name, where the order is open: judged by all the names together."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.names import Name

CLEARLY: Final = 2.5
"""So many times likelier the other way round, and a name is read that way."""

KNOWN: Final = 3.0
"""A first name that we know counts as if so many people bore it, whom nobody listed."""


class Orientation:
    """How often each word is a first name, and how often a family name, among these names."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._first = Counter(name.given[0] for name in names if name.given)
        self._last = Counter(word for name in names for word in name.family)

    def read(self, name: Name) -> Name:
        """The name in the order that is likelier, the written one in doubt."""
        if name.fixed or len(name.family) > 1:
            return name
        if not name.given or (len(name.given) > 1 and not name.family):
            return name
        gain = self._family_like(name.given[0], here=(1, 0))
        for family in name.family:
            gain /= self._family_like(family, here=(0, 1))
        if gain <= CLEARLY:
            return name
        return (name.turned() or name) if name.family else name.as_family()

    def _family_like(self, word: str, here: tuple[int, int]) -> float:
        """How much likelier a word is a family name than a first name, what stands `here` left out.

        An initial says nothing.
        """
        if len(word) == 1:
            return 1.0
        first, last = self._first[word] - here[0], self._last[word] - here[1]
        return (last + 0.5) / (first + 0.5 + KNOWN * exists(word))
