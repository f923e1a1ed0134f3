"""Several names in one cell, however people put them there."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.cells import one_line, words

_OPENINGS = """
    aan al ben bij bin d da de del den der des di dos du e el f ibn in l la le los op s t te ten ter tot uit v
    van vd vda vom von voor zu zum zur
"""
PARTICLES: Final = frozenset(_OPENINGS.split())
"""Words that open a surname, such as `van der` in Van der Meer."""

_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|\d{1,2}\s*[.)])\s+")
_LINES = re.compile(r"[\n;]")
_AND = re.compile(r"\s+(?:en|and)\s+|\s*[&+]\s*", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)*[^\W\d_]\.?")


def split_names(text: str) -> tuple[str, ...]:
    """The names in a cell, in order, as written.

    A new line and `;` always part names; `en` and `&` too; a comma unless it parts a surname from
    its first name (`Vries, de` · `Bouzid, H.` · `Boer, Fatma de` · `de Vries, Jan`, and `Vries, Jan`
    where the cell gives one name per line, or all its first names that we know behind other words).
    """
    lines = [_BULLET.sub("", line) for line in _LINES.split(text)]
    filled = [line for line in lines if words(line)]
    return tuple(
        name
        for line in filled
        for part in _AND.split(line)
        for name in _at_commas(part, alone=len(filled) == 1)
        if words(name)
    )


def _at_commas(line: str, *, alone: bool) -> tuple[str, ...]:
    """One line's names; `alone` = the cell has no other line."""
    parts = [part for part in map(one_line, line.split(",")) if part]
    turned = _are_turned(parts)
    names: list[str] = []
    for place, part in enumerate(parts):
        if (turned and place % 2) or (names and _belongs(names[-1], part, alone=alone or len(parts) > 2)):
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return tuple(names)


def _are_turned(parts: Sequence[str]) -> bool:
    """Whether each surname stands before its first name, which we know: `Bouzid, Hassan, Bakker, Jan`."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    return len(parts) % 2 == 0 and all(
        " " not in before and _is_surname(before) and (_is_first_name(part) or _INITIALS.fullmatch(part))
        for before, part in pairs
    )


def _is_surname(text: str) -> bool:
    """Whether it is one word that is no first name and no initials, perhaps with particles before it."""
    *before, last = text.split()
    return (
        PARTICLES.issuperset(words(" ".join(before)))
        and not _INITIALS.fullmatch(last)
        and not any(map(exists, words(last)))
    )


def _is_first_name(text: str) -> bool:
    return " " not in text and any(map(exists, words(text)))


def _belongs(before: str, part: str, *, alone: bool) -> bool:
    """Whether `part` is what a surname `before` the comma lacks, and no name of its own."""
    said, said_before = words(part), words(before)
    if "," in before or not said or not said_before:
        return False
    if said[-1] in PARTICLES:
        return True
    if _INITIALS.fullmatch(part) and _is_surname(before):
        return True
    if said_before[0] in PARTICLES and before[0].islower():
        return len(said) == 1
    surname = len(before.split()) == 1 or "-" in before
    return not alone and surname and len(said) <= 2
