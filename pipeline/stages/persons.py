"""What all claims of one person say together."""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from pipeline.model.responses import Response
from pipeline.model.settings import ROLES
from pipeline.stages.names import read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import Claim, Participant
from pipeline.stages.shown_names import tidy

T = TypeVar("T")


def _age(response: Response) -> tuple[datetime, str]:
    """Sort key from the earliest to the latest answer; an undated one counts as the earliest."""
    return (response.submitted_at or datetime.min, response.id)


def latest(newest_first: Sequence[Response], read: Callable[[Response], T | None]) -> T | None:
    """The latest answer that is not empty."""
    for response in newest_first:
        answer = read(response)
        if answer not in (None, (), ""):
            return answer
    return None


def consent(responses: Sequence[Response]) -> bool | None:
    """Whether this person may be shown: the latest dated answer holds; doubt is no.

    None where nobody answered, or where the answer that holds is neither yes nor no.
    """
    answers = [
        (response.submitted_at, response.flag("consent"))
        for response in responses
        if response.flag("consent") is not None or response.written.get("consent")
    ]
    said = {answer for _, answer in answers}
    if len(said) > 1:
        if any(at is None for at, _ in answers):
            return False
        last = max(at for at, _ in answers if at is not None)
        said = {answer for at, answer in answers if at == last}
    return False if len(said) > 1 else next(iter(said), None)


def shown_name(claims: Sequence[Claim]) -> str:
    """The name that is written out best; "" where nobody wrote one.

    First a name with its first name written out (`Fatma Yılmaz`, not `F. Yilmaz-de Boer`), then the spelling
    most claims share (capitals and accents make no other), mixed case, accents, the longest, the earliest.
    """
    written = [(tidy(claim.name), claim) for claim in claims if claim.name]
    if len(written) == 1:
        return written[0][0]
    shared = Counter(fold(name) for name, _ in written)

    def preference(entry: tuple[str, Claim]) -> tuple[object, ...]:
        name, claim = entry
        plain = name in (name.upper(), name.lower())
        undated = claim.submitted_at is None
        return (
            bool(read_name(name).related),
            not read_name(name).full,
            -shared[fold(name)],
            plain,
            name.isascii(),
            -len(name),
            undated,
            claim.submitted_at or datetime.min,
            name,
        )

    return min(written, key=preference)[0] if written else ""


def _expected(responses: Sequence[Response], meetings: Container[int]) -> tuple[int, ...]:
    said = {int(code) for response in responses for code in response.many("meetings")}
    return tuple(sorted(number for number in said if number in meetings))


def describe(
    codes: Sequence[str],
    claims: Sequence[Claim],
    responses: Mapping[str, Response],
    withdrawn: frozenset[str],
    meetings: Container[int],
) -> Participant:
    """One participant out of their claims; `codes` holds their own code first, then the aliases."""
    rows = sorted((responses[claim.id] for claim in claims), key=_age, reverse=True)
    roles = {role for claim in claims for role in claim.roles}
    own = latest(rows, lambda row: row.own.get("meal", ()) + row.own.get("needs", ()))
    return Participant(
        code=codes[0],
        name=shown_name(claims),
        aliases=tuple(codes[1:]),
        roles=tuple(role for role in ROLES if role in roles),
        organisation=latest(rows, lambda row: row.text("organisation")),
        email=latest(rows, lambda row: row.text("email")),
        phone=latest(rows, lambda row: row.text("phone")),
        postcode=latest(rows, lambda row: row.text("postcode")),
        consent=consent(rows),
        withdrawn=not withdrawn.isdisjoint(codes),
        name_shown=latest(rows, lambda row: row.flag("name_shown")),
        keep_informed=latest(rows, lambda row: row.flag("keep_informed")),
        storyteller=latest(rows, lambda row: row.text("storyteller")),
        meal=latest(rows, lambda row: row.many("meal")) or (),
        needs=latest(rows, lambda row: row.many("needs")) or (),
        own_wishes=own or (),
        expected=_expected(rows, meetings),
        team=any(claim.where.form == "team" for claim in claims),
        claims=tuple(sorted(claims, key=lambda claim: claim.where)),
    )
