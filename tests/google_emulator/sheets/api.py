"""The addresses of Sheets v4, and what each of them does."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import Match
from typing import TYPE_CHECKING, Any

from tests.google_emulator.answers import ApiError, Request, decoded
from tests.google_emulator.fields import FieldMask, Json
from tests.google_emulator.sheets import batch, metadata, values
from tests.google_emulator.sheets.documents import asked, default_mask, document, parse_mask, sheet_properties
from tests.google_emulator.sheets.protection import Person
from tests.google_emulator.sheets.rendering import Renderer
from tests.google_emulator.sheets.spreadsheet import Spreadsheet
from tests.google_emulator.sheets.values import Writer

if TYPE_CHECKING:
    from tests.google_emulator.world import World

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
Function = Callable[["World", Request, Match[str]], Json]


def get(world: World, request: Request, match: Match[str]) -> Json:
    """`spreadsheets.get`."""
    mask = parse_mask(request.one("fields")) if request.one("fields") else None
    return _document(world, request, match, mask, request.all("ranges"), grid=request.flag("includeGridData"))


def get_by_filter(world: World, request: Request, match: Match[str]) -> Json:
    """`spreadsheets.getByDataFilter`."""
    told = request.json()
    spreadsheet = world.spreadsheet(match["id"])
    areas = metadata.areas(spreadsheet, told.get("dataFilters", []))
    mask = parse_mask(request.one("fields")) if request.one("fields") else None
    mask = mask or default_mask(grid=bool(told.get("includeGridData")))
    return document(spreadsheet, _person(world, request, match), mask, areas)


def create(world: World, request: Request, match: Match[str]) -> Json:
    """`spreadsheets.create`: a file with the properties and tabs that are told; a robot may own none."""
    account = world.accounts.known.get(request.caller)
    if account and account.robot:
        raise ApiError.forbidden()
    told = batch.without_nulls(request.json())
    properties, tabs = told.get("properties", {}), told.get("sheets", [])
    title = properties.get("title", "Untitled spreadsheet")
    file = world.create(SPREADSHEET, title, request.caller, client=request.client)
    person, spreadsheet = Person(request.caller, file.owner), world.spreadsheet(file.id)
    spreadsheet.properties |= properties
    if tabs:
        spreadsheet.sheets.clear()
        batch.apply(spreadsheet, person, [{"addSheet": {"properties": tab["properties"]}} for tab in tabs])
    return document(spreadsheet, person, default_mask(grid=False))


def batch_update(world: World, request: Request, match: Match[str]) -> Json:
    """`spreadsheets.batchUpdate`."""
    told = request.json()
    spreadsheet = world.spreadsheet(match["id"])
    draft = spreadsheet.draft()
    replies = batch.apply(draft, _person(world, request, match), told.get("requests") or [])
    spreadsheet.become(draft)
    answer: Json = {"spreadsheetId": spreadsheet.id, "replies": replies}
    if told.get("includeSpreadsheetInResponse"):
        ranges = told.get("responseRanges") or []
        grid = bool(told.get("responseIncludeGridData"))
        answer["updatedSpreadsheet"] = _document(world, request, match, None, ranges, grid=grid)
    return answer


def copy_to(world: World, request: Request, match: Match[str]) -> Json:
    """`spreadsheets.sheets.copyTo`: a tab to the end of another spreadsheet."""
    source = world.spreadsheet(match["id"]).sheet(int(match["sheet"]))
    file = world.allowed(request, str(request.json().get("destinationSpreadsheetId", "")))
    target = world.spreadsheet(file.id)
    twin = source.copy()
    title = f"Copy of {source.title}"
    number = 1
    while target.titled(title):
        number += 1
        title = f"Copy of {source.title} {number}"
    twin.properties |= {"sheetId": world.ids.sheet(), "title": title}
    target.sheets.append(twin)
    return sheet_properties(target, twin)


def values_get(world: World, request: Request, match: Match[str]) -> Json:
    """`values.get`."""
    spreadsheet = world.spreadsheet(match["id"])
    sheet, area, _corners = spreadsheet.located(decoded(match, "range"))
    return values.value_range(sheet, area, _renderer(spreadsheet, request), request.one("majorDimension"))


def values_batch_get(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchGet`."""
    spreadsheet = world.spreadsheet(match["id"])
    renderer, major = _renderer(spreadsheet, request), request.one("majorDimension")
    found = [values.value_range(sheet, area, renderer, major)
             for sheet, area in asked(spreadsheet, request.all("ranges"))]  # fmt: skip
    return {"spreadsheetId": spreadsheet.id, "valueRanges": found}


def values_batch_get_by_filter(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchGetByDataFilter`."""
    told = request.json()
    spreadsheet = world.spreadsheet(match["id"])
    renderer = Renderer.of(
        spreadsheet, told.get("valueRenderOption", ""), told.get("dateTimeRenderOption", "")
    )
    found = []
    for each in told.get("dataFilters", []):
        for sheet, area in metadata.areas(spreadsheet, [each]):
            one = values.value_range(sheet, area, renderer, told.get("majorDimension", ""))
            found.append({"valueRange": one, "dataFilters": [each]})
    return {"spreadsheetId": spreadsheet.id, "valueRanges": found}


def values_update(world: World, request: Request, match: Match[str]) -> Json:
    """`values.update`."""
    told = request.json()
    values.rows_of(told)
    spreadsheet = world.spreadsheet(match["id"])
    draft = spreadsheet.draft()
    answer = _writer(world, request, match, draft).update(decoded(match, "range"), told)
    spreadsheet.become(draft)
    return answer


def values_append(world: World, request: Request, match: Match[str]) -> Json:
    """`values.append`."""
    spreadsheet = world.spreadsheet(match["id"])
    draft = spreadsheet.draft()
    insert = request.one("insertDataOption") == "INSERT_ROWS"
    writer = _writer(world, request, match, draft)
    answer = writer.append(decoded(match, "range"), request.json(), insert=insert)
    spreadsheet.become(draft)
    return answer


def values_batch_update(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchUpdate`."""
    return _write_all(
        world, request, match, [(each.get("range", ""), each) for each in request.json().get("data", [])]
    )


def values_batch_update_by_filter(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchUpdateByDataFilter`."""
    spreadsheet = world.spreadsheet(match["id"])
    ranges = [(sheet.written(area), each) for each in request.json().get("data", [])
              for sheet, area in metadata.areas(spreadsheet, [each["dataFilter"]])]  # fmt: skip
    answer = _write_all(world, request, match, ranges)
    for (_text, told), response in zip(ranges, answer["responses"], strict=True):
        response["dataFilter"] = told["dataFilter"]
        del response["spreadsheetId"]
    return answer


def values_clear(world: World, request: Request, match: Match[str]) -> Json:
    """`values.clear`."""
    spreadsheet = world.spreadsheet(match["id"])
    cleared = values.clear(spreadsheet, decoded(match, "range"), _person(world, request, match))
    return {"spreadsheetId": spreadsheet.id, "clearedRange": cleared}


def values_batch_clear(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchClear`."""
    return _clear_all(world, request, match, request.json().get("ranges", []))


def values_batch_clear_by_filter(world: World, request: Request, match: Match[str]) -> Json:
    """`values.batchClearByDataFilter`."""
    found = metadata.areas(world.spreadsheet(match["id"]), request.json().get("dataFilters", []))
    return _clear_all(world, request, match, [sheet.written(area) for sheet, area in found])


def metadata_get(world: World, request: Request, match: Match[str]) -> Json:
    """`developerMetadata.get`."""
    for each in world.spreadsheet(match["id"]).metadata:
        if each["metadataId"] == int(match["metadata"]):
            return each
    raise ApiError.not_found(f"No developer metadata with id: {match['metadata']}")


def metadata_search(world: World, request: Request, match: Match[str]) -> Json:
    """`developerMetadata.search`."""
    filters = request.json().get("dataFilters", [])
    found = metadata.matching(world.spreadsheet(match["id"]), filters)
    matched = [{"developerMetadata": each, "dataFilters": filters} for each in found]
    return {"matchedDeveloperMetadata": matched} if matched else {}


def _person(world: World, request: Request, match: Match[str]) -> Person:
    return Person(request.caller, world.files[match["id"]].owner)


def _document(
    world: World,
    request: Request,
    match: Match[str],
    mask: FieldMask | None,
    ranges: list[str],
    *,
    grid: bool,
) -> Json:
    spreadsheet = world.spreadsheet(match["id"])
    mask = mask or default_mask(grid=grid)
    return document(spreadsheet, _person(world, request, match), mask, asked(spreadsheet, ranges))


def _renderer(spreadsheet: Spreadsheet, request: Request, prefix: str = "") -> Renderer:
    names = ("valueRenderOption", "dateTimeRenderOption")
    if prefix:
        names = ("responseValueRenderOption", "responseDateTimeRenderOption")
    return Renderer.of(spreadsheet, *map(request.one, names))


def _writer(world: World, request: Request, match: Match[str], draft: Spreadsheet) -> Writer:
    renderer = _renderer(draft, request, "response") if request.flag("includeValuesInResponse") else None
    return Writer(draft, _person(world, request, match), request.one("valueInputOption"), renderer)


def _write_all(world: World, request: Request, match: Match[str], ranges: list[tuple[str, Any]]) -> Json:
    """Write several ranges, all or none; a BatchUpdateValuesResponse."""
    told = request.json()
    spreadsheet = world.spreadsheet(match["id"])
    draft = spreadsheet.draft()
    options = (told.get("responseValueRenderOption", ""), told.get("responseDateTimeRenderOption", ""))
    renderer = Renderer.of(draft, *options) if told.get("includeValuesInResponse") else None
    writer = Writer(draft, _person(world, request, match), told.get("valueInputOption", ""), renderer)
    answers = [writer.update(text, {name: part for name, part in each.items() if name != "range"})
               for text, each in ranges]  # fmt: skip
    spreadsheet.become(draft)
    return {"spreadsheetId": spreadsheet.id} | _totals(draft, ranges, answers) | {"responses": answers}


def _totals(draft: Spreadsheet, ranges: list[tuple[str, Any]], answers: list[Json]) -> Json:
    """What was written in all: a row or a column of a tab counts once."""
    rows: set[tuple[int, int]] = set()
    columns: set[tuple[int, int]] = set()
    sheets, cells = set(), 0
    for (text, each), answer in zip(ranges, answers, strict=True):
        sheet, area, _corners = draft.located(text)
        block = values.rows_of(each)
        for row, line in enumerate(block):
            if told := values.told_columns(line):
                rows.add((sheet.id, area.top + row))
                columns.update((sheet.id, area.left + column) for column in told)
                sheets.add(sheet.id)
        cells += answer.get("updatedCells", 0)
    return {"totalUpdatedRows": len(rows), "totalUpdatedColumns": len(columns), "totalUpdatedCells": cells,
            "totalUpdatedSheets": len(sheets)}  # fmt: skip


def _clear_all(world: World, request: Request, match: Match[str], ranges: list[str]) -> Json:
    spreadsheet = world.spreadsheet(match["id"])
    draft, person = spreadsheet.draft(), _person(world, request, match)
    cleared = [values.clear(draft, text, person) for text in ranges]
    spreadsheet.become(draft)
    return {"spreadsheetId": spreadsheet.id, "clearedRanges": cleared}


ROOT = "/v4/spreadsheets"
ONE = rf"{ROOT}/(?P<id>[^/:]+)"
RANGE = rf"{ONE}/values/(?P<range>.+?)"
ADDRESSES: tuple[tuple[str, str, Function], ...] = (
    ("POST", ROOT, create),
    ("GET", ONE, get),
    ("POST", f"{ONE}:getByDataFilter", get_by_filter),
    ("POST", f"{ONE}:batchUpdate", batch_update),
    ("POST", rf"{ONE}/sheets/(?P<sheet>\d+):copyTo", copy_to),
    ("GET", f"{ONE}/values:batchGet", values_batch_get),
    ("POST", f"{ONE}/values:batchGetByDataFilter", values_batch_get_by_filter),
    ("POST", f"{ONE}/values:batchUpdate", values_batch_update),
    ("POST", f"{ONE}/values:batchUpdateByDataFilter", values_batch_update_by_filter),
    ("POST", f"{ONE}/values:batchClear", values_batch_clear),
    ("POST", f"{ONE}/values:batchClearByDataFilter", values_batch_clear_by_filter),
    ("POST", f"{RANGE}:append", values_append),
    ("POST", f"{RANGE}:clear", values_clear),
    ("GET", RANGE, values_get),
    ("PUT", RANGE, values_update),
    ("GET", rf"{ONE}/developerMetadata/(?P<metadata>\d+)", metadata_get),
    ("POST", f"{ONE}/developerMetadata:search", metadata_search),
)
ROUTES = tuple((method, re.compile(pattern), function) for method, pattern, function in ADDRESSES)
