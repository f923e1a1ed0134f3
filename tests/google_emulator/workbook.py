"""Spreadsheets of the emulator from and to .xlsx, so that a person can look at what would stand in Google.

Both go through the Sheets API itself: a workbook becomes one `batchUpdate` per tab, and what is saved is what
`spreadsheets.get` tells, with the results of formulas.
"""

import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tests.google_emulator.charts import draw
from tests.google_emulator.looks import colour_of, coordinates, dress, format_of, paint
from tests.google_emulator.world import SPREADSHEET, File, World

Json = dict[str, Any]

DATES = (datetime, date, time, timedelta)
PIXELS = 7
"""Of a column, for each of the characters in which Excel counts."""


def seed(world: World, path: Path, *, owner: str = "", locale: str = "nl_NL") -> File:
    """A new spreadsheet with the tabs of a workbook, called as the workbook is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = load_workbook(path)
    file = world.create(SPREADSHEET, path.stem, owner)
    place = {"locale": locale, "timeZone": "Europe/Amsterdam"}
    requests: list[Json] = [
        {"updateSpreadsheetProperties": {"properties": place, "fields": "locale,timeZone"}},
        {"updateSheetProperties": {"properties": {"sheetId": 0, "title": "0"}, "fields": "title"}},
    ]
    for sheet in book.worksheets:
        requests += _tab(sheet, world.ids.sheet())
    requests.append({"deleteSheet": {"sheetId": 0}})
    world.ask("POST", f"/v4/spreadsheets/{file.id}:batchUpdate", {"requests": requests})
    return file


def _tab(sheet: Worksheet, tab: int) -> Iterator[Json]:
    """The requests that make a tab like a sheet of a workbook."""
    rows, columns = max(sheet.max_row, 1000), max(sheet.max_column, 26)
    grid = {"rowCount": rows, "columnCount": columns, **_frozen(sheet)}
    hidden = {"hidden": True} if sheet.sheet_state != "visible" else {}
    yield {
        "addSheet": {"properties": {"sheetId": tab, "title": sheet.title, "gridProperties": grid, **hidden}}
    }
    filled = [{"values": [_cell(cell) for cell in row]} for row in sheet.iter_rows()]
    fields = "userEnteredValue,userEnteredFormat,note"
    yield {"updateCells": {"rows": filled, "fields": fields, "start": {"sheetId": tab}}}
    for each in sheet.merged_cells.ranges:
        yield {"mergeCells": {"range": _range(tab, each.coord), "mergeType": "MERGE_ALL"}}
    for dimension in sheet.column_dimensions.values():
        first, last = dimension.min or 0, dimension.max or 0
        if 0 < first <= columns:
            size = {"pixelSize": round(dimension.width * PIXELS)}
            place: Json = {"sheetId": tab, "dimension": "COLUMNS"}
            place |= {"startIndex": first - 1, "endIndex": min(last, columns)}
            yield {"updateDimensionProperties": {"range": place, "properties": size, "fields": "pixelSize"}}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and (rule.formula1 or "").startswith('"'):
            choices = [{"userEnteredValue": each} for each in rule.formula1.strip('"').split(",")]
            asked = {"condition": {"type": "ONE_OF_LIST", "values": choices}, "showCustomUi": True}
            for area in rule.sqref.ranges:
                within = _range(tab, area.coord)
                within["endRowIndex"] = min(within["endRowIndex"], rows)
                yield {"setDataValidation": {"range": within, "rule": asked}}


def _frozen(sheet: Worksheet) -> Json:
    if not sheet.freeze_panes:
        return {}
    first = CellRange(sheet.freeze_panes)
    found = {"frozenRowCount": first.min_row - 1, "frozenColumnCount": first.min_col - 1}
    return {name: number for name, number in found.items() if number}


def _range(tab: int, coordinates: str) -> Json:
    area = CellRange(coordinates)
    across = {"startColumnIndex": area.min_col - 1, "endColumnIndex": area.max_col}
    return {"sheetId": tab, "startRowIndex": area.min_row - 1, "endRowIndex": area.max_row, **across}


def _cell(cell: Cell | MergedCell) -> Json:
    made: Json = {}
    if cell.value is not None:
        made["userEnteredValue"] = _value(cell)
    if looks := format_of(cell):
        made["userEnteredFormat"] = looks
    if cell.comment:
        made["note"] = cell.comment.text
    return made


def _value(cell: Cell | MergedCell) -> Json:
    value = cell.value
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, DATES):
        return {"numberValue": to_excel(value)}  # type: ignore[no-untyped-call]
    if isinstance(value, int | float):
        return {"numberValue": value}
    return {"formulaValue" if cell.data_type == "f" else "stringValue": str(value)}


def saved(world: World, file_id: str) -> bytes:
    """A spreadsheet as the bytes of a workbook."""
    found = world.ask("GET", f"/v4/spreadsheets/{file_id}?includeGridData=true")
    book = Workbook()
    del book[book.sheetnames[0]]
    sheets: dict[int, Worksheet] = {}
    for each in found["sheets"]:
        tab = each["properties"]
        sheets[tab["sheetId"]] = sheet = book.create_sheet(_safe(tab["title"]))
        _sheet(sheet, each)
    for sheet, each in zip(sheets.values(), found["sheets"], strict=True):
        for chart in each.get("charts", ()):
            draw(sheet, chart, sheets)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _safe(title: str) -> str:
    """A title that Excel allows."""
    return "".join("_" if letter in "[]:*?/\\" else letter for letter in title)[:31]


def _sheet(sheet: Worksheet, found: Json) -> None:
    """Fill a sheet with what stands in a tab."""
    _page(sheet, found["properties"])
    for part in found.get("data", ()):
        _fill(sheet, [one.get("values", ()) for one in part.get("rowData", ())])
        for index, each in enumerate(part.get("columnMetadata", ()), 1):
            sheet.column_dimensions[get_column_letter(index)].width = each["pixelSize"] / PIXELS
    for each in found.get("merges", ()):
        sheet.merge_cells(coordinates(each))
    paint(sheet, found.get("conditionalFormats", ()))


def _page(sheet: Worksheet, properties: Json) -> None:
    """What a tab is like as a whole; on paper it is one page wide."""
    grid = properties["gridProperties"]
    sheet.sheet_state = "hidden" if properties.get("hidden") else "visible"
    if "tabColor" in properties:
        sheet.sheet_properties.tabColor = colour_of(properties["tabColor"])
    top, left = grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0)
    if top or left:
        sheet.freeze_panes = f"{get_column_letter(left + 1)}{top + 1}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_view.showGridLines = not grid.get("hideGridlines", False)


def _fill(sheet: Worksheet, rows: Iterable[Iterable[Json]]) -> None:
    """Fill the cells, and let those that have choices be chosen from a list."""
    offered: dict[str, list[tuple[int, int]]] = {}
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            if cell:
                _put(cast("Cell", sheet.cell(row, column)), cell)
            if choices := _choices(cell):
                offered.setdefault(choices, []).append((column, row))
    for choices, places in offered.items():
        where = " ".join(_areas(places))
        sheet.add_data_validation(DataValidation(type="list", formula1=f'"{choices}"', sqref=where))


def _put(cell: Cell, found: Json) -> None:
    """Fill a cell: its value as Google works it out, its looks and its note."""
    value = next(iter(found.get("effectiveValue", {}).values()), None)
    if isinstance(value, dict):
        value = found["formattedValue"]
    if value is not None:
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    dress(cell, found.get("userEnteredFormat", {}))
    if "hyperlink" in found:
        cell.hyperlink = found["hyperlink"]
    if "note" in found:
        cell.comment = Comment(found["note"], "")


def _choices(found: Json) -> str:
    """What can be chosen in a cell, as a workbook writes it; empty when nothing is offered."""
    rule = found.get("dataValidation", {}).get("condition", {})
    if rule.get("type") == "BOOLEAN":
        return "TRUE,FALSE"
    if rule.get("type") != "ONE_OF_LIST":
        return ""
    return ",".join(each["userEnteredValue"] for each in rule["values"])


def _areas(cells: list[tuple[int, int]]) -> Iterator[str]:
    """The ranges that cells (column, row) make, each a run within a column: `B2:B9`."""
    start = last = (0, 0)
    for column, row in [*sorted(cells), (0, 0)]:
        if (column, row) != (last[0], last[1] + 1):
            if last[0]:
                letter = get_column_letter(last[0])
                yield f"{letter}{start[1]}:{letter}{last[1]}"
            start = (column, row)
        last = (column, row)
