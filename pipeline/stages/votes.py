"""Stickers: judged one by one, counted, ranked, ties told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Where
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.ballots import Tables, judge, open_box
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.ideas import Idea
from pipeline.stages.memory import Draw, Seat
from pipeline.stages.paper import count_paper, judge_paper
from pipeline.stages.prizes import Prize, TieAtCut, award, rank
from pipeline.stages.resolve import Directory
from pipeline.stages.stickers import Refusal


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
class Votes:
    """The tally; counted + len(refused) == cast. `stickers` and `rank` by leading number.

    `ballots` = those that hold, `replaced` = those that a later one replaced; `cast` = all stickers
    on either, and on paper; `stickers` has every idea that can be voted for, `rank` those with a
    sticker; `voters` maps a ballot's place to a code.
    """

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
    """Judge and count all stickers.

    `seats` are the confirmed ones (those of the harvest meeting matter), `present` who was there then.
    """
    harvest = [seat for seat in seats if seat.meeting == settings.last]
    box = open_box(ballots, Tables(ideas, harvest), present, directory)
    paper = count_paper(counts, decisions)
    live = {idea.number: idea for idea in ideas if not idea.withdrawn}
    forms, refused = _sort(one for ballot in box.ballots for one in judge(ballot, live, settings.stickers))
    walls, refused_paper = _sort(one for row, amount in paper.rows for one in judge_paper(row, amount, live))
    leaders = sorted({idea.leader for idea in live.values()})
    stickers = {number: Stickers(forms[number], walls[number]) for number in leaders}
    ranks = rank({number: one.total for number, one in stickers.items()})
    awarded = award(ranks, decisions, draws, settings)
    counted = forms.total() + walls.total()
    votes = Votes(
        ballots=sum(not ballot.replaced for ballot in box.ballots),
        cast=counted + len(refused) + len(refused_paper),
        counted=counted,
        refused=(*refused, *refused_paper),
        stickers=stickers,
        rank=ranks,
        prizes=awarded.prizes,
        tie_at_cut=awarded.tie,
        voters={ballot.row.at(): ballot.voter for ballot in box.ballots if ballot.voter},
        replaced=sum(ballot.replaced for ballot in box.ballots),
    )
    tie = (awarded.question,) if awarded.question else ()
    return votes, awarded.draws, (*box.questions, *paper.questions, *tie), (*box.findings, *paper.findings)


def _sort(judged: Iterable[Idea | Refusal]) -> tuple[Counter[int], list[Refusal]]:
    """The counted stickers by leading number, and the refused ones in order of place."""
    counted: Counter[int] = Counter()
    refused = []
    for one in judged:
        if isinstance(one, Refusal):
            refused.append(one)
        else:
            counted[one.leader] += 1
    return counted, sorted(refused, key=lambda refusal: (refusal.row, refusal.sticker))
