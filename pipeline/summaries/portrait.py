"""Everything that is known about one participant, as far as it may be shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.findings import Where
from pipeline.model.templates import Words
from pipeline.stages.decisions import Question, plain
from pipeline.stages.duplicates import DIFFERENT, MEANING
from pipeline.stages.joined import Joined, why_joined
from pipeline.stages.people import Claim, Participant
from pipeline.stages.run import Outcome
from pipeline.stages.seating import DiscussionTable
from pipeline.summaries.document import person_json
from pipeline.summaries.page import Page
from pipeline.summaries.questions import question_text
from pipeline.summaries.reasons import because, listed

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Portrait:
    """One participant in words: a title, and lines by kind of fact (empty where nothing is known)."""

    title: str
    facts: Mapping[str, tuple[str, ...]]


class Painter:
    """Tells about participants in the words of one language; shows no name or contact without consent."""

    def __init__(self, outcome: Outcome, words: Words) -> None:
        self._outcome = outcome
        self._words = words
        self._pages = {tab: Page(outcome, words, words.catalogue.summaries[tab], told=True) for tab in _TABS}

    def label(self, code: str) -> str:
        """`7KQ4M Fatma Yılmaz`, the code alone where the name may not be shown."""
        shown = self._outcome.people.participants[code].shown
        return f"{code} {shown}" if shown else code

    def line(self, code: str) -> str:
        """The label and where somebody is first named: `7KQ4M · Aanmelding, rij 12`."""
        first = self._joined(self._outcome.people.participants[code])[0]
        return self._said("claim", place=self.label(code), moment=self._place(first.claim.where))

    def portrait(self, code: str) -> Portrait:
        """Everything about one participant, in words."""
        person = self._outcome.people.participants[code]
        return Portrait(self.label(code), {kind: tuple(tell(self, person)) for kind, tell in _TOLD.items()})

    def document(self, code: str) -> Json:
        """The same in codes: the participant of the results document, and more."""
        person, outcome = self._outcome.people.participants[code], self._outcome
        return {
            **person_json(person, outcome),
            "aliases": list(person.aliases),
            "contact": _contact(person) if person.shown else None,
            "joined": [_joined_json(one) for one in self._joined(person)],
            "apart": [other for _, other in self._different(person)],
            "evidence": outcome.invitations.evidence.get(code),
            "decided": [_decided_json(*decided) for decided in self._decided(person)],
            "tables": [
                {"meeting": table.meeting, "table": table.table, "confirmed": table.confirmed}
                for table in self._seated(code)
            ],
            "ideas": [idea.number for idea in outcome.ideas if code in idea.own_thinkers],
            "refused": [
                {"row": row, "sticker": sticker, "reason": reason}
                for row, sticker, reason in self._refused(code)
            ],
            "questions": [question.id for question in self._questions(person)],
        }

    def _roles(self, person: Participant) -> Iterator[str]:
        roles = self._pages["control"].roles(person.code)
        if roles is not None:
            yield str(roles.value)

    def _organisation(self, person: Participant) -> Iterator[str]:
        if person.shown and person.organisation:
            yield person.organisation

    def _consent(self, person: Participant) -> Iterator[str]:
        answer = "withdrawn" if person.withdrawn else _CONSENT[person.consent]
        yield self._pages["participants"].text(f"consent_{answer}")

    def _contacts(self, person: Participant) -> Iterator[str]:
        if person.shown:
            yield from filter(None, (person.phone, person.email, person.postcode))

    def _aliases(self, person: Participant) -> Iterator[str]:
        yield from person.aliases

    def _expected(self, person: Participant) -> Iterator[str]:
        yield from self._meetings(person.expected)

    def _came(self, person: Participant) -> Iterator[str]:
        yield from self._meetings(self._outcome.presence.of(person.code))

    def _claims(self, person: Participant) -> Iterator[str]:
        for one in self._joined(person):
            yield self._claim(one.claim, named=person.shown is not None)
            if why := self._why(one):
                yield f"  {why}"

    def _apart(self, person: Participant) -> Iterator[str]:
        for question, other in self._different(person):
            yield self._said("apart", other=self.label(other), question=question.id)

    def _invited_by(self, person: Participant) -> Iterator[str]:
        invitations = self._outcome.invitations
        inviter = invitations.inviter.get(person.code)
        if inviter is not None:
            how = self._pages["chain"].text(invitations.evidence[person.code])
            if asked := self._decided_inviter(person):
                how = f"{how}; {self._said('decided', question=asked.id)}"
            yield self._said("inviter", who=self.label(inviter), evidence=how)
        for unknown in invitations.unknown:
            if unknown.participant == person.code:
                page = self._pages["control"]
                written = page.withheld.mention(unknown.written, unknown.meant) or page.shared("not_shown")
                yield self._said("inviter_unknown", written=written)

    def _brought(self, person: Participant) -> Iterator[str]:
        for code in self._outcome.invitations.brought.get(person.code, ()):
            asked = self._decided_inviter(self._outcome.people.participants[code])
            yield self._with_question(self.label(code), asked)

    def _tables(self, person: Participant) -> Iterator[str]:
        page = self._pages["control"]
        for table in self._seated(person.code):
            seat = page.shared("table", table=table.table)
            if not table.confirmed:
                seat = self._said("proposal", table=seat)
            yield self._said("seat", meeting=page.meeting(table.meeting), table=seat)

    def _ideas(self, person: Participant) -> Iterator[str]:
        for idea in self._outcome.ideas:
            if person.code in idea.own_thinkers:
                yield self._said("idea", number=idea.number, text=idea.text or "–")

    def _references(self, person: Participant) -> Iterator[str]:
        decided = {Where(where.form, where.row): asked for where, _, asked in self._decided(person)}
        for where in person.references:
            yield self._with_question(self._place(where), decided.get(where))
        for row, sticker, reason in self._refused(person.code):
            told = self._words.text("refusals", reason)
            place = self._place(Where("vote", row))
            yield self._said("refused", place=place, sticker=sticker, reason=told)

    def _asked(self, person: Participant) -> Iterator[str]:
        page = self._pages["control"]
        for question in self._questions(person):
            yield self._said("question", id=question.id, question=question_text(page, question))

    # What these are made of

    def _said(self, name: str, /, **values: object) -> str:
        return self._words.text("person", name, **values)

    def _place(self, where: Where) -> str:
        cell = self._pages["control"].place(where)
        return str(cell.value) if cell else ""

    def _meetings(self, numbers: Sequence[int]) -> Iterator[str]:
        if numbers:
            yield listed(self._words, numbers)

    def _joined(self, person: Participant) -> tuple[Joined, ...]:
        return why_joined(person, self._outcome.questions)

    def _claim(self, claim: Claim, *, named: bool) -> str:
        """`Aanmelding, rij 12 · 02-09-2026 10:00 · “F. Yılmaz”`."""
        told = self._place(claim.where)
        moment = claim.submitted_at.strftime("%d-%m-%Y %H:%M") if claim.submitted_at else ""
        meeting = self._pages["control"].meeting(claim.meeting) if claim.meeting else ""
        if when := " · ".join(filter(None, (meeting, moment))):
            told = self._said("claim", place=told, moment=when)
        if not (named and claim.name):
            return told
        return self._said("named", claim=told, name=self._pages["control"].withheld.own_name(claim.name))

    def _why(self, one: Joined) -> str:
        """Why a claim is this person's, "" for the first."""
        if one.how == "decided":
            return self._said("decided", question=one.question)
        if one.how == "match" and one.other:
            reasons = because(self._words, one.reasons)
            return self._said("match", other=self._place(one.other.where), because=reasons)
        return self._said("code") if one.how == "code" else ""

    def _with_question(self, told: str, asked: Question | None) -> str:
        """What is told, and in answer to which question somebody decided it."""
        return f"{told} ({self._said('decided', question=asked.id)})" if asked else told

    def _decided(self, person: Participant) -> Iterator[tuple[Where, str, Question]]:
        """The names of which somebody decided that they mean this person, or who asked this person to come.

        Where they stand, whom they mean, and in answer to which question that was decided.
        """
        current, inviter = self._outcome.people.current, self._outcome.invitations.inviter.get(person.code)
        own = {(claim.where.form, claim.where.row) for claim in person.claims}
        for question in self._outcome.questions:
            where, chosen = question.where, current.get(plain(question.decision))
            if where is None or chosen is None or chosen not in (person.code, inviter):
                continue
            if chosen == person.code or (where.question in WORDS and (where.form, where.row) in own):
                yield where, chosen, question

    def _decided_inviter(self, guest: Participant) -> Question | None:
        """The question in answer to which somebody decided who asked this guest to come."""
        invitations = self._outcome.invitations
        kind, inviter = invitations.evidence.get(guest.code), invitations.inviter.get(guest.code)
        promised = {one.where for one in invitations.promises if one.by == inviter}
        for where, chosen, question in self._decided(guest):
            if where.question == kind and (chosen == inviter or where in promised):
                return question
        return None

    def _seated(self, code: str) -> list[DiscussionTable]:
        return [table for table in self._outcome.tables if code in table.people]

    def _refused(self, code: str) -> list[tuple[int, int, str]]:
        """Row, column and reason of every sticker of theirs that does not count."""
        rows = {where.row for where, voter in self._outcome.votes.voters.items() if voter == code}
        return [
            (refusal.row, refusal.sticker, refusal.reason)
            for refusal in self._outcome.votes.refused
            if refusal.form == "vote" and refusal.row in rows
        ]

    def _different(self, person: Participant) -> Iterator[tuple[Question, str]]:
        """Whom somebody decided that they are not, and in answer to which question."""
        of_claim = self._outcome.people.of_claim
        for question in self._outcome.questions:
            codes = {of_claim[subject] for subject in question.subjects if subject in of_claim}
            if MEANING.get(question.decision or "") == DIFFERENT and person.code in codes:
                yield from ((question, other) for other in sorted(codes - {person.code}))

    def _questions(self, person: Participant) -> list[Question]:
        """The open questions that are about them."""
        theirs = {claim.id for claim in person.claims}
        return [
            question
            for question in self._outcome.questions
            if question.open and (person.code in question.options or not theirs.isdisjoint(question.subjects))
        ]


WORDS: Final = ("invited_by", "came_with")
"""Where guests say themselves who asked them to come."""

_TABS: Final = ("control", "participants", "chain")
_CONSENT: Final = {None: "unknown", True: "yes", False: "no"}
_TOLD: Final[Mapping[str, Callable[[Painter, Participant], Iterable[str]]]] = {
    "roles": Painter._roles,
    "organisation": Painter._organisation,
    "consent": Painter._consent,
    "contact": Painter._contacts,
    "aliases": Painter._aliases,
    "claims": Painter._claims,
    "apart": Painter._apart,
    "expected": Painter._expected,
    "came": Painter._came,
    "invited_by": Painter._invited_by,
    "brought": Painter._brought,
    "tables": Painter._tables,
    "ideas": Painter._ideas,
    "references": Painter._references,
    "questions": Painter._asked,
}
"""The kinds of facts, in the order in which they are told."""


def _contact(person: Participant) -> Json:
    return {"email": person.email, "phone": person.phone, "postcode": person.postcode}


def _decided_json(where: Where, meant: str, asked: Question) -> Json:
    place = {"form": where.form, "row": where.row, "asked": where.question}
    return {**place, "meant": meant, "question": asked.id}


def _joined_json(one: Joined) -> Json:
    other = one.other
    return {
        "form": one.claim.where.form,
        "row": one.claim.where.row,
        "how": one.how,
        "with": {"form": other.where.form, "row": other.where.row} if other else None,
        "because": list(one.reasons),
        "question": one.question,
    }
