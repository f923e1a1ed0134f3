"""Claims gathered into groups, one per person, that can be told never to join."""

from collections.abc import Iterable, Mapping

from pipeline.stages.callnames import exists
from pipeline.stages.compare import compare
from pipeline.stages.names import Name
from pipeline.stages.spelling import Level


class Groups:
    """Groups of claim ids that only ever grow. A group is named by its smallest id.

    Two claims that were set apart never come into one group, nor do two claims whose first
    names contradict, unless a person joined them.
    """

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._leader = {claim: claim for claim in names}
        self._members = {claim: [claim] for claim in names}
        self._names: dict[str, tuple[Name, ...]] = {
            claim: () if name.empty else (name,) for claim, name in names.items()
        }
        self._apart: dict[str, set[str]] = {}

    def __contains__(self, claim: str) -> bool:
        return claim in self._leader

    def of(self, claim: str) -> str:
        """The group of a claim."""
        while (leader := self._leader[claim]) != claim:
            self._leader[claim] = self._leader[leader]
            claim = leader
        return claim

    def members(self, group: str) -> tuple[str, ...]:
        """The claims of a group, sorted."""
        return tuple(sorted(self._members[group]))

    def names(self, group: str) -> tuple[Name, ...]:
        """The different names in a group."""
        return self._names[group]

    def all(self) -> tuple[str, ...]:
        """All groups, sorted."""
        return tuple(sorted(self._members))

    def set_apart(self, one: str, other: str) -> None:
        """Keep two claims in two groups from now on."""
        self._apart.setdefault(self.of(one), set()).add(other)
        self._apart.setdefault(self.of(other), set()).add(one)

    def apart(self, one: str, other: str) -> bool:
        """Whether two claims, or others of their groups, were set apart."""
        group = self.of(other)
        return any(self.of(claim) == group for claim in self._apart.get(self.of(one), ()))

    def contradict(self, one: str, other: str) -> bool:
        """Whether first names of the two claims' groups contradict each other.

        A misspelt name does not, where the right one stands beside it.
        """
        ours, theirs = self._names[self.of(one)], self._names[self.of(other)]
        return any(
            compare(a, b).conflict and not (_misspelt(a, b) and (_agrees(a, theirs) or _agrees(b, ours)))
            for a in ours
            for b in theirs
        )

    def join(self, one: str, other: str, *, decided: bool = False) -> bool:
        """Make one group of two; False when they stay two. `decided` = a person said so."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return True
        if self.apart(first, second) or not (decided or not self.contradict(first, second)):
            return False
        self._leader[second] = first
        self._members[first] += self._members.pop(second)
        self._names[first] = _without_doubles((*self._names[first], *self._names.pop(second)))
        if second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))
        return True


def _without_doubles(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _misspelt(one: Name, other: Name) -> bool:
    """Whether one of two first names is none that we know."""
    return not all(exists(given) for name in (one, other) for given in name.given[:1])


def _agrees(name: Name, names: Iterable[Name]) -> bool:
    """Whether a first name is one of these but for a slip or a spelling."""
    return any(compare(name, other).given >= Level.NEAR for other in names)
