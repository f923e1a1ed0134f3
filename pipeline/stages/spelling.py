"""Two words that may be one name: how they sound, and how far their letters lie apart."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from pipeline.stages.callnames import call_names, exists, formal_names, may_be_called, spellings_of
from pipeline.stages.genders import is_her_form

_LETTERS: Final = (
    ("eij", "@"), ("aij", "ai"), ("oij", "oi"), ("uij", "ui"), ("ij", "@"), ("ei", "@"), ("ey", "@"),
    ("chr", "kr"), ("sch", "sg"),
    ("sh", "s"), ("sj", "s"), ("dj", "j"), ("kh", "g"), ("gh", "g"), ("ch", "g"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"),
    ("oe", "u"), ("ou", "u"), ("ie", "i"), ("z", "s"), ("v", "f"),
)  # fmt: skip
"""What is written in more than one way and said in one; `@` is the sound of ei and ij."""

_OLD_IJ: Final = re.compile(r"(?<=[^aeiouy])(?<![csrz]z)y(?=[^aeiouy])")
"""Van Dyk and Dykstra, but not Wojtczyk."""

_DOUBLE: Final = re.compile(r"(.)\1+")
_SOFT_C: Final = re.compile(r"c(?=[eiy])")
_CONSONANT_Y: Final = re.compile(r"y(?=[aeou])")
_SILENT_H: Final = re.compile(r"(?<=[^aeiou@])h|h$")
_HARD: Final = {"d": "t", "b": "p"}
"""What is said at the end of a word."""

_SERVANT: Final = re.compile(r"^abd(?:el|al|ul|oel|oul|er)(?=[a-z]{3})")
_SERVANT_ALONE: Final = re.compile(r"abd(?:el|al|ul|oel|oul|i|ou)")


class Level(IntEnum):
    """How well two parts of two names agree, the worst first.

    `FAR` = two slips apart; `WEAK` = an initial, a short form, another of several first names;
    `NEAR` = one slip; `VARIANT` = another spelling, a call name, one part of a double name.
    """

    CONFLICT = 0
    FAR = 1
    MISSING = 2
    WEAK = 3
    NEAR = 4
    VARIANT = 5
    SAME = 6


CONFLICT, FAR, MISSING, WEAK, NEAR, VARIANT, SAME = Level
"""The same by name alone: to look one up in `Level` takes Python 3.11 ten times as long."""


MUDDLED: Final = 4
"""From so many letters on, the same ones in another order are hardly another name."""


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A folded word as it is said, roughly: equal for Meijer and Meyer, Soeresh and Suresh."""
    for written, said in _LETTERS:
        word = word.replace(written, said)
    word = _SOFT_C.sub("s", word).replace("c", "k")
    word = _CONSONANT_Y.sub("j", word).replace("y", "i")
    word = _DOUBLE.sub(r"\1", _SILENT_H.sub("", word) or word)
    return word[:-1] + _HARD.get(word[-1:], word[-1:])


_TWO_SYLLABLES: Final = 9
"""So many letters have Reema and Rima together."""


def _said_abroad(name: str) -> str:
    """The sound of a first name as English and Polish write it: Reema is Rima, Wiktor is Viktor."""
    return sound(name.replace("ee", "i").replace("w", "v"))


def are_alike_abroad(one: str, other: str) -> bool:
    """Whether two first names are one so; not Neel and Nil, which are too short for that."""
    return len(one) + len(other) >= _TWO_SYLLABLES and _said_abroad(one) == _said_abroad(other)


@lru_cache(maxsize=1 << 16)
def spoken(name: str) -> frozenset[str]:
    """The sounds of a first name and of the formal names it may stand for: two that share one may agree."""
    return frozenset(map(sound, {*spellings_of(name), *formal_names(name), name})) | {_said_abroad(name)}


def slips(one: str, other: str) -> int:
    """Letters inserted, left out, replaced or swapped between two words; 3 stands for more than two.

    Words of the same letters in another order count as one slip.
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    distance = OSA.distance(one, other, score_cutoff=2)
    return 1 if distance == 2 and sorted(one) == sorted(other) else distance


def near(one: str, other: str) -> Level:
    """NEAR, FAR or CONFLICT by the letters alone: short words forgive less."""
    shortest = min(len(one), len(other))
    distance = slips(one, other)
    if distance <= 1 and (shortest >= 4 or (shortest == 3 and one[0] == other[0])):
        return NEAR
    return FAR if distance == 2 and shortest >= 6 else CONFLICT


def _initial(letter: str, name: str) -> Level:
    """Whether a name, or the formal name it stands for, begins with this letter; FAR for a call name."""
    if any(form[0] == letter for form in (name, *formal_names(name), *spellings_of(name))):
        return WEAK
    return FAR if any(called[0] == letter for called in call_names(name)) else CONFLICT


def _slip(one: str, other: str) -> Level:
    """A slip of the keys between two first names that are not both names of their own."""
    spelled = near(one, other)
    if spelled is not NEAR:
        for known, slipped in ((one, other), (other, one)):
            forms = (*spellings_of(known), *formal_names(known), *call_names(known))
            if any(near(form, slipped) is NEAR for form in forms if form[0] == slipped[0]):
                return NEAR
    if spelled is NEAR:
        return NEAR if one[0] == other[0] else FAR
    return FAR if _muddled(one, other) else spelled


def _muddled(one: str, other: str) -> bool:
    """Whether two words have the same letters but for one, in whatever order (`aucal`, Luca)."""
    return min(len(one), len(other)) >= MUDDLED and slips("".join(sorted(one)), "".join(sorted(other))) <= 1


_VOWEL: Final = re.compile(r"[aeiou]")
_VOWELS: Final = re.compile(r"[aeiouwyh]+")


def _bones(one: str, other: str) -> bool:
    """Whether one is written without vowels, as in Arabic script (`mhmd`, Mohamed), and the rest agrees."""
    if (_VOWEL.search(one) or len(one) < 2) and (_VOWEL.search(other) or len(other) < 2):
        return False
    bones, bones_too = (_VOWELS.sub("", _DOUBLE.sub(r"\1", word)).removeprefix("l") for word in (one, other))
    return bones == bones_too


def _is_servant(one: str, other: str) -> bool:
    """Whether one is no more than the beginning of the other: Abdul of Abdulaziz, Abdi of Abdirahman."""
    short, long = sorted((one, other), key=len)
    return _SERVANT_ALONE.fullmatch(short) is not None and long[:3] == short[:3] and len(long) > 6


@lru_cache(maxsize=1 << 16)
def first_names(one: str, other: str) -> Level:
    """How well two folded first names agree."""
    if one == other:
        return SAME if len(one) > 1 else WEAK
    if len(one) == 1 or len(other) == 1:
        letter, name = sorted((one, other), key=len)
        return _initial(letter, name)
    if other in spellings_of(one) or (sound(one) == sound(other) and not is_her_form(one, other)):
        return VARIANT
    if other in formal_names(one) or one in formal_names(other):
        return VARIANT
    if not (exists(one) and exists(other)) and are_alike_abroad(one, other):
        return VARIANT  # of two that we know, each is a name of its own: Kees and Cis
    bare_one, bare_other = _SERVANT.sub("", one), _SERVANT.sub("", other)
    if (bare_one != one) != (bare_other != other) and first_names(bare_one, bare_other) >= NEAR:
        return VARIANT
    if may_be_called(one, other) or may_be_called(other, one):
        return FAR
    if _bones(one, other) or _is_servant(one, other):
        return WEAK
    return _by_letters(*sorted((one, other), key=len))


def _by_letters(short: str, long: str) -> Level:
    """How well two first names agree that are not known to be one person's."""
    known = exists(short) and exists(long)
    if short + "a" == long:
        return CONFLICT if known else FAR
    if is_her_form(short, long):
        return FAR
    if known:
        return FAR if len(short) > 2 and slips(short, long) == 1 else CONFLICT
    if len(short) >= 3 and long.startswith(short) and len(long) > len(short) + 1:
        return FAR if exists(short) else WEAK  # Can and Canan, not Mich and Michalina
    return _slip(short, long)


def is_call_name(one: str, other: str) -> bool:
    """Whether one is a call name of the other, not another spelling of it."""
    called = one in formal_names(other) or other in formal_names(one)
    return called and sound(one) != sound(other) and other not in spellings_of(one)


_GLUED: Final = re.compile(r"^(?:vanden|vander|vande|van|den|der|de|ter|ten|te|el|al|la|le)(?=[a-z]{3})")


@lru_cache(maxsize=1 << 16)
def bare(family: str) -> str:
    """A family name without what was glued to it: `kacem` for `elkacem`, `vries` for `devries`."""
    return _GLUED.sub("", family)


@lru_cache(maxsize=1 << 16)
def surname(family: str) -> str:
    """A family name as it is said, roughly, without what was glued to it: equal for Vandyk and Dijk."""
    return sound(_OLD_IJ.sub("ij", bare(family)))


_VAN: Final = "van"
"""What hardly any family name begins with by itself: a slip after it is seen without it."""


def _without_van(family: str) -> str:
    return bare(family) if family.startswith(_VAN) else family


@lru_cache(maxsize=1 << 16)
def family_names(one: str, other: str) -> Level:
    """How well two folded family names agree, `elkacem` and `kacem`, `devries` and `vries` alike."""
    if one == other:
        return SAME if len(one) > 1 else WEAK
    if len(one) == 1 or len(other) == 1:
        return WEAK if one[0] == other[0] else CONFLICT
    if bare(one) == other or bare(other) == one:
        return SAME
    if sound(one) == sound(other) or surname(one) == surname(other):
        return VARIANT
    spelled = near(one, other)
    if one.startswith(_VAN) or other.startswith(_VAN):
        spelled = max(spelled, near(_without_van(one), _without_van(other)))
    return max(spelled, FAR) if _bones(one, other) else spelled
