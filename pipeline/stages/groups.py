"""Rows gathered into groups, one per person, that can be told never to join."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from pipeline.stages.compare import compare_all
from pipeline.stages.names import Name

Row = TypeVar("Row", bound=Hashable)


def _leader(leaders: dict[Row, Row], row: Row) -> Row:
    """Who leads a row; every step there becomes shorter for whoever asks next."""
    while (leader := leaders.get(row, row)) != row:
        leaders[row] = leaders.get(leader, leader)
        row = leader
    return row


class Joined(Generic[Row]):
    """What was joined, and nothing more."""

    def __init__(self) -> None:
        self._leader: dict[Row, Row] = {}

    def join(self, one: Row, other: Row) -> bool:
        """Make two one; False when they were."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._leader[second] = first
        return first != second

    def of(self, row: Row) -> Row:
        """The row that stands for all that were joined with this one."""
        return _leader(self._leader, row)


class Groups(Generic[Row]):
    """Groups of rows (by any sortable id) that only ever grow. A group is named by its smallest id.

    Two rows that were set apart never come into one group, nor do two rows whose first
    names contradict, unless a person joined them or more than names was weighed.
    """

    def __init__(self, names: Mapping[Row, Name]) -> None:
        self._all = names
        self._leader: dict[Row, Row] = {}
        self._members: dict[Row, list[Row]] = {}
        self._apart: dict[Row, set[Row]] = {}

    def __contains__(self, row: Row) -> bool:
        return row in self._all

    def of(self, row: Row) -> Row:
        """The group of a row."""
        return _leader(self._leader, row) if row in self._leader else row

    def members(self, group: Row) -> tuple[Row, ...]:
        """The rows of a group, sorted."""
        return tuple(sorted(self._members.get(group, (group,))))  # type: ignore[type-var]

    def size(self, group: Row) -> int:
        """How many rows a group has."""
        return len(self._members[group]) if group in self._members else 1

    def names(self, group: Row) -> tuple[Name, ...]:
        """The different names in a group."""
        members = self._members.get(group, (group,))
        return tuple(dict.fromkeys(name for row in members if not (name := self._all[row]).empty))

    def all(self) -> tuple[Row, ...]:
        """All groups, sorted."""
        return tuple(sorted(row for row in self._all if self._leader.get(row, row) == row))  # type: ignore[type-var]

    def set_apart(self, one: Row, other: Row) -> None:
        """Keep two rows in two groups from now on."""
        self._apart.setdefault(self.of(one), set()).add(other)
        self._apart.setdefault(self.of(other), set()).add(one)

    def apart(self, one: Row, other: Row) -> bool:
        """Whether two rows, or others of their groups, were set apart."""
        if not self._apart:
            return False
        group = self.of(other)
        return any(self.of(row) == group for row in self._apart.get(self.of(one), ()))

    def contradict(self, one: Row, other: Row) -> bool:
        """Whether first names of the two rows' groups contradict each other."""
        return compare_all(self.names(self.of(one)), self.names(self.of(other))).conflict

    def join(self, one: Row, other: Row, *, decided: bool = False) -> bool:
        """Make one group of two; False when they stay two. `decided` = whatever their names say."""
        first, second = sorted((self.of(one), self.of(other)))  # type: ignore[type-var]
        if first == second:
            return True
        if self.apart(first, second) or not (decided or not self.contradict(first, second)):
            return False
        self._leader[second] = first
        self._members.setdefault(first, [first]).extend(self._members.pop(second, (second,)))
        if second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))
        return True
