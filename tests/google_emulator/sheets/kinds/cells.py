"""Requests that write cells: their values, and how they look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import FieldMask, Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask, without_nulls
from tests.google_emulator.sheets.cells import NO_LOOK, Cell, Row, from_extended
from tests.google_emulator.sheets.colours import canonical
from tests.google_emulator.sheets.sheet import Sheet

VALUE = "userEnteredValue"
READ_ONLY = {"effectiveValue", "formattedValue", "effectiveFormat", "hyperlink", VALUE}


class Painter:
    """Writes CellData into cells by one field mask; equal changes to equal looks give one shared look."""

    def __init__(self, mask: FieldMask) -> None:
        self.value = mask.below(VALUE) is not None
        branches = mask.branches
        self.look: FieldMask | None = mask
        if branches is not None:
            kept = {name: branch for name, branch in branches.items() if name not in READ_ONLY}
            self.look = FieldMask(kept) if kept else None
        self._shared: dict[tuple[int, str], tuple[Json, Json]] = {}
        self._given: dict[str, Json] = {}

    def row(self, sheet: Sheet, row: int, left: int, told: Sequence[Json]) -> None:
        """Write a row of CellData from a column on."""
        old = new = sheet.row(row)
        if self.value:
            new = new.with_values(left, [from_extended(cell.get(VALUE)) for cell in told])
        if self.look:
            looks = [self._look(old.look(left + at), cell, _text(cell)) for at, cell in enumerate(told)]
            new = new.with_looks(left, looks)
        if new is not old:
            sheet.put(row, new)

    def repeated(self, told: Json) -> Callable[[Row, int, int], Row]:
        """What makes of a row the same row with one CellData in all columns from … up to …

        The columns are the same every time: rows that share their looks share them afterwards.
        """
        value, text = from_extended(told.get(VALUE)), _text(told)
        dressed: dict[int, tuple[Sequence[Json], Sequence[Json]]] = {}

        def painted(row: Row, left: int, right: int) -> Row:
            new = row.with_values(left, [value] * (right - left)) if self.value else row
            if self.look is None:
                return new
            if id(row.looks) not in dressed:
                looks = [self._look(row.look(at), told, text) for at in range(left, right)]
                dressed[id(row.looks)] = row.looks, row.with_looks(left, looks).looks
            return new.dressed(dressed[id(row.looks)][1])

        return painted

    def _look(self, old: Json, told: Json, text: str) -> Json:
        known = self._shared.get((id(old), text))
        if known is None:
            if text not in self._given:
                kept = {name: child for name, child in told.items() if name not in READ_ONLY}
                self._given[text] = canonical(without_nulls(kept))
            known = self._shared[id(old), text] = old, self._merged(old, self._given[text])
        return known[1]

    def _merged(self, old: Json, given: Json) -> Json:
        assert self.look is not None
        merged = self.look.merge(old, given)
        return {name: child for name, child in merged.items() if child} or NO_LOOK


def _text(told: Json) -> str:
    """What tells one look from another; a cell that tells none has none."""
    return repr(told) if len(told) > (VALUE in told) else ""


def update(batch: Batch, told: Json) -> None:
    """`updateCells`: with a range, what the rows don't tell is cleared; with a start, it stays."""
    painter = Painter(field_mask(told))
    rows = [_row_told(row) for row in told.get("rows") or ()]
    if told.get("range") is not None:
        sheet, area = batch.draft.area(without_nulls(told["range"]))
        _check_inside(area, rows)
        batch.check(sheet, area)
        for offset in range(area.height):
            cells = rows[offset] if offset < len(rows) else []
            painter.row(sheet, area.top + offset, area.left, _padded(sheet, area, offset, cells))
        return
    start = told.get("start") or {}
    sheet = batch.draft.sheet(start.get("sheetId") or 0)
    top, left = start.get("rowIndex") or 0, start.get("columnIndex") or 0
    width = max(map(len, rows), default=0)
    _check_grid(sheet, top + len(rows), left + width)
    batch.check(sheet, Area(sheet.id, top, top + len(rows), left, left + width))
    for offset, cells in enumerate(rows):
        painter.row(sheet, top + offset, left, cells)


def append(batch: Batch, told: Json) -> None:
    """`appendCells`: below the last row that has a value; rows and columns are made when needed."""
    painter = Painter(field_mask(told))
    sheet = batch.draft.sheet(told.get("sheetId") or 0)
    rows = [_row_told(row) for row in told.get("rows") or ()]
    top, width = sheet.filled_rows(), max(map(len, rows), default=0)
    sheet.resize(ROWS, max(sheet.height, top + len(rows)))
    sheet.resize(COLUMNS, max(sheet.width, width))
    batch.check(sheet, Area(sheet.id, top, top + len(rows), 0, width))
    for offset, cells in enumerate(rows):
        painter.row(sheet, top + offset, 0, cells)


def repeat(batch: Batch, told: Json) -> None:
    """`repeatCell`: one CellData for a whole area."""
    painted = Painter(field_mask(told)).repeated(told.get("cell", {}))
    sheet, area = batch.editable(told.get("range", {}))
    done: dict[int, tuple[Row, Row]] = {}
    for row in area.rows:
        old = sheet.row(row)
        if id(old) not in done:  # a row is never changed, and many are one: the empty one
            done[id(old)] = old, painted(old, area.left, area.right)
        sheet.put(row, done[id(old)][1])


def validate(batch: Batch, told: Json) -> None:
    """`setDataValidation`: a rule for every cell of an area, or none."""
    repeat(batch, {"range": told.get("range", {}), "fields": "dataValidation",
                   "cell": {"dataValidation": told["rule"]} if "rule" in told else {}})  # fmt: skip


def borders(batch: Batch, told: Json) -> None:
    """`updateBorders`: the outer and inner lines of an area; a side that isn't told stays."""
    sheet, area = batch.editable(told.get("range", {}))
    for row in area.rows:
        old = sheet.row(row)
        cells = [_bordered(area, row, column, old.cell(column), told) for column in area.columns]
        sheet.put(row, old.with_cells(area.left, cells))


def _bordered(area: Area, row: int, column: int, cell: Cell, told: Json) -> Cell:
    sides = {
        "top": "top" if row == area.top else "innerHorizontal",
        "bottom": "bottom" if row == area.bottom - 1 else "innerHorizontal",
        "left": "left" if column == area.left else "innerVertical",
        "right": "right" if column == area.right - 1 else "innerVertical",
    }
    value, look = cell
    given = {side: told[name] for side, name in sides.items() if name in told}
    if not given:
        return cell
    own = look.get("userEnteredFormat", {})
    lines = {
        side: line
        for side, line in {**own.get("borders", {}), **given}.items()
        if line.get("style") != "NONE"
    }
    kept = {name: child for name, child in own.items() if name != "borders"} | (
        {"borders": lines} if lines else {}
    )
    rest = {name: child for name, child in look.items() if name != "userEnteredFormat"}
    return value, rest | ({"userEnteredFormat": kept} if kept else {})


def _row_told(row: Json) -> list[Json]:
    return list(row.get("values") or ())


def _padded(sheet: Sheet, area: Area, offset: int, cells: list[Json]) -> list[Json]:
    """A row of a range, with empty cells where there is something to clear."""
    held = sheet.row(area.top + offset)
    reach = min(area.right, max(len(held.values), len(held.looks))) - area.left
    return cells + [{}] * (reach - len(cells))


def _check_inside(area: Area, rows: list[list[Json]]) -> None:
    if len(rows) > area.height:
        raise ApiError.invalid(
            f"Attempting to write row: {area.bottom}, beyond the last requested row of: {area.bottom - 1}"
        )
    width = max(map(len, rows), default=0)
    if width > area.width:
        raise ApiError.invalid(
            f"Attempting to write column: {area.right}, beyond the last requested column of: {area.right - 1}"
        )


def _check_grid(sheet: Sheet, bottom: int, right: int) -> None:
    if bottom > sheet.height or right > sheet.width:
        raise sheet.beyond(a1.written(sheet.title, 0, max(bottom, 1), 0, max(right, 1)))


KINDS: dict[str, Kind] = {
    "updateCells": update,
    "appendCells": append,
    "repeatCell": repeat,
    "setDataValidation": validate,
    "updateBorders": borders,
}
