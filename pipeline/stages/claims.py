"""The claims: every row that makes somebody a participant, with what it says about them."""

from collections.abc import Collection, Mapping, Sequence

from pipeline.model.responses import Response
from pipeline.stages.codes import ReadCode, near_codes, read_code, read_sentence
from pipeline.stages.people import CLAIM_FORMS, Claim


def _own_name(response: Response, known: Collection[str]) -> tuple[str | None, ReadCode | None, str | None]:
    """The name and the own code that a row gives, and what looks like a code but is none.

    An invitation's code is read as one too. Beside a name only a code that was given counts.
    """
    written = response.as_written("name")
    if code := response.text("code"):
        return written, read_code(code), None
    found = read_code(written) if written else None
    if found or not written:
        return None, found, None
    said = read_sentence(written)
    own = [code for code in said.codes if code.code in known and not code.invitation]
    if own and len({code.code for code in said.codes}) == 1:
        return said.rest or None, own[0], None
    if len(said.slips) == 1 and not said.codes:
        near = near_codes(said.slips[0], known)
        return (
            (said.rest or None) if near else written,
            None,
            said.slips[0] if near or not said.rest else None,
        )
    return written, None, None


def _is_on_the_roster_only(response: Response) -> bool:
    """Whether it is a row the program keeps in the attendance list and nobody ticked: no claim."""
    ticked = any(response.flag(key) for key in response.values if key.startswith("meeting_"))
    return response.form == "attendance_list" and response.text("code") is not None and not ticked


def _claim(response: Response, known: Collection[str]) -> Claim:
    name, code, slip = _own_name(response, known)
    own = code.code if code is not None and not code.invitation else None
    if own in known and "name" in response.ours:
        name = None
    return Claim(
        id=response.id,
        where=response.at(),
        name=response.as_written("name") if own is None and slip is None else name,
        code=own,
        slip=slip,
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
    responses: Mapping[str, Sequence[Response]], known: Collection[str] = frozenset()
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
