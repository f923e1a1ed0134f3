"""A tab's blocks on one grid: what stands where, for every medium alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, zip_longest
from math import ceil

from pipeline.model.responses import MARK
from pipeline.model.tab import (
    Area,
    Block,
    Cell,
    Chart,
    Column,
    Figure,
    Figures,
    Grid,
    Lines,
    PlacedChart,
    PlacedTable,
    Row,
    Scalar,
    Tab,
    Table,
)

PORTRAIT, LANDSCAPE = 96, 132
"""The least total width of a tab, in characters: what fills a sheet of A4."""

SPARE = 12
CARD = 18
LINE = 13.5
"""Widths of an added column and of a key figure, in characters; the height of a line, in points."""

CHART_ROWS = 16
HIGHEST_FREEZE = 8

HEIGHTS = {"title": 36.0, "heading": 27.0, "header": 24.0, "figure": 36.0, "figure_label": 18.0}
PADDING = 5.0


def lay_out(tab: Tab) -> Grid:
    """Place title, introduction and blocks under one another, on columns that all tables share.

    A people's column has the style `input`, or `input/money` where its own style says how a value
    reads; a key figure likewise `figure/percent`. A chart stands between the heading of its table
    and the table. A table without rows is its heading and what `empty` says.
    """
    sheet = _Sheet(_widths(tab))
    sheet.add([Cell(tab.title + MARK, "title")], HEIGHTS["title"])
    sheet.banner(Cell(tab.intro, "intro"))
    for block in tab.blocks:
        sheet.add([])
        _place(block, sheet)
    return Grid(
        key=tab.key,
        title=tab.title,
        rows=tuple(sheet.rows),
        widths=tuple(sheet.widths),
        frozen_rows=_frozen(sheet.tables),
        tables=tuple(sheet.tables),
        charts=tuple(sheet.charts),
        heats=tuple(sheet.heats),
        merges=tuple(sheet.merges),
        heights=tuple(sheet.heights),
        landscape=tab.landscape,
        colour=tab.colour,
    )


@dataclass(slots=True)
class _Sheet:
    """A grid in the making: every method adds rows at the bottom."""

    widths: list[int]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    charts: list[PlacedChart] = field(default_factory=list)
    heats: list[Area] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    heights: list[tuple[int, float]] = field(default_factory=list)

    @property
    def bottom(self) -> int:
        """The number of the last row."""
        return len(self.rows)

    def add(self, cells: Iterable[Cell], height: float | None = None) -> int:
        """Add a row and give its number; `height` in points where it differs from the usual."""
        self.rows.append(tuple(cells))
        if height is not None:
            self.heights.append((self.bottom, height))
        return self.bottom

    def banner(self, cell: Cell) -> None:
        """Add one cell as wide as the tab, as high as its text needs."""
        style = cell.style or "text"
        text = cell.value if isinstance(cell.value, str) else ""
        needed = _lines(text, sum(self.widths)) * LINE + PADDING
        width = len(self.widths)
        row = self.add(_stretched(cell, style, width), max(needed, HEIGHTS.get(style, 0.0)))
        self.merge(Area(row, 1, row, width))

    def merge(self, area: Area) -> None:
        """Show an area as one cell."""
        if (area.top, area.left) != (area.bottom, area.right):
            self.merges.append(area)


def _place(block: Block, sheet: _Sheet) -> None:
    if block.heading:
        sheet.banner(Cell(block.heading, "heading"))
    match block:
        case Figures():
            _place_figures(block.figures, sheet)
        case Lines():
            for line in block.lines:
                sheet.banner(line if isinstance(line, Cell) else Cell(line, "text"))
        case Table():
            _place_table(block, sheet)


def _place_figures(figures: Sequence[Figure], sheet: _Sheet) -> None:
    """Cards side by side, three rows high; what does not fit goes on below."""
    cards = _cards(sheet.widths)
    for start in range(0, len(figures), len(cards)):
        if start:
            sheet.add([])
        placed = tuple(zip(figures[start:], cards, strict=False))
        for cells, height in (
            ([Cell(figure.label, "figure_label") for figure, _ in placed], HEIGHTS["figure_label"]),
            ([Cell(figure.value, f"figure/{figure.style}") for figure, _ in placed], HEIGHTS["figure"]),
            ([Cell(figure.note, "figure_note") for figure, _ in placed], _note_height(placed, sheet.widths)),
        ):
            _place_cards(cells, [card for _, card in placed], height, sheet)


def _place_cards(
    cells: Sequence[Cell], cards: Sequence[tuple[int, int]], height: float, sheet: _Sheet
) -> None:
    line: list[Cell] = []
    for cell, (left, right) in zip(cells, cards, strict=True):
        line.extend(_stretched(cell, cell.style or "text", right - left + 1))
    row = sheet.add(line, height)
    for left, right in cards:
        sheet.merge(Area(row, left, row, right))


def _note_height(placed: Sequence[tuple[Figure, tuple[int, int]]], widths: Sequence[int]) -> float:
    lines = max(_lines(figure.note, sum(widths[left - 1 : right])) for figure, (left, right) in placed)
    return lines * LINE + PADDING


def _place_table(table: Table, sheet: _Sheet) -> None:
    if table.note:
        sheet.banner(Cell(table.note, "note"))
    if not table.rows and table.empty:
        sheet.banner(Cell(table.empty, "muted"))
        return
    charts = table.charts if table.rows else ()
    corner = sheet.bottom + 1
    for _ in range(CHART_ROWS + 1 if charts else 0):
        sheet.add([])
    header = sheet.add((Cell(column.header, "header") for column in table.columns), _header_height(table))
    styles = tuple(_style(column) for column in table.columns)
    widths = [column.width for column in table.columns]
    for row in table.rows:
        sheet.add(_cells(row, styles), _row_height(row, widths))
    area = Area(header + 1, 1, sheet.bottom, len(table.columns))
    sheet.tables.append(PlacedTable(table, header, area))
    sheet.heats.extend(_heats(table, area))
    for chart, (left, right) in zip(charts, _chart_spans(len(charts), sheet.widths), strict=True):
        sheet.charts.append(_placed(chart, table, area, (corner, left), (CHART_ROWS, right - left + 1)))


def _style(column: Column) -> str:
    if not column.people:
        return column.style
    return "input" if column.style in {"text", "long", "input"} else f"input/{column.style}"


def _cells(row: Row, styles: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(_cell(value, style) for value, style in zip(row.cells, styles, strict=True))


def _cell(value: Cell | Scalar, style: str) -> Cell:
    if not isinstance(value, Cell):
        return Cell(value, style)
    return value if value.style else Cell(value.value, style, value.link, value.note, value.indent)


def _stretched(cell: Cell, style: str, width: int) -> list[Cell]:
    """A cell and the empty ones beside it that it is shown over."""
    first = cell if cell.style else _cell(cell, style)
    return [first, *[Cell(None, style)] * (width - 1)]


def _placed(
    chart: Chart, table: Table, area: Area, at: tuple[int, int], size: tuple[int, int]
) -> PlacedChart:
    position = {column.key: number for number, column in enumerate(table.columns, start=1)}

    def column(key: str) -> Area:
        return Area(area.top, position[key], area.bottom, position[key])

    return PlacedChart(
        chart=chart,
        categories=column(chart.categories),
        series=tuple(column(key) for key in chart.series),
        names=tuple(table.columns[position[key] - 1].header for key in chart.series),
        at=at,
        size=size,
    )


def _heats(table: Table, area: Area) -> list[Area]:
    """The heat columns; neighbours share one scale."""
    if not table.rows:
        return []
    heats: list[Area] = []
    for number, column in enumerate(table.columns, start=1):
        if column.key not in table.heat:
            continue
        left = heats.pop().left if heats and heats[-1].right == number - 1 else number
        heats.append(Area(area.top, left, area.bottom, number))
    return heats


def _frozen(tables: Sequence[PlacedTable]) -> int:
    """The header of the longest table stays in sight, when it stands at the top."""
    longest = max(tables, key=lambda placed: len(placed.table.rows), default=None)
    return longest.header_row if longest and longest.header_row <= HIGHEST_FREEZE else 0


def _widths(tab: Tab) -> list[int]:
    """The columns that all tables share, and as many more as fill the sheet."""
    tables = [block for block in tab.blocks if isinstance(block, Table)]
    columns = zip_longest(*([column.width for column in table.columns] for table in tables), fillvalue=0)
    widths = [max(column) for column in columns]
    side_by_side = max((len(table.charts) for table in tables), default=0)
    while sum(widths) < (LANDSCAPE if tab.landscape else PORTRAIT) or len(widths) < side_by_side:
        widths.append(SPARE)
    return widths


def _cards(widths: Sequence[int]) -> list[tuple[int, int]]:
    """(first, last) column of every key figure that fits beside the others."""
    cards: list[tuple[int, int]] = []
    left = 1
    for right in range(1, len(widths) + 1):
        if sum(widths[left - 1 : right]) >= CARD:
            cards.append((left, right))
            left = right + 1
    return cards


def _chart_spans(count: int, widths: Sequence[int]) -> list[tuple[int, int]]:
    """(first, last) column of `count` charts that share the width as evenly as the columns allow."""
    ends = list(accumulate(widths))
    edges = [0]
    for number in range(1, count):
        wanted = ends[-1] * number / count
        room = range(edges[-1] + 1, len(ends) - count + number + 1)
        edges.append(min(room, key=lambda end: abs(ends[end - 1] - wanted)))
    edges.append(len(ends))
    return [(left + 1, right) for left, right in pairwise(edges)] if count else []


def _header_height(table: Table) -> float:
    lines = max(_lines(column.header, column.width - 1) for column in table.columns)
    return max(lines * LINE + 2 * PADDING, HEIGHTS["header"])


def _row_height(row: Row, widths: Sequence[int]) -> float | None:
    lines = 1
    for value, width in zip(row.cells, widths, strict=True):
        text = value.value if isinstance(value, Cell) else value
        if isinstance(text, str) and (len(text) >= width or "\n" in text):
            lines = max(lines, _lines(text, width))
    return lines * LINE + PADDING if lines > 1 else None


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, words kept whole, on `width` characters."""
    room = max(width - 1, 1)
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
