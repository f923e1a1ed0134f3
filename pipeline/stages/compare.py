"""Two names side by side: how well their first names and their family names agree."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.names import Name
from pipeline.stages.spelling import Level, family_names, first_names, slips

LONG: Final = 10
"""From so many letters on, one slip in a whole name is a slip of the keys."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What comparing two names says; where the first names contradict, the family names do not matter.

    `turned` = they agree when one is read the other way round; `doubtful` = something keeps
    this from ever being certain: two people in one name, junior or senior on one side only,
    two first names in another order.
    """

    given: Level
    family: Level
    turned: bool = False
    doubtful: bool = False

    @property
    def conflict(self) -> bool:
        """Whether these are two people, whatever else agrees."""
        return self.given is Level.CONFLICT

    @property
    def whole(self) -> bool:
        """Whether first name and family name both agree but for a slip or a spelling."""
        return self.given >= Level.NEAR and self.family >= Level.NEAR


def _given(one: Name, other: Name) -> Level:
    if not one.given or not other.given:
        return Level.CONFLICT if one.gender and other.gender and one.gender != other.gender else Level.MISSING
    if "".join(one.given) == "".join(other.given) and min(len(one.given[0]), len(other.given[0])) > 1:
        return Level.SAME
    first = first_names(one.given[0], other.given[0])
    if first is Level.CONFLICT:
        crossed = any(
            len(a) > 2 and first_names(a, b) >= Level.VARIANT
            for a, b in (
                *((one.given[0], name) for name in other.given[1:]),
                *((other.given[0], name) for name in one.given[1:]),
            )
        )
        return Level.WEAK if crossed else Level.CONFLICT
    return _second(one, other, first)


def _second(one: Name, other: Name, first: Level) -> Level:
    """The level of the first names once the second ones had their say."""
    if len(one.given) == 1 and len(other.given) == 1:
        return first
    if len(one.given) == 1 or len(other.given) == 1:
        return min(first, Level.VARIANT)
    second = first_names(one.given[1], other.given[1])
    if second is Level.CONFLICT:
        return Level.CONFLICT
    if first is Level.WEAK and second is Level.WEAK:
        return Level.NEAR
    return first if second is Level.SAME else min(first, Level.VARIANT)


def _family(one: Name, other: Name) -> Level:
    if not one.family or not other.family:
        return Level.MISSING
    if set(one.family) == set(other.family):
        return Level.SAME if len(one.family[0]) > 1 else Level.WEAK
    best = max(family_names(a, b) for a in one.family for b in other.family)
    if best >= Level.VARIANT:
        return best if len(one.family) == len(other.family) == 1 else Level.VARIANT
    return Level.VARIANT if _among_first_names(one, other) else best


def _among_first_names(one: Name, other: Name) -> bool:
    """Whether a family name of one stands among the first names of the other (`Fatma Yılmaz de Boer`)."""
    return any(
        family_names(a, b) >= Level.VARIANT
        for a, b in (
            *((part, name) for part in one.family for name in other.given[1:]),
            *((part, name) for part in other.family for name in one.given[1:]),
        )
    )


def _in_this_order(one: Name, other: Name) -> Agreement:
    generations = one.suffix != other.suffix
    given = Level.CONFLICT if generations and one.suffix and other.suffix else _given(one, other)
    family = Level.CONFLICT if given is Level.CONFLICT else _family(one, other)
    return Agreement(given, family, doubtful=generations or one.several or other.several)


def _as_a_whole(one: Name, other: Name, best: Agreement) -> Agreement:
    """What the names say when their parts do not fit: the same words in another order, or one slip in all."""
    written_out = len(one.words) > 1 and all(len(word) > 1 for word in one.words)
    if written_out and one.words == other.words and one.suffix == other.suffix:
        doubtful = best.doubtful or all(map(exists, one.words))
        return Agreement(Level.SAME, Level.SAME, turned=True, doubtful=doubtful)
    long = one.full and other.full and min(len(one.letters), len(other.letters)) >= LONG
    if long and not best.conflict and slips(one.letters, other.letters) <= 1:
        return Agreement(max(best.given, Level.NEAR), max(best.family, Level.NEAR), doubtful=best.doubtful)
    return best


def _turned(one: Name, other: Name) -> Agreement | None:
    """What the names say when `one` is read the other way round, None when that is no better."""
    if one.fixed or not any(part[0] == given[0] for given in one.given[:1] for part in other.family):
        return None
    turned = one.turned()
    found = _in_this_order(turned, other) if turned else None
    if turned is None or found is None or not found.whole or _among_first_names(turned, other):
        return None
    names = all(exists(part) for part in (*one.given[:1], *one.family[:1], *other.given[:1]))
    return Agreement(found.given, found.family, turned=True, doubtful=found.doubtful or names)


@lru_cache(maxsize=1 << 14)
def compare(one: Name, other: Name) -> Agreement:
    """How well two names agree, in the reading that fits best; the same whichever comes first."""
    best = _in_this_order(one, other)
    if best.whole:
        return best
    turned = _turned(one, other) or _turned(other, one)
    return turned or _as_a_whole(one, other, best)
