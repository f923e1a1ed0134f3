"""What people write in the field of a name: forms of address, notes and abbreviations beside the name."""

import re
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.normalise import fold

_PREFIXES: Final = """
van de der den ter ten te het in op aan uit bij onder over voor vd vdr
la le du da das do dos di del von zu zum zur af
"""
_ARTICLES: Final = "el al bou ben ou ait ayt abou abu bin ibn oulad ould bel bint"
_MEN: Final = "dhr heer hr meneer mijnheer meester opa oom vader broer sidi"
_WOMEN: Final = "mevr mw mevrouw mej mejuffrouw oma tante moeder zus zuster lalla juf mrs ms miss"
_EITHER: Final = """
drs dr ir ing mr prof bc msc ma ds pastor imam fam familie family gezin
hadj hadji haji haci hodja wed weduwe sir
"""

PREFIXES: Final = frozenset(_PREFIXES.split())
"""Tussenvoegsels: they tell where the family name begins, and people leave them out."""

ARTICLES: Final = frozenset(_ARTICLES.split())
"""Particles that belong to the family name itself: `El Kacem` is `Elkacem`."""

SHORT_PREFIXES: Final = frozenset("dtv")
"""De, ter and van as people shorten them."""

TITLES: Final = {
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
    **dict.fromkeys(_EITHER.split(), ""),
}
HOUSEHOLD: Final = frozenset({"fam", "familie", "family", "gezin"})
SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_COMPANY: Final = (
    r"(?:een|de|het|mijn|zijn|haar|my|his|her|a)?\s*"
    r"(?:partner|man|vrouw|echtgenoot|echtgenote|kind(?:eren)?|kids|zoon|zoontje|dochter|dochtertje|vriend(?:in)?|"
    r"gast(?:en)?|introducee|collegas?|moeder|vader|zus(?:je)?|broer(?:tje)?|buurvrouw|buurman|gezin|familie|"
    r"begeleider|anderen|others|husband|wife|son|daughter|friend|guests?|children|mother|father|sister|brother|\d+)"
)
_NOTES: Final = re.compile(
    r"\([^)]*\)?|\[[^\]]*\]?"
    rf"|\s*(?:\+|&|/|,|\b(?:en|and|met|with|plus)\b)\s*{_COMPANY}\b.*"
    r"|\b\d+\s*(?:pers(?:onen|oon)?|people|p)\b.*|\s\+\s*$|\s-\s*\d+.*"
)
_OTHERS: Final = re.compile(r"(?<=\w)(?:\s+|,\s*)(?:e\.\s?a|c\.\s?s|ea|cs)\.?\s*$", re.IGNORECASE)
"""`e.a.`, and others; or somebody's initials."""

_PLAIN_NOTE: Final = re.compile(r"\b(?:en|and|met|with|plus|v d)\b")
"""What makes a note, or an abbreviation, of letters alone."""

NOTES_AS_WRITTEN: Final = re.compile(_NOTES.pattern, re.IGNORECASE)
JOINED: Final = re.compile(r"\s(?:en|and|und)\s|[&/+]")
_APOSTROPHES: Final = str.maketrans({"\u2019": "'", "`": "'", "\u2018": "'", "\u00b4": "'"})
_SHORT_VAN: Final = re.compile(r"\bv[./ ]{1,2}d[. ]\s*(?=\w)|\bv[./]d\b")
_LITTLE_V: Final = re.compile(r"(?:(?<=[A-Z]\.)|(?<=[A-Z] ))\s*v\.?\s+(?=[A-Z])")
"""No initial, beside those in capitals: `M. v. Beek`."""

_HET: Final = re.compile(r"'([ts])(?=\s)|(?<=\bvan )t(?= )|(?<=\bin )t(?= )|(?<=\bop )t(?= )")
_LETTERS: Final = re.compile(r"(?<![a-z.])([a-z]{2})\.(?=\s|$)")
_GLUED_ARTICLE: Final = re.compile(r"\b(el|al|bou|ait|ayt|oulad|abou)-(?=[a-z])")
_SLASH: Final = re.compile(r"(?<=[a-z])\s*/\s*([a-z]{2,})")
_CAPITALS: Final = re.compile(r"^\s*(?:([A-Za-z]+)\.?\s+)?([A-Z]{2,3})(?=\s+\S)")
_BESIDE: Final = frozenset({"en", "and", "met", "with", "plus", "ea", "cs"})

TELLING: Final = PREFIXES | ARTICLES | _BESIDE | {*TITLES, *SUFFIXES}
"""Words that are more than a name of somebody."""


def without_others(text: str) -> str:
    """`Fatma E.A.`, `fam. Jansen E.A.`, `Jansen e.a.` without these; not `Jansen, E.A.`, who has initials."""
    if (found := _OTHERS.search(text)) is None:
        return text
    named, others = text[: found.start()], found.group()
    first = fold(named).partition(" ")[0].strip(".")
    small = others.islower() and not named.islower()
    known = "," not in others and (first in HOUSEHOLD or exists(first))
    return named if small or known else text


def without_notes(text: str) -> str:
    """A text folded, without what is no name; tussenvoegsels that are abbreviated are written out."""
    text = without_others(text.replace("?", ""))  # where a letter of another script got lost
    text = _LITTLE_V.sub(" van ", text)
    folded = fold(text) if text.isalpha() else fold(text.translate(_APOSTROPHES))
    letters = folded.replace(" ", "").replace(".", "").replace("'", "")
    plain = letters.isalpha() and not _PLAIN_NOTE.search(folded)
    if "." in folded or not plain:
        folded = _LETTERS.sub(_apart, _SHORT_VAN.sub(" van de ", folded))
    return folded if plain else _SLASH.sub(_double, _NOTES.sub(" ", folded))


def _double(found: re.Match[str]) -> str:
    """`ayse demir/van dijk` as a double name, `jan/piet` as the two people that they are."""
    double = " " in found.string[: found.start()].strip() and not exists(found.group(1))
    return f"-{found.group(1)}" if double else found.group()


def _apart(found: re.Match[str]) -> str:
    """`ar. valaina` as `a r valaina`, unless it is a form of address or a tussenvoegsel."""
    word = found.group(1)
    written = word in PREFIXES or word in TITLES or word in SUFFIXES
    return found.group() if written else " ".join(word)


def unglued(folded: str) -> str:
    """A folded text in which no apostrophe or hyphen ties a tussenvoegsel or an article to a name."""
    if "'" in folded or "-" in folded or " t " in folded:
        return _GLUED_ARTICLE.sub(r"\1 ", _HET.sub(" het ", folded).replace("'", ""))
    return folded


def only_the_name(text: str) -> str:
    """A name folded, and nothing beside it."""
    return unglued(without_notes(text))


def initials_apart(text: str) -> str:
    """`WHA Bakker` as `W H A Bakker`; not `KOK Wim`, `DURU Aysel` or `EL Kacem`, nor all in capitals."""
    if text.istitle() or text.islower() or not (found := _CAPITALS.search(text)):
        return text
    title, word = found.groups()
    rest = text[found.end() :]
    addressed = title is None or title.lower() in TITLES
    name = exists(word.lower()) or word.lower() in TELLING or exists(fold(rest).rpartition(" ")[2])
    if name or not addressed or rest.isupper():
        return text
    return f"{text[: found.start(2)]}{' '.join(word)}{rest}"
