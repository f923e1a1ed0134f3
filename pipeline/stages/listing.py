"""A list with headed columns, as anybody keeps one: what the commands that do one thing read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawCell, RawTab
from pipeline.stages.cells import cell_text

Line = tuple[int, tuple[str, ...]]
"""A row: its number, and its cells as text."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The header as written, and every row that is not blank.

    `rows` are the sheet's own row number (its first row = 1) and the cells as text, as many as the
    header has.
    """

    header: tuple[str, ...]
    rows: tuple[Line, ...]

    def place(self, *names: str) -> int | None:
        """The column (from 0) with the first of these headers that the list has, None if it has none."""
        keys = list(map(same_header_key, self.header))
        return next((keys.index(key) for key in map(same_header_key, names) if key in keys), None)


def read_listing(tab: RawTab) -> Listing:
    """The list on a tab: its first row that is not blank is the header."""
    texts = ((row, _texts(cells)) for row, cells in enumerate(tab.rows, 1))
    filled = ((row, cells) for row, cells in texts if any(cells))
    _row, header = next(filled, (0, ()))
    return Listing(header, tuple(_as_wide(filled, len(header))))


def _texts(cells: Sequence[RawCell]) -> tuple[str, ...]:
    """The cells as text; those of most rows are that already, which one look tells."""
    words = [cell for cell in cells if type(cell) is str]
    whole = "".join(words)
    if len(words) == len(cells) and whole.isascii() and whole.isprintable() and " " not in whole:
        return tuple(words)
    return tuple(map(cell_text, cells))


def _as_wide(rows: Iterable[Line], width: int) -> Iterator[Line]:
    missing = ("",) * width
    for row, cells in rows:
        yield row, cells if len(cells) == width else (cells + missing)[:width]
