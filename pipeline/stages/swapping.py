"""The search for better places: two people at two tables swap, again and again.

A tabu search (Glover, ORSA Journal on Computing 1, 1989): one after the other, whoever sits badly
makes the best swap there is, even where that is a detour; what was best is what stands in the end.
The order is fixed, and so is how long it lasts: the same room gives the same places.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Final, NamedTuple

from pipeline.stages.mixing import Room

Unit = tuple[int, ...]
"""People who move together: mostly one alone, at the same table in any case."""

FEWEST_SWAPS: Final = 80_000
SWAPS_EACH: Final = 1_200
MOST_SWAPS: Final = 1_000_000
ROUNDS: Final = 250
"""How many swaps are weighed: so many for every unit, within bounds; of few units all so many times over."""

SAMPLE: Final = 300
"""Of more people than this so many are looked at for a swap, taken from everywhere."""

REST: Final = 7
"""For at least so many swaps nobody returns to a table they left, or the search would go round in circles."""

SHAKEN: Final = 3
"""How many swaps by chance are made where nobody who sits badly can make one."""

DETOUR: Final = 4
"""How many steps a role may become less even by one swap, on the way to something better."""


class Swap(NamedTuple):
    """Two units that may swap tables, what that costs (a gain is below 0), and the part of it for roles."""

    one: Unit
    other: Unit
    cost: int
    uneven: int


def improve(room: Room, units: Sequence[Unit]) -> None:
    """Let `units`, at least one, swap chairs with one another as long as it helps, or long enough."""
    _Search(room, units).run()


class _Search:
    """`_left` = how many swaps may still be weighed; `_resting` = until which of the `_swaps` who stays
    away from which table; `_since` = where those who moved sat when it was best.
    """

    def __init__(self, room: Room, units: Sequence[Unit]) -> None:
        self._room = room
        self._units = units
        self._alone = [unit[0] for unit in units if len(unit) == 1]
        self._ring = self._alone * 2
        self._blocks = [unit for unit in units if len(unit) > 1]
        self._even = [sum(numbers) // len(numbers) for numbers in zip(*room.counts, strict=True)]
        self._detour = DETOUR * room.prices.role
        most = min(MOST_SWAPS, ROUNDS * len(units) ** 2)
        self._left = min(max(FEWEST_SWAPS, SWAPS_EACH * len(units)), most)
        self._swaps = 0
        self._resting: dict[tuple[int, int], int] = {}
        self._chance = Random(len(units)).random  # noqa: S311 - a search, no secret
        self._uneven = room.uneven()
        self._cost = self._best = self._uneven + room.strained()
        self._since: dict[int, int] = {}

    def run(self) -> None:
        """Search, and leave the room as it was at its best."""
        turn = idle = 0
        while self._best > 0 and self._left > 0:
            unit = self._units[turn % len(self._units)]
            turn += 1
            idle += 1
            self._left -= 1
            swap = self._choose(unit, turn) if self._sits_badly(unit) else None
            if swap:
                self._make(swap)
                idle = 0
            elif idle >= len(self._units):
                self._shake()
                idle = 0
            if self._cost < self._best:
                self._best = self._cost
                self._since.clear()
        self._move(dict(self._since))

    def _sits_badly(self, unit: Unit) -> bool:
        """Whether somebody sits with a person to be apart from, or has a role that is more than even here."""
        room, table = self._room, self._room.at[unit[0]]
        if any(room.strain[one].get(table, 0) > 0 for one in unit):
            return True
        if not self._uneven:
            return False
        counts = room.counts[table]
        return any(counts[role] > self._even[role] for one in unit for role in room.roles[room.kind[one]])

    def _choose(self, unit: Unit, turn: int) -> Swap | None:
        """The cheapest swap that is allowed now, None where all are too dear."""
        swap = self._swap_of_one(unit[0], turn) if len(unit) == 1 else self._swap_of_block(unit)
        return swap if swap and swap.cost <= self._detour else None

    def _swap_of_one(self, one: int, turn: int) -> Swap | None:
        """The cheapest swap with somebody else who moves alone; this loop takes nearly all of the time."""
        room = self._room
        at, kinds, strains = room.at, room.kind, room.strain
        here, kind, strain, apart = at[one], kinds[one], strains[one], room.apart[one]
        now = strain.get(here, 0)
        roles: dict[tuple[int, int], int] = {}
        best: Swap | None = None
        partners = self._partners(turn)
        self._left -= len(partners)
        for other in partners:
            there, others = at[other], kinds[other]
            if there == here:
                continue
            uneven = roles.get((others, there)) if others != kind else 0
            if uneven is None:
                uneven = roles[others, there] = self._shift((one,), (other,))
            theirs = strains[other]
            cost = uneven + strain.get(there, 0) - now + theirs.get(here, 0) - theirs.get(there, 0)
            if apart:
                cost -= 2 * apart.get(other, 0)
            if (best is None or cost < best.cost) and self._allowed(one, there, other, here, cost):
                best = Swap((one,), (other,), cost, uneven)
        return best

    def _partners(self, turn: int) -> Sequence[int]:
        """Those who move alone, from another one on at every turn."""
        everybody = len(self._alone)
        first = turn % everybody
        return self._ring[first : first + everybody : max(1, everybody // SAMPLE)]

    def _swap_of_block(self, block: Unit) -> Swap | None:
        """The cheapest swap of a block with as many people at one other table."""
        room = self._room
        here = room.at[block[0]]
        best: Swap | None = None
        for others in self._as_many(len(block), here):
            self._left -= len(block) ** 2
            uneven = self._shift(block, others)
            cost = uneven + self._strain_of(block, others)
            if (best is None or cost < best.cost) and self._allowed(
                block[0], room.at[others[0]], others[0], here, cost
            ):
                best = Swap(block, others, cost, uneven)
        return best

    def _as_many(self, size: int, here: int) -> Iterator[Unit]:
        """So many people who sit at one table that is not `here` and may leave it."""
        at = self._room.at
        yield from (block for block in self._blocks if len(block) == size and at[block[0]] != here)
        tables: dict[int, list[int]] = {}
        for one in self._alone:
            if at[one] != here:
                tables.setdefault(at[one], []).append(one)
        for people in tables.values():
            yield from combinations(people, size)

    def _shift(self, units: Unit, others: Unit) -> int:
        """What it costs that roles become less even when two units swap tables."""
        room = self._room
        ours, theirs = room.counts[room.at[units[0]]], room.counts[room.at[others[0]]]
        more: dict[int, int] = {}
        for role in self._roles_of(units):
            more[role] = more.get(role, 0) + 1
        for role in self._roles_of(others):
            more[role] = more.get(role, 0) - 1
        return sum(
            room.price[role] * number * (theirs[role] - ours[role] + number) for role, number in more.items()
        )

    def _roles_of(self, unit: Unit) -> Iterator[int]:
        return (role for one in unit for role in self._room.roles[self._room.kind[one]])

    def _strain_of(self, units: Unit, others: Unit) -> int:
        """What it costs in people who should be apart when two units swap tables."""
        room = self._room
        here, there = room.at[units[0]], room.at[others[0]]
        cost = sum(room.strain[one].get(there, 0) - room.strain[one].get(here, 0) for one in units)
        cost += sum(room.strain[one].get(here, 0) - room.strain[one].get(there, 0) for one in others)
        between = sum(room.apart[one].get(other, 0) for one in units for other in others)
        within = sum(
            room.apart[one].get(other, 0) for unit in (units, others) for one, other in combinations(unit, 2)
        )
        return cost + 2 * (within - between)

    def _allowed(self, one: int, there: int, other: int, here: int, cost: int) -> bool:
        """Whether both may go where they would go: nobody returns too soon, unless it is better than ever."""
        resting, now = self._resting, self._swaps
        return self._cost + cost < self._best or (
            resting.get((one, there), 0) <= now and resting.get((other, here), 0) <= now
        )

    def _make(self, swap: Swap) -> None:
        at = self._room.at
        here, there = at[swap.one[0]], at[swap.other[0]]
        self._move(dict.fromkeys(swap.one, there) | dict.fromkeys(swap.other, here))
        self._uneven += swap.uneven
        self._cost += swap.cost
        self._swaps += 1
        until = self._swaps + REST + self._swaps * 31 % REST
        self._resting[swap.one[0], here] = self._resting[swap.other[0], there] = until

    def _move(self, to: Mapping[int, int]) -> None:
        for one in to:
            self._since.setdefault(one, self._room.at[one])
            self._room.rise(one)
        for one, table in to.items():
            self._room.sit(one, table)

    def _shake(self) -> None:
        """Make some swaps by chance, as nobody who sits badly can make one."""
        people = len(self._alone)
        for _ in range(SHAKEN if people else 0):
            one, other = (self._alone[int(self._chance() * people)] for _ in range(2))
            self._move({one: self._room.at[other], other: self._room.at[one]})
        self._uneven = self._room.uneven()
        self._cost = self._uneven + self._room.strained()
