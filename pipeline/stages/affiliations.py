"""Who is meant by a name and an organisation: `Stefan van MEE`, `Karima - Stichting Sewa`."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from pipeline.stages.people import Participant
from pipeline.stages.records import organisation_key

_FROM: Final = re.compile(
    r"(?P<name>[^,(/]+?)(?:\s(?:van|bij|uit|from|of)\s(?:(?:de|het|the)\s)?|\s?[,(/]\s?|\s[-–]\s)"
    r"(?P<organisation>[^,(/]+?)\)?\s*",
    re.IGNORECASE,
)
_KINDS: Final = ("stichting ", "vereniging ", "st ")
"""What stands before the name of an organisation, and is left out."""

_SHORTEST: Final = 3
_LONGEST: Final = 200
"""Fewer signs than the one name no organisation; more than the other are a story."""


class Affiliated(NamedTuple):
    """A name, and the codes of whoever belongs to the organisation beside it.

    `whole` = that is all it is called; its beginning (`MEE`, of MEE Zuid-Holland) may be a family name.
    """

    name: str
    codes: frozenset[str]
    whole: bool


class Affiliations:
    """The organisations that participants gave, and whose they are."""

    def __init__(self, people: Iterable[Participant]) -> None:
        self._by_first_word: dict[str, dict[str, set[str]]] = {}
        for person in people:
            for name in {claim.organisation for claim in person.claims if claim.organisation}:
                if key := _key(name):
                    alike = self._by_first_word.setdefault(key.partition(" ")[0], {})
                    alike.setdefault(key, set()).add(person.code)

    def read(self, written: str) -> Affiliated | None:
        """The name beside an organisation, and who belongs to that; None where none is known."""
        found = _FROM.fullmatch(written) if len(written) <= _LONGEST else None
        if found is None or len(said := _key(found["organisation"])) < _SHORTEST:
            return None
        alike = self._by_first_word.get(said.partition(" ")[0], {})
        if said in alike:
            return Affiliated(found["name"], frozenset(alike[said]), whole=True)
        begun = {code for key, codes in alike.items() if key.startswith(f"{said} ") for code in codes}
        return Affiliated(found["name"], frozenset(begun), whole=False) if begun else None


def _key(name: str) -> str:
    words = organisation_key(name)
    for kind in _KINDS:
        words = words.removeprefix(kind)
    return words
