"""Google's own charts over the cells of a tab."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

from pipeline.edges.google.formats import label_format
from pipeline.edges.google.wire import Request, colour, range_of
from pipeline.edges.looks import SERIES, TARGET
from pipeline.model.tab import Area, PlacedChart

MOST_CHARTS: Final = 64
"""So many charts a tab of ours has at most."""

GAP: Final = 6
"""Room kept free around a chart, in pixels."""

STANDING: Final = ("column", "stacked_column")
STACKED: Final = ("stacked", "stacked_column")


def chart_ids(sheet: int) -> list[int]:
    """The ids that the charts of a tab of ours bear, in order: by these we know them again."""
    return [crc32(f"{sheet} chart {number}".encode()) & 0x7FFF_FFFF | 1 for number in range(MOST_CHARTS)]


def without_charts(sheet: int, standing: Iterable[int]) -> Iterator[Request]:
    """Take away our charts of those that stand in a tab; people's own stay."""
    ours = set(chart_ids(sheet))
    for chart in standing:
        if chart in ours:
            yield {"deleteEmbeddedObject": {"objectId": chart}}


def add_charts(
    sheet: int, charts: Sequence[PlacedChart], widths: Sequence[int], height: int
) -> Iterator[Request]:
    """Draw the charts of a tab; `widths` of its columns and `height` of a row in pixels."""
    for number, placed in zip(chart_ids(sheet), charts, strict=False):
        chart = {
            "chartId": number,
            "spec": _spec(sheet, placed),
            "position": _at(sheet, placed, widths, height),
        }
        yield {"addChart": {"chart": chart}}


def _spec(sheet: int, placed: PlacedChart) -> Request:
    chart = placed.chart
    lying = chart.kind in {"bar", "stacked"}
    basic: Request = {
        "chartType": _kind(placed),
        "legendPosition": "BOTTOM_LEGEND" if len(placed.series) > 1 or placed.target else "NO_LEGEND",
        "headerCount": 1,
        "domains": [{"domain": _source(sheet, placed.categories), "reversed": False}],
        "series": [*_series(sheet, placed)],
        "axis": [
            {
                "position": "LEFT_AXIS" if lying else "BOTTOM_AXIS",
                "title": chart.x_title,
                "format": label_format(),
            },
            {
                "position": "BOTTOM_AXIS" if lying else "LEFT_AXIS",
                "title": chart.y_title,
                "format": label_format(),
                "viewWindowOptions": {"viewWindowMin": 0, "viewWindowMode": "EXPLICIT"},
            },
        ],
    }
    if chart.kind in STACKED:
        basic["stackedType"] = "PERCENT_STACKED" if chart.percent else "STACKED"
    return {
        "title": chart.title,
        "titleTextFormat": label_format(strong=True),
        "fontName": label_format()["fontFamily"],
        "hiddenDimensionStrategy": "SHOW_ALL",
        "basicChart": basic,
    }


def _kind(placed: PlacedChart) -> str:
    if placed.chart.kind == "line":
        return "LINE"
    if placed.target:
        return "COMBO"
    return "COLUMN" if placed.chart.kind in STANDING else "BAR"


def _series(sheet: int, placed: PlacedChart) -> Iterator[Request]:
    colours = placed.chart.colours or SERIES
    axis = "BOTTOM_AXIS" if _kind(placed) == "BAR" else "LEFT_AXIS"
    inside = placed.chart.kind in STACKED
    for number, area in enumerate(placed.series):
        series: Request = {
            "series": _source(sheet, area),
            "targetAxis": axis,
            "colorStyle": colour(colours[number % len(colours)]),
            "dataLabel": {
                "type": "DATA",
                "placement": "CENTER"
                if inside
                else "ABOVE"
                if placed.chart.kind == "line"
                else "OUTSIDE_END",
                "textFormat": label_format(),
            },
        }
        if placed.chart.kind == "line":
            series |= {
                "lineStyle": {"width": 3, "type": "SOLID"},
                "pointStyle": {"size": 8, "shape": "CIRCLE"},
            }
        yield series | ({"type": "COLUMN"} if _kind(placed) == "COMBO" else {})
    if placed.target:
        yield {
            "series": _source(sheet, placed.target),
            "targetAxis": axis,
            "colorStyle": colour(TARGET),
            "lineStyle": {"width": 2, "type": "MEDIUM_DASHED"},
        } | ({"type": "LINE"} if _kind(placed) == "COMBO" else {})


def _source(sheet: int, area: Area) -> Request:
    """The cells of one column, its header among them: that names the series."""
    with_header = Area(area.top - 1, area.left, area.bottom, area.right)
    return {"sourceRange": {"sources": [range_of(sheet, with_header)]}}


def _at(sheet: int, placed: PlacedChart, widths: Sequence[int], height: int) -> Request:
    (row, column), (rows, columns) = placed.at, placed.size
    return {
        "overlayPosition": {
            "anchorCell": {"sheetId": sheet, "rowIndex": row - 1, "columnIndex": column - 1},
            "offsetXPixels": GAP,
            "offsetYPixels": GAP,
            "widthPixels": sum(widths[column - 1 : column - 1 + columns]) - 2 * GAP,
            "heightPixels": rows * height - GAP,
        }
    }
