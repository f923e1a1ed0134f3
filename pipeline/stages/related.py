"""Somebody told by another's name: `dochter van Fatma Kaya`, `Tims moeder`, `partner Fatma Kaya`."""

import re
from string import ascii_lowercase
from typing import Final, NamedTuple

from pipeline.stages.callnames import exists
from pipeline.stages.relations import ALSO_NAMES, OF_ANOTHER, SELDOM_NAMES
from pipeline.stages.written_names import ARTICLES, FAMILIAR, PREFIXES

_SURNAMES: Final = ALSO_NAMES | SELDOM_NAMES
RELATED: Final = OF_ANOTHER | {"via"}
"""What somebody is to the one who is named."""

_CLOSE: Final = frozenset({
    "zoon", "dochter", "kind", "man", "vrouw", "partner", "echtgenoot", "echtgenote", "gast", "introducee",
    "begeleider", "begeleidster", "moeder", "vader", "zus", "broer", "vervanger", "plaatsvervanger", "junior",
    "senior", "jr", "sr",
})  # fmt: skip
"""What beside a name tells whose it is not, rather than whose: a neighbour is known by it."""

_TITLES: Final = FAMILIAR - {"mama"}
_JOINTS: Final = frozenset({"en", "and", "met", "with", "plus", "namens", "voor", "for"})
"""Who comes with somebody, or instead, is the one who is named."""

_ANY: Final = "|".join(sorted(RELATED))
_WHOSE: Final = r"(?:(?:de|het|een|mijn|zijn|haar|hun|onze|the|an?|my|his|her|their)\s)?"
_WHO: Final = rf"{_WHOSE}(?:(?:oudste|jongste|oudere|jongere)\s)?(?P<who>{_ANY})"
_NUMBER: Final = r"(?:\s?(?P<number>[0-9]))?"
_FIRST: Final = re.compile(
    rf"(?:(?P<nth>[0-9])e\s)?{_WHO}{_NUMBER}\s(?:(?P<of>van|v|of)\b\.?\s?)?(?P<whom>[a-z].*)"
)
_LAST: Final = re.compile(rf"(?P<whom>[a-z].*?)(?P<of>\s(?:zijn|z'n|haar|d'r)|'s?|s)\s(?P<who>{_ANY})")
_BEHIND: Final = re.compile(rf"(?P<whom>[a-z].*?)\s(?P<on_behalf>(?:namens|voor|for)\s)?{_WHO}{_NUMBER}")
_ASIDE: Final = re.compile(
    rf"(?P<whom>[a-z].*?)(?:\s?[(\[,/]\s?|\s-\s?){_WHOSE}(?P<who>{'|'.join(sorted(_CLOSE))})[)\]]?"
)
_NUMBERED: Final = re.compile(
    r"(?P<whom>[a-z](?:.*?[a-z.])?)\s(?:nr\.?\s?|nummer\s)?(?P<number>[0-9]{1,2}|ii|iii)"
)
_NUMBERS: Final = (*"0123456789", "ii")
_WORD: Final = re.compile("[a-z]+")
_SHORT: Final = (
    (re.compile(r"\bz\.\s?v\.\s"), "zoon van "),
    (re.compile(r"\bd\.\s?v\.\s"), "dochter van "),
)


class Told(NamedTuple):
    """What somebody is (`who`) to somebody else, who is named (`whom`); both folded.

    `own` = it may be their own name after all: a daughter called Fatma Kaya, or a daughter of hers; the
    second who is called so.
    """

    who: str
    whom: str
    own: bool


def told_by_another(folded: str) -> Told | None:
    """How a folded name tells somebody by another's, None for the most, which do not."""
    if "v." in folded:
        for short, written in _SHORT:
            folded = short.sub(written, folded)
    if folded.endswith(_NUMBERS):
        return _numbered(folded)
    words = _WORD.findall(folded)
    if not _CLOSE.isdisjoint(words[-1:]) and (found := _ASIDE.fullmatch(folded)):
        return Told(found["who"], found["whom"], own=True)
    if RELATED.isdisjoint(words):
        return None
    if found := _FIRST.fullmatch(folded):
        return _told_first(found)
    if (found := _LAST.fullmatch(folded)) and _is_owner(found):
        return Told(found["who"], found["whom"], own=False)
    if (found := _BEHIND.fullmatch(folded)) and _is_behind(found):
        return Told(found["who"], found["whom"], own=True)
    return None


def _numbered(folded: str) -> Told | None:
    """`Fatma Kaya kind 2`, `dochter van Fatma Kaya 2` and `Fatma Kaya 2`."""
    if (found := _BEHIND.fullmatch(folded)) and found["number"]:
        return Told(_in_letters(found["number"]) + found["who"], found["whom"], own=False)
    if not (found := _NUMBERED.fullmatch(folded)):
        return None
    before = told_by_another(found["whom"])
    who = _in_letters(found["number"])
    return before._replace(who=who + before.who) if before else Told(who, found["whom"], own=True)


def _told_first(found: re.Match[str]) -> Told | None:
    """`dochter van Fatma`, `kind 2 Fatma Kaya`; not `Oma Riet`, `Oma van Dijk` and `Neef Johanna`."""
    who, whom, number = found["who"], found["whom"], found["nth"] or found["number"]
    words = whom.split()
    named = exists(words[0]) or (len(words) > 1 and words[0] not in PREFIXES | ARTICLES)
    if number or (named and (found["of"] or who == "via")):
        return Told(_in_letters(number) + who, whom, own=False)
    surname = who in _SURNAMES and (len(words) == 1 or words[-1] in PREFIXES)
    return None if surname or not named or who in _TITLES else Told(who, whom, own=True)


def _in_letters(number: str | None) -> str:
    """A number in letters that are no slip from another's: a first and a second child are two."""
    return "".join(ascii_lowercase[int(sign)] * 3 if sign.isdigit() else sign * 3 for sign in number or "")


def _is_owner(found: re.Match[str]) -> bool:
    """Whether it is hers whose name stands before: `Annies dochter`, not `Hans Man` or `Riet en haar zus`."""
    words = found["whom"].split()
    if found["of"] == "s":
        return found["who"] not in _SURNAMES and exists(words[0])
    return words[-1] not in _JOINTS


def _is_behind(found: re.Match[str]) -> bool:
    """Whether what stands behind a name is no part of it, nor who comes along: not `Piet Man`, `en zus`."""
    if found["on_behalf"]:
        return True
    words = found["whom"].split()
    named = len(words) > 1 and words[-1].isalpha() and words[-1] not in _JOINTS | PREFIXES | ARTICLES
    return named and found["who"] not in _SURNAMES
