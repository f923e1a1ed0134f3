"""Reading a spreadsheet: everything in two requests, as Google gives it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pipeline.edges.google import snapshot as snapshots
from pipeline.edges.google.client import Client
from pipeline.edges.google.errors import RefusedError
from pipeline.edges.google.notation import column_letters, quoted
from pipeline.edges.google.reader import GoogleSource
from pipeline.edges.google.snapshot import Sheet, Spreadsheet, take
from pipeline.model.responses import MARK, RawTab
from pipeline.model.tab import Area
from pipeline.stages.moments import read_moments
from tests.edges.google.scene import Nobody, Scene
from tests.google_emulator.faults import Fault, deleted, renamed

TABS = {
    "Aanmelding": [
        ["Tijdstempel", "Naam", "Aantal", "Mag het?"],
        [46266.41666667, "Emre", 2, True],
        [],
        ["", "=1+1"],
    ],
    "Buurt's tab": [["één"]],
    "Leeg": [],
}
FIELDS = "gridProperties(rowCount,columnCount)"
GET, VALUES = "sheets.spreadsheets.get", "sheets.spreadsheets.values.batchGet"


def test_two_requests_give_everything(google: Scene) -> None:
    google.fill(TABS)
    found = take(google.client, google.spreadsheet)
    assert google.emulator.log.kinds == [GET, VALUES]
    assert google.client.requests == 2
    assert (found.title, found.locale, found.timezone) == ("Atelier De Ganzenhoek", "en_US", "Etc/GMT")
    assert {sheet.title: sheet.values for sheet in found.sheets} == {
        "Aanmelding": (
            ("Tijdstempel", "Naam", "Aantal", "Mag het?"),
            (46266.41666667, "Emre", 2, True),
            (),
            ("", "=1+1"),
        ),
        "Buurt's tab": (("één",),),
        "Leeg": (),
    }
    assert [(sheet.index, sheet.rows, sheet.columns) for sheet in found.sheets] == [
        (0, 1000, 26),
        (1, 1000, 26),
        (2, 1000, 26),
    ]


def test_what_lies_over_a_tab_is_told(google: Scene) -> None:
    area = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 2}
    rule = {
        "ranges": [area],
        "booleanRule": {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}},
    }
    note = {"metadataKey": "samenkracht", "metadataValue": "7", "visibility": "DOCUMENT"}
    band = {"range": area, "rowProperties": {"firstBandColor": {"red": 1}}}
    chart = {
        "spec": {"basicChart": {"chartType": "COLUMN"}},
        "position": {"overlayPosition": {"anchorCell": {"sheetId": 0}}},
    }
    looks = {"sheetId": 0, "hidden": False, "gridProperties": {"frozenRowCount": 1}}
    google.client.update(
        google.spreadsheet,
        [
            {"updateSheetProperties": {"properties": looks, "fields": "gridProperties.frozenRowCount"}},
            {"mergeCells": {"range": area, "mergeType": "MERGE_ALL"}},
            {"addConditionalFormatRule": {"rule": rule, "index": 0}},
            {"setBasicFilter": {"filter": {"range": {"sheetId": 0}}}},
            {"addProtectedRange": {"protectedRange": {"range": area, "protectedRangeId": 5}}},
            {"addBanding": {"bandedRange": {**band, "bandedRangeId": 6}}},
            {"addChart": {"chart": {**chart, "chartId": 8}}},
            {
                "createDeveloperMetadata": {
                    "developerMetadata": {**note, "metadataId": 9, "location": {"sheetId": 0}}
                }
            },
            {"addSheet": {"properties": {"title": "_verborgen", "hidden": True}}},
        ],
        again=True,
    )
    sheet, hidden = take(google.client, google.spreadsheet).sheets
    assert (sheet.frozen_rows, len(sheet.rules), sheet.filtered) == (1, 1, True)
    assert (sheet.protected, sheet.banded, sheet.charts) == ((5,), (6,), (8,))
    assert sheet.merges == (Area(2, 1, 3, 2),)
    assert sheet.metadata == {"samenkracht": (9, "7")}
    assert (sheet.hidden, hidden.hidden) == (False, True)


def test_a_very_large_tab_is_asked_for_in_parts(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[number] for number in range(1, 8)] + [[], [], [10]]
    google.fill({"Groot": rows, "Klein": [["a"]]})
    small = {"rowCount": 10, "columnCount": 2}
    sizes = [
        {
            "updateSheetProperties": {
                "properties": {"sheetId": tab.id, "gridProperties": size},
                "fields": FIELDS,
            }
        }
        for tab, size in zip(
            take(google.client, google.spreadsheet).sheets, (small, small | {"rowCount": 1}), strict=True
        )
    ]
    google.client.update(google.spreadsheet, sizes, again=True)
    google.emulator.log.clear()
    monkeypatch.setattr(snapshots, "MOST_CELLS", 2 * 4)
    found = take(google.client, google.spreadsheet)
    assert found.sheets[0].values == tuple(map(tuple, rows))
    assert found.sheets[1].values == (("a",),)
    assert google.emulator.log.kinds == [GET, VALUES, VALUES, VALUES]


def test_many_long_titles_do_not_fit_in_one_address(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    google.fill({title: [[title]] for title in ("Een", "Twee", "Drie")})
    monkeypatch.setattr(snapshots, "LONGEST_ADDRESS", 40)
    assert [sheet.values for sheet in take(google.client, google.spreadsheet).sheets] == [
        (("Een",),),
        (("Twee",),),
        (("Drie",),),
    ]
    assert google.emulator.log.kinds == [GET, VALUES, VALUES]


def test_a_tab_that_is_renamed_meanwhile_makes_it_start_again(google: Scene) -> None:
    google.fill({"Aanmelding": [["Emre"]]})
    sheet = take(google.client, google.spreadsheet).sheets[0]
    google.emulator.faults.add(
        Fault("edit", VALUES, edit=renamed(google.spreadsheet, sheet.id, "Aanmeldingen"))
    )
    found = take(google.client, google.spreadsheet)
    assert [(sheet.title, sheet.values) for sheet in found.sheets] == [("Aanmeldingen", (("Emre",),))]


def test_tabs_that_keep_changing_are_told(google: Scene) -> None:
    google.fill({"Een": [["1"]], "Twee": [], "Drie": [], "Vier": []})
    for nth, sheet in enumerate(take(google.client, google.spreadsheet).sheets[1:], start=1):
        edit = deleted(google.spreadsheet, sheet.id)
        google.emulator.faults.add(Fault("edit", VALUES, when=nth, edit=edit))
    with pytest.raises(RefusedError) as refused:
        take(google.client, google.spreadsheet)
    assert refused.value.what == "Somebody removed or renamed a tab while I was at work."


class OneChart(Client):
    """Gives a spreadsheet in which nothing stands but a chart on a tab of its own."""

    def __init__(self) -> None:
        super().__init__(Nobody())

    def get(self, spreadsheet: str, fields: str, ranges: Sequence[str] = ()) -> dict[str, Any]:
        chart = {"sheetId": 4, "title": "Grafiek1", "index": 0, "sheetType": "OBJECT"}
        return {"properties": {"title": "Atelier"}, "sheets": [{"properties": chart}]}


def test_a_tab_that_is_one_big_chart_has_no_cells() -> None:
    found = take(OneChart(), "x")
    assert found.sheets == (Sheet(4, "Grafiek1", 0, hidden=False, rows=0, columns=0, frozen_rows=0),)
    assert (found.locale, found.timezone) == ("", "")


def test_the_source_gives_tabs_for_the_stages(google: Scene) -> None:
    google.fill({"Aanmelding": [["Naam"], ["Emre"]]})
    source = GoogleSource(Spreadsheet(google.client, google.spreadsheet))
    assert source.name == google.spreadsheet
    place = f"https://docs.google.com/spreadsheets/d/{google.spreadsheet}"
    assert source.read() == (RawTab("Aanmelding", (("Naam",), ("Emre",)), place),)
    assert source.name == "Atelier De Ganzenhoek"
    source.read()
    assert google.client.requests == 4


def test_a_shared_spreadsheet_is_read_once(google: Scene) -> None:
    shared = Spreadsheet(google.client, google.spreadsheet)
    source = GoogleSource(shared, shared=True)
    assert shared.read() == source.read() == shared.tabs()
    assert google.client.requests == 2
    assert shared.snapshot().sheet("Sheet1") == shared.snapshot().sheets[0]
    assert shared.snapshot().sheet("Blad1") is None
    shared.forget()
    source.read()
    assert google.client.requests == 4


def test_trying_to_write_leaves_nothing_behind(google: Scene) -> None:
    before = take(google.client, google.spreadsheet)
    Spreadsheet(google.client, google.spreadsheet).probe()
    assert take(google.client, google.spreadsheet) == before
    assert google.world.spreadsheet(google.spreadsheet).metadata == []


HEADERS = {"tijdstempel": True, "wanneer kunt u": False, "bedrag": False}
AMONG_TEXTS = [
    ["Vragen van de eerste avond"],
    ["Tijdstempel", "Wanneer kunt u?", "Bedrag"],
    [46266.41666667, "maandag", 35_000],
    [46266.5, 46054, 12],
    [46267, 46054.75],
    [46268, 40_000, "veel"],
    [46269, "nooit"],
    [46270],
]


def ask(google: Scene) -> tuple[RawTab, list[str]]:
    """The first tab as it is read, and what was asked for that."""
    google.emulator.log.clear()
    tabs = Spreadsheet(google.client, google.spreadsheet, HEADERS).read()
    return tabs[0], google.emulator.log.kinds


def test_a_day_where_no_date_is_asked_for_is_a_day(google: Scene) -> None:
    google.fill({"Vragen": AMONG_TEXTS, "Leeg": []})
    tab = take(google.client, google.spreadsheet).sheets[0].id

    def shown_as(kind: str, row: int) -> dict[str, Any]:
        cell = {"sheetId": tab, "startRowIndex": row, "endRowIndex": row + 1}
        look = {"userEnteredFormat": {"numberFormat": {"type": kind}}}
        area = {**cell, "startColumnIndex": 1, "endColumnIndex": 2}
        return {"repeatCell": {"range": area, "cell": look, "fields": "userEnteredFormat.numberFormat"}}

    looks = [shown_as("DATE", 3), shown_as("DATE_TIME", 4), shown_as("DATE", 6), shown_as("DATE", 7)]
    google.client.update(google.spreadsheet, looks, again=True)
    found, asked = ask(google)
    assert asked == [GET, VALUES, GET]
    assert [list(row) for row in found.rows] == [
        *AMONG_TEXTS[:3],
        [46266.5, datetime(2026, 2, 1), 12],
        [46267, datetime(2026, 2, 1, 18)],
        *AMONG_TEXTS[5:],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Tijdstempel", "Wanneer kunt u?"], [46266.5, "maandag"]],
        [["Dag", "Wat"], [46266, "opbouwen"], [46267, "koffie"]],
        [["Overzicht" + MARK], ["Wanneer kunt u?", "Bedrag"], [46266, 46266]],
    ],
)
def test_a_third_request_is_seldom_needed(google: Scene, rows: list[list[object]]) -> None:
    """Not for dates that were asked for, nor for a list of somebody's own, nor for what we wrote."""
    google.fill({"Tabblad": rows})
    found, asked = ask(google)
    assert [list(row) for row in found.rows] == rows
    assert asked == [GET, VALUES]


def test_a_serial_number_is_the_moment_of_the_workbook() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    moment = datetime(2026, 10, 25, 2, 30, 59)
    serial = (moment - datetime(1899, 12, 30)).total_seconds() / 86_400
    assert read_moments([[serial, moment]], amsterdam) == [[moment, moment]]


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_a_title_is_quoted_for_google() -> None:
    assert quoted("Buurt's tab") == "'Buurt''s tab'"
