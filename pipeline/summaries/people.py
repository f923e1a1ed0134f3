"""Who is who in any list: as a document, as pairs to look at, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.stages.listed_people import WhoIsWho
from pipeline.stages.matching import Pair

Json = dict[str, object]
PAIRS = ("row_a", "row_b", "likeness", "because")
"""The columns of the pairs to look at."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A person who stands in more rows than one: these rows, and the pairs that tell so."""

    person: int
    rows: tuple[int, ...]
    pairs: tuple[Pair, ...]


def explained(who: WhoIsWho) -> tuple[Explained, ...]:
    """Everybody who stands in several rows, by first row; the rows of pairs counted as `who` counts."""
    found: dict[int, list[Pair]] = {}
    for pair in _rows(who, who.matching.joined):
        found.setdefault(who.person_of[pair.one - 1], []).append(pair)
    several = [members for members in who.matching.clusters if len(members) > 1]
    return tuple(
        Explained(
            who.row_of[members[0]],
            tuple(who.row_of[member] for member in members),
            tuple(found.get(who.row_of[members[0]], ())),
        )
        for members in several
    )


def doubtful(who: WhoIsWho) -> Iterator[Pair]:
    """The pairs that a person should look at, the most useful first; rows counted as `who` counts."""
    return _rows(who, who.matching.possible)


def _rows(who: WhoIsWho, pairs: Iterable[Pair]) -> Iterator[Pair]:
    for pair in pairs:
        yield Pair(who.row_of[pair.one], who.row_of[pair.other], pair.likeness, pair.reasons)


def people_document(who: WhoIsWho, columns: Mapping[str, Sequence[str]]) -> Json:
    """Everything as one document; `columns` are the headers of every kind of column."""
    return {
        "schema": "samenkracht-people/1",
        "rows": len(who.person_of),
        "people": who.people,
        "likely_people": who.likely,
        "columns": {kind: list(headers) for kind, headers in columns.items()},
        "person": [person or None for person in who.person_of],
        "several": [
            {"person": one.person, "rows": list(one.rows), "because": list(map(_pair, one.pairs))}
            for one in explained(who)
        ],
        "possible": list(map(_pair, doubtful(who))),
    }


def _pair(pair: Pair) -> Json:
    return {
        "row_a": pair.one,
        "row_b": pair.other,
        "likeness": pair.likeness,
        "because": list(pair.reasons),
    }
