"""How each style of cell looks, in whatever medium: one calm, readable hand."""

from dataclasses import dataclass
from typing import Final

from pipeline.model.templates import Question

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
"""Number formats in English notation; a spreadsheet program shows them in the reader's."""

SERIES: Final = ("1F5D50", "D9772B", "7A9CC6", "E3B23C", "8C5A7C", "6B7F3A")
"""The colours of a chart's series."""

TARGET: Final = "B23A1E"
LINES: Final = "E4E1D9"
"""The level line of what a chart aims at, and its other lines."""

WORKING: Final = "E3B23C"
"""The tabs that people fill in share one colour, that of the cells where they write."""

SHOWN_AS: Final = {"money": "money", "date": "date", "number": "number", "check": "check"}

ROW_HEIGHT: Final = 18.0
"""How high a row is that says nothing else, in points."""


def working_style(question: Question) -> str:
    """The style of a column of a working tab: the program's, or one that people fill in."""
    shown_as = SHOWN_AS.get(question.kind, "text")
    if question.program:
        return f"muted/{shown_as}"
    return f"input/{shown_as}"
