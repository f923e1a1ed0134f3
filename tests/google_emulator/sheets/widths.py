"""How wide a column must be for its texts, in the typeface that Sheets measures with."""

from __future__ import annotations

from heapq import nlargest

from tests.google_emulator.sheets.rendering import Renderer
from tests.google_emulator.sheets.sheet import PIXELS, Sheet
from tests.google_emulator.sheets.spreadsheet import Spreadsheet

EM = 2048
ADVANCES = dict(zip(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    (1336, 1275, 1333, 1343, 1164, 1132, 1395, 1460, 557, 1130, 1283, 1102, 1788, 1460, 1408, 1292, 1408,
     1261, 1215, 1222, 1328, 1303, 1817, 1284, 1230, 1226, 1114, 1149, 1072, 1155, 1086, 711, 1149, 1128, 497,
     489, 1038, 497, 1795, 1130, 1168, 1149, 1164, 693, 1056, 669, 1129, 992, 1538, 1015, 969, 1015),
    strict=True,
)) | {" ": 507}  # fmt: skip
"""Advance widths of Roboto's letters, in units of an em; any other character is as wide as a digit."""
DIGIT = 1150
AROUND = 7  # pixels: the padding on both sides, and the line
POINTS, PIXELS_HIGH = 10, 13  # the size of the default format, and its em in pixels
LONGEST = 20  # texts of a column that are measured: the widest is among the longest


def fitting(spreadsheet: Spreadsheet, sheet: Sheet, column: int) -> int:
    """The width in pixels at which every text of a column can be read; of an empty column, a new one's."""
    renderer = Renderer.of(spreadsheet)
    shown = []
    for index, row in enumerate(sheet.rows):
        if row.value(column) is not None:
            look = row.look(column)
            text = str(renderer.cell(sheet, index, column, row.value(column), look))
            size = look.get("userEnteredFormat", {}).get("textFormat", {}).get("fontSize", POINTS)
            shown.append((max(text.split("\n"), key=len), size))
    longest = nlargest(LONGEST, shown, key=lambda each: len(each[0]) * each[1])
    return (
        round(
            max((_width(text) * size / POINTS for text, size in longest), default=PIXELS["COLUMNS"] - AROUND)
        )
        + AROUND
    )


def _width(text: str) -> float:
    return sum(ADVANCES.get(character, DIGIT) for character in text) * PIXELS_HIGH / EM
