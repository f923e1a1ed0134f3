"""Why the claims of a participant are of one person."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.stages import doors
from pipeline.stages.claims import first_claim_order
from pipeline.stages.decisions import Question, plain
from pipeline.stages.duplicates import MEANING, SAME
from pipeline.stages.match import judge_claims
from pipeline.stages.people import Claim, Participant

How = Literal["first", "code", "decided", "match"]


@dataclass(frozen=True, slots=True)
class Joined:
    """How one claim came to its participant.

    `first` of all; by a `code` that it gives; `decided` by a person, in answer to `question`; or by a `match`
    with `other`, for `reasons`, which are worded in `sheet_templates/texts/reasons.toml`.
    """

    claim: Claim
    how: How
    other: Claim | None = None
    reasons: tuple[str, ...] = ()
    question: str | None = None


def why_joined(person: Participant, questions: Iterable[Question]) -> tuple[Joined, ...]:
    """Every claim of a participant with how it came there, in the order in which they were made."""
    claims = sorted(person.claims, key=first_claim_order)
    codes = {person.code, *person.aliases}
    asked = list(questions)
    return tuple(_joined(claim, claims, codes, asked) for claim in claims)


def _joined(
    claim: Claim, claims: Sequence[Claim], codes: Collection[str], questions: Sequence[Question]
) -> Joined:
    theirs = {claim.id, doors.subject(claim.id)}
    about = [one for one in questions if not (one.lapsed or theirs.isdisjoint(one.subjects))]
    for question in about:
        if MEANING.get(question.decision or "") == SAME or plain(question.decision) in codes:
            others = [one for one in claims if one.id in question.subjects and one is not claim]
            return Joined(claim, "decided", next(iter(others), None), question.reasons, question.id)
    if claim is claims[0]:
        return Joined(claim, "first")
    if claim.code in codes:
        return Joined(claim, "code")
    earlier = claims[: claims.index(claim)]
    for question in about:
        for other in earlier:
            if question.settled and other.id in question.subjects:
                return Joined(claim, "match", other, question.reasons, question.id)
    _score, reasons, other = max(
        (
            (score, reasons, other)
            for other in earlier
            for _outcome, score, reasons in (judge_claims(claim, other),)
        ),
        key=lambda found: found[0],
    )
    return Joined(claim, "match", other, reasons)
