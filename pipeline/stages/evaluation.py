"""What people thought: per meeting, statement and role, small groups hidden.

A group is counted in *forms*, not in answers: who left one statement blank does not change what
may be shown. A blank role is a group like the others; it has no entry of its own (no role means
all together), and it takes part in the hiding.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.model.findings import About, Finding, Severity
from pipeline.model.responses import Response
from pipeline.model.settings import ROLES, Settings
from pipeline.model.templates import Form, Question
from pipeline.stages.masking import Mask
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People

SMALLEST_SHOWN = 5
"""A group of fewer forms is not shown: its members would be recognised."""

JOIN_IN = ("yes", "maybe", "no")
"""The answers to whether somebody works along on what follows."""

_HIGHEST = {"scale": 5, "grade": 10}
_AGREE = (4, 5)


@dataclass(frozen=True, slots=True)
class Score:
    """One statement of one meeting (None for the team's) and role (None = all).

    `n` answers; `response_rate` answers / present; `distribution` by answer as text, every
    step of the scale present; `agree` share of 4 and 5 (None for a grade). All but `n` are None
    where the group is too small to show.
    """

    meeting: int | None
    question: str
    role: str | None
    n: int
    response_rate: float | None
    mean: float | None
    median: float | None
    distribution: Mapping[str, int] | None
    agree: float | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """An open answer with names of participants taken out."""

    meeting: int | None
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores, open answers (sorted by meeting, question, text), how many join in per meeting.

    Scores are sorted by meeting, question in the form, total first, then the roles in order.
    """

    scores: tuple[Score, ...]
    opinions: tuple[Opinion, ...]
    join_in: Mapping[int, Mapping[str, int]]


def evaluate(
    responses: Sequence[Response], form: Form, presence: Presence, people: People, settings: Settings
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The participants' evaluation, per meeting and role.

    A form without a meeting of this Atelier is a finding and counts nowhere. Of a meeting with
    fewer than `SMALLEST_SHOWN` forms only the numbers of answers are shown: no open answers and
    nobody who joins in either. Presence that is not known gives no response rate.
    """
    meetings: dict[int, list[Response]] = {number: [] for number in settings.numbers}
    findings = []
    for response in responses:
        meeting = response.number("meeting")
        if meeting in meetings:
            meetings[meeting].append(response)
        else:
            findings.append(
                Finding("evaluation_without_meeting", Severity.WARN, where=response.at("meeting"))
            )
    questions = _asked(form, responses)
    scores: list[Score] = []
    for meeting, forms in meetings.items():
        groups = _shown_groups(forms)
        present = _present(presence.present.get(meeting, frozenset()), people)
        scores += _scores(meeting, questions, groups, present)
        findings += _group_findings(meeting, forms, groups, present)
    large = {meeting: forms for meeting, forms in meetings.items() if len(forms) >= SMALLEST_SHOWN}
    opinions = _opinions(large, form, people)
    return Evaluation(tuple(scores), opinions, _join_in(large)), tuple(findings)


def evaluate_team(
    responses: Sequence[Response], form: Form, people: People
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The team's own evaluation: scores without meeting and role.

    Of fewer than `SMALLEST_SHOWN` forms only the numbers of answers are shown; the open answers
    always are, for the team writes them to each other.
    """
    scores = _scores(None, _asked(form, responses), {None: responses} if responses else {}, {})
    findings: tuple[Finding, ...] = ()
    if 0 < len(responses) < SMALLEST_SHOWN:
        about = About("tab", form.title.nl)
        findings = (
            Finding("few_team_evaluations", Severity.INFO, about=about, details={"forms": len(responses)}),
        )
    return Evaluation(tuple(scores), _opinions({None: responses}, form, people), {}), findings


def hidden_roles(forms: Mapping[str | None, int]) -> frozenset[str | None]:
    """The roles not to show, from the number of forms per role (None = blank).

    A role under `SMALLEST_SHOWN`; and where those together are still fewer, the smallest of the
    others too, for the rest of the total would give them away.
    """
    present = {role: count for role, count in forms.items() if count}
    hidden = {role for role, count in present.items() if count < SMALLEST_SHOWN}
    others = sorted(present.keys() - hidden, key=lambda role: (present[role], _role_order(role)))
    if others and 0 < sum(present[role] for role in hidden) < SMALLEST_SHOWN:
        hidden.add(others[0])
    return frozenset(hidden)


def _role_order(role: str | None) -> tuple[int, str]:
    """The place of a role: blank first, then the method's order, then a team's own roles."""
    if role is None:
        return (-1, "")
    return (ROLES.index(role) if role in ROLES else len(ROLES), role)


def _shown_groups(forms: Sequence[Response]) -> dict[str | None, Sequence[Response]]:
    """The forms per group to show: all together (None) first, then every role that is large enough."""
    if not forms:
        return {}
    by_role: dict[str | None, list[Response]] = defaultdict(list)
    for response in forms:
        by_role[response.text("role")].append(response)
    if len(by_role) == 1 or len(forms) < SMALLEST_SHOWN:
        return {None: forms}
    hidden = hidden_roles({role: len(group) for role, group in by_role.items()})
    shown = sorted(by_role.keys() - hidden - {None}, key=_role_order)
    return {None: forms, **{role: by_role[role] for role in shown}}


def _present(codes: frozenset[str], people: People) -> dict[str | None, int]:
    """How many were there, all (None) and per role; somebody with two roles counts in both."""
    counts: Counter[str | None] = Counter(role for code in codes for role in people.participants[code].roles)
    counts[None] = len(codes)
    return counts


def _asked(form: Form, responses: Sequence[Response]) -> tuple[Question, ...]:
    """The statements and grades that anybody answered, in the order of the form."""
    return tuple(
        question
        for question in form.questions
        if question.kind in _HIGHEST and any(response.number(question.key) for response in responses)
    )


def _scores(
    meeting: int | None,
    questions: Sequence[Question],
    groups: Mapping[str | None, Sequence[Response]],
    present: Mapping[str | None, int],
) -> list[Score]:
    return [
        _score(meeting, question, role, forms, present.get(role, 0))
        for question in questions
        for role, forms in groups.items()
    ]


def _score(
    meeting: int | None, question: Question, role: str | None, forms: Sequence[Response], present: int
) -> Score:
    steps = range(1, _HIGHEST[question.kind] + 1)
    given = (response.number(question.key) for response in forms)
    answers = [answer for answer in given if answer is not None and answer in steps]
    n = len(answers)
    if len(forms) < SMALLEST_SHOWN:
        return Score(meeting, question.key, role, n, None, None, None, None, None)
    counts = Counter(answers)
    return Score(
        meeting,
        question.key,
        role,
        n,
        response_rate=n / present if present else None,
        mean=sum(answers) / n if n else None,
        median=float(median(answers)) if n else None,
        distribution={str(step): counts[step] for step in steps},
        agree=sum(counts[step] for step in _AGREE) / n if n and question.kind == "scale" else None,
    )


def _group_findings(
    meeting: int,
    forms: Sequence[Response],
    groups: Mapping[str | None, Sequence[Response]],
    present: Mapping[str | None, int],
) -> list[Finding]:
    """What is odd about the numbers of forms; a hidden group is never spoken of."""
    about = About("meeting", str(meeting))
    if 0 < len(forms) < SMALLEST_SHOWN:
        return [Finding("few_evaluations", Severity.INFO, about=about, details={"forms": len(forms)})]
    many = {role: len(group) for role, group in groups.items() if len(group) > present.get(role, 0)}
    return [
        Finding(
            "more_forms_than_present" if role is None else "more_forms_than_present_of_role",
            Severity.WARN,
            about=about,
            details={"forms": many[role], "present": present.get(role, 0)} | ({"role": role} if role else {}),
        )
        for role in many
        if present[None]
    ]


def _opinions(
    meetings: Mapping[int, Sequence[Response]] | Mapping[None, Sequence[Response]], form: Form, people: People
) -> tuple[Opinion, ...]:
    """Open answers per meeting and question, by their text, without names of participants."""
    keys = [question.key for question in form.questions if question.kind == "long_text"]
    written = [
        Opinion(meeting, key, text)
        for meeting, forms in meetings.items()
        for key in keys
        for text in sorted(filter(None, (response.text(key) for response in forms)))
    ]
    if not written:
        return ()
    mask = Mask.of(people.participants.values())
    return tuple(replace(opinion, text=mask(opinion.text)) for opinion in written)


def _join_in(meetings: Mapping[int, Sequence[Response]]) -> dict[int, dict[str, int]]:
    """Per meeting how many gave each of the answers `JOIN_IN`; only meetings where anybody answered."""
    counted = {
        meeting: Counter(response.text("join_in") for response in forms)
        for meeting, forms in meetings.items()
    }
    given = {meeting: {code: counts[code] for code in JOIN_IN} for meeting, counts in counted.items()}
    return {meeting: counts for meeting, counts in given.items() if any(counts.values())}
