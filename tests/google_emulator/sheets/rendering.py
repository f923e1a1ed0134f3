"""Cells as an answer tells them: formatted, unformatted, or as formulas."""

from __future__ import annotations

from dataclasses import dataclass

from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.cells import Failure, Formula, Result, Value
from tests.google_emulator.sheets.formulas import Calculator
from tests.google_emulator.sheets.locales import Locale, locale
from tests.google_emulator.sheets.patterns import is_moment, plain, shown_number, shown_text
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

Shown = bool | int | float | str | Failure
FORMATTED, UNFORMATTED, FORMULA = "FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"
SERIAL, WRITTEN = "SERIAL_NUMBER", "FORMATTED_STRING"


@dataclass(slots=True)
class Renderer:
    """Renders the cells of one spreadsheet with one pair of options."""

    calculator: Calculator
    locale: Locale
    render: str = FORMATTED
    moments: str = SERIAL

    @classmethod
    def of(cls, spreadsheet: Spreadsheet, render: str = "", moments: str = "") -> Renderer:
        """A renderer; what is not told is as Google's default."""
        return cls(
            Calculator.of(spreadsheet), locale(spreadsheet.locale), render or FORMATTED, moments or SERIAL
        )

    def result(self, sheet: Sheet, row: int, column: int, value: Value) -> Result:
        """What a value comes to in its cell."""
        return self.calculator.cell(sheet, row, column) if isinstance(value, Formula) else value

    def row(self, sheet: Sheet, index: int, left: int, right: int) -> list[object]:
        """The cells of a row as the answer tells them, without the empty ones at the end."""
        row = sheet.row(index)
        rendered: list[object] = [
            value
            if value.__class__ is str and not row.looks
            else self.cell(sheet, index, left + offset, value, row.look(left + offset))
            for offset, value in enumerate(row.slice(left, right))
        ]
        while rendered and rendered[-1] == "":
            rendered.pop()
        return rendered

    def cell(self, sheet: Sheet, row: int, column: int, value: Value, look: Json) -> object:
        """One cell; "" when it is empty."""
        if value is None:
            return ""
        if isinstance(value, Formula) and self.render == FORMULA:
            return value.text
        result = self.result(sheet, row, column, value)
        if result is None:
            return ""
        if self.render == FORMATTED or isinstance(result, Failure):
            return self.formatted(result, look)
        pattern = self.pattern(look)
        if self.moments == WRITTEN and isinstance(result, int | float) and pattern and is_moment(pattern):
            return self.formatted(result, look)
        return result

    def formatted(self, result: Shown, look: Json) -> str:
        """What the cell shows."""
        if isinstance(result, Failure):
            return result.shown
        if isinstance(result, bool):
            return self.locale.yes if result else self.locale.no
        pattern = self.pattern(look)
        if isinstance(result, str):
            return shown_text(result, pattern) if pattern else result
        return shown_number(result, pattern, self.locale) if pattern else plain(result, self.locale)

    def pattern(self, look: Json) -> str:
        """The pattern of a cell's number format; empty for none."""
        number_format = look.get("userEnteredFormat", {}).get("numberFormat")
        if not number_format:
            return ""
        return str(number_format.get("pattern") or self.locale.pattern(number_format.get("type", "")))
