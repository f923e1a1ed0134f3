"""The pairs of rows worth comparing, without looking at all of them.

Two rows are compared when they share something that one person's rows hardly ever fail to share: a
contact, or half of one with a name, or a whole name by its sound. What very many share brings nobody
together by itself.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, combinations
from operator import attrgetter
from typing import Final, NamedTuple

from pipeline.stages.names import Name
from pipeline.stages.nearness import is_dutch
from pipeline.stages.records import Traits
from pipeline.stages.spelling import sound, spoken, surname

CROWD: Final = 60
"""A key that more rows than this share says nothing about a person."""

NAMESAKES: Final = 25
"""So many rows of half a name and half of something else are of several people."""

RARE: Final = 6
"""More rows of one name, or of half a name alone, hardly tell which of them is meant."""

SHORT: Final = 3_000
"""In a list of so many rows even what is unlikely is looked at: half of a name beside half of another."""

_NEIGHBOURHOOD: Final = 4
"""So many signs of a postcode are those of many streets."""

_HALF: Final = 3
"""The signs of half an address from which on it says something."""


class Said(NamedTuple):
    """The sounds of a row's names: `all` of them, the first names in all their forms first; as written.

    `half` = a part of the name lacks, or has one letter.
    """

    all: tuple[str, ...]
    lasts: tuple[str, ...]
    written: tuple[str, ...]
    half: bool


_NOBODY: Final = Said((), (), (), half=False)


Keyed = Iterable[tuple[int, Iterable[Hashable]]]
"""Places of rows, and the keys that each has."""

Named = Sequence[tuple[Said, list[int]]]
"""Each name that rows have, and their places, sorted: most names are several rows'."""

Groups = Iterable[list[int]]
"""Places of rows that share a key."""

Kind = Callable[[], Groups]
"""What finds the rows that share a key of one kind."""

Strong = Callable[[Traits], Iterable[str]]
"""Something that a row says, as keys."""


class _Half(NamedTuple):
    """What says enough only beside names, and beside which of them."""

    of: Strong
    beside: Callable[[Said], Iterable[str]]


class Pairs:
    """Pairs of places, sorted, each as one number: of a million rows there are several millions."""

    def __init__(self, numbers: Iterable[int], size: int) -> None:
        self._numbers = array("q", numbers)
        self._size = size

    def __len__(self) -> int:
        return len(self._numbers)

    def part(self, places: range) -> Iterator[tuple[int, int]]:
        """Those at these places."""
        size = self._size
        return (divmod(number, size) for number in self._numbers[places.start : places.stop])


def pairs(rows: Sequence[Traits]) -> Pairs:
    """The pairs worth comparing by the rows' places, each once, sorted."""
    return merged([search() for search in searches(rows)], len(rows))


def merged(found: Sequence["array[int]"], size: int) -> Pairs:
    """What all `searches` among so many rows found."""
    return Pairs(sorted(set().union(*found)), size)


def searches(rows: Sequence[Traits]) -> list[Callable[[], "array[int]"]]:
    """What finds pairs worth comparing, as numbers; some find the same ones."""
    named = _named(rows)
    short = len(rows) <= SHORT
    kinds: list[Kind] = [
        partial(_sharing_name, rows, named, short=short),
        partial(_sharing_half_a_name, named, short=short),
        *_other_kinds(rows, named, short=short),
    ]
    return [partial(_paired, kind, len(rows)) for kind in kinds]


def _paired(kind: Kind, size: int) -> "array[int]":
    """The pairs of rows that share a key of this kind."""
    found: set[int] = set()
    for members in kind():
        if len(members) == 2:  # as most are, and so a third sooner
            found.add(members[0] * size + members[1])
        else:
            found.update([one * size + other for one, other in combinations(members, 2)])
    return array("q", found)


def _other_kinds(rows: Sequence[Traits], named: Named, *, short: bool) -> list[Kind]:
    """All kinds of key but names by themselves: of what rows say here."""
    there = {trait for trait in Traits._fields if any(map(attrgetter(trait), rows))}
    said = [_NOBODY] * len(rows)
    for words, places in named:
        for place in places:
            said[place] = words
    halves = [half for trait, half in _HALVES if trait in there]
    if short:
        halves.append(_Half(_contacts, _written))
    return [
        *(partial(_sharing_half, half, rows, said, short=short) for half in halves),
        *(partial(_sharing_strong, strong, rows, said) for trait, strong in _STRONG if trait in there),
        *([partial(_sharing_half_a_birth, rows)] if "births" in there else ()),
    ]


def _sharing_strong(strong: Strong, rows: Sequence[Traits], said: Sequence[Said]) -> Groups:
    """The rows that share what a person or a household alone has; a crowd is divided by the names in it."""
    for members in _sharing(enumerate(map(strong, rows))):
        yield from [members] if len(members) <= CROWD else _of_crowd(members, rows, said)


def _sharing_name(rows: Sequence[Traits], named: Named, *, short: bool) -> Groups:
    """The rows that share a whole name; where it is usual, and something beside it."""
    for members in _sharing_names((places, _whole(words)) for words, places in named):
        if len(members) <= (NAMESAKES if short else RARE):
            yield members
        else:
            yield from _of_usual_name(members, rows)


def _of_usual_name(members: Sequence[int], rows: Sequence[Traits]) -> Iterator[list[int]]:
    """Rows of one name, where they share something beside it, or one says nothing beside it."""
    crowd = len(members) > CROWD
    beside = _contacts if crowd else _contacts_places_and_dates
    yield from _at_most(RARE if crowd else NAMESAKES, ((place, beside(rows[place])) for place in members))
    if len(members) <= NAMESAKES:
        silent = [place for place in members if rows[place][1:] == _SILENT]
        yield from (sorted((one, other)) for one in silent for other in members if one != other)


def _sharing_half(half: _Half, rows: Sequence[Traits], said: Sequence[Said], *, short: bool) -> Groups:
    """The rows that share half of something, and half a name."""
    for members in _sharing(enumerate(map(half.of, rows))):
        yield from _at_most(NAMESAKES, ((place, half.beside(said[place])) for place in members))
        if short and half.beside is _written:
            yield from _at_most(RARE, ((place, _initials(said[place])) for place in members))


def _sharing_half_a_birth(rows: Sequence[Traits]) -> Groups:
    """The rows that share half a date of birth and a postcode."""
    return _at_most(NAMESAKES, enumerate(map(_half_births_here, rows)))


def _at_most(most: int, keyed: Keyed) -> Iterator[list[int]]:
    return (members for members in _sharing(keyed) if len(members) <= most)


def _sharing_half_a_name(named: Named, *, short: bool) -> Groups:
    """The rows that share half of a rare name; in a long list where one of them says no more than that."""
    if short:
        every = _sharing_names((places, _begun(words)) for words, places in named)
        yield from (members for members in every if len(members) <= RARE)
        return
    bearers: dict[Hashable, list[list[int]]]
    bearers = {key: [] for words, _ in named if words.half for key in _begun(words)}
    for words, places in named:
        for key in _begun(words):
            if (some := bearers.get(key)) is not None and len(some) <= RARE:
                some.append(places)
    halves = {place for words, places in named if words.half for place in places}
    for members in _each_once(bearers.values()):
        if len(members) <= RARE:
            yield from ([*pair] for pair in combinations(members, 2) if not halves.isdisjoint(pair))


def _of_crowd(members: Sequence[int], rows: Sequence[Traits], said: Sequence[Said]) -> Iterator[list[int]]:
    """Rows that say the very same, each with the first of them; and these first ones, divided by name."""
    firsts: dict[Traits, int] = {}
    for place in members:
        first = firsts.setdefault(rows[place], place)
        if first != place:
            yield [first, place]
    named = ((place, iter(said[place].all)) for place in firsts.values())
    yield from (some for some in _sharing(named) if len(some) <= CROWD)


def _sharing(keyed: Keyed) -> Iterable[list[int]]:
    """The places that share a key with another; most keys are one row's alone, and need no list."""
    first: dict[Hashable, int] = {}
    shared: dict[Hashable, list[int]] = {}
    for place, keys in keyed:
        for key in keys:
            if (before := first.setdefault(key, place)) != place:
                if (members := shared.get(key)) is None:
                    shared[key] = [before, place]
                elif members[-1] != place:
                    members.append(place)
    return shared.values()


def _sharing_names(named: Iterable[tuple[list[int], Iterable[Hashable]]]) -> Groups:
    """The places of rows whose names share a key."""
    first: dict[Hashable, list[int]] = {}
    shared: dict[Hashable, list[list[int]]] = {}
    for places, keys in named:
        for key in keys:
            before = first.setdefault(key, places)
            if before is not places or len(places) > 1:
                bearers = shared.setdefault(key, [before])
                if bearers[-1] is not places:
                    bearers.append(places)
    return _each_once(shared.values())


def _each_once(groups: Iterable[list[list[int]]]) -> Groups:
    """The places of the rows of these groups of names, sorted: two forms of a name are often of one group."""
    different = {tuple([places[0] for places in bearers]): bearers for bearers in groups}
    return (sorted(chain.from_iterable(bearers)) for bearers in different.values())


def _named(rows: Sequence[Traits]) -> Named:
    """What every name says, and who bears it."""
    places_of: dict[Name, list[int]] = {}
    for place, row in enumerate(rows):
        for name in row.names[:1]:
            places_of.setdefault(name, []).append(place)
    return [(_said(name), places) for name, places in places_of.items()]


def _said(name: Name) -> Said:
    given, family = name.given[:1], name.family
    firsts = _forms(given[0]) if given else ()
    lasts = (surname(family[0]),) if len(family) == 1 else tuple(dict.fromkeys(map(surname, family)))
    half = not (given and family) or len(given[0]) == 1 or len(family[0]) == 1
    return Said(
        firsts + tuple([last for last in lasts if last not in firsts]),
        lasts,
        lasts + tuple([first for first in map(sound, given) if first not in lasts]),
        half,
    )


@lru_cache(maxsize=1 << 16)
def _forms(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*sorted(spoken(given)), sound(given))))


def _whole(said: Said) -> list[tuple[str, str]]:
    """A first name with a family name, in whatever order; a name alone where there is nothing else."""
    alone = len(said.all) == 1
    return [
        (one, last) if one < last else (last, one)
        for last in said.lasts
        for one in said.all
        if one != last or alone
    ]


def _begun(said: Said) -> list[Hashable]:
    """A first name with the letter of a family name, the other way round (behind ""), and each name alone."""
    letters, initials = {last[0] for last in said.lasts}, _initials(said)
    return [
        *[(one, letter) for one in said.all for letter in letters],
        *[("", letter, last) for last in said.lasts for letter in initials],
        *said.all,
    ]


def _all(said: Said) -> Iterable[str]:
    return said.all


def _written(said: Said) -> Iterable[str]:
    return said.written


def _initials(said: Said) -> set[str]:
    return {part[0] for part in said.all}


def _parts_of_phones(row: Traits) -> list[str]:
    return [part for phone in row.phones for part in (f"1 {phone[-8:-4]}", f"2 {phone[-4:]}")]


def _parts_of_emails(row: Traits) -> list[str]:
    parts: list[str] = []
    for email in row.emails:
        local, _, domain = email.partition("@")
        if (half := len(local) // 2) >= _HALF:
            parts += (f"{local}@", f"a{local[:half]}@{domain}", f"z{local[-half:]}@{domain}")
    return parts


def _streets(row: Traits) -> list[str]:
    return [street for street, _ in row.addresses]


def _parts_of_births(row: Traits) -> list[str]:
    """Parts of a date of birth, one of which stands in spite of any slip; many know no more than the year."""
    return [
        part
        for birth in row.births
        for part in (birth[:4], f"-{birth[4:]}", birth[:6], f"{birth[:4]}-{birth[6:]}")
    ]


def _births(row: Traits) -> list[str]:
    """Dates of birth, also with a place: what too many share by itself."""
    return [
        key
        for birth in row.births
        for key in (birth, *(f"{birth} {place}" for place in (*row.postcodes, *row.cities)))
    ]


def _half_births_here(row: Traits) -> list[str]:
    """Half a date of birth with a postcode, but for one that is a whole neighbourhood's."""
    codes = [code for code in row.postcodes if len(code) > _NEIGHBOURHOOD]
    return [f"{part} {code}" for code in codes for part in _parts_of_births(row)]


def _parts_of_postcodes(row: Traits) -> list[str]:
    """Halves of postcodes; not of Dutch ones, the digits of which a whole neighbourhood has."""
    codes = [code for code in row.postcodes if not is_dutch(code)]
    return [part for code in codes for part in (f"a{code[: len(code) // 2]}", f"z{code[len(code) // 2 :]}")]


_STRONG: Final[tuple[tuple[str, Strong], ...]] = (
    ("phones", attrgetter("phones")),
    ("emails", attrgetter("emails")),
    ("identifiers", attrgetter("identifiers")),
    ("births", _births),
)
"""What a person or a household alone has, by trait."""


_HALVES: Final = (
    ("postcodes", _Half(attrgetter("postcodes"), _all)),
    ("births", _Half(attrgetter("births"), _initials)),
    ("addresses", _Half(_streets, _written)),
    ("organisations", _Half(attrgetter("organisations"), _written)),
    ("births", _Half(_parts_of_births, _written)),
)
"""By trait. In a short list a first letter is enough beside what in others a name as written tells apart."""

_SILENT: Final = Traits()[1:]
"""What a row says beside a name when it says nothing."""


def _contacts(row: Traits) -> list[str]:
    """Parts of contacts: in a long list these say something only where a whole name agrees."""
    return _parts_of_phones(row) + _parts_of_emails(row)


def _contacts_places_and_dates(row: Traits) -> list[str]:
    """The same with parts of places and dates, which say something where not a crowd bears that name."""
    return _contacts(row) + _parts_of_postcodes(row) + _parts_of_births(row)
