"""A1 notation: `'Tab 1'!A2:C`, both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ADDRESS_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")
CORNERS = re.compile(
    r"\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?"
    r"(?:(:)\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?)?"
)


@dataclass(frozen=True, slots=True)
class Corners:
    """A rectangle of cells, half open and counted from 0; None where it has no end."""

    top: int = 0
    bottom: int | None = None
    left: int = 0
    right: int | None = None

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return self.bottom == self.top + 1 and self.right == self.left + 1


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text in A1 notation says: a tab's title (None: not said) and which cells of it (None: all).

    `name` is what can also be the name of a range.
    """

    title: str | None
    corners: Corners | None
    name: str | None = None


def letters(column: int) -> str:
    """The letters of a column counted from 0: 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column(name: str) -> int:
    """The number of a column, counted from 0."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def quoted(title: str) -> str:
    """A title as it stands before the exclamation mark: between quotes unless it is a plain word."""
    if PLAIN_TITLE.fullmatch(title) and not ADDRESS_LIKE.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def unquoted(text: str) -> str:
    """A title without its quotes."""
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text


def written(title: str, top: int, bottom: int, left: int, right: int) -> str:
    """A rectangle in A1 notation; one cell without a colon."""
    first, last = f"{letters(left)}{top + 1}", f"{letters(right - 1)}{bottom}"
    return f"{quoted(title)}!{first}" if first == last else f"{quoted(title)}!{first}:{last}"


def corners(text: str) -> Corners | None:
    """The rectangle that an address describes, whichever corner comes first; None when it is no address."""
    match = CORNERS.fullmatch(text)
    if not match:
        return None
    first_column, first_row, colon, last_column, last_row = match.groups()
    if not colon:
        last_column, last_row = first_column, first_row
        if not (first_column and first_row):
            return None
    if not (first_column or first_row) or not (last_column or last_row):
        return None
    left, right = _span([column(name) if name else None for name in (first_column, last_column)])
    top, bottom = _span([int(row) - 1 if row else None for row in (first_row, last_row)])
    return Corners(top, bottom, left, right)


def _span(ends: list[int | None]) -> tuple[int, int | None]:
    told = [end for end in ends if end is not None]
    if not told:
        return 0, None
    return min(told), max(told) + 1 if len(told) == len(ends) else None


def parse(text: str) -> Reference:
    """What a range says. A text without `!` is an address, or else a title (or the name of a range)."""
    title, mark, address = text.rpartition("!")
    if mark:
        return Reference(unquoted(title), corners(address), address)
    if text.startswith("'"):
        return Reference(unquoted(text), None)
    found = corners(text)
    return Reference(None, found) if found else Reference(text, None, text)
