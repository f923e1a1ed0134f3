"""Rows of a tab in which people write: brought into their new order without a person's cell being written.

Whole rows are inserted, moved and taken away, so that what somebody types meanwhile travels with its row.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Final, cast

from pipeline.edges.google.snapshot import Value
from pipeline.edges.google.wire import LONGEST, Request, lines_of
from pipeline.edges.shown import clean, shown
from pipeline.model.responses import RawCell
from pipeline.model.tab import Grid, PlacedTable
from pipeline.stages.cells import cell_text

MOST_MOVES: Final = 500
"""So many rows are moved one by one; to move more, the table is written anew."""

Line = Sequence[Value]


@dataclass(slots=True)
class Canvas:
    """A tab as it will stand when the `requests` are applied; `height` counts its rows, empty ones too."""

    sheet: int
    rows: list[Line]
    height: int
    requests: list[Request] = field(default_factory=list)

    def insert(self, before: int, count: int) -> None:
        """New, empty rows."""
        if before > self.height:
            self.requests.append(more(self.sheet, "ROWS", before - self.height))
            self.height = before
        self.rows += [()] * (before - 1 - len(self.rows))
        self.rows[before - 1 : before - 1] = [()] * count
        self.height += count
        where = lines_of(self.sheet, "ROWS", before, before + count - 1)
        self.requests.append({"insertDimension": {"range": where, "inheritFromBefore": before > 1}})

    def delete(self, first: int, count: int) -> None:
        """Rows gone, those below come up."""
        del self.rows[first - 1 : first - 1 + count]
        self.height -= count
        where = lines_of(self.sheet, "ROWS", first, first + count - 1)
        self.requests.append({"deleteDimension": {"range": where}})

    def move(self, row: int, before: int) -> None:
        """A row further up or down; `before` counts as it is until then."""
        line = self.rows.pop(row - 1)
        self.rows.insert(before - 1 - (row < before), line)
        where = lines_of(self.sheet, "ROWS", row, row)
        self.requests.append({"moveDimension": {"source": where, "destinationIndex": before - 1}})


def more(sheet: int, dimension: str, count: int) -> Request:
    """So many rows or columns at the end."""
    return {"appendDimension": {"sheetId": sheet, "dimension": dimension, "length": count}}


@dataclass(frozen=True, slots=True)
class Located:
    """A table in which people write, as it stands: its header row, its key column, row by row the key."""

    header: int
    key_column: int
    keys: tuple[tuple[int, str], ...]

    @property
    def bottom(self) -> int:
        """The last row of the table."""
        return self.keys[-1][0] if self.keys else self.header


@dataclass(frozen=True, slots=True)
class Watch:
    """What must still stand in a tab right before it is written: else the rows found are others.

    The key column, and of the `rows` that go all cells; without a key column everything.
    """

    title: str
    before: Sequence[Line]
    key_column: int | None = None
    rows: frozenset[int] = frozenset()

    def holds(self, now: Sequence[Line]) -> bool:
        """Whether the tab is still as it was."""
        pairs = zip_longest(self.before, now, fillvalue=())
        return all(self._same(number, *pair) for number, pair in enumerate(pairs, start=1))

    def _same(self, number: int, before: Line, now: Line) -> bool:
        if self.key_column is None or number in self.rows:
            return _plain(before) == _plain(now)
        return _at(before, self.key_column) == _at(now, self.key_column)


def people_table(grid: Grid) -> PlacedTable | None:
    """The table of a tab in which people write."""
    return next((one for one in grid.tables if one.table.row_key and _people(one)), None)


def locate(rows: Sequence[Line], placed: PlacedTable, others: Collection[str]) -> Located | None:
    """Where the table stands; None when no row bears its headers, each in its own column.

    `others` are the headers of the tables that may stand below it.
    """
    headers = [clean(column.header) for column in placed.table.columns]
    header = next(
        (number for number, row in enumerate(rows, 1) if list(row[: len(headers)]) == headers), None
    )
    if header is None:
        return None
    key = [column.key for column in placed.table.columns].index(cast("str", placed.table.row_key))
    return Located(header, key + 1, tuple(_keys(rows, header, key, {*others} - {*headers})))


def _keys(rows: Sequence[Line], header: int, key: int, others: set[str]) -> Iterator[tuple[int, str]]:
    """The rows that bear a key: down to the headers of the next table."""
    for number, row in enumerate(rows[header:], start=header + 1):
        said = [cell for cell in row if cell not in ("", False)]
        if sum(cell in others for cell in said) > 1:
            return
        if len(said) > 1 and len(row) > key and (text := cell_text(row[key])):
            yield number, text


@dataclass(frozen=True, slots=True)
class Aligned:
    """How the rows came into their order: which were taken away (as they stood), whether any moved.

    `foreign`: somebody wrote in a row that went and that has no key of its own.
    """

    gone: frozenset[int]
    moved: bool
    foreign: bool


def align(canvas: Canvas, located: Located, placed: PlacedTable) -> Aligned | None:
    """Bring the rows that stand there to where the new table has them, with empty rows for new ones.

    None when too many would have to be moved; then nothing was done.
    """
    wanted = [row.key or "" for row in placed.table.rows]
    first = _first_rows(located)
    new = set(wanted)
    staying = [key for row, key in located.keys if key in new and first[key] == row]
    stable = _longest_in_order(staying, {key: place for place, key in enumerate(wanted)})
    loose = [key for key in wanted if key in first and key not in stable]
    if len(loose) > MOST_MOVES:
        return None
    going = {*range(located.header + 1, located.bottom + 1)} - {first[key] for key in staying}
    width = len(placed.table.columns)
    ours = {row for row, key in located.keys if key not in new}
    foreign = any(_typed(canvas.rows[row - 1], width if row in ours else 0) for row in going)
    _take_away(canvas, going)
    foreign = _shift_header(canvas, located.header, placed.header_row, width) or foreign
    order = list(staying)
    _move(canvas, order, [key for key in wanted if key in first], stable, placed.header_row)
    _make_room(canvas, order, wanted, placed.header_row)
    return Aligned(frozenset(going), bool(loose), foreign)


def _first_rows(located: Located) -> Mapping[str, int]:
    """The row of each key; of a key that stands there twice the first."""
    return {key: row for row, key in reversed(located.keys)}


def _longest_in_order(keys: Sequence[str], places: Mapping[str, int]) -> set[str]:
    """As many of the keys as stand in the wanted order already."""
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for key in keys:
        at = bisect_left(tails, places[key])
        before[key] = ends[at - 1] if at else None
        tails[at : at + 1] = [places[key]]
        ends[at : at + 1] = [key]
    found: set[str] = set()
    key_or_none = ends[-1] if ends else None
    while key_or_none is not None:
        found.add(key_or_none)
        key_or_none = before[key_or_none]
    return found


def _take_away(canvas: Canvas, rows: set[int]) -> None:
    for _, run in groupby(enumerate(sorted(rows, reverse=True)), lambda at: at[0] + at[1]):
        numbers = [row for _place, row in run]
        canvas.delete(numbers[-1], len(numbers))


def _shift_header(canvas: Canvas, stands: int, wanted: int, width: int) -> bool:
    """Bring the header to its row; whether somebody wrote beside one of the rows that went."""
    if wanted > stands:
        canvas.insert(stands, wanted - stands)
    elif wanted < stands:
        lines = canvas.rows[wanted - 1 : stands - 1]
        canvas.delete(wanted, stands - wanted)
        return any(_typed(line, width) for line in lines)
    return False


def _move(canvas: Canvas, order: list[str], wanted: Sequence[str], stable: set[str], header: int) -> None:
    """Move the rows that are not `stable`, each behind the one it follows; `order` is kept up to date."""
    placed = 0
    for key in wanted:
        if key in stable:
            placed = order.index(key, placed) + 1
            continue
        at = order.index(key)
        canvas.move(header + 1 + at, header + 1 + placed)
        order.pop(at)
        placed -= at < placed
        order.insert(placed, key)
        placed += 1


def _make_room(canvas: Canvas, order: Sequence[str], wanted: Sequence[str], header: int) -> None:
    """Empty rows where new ones come."""
    standing = set(order)
    for is_new, run in groupby(enumerate(wanted, start=header + 1), lambda at: at[1] not in standing):
        rows = [row for row, _key in run]
        if is_new:
            canvas.insert(rows[0], len(rows))


def _people(placed: PlacedTable) -> bool:
    return any(column.people for column in placed.table.columns)


def _typed(line: Line, beyond: int) -> bool:
    """Whether anything stands in a row to the right of so many columns."""
    return any(cell not in ("", False) for cell in line[beyond:])


def _at(line: Line, column: int) -> str:
    return cell_text(line[column - 1]) if len(line) >= column else ""


def _plain(line: Line) -> list[object]:
    """What a row shows, without what is empty at its end; a check box that is off is empty."""
    cells = ["" if cell is False else shown(cast("RawCell", cell), longest=LONGEST) for cell in line]
    while cells and cells[-1] == "":
        cells.pop()
    return list(cells)
