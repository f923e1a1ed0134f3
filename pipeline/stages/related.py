"""Somebody told by another's name: `dochter van Fatma Kaya`, `Tims moeder`, `partner Fatma Kaya`."""

import re
from string import ascii_lowercase
from typing import Final, NamedTuple

from pipeline.stages.callnames import exists
from pipeline.stages.written_names import ARTICLES, FAMILIAR, PREFIXES

_SURNAMES: Final = """
man vrouw vriend neef zwager zoon kind oom gast broer buurman kennis tolk hulp vader ouder papa
friend guest child
"""
_OTHERS: Final = """
partner echtgenoot echtgenote zoontje dochter dochtertje vriendin introduce introducee collega moeder mama
zus zusje broertje buurvrouw buurmeisje buurjongen begeleider begeleidster oma opa tante nicht nichtje neefje
baby kleinkind kleinzoon kleindochter schoonmoeder schoonvader schoonzus schoonzoon schoondochter
mantelzorger verzorger verzorgster via
husband wife son daughter mother father sister brother neighbour neighbor carer
"""
_ALSO_SURNAMES: Final = frozenset(_SURNAMES.split())
RELATED: Final = _ALSO_SURNAMES.union(_OTHERS.split())
"""What somebody is to the one who is named."""

_WITH: Final = frozenset({"en", "and", "met", "with", "plus"})
"""Who comes with somebody is not the one who is named."""

_WHO: Final = (
    rf"(?:(?:de|het|een|mijn|zijn|haar|hun|onze|the|an?|my|his|her|their)\s)?(?P<who>{'|'.join(RELATED)})"
)
_NUMBER: Final = r"(?:\s?(?P<number>[0-9]))?"
_FIRST: Final = re.compile(rf"{_WHO}{_NUMBER}\s(?:(?P<of>van|v|of)\b\.?\s?)?(?P<whom>[a-z].*)")
_LAST: Final = re.compile(rf"(?P<whom>[a-z].*?)(?P<of>'s?|s)\s(?P<who>{'|'.join(RELATED)})")
_BEHIND: Final = re.compile(rf"(?P<whom>[a-z].*?)\s(?P<on_behalf>(?:namens|voor|for)\s)?{_WHO}{_NUMBER}")
_WORD: Final = re.compile("[a-z]+")


class Told(NamedTuple):
    """What somebody is (`who`) to somebody else, who is named (`whom`); both folded.

    `own` = it may be their own name after all: a daughter called Fatma Kaya, or a daughter of hers.
    """

    who: str
    whom: str
    own: bool


def told_by_another(folded: str) -> Told | None:
    """How a folded name tells somebody by another's, None for the most, which do not."""
    if RELATED.isdisjoint(_WORD.findall(folded)):
        return None
    if found := _FIRST.fullmatch(folded):
        return _told_first(found)
    if found := _LAST.fullmatch(folded):
        surname = found["of"] == "s" and (found["who"] in _ALSO_SURNAMES or not exists(found["whom"]))
        return None if surname else Told(found["who"], found["whom"], own=False)
    if (found := _BEHIND.fullmatch(folded)) and _is_behind(found):
        return Told(_numbered(found), found["whom"], own=not found["number"])
    return None


def _told_first(found: re.Match[str]) -> Told | None:
    """`dochter van Fatma`, `kind 2 Fatma Kaya`; not `Oma Riet`, `Oma van Dijk` and `Neef Johanna`."""
    who, whom = found["who"], found["whom"]
    words = whom.split()
    named = exists(words[0]) or (len(words) > 1 and words[0] not in PREFIXES | ARTICLES)
    if found["number"] or (named and (found["of"] or who == "via")):
        return Told(_numbered(found), whom, own=False)
    if not named:
        return None
    surname = who in _ALSO_SURNAMES and all(exists(word) or word in PREFIXES for word in words)
    return None if surname or who in FAMILIAR else Told(who, whom, own=True)


def _numbered(found: re.Match[str]) -> str:
    """What somebody is, and the how manieth, in letters: a first and a second child are no slip apart."""
    number = found["number"]
    return (ascii_lowercase[int(number)] * 3 if number else "") + found["who"]


def _is_behind(found: re.Match[str]) -> bool:
    """Whether what stands behind a name is no part of it, nor who comes along: not `Piet Man`, `en zus`."""
    if found["on_behalf"] or found["number"]:
        return True
    words = found["whom"].split()
    named = len(words) > 1 and words[-1].isalpha() and words[-1] not in _WITH
    return named and found["who"] not in _ALSO_SURNAMES
