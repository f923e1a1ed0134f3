from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.responses import RawCell, RawTab
from pipeline.stages.asked import Asked
from pipeline.stages.survey import Survey, describe
from tests.tables import tabs

STAMP = "2026-09-03T19:00:00"


def survey(markdown: str) -> Survey:
    (tab,) = tabs(f"# Blad\n{markdown}")
    return describe(tab)


def asked(*answers: RawCell) -> Asked:
    """The question that one column of answers comes from."""
    (question,) = describe(RawTab("Blad", [["Vraag"], *([answer] for answer in answers)])).questions
    assert question.header == "Vraag"
    return question


def test_a_whole_form() -> None:
    assert survey(
        """
        | Tijdstempel         | Hoe  was <br> het? | Kies  | Hoe was het? |  |
        | 2026-09-03T19:00:00 | 4                  | Soep  | 5            | ? |
        |                     |                    |       |              |  |
        | 2026-09-03T19:01:00 | 2                  | Soep  |              |  |
        | 2026-09-03T19:02:00 |                    | Brood |              |  |
        """
    ) == Survey(
        rows=4,
        blank=1,
        questions=(
            Asked("Hoe was het?", "scale", 2, {"1": 0, "2": 1, "3": 0, "4": 1, "5": 0}, 3.0),
            Asked("Kies", "choice", 3, {"Soep": 2, "Brood": 1}),
            Asked("Hoe was het?", "scale", 1, {"1": 0, "2": 0, "3": 0, "4": 0, "5": 1}, 5.0),
        ),
    )


def test_every_row_of_a_grid_is_a_question() -> None:
    found = survey(
        """
        | Wat vond u van [de soep]? | Wat vond u van [het brood]? |
        | Lekker | Lekker |
        | Lekker | Droog  |
        """
    )
    assert [question.header for question in found.questions] == [
        "Wat vond u van [de soep]?",
        "Wat vond u van [het brood]?",
    ]


@pytest.mark.parametrize("first", [STAMP, "3-9-2026 19:00:00", "46268.75"])
def test_a_first_row_with_a_timestamp_is_a_response(first: str) -> None:
    assert survey(f"| {first} | 4 |\n| 2026-09-03T19:01:00 | 2 | Mooi |") == Survey(
        2,
        0,
        (
            Asked("#2", "scale", 2, {"1": 0, "2": 1, "3": 0, "4": 1, "5": 0}, 3.0),
            Asked("#3", "text", 1),
        ),
    )


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Timestamp", ["", ""]),
        ("marca temporal", ["gisteren", ""]),
        ("Aika", [STAMP, "2026-09-03T00:00:00"]),
        ("Aika", ["9/3/2026 18:42:00", ""]),
    ],
)
def test_the_timestamp_is_no_question(header: str, cells: list[str]) -> None:
    rows = "\n".join(f"| {cell} | Soep |" for cell in cells)
    assert [one.header for one in survey(f"| {header} | Kies |\n{rows}").questions] == ["Kies"]


def test_a_moved_timestamp_is_no_question() -> None:
    found = survey(f"| Kies | Tijdstempel |\n| Soep | {STAMP} |")
    assert [question.header for question in found.questions] == ["Kies"]


@pytest.mark.parametrize("cells", [["46268", "46269"], ["2026-09-03", "2026-09-04"], ["a", STAMP]])
def test_days_and_numbers_are_no_timestamps(cells: list[str]) -> None:
    rows = "\n".join(f"| {cell} |" for cell in cells)
    assert len(survey(f"| Nummer |\n{rows}").questions) == 1


@pytest.mark.parametrize("rows", [[], [[]], [["", None]], [[" "], []]])
def test_nothing(rows: list[list[RawCell]]) -> None:
    assert describe(RawTab("Leeg", rows)) == Survey(0, 0, ())


def test_rows_above_the_header_count_nowhere_and_those_below_do() -> None:
    tab = RawTab("Blad", [[], ["", ""], ["Kies"], ["Soep"], ["#REF!"], []])
    assert describe(tab) == Survey(3, 2, (Asked("Kies", "text", 1),))


def test_a_question_without_answers() -> None:
    assert asked("", None) == Asked("Vraag", "text", 0)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        (["1", "5", "3"], "scale"),
        ([0.0, 10.0], "scale"),
        (["Mee eens", "helemaal mee eens."], "scale"),
        (["Strongly agree", "Neutral"], "scale"),
        (["18", "34"], "number"),
        (["3,5", "4"], "number"),
        (["2", "-1"], "number"),
        (["ik@wijk.example", "jij@wijk.example"], "email"),
        (["06 1234 5678", "+31 6 12345679"], "phone"),
        ([612345678.0, 612345679.0], "phone"),
        (["000-000-0000", "000 000 00 00"], "text"),
        (["3-9-2026", "14 sept 2026"], "date"),
        ([datetime(2026, 9, 3), datetime(2026, 9, 4)], "date"),
        (["2018-2019", "2018-2019"], "choice"),
        ([True, True, False], "choice"),
        (["1.250", "1.250"], "choice"),
        (["Soep, Brood", "Soep", "Brood"], "choices"),
        (["Ja, graag", "Ja, graag", "Nee"], "choice"),
        (["Soep", "Soep", "Brood", "Pap"], "choice"),
        (["Soep", "Soep", "Brood", "Pap", "Melk"], "text"),
        (["Het was leuk", "Ik kom weer"], "text"),
    ],
)
def test_the_kind_is_recognised_by_the_answers(answers: list[RawCell], kind: str) -> None:
    assert asked(*answers).kind == kind


def test_who_answered_something_else_is_counted_too() -> None:
    steps = {"1": 0, "2": 0, "3": 0, "4": 9, "5": 0}
    assert asked(*[4.0] * 9, "weet niet") == Asked("Vraag", "scale", 10, {**steps, "weet niet": 1}, 4.0)
    assert asked(*["Eens"] * 9, "geen idee") == Asked("Vraag", "scale", 10, {"Eens": 9, "geen idee": 1}, 4.0)


def test_a_scale_beyond_five_shows_every_step_that_was_reached() -> None:
    assert list(asked("0", "7").distribution or ()) == ["0", "1", "2", "3", "4", "5", "6", "7"]


def test_numbers_stand_in_their_order_however_they_are_written() -> None:
    assert asked("20", "3,50", "20.0", 3.5, "100", "100") == Asked(
        "Vraag", "number", 6, {"3.5": 2, "20": 2, "100": 2}, pytest.approx(247 / 6)
    )


def test_numbers_that_hardly_recur_have_only_a_mean() -> None:
    assert asked("18", "34", "35") == Asked("Vraag", "number", 3, None, 29.0)


def test_agreement_shows_the_steps_that_the_survey_words_elsewhere() -> None:
    found = survey(
        """
        | A        | B             | C       |
        | Eens     | Helemaal mee eens | Soep |
        | Neutraal | oneens        | Soep |
        | eens     | Helemaal mee eens | Brood |
        """
    )
    assert [question.distribution for question in found.questions] == [
        {"oneens": 0, "Neutraal": 1, "Eens": 2, "Helemaal mee eens": 0},
        {"oneens": 1, "Neutraal": 0, "Eens": 0, "Helemaal mee eens": 2},
        {"Soep": 2, "Brood": 1},
    ]
    assert [question.mean for question in found.questions] == [pytest.approx(11 / 3), 4.0, None]


ANSWERS = st.lists(st.sampled_from(["", "1", "4", "12", "3,5", "Soep", "Soep, Brood", "Brood", "Eens"]))


@given(st.lists(ANSWERS, max_size=4), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_rows_changes_nothing(columns: list[list[str]], random: object) -> None:
    width = max(map(len, columns), default=0)
    rows = list(zip(*([*column, *[""] * (width - len(column))] for column in columns), strict=True))
    headers = [f"V{number}" for number in range(len(columns))]
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    first = describe(RawTab("Blad", [headers, *rows]))
    second = describe(RawTab("Blad", [headers, *mixed]))
    assert repr(first) == repr(second)


@given(ANSWERS)
@settings(max_examples=60, deadline=None)
def test_every_answer_is_counted_once_and_the_mean_lies_between(answers: list[str]) -> None:
    found = asked(*answers)
    assert found.n == sum(map(bool, answers))
    if found.distribution is not None and found.kind != "choices":
        assert sum(found.distribution.values()) == found.n
    if found.mean is not None and found.kind == "number":
        numbers = [Decimal(answer.replace(",", ".")) for answer in answers if answer[:1].isdigit()]
        assert min(numbers) <= Decimal(found.mean) <= max(numbers)
