"""Requests on conditional formats: an ordered list of rules on every tab."""

from __future__ import annotations

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.batch import Batch, Kind
from tests.google_emulator.sheets.sheet import Sheet


def add(batch: Batch, told: Json) -> None:
    """`addConditionalFormatRule`."""
    sheet, rule = _rule(batch, told.get("rule", {}))
    index = told.get("index", 0)
    if not 0 <= index <= len(sheet.things["conditionalFormats"]):
        raise _no_rule(sheet, index)
    sheet.things["conditionalFormats"].insert(index, rule)


def update(batch: Batch, told: Json) -> Json:
    """`updateConditionalFormatRule`: another rule at an index, or the same rule at another."""
    index = told.get("index", 0)
    if "rule" in told:
        sheet, rule = _rule(batch, told["rule"])
        old = _at(sheet, index)
        sheet.things["conditionalFormats"][index] = rule
        return {"oldRule": old, "newRule": rule, "newIndex": index}
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    old = _at(sheet, index)
    new_index = told.get("newIndex", 0)
    _at(sheet, new_index)
    sheet.things["conditionalFormats"].remove(old)
    sheet.things["conditionalFormats"].insert(new_index, old)
    return {"newRule": old, "oldIndex": index, "newIndex": new_index}


def delete(batch: Batch, told: Json) -> Json:
    """`deleteConditionalFormatRule`: the rules below move up."""
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    rule = _at(sheet, told.get("index", 0))
    del sheet.things["conditionalFormats"][told.get("index", 0)]
    return {"rule": rule}


def _rule(batch: Batch, told: Json) -> tuple[Sheet, Json]:
    """A rule with all the ends of its ranges, and the one tab they are on."""
    found = [batch.draft.area(each) for each in told.get("ranges", ())]
    if not found:
        raise ApiError.invalid("A conditional format rule must have a range.")
    if any(sheet is not found[0][0] for sheet, _area in found):
        raise ApiError.invalid("All ranges of a conditional format rule must be on the same sheet.")
    if ("booleanRule" in told) == ("gradientRule" in told):
        raise ApiError.invalid("A conditional format rule must be either a boolean rule or a gradient rule.")
    return found[0][0], told | {"ranges": [area.json() for _sheet, area in found]}


def _at(sheet: Sheet, index: int) -> Json:
    if not 0 <= index < len(sheet.things["conditionalFormats"]):
        raise _no_rule(sheet, index)
    return sheet.things["conditionalFormats"][index]


def _no_rule(sheet: Sheet, index: int) -> ApiError:
    return ApiError.invalid(f"No conditional format on sheet: {sheet.id} at index: {index}")


KINDS: dict[str, Kind] = {
    "addConditionalFormatRule": add,
    "updateConditionalFormatRule": update,
    "deleteConditionalFormatRule": delete,
}
