"""`Controle`: what the program asks, what it noticed."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model.findings import About, Finding, Severity
from pipeline.model.tab import Cell, Scalar, Tab
from pipeline.stages.decisions import LATER, Question, plain
from pipeline.stages.doors import CODE as WHO
from pipeline.summaries.page import Page, Record
from pipeline.summaries.questions import (
    choices,
    filled,
    in_order,
    proposal,
    question_text,
    reasons,
    worded,
)
from pipeline.summaries.sides import Side, claim_sides, name_sides
from pipeline.summaries.whom import option

FIRST_QUESTION = 5
"""The row of the first question: the title, the introduction and the header stand above it."""

MOST_CANDIDATES = 4
"""So many people who may be meant stand side by side; the drop-down has them all."""

TONES = {Severity.DECIDE: "bad", Severity.WARN: "warn", Severity.INFO: "muted"}


def control(page: Page) -> Tab:
    """The questions, answered ones too; then the findings, those that matter most first."""
    return page.tab(
        page.table("questions", (_question(page, question) for question in in_order(page)), filtered=True),
        page.table("findings", _findings(page)),
    )


def _question(page: Page, question: Question) -> Record:
    words = tuple(option(page, code) for code in choices(question))
    return Record(
        {
            "id": question.id,
            "question": question_text(page, question),
            "reasons": reasons(page, question),
            **_compared(page, question),
            "where": page.place(question.where),
            "with": page.place(question.with_),
            "proposal": proposal(page, question),
            "status": _status(page, question),
            **_answer(page, question),
        },
        choices={} if question.lapsed else {"decision": words},
    )


def _compared(page: Page, question: Question) -> dict[str, Scalar]:
    """Both sides of a question about two rows; or a name, and beside it all who may be meant."""
    if question.code != WHO:
        compared = (_side(page, side) for side in claim_sides(page, question))
        return dict(zip(("one", "other"), compared, strict=False))
    name, *people = name_sides(page, question) or (None,)
    if name is None:
        return {}
    others = [_in_short(page, side) for side in people[:MOST_CANDIDATES]]
    if left := len(people) - len(others):
        others.append(page.shared("more_of_them", count=left))
    return {"one": _side(page, name), "other": "\n\n".join(others)}


def _side(page: Page, side: Side) -> str:
    """What one side says, a line each; where it stands has a column of its own."""
    said = (_fact(page, fact, text) for fact, text in side.facts if text and fact != "place")
    return "\n".join((side.title, *said))


def _in_short(page: Page, side: Side) -> str:
    """What tells one of several people apart, on as few lines as it takes: a row can be only so high."""
    said = "; ".join(_fact(page, fact, text) for fact, text in side.facts if text)
    return "\n".join(filter(None, (side.title, said)))


def _fact(page: Page, fact: str, text: str) -> str:
    """A fact that explains itself, for no label stands before it here."""
    match fact:
        case "invited_by":
            return page.shared("asked_by", who=text)
        case "came":
            return page.shared("came_to", numbers=text)
        case "written":
            return page.shared("wrote", written=text)
        case "area":
            return page.shared("area", digits=text)
        case _:
            return text


def _answer(page: Page, question: Question) -> dict[str, Scalar]:
    """The words of an answer, where a person did not type these very words.

    So it is where the tab was gone and its answers are remembered, and with the code alone where somebody
    chose a person who may not be named any more: the words of a drop-down are the program's.
    """
    chosen = question.decision
    if chosen is None or (
        question.id not in page.outcome.kept.recalled and not _names_withheld(page, chosen)
    ):
        return {}
    return {"decision": option(page, chosen)}


def _names_withheld(page: Page, answer: str) -> bool:
    """Whether an answer is a person who may not be named."""
    code = plain(answer)
    return code not in page.words.catalogue.texts["decisions"] and page.withheld.keeps(code)


def _status(page: Page, question: Question) -> Cell:
    if question.lapsed:
        return Cell(page.text("lapsed"), "muted")
    if question.unclear:
        return Cell(page.text("unclear"), "bad")
    if question.refused:
        return Cell(page.text("refused"), "bad")
    if question.again:
        return Cell(page.text("again"), "warn")
    if question.decision == LATER:
        return Cell(page.text("later"), "muted")
    if question.decision is not None:
        return Cell(page.text("decided"), "good")
    return Cell(page.text("merged"), "muted") if question.settled else Cell(page.text("open"), "warn")


def _findings(page: Page) -> Iterator[Record]:
    """What no question asks already; findings of one kind stand together."""
    weight = {severity: place for place, severity in enumerate(TONES)}
    asked = {question.code for question in page.outcome.questions}
    found = [finding for finding in page.outcome.findings if finding.code not in asked]
    wordings = page.words.catalogue.texts["findings"]
    for finding in sorted(found, key=lambda finding: (weight[finding.severity], finding.code)):
        yield Record(
            {
                "severity": Cell(page.text(finding.severity.value), TONES[finding.severity]),
                "finding": filled(wordings[finding.code][page.words.language], worded(page, finding.details)),
                "place": _place(page, finding),
                "asked": page.asked(finding.where),
                "other": page.place(finding.with_),
            }
        )


def _place(page: Page, finding: Finding) -> Cell | str | None:
    if place := page.place(finding.where):
        return replace(place, note=None)
    if finding.about is None:
        return None
    return _about(page, finding.about)


def _about(page: Page, about: About) -> Cell | str | None:
    match about.kind:
        case "participant":
            return page.person(about.key)
        case "idea":
            return page.shared("idea", number=about.key)
        case "meeting":
            return page.shared("meeting", number=about.key)
        case _:
            return about.key
