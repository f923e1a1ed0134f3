"""A name as it is shown to people."""

import re
from typing import Final

from pipeline.stages.contacts import without_contacts
from pipeline.stages.name_order import is_named_last, is_note
from pipeline.stages.names import BOTH
from pipeline.stages.normalise import fold, repair
from pipeline.stages.related import told_by_another
from pipeline.stages.written_names import (
    APOSTROPHES,
    ARTICLES,
    NOTES_AS_WRITTEN,
    PREFIXES,
    SYMBOLS,
    TITLES,
    without_additions,
    without_others,
    without_remark,
)

_DATE: Final = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:\d{2}){1,2}\b")
"""A date of birth beside a name."""


_MISTER: Final = re.compile(r"[Dd]e (?=heer\s(?!en\s|&))")
"""`de heer Bakker`; De Heer is a family name, and `de heer en mevrouw` are two."""

_PARTICLES: Final = PREFIXES | ARTICLES | {"'t", "'s"}


def _is_title(words: str, rest: str) -> bool:
    """Whether a shown name begins with a form of address; `dhr. en mevr.` are two people's, and stay."""
    title, joined = (fold(some.partition(" ")[0]).strip(".") for some in (words, rest))
    return title in TITLES and joined not in BOTH | {"&", "+", "/"}


def tidy(text: str) -> str:
    """A name as it is shown: single spaces, no notes or forms of address, `Vries, Jan de` turned round.

    Nor a telephone or a date of birth; `dochter van Fatma Kaya` is all there is to show of her.
    """
    written = SYMBOLS.sub(" ", repair(text))
    words = " ".join(written.split())  # first: what looks for notes is slow among many spaces
    words = " ".join(_DATE.sub(" ", without_contacts(words)).split())
    if told_by_another(fold(words.translate(APOSTROPHES))):
        return words
    words = " ".join(
        NOTES_AS_WRITTEN.sub(" ", without_additions(without_remark(without_others(words)))).split()
    )
    if found := _MISTER.match(words):
        words = words[found.end() :]
    while len(rest := words.partition(" ")[2]) > 1 and _is_title(words, rest):
        words = rest
    last, _, first = words.rstrip(", ").partition(",")
    if is_note(fold(last).split(), fold(first).split()):
        return last.strip()
    if not first.strip() or "," in first:
        return words.rstrip(", ")
    particles = [word for word in first.split() if fold(word.translate(APOSTROPHES)) in _PARTICLES]
    given = [word for word in first.split() if word not in particles]
    if particles and not given:  # `Bertus Groot, de`
        *given, last = last.split()
        if is_named_last([*map(fold, given), fold(last)]):
            given, last = [*given[1:], last], given[0]
    return " ".join([*given, *particles, last]).strip()
