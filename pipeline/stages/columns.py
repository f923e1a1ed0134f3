"""Which column of any list of people says what, by its header and by what stands in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

from pipeline.stages.births import month_comes_first
from pipeline.stages.callnames import exists
from pipeline.stages.column_looks import (
    KNOWN,
    WORD,
    Values,
    begins_known,
    is_answer,
    is_birth,
    is_name,
    is_phone,
    may_be,
    share,
    unmistakable,
)
from pipeline.stages.names import read_name
from pipeline.stages.normalise import email_key, fold
from pipeline.stages.written_names import PREFIXES

KINDS: Final = (
    "name", "given", "initials", "infix", "family", "gender", "email", "phone", "postcode", "street",
    "house_number", "city", "birth", "birth_year", "birth_month", "birth_day", "age", "organisation",
    "identifier", "role", "invited_by",
)  # fmt: skip
"""What a column can say about a person."""

NO_EVIDENCE: Final = "no_evidence"
SOMEBODY_ELSE: Final = "somebody_else"
_OF_OTHERS: Final = frozenset({"invited_by", SOMEBODY_ELSE})
_BESIDES: Final = frozenset({"role", "invited_by"})
"""What a list is seldom without a name beside: in the words of a title it makes no header."""

_NAMES: Final = frozenset({"name", "given", "family"})
_WHO: Final = _NAMES | {"email", "phone"}
_SEVERAL: Final = frozenset({"given", "initials", "infix", "family", "email", "phone", "house_number"})
"""Of these a person may fill more columns than one; of the others only the first counts."""

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASKING: Final = re.compile("[?:]")
_INITIAL: Final = re.compile(r"(?<!\w)[A-Z]\.")
_COUNTED: Final = re.compile(r"c?\d+")
_SHORTEST: Final = 3
"""A shorter word of the list says nothing within a longer header."""

_NEAR: Final = 2
"""A house number stands at most so many columns from its street, or from its postcode."""

_ANY_NUMBER: Final = frozenset({"nr", "number", "numero"})
"""Headers that are a house number's beside a street alone."""

_ASIDE: Final = frozenset({"label", "type", "suffix", "achtervoegsel", "phonetic", "weergavenaam"})
"""Words of a header that tell something about another column: `Phone 1 - Label`."""

_BETWEEN_PARTS: Final = re.compile(r",\s*|\s-\s")
_PLACES: Final = frozenset({"street", "house_number", "postcode", "city"})
"""What is an address's: `Address 1 - City`."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns (from 0) of each kind; `month_first` = dates of birth are written the American way."""

    of: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    month_first: bool = False

    @property
    def tell_who(self) -> bool:
        """Whether anything says who somebody is."""
        return not _WHO.isdisjoint(self.of)


def has_header(
    first: Sequence[str], below: Sequence[Sequence[str]], words: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a list's first row names its columns, instead of being somebody's.

    `below` are the rows under it, as wide. It is somebody's where it holds a contact or a date, or a name as
    the rows below have; a header in a language that we do not know looks like no name.
    """
    if any(email_key(text) or is_phone(text) or is_birth(text) for text in first):
        return False
    if _name_columns(first, words):
        return True
    naming = [is_phrase(text, words) or names_column(text, words) for text in first]
    return not any(
        _is_somebody(
            text,
            [row[place] for row in below if row[place]],
            _by_header(text, words),
            beside=any(naming[:place] + naming[place + 1 :]),
        )
        for place, text in enumerate(first)
        if text and not is_phrase(text, words)
    )


def is_sure_header(header: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a header is one beyond doubt: words that we know say what stands below."""
    return any(is_phrase(text, words) or _by_header(text, words) in _WHO for text in header)


def is_phrase(text: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a cell is a header by itself, and no first name: a Turkish `ad` may be the Dutchman Ad."""
    whole = "".join(_tokens(text))
    return not exists(whole) and any(
        phrase.lstrip("=").replace(" ", "") == whole
        for kind, phrases in words.items()
        if kind not in _BESIDES | _OF_OTHERS
        for phrase in phrases
    )


def names_column(text: str, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a cell is a header as people write them."""
    kind = _by_header(text, words)
    return kind in KINDS and kind not in _BESIDES and not any(map(str.isdigit, text))


def _name_columns(first: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Whether cells are headers by themselves, of more than one kind, which nobody's row has."""
    kinds = {_by_header(text, words) for text in first if is_phrase(text, words)}
    return len(kinds) > 1 and not kinds.isdisjoint(_WHO)


def _is_somebody(text: str, below: Values, kind: str | None, *, beside: bool) -> bool:
    """Whether a cell of the first row is somebody's name, or one of what stands in the rows `below`.

    `kind` is what its words say as a header; `beside` = another cell of the row names a column.
    """
    tokens = WORD.findall(fold(text))
    if not tokens or not is_name(text) or _ASKING.search(text):
        return False
    if below and share(below, is_name) < 0.5:
        return False
    named_below = not below or share(below, _is_like_a_name) >= KNOWN
    if exists(tokens[0]):
        single = len(tokens) == 1 and not beside
        return (named_below or not beside) and (single or kind not in _NAMES)
    return not beside and kind is None and (text in below or (named_below and _is_like_a_name(text)))


def _is_like_a_name(text: str) -> bool:
    """Whether it has a first name that we know at either end, an initial, or a form of address."""
    name = read_name(text)
    addressed = bool(name.gender or name.household) and not name.empty
    return addressed or bool(_INITIAL.search(text)) or begins_known(text)


def recognise(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    words: Mapping[str, Sequence[str]],
    named: Mapping[str, tuple[int, ...]],
    left_out: frozenset[int] = frozenset(),
) -> Columns:
    """Tell what the columns of a list say.

    `sample` are its first rows, as wide as the header; `words` the phrases of each kind; `named` the
    columns that somebody pointed out, which hold whatever stands there; `left_out` say nothing.
    """
    taken = left_out.union(*named.values())
    values = [[row[place] for row in sample if is_answer(row[place])] for place in range(len(header))]
    said = {place: _by_header(text, words) for place, text in enumerate(header) if place not in taken}
    found = {place: kind for place, kind in said.items() if kind in KINDS and may_be(kind, values[place])}
    telling = found.keys() | {place for place, kind in said.items() if kind in (*_OF_OTHERS, NO_EVIDENCE)}
    free = [place for place in said if place not in telling]
    found |= _by_values(free, values, named.keys() | found.values())
    if _NAMES.isdisjoint(named.keys() | found.values()):
        found |= _others_names([place for place, kind in said.items() if kind == SOMEBODY_ELSE], values)
    for place in [place for place, kind in found.items() if kind == "house_number"]:
        streets = _places_of(
            ("street",) if _is_any_number(header[place]) else ("street", "postcode"), found, named
        )
        if not _beside(place, streets) or _counts(values[place]):
            del found[place]
    columns: dict[str, tuple[int, ...]] = {}
    for kind in KINDS:
        places = _places_of((kind,), found, {})
        if chosen := named.get(kind, places if kind in _SEVERAL else _first_filled(places, values)):
            columns[kind] = chosen
    if "birth" in columns or "birth_year" in columns:
        columns.pop("age", None)
    columns = _whole_names(columns, values, named)
    births = [text for place in columns.get("birth", ()) for text in values[place]]
    return Columns(columns, month_comes_first(births))


def _places_of(
    kinds: Iterable[str], found: Mapping[int, str], named: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """The columns of these kinds, in order."""
    pointed_out = (place for kind in kinds for place in named.get(kind, ()))
    return tuple(sorted({*pointed_out, *(place for place, kind in found.items() if kind in kinds)}))


def _first_filled(places: tuple[int, ...], values: Sequence[Values]) -> tuple[int, ...]:
    """The first of these columns in which anything stands, else the first."""
    return tuple([place for place in places if values[place]][:1]) or places[:1]


def _is_any_number(header: str) -> bool:
    return not _ANY_NUMBER.isdisjoint(_tokens(header)[:1])


def _beside(place: int, streets: Iterable[int]) -> bool:
    """Whether a number stands near a street; else it numbers the rows."""
    return any(abs(place - street) <= _NEAR for street in streets)


def _counts(values: Values) -> bool:
    """Whether numbers count the rows."""
    numbers = [int(text) for text in values if text.isdecimal()]
    return len(numbers) > _NEAR and all(after == before + 1 for before, after in pairwise(numbers))


# By header


def _tokens(text: str) -> list[str]:
    """The words of a header, without the numbers that count columns of one kind."""
    tokens = WORD.findall(fold(_CAMEL.sub(" ", text)))
    while len(tokens) > 1 and _COUNTED.fullmatch(tokens[-1]):
        tokens.pop()
    return tokens


def _by_header(header: str, words: Mapping[str, Sequence[str]]) -> str | None:
    """The kind whose phrase is the whole header, else the longest within it; None for neither.

    A phrase behind `=` says nothing within a longer header. What asks about somebody else, says so in a
    word, whatever more it says.
    """
    tokens = _tokens(header)
    if not tokens:
        return None
    if len(tokens) > 1 and not _ASIDE.isdisjoint(tokens):
        return NO_EVIDENCE
    parts = _BETWEEN_PARTS.split(header)
    if len(parts) > 1 and (part := _by_header(parts[-1], words)) in _PLACES:
        return part
    whole, spaced = "".join(tokens), f" {' '.join(tokens)} "
    best: tuple[int, str] | None = None
    of_another: str | None = None
    for kind in (*KINDS, NO_EVIDENCE, SOMEBODY_ELSE):
        for phrase in words.get(kind, ()):
            if kind not in _OF_OTHERS and phrase.lstrip("=").replace(" ", "") == whole:
                return kind
            if len(phrase) >= _SHORTEST and f" {phrase} " in spaced:
                if kind in _OF_OTHERS:
                    of_another = of_another or kind
                if best is None or len(phrase) > best[0]:
                    best = len(phrase), kind
    return of_another or (best[1] if best else None)


# By what stands in it


def _by_values(free: Sequence[int], values: Sequence[Values], known: Iterable[str]) -> dict[int, str]:
    """The kinds of columns whose headers say nothing, as far as none of that kind was found yet."""
    found: dict[int, str] = {}
    known = set(known)
    for place in free:
        kind = unmistakable(values[place])
        if kind is not None and (kind in _SEVERAL or kind not in known):
            found[place] = kind
            known.add(kind)
    if known.isdisjoint(_NAMES):
        infixes = [place for place, kind in found.items() if kind == "infix"]
        found |= _names_among([place for place in free if place not in found], values, infixes)
    return found


def _others_names(places: Iterable[int], values: Sequence[Values]) -> dict[int, str]:
    """The first column of names of somebody else, who is the only one that a list names: `Naam kind`."""
    named = (place for place in places if share(values[place], begins_known) >= KNOWN)
    return dict.fromkeys(islice(named, 1), "name")


def _names_among(
    free: Sequence[int], values: Sequence[Values], infixes: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """A column of whole names, or one of first names and a neighbour that may hold family names."""
    named = (place for place in free if share(values[place], is_name) >= 0.8)
    known = {place: share(values[place], begins_known) for place in named}
    best = max(known, key=known.__getitem__, default=None)
    if best is None or known[best] < KNOWN:
        return
    if share(values[best], _has_space) >= 0.5:
        yield best, "name"
        return
    yield best, "given"
    for place in (best + 2 if best + 1 in infixes else best + 1, best - 1):
        if place in known and len(set(values[place])) * 3 > len(values[place]):
            yield place, "family"
            return


# Whole names and parts


def _whole_names(
    columns: dict[str, tuple[int, ...]], values: Sequence[Values], named: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """`Name` beside `First name` is a family name; first names of two words without one are whole names.

    So it is beside `Initials`, unless whole names stand there; and a family name alone is one.
    """
    given, initials, family, name = (
        columns.get(kind, ()) for kind in ("given", "initials", "family", "name")
    )
    if not named.keys().isdisjoint({"given", "family", "name"}):
        return columns
    if given and name and not family and not _repeats(values[given[0]], values[name[0]]):
        return {**_without(columns, "name"), "family": name}
    if initials and name and not (given or family):
        whole = share(values[name[0]], _has_two_names) >= 0.5
        return _without(columns, "initials") if whole else {**_without(columns, "name"), "family": name}
    alone = given if given and not (family or name) else family if family and not (given or name) else ()
    if alone == family and not columns.keys().isdisjoint({"initials", "infix"}):
        return columns
    if alone and (alone == family or share(values[alone[0]], _has_space) >= 0.5):
        return {**_without(columns, "given", "family"), "name": alone}
    return columns


def _without(columns: Mapping[str, tuple[int, ...]], *left_out: str) -> dict[str, tuple[int, ...]]:
    return {kind: places for kind, places in columns.items() if kind not in left_out}


def _has_space(text: str) -> bool:
    return " " in text


def _has_two_names(text: str) -> bool:
    """Whether more than one word stands there that is none of what comes before a family name."""
    return len(set(WORD.findall(fold(text))) - PREFIXES) > 1


def _repeats(given: Values, name: Values) -> bool:
    """Whether a column of names holds the first names too."""
    words = {word for text in name for word in fold(text).split()}
    return share(given, lambda text: words.issuperset(fold(text).split()[:1])) >= 0.5
