"""What a question compares, side by side: rows, ideas, or a name and the people who may be meant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.stages import doors
from pipeline.stages.decisions import Question
from pipeline.stages.normalise import postcode_key
from pipeline.stages.people import Claim, Participant
from pipeline.summaries.page import Page
from pipeline.summaries.rows import row_name, rows_of
from pipeline.summaries.whom import candidates, claim_asked_about, option, writer, written_name

_FACTS = ("written", "place", "moment", "roles", "organisation", "area", "invited_by", "meeting", "came")
"""What is told of a name and of the people who may be meant, in order."""

AREA = 4
"""So many signs of a postcode tell namesakes of two parts of town apart, and say no more."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things a question compares; `facts` are (what, how it reads), alike on every side."""

    title: str
    facts: tuple[tuple[str, str], ...]


def sides(page: Page, question: Question) -> tuple[Side, ...]:
    """What there is to compare: two rows, two or more ideas, or a name and the people who may be meant."""
    if question.code == doors.CODE:
        return name_sides(page, question)
    return (*claim_sides(page, question), *_ideas(page, question))


def claim_sides(page: Page, question: Question) -> tuple[Side, ...]:
    """The rows that may be one person's, none where a question is about something else.

    Each says what that row says, and to which meetings its person came as long as these are two people.
    Where one may not be named there is no name and no contact on either side: the rows have them.
    """
    rows = rows_of(page, question)
    apart = len({page.outcome.people.of_claim[row.id] for row in rows}) == len(rows)
    named = not page.withheld.beside(question)
    return tuple(_claim_side(page, row, named=named, apart=apart) for row in rows)


def name_sides(page: Page, question: Question) -> tuple[Side, ...]:
    """The row in which a name stands, then everybody who may be meant, with what tells them apart."""
    people = candidates(page, question)
    if not people:
        return ()
    return (_name_side(page, question), *_candidate_sides(page, people))


def _claim_side(page: Page, claim: Claim, *, named: bool, apart: bool) -> Side:
    person = page.outcome.people.participants[page.outcome.people.of_claim[claim.id]]
    place = _place(page, claim)
    title = row_name(page, claim) if named and (apart or person.shown) else place
    known = claim if named and person.shown else Claim(claim.id, claim.where)
    return Side(
        title,
        (
            ("place", place if place != title else ""),
            ("moment", _moment(claim)),
            ("roles", page.options("signup", "role", claim.roles)),
            ("organisation", known.organisation or ""),
            ("phone", known.phone or ""),
            ("email", known.email or ""),
            ("postcode", known.postcode or ""),
            ("invited_by", _inviter(page, known)),
            ("meeting", page.meeting(claim.meeting) if claim.meeting else ""),
            ("came", page.listed(page.outcome.presence.of(person.code)) if apart else ""),
        ),
    )


def _place(page: Page, claim: Claim) -> str:
    place = page.place(claim.where)
    return str(place.value) if place else ""


def _moment(claim: Claim) -> str:
    return claim.submitted_at.strftime("%d-%m-%Y %H:%M") if claim.submitted_at else ""


def _inviter(page: Page, claim: Claim) -> str:
    """Whom this row names as who invited, if it is known who that is: as written, it may name anybody."""
    found = page.outcome.invitations.said.get(doors.subject(claim.id, "invited_by"))
    known = found.participant if found and claim.invited_by else None
    return page.outcome.people.label(known) if known else ""


def _name_side(page: Page, question: Question) -> Side:
    """The row in which a name stands: who wrote what there, and when; who did may be nobody's name."""
    place, by = page.place(question.where), writer(page, question)
    where = str(place.value) if place else ""
    person, row = page.outcome.people.participants.get(by or ""), claim_asked_about(page, question)
    facts = _about(page, person) if person else {}
    facts["written"] = written_name(page, question) or ""
    if person:
        facts["place"] = where
    elif row:
        facts["moment"] = _moment(row)
        facts["roles"] = page.options("signup", "role", row.roles)
        facts["meeting"] = page.meeting(row.meeting) if row.meeting else ""
    return Side(page.outcome.people.label(by) if by else where, _ordered(facts))


def _candidate_sides(page: Page, people: Sequence[Participant]) -> Iterator[Side]:
    """Those who may be meant, with what tells them apart; where it stands, of who may not be named.

    So it is of namesakes: their rows have what is not told here.
    """
    names = [person.shown for person in people]
    known = [_about(page, person) for person in people]
    alike = {fact for fact in known[0] if len({facts[fact] for facts in known}) == 1 < len(known)}
    for person, facts in zip(people, known, strict=True):
        telling = {fact: said for fact, said in facts.items() if fact not in alike}
        if person.claims and (not person.shown or names.count(person.shown) > 1):
            telling["place"] = _place(page, person.claims[0])
        yield Side(option(page, person.code), _ordered(telling))


def _about(page: Page, person: Participant) -> dict[str, str]:
    """What tells somebody from a namesake, without contacts: no more of a postcode than the part of town."""
    known = person if person.shown else None
    inviter = page.outcome.invitations.inviter.get(person.code)
    return {
        "roles": page.options("signup", "role", person.roles),
        "organisation": (known and known.organisation) or "",
        "area": (postcode_key((known and known.postcode) or "") or "")[:AREA],
        "invited_by": page.outcome.people.label(inviter) if inviter else "",
        "came": page.listed(page.outcome.presence.of(person.code)),
    }


def _ordered(facts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """All facts in one order, "" where nothing is known."""
    return tuple((fact, facts.get(fact, "")) for fact in _FACTS)


def _ideas(page: Page, question: Question) -> Iterator[Side]:
    for subject in question.subjects:
        kind, _, number = subject.partition(":")
        if kind == "idea" and number.isdigit():
            yield from _idea_sides(page, int(number))


def _idea_sides(page: Page, number: int) -> Iterator[Side]:
    for idea in page.outcome.ideas:
        if idea.number == number:
            table = page.shared("table", table=idea.group) if idea.group else ""
            facts = (("idea", idea.text or ""), ("explanation", idea.explanation or ""), ("table", table))
            yield Side(page.shared("idea", number=number), facts)
