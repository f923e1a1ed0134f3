"""The circle of people: who they are, who was there, who brought whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages import doors
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.invitations import Invitations, invite
from pipeline.stages.masking import without_others
from pipeline.stages.meetings import Presence, presence
from pipeline.stages.memory import GivenCode
from pipeline.stages.merge import Merged, merge
from pipeline.stages.people import People
from pipeline.stages.resolve import Directory


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody, with the codes to remember, what to ask and what was noticed on the way."""

    people: People
    directory: Directory
    presence: Presence
    invitations: Invitations
    codes: tuple[GivenCode, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def draw_circle(
    responses: Mapping[str, Sequence[Response]],
    decisions: Decisions,
    given: Sequence[GivenCode],
    withdrawn: frozenset[str],
    no_inviter: tuple[str, ...],
    settings: Settings,
) -> Circle:
    """Work out the circle; `given` and `withdrawn` as for `merge`, `no_inviter` as for `Directory`."""
    merged = merge(responses, decisions, given, withdrawn, settings)
    directory = Directory(merged.people, decisions, no_inviter, _unsure(merged))
    present, absences = presence(responses, merged.people, decisions, settings)
    invitations, questions, doubts = invite(responses, merged.people, present, directory)
    return Circle(
        people=without_others(merged.people),
        directory=directory,
        presence=present,
        invitations=invitations,
        codes=merged.codes,
        questions=(*merged.questions, *questions),
        findings=(*merged.findings, *absences, *doubts),
    )


def _unsure(merged: Merged) -> frozenset[str]:
    """The codes of those who are no more than a name at the door that is asked about."""
    asked = {subject for one in merged.questions if one.open for subject in one.subjects}
    participants = merged.people.participants.values()
    return frozenset(
        person.code
        for person in participants
        if all(doors.subject(claim.id) in asked for claim in person.claims)
    )
