"""What people answered to the questions that a team added itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.model.responses import Response
from pipeline.model.templates import Catalogue, Form, Question
from pipeline.stages.evaluation import SMALLEST_SHOWN
from pipeline.stages.masking import Mask
from pipeline.stages.people import People

FELT: Final = frozenset({"evaluation", "team_evaluation"})
"""The forms that people fill in without their name: few of them together tell who said what."""

TOLD: Final = frozenset({"text", "long_text"})
COUNTED: Final = frozenset({"number", "money", "scale", "grade"})
STEPS: Final = {"scale": range(1, 6), "grade": range(1, 11)}


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """One question of the team's own; `n` people answered.

    `counts` is how many gave each answer: the code of an option, `yes` or `no`, a step of a scale as
    text, a day as 2026-09-03, or an own answer as written. `mean` is of numbers, steps and euros;
    `texts` are sorted, without names. With `few` nothing but `n` may be told.
    """

    form: str
    question: str
    kind: str
    n: int
    counts: tuple[tuple[str, int], ...] = ()
    mean: float | None = None
    texts: tuple[str, ...] = ()
    few: bool = False


def own_answers(
    responses: Mapping[str, Sequence[Response]], catalogue: Catalogue, people: People
) -> tuple[OwnAnswers, ...]:
    """Every own question with its answers, in the order of the forms; personal ones are only counted."""
    mask = Mask.of(people.participants.values())
    return tuple(
        _answers(form, question, responses.get(form.key, ()), mask)
        for form in catalogue.forms.values()
        for question in form.questions
        if question.own
    )


def _answers(form: Form, question: Question, rows: Sequence[Response], mask: Mask) -> OwnAnswers:
    given = [row for row in rows if row.as_written(question.key) or question.key in row.values]
    plain = OwnAnswers(form.key, question.key, question.kind, len(given))
    if question.personal or not given:
        return plain
    if form.key in FELT and len(given) < SMALLEST_SHOWN:
        return OwnAnswers(form.key, question.key, question.kind, len(given), few=True)
    numbers = [number for row in given if (number := _number(row, question)) is not None]
    return OwnAnswers(
        form=form.key,
        question=question.key,
        kind=question.kind,
        n=len(given),
        counts=tuple(_counts(given, question, numbers, mask)),
        mean=float(sum(numbers, Decimal(0)) / len(numbers)) if numbers else None,
        texts=tuple(sorted(_texts(given, question, mask))),
    )


def _number(row: Response, question: Question) -> Decimal | None:
    if question.kind == "money":
        return row.money(question.key)
    number = row.number(question.key) if question.kind in COUNTED else None
    return None if number is None else Decimal(number)


def _counts(
    rows: Sequence[Response], question: Question, numbers: Sequence[Decimal], mask: Mask
) -> Iterator[tuple[str, int]]:
    """The options in their own order, also those nobody chose; then own answers, the commonest first."""
    if question.kind in STEPS:
        steps = Counter(map(int, numbers))
        yield from ((str(step), steps[step]) for step in STEPS[question.kind])
    elif question.kind == "yes_no":
        flags = Counter(row.flag(question.key) for row in rows)
        yield from (("yes", flags[True]), ("no", flags[False]))
    elif question.kind == "meeting":
        meetings = Counter(row.number(question.key) for row in rows)
        yield from ((str(number), meetings[number]) for number in sorted(filter(None, meetings)))
    elif question.kind == "date":
        days = Counter(day.isoformat() for row in rows if (day := row.day(question.key)))
        yield from sorted(days.items())
    else:
        chosen = Counter(code for row in rows for code in _chosen(row, question))
        yield from ((option.code, chosen[option.code]) for option in question.options)
    others = Counter(mask(text) for row in rows for text in row.own.get(question.key, ()))
    yield from sorted(others.items(), key=lambda other: (-other[1], other[0]))


def _chosen(row: Response, question: Question) -> tuple[str, ...]:
    if question.kind == "choices":
        return row.many(question.key)
    code = row.text(question.key)
    return (code,) if code else ()


def _texts(rows: Sequence[Response], question: Question, mask: Mask) -> Iterator[str]:
    for row in rows:
        if question.kind in TOLD and (text := row.text(question.key)):
            yield mask(text)
