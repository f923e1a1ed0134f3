"""What every tab shares: people's cells, rows that are gone, places, names."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from pipeline.model.findings import Where
from pipeline.model.tab import Cell, Link, Table
from pipeline.stages.decisions import Question
from pipeline.stages.kept import Kept
from pipeline.stages.people import Claim, Participant, People
from tests.summaries.scene import ANS, EMPTY, LIVELY, claim, fill, page


def table(key: str, kept: Kept) -> Table:
    """The table of a tab in which people write."""
    return next(
        block
        for block in fill(key, replace(LIVELY, kept=kept)).blocks
        if isinstance(block, Table) and block.row_key
    )


@pytest.mark.parametrize(
    ("tab", "row", "column", "typed"),
    [
        ("ideas", "3", "status", "besloten"),
        ("ideas", "3", "status", "nog even niet!"),
        ("participants", "K3RT8", "withdrawn", True),
        ("tables", "2-K3RT8", "confirmed", True),
        ("control", "V-1", "remark", 0.5),
        ("ideas", "5", "status", date(2026, 12, 1)),
    ],
)
def test_what_a_person_typed_comes_back_in_its_row(tab: str, row: str, column: str, typed: object) -> None:
    filled = table(tab, Kept({tab: {row: {column: typed}}}))  # type: ignore[dict-item]

    place = [one.key for one in filled.columns].index(column)
    assert [one.cells[place] for one in filled.rows if one.key == row] == [typed]
    assert {one.cells[place] for one in filled.rows if one.key != row} <= {None}


def test_a_column_somebody_added_stays_at_the_right() -> None:
    kept = Kept({"ideas": {"1": {"status": None, "Trekker": "Ans"}, "2": {"Begroot": 40, "Trekker": ""}}})

    filled = table("ideas", kept)

    assert [(one.header, one.people) for one in filled.columns[-3:]] == [
        ("Stand", True),
        ("Trekker", True),
        ("Begroot", True),
    ]
    assert [one.cells[-2:] for one in filled.rows[:3]] == [("Ans", None), ("", 40), (None, None)]


def test_a_row_that_is_gone_stays_while_somebody_wrote_in_it() -> None:
    kept = Kept(
        {
            "participants": {
                "9ZZZ9": {"withdrawn": True},
                "8YYY8": {"withdrawn": None},
                "7XXX7": {"withdrawn": ""},
            }
        }
    )

    filled = table("participants", kept)

    assert [one.key for one in filled.rows] == [*LIVELY.people.participants, "9ZZZ9"]
    last = filled.rows[-1].cells
    assert last[:2] == (Cell("9ZZZ9", "muted"), Cell("niet meer in de antwoorden", "muted"))
    assert set(last[2:-1]) == {None}
    assert last[-1] is True


def test_a_row_of_an_alias_says_whose_it_is() -> None:
    people = People({ANS.code: replace(ANS, aliases=("9ZZZ9",))})
    kept = Kept({"participants": {"9ZZZ9": {"withdrawn": True}}})

    last = fill("participants", replace(LIVELY, people=people, kept=kept)).blocks[0].rows[-1]  # type: ignore[union-attr]

    told = f"dezelfde als {ANS.code}; wat u hier invulde, telt voor die code"
    assert last.cells[:2] == (Cell("9ZZZ9", "muted"), Cell(told, "muted"))
    assert last.cells[-1] is True


def test_who_was_not_there_is_not_asked_for_consent() -> None:
    def asked(answer: str, *claims: Claim) -> int:
        told = Question("V-7", "who_is", ("attendance:9:name",), ("nobody", "absent"), decision=answer)
        somebody = Participant("9ZZZ9", "Otto", claims=claims)
        outcome = replace(LIVELY, people=People({"9ZZZ9": somebody}), questions=(told,))
        tables = {
            block.key: block for block in fill("participants", outcome).blocks if isinstance(block, Table)
        }
        return len(tables["ask"].rows)

    at_the_door, signup = claim("attendance", 9, "Otto"), claim("signup", 3, "Otto")
    assert asked("nobody", at_the_door) == 1
    assert asked("absent", at_the_door) == 0
    assert asked("absent", at_the_door, signup) == 1


@pytest.mark.parametrize(
    ("typed", "shown"), [(time(9, 30), "09:30:00"), (timedelta(hours=30), "1 day, 6:00:00"), (0, 0)]
)
def test_a_clock_time_comes_back_as_text(typed: time | timedelta | int, shown: object) -> None:
    filled = table("ideas", Kept({"ideas": {"1": {"status": typed}}}))

    assert filled.rows[0].cells[-1] == shown


@pytest.mark.parametrize(
    ("where", "text", "note"),
    [
        (Where("signup", 12), "Formulierreacties 1, rij 12", None),
        (Where("signup", 12, "name"), "Formulierreacties 1, rij 12", "Wat is uw naam?"),
        (Where("vote", 3, "Kolom 7"), "Stemmen, rij 3", None),
    ],
)
def test_a_place_is_named_as_people_see_it(where: Where, text: str, note: str | None) -> None:
    link = Link(form=where.form, row=where.row, question=where.question)

    assert page("control").place(where) == Cell(text, link=link, note=note)


def test_no_place_no_person_no_role() -> None:
    empty = page("control", EMPTY)

    assert (empty.place(None), empty.person(None), empty.roles("7KQ4M"), empty.person("7KQ4M")) == (
        None,
        None,
        None,
        Cell("7KQ4M", "code"),
    )


def test_a_team_member_without_a_role_is_of_the_team() -> None:
    assert page("participants").roles(ANS.code) == Cell("team", "strong")


@pytest.mark.parametrize(
    ("parts", "text"), [((), ""), ((3,), "3"), ((3, 8), "3 en 8"), ((3, 8, 14), "3, 8 en 14")]
)
def test_lists_read_as_a_sentence(parts: tuple[int, ...], text: str) -> None:
    assert page("ideas").listed(parts) == text
