"""What lies over and around the cells of a tab: looks, widths, links, notes, drop-downs, charts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, islice
from typing import Any, Final

from pipeline.edges.google.charts import add_charts
from pipeline.edges.google.formats import cell_format
from pipeline.edges.google.links import Links
from pipeline.edges.google.wire import (
    Request,
    Run,
    colour,
    columns_of,
    lines_of,
    range_of,
    rectangles,
    repeated,
    runs,
    sheet_properties,
)
from pipeline.edges.looks import HEAT, ROW_HEIGHT
from pipeline.model.tab import Area, Cell, Grid, PlacedTable

MOST_OWN: Final = 2_000
"""Cells of a tab that have a look, a link or a note of their own: thousands more make a tab slow to open."""

MOST_FITTED: Final = 1_000
"""Rows of a table in which people write, up to which each is as high as what is typed in it."""

LETTER, EDGE = 7, 5
"""How wide a letter and the edges of a column are, in pixels."""

PIXELS: Final = 4 / 3
"""Pixels in a point."""

Style = tuple[str, int, str]
"""A style, its indent, and where its link leads."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a tab looks: `frame` are its columns and colour, which people may change; `looks` all else."""

    frame: tuple[Request, ...]
    looks: tuple[Request, ...]

    def digests(self) -> tuple[str, str]:
        """What tells a frame, and looks, from others."""
        return digest(self.frame), digest(self.looks)


def digest(requests: Iterable[Request]) -> str:
    """A short text that differs when the requests do."""
    spoken = blake2b(digest_size=9)
    for request in requests:
        spoken.update(json.dumps(request, sort_keys=True).encode())
    return spoken.hexdigest()


def draw(grid: Grid, sheet: int, links: Links) -> Drawing:
    """How a grid is drawn in the tab with this id, over whatever was drawn there before."""
    widths = [width * LETTER + EDGE for width in grid.widths]
    own = list(islice(_own_cells(grid, links), MOST_OWN))
    return Drawing(
        frame=(*frame(sheet, widths, grid.colour),),
        looks=(
            *_cleared(sheet, len(widths)),
            *_styles(grid, sheet),
            *_own_styles(own, sheet),
            *_merges(grid.merges, sheet),
            *_notes(own, sheet),
            *(rule for table in grid.tables for rule in _choices(table, sheet)),
            *_heats(grid.heats, sheet),
            *_filters(grid.tables, sheet),
            *_heights(grid, sheet),
            *add_charts(sheet, grid.charts, widths, _pixels(ROW_HEIGHT)),
            sheet_properties(
                sheet,
                "gridProperties(frozenRowCount,hideGridlines)",
                gridProperties={"frozenRowCount": grid.frozen_rows, "hideGridlines": True},
            ),
        ),
    )


def frame(sheet: int, widths: Sequence[int], tint: str) -> Iterator[Request]:
    """The widths of a tab's columns in pixels, and its colour."""
    for left, right, width in runs(enumerate(widths, start=1)):
        yield sized(sheet, "COLUMNS", left, right, width)
    yield sheet_properties(sheet, "tabColorStyle", tabColorStyle=colour(tint))


def sized(sheet: int, dimension: str, first: int, last: int, pixels: int) -> Request:
    """Rows or columns of this size."""
    return {
        "updateDimensionProperties": {
            "range": lines_of(sheet, dimension, first, last),
            "properties": {"pixelSize": pixels},
            "fields": "pixelSize",
        }
    }


def drop_down(where: Request, options: Sequence[str]) -> Request:
    """A list to choose from that never refuses what somebody types instead; without options a check box."""
    values = {"values": [{"userEnteredValue": option} for option in options]}
    condition = {"type": "ONE_OF_LIST", **values} if options else {"type": "BOOLEAN"}
    rule = {"condition": condition, "strict": False, "showCustomUi": True}
    return {"setDataValidation": {"range": where, "rule": rule}}


def _cleared(sheet: int, width: int) -> Iterator[Request]:
    """What was drawn in our columns before, taken away."""
    yield {"unmergeCells": {"range": {"sheetId": sheet}}}
    yield repeated(columns_of(sheet, 1, width), {}, "userEnteredFormat,dataValidation")


def _styles(grid: Grid, sheet: int) -> Iterator[Request]:
    known: dict[int, list[Run[str]]] = {}

    def of_row(styles: Sequence[str]) -> Sequence[Run[str]]:
        if id(styles) not in known:
            known[id(styles)] = runs(enumerate(styles, start=1))
        return known[id(styles)]

    for area, style in rectangles(map(of_row, grid.styles)):
        yield _formatted(range_of(sheet, area), cell_format(style))


def _formatted(where: Request, look: Request) -> Request:
    return repeated(where, {"userEnteredFormat": look}, "userEnteredFormat")


_Own = tuple[int, int, Style | None, str]
"""Row and column of a cell, its style where it has one of its own, its note."""


def _own_cells(grid: Grid, links: Links) -> Iterator[_Own]:
    """The cells with a look, a link or a note of their own."""
    for row, (cells, styles) in enumerate(zip(grid.rows, grid.styles, strict=True), start=1):
        for column, (cell, usual) in enumerate(zip(cells, styles, strict=True), start=1):
            if not isinstance(cell, Cell):
                continue
            uri = links.resolve(cell.link) if cell.link and isinstance(cell.value, str) else ""
            style = (cell.style or usual, cell.indent, uri)
            own = None if style == (usual, 0, "") else style
            if own or cell.note:
                yield row, column, own, cell.note or ""


def _own_styles(own: Sequence[_Own], sheet: int) -> Iterator[Request]:
    rows: dict[int, list[tuple[int, Style]]] = defaultdict(list)
    for row, column, style, _note in own:
        if style:
            rows[row].append((column, style))
    last = max(rows, default=0)
    for area, (name, indent, uri) in rectangles(runs(rows.get(row, ())) for row in range(1, last + 1)):
        yield _formatted(range_of(sheet, area), cell_format(name, indent, uri))


def _merges(merges: Sequence[Area], sheet: int) -> Iterator[Request]:
    """Cells shown as one, rows that are alike in one request."""
    rows: dict[int, list[Run[None]]] = defaultdict(list)
    for area in merges:
        rows[area.top].append((area.left, area.right, None))
    last = max(rows, default=0)
    for area, _ in rectangles(rows.get(row, ()) for row in range(1, last + 1)):
        yield {"mergeCells": {"range": range_of(sheet, area), "mergeType": "MERGE_ROWS"}}


def _notes(own: Sequence[_Own], sheet: int) -> Iterator[Request]:
    """The notes, and none in the other cells of the columns that have any."""
    noted = [(row, column, note) for row, column, _style, note in own if note]
    for column in sorted({column for _row, column, _note in noted}):
        yield repeated(columns_of(sheet, column, column, below=1), {}, "note")
        notes = {row: note for row, at, note in noted if at == column}
        for run in _neighbours(sorted(notes)):
            yield {
                "updateCells": {
                    "start": {"sheetId": sheet, "rowIndex": run[0] - 1, "columnIndex": column - 1},
                    "rows": [{"values": [{"note": notes[row]}]} for row in run],
                    "fields": "note",
                }
            }


def _choices(placed: PlacedTable, sheet: int) -> Iterator[Request]:
    """The drop-downs and check boxes of a table, for the rows that have the same in one request each."""
    some_differ = any(row.choices for row in placed.table.rows)
    for number, column in enumerate(placed.table.columns, start=placed.area.left):
        box = column.people and column.style == "check"
        if not (column.choices or box or some_differ):
            continue
        rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, content in enumerate(placed.table.rows, start=placed.area.top):
            rows[dict(content.choices).get(column.key, column.choices)].append(row)
        for options, offered in rows.items():
            if options or box:
                for run in _neighbours(offered):
                    yield drop_down(range_of(sheet, Area(run[0], number, run[-1], number)), options)


def _neighbours(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in order, those that follow one another together."""
    for _, run in groupby(enumerate(numbers), lambda at: at[1] - at[0]):
        yield [number for _place, number in run]


def heat_rule(ranges: Sequence[Request]) -> Request:
    """Nothing, some, much in three colours."""
    kinds = ({"type": "MIN"}, {"type": "PERCENTILE", "value": "50"}, {"type": "MAX"})
    points = [{"colorStyle": colour(code), **kind} for code, kind in zip(HEAT, kinds, strict=True)]
    names = ("minpoint", "midpoint", "maxpoint")
    return {"ranges": [*ranges], "gradientRule": dict(zip(names, points, strict=True))}


def _heats(heats: Sequence[Area], sheet: int) -> Iterator[Request]:
    for area in reversed(heats):
        yield {"addConditionalFormatRule": {"rule": heat_rule([range_of(sheet, area)]), "index": 0}}


def without_heats(sheet: int, standing: Sequence[Any]) -> Iterator[Request]:
    """Take away our colour rules of those that stand in a tab; people's own stay."""
    for index in reversed(range(len(standing))):
        top = standing[index].get("gradientRule", {}).get("maxpoint", {})
        if _same_colour(top.get("colorStyle", {}).get("rgbColor", {}), colour(HEAT[-1])["rgbColor"]):
            yield {"deleteConditionalFormatRule": {"sheetId": sheet, "index": index}}


def _same_colour(one: Request, other: Request) -> bool:
    return all(round(255 * one.get(part, 0)) == round(255 * other[part]) for part in other)


def _filters(tables: Sequence[PlacedTable], sheet: int) -> Iterator[Request]:
    """A filter on the header of the table that has one."""
    for placed in tables:
        if placed.table.filter and placed.table.rows:
            area = Area(placed.header_row, placed.area.left, placed.area.bottom, placed.area.right)
            yield {"setBasicFilter": {"filter": {"range": range_of(sheet, area)}}}


def _heights(grid: Grid, sheet: int) -> Iterator[Request]:
    """The height of every row; that of a row in which people write follows what they type."""
    heights = dict(islice(grid.heights, MOST_OWN))
    pixels = (_pixels(heights.get(row, ROW_HEIGHT)) for row in range(1, len(grid.rows) + 1))
    for first, last, height in runs(enumerate(pixels, start=1)):
        yield sized(sheet, "ROWS", first, last, height)
    for placed in grid.tables:
        people = any(column.people for column in placed.table.columns)
        if people and 0 < len(placed.table.rows) <= MOST_FITTED:
            fitted = lines_of(sheet, "ROWS", placed.area.top, placed.area.bottom)
            yield {"autoResizeDimensions": {"dimensions": fitted}}


def _pixels(points: float) -> int:
    return round(points * PIXELS)
