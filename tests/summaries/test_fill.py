"""Which function fills a tab, and the rows kept in working tabs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.model.tab import Roster, Scalar
from pipeline.stages.memory import GivenCode
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
    return names(listed(*people).rows)


def names(rows: tuple[tuple[str, tuple[tuple[str, Scalar], ...]], ...]) -> list[tuple[str, object]]:
    return [(code, dict(cells)["name"]) for code, cells in rows]


def listed(*people: Participant, given: tuple[str, ...] = ()) -> Roster:
    memory = replace(LIVELY.memory, codes=tuple(GivenCode(code, "") for code in given))
    outcome = replace(LIVELY, people=People({person.code: person for person in people}), memory=memory)
    return rosters(outcome)[0]


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


def test_who_was_written_in_by_hand_keeps_the_row_of_the_code_too() -> None:
    claims = (claim("attendance_list", 2, code="7KQ4M"), claim("attendance_list", 9, "Fatma"))
    both = Participant("7KQ4M", "Fatma", consent=True, claims=claims)
    roster = listed(both, given=("7KQ4M",))

    assert (names(roster.rows), names(roster.others)) == ([], [("7KQ4M", "Fatma")])


@pytest.mark.parametrize(("consent", "name"), [(True, "Fatma"), (False, None), (None, None)])
def test_a_row_from_before_a_merge_follows_the_consent_whether_ticked_or_not(
    consent: bool | None, name: str | None
) -> None:
    merged = Participant("7KQ4M", "Fatma", aliases=("M2XP9",), consent=consent)
    roster = listed(merged, given=("7KQ4M", "M2XP9"))

    assert (names(roster.rows), names(roster.others)) == ([("7KQ4M", name)], [("M2XP9", name)])


def test_who_is_gone_is_not_named_any_more() -> None:
    fatma = Participant("7KQ4M", "Fatma", consent=True)

    assert names(listed(fatma, given=("P4WX2", "7KQ4M")).others) == [("P4WX2", None)]


def test_every_expense_is_listed_for_paying_out() -> None:
    assert rosters(LIVELY)[1] == Roster(
        "payouts",
        "claim",
        (
            ("expense:2", (("what", "Soepgroente"), ("amount", Decimal("12.50")))),
            ("expense:3", (("what", "Bus"), ("amount", Decimal("4.00")))),
        ),
    )
