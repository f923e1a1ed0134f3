"""Who was there."""

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.settings import Settings, plain_meetings
from pipeline.stages.decisions import Decisions, question_id
from pipeline.stages.meetings import Presence, presence
from tests.build import response
from tests.stages.registry import claim, people, person

TWO = Settings(meetings=plain_meetings(2))
NOBODY = frozenset()


def test_the_form_and_the_list_both_count() -> None:
    everybody = people(
        person("A", claim("attendance", 2)), person("B", claim("attendance_list", 2)), person("C")
    )
    rows = {
        "attendance": [response("attendance", 2, meeting=1)],
        "attendance_list": [response("attendance_list", 2, code="B", meeting_1=True, meeting_2=True)],
    }
    found, findings = presence(rows, everybody, Decisions(), TWO)
    assert found == Presence({1: frozenset("AB"), 2: frozenset("B")})
    assert findings == ()


def test_a_box_that_is_not_ticked_takes_nobody_away() -> None:
    everybody = people(person("A", claim("attendance", 2), claim("attendance_list", 2)))
    rows = {
        "attendance": [response("attendance", 2, meeting=1)],
        "attendance_list": [response("attendance_list", 2, meeting_1=False)],
    }
    found, _ = presence(rows, everybody, Decisions(), TWO)
    assert found.present[1] == frozenset("A")


def test_a_name_that_was_not_there_is_no_presence() -> None:
    everybody = people(person("A", claim("attendance", 2)), person("B", claim("attendance", 3)))
    rows = {"attendance": [response("attendance", 2, meeting=1), response("attendance", 3, meeting=1)]}
    decisions = Decisions({question_id("who_is", "attendance:2:name"): "absent"})
    found, _ = presence(rows, everybody, decisions, TWO)
    assert found.present[1] == frozenset("B")


def test_only_attendance_is_presence() -> None:
    everybody = people(person("A", claim("signup", 2)))
    rows = {"signup": [response("signup", 2, meetings=("1",))], "vote": [response("vote", 2, meeting=1)]}
    found, findings = presence(rows, everybody, Decisions(), TWO)
    assert found == Presence({1: NOBODY, 2: NOBODY})
    assert findings == ()


def test_rows_that_say_nothing_count_nothing() -> None:
    rows = {"attendance": [response("attendance", 2), response("attendance", 3, meeting=1)]}
    found, findings = presence(rows, people(), Decisions(), TWO)
    assert found == Presence({1: NOBODY, 2: NOBODY})
    assert findings == ()


def test_a_meeting_that_is_not_planned_is_told() -> None:
    everybody = people(person("A", claim("attendance", 2)))
    found, findings = presence(
        {"attendance": [response("attendance", 2, meeting=5)]}, everybody, Decisions(), TWO
    )
    assert found == Presence({1: NOBODY, 2: NOBODY})
    assert findings == (
        Finding(
            "meeting_not_planned",
            Severity.WARN,
            where=Where("attendance", 2, "meeting"),
            details={"meeting": 5, "meetings": 2},
        ),
    )


def test_what_presence_tells() -> None:
    found = Presence({1: frozenset("A"), 2: frozenset("AB"), 4: frozenset("AC")})
    assert found.of("A") == (1, 2, 4)
    assert [found.first(code) for code in "ABCD"] == [1, 2, 4, None]
    assert [found.came_by(code, 2) for code in "ABCD"] == [True, True, False, False]
    assert found.before(4) == frozenset("AB")
    assert found.before(1) == NOBODY
    assert [found.next_after(number) for number in (0, 2, 4)] == [1, 4, None]
