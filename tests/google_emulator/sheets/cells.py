"""What stands in cells: values, formulas and looks; and rows of them, which are replaced and never changed.

Because a row never changes, a copy of a sheet is a copy of one list, whatever the number of its cells. That
is how a batch of changes can be thrown away whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json

LONGEST = 50_000  # characters in a cell; more is refused
NO_LOOK: Json = {}


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as typed, the sign = included."""

    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    """What a formula gives that cannot be worked out: `kind` is Google's word, such as DIVIDE_BY_ZERO."""

    kind: str
    message: str = ""

    @property
    def shown(self) -> str:
        """What the cell shows."""
        return SHOWN[self.kind]


SHOWN = {"DIVIDE_BY_ZERO": "#DIV/0!", "VALUE": "#VALUE!", "REF": "#REF!", "NAME": "#NAME?", "NUM": "#NUM!",
         "N_A": "#N/A", "ERROR": "#ERROR!"}  # fmt: skip

Scalar = None | bool | int | float | str
Value = None | bool | int | float | str | Formula
Result = None | bool | int | float | str | Failure
Cell = tuple[Value, Json]
"""A value and a look: what CellData holds beside its value (format, note, rule …), by Google's names."""

BLANK: Cell = (None, NO_LOOK)


class Row:
    """The cells of one row from its left; what lies beyond is blank.

    `formulas`: whether any was ever among them, so that rows without one need not be searched.
    """

    __slots__ = ("formulas", "looks", "values")

    def __init__(
        self, values: Sequence[Value] = (), looks: Sequence[Json] = (), *, formulas: bool = False
    ) -> None:
        self.values = values
        self.looks = looks
        self.formulas = formulas

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> Row:
        """A row of these cells from its left."""
        return cls().with_cells(0, cells)

    def cell(self, column: int) -> Cell:
        """A value and its look."""
        return self.value(column), self.look(column)

    def value(self, column: int) -> Value:
        """A value; None for an empty cell."""
        return self.values[column] if column < len(self.values) else None

    def look(self, column: int) -> Json:
        """A look; it may be shared by many cells and is never changed."""
        return self.looks[column] if column < len(self.looks) else NO_LOOK

    def cells(self, left: int, right: int) -> list[Cell]:
        """The cells of the columns left … right - 1."""
        return [self.cell(column) for column in range(left, right)]

    def slice(self, left: int, right: int) -> list[Value]:
        """The values of the columns left … right - 1, short where the row is."""
        return list(self.values[left:right])

    @property
    def width(self) -> int:
        """The number of columns up to the last cell that holds anything at all."""
        held = len(self.values)
        while held and self.values[held - 1] is None:
            held -= 1
        looked = len(self.looks)
        while looked > held and not self.looks[looked - 1]:
            looked -= 1
        return max(held, looked)

    @property
    def filled(self) -> bool:
        """Whether any cell has a value."""
        return any(value is not None for value in self.values)

    def with_values(self, left: int, values: Sequence[Value]) -> Row:
        """The row with other values from a column on."""
        if left >= len(self.values) and all(value is None for value in values):
            return self
        formulas = self.formulas or Formula in map(type, values)
        return Row(_spliced(self.values, left, values, None), self.looks, formulas=formulas)

    def with_looks(self, left: int, looks: Sequence[Json]) -> Row:
        """The row with other looks from a column on."""
        if not any(looks) and not any(self.looks[left : left + len(looks)]):
            return self
        return self.dressed(_spliced(self.looks, left, looks, NO_LOOK))

    def dressed(self, looks: Sequence[Json]) -> Row:
        """The row with these looks and no others."""
        return Row(self.values, looks, formulas=self.formulas)

    def with_cells(self, left: int, cells: Sequence[Cell]) -> Row:
        """The row with other cells from a column on."""
        values = self.with_values(left, [value for value, _look in cells])
        return values.with_looks(left, [look for _value, look in cells])


EMPTY = Row()
Item = TypeVar("Item")


def _spliced(old: Sequence[Item], left: int, new: Sequence[Item], blank: Item) -> list[Item]:
    padded = [*old, *[blank] * (left - len(old))] if left > len(old) else list(old)
    padded[left : left + len(new)] = new
    return padded


def tidy(number: float) -> int | float:
    """A number as JSON shows it: 2.0 is 2."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 1e21 else number


def checked(text: str) -> str:
    """A text that fits in a cell; a longer one is refused."""
    if len(text) > LONGEST:
        raise ApiError.invalid(
            f"Your input contains more than the maximum of {LONGEST} characters in a single cell."
        )
    return text


def from_extended(value: Json | None) -> Value:
    """The value that an ExtendedValue tells: text is never read as anything else."""
    if not value:
        return None
    if "numberValue" in value:
        return tidy(value["numberValue"])
    if "boolValue" in value:
        return bool(value["boolValue"])
    if "formulaValue" in value:
        return Formula(checked(value["formulaValue"]))
    if "stringValue" in value:
        return checked(value["stringValue"]) or None
    raise ApiError.invalid("Only number, string, bool and formula values can be set.")


def to_extended(value: Value | Failure) -> Json:
    """The ExtendedValue of a value, or of what a formula gave."""
    if isinstance(value, Formula):
        return {"formulaValue": value.text}
    if isinstance(value, Failure):
        return {"errorValue": {"type": value.kind, "message": value.message}}
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    return {"numberValue": value}
