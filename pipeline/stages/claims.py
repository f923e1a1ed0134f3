"""The claims: every row that makes somebody a participant, with what it says about them."""

from collections.abc import Container, Mapping, Sequence

from pipeline.model.responses import Response
from pipeline.stages.codes import ReadCode, read_code
from pipeline.stages.people import CLAIM_FORMS, Claim


def _own_name(response: Response) -> tuple[str | None, ReadCode | None]:
    """The name and the own code that a row gives; an invitation's code is read as one too."""
    written = response.as_written("name")
    if code := response.text("code"):
        return written, read_code(code)
    found = read_code(written) if written else None
    return (written, None) if found is None else (None, found)


def _is_on_the_roster_only(response: Response) -> bool:
    """Whether it is a row the program keeps in the attendance list and nobody ticked: no claim."""
    ticked = any(response.flag(key) for key in response.values if key.startswith("meeting_"))
    return response.form == "attendance_list" and response.text("code") is not None and not ticked


def _claim(response: Response, known: Container[str]) -> Claim:
    name, code = _own_name(response)
    own = code.code if code is not None and not code.invitation else None
    if own in known and "name" in response.ours:
        name = None
    return Claim(
        id=response.id,
        where=response.at(),
        name=response.as_written("name") if own is None else name,
        code=own,
        email=response.text("email"),
        phone=response.text("phone"),
        postcode=response.text("postcode"),
        organisation=response.text("organisation"),
        roles=response.many("role"),
        meeting=response.number("meeting"),
        submitted_at=response.submitted_at,
        invited_by=response.as_written("invited_by"),
        companion=response.as_written("came_with"),
    )


def collect(
    responses: Mapping[str, Sequence[Response]], known: Container[str] = frozenset()
) -> tuple[Claim, ...]:
    """The claims of sign-ups, attendance, the attendance list and the team, in that order, by row.

    The name that the program itself wrote beside one of its `known` codes is nobody's word.
    """
    return tuple(
        _claim(response, known)
        for form in CLAIM_FORMS
        for response in responses.get(form, ())
        if not _is_on_the_roster_only(response)
    )


def is_guest_code(claim: Claim) -> bool:
    """Whether an invitation's code stands where the person's own name belongs: `guest of …`."""
    found = read_code(claim.name) if claim.name else None
    return found is not None and found.invitation


def first_claim_order(claim: Claim) -> tuple[object, ...]:
    """Sort key of the order in which people came: by time, undated last, then by content, never by row."""
    at = claim.submitted_at
    return (
        at is None,
        at.isoformat() if at else "",
        CLAIM_FORMS.index(claim.where.form),
        claim.meeting or 0,
        claim.name or claim.code or "",
        claim.email or "",
        claim.phone or "",
        claim.id,
    )
