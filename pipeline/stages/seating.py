"""Mixed tables of 5 to 7, repeatable, late arrivals added without moving anybody.

What is looked for, each step outweighing all that follow it: wishes kept; tables of even size;
every role spread as evenly as the numbers allow; nobody at the table of who brought them; few pairs
who sat together before. Where people have their places already, who comes late is first of all kept
from the table of who brought them, and then goes where there is most room.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import combinations, count, islice

from pipeline.model.settings import Settings
from pipeline.stages.memory import Seat
from pipeline.stages.mixing import Prices, Room
from pipeline.stages.people import People
from pipeline.stages.settling import Block, Hall, Settled, settle
from pipeline.stages.swapping import improve
from pipeline.stages.wishes import Wish

FEWEST = 5
MOST = 7


@dataclass(frozen=True, slots=True)
class DiscussionTable:
    """One table of one meeting with the codes of who sits there, sorted; `confirmed` by a person."""

    meeting: int
    table: str
    people: tuple[str, ...]
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Who comes to `meeting` (codes), and what matters for where they sit.

    `inviter` = by guest who brought them; `before` = all remembered seats: those of this meeting stay
    where they are as long as their person comes or the seat was confirmed; `confirmed` = (meeting,
    code) of seats a person confirmed; `wishes` = in the order in which they count.
    """

    meeting: int
    coming: Sequence[str]
    inviter: Mapping[str, str] = field(default_factory=dict)
    before: Sequence[Seat] = ()
    confirmed: frozenset[tuple[int, str]] = frozenset()
    wishes: Sequence[Wish] = ()


@dataclass(frozen=True, slots=True)
class Seated:
    """The tables of a meeting by number, all seats to remember, and the wishes that could not be kept."""

    tables: tuple[DiscussionTable, ...]
    seats: tuple[Seat, ...]
    broken: tuple[Wish, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Pairs of people (codes, sorted) of whom one brought the other, and how often pairs sat together."""

    invited: frozenset[tuple[str, str]]
    met: Mapping[tuple[str, str], int]

    def at(self, tables: Iterable[Collection[str]]) -> tuple[int, int]:
        """How many of the pairs at these tables brought one another, and how many sat together before."""
        pairs = [pair for people in tables for pair in combinations(sorted(people), 2)]
        return sum(pair in self.invited for pair in pairs), sum(pair in self.met for pair in pairs)


def acquainted(
    codes: Collection[str],
    inviter: Mapping[str, str],
    before: Iterable[Seat],
    meeting: int,
    known: Mapping[str, str],
) -> Acquainted:
    """Which of `codes` know each other: one brought the other, or they shared a table before `meeting`."""
    tables: dict[tuple[int, str], set[str]] = defaultdict(set)
    for place in before:
        code = known.get(place.code, "")
        if code in codes and place.meeting < meeting:
            tables[place.meeting, place.table].add(code)
    met = Counter(pair for people in tables.values() for pair in combinations(sorted(people), 2))
    links = ((guest, inviter[guest]) for guest in codes if inviter.get(guest) in codes)
    return Acquainted(frozenset((min(link), max(link)) for link in links), met)


def seat(company: Company, people: People, settings: Settings) -> Seated:
    """Tables for a meeting."""
    meeting, known = company.meeting, people.current
    sure = {known[code] for number, code in company.confirmed if number == meeting and code in known}
    kept = _kept(company.before, meeting, known, sure.union(company.coming))
    at = {code: table for table, codes in enumerate(kept.values()) for code in codes}
    late = _in_order(set(company.coming) - at.keys(), people, f"{settings.seed}/{meeting}")
    roles = {code: people.participants[code].roles for code in (*at, *late)}
    sizes = _sizes([len(codes) for codes in kept.values()], len(late))
    wishes = [wish for wish in company.wishes if roles.keys() >= {wish.one, wish.other}]
    settled = settle(wishes, Hall(sizes, at, frozenset(sure & at.keys())))
    pairs = acquainted(roles, company.inviter, company.before, meeting, known)
    seating = _Seating(roles, at, sizes, pairs, [wish for wish in wishes if wish not in settled.broken])
    tables = tuple(
        DiscussionTable(meeting, name, tuple(sorted(codes)), sure.issuperset(codes))
        for name, codes in sorted(
            zip(_names(kept, len(sizes)), seating.fill(settled), strict=True),
            key=lambda table: _by_number(table[0]),
        )
        if codes
    )
    others = (place for place in company.before if place.meeting != meeting)
    seats = (Seat(meeting, table.table, code) for table in tables for code in table.people)
    return Seated(tables, (*sorted(others, key=_place), *seats), settled.broken)


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


def _sizes(kept: Sequence[int], late: int) -> tuple[int, ...]:
    """The chairs of each table: seven at those that stand, and at as few more as hold who comes late.

    More tables are set where those who come late fill them.
    """
    wanted = table_sizes(sum(kept) + late)
    if not kept:
        return wanted
    chairs = sum(max(0, MOST - people) for people in kept)
    more = max(-(-(late - chairs) // MOST), min(len(wanted) - len(kept), late // FEWEST))
    return (*(max(MOST, people) for people in kept), *[MOST] * more)


class _Seating:
    """People at tables; `at` = who has a place already, `wishes` = those that are kept."""

    def __init__(
        self,
        roles: Mapping[str, tuple[str, ...]],
        at: Mapping[str, int],
        sizes: Sequence[int],
        pairs: Acquainted,
        wishes: Sequence[Wish],
    ) -> None:
        self._codes = list(roles)
        self._number = {code: number for number, code in enumerate(roles)}
        self._at = at
        self._sizes = sizes
        chairs = sizes if at else [max(sizes, default=0)] * len(sizes)
        apart, prices = self._priced(pairs, wishes, len({role for kind in roles.values() for role in kind}))
        self._room = Room(chairs, list(roles.values()), apart, prices)
        self._spare = [most - size for most, size in zip(chairs, sizes, strict=True)]

    def _priced(
        self, pairs: Acquainted, wishes: Sequence[Wish], roles: int
    ) -> tuple[list[dict[int, int]], Prices]:
        """What every pair costs at one table, and every step that is less even."""
        least = 1 + sum(pairs.met.values())
        steps = 1 + (1 + roles) * len(self._codes) ** 2
        links = 1 + len(pairs.invited)
        invited, role = (least * steps**2, least) if self._at else (least, least * links)
        size = role * steps
        prices = dict.fromkeys(pairs.invited, invited)
        for pair, times in pairs.met.items():
            prices[pair] = prices.get(pair, 0) + times
        for wish in wishes:
            if not wish.together:
                pair = (min(wish.one, wish.other), max(wish.one, wish.other))
                prices[pair] = prices.get(pair, 0) + steps * links * max(size, invited)
        apart: list[dict[int, int]] = [{} for _ in self._codes]
        for (one, other), price in sorted(prices.items()):
            apart[self._number[one]][self._number[other]] = price
            apart[self._number[other]][self._number[one]] = price
        return apart, Prices(role, size)

    def fill(self, settled: Settled) -> list[list[str]]:
        """Who sits at each table: first those whom a wish names, then who has a place, then all others."""
        places = self._places(settled.places)
        for code, table in places.items():
            self._room.sit(self._number[code], table)
        empty = iter(self._room.empty)
        for table, spare in enumerate(self._spare):
            for chair in islice(empty, spare):
                self._room.sit(chair, table)
        self._room.deal(number for code, number in self._number.items() if code not in places)
        self._room.deal(empty)
        units = list(self._units(places, settled.blocks))
        if units:
            improve(self._room, [*units, *((chair,) for chair in self._room.empty)])
        return [
            [self._codes[one] for one in people if one < len(self._codes)] for people in self._room.tables
        ]

    def _places(self, settled: Mapping[str, int]) -> dict[str, int]:
        """The tables of whom a wish names, and of who can stay where they are."""
        places = dict(settled)
        free = list(self._sizes)
        for table in settled.values():
            free[table] -= 1
        for code, table in self._at.items():
            if code not in places and free[table]:
                places[code] = table
                free[table] -= 1
        return places

    def _units(self, places: Mapping[str, int], blocks: Iterable[Block]) -> Iterator[tuple[int, ...]]:
        """Who may still change tables: all who do not sit where they sat, alone or with their block."""
        moving = {code for code in self._codes if code not in self._at or places.get(code) != self._at[code]}
        together = [block for block in blocks if len(block) > 1]
        yield from ((self._number[code],) for code in self._codes if code in moving.difference(*together))
        for block in together:
            if moving.issuperset(block):
                yield tuple(self._number[code] for code in block)


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
