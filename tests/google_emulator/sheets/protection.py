"""Who may change which cells: ranges that are protected, and rules that a cell's value must keep."""

from __future__ import annotations

from dataclasses import dataclass

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import Area
from tests.google_emulator.sheets.cells import Formula, Value
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove "
    "protection if you need to edit."
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks, by address (empty: somebody who may do everything), and whose file it is."""

    email: str
    owner: str

    def may_edit(self, protected: Json) -> bool:
        """Whether a protected range is open to them; a warning stops nobody who uses the API."""
        return (
            self.email in {"", self.owner}
            or bool(protected.get("warningOnly"))
            or self.email in protected.get("editors", {}).get("users", ())
        )

    def shown(self, protected: Json) -> Json:
        """A protected range as they see it: only who may edit it sees who else may."""
        shown = {name: told for name, told in protected.items() if name != "editors"}
        if not self.may_edit(protected):
            return shown
        editors = protected.get("editors", {})
        users = list(dict.fromkeys([self.owner, *editors.get("users", ())]))
        return shown | {"requestingUserCanEdit": True, "editors": editors | {"users": users}}


def check_area(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, person: Person) -> None:
    """Refuse an area of which a cell is protected against this person."""
    for protected in sheet.things["protectedRanges"]:
        if person.may_edit(protected):
            continue
        covered = _covered(spreadsheet, sheet, protected)
        open_parts = [sheet.bounded(part) for part in protected.get("unprotectedRanges", ())]
        if covered.meets(area) and not any(part.holds(area) for part in open_parts):
            raise ApiError.invalid(PROTECTED)


def _covered(spreadsheet: Spreadsheet, sheet: Sheet, protected: Json) -> Area:
    by_name = [named["range"] for named in spreadsheet.named_ranges
               if named["namedRangeId"] == protected.get("namedRangeId")]  # fmt: skip
    return sheet.bounded(by_name[0] if by_name else protected.get("range", {}))


def check_rule(spreadsheet: Spreadsheet, sheet: Sheet, row: int, column: int, value: Value) -> None:
    """Refuse a value that a strict rule of its cell does not allow."""
    rule = sheet.row(row).look(column).get("dataValidation", {})
    if value is None or not rule.get("strict") or _allowed(spreadsheet, rule["condition"], value):
        return
    raise ApiError.invalid(
        f"The data you entered in cell {a1.letters(column)}{row + 1} violates the data validation rules set "
        "on this cell."
    )


def _allowed(spreadsheet: Spreadsheet, condition: Json, value: Value) -> bool:
    """Whether a condition holds: those on lists, check boxes and numbers; others hold always."""
    kind = condition["type"]
    told = [str(each.get("userEnteredValue", "")) for each in condition.get("values", ())]
    if not told and kind != "BOOLEAN":
        return True
    if kind == "ONE_OF_LIST":
        return str(value) in told
    if kind == "ONE_OF_RANGE":
        sheet, area, _corners = spreadsheet.located(told[0].removeprefix("="))
        return value in [
            listed for row in area.rows for listed in sheet.row(row).slice(area.left, area.right)
        ]
    if kind == "BOOLEAN":
        return str(value) in told if told else isinstance(value, bool)
    if not kind.startswith("NUMBER_") or isinstance(value, Formula):
        return True
    return isinstance(value, int | float) and not isinstance(value, bool) and _compares(kind, value, told)


def _compares(kind: str, value: float, told: list[str]) -> bool:
    """Whether a number keeps within its bounds; a bound that is a formula holds nobody back."""
    if any(bound.startswith("=") for bound in told):
        return True
    low, high = float(told[0]), float(told[-1])
    return {
        "NUMBER_GREATER": value > low, "NUMBER_GREATER_THAN_EQ": value >= low,
        "NUMBER_LESS": value < low, "NUMBER_LESS_THAN_EQ": value <= low,
        "NUMBER_EQ": value == low, "NUMBER_NOT_EQ": value != low,
        "NUMBER_BETWEEN": low <= value <= high, "NUMBER_NOT_BETWEEN": not low <= value <= high,
    }[kind]  # fmt: skip
