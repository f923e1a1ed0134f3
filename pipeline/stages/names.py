"""A name as somebody wrote it, taken apart: first names, family names, and what is neither."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.stages.callnames import exists
from pipeline.stages.name_order import (
    are_initials,
    are_two,
    at_comma,
    families_in,
    first_and_last,
    is_family_name,
    is_named_in_full,
    names_in,
    spelled_out,
)
from pipeline.stages.no_answers import NAMELESS
from pipeline.stages.normalise import fold
from pipeline.stages.related import RELATED, Told, told_by_another
from pipeline.stages.written_names import (
    APOSTROPHES,
    BEHIND,
    DEGREES,
    FAMILIAR,
    HOUSEHOLD,
    JOINED,
    MIDDLES,
    PREFIXES,
    SUFFIXES,
    SYMBOLS,
    TELLING,
    TITLES,
    apart_at_capitals,
    are_eastern,
    unglued,
    without_notes,
)  # fmt: skip

_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
"""Letters without vowels between them: no initials."""

LONGEST: Final = 300
"""So many signs of a field are read as a name: more is a story, and its words would all be compared."""

_TOKEN: Final = re.compile(r"[a-z]+|,|-")
_WITH_DE: Final = (["heer"], ["familie"])
BOTH: Final = frozenset({"en", "and", "und"})
"""What stands between two forms of address."""

_TELLING: Final = TELLING | RELATED | NAMELESS


class Name(NamedTuple):
    """A name taken apart; all parts folded.

    `given` holds first names and initials (single letters); `family` the family names, a double name in
    two parts, without tussenvoegsels, articles glued on. `fixed` = the order is sure; otherwise it may be
    written the other way round. `several` = more than one person is named; `household` = `fam. de Boer`.
    `suffix` is `jr`, `sr` or "", of a Vietnamese name the middle, `van` or `thi`; `gender` what a form of
    address tells: `m`, `f` or "". `letters` are all letters in order, `words` all words but prefixes,
    sorted. `related` = what somebody is who is told by the name of another, or which of several of that
    name, else "".
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    fixed: bool = False
    several: bool = False
    household: bool = False
    suffix: str = ""
    gender: str = ""
    letters: str = ""
    words: tuple[str, ...] = ()
    related: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing of a name was written."""
        return not (self.given or self.family)

    @property
    def full(self) -> bool:
        """Whether it has both a first name that is written out and a family name."""
        return bool(self.family and self.given and len(self.given[0]) > 1 and len(self.family[0]) > 1)

    def turned(self) -> "Name | None":
        """The other reading of a name whose order is not sure, None when it has none."""
        if self.fixed or not self.given or not self.family:
            return None
        first, *middle = self.given
        return self._replace(given=(*middle, *self.family), family=(first,))

    def as_family(self) -> "Name":
        """The name when its only word is a family name."""
        return self._replace(given=(), family=self.given)


NO_NAME: Final = Name()
"""The name of somebody who wrote none."""


def _addressed(words: list[str]) -> tuple[list[str], str, str, bool]:
    """Tokens without forms of address and `jr`; what these told: gender, suffix, household.

    `dhr. en mevr. Jansen` are a household.
    """
    gender = suffix = other = ""
    household = couple = False
    kept: list[str] = []
    for word in words:
        if word in SUFFIXES and kept:
            suffix = SUFFIXES[word]
        elif word in TITLES and (not kept or kept[-1] == ","):
            gender, other = gender or TITLES[word], TITLES[word] or other
            household = household or word in HOUSEHOLD
        elif not kept and word in BOTH and word != words[0]:
            couple = True
        elif (word in DEGREES and kept) or (word == "ma" and kept[-1:] == [","]):
            continue
        elif kept or word != "de" or words[1:2] not in _WITH_DE:
            kept.append(word)
    if len(kept) > 1 and kept[-1] in BEHIND and exists(kept[0]):
        other = BEHIND[kept.pop()]
        gender = gender or other
    if couple or gender != other:
        return kept, "", suffix, True
    return kept, gender, suffix, household


@lru_cache(maxsize=1 << 17)
def read_name(text: str) -> Name:
    """Take a name apart; an empty Name for what holds no letters."""
    text = text[:LONGEST]
    text = apart_at_capitals(text if text.isascii() else SYMBOLS.sub(" ", text))
    return _as_most_write(fold(text)) or _taken_apart(text)


def _as_most_write(folded: str) -> Name | None:
    """`jan jansen` and `fatma van der berg`, in which nothing else need be looked for; None for others."""
    words = folded.split()
    if len(words) < 2:
        return None
    first, *between, last = words
    initials = len(first) < 4 and (len(first) == 1 or are_initials(first))
    if (
        initials
        or len(last) == 1
        or first in _TELLING
        or last in _TELLING
        or not PREFIXES.issuperset(between)
    ):
        return None
    letters = "".join(words)
    if not letters.isalpha():
        return None
    both = (first, last) if first < last else (last, first)
    return Name((first,), (last,), fixed=bool(between), letters=letters, words=both)


def _told(text: str, folded: str) -> tuple[list[str], str, str, bool]:
    """The tokens of a text; an Arabic name without its vowels is no form of address (`mr` is Omar)."""
    tokens = _TOKEN.findall(unglued(folded))
    return (tokens, "", "", False) if _is_arabic(text) else _addressed(tokens)


def _is_arabic(text: str) -> bool:
    return not text.isascii() and _ARABIC.search(text) is not None


def _first_of(words: list[str], *, several: bool) -> tuple[list[str], bool]:
    """The words of the first of two people who are both named in full, and whether it is more than one."""
    if several:
        ends = (place for place, word in enumerate(words) if word in BOTH and place > 1)
        words = words[: next(ends, len(words))]
    while words and words[-1] in {",", "-"}:
        words.pop()
    while words and words[0] in {",", "-"}:
        words.pop(0)
    before, after = _around_comma(words)
    return (before, True) if are_two(before, after) else (words, several)


def _around_comma(words: list[str]) -> tuple[list[str], list[str]]:
    comma = words.index(",") if "," in words else len(words)
    return words[:comma], words[comma + 1 :]


def _middle(words: list[str]) -> str:
    """`van` or `thi` in a Vietnamese name that is written the family name first, else ""."""
    return words[1] if are_eastern(words) and words[1] in MIDDLES else ""


def _of_another(told: Told) -> Name:
    """The name of somebody told by another's: that other's, if it may be her own, else one of itself."""
    if told.own:
        return _taken_apart(told.whom)._replace(related=told.who)
    whom = "".join(filter(str.isalpha, told.whom))
    both = told.who + whom
    return Name(
        (both,), (whom,), fixed=True, letters=both, words=tuple(sorted((both, whom))), related=told.who
    )


def _taken_apart(text: str) -> Name:
    if told := told_by_another(fold(text.translate(APOSTROPHES))):
        return _of_another(told)
    folded = without_notes(text)
    if NAMELESS.issuperset(folded.split()):
        return NO_NAME
    words, gender, suffix, household = _told(text, folded)
    words, several = _first_of(words, several=JOINED.search(folded.strip()) is not None)
    if "," in words:
        given, family, fixed = at_comma(words)
    elif (household and not is_named_in_full(words)) or is_family_name(
        words, gender, familiar=bool(gender) and folded.split(" ")[0] in FAMILIAR
    ):
        given, family, fixed = [], words, True
    else:
        given, family, fixed = first_and_last(words if _is_arabic(text) else spelled_out(words))
    written = [word for word in words if word.isalpha()]
    return Name(
        names_in(given),
        families_in(family),
        fixed,
        several,
        household,
        suffix or _middle(words),
        gender,
        letters="".join(written),
        words=tuple(sorted(names_in(written))),
    )


@lru_cache(maxsize=1 << 14)
def read_parts(given: str, family: str) -> Name:
    """A name that was written in two fields; their order is not sure, for people mix them up."""
    given, family = (SYMBOLS.sub(" ", text[:LONGEST]) for text in (given, family))
    whole = fold(f"{given} {family}".translate(APOSTROPHES))
    if told := told_by_another(whole):
        return _of_another(told)
    if NAMELESS.issuperset(whole.split()):
        return NO_NAME
    first, gender, suffix, house = _told(given, without_notes(given))
    last, _, junior, household = _told(family, without_notes(family))
    middle = _middle([*last, *first])
    names = names_in([word for word in spelled_out(first) if word not in {",", middle}])
    written = [word for word in (*first, *last) if word.isalpha()]
    return Name(
        names,
        families_in([word for word in last if word != ","]),
        household=household or house,
        suffix=suffix or junior or middle,
        gender=gender,
        letters="".join(written),
        words=tuple(sorted(names_in(written))),
    )


def forget_names() -> None:
    """Let go of the names that were taken apart, once everybody is known: most of the memory they take."""
    read_name.cache_clear()
