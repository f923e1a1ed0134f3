"""A directory for tests: it knows people by the exact words it was given."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.model.findings import Where
from pipeline.stages.decisions import Question, question_id
from pipeline.stages.people import Claim, Participant, People
from pipeline.stages.resolve import Resolved, narrowed

NOBODY = ("niemand", "flyer")


class Registry:
    """Finds codes by what is written: the code itself, `U-` and the code, or a name out of `names`.

    A name may stand for several codes; `likely` then breaks the draw when it leaves one of them.
    An answer out of `answers` (by mention) goes before everything else.
    """

    def __init__(
        self, codes: Iterable[str] = (), answers: Mapping[str, str] | None = None, **names: str
    ) -> None:
        self.names = {name: tuple(fitting.split()) for name, fitting in names.items()}
        self.codes = {*codes, *(code for fitting in self.names.values() for code in fitting)}
        self.answers = answers or {}

    def find(
        self,
        written: str,
        where: Where,
        response: str,
        *,
        likely: Sequence[frozenset[str]] = (),
        family: frozenset[str] = frozenset(),
        never: frozenset[str] = frozenset(),
        ask: bool = True,
    ) -> Resolved:
        code = written.removeprefix("U-")
        if code in self.codes:
            return Resolved(written, code, by_code=True, by_invitation=written != code)
        if written in NOBODY:
            return Resolved(written, none=True)
        fitting = tuple(code for code in self.names.get(written, ()) if code not in never)
        there = tuple(sorted(narrowed(set(fitting), likely)))
        subject = f"{response}:{where.question}"
        answer = self.answers.get(subject)
        if answer is None and len(there) == 1:
            return Resolved(written, there[0])
        if answer is None and not fitting:
            return Resolved(written)
        name = question_id("who_is", subject)
        asked = Question(name, "who_is", (subject,), (*fitting, "nobody"), where=where, decision=answer)
        chosen = answer if answer in self.codes else None
        return Resolved(written, chosen, () if answer else fitting, question=asked if ask else None)


def people(*participants: Participant) -> People:
    """These participants, in this order, with their claims."""
    return People(
        {person.code: person for person in participants},
        {claim.id: person.code for person in participants for claim in person.claims},
    )


def claim(
    form: str,
    row: int,
    *,
    meeting: int | None = None,
    invited_by: str | None = None,
    companion: str | None = None,
) -> Claim:
    """A claim whose response has the id `form:row`."""
    return Claim(
        f"{form}:{row}", Where(form, row), meeting=meeting, invited_by=invited_by, companion=companion
    )


def person(
    code: str, *claims: Claim, roles: str = "", expected: tuple[int, ...] = (), team: bool = False
) -> Participant:
    """A participant who bears their code as a name; `roles` are separated by spaces."""
    return Participant(code, code, roles=tuple(roles.split()), expected=expected, team=team, claims=claims)
