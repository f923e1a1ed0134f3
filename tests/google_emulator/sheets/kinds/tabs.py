"""Requests on the spreadsheet as a whole and on its tabs."""

from __future__ import annotations

import re
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.areas import GRID_KEYS
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask
from tests.google_emulator.sheets.documents import sheet_properties
from tests.google_emulator.sheets.sheet import COUNTS, Sheet

LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
NO_SHEET = "No sheet with id: {}"
PLACES = {*GRID_KEYS, "rowIndex", "endIndex"}
OBJECT_IDS = {"charts": "chartId", "slicers": "slicerId", "filterViews": "filterViewId", "tables": "tableId",
              "protectedRanges": "protectedRangeId", "bandedRanges": "bandedRangeId"}  # fmt: skip


def update_spreadsheet(batch: Batch, told: Json) -> None:
    """`updateSpreadsheetProperties`."""
    properties = field_mask(told).merge(batch.draft.properties, told.get("properties", {}))
    if not LOCALE.fullmatch(properties.get("locale", "")):
        raise ApiError.invalid(f"Unsupported locale: {properties.get('locale', '')}")
    if not properties.get("title"):
        raise ApiError.invalid("The title of a spreadsheet cannot be empty.")
    batch.draft.properties = properties


def add(batch: Batch, told: Json) -> Json:
    """`addSheet`."""
    given = dict(told.get("properties", {}))
    index = given.pop("index", len(batch.draft.sheets))
    taken = {sheet.id for sheet in batch.draft.sheets}
    if given.get("sheetId") in taken:
        raise ApiError.invalid(f"Sheet with id {given['sheetId']} already exists.")
    given["sheetId"] = batch.new_id(given.get("sheetId"), taken)
    title = given.setdefault("title", _free_title(batch, f"Sheet{len(batch.draft.sheets) + 1}"))
    _check_title(batch, title)
    sheet = Sheet(given)
    _check_index(batch, index)
    _check_grid(sheet)
    batch.draft.sheets.insert(index, sheet)
    return {"properties": sheet_properties(batch.draft, sheet)}


def delete(batch: Batch, told: Json) -> None:
    """`deleteSheet`: everything that points to the tab goes with it."""
    sheet = batch.draft.sheet(told.get("sheetId", 0), NO_SHEET)
    batch.check(sheet, sheet.area)
    if all(other is sheet or other.properties.get("hidden") for other in batch.draft.sheets):
        raise ApiError.invalid("You can't remove all the visible sheets in a document.")
    batch.draft.remove_sheet(sheet)


def duplicate(batch: Batch, told: Json) -> Json:
    """`duplicateSheet`: the things on it get ids of their own."""
    source = batch.draft.sheet(told.get("sourceSheetId", 0), NO_SHEET)
    title = told.get("newSheetName") or _free_title(batch, f"Copy of {source.title}")
    _check_title(batch, title)
    index = told.get("insertSheetIndex", 0)
    _check_index(batch, index)
    twin = source.copy()
    taken = {sheet.id for sheet in batch.draft.sheets}
    twin.properties |= {"sheetId": batch.new_id(told.get("newSheetId"), taken), "title": title}
    twin.things = {name: [_own(batch, name, _on_twin(thing, source.id, twin.id)) for thing in things]
                   for name, things in twin.things.items()}  # fmt: skip
    twin.basic_filter = _on_twin(twin.basic_filter, source.id, twin.id)
    batch.draft.sheets.insert(index, twin)
    return {"properties": sheet_properties(batch.draft, twin)}


def update(batch: Batch, told: Json) -> None:
    """`updateSheetProperties`."""
    given = told.get("properties", {})
    sheet = batch.draft.sheet(given.get("sheetId", 0), NO_SHEET)
    mask = field_mask(told)
    before = sheet_properties(batch.draft, sheet)
    wanted = mask.merge(before, given)
    title = wanted.get("title", "")
    if title.lower() != sheet.title.lower():
        _check_title(batch, title)
    if wanted.get("hidden") and _last_visible(batch, sheet):
        raise ApiError.invalid("You can't hide all the sheets in a document.")
    grid = wanted.pop("gridProperties", sheet.properties["gridProperties"])
    place = wanted.pop("index", 0)
    for dimension, name in COUNTS.items():
        _resize(batch, sheet, dimension, grid.get(name, 0))
    if title != sheet.title:
        batch.draft.rename(sheet, title)
    kept = {"sheetId": sheet.id, "sheetType": sheet.properties["sheetType"], "gridProperties": grid}
    sheet.properties = wanted | kept
    _check_grid(sheet)
    _place(batch, sheet, before["index"], place)


def _resize(batch: Batch, sheet: Sheet, dimension: str, count: int) -> None:
    held = sheet.count(dimension)
    if count < 1:
        raise ApiError.invalid(f"You can't delete all the {dimension.lower()} on the sheet.")
    if count < held:
        batch.draft.remove(sheet, dimension, count, held)
    sheet.resize(dimension, count)


def _place(batch: Batch, sheet: Sheet, before: int, place: int) -> None:
    """Move a tab; a place behind its own is counted as if it still stood there."""
    if place == before:
        return
    _check_index(batch, place)
    batch.draft.sheets.remove(sheet)
    batch.draft.sheets.insert(place - (place > before), sheet)


def _last_visible(batch: Batch, sheet: Sheet) -> bool:
    return all(other is sheet or other.properties.get("hidden") for other in batch.draft.sheets)


def _free_title(batch: Batch, title: str) -> str:
    number, free = 1, title
    while batch.draft.titled(free):
        number += 1
        free = f"{title} {number}"
    return free


def _check_title(batch: Batch, title: str) -> None:
    if not title:
        raise ApiError.invalid("The sheet name cannot be empty.")
    if batch.draft.titled(title):
        raise ApiError.invalid(f'A sheet with the name "{title}" already exists. Please enter another name.')


def _check_index(batch: Batch, index: int) -> None:
    if not 0 <= index <= len(batch.draft.sheets):
        raise ApiError.invalid(
            f"Cannot insert sheet at index {index}; there are only {len(batch.draft.sheets)} sheets."
        )


def _check_grid(sheet: Sheet) -> None:
    """Refuse a grid that is frozen whole."""
    grid = sheet.properties["gridProperties"]
    for frozen, count, many in (
        ("frozenRowCount", "rowCount", "rows"),
        ("frozenColumnCount", "columnCount", "columns"),
    ):
        if grid.get(frozen, 0) >= grid[count]:
            raise ApiError.invalid(f"You can't freeze all the {many} on the sheet.")


def _on_twin(document: Any, source: int, twin: int) -> Any:
    """A thing with its ranges on the twin of its tab."""
    if isinstance(document, list):
        return [_on_twin(each, source, twin) for each in document]
    if not isinstance(document, dict):
        return document
    result = {}
    for name, child in document.items():
        result[name] = _on_twin(child, source, twin)
    if PLACES & result.keys() and result.get("sheetId", 0) == source:
        result["sheetId"] = twin
    return result


def _own(batch: Batch, kind: str, thing: Json) -> Json:
    """A thing with an id of its own."""
    if kind not in OBJECT_IDS:
        return thing
    number = batch.draft.ids.sheet()
    return thing | {OBJECT_IDS[kind]: str(number) if kind == "tables" else number}


KINDS: dict[str, Kind] = {
    "updateSpreadsheetProperties": update_spreadsheet,
    "addSheet": add,
    "deleteSheet": delete,
    "duplicateSheet": duplicate,
    "updateSheetProperties": update,
}
