"""What kind of question gave these answers, and what they come to."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from pipeline.stages.moments import read_day
from pipeline.stages.normalise import email_key, phone_key
from pipeline.stages.options import wording_key
from pipeline.stages.ticked import count_ticks

Kind = Literal["scale", "number", "choice", "choices", "date", "email", "phone", "text"]
Answers = Mapping[str, int]
"""How many people gave each answer, as written."""

Steps = Mapping[str, int]
"""The step of a scale that each wording stands for, the lowest first."""

_NEARLY_ALL: Final = 0.9
"""How much of the answers must be of a kind: somebody always writes something else."""

_RECUR: Final = 0.5
"""How much of the answers must be given by more people than one, to be answers to choose from."""

_LONGEST_SCALE: Final = 10

_AGREEMENT: Final[Steps] = {
    wording: step
    for step, wordings in enumerate(
        (
            "helemaal niet mee eens|helemaal mee oneens|zeer mee oneens|strongly disagree",
            "niet mee eens|mee oneens|oneens|disagree",
            "neutraal|niet mee eens en niet mee oneens|niet eens, niet oneens|neutral"
            "|neither agree nor disagree",
            "mee eens|eens|agree",
            "helemaal mee eens|zeer mee eens|strongly agree",
        ),
        start=1,
    )
    for wording in wordings.split("|")
}
"""Agreement in words, which is a scale of five steps."""

_NUMBER: Final = re.compile(r"-?(?:0(?:[.,]\d{1,15})?|[1-9]\d{0,7}(?:[.,](?!\d{3}$)\d{1,15})?)")
"""A number that is no telephone, code or amount with thousands."""

_PHONE: Final = re.compile(r"[+(]*\d(?:[\s()./-]*\d){8,14}")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answers.

    `n` people answered. `distribution`: how many gave each answer, or ticked each option; None where
    answers hardly recur, or say who somebody is. `mean` of a scale or of numbers.
    """

    header: str
    kind: Kind
    n: int
    distribution: Mapping[str, int] | None = None
    mean: float | None = None


def ask(header: str, answers: Answers, worded: Steps) -> Asked:
    """The question under `header`; `worded` is the scale in words of the survey, see `worded_steps`."""
    n = sum(answers.values())
    for kind, fits in _RECOGNISED.items():
        if _nearly_all(answers, fits):
            return Asked(header, kind, n)
    if _nearly_all(answers, _agreement):
        return _in_words(header, answers, worded)
    if _nearly_all(answers, _number):
        return _in_numbers(header, answers)
    if ticks := count_ticks(answers):
        return Asked(header, "choices", n, _most_first(ticks))
    if _recur(answers.values()):
        return Asked(header, "choice", n, _most_first(answers))
    return Asked(header, "text", n)


def worded_steps(columns: Iterable[Answers]) -> dict[str, int]:
    """The steps of agreement as this survey words them, the lowest first, also where nobody chose one."""
    found: dict[int, str] = {}
    for answers in columns:
        if _nearly_all(answers, _agreement):
            for answer in sorted(answers):
                if step := _agreement(answer):
                    found.setdefault(step, answer)
    return {found[step]: step for step in sorted(found)}


def _nearly_all(answers: Answers, fits: Callable[[str], object]) -> bool:
    fitting = sum(number for answer, number in answers.items() if fits(answer) is not None)
    return fitting > 0 and fitting >= _NEARLY_ALL * sum(answers.values())


def _recur(numbers: Iterable[int]) -> bool:
    """Whether enough answers are given by more people than one."""
    given = list(numbers)
    return bool(given) and sum(number for number in given if number > 1) >= _RECUR * sum(given)


def _phone(answer: str) -> str | None:
    return phone_key(answer) if _PHONE.fullmatch(answer) else None


_RECOGNISED: Final[Mapping[Kind, Callable[[str], object]]] = {
    "email": email_key,
    "date": read_day,
    "phone": _phone,
}
"""What answers of their own say nothing together."""


def _agreement(answer: str) -> int | None:
    return _AGREEMENT.get(wording_key(answer))


def _number(answer: str) -> Decimal | None:
    return Decimal(answer.replace(",", ".")) if _NUMBER.fullmatch(answer) else None


def _in_words(header: str, answers: Answers, worded: Steps) -> Asked:
    """A scale in words, every step that the survey words in its place."""
    steps: Counter[int] = Counter()
    other: Counter[str] = Counter()
    for answer, number in answers.items():
        if step := _agreement(answer):
            steps[step] += number
        else:
            other[answer] += number
    distribution = {answer: steps[step] for answer, step in worded.items()} | _most_first(other)
    return Asked(header, "scale", sum(answers.values()), distribution, _mean(steps))


def _in_numbers(header: str, answers: Answers) -> Asked:
    """Numbers, or the scale that whole numbers up to ten are, every step in its place."""
    numbers: Counter[Decimal] = Counter()
    other: Counter[str] = Counter()
    for answer, number in answers.items():
        value = _number(answer)
        if value is None:
            other[answer] += number
        else:
            numbers[value] += number
    is_scale = all(0 <= value <= _LONGEST_SCALE and value == int(value) for value in numbers)
    if is_scale:
        lowest, highest = min(1, *map(int, numbers)), max(5, *map(int, numbers))
        numbers.update({Decimal(step): 0 for step in range(lowest, highest + 1)})
    shown = {_plain(value): numbers[value] for value in sorted(numbers)} | _most_first(other)
    kind: Kind = "scale" if is_scale else "number"
    distribution = shown if is_scale or _recur(shown.values()) else None
    return Asked(header, kind, sum(answers.values()), distribution, _mean(numbers))


def _mean(numbers: Mapping[int, int] | Mapping[Decimal, int]) -> float:
    total = sum((Decimal(value) * number for value, number in numbers.items()), Decimal(0))
    return float(total / sum(numbers.values()))


def _plain(value: Decimal) -> str:
    """A number without needless noughts: `8.0` is `8`."""
    return f"{value:f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def _most_first(answers: Answers) -> dict[str, int]:
    return dict(sorted(answers.items(), key=lambda given: (-given[1], given[0])))
