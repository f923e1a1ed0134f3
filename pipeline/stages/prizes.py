"""Places and prizes; a tie is told, never broken silently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.memory import Draw


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
class Awarded:
    """The prizes, the tie that a person must settle or settled, and all lots drawn so far."""

    prizes: tuple[Prize, ...]
    tie: TieAtCut | None = None
    question: Question | None = None
    draws: tuple[Draw, ...] = ()


def rank(totals: Mapping[int, int]) -> dict[int, int]:
    """Standard competition ranking (1, 2, 2, 4) of ideas by stickers; without stickers no rank."""
    places: dict[int, int] = {}
    ordered = sorted((-total, number) for number, total in totals.items() if total > 0)
    for position, (total, number) in enumerate(ordered):
        same = position > 0 and ordered[position - 1][0] == total
        places[number] = places[ordered[position - 1][1]] if same else position + 1
    return places


def award(
    ranks: Mapping[int, int], decisions: Decisions, draws: Sequence[Draw], settings: Settings
) -> Awarded:
    """Give the prizes, place by place; what more ideas share than prizes remain is asked."""
    prizes: list[Prize] = []
    remaining = settings.prizes
    for place in sorted(set(ranks.values())):
        ideas = tuple(sorted(number for number, other in ranks.items() if other == place))
        if len(ideas) > remaining > 0:
            tie = Prize(place, ideas)
            return _settle(
                tuple(prizes), tie, remaining, _question(tie, remaining, decisions), draws, settings
            )
        if remaining <= 0:
            break
        prizes.append(Prize(place, ideas))
        remaining -= len(ideas)
    return Awarded(tuple(prizes), draws=tuple(draws))


def _settle(
    prizes: tuple[Prize, ...],
    tie: Prize,
    remaining: int,
    question: Question,
    draws: Sequence[Draw],
    settings: Settings,
) -> Awarded:
    """Do with a tie what a person decided; until then nobody wins that place."""
    outcome = question.decision if question.decision in question.options else None
    if outcome == "share":
        return Awarded((*prizes, tie), TieAtCut(tie.place, tie.ideas, outcome), question, tuple(draws))
    if outcome != "lot":
        return Awarded(prizes, TieAtCut(tie.place, tie.ideas, outcome), question, tuple(draws))
    known = {draw.question: draw for draw in draws}
    draw = known.setdefault(question.id, draw_lot(question, tie.ideas, settings.seed))
    won = Prize(tie.place, tuple(sorted(draw.order[:remaining])))
    return Awarded(
        (*prizes, won),
        TieAtCut(tie.place, tie.ideas, outcome, draw.seed),
        question,
        tuple(sorted(known.values(), key=lambda one: one.question)),
    )


def draw_lot(question: Question, ideas: Sequence[int], seed: str) -> Draw:
    """Draw the order of `ideas` by lot.

    Everybody can repeat it: the order is that of the BLAKE2b digests (8 bytes) of the printed seed,
    a slash and the idea's number.
    """
    printed = "/".join((seed, *question.subjects))
    return Draw(question.id, printed, tuple(sorted(ideas, key=lambda idea: (_lot(printed, idea), idea))))


def _lot(seed: str, idea: int) -> bytes:
    return blake2b(f"{seed}/{idea}".encode(), digest_size=8).digest()


def _question(tie: Prize, remaining: int, decisions: Decisions) -> Question:
    subjects = (f"place:{tie.place}", *(f"idea:{number}" for number in tie.ideas))
    name = question_id("prize_tie", *subjects)
    return Question(
        id=name,
        code="prize_tie",
        subjects=subjects,
        options=("share", "lot", "new_round"),
        decision=decisions.of(name),
        details={"place": tie.place, "ideas": tie.ideas, "prizes": remaining},
    )
