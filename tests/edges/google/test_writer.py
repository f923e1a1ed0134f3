"""Writing the summary at Google: what stands there afterwards, and with how many requests."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from pipeline.edges.google import composing
from pipeline.model.errors import UserError
from pipeline.model.responses import MARK
from pipeline.model.tab import Cell, Column, Row, Table
from pipeline.model.templates import Text
from tests.edges.google.scene import Scene
from tests.edges.google.summaries import (
    asked,
    cell,
    change,
    ideas,
    tabs,
    target,
    texts,
    typed,
    written,
)
from tests.edges.workbooks import MEMORIES, MEMORY, ROSTER, draft, people, tab

READ = ["get", "batchGet"]
GROWTH = [
    [f"Groei{MARK}"],
    ["Wie er was."],
    [],
    ["Code", "Naam", "Opmerking"],
    ["7KQ4M", "Fatma Yılmaz"],
    ["P4WX2", "Jan", "belt nog"],
]


def test_three_requests_write_everything_and_two_see_that_it_stands_there(google: Scene) -> None:
    one = target(google)
    one.read()
    assert one.plan(draft()).changes == {
        "Groei": 10,
        "Team": 3,
        "Presentielijst": 5,
        "Uitbetalingen": 4,
        MEMORY: 6,
    }
    one.write(draft())
    assert asked(google) == [*READ, "batchUpdate"]
    assert texts(google, "Groei") == GROWTH
    assert texts(google, MEMORY) == [list(row) for row in MEMORIES]
    assert list(tabs(google)) == ["Groei", "Team", "Presentielijst", "Uitbetalingen", "Sheet1", MEMORY]
    assert tabs(google)[MEMORY]["properties"]["hidden"] is True
    two = target(google)
    two.read()
    assert two.plan(draft()).changed == ()
    assert two.name == "Atelier De Ganzenhoek"
    assert asked(google)[-2:] == READ


def test_whether_it_can_be_written_is_asked_without_leaving_anything(google: Scene) -> None:
    before = tabs(google)
    target(google).ready()
    assert tabs(google) == before


def test_text_stays_text_and_every_value_its_kind(google: Scene) -> None:
    values = ["=1+1", "'05", "+31", "06\u20281", "a\x07b\ud800", 5, 1.5, Decimal("2.50"), True]
    table = Table(
        "kinds",
        (Column("a", "Wat"), Column("b", "Wanneer", style="date"), Column("c", "Stip", style="moment")),
        (*(Row((value, None, None)) for value in values),
         Row((None, date(2026, 9, 3), datetime(2026, 9, 3, 12)))),
    )  # fmt: skip
    written(google, draft(tab(table)))
    shown = texts(google, "Groei")[4:]
    assert [row[0] for row in shown] == [*values[:4], "a\ufffdb\ufffd", 5, 1.5, 2.5, True, ""]
    assert shown[-1] == ["", 46268, 46268.5]
    assert cell(google, "Groei", 14, 2)["formattedValue"] == "03-09-2026"
    again = target(google)
    again.read()
    assert again.plan(draft(tab(table))).changed == ()


def test_text_that_no_cell_holds_is_cut_and_says_so(google: Scene) -> None:
    wanted = draft(tab(people(("7KQ4M", "a" * 60_000, None))))
    written(google, wanted)
    name = str(texts(google, "Groei")[4][1])
    assert (len(name), name[-4:]) == (50_000, " […]"[-4:])
    again = target(google)
    again.read()
    assert again.plan(wanted).changed == ()


def test_only_what_changed_is_written(google: Scene) -> None:
    written(google)
    ids = {title: one["properties"]["sheetId"] for title, one in tabs(google).items()}
    change(google, {"updateDimensionProperties": {
        "range": {"sheetId": ids["Groei"], "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2},
        "properties": {"pixelSize": 432}, "fields": "pixelSize"}})  # fmt: skip
    wanted = draft(tab(people(("7KQ4M", "Fatma Yılmaz", None), ("P4WX2", "Jan de Wit", "belt nog"))))
    google.emulator.log.entries.clear()
    written(google, wanted)
    assert google.emulator.log.entries[-1].requests == (
        "deleteSheet", "addSheet", "updateCells", "createDeveloperMetadata", "updateDeveloperMetadata",
    )  # fmt: skip
    assert texts(google, "Groei")[5] == ["P4WX2", "Jan de Wit", "belt nog"]
    now = {title: one["properties"]["sheetId"] for title, one in tabs(google).items()}
    assert {title for title in ids if ids[title] != now[title]} == {MEMORY}
    assert tabs(google)["Groei"]["data"][0]["columnMetadata"][1]["pixelSize"] == 432


def test_what_is_drawn_otherwise_is_drawn_again(google: Scene) -> None:
    def coloured(style: str, colour: str = "2F6F62") -> object:
        table = Table("one", (Column("a", "Wat"),), (Row((Cell("ja", style),)),))
        return draft(tab(table, colour=colour))

    written(google, coloured("good"))  # type: ignore[arg-type]
    one = target(google)
    one.read()
    assert one.plan(coloured("bad")).changes["Groei"] == 1  # type: ignore[arg-type]
    assert one.plan(coloured("good", "AA0000")).changed == ("Groei",)  # type: ignore[arg-type]
    one.write(coloured("bad"))  # type: ignore[arg-type]
    fill = cell(google, "Groei", 5, 1)["userEnteredFormat"]["backgroundColorStyle"]["rgbColor"]
    assert [round(255 * fill[part]) for part in ("red", "green", "blue")] == [0xFB, 0xE3, 0xDD]


def test_a_shorter_tab_leaves_nothing_behind_and_a_longer_one_fits(google: Scene) -> None:
    long = draft(tab(Table("l", (Column("a", "Wat"),), tuple(Row((f"{n}",)) for n in range(200)))))
    short = draft(tab(Table("l", (Column("a", "Wat"),), (Row(("één",)),))))
    broad = tuple(Column(f"{n}", f"Kop {n}") for n in range(40))
    wide = draft(tab(Table("l", broad, (Row(tuple(f"{n}" for n in range(40))),))))
    for wanted, rows, last in (
        (short, 5, "één"),
        (long, 204, "199"),
        (short, 5, "één"),
        (wide, 5, "39"),
        (short, 5, "één"),
    ):
        written(google, wanted)
        shown = texts(google, "Groei")
        assert len(shown) == rows
        assert shown[-1][-1] == last


def test_in_another_language_the_tabs_get_other_titles_and_stay_the_same_tabs(google: Scene) -> None:
    written(google)
    before = tabs(google)["Groei"]["properties"]["sheetId"]
    english = draft(tab(people(("7KQ4M", "Fatma Yılmaz", None)), title="Growth"))
    one = target(google, "en")
    one.read()
    one.write(english)
    assert tabs(google)["Growth"]["properties"]["sheetId"] == before
    assert "Groei" not in tabs(google)


def test_a_tab_of_ours_that_the_summary_has_no_more_goes(google: Scene) -> None:
    control = tab(people(("7KQ4M", "Fatma Yılmaz", None)), key="control", title="Controle")
    written(google, draft(control, tab(people(("7KQ4M", "Fatma Yılmaz", None)))))
    assert list(tabs(google))[:2] == ["Controle", "Groei"]
    written(google, draft(tab(people(("P4WX2", "Jan", None)))))
    assert "Controle" not in tabs(google)


def test_the_tabs_stay_in_the_order_that_people_gave_them(google: Scene) -> None:
    written(google)
    ids = {title: one["properties"]["sheetId"] for title, one in tabs(google).items()}
    change(google, {"updateSheetProperties": {
        "properties": {"sheetId": ids["Groei"], "index": 3}, "fields": "index"}},
        {"addSheet": {"properties": {"title": "Van ons", "index": 0}}})  # fmt: skip
    order = [title for title in tabs(google) if title != MEMORY]
    control = tab(people(("7KQ4M", "F", None)), key="control", title="Controle")
    written(google, draft(tab(people(("7KQ4M", "F", None))), control))
    assert [title for title in tabs(google) if title not in {MEMORY, "Controle"}] == order
    assert list(tabs(google)).index("Controle") == list(tabs(google)).index("Groei") + 1


def test_somebody_s_own_tab_is_not_written_over(google: Scene) -> None:
    google.fill({"groei": [["van mij"]]})
    one = target(google)
    one.read()
    with pytest.raises(UserError, match="that I did not make"):
        one.plan(draft())
    assert texts(google, "groei") == [["van mij"]]


def test_too_many_columns_and_too_many_cells_are_told(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "WIDEST", 2)
    one = target(google)
    one.read()
    with pytest.raises(UserError, match="too many columns"):
        one.plan(draft())
    monkeypatch.undo()
    monkeypatch.setattr(composing, "MOST_CELLS", 1000)
    with pytest.raises(UserError, match="does not fit in this spreadsheet"):
        one.write(draft())
    assert list(tabs(google)) == ["Sheet1"]


def test_a_working_tab_is_made_once_and_is_people_s_then(google: Scene) -> None:
    written(google, draft(rosters=(ROSTER,)))
    assert texts(google, "Presentielijst") == [
        ["Code", "Naam", "Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3"],
        ["7KQ4M", "Fatma Yılmaz"],
        ["P4WX2"],
    ]
    assert cell(google, "Presentielijst", 1, 1)["note"] == "Wie er was.\nVult zichzelf."
    assert cell(google, "Presentielijst", 2, 3)["dataValidation"]["condition"] == {"type": "BOOLEAN"}
    task = cell(google, "Team", 2, 2)["dataValidation"]
    assert [one["userEnteredValue"] for one in task["condition"]["values"]] == ["Moderator", "Teamlid"]
    assert task["strict"] is False
    assert tabs(google)["Team"]["properties"]["gridProperties"]["frozenRowCount"] == 1
    typed(google, "Team!A1", ["Onze naam"])
    written(google, draft(tab(people(("P4WX2", "Jan", None))), rosters=(ROSTER,)))
    assert texts(google, "Team")[0][0] == "Onze naam"


def test_a_damaged_note_on_a_tab_only_means_that_it_is_drawn_again(google: Scene) -> None:
    written(google)
    note = tabs(google)["Groei"]["developerMetadata"][0]["metadataId"]
    change(google, {"updateDeveloperMetadata": {
        "dataFilters": [{"developerMetadataLookup": {"metadataId": note}}],
        "developerMetadata": {"metadataValue": "{"}, "fields": "metadataValue"}})  # fmt: skip
    one = target(google)
    one.read()
    assert one.plan(draft()).changes["Groei"] == 1
    one.write(draft())
    assert list(tabs(google)).count("Groei (bewaard)") == 0


def test_titles_that_a_template_gives_are_found_in_any_language(google: Scene) -> None:
    titles = {"extra": Text("Onze lijst", "Our list")}
    extra = tab(people(("7KQ4M", "F", None)), key="extra", title="Onze lijst")
    written(google, draft(extra), **titles)
    one = target(google, "en", **titles)
    one.read()
    english = tab(people(("7KQ4M", "F", None)), key="extra", title="Our list")
    assert one.plan(draft(english)).changes["Our list"] == 1
    unknown = tab(people(("7KQ4M", "F", None)), key="nobody's", title="Nobody's")
    assert one.plan(draft(unknown)).changes["Nobody's"] == 7


def test_ideas_are_offered_their_states(google: Scene) -> None:
    written(google, ideas(("1", "Moestuin", None), ("2", "Ruilkast", "bedacht"), filter=True))
    rule = cell(google, "Groei", 5, 3)["dataValidation"]
    assert [one["userEnteredValue"] for one in rule["condition"]["values"]] == ["bedacht", "toegepast"]
    assert tabs(google)["Groei"]["basicFilter"]["range"]["startRowIndex"] == 3
    written(google, ideas(("1", "Moestuin", None), ("2", "Ruilkast", "bedacht")))
    assert "basicFilter" not in tabs(google)["Groei"]
