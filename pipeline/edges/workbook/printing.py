"""How a sheet comes out of the printer: on A4, as wide as the paper, blocks kept whole."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.looks import QUIET, ROW_HEIGHT
from pipeline.model.tab import Grid
from pipeline.model.templates import Words

A4: Final = 9
SHORT, LONG = 498.0, 705.0
"""What can surely be printed on of a sheet's short and long side, in points: printers differ."""

LETTER: Final = 5.25
EDGE: Final = 4.0
"""How wide a letter and the edges of a column are, in points."""

SMALLER: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""How much smaller than full width a tab may become when that saves a page."""

LOW: Final = 0.6
"""Lower on a page than this, a block that is cut anyway does not begin."""

TOGETHER: Final = 5
"""So many rows are left for the last page of a block at least, the empty one after it included."""

MOST_BREAKS: Final = 1000
"""The most page breaks of a sheet; Excel holds 1026."""

REPEATED: Final = 25
"""From so many rows on, a table's header is repeated on every page."""


def set_up_page(sheet: Worksheet, words: Words, *, landscape: bool) -> None:
    """A4 with small margins, the tab's title and the page number below."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_margins.left = sheet.page_margins.right = 0.45
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.print_options.horizontalCentered = True
    footer: Any = sheet.oddFooter
    footer.left.text = sheet.title.replace("&", "&&")
    footer.right.text = words.text("workbook", "page", page="&P", pages="&N")
    for part in (footer.left, footer.right):
        part.size = 8
        part.color = QUIET


def print_grid(sheet: Worksheet, grid: Grid, words: Words) -> None:
    """Set the scale that makes the tab as wide as the paper, and where its pages end."""
    set_up_page(sheet, words, landscape=grid.landscape)
    across, down = (LONG, SHORT) if grid.landscape else (SHORT, LONG)
    heights = dict(grid.heights)
    tops = [0.0]
    for row in range(1, len(grid.rows) + 1):
        tops.append(tops[-1] + heights.get(row, ROW_HEIGHT))
    full = min(across / sum(width * LETTER + EDGE for width in grid.widths), 1.0)
    pages = {full * smaller: _pages(tops, grid.starts, down / (full * smaller)) for smaller in SMALLER}
    scale = min(pages, key=lambda scale: (len(pages[scale]), -scale))
    sheet.page_setup.scale = max(int(scale * 100), 10)
    for page in pages[scale][:MOST_BREAKS]:
        sheet.row_breaks.append(Break(id=page - 1))
    header = _repeated(grid, pages[scale])
    if header:
        sheet.print_title_rows = f"{header}:{header}"


def _repeated(grid: Grid, pages: Sequence[int]) -> int:
    """The header row to repeat on every page: that of a table which takes all of them; else 0.

    Above the rows of another table it would say what is not so.
    """
    longest = max(grid.tables, key=lambda placed: len(placed.table.rows), default=None)
    if longest is None or len(longest.table.rows) < REPEATED:
        return 0
    continued = sum(longest.header_row < page <= longest.area.bottom for page in pages)
    beyond = sum(page > longest.area.bottom for page in pages)
    return longest.header_row if continued and not beyond else 0


def _pages(tops: Sequence[float], starts: Sequence[int], room: float) -> list[int]:
    """The row with which each page after the first begins.

    No block is cut that fits on a page; one that does not begins on a new page when little of this one
    is left, and leaves no few rows for its last page. `tops[n]` is how far row n ends from the top of
    the tab.
    """
    pages = [1]

    def begun() -> float:
        return tops[pages[-1] - 1]

    for start, following in pairwise([*starts, len(tops)]):
        top, bottom = tops[start - 1], tops[following - 1]
        fits, low = bottom - top <= room, top - begun() > room * LOW
        if bottom - begun() > room and (fits or low) and start > pages[-1]:
            pages.append(start)
        while bottom - begun() > room:
            full = max(bisect_right(tops, begun() + room), pages[-1] + 1)
            kept = following - TOGETHER
            pages.append(kept if max(start, pages[-1]) < kept < full else full)
    return pages[1:]
