"""A room of tables with people at them, and what it costs that they sit as they do.

Everything has its price, so that one sum tells which of two rooms is better: roles that are less
evenly spread than they can be, tables of unequal size, people together who should be apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Apart = Sequence[Mapping[int, int]]
"""By person the price of sharing a table with another one: the same in both directions."""

CHAIR = ("",)
"""The role of an empty chair. It is spread as evenly as any role, which makes tables of one size."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What it costs when a role, or the size of the tables, is one step less even.

    Steps: half the difference between the sum of the squares of the numbers at each table and the
    least that this sum can be. Where one table has two more than another, that is one step.
    """

    role: int
    size: int


class Room:
    """People are numbers from 0, followed by the chairs that stay empty.

    `chairs` are the chairs at each table, `roles` what everybody takes part as. For the search,
    which looks at them all the time: `at` = the table of everybody, `strain` = by person and table
    what it would cost to sit there, `counts` = by table and role how many there are, `only` = by two
    kinds of people the roles that only the first has.
    """

    def __init__(
        self, chairs: Sequence[int], roles: Sequence[tuple[str, ...]], apart: Apart, prices: Prices
    ) -> None:
        everybody = [*roles, *[CHAIR] * (sum(chairs) - len(roles))]
        kinds = {kind: number for number, kind in enumerate(dict.fromkeys(everybody))}
        names = sorted({role for kind in kinds for role in kind})
        self.empty = range(len(roles), len(everybody))
        self.prices = prices
        self.price = [prices.role if name else prices.size for name in names]
        self.kind = [kinds[kind] for kind in everybody]
        self.roles = [tuple(map(names.index, kind)) for kind in kinds]
        self.only = [
            [tuple(role for role in one if role not in other) for other in self.roles] for one in self.roles
        ]
        self.apart: Apart = (*apart, *({} for _ in self.empty))
        self.at = [-1] * len(everybody)
        self.strain: list[dict[int, int]] = [{} for _ in everybody]
        self.tables: list[list[int]] = [[] for _ in chairs]
        self.counts = [[0] * len(names) for _ in chairs]
        self._chairs = chairs

    def sit(self, one: int, table: int) -> None:
        """Give somebody a chair at a table."""
        self.tables[table].append(one)
        self.at[one] = table
        for role in self.roles[self.kind[one]]:
            self.counts[table][role] += 1
        for other, price in self.apart[one].items():
            strain = self.strain[other]
            strain[table] = strain.get(table, 0) + price

    def rise(self, one: int) -> None:
        """Let somebody leave their table."""
        table = self.at[one]
        self.tables[table].remove(one)
        for role in self.roles[self.kind[one]]:
            self.counts[table][role] -= 1
        for other, price in self.apart[one].items():
            self.strain[other][table] -= price

    def deal(self, people: Iterable[int]) -> None:
        """Give everybody a chair at the table with fewest, as cards are dealt."""
        free = [(len(there), table) for table, there in enumerate(self.tables) if self._has_room(table)]
        heapify(free)
        for one in people:
            taken, table = heappop(free)
            self.sit(one, table)
            if self._has_room(table):
                heappush(free, (taken + 1, table))

    def _has_room(self, table: int) -> bool:
        return len(self.tables[table]) < self._chairs[table]

    def uneven(self) -> int:
        """What it costs that roles and sizes are not spread as evenly as the numbers allow."""
        cost = 0
        for price, numbers in zip(self.price, zip(*self.counts, strict=True), strict=True):
            each, more = divmod(sum(numbers), len(numbers))
            least = (len(numbers) - more) * each**2 + more * (each + 1) ** 2
            cost += price * ((sum(number**2 for number in numbers) - least) // 2)
        return cost

    def strained(self) -> int:
        """What it costs that people sit together who should be apart."""
        return sum(strain.get(table, 0) for strain, table in zip(self.strain, self.at, strict=True)) // 2
