"""Formulas worked out: arithmetic, comparison, references and the functions people use most.

A small part of what Sheets knows. A function that is not here gives #NAME?, as a misspelt one does in Sheets.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.google_emulator.answers import ApiError
from tests.google_emulator.sheets.cells import Failure, Formula, Result, Scalar, tidy
from tests.google_emulator.sheets.functions import FUNCTIONS, Argument, Wrong, number, text

if TYPE_CHECKING:
    from tests.google_emulator.sheets.sheet import Sheet
    from tests.google_emulator.sheets.spreadsheet import Spreadsheet

TOKEN = re.compile(
    r"""\s*(?:(?P<broken>\#REF!)|(?P<string>"(?:[^"]|"")*")|(?P<number>\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)"""
    r"""|(?P<reference>(?:(?:'(?:[^']|'')+'|[A-Za-z_]\w*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?)?(?![\w(])"""
    r"""|(?:(?:'(?:[^']|'')+'|[A-Za-z_]\w*)!)?\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(]))"""
    r"""|(?P<name>[A-Za-z_][\w.]*)|(?P<sign><=|>=|<>|[-+*/^&=<>%(),;]))"""
)
COMPARE: dict[str, Callable[[tuple[int, str | float], tuple[int, str | float]], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt,
    "<=": operator.le, ">=": operator.ge,
}  # fmt: skip


Place = tuple[int, int, int]
"""A sheetId, a row and a column."""


class _NeededError(Exception):
    """A formula cannot go on before these cells are known."""

    def __init__(self, places: list[Place]) -> None:
        super().__init__()
        self.places = places


@dataclass(slots=True)
class Calculator:
    """Works out the formulas of one spreadsheet as it stands; what was worked out is `known`.

    A formula that needs another waits for it in a list rather than in a deeper call: thousands of rows that
    each add to the one before them, or after them, are no deep well.
    """

    spreadsheet: Spreadsheet
    known: dict[Place, Result]

    @classmethod
    def of(cls, spreadsheet: Spreadsheet) -> Calculator:
        """A calculator that knows nothing yet."""
        return cls(spreadsheet, {})

    def cell(self, sheet: Sheet, row: int, column: int) -> Result:
        """What a cell comes to."""
        waiting = dict.fromkeys(self.unknown(sheet, [(row, column)]))
        while waiting:
            place = next(reversed(waiting))
            try:
                self.known[place] = self._worked_out(place)
                del waiting[place]
            except _NeededError as needed:
                for other in needed.places:
                    if other in waiting:
                        self.known[other] = Failure("REF", "Circular dependency detected.")
                    else:
                        waiting[other] = None
        return self.value(sheet, row, column)

    def value(self, sheet: Sheet, row: int, column: int) -> Result:
        """What a cell comes to that is no formula, or a known one."""
        value = sheet.row(row).value(column)
        return self.known[sheet.id, row, column] if isinstance(value, Formula) else value

    def unknown(self, sheet: Sheet, cells: Iterable[tuple[int, int]]) -> list[Place]:
        """Which cells hold formulas that are still to be worked out."""
        return [
            (sheet.id, row, column)
            for row, column in cells
            if isinstance(sheet.row(row).value(column), Formula) and (sheet.id, row, column) not in self.known
        ]

    def _worked_out(self, place: Place) -> Result:
        sheet = self.spreadsheet.sheet(place[0])
        formula = sheet.row(place[1]).value(place[2])
        assert isinstance(formula, Formula)
        try:
            return _Parser(self, sheet, formula.text[1:]).result()
        except Wrong as wrong:
            return Failure(wrong.kind, wrong.message)


class _Parser:
    """Reads and works out one formula, strongest signs last: `= <`, `&`, `+ -`, `* /`, `^`, `-x`, `x%`."""

    def __init__(self, calculator: Calculator, sheet: Sheet, formula: str) -> None:
        self.calculator, self.sheet = calculator, sheet
        self.tokens = list(_tokens(formula))[::-1]

    def result(self) -> Result:
        value = self.scalar(self.comparison())
        if self.tokens:
            raise Wrong("ERROR", "Formula parse error.")
        return tidy(value) if isinstance(value, float) else value

    def scalar(self, argument: Argument) -> Scalar:
        if isinstance(argument, list):
            raise Wrong("VALUE", "An array value could not be found.")
        return argument

    def take(self, *signs: str) -> str:
        if self.tokens and self.tokens[-1][0] == "sign" and self.tokens[-1][1] in signs:
            return self.tokens.pop()[1]
        return ""

    def comparison(self) -> Argument:
        left = self.joined()
        while sign := self.take(*COMPARE):
            left = bool(COMPARE[sign](_rank(self.scalar(left)), _rank(self.scalar(self.joined()))))
        return left

    def joined(self) -> Argument:
        left = self.sum()
        while self.take("&"):
            left = text(self.scalar(left)) + text(self.scalar(self.sum()))
        return left

    def sum(self) -> Argument:
        left = self.product()
        while sign := self.take("+", "-"):
            right = number(self.scalar(self.product()))
            left = number(self.scalar(left)) + (right if sign == "+" else -right)
        return left

    def product(self) -> Argument:
        left = self.power()
        while sign := self.take("*", "/"):
            right = number(self.scalar(self.power()))
            if sign == "/" and right == 0:
                raise Wrong("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.")
            left = number(self.scalar(left)) * right if sign == "*" else number(self.scalar(left)) / right
        return left

    def power(self) -> Argument:
        base = self.signed()
        if not self.take("^"):
            return base
        return _power(number(self.scalar(base)), number(self.scalar(self.power())))

    def signed(self) -> Argument:
        sign = self.take("-", "+")
        value = self.signed() if sign else self.primary()
        while self.take("%"):
            value = number(self.scalar(value)) / 100
        return -number(self.scalar(value)) if sign == "-" else value

    def primary(self) -> Argument:
        kind, token = self.tokens.pop() if self.tokens else ("end", "")
        if kind == "broken":
            raise Wrong("REF", "Reference does not exist.")
        if kind == "string":
            return token[1:-1].replace('""', '"')
        if kind == "number":
            return tidy(float(token))
        if kind == "reference":
            return self.reference(token)
        if kind == "name" and token.upper() in {"TRUE", "FALSE"}:
            return token.upper() == "TRUE"
        if kind == "name":
            return self.called(token)
        if (kind, token) == ("sign", "("):
            value = self.comparison()
            if self.take(")"):
                return value
        raise Wrong("ERROR", "Formula parse error.")

    def called(self, name: str) -> Argument:
        function = FUNCTIONS.get(name.upper())
        if not function or not self.take("("):
            raise Wrong(
                "NAME", f"Unknown function: '{name}'." if not function else f"Unknown range name: '{name}'."
            )
        arguments: list[Argument] = []
        while not self.take(")"):
            arguments.append(self.comparison())
            if not self.take(",", ";") and not (self.tokens and self.tokens[-1][1] == ")"):
                raise Wrong("ERROR", "Formula parse error.")
        return function(arguments)

    def reference(self, token: str) -> Argument:
        """The value of a cell, or the values of a range in reading order."""
        try:
            sheet, area, _corners = self.calculator.spreadsheet.located(self.qualified(token))
        except ApiError:
            raise Wrong("REF", "Reference does not exist.") from None
        held = range(area.top, min(area.bottom, len(sheet.rows)))
        cells = [(row, column) for row in held for column in area.columns]
        needed = self.calculator.unknown(sheet, cells)
        if needed:
            raise _NeededError(needed)
        values = [_sound(self.calculator.value(sheet, row, column)) for row, column in cells]
        return values if ":" in token else next(iter(values), None)

    def qualified(self, token: str) -> str:
        """A reference with the title of its tab."""
        if "!" in token:
            return token
        return "'" + self.sheet.title.replace("'", "''") + "'!" + token


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    place = 0
    formula = formula.rstrip()
    while place < len(formula):
        match = TOKEN.match(formula, place)
        if not match:
            raise Wrong("ERROR", "Formula parse error.")
        yield str(match.lastgroup), match[str(match.lastgroup)]
        place = match.end()


def _power(base: float, exponent: float) -> float:
    try:
        return float(base**exponent)
    except (OverflowError, TypeError, ZeroDivisionError):  # too large, not real, or one divided by nothing
        raise Wrong("NUM", f"POWER({base}, {exponent}) is no number.") from None


def _sound(result: Result) -> Scalar:
    if isinstance(result, Failure):
        raise Wrong(result.kind, result.message)
    return result


def _rank(value: Scalar) -> tuple[int, str | float]:
    """What makes values comparable: numbers come before texts, texts before yes and no."""
    if isinstance(value, bool):
        return 2, value
    if isinstance(value, str):
        return 1, value.lower()
    return 0, value or 0
