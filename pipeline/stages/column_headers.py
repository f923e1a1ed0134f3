"""What the header of a column says, in the words of many languages."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.column_looks import WORD, has_digit
from pipeline.stages.normalise import fold

KINDS: Final = (
    "name", "given", "initials", "infix", "family", "gender", "email", "phone", "postcode", "street",
    "house_number", "city", "birth", "birth_year", "birth_month", "birth_day", "age", "organisation",
    "identifier", "role", "invited_by",
)  # fmt: skip
"""What a column can say about a person."""

NO_EVIDENCE: Final = "no_evidence"
SOMEBODY_ELSE: Final = "somebody_else"
OF_OTHERS: Final = frozenset({"invited_by", SOMEBODY_ELSE})
BESIDES: Final = frozenset({"role", "invited_by"})
"""What a list is seldom without a name beside: in the words of a title it makes no header."""

NAMES: Final = frozenset({"name", "given", "family"})
WHO: Final = NAMES | {"email", "phone"}
"""What tells who somebody is, in whole or in part."""

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COUNTED: Final = re.compile(r"c?\d+")
_SHORTEST: Final = 3
"""A shorter word of the list says nothing within a longer header."""

_ASIDE: Final = re.compile(r"phonetic .*|.*\b(?:suffix|achtervoegsel)|.*(?:,| -) (?:label|type|weergavenaam)")
"""Headers, folded, that tell something about another column: `Phone 1 - Label`."""

_PART_OF_ADDRESS: Final = re.compile(r".*(?:addres|adres|anschrift|direccion).*?(?:,\s*|\s-\s)(.+)")
_PLACES: Final = frozenset({"street", "postcode", "city"})
"""What is an address's: `Address 1 - City`."""


def words_of(text: str) -> list[str]:
    """The words of a header, without the numbers that count columns of one kind."""
    tokens = WORD.findall(fold(_CAMEL.sub(" ", text)))
    while len(tokens) > 1 and _COUNTED.fullmatch(tokens[-1]):
        tokens.pop()
    return tokens


def by_header(header: str, words: Mapping[str, Sequence[str]]) -> str | None:
    """The kind whose phrase is the whole header, else the longest within it; None for neither.

    A phrase behind `=` says nothing within a longer header. What asks about somebody else, says so in a
    word, whatever more it says. Of an address the last part tells which part of it.
    """
    tokens, folded = words_of(header), fold(header)
    if not tokens:
        return None
    if _ASIDE.fullmatch(folded):
        return NO_EVIDENCE
    part = _PART_OF_ADDRESS.fullmatch(folded)
    if part and (kind := by_header(part[1], words)) in _PLACES:
        return kind
    whole, spaced = "".join(tokens), f" {' '.join(tokens)} "
    best: tuple[int, str] | None = None
    of_another: str | None = None
    for kind in (*KINDS, NO_EVIDENCE, SOMEBODY_ELSE):
        for phrase in words.get(kind, ()):
            if kind not in OF_OTHERS and phrase.lstrip("=").replace(" ", "") == whole:
                return kind
            if len(phrase) >= _SHORTEST and f" {phrase} " in spaced:
                if kind in OF_OTHERS:
                    of_another = of_another or kind
                if best is None or len(phrase) > best[0]:
                    best = len(phrase), kind
    return of_another or (best[1] if best else None)


def is_phrase(text: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a cell is a header by itself, and no first name: a Turkish `ad` may be the Dutchman Ad."""
    whole = "".join(words_of(text))
    return not exists(whole) and any(
        phrase.lstrip("=").replace(" ", "") == whole
        for kind, phrases in words.items()
        if kind not in BESIDES | OF_OTHERS
        for phrase in phrases
    )


def names_column(text: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a cell is a header as people write them."""
    kind = by_header(text, words)
    return kind in KINDS and kind not in BESIDES and not has_digit(text)
