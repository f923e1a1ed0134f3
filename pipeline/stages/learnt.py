"""What all pairs of one set of rows tell about its people, without anybody telling who is who.

Expectation and maximisation, after Winkler: every pair counts as one person by as much as it is likely to
be, what these pairs say changes what is thought of one person's rows, and once more. What we judge
beforehand (`rates.py`) counts as some pairs, so few rows change little.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2
from typing import Final, NamedTuple

from pipeline.stages.rates import AGREE, BELIEF, FATHERS, HOMES, JUDGED, NAMESAKES, RATES

ROUNDS: Final = 5
"""By then little changes."""

UNLIKELY: Final = -8.0
"""Bits against strangers below which a pair is two strangers, and tells nothing."""

OFTENER: Final = 2.5
"""So many bits oftener than judged at most, lest many rows of a few people make slips look usual."""

HARDLY: Final = 0.5
"""The same of another telephone or e-mail address, lest two people of one name make themselves one.

And namesakes at home are at most so many bits rarer: those taken for one person are not seen.
"""

_TWO_PEOPLE: Final = ("different_phone", "different_email")

_USUAL: Final = {
    reason: rates.person / sum(other.person for other in ways.values())
    for ways in AGREE
    for reason, rates in ways.items()
}
"""How often one person's rows agree so, of all ways in which they can."""

_MOST_LEARNT: Final = {
    reason: HARDLY if reason in _TWO_PEOPLE else min(OFTENER, -log2(usual))
    for reason, usual in _USUAL.items()
}

SPARSE: Final = 500
"""So many rows are thought to have another row of their person each, before fewer are believed to."""

FINE: Final = 2
"""Pairs that say the same and differ less than a half bit are counted together."""

_MOST: Final = 900.0

ALWAYS_ASKED: Final = float("inf")
"""More bits than there ever are: the most that a pair can be is a question."""


class Weight(NamedTuple):
    """What was weighed of one pair: bits for one person against strangers, and those of a household.

    `enough` = the bits from which nobody need be asked. `kin` = two people who live together, by their
    names; `named` = they bear one name. `reasons` are codes worded in `sheet_templates/texts/reasons.toml`.
    """

    person: float
    home: float
    reasons: tuple[str, ...]
    enough: float
    kin: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """Bits to add to what was weighed.

    `homes` = others of a household that a row has, `plenty` = other rows of its person, `namesakes` = how
    many of one name live together; `agree` has for each reason how much oftener than judged one person's
    rows agree so. What reasons come to together is remembered.
    """

    homes: float = log2(HOMES)
    plenty: float = 0.0
    namesakes: float = 0.0
    agree: Mapping[str, float] = field(default_factory=dict)
    _together: dict[tuple[str, ...], float] = field(default_factory=dict, init=False, compare=False)

    def bits(self, weight: Weight) -> float:
        """The bits for one person against everything else."""
        return self._person(weight) - log2(1 + self._rival(weight))

    def _person(self, weight: Weight) -> float:
        reasons = weight.reasons
        if (learnt := self._together.get(reasons)) is None:  # most pairs say what others say
            learnt = sum(self.agree.get(reason, 0.0) for reason in reasons)
            self._together[reasons] = learnt
        return weight.person + self.plenty + learnt

    def _rival(self, weight: Weight) -> float:
        """How much likelier than strangers two people of one household are."""
        namesakes = self.namesakes if weight.named else 0.0
        return exp2(weight.home + self.homes + namesakes)

    def shares(self, weight: Weight) -> tuple[float, float]:
        """How likely this pair is one person, and how likely two of a household."""
        person, home = exp2(self._person(weight)), self._rival(weight)
        return person / (1 + person + home), home / (1 + person + home)


def exp2(bits: float) -> float:
    """Two to the power of so many bits, never too large to count with."""
    return float(2 ** min(bits, _MOST))


class Lessons:
    """What pairs teach: those that say the same, to half a bit, are counted together."""

    def __init__(self) -> None:
        self.kin = 0
        self.times: Counter[tuple[int, int, tuple[str, ...], bool]] = Counter()

    def take(self, weight: Weight) -> None:
        """Count one pair: as kin, and as a lesson unless so unlikely one person that it teaches nothing."""
        person, home, reasons, _, kin, named = weight
        self.kin += kin
        if person > UNLIKELY or home > UNLIKELY:
            self.times[round(person * FINE), round(home * FINE), reasons, named] += 1


def learn(lessons: Iterable[Lessons], rows: int) -> Learnt:
    """What all pairs of so many rows teach, whatever their order."""
    together = Lessons()
    for some in lessons:
        together.kin += some.kin
        together.times.update(some.times)
    pairs = [
        (Weight(person / FINE, home / FINE, reasons, ALWAYS_ASKED, named=named), times)
        for (person, home, reasons, named), times in sorted(together.times.items())
    ]
    learnt = Learnt(log2((2 * together.kin + HOMES * BELIEF) / (rows + BELIEF)))
    for _ in range(ROUNDS):
        learnt = _again(learnt, pairs, rows)
    return learnt


def plenty(rows: int, pairs: int) -> float:
    """The most bits that so many pairs of rows can add to each, for there are so many for a row."""
    return log2(max(2 * pairs / rows, 1.0))


@lru_cache(maxsize=1 << 12)
def most_learnt(reasons: tuple[str, ...]) -> float:
    """The most bits that can be learnt of all these reasons together."""
    return sum([_MOST_LEARNT.get(reason, 0.0) for reason in reasons])


def _again(before: Learnt, pairs: Iterable[tuple[Weight, int]], rows: int) -> Learnt:
    """What is learnt once every pair counts by as much as it was thought likely before."""
    said: dict[str, float] = dict.fromkeys(RATES, 0.0)
    one = fathers = 0.0
    for weight, times in pairs:
        person, home = before.shares(weight)
        one += person * times
        if weight.named:
            fathers += home * times
        for reason in said.keys() & weight.reasons:
            said[reason] += person * times
    usual = rows / 2 * exp2(before.homes) * NAMESAKES
    return Learnt(
        before.homes,
        log2(max(2 * one / rows, (2 * one + SPARSE) / (rows + SPARSE))),
        max(log2((fathers + FATHERS) / (usual + FATHERS)), -HARDLY),
        _agreeing(said),
    )


def _agreeing(said: Mapping[str, float]) -> dict[str, float]:
    """For each reason how much oftener than judged, in bits."""
    agree = {}
    for ways in AGREE:
        seen = sum(said[reason] for reason in ways)
        for reason in ways:
            usual = _USUAL[reason]
            times = (said[reason] + JUDGED * usual) / (seen + JUDGED) / usual
            agree[reason] = min(log2(times), _MOST_LEARNT[reason])
    return agree
