"""Charts of a spreadsheet, drawn in a workbook: columns, bars, lines, areas and pies."""

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import AreaChart, BarChart, LineChart, PieChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Json = dict[str, Any]

KINDS = {"COLUMN": BarChart, "BAR": BarChart, "LINE": LineChart, "AREA": AreaChart}


def draw(sheet: Worksheet, found: Json, book: Workbook, titles: Mapping[int, str]) -> None:
    """Put a chart where it lies on its tab; `titles` are those of the tabs, by id."""
    spec = found["spec"]
    basic, pie = spec.get("basicChart"), spec.get("pieChart")
    chart: Any = PieChart() if pie else KINDS.get((basic or {}).get("chartType", ""), BarChart)()
    chart.title = spec.get("title")
    if basic:
        if basic["chartType"] == "BAR":
            chart.type = "bar"
        if basic.get("stackedType") == "STACKED":
            chart.grouping, chart.overlap = "stacked", 100
        series = [each["series"] for each in basic.get("series", ())]
        domains = [each["domain"] for each in basic.get("domains", ())]
        _fill(chart, series, domains, book, titles, headers=basic.get("headerCount", 0))
    if pie:
        _fill(chart, [pie["series"]], [pie["domain"]], book, titles, headers=0)
    sheet.add_chart(chart, _anchor(found.get("position", {})))


def _fill(
    chart: Any,
    series: list[Json],
    domains: list[Json],
    book: Workbook,
    titles: Mapping[int, str],
    *,
    headers: int,
) -> None:
    for each in series:
        for area in each["sourceRange"]["sources"]:
            chart.add_data(_reference(area, book, titles), titles_from_data=headers > 0)
    for each in domains[:1]:
        area = each["sourceRange"]["sources"][0]
        start = area.get("startRowIndex", 0) + headers
        chart.set_categories(_reference(area | {"startRowIndex": start}, book, titles))


def _reference(area: Json, book: Workbook, titles: Mapping[int, str]) -> Reference:
    sheet = book[titles[area.get("sheetId", 0)]]
    return Reference(
        sheet,
        min_col=area.get("startColumnIndex", 0) + 1,
        max_col=area.get("endColumnIndex", sheet.max_column),
        min_row=area.get("startRowIndex", 0) + 1,
        max_row=area.get("endRowIndex", sheet.max_row),
    )


def _anchor(position: Json) -> str:
    cell = position.get("overlayPosition", {}).get("anchorCell", {})
    return f"{get_column_letter(cell.get('columnIndex', 0) + 1)}{cell.get('rowIndex', 0) + 1}"
