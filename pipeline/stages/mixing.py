"""People over tables: every role spread evenly, some pairs apart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Apart = Mapping[str, Mapping[str, int]]
"""How much two people (codes) should be apart: the same in both directions; 0 where it holds nothing."""

AVOID = 50
"""From here on two people should not sit together at all: one brought the other."""

EVEN = 1000
"""One step of a role less even outweighs every pair that sits together."""

SAMPLE = 150
"""In a room of at least twice as many people, swaps are looked for among so many, taken from everywhere."""


class Room:
    """Tables with people at them, to be filled and then improved by swapping two people.

    `roles` gives the roles of everybody who may be seated.
    """

    def __init__(
        self, tables: Iterable[Sequence[str]], roles: Mapping[str, Sequence[str]], apart: Apart
    ) -> None:
        self._roles = roles
        self._apart = apart
        self.tables: list[list[str]] = []
        self._counts: list[Counter[str]] = []
        self._at: dict[str, int] = {}
        for people in tables:
            self.open()
            for code in people:
                self._sit(code, len(self.tables) - 1)

    def open(self) -> None:
        """Set one more table."""
        self.tables.append([])
        self._counts.append(Counter())

    def deal(self, people: Sequence[str]) -> None:
        """Give everybody a seat, table after table, as cards are dealt."""
        for place, code in enumerate(people):
            self._sit(code, place % len(self.tables))

    def add(self, code: str, most: int) -> None:
        """Find somebody a seat at a table of fewer than `most`: the smallest one without anybody to avoid."""
        free = [table for table, people in enumerate(self.tables) if len(people) < most]
        self._sit(code, min(free, key=lambda table: self._welcome(code, table)))

    def improve(self, people: Sequence[str]) -> None:
        """Swap two of `people` as long as that makes the roles more even or puts more pairs apart.

        Every swap is a gain, so that it ends.
        """
        ring = [*people, *people]
        step = max(1, len(people) // SAMPLE)
        moved = True
        while moved:
            moved = False
            least = {role: min(counts[role] for counts in self._counts) for role in self._present()}
            for place, code in enumerate(people):
                if self._would_gain(code, least):
                    moved |= self._improve_one(code, ring[place + 1 : place + len(people) : step])

    def _present(self) -> set[str]:
        return {role for counts in self._counts for role in counts}

    def _would_gain(self, code: str, least: Mapping[str, int]) -> bool:
        """Whether somebody sits with a person to be apart from, or with too many of a role of theirs."""
        here = self._at[code]
        counts = self._counts[here]
        return (
            any(counts[role] > least[role] + 1 for role in self._roles[code]) or self._strain(code, here) > 0
        )

    def _improve_one(self, code: str, people: Sequence[str]) -> bool:
        """Make the best swap of somebody with one of `people`, if any is a gain."""
        here = self._at[code]
        others = [other for other in people if self._at[other] != here]
        best = min(others, key=lambda other: self._cost(code, other), default=code)
        if best == code or self._cost(code, best) >= 0:
            return False
        there = self._at[best]
        self._leave(code)
        self._leave(best)
        self._sit(code, there)
        self._sit(best, here)
        return True

    def _cost(self, one: str, other: str) -> int:
        """What it costs to swap two people of different tables; below 0 it is a gain."""
        here, there = self._at[one], self._at[other]
        uneven = self._shift(one, other, here, there) + self._shift(other, one, there, here)
        if uneven > 0:
            return EVEN * uneven
        between = 2 * self._apart.get(one, {}).get(other, 0)
        now = self._strain(one, here) + self._strain(other, there)
        then = self._strain(one, there) + self._strain(other, here) - between
        return then - now + EVEN * uneven

    def _shift(self, one: str, other: str, here: int, there: int) -> int:
        """How much less even it gets when the roles that only `one` has go from `here` to `there`."""
        moving = [role for role in self._roles[one] if role not in self._roles[other]]
        return sum(self._counts[there][role] - self._counts[here][role] + 1 for role in moving)

    def _strain(self, code: str, table: int) -> int:
        """How much somebody should be apart from the others at a table."""
        apart = self._apart.get(code)
        return sum(apart.get(other, 0) for other in self.tables[table]) if apart else 0

    def _welcome(self, code: str, table: int) -> tuple[bool, int, int, int, int]:
        """Sort key of tables for somebody who comes late, the best first."""
        strain = self._strain(code, table)
        same_roles = sum(self._counts[table][role] for role in self._roles[code])
        return (strain >= AVOID, len(self.tables[table]), same_roles, strain, table)

    def _sit(self, code: str, table: int) -> None:
        self.tables[table].append(code)
        self._counts[table].update(self._roles[code])
        self._at[code] = table

    def _leave(self, code: str) -> None:
        table = self._at.pop(code)
        self.tables[table].remove(code)
        self._counts[table].subtract(self._roles[code])
