"""Which claims are of one person: certain, possible or different, each with its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.stages.people import Claim


class Likeness(StrEnum):
    """The three outcomes of comparing two claims."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims (by id, first < second) and what the comparison says.

    `score` 0..1 orders matches of one outcome; `reasons` are codes worded in
    `sheet_templates/texts/reasons.toml`. Pairs that are DIFFERENT are not listed.
    """

    first: str
    second: str
    outcome: Likeness
    score: float
    reasons: tuple[str, ...]


def match(claims: Sequence[Claim]) -> tuple[Match, ...]:
    """Compare all claims with each other; the result does not depend on their order."""
    raise NotImplementedError
