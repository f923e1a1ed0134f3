"""Chairs reserved for those with a wish, before anybody else sits down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MOST_TRIES: Final = 2_000
"""After so many tries the wishes count as too many at once."""


@dataclass(frozen=True, slots=True)
class Request:
    """So many chairs at one table: one of `tables`, the best ones first (a lower rank is better), and
    never where another of the requests `apart` (by place in the list) has its chairs.
    """

    size: int
    tables: tuple[tuple[int, int], ...]
    apart: frozenset[int] = frozenset()


def reserve(requests: Sequence[Request], chairs: Sequence[int]) -> tuple[int, ...] | None:
    """A table for every request, given the free chairs at each table; None where none was found.

    Backtracking: the request that fits at fewest tables goes first, to its best table, of equal ones to the
    one with most chairs left. `tables` of a request are pairs of rank and table.
    """
    search = _Search(requests, list(chairs))
    waiting = [search.options()]
    for _ in range(MOST_TRIES):
        if not waiting:
            return None
        if not search.open:
            return tuple(search.at)
        option = next(waiting[-1], None)
        if option is None:
            waiting.pop()
            search.undo()
        else:
            search.take(*option)
            waiting.append(search.options())
    return None


class _Search:
    """Requests with their tables; -1 = none yet."""

    def __init__(self, requests: Sequence[Request], free: list[int]) -> None:
        self._requests = requests
        self._free = free
        self._taken: list[int] = []
        self.at = [-1] * len(requests)
        self.open = set(range(len(requests)))

    def options(self) -> Iterator[tuple[int, int]]:
        """The next request with each table where it fits, the best first."""
        fitting = {one: self._fitting(one) for one in self.open}
        if not fitting:
            return iter(())
        one = min(fitting, key=lambda one: (len(fitting[one]), -self._requests[one].size, one))
        return ((one, table) for _, _, table in sorted(fitting[one]))

    def _fitting(self, one: int) -> list[tuple[int, int, int]]:
        request = self._requests[one]
        barred = {self.at[other] for other in request.apart}
        return [
            (rank, -self._free[table], table)
            for rank, table in request.tables
            if self._free[table] >= request.size and table not in barred
        ]

    def take(self, one: int, table: int) -> None:
        """Give a request its chairs."""
        self.at[one] = table
        self._free[table] -= self._requests[one].size
        self._taken.append(one)
        self.open.remove(one)

    def undo(self) -> None:
        """Take back what was given last."""
        if self._taken:
            one = self._taken.pop()
            self._free[self.at[one]] += self._requests[one].size
            self.at[one] = -1
            self.open.add(one)
