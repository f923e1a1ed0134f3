"""A spreadsheet as `spreadsheets.get` tells it: only what was asked for is put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import EVERYTHING, FieldMask, Json
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area, on
from tests.google_emulator.sheets.cells import Cell, Failure, Formula, Result, to_extended
from tests.google_emulator.sheets.colours import THEME, canonical, theme_colour
from tests.google_emulator.sheets.protection import Person
from tests.google_emulator.sheets.rendering import Renderer
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

URL = "https://docs.google.com/spreadsheets/d/{}/edit"
DEFAULT_FORMAT: Json = canonical({
    "backgroundColor": {"red": 1, "green": 1, "blue": 1},
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {}, "fontFamily": "arial,sans,sans-serif", "fontSize": 10,
        "bold": False, "italic": False, "strikethrough": False, "underline": False,
    },
})  # fmt: skip
DEFAULT_CELL: Json = DEFAULT_FORMAT | {"hyperlinkDisplayType": "PLAIN_TEXT"}
SPREADSHEET_THEME: Json = {
    "primaryFontFamily": "Arial",
    "themeColors": [{"colorType": name, "color": {"rgbColor": theme_colour(name)}} for name in THEME],
}
LINK = re.compile(r'=HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)
ALIGNED: dict[type, str] = {bool: "CENTER", int: "RIGHT", float: "RIGHT", str: "LEFT", Failure: "CENTER"}
CELL_KEYS = {"userEnteredValue", "effectiveValue", "formattedValue", "effectiveFormat"}


def document(
    spreadsheet: Spreadsheet,
    person: Person,
    mask: FieldMask,
    areas: Sequence[tuple[Sheet, Area]] = (),
) -> Json:
    """A Spreadsheet resource of what the mask takes; of the tabs that the areas are on."""
    whole: Json = {"spreadsheetId": spreadsheet.id, "properties": _properties(spreadsheet)}
    shown = [
        sheet for sheet in spreadsheet.sheets if not areas or any(sheet is on_it for on_it, _area in areas)
    ]
    sheets_mask = mask.below("sheets")
    if sheets_mask:
        whole["sheets"] = [_sheet(spreadsheet, sheet, person, sheets_mask, areas) for sheet in shown]
    whole |= _unless_empty("namedRanges", spreadsheet.named_ranges)
    whole |= _unless_empty("developerMetadata", located(spreadsheet, "SPREADSHEET"))
    selected: Json = mask.select(whole | {"spreadsheetUrl": URL.format(spreadsheet.id)})
    return selected


def located(spreadsheet: Spreadsheet, kind: str, sheet_id: int | None = None) -> list[Json]:
    """The developer metadata of a kind of place, on one tab when a sheetId is told."""
    return [
        each
        for each in spreadsheet.metadata
        if each["location"]["locationType"] == kind and sheet_id in {None, each["location"].get("sheetId", 0)}
    ]


def sheet_properties(spreadsheet: Spreadsheet, sheet: Sheet) -> Json:
    """SheetProperties: `sheetId` and `index` also when they are 0, everything else only when it is set."""
    first = {"sheetId": sheet.id, "title": sheet.title, "index": spreadsheet.sheets.index(sheet)}
    told = {name: value for name, value in sheet.properties.items() if value and name not in first}
    if not sheet.is_grid:
        del told["gridProperties"]
        return first | told
    grid = {name: value for name, value in sheet.properties["gridProperties"].items() if value}
    return first | told | {"gridProperties": grid}


def parse_mask(text: str) -> FieldMask:
    """The `fields` of a request."""
    try:
        return FieldMask.parse(text)
    except ValueError as error:
        raise ApiError.invalid(str(error)) from None


def _properties(spreadsheet: Spreadsheet) -> Json:
    told = spreadsheet.properties
    first = {
        "title": told["title"],
        "locale": told["locale"],
        "autoRecalc": told.get("autoRecalc", "ON_CHANGE"),
    }
    rest = {"defaultFormat": DEFAULT_FORMAT, "spreadsheetTheme": SPREADSHEET_THEME}
    return first | rest | told


def _unless_empty(name: str, value: Any) -> Json:
    return {name: value} if value else {}


def _sheet(
    spreadsheet: Spreadsheet,
    sheet: Sheet,
    person: Person,
    mask: FieldMask,
    areas: Sequence[tuple[Sheet, Area]],
) -> Json:
    told: Json = {"properties": sheet_properties(spreadsheet, sheet)}
    data_mask = mask.below("data")
    if data_mask and sheet.is_grid:
        parts = [area for on_it, area in areas if on_it is sheet] or [sheet.area]
        told["data"] = [_grid_data(spreadsheet, sheet, area, data_mask) for area in parts]
    for name, things in sheet.things.items():
        shown = [person.shown(thing) for thing in things] if name == "protectedRanges" else things
        told |= _unless_empty(name, shown)
    told |= _unless_empty("basicFilter", sheet.basic_filter)
    return told | _unless_empty("developerMetadata", located(spreadsheet, "SHEET", sheet.id))


def _grid_data(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: FieldMask) -> Json:
    told: Json = _unless_empty("startRow", area.top) | _unless_empty("startColumn", area.left)
    rows_mask = mask.below("rowData")
    if rows_mask:
        told |= _unless_empty("rowData", _row_data(spreadsheet, sheet, area, rows_mask))
    if mask.below("rowMetadata"):
        told["rowMetadata"] = [_dimension(spreadsheet, sheet, ROWS, row) for row in area.rows]
    if mask.below("columnMetadata"):
        told["columnMetadata"] = [_dimension(spreadsheet, sheet, COLUMNS, column) for column in area.columns]
    return told


def _dimension(spreadsheet: Spreadsheet, sheet: Sheet, dimension: str, index: int) -> Json:
    kind = {ROWS: "ROW", COLUMNS: "COLUMN"}[dimension]
    notes = [each for each in located(spreadsheet, kind)
             if each["location"]["dimensionRange"] == on(sheet.id) | {
                 "dimension": dimension, "startIndex": index, "endIndex": index + 1}]  # fmt: skip
    return sheet.dimension(dimension, index) | _unless_empty("developerMetadata", notes)


def _row_data(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: FieldMask) -> list[Json]:
    """RowData up to the last cell that holds anything, row by row."""
    renderer = Renderer.of(spreadsheet)
    cell_mask = mask.below("values") or FieldMask({})
    wanted = frozenset(name for name in CELL_KEYS if cell_mask.below(name))
    rows: list[Json] = []
    for index in range(area.top, min(area.bottom, len(sheet.rows))):
        row = sheet.row(index)
        columns = range(area.left, min(area.right, row.width))
        told = [_cell_data(renderer, sheet, index, column, row.cell(column), wanted) for column in columns]
        rows.append({"values": told} if told else {})
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _cell_data(
    renderer: Renderer, sheet: Sheet, row: int, column: int, cell: Cell, wanted: frozenset[str]
) -> Json:
    """CellData: what a cell holds, and of what comes out of that no more than is wanted."""
    value, look = cell
    told = dict(look)
    result = renderer.result(sheet, row, column, value) if wanted else None
    if value is not None and "userEnteredValue" in wanted:
        told["userEnteredValue"] = to_extended(value)
    if result is not None:
        told["effectiveValue"] = to_extended(result)
        told["formattedValue"] = renderer.formatted(result, look)
    link = LINK.match(value.text) if isinstance(value, Formula) else None
    if link:
        told["hyperlink"] = link[1]
    if "effectiveFormat" in wanted and (value is not None or look):
        told["effectiveFormat"] = _effective(look.get("userEnteredFormat", {}), renderer, result)
    return told


def _effective(told: Json, renderer: Renderer, result: Result) -> Json:
    """The format of a cell: its own over that of the spreadsheet, aligned by what is in it."""
    aligned = ALIGNED.get(type(result))
    whole = DEFAULT_CELL | ({"horizontalAlignment": aligned} if aligned else {}) | told
    whole["textFormat"] = DEFAULT_CELL["textFormat"] | told.get("textFormat", {})
    if "numberFormat" in told:
        pattern = renderer.pattern({"userEnteredFormat": told})
        whole["numberFormat"] = told["numberFormat"] | ({"pattern": pattern} if pattern else {})
    return whole


def asked(spreadsheet: Spreadsheet, ranges: Sequence[str]) -> list[tuple[Sheet, Area]]:
    """The areas of several ranges in A1 notation."""
    return [spreadsheet.located(text)[:2] for text in ranges]


def default_mask(*, grid: bool) -> FieldMask:
    """What is told when no mask was: everything, the cells only when they were asked for."""
    if grid:
        return EVERYTHING
    names = [*Sheet({"sheetId": 0, "title": ""}).things, "properties", "basicFilter", "developerMetadata"]
    whole = dict.fromkeys(
        ("spreadsheetId", "properties", "namedRanges", "developerMetadata", "spreadsheetUrl"), EVERYTHING
    )
    return FieldMask(whole | {"sheets": FieldMask(dict.fromkeys(names, EVERYTHING))})
