"""Rows become persons: the surest pairs first, every next one judged by all that is known by then."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pipeline.stages.groups import Groups
from pipeline.stages.records import Traits, together
from pipeline.stages.weigh import Scale

Row = TypeVar("Row", bound=Hashable)

CERTAIN: Final = 4.0
"""Bits from which two groups are one person without asking: less than one in seventeen such is not."""

POSSIBLE: Final = -2.0
"""Bits from which a person is asked: one in five such pairs is one person."""


@dataclass(frozen=True, slots=True)
class Edge(Generic[Row]):
    """Two rows, `first` < `second`, that may be one person: the bits for it and why.

    `sure` = with bits enough nobody need be asked.
    """

    first: Row
    second: Row
    bits: float
    reasons: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Row]):
    """The edges that joined groups, surest first, and the best edge between groups that may be one person.

    `possible` edges carry the bits of everything their groups say; the most useful to ask comes first.
    """

    joined: tuple[Edge[Row], ...]
    possible: tuple[Edge[Row], ...]


class _Judge(Generic[Row]):
    """Judges two groups by all their rows together, each state of them once."""

    def __init__(self, rows: Mapping[Row, Traits], groups: Groups[Row], scale: Scale) -> None:
        self._rows = rows
        self._groups = groups
        self._scale = scale
        self._traits: dict[tuple[Row, int], Traits] = {}
        self._found: dict[tuple[Row, int, Row, int], tuple[float, bool]] = {}

    def pair(self, edge: Edge[Row]) -> tuple[Row, Row]:
        """The two groups of an edge, sorted."""
        one, other = self._groups.of(edge.first), self._groups.of(edge.second)
        return (one, other) if one < other else (other, one)  # type: ignore[operator]

    def of(self, edge: Edge[Row]) -> tuple[float, bool]:
        """The bits for one person between the two groups of an edge, and whether these may be certain."""
        one, other = self.pair(edge)
        size, size_too = self._groups.size(one), self._groups.size(other)
        if size == size_too == 1:
            return edge.bits, edge.sure
        key = (one, size, other, size_too)
        if key not in self._found:
            weight = self._scale.weigh(self._together(one, size), self._together(other, size_too))
            self._found[key] = self._scale.bits(weight), weight.sure
        return self._found[key]

    def _together(self, group: Row, size: int) -> Traits:
        if (group, size) not in self._traits:
            members = (self._rows[row] for row in self._groups.members(group) if row in self._rows)
            self._traits[group, size] = together(members)
        return self._traits[group, size]


def gather(
    edges: Iterable[Edge[Row]], rows: Mapping[Row, Traits], groups: Groups[Row], scale: Scale
) -> Gathered[Row]:
    """Join in `groups` what is certainly one person, until nothing more is.

    `edges` come surest first. Two groups are judged anew as they grow: what one row says against another
    of its group's rows counts, and what each of two rows says for it counts together.
    """
    judge = _Judge(rows, groups, scale)
    joined: list[Edge[Row]] = []
    left = list(edges)
    before = -1
    while before < len(joined):
        before = len(joined)
        left = [edge for edge in left if not _joins(edge, judge, groups, joined)]
    return Gathered(tuple(joined), _possible(left, judge, groups))


def _joins(edge: Edge[Row], judge: _Judge[Row], groups: Groups[Row], joined: list[Edge[Row]]) -> bool:
    """Join the groups of an edge where that is certain; whether the edge has nothing more to say."""
    one, other = judge.pair(edge)
    if one == other:
        return True
    bits, sure = judge.of(edge)
    if bits >= CERTAIN and sure and groups.join(one, other, decided=True):
        joined.append(edge)
        return True
    return False


def _possible(edges: Sequence[Edge[Row]], judge: _Judge[Row], groups: Groups[Row]) -> tuple[Edge[Row], ...]:
    """The surest edge between every two groups that may be one person, the most useful to ask first."""
    found: dict[tuple[Row, Row], Edge[Row]] = {}
    for edge in edges:
        pair = judge.pair(edge)
        bits, sure = judge.of(edge)
        if pair not in found and pair[0] != pair[1] and bits >= POSSIBLE and not groups.apart(*pair):
            found[pair] = Edge(edge.first, edge.second, bits, edge.reasons, sure)
    gains = {
        pair: likeness(edge.bits) * groups.size(pair[0]) * groups.size(pair[1])
        for pair, edge in found.items()
    }
    return tuple(found[pair] for pair in sorted(found, key=lambda pair: -gains[pair]))


def likeness(bits: float) -> float:
    """Bits as a probability, 0..1."""
    return round(1 / (1 + 2.0 ** -max(min(bits, 60.0), -60.0)), 4)
