"""What a question compares, side by side: claims of people, ideas, or the people who may be meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.stages.decisions import Question
from pipeline.stages.people import Claim
from pipeline.summaries.page import Page


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things a question compares; `facts` are (what, how it reads), alike on every side."""

    title: str
    facts: tuple[tuple[str, str], ...]


def sides(page: Page, question: Question) -> tuple[Side, ...]:
    """What there is to compare: two claims, two or more ideas, or the people who may be meant."""
    return (*claim_sides(page, question), *_other_sides(page, question))


def claim_sides(page: Page, question: Question) -> tuple[Side, ...]:
    """The claims that may be one person's, none where a question is about something else.

    Without consent there is no name and no contact: the row that is named has them.
    """
    if question.code == "who_is":
        return ()
    claims = {claim.id: claim for claim in _claims(page, question.subjects)}
    return tuple(_claim_side(page, claims[one]) for one in question.subjects if one in claims)


def _other_sides(page: Page, question: Question) -> Iterator[Side]:
    for subject in question.subjects:
        kind, _, number = subject.partition(":")
        if kind == "idea" and number.isdigit():
            yield from _idea_sides(page, int(number))
    for code in question.options:
        if code in page.outcome.people.participants:
            yield _person_side(page, code)


def _claims(page: Page, subjects: Sequence[str]) -> Iterator[Claim]:
    people = page.outcome.people
    for code in {people.of_claim[subject] for subject in subjects if subject in people.of_claim}:
        yield from people.participants[code].claims


def _claim_side(page: Page, claim: Claim) -> Side:
    person = page.outcome.people.participants[page.outcome.people.of_claim[claim.id]]
    known = claim if person.shown else None
    place = page.place(claim.where)
    return Side(
        page.withheld.own_name(known.name) if known and known.name else person.code,
        (
            ("place", str(place.value) if place else ""),
            ("moment", claim.submitted_at.strftime("%d-%m-%Y %H:%M") if claim.submitted_at else ""),
            ("roles", page.options("signup", "role", claim.roles)),
            ("organisation", (known and known.organisation) or ""),
            ("phone", (known and known.phone) or ""),
            ("email", (known and known.email) or ""),
            ("postcode", (known and known.postcode) or ""),
            ("invited_by", _inviter(page, person.code) if known else ""),
            ("meeting", page.meeting(claim.meeting) if claim.meeting else ""),
            ("came", page.listed(page.outcome.presence.of(person.code))),
        ),
    )


def _inviter(page: Page, guest: str) -> str:
    """Who invited a guest, as far as that is known: what was written may name whom nobody may name."""
    inviter = page.outcome.invitations.inviter.get(guest)
    return page.outcome.people.label(inviter) if inviter else ""


def _person_side(page: Page, code: str) -> Side:
    person = page.outcome.people.participants[code]
    known = person if person.shown else None
    return Side(
        person.shown or code,
        (
            ("roles", page.options("signup", "role", person.roles)),
            ("organisation", (known and known.organisation) or ""),
            ("phone", (known and known.phone) or ""),
            ("email", (known and known.email) or ""),
            ("postcode", (known and known.postcode) or ""),
            ("came", page.listed(page.outcome.presence.of(code))),
        ),
    )


def _idea_sides(page: Page, number: int) -> Iterator[Side]:
    for idea in page.outcome.ideas:
        if idea.number == number:
            table = page.shared("table", table=idea.group) if idea.group else ""
            facts = (("idea", idea.text or ""), ("explanation", idea.explanation or ""), ("table", table))
            yield Side(page.shared("idea", number=number), facts)
