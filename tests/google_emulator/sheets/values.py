"""Reading, writing, appending and clearing values: what all `values` methods have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area
from tests.google_emulator.sheets.cells import Value, checked, tidy
from tests.google_emulator.sheets.entering import entered
from tests.google_emulator.sheets.locales import locale
from tests.google_emulator.sheets.protection import Person, check_area, check_rule
from tests.google_emulator.sheets.rendering import Renderer
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet
from tests.google_emulator.sheets.tables import last_table

INPUT_OPTIONS = ("RAW", "USER_ENTERED")


def value_range(sheet: Sheet, area: Area, renderer: Renderer, major: str) -> Json:
    """A ValueRange: empty rows (or columns) at the end are left out, and `values` when nothing is left."""
    last = min(area.bottom, len(sheet.rows))
    if major == COLUMNS:
        rows = [renderer.row(sheet, row, area.left, area.right) for row in range(area.top, last)]
        lines = [_trimmed(list(line)) for line in zip_longest(*rows, fillvalue="")]
    else:
        lines = [renderer.row(sheet, row, area.left, area.right) for row in range(area.top, last)]
    while lines and not lines[-1]:
        lines.pop()
    told = {"range": sheet.written(area), "majorDimension": COLUMNS if major == COLUMNS else ROWS}
    return told | ({"values": lines} if lines else {})


def _trimmed(line: list[object]) -> list[object]:
    while line and line[-1] == "":
        line.pop()
    return line


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes values into a draft of a spreadsheet, for one person, with one input option."""

    draft: Spreadsheet
    person: Person
    option: str
    renderer: Renderer | None = None

    def __post_init__(self) -> None:
        if self.option not in INPUT_OPTIONS:
            raise ApiError.invalid("'valueInputOption' is required but not specified")

    def update(self, text: str, told: Json) -> Json:
        """Write a ValueRange at a range in A1 notation; an UpdateValuesResponse."""
        block = rows_of(told)
        if told.get("range"):
            self._check_same(text, told["range"])
        sheet, area, corners = self.draft.located(text)
        return self.write(sheet, area, corners, block, told.get("majorDimension") or "")

    def write(
        self, sheet: Sheet, area: Area, corners: a1.Corners, block: list[list[Any]], major: str
    ) -> Json:
        """Write rows from the upper left corner of an area; null leaves a cell as it is."""
        width = max(map(len, block), default=0)
        self._check_fits(sheet, area, corners, len(block), width)
        told: Json = {"spreadsheetId": self.draft.id}
        if not width:
            return told | {"updatedRange": sheet.written(area)}
        written = Area(sheet.id, area.top, area.top + len(block), area.left, area.left + width)
        check_area(self.draft, sheet, written, self.person)
        for offset, line in enumerate(block):
            self._write_row(sheet, area.top + offset, area.left, line)
        answer = told | {"updatedRange": sheet.written(written)} | counted(block)
        if self.renderer:
            self.renderer.calculator.known.clear()
            answer["updatedData"] = value_range(sheet, written, self.renderer, major)
        return answer

    def append(self, text: str, told: Json, *, insert: bool) -> Json:
        """Write below the last table in a range; an AppendValuesResponse."""
        block = rows_of(told)
        sheet, area, _corners = self.draft.located(text)
        table = last_table(sheet, area)
        top, left = (table.bottom, table.left) if table else (area.top, area.left)
        width = max(map(len, block), default=0)
        if insert and top < sheet.height:
            self.draft.insert(sheet, ROWS, top, len(block))
        sheet.resize(ROWS, max(sheet.height, top + len(block)))
        sheet.resize(COLUMNS, max(sheet.width, left + width))
        self.draft.check_size()
        target = Area(sheet.id, top, top + 1, left, left + 1)
        corners = a1.Corners(top, top + 1, left, left + 1)
        answer = {"spreadsheetId": self.draft.id}
        if table:
            answer["tableRange"] = sheet.written(table)
        return answer | {
            "updates": self.write(sheet, target, corners, block, told.get("majorDimension") or "")
        }

    def _write_row(self, sheet: Sheet, row: int, left: int, line: list[Any]) -> None:
        """Write one row; a typed date or amount also brings its format."""
        old = sheet.row(row)
        if self.option == "RAW" and not old.looks and None not in line:
            sheet.put(row, old.with_values(left, [_raw(told) for told in line]))
            return
        values = [old.value(left + offset) if told is None else told for offset, told in enumerate(line)]
        looks = [old.look(left + offset) for offset in range(len(line))]
        for offset, told in enumerate(line):
            if told is None:
                continue
            look = looks[offset]
            value, brought = self._entered(told, look)
            check_rule(self.draft, sheet, row, left + offset, value)
            values[offset] = value
            cell_format = look.get("userEnteredFormat", {})
            if brought and cell_format.get("numberFormat", {}).get("type") != brought["type"]:
                looks[offset] = look | {"userEnteredFormat": cell_format | {"numberFormat": brought}}
        sheet.put(row, old.with_values(left, values).with_looks(left, looks))

    def _entered(self, told: Any, look: Json) -> tuple[Value, Json | None]:
        if self.option == "RAW" or not isinstance(told, str):
            return _raw(told), None
        return entered(told, locale(self.draft.locale), look.get("userEnteredFormat", {}).get("numberFormat"))

    def _check_same(self, text: str, other: str) -> None:
        if self.draft.located(text)[:2] != self.draft.located(other)[:2]:
            raise ApiError.invalid(
                f"The range in the request ({text}) does not match that of the values ({other})."
            )

    def _check_fits(self, sheet: Sheet, area: Area, corners: a1.Corners, height: int, width: int) -> None:
        """Refuse values that reach beyond the range; one cell says only where to begin."""
        if corners.single:
            if area.top + height > sheet.height or area.left + width > sheet.width:
                raise sheet.beyond(
                    a1.written(sheet.title, area.top, area.top + height, area.left, area.left + width)
                )
        elif height > area.height:
            raise self._too_far(sheet, area, f"row [{area.bottom + 1}]")
        elif width > area.width:
            raise self._too_far(sheet, area, f"column [{a1.letters(area.right)}]")

    @staticmethod
    def _too_far(sheet: Sheet, area: Area, place: str) -> ApiError:
        return ApiError.invalid(
            f"Requested writing within range [{sheet.written(area)}], but tried writing to {place}"
        )


def _raw(told: Any) -> Value:
    """A value as it is told."""
    return checked(told) or None if isinstance(told, str) else tidy(told)


def told_columns(line: Sequence[Any]) -> Iterable[int]:
    """The columns of a line that tell something; null does not."""
    if None not in line:
        return range(len(line))
    return [column for column, told in enumerate(line) if told is not None]


def rows_of(told: Json) -> list[list[Any]]:
    """The values of a ValueRange, row by row; refused when one of them is not plain."""
    lines = told.get("values") or []
    for number, line in enumerate(lines):
        for place, value in enumerate(line):
            if isinstance(value, list | dict):
                kind = "list_value" if isinstance(value, list) else "struct_value"
                raise ApiError.invalid(f"Invalid values[{number}][{place}]: {kind} {{\n}}\n")
    if told.get("majorDimension") == COLUMNS:
        return [list(row) for row in zip_longest(*lines)]
    return list(lines)


def counted(block: Sequence[Sequence[Any]]) -> Json:
    """How many rows, columns and cells were written; null is not."""
    written = [columns for line in block if (columns := [*told_columns(line)])]
    return {
        "updatedRows": len(written),
        "updatedColumns": len(set().union(*written)),
        "updatedCells": sum(map(len, written)),
    }


def clear(draft: Spreadsheet, text: str, person: Person) -> str:
    """Empty the cells of a range, keeping how they look; the range as Google writes it."""
    sheet, area, _corners = draft.located(text)
    check_area(draft, sheet, area, person)
    for row in range(area.top, min(area.bottom, len(sheet.rows))):
        held = len(sheet.row(row).slice(area.left, area.right))
        sheet.put_values(row, area.left, [None] * held)
    return sheet.written(area)
