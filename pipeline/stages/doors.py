"""Who is the name at the door: the questions about rows that fit several people, and their answers."""

from collections.abc import Collection, Iterable, Sequence

from pipeline.model.findings import Where
from pipeline.stages.codes import read_code
from pipeline.stages.decisions import Decisions, Question, confirming, digest, plain, question_id
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
    return f"{response}#{_said(written)}"


def _said(written: str) -> str:
    return digest(unresolved_key(written))


def answer_of(claim: str, decisions: Decisions) -> str | None:
    """What a person answered about this row: a code, `nobody`, `absent`, or None."""
    answer = plain(decisions.of(question_id(CODE, subject(claim))))
    if answer in (NOBODY, ABSENT):
        return answer
    found = read_code(answer)
    return found.code if found else None


def ask(
    about: str,
    where: Where,
    written: str,
    meant: Sequence[str],
    held: str | None,
    decisions: Decisions,
) -> Question:
    """The question who a name is, with the codes of those whom it may mean as it stands there now.

    `held` is the answer of a person that holds, a code as it is now. Where the name was written otherwise
    since, so that the answer does not fit it any more, it is asked again.
    """
    name, now = question_id(CODE, about), _said(written)
    said, answer = decisions.said(name, now), decisions.of(name)
    fits = not meant if held == NOBODY else held in meant
    again = held is not None and said != now and not fits
    people = dict.fromkeys((*meant, *(() if held in (NOBODY, ABSENT, None) else (held,))))
    at_the_door = (where.form, where.question) == ("attendance", "name")
    options = (*people, NOBODY, *((ABSENT,) if at_the_door else ()))
    return Question(
        id=name,
        code=CODE,
        subjects=(about,),
        options=tuple(confirming(answer, one) if again and one == held else one for one in options),
        where=where,
        proposal=meant[0] if len(meant) == 1 else None,
        decision=answer,
        outcome="possible",
        again=again,
        details={"written": written},
        said=said,
    )


def changed(claim: Claim, decisions: Decisions) -> bool:
    """Whether a row's name was written otherwise since a person answered who it is."""
    now = _said(claim.typed)
    return decisions.said(question_id(CODE, subject(claim.id)), now) != now


def answers(claims: Iterable[str], codes: Collection[str], decisions: Decisions) -> dict[str, str]:
    """The answers about rows that still exist, by claim id; a code must be one that was given."""
    found = {claim: answer_of(claim, decisions) for claim in claims} if decisions.answers else {}
    return {
        claim: answer
        for claim, answer in found.items()
        if answer in (NOBODY, ABSENT) or (answer is not None and answer in codes)
    }
