"""Charts of a spreadsheet, drawn in a workbook: columns, bars, lines, areas and pies."""

from collections.abc import Mapping
from typing import Any

from openpyxl.chart import AreaChart, BarChart, LineChart, PieChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.google_emulator.looks import colour_of

Json = dict[str, Any]

CENTIMETRES = 2.54 / 96
"""Of a pixel."""
KINDS = {"COLUMN": BarChart, "BAR": BarChart, "LINE": LineChart, "AREA": AreaChart}


def draw(sheet: Worksheet, found: Json, sheets: Mapping[int, Worksheet]) -> None:
    """Put a chart where it lies on its tab; `sheets` are all there are, by the ids of their tabs."""
    spec = found["spec"]
    basic, pie = spec.get("basicChart"), spec.get("pieChart")
    chart: Any = PieChart() if pie else KINDS.get((basic or {}).get("chartType", ""), BarChart)()
    chart.title = spec.get("title")
    if basic:
        if basic["chartType"] == "BAR":
            chart.type = "bar"
        if basic.get("stackedType") == "STACKED":
            chart.grouping, chart.overlap = "stacked", 100
        series = basic.get("series", ())
        domains = [each["domain"] for each in basic.get("domains", ())]
        _fill(chart, series, domains, sheets, headers=basic.get("headerCount", 0))
    if pie:
        _fill(chart, [pie], [pie["domain"]], sheets, headers=0)
    place = found.get("position", {}).get("overlayPosition", {})
    chart.width, chart.height = (
        place.get(side, usual) * CENTIMETRES for side, usual in (("widthPixels", 600), ("heightPixels", 371))
    )
    sheet.add_chart(chart, _anchor(place.get("anchorCell", {})))


def _fill(
    chart: Any,
    series: list[Json],
    domains: list[Json],
    sheets: Mapping[int, Worksheet],
    *,
    headers: int,
) -> None:
    for each in series:
        for area in each["series"]["sourceRange"]["sources"]:
            chart.add_data(_reference(area, sheets), titles_from_data=headers > 0)
            if colour := each.get("colorStyle", {}).get("rgbColor"):
                chart.series[-1].graphicalProperties.solidFill = colour_of(colour)
    for each in domains[:1]:
        area = each["sourceRange"]["sources"][0]
        start = area.get("startRowIndex", 0) + headers
        chart.set_categories(_reference(area | {"startRowIndex": start}, sheets))


def _reference(area: Json, sheets: Mapping[int, Worksheet]) -> Reference:
    sheet = sheets[area.get("sheetId", 0)]
    return Reference(
        sheet,
        min_col=area.get("startColumnIndex", 0) + 1,
        max_col=area.get("endColumnIndex", sheet.max_column),
        min_row=area.get("startRowIndex", 0) + 1,
        max_row=area.get("endRowIndex", sheet.max_row),
    )


def _anchor(cell: Json) -> str:
    return f"{get_column_letter(cell.get('columnIndex', 0) + 1)}{cell.get('rowIndex', 0) + 1}"
