"""What people thought: per meeting, statement and role, small groups hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.model.templates import Form
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People


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
    """All scores (sorted by meeting, question order, total first, roles in order), open answers, who joins in."""

    scores: tuple[Score, ...]
    opinions: tuple[Opinion, ...]
    join_in: Mapping[int, Mapping[str, int]]


def evaluate(
    responses: Sequence[Response], form: Form, presence: Presence, people: People, settings: Settings
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The participants' evaluation."""
    raise NotImplementedError


def evaluate_team(
    responses: Sequence[Response], form: Form, people: People
) -> tuple[Evaluation, tuple[Finding, ...]]:
    """The team's own evaluation: scores without meeting and role."""
    raise NotImplementedError
