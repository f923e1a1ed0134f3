"""Stickers: judged one by one, counted, ranked, ties told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Where
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.ideas import Idea
from pipeline.stages.memory import Draw, Seat
from pipeline.stages.resolve import Directory

REASONS = ("unreadable", "replaced", "too_many", "unknown_idea", "own_group")
"""Why a sticker is refused, in the order they are judged."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused sticker: form, the sheet's row, the sticker's column from 1, what it said, why."""

    form: str
    row: int
    sticker: int
    idea: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stickers:
    """What an idea has: counted stickers from ballots and from paper."""

    forms: int = 0
    paper: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.forms + self.paper


@dataclass(frozen=True, slots=True)
class Prize:
    """A place (1, 2, …) and the leading numbers of the ideas that stand on it."""

    place: int
    ideas: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TieAtCut:
    """More ideas on a place than prizes remain; `outcome` share, lot, new_round or None (open)."""

    place: int
    ideas: tuple[int, ...]
    outcome: str | None
    seed: str | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """The tally; counted + len(refused) == cast. `stickers` and `rank` by leading number."""

    ballots: int
    cast: int
    counted: int
    refused: tuple[Refusal, ...]
    stickers: Mapping[int, Stickers]
    rank: Mapping[int, int]
    prizes: tuple[Prize, ...]
    tie_at_cut: TieAtCut | None
    voters: Mapping[Where, str]
    replaced: int = 0


def tally(
    ballots: Sequence[Response],
    counts: Sequence[Response],
    ideas: Sequence[Idea],
    directory: Directory,
    seats: Sequence[Seat],
    present: frozenset[str],
    decisions: Decisions,
    draws: Sequence[Draw],
    settings: Settings,
) -> tuple[Votes, tuple[Draw, ...], tuple[Question, ...], tuple[Finding, ...]]:
    """Judge and count all stickers. `seats` are the confirmed ones; `voters` maps a ballot's place to a code."""
    raise NotImplementedError
