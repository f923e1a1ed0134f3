"""The people who may be meant by a name that somebody wrote: why each is possible, and who is likeliest."""

from pipeline.stages.decisions import STILL, Question, plain
from pipeline.stages.doors import CODE
from pipeline.stages.meant import why_meant
from pipeline.stages.people import Claim, Participant
from pipeline.summaries.page import Page, capital
from pipeline.summaries.reasons import because


def written_name(page: Page, question: Question) -> str | None:
    """The name that a question asks about, as far as it may be read where it comes to stand.

    One that may be of somebody without consent stands in `Controle` alone; one that must be, nowhere.
    """
    if not page.quotes:
        return page.withheld.asked(question)
    return None if page.withheld.behind(question) else page.withheld.shown(_written(question))


def is_unnamed(page: Page, question: Question) -> bool:
    """Whether a question asks about a name that may not be read where it comes to stand."""
    return bool(_written(question)) and written_name(page, question) is None


def option(page: Page, code: str) -> str:
    """An answer to choose: `7KQ4M – Fatma Yılmaz`, the code alone without consent, or a decision word.

    One that confirms another says so: `toch 7KQ4M – Fatma Yılmaz`.
    """
    if code in page.words.catalogue.texts["decisions"]:
        return page.words.text("decisions", code)
    if code.startswith(STILL):
        return page.words.text("decisions", STILL, answer=option(page, plain(code)))
    person = page.outcome.people.participants.get(code)
    return f"{code} – {person.shown}" if person and person.shown else code


def candidates(page: Page, question: Question) -> tuple[Participant, ...]:
    """The people who may be chosen, in the order of the answers."""
    participants = page.outcome.people.participants
    return tuple(participants[code] for code in map(plain, question.options) if code in participants)


def why_each(page: Page, question: Question) -> str:
    """Why each of the candidates is possible, in one sentence; "" where there is nothing to tell.

    Beside a name that stands here, no reason tells another's that may not; a reason beside a candidate
    would tell a name that does not stand here.
    """
    found = candidates(page, question)
    if found and is_unnamed(page, question):
        return page.shared("fits_unnamed")
    told: dict[str, list[str]] = {}
    for person in found:
        if said := _why(page, question, person):
            told.setdefault(said, []).append(page.outcome.people.label(person.code))
    if len(told) == 1 and len(found) == sum(map(len, told.values())):
        return f"{capital(*told)}."
    parts = (page.shared("why_who", who=page.listed(who), why=why) for why, who in told.items())
    return f"{'; '.join(parts)}." if told else ""


def likeliest(page: Page, question: Question) -> str | None:
    """The code of the candidate who is likelier than every other, if there is one who may be named.

    Likelier is whom the name fits better, unless it may not be read: whom it fits would tell it. At the
    door, then, who is not there already, and who said they would come.
    """
    written = "" if is_unnamed(page, question) else _written(question)
    likely = {
        person.code: (why_meant(written, person).fit, *_at_the_door(page, question, person))
        for person in (candidates(page, question) if question.code == CODE else ())
    }
    best = max(likely.values(), default=None)
    found = [code for code, how in likely.items() if how == best]
    return found[0] if len(found) == 1 and not page.withheld.keeps(found[0]) else None


def _at_the_door(page: Page, question: Question, person: Participant) -> tuple[bool, ...]:
    """Whether somebody is not there already, and whether they said they would come; () elsewhere."""
    row = claim_asked_about(page, question)
    if row is None or row.meeting is None or question.where is None or question.where.question != "name":
        return ()
    there = page.outcome.presence.present.get(row.meeting, frozenset())
    return person.code not in there, row.meeting in person.expected


def claim_asked_about(page: Page, question: Question) -> Claim | None:
    """The row of somebody who takes part in which the name stands, None where it is of another form."""
    people, response = page.outcome.people, question.subjects[0].rpartition(":")[0]
    code = people.of_claim.get(response)
    claims = people.participants[code].claims if code else ()
    return next((claim for claim in claims if claim.id == response), None)


def writer(page: Page, question: Question) -> str | None:
    """The code of who wrote the name; None where it stands for the writer, or nobody knows who that is."""
    if question.where is None or question.where.question == "name":
        return None
    row = claim_asked_about(page, question)
    if row is not None:
        return page.outcome.people.of_claim[row.id]
    promises = page.outcome.invitations.promises
    return next((promise.by for promise in promises if promise.where == question.where), None)


def _written(question: Question) -> str:
    """The name that a question asks about as it was written, "" where it asks about something else."""
    return str(question.details.get("written") or "") if question.code == CODE else ""


def _why(page: Page, question: Question, person: Participant) -> str:
    """Why one candidate is possible: what agrees, or where the name stands that may not be shown."""
    if not person.shown:
        place = page.place(person.claims[0].where) if person.claims else None
        return page.shared("read_there", where=place.value) if place else ""
    return because(page.words, why_meant(_written(question), person).reasons)
