"""What a cell shows, comparable over all media: text stays text, days are numbers."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from pipeline.model.responses import RawCell
from pipeline.model.tab import Cell, Scalar

LONGEST: Final = 32_767
"""What one cell of a workbook can hold, in characters."""

CUT: Final = " […]"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = datetime(1899, 12, 30)
_DAY = timedelta(days=1)

Shown = str | float | bool
"""What a cell shows, comparable: text ("" when empty), a number (days counted), or a truth value."""


def clean(text: str, longest: int = LONGEST) -> str:
    """The text as a cell can hold it: line ends alike, without what XML forbids, cut when too long."""
    if text.isprintable() and len(text) <= longest:
        return text
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= longest else text[: longest - len(CUT)] + CUT


def shown(value: Scalar | RawCell, style: str = "", longest: int = LONGEST) -> Shown:
    """What a cell with this value shows; `style` "check" shows a truth value as a tick or a dash."""
    match value:
        case str():
            return clean(value, longest)
        case None:
            return ""
        case bool():
            return ("✓" if value else "–") if style == "check" else value
        case int() | float() | Decimal():
            return round(float(value), 9)
        case _:
            return round(_days(value), 9)


def _days(value: date | datetime | time | timedelta) -> float:
    match value:
        case datetime():
            return (value - _EPOCH) / _DAY
        case date():
            return float((value - _EPOCH.date()).days)
        case time():
            return (datetime.combine(_EPOCH, value) - _EPOCH) / _DAY
        case _:
            return value / _DAY


def shown_cell(cell: Cell | Scalar, style: str, longest: int = LONGEST) -> Shown:
    """What a cell of a grid shows; `style` where it brings none of its own."""
    if isinstance(cell, Cell):
        return shown(cell.value, cell.style or style, longest)
    return shown(cell, style, longest)
