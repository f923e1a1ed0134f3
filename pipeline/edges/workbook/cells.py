"""Values as a worksheet holds them: text stays text, days are numbers, nothing is a formula."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from pipeline.model.responses import RawCell
from pipeline.model.tab import Cell, Scalar

LONGEST: Final = 32_767
"""What one cell can hold, in characters."""

CUT: Final = " […]"
ROW_HEIGHT: Final = 18.0

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile("[&<>_]")
_EPOCH = datetime(1899, 12, 30)
_DAY = timedelta(days=1)

Shown = str | float | bool
"""What a cell shows, comparable: text ("" when empty), a number (days counted), or a truth value."""


def clean(text: str) -> str:
    """The text as a cell can hold it: line ends alike, without what XML forbids, cut when too long."""
    if text.isprintable() and len(text) <= LONGEST:
        return text
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def shown(value: Scalar | RawCell, style: str = "") -> Shown:
    """What a cell with this value shows; `style` "check" shows a truth value as a tick or a dash."""
    match value:
        case str():
            return clean(value)
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


def cell_xml(row: int, column: int, value: Shown, style: int) -> str:
    """One cell; text stands in the cell itself, so that it can never be taken for a formula."""
    place = f'<c r="{get_column_letter(column)}{row}" s="{style}"'
    if value == "":
        return place + "/>"
    if isinstance(value, bool):
        return f'{place} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, float):
        return f"{place}><v>{value:.15g}</v></c>"
    return f'{place} t="inlineStr"><is><t xml:space="preserve">{_written(value)}</t></is></c>'


def _written(text: str) -> str:
    """Text as XML; what looks like the code of a sign, such as `_x0041_`, must not become that sign."""
    return escape(_CODED.sub("_x005F_", text)) if _SPECIAL.search(text) else text


def shown_cell(cell: Cell | Scalar, style: str) -> Shown:
    """What a cell of a grid shows; `style` where it brings none of its own."""
    return shown(cell.value, cell.style or style) if isinstance(cell, Cell) else shown(cell, style)


def rows_xml(
    rows: Sequence[Sequence[Cell | Scalar]],
    styles: Sequence[Sequence[str]],
    heights: Mapping[int, float],
    adapts: Callable[[int], bool],
    style_number: Callable[[Cell | Scalar, str], int],
) -> Iterator[str]:
    """The rows of a grid; `heights` in points, final but for the rows that adapt to what is typed."""
    for number, (row, looks) in enumerate(zip(rows, styles, strict=True), start=1):
        height = f' ht="{heights.get(number, ROW_HEIGHT):g}"'
        custom = "" if adapts(number) else ' customHeight="1"'
        cells = (
            cell_xml(number, column, shown_cell(cell, style), style_number(cell, style))
            for column, (cell, style) in enumerate(zip(row, looks, strict=True), start=1)
        )
        yield f'<row r="{number}"{height}{custom}>{"".join(cells)}</row>'


def plain_rows_xml(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows of text without any look."""
    for number, row in enumerate(rows, start=1):
        cells = (cell_xml(number, column, shown(text), 0) for column, text in enumerate(row, start=1))
        yield f'<row r="{number}">{"".join(cells)}</row>'
