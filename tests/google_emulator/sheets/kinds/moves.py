"""Requests that bring cells elsewhere: copying, cutting, sorting."""

from __future__ import annotations

from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import Area
from tests.google_emulator.sheets.batch import Batch, Kind
from tests.google_emulator.sheets.cells import BLANK, Cell, Failure, Formula, Result, Value
from tests.google_emulator.sheets.formulas import Calculator
from tests.google_emulator.sheets.references import copied
from tests.google_emulator.sheets.sheet import Sheet

LOOKS = {"PASTE_FORMAT": {"userEnteredFormat"}, "PASTE_DATA_VALIDATION": {"dataValidation"}}
Keyed = tuple[int, list[Result]]
"""A row, and what it is sorted by."""
VALUES_ONLY = {"PASTE_VALUES", "PASTE_FORMULA"}


def copy(batch: Batch, told: Json) -> None:
    """`copyPaste`: a destination that is larger is filled with copies, a smaller one is outgrown."""
    source_sheet, source = batch.draft.area(told.get("source", {}))
    target_sheet, target = _destination(batch, told.get("destination", {}))
    plain = told.get("pasteType") == "PASTE_VALUES"
    block: list[list[Any]] = _worked_out(batch, source_sheet, source) if plain else source_sheet.cells(source)
    if told.get("pasteOrientation") == "TRANSPOSE":
        block = [list(column) for column in zip(*block, strict=True)]
    down, right = target.top - source.top, target.left - source.left
    height, width = len(block), len(block[0])
    rows, columns = max(target.height // height, 1) * height, max(target.width // width, 1) * width
    spread = Area(target.sheet_id, target.top, target.top + rows, target.left, target.left + columns)
    batch.check(target_sheet, spread)
    if plain:
        _paste_values(target_sheet, spread, block)
        return
    filled = [
        [
            _carried(
                block[row % height][column % width],
                row - row % height + down,
                column - column % width + right,
            )
            for column in range(columns)
        ]
        for row in range(rows)
    ]
    _paste(target_sheet, target.top, target.left, filled, told.get("pasteType", "PASTE_NORMAL"))


def _carried(cell: Cell, down: int, right: int) -> Cell:
    """A cell that comes to stand so far away: the references of a formula go along."""
    value, look = cell
    return (Formula(copied(value.text, down, right)), look) if isinstance(value, Formula) else cell


def cut(batch: Batch, told: Json) -> None:
    """`cutPaste`: the source is left empty."""
    sheet, source = batch.editable(told.get("source", {}))
    place = told.get("destination", {})
    target = batch.draft.sheet(place.get("sheetId", 0))
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    _check_on_grid(target, top, left)
    batch.check(target, Area(target.id, top, top + source.height, left, left + source.width))
    block = sheet.cells(source)
    kind = told.get("pasteType", "PASTE_NORMAL")
    _paste(sheet, source.top, source.left, [[BLANK] * source.width for _row in source.rows], kind)
    _paste(target, top, left, block, kind)


def _destination(batch: Batch, told: Json) -> tuple[Sheet, Area]:
    """Where to paste; only where it begins must be on the grid."""
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    top, left = told.get("startRowIndex", 0), told.get("startColumnIndex", 0)
    bottom, right = told.get("endRowIndex", sheet.height), told.get("endColumnIndex", sheet.width)
    _check_on_grid(sheet, top, left)
    return sheet, Area(sheet.id, top, min(bottom, sheet.height), left, min(right, sheet.width))


def _check_on_grid(sheet: Sheet, top: int, left: int) -> None:
    """Refuse a place to paste where there are no cells."""
    sheet.within(a1.Corners(top, top + 1, left, left + 1))


def _paste(sheet: Sheet, top: int, left: int, block: list[list[Cell]], kind: str) -> None:
    old = sheet.cells(Area(sheet.id, top, top + len(block), left, left + len(block[0])))
    mixed = [[_mixed(mine, theirs, kind) for mine, theirs in zip(*rows, strict=True)]
             for rows in zip(old, block, strict=True)]  # fmt: skip
    sheet.put_cells(top, left, mixed)


def _paste_values(sheet: Sheet, spread: Area, block: list[list[Value]]) -> None:
    """Fill an area with copies of a block; what falls outside the grid is lost."""
    across = spread.width // len(block[0])
    for offset in range(min(spread.height, sheet.height - spread.top)):
        line = block[offset % len(block)] * across
        sheet.put_values(spread.top + offset, spread.left, line[: sheet.width - spread.left])


def _mixed(old: Cell, new: Cell, kind: str) -> Cell:
    """A cell after a paste of one kind."""
    if kind in VALUES_ONLY:
        return new[0], old[1]
    if kind not in LOOKS:
        return new
    taken = {name: child for name, child in new[1].items() if name in LOOKS[kind]}
    return old[0], {name: child for name, child in old[1].items() if name not in LOOKS[kind]} | taken


def _worked_out(batch: Batch, sheet: Sheet, area: Area) -> list[list[Value]]:
    """Values, and what formulas come to."""
    calculator = Calculator.of(batch.draft)

    def value(row: int, column: int) -> Value:
        result = calculator.cell(sheet, row, column)
        return result.shown if isinstance(result, Failure) else result

    def line(index: int) -> list[Value]:
        row = sheet.row(index)
        if row.formulas:
            return [value(index, column) for column in area.columns]
        values = row.slice(area.left, area.right)
        return values + [None] * (area.width - len(values))

    return [line(index) for index in area.rows]


def sort(batch: Batch, told: Json) -> None:
    """`sortRange`: numbers before texts before yes and no, empty cells last whichever way."""
    sheet, area = batch.editable(told.get("range", {}))
    columns = [
        (spec.get("dimensionIndex", 0), spec.get("sortOrder") == "DESCENDING")
        for spec in told.get("sortSpecs", ())
    ]
    if any(column not in area.columns for column, _down in columns):
        raise ApiError.invalid("The sort columns must be within the range.")
    calculator = Calculator.of(batch.draft)
    keyed = [
        (row, [calculator.cell(sheet, row, column) for column, _down in columns])
        for row in range(area.top, min(area.bottom, len(sheet.rows)))
    ]
    for place, (_column, down) in reversed(list(enumerate(columns))):
        keyed = _sorted(keyed, place, down=down)
    block = [
        [_carried(cell, area.top + index - row, 0) for cell in sheet.row(row).cells(area.left, area.right)]
        for index, (row, _keys) in enumerate(keyed)
    ]
    sheet.put_cells(area.top, area.left, block)


def _sorted(keyed: list[Keyed], place: int, *, down: bool) -> list[Keyed]:
    """Rows sorted by one of their keys; equal ones keep their order."""
    filled = [row for row in keyed if row[1][place] is not None]
    filled.sort(key=lambda row: _rank(row[1][place]), reverse=down)
    return filled + [row for row in keyed if row[1][place] is None]


def _rank(value: Result) -> tuple[int, str | float]:
    if isinstance(value, bool):
        return 2, value
    if isinstance(value, int | float):
        return 0, value
    return (3, value.shown) if isinstance(value, Failure) else (1, str(value).lower())


KINDS: dict[str, Kind] = {"copyPaste": copy, "cutPaste": cut, "sortRange": sort}
