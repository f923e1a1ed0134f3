"""What people type in the program's tabs, before a sync and while it runs: every kind of cell."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.edges.google import people as people_module
from pipeline.edges.interface import StaleError
from pipeline.model.errors import UserError
from pipeline.model.tab import Column, Draft, Roster, Row, Table
from tests.edges.google.scene import Scene
from tests.edges.google.summaries import (
    asked,
    cell,
    change,
    ideas,
    meanwhile,
    tabs,
    target,
    texts,
    typed,
    written,
)
from tests.edges.workbooks import ROSTER, draft, people, tab

READ = ["get", "batchGet"]
THREE = (("1", "Moestuin", None), ("2", "Ruilkast", "bedacht"), ("3", "Soepfiets", None))


def stands(google: Scene) -> dict[str, Any]:
    """How far each idea is, by its text as it stands in the tab."""
    rows = texts(google, "Groei")[4:]
    return {str(row[1]): row[2] for row in rows if len(row) > 2 and row[2] != ""}


def lines(google: Scene) -> list[list[object]]:
    return texts(google, "Groei")[3:]


def sheet_id(google: Scene, title: str = "Groei") -> int:
    found: int = tabs(google)[title]["properties"]["sheetId"]
    return found


def rows_of(google: Scene, first: int, count: int = 1) -> dict[str, Any]:
    return {
        "sheetId": sheet_id(google), "dimension": "ROWS",
        "startIndex": first - 1, "endIndex": first - 1 + count,
    }  # fmt: skip


def test_new_rows_come_without_a_person_s_cell_being_written(google: Scene) -> None:
    written(google, ideas(*THREE))
    asked(google)
    one = target(google)
    one.read()
    meanwhile(google, lambda: typed(google, "Groei!C7", ["toegepast"]))
    one.write(ideas(THREE[0], ("9", "Eerst", None), *THREE[1:], ("4", "Terras", None)))
    assert asked(google) == [*READ, "batchUpdate"]
    assert lines(google) == [
        ["Nummer", "Idee", "Stand"],
        ["1", "Moestuin"],
        ["9", "Eerst"],
        ["2", "Ruilkast", "bedacht"],
        ["3", "Soepfiets", "toegepast"],
        ["4", "Terras"],
    ]


def test_rows_that_move_take_what_is_typed_meanwhile_along(google: Scene) -> None:
    written(google, ideas(*THREE))
    asked(google)
    one = target(google)
    one.read()
    meanwhile(google, lambda: typed(google, "Groei!C5", ["mooi"]))
    one.write(ideas(THREE[1], THREE[2], THREE[0]))
    assert asked(google) == [*READ, "batchGet", "batchUpdate"]
    assert lines(google)[1:] == [["2", "Ruilkast", "bedacht"], ["3", "Soepfiets"], ["1", "Moestuin", "mooi"]]


def test_rows_that_somebody_sorted_are_found_again_by_their_numbers(google: Scene) -> None:
    written(google, ideas(*THREE))
    sort = {"dimensionIndex": 0, "sortOrder": "DESCENDING"}
    change(
        google,
        {"sortRange": {"range": {"sheetId": sheet_id(google), "startRowIndex": 4}, "sortSpecs": [sort]}},
    )
    assert lines(google)[1][0] == "3"
    written(google, ideas(*THREE))
    assert lines(google)[1:] == [["1", "Moestuin"], ["2", "Ruilkast", "bedacht"], ["3", "Soepfiets"]]
    assert list(tabs(google)).count("Groei (bewaard)") == 0


def test_a_row_that_goes_takes_nothing_that_somebody_types_meanwhile(google: Scene) -> None:
    written(google, ideas(*THREE))
    one = target(google)
    one.read()
    meanwhile(google, lambda: typed(google, "Groei!C7", ["toegepast"]), before="values:batchGet")
    with pytest.raises(StaleError):
        one.write(ideas(*THREE[:2]))
    assert stands(google) == {"Ruilkast": "bedacht", "Soepfiets": "toegepast"}
    written(google, ideas(*THREE[:2], ("3", "bestaat niet meer", "toegepast")))
    assert stands(google) == {"Ruilkast": "bedacht", "bestaat niet meer": "toegepast"}


def test_a_row_that_somebody_inserts_meanwhile_only_means_that_the_next_sync_mends_it(google: Scene) -> None:
    written(google, ideas(*THREE))
    one = target(google)
    one.read()
    meanwhile(google, lambda: change(google, {"insertDimension": {"range": rows_of(google, 5)}}))
    more = (*THREE[:2], ("3", "Soepfiets voor ieder", None), ("4", "Terras", "bedacht"))
    one.write(ideas(*more))
    assert {str(row[0]): row[2:] for row in lines(google)[1:] if row} == {
        "1": [], "2": ["bedacht"], "3": [], "4": ["bedacht"],
    }  # fmt: skip
    written(google, ideas(*more))
    assert lines(google)[1:] == [[cell for cell in row if cell is not None] for row in more]


def test_a_row_that_moves_while_somebody_sorts_is_not_moved(google: Scene) -> None:
    written(google, ideas(*THREE))
    one = target(google)
    one.read()
    sort = {"dimensionIndex": 0, "sortOrder": "DESCENDING"}
    where = {"sheetId": sheet_id(google), "startRowIndex": 4}
    meanwhile(
        google,
        lambda: change(google, {"sortRange": {"range": where, "sortSpecs": [sort]}}),
        before="values:batchGet",
    )
    with pytest.raises(StaleError):
        one.write(ideas(THREE[1], THREE[0], THREE[2]))
    assert stands(google) == {"Ruilkast": "bedacht"}


def test_more_rows_than_can_be_moved_are_written_anew(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_module, "MOST_MOVES", 0)
    written(google, ideas(*THREE))
    asked(google)
    written(google, ideas(THREE[2], THREE[1], THREE[0]))
    assert asked(google) == [*READ, "batchGet", "batchUpdate"]
    assert lines(google)[1:] == [["3", "Soepfiets"], ["2", "Ruilkast", "bedacht"], ["1", "Moestuin"]]
    one = target(google)
    one.read()
    meanwhile(google, lambda: typed(google, "Groei!C5", ["mooi"]), before="values:batchGet")
    with pytest.raises(StaleError):
        one.write(ideas(*THREE))


def test_an_answer_that_the_program_itself_has_to_change_is_changed(google: Scene) -> None:
    written(google, ideas(*THREE))
    written(google, ideas(THREE[0], ("2", "Ruilkast", "7KQ4M"), THREE[2]))
    assert stands(google) == {"Ruilkast": "7KQ4M"}


def test_a_check_box_that_is_off_is_no_change(google: Scene) -> None:
    def seats(ticked: object) -> Draft:
        columns = (
            Column("seat", "Stoel"),
            Column("who", "Wie"),
            Column("ok", "Bevestigd", 12, "check", people=True),
        )
        table = Table("seats", columns, (Row(("4-7KQ4M", "Fatma", ticked), "4-7KQ4M"),), row_key="seat")
        return draft(tab(table))

    written(google, seats(None))
    assert cell(google, "Groei", 5, 3)["dataValidation"]["condition"] == {"type": "BOOLEAN"}
    typed(google, "Groei!C5", [False])
    one = target(google)
    one.read()
    assert one.plan(seats(None)).changed == ()
    typed(google, "Groei!C5", [True])
    one.read()
    assert one.plan(seats(True)).changed == ()


def test_a_table_goes_up_and_down_with_what_stands_above_it(google: Scene) -> None:
    def below(count: int) -> Draft:
        first = Table("first", (Column("a", "Wat"),), tuple(Row((f"regel {n}",)) for n in range(count)))
        columns = (
            Column("number", "Nummer", 10),
            Column("idea", "Idee", 30),
            Column("status", "Stand", 12, people=True),
        )
        rows = tuple(Row(("1", "Moestuin", "bedacht"), "1") for _ in range(1))
        wanted = tab(Table("ideas", columns, rows, row_key="number"))
        return draft(type(wanted)(wanted.key, wanted.title, wanted.intro, (first, *wanted.blocks)))

    written(google, below(1))
    for count in (4, 2, 3):
        one = target(google)
        one.read()
        meanwhile(google, lambda: typed(google, f"Groei!C{at(google)}", ["toegepast"]))
        one.write(below(count))
        assert texts(google, "Groei")[-1] == ["1", "Moestuin", "toegepast"]
        typed(google, f"Groei!C{at(google)}", ["bedacht"])


def at(google: Scene) -> int:
    """The row of the last line."""
    return len(texts(google, "Groei"))


def test_text_beside_the_tab_stays_where_it_stands(google: Scene) -> None:
    written(google, ideas(*THREE))
    typed(google, "Groei!G6", ["vraag Henk"])
    written(google, ideas(*THREE, ("4", "Terras", None)))
    assert texts(google, "Groei")[5][6] == "vraag Henk"
    assert "Groei (bewaard)" not in tabs(google)


def test_text_that_a_broader_tab_would_cover_stays_in_a_copy(google: Scene) -> None:
    written(google)
    typed(google, "Groei!E5", ["vraag Henk"])
    broad = tuple(Column(f"{n}", f"Kop {n}") for n in range(6))
    written(google, draft(tab(Table("b", broad, (Row(tuple("abcdef")),)))))
    assert texts(google, "Groei")[4] == [*"abcdef"]
    assert texts(google, "Groei (bewaard)")[4][4] == "vraag Henk"
    written(google, draft(tab(Table("b", broad, (Row(tuple("abcdeF")),)))))
    assert "Groei (bewaard) 2" not in tabs(google)


def test_a_tab_that_somebody_renamed_is_ours_again_and_a_copy_is_theirs(google: Scene) -> None:
    written(google, ideas(("1", "Moestuin", "bedacht")))
    sheet = tabs(google)["Groei"]["properties"]["sheetId"]
    change(
        google,
        {"duplicateSheet": {"sourceSheetId": sheet, "insertSheetIndex": 3, "newSheetName": "Groei mei"}},
        {
            "updateSheetProperties": {
                "properties": {"sheetId": sheet, "title": "Hoe we groeien"}, "fields": "title"
            }
        },
    )  # fmt: skip
    one = target(google)
    one.read()
    assert one.plan(ideas(("1", "Moestuin", "bedacht"))).changes["Groei"] == 1
    one.write(ideas(("1", "Moestuin", "bedacht"), ("2", "Buurtkeuken", None)))
    now = tabs(google)
    assert now["Groei"]["properties"]["sheetId"] == sheet
    assert "Hoe we groeien" not in now
    assert len(texts(google, "Groei")) == 1 + len(texts(google, "Groei mei"))


def test_what_somebody_typed_over_a_cell_of_ours_stays_in_a_copy(google: Scene) -> None:
    written(google)
    typed(google, "Groei!B5", ["Fatma heeft een nieuw nummer!"])
    written(google)
    assert texts(google, "Groei")[4] == ["7KQ4M", "Fatma Yılmaz"]
    assert texts(google, "Groei (bewaard)")[4] == ["7KQ4M", "Fatma heeft een nieuw nummer!"]
    assert list(tabs(google))[:2] == ["Groei", "Groei (bewaard)"]
    again = target(google)
    again.read()
    assert again.plan(draft()).changed == ()


def test_a_row_that_somebody_wrote_between_ours_stays_in_a_copy(google: Scene) -> None:
    written(google, ideas(*THREE))
    change(google, {"insertDimension": {"range": rows_of(google, 6)}})
    typed(google, "Groei!B6", ["denk aan de sleutel"])
    written(google, ideas(*THREE))
    assert [row[0] for row in lines(google)[1:]] == ["1", "2", "3"]
    assert texts(google, "Groei (bewaard)")[5] == ["", "denk aan de sleutel"]


def test_a_row_beside_which_somebody_wrote_and_that_goes_stays_in_a_copy(google: Scene) -> None:
    written(google, ideas(*THREE))
    typed(google, "Groei!H7", ["bellen"])
    written(google, ideas(*THREE[:2]))
    assert texts(google, "Groei (bewaard)")[6][7] == "bellen"


def test_columns_that_somebody_moved_are_written_anew_and_what_stood_there_stays(google: Scene) -> None:
    written(google, ideas(*THREE))
    where = {"sheetId": sheet_id(google), "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    change(google, {"insertDimension": {"range": where}})
    typed(google, "Groei!H9", ["onderaan"])
    asked(google)
    written(google, ideas(*THREE))
    assert asked(google) == [*READ, "batchGet", "batchUpdate"]
    assert lines(google) == [["Nummer", "Idee", "Stand"], *([c for c in row if c] for row in THREE)]
    assert texts(google, "Groei (bewaard)")[4] == ["1", "", "Moestuin"]


def test_two_rows_of_one_key_become_one_again(google: Scene) -> None:
    written(google, ideas(*THREE))
    copied = {"source": range_of(google, 6), "destination": range_of(google, 8), "pasteType": "PASTE_VALUES"}
    change(google, {"copyPaste": copied})
    written(google, ideas(*THREE))
    assert [row[0] for row in lines(google)[1:]] == ["1", "2", "3"]
    assert len(texts(google, "Groei (bewaard)")) == 8


def range_of(google: Scene, row: int) -> dict[str, int]:
    return {"sheetId": sheet_id(google), "startRowIndex": row - 1, "endRowIndex": row}


def test_our_charts_and_colours_come_anew_and_people_s_own_stay(google: Scene) -> None:
    from pipeline.model.tab import Chart

    def drawn(*values: int) -> Draft:
        columns = (Column("who", "Wie"), Column("n", "Aantal", style="number"))
        chart = Chart("column", "Hoeveel", "who", ("n",))
        rows = tuple(Row((f"m{n}", n)) for n in values)
        return draft(tab(Table("n", columns, rows, charts=(chart,), heat=("n",))))

    written(google, drawn(1, 2))
    where = {
        "sheetId": sheet_id(google),
        "startRowIndex": 0,
        "endRowIndex": 2,
        "startColumnIndex": 6,
        "endColumnIndex": 8,
    }
    rule = {
        "ranges": [where],
        "booleanRule": {"condition": {"type": "NOT_BLANK"}, "format": {"textFormat": {"bold": True}}},
    }
    change(google, {"addConditionalFormatRule": {"rule": rule, "index": 0}},
           {"duplicateSheet": {"sourceSheetId": sheet_id(google), "newSheetName": "van mij"}})  # fmt: skip
    written(google, drawn(1, 2, 3))
    found = tabs(google)["Groei"]
    assert len(found["charts"]) == 1
    assert [next(iter(set(one) - {"ranges"})) for one in found["conditionalFormats"]] == [
        "gradientRule",
        "booleanRule",
    ]
    assert len(tabs(google)["van mij"]["charts"]) == 1


@pytest.mark.parametrize("more", [0, 1, 3])
def test_new_people_come_below_what_somebody_types_meanwhile(google: Scene, more: int) -> None:
    written(google, draft(rosters=(ROSTER,)))
    typed(google, "Presentielijst!C2", [True])
    asked(google)
    one = target(google)
    one.read()
    meanwhile(google, lambda: typed(google, "Presentielijst!B4", ["Karin van de hoek", True]))
    roster = Roster(
        ROSTER.tab,
        ROSTER.key_column,
        (*ROSTER.rows, *((f"N{n}", (("name", f"Nieuw {n}"),)) for n in range(more))),
    )
    one.write(draft(tab(people(("P4WX2", "Jan", None))), rosters=(roster,)))
    assert asked(google) == [*READ, "batchUpdate"]
    assert texts(google, "Presentielijst")[1:] == [
        ["7KQ4M", "Fatma Yılmaz", True],
        ["P4WX2"],
        *([f"N{n}", f"Nieuw {n}"] for n in range(more)),
        ["", "Karin van de hoek", True],
    ]


EDITS: dict[str, Callable[[Scene], None]] = {
    "a tick": lambda google: typed(google, "Presentielijst!D3", [True]),
    "a row inserted": lambda google: change(google, {"insertDimension": {"range": {
        "sheetId": sheet_id(google, "Presentielijst"), "dimension": "ROWS",
        "startIndex": 1, "endIndex": 2}}}),
    "a name below": lambda google: typed(google, "Presentielijst!B4", ["Karin"]),
    "sorted": lambda google: change(google, {"sortRange": {
        "range": {"sheetId": sheet_id(google, "Presentielijst"), "startRowIndex": 1},
        "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}}),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_name_that_changes_is_written_in_its_row_wherever_that_went(
    google: Scene, edit: Callable[[Scene], None]
) -> None:
    written(google, draft(rosters=(ROSTER,)))
    typed(google, "Presentielijst!E2", ["ja"])
    asked(google)
    one = target(google)
    one.read()
    meanwhile(google, lambda: edit(google), before="values:batchGet")
    roster = Roster(
        ROSTER.tab,
        "code",
        (("7KQ4M", (("name", None),)), ("P4WX2", (("name", "Jan"),)), ("N", (("name", "N"),))),
    )
    one.write(draft(rosters=(roster,)))
    assert asked(google) == [*READ, "batchGet", "batchUpdate"]
    rows = {str(row[0]): row[1:] for row in texts(google, "Presentielijst")[1:] if row and row[0] != ""}
    assert rows["7KQ4M"][-1] == "ja"
    assert rows["7KQ4M"][0] == ""
    assert (rows["P4WX2"][0], rows["N"][0]) == ("Jan", "N")


def test_a_column_of_people_s_tab_that_is_needed_and_gone_is_told(google: Scene) -> None:
    written(google, draft(rosters=(ROSTER,)))
    typed(google, "Presentielijst!A1", ["Iets anders"])
    one = target(google)
    one.read()
    with pytest.raises(UserError, match="has no column"):
        one.plan(draft(rosters=(ROSTER,)))


def test_a_list_of_people_that_has_columns_further_on_is_made_wide_enough(google: Scene) -> None:
    google.fill({"Presentielijst": [["Code", "Naam"], ["7KQ4M", "Fatma"]]})
    where = {
        "sheetId": sheet_id(google, "Presentielijst"),
        "dimension": "COLUMNS",
        "startIndex": 2,
        "endIndex": 26,
    }
    change(google, {"deleteDimension": {"range": where}},
           {"updateSheetProperties": {"properties": {"sheetId": sheet_id(google, "Presentielijst"),
            "gridProperties": {"rowCount": 2, "columnCount": 2}},
             "fields": "gridProperties(rowCount,columnCount)"}})  # fmt: skip
    written(google, draft(rosters=(ROSTER,)))
    assert texts(google, "Presentielijst") == [["Code", "Naam"], ["7KQ4M", "Fatma Yılmaz"], ["P4WX2"]]


KEYS = st.lists(st.sampled_from([f"{n}" for n in range(1, 9)]), unique=True, max_size=8)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=KEYS, after=KEYS)
def test_whatever_comes_goes_and_moves_everybody_keeps_their_own(
    google: Scene, before: list[str], after: list[str]
) -> None:
    def wanted(keys: list[str]) -> Draft:
        return ideas(*((key, f"idee {key}", f"stand {key}") for key in keys), empty="Niets.")

    written(google, wanted(before))
    one = target(google)
    one.read()
    shown = [row[0] for row in lines(google)[1:]]
    staying = [key for key in after if key in before]
    if staying:
        key = staying[len(staying) // 2]
        row = 5 + shown.index(key)
        meanwhile(google, lambda: typed(google, f"Groei!C{row}", ["net getypt"]))
    one.write(wanted(after))
    google.emulator.faults.clear()
    expected = [[key, f"idee {key}", f"stand {key}"] for key in after]
    if staying:
        expected[after.index(key)][2] = "net getypt"
    assert lines(google)[1:] == expected
