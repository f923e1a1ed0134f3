"""Who is who among rows about people: which rows are one person, and which pairs only a person can settle."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from pipeline.stages.candidates import Pairs, merged, searches
from pipeline.stages.commonness import Commonness
from pipeline.stages.dividing import Divide, at_once
from pipeline.stages.gather import HOPELESS, Edge, gather, likeness
from pipeline.stages.groups import Groups, Joined
from pipeline.stages.learnt import Lessons, Weight
from pipeline.stages.names import NO_NAME
from pipeline.stages.orientation import Orientation
from pipeline.stages.records import Record, Traits, traits_of
from pipeline.stages.weigh import Scale

if TYPE_CHECKING:
    from array import array

__all__ = ["Matching", "Pair", "Record", "match"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows (their places, `one` < `other`), how likely they are one person (0..1), and why.

    `reasons` are codes worded in `sheet_templates/texts/reasons.toml`.
    """

    one: int
    other: int
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """What is known of all rows; rows are named by their places in what was given.

    `clusters` are the persons: every row stands in one, each sorted, sorted by first row.
    `joined` are the pairs that made them, the surest first: they connect all rows of a person and are
    its explanation. `possible` are the pairs that a person should look at, the most useful first, one
    per two clusters. `refused` are the pairs of `must` that contradict `cannot`.
    """

    clusters: tuple[tuple[int, ...], ...]
    joined: tuple[Pair, ...]
    possible: tuple[Pair, ...]
    refused: tuple[tuple[int, int], ...] = ()

    @property
    def doubles(self) -> float:
        """How many persons too many there probably are, for some possible pairs are one person.

        Every pair counts by as much as it is likely, but not one that follows from likelier ones.
        """
        person_of = {row: rows[0] for rows in self.clusters for row in rows}
        joined = Joined[int]()
        likeliest_first = sorted(self.possible, key=lambda pair: (-pair.likeness, pair.one, pair.other))
        return sum(
            pair.likeness
            for pair in likeliest_first
            if joined.join(person_of[pair.one], person_of[pair.other])
        )


def read(records: Sequence[Record], divide: Divide = at_once) -> list[Traits]:
    """What can be compared of each record; open names in the order that all of them together tell."""

    def taken(part: range) -> list[Traits]:
        return list(map(traits_of, records[part.start : part.stop]))

    rows = list(chain.from_iterable(divide(taken, len(records), 6)))
    order = Orientation([name for row in rows for name in row.names])
    for place, row in enumerate(rows):
        for name in row.names:  # a row has one, or none
            if (turned := order.read(name)) is not name:
                rows[place] = row._replace(names=(turned,))
    return rows


def match(
    records: Sequence[Record],
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
    divide: Divide = at_once,
) -> Matching:
    """Gather the rows of one person; what people decided (`must`, `cannot`) holds before anything else.

    The result does not depend on the order of rows, nor on anything but the rows. Who can do parts of the
    work side by side, passes how in `divide`.
    """
    rows = read(records, divide)
    groups = Groups({place: row.names[0] if row.names else NO_NAME for place, row in enumerate(rows)})
    for one, other in cannot:
        groups.set_apart(one, other)
    refused = tuple(pair for pair in must if not groups.join(*pair, decided=True))
    looked_at, common = _look(rows, divide)
    scale = Scale(common)
    edges = weigh_all(rows, looked_at, scale, divide)
    edges.sort(key=lambda edge: (-edge.bits, *sorted((records[edge.first], records[edge.second]))))
    found = gather(edges, dict(enumerate(rows)), groups, scale, lambda _: False, divide)
    return Matching(
        tuple(groups.members(group) for group in groups.all()),
        tuple(map(_pair, found.joined)),
        tuple(map(_pair, found.possible)),
        refused,
    )


def _look(rows: Sequence[Traits], divide: Divide) -> tuple[Pairs, Commonness]:
    """The pairs worth comparing, and how common everything is: that is counted while pairs are sought."""
    jobs: list[Callable[[], Commonness | array[int]]] = [partial(Commonness, rows), *searches(rows)]

    def work(part: range) -> list["Commonness | array[int]"]:
        return [job() for job in jobs[part.start : part.stop]]

    done = list(chain.from_iterable(divide(work, len(jobs), 2 * len(rows))))
    (common,) = [found for found in done if isinstance(found, Commonness)]
    return merged([found for found in done if not isinstance(found, Commonness)], len(rows)), common


def weigh_all(
    rows: Sequence[Traits], looked_at: Pairs, scale: Scale, divide: Divide = at_once
) -> list[Edge[int]]:
    """The pairs that may be one person, weighed by themselves, once all of them have taught."""
    may_reach = scale.may_reach(HOPELESS, len(looked_at))

    def weigh(part: range) -> list[tuple[Lessons, list[tuple[int, int, Weight]]]]:
        lessons, found = Lessons(), []
        for one, other in looked_at.part(part):
            weight = scale.weigh(rows[one], rows[other])
            lessons.take(weight)
            if may_reach(weight):
                found.append((one, other, weight))
        return [(lessons, found)]

    done = list(chain.from_iterable(divide(weigh, len(looked_at), 5)))
    scale.learn(lessons for lessons, _ in done)
    judged = (
        (one, other, weight.reasons, *scale.judge(weight))
        for _, found in done
        for one, other, weight in found
    )
    return [
        Edge(one, other, bits, reasons, certain)
        for one, other, reasons, bits, certain in judged
        if bits >= HOPELESS
    ]


def _pair(edge: Edge[int]) -> Pair:
    return Pair(edge.first, edge.second, likeness(edge.bits), edge.reasons)
