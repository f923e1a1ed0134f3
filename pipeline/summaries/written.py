"""How a document is written down as JSON: its lines, and the numbers in it; and texts in a list.

Ratios and means have at most 4 decimals, rounded half up, and none where they are whole.
"""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

Json = dict[str, object]

_FOUR_DECIMALS = Decimal("0.0001")
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s().-]*$)")
"""How a formula begins; a telephone number, signs and figures alone, stays as it is."""

_SIGNS = frozenset("=@\t\r+-")


def to_json(document: Mapping[str, object]) -> str:
    """The document as text (UTF-8): every part, and every item of a list, has a line of its own."""
    parts = (f" {_line(key)}: {_lines(value)}" for key, value in document.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n ]"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def ratio(value: float | None) -> float | int | None:
    """A ratio or mean as it is written: 4 decimals, half up, and a whole number without decimals.

    The shortest decimal that is this float is rounded, so that a share that ends exactly halfway
    is rounded up, as by hand.
    """
    if value is None:
        return None
    rounded = Decimal(repr(float(value))).quantize(_FOUR_DECIMALS, ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def harmless(text: str) -> str:
    """A text for a list that no spreadsheet program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def harmless_row(cells: Sequence[object]) -> list[object]:
    """A row of a text table, every text in it harmless; most begin with no sign of a formula at all."""
    return [harmless(cell) if isinstance(cell, str) and cell[:1] in _SIGNS else cell for cell in cells]
