"""Who is who among any rows about people: which rows are one person, and which pairs only a person can settle."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.findings import Where
from pipeline.stages import match as claims
from pipeline.stages.groups import Groups
from pipeline.stages.match import Likeness
from pipeline.stages.names import read_name
from pipeline.stages.people import Claim


@dataclass(frozen=True, slots=True)
class Record:
    """One row about a person, from any source, as it was written; "" and () are unknown.

    Either `name` holds the whole name, or `given` and `family` its parts (`given` may hold initials, `family` its
    tussenvoegsels). `birth` is a date of birth: ISO (`1961-03-29`), or any part of it (`1961`, `1961-03`).
    `identifier` is a number that belongs to one person (a client number, a social security number).
    """

    name: str = ""
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postcode: str = ""
    street: str = ""
    house_number: str = ""
    city: str = ""
    birth: str = ""
    organisation: str = ""
    identifier: str = ""


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

    `clusters` are the persons: every row stands in one, each sorted, sorted by first row. `joined` are the pairs
    that made them, the surest first: they connect all rows of a person and are its explanation. `possible` are the
    pairs that a person should look at, the most useful first, one per two clusters. `refused` are the pairs of
    `must` that contradict `cannot`.
    """

    clusters: tuple[tuple[int, ...], ...]
    joined: tuple[Pair, ...]
    possible: tuple[Pair, ...]
    refused: tuple[tuple[int, int], ...] = ()


_DIGITS: Final = 9


def match(
    records: Sequence[Record],
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
) -> Matching:
    """Gather the rows of one person; what people decided (`must`, `cannot`) holds before anything else.

    The result does not depend on the order of rows, nor on anything but the rows.
    """
    rows = [_claim(number, record) for number, record in enumerate(records)]
    groups = Groups({row.id: read_name(row.name or "") for row in rows})
    for one, other in cannot:
        groups.set_apart(rows[one].id, rows[other].id)
    refused = tuple(
        (one, other) for one, other in must if not groups.join(rows[one].id, rows[other].id, decided=True)
    )
    joined, possible = [], []
    for found in claims.match(rows):
        pair = Pair(int(found.first), int(found.second), found.score, found.reasons)
        if groups.of(found.first) == groups.of(found.second):
            continue
        if found.outcome is Likeness.CERTAIN and groups.join(found.first, found.second):
            joined.append(pair)
        elif not groups.apart(found.first, found.second):
            possible.append(pair)
    clusters = tuple(tuple(map(int, groups.members(group))) for group in groups.all())
    return Matching(clusters, tuple(joined), tuple(possible), refused)


def _claim(number: int, record: Record) -> Claim:
    return Claim(
        f"{number:0{_DIGITS}}",
        Where("signup", number),
        name=record.name or f"{record.given} {record.family}".strip() or None,
        email=next(iter(record.emails), None),
        phone=next(iter(record.phones), None),
        postcode=record.postcode or None,
        organisation=record.organisation or None,
    )
