"""What volunteers changed in a form since it was made, and whether it matters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

from pipeline.model.blueprint import FormPlan
from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue, Form, Question
from pipeline.stages.answers import UNKNOWN_OPTION
from pipeline.stages.cells import cell_text, one_line
from pipeline.stages.parse import SUBMITTED, Parsed, parse
from pipeline.stages.tabs import FormTab, find_tabs

ALIKE: Final = 0.6
"""Two wordings of one thing share at least so much; a question that was asked anew shares less."""

SEVERAL: Final = 2
"""What so many people answer was offered to them: one person's own words are nobody's business here."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference between a form and its template.

    `matters` = answers are lost to the summary until it is mended. `details` are texts of the form.
    """

    code: str
    form: str
    question: str | None = None
    matters: bool = False
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StandingItem:
    """One question as it stands in a form; `options` is None where nothing is offered."""

    title: str
    options: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class StandingForm:
    """A form as it stands; `published` = people can fill it in."""

    items: tuple[StandingItem, ...]
    published: bool = True


def drift_of_tabs(tabs: Sequence[RawTab], catalogue: Catalogue, settings: Settings) -> tuple[Drift, ...]:
    """What differs in the tabs with responses, form by form.

    Raises:
        UserError: no tab is a form, a tab lacks a required header, or two tabs fit one form.

    """
    found, _ = find_tabs(tabs, catalogue, settings.language)
    parsed = parse(tabs, catalogue, settings)
    forms = {one.form.key: one for one in found if not one.form.working}
    drifts: list[Drift] = []
    for key in catalogue.forms:
        if key in forms:
            drifts += _of_tab(forms[key], parsed, settings)
        else:
            drifts.append(Drift("form_not_used", key))
    return tuple(drifts)


def drift_of_form(standing: StandingForm, plan: FormPlan, form: Form, language: str) -> tuple[Drift, ...]:
    """What differs between a form as it stands and as it was planned."""
    questions = [form.question(item.key) for item in plan.items if item.kind != "section"]
    places = _places([item.title for item in standing.items], questions)
    drifts = [] if standing.published else [Drift("not_published", form.key, matters=True)]
    drifts += _of_headers(form.key, [item.title for item in standing.items], questions, places, language)
    for index, question in places.items():
        offered = standing.items[index].options
        if offered is not None and question.options:
            drifts += _of_options(form.key, question, offered, plan.item(question.key).options)
    return tuple(drifts)


def _of_tab(found: FormTab, parsed: Parsed, settings: Settings) -> Iterator[Drift]:
    """The headers, then the answers that nobody was meant to be offered."""
    titles = [one_line(cell_text(cell)) for cell in found.tab.rows[found.top]]
    moment = set(found.columns.get(SUBMITTED, ()))
    asked = ["" if index in moment else title for index, title in enumerate(titles)]
    questions = [question for question in found.form.columns(settings) if question.key != SUBMITTED]
    places = {index: q for q in questions for index in found.columns.get(q.key, ())}
    yield from _of_headers(found.form.key, asked, questions, places, settings.language)
    for question, answers in _unknown_answers(found.form, parsed):
        yield Drift("answer_unknown", found.form.key, question, matters=True, details={"found": answers})


def _places(titles: Sequence[str], questions: Sequence[Question]) -> dict[int, Question]:
    """The question that each title asks, by the title's index."""
    known = {
        same_header_key(wording): question
        for question in reversed(questions)
        for wording in (*question.aliases, *question.header.both)
    }
    found = ((index, known.get(same_header_key(title))) for index, title in enumerate(titles))
    return {index: question for index, question in found if question}


def _of_headers(
    form: str,
    titles: Sequence[str],
    questions: Sequence[Question],
    places: Mapping[int, Question],
    language: str,
) -> Iterator[Drift]:
    """Questions worded otherwise, then those that nobody knows, then those that are not asked."""
    for index, question in sorted(places.items()):
        yield from _worded_otherwise(form, titles[index], question, language)
    asked = {question.key for question in places.values()}
    missing = {q.header[language]: q for q in questions if q.key not in asked}
    strange = [title for index, title in enumerate(titles) if title and index not in places]
    meant = _likest(strange, missing)
    meant |= _in_their_place(
        titles, questions, places, {t: missing[one] for t, one in meant.items()}, language
    )
    for title in strange:
        if title in meant:
            question = missing.pop(meant[title])
            details = {"found": title, "expected": meant[title]}
            yield Drift("header_unknown", form, question.key, matters=True, details=details)
        else:
            yield Drift("question_added", form, details={"found": title})
    for expected, question in missing.items():
        yield Drift("question_missing", form, question.key, question.required, {"expected": expected})


def _in_their_place(
    titles: Sequence[str],
    questions: Sequence[Question],
    places: Mapping[int, Question],
    likely: Mapping[str, Question],
    language: str,
) -> dict[str, str]:
    """The question that a wholly new wording took the place of: what is missing between the same neighbours.

    `likely` are the questions that titles probably ask by their wording.
    """
    order = {question.key: number for number, question in enumerate(questions)}
    known = {
        index: order[question.key]
        for index, title in enumerate(titles)
        if (question := places.get(index) or likely.get(title))
    }
    missing = set(order.values()) - set(known.values())
    meant: dict[str, str] = {}
    for before, after in pairwise((-1, *known, len(titles))):
        new = [title for title in titles[before + 1 : after] if title]
        gone = [n for n in range(known.get(before, -1) + 1, known.get(after, len(order))) if n in missing]
        if len(new) == len(gone):
            meant |= zip(new, (questions[number].header[language] for number in gone), strict=True)
    return meant


def _worded_otherwise(form: str, title: str, question: Question, language: str) -> Iterator[Drift]:
    """A header that is known under another wording; a row of a grid is only named within its header."""
    expected = question.header[language]
    key = same_header_key(title)
    if key != same_header_key(expected) and not title.endswith("]"):
        translated = key in map(same_header_key, question.header.both)
        code = "header_translated" if translated else "header_reworded"
        yield Drift(code, form, question.key, details={"found": title, "expected": expected})


def _of_options(
    form: str, question: Question, offered: Sequence[str], planned: Sequence[str]
) -> Iterator[Drift]:
    """Options worded otherwise, then those that nobody knows, then those that are not offered."""
    known = {
        same_header_key(wording): option
        for option in question.options
        for wording in (*option.text.both, *option.aliases)
    }
    here = {text: known.get(same_header_key(text)) for text in offered}
    there = {option.code for option in here.values() if option}
    missing = [text for text in planned if known[same_header_key(text)].code not in there]
    for text, option in here.items():
        if option and same_header_key(text) not in map(same_header_key, option.text.both):
            yield Drift("option_reworded", form, question.key, details={"found": text})
    strange = [text for text, option in here.items() if option is None]
    meant = _likest(strange, missing)
    for text in strange:
        details = {"found": text, "expected": meant.get(text, "")}
        code = "option_unknown" if text in meant else "option_added"
        yield Drift(code, form, question.key, not question.own_answer, details)
    for text in missing:
        if text not in meant.values():
            yield Drift("option_missing", form, question.key, details={"expected": text})


def _likest(strange: Sequence[str], missing: Iterable[str]) -> dict[str, str]:
    """Which missing wording each strange one probably is: the likest pairs first, each taken once."""
    pairs = sorted(
        ((_likeness(one, other), one, other) for one in strange for other in missing), reverse=True
    )
    meant: dict[str, str] = {}
    for likeness, one, other in pairs:
        if likeness >= ALIKE and one not in meant and other not in meant.values():
            meant[one] = other
    return meant


def _likeness(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(same_header_key(one), same_header_key(other))


def _unknown_answers(form: Form, parsed: Parsed) -> Iterator[tuple[str, str]]:
    """Per question the answers that no option is and that several people gave, the commonest first."""
    written = {response.row: response.written for response in parsed.responses.get(form.key, ())}
    given: dict[str, Counter[str]] = {}
    for finding in parsed.findings:
        where = finding.where
        if finding.code == UNKNOWN_OPTION and where and where.form == form.key and where.question:
            text = one_line(written.get(where.row, {}).get(where.question, ""))
            given.setdefault(where.question, Counter())[text] += 1
    for question, counts in sorted(given.items()):
        several = sorted((-count, text) for text, count in counts.items() if count >= SEVERAL)
        if several:
            yield question, ", ".join(f"{text} ({-count}×)" for count, text in several)
