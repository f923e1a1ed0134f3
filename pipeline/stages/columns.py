"""Which column of any list of people says what, by its header and by what stands in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from pipeline.stages.births import month_comes_first
from pipeline.stages.callnames import exists
from pipeline.stages.column_headers import (
    KINDS,
    NAMES,
    NO_EVIDENCE,
    OF_OTHERS,
    WHO,
    by_header,
    is_phrase,
    names_column,
    words_of,
)
from pipeline.stages.column_looks import (
    KNOWN,
    WORD,
    Values,
    begins_known,
    has_digit,
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

_SEVERAL: Final = frozenset({"given", "initials", "infix", "family", "email", "phone", "house_number"})
"""Of these a person may fill more columns than one; of the others only the first counts."""

_ASKING: Final = re.compile("[?:]")
_INITIAL: Final = re.compile(r"(?<!\w)[A-Z]\.")
_NEAR: Final = 2
"""A house number stands at most so many columns from its street, or from its postcode."""

_ANY_NUMBER: Final = frozenset({"nr", "number", "numero"})
"""Headers that are a house number's beside a street alone."""

_ADDITION: Final = "toevoeging"
_LONGEST_ADDITION: Final = 6
_LONGEST_COUNT: Final = 7
"""So many digits has a number that counts the rows."""

_CHILD: Final = frozenset({"kind", "kinderen", "child", "children", "leerling", "pupil"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns (from 0) of each kind; `month_first` = dates of birth are written the American way."""

    of: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    month_first: bool = False

    @property
    def tell_who(self) -> bool:
        """Whether anything says who somebody is."""
        return not WHO.isdisjoint(self.of)


def has_header(
    first: Sequence[str], below: Sequence[Sequence[str]], words: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a list's first row names its columns, instead of being somebody's.

    `below` are the rows under it, as wide. It is somebody's where it holds a contact or a date, or a name as
    the rows below have; a header in a language that we do not know looks like no name.
    """
    if any(email_key(text) or is_phone(text) or is_birth(text) for text in first):
        return False
    if are_headers(first, words):
        return True
    naming = [is_phrase(text, words) or names_column(text, words) for text in first]
    return not any(
        _is_somebody(
            text,
            [row[place] for row in below if row[place]],
            by_header(text, words),
            beside=any(naming[:place] + naming[place + 1 :]),
        )
        for place, text in enumerate(first)
        if text and not is_phrase(text, words)
    )


def is_sure_header(header: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Whether a header is one beyond doubt: words that we know say what stands below."""
    return any(is_phrase(text, words) or by_header(text, words) in WHO for text in header)


def are_headers(cells: Sequence[str], words: Mapping[str, Sequence[str]]) -> bool:
    """Whether cells are headers by themselves, of more than one kind, and none beside them is a name."""
    kinds = {by_header(text, words) for text in cells if is_phrase(text, words)}
    named = any(by_header(text, words) is None and begins_known(text) for text in cells)
    return len(kinds) > 1 and not kinds.isdisjoint(WHO) and not named


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
        return (named_below or not beside) and (single or kind not in NAMES)
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
    said = {place: by_header(text, words) for place, text in enumerate(header) if place not in taken}
    found = {place: kind for place, kind in said.items() if kind in KINDS and may_be(kind, values[place])}
    telling = found.keys() | {place for place, kind in said.items() if kind in (*OF_OTHERS, NO_EVIDENCE)}
    free = [place for place in said if place not in telling]
    found |= _by_values(free, values, named.keys() | found.values())
    if NAMES.isdisjoint(named.keys() | found.values()):
        found |= _of_children(header, [place for place in said if place not in found], values, words)
    numbers = _house_numbers(header, said, values, found, named)
    found = {place: kind for place, kind in found.items() if kind != "house_number"}
    found |= dict.fromkeys(numbers, "house_number")
    columns: dict[str, tuple[int, ...]] = {}
    for kind in KINDS:
        places = _places_of((kind,), found, {})
        if chosen := named.get(kind, places if kind in _SEVERAL else _first_filled(places, values)):
            columns[kind] = chosen
    if "birth" in columns or "birth_year" in columns:
        columns.pop("age", None)
    told = _whole_names(columns, sample, values, named)
    columns = {kind: told[kind] for kind in KINDS if kind in told}
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


def _house_numbers(
    header: Sequence[str],
    said: Mapping[int, str | None],
    values: Sequence[Values],
    found: Mapping[int, str],
    named: Mapping[str, tuple[int, ...]],
) -> list[int]:
    """The columns of house numbers: near a street or a postcode, and what may be added just behind.

    `Nr` alone is one where no other is, and the streets have no numbers; but not where it counts the rows.
    """
    streets = _places_of(("street",), found, named)
    sought = [place for place, kind in found.items() if kind == "house_number"]
    told = [place for place in sought if not _ANY_NUMBER.intersection(words_of(header[place])[:1])]
    numbers = [
        place
        for place in told
        if _ADDITION not in words_of(header[place])[:1]
        and _beside(place, _places_of(("street", "postcode"), found, named))
    ]
    added = [
        place
        for place, kind in said.items()
        if kind == "house_number" and place - 1 in numbers and _is_addition(header[place], values[place])
    ]
    numbered = any(share(values[street], has_digit) >= 0.5 for street in streets)
    if not (numbers or numbered or "house_number" in named):
        numbers = [
            place
            for place in sought
            if len(words_of(header[place])) == 1 and _beside(place, streets) and not _counts(values[place])
        ]
    return [*numbers, *added]


def _is_addition(header: str, values: Values) -> bool:
    """Whether what may stand behind a house number does: `a`, `hs`, `bis`."""
    return _ADDITION in header.lower() and all(len(text) <= _LONGEST_ADDITION for text in values)


def _beside(place: int, streets: Iterable[int]) -> bool:
    """Whether a number stands near a street; else it numbers the rows."""
    return any(abs(place - street) <= _NEAR for street in streets)


def _counts(values: Values) -> bool:
    """Whether numbers count the rows."""
    numbers = [int(text) for text in values if text.isdecimal() and len(text) <= _LONGEST_COUNT]
    return len(numbers) > _NEAR and all(after == before + 1 for before, after in pairwise(numbers))


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
    if known.isdisjoint(NAMES):
        infixes = [place for place, kind in found.items() if kind == "infix"]
        found |= _names_among([place for place in free if place not in found], values, infixes)
    return found


def _of_children(
    header: Sequence[str],
    places: Iterable[int],
    values: Sequence[Values],
    words: Mapping[str, Sequence[str]],
) -> dict[int, str]:
    """What is said of children, in a list that names nobody else: then these are its people."""
    found: dict[int, str] = {}
    for place in places:
        tokens = words_of(header[place])
        if _CHILD.isdisjoint(tokens):
            continue
        kind = by_header(" ".join(token for token in tokens if token not in _CHILD), words)
        if len(tokens) == 1 and share(values[place], begins_known) >= KNOWN:
            kind = "name"
        if kind in KINDS and may_be(kind, values[place]):
            found[place] = kind
    return found


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
    columns: dict[str, tuple[int, ...]],
    sample: Sequence[Sequence[str]],
    values: Sequence[Values],
    named: Mapping[str, tuple[int, ...]],
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
        holding = [
            _holds(row[name[0]], row[initials[0]]) for row in sample if row[name[0]] and row[initials[0]]
        ]
        whole = sum(holding) * 2 > len(holding)
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


def _holds(name: str, initials: str) -> bool:
    """Whether a name holds the first name, or the initials, as well as a family name."""
    words = [word for word in WORD.findall(fold(name)) if word not in PREFIXES]
    return len(words) > 1 and words[0][0] == fold(initials)[:1]


def _repeats(given: Values, name: Values) -> bool:
    """Whether a column of names holds the first names too."""
    words = {word for text in name for word in fold(text).split()}
    return share(given, lambda text: words.issuperset(fold(text).split()[:1])) >= 0.5
