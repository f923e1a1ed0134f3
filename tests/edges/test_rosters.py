"""Rows the program keeps up to date in a working tab."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.edges.rosters import Edits, roster_edits
from pipeline.model.errors import UserError
from pipeline.model.responses import RawCell
from pipeline.model.tab import Roster, Scalar
from tests.edges.workbooks import LIST, PAYOUTS, ROSTER, draft, edited, people, tab, target, texts, written

HEADER: list[RawCell] = ["Code", "Naam", "Bijeenkomst 1"]


def edits(*rows: list[RawCell], roster: Roster = ROSTER) -> Edits:
    return roster_edits(roster, LIST, rows)


def test_everybody_gets_a_row() -> None:
    assert edits(HEADER) == {2: {1: "7KQ4M", 2: "Fatma Yılmaz"}, 3: {1: "P4WX2"}}


def test_who_stands_there_keeps_the_row_and_the_ticks() -> None:
    assert edits(HEADER, ["P4WX2", "Jan", "x"], ["", "", ""], [" 7kq4m ", "Fatma Yılmaz", ""]) == {
        2: {2: ""},
        4: {1: "7KQ4M"},
    }


def test_others_are_kept_up_where_they_stand_and_never_added() -> None:
    others = (("M2XP9", (("name", None),)), ("R7DK4", (("name", None),)))
    roster = replace(ROSTER, rows=(), others=others)
    assert edits(HEADER, ["M2XP9", "Jan", "x"], roster=roster) == {2: {2: ""}}


def test_new_rows_come_below_what_was_typed_by_hand() -> None:
    assert edits(HEADER, ["", "Buurvrouw", "x"], [], ["", None, ""]) == {
        3: {1: "7KQ4M", 2: "Fatma Yılmaz"},
        4: {1: "P4WX2"},
    }


@pytest.mark.parametrize(
    "header",
    [
        ["Bijeenkomst 1", "NAAM ", "kaart"],
        ["Meeting 1", "Name", "Code:"],
    ],
)
def test_columns_are_found_by_their_header(header: list[RawCell]) -> None:
    assert edits(["Wie was er?"], header, ["x"], ["", "", "P4WX2"])[5] == {3: "7KQ4M", 2: "Fatma Yılmaz"}


def test_a_column_that_somebody_removed_stays_away() -> None:
    assert edits(["Code", "", "Code"], ["P4WX2"]) == {3: {1: "7KQ4M"}}


def test_without_the_column_that_tells_rows_apart() -> None:
    with pytest.raises(UserError) as refused:
        edits(["Naam", "Bijeenkomst 1"])

    assert str(refused.value) == "The tab “Presentielijst” has no column “Code” any more."


@pytest.mark.parametrize(
    ("amount", "expected"), [(12.5, {}), ("12,50", {2: {2: 12.5}}), (12, {2: {2: 12.5}})]
)
def test_amounts_are_compared_as_numbers(amount: RawCell, expected: Edits) -> None:
    cells: tuple[tuple[str, Scalar], ...] = (("amount", 12.5), ("unknown", 3))
    roster = Roster("payouts", "claim", (("expense@1", cells),))

    assert roster_edits(roster, PAYOUTS, [["Declaratie", "Bedrag"], ["expense@1", amount]]) == expected


def test_ticks_of_people_stay_when_the_list_grows(tmp_path: Path) -> None:
    path = written(tmp_path / "s.xlsx", draft(rosters=(ROSTER,)))

    def tick(workbook: object) -> None:
        sheet = workbook["Presentielijst"]  # type: ignore[index]
        sheet["C3"] = "x"
        sheet["B5"] = "Buurvrouw"
        sheet["D5"] = "ja"

    edited(path, tick)
    more = replace(ROSTER, rows=(*ROSTER.rows, ("K3RT8", (("name", "=Piet"),))))
    wanted = draft(tab(people()), rosters=(more,))

    assert target(path).plan(wanted).changes["Presentielijst"] == 2
    target(path).write(wanted)

    assert texts(path, "Presentielijst") == [
        ["Code", "Naam", "Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3"],
        ["7KQ4M", "Fatma Yılmaz", "", "", ""],
        ["P4WX2", "", "x", "", ""],
        ["", "", "", "", ""],
        ["", "Buurvrouw", "", "ja", ""],
        ["K3RT8", "=Piet", "", "", ""],
    ]
    assert target(path).plan(wanted).changed == ()
