"""One tab: its size, its rows, and the things that lie on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area, Shift, deleted, inserted, moved, shifted
from tests.google_emulator.sheets.cells import EMPTY, Cell, Formula, Row, Value
from tests.google_emulator.sheets.references import followed

COUNTS = {ROWS: "rowCount", COLUMNS: "columnCount"}
PIXELS = {ROWS: 21, COLUMNS: 100}
THINGS = ("merges", "conditionalFormats", "filterViews", "protectedRanges", "charts", "bandedRanges",
          "rowGroups", "columnGroups", "slicers", "tables")  # fmt: skip


class Sheet:
    """A grid of cells.

    `rows` is as long as the last row that was ever written. `sizes` tells the rows and columns that differ
    from a new one (DimensionProperties by index). `things` are the lists of a Sheet by Google's names.
    """

    def __init__(self, properties: Json) -> None:
        grid = {"rowCount": 1000, "columnCount": 26} | properties.get("gridProperties", {})
        self.properties: Json = {"sheetType": "GRID"} | properties | {"gridProperties": grid}
        self.rows: list[Row] = []
        self.sizes: dict[str, dict[int, Json]] = {ROWS: {}, COLUMNS: {}}
        self.things: dict[str, list[Json]] = {name: [] for name in THINGS}
        self.basic_filter: Json | None = None

    @property
    def id(self) -> int:
        """The sheetId."""
        return int(self.properties["sheetId"])

    @property
    def title(self) -> str:
        """The title."""
        return str(self.properties["title"])

    @property
    def is_grid(self) -> bool:
        """Whether it has cells; a tab with nothing but a chart has none."""
        return bool(self.properties["sheetType"] == "GRID")

    @property
    def height(self) -> int:
        """The number of its rows."""
        return self.count(ROWS)

    @property
    def width(self) -> int:
        """The number of its columns."""
        return self.count(COLUMNS)

    def count(self, dimension: str) -> int:
        """The number of its rows or columns."""
        return int(self.properties["gridProperties"][COUNTS[dimension]])

    @property
    def area(self) -> Area:
        """All of it."""
        return Area(self.id, 0, self.height, 0, self.width)

    def copy(self) -> Sheet:
        """Its twin; the rows are shared because they never change."""
        twin = Sheet.__new__(Sheet)
        twin.properties, twin.things = deepcopy(self.properties), deepcopy(self.things)
        twin.rows, twin.basic_filter = list(self.rows), deepcopy(self.basic_filter)
        twin.sizes = {dimension: dict(sizes) for dimension, sizes in self.sizes.items()}
        return twin

    # --- cells

    def row(self, index: int) -> Row:
        """A row; an empty one when it was never written."""
        return self.rows[index] if index < len(self.rows) else EMPTY

    def put(self, index: int, row: Row) -> None:
        """Replace a row."""
        if index >= len(self.rows):
            self.rows.extend([EMPTY] * (index + 1 - len(self.rows)))
        self.rows[index] = row

    def cell(self, row: int, column: int) -> Cell:
        """A value and its look."""
        return self.row(row).cell(column)

    def cells(self, area: Area) -> list[list[Cell]]:
        """The cells of an area, row by row."""
        return [self.row(row).cells(area.left, area.right) for row in area.rows]

    def put_cells(self, top: int, left: int, block: Sequence[Sequence[Cell]]) -> None:
        """Write a block of cells; what falls outside the grid is lost."""
        for offset, cells in enumerate(block[: self.height - top]):
            row = self.row(top + offset)
            self.put(top + offset, row.with_cells(left, cells[: self.width - left]))

    def put_values(self, row: int, left: int, values: Sequence[Value]) -> None:
        """Write values in one row, keeping how the cells look."""
        self.put(row, self.row(row).with_values(left, values))

    def filled_rows(self) -> int:
        """How many rows there are up to the last that has a value."""
        for index in range(len(self.rows), 0, -1):
            if self.rows[index - 1].filled:
                return index
        return 0

    # --- ranges

    def within(self, corners: a1.Corners) -> Area:
        """The part of the grid that corners describe; refused when they begin outside it."""
        bottom = self.height if corners.bottom is None else corners.bottom
        right = self.width if corners.right is None else corners.right
        if corners.top >= self.height or corners.left >= self.width:
            raise self.beyond(a1.written(self.title, corners.top, max(bottom, corners.top + 1), corners.left,
                                         max(right, corners.left + 1)))  # fmt: skip
        return Area(self.id, corners.top, min(bottom, self.height), corners.left, min(right, self.width))

    def beyond(self, written: str) -> ApiError:
        """The refusal of a range that is not on the grid."""
        return ApiError.invalid(
            f"Range ({written}) exceeds grid limits. Max rows: {self.height}, max columns: {self.width}"
        )

    def bounded(self, grid_range: Json) -> Area:
        """A GridRange with all its ends; refused when it is not on the grid."""
        top, left = grid_range.get("startRowIndex", 0), grid_range.get("startColumnIndex", 0)
        bottom = grid_range.get("endRowIndex", self.height)
        right = grid_range.get("endColumnIndex", self.width)
        if not (0 <= top <= bottom <= self.height and 0 <= left <= right <= self.width):
            raise self.beyond(a1.written(self.title, top, bottom, left, right))
        return Area(self.id, top, bottom, left, right)

    def written(self, area: Area) -> str:
        """An area of this tab in A1 notation."""
        return a1.written(self.title, area.top, area.bottom, area.left, area.right)

    # --- rows and columns

    def resize(self, dimension: str, count: int) -> None:
        """Make as many rows or columns as told, at the end."""
        self.properties["gridProperties"][COUNTS[dimension]] = count

    def insert(self, dimension: str, at: int, count: int) -> None:
        """Make empty rows or columns before one."""
        if dimension == ROWS:
            self.rows[at:at] = [EMPTY] * count if at < len(self.rows) else []
        else:
            self.rows = [_opened(row, at, count) for row in self.rows]
        self._reindex(dimension, inserted(at, count))
        self._recount(dimension, count)

    def remove(self, dimension: str, first: int, last: int) -> None:
        """Remove the rows or columns first … last - 1."""
        if dimension == ROWS:
            del self.rows[first:last]
        else:
            self.rows = [_closed(row, first, last) for row in self.rows]
        self._reindex(dimension, deleted(first, last))
        self._recount(dimension, first - last)

    def move(self, dimension: str, first: int, last: int, before: int) -> None:
        """Move the rows or columns first … last - 1 to stand before `before`."""
        at = before - (last - first) if before > first else before
        if dimension == ROWS:
            self.put(max(last, before) - 1, self.row(max(last, before) - 1))
            block = self.rows[first:last]
            del self.rows[first:last]
            self.rows[at:at] = block
        else:
            self.rows = [_rearranged(row, first, last, at) for row in self.rows]
        self._reindex(dimension, moved(first, last, before))

    def follow(self, moved_sheet: Sheet, dimension: str, shift: Shift) -> None:
        """Let the ranges and the formulas on this tab follow rows or columns of some tab."""
        self.things = {
            name: shifted(things, moved_sheet.id, dimension, shift) for name, things in self.things.items()
        }
        self.basic_filter = shifted(self.basic_filter, moved_sheet.id, dimension, shift)
        self.rewrite(lambda formula: followed(formula, self.title, moved_sheet.title, dimension, shift))

    def rewrite(self, changed: Callable[[str], str]) -> None:
        """Change the text of every formula."""
        for index, row in enumerate(self.rows):
            if row.formulas:
                values = [
                    Formula(changed(value.text)) if isinstance(value, Formula) else value
                    for value in row.values
                ]
                self.rows[index] = row.with_values(0, values)

    def dimension(self, dimension: str, index: int) -> Json:
        """The DimensionProperties of a row or a column."""
        return {"pixelSize": PIXELS[dimension]} | self.sizes[dimension].get(index, {})

    def _reindex(self, dimension: str, shift: Shift) -> None:
        places = ((shift(index, index + 1), size) for index, size in self.sizes[dimension].items())
        self.sizes[dimension] = {place[0]: size for place, size in places if place}

    def _recount(self, dimension: str, change: int) -> None:
        self.properties["gridProperties"][COUNTS[dimension]] += change
        frozen = {ROWS: "frozenRowCount", COLUMNS: "frozenColumnCount"}[dimension]
        grid = self.properties["gridProperties"]
        grid.update({frozen: min(grid[frozen], self.count(dimension) - 1)} if frozen in grid else {})

    # --- things

    def find(self, kind: str, key: str, wanted: Any) -> Json | None:
        """The thing of a kind that has an id."""
        return next((thing for thing in self.things[kind] if thing.get(key) == wanted), None)

    def merges(self) -> Iterator[Area]:
        """The areas that are one cell."""
        return (self.bounded(merge) for merge in self.things["merges"])


def _opened(row: Row, at: int, count: int) -> Row:
    cells = row.cells(0, row.width)
    return row if at >= len(cells) else Row.of([*cells[:at], *[(None, {})] * count, *cells[at:]])


def _closed(row: Row, first: int, last: int) -> Row:
    cells = row.cells(0, row.width)
    return row if first >= len(cells) else Row.of([*cells[:first], *cells[last:]])


def _rearranged(row: Row, first: int, last: int, at: int) -> Row:
    cells = row.cells(0, max(row.width, last, at + last - first))
    block = cells[first:last]
    rest = [*cells[:first], *cells[last:]]
    return Row.of([*rest[:at], *block, *rest[at:]])
