"""Paper stickers: counted at the wall, sometimes by two people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.model.findings import Finding, Severity
from pipeline.model.responses import Response
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.ideas import Idea
from pipeline.stages.stickers import Refusal, idea_number, idea_text
from pipeline.stages.unresolved import unresolved_key

MOST = 10_000
"""More stickers on one row are no count but a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class PaperCount:
    """The rows that hold, with how many stickers each counts; what to ask; what was noticed."""

    rows: tuple[tuple[Response, int], ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def count_paper(rows: Sequence[Response], decisions: Decisions) -> PaperCount:
    """Which rows of paper stickers hold.

    Rows of one idea add up. Those of a second counter are a recount: the first one's hold until a
    person decides. A row without a number of stickers counts nothing (reading it gave a finding).
    """
    findings = []
    of_idea: dict[str, list[tuple[Response, int]]] = defaultdict(list)
    for row in sorted(rows, key=_moment):
        amount = row.number("stickers")
        if amount is not None and not 0 <= amount <= MOST:
            findings.append(Finding("paper_count_unlikely", Severity.WARN, where=row.at("stickers")))
        elif amount is not None:
            of_idea[idea_text(row, "idea")].append((row, amount))
    held: list[tuple[Response, int]] = []
    questions = []
    for counted in of_idea.values():
        first, second = _counters(counted)
        question = _recount(first, second, decisions) if second else None
        questions += [question] if question else []
        held += _held(first, second, question)
    return PaperCount(tuple(held), tuple(questions), tuple(findings))


def judge_paper(row: Response, amount: int, ideas: Mapping[int, Idea]) -> Iterator[Idea | Refusal]:
    """Every sticker of a row, one by one: the idea it counts for, or why it is refused.

    Whose paper stickers are is not known, so that an own table cannot be told.
    """
    number = idea_number(row, "idea")
    idea = ideas.get(number or 0)
    reason = "unreadable" if number is None else "unknown_idea"
    for sticker in range(1, amount + 1):
        yield idea or Refusal(row.form, row.row, sticker, idea_text(row, "idea"), reason)


Counted = Sequence[tuple[Response, int]]


def _counters(rows: Counted) -> tuple[Counted, Counted]:
    """The rows of the first counter, with those that name none, and the rows of others."""
    counters = [unresolved_key(row.as_written("counted_by") or "") for row, _ in rows]
    first = next((counter for counter in counters if counter), "")
    own = [row for row, counter in zip(rows, counters, strict=True) if counter in ("", first)]
    others = [row for row, counter in zip(rows, counters, strict=True) if counter not in ("", first)]
    return own, others


def _held(first: Counted, second: Counted, question: Question | None) -> Counted:
    if question and question.decision == "both":
        return [*first, *second]
    return second if question and question.decision == "second" else first


def _recount(first: Counted, second: Counted, decisions: Decisions) -> Question:
    subjects = tuple(sorted(row.id for row, _ in (*first, *second)))
    name = question_id("recount", *subjects)
    row, other = first[0][0], second[0][0]
    return Question(
        id=name,
        code="recount",
        subjects=subjects,
        options=("first", "second", "both"),
        where=row.at("stickers"),
        with_=other.at("stickers"),
        proposal="first",
        decision=decisions.of(name),
        details={
            "idea": idea_text(row, "idea"),
            "first": sum(amount for _, amount in first),
            "second": sum(amount for _, amount in second),
        },
    )


def _moment(row: Response) -> tuple[bool, datetime, int]:
    return (row.submitted_at is None, row.submitted_at or datetime.min, row.row)
