"""How a style of cell looks in a spreadsheet of Google's."""

from typing import Final

from pipeline.edges.google.wire import Request, colour
from pipeline.edges.looks import FORMATS, INK, LINK, LOOKS, QUIET, TYPEFACE

KINDS: Final = {
    "number": "NUMBER",
    "decimal": "NUMBER",
    "factor": "NUMBER",
    "percent": "PERCENT",
    "money": "CURRENCY",
    "date": "DATE",
    "moment": "DATE_TIME",
}

UPRIGHT: Final = {"top": "TOP", "center": "MIDDLE", "bottom": "BOTTOM"}
STEP: Final = 7
"""A step that text keeps off the edge, in pixels: the width of a digit."""


def cell_format(style: str, indent: int = 0, uri: str = "") -> Request:
    """The format of a cell by its style (`look`, or `look/format`), indent in steps, and link."""
    name, _, shown_as = style.partition("/")
    look = LOOKS[name]
    align = "left" if indent else look.align or LOOKS.get(shown_as, look).align or "left"
    made: Request = {
        "horizontalAlignment": align.upper(),
        "verticalAlignment": UPRIGHT[look.upright],
        "wrapStrategy": "WRAP" if look.wrap else "OVERFLOW_CELL",
        "textFormat": text_format(look.size, look.colour, bold=look.bold),
    }
    if uri:
        made["textFormat"] |= {"foregroundColorStyle": colour(LINK), "underline": True, "link": {"uri": uri}}
    if look.fill:
        made["backgroundColorStyle"] = colour(look.fill)
    if look.rule:
        made["borders"] = {"bottom": {"style": "SOLID", "colorStyle": colour(look.rule)}}
    room = STEP * (2 * indent + look.room) if align != "center" else 0
    if room:
        made["padding"] = {"top": 2, "right": 3 + room, "bottom": 2, "left": 3 + room}
    pattern = FORMATS.get(shown_as or name)
    if pattern:
        made["numberFormat"] = {"type": KINDS[shown_as or name], "pattern": pattern}
    return made


def text_format(size: int, ink: str = INK, *, bold: bool = False) -> Request:
    """Letters of this size."""
    return {
        "fontFamily": TYPEFACE,
        "fontSize": size,
        "bold": bold,
        "foregroundColorStyle": colour(ink),
    }


def label_format(*, strong: bool = False) -> Request:
    """The letters of a chart: those of its title, or all others."""
    return text_format(12 if strong else 9, INK if strong else QUIET, bold=strong)
