"""What people thought, and what may be shown of it."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import About, Finding, Severity, Where
from pipeline.model.responses import Response, Value
from pipeline.model.settings import ROLES, Settings
from pipeline.model.templates import Form, Question, Text
from pipeline.stages.evaluation import Opinion, Score, evaluate, evaluate_team, hidden_roles
from pipeline.stages.meetings import Presence
from pipeline.stages.people import Participant, People
from tests.build import response


def question(key: str, kind: str) -> Question:
    return Question(key, kind, Text(key, key))


FORM = Form(
    "evaluation",
    Text("Evaluatie", "Evaluation"),
    (
        question("meeting", "meeting"),
        question("role", "choice"),
        question("heard", "scale"),
        question("grade", "grade"),
        question("unused", "scale"),
        question("best", "long_text"),
        question("join_in", "choice"),
    ),
)
NOBODY = Presence({1: frozenset(), 2: frozenset(), 3: frozenset(), 4: frozenset()})


def forms(*groups: tuple[str | None, int], meeting: int = 1, **values: Value) -> list[Response]:
    """So many forms of each role."""
    roles = [role for role, count in groups for _ in range(count)]
    return [
        response("evaluation", row, meeting=meeting, **({"role": role} if role else {}), **values)
        for row, role in enumerate(roles, start=2)
    ]


def heard(*answers: int, meeting: int = 1) -> list[Response]:
    return [
        response("evaluation", row, meeting=meeting, heard=answer)
        for row, answer in enumerate(answers, start=2)
    ]


def there(*roles: tuple[str, ...]) -> tuple[People, Presence]:
    """One participant per tuple of roles, all of them at meeting 1."""
    codes = {
        f"C{number:04}": Participant(f"C{number:04}", "x", roles=role) for number, role in enumerate(roles)
    }
    return People(codes), Presence({**NOBODY.present, 1: frozenset(codes)})


def scores(
    responses: Iterable[Response], people: People | None = None, presence: Presence = NOBODY
) -> list[Score]:
    found, _ = evaluate(tuple(responses), FORM, presence, people or People(), Settings())
    return list(found.scores)


def findings(
    responses: Iterable[Response], people: People | None = None, presence: Presence = NOBODY
) -> tuple[Finding, ...]:
    return evaluate(tuple(responses), FORM, presence, people or People(), Settings())[1]


def test_a_statement_is_summed_up() -> None:
    people, presence = there(*[("resident",)] * 8)
    assert scores(heard(5, 5, 4, 2, 2, 1), people, presence) == [
        Score(
            meeting=1,
            question="heard",
            role=None,
            n=6,
            response_rate=0.75,
            mean=19 / 6,
            median=3.0,
            distribution={"1": 1, "2": 2, "3": 0, "4": 1, "5": 2},
            agree=0.5,
        )
    ]


def test_a_grade_runs_to_ten_and_has_no_share_agreeing() -> None:
    [score] = scores(forms((None, 5), grade=8))
    assert score.distribution == {str(step): 5 if step == 8 else 0 for step in range(1, 11)}
    assert (score.mean, score.median, score.agree) == (8.0, 8.0, None)


def test_an_answer_off_the_scale_is_no_answer() -> None:
    [score] = scores(heard(5, 5, 5, 5, 6))
    assert (score.n, score.mean) == (4, 5.0)


def test_who_leaves_a_statement_blank_still_is_a_form_of_the_group() -> None:
    answers = [*heard(5, 4), *forms((None, 3), grade=7)]
    assert [(score.question, score.n, score.mean) for score in scores(answers)] == [
        ("heard", 2, 4.5),
        ("grade", 3, 7.0),
    ]


def test_a_statement_that_a_whole_meeting_left_blank_has_no_figures() -> None:
    answers = [*forms((None, 5), grade=7), *heard(3, 3, 3, 3, 3, meeting=2)]
    blank = next(score for score in scores(answers) if (score.meeting, score.question) == (1, "heard"))
    assert blank == Score(1, "heard", None, 0, None, None, None, dict.fromkeys("12345", 0), None)


def test_without_presence_there_is_no_response_rate() -> None:
    assert [score.response_rate for score in scores(heard(5, 5, 5, 5, 5))] == [None]


def test_a_role_is_held_against_those_present_with_that_role() -> None:
    people, presence = there(*[("resident",)] * 6, *[("resident", "professional")] * 4)
    shown = scores(forms(("professional", 5), ("resident", 5), heard=4), people, presence)
    assert [(score.role, score.n, score.response_rate) for score in shown] == [
        (None, 10, 1.0),
        ("resident", 5, 0.5),
        ("professional", 5, 1.25),
    ]


def test_more_forms_than_people_is_shown_and_said() -> None:
    people, presence = there(*[("resident",)] * 4, *[("professional",)] * 5)
    crowd = forms(("resident", 5), ("professional", 5), ("government", 5), heard=4)
    assert [(score.role, score.response_rate) for score in scores(crowd, people, presence)] == [
        (None, 15 / 9),
        ("resident", 1.25),
        ("professional", 1.0),
        ("government", None),
    ]
    about = About("meeting", "1")
    assert findings(crowd, people, presence) == (
        Finding("more_forms_than_present", Severity.WARN, about=about, details={"forms": 15, "present": 9}),
        Finding(
            "more_forms_than_present_of_role",
            Severity.WARN,
            about=about,
            details={"forms": 5, "present": 4, "role": "resident"},
        ),
        Finding(
            "more_forms_than_present_of_role",
            Severity.WARN,
            about=about,
            details={"forms": 5, "present": 0, "role": "government"},
        ),
    )


def test_a_small_meeting_shows_numbers_only() -> None:
    answers = forms(("resident", 4), meeting=2, heard=1, best="de soep", join_in="yes")
    found, noticed = evaluate(answers, FORM, NOBODY, People(), Settings())
    assert found.scores == (Score(2, "heard", None, 4, None, None, None, None, None),)
    assert (found.opinions, found.join_in) == ((), {})
    assert noticed == (
        Finding("few_evaluations", Severity.INFO, about=About("meeting", "2"), details={"forms": 4}),
    )


@pytest.mark.parametrize("meeting", [None, 5])
def test_a_form_without_a_meeting_counts_nowhere(meeting: int | None) -> None:
    stray = response("evaluation", 9, heard=1, **({"meeting": meeting} if meeting else {}))
    found, noticed = evaluate([*heard(5, 5, 5, 5, 5), stray], FORM, NOBODY, People(), Settings())
    assert [(score.n, score.mean) for score in found.scores] == [(5, 5.0)]
    assert noticed == (
        Finding("evaluation_without_meeting", Severity.WARN, where=Where("evaluation", 9, "meeting")),
    )


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        ({"resident": 9}, [None]),
        ({None: 9}, [None]),
        ({"resident": 5, "professional": 5}, [None, "resident", "professional"]),
        ({"resident": 9, "professional": 4, "government": 6}, [None, "resident"]),
        ({"resident": 9, "professional": 4, "government": 1}, [None, "resident"]),
        ({"resident": 9, "professional": 1}, [None]),
        ({"resident": 9, None: 2}, [None]),
        ({"resident": 9, "government": 7, None: 2}, [None, "resident"]),
        ({"resident": 9, "government": 7, None: 5}, [None, "resident", "government"]),
        ({"resident": 9, "government": 7, "professional": 3, None: 5}, [None, "resident", "government"]),
        ({"neighbour": 6, "resident": 6, "key_figure": 1}, [None, "neighbour"]),
    ],
)
def test_small_roles_are_hidden_so_that_they_cannot_be_worked_out(
    groups: dict[str | None, int], shown: list[str | None]
) -> None:
    answers = forms(*groups.items(), heard=3)
    assert [score.role for score in scores(answers)] == shown


@given(st.dictionaries(st.sampled_from((*ROLES, "neighbour", None)), st.integers(0, 12), max_size=6))
@settings(max_examples=100, deadline=None)
def test_nobody_can_work_out_a_group_of_one_to_four(groups: dict[str | None, int]) -> None:
    answers = forms(*groups.items(), heard=3)
    shown = {score.role: score.n for score in scores(answers)}
    total = shown.pop(None, 0)
    assert total == len(answers)
    for count in range(len(shown) + 1):
        for taken in combinations(shown.values(), count):
            assert sum(taken) == 0 or sum(taken) >= 5
            assert not shown or total - sum(taken) not in range(1, 5)


@given(st.dictionaries(st.sampled_from((*ROLES, None)), st.integers(0, 12), max_size=5))
@settings(max_examples=100, deadline=None)
def test_no_more_is_hidden_than_needed(groups: dict[str | None, int]) -> None:
    hidden = hidden_roles(groups)
    assert {role for role, count in groups.items() if 0 < count < 5} <= hidden
    assert sum(groups[role] >= 5 for role in hidden) <= 1
    assert all(groups[role] for role in hidden)


def test_open_answers_are_shown_without_names_by_meeting_and_text() -> None:
    people = People({"2B7KQ": Participant("2B7KQ", "Fatma Yılmaz", consent=True)})
    answers = [
        *forms((None, 5), meeting=2, heard=4),
        response("evaluation", 9, meeting=2, best="soep van fatma"),
        response("evaluation", 8, meeting=2, best="de verhalen"),
        *forms((None, 5), heard=4, best="alles"),
    ]
    found, _ = evaluate(answers, FORM, NOBODY, people, Settings())
    assert found.opinions == (
        *[Opinion(1, "best", "alles")] * 5,
        Opinion(2, "best", "de verhalen"),
        Opinion(2, "best", "soep van …"),
    )


def test_who_joins_in_is_counted_per_meeting() -> None:
    answers = [
        *forms((None, 4), join_in="maybe"),
        *forms((None, 1), join_in="yes"),
        *forms((None, 5), meeting=2, heard=4),
    ]
    found, _ = evaluate(answers, FORM, NOBODY, People(), Settings())
    assert found.join_in == {1: {"yes": 1, "maybe": 4, "no": 0}}


@given(st.permutations([*forms(("resident", 6), ("government", 5), heard=2, best="a"), *heard(1, 5, 3)]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_rows_does_not_matter(answers: list[Response]) -> None:
    people, presence = there(("resident",), ("government",))
    expected = evaluate(sorted(answers, key=lambda r: r.id), FORM, presence, people, Settings())
    assert evaluate(answers, FORM, presence, people, Settings()) == expected


TEAM_FORM = Form(
    "team_evaluation",
    Text("Teamevaluatie", "Team evaluation"),
    (question("name", "text"), question("agreements", "scale"), question("remarks", "long_text")),
)


def team(*answers: int, **values: Value) -> list[Response]:
    return [
        response("team_evaluation", row, agreements=answer, **values)
        for row, answer in enumerate(answers, start=2)
    ]


def test_the_team_has_no_meeting_and_no_role() -> None:
    found, noticed = evaluate_team(team(5, 4, 4, 4, 4, 4), TEAM_FORM, People())
    distribution = Counter({"5": 1, "4": 5}) | dict.fromkeys("123", 0)
    assert found.scores == (Score(None, "agreements", None, 6, None, 25 / 6, 4.0, distribution, 1.0),)
    assert (found.join_in, noticed) == ({}, ())


def test_a_small_team_shows_numbers_and_what_it_wrote() -> None:
    people = People({"2B7KQ": Participant("2B7KQ", "Hans", consent=True)})
    found, noticed = evaluate_team(team(1, 2, remarks="dank aan Hans"), TEAM_FORM, people)
    assert found.scores == (Score(None, "agreements", None, 2, None, None, None, None, None),)
    assert found.opinions == (Opinion(None, "remarks", "dank aan …"),) * 2
    about = About("tab", "Teamevaluatie")
    assert noticed == (Finding("few_team_evaluations", Severity.INFO, about=about, details={"forms": 2}),)


def test_a_team_that_did_not_evaluate_has_nothing() -> None:
    found, noticed = evaluate_team([], TEAM_FORM, People())
    assert (found.scores, found.opinions, noticed) == ((), (), ())
