"""Rows become persons: the surest pairs first, every next one judged by all that is known by then."""

from bisect import bisect
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, combinations, product
from math import exp2
from typing import Final, Generic, NamedTuple, TypeVar

from pipeline.stages.certainty import AGAINST, CERTAIN, PARTING, SOLID
from pipeline.stages.compare import compare_all
from pipeline.stages.dividing import Divide, at_once
from pipeline.stages.groups import Groups, Joined
from pipeline.stages.names import Name
from pipeline.stages.records import Traits, both, together
from pipeline.stages.spelling import FAR
from pipeline.stages.weigh import Scale, are_parted, say_the_same

Row = TypeVar("Row", bound=Hashable)

CLEARLY: Final = 2.5
"""Bits more with one person than with another make a short name the one's without asking."""

POSSIBLE: Final = -3.0
"""Bits from which a person is asked: one in nine such pairs is one person."""

FEW: Final = 10
FEW_OF_A_HUNDRED: Final = 5
"""So many questions a person is asked at most: of a hundred rows, but some of few rows, too."""

LIKELY: Final = 3.0
"""Bits from which two rows of one name are likely one person: one in nine such pairs is not."""

EVEN: Final = 0.0
"""Bits of what may be either way: two rows that would be one person, but for another row of one of them."""

_LOOSE: Final = frozenset({
    "spelled_first_name", "called_first_name", "short_first_name", "no_first_name", "no_surname",
})  # fmt: skip
"""First names that may be those of two people who are not one, and first names alone."""

HOPELESS: Final = -5.0
"""Bits below which two rows are not looked at again, whatever more their groups say."""


class Edge(NamedTuple, Generic[Row]):
    """Two rows, `first` < `second`, that may be one person: the bits for it and why.

    `certain` = nobody need be asked.
    """

    first: Row
    second: Row
    bits: float
    reasons: tuple[str, ...]
    certain: bool

    @property
    def pair(self) -> tuple[Row, Row]:
        """The two rows."""
        return self.first, self.second


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
        self._traits: dict[Row, Traits] = {}
        self._found: dict[tuple[Row, int, Row, int], tuple[float, bool]] = {}

    def pair(self, edge: Edge[Row]) -> tuple[Row, Row]:
        """The two groups of an edge, sorted."""
        return _sorted(self._groups.of(edge.first), self._groups.of(edge.second))

    def are_two(self, pairs: Iterable[tuple[Row, Row]]) -> bool:
        """Whether any of these pairs of rows is in two groups."""
        return any(self._groups.of(one) != self._groups.of(other) for one, other in pairs)

    def of(self, edge: Edge[Row]) -> tuple[float, bool]:
        """The bits for one person between the two groups of an edge, and whether that is certain."""
        one, other = self.pair(edge)
        size, size_too = self._groups.size(one), self._groups.size(other)
        if size == size_too == 1:
            return edge.bits, edge.certain
        key = (one, size, other, size_too)
        if key not in self._found:
            weight = self._scale.weigh(self._together(one), self._together(other))
            self._found[key] = self._scale.judge(weight)
        return self._found[key]

    def join(self, one: Row, other: Row) -> bool:
        """Make one group of two; False when somebody set them apart."""
        said = both(self._together(one), self._together(other))
        joined = self._groups.join(one, other, decided=True)
        if joined:
            self._traits[self._groups.of(one)] = said
        return joined

    def _together(self, group: Row) -> Traits:
        if (said := self._traits.get(group)) is None:
            members = [self._rows[row] for row in self._groups.members(group) if row in self._rows]
            said = self._traits[group] = together(members)
        return said


def gather(
    edges: Sequence[Edge[Row]],
    rows: Mapping[Row, Traits],
    groups: Groups[Row],
    scale: Scale,
    asked: Callable[[Edge[Row]], bool],
    divide: Divide = at_once,
) -> Gathered[Row]:
    """Join in `groups` what is certainly one person, until nothing more is.

    `edges` come surest first. Two groups are judged anew as they grow: what one row says against another
    of its group's rows counts, and what each of two rows says for it counts together. Of the edges
    between two groups that were not joined, one that was `asked` before stands for them, and is asked again
    rather than another pair; their order is that of use, as it will be once all were asked. Rows that no
    edges connect know nothing of one another: who can do parts of the work side by side, passes how.
    """
    parts = _unconnected(edges, groups)
    ends = list(accumulate(map(len, parts)))

    def look(part: range) -> list[tuple[list[Edge[Row]], list[Edge[Row]]]]:
        mine = parts[bisect(ends, part.start) : bisect(ends, part.stop)]
        return [_gather([edges[place] for place in sorted(chain(*mine))], rows, groups, scale, asked)]

    found = list(chain.from_iterable(divide(look, len(edges), 9)))
    place_of = {edge.pair: place for place, edge in enumerate(edges)}
    joined = sorted(chain.from_iterable(joined for joined, _ in found), key=lambda edge: place_of[edge.pair])
    for edge in joined:  # what was joined in a copy is joined here
        groups.join(*edge.pair, decided=True)
    possible = sorted(
        chain.from_iterable(possible for _, possible in found),
        key=lambda edge: place_of[edge.pair],
    )
    most = max(FEW, len(rows) * FEW_OF_A_HUNDRED // 100)
    useful = _most_useful_first(possible, groups)
    chosen = {edge.pair for edge in sorted(useful, key=lambda edge: not asked(edge))[:most]}
    return Gathered(tuple(joined), tuple(edge for edge in useful if edge.pair in chosen))


def _unconnected(edges: Sequence[Edge[Row]], groups: Groups[Row]) -> list[list[int]]:
    """The places of edges that are connected, through their rows' groups, with one another."""
    connected = Joined[Row]()
    for edge in edges:
        connected.join(groups.of(edge.first), groups.of(edge.second))
    parts: dict[Row, list[int]] = {}
    for place, edge in enumerate(edges):
        parts.setdefault(connected.of(groups.of(edge.first)), []).append(place)
    return list(parts.values())


def _gather(
    edges: Sequence[Edge[Row]],
    rows: Mapping[Row, Traits],
    groups: Groups[Row],
    scale: Scale,
    asked: Callable[[Edge[Row]], bool],
) -> tuple[list[Edge[Row]], list[Edge[Row]]]:
    """The edges that joined groups, and the best of those between every two groups that may be one person."""
    judge = _Judge(rows, groups, scale)
    joined: list[Edge[Row]] = []
    left = list(edges)
    rivals = _rivals(left, rows, groups, scale)
    before = -1
    while before < len(joined):
        before = len(joined)
        left = [edge for edge in left if not _joins(edge, judge, joined, rivals)]
    left = [edge._replace(certain=False) if edge.pair in rivals else edge for edge in left]
    left.sort(key=lambda edge: (not asked(edge), PARTING not in edge.reasons))
    return joined, _possible(left, judge, groups)


Names = tuple[Name, ...]

Rivals = Mapping[tuple[Row, Row], Sequence[tuple[Row, Row]]]


def _rivals(
    edges: Sequence[Edge[Row]], rows: Mapping[Row, Traits], groups: Groups[Row], scale: Scale
) -> Rivals[Row]:
    """Edges of a row that says little, with the two that it fits about equally, and that may be two people.

    A row with an initial, half a name or a call name fits two whose first names contradict or are no more
    than alike, or of whom one invited the other; a name and a place fit two of that name who share neither
    telephone nor address, unless these two are likely one and nothing speaks against it. With the one that
    says the very same as the row, it is no rival.
    """
    one_person = {edge.pair: _likely(edge.bits, edge.reasons, certain=edge.certain) for edge in edges}
    rivals: dict[tuple[Row, Row], list[tuple[Row, Row]]] = {}

    def rival(row: Row, one: Row, other: Row) -> None:
        for fits in (one, other):
            if not say_the_same(rows[row], rows[fits]):
                rivals.setdefault(_sorted(row, fits), []).append((one, other))

    for row, found in _fits(edges, lambda edge: _may_join(edge) and not _LOOSE.isdisjoint(edge.reasons)):
        for one, other in _two_people(row, found, rows):
            rival(row, one, other)
    for row, found in _fits(edges, lambda edge: edge.certain and SOLID.isdisjoint(edge.reasons)):
        for (_, one), (_, other) in combinations(found, 2):
            pair = _sorted(one, other)
            if pair not in one_person:  # in a long list not every pair is looked at
                weight = scale.weigh(rows[one], rows[other])
                bits, certain = scale.judge(weight)
                one_person[pair] = _likely(bits, weight.reasons, certain=certain)
            if not one_person[pair] or groups.apart(*pair):
                rival(row, one, other)
    return rivals


def _likely(bits: float, reasons: Sequence[str], *, certain: bool) -> bool:
    return certain or (bits >= LIKELY and AGAINST.isdisjoint(reasons))


def _two_people(
    row: Row, found: Iterable[tuple[float, Row]], rows: Mapping[Row, Traits]
) -> Iterator[tuple[Row, Row]]:
    """Of the rows that a row fits, those that it fits about equally and that may be two people.

    They may be by their names, or because one invited the other.
    """
    by_names: dict[Names, list[tuple[float, Row]]] = {}  # thousands may bear one name
    for bits, other in found:
        by_names.setdefault(rows[other].names, []).append((bits, other))
    for (names, some), (names_too, others) in combinations(by_names.items(), 2):
        two = _may_be_two(rows[row].names, names, names_too)
        if not two and not any(rows[other].inviters for _, other in (*some, *others)):
            continue
        for (bits, one), (bits_too, other) in product(some, others):
            if abs(bits - bits_too) < CLEARLY and (two or are_parted(rows[one], rows[other])):
                yield one, other


def _may_be_two(between: Names, one: Names, other: Names) -> bool:
    """Whether two names that one row fits may be two people's, for all that its own name says."""
    found = compare_all(one, other)
    return found.conflict or (found.alike and compare_all((*between, *one), other).given is FAR)


def _fits(
    edges: Sequence[Edge[Row]], which: Callable[[Edge[Row]], bool]
) -> Iterable[tuple[Row, list[tuple[float, Row]]]]:
    """The rows that each row fits by some of these edges."""
    fits: dict[Row, list[tuple[float, Row]]] = {}
    for edge in edges:
        if which(edge):
            fits.setdefault(edge.first, []).append((edge.bits, edge.second))
            fits.setdefault(edge.second, []).append((edge.bits, edge.first))
    return fits.items()


def _may_join(edge: Edge[Row]) -> bool:
    """Whether two rows are certainly one person, or may be by all that their groups say."""
    return edge.certain or edge.bits >= CERTAIN


def _joins(edge: Edge[Row], judge: _Judge[Row], joined: list[Edge[Row]], rivals: Rivals[Row]) -> bool:
    """Join the groups of an edge where that is certain; whether the edge has nothing more to say.

    A row that fits two people waits until these are one.
    """
    one, other = judge.pair(edge)
    if one == other:
        return True
    if not _may_join(edge) or judge.are_two(rivals.get(edge.pair, ())):
        return False
    _, certain = judge.of(edge)
    if certain and judge.join(one, other):
        joined.append(edge)
        return True
    return False


def _possible(edges: Iterable[Edge[Row]], judge: _Judge[Row], groups: Groups[Row]) -> list[Edge[Row]]:
    """The surest edge between every two groups that may be one person."""
    found: dict[tuple[Row, Row], Edge[Row]] = {}
    for edge in edges:
        pair = judge.pair(edge)
        if pair in found or pair[0] == pair[1] or groups.apart(*pair):
            continue
        bits, certain = judge.of(edge)
        if edge.certain and bits < POSSIBLE:
            bits = EVEN
        if bits >= POSSIBLE:
            found[pair] = edge._replace(bits=bits, certain=certain)
    return list(found.values())


def _most_useful_first(edges: Iterable[Edge[Row]], groups: Groups[Row]) -> list[Edge[Row]]:
    """Edges between groups, by how many rows would find one another."""
    found = {_sorted(groups.of(edge.first), groups.of(edge.second)): edge for edge in edges}
    gains = {
        pair: likeness(edge.bits) * groups.size(pair[0]) * groups.size(pair[1])
        for pair, edge in found.items()
    }
    return [found[pair] for pair in _telling_first(sorted(found, key=lambda pair: -gains[pair]))]


def _telling_first(pairs: Iterable[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    """The pairs whose answers follow from those before them, were these all yes, after the others."""
    joined = Joined[Row]()
    telling: list[tuple[Row, Row]] = []
    following: list[tuple[Row, Row]] = []
    for pair in pairs:
        (telling if joined.join(*pair) else following).append(pair)
    return telling + following


def _sorted(one: Row, other: Row) -> tuple[Row, Row]:
    return (one, other) if one < other else (other, one)  # type: ignore[operator]


def likeness(bits: float) -> float:
    """Bits as a probability, 0..1."""
    return round(1 / (1 + exp2(-max(min(bits, 60.0), -60.0))), 4)
