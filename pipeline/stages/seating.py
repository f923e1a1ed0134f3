"""Mixed tables of 5 to 7, repeatable, late arrivals added without moving anybody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, permutations

from pipeline.model.settings import Settings
from pipeline.stages.memory import Seat
from pipeline.stages.mixing import AVOID, Apart, Room
from pipeline.stages.people import People

FEWEST = 5
MOST = 7


@dataclass(frozen=True, slots=True)
class DiscussionTable:
    """One table of one meeting with the codes of who sits there, sorted; `confirmed` by a person."""

    meeting: int
    table: str
    people: tuple[str, ...]
    confirmed: bool = False


def table_sizes(people: int) -> tuple[int, ...]:
    """The sizes of the tables for so many people, largest first: 5 to 7, as even as possible.

    Fewer than 5 are one table; 8 and 9, which 5 to 7 do not divide, are two. Equal tables come first,
    then those of about 6.
    """
    if people <= 0:
        return ()
    fewest = -(-people // MOST)
    most = max(fewest, people // FEWEST)
    tables = min(range(fewest, most + 1), key=lambda count: (people % count > 0, abs(people - 6 * count)))
    size, larger = divmod(people, tables)
    return (size + 1,) * larger + (size,) * (tables - larger)


def seat(
    meeting: int,
    coming: Sequence[str],
    people: People,
    inviter: Mapping[str, str],
    before: Sequence[Seat],
    confirmed: frozenset[tuple[int, str]],
    settings: Settings,
) -> tuple[tuple[DiscussionTable, ...], tuple[Seat, ...]]:
    """Tables for `meeting`.

    `coming` are codes; `before` all remembered seats, those of this meeting stay where they are as
    long as their person comes or the seat was confirmed; `confirmed` holds (meeting, code) of seats
    a person confirmed. Returns the tables and all seats to remember.
    """
    known = people.current
    sure = {known[code] for number, code in confirmed if number == meeting and code in known}
    kept = _kept(before, meeting, known, sure.union(coming))
    seated = {code for codes in kept.values() for code in codes}
    late = _in_order(set(coming) - seated, people, f"{settings.seed}/{meeting}")
    apart = _apart({*seated, *late}, inviter, before, meeting, known)
    roles = {code: people.participants[code].roles for code in (*seated, *late)}
    room = _fill(kept.values(), late, roles, apart)
    names = _names(kept, len(room.tables))
    tables = tuple(
        DiscussionTable(meeting, name, tuple(sorted(codes)), sure.issuperset(codes))
        for name, codes in sorted(
            zip(names, room.tables, strict=True), key=lambda table: _by_number(table[0])
        )
    )
    others = (place for place in before if place.meeting != meeting)
    seats = (Seat(meeting, table.table, code) for table in tables for code in table.people)
    return tables, (*sorted(others, key=_place), *seats)


def _kept(
    before: Iterable[Seat], meeting: int, known: Mapping[str, str], staying: set[str]
) -> dict[str, list[str]]:
    """The people who keep their seat at this meeting, by table, each once."""
    tables: dict[str, list[str]] = {}
    free = set(staying)
    for place in sorted(before, key=_place):
        code = known.get(place.code)
        if place.meeting == meeting and code in free:
            free.remove(code)
            tables.setdefault(place.table, []).append(code)
    return tables


def _in_order(codes: Iterable[str], people: People, seed: str) -> list[str]:
    """Those to be seated: people of the same roles after one another, among them in an order of chance."""

    def lot(code: str) -> tuple[tuple[str, ...], bytes]:
        roles = tuple(sorted(people.participants[code].roles))
        return roles, blake2b(f"{seed}/{code}".encode(), digest_size=8).digest()

    return sorted(codes, key=lot)


def _apart(
    codes: set[str],
    inviter: Mapping[str, str],
    before: Iterable[Seat],
    meeting: int,
    known: Mapping[str, str],
) -> dict[str, dict[str, int]]:
    """Who should be apart: inviter and guest, and those who shared a table at an earlier meeting."""
    apart: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for guest in codes & inviter.keys():
        apart[guest][inviter[guest]] += AVOID
        apart[inviter[guest]][guest] += AVOID
    shared: dict[tuple[int, str], set[str]] = defaultdict(set)
    for place in before:
        if place.meeting < meeting and known.get(place.code) in codes:
            shared[place.meeting, place.table].add(known[place.code])
    for together in shared.values():
        for one, other in permutations(together, 2):
            apart[one][other] += 1
    return apart


def _fill(
    kept: Iterable[Sequence[str]], late: Sequence[str], roles: Mapping[str, Sequence[str]], apart: Apart
) -> Room:
    """Deal everybody when nobody sits yet; otherwise add who comes late, setting tables where needed."""
    room = Room(kept, roles, apart)
    fresh = not room.tables
    wanted = len(table_sizes(len(roles))) - len(room.tables)
    for _ in range(wanted if fresh else _more_tables(room.tables, len(late), wanted)):
        room.open()
    if fresh and late:
        room.deal(late)
    else:
        for code in late:
            room.add(code, MOST)
    room.improve(late)
    return room


def _more_tables(tables: Iterable[Sequence[str]], late: int, wanted: int) -> int:
    """How many tables to set for those who come late: as few as hold them, more if they fill them."""
    seats = sum(max(0, MOST - len(people)) for people in tables)
    return max(-(-(late - seats) // MOST), min(wanted, late // FEWEST))


def _names(kept: Iterable[str], tables: int) -> list[str]:
    """The tables' names: the kept ones, then the first free numbers."""
    names = [*kept]
    taken = set(names)
    free = (str(number) for number in count(1) if str(number) not in taken)
    return names + [next(free) for _ in range(tables - len(names))]


def _place(place: Seat) -> tuple[int, int, str, str]:
    return (place.meeting, *_by_number(place.table), place.code)


def _by_number(table: str) -> tuple[int, str]:
    """Sort key of tables: 2 before 10."""
    return (len(table), table)
