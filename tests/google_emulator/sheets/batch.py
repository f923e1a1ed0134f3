"""`spreadsheets.batchUpdate`: all requests in order, or none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import FieldMask, Json
from tests.google_emulator.sheets.areas import Area
from tests.google_emulator.sheets.colours import canonical, paired
from tests.google_emulator.sheets.documents import parse_mask
from tests.google_emulator.sheets.protection import Person, check_area
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

BULKY = {"updateCells", "appendCells"}
"""Kinds with so many cells that they tidy up their own content as they go."""

SAME_SIZE = {
    "updateCells",
    "repeatCell",
    "mergeCells",
    "setDataValidation",
    "updateDimensionProperties",
    "copyPaste",
}
"""Kinds that come by the thousand and never make a cell."""

Kind = Callable[["Batch", Json], Json | None]
"""Applies one request to the draft; its answer, when it has one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The draft that the requests change, and who asks."""

    draft: Spreadsheet
    person: Person

    def editable(self, grid_range: Json) -> tuple[Sheet, Area]:
        """The tab and the area of a GridRange; refused when a cell of it is protected."""
        sheet, area = self.draft.area(grid_range)
        self.check(sheet, area)
        return sheet, area

    def check(self, sheet: Sheet, area: Area) -> None:
        """Refuse an area of which a cell is protected."""
        check_area(self.draft, sheet, area, self.person)

    def new_id(self, told: Any, taken: set[int]) -> int:
        """The id a request tells, when it is free; a new one when it tells none."""
        if told is not None and told in taken:
            raise ApiError.invalid(f"An object with id {told} already exists.")
        return self.draft.ids.sheet() if told is None else int(told)


def field_mask(told: Json) -> FieldMask:
    """The fields that a request changes; it must name at least one."""
    if not told.get("fields"):
        raise ApiError.invalid(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    return paired(parse_mask(told["fields"]))


def without_nulls(document: Any) -> Any:
    """A JSON document without the fields that are null: they are as if they weren't told."""
    if isinstance(document, dict):
        return {name: without_nulls(child) for name, child in document.items() if child is not None}
    if isinstance(document, list):
        return [without_nulls(item) for item in document]
    return document


def apply(draft: Spreadsheet, person: Person, requests: list[Json]) -> list[Json]:
    """Apply requests to a draft; their replies. The first that is refused says which it is."""
    from tests.google_emulator.sheets.kinds import KINDS

    if not requests:
        raise ApiError.invalid("Must specify at least one request.")
    replies = []
    batch = Batch(draft, person)
    for number, request in enumerate(requests):
        name = next(iter(request), "")
        if name not in KINDS:
            raise _unknown(number, name)
        try:
            told = request[name] or {}
            reply = KINDS[name](batch, told if name in BULKY else canonical(without_nulls(told)))
            if name not in SAME_SIZE:
                draft.check_size()
        except ApiError as error:
            raise ApiError.invalid(f"Invalid requests[{number}].{name}: {error.message}") from None
        replies.append({} if reply is None else {name: reply})
    return replies


def _unknown(number: int, name: str) -> ApiError:
    """The refusal of a request that is empty, or of a kind that the emulator does not know."""
    if name:
        return ApiError(501, "UNIMPLEMENTED", f"The emulator does not know requests[{number}].{name}.")
    return ApiError.invalid(f"Invalid requests[{number}]: No request set.")
