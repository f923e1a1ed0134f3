"""Requests on areas that have a name, a lock, a filter, bands or one cell's size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import Area, on
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask
from tests.google_emulator.sheets.protection import PROTECTED
from tests.google_emulator.sheets.sheet import Sheet

RANGE_NAME = re.compile(r"[^\W\d]\w{0,249}")


def merge(batch: Batch, told: Json) -> None:
    """`mergeCells`: the upper left value stays; merged areas that lie within are replaced."""
    sheet, area = batch.editable(told.get("range", {}))
    _unmerge(sheet, area)
    for part in _parts(area, told.get("mergeType", "MERGE_ALL")):
        if part.height * part.width < 2:
            continue
        for row in part.rows:
            kept = sheet.row(row).value(part.left) if row == part.top else None
            if sheet.row(row).slice(part.left, part.right):
                sheet.put_values(row, part.left, [kept, *[None] * (part.width - 1)])
        sheet.things["merges"].append(part.json())


def unmerge(batch: Batch, told: Json) -> None:
    """`unmergeCells`."""
    _unmerge(*batch.editable(told.get("range", {})))


def _parts(area: Area, kind: str) -> Iterator[Area]:
    if kind == "MERGE_ROWS":
        yield from (Area(area.sheet_id, row, row + 1, area.left, area.right) for row in area.rows)
    elif kind == "MERGE_COLUMNS":
        yield from (Area(area.sheet_id, area.top, area.bottom, column, column + 1) for column in area.columns)
    else:
        yield area


def _unmerge(sheet: Sheet, area: Area) -> None:
    met = [merged for merged in sheet.merges() if merged.meets(area)]
    if not all(area.holds(merged) for merged in met):
        raise ApiError.invalid("You must select all cells in a merged range to merge or unmerge them.")
    gone = [merged.json() for merged in met]
    sheet.things["merges"] = [each for each in sheet.things["merges"] if each not in gone]


def name(batch: Batch, told: Json) -> Json:
    """`addNamedRange`."""
    given = told["namedRange"]
    _check_name(batch, given.get("name", ""))
    sheet, _area = batch.draft.area(given.get("range", {}))
    number = given.get("namedRangeId") or str(batch.draft.ids.sheet())
    made = {"namedRangeId": number, "name": given["name"], "range": _as_kept(sheet, given.get("range", {}))}
    batch.draft.named_ranges.append(made)
    return {"namedRange": made}


def rename(batch: Batch, told: Json) -> None:
    """`updateNamedRange`."""
    given = told["namedRange"]
    found = _named(batch, given.get("namedRangeId", ""))
    merged = field_mask(told).merge(found, given) | {"namedRangeId": found["namedRangeId"]}
    if merged["name"] != found["name"]:
        _check_name(batch, merged["name"])
    sheet, _area = batch.draft.area(merged["range"])
    merged["range"] = _as_kept(sheet, merged["range"])
    batch.draft.named_ranges[batch.draft.named_ranges.index(found)] = merged


def unname(batch: Batch, told: Json) -> None:
    """`deleteNamedRange`: what was protected by that name stays protected without it."""
    found = _named(batch, told.get("namedRangeId", ""))
    batch.draft.named_ranges.remove(found)
    sheet, _area = batch.draft.area(found["range"])
    for protected in sheet.things["protectedRanges"]:
        if protected.get("namedRangeId") == found["namedRangeId"]:
            del protected["namedRangeId"]
            protected["range"] = found["range"]


def _named(batch: Batch, number: str) -> Json:
    for each in batch.draft.named_ranges:
        if each["namedRangeId"] == str(number):
            return each
    raise ApiError.invalid(f"Cannot find a named range with id: {number}")


def _check_name(batch: Batch, told: str) -> None:
    if not RANGE_NAME.fullmatch(told) or a1.ADDRESS_LIKE.fullmatch(told):
        raise ApiError.invalid("The name you entered is not valid.")
    if batch.draft.named(told):
        raise ApiError.invalid(
            f"A named range with the name '{told}' already exists. Please enter another name."
        )


def _as_kept(sheet: Sheet, grid_range: Json) -> Json:
    """A GridRange without a sheetId of 0; ends that are open stay open."""
    return on(sheet.id) | {key: value for key, value in grid_range.items() if key != "sheetId"}


def protect(batch: Batch, told: Json) -> Json:
    """`addProtectedRange`: who asks may edit it, as may the owner."""
    given = dict(told["protectedRange"])
    given.pop("requestingUserCanEdit", None)
    sheet = _sheet_of(batch, given)
    taken = {each["protectedRangeId"] for each in sheet.things["protectedRanges"]}
    number = batch.new_id(given.pop("protectedRangeId", None), taken)
    made: Json = {"protectedRangeId": number} | _protection(sheet, given)
    users = [batch.person.email, *made["editors"].get("users", ())]
    kept = made | {"editors": made["editors"] | {"users": [user for user in users if user]}}
    sheet.things["protectedRanges"].append(kept)
    return {"protectedRange": made | {"requestingUserCanEdit": True}}


def reprotect(batch: Batch, told: Json) -> None:
    """`updateProtectedRange`."""
    given = told["protectedRange"]
    sheet, found = _protected(batch, given.get("protectedRangeId"))
    merged = field_mask(told).merge(found, given) | {"protectedRangeId": found["protectedRangeId"]}
    merged.pop("requestingUserCanEdit", None)
    sheet.things["protectedRanges"][sheet.things["protectedRanges"].index(found)] = _protection(sheet, merged)


def unprotect(batch: Batch, told: Json) -> None:
    """`deleteProtectedRange`."""
    sheet, found = _protected(batch, told.get("protectedRangeId"))
    sheet.things["protectedRanges"].remove(found)


def _sheet_of(batch: Batch, protected: Json) -> Sheet:
    if "namedRangeId" in protected:
        return batch.draft.area(_named(batch, protected["namedRangeId"])["range"])[0]
    return batch.draft.area(protected.get("range", {}))[0]


def _protection(sheet: Sheet, told: Json) -> Json:
    """A protected range as it is kept: empty lists and what is false are left out."""
    kept = {key: value for key, value in told.items() if value}
    if "range" in told:
        kept["range"] = _as_kept(sheet, told["range"])
    kept["editors"] = {key: value for key, value in told.get("editors", {}).items() if value}
    return kept


def _protected(batch: Batch, number: int | None) -> tuple[Sheet, Json]:
    for sheet in batch.draft.sheets:
        found = sheet.find("protectedRanges", "protectedRangeId", number)
        if found and not batch.person.may_edit(found):
            raise ApiError.invalid(PROTECTED)
        if found:
            return sheet, found
    raise ApiError.invalid(f"No protected range with ID: {number}")


def set_filter(batch: Batch, told: Json) -> None:
    """`setBasicFilter`: the filter gets all its ends."""
    given = told.get("filter", {})
    sheet, area = batch.draft.area(given.get("range", {}))
    sheet.basic_filter = given | {"range": area.json()}


def clear_filter(batch: Batch, told: Json) -> None:
    """`clearBasicFilter`."""
    batch.draft.sheet(told.get("sheetId", 0)).basic_filter = None


KINDS: dict[str, Kind] = {
    "mergeCells": merge,
    "unmergeCells": unmerge,
    "addNamedRange": name,
    "updateNamedRange": rename,
    "deleteNamedRange": unname,
    "addProtectedRange": protect,
    "updateProtectedRange": reprotect,
    "deleteProtectedRange": unprotect,
    "setBasicFilter": set_filter,
    "clearBasicFilter": clear_filter,
}
