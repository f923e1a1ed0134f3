"""Native charts, drawn plainly: few lines, large figures, colours that differ in brightness too."""

from typing import Any, Final

from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.looks import INK, LINES, QUIET, SERIES, TARGET, TYPEFACE
from pipeline.model.tab import Area, PlacedChart

FORMATS: Final = {True: "0%", False: "General"}
STANDING: Final = ("column", "stacked_column")
STACKED: Final = ("stacked", "stacked_column")


def add_chart(sheet: Worksheet, placed: PlacedChart) -> None:
    """Draw one chart over the cells that were kept free for it."""
    chart: Any = LineChart() if placed.chart.kind == "line" else BarChart()
    if placed.chart.kind != "line":
        _shape_bars(chart, placed)
    for number, (area, name) in enumerate(zip(placed.series, placed.names, strict=True)):
        colours = placed.chart.colours or SERIES
        chart.series.append(_series(sheet, area, name, colours[number % len(colours)], placed))
    _dress(chart, placed)
    if placed.target:
        line = chart if placed.chart.kind == "line" else LineChart()
        line.series.append(_target(sheet, placed.target, placed))
        if line is not chart:
            chart += line
    chart.anchor = _anchor(placed)
    sheet.add_chart(chart)


def _shape_bars(chart: Any, placed: PlacedChart) -> None:
    chart.type = "col" if placed.chart.kind in STANDING else "bar"
    chart.gapWidth = 55
    if placed.chart.kind in STACKED:
        chart.grouping = "percentStacked" if placed.chart.percent else "stacked"
        chart.overlap = 100
    if chart.type == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"


def _series(sheet: Worksheet, area: Area, name: str, colour: str, placed: PlacedChart) -> Any:
    series = Series(_reference(sheet, area), title=name)
    line = placed.chart.kind == "line"
    if line:
        series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=28_575))
        series.marker = Marker("circle", size=8, spPr=GraphicalProperties(solidFill=colour))
        series.smooth = False
    else:
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
    series.dLbls = _labels(placed, colour)
    series.cat = _categories(sheet, placed)
    return series


def _categories(sheet: Worksheet, placed: PlacedChart) -> AxDataSource:
    return AxDataSource(strRef=StrRef(str(_reference(sheet, placed.categories))))


def _labels(placed: PlacedChart, colour: str) -> DataLabelList:
    """Figures beside the marks; inside stacked bars, in ink that can be read on their colour."""
    stacked = placed.chart.kind in STACKED
    ink = _readable_on(colour) if stacked else INK
    labels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    labels.showPercent = False
    labels.position = "ctr" if stacked else "t" if placed.chart.kind == "line" else "outEnd"
    labels.txPr = _text(900, ink)
    if stacked:
        labels.numFmt = "0;;;"
    return labels


def _readable_on(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (0, 2, 4))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "FFFFFF"


def _dress(chart: Any, placed: PlacedChart) -> None:
    wanted = placed.chart
    chart.title = _title(wanted.title, 1200, bold=True)
    chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=LINES))
    chart.display_blanks = "gap"
    if len(placed.series) > 1 or placed.target:
        chart.legend.position = "b"
        chart.legend.txPr = _text(900, INK)
    else:
        chart.legend = None
    for axis, title in ((chart.x_axis, wanted.x_title), (chart.y_axis, wanted.y_title)):
        axis.delete = False
        axis.title = _title(title, 900) if title else None
        axis.txPr = _text(900, INK)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINES))
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.number_format = FORMATS[wanted.percent]
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINES)))
    chart.y_axis.scaling.min = 0


def _target(sheet: Worksheet, area: Area, placed: PlacedChart) -> Any:
    """The aim as a dashed line."""
    series = Series(_reference(sheet, area), title=f"×{placed.chart.target:g}")
    series.cat = _categories(sheet, placed)
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=TARGET, w=19_050, prstDash="dash")
    )
    series.marker = Marker("none")
    series.smooth = False
    return series


def _reference(sheet: Worksheet, area: Area) -> Reference:
    return Reference(sheet, min_col=area.left, min_row=area.top, max_col=area.right, max_row=area.bottom)


def _anchor(placed: PlacedChart) -> TwoCellAnchor:
    row, column = placed.at
    rows, columns = placed.size
    gap = 60_000
    return TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=column - 1, colOff=gap, row=row - 1, rowOff=gap),
        to=AnchorMarker(col=column - 1 + columns, colOff=-gap, row=row - 1 + rows, rowOff=0),
    )


def _text(size: int, colour: str, *, bold: bool = False) -> RichText:
    return RichText(
        bodyPr=RichTextProperties(),
        p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(size, colour, bold=bold)), endParaRPr=None)],
    )


def _letters(size: int, colour: str, *, bold: bool) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=colour, latin=Font(typeface=TYPEFACE))


def _title(text: str, size: int, *, bold: bool = False) -> Title:
    letters = _letters(size, INK if bold else QUIET, bold=bold)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)])
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[paragraph])), overlay=False)
