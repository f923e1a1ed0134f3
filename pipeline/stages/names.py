"""A name as somebody wrote it, taken apart: first names, family names, and what is neither."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.stages.callnames import exists
from pipeline.stages.genders import gender_of
from pipeline.stages.no_answers import NAMELESS
from pipeline.stages.normalise import fold
from pipeline.stages.related import RELATED, Told, told_by_another
from pipeline.stages.written_names import (
    ALSO_NAMES,
    APOSTROPHES,
    ARTICLES,
    BEHIND,
    DEGREES,
    FAMILIAR,
    HOUSEHOLD,
    JOINED,
    NO_INITIALS,
    PREFIXES,
    SHORT_PREFIXES,
    SUFFIXES,
    SYMBOLS,
    TELLING,
    TITLES,
    are_eastern,
    initials_apart,
    unglued,
    without_notes,
)  # fmt: skip

_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
"""Letters without vowels between them: no initials."""

LONGEST: Final = 300
"""So many signs of a field are read as a name: more is a story, and its words would all be compared."""

_TOKEN: Final = re.compile(r"[a-z]+|,|-")
_SHORT: Final = 4
"""So many letters have the parts of a first name such as Sue-Ann."""

_WITH_DE: Final = (["heer"], ["familie"])
BOTH: Final = frozenset({"en", "and", "und", "ve", "wa"})
"""What stands between two forms of address."""

_TELLING: Final = TELLING | RELATED | NAMELESS

_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,3}")


class Name(NamedTuple):
    """A name taken apart; all parts folded.

    `given` holds first names and initials (single letters); `family` the family names, a double name in two
    parts, without tussenvoegsels, articles glued on. `fixed` = the order is sure; otherwise it may be written
    the other way round. `several` = more than one person is named; `household` = `fam. de Boer`. `suffix` is
    `jr`, `sr` or ""; `gender` what a form of address tells: `m`, `f` or "". `letters` are all letters in
    order, `words` all words but prefixes, sorted. `related` = what somebody is who is told by the name of
    another, or which of several of that name, else "".
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


def _spread(words: list[str]) -> list[str]:
    """Tokens with initials that were written together (`jp de vries`, `os canli`) taken apart."""
    if len(words) > 1 and _are_initials(words[0]) and words[0] not in PREFIXES | ARTICLES:
        return [*words[0], *words[1:]]
    return words


def _are_initials(word: str) -> bool:
    if len(word) == 2:
        return word not in NO_INITIALS and not exists(word)
    return _CONSONANTS.fullmatch(word) is not None


def _family(words: list[str]) -> tuple[str, ...]:
    """The family names in these words: split at hyphens, prefixes left out, articles glued on."""
    parts: list[str] = []
    glue = ""
    new = True
    for word in words:
        if word == "-":
            new = True
        elif word in ARTICLES:
            glue += word
        elif word not in PREFIXES and not (len(word) == 1 and word in SHORT_PREFIXES and len(words) > 1):
            if new or not parts:
                parts.append(glue + word)
            else:
                parts[-1] += glue + word
            glue, new = "", False
        else:
            new = True
    if glue:
        parts.append(glue)
    if not parts and ALSO_NAMES.issuperset(words):
        return tuple(words[:1])
    return tuple(dict.fromkeys(parts))


def _words(words: list[str]) -> tuple[str, ...]:
    return tuple([word for word in words if word != "-" and word not in PREFIXES])


def _begin_of_family(words: list[str]) -> int | None:
    """Where the family name begins when a particle or a hyphen tells, else None."""
    for place, word in enumerate(words[1:], start=1):
        if word in PREFIXES or word in ARTICLES or words[place + 1 : place + 2] == ["-"]:
            return place if word != "-" else None
        if (
            word in SHORT_PREFIXES
            and len(words[place - 1]) > 1
            and len("".join(words[place + 1 : place + 2])) > 1
        ):
            return place
    return None


def _is_first_name_at_the_end(words: list[str]) -> bool:
    """Whether only the last of three words is a first name that we know: `Ben Rahbali Jamila`."""
    return len(words) == 3 and exists(words[2]) and not exists(words[1])


def _is_named_last(words: list[str]) -> bool:
    """Whether the first name that we know comes last: `Bakker van de Meer Judith`."""
    return exists(words[-1]) and not exists(words[0]) and words[-2] not in PREFIXES | ARTICLES | {"-"}


def _leading_family(words: list[str]) -> int:
    """How many words the family name takes that the words begin with (`El Kacem Karima`): 0 = none."""
    end = 0
    while end < len(words) - 1 and (words[end] in PREFIXES or words[end] in ARTICLES):
        end += 1
    double = words[:1] + words[2:3] if words[1:2] == ["-"] and len(words) > 3 else []
    if double and not any(map(exists, double)) and (exists(words[-1]) or max(map(len, double)) > _SHORT):
        return 3
    if end == 0 and len(words) > 2 and words[0] in SHORT_PREFIXES and len(words[1]) > 1 == len(words[-1]):
        return len(words) - 1
    if end == 0 or (words[0] == "ben" and len(words) <= 3 and not _is_first_name_at_the_end(words)):
        return 0
    end += 1
    while words[end : end + 1] == ["-"]:
        end += 2
        while end < len(words) and words[end - 1] in PREFIXES:
            end += 1
    return end


def _is_family_name(words: list[str], gender: str, *, familiar: bool) -> bool:
    """Whether there is no first name: `mw. de Boer`, `Bakker-Smit`; not `mw. Fatma` or `auntie Esi`."""
    names = _words(words)
    if gender and len(words) == 1:
        theirs = gender_of(words[0])
        return theirs != gender and (bool(theirs) or not familiar or not exists(words[0]))
    if gender and (len(names) == 1 or (gender == "f" and words[:1] == ["ben"])):
        return True
    return len(names) == 2 and words[1:2] == ["-"] and not any(map(exists, names))


def _is_named_in_full(words: list[str]) -> bool:
    """Whether a household is told by who is in it: `fam. J. Jansen`, `fam. Jan Jansen`."""
    if len(words) < 2 or words[1] == "-" or words[0] in PREFIXES | ARTICLES | SHORT_PREFIXES:
        return False
    return len(words[0]) == 1 or exists(words[0])


def _split(words: list[str]) -> tuple[list[str], list[str], bool]:
    """Given words, family words, and whether their order is sure."""
    if are_eastern(words):
        middle = [word for word in words[1:-1] if word != "van"]
        return [words[-1], *middle], words[:1], len(words) > 2
    last = len(words)
    while last and len(words[last - 1]) == 1 and words[last - 1] != "-":
        last -= 1
    if 0 < last < len(words) and len(words[0]) > 1:
        if 1 < last == len(words) - 1 and exists(words[0]):
            return words[:last], words[last:], False
        if len(words) - last > 1:
            return words[last:], words[:last], True
        return (words[last:], words[:last], True) if last > 1 else (words[:1], words[last:], False)
    if leading := _leading_family(words):
        return words[leading:], words[:leading], True
    begin = _begin_of_family(words)
    if begin is not None and _is_named_last(words):
        return words[-1:], words[:-1], True
    if begin is not None:
        return words[:begin], words[begin:], words[begin] in PREFIXES or words[begin] in ARTICLES
    if len(words) == 1:
        return words, [], False
    return words[:-1], words[-1:], False


def is_note(before: list[str], after: list[str]) -> bool:
    """Whether what stands after the comma is no first name: `Jan de Vries, voorzitter`."""
    named = len(before) > 1 and exists(before[0])
    return named and bool(after) and not (exists(after[0]) or after[0] in PREFIXES)


def _at_comma(words: list[str]) -> tuple[list[str], list[str], bool]:
    """`Vries, Jan de`, `Kacem, El Hayat`: the family name stands first, its particles perhaps last.

    In `Jan de Vries, voorzitter` it does not: that is a name and a note.
    """
    comma = words.index(",")
    family, rest = words[:comma], [word for word in words[comma + 1 :] if word != ","]
    if is_note(family, rest):
        return _split(family)
    articles = [word for word in rest if word in ARTICLES and len(rest) > 1 and rest[0] != "ben"]
    given = [word for word in rest if word not in articles]
    named = [word for word in given if word not in PREFIXES]
    if named and _are_initials(named[0]):
        named[:1] = named[0]
    return named, articles + family, True


@lru_cache(maxsize=1 << 17)
def read_name(text: str) -> Name:
    """Take a name apart; an empty Name for what holds no letters."""
    text = text[:LONGEST]
    text = initials_apart(text if text.isascii() else SYMBOLS.sub(" ", text))
    return _as_most_write(fold(text)) or _taken_apart(text)


def _as_most_write(folded: str) -> Name | None:
    """`jan jansen` and `fatma van der berg`, in which nothing else need be looked for; None for others."""
    words = folded.split()
    if len(words) < 2:
        return None
    first, *between, last = words
    initials = len(first) < 4 and (len(first) == 1 or _are_initials(first))
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


def _first_of(words: list[str]) -> list[str]:
    """The words of the first of two people who are both named in full: `Jan de Vries en Anna Bakker`."""
    ends = (place for place, word in enumerate(words) if word in BOTH and place > 1)
    return words[: next(ends, len(words))]


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
    several = JOINED.search(folded.strip()) is not None
    words, gender, suffix, household = _told(text, folded)
    words = _first_of(words) if several else words
    while words and words[-1] in {",", "-"}:
        words.pop()
    while words and words[0] in {",", "-"}:
        words.pop(0)
    if "," in words:
        given, family, fixed = _at_comma(words)
    elif (household and not _is_named_in_full(words)) or _is_family_name(
        words, gender, familiar=bool(gender) and folded.split(" ")[0] in FAMILIAR
    ):
        given, family, fixed = [], words, True
    else:
        given, family, fixed = _split(words if _is_arabic(text) else _spread(words))
    written = [word for word in words if word.isalpha()]
    return Name(
        _words(given),
        _family(family),
        fixed,
        several,
        household,
        suffix,
        gender,
        letters="".join(written),
        words=tuple(sorted(_words(written))),
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
    first, gender, suffix, _ = _told(given, without_notes(given))
    last, _, junior, household = _told(family, without_notes(family))
    names = _words([word for word in _spread(first) if word != ","])
    written = [word for word in (*first, *last) if word.isalpha()]
    return Name(
        names,
        _family([word for word in last if word != ","]),
        household=household,
        suffix=suffix or junior,
        gender=gender,
        letters="".join(written),
        words=tuple(sorted(_words(written))),
    )


def forget_names() -> None:
    """Let go of the names that were taken apart, once everybody is known: most of the memory they take."""
    read_name.cache_clear()
