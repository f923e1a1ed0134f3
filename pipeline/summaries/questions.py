"""What the program asks a person, in words."""

from collections.abc import Mapping
from functools import partial

from pipeline.model.findings import Detail
from pipeline.stages.decisions import LATER, Question, confirming, plain
from pipeline.stages.doors import CODE as WHO
from pipeline.summaries.page import Page, capital
from pipeline.summaries.reasons import because
from pipeline.summaries.rows import labels, row_name, rows_of
from pipeline.summaries.whom import is_unnamed, likeliest, option, why_each

MERGED = "merged_by_itself"
"""How a question is worded that the program settled itself."""

AGAIN = {
    "possible_duplicate": "asked_again",
    "who_is": "asked_again_who_is",
    "who_is_unnamed": "asked_again_who_is_unnamed",
}
"""How a question is worded that was answered before what it is about was changed."""

UNNAMED = "who_is_unnamed"
"""How a question is worded about a name that may not be read where it is asked."""

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


CODES = ("prize_tie", "recount", "near_duplicate", "possible_duplicate", "who_is")
"""The open questions, those that most waits for first."""

FORMS = ("attendance", "signup")
"""Where a name tells most: who was there, then who asked whom."""


def in_order(page: Page) -> list[Question]:
    """All questions: those that wait first, the most useful of them on top, then those put aside.

    Behind them, as they stood in `Controle`, come those that were answered, that the program settled
    itself, and that lapsed.
    """
    stood = {key: place for place, key in enumerate(page.outcome.kept.order.get("control", ()))}

    def order(one: Question) -> tuple[object, ...]:
        if not one.open:
            return (2 + one.settled + 2 * one.lapsed, stood.get(one.id, len(stood)), one.id)
        return (int(not one.again and one.decision == LATER), not one.unclear, *_usefulness(one), one.id)

    return sorted(page.outcome.questions, key=order)


def _usefulness(question: Question) -> tuple[int, ...]:
    """Sort key of an open question, the most useful first; of names those that may be the fewest people's."""
    where = question.where
    form = FORMS.index(where.form) if where and where.form in FORMS else len(FORMS)
    return CODES.index(question.code), question.rank, form, len(question.options), where.row if where else 0


def choices(question: Question) -> tuple[str, ...]:
    """The answers to choose from; an answer that holds until somebody looks is not put aside."""
    return tuple(dict.fromkeys((*question.options, *(() if question.again else (LATER,)))))


def question_text(page: Page, question: Question) -> str:
    """The question itself, without any name that may not be shown."""
    code = _code(page, question)
    key = MERGED if question.settled else AGAIN[code] if question.again else code
    return capital(filled(_wording(page, "questions", key), _known(page, question)))


def short_question(page: Page, question: Question) -> str:
    """The question in a few words: `Wie is ‘Jan’?`."""
    return filled(_wording(page, "short", _code(page, question)), _known(page, question))


def short_subject(page: Page, question: Question) -> str:
    """Who or what it is about: `Jan Boer / Jan Boer (dezelfde postcode)`; the names speak for themselves."""
    wording = _wording(page, "short", f"{question.code}_about")
    hidden = page.withheld.beside(question)
    told = () if hidden else [reason for reason in question.reasons if not reason.endswith("name")]
    said = because(page.words, told)
    about = filled(wording, _known(page, question))
    return f"{about} ({said})" if said else about


def _code(page: Page, question: Question) -> str:
    """How a question is worded: without the name it asks about, where that may not be read here."""
    return UNNAMED if is_unnamed(page, question) else question.code


def _wording(page: Page, group: str, key: str) -> str:
    return page.words.catalogue.texts[group][key][page.words.language]


def _known(page: Page, question: Question) -> dict[str, object]:
    """What the wording of a question is filled with, long texts cut."""
    subjects = (*question.subjects, UNKNOWN, UNKNOWN)[:2]
    first, second = labels(page, question) or map(partial(_subject, page, question), subjects)
    named: dict[str, object] = {"first": first, "second": second}
    if place := page.place(question.where):
        named["where"] = place.value
    if asked := page.asked(question.where):
        named["asked"] = asked.partition(" (")[0]
    if question.again:
        named["answer"] = option(page, question.decision or "")
        named["still"] = option(page, confirming(question.decision, plain(question.decision)))
    named |= worded(page, question.details)
    if is_unnamed(page, question):
        named["written"] = page.shared("not_shown")
    return {name: _brief(value) for name, value in named.items()}


def _brief(value: object) -> object:
    return f"{value[:LONGEST]} …" if isinstance(value, str) and len(value) > LONGEST else value


def proposal(page: Page, question: Question) -> str | None:
    """What the program would answer itself, or whom it thinks the likeliest."""
    code = question.proposal or likeliest(page, question)
    return None if code is None else option(page, code)


def reasons(page: Page, question: Question) -> str:
    """Why the program asks, in one sentence: what agrees, then what speaks against it.

    Of people who may be meant: why each is possible. Where only one of two may be named, what agrees
    would tell the other's name or contacts: the rows say it.
    """
    if question.code == WHO:
        return why_each(page, question)
    if page.withheld.beside(question):
        return page.shared("compare_rows")
    said = because(page.words, question.reasons)
    return f"{capital(said)}." if said else ""


def worded(page: Page, details: Mapping[str, Detail]) -> dict[str, object]:
    """Details fit to be read: codes of people become names where those may be shown, answers their words."""
    return {
        name: page.listed([option(page, str(one)) for one in value])
        if name == "answers" and isinstance(value, tuple)
        else _worded(page, value)
        for name, value in details.items()
    }


def _worded(page: Page, value: Detail) -> object:
    if isinstance(value, tuple):
        return page.listed([_worded(page, part) for part in value])
    if not isinstance(value, str):
        return UNKNOWN if value is None else value
    if value in page.outcome.people.participants:
        return page.outcome.people.label(value)
    return page.withheld.shown(value) or page.shared("not_shown")


def _subject(page: Page, question: Question, subject: str) -> str:
    """What a question is about: the name in a claim, or an idea's or place's number."""
    kind, parted, number = subject.partition(":")
    if parted and kind in {"idea", "place"}:
        return number
    rows = rows_of(page, question)
    return next((row_name(page, row) for row in rows if row.id == subject), UNKNOWN)
