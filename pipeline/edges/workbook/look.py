"""The looks as a workbook knows them."""

from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from pipeline.edges.looks import FORMATS, LINK, LOOKS, TYPEFACE
from pipeline.model.tab import Cell as TabCell
from pipeline.model.tab import Scalar


class Styles:
    """The looks as style numbers of one workbook, each registered when it is first used."""

    def __init__(self, workbook: Workbook) -> None:
        self._scratch = workbook.create_sheet()
        workbook.remove(self._scratch)
        self._numbers: dict[tuple[str, int, bool], int] = {}

    def number(self, cell: TabCell | Scalar, style: str) -> int:
        """The style number of a cell by its style (else `style`), indent, and whether it is a link."""
        if isinstance(cell, TabCell):
            key = (cell.style or style, cell.indent, cell.link is not None)
        else:
            key = (style, 0, False)
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = self._register(*key)
        return known

    def _register(self, style: str, indent: int, linked: bool) -> int:
        cell = Cell(self._scratch, row=1, column=1)
        dress(cell, style, indent, linked=linked)
        return int(cell.style_id)


def dress(cell: Any, style: str, indent: int = 0, *, linked: bool = False) -> None:
    """Give a cell or column the look and number format of `style` (`look`, or `look/format`)."""
    name, _, shown_as = style.partition("/")
    look = LOOKS[name]
    cell.font = Font(
        name=TYPEFACE,
        size=look.size,
        bold=look.bold,
        underline="single" if linked else None,
        color=f"FF{LINK if linked else look.colour}",
    )
    if look.fill:
        cell.fill = PatternFill("solid", start_color=f"FF{look.fill}", end_color=f"FF{look.fill}")
    if look.rule:
        cell.border = Border(bottom=Side("thin", color=f"FF{look.rule}"))
    align = "left" if indent else look.align or LOOKS.get(shown_as, look).align or "left"
    cell.alignment = Alignment(
        horizontal=align,
        vertical=look.upright,
        wrap_text=look.wrap or None,
        indent=2 * indent + (look.room if align != "center" else 0),
    )
    cell.number_format = FORMATS.get(shown_as or name, "General")
