"""What the program asks a person, in words."""

from collections.abc import Mapping

from pipeline.model.findings import Detail
from pipeline.stages.decisions import Question
from pipeline.summaries.page import Page

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
    """All questions: as they stand in `Controle`, perhaps sorted by somebody; new ones after them."""
    stood = {key: place for place, key in enumerate(page.outcome.kept.order.get("control", ()))}
    return sorted(page.outcome.questions, key=lambda question: stood.get(question.id, len(stood)))


def question_text(page: Page, question: Question) -> str:
    """The question itself, without any name that may not be shown."""
    wording = page.words.catalogue.texts["questions"][question.code][page.words.language]
    first, second = (*question.subjects, UNKNOWN, UNKNOWN)[:2]
    known = {"first": _subject(page, first), "second": _subject(page, second)}
    return filled(wording, known | worded(page, question.details))


def proposal(page: Page, question: Question) -> str | None:
    """What the program would answer itself."""
    return None if question.proposal is None else option(page, question.proposal)


def reasons(page: Page, question: Question) -> str:
    """Why the program asks."""
    return "; ".join(page.words.text("reasons", reason) for reason in question.reasons)


def option(page: Page, code: str) -> str:
    """An answer to choose: `7KQ4M – Fatma Yılmaz`, the code alone without consent, or a decision word."""
    person = page.outcome.people.participants.get(code)
    if person is None:
        return page.words.text("decisions", code)
    return f"{code} – {person.shown}" if person.shown else code


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
    return next((name for name in names if name), code)
