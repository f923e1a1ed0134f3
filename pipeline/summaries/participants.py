"""`Deelnemers`: one row per person, and the short lists that follow from it."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.model.findings import Where
from pipeline.model.tab import Cell, Scalar, Tab
from pipeline.stages import doors
from pipeline.stages.people import Participant
from pipeline.summaries.page import Page, Record

TELLERS = ("yes", "maybe")
NOTHING = "nothing"


def participants(page: Page) -> Tab:
    """Everybody; whom to ask for consent; storytellers; whom to thank; meals and needs."""
    people = page.outcome.people.participants.values()
    unknown = frozenset(unknown.participant for unknown in page.outcome.invitations.unknown)
    absent = _absent(page)
    meetings = [(str(number), str(number)) for number in page.outcome.settings.numbers]
    return page.tab(
        page.table("people", (_person(page, person, unknown) for person in people), filtered=True),
        page.table("ask", (_ask(page, person) for person in people if _unasked(person, absent))),
        page.table("storytellers", _storytellers(page)),
        page.table("thanks", (_thank(page, person) for person in people if person.keep_informed)),
        page.table("care", _care(page), spread={"meeting": meetings}),
        page.table("care_people", _care_people(page)),
    )


def _person(page: Page, person: Participant, unknown: frozenset[str]) -> Record:
    invitations = page.outcome.invitations
    inviter = page.person(invitations.inviter.get(person.code))
    if inviter is None and person.code in unknown:
        inviter = page.mark("unknown_inviter", "muted")
    return Record(
        {
            "code": person.code,
            "name": person.shown,
            "roles": page.roles(person.code),
            "organisation": person.organisation if person.shown else None,
            "expected": _numbers(person.expected),
            "present": _numbers(page.outcome.presence.of(person.code)),
            "invited_by": inviter,
            "generation": invitations.generation.get(person.code),
            "brought": len(invitations.brought.get(person.code, ())) or None,
            "consent": _consent(page, person),
        }
    )


def _consent(page: Page, person: Participant) -> Cell:
    if person.withdrawn:
        return page.mark("consent_withdrawn", "bad")
    if person.consent is None:
        return page.mark("consent_unknown", "warn")
    return page.mark("consent_yes", "good") if person.consent else page.mark("consent_no", "bad")


def _absent(page: Page) -> frozenset[str]:
    """The subjects of questions about rows at the door that somebody answered with: was not there."""
    told = (question for question in page.outcome.questions if question.code == doors.CODE)
    return frozenset(question.subjects[0] for question in told if question.decision == doors.ABSENT)


def _unasked(person: Participant, absent: frozenset[str]) -> bool:
    """Whether consent can still be asked of somebody; of who never came, nor signed up, it cannot."""
    if person.consent is not None or person.withdrawn:
        return False
    return any(doors.subject(claim.id) not in absent for claim in person.claims)


def _ask(page: Page, person: Participant) -> Record:
    return Record(
        {
            "code": person.code,
            "present": _numbers(page.outcome.presence.of(person.code)),
            "where": page.place(_found(person)),
        }
    )


def _storytellers(page: Page) -> Iterator[Record]:
    """Those who said yes before those who said maybe."""
    for answer in TELLERS:
        for person in page.outcome.people.participants.values():
            if person.storyteller == answer:
                wording = page.words.option("signup", "storyteller", answer)
                yield Record({"code": person.code, "who": person.shown, "answer": wording})


def _thank(page: Page, person: Participant) -> Record:
    return Record({"code": person.code, "who": person.shown, "where": page.place(_found(person))})


def _found(person: Participant) -> Where | None:
    """The row that tells most about somebody: their latest sign-up, else where they are first named."""
    signups = [claim.where for claim in person.claims if claim.where.form == "signup"]
    places = signups[-1:] or [claim.where for claim in person.claims]
    return next(iter(places), None)


def _care(page: Page) -> Iterator[Record]:
    care = page.outcome.care
    for question, counts in (("meal", care.meals), ("needs", care.needs)):
        for code in _mentioned(page, question, counts.values()):
            cells: dict[str, Cell | Scalar] = {
                f"meeting_{meeting}": numbers.get(code) for meeting, numbers in counts.items()
            }
            wording = page.words.option("signup", question, code)
            yield Record({"kind": page.text(question), "what": wording, **cells})


def _mentioned(page: Page, question: str, counts: Iterable[Mapping[str, int]]) -> list[str]:
    """The wishes that somebody has, in the order of the options."""
    wished = {code for numbers in counts for code in numbers} - {NOTHING}
    return [code for code, _ in page.named("signup", question) if code in wished]


def _care_people(page: Page) -> Iterator[Record]:
    """Who needs what, own answers too: those are counted nowhere, for they might tell whose they are."""
    for person in page.outcome.people.participants.values():
        wishes = {
            question: page.options("signup", question, (code for code in codes if code != NOTHING))
            for question, codes in (("meal", person.meal), ("needs", person.needs))
        }
        wishes["own"] = "; ".join(person.own_wishes)
        if any(wishes.values()):
            expected = _numbers(person.expected)
            yield Record({"code": person.code, "who": person.shown, **wishes, "expected": expected})


def _numbers(meetings: Iterable[int]) -> str | None:
    return ", ".join(map(str, meetings)) or None
