"""`Eigen vragen`: what people answered to the questions that the team added itself."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from pipeline.model.tab import Cell, Tab
from pipeline.stages.own_questions import STEPS, OwnAnswers
from pipeline.summaries.page import Page, Record

OWN_QUESTIONS: Final = "own_questions"
"""The tab that is not always there."""


def own_questions(page: Page) -> Tab | None:
    """A row per answer, then the texts; no tab without own questions."""
    own = page.outcome.own
    if not own:
        return None
    told = [record for one in own for record in _texts(page, one)]
    return page.tab(
        page.table("answers", [record for one in own for record in _answers(page, one)]),
        page.table("texts", told) if told else None,
    )


def _head(page: Page, one: OwnAnswers) -> dict[str, str]:
    form = page.words.catalogue.forms[one.form]
    return {"form": form.title[page.words.language], "question": page.words.header(one.form, one.question)}


def _answers(page: Page, one: OwnAnswers) -> Iterator[Record]:
    """The question with how many answered, and a row for each answer that can be counted."""
    first = {**_head(page, one), "n": one.n, "mean": one.mean}
    if one.few:
        yield Record({**first, "answer": page.text("few")})
    elif not one.counts:
        yield Record(first)
    for place, (answer, count) in enumerate(one.counts):
        row = {"answer": _worded(page, one, answer), "count": count, "share": count / one.n}
        yield Record({**first, **row} if place == 0 else {**_head(page, one), **row})


def _worded(page: Page, one: OwnAnswers, answer: str) -> str | int | Cell:
    if one.kind in STEPS:
        return int(answer)
    if one.kind == "yes_no":
        return page.words.text("forms", answer)
    if one.kind == "meeting":
        return page.words.text("forms", "meeting", number=answer)
    if one.kind == "date":
        return Cell(date.fromisoformat(answer), "date")
    return page.words.option(one.form, one.question, answer)


def _texts(page: Page, one: OwnAnswers) -> Iterator[Record]:
    for text in one.texts:
        yield Record({**_head(page, one), "text": text})
