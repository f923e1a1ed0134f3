"""Who is the name at the door: the questions about rows that fit several people, and their answers."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b

from pipeline.model.findings import Where
from pipeline.stages.codes import read_code
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.people import Claim
from pipeline.stages.unresolved import unresolved_key

CODE = "who_is"
NOBODY = "nobody"
ABSENT = "absent"


def subject(response: str, question: str = "name") -> str:
    """What a question about a mention is about: the response (and which name in it), and the column."""
    return f"{response}:{question}"


def name_among(response: str, written: str) -> str:
    """One of several names in a cell: wherever it comes to stand there, but no other name in its place."""
    return f"{response}#{blake2b(unresolved_key(written).encode(), digest_size=3).hexdigest()}"


def answer_of(claim: str, decisions: Decisions) -> str | None:
    """What a person answered about this row: a code, `nobody`, `absent`, or None."""
    answer = decisions.of(question_id(CODE, subject(claim)))
    if answer in (NOBODY, ABSENT, None):
        return answer
    found = read_code(answer)
    return found.code if found else None


def ask(claim: Claim, candidates: Sequence[str], decisions: Decisions) -> Question:
    """The question who a row's name is, with the codes of those it may be."""
    name = question_id(CODE, subject(claim.id))
    absent = (ABSENT,) if claim.where.form == "attendance" else ()
    return Question(
        id=name,
        code=CODE,
        subjects=(subject(claim.id),),
        options=(*candidates, NOBODY, *absent),
        where=Where(claim.where.form, claim.where.row, "name"),
        proposal=candidates[0] if len(candidates) == 1 else None,
        decision=decisions.of(name),
        outcome="possible",
        details={"written": claim.typed},
    )


def answers(claims: Iterable[str], codes: Collection[str], decisions: Decisions) -> dict[str, str]:
    """The answers about rows that still exist, by claim id; a code must be one that was given."""
    found = {claim: answer_of(claim, decisions) for claim in claims} if decisions.answers else {}
    return {
        claim: answer
        for claim, answer in found.items()
        if answer in (NOBODY, ABSENT) or (answer is not None and answer in codes)
    }
