"""Spreadsheets from and to workbooks."""

import io
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.google_emulator import workbook
from tests.google_emulator.world import SPREADSHEET, World


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Atelier Noord.xlsx"


def book() -> tuple[openpyxl.Workbook, Worksheet]:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Aanmelding"
    return made, sheet


def seeded(world: World, made: openpyxl.Workbook, path: Path) -> str:
    made.save(path)
    return workbook.seed(world, path).id


def again(world: World, file: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.saved(world, file)))


def cells(world: World, file: str, area: str) -> list[list[Any]]:
    """CellData of an area."""
    found = world.ask("GET", f"/v4/spreadsheets/{file}?includeGridData=true&ranges={area}")
    return [row.get("values", []) for row in found["sheets"][0]["data"][0]["rowData"]]


def change(world: World, file: str, *requests: dict[str, Any]) -> None:
    world.ask("POST", f"/v4/spreadsheets/{file}:batchUpdate", {"requests": list(requests)})


def test_every_type_of_value(world: World, path: Path) -> None:
    made, sheet = book()
    values = ["Fatima", "0612345678", 3, 2.5, True, datetime(2026, 3, 2, 19, 30), date(2026, 3, 2), time(12)]
    sheet.append([*values, None, "=1+1", "#N/A"])
    file = seeded(world, made, path)
    [row] = cells(world, file, "A1:K1")
    assert [cell.get("userEnteredValue") for cell in row] == [
        {"stringValue": "Fatima"},
        {"stringValue": "0612345678"},
        {"numberValue": 3},
        {"numberValue": 2.5},
        {"boolValue": True},
        {"numberValue": 46083.8125},
        {"numberValue": 46083},
        {"numberValue": 0.5},
        None,
        {"formulaValue": "=1+1"},
        {"stringValue": "#N/A"},
    ]
    kinds = [cell.get("userEnteredFormat", {}).get("numberFormat", {}).get("type") for cell in row]
    assert kinds == [None] * 5 + ["DATE_TIME"] * 3 + [None] * 3
    [row_again] = again(world, file)["Aanmelding"].iter_rows(values_only=True)
    assert row_again == (
        *values[:5],
        datetime(2026, 3, 2, 19, 30),
        datetime(2026, 3, 2),
        time(12),
        None,
        2,
        "#N/A",
    )


def test_the_file_is_called_as_the_workbook_and_dutch(world: World, path: Path) -> None:
    file = seeded(world, book()[0], path)
    found = world.ask("GET", f"/v4/spreadsheets/{file}?fields=properties(title,locale,timeZone)")
    told = {"title": "Atelier Noord", "locale": "nl_NL", "timeZone": "Europe/Amsterdam"}
    assert found == {"properties": told}


def test_looks_survive_both_ways(world: World, path: Path) -> None:
    made, sheet = book()
    sheet.append(["Naam", "Getal", "Tekst"])
    sheet["A1"].font = Font(bold=True, italic=True, color="FFFF0000")
    sheet["A1"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["A1"].alignment = Alignment(wrap_text=True)
    sheet["A1"].comment = Comment("Wie bent u?", "")
    sheet["B1"].number_format = "0.00"
    sheet["C1"].number_format = "@"
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["AZ"].width = 30
    sheet.merge_cells("A3:B4")
    made.create_sheet("Verborgen").sheet_state = "hidden"
    found = again(world, seeded(world, made, path))
    sheet = found["Aanmelding"]
    first: Any = sheet["A1"]
    assert (first.font.b, first.font.i, first.font.color.rgb) == (True, True, "00FF0000")
    assert (first.fill.fgColor.rgb, first.alignment.wrap_text) == ("0000FF00", True)
    assert first.comment
    assert first.comment.text == "Wie bent u?"
    assert (sheet["B1"].number_format, sheet["C1"].number_format) == ("0.00", "@")
    assert (sheet.freeze_panes, sheet.column_dimensions["A"].width) == ("B2", 30)
    assert [each.coord for each in sheet.merged_cells.ranges] == ["A3:B4"]
    assert [each.sheet_state for each in found.worksheets] == ["visible", "hidden"]


def test_only_columns_may_be_frozen(world: World, path: Path) -> None:
    made, sheet = book()
    sheet.append(["a", "b"])
    sheet.freeze_panes = "B1"
    assert again(world, seeded(world, made, path))["Aanmelding"].freeze_panes == "B1"


def test_choices(world: World, path: Path) -> None:
    made, sheet = book()
    sheet.append(["Status", "Getal"])
    for kind, formula, area in (
        ("list", '"open,klaar"', "A2:A1048576"),
        ("list", "$D$1:$D$3", "B2"),
        ("whole", "1", "C2"),
    ):
        rule = DataValidation(type=kind, formula1=formula)  # type: ignore[arg-type]
        rule.add(area)
        sheet.add_data_validation(rule)
    file = seeded(world, made, path)
    box = {"condition": {"type": "BOOLEAN"}}
    ranges = [(1, 3, 2, 3), (4, 5, 2, 3), (1, 2, 4, 5)]
    for top, bottom, left, right in ranges:
        place = {
            "startRowIndex": top,
            "endRowIndex": bottom,
            "startColumnIndex": left,
            "endColumnIndex": right,
        }
        change(
            world, file, {"setDataValidation": {"range": {"sheetId": tab(world, file), **place}, "rule": box}}
        )
    rules = again(world, file)["Aanmelding"].data_validations.dataValidation
    offered = {rule.formula1: sorted(str(rule.sqref).split()) for rule in rules}
    assert offered == {'"open,klaar"': ["A2:A1000"], '"TRUE,FALSE"': ["C2:C3", "C5", "E2"]}


def tab(world: World, file: str) -> int:
    return world.spreadsheet(file).sheets[0].id


@pytest.fixture
def numbers(world: World) -> str:
    """A spreadsheet with two columns of numbers and a name for each row."""
    file = world.create(SPREADSHEET, "Cijfers").id
    rows = [["Wie", "Mei", "Juni"], ["Jan", 1, 2], ["Ali", 3, 4]]
    world.ask("PUT", f"/v4/spreadsheets/{file}/values/A1?valueInputOption=RAW", {"values": rows})
    return file


def test_formats_of_google_as_those_of_excel(world: World, numbers: str) -> None:
    looks = {
        "numberFormat": {"type": "PERCENT"},
        "textFormat": {"fontSize": 14, "strikethrough": True, "underline": True},
        "backgroundColorStyle": {"rgbColor": {"red": 1}},
        "horizontalAlignment": "CENTER",
        "verticalAlignment": "MIDDLE",
    }
    area = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 2}
    repeat = {"range": area, "cell": {"userEnteredFormat": looks}, "fields": "userEnteredFormat"}
    colour = {
        "properties": {"sheetId": 0, "tabColorStyle": {"rgbColor": {"blue": 1}}},
        "fields": "tabColorStyle",
    }
    lines = {
        "properties": {"sheetId": 0, "gridProperties": {"hideGridlines": True}},
        "fields": "gridProperties.hideGridlines",
    }
    change(
        world,
        numbers,
        {"repeatCell": repeat},
        {"updateSheetProperties": colour},
        {"updateSheetProperties": lines},
    )
    sheet: Any = again(world, numbers)["Sheet1"]
    cell: Any = sheet["B2"]
    assert (cell.number_format, cell.font.sz, cell.font.strike, cell.font.u) == ("0.00%", 14, True, "single")
    assert (cell.fill.fgColor.rgb, cell.alignment.horizontal, cell.alignment.vertical) == (
        "00FF0000",
        "center",
        "center",
    )
    assert (sheet.sheet_properties.tabColor.rgb, sheet.sheet_view.showGridLines) == ("000000FF", False)


def test_links_and_mistakes_show_what_stands_there(world: World, numbers: str) -> None:
    written = {"values": [['=HYPERLINK("https://example.org"; "Kijk")'.replace(";", ","), "=1/0"]]}
    world.ask("PUT", f"/v4/spreadsheets/{numbers}/values/E1?valueInputOption=USER_ENTERED", written)
    sheet = again(world, numbers)["Sheet1"]
    assert (sheet["E1"].value, sheet["E1"].hyperlink.target) == ("Kijk", "https://example.org")
    assert sheet["F1"].value == "#DIV/0!"


def test_colours_by_what_stands_there(world: World, numbers: str) -> None:
    area = {"sheetId": 0, "startRowIndex": 1, "startColumnIndex": 1, "endColumnIndex": 3}
    red = {"format": {"backgroundColor": {"red": 1}}}

    def rule(kind: str, *values: str) -> dict[str, Any]:
        told = [{"userEnteredValue": value} for value in values]
        made = {"ranges": [area], "booleanRule": {"condition": {"type": kind, "values": told}, **red}}
        return {"addConditionalFormatRule": {"rule": made, "index": 0}}

    points = {
        "minpoint": {"type": "MIN", "colorStyle": {"rgbColor": {"red": 1, "green": 1, "blue": 1}}},
        "maxpoint": {"type": "MAX", "color": {"green": 1}},
    }
    heat = {"addConditionalFormatRule": {"rule": {"ranges": [area], "gradientRule": points}, "index": 0}}
    change(
        world,
        numbers,
        heat,
        rule("CUSTOM_FORMULA", "=B2>2"),
        rule("NUMBER_GREATER", "2"),
        rule("TEXT_EQ", "Jan"),
        rule("BLANK"),
    )
    formatted: Any = again(world, numbers)["Sheet1"].conditional_formatting
    found = [
        (str(area.sqref), rule.type, rule.operator, rule.formula)
        for area, rules in formatted._cf_rules.items()
        for rule in rules
    ]
    assert sorted(found, key=str) == [
        ("B2:C1000", "cellIs", "equal", ['"Jan"']),
        ("B2:C1000", "cellIs", "greaterThan", ["2"]),
        ("B2:C1000", "colorScale", None, []),
        ("B2:C1000", "expression", None, ["B2>2"]),
    ]


@pytest.mark.parametrize(
    ("spec", "kind", "series"),
    [
        ({"basicChart": {"chartType": "COLUMN", "headerCount": 1}}, "barChart", 2),
        ({"basicChart": {"chartType": "BAR", "stackedType": "STACKED"}}, "barChart", 2),
        ({"basicChart": {"chartType": "LINE", "headerCount": 1}}, "lineChart", 2),
        ({"pieChart": {}}, "pieChart", 1),
        ({"histogramChart": {}}, "barChart", 0),
    ],
)
def test_charts(world: World, numbers: str, spec: dict[str, Any], kind: str, series: int) -> None:
    def column(number: int) -> dict[str, Any]:
        area = {"sheetId": 0, "startRowIndex": 0, "startColumnIndex": number, "endColumnIndex": number + 1}
        return {"sourceRange": {"sources": [area | {"endRowIndex": 3}]}}

    for chart in spec.values():
        if "chartType" in chart:
            chart["domains"] = [{"domain": column(0)}]
            green = {"colorStyle": {"rgbColor": {"green": 1}}}
            chart["series"] = [{"series": column(1)}, {"series": column(2), **green}]
    if "pieChart" in spec:
        spec["pieChart"] = {"domain": column(0), "series": column(1)}
    if "histogramChart" in spec:
        spec["histogramChart"] = {"series": [{"data": column(1)}]}
    place = {"overlayPosition": {"anchorCell": {"sheetId": 0, "rowIndex": 4, "columnIndex": 1}}}
    added = {"addChart": {"chart": {"spec": {"title": "Groei", **spec}, "position": place}}}
    change(world, numbers, added)
    sheet: Any = again(world, numbers)["Sheet1"]
    [chart_again] = sheet._charts
    assert (chart_again.tagname, len(chart_again.series)) == (kind, series)
    assert chart_again.title.tx.rich.p[0].r[0].t == "Groei"
    anchor = chart_again.anchor._from
    assert (anchor.row, anchor.col) == (4, 1)


def test_a_title_that_excel_does_not_allow(world: World, numbers: str) -> None:
    long = "Wat vindt u ervan? [1/2] en nog veel meer tekst"
    change(
        world,
        numbers,
        {"updateSheetProperties": {"properties": {"sheetId": 0, "title": long}, "fields": "title"}},
    )
    assert again(world, numbers).sheetnames == ["Wat vindt u ervan_ _1_2_ en nog"]
