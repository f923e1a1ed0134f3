"""Two names side by side: how well their first names and their family names agree."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.stages.callnames import exists
from pipeline.stages.genders import gender_of, is_her_form
from pipeline.stages.names import Name, forget_names
from pipeline.stages.spelling import (
    CONFLICT,
    FAR,
    MISSING,
    NEAR,
    SAME,
    VARIANT,
    WEAK,
    Level,
    bare,
    family_names,
    first_names,
    slips,
)
from pipeline.stages.written_names import MIDDLES

LONG: Final = 10
"""From so many letters on, one slip in a whole name is a slip of the keys."""


class Agreement(NamedTuple):
    """What comparing two names says; where the first names contradict, the family names do not matter.

    `turned` = they agree when one is read the other way round; `doubtful` = something keeps
    this from ever being certain: two people in one name, junior or senior on one side only, `partner` of
    somebody so named.
    `swapped` = two first names in another order (`Murat Kaya`), which a contact in common makes certain.
    `firsts` and `lasts` are the words that agree.
    """

    given: Level
    family: Level
    turned: bool = False
    doubtful: bool = False
    swapped: bool = False
    firsts: tuple[str, str] = ("", "")
    lasts: tuple[str, str] = ("", "")

    @property
    def conflict(self) -> bool:
        """Whether these are two people, whatever else agrees."""
        return self.given is CONFLICT

    @property
    def alike(self) -> bool:
        """Whether the first names are two, and perhaps one person's: Amin and Amir, Ali and Aliye."""
        return self.given is FAR and (all(map(exists, self.firsts)) or is_her_form(*self.firsts))

    @property
    def whole(self) -> bool:
        """Whether first name and family name both agree but for a slip or a spelling."""
        return self.given >= NEAR and self.family >= NEAR


def _gender(name: Name) -> str:
    """What a form of address tells, else the first name: `mw. Bakker` is not Jan Bakker."""
    if name.several:
        return ""
    return name.gender or (gender_of(name.given[0]) if name.given else "")


_HERS: Final = ("ska", "cka")
_HIS: Final = ("ski", "cki")
"""How a Polish family name ends that is a woman's or a man's."""


def _told_gender(name: Name) -> str:
    """What a form of address tells, or the end of a Polish family name; "" for most names."""
    if name.gender or not name.family or name.several:
        return name.gender
    last = name.family[-1]
    return "f" if last.endswith(_HERS) else "m" if last.endswith(_HIS) else ""


def _are_man_and_woman(one: Name, other: Name) -> bool:
    """Whether what is written beside one first name, or in the family name, contradicts the other name."""
    told, told_too = _told_gender(one), _told_gender(other)
    return (told or told_too) != "" and {told or _gender(one), told_too or _gender(other)} == {"f", "m"}


def _given(one: Name, other: Name) -> Level:
    if len(one.given) == len(other.given) == 1:
        return first_names(one.given[0], other.given[0])
    if not one.given or not other.given:
        return CONFLICT if {_gender(one), _gender(other)} == {"f", "m"} else MISSING
    if "".join(one.given) == "".join(other.given) and min(len(one.given[0]), len(other.given[0])) > 1:
        return SAME
    first = first_names(one.given[0], other.given[0])
    if first is CONFLICT:
        crossed = any(
            len(a) > 2 and first_names(a, b) >= VARIANT
            for a, b in (
                *((one.given[0], name) for name in other.given[1:]),
                *((other.given[0], name) for name in one.given[1:]),
            )
        )
        if crossed and {gender_of(one.given[0]), gender_of(other.given[0])} != {"f", "m"}:
            return WEAK
        return CONFLICT
    return _second(one, other, first)


def _second(one: Name, other: Name, first: Level) -> Level:
    """The level of the first names once the second ones had their say."""
    if len(one.given) == 1 or len(other.given) == 1:
        known = any(len(name) == 1 or exists(name) for name in (*one.given[1:], *other.given[1:]))
        return min(first, VARIANT) if known else first
    second = first_names(one.given[1], other.given[1])
    if second is CONFLICT:
        named = one.given[1] in other.family or other.given[1] in one.family
        exist = [len(name) == 1 or exists(name) for name in (one.given[1], other.given[1])]
        if named or any(exist) != all(exist):
            return min(first, VARIANT)
        return CONFLICT if all(exist) else FAR
    if second is FAR:  # Mohamed Khalid and Mohamed Khalida
        return min(first, FAR)
    if first is WEAK and second is WEAK:
        return NEAR
    return first if second is SAME else min(first, VARIANT)


def _family(one: Name, other: Name) -> tuple[Level, tuple[str, str]]:
    """How well the family names agree, and the two that agree best."""
    if len(one.family) == len(other.family) == 1:
        return family_names(one.family[0], other.family[0]), (one.family[0], other.family[0])
    if not one.family or not other.family:
        return MISSING, ("", "")
    best, lasts = max((family_names(a, b), (a, b)) for a in one.family for b in other.family)
    if set(one.family) == set(other.family) or "".join(one.family) == "".join(other.family):
        return SAME, lasts
    return (min(VARIANT, best)), lasts


def _among_first_names(one: Name, other: Name) -> bool:
    """Whether a family name of one stands among the first names of the other (`Fatma Yılmaz de Boer`)."""
    return any(
        family_names(a, b) >= VARIANT
        for a, b in (
            *((part, name) for part in one.family for name in other.given[1:]),
            *((part, name) for part in other.family for name in one.given[1:]),
        )
    )


def _in_this_order(one: Name, other: Name) -> Agreement:
    differ = one.suffix != other.suffix
    generations = differ and MIDDLES.isdisjoint((one.suffix, other.suffix))
    given = CONFLICT if differ and one.suffix and other.suffix else _given(one, other)
    couple = _are_man_and_woman(one, other)
    if couple and given is not SAME:
        given = CONFLICT
    family, lasts = _family(one, other)
    several = len(one.given) > 1 or len(other.given) > 1
    if several and family < VARIANT and _among_first_names(one, other):
        family = VARIANT
    firsts = (one.given[0], other.given[0]) if one.given and other.given else ("", "")
    doubtful = (
        generations
        or couple
        or one.several
        or other.several
        or is_second(given, firsts)
        or (given is not CONFLICT and min(given, family) < VARIANT and _are_syllables(one, other))
        or one.related != other.related
        or (family is CONFLICT and max(map(len, lasts)) == 1)  # Ahmed A. and Ahmed B.
    )
    return Agreement(given, family, doubtful=doubtful, firsts=firsts, lasts=lasts)


_SYLLABLE: Final = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxyz]|[cgknpstz]h|ng|tr|ts|gi|qu)?[aeiou]{1,3}(?:n[gh]?|ch|[cmptkrhwy])?"
)


def _are_syllables(one: Name, other: Name) -> bool:
    """Whether a name is of syllables, as in China and Vietnam, where a letter makes another: Wei and Wen.

    Short Dutch family names look alike, but stand beside a first name that we know.
    """
    words = (*one.words, *other.words)
    short = all(len(word) > 1 and _SYLLABLE.fullmatch(word) for word in words)
    return short and not any(map(exists, words))


def is_second(given: Level, firsts: tuple[str, str]) -> bool:
    """Whether one is called as the other is second: Hassan Omar and Ali Hassan Omar, perhaps his son."""
    return given is WEAK and all(map(exists, firsts)) and first_names(*firsts) is CONFLICT


def _as_a_whole(one: Name, other: Name, best: Agreement) -> Agreement:
    """What the names say when their parts do not fit: the same words in another order, or one slip in all."""
    words = one.words
    if best.conflict and (_is_family_of(one, other) or _is_family_of(other, one)):
        return best._replace(given=MISSING, family=SAME)
    generations = one.suffix != other.suffix and MIDDLES.isdisjoint((one.suffix, other.suffix))
    if words == other.words and len(words) > 1 and not generations and all(map(_long, words)):
        swapped = all(map(exists, words))
        return best._replace(given=SAME, family=SAME, turned=True, swapped=swapped)
    long = not best.conflict and min(len(one.letters), len(other.letters)) >= LONG
    if long and not best.alike and one.full and other.full and slips(one.letters, other.letters) <= 1:
        return best._replace(given=max(best.given, NEAR), family=max(best.family, NEAR))
    return best


def _is_family_of(one: Name, other: Name) -> bool:
    """Whether one is no more than the family name of the other: `Kaya`, `mw. Bakker Smit`."""
    if not one.family and len(one.given) == 1 == len(other.family) and other.given:
        return len(one.given[0]) > 1 and family_names(one.given[0], other.family[0]) >= VARIANT
    together = len(one.words) == len(other.family) > 1 and one.words == tuple(sorted(other.family))
    return together and not any(map(exists, one.words))


def _long(word: str) -> bool:
    return len(word) > 1


def _turned(one: Name, other: Name) -> Agreement | None:
    """What the names say when `one` is read the other way round, None when that is no better."""
    if one.fixed or not one.given:
        return None
    letter = one.given[0][0]
    if not [part for part in other.family if part[0] == letter or bare(part)[0] == letter]:
        return None
    turned = one.turned()
    if turned is None:
        return None
    found = _in_this_order(turned, other)
    if _among_first_names(turned, other):
        return None
    if not (found.whole or (found.given is WEAK and found.family >= NEAR)):
        return None
    names = all(exists(part) for part in (*one.given[:1], *one.family[:1], *other.given[:1]))
    return found._replace(turned=True, swapped=names)


@lru_cache(maxsize=1 << 16)
def compare(one: Name, other: Name) -> Agreement:
    """How well two names agree, in the reading that fits best; the same whichever comes first."""
    best = _in_this_order(one, other)
    if best.whole:
        return best
    turned = [found for found in (_turned(one, other), _turned(other, one)) if found]
    return max(turned, key=_rank) if turned else _as_a_whole(one, other, best)


def named(name: Name, group: Iterable[Name]) -> int:
    """How well a whole name is one of a group's, 0 = not; most do not even begin with the same letters."""
    letters = {word[0] for word in name.words}
    alike = [compare(name, other) for other in group if any(word[0] in letters for word in other.words)]
    return max((found.given + found.family for found in alike if found.whole), default=0)


def forget_comparisons() -> None:
    """Let go of the names that were taken apart and compared, once everybody is known."""
    compare.cache_clear()
    forget_names()


NOTHING: Final = Agreement(MISSING, MISSING)
"""What a row without a name says."""


def compare_all(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> Agreement:
    """How well the names of two groups of rows agree: as well as the two that agree best.

    First names that contradict anywhere are two people, except a misspelt one where the right one
    stands beside it. Nor is A. Duin enough to make one of Amin and Amir Duin.
    """
    if len(ours) == 1 and len(theirs) == 1:
        return compare(ours[0], theirs[0])
    if not ours or not theirs:
        return NOTHING
    found = [(one, other, compare(one, other)) for one in ours for other in theirs]
    best = max([pair for _, _, pair in found], key=_rank)
    if any(pair.conflict and not _excused(one, other, ours, theirs) for one, other, pair in found):
        return best._replace(given=CONFLICT)
    if any(pair.alike and not _bridged(one, other, ours, theirs) for one, other, pair in found):
        return best._replace(given=min(best.given, FAR))
    return best


def _rank(found: Agreement) -> tuple[object, ...]:
    words = sorted(found.firsts), sorted(found.lasts)
    return (
        found.given + found.family,
        found.given,
        not found.doubtful,
        not found.swapped,
        not found.turned,
        *words,
    )


def _excused(one: Name, other: Name, ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether first names that contradict say nothing, for the right one stands beside them.

    One of the two is none that we know, or its group has several first names already.
    """
    misspelt = not all(exists(given) for name in (one, other) for given in name.given[:1])
    return any(
        compare(beside, far).given >= NEAR and (misspelt or compare(beside, near).conflict)
        for near, far, group in ((one, other, ours), (other, one, theirs))
        for beside in group
    )


def _bridged(one: Name, other: Name, ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether two first names that are alike have a form of one beside the other: Johannes, Jan and Johan.

    Never those of a man and a woman: Cornelis, Cor and Cornelia.
    """
    if {_gender(one), _gender(other)} == {"f", "m"}:
        return False
    return any(
        compare(beside, far).given >= VARIANT
        for far, group in ((other, ours), (one, theirs))
        for beside in group
    )
