"""What people write in the field of a name: forms of address, notes and abbreviations beside the name."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.normalise import fold
from pipeline.stages.relations import OF_ANOTHER

_PREFIXES: Final = """
van de der den ter ten te het in op aan uit bij onder over voor vd vdr
la le du da das do dos di del von zu zum zur af
"""
_ARTICLES: Final = "el al bou ben ou ait ayt abou abu bin ibn oulad ould bel bint"
_MEN: Final = "dhr heer hr meneer mijnheer meester opa oom vader broer sidi uncle monsieur senor"
_WOMEN: Final = """
mevr mw mevrouw mej mejuffrouw oma tante moeder zus zuster lalla juf mrs ms miss mme madame mama aunt auntie
aunty sister pani senora sra
"""
_EITHER: Final = """
drs dr ir ing mr prof bc ds dominee pastor pastoor dokter imam fam familie family gezin echtpaar
hadj hadji haji haci hodja wed weduwe sir
"""

PREFIXES: Final = frozenset(_PREFIXES.split())
"""Tussenvoegsels: they tell where the family name begins, and people leave them out."""

ARTICLES: Final = frozenset(_ARTICLES.split())
"""Particles that belong to the family name itself: `El Kacem` is `Elkacem`."""

ALSO_NAMES: Final = frozenset({"le", "la", "du", "do"})
"""Of these the ones that are family names by themselves: `Minh Le`."""

SHORT_PREFIXES: Final = frozenset("dtv")
"""De, ter and van as people shorten them."""

TITLES: Final = {
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
    **dict.fromkeys(_EITHER.split(), ""),
}
_FAMILIAR: Final = "opa oma oom tante juf lalla sidi uncle aunt auntie aunty mama sister pani"
FAMILIAR: Final = frozenset(_FAMILIAR.split())
"""Of these the ones that stand before a first name rather than a family name."""

BEHIND: Final = {"bey": "m", "abi": "m", "amca": "m", "hanim": "f", "abla": "f", "teyze": "f"}
"""Forms of address that stand behind a first name."""

DEGREES: Final = frozenset(["msc", "bsc", "phd", "mba", "llm"])
"""What stands behind a name and is none; `ma` behind a comma only, for Ma is a family name, too."""

_EASTERN: Final = "nguyen tran le pham phan hoang huynh vu vo dang bui ngo duong dinh truong"
EASTERN: Final = frozenset(_EASTERN.split())
"""Vietnamese family names, that stand first: `Nguyen Van Hung`, `Le Thi Mai`."""

MIDDLES: Final = frozenset(["van", "thi"])
"""What stands in the middle of a Vietnamese man's and of a woman's name."""

_SYLLABLE: Final = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph|qu|r|s|th?|tr|v|x)?"
    r"(?:a[iouy]?|e[ou]?|i[ae]?u?|o[aei]?i?|u[aeioy]?[iu]?|uye|ye?u?)(?:ch?|m|n[gh]?|p|t)?"
)
NO_INITIALS: Final = frozenset(["hu", "li", "lu", "ly", "um", "vu", "wu", "xu", "yu"])
"""Names of two letters that are far more often these than somebody's initials."""

HOUSEHOLD: Final = frozenset({"fam", "familie", "family", "gezin", "echtpaar"})
SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_MORE: Final = "kids gasten guests children gezin familie anderen others iemand"
_THINGS: Final = "rollator rolstoel scootmobiel stok hond"
_OTHER: Final = "|".join(sorted(OF_ANOTHER.union(_MORE.split())))
_WHOSE: Final = r"(?:een|de|het|mijn|zijn|haar|nog|my|his|her|a)?\s*"
_COMPANY: Final = rf"{_WHOSE}(?:{_OTHER}|{'|'.join(_THINGS.split())}|\d+)"
"""Who or what comes along."""

_ALONG: Final = re.compile(
    rf"(?:\+|&|\b(?:en|and|met|with|plus)\b)\s*{_WHOSE}(?:{_OTHER}|\d{{1,2}}(?!\s?\d))\b"
    r"|\b(?:[2-9]|1\d)\s*(?:x|pers(?:onen)?|people)\b|\bx\s?[2-9]\b"
)

_ROLE: Final = (
    r"(?:(?:buurt)?bewon(?:er|ster)|vrijwillig(?:er|ster)|voorzitter|secretaris|penningmeester|bestuurslid|"
    r"ondernemer|wijkagent|buurtwerker|opbouwwerker|resident|volunteer)"
)
_ANY_CASE: Final = frozenset({
    "afgemeld", "allergie", "allergisch", "glutenvrij", "lactosevrij", "slechthorend", "veganist",
    "veganistisch", "vegetarier", "vegetariër", "vegetarisch", "verhinderd",
})  # fmt: skip
_SMALL: Final = frozenset({"eet", "gaat", "halal", "komt", "neemt", "spreekt"})
"""What begins an addition however it is written, and in small letters alone."""

_ADDITIONS: Final = re.compile(
    rf"(?<=[^\W\d_])\.?[\s,;:/-]+(?:(?i:{'|'.join(sorted(_ANY_CASE))}|onder voorbehoud|voor het eerst)\b|"
    rf"(?i:1e|eerste) keer\b|(?:{'|'.join(sorted(_SMALL))})\b|via\s+\w|tolk\s+(?:nodig|gewenst|(?i:arabisch|"
    r"engels|pools|turks|berber|spaans|frans|farsi|somalisch|tigrinya))\b|geen\s+(?:varken\w*|vlees|vis|noten|"
    r"pinda\w*|gluten|melk|zuivel|ei(?:eren)?|rund\w*|kip|alcohol|suiker|e?-?mail\w*|tele\w+)\b)"
)
_ADDITIONS_IN_CAPITALS: Final = re.compile(_ADDITIONS.pattern, re.IGNORECASE)
"""What people add about somebody without a sign between: `Jan Bakker vegetarisch`; Tolk and Via are names."""

_NOTES: Final = re.compile(
    r"^\s*(?:(?:(?:mijn|my)\s)?(?:naam|name)(?:\sis\b|\s?:)|(?:ik\s(?:ben|heet)|i\sam)\b)"
    r"|^\s*\d+\s*(?:x|pers(?:onen|oon)?|people)\b[.:]?"
    r"|\([^)]*\)?|\[[^\]]*\]?"
    rf"|\s*(?:\+|&|/|,|\b(?:en|and|met|with|plus)\b)\s*(?:{_COMPANY}\b.*|(?:mevr(?:ouw)?|mw)\b\.?\s*$)"
    rf"|\s*(?:[/|,]|\s-)\s*{_ROLE}\b.*"
    r"|(?<!\S)[^\s@]{1,64}@[^\s@.]{1,64}\.\S+|\bnamens\s.*"
    r"|\b(?:tel(?:efoon)?|mob(?:iel)?)\b[.:]?\s*[\d+(].*|,?\s*\bgeb(?:oren)?\b\.?\s*(?:op\s)?\d.*"
    r"|\b\d+\s*(?:pers(?:onen|oon)?|people|p|x|jaar|years?)\b.*|\bx\s?\d+\b.*|\s\+\s*$|\s-\s*\d+.*"
)
_OTHERS: Final = re.compile(r"(?<=\w)(?:\s+|,\s*)(?:e\.\s?a|c\.\s?s|ea|cs)\.?\s*$", re.IGNORECASE)
"""`e.a.`, and others; or somebody's initials."""

_PLAIN_NOTE: Final = re.compile(r"\b(?:en|and|met|with|plus|v d|namens|ik|i am|naam|name|geb|geboren|e\.v)\b")
"""What makes a note, or an abbreviation, of letters alone."""

NOTES_AS_WRITTEN: Final = re.compile(_NOTES.pattern, re.IGNORECASE)
JOINED: Final = re.compile(r"\s(?:en|and|und)\s|[&/+]")
APOSTROPHES: Final = str.maketrans({"\u2019": "'", "`": "'", "\u2018": "'", "\u00b4": "'"})
"""What people type for an apostrophe."""

_SHORT_VAN: Final = re.compile(r"\bv[./ ]{1,2}d[. ]\s*(?=\w)|\bv[./]d\b")
_LITTLE_V: Final = re.compile(r"(?:(?<=[A-Z]\.)|(?<!\S))v(?:\.\s*|\s+)(?=[A-Z])")
"""No initial, beside those in capitals: `M. v. Beek`, `mevr. v. Beek`."""

_GLUED_V: Final = re.compile(r"\bv(?:an)?(d|de|den|der)?(?=[A-Z][a-z])")
"""`vdBerg`, `vanderMeer`."""

_SMALL_V: Final = re.compile(r"(?<![a-z])([a-z])\.?\s+v\.?\s+(?=[a-z]{2})")
"""The same where everything is in small letters: `m v beek`."""

_BORN: Final = re.compile(r"(?<=[a-z])[, ]{1,3}(?:geb(?:oren)?\b\.?|e/v\b|(?<=[\w.] )e\.v\.) ?(?=[a-z])")
"""`Fatma de Boer geb. Smit`, `Fatma Smit e/v de Boer`: a double name."""

_CALLED: Final = re.compile(r"(?<=\w)[. ]*\(([^\W\d_]+)\) *(?=[^\W\d_])")
"""A call name behind initials or a first name: `A.T.E. (Lonie) Roohorst`."""

SYMBOLS: Final = re.compile(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001fbff]+")
"""Little pictures and flags, that would be read as words."""

_HET: Final = re.compile(r"'([ts])(?=\s|$)|(?<=\bvan )t(?= )|(?<=\bin )t(?= )|(?<=\bop )t(?= )")
_LETTERS: Final = re.compile(r"(?<![a-z.])([a-z]{2})\.(?=\s|$)")
_GLUED_ARTICLE: Final = re.compile(r"\b(el|al|bou|ait|ayt|oulad|abou)-(?=[a-z])")
_SLASH: Final = re.compile(r"(?<=[a-z])\s*/\s*([a-z]{2,})")
_CAPITALS: Final = re.compile(r"^\s*(?:([A-Za-z]+)\.?\s+)?([A-Z]{2,3})(?=\s+\S)")
_BESIDE: Final = frozenset({"en", "and", "met", "with", "plus", "ea", "cs"})

TELLING: Final = frozenset().union(
    PREFIXES, ARTICLES, _BESIDE, DEGREES, EASTERN, _ANY_CASE, _SMALL, TITLES, SUFFIXES, BEHIND
)
"""Words that are more than a name of somebody."""


def brings_others(text: str) -> bool:
    """Whether somebody without a name comes along: `Fatma Kaya + partner`, `2 pers.`; not `met rollator`."""
    return _ALONG.search(fold(text)) is not None


def without_others(text: str) -> str:
    """`Fatma E.A.`, `fam. Jansen E.A.`, `Jansen e.a.` without these; not `Jansen, E.A.`, who has initials."""
    if (found := _OTHERS.search(text)) is None:
        return text
    named, others = text[: found.start()], found.group()
    first = fold(named).partition(" ")[0].strip(".")
    small = others.islower() and not named.islower()
    known = "," not in others and (first in HOUSEHOLD or exists(first))
    return named if small or known else text


_REMARK: Final = re.compile(r"(\s*(?:[^\W\d_]\.\s?)+[^\W\d_][^,]*[^\W\d_]),\s*([^\W\d_]{2,})[.\s]*")


def without_remark(text: str) -> str:
    """`J. de Vries` of `J. de Vries, secr.`; not of `J. de Vries, Piet`, whose first name stands behind."""
    if "," not in text or (found := _REMARK.fullmatch(text)) is None:
        return text
    word = fold(found.group(2))
    return text if exists(word) or word in PREFIXES else found.group(1)


def without_additions(text: str) -> str:
    """`Jan Bakker komt later` without what is said about him; not `mevr. Via Bakker`, nor `An van Halal`."""
    found = (_ADDITIONS_IN_CAPITALS if text.isupper() else _ADDITIONS).search(text)
    if found is None:
        return text
    named = text[: found.start()]
    before = fold(named).rpartition(" ")[2]
    return text if before in PREFIXES or before in ARTICLES or before in TITLES else named


def without_notes(text: str) -> str:
    """A text folded, without what is no name; tussenvoegsels that are abbreviated are written out."""
    text = without_remark(without_others(text.replace("?", "")))  # where a letter of another script got lost
    text = without_additions(text)
    text = _CALLED.sub(_call_name, text) if "(" in text else text
    if "v" in text:
        text = _SMALL_V.sub(r"\1 van ", text) if text.islower() else _LITTLE_V.sub(" van ", text)
    folded = fold(text) if text.isalpha() else fold(text.translate(APOSTROPHES))
    letters = folded.replace(" ", "").replace(".", "").replace("'", "")
    letters = letters if " -" in folded else letters.replace("-", "")
    plain = letters.isalpha() and not _PLAIN_NOTE.search(folded)
    if "." in folded or not plain:
        folded = _LETTERS.sub(_apart, _SHORT_VAN.sub(" van de ", folded))
    if plain:
        return folded
    if "geb" in folded or "e/v" in folded or "e.v" in folded:
        folded = _BORN.sub(_married, folded)
    return _SLASH.sub(_double, _NOTES.sub(" ", folded))


def _call_name(found: re.Match[str]) -> str:
    """What stands between brackets in a name, where it is a first name that we know."""
    return f" {found.group(1)} " if exists(fold(found.group(1))) else found.group()


def _van(found: re.Match[str]) -> str:
    """What is short for `van`, `van de`, `van den` or `van der`, written out."""
    article = found.group(1) or ""
    return f"van {'de' if article == 'd' else article} "


def _married(found: re.Match[str]) -> str:
    """The hyphen of a double name, but behind a form of address: `dhr. e.v. de Boer` has initials."""
    before = found.string[: found.start()].rpartition(" ")[2].strip(".")
    return found.group() if before in TITLES else "-"


def _double(found: re.Match[str]) -> str:
    """`ayse demir/van dijk` as a double name, `jan/piet` as the two people that they are."""
    word = found.group(1)
    double = " " in found.string[: found.start()].strip() and not exists(word) and word not in TITLES
    return f"-{word}" if double else found.group()


def _apart(found: re.Match[str]) -> str:
    """`ar. valaina` as `a r valaina`, unless it is a form of address or a tussenvoegsel."""
    word = found.group(1)
    written = word in PREFIXES or word in TITLES or word in SUFFIXES
    return found.group() if written else " ".join(word)


def are_eastern(words: Sequence[str]) -> bool:
    """Whether it is a Vietnamese name, the family name first, perhaps with `van` or `thi` behind it."""
    if len(words) < 2 or (words[0] not in EASTERN and (words[1] != "thi" or words[-1] in EASTERN)):
        return False
    named = words[2:] if words[1] in MIDDLES else words[1:] if words[0] in PREFIXES else ()
    return 0 < len(named) < 3 and all(map(_SYLLABLE.fullmatch, named))


def unglued(folded: str) -> str:
    """A folded text in which no apostrophe or hyphen ties a tussenvoegsel or an article to a name."""
    if "'" in folded or "-" in folded or " t " in folded:
        return _GLUED_ARTICLE.sub(r"\1 ", _HET.sub(" het ", folded).replace("'", ""))
    return folded


def apart_at_capitals(text: str) -> str:
    """What was written together, where capitals tell: `WHA Smit` as `W H A Smit`, `vdBerg` as `van de Berg`.

    Not `KOK Wim`, `DURU Aysel` or `EL Kacem`, nor what is all in capitals.
    """
    if text.istitle() or text.islower():
        return text
    text = _GLUED_V.sub(_van, text)
    if not (found := _CAPITALS.search(text)):
        return text
    title, word = found.groups()
    rest = text[found.end() :]
    addressed = title is None or title.lower() in TITLES
    small = word.lower()
    name = exists(small) or small in TELLING or small in NO_INITIALS or exists(fold(rest).rpartition(" ")[2])
    if name or not addressed or rest.isupper():
        return text
    return f"{text[: found.start(2)]}{' '.join(word)}{rest}"
