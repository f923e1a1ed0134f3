"""Which function fills a tab, and the rows kept in working tabs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.model.tab import Roster
from pipeline.stages.people import Participant, People
from pipeline.summaries.fill import resolves, rosters
from tests.summaries.scene import LIVELY, catalogue, claim


@pytest.mark.parametrize(
    "fill", ["overview", ":", "overview:nothing", "nowhere:overview", "../x:y", "growth:NOTES", ""]
)
def test_a_fill_that_names_no_function(fill: str) -> None:
    assert not resolves(fill)


def test_every_template_names_a_function() -> None:
    assert [template.key for template in catalogue().summaries.values() if not resolves(template.fill)] == []


def attendance(*people: Participant) -> list[tuple[str, object]]:
    outcome = replace(LIVELY, people=People({person.code: person for person in people}))
    return [(code, dict(cells)["name"]) for code, cells in rosters(outcome)[0].rows]


def test_the_attendance_list_names_only_who_agreed() -> None:
    assert attendance(*LIVELY.people.participants.values()) == [
        ("7KQ4M", "Fatma Yılmaz"),
        ("P4WX2", "Ans Kuiper"),
        ("K3RT8", None),
        ("M2XP9", None),
        ("Q5HJ7", None),
    ]


def test_who_was_written_in_by_hand_gets_no_second_row() -> None:
    by_hand = Participant("7KQ4M", "Fatma", consent=True, claims=(claim("attendance_list", 9, "Fatma"),))

    assert attendance(by_hand) == []


def test_a_code_from_before_a_merge_keeps_its_row_without_a_hidden_name() -> None:
    listed = (claim("attendance_list", 2, code="M2XP9"), claim("attendance_list", 5, code="7KQ4M"))
    merged = Participant("7KQ4M", "Fatma", aliases=("M2XP9",), consent=False, claims=listed)

    assert attendance(merged) == [("7KQ4M", None), ("M2XP9", None)]


def test_by_hand_and_by_code() -> None:
    listed = (claim("attendance_list", 2, code="7KQ4M"), claim("attendance_list", 9, "Fatma"))
    both = Participant("7KQ4M", "Fatma", consent=True, claims=listed)

    assert attendance(both) == [("7KQ4M", "Fatma")]


def test_every_expense_is_listed_for_paying_out() -> None:
    assert rosters(LIVELY)[1] == Roster(
        "payouts",
        "claim",
        (
            ("expense:2", (("what", "Soepgroente"), ("amount", Decimal("12.50")))),
            ("expense:3", (("what", "Bus"), ("amount", Decimal("4.00")))),
        ),
    )
