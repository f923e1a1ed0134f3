"""Developer metadata: what programs hang on a spreadsheet, a tab, a row or a column; and finding it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

PLAIN_KEYS = ("metadataId", "metadataKey", "metadataValue", "visibility")


def location(spreadsheet: Spreadsheet, told: Json) -> Json:
    """A DeveloperMetadataLocation with its kind; refused when it is no place of this spreadsheet."""
    if told.get("spreadsheet"):
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if "dimensionRange" in told:
        span = dict(told["dimensionRange"])
        if span.get("endIndex", 0) - span.get("startIndex", 0) != 1:
            raise ApiError.invalid("The dimension range of developer metadata must be one row or one column.")
        spreadsheet.sheet(span.get("sheetId", 0))
        if not span.get("sheetId", 0):
            span.pop("sheetId", None)
        kind = {ROWS: "ROW", COLUMNS: "COLUMN"}[span["dimension"]]
        return {"locationType": kind, "dimensionRange": span}
    if "sheetId" in told:
        spreadsheet.sheet(told["sheetId"])
        return {"locationType": "SHEET", "sheetId": told["sheetId"]}
    raise ApiError.invalid("Developer metadata must have a location.")


def matching(spreadsheet: Spreadsheet, filters: Iterable[Json]) -> list[Json]:
    """The metadata that any of some data filters finds, in the order it was made."""
    told = list(filters)
    return [each for each in spreadsheet.metadata if any(_found(spreadsheet, each, one) for one in told)]


def areas(spreadsheet: Spreadsheet, filters: Iterable[Json]) -> list[tuple[Sheet, Area]]:
    """The areas that data filters describe, by address or by the metadata that hangs there."""
    found = []
    for each in filters:
        if "a1Range" in each:
            found.append(spreadsheet.located(each["a1Range"])[:2])
        elif "gridRange" in each:
            found.append(spreadsheet.area(each["gridRange"]))
        else:
            for one in matching(spreadsheet, [each]):
                found.extend(_places(spreadsheet, one["location"]))
    return found


def _places(spreadsheet: Spreadsheet, place: Json) -> list[tuple[Sheet, Area]]:
    """The whole area that a location covers."""
    if place["locationType"] == "SPREADSHEET":
        return [(sheet, sheet.area) for sheet in spreadsheet.sheets]
    span = place.get("dimensionRange", {})
    sheet = spreadsheet.sheet(place.get("sheetId", span.get("sheetId", 0)))
    if not span:
        return [(sheet, sheet.area)]
    start, end = span["startIndex"], span["endIndex"]
    if span["dimension"] == ROWS:
        return [(sheet, Area(sheet.id, start, end, 0, sheet.width))]
    return [(sheet, Area(sheet.id, 0, sheet.height, start, end))]


def _found(spreadsheet: Spreadsheet, metadata: Json, data_filter: Json) -> bool:
    lookup = data_filter.get("developerMetadataLookup")
    if lookup is None:
        return _meet(_places(spreadsheet, metadata["location"]), areas(spreadsheet, [data_filter]))
    if any(key in lookup and lookup[key] != metadata.get(key) for key in PLAIN_KEYS):
        return False
    if lookup.get("locationType", "") not in {"", metadata["location"]["locationType"]}:
        return False
    if "metadataLocation" not in lookup:
        return True
    place = location(spreadsheet, lookup["metadataLocation"])
    if lookup.get("locationMatchingStrategy") != "INTERSECTING_LOCATION":
        return bool(place == metadata["location"])
    here, there = _places(spreadsheet, metadata["location"]), _places(spreadsheet, place)
    return _meet(here, there)


def _meet(some: list[tuple[Sheet, Area]], others: list[tuple[Sheet, Area]]) -> bool:
    return any(one.meets(other) for _sheet, one in some for _other, other in others)
