"""Which answers were ticked together, where a form leaves only `this, that` in a cell."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

_BETWEEN: Final = re.compile(r",\s+(?![^()]*\))")
"""What a form puts between two ticked options; an option may have commas between its own brackets."""

_MOSTLY: Final = 0.6
"""How much of what was ticked must stand in several combinations."""


def count_ticks(answers: Mapping[str, int]) -> dict[str, int] | None:
    """How many people ticked each option, from how many gave each answer.

    None where the answers are no ticked options but texts with commas in them: in `Yes, gladly` the
    parts belong together, in a list of options most stand in other combinations too. An own answer
    stands last and is kept whole.
    """
    parts = {answer: _BETWEEN.split(answer) for answer in answers}
    combinations = Counter(part for listed in parts.values() for part in set(listed))
    several = {part for part, number in combinations.items() if number > 1}
    if not _are_ticked(answers, parts, several):
        return None
    ticks: Counter[str] = Counter()
    for answer, number in answers.items():
        for option in set(_own_last(parts[answer], several)):
            ticks[option] += number
    return dict(ticks)


def _are_ticked(answers: Mapping[str, int], parts: Mapping[str, list[str]], several: set[str]) -> bool:
    """Whether most parts, and most answers of more parts, are made of what stands in several combinations."""
    total = sum(number * len(parts[answer]) for answer, number in answers.items())
    free = {answer: sum(part in several for part in listed) for answer, listed in parts.items()}
    combined = {answer: number for answer, number in answers.items() if len(parts[answer]) > 1}
    joined = sum(number for answer, number in combined.items() if free[answer] > 1)
    loose = sum(number * free[answer] for answer, number in answers.items())
    return loose >= _MOSTLY * total and 2 * joined > sum(combined.values())


def _own_last(parts: list[str], several: set[str]) -> list[str]:
    """The parts, with those at the end that nobody else gave as the one answer that they are."""
    known = max((place for place, part in enumerate(parts, 1) if part in several), default=0)
    own = ", ".join(parts[known:])
    return [*parts[:known], own] if own else parts
