"""The functions that formulas may call."""

from __future__ import annotations

from collections.abc import Callable
from math import copysign, floor

from tests.google_emulator.sheets.cells import Scalar, tidy

Argument = Scalar | list[Scalar]
"""A value, or the values of a range."""


class Wrong(Exception):  # noqa: N818 - it is what the cell shows, not an error of ours
    """Why a formula cannot be worked out; `kind` as in `cells.Failure`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind, self.message = kind, message


def number(value: Scalar) -> float:
    """A value as a number; a text that is none is a #VALUE!."""
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            raise Wrong("VALUE", f"'{value}' is a text and cannot be coerced to a number.") from None
    return value or 0


def text(value: Scalar) -> str:
    """A value as a text."""
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else str(value)


def flat(arguments: list[Argument]) -> list[Scalar]:
    """The values of all arguments."""
    return [
        value for argument in arguments for value in (argument if isinstance(argument, list) else [argument])
    ]


def numbers(arguments: list[Argument]) -> list[float]:
    """The numbers among the values: texts, yes and no and empty cells of a range don't count."""
    return [
        value for value in flat(arguments) if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def one(arguments: list[Argument], place: int) -> Scalar:
    """One argument that is a single value; None when it was left out."""
    value = arguments[place] if place < len(arguments) else None
    return value[0] if isinstance(value, list) else value


def _average(arguments: list[Argument]) -> Scalar:
    found = numbers(arguments)
    if not found:
        raise Wrong("DIVIDE_BY_ZERO", "Evaluation of function AVERAGE caused a divide by zero error.")
    return sum(found) / len(found)


def _if(arguments: list[Argument]) -> Scalar:
    if one(arguments, 0):
        return one(arguments, 1)
    return one(arguments, 2) if len(arguments) > 2 else False


def _round(arguments: list[Argument]) -> Scalar:
    scale = 10 ** int(number(one(arguments, 1)))
    told = number(one(arguments, 0))
    return tidy(copysign(floor(abs(told) * scale + 0.5) / scale, told))


FUNCTIONS: dict[str, Callable[[list[Argument]], Scalar]] = {
    "SUM": lambda arguments: sum(numbers(arguments)),
    "AVERAGE": _average,
    "COUNT": lambda arguments: len(numbers(arguments)),
    "COUNTA": lambda arguments: sum(value is not None for value in flat(arguments)),
    "MIN": lambda arguments: min(numbers(arguments), default=0),
    "MAX": lambda arguments: max(numbers(arguments), default=0),
    "ROUND": _round,
    "IF": _if,
    "AND": lambda arguments: all(flat(arguments)),
    "OR": lambda arguments: any(flat(arguments)),
    "NOT": lambda arguments: not one(arguments, 0),
    "LEN": lambda arguments: len(text(one(arguments, 0))),
    "CONCATENATE": lambda arguments: "".join(text(value) for value in flat(arguments)),
    "HYPERLINK": lambda arguments: one(arguments, 1) if len(arguments) > 1 else one(arguments, 0),
}
