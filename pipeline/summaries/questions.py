"""What the program asks a person, in words."""

from collections.abc import Mapping

from pipeline.model.findings import Detail
from pipeline.stages.decisions import LATER, STILL, Question, plain
from pipeline.summaries.page import Page, capital
from pipeline.summaries.reasons import because

MERGED = "merged_by_itself"
"""How a question is worded that the program settled itself."""

AGAIN = {"possible_duplicate": "asked_again", "who_is": "asked_again_who_is"}
"""How a question is worded that was answered before what it is about was changed."""

LONGEST = 120
"""The most signs of a text within a question."""

UNKNOWN = "…"
"""Stands for what a question no longer knows, such as a row that was deleted."""


class _Known(dict[str, object]):
    """What a wording is filled with; what is not known shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return UNKNOWN


def filled(wording: str, known: Mapping[str, object]) -> str:
    """A wording with what is known filled in."""
    return wording.format_map(_Known(known))


def in_order(page: Page) -> list[Question]:
    """All questions: as they stand in `Controle`, perhaps sorted by somebody; new ones after them.

    Among the new ones those that need no answer come last.
    """
    stood = {key: place for place, key in enumerate(page.outcome.kept.order.get("control", ()))}
    new = len(stood)
    return sorted(page.outcome.questions, key=lambda one: (stood.get(one.id, new), one.settled))


def choices(question: Question) -> tuple[str, ...]:
    """The answers to choose from; an answer that holds until somebody looks is not put aside."""
    return tuple(dict.fromkeys((*question.options, *(() if question.again else (LATER,)))))


def question_text(page: Page, question: Question) -> str:
    """The question itself, without any name that may not be shown."""
    key = MERGED if question.settled else AGAIN[question.code] if question.again else question.code
    wording = _wording(page, "questions", key)
    return filled(wording, _known(page, question))


def short_question(page: Page, question: Question) -> str:
    """The question in a few words: `Wie is ‘Jan’?`."""
    return filled(_wording(page, "short", question.code), _known(page, question))


def short_subject(page: Page, question: Question) -> str:
    """Who or what it is about: `Jan Boer / Jan Boer (dezelfde postcode)`; the names speak for themselves."""
    wording = _wording(page, "short", f"{question.code}_about")
    place = page.place(question.where)
    said = because(page.words, [reason for reason in question.reasons if not reason.endswith("name")])
    about = filled(wording, _known(page, question) | {"where": place.value if place else UNKNOWN})
    return f"{about} ({said})" if said else about


def _wording(page: Page, group: str, key: str) -> str:
    return page.words.catalogue.texts[group][key][page.words.language]


def _known(page: Page, question: Question) -> dict[str, object]:
    """What the wording of a question is filled with, long texts cut."""
    first, second = (*question.subjects, UNKNOWN, UNKNOWN)[:2]
    named: dict[str, object] = {"first": _subject(page, first), "second": _subject(page, second)}
    if asked := page.asked(question.where):
        named["asked"] = asked.partition(" (")[0]
    if question.again:
        named["answer"] = option(page, question.decision or "")
        named["still"] = option(page, STILL + (question.decision or ""))
    named |= worded(page, question.details)
    if page.withheld.behind(question):
        named["written"] = page.shared("not_shown")
    return {name: _brief(value) for name, value in named.items()}


def _brief(value: object) -> object:
    return f"{value[:LONGEST]} …" if isinstance(value, str) and len(value) > LONGEST else value


def proposal(page: Page, question: Question) -> str | None:
    """What the program would answer itself."""
    return None if question.proposal is None else option(page, question.proposal)


def reasons(page: Page, question: Question) -> str:
    """Why the program asks, in one sentence: what agrees, then what speaks against it."""
    said = because(page.words, question.reasons)
    return f"{capital(said)}." if said else ""


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


def worded(page: Page, details: Mapping[str, Detail]) -> dict[str, object]:
    """Details fit to be read: codes of people become names where those may be shown."""
    return {name: _worded(page, value) for name, value in details.items()}


def _worded(page: Page, value: Detail) -> object:
    if isinstance(value, tuple):
        return page.listed([_worded(page, part) for part in value])
    if not isinstance(value, str):
        return UNKNOWN if value is None else value
    if value in page.outcome.people.participants:
        return page.outcome.people.label(value)
    return page.withheld.shown(value) or page.shared("not_shown")


def _subject(page: Page, subject: str) -> str:
    """What a question is about: the name in a claim, or an idea's or place's number."""
    kind, parted, number = subject.partition(":")
    if parted and kind in {"idea", "place"}:
        return number
    code = page.outcome.people.of_claim.get(subject)
    if code is None:
        return UNKNOWN
    person = page.outcome.people.participants[code]
    names = [claim.name for claim in person.claims if claim.id == subject and person.shown]
    return next((page.withheld.own_name(name) for name in names if name), code)
