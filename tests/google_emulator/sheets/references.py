"""References in formulas, when what they refer to moves and when the formula itself is copied."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import ROWS, Shift

BROKEN = "#REF!"
TITLE = r"(?:'(?:[^']|'')+'|[A-Za-z_]\w*)!"
CORNER = r"(\$?)([A-Za-z]{1,3})(?:(\$?)(\d+))?"
FOUND = re.compile(rf'"(?:[^"]|"")*"|(?<![\w$!.\'])({TITLE})?{CORNER}(:)?(?:(?<=:){CORNER})?(?![\w(.!])')


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference, counted from 0; `row` is None for whole columns."""

    column: int
    row: int | None
    fixed_column: str
    fixed_row: str

    def __str__(self) -> str:
        row = "" if self.row is None else f"{self.fixed_row}{self.row + 1}"
        return f"{self.fixed_column}{a1.letters(self.column)}{row}"

    def index(self, dimension: str) -> int | None:
        """Its row or its column."""
        return self.row if dimension == ROWS else self.column

    def at(self, dimension: str, index: int) -> Corner:
        """The same end at another row or column."""
        column, row = (self.column, index) if dimension == ROWS else (index, self.row)
        return Corner(column, row, self.fixed_column, self.fixed_row)


Move = Callable[[str, list[Corner]], list[Corner] | None]
"""Where the ends of a reference go, told the title before them; None when nothing is left of it."""


def followed(formula: str, home: str, title: str, dimension: str, shift: Shift) -> str:
    """A formula on the tab `home` after rows or columns of the tab `title` were shifted."""

    def move(told: str, ends: list[Corner]) -> list[Corner] | None:
        indexes = [end.index(dimension) for end in ends]
        first, last = indexes[0], indexes[-1]
        if (a1.unquoted(told[:-1]) or home).lower() != title.lower() or first is None:
            return ends
        if last is None:  # from a row to the end of the sheet
            place = shift(first, first + 1)
            return [ends[0].at(dimension, place[0]), ends[1]] if place else None
        place = shift(first, last + 1)
        if place is None:
            return None
        return [end.at(dimension, index) for end, index in zip(ends, (place[0], place[1] - 1), strict=False)]

    return _rewritten(formula, move)


def copied(formula: str, down: int, right: int) -> str:
    """A formula that was copied so far: what isn't fixed with a $ goes along."""

    def move(_told: str, ends: list[Corner]) -> list[Corner] | None:
        gone = [_offset(end, down, right) for end in ends]
        return None if any(end.column < 0 or (end.row or 0) < 0 for end in gone) else gone

    return _rewritten(formula, move)


def renamed(formula: str, old: str, new: str) -> str:
    """A formula after a tab got another title."""

    def replaced(match: re.Match[str]) -> str:
        title = match[1]
        if not title or a1.unquoted(title[:-1]).lower() != old.lower():
            return match[0]
        return a1.quoted(new) + "!" + match[0].removeprefix(title)

    return FOUND.sub(replaced, formula)


def _offset(end: Corner, down: int, right: int) -> Corner:
    column = end.column if end.fixed_column else end.column + right
    row = end.row if end.row is None or end.fixed_row else end.row + down
    return Corner(column, row, end.fixed_column, end.fixed_row)


def _rewritten(formula: str, move: Move) -> str:
    """A formula with every reference in it moved; what stands between quotes is no reference."""

    def replaced(match: re.Match[str]) -> str:
        title, first, last = match[1] or "", match.groups()[1:5], match.groups()[6:]
        if first[1] is None or (not first[3] and not match[6]) or (match[6] and not last[1]):
            return match[0]
        ends = [_corner(*first)] + ([_corner(*last)] if match[6] else [])
        moved = move(title, ends)
        return BROKEN if moved is None else title + ":".join(map(str, moved))

    return FOUND.sub(replaced, formula)


def _corner(fixed_column: str, column: str, fixed_row: str | None, row: str | None) -> Corner:
    return Corner(a1.column(column), int(row) - 1 if row else None, fixed_column, fixed_row or "")
