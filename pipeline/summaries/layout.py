"""A tab's blocks on one grid: what stands where, for every medium alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
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

SPARE, FINE, CARD = 12, 4, 16
"""Widths of an added column, of a column that tables span, of a key figure, in characters."""

NEARLY = 0.85
"""The share of its width that a column is content with where the tab has broad columns to span."""

FEWEST_CARDS = 4
MOST_MERGED = 100
CHART_ROWS = 12
BAR_ROWS = 1.3
"""Rows of a chart per bar that lies, so that each has its label."""
HIGHEST_FREEZE = 8

DENSITY = 1.1
"""Letters that fit where one digit does, on average."""

LINE = 13.5
"""The height of a line, in points."""

HEIGHTS = {"title": 36.0, "heading": 27.0, "header": 24.0, "figure": 36.0, "figure_label": 18.0}
PADDING = 5.0

TALLEST = 409.0
"""The height of a row at most: a sheet knows no higher ones."""

Span = tuple[int, int]
"""First and last column."""


def lay_out(tab: Tab) -> Grid:
    """Place title, introduction and blocks under one another, on columns that all tables share.

    A table that people write, sort or filter in has a column of the tab for each of its own; the
    others span several, so that a narrow number never stands in a broad column.
    Some styles say how a value reads too: `header/money` stands above money, a people's column is
    `input` or `input/money`, a key figure `figure/percent`. A chart stands between the heading of
    its table and the table. A table without rows is its heading and what `empty` says.
    """
    tab = replace(tab, blocks=tuple(_with_targets(block) for block in tab.blocks))
    sheet = _Sheet(_widths(tab))
    sheet.add([tab.title + MARK], ["title"], height=HEIGHTS["title"])
    sheet.banner(Cell(tab.intro, "intro"))
    for block in tab.blocks:
        sheet.add((), ())
        sheet.starts.append(sheet.bottom + 1)
        _place(block, sheet)
    return Grid(
        key=tab.key,
        title=tab.title,
        rows=tuple(sheet.rows),
        styles=tuple(sheet.styles),
        widths=tuple(sheet.widths),
        frozen_rows=_frozen(sheet.tables),
        tables=tuple(sheet.tables),
        charts=tuple(sheet.charts),
        heats=tuple(sheet.heats),
        merges=tuple(sheet.merges),
        heights=tuple(sheet.heights),
        starts=tuple(sheet.starts),
        landscape=tab.landscape,
        colour=tab.colour,
    )


@dataclass(slots=True)
class _Sheet:
    """A grid in the making: every method adds rows at the bottom."""

    widths: list[int]
    rows: list[Sequence[Cell | Scalar]] = field(default_factory=list)
    styles: list[Sequence[str]] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    charts: list[PlacedChart] = field(default_factory=list)
    heats: list[Area] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    heights: list[tuple[int, float]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    @property
    def bottom(self) -> int:
        """The number of the last row."""
        return len(self.rows)

    def add(
        self, cells: Sequence[Cell | Scalar], styles: Sequence[str], *, height: float | None = None
    ) -> int:
        """Add a row and give its number; `height` in points where it differs from the usual."""
        self.rows.append(cells)
        self.styles.append(styles)
        if height is not None:
            self.heights.append((self.bottom, height))
        return self.bottom

    def banner(self, cell: Cell) -> None:
        """Add one cell as wide as the tab, as high as its text needs."""
        text = cell.value if isinstance(cell.value, str) else ""
        style = cell.style or "text"
        needed = _lines(text, sum(self.widths)) * LINE + PADDING
        height = min(max(needed, HEIGHTS.get(style, 0.0)), TALLEST)
        self.spread([cell], [style], spans=[(1, len(self.widths))], height=height)

    def spread(
        self,
        cells: Sequence[Cell | Scalar],
        styles: Sequence[str],
        *,
        spans: Sequence[Span],
        height: float | None,
    ) -> int:
        """Add a row of which each cell is shown over its span; give the row's number."""
        if all(left == right for left, right in spans):
            return self.add(cells, styles, height=height)
        line: list[Cell | Scalar] = []
        looks: list[str] = []
        for cell, style, (left, right) in zip(cells, styles, spans, strict=False):
            line += [cell, *[None] * (right - left)]
            looks += [_own_style(cell) or style] * (right - left + 1)
            if right > left:
                self.merges.append(Area(self.bottom + 1, left, self.bottom + 1, right))
        return self.add(line, looks, height=height)

    def width(self, span: Span) -> int:
        """How many characters fit beside one another in a span."""
        return sum(self.widths[span[0] - 1 : span[1]])


def _with_targets(block: Block) -> Block:
    """A table whose charts aim at something says so in a last column, from which the line is drawn."""
    if not isinstance(block, Table):
        return block
    styles = {column.key: column.style for column in block.columns}
    aims = {_target(chart): chart for chart in block.charts if chart.target is not None}
    columns = [
        Column(key, f"×{chart.target:g}", SPARE, f"muted/{styles[chart.series[0]]}")
        for key, chart in aims.items()
    ]
    values = [chart.target for chart in aims.values()]
    rows = (replace(row, cells=(*row.cells, *values)) for row in block.rows) if aims else block.rows
    return replace(block, columns=(*block.columns, *columns), rows=tuple(rows))


def _target(chart: Chart) -> str:
    """The key of the column with a chart's target."""
    return f"target {chart.target}"


def _place(block: Block, sheet: _Sheet) -> None:
    if block.heading:
        sheet.banner(Cell(block.heading, "heading"))
    match block:
        case Figures():
            _place_figures(block.figures, sheet)
        case Lines():
            for line in block.lines:
                sheet.banner(line if isinstance(line, Cell) else Cell(line, "text"))
        case _:
            _place_table(block, sheet)


def _place_figures(figures: Sequence[Figure], sheet: _Sheet) -> None:
    """Cards side by side, three rows high; what does not fit goes on below."""
    most = max(sum(sheet.widths) // CARD, 1)
    spans = _share(min(max(len(figures), FEWEST_CARDS), most, len(sheet.widths)), sheet.widths)
    for start in range(0, len(figures), len(spans)):
        if start:
            sheet.add((), ())
        cards = figures[start : start + len(spans)]
        high = max(_lines(card.note, sheet.width(span)) for card, span in zip(cards, spans, strict=False))
        for content, styles, height in (
            ([card.label for card in cards], ["figure_label"] * len(cards), HEIGHTS["figure_label"]),
            ([card.value for card in cards], [f"figure/{card.style}" for card in cards], HEIGHTS["figure"]),
            ([card.note for card in cards], ["figure_note"] * len(cards), high * LINE + PADDING),
        ):
            sheet.spread(content, styles, spans=spans, height=height)


def _place_table(table: Table, sheet: _Sheet) -> None:
    if table.note:
        sheet.banner(Cell(table.note, "note"))
    if not table.rows and table.empty:
        sheet.banner(Cell(table.empty, "muted"))
        return
    spans = _spans(table, sheet.widths)
    widths = [sheet.width(span) for span in spans]
    corner = sheet.bottom + 1
    charts = table.charts if table.rows else ()
    high = max((_chart_rows(chart, table) for chart in charts), default=0)
    for _ in range(high + 1 if charts else 0):
        sheet.add((), ())
    headers = [column.header for column in table.columns]
    looks = [f"header/{column.style.rpartition('/')[2]}" for column in table.columns]
    header = sheet.spread(headers, looks, spans=spans, height=_header_height(headers, widths))
    styles = tuple(_style(column) for column in table.columns)
    add = sheet.add if _is_plain(table) else partial(sheet.spread, spans=spans)
    for row in table.rows:
        add(row.cells, styles, height=_row_height(row, widths))
    area = Area(header + 1, 1, sheet.bottom, spans[-1][1])
    sheet.tables.append(PlacedTable(table, header, area))
    sheet.heats.extend(_heats(table, spans, area))
    for chart, (left, right) in zip(charts, _share(len(charts), sheet.widths), strict=True):
        size = (high, right - left + 1)
        sheet.charts.append(_placed(chart, table, spans, area, (corner, left), size))


def _chart_rows(chart: Chart, table: Table) -> int:
    """How high a chart is: the more bars lie above one another, the higher."""
    lying = len(table.rows) if chart.kind in {"bar", "stacked"} else 0
    return max(CHART_ROWS, ceil(lying * BAR_ROWS) + 4)


def _style(column: Column) -> str:
    if not column.people:
        return column.style
    return "input" if column.style in {"text", "long", "input"} else f"input/{column.style}"


def _own_style(cell: Cell | Scalar) -> str | None:
    return cell.style if isinstance(cell, Cell) else None


def _placed(
    chart: Chart,
    table: Table,
    spans: Sequence[Span],
    area: Area,
    at: tuple[int, int],
    size: tuple[int, int],
) -> PlacedChart:
    columns = {column.key: (span[0], column) for column, span in zip(table.columns, spans, strict=True)}

    def cells(key: str) -> Area:
        return Area(area.top, columns[key][0], area.bottom, columns[key][0])

    return PlacedChart(
        chart=chart,
        categories=cells(chart.categories),
        series=tuple(cells(key) for key in chart.series),
        names=tuple(columns[key][1].header for key in chart.series),
        at=at,
        size=size,
        target=None if chart.target is None else cells(_target(chart)),
    )


def _heats(table: Table, spans: Sequence[Span], area: Area) -> list[Area]:
    """The heat columns; neighbours share one scale."""
    heats: list[Area] = []
    for column, (left, right) in zip(table.columns, spans, strict=True):
        if column.key in table.heat and table.rows:
            joined = heats.pop().left if heats and heats[-1].right == left - 1 else left
            heats.append(Area(area.top, joined, area.bottom, right))
    return heats


def _frozen(tables: Sequence[PlacedTable]) -> int:
    """The header of the longest table stays in sight, when it stands at the top."""
    longest = max(tables, key=lambda placed: len(placed.table.rows), default=None)
    return longest.header_row if longest and longest.header_row <= HIGHEST_FREEZE else 0


def _widths(tab: Tab) -> list[int]:
    """The columns that all blocks share: those of the plain tables, else fine ones; filled up to a page."""
    tables = [block for block in tab.blocks if isinstance(block, Table)]
    plain = [table for table in tables if len(tables) == 1 or _is_plain(table)]
    columns = zip_longest(*([column.width for column in table.columns] for table in plain), fillvalue=0)
    widths = [max(column) for column in columns]
    step = SPARE if plain else FINE
    free = max((sum(_fine(column) for column in table.columns) for table in tables), default=0)
    page = max(LANDSCAPE if tab.landscape else PORTRAIT, 0 if plain else free)
    side_by_side = max((len(table.charts) for table in tables), default=0)
    broadest = max((len(table.columns) for table in tables), default=0)
    while sum(widths) < page or len(widths) < max(side_by_side, broadest):
        widths.append(step)
    return widths


def _is_plain(table: Table) -> bool:
    """Whether every column of the table is a column of the tab: people write, sort or filter there."""
    return table.filter or len(table.rows) > MOST_MERGED or any(column.people for column in table.columns)


def _fine(column: Column) -> int:
    """The width of a column, in whole fine columns."""
    return max(round(column.width / FINE), 1) * FINE


def _spans(table: Table, widths: Sequence[int]) -> list[Span]:
    """Where each column of a table stands: over as many columns of the tab as its width asks for."""
    if _is_plain(table):
        return [(number, number) for number in range(1, len(table.columns) + 1)]
    fine = all(width == FINE for width in widths)
    spans: list[Span] = []
    left = 1
    for waiting, column in zip(range(len(table.columns) - 1, -1, -1), table.columns, strict=True):
        right = left
        wanted = _fine(column) if fine else column.width * NEARLY
        while right < len(widths) - waiting and sum(widths[left - 1 : right]) < wanted:
            right += 1
        spans.append((left, right))
        left = right + 1
    return spans


def _share(count: int, widths: Sequence[int]) -> list[Span]:
    """`count` parts that share the width as evenly as the columns allow."""
    ends = list(accumulate(widths))
    edges = [0]
    for number in range(1, count):
        wanted = ends[-1] * number / count
        room = range(edges[-1] + 1, len(ends) - count + number + 1)
        edges.append(min(room, key=lambda end: abs(ends[end - 1] - wanted)))
    edges.append(len(ends))
    return [(left + 1, right) for left, right in pairwise(edges)] if count else []


def _header_height(headers: Sequence[str], widths: Sequence[int]) -> float:
    lines = max(_lines(header, width - 1) for header, width in zip(headers, widths, strict=True))
    return max(lines * LINE + 2 * PADDING, HEIGHTS["header"])


def _row_height(row: Row, widths: Sequence[int]) -> float | None:
    lines = 1
    for value, width in zip(row.cells, widths, strict=True):
        text = value.value if isinstance(value, Cell) else value
        if isinstance(text, str) and (len(text) >= width or "\n" in text):
            lines = max(lines, _lines(text, width))
    return min(lines * LINE + PADDING, TALLEST) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, words kept whole, on `width` characters."""
    room = max((width - 2) * DENSITY, 1)
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
