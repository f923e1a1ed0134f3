"""What lies over and around the cells: drop-downs, links, notes, filters, colours, charts, paper."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from pipeline.edges.looks import FORMATS, LOOKS
from pipeline.edges.workbook import sheets
from pipeline.edges.workbook.links import Links
from pipeline.edges.workbook.printing import _pages
from pipeline.edges.workbook.sheets import sealed
from pipeline.model.responses import MARK, Place
from pipeline.model.tab import Cell, Chart, Column, Figure, Figures, Lines, Link, Row, Table
from pipeline.model.templates import STYLES
from pipeline.summaries.layout import lay_out
from tests.edges.workbooks import PLACES, draft, parts, people, tab, target, texts, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "samenvatting.xlsx"


def opened(path: Path, *tables: Table, **more: Any) -> Any:
    """The tab, written and opened again."""
    wanted = tab(tables[0])
    written(path, draft(replace(wanted, blocks=tables, landscape=more.pop("landscape", False)), **more))
    return load_workbook(path)["Groei"]


def test_every_style_has_a_look() -> None:
    assert set(LOOKS) == set(STYLES)
    assert set(FORMATS) < set(STYLES)


def brightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("style", STYLES)
def test_every_text_can_be_read_on_its_colour(style: str) -> None:
    look = LOOKS[style]
    dark, light = sorted((brightness(look.colour), brightness(look.fill or "FFFFFF")))

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_cells_look_like_what_they_are(path: Path) -> None:
    columns = (
        Column("a", "A", 30, "money"),
        Column("b", "B", 30),
        Column("c", "C", 30, "check", people=True),
    )
    row = Row((12.5, Cell("Fatma", "resident", indent=2), None))
    sheet = opened(path, replace(people(), columns=columns, rows=(row,)))

    assert (sheet["A1"].font.size, sheet["A1"].font.name) == (20, "Arial")
    assert (sheet["A4"].alignment.horizontal, sheet["B4"].alignment.horizontal) == ("right", "left")
    assert sheet["A5"].number_format.startswith('"€" #,##0.00')
    assert (sheet["B5"].fill.start_color.rgb, sheet["B5"].alignment.indent) == ("FFF9E2D6", 5)
    assert (sheet["C5"].alignment.horizontal, sheet["C5"].fill.start_color.rgb) == ("center", "FFFFF8DF")
    assert sheet.freeze_panes == "A5"
    assert sheet.sheet_view.showGridLines is False
    assert sheet.sheet_properties.tabColor.rgb == "002F6F62"
    assert sheet.column_dimensions["A"].width == 30.71
    assert [str(merged) for merged in sheet.merged_cells] == ["A2:D2"]


def rules(sheet: Any) -> dict[str, str]:
    return {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}


def test_drop_downs_per_column_and_per_row(path: Path) -> None:
    columns = (
        Column("code", "Code"),
        Column("answer", "Beslissing", people=True, choices=("zelfde", "anders")),
        Column("gone", "Weg", style="check", people=True),
        Column("free", "Opmerking", people=True),
        Column("again", "Nog eens", people=True, choices=("zelfde", "anders")),
    )
    named = ('7KQ4M – Jan, "de lange"', "niemand")
    choices = (None, (("answer", named),), None, None, (("answer", ("a" * 300,)),), (("answer", ()),))
    rows = tuple(Row(("x", None, None, None, None), choices=more or ()) for more in choices)

    sheet = opened(path, Table("questions", columns, rows))

    assert rules(sheet) == {
        "B5 B7:B8": '"zelfde,anders"',
        "B6": "'_keuzes'!$B$1:$B$2",
        "B9": "'_keuzes'!$B$3:$B$3",
        "C5:C10": '"x"',
        "E5:E10": '"zelfde,anders"',
    }
    assert all(not rule.showErrorMessage for rule in sheet.data_validations.dataValidation)
    assert texts(path, "_keuzes") == [[MARK, named[0]], ["", named[1]], ["", "a" * 300]]
    assert load_workbook(path)["_keuzes"].sheet_state == "veryHidden"
    written(path)
    assert "_keuzes" not in load_workbook(path).sheetnames


def test_working_tabs_invite_to_write(path: Path) -> None:
    written(path)
    book = load_workbook(path)

    team, present = book["Team"], book["Presentielijst"]
    assert rules(team) == {"B2:B1048576": '"Moderator,Teamlid"'}
    assert rules(present) == {f"{letter}2:{letter}1048576": '"x"' for letter in "CDE"}
    assert present.data_validations.dataValidation[0].prompt == "Kies x om aan te vinken."
    assert rules(book["Uitbetalingen"]) == {}
    assert team["A1"].comment.text == "Wie het Atelier draagt."
    assert team["B1"].comment.text == "Kies één moderator."
    assert present["A1"].comment.text == "Wie er was.\nVult zichzelf."
    assert (team.freeze_panes, team.page_setup.orientation, present.page_setup.orientation) == (
        "A2",
        "portrait",
        "landscape",
    )
    assert team.print_title_rows == "$1:$1"


def test_links_notes_and_filters(path: Path) -> None:
    rows = (
        Row((Cell("a", link=Link("signup", 12, "name")), Cell("b", note="Zo staat het er.\nEcht."), None)),
        Row((Cell("c", link=Link(tab="growth", row=3)), Cell("d", link=Link("nowhere", 3)), None)),
    )

    sheet = opened(path, replace(people(), rows=rows, filter=True), places=PLACES)

    first, second = sheet["A5"].hyperlink, sheet["A6"].hyperlink
    assert (first.target, first.location) == ("antwoorden.xlsx", "'Formulierreacties 1'!B12")
    assert (second.target, second.location) == (None, "'Groei'!A3")
    assert sheet["B6"].hyperlink is None
    assert (sheet["A5"].value, sheet["A5"].font.underline) == ("a", "single")
    assert sheet["B5"].comment.text == sealed("Zo staat het er.\nEcht.")
    assert sheet.auto_filter.ref == "A4:C6"


@pytest.mark.parametrize(
    ("most", "cell", "what"),
    [
        ("MOST_LINKS", Cell("a", link=Link("signup", 2)), "hyperlink"),
        ("MOST_NOTES", Cell("a", note="Zo staat het er."), "comment"),
    ],
)
def test_a_tab_has_no_more_links_and_notes_than_a_program_can_bear(
    path: Path, monkeypatch: pytest.MonkeyPatch, most: str, cell: Cell, what: str
) -> None:
    monkeypatch.setattr(sheets, most, 3)
    rows = (Row((cell, None, None)),) * 4

    sheet = opened(path, replace(people(), rows=rows), places=PLACES)

    assert [bool(getattr(sheet.cell(row, 1), what)) for row in (5, 6, 7, 8)] == [True, True, True, False]
    assert sheet.cell(8, 1).value == "a"


SUMMARY = Path("/atelier/samenvatting.xlsx")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("/atelier/antwoorden.xlsx", ("antwoorden.xlsx", "'Wat''s dit'!B4")),
        ("/atelier/uit google/antwoorden 1.xlsx", ("uit%20google/antwoorden%201.xlsx", "'Wat''s dit'!B4")),
        ("/elders/antwoorden.ods", ("../elders/antwoorden.ods", "'Wat''s dit'!B4")),
        ("antwoorden.xlsx", ("antwoorden.xlsx", "'Wat''s dit'!B4")),
        ("/atelier/Aanmelding.CSV", ("Aanmelding.CSV", None)),
        ("/atelier/samenvatting.xlsx", (None, "'Wat''s dit'!B4")),
    ],
)
def test_where_a_link_leads(file: str, expected: tuple[str | None, str | None]) -> None:
    links = Links(SUMMARY, {"signup": Place(file, "Wat's dit", {"name": 2})}, {})

    assert links.resolve(Link("signup", 4, "name")) == expected


def test_a_link_to_a_tab_by_key_or_title() -> None:
    links = Links(SUMMARY, {}, {"growth": "Groei"})

    assert links.resolve(Link(tab="growth")) == (None, "'Groei'!A1")
    assert links.resolve(Link(tab="Eigen blad", row=9)) == (None, "'Eigen blad'!A9")


def test_a_matrix_is_coloured_by_value(path: Path) -> None:
    columns = tuple(Column(key, key, 30) for key in "abc")
    matrix = Table("matrix", columns, (Row(("x", 1, 2)), Row(("y", 3, 4))), heat=("b", "c"))

    sheet = opened(path, matrix)

    (area,) = sheet.conditional_formatting
    assert str(area.sqref) == "B5:C6"
    assert [colour.rgb for colour in area.rules[0].colorScale.color] == ["FFFFFFFF", "FFFBD9A8", "FFE58A5C"]


DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def charted(path: Path, *charts: Chart, rows: int = 3) -> list[etree._Element]:
    columns = tuple(Column(key, key.title(), 16, "number") for key in ("meeting", "old", "new"))
    filled = tuple(Row((f"Bijeenkomst {number}", number, number * 2)) for number in range(rows))
    opened(path, Table("growth", columns, filled, charts=charts))
    return [
        etree.fromstring(part)
        for name, part in sorted(parts(path).items())
        if name.startswith("xl/charts/chart")
    ]


@pytest.mark.parametrize(
    ("kind", "percent", "element", "attributes"),
    [
        ("line", False, "lineChart", {"grouping": "standard", "dLblPos": "t"}),
        ("column", False, "barChart", {"barDir": "col", "grouping": "clustered", "dLblPos": "outEnd"}),
        ("bar", True, "barChart", {"barDir": "bar", "grouping": "clustered", "dLblPos": "outEnd"}),
        ("stacked", True, "barChart", {"barDir": "bar", "grouping": "percentStacked", "overlap": "100"}),
        ("stacked", False, "barChart", {"barDir": "bar", "grouping": "stacked", "dLblPos": "ctr"}),
        ("stacked_column", False, "barChart", {"barDir": "col", "grouping": "stacked", "overlap": "100"}),
    ],
)
def test_a_chart_of_each_kind(
    path: Path, kind: str, percent: bool, element: str, attributes: dict[str, str]
) -> None:
    wanted = Chart(
        kind, "Wie er was", "meeting", ("old", "new"), percent=percent, x_title="keer", y_title="mensen"
    )

    (chart,) = charted(path, wanted)

    drawn = next(chart.iter(f"{DRAWN}{element}"))
    assert {name: next(drawn.iter(f"{DRAWN}{name}")).get("val") for name in attributes} == attributes
    assert [node.text for node in drawn.iter(f"{DRAWN}f")] == [
        "'Groei'!$A$18:$A$20",
        "'Groei'!$B$18:$B$20",
        "'Groei'!$A$18:$A$20",
        "'Groei'!$C$18:$C$20",
    ]
    words = [node.text for node in chart.iter() if etree.QName(node).localname == "t" and node.text]
    assert words == ["Wie er was", "keer", "mensen"]
    assert [node.get("val") for node in chart.iter(f"{DRAWN}delete")] == ["0", "0"]
    value_axis = next(chart.iter(f"{DRAWN}valAx"))
    assert next(value_axis.iter(f"{DRAWN}numFmt")).get("formatCode") == ("0%" if percent else "General")
    assert next(chart.iter(f"{DRAWN}legendPos")).get("val") == "b"


def colours(chart: etree._Element) -> list[str]:
    return [
        next(node for node in series.iter() if etree.QName(node).localname == "srgbClr").get("val", "")
        for series in chart.iter(f"{DRAWN}ser")
    ]


@pytest.mark.parametrize(("kind", "count"), [("line", 1), ("column", 2)])
def test_a_target_is_a_dashed_line(path: Path, kind: str, count: int) -> None:
    (chart,) = charted(path, Chart(kind, "Groei", "meeting", ("new",), colours=("112233",), target=2.0))

    plot = next(chart.iter(f"{DRAWN}plotArea"))
    assert len([node for node in plot if etree.QName(node).localname.endswith("Chart")]) == count
    assert colours(chart) == ["112233", "B23A1E"]
    assert [node.text for node in chart.iter(f"{DRAWN}v")] == ["New", "×2"]
    assert any(node.get("val") == "dash" for node in chart.iter())
    assert texts(path, "Groei")[16:18] == [
        ["Meeting", "Old", "New", "×2"],
        ["Bijeenkomst 0", 0, 0, 2],
    ]


def test_one_series_needs_no_legend_and_colours_go_round(path: Path) -> None:
    charts = (
        Chart("bar", "Eén", "meeting", ("old",)),
        Chart("stacked", "Twee", "meeting", ("old", "new"), colours=("FFFFFF",)),
    )

    first, second = charted(path, *charts)

    assert not list(first.iter(f"{DRAWN}legend"))
    assert colours(first) == ["1F5D50"]
    assert colours(second) == ["FFFFFF", "FFFFFF"]


def test_what_is_typed_long_makes_its_row_higher_but_our_text_does_not(path: Path) -> None:
    opened(path, people(("a", "b", None)))

    rows = parts(path)["xl/worksheets/sheet1.xml"].decode()

    assert '<row r="4" ht="24" customHeight="1">' in rows
    assert '<row r="5" ht="18">' in rows


def test_a_tab_is_printed_as_wide_as_the_paper(path: Path) -> None:
    sheet = opened(path, people(*((str(n), "x", None) for n in range(40))), landscape=True)

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.oddFooter.left.text == "Groei"
    assert sheet.oddFooter.right.text == "Bladzijde &P van &N"
    assert sheet.page_setup.scale == 97


def test_a_tab_that_is_almost_a_page_becomes_one(path: Path) -> None:
    blocks = tuple(Lines(("regel",) * 9, heading=f"Blok {number}") for number in range(4))
    wide = replace(tab(people()), blocks=blocks)
    written(path, draft(wide))
    sheet = load_workbook(path)["Groei"]

    assert (sheet.page_setup.scale, list(sheet.row_breaks.brk)) == (74, [])


def test_pages_end_between_blocks(path: Path) -> None:
    blocks = tuple(Lines(("regel",) * 35, heading=f"Blok {number}") for number in range(3))
    written(path, draft(replace(tab(people()), blocks=blocks)))
    grid = lay_out(replace(tab(people()), blocks=blocks))

    breaks = load_workbook(path)["Groei"].row_breaks.brk

    assert [entry.id for entry in breaks] == [grid.starts[1] - 1, grid.starts[2] - 1]


@pytest.mark.parametrize(
    ("first", "second", "repeated"), [(80, 3, "$4:$4"), (24, 3, None), (40, 60, "$46:$46")]
)
def test_a_header_is_repeated_where_it_fits_most_pages(
    path: Path, first: int, second: int, repeated: str | None
) -> None:
    lists = [people(*((str(number), "x", None) for number in range(rows))) for rows in (first, second)]
    sheet = opened(path, *lists, landscape=True)

    assert sheet.print_title_rows == repeated


def test_a_header_is_not_repeated_over_many_other_tables(path: Path) -> None:
    others = [people(*((str(number), "x", None) for number in range(30))) for _ in range(5)]
    sheet = opened(path, people(*((str(number), "x", None) for number in range(31))), *others, landscape=True)

    assert sheet.print_title_rows is None


@pytest.mark.parametrize(
    ("starts", "rows", "room", "expected"),
    [
        ([1], 10, 100, []),
        ([1, 6], 10, 60, [6]),
        ([1, 6], 30, 100, [11, 21]),
        ([1, 6], 30, 260, [6]),
        ([3], 10, 100, []),
        ([], 5, 100, []),
    ],
)
def test_where_pages_begin(starts: list[int], rows: int, room: float, expected: list[int]) -> None:
    assert _pages([10.0 * row for row in range(rows + 1)], starts, room) == expected


def test_figures_and_empty_tabs_are_written_too(path: Path) -> None:
    dashboard = replace(tab(people()), blocks=(Figures((Figure("Groei", 2.11, "", "factor"),)),))
    written(path, draft(dashboard, replace(tab(people()), key="control", title="Controle", blocks=())))

    sheet = load_workbook(path)["Groei"]

    assert (sheet["A5"].value, sheet["A5"].number_format) == (2.11, '"×"0.0')
    assert target(path).read()[1].title == "Controle"
