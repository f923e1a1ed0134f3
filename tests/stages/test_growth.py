"""How the circle grew."""

import pytest

from pipeline.model.findings import Where
from pipeline.model.settings import Settings, plain_meetings
from pipeline.stages.growth import Meeting, grow
from pipeline.stages.invitations import Invitations
from pipeline.stages.meetings import Presence
from pipeline.stages.promises import Promise
from tests.stages.registry import people, person

EVERYBODY = people(
    person("A", roles="professional", expected=(1, 2)),
    person("B", roles="professional resident", expected=(1,)),
    person("C", roles="resident", expected=(2,)),
    person("D"),
    person("E", expected=(3,)),
)


def invitations(inviter: dict[str, str] | None = None, *promises: Promise) -> Invitations:
    return Invitations(inviter or {}, {}, {}, {}, {}, (), (), (), {}, promises)


def promise(
    written: str, guest: str | None = None, *, after: int = 1, came: bool = False, by: str = "A"
) -> Promise:
    return Promise(by, after, written, guest, came, Where("bring", 2, "brings", 1))


def meetings(present: dict[int, str], made: Invitations | None = None) -> list[Meeting]:
    """The figures for the people present at each meeting."""
    presence = Presence({number: frozenset(codes) for number, codes in present.items()})
    settings = Settings(meetings=plain_meetings(len(present)))
    return list(grow(presence, made or invitations(), EVERYBODY, settings))


def test_everything_of_two_meetings() -> None:
    made = invitations(
        {"C": "A", "D": "A"}, promise("C", "C", came=True), promise("E", "E"), promise("Jan van boven")
    )
    assert meetings({1: "AB", 2: "ACD"}, made) == [
        Meeting(
            number=1,
            present=2,
            new=2,
            returning=0,
            growth=None,
            expected=2,
            by_role={"resident": 1, "professional": 2},
            brought_by_previous=None,
            unresolved=0,
            promised=0,
            promised_came=0,
        ),
        Meeting(
            number=2,
            present=3,
            new=2,
            returning=1,
            growth=1.5,
            expected=2,
            by_role={"resident": 1, "professional": 1},
            brought_by_previous=0.5,
            unresolved=1,
            promised=3,
            promised_came=1,
        ),
    ]


@pytest.mark.parametrize(
    ("present", "growth"),
    [
        ({1: "A", 2: "AB", 3: "ABCD"}, [None, 2.0, 2.0]),
        ({1: "AB", 2: "", 3: "ABC"}, [None, None, None]),
        ({1: "", 2: "AB", 3: "ABC"}, [None, None, 1.5]),
    ],
)
def test_growth_is_over_the_previous_meeting_returners_included(
    present: dict[int, str], growth: list[float | None]
) -> None:
    assert [meeting.growth for meeting in meetings(present)] == growth


def test_a_meeting_without_presence_has_no_figures_of_presence() -> None:
    empty = meetings({1: "AB", 2: "", 3: "A"}, invitations({"C": "A"}))[1]
    assert (empty.present, empty.new, empty.returning, empty.brought_by_previous) == (None, None, None, None)
    assert (empty.expected, empty.by_role) == (2, {})


def test_returning_means_any_earlier_meeting() -> None:
    third = meetings({1: "AB", 2: "C", 3: "ABD"})[2]
    assert (third.new, third.returning) == (1, 2)


def test_who_brought_somebody_had_to_be_there_last_time_and_the_guest_to_come_first_now() -> None:
    made = invitations({"C": "A", "D": "C", "B": "A"})
    assert [meeting.brought_by_previous for meeting in meetings({1: "AB", 2: "BC", 3: "BCD"}, made)] == [
        None,
        0.5,
        0.5,
    ]


def test_a_guest_of_before_and_the_guest_of_somebody_who_was_away_count_for_nobody() -> None:
    made = invitations({"C": "A", "D": "C", "E": "B"})
    assert meetings({1: "AB", 2: "AC", 3: "ACDE"}, made)[2].brought_by_previous == 0.5


def test_promised_people_count_once_whoever_promised_them() -> None:
    made = invitations(
        {},
        promise("C", "C", came=True),
        promise("Cee", "C", came=True, by="B"),
        promise("Jan de Boer"),
        promise("de Boer, Jan", by="B"),
    )
    second = meetings({1: "AB", 2: "C"}, made)[1]
    assert (second.promised, second.promised_came, second.unresolved) == (2, 1, 1)


def test_promises_count_for_the_meeting_after() -> None:
    made = invitations({}, promise("C", "C", after=2), promise("D", after=3))
    assert [meeting.promised for meeting in meetings({1: "A", 2: "A", 3: "A"}, made)] == [0, 0, 1]
