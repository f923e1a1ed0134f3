"""Values as a worksheet holds them: text stays text, days are numbers, nothing is a formula."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from pipeline.edges.looks import ROW_HEIGHT
from pipeline.edges.shown import Shown, shown, shown_cell
from pipeline.model.tab import Cell, Scalar

_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile("[&<>_]")


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
