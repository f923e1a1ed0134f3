"""Claims that are one person become one participant, with a code for life."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.memory import GivenCode
from pipeline.stages.people import Claim, People


@dataclass(frozen=True, slots=True)
class Merged:
    """The participants, the codes to remember, what to ask, what was noticed."""

    people: People
    codes: tuple[GivenCode, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def collect(responses: Mapping[str, Sequence[Response]]) -> tuple[Claim, ...]:
    """The claims of sign-ups, attendance, the attendance list and the team."""
    raise NotImplementedError


def merge(
    responses: Mapping[str, Sequence[Response]],
    decisions: Decisions,
    given: Sequence[GivenCode],
    withdrawn: frozenset[str],
    settings: Settings,
) -> Merged:
    """Work out who is who.

    `withdrawn` holds the codes whose consent a person took back in `Deelnemers`.
    """
    raise NotImplementedError
