"""Which words of a name are first names and which the family name, in whatever order they stand."""

import re
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.genders import gender_of
from pipeline.stages.written_names import (
    ALSO_NAMES,
    ARTICLES,
    MIDDLES,
    NO_INITIALS,
    PREFIXES,
    SHORT_PREFIXES,
    are_eastern,
)

Order = tuple[list[str], list[str], bool]
"""Given words, family words, and whether their order is sure."""

_SHORT: Final = 4
"""So many letters have the parts of a first name such as Sue-Ann."""

_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,3}")

_LAST: Final = frozenset(["van", "de", "der", "den", "ter", "ten", "te", "het", "vd", "vdr"])
"""With what tussenvoegsels end that stand behind a whole name: `Hof Pim van den`. Das is a family name."""


_MEN_WITH_EL: Final = """
arbi bachir ghali hocine hossain houcine houssain houssine mahdi mamoun mehdi miloud mokhtar mostafa
mostapha moustafa moustapha mustapha yazid
"""
_WITH_EL: Final = frozenset(_MEN_WITH_EL.split())
"""First names of men before which the article stands; before most others it is a family name's."""


def spelled_out(words: list[str]) -> list[str]:
    """Tokens with initials that were written together (`jp de vries`, `os canli`) taken apart."""
    if len(words) > 1 and are_initials(words[0]) and words[0] not in PREFIXES | ARTICLES:
        return [*words[0], *words[1:]]
    return words


def are_initials(word: str) -> bool:
    """Whether two or three letters are initials written together, and no name."""
    if len(word) == 2:
        return word not in NO_INITIALS and not exists(word)
    return _CONSONANTS.fullmatch(word) is not None


def families_in(words: list[str]) -> tuple[str, ...]:
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


def names_in(words: list[str]) -> tuple[str, ...]:
    """These words without tussenvoegsels."""
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


def is_family_name(words: list[str], gender: str, *, familiar: bool) -> bool:
    """Whether there is no first name: `mw. de Boer`, `Bakker-Smit`; not `mw. Fatma` or `auntie Esi`."""
    names = names_in(words)
    if gender and len(words) == 1:
        theirs = gender_of(words[0])
        return theirs != gender and (bool(theirs) or not familiar or not exists(words[0]))
    if gender and (len(names) == 1 or (gender == "f" and words[:1] == ["ben"])):
        return True
    return len(names) == 2 and words[1:2] == ["-"] and not any(map(exists, names))


def is_named_in_full(words: list[str]) -> bool:
    """Whether a household is told by who is in it: `fam. J. Jansen`, `fam. Jan Jansen`."""
    if len(words) < 2 or words[1] == "-" or words[0] in PREFIXES | ARTICLES | SHORT_PREFIXES:
        return False
    return len(words[0]) == 1 or exists(words[0])


def is_named_last(words: list[str]) -> bool:
    """Whether only the last of these words is a first name that we know, and not the first."""
    return len(words) > 1 and exists(words[-1]) and not exists(words[0])


def _end_before_particles(words: list[str]) -> int:
    """Where the tussenvoegsels begin that stand behind a whole name: `Bree Monique v`, `Hof Pim van den`."""
    end = len(words)
    if end > 2 and words[-1] in _LAST:
        while end and words[end - 1] in PREFIXES:
            end -= 1
    elif end > 2 and words[-1] == "v" and exists(words[-2]) and not exists(words[0]):
        end -= 1
    return end if end > 1 and PREFIXES.isdisjoint(words[:end]) and "-" not in words else len(words)


def _is_mans_article(words: list[str]) -> bool:
    """Whether `el` belongs to a man's first name: `El Mehdi Talbi`; not `El Said Rkia`."""
    return len(words) > 2 and words[0] == "el" and words[1] in _WITH_EL and not any(map(exists, words[2:]))


def first_and_last(words: list[str]) -> Order:
    """Given words, family words, and whether their order is sure."""
    if are_eastern(words):
        middle = [word for word in words[1:-1] if word not in MIDDLES]
        return [words[-1], *middle], words[:1], len(words) > 2
    if (end := _end_before_particles(words)) < len(words):
        family_first = len(words[0]) > 1 and not exists(words[0])
        return _with_particles(words[:end], words[end:], family_first=family_first)
    if _is_mans_article(words):
        return words[1:2], words[2:], False
    return _with_initials_behind(words) or _with_particles_between(words)


def _with_particles(names: list[str], particles: list[str], *, family_first: bool) -> Order:
    """The order of names that have the tussenvoegsels of the family name behind them."""
    if family_first:
        return names[1:], [*particles, names[0]], exists(names[-1])
    return names[:-1], [*particles, names[-1]], not exists(names[-1])


def _with_initials_behind(words: list[str]) -> Order | None:
    """The order of `Zandstra B.`, None where no letters stand behind a name."""
    last = len(words)
    while last and len(words[last - 1]) == 1 and words[last - 1] != "-":
        last -= 1
    if not 0 < last < len(words) or len(words[0]) == 1:
        return None
    if 1 < last == len(words) - 1 and exists(words[0]):
        return words[:last], words[last:], False
    if len(words) - last > 1:
        return words[last:], words[:last], True
    return (words[last:], words[:last], True) if last > 1 else (words[:1], words[last:], False)


def _with_particles_between(words: list[str]) -> Order:
    """The order that tussenvoegsels, articles and hyphens tell, else the first name first."""
    if leading := _leading_family(words):
        return words[leading:], words[:leading], True
    begin = _begin_of_family(words)
    if begin is not None and is_named_last(words) and words[-2] not in PREFIXES | ARTICLES | {"-"}:
        return words[-1:], words[:-1], True  # `Bakker van de Meer Judith`
    if begin is not None:
        return words[:begin], words[begin:], words[begin] in PREFIXES or words[begin] in ARTICLES
    if len(words) == 1:
        return words, [], False
    return words[:-1], words[-1:], False


def is_note(before: list[str], after: list[str]) -> bool:
    """Whether what stands after the comma is no first name: `Jan de Vries, voorzitter`."""
    named = len(before) > 1 and exists(before[0])
    return named and bool(after) and not (exists(after[0]) or after[0] in PREFIXES)


def are_two(before: list[str], after: list[str]) -> bool:
    """Whether a comma stands between two people: `Jan Bakker, Riet Bakker`, not `Rojer Felicia, Maria`."""
    named = len(before) > 1 < len(after) and exists(before[0]) and exists(after[0])
    return named and before[0] not in ARTICLES and "-" not in before and not exists(before[1])


def at_comma(words: list[str]) -> Order:
    """`Vries, Jan de`, `Kacem, El Hayat`: the family name stands first, its particles perhaps last.

    In `Jan de Vries, voorzitter` it does not: that is a name and a note; nor in `Bertus Groot, de`.
    """
    comma = words.index(",")
    family, rest = words[:comma], [word for word in words[comma + 1 :] if word != ","]
    if is_note(family, rest):
        return first_and_last(family)
    if len(family) > 1 and "-" not in family and rest and PREFIXES.issuperset(rest):
        return _with_particles(family, rest, family_first=is_named_last(family))
    articles = [word for word in rest if word in ARTICLES and len(rest) > 1 and rest[0] != "ben"]
    given = [word for word in rest if word not in articles]
    named = [word for word in given if word not in PREFIXES]
    if named and are_initials(named[0]):
        named[:1] = named[0]
    return named, articles + family, True
