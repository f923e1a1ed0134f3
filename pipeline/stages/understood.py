"""Which answers in `Controle` mean something: what means nothing is told, and its question stays open."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.model.findings import About, Finding, Severity
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.cells import cell_text
from pipeline.stages.decisions import LATER, Question, plain
from pipeline.stages.kept import CONTROL, Kept
from pipeline.stages.people import People


def understood(
    questions: Iterable[Question], kept: Kept, people: People, catalogue: Catalogue, settings: Settings
) -> tuple[tuple[Question, ...], tuple[Finding, ...]]:
    """The questions without answers that mean nothing to them, and a finding for each."""
    tab, current = catalogue.summaries[CONTROL].title[settings.language], people.current
    judged = tuple(_judged(question, kept, current) for question in questions)
    return judged, tuple(_not_understood(one, tab) for one in judged if one.unclear)


def _judged(question: Question, kept: Kept, current: Mapping[str, str]) -> Question:
    answer = plain(question.decision)
    fits = current.get(answer, answer) in map(plain, question.options)
    if question.lapsed or question.decision == LATER or (answer and fits):
        return question
    typed = cell_text(kept.cell(CONTROL, question.id, "decision"))
    return replace(question, decision=None, unclear=bool(typed))


def _not_understood(question: Question, tab: str) -> Finding:
    return Finding(
        "answer_not_understood",
        Severity.WARN,
        about=About("tab", tab),
        details={"question": question.id, "answers": (*question.options, LATER)},
    )
