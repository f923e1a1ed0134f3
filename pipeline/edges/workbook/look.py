"""How each style of cell looks in a workbook: one calm, readable hand."""

from dataclasses import dataclass
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from pipeline.model.tab import Cell as TabCell
from pipeline.model.tab import Scalar

TYPEFACE: Final = "Arial"
INK, QUIET, GREEN, LINK, WHITE = "26332F", "5F6B66", "1F5D50", "1A5A96", "FFFFFF"
RULE: Final = "DDD8CC"
CARD: Final = "F1F6F3"
HEAT: Final = ("FFFFFF", "FBD9A8", "E58A5C")
"""Nothing, some, much: every one of them light enough for dark text."""


@dataclass(frozen=True, slots=True)
class Look:
    """What differs from a plain cell; `rule` draws a fine line below, `room` keeps text off the edge."""

    size: int = 10
    bold: bool = False
    colour: str = INK
    fill: str | None = None
    rule: str | None = RULE
    align: str | None = None
    upright: str = "center"
    wrap: bool = True
    room: int = 1


LOOKS: Final = {
    "title": Look(size=20, bold=True, colour=GREEN, rule=None, wrap=False, room=0),
    "intro": Look(size=11, colour=QUIET, rule=None, upright="top", room=0),
    "heading": Look(size=13, bold=True, colour=GREEN, rule=None, upright="bottom", room=0),
    "note": Look(colour=QUIET, rule=None, upright="top", room=0),
    "header": Look(bold=True, colour=WHITE, fill=GREEN, rule=GREEN),
    "text": Look(),
    "long": Look(),
    "code": Look(bold=True, colour=GREEN, wrap=False),
    "strong": Look(bold=True),
    "muted": Look(colour=QUIET),
    "number": Look(align="right"),
    "decimal": Look(align="right"),
    "factor": Look(align="right", bold=True),
    "percent": Look(align="right"),
    "money": Look(align="right"),
    "date": Look(align="left"),
    "moment": Look(align="left"),
    "check": Look(align="center"),
    "input": Look(fill="FFF8DF", rule="E2C66D"),
    "good": Look(colour="1B5E3A", fill="E2F1E6"),
    "warn": Look(colour="6B4A00", fill="FCEFC9"),
    "bad": Look(colour="8C2B1D", fill="FBE3DD"),
    "figure": Look(size=24, bold=True, colour=GREEN, fill=CARD, rule=None, align="left"),
    "figure_label": Look(bold=True, fill=CARD, rule=None, upright="bottom"),
    "figure_note": Look(size=9, colour=QUIET, fill=CARD, rule=None, upright="top"),
    "resident": Look(fill="F9E2D6"),
    "key_figure": Look(fill="FBEFC7"),
    "professional": Look(fill="DCEDE6"),
    "government": Look(fill="DFE7F3"),
    "first": Look(bold=True, fill="F6D66B"),
    "second": Look(bold=True, fill="DDE1E4"),
    "third": Look(bold=True, fill="EBC39B"),
}

FORMATS: Final = {
    "number": "#,##0",
    "decimal": "0.0",
    "factor": '"×"0.0',
    "percent": "0%",
    "money": '"€" #,##0.00;[Red]-"€" #,##0.00',
    "date": "dd-mm-yyyy",
    "moment": "dd-mm-yyyy hh:mm",
}
"""Number formats in Excel's own, English notation; Excel shows them in the reader's."""


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
