"""The pairs of rows worth comparing, without looking at all of them.

Two rows are compared when they share something that one person's rows hardly ever fail to share: a
contact, or half of one with a name, or a whole name by its sound. What very many share brings nobody
together by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from pipeline.stages.names import Name
from pipeline.stages.records import Traits
from pipeline.stages.spelling import bare, sound, spoken

CROWD: Final = 60
"""A key that more rows than this share says nothing about a person."""

NAMESAKES: Final = 25
"""So many rows of one name, or of half a name and half of something else, are of several people."""

MANY: Final = 20_000
"""In a longer list half a name is not looked at: there are more questions than anybody answers."""

RARE: Final = 6
"""So many rows may share one name beside the first letter of the other, and still tell who is meant."""

_HALF: Final = 3
"""The signs of half an address from which on it says something."""


class Said(NamedTuple):
    """The sounds of a row's names: `all` of them, the first names in all their forms first; as written."""

    all: tuple[str, ...]
    lasts: frozenset[str]
    written: frozenset[str]


_NOBODY: Final = Said((), frozenset(), frozenset())


def pairs(rows: Sequence[Traits]) -> list[tuple[int, int]]:
    """The pairs worth comparing by the rows' places, each once, sorted."""
    size = len(rows)
    found: set[int] = set()
    for members in _groups(rows):
        found.update(one * size + other for one, other in combinations(members, 2))
    return [divmod(pair, size) for pair in sorted(found)]


def _groups(rows: Sequence[Traits]) -> Iterator[list[int]]:
    """The places of rows that share a key; a crowd is divided by the names in it."""
    said = list(map(_said, rows))
    for members in _sharing(enumerate(map(_strong, rows))):
        yield from [members] if len(members) <= CROWD else _of_crowd(members, rows, said)
    named = ((place, _with_names(row, said[place])) for place, row in enumerate(rows))
    yield from (members for members in _sharing(named) if len(members) <= NAMESAKES)
    if len(rows) <= MANY:
        begun = ((place, _begun(row, said[place])) for place, row in enumerate(rows))
        yield from (members for members in _sharing(begun) if len(members) <= RARE)


def _of_crowd(members: Sequence[int], rows: Sequence[Traits], said: Sequence[Said]) -> Iterator[list[int]]:
    """Rows that say the very same, each with the first of them; and these first ones, divided by name."""
    firsts: dict[Traits, int] = {}
    for place in members:
        first = firsts.setdefault(rows[place], place)
        if first != place:
            yield [first, place]
    named = ((place, iter(said[place].all)) for place in firsts.values())
    yield from (some for some in _sharing(named) if len(some) <= CROWD)


def _sharing(keyed: Iterable[tuple[int, Iterator[str]]]) -> Iterable[list[int]]:
    """The places that share a key with another; most keys are one row's alone, and need no list."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for place, keys in keyed:
        for key in set(keys):
            if key in shared:
                shared[key].append(place)
            elif first.setdefault(key, place) != place:
                shared[key] = [first[key], place]
    return shared.values()


def _said(row: Traits) -> Said:
    return _said_of(row.names[0]) if row.names else _NOBODY


def _said_of(name: Name) -> Said:
    firsts = {said: None for given in name.given[:1] for said in (*sorted(spoken(given)), sound(given))}
    lasts = frozenset(sound(bare(family)) for family in name.family)
    written = lasts.union(map(sound, name.given[:1]))
    return Said((*firsts, *sorted(lasts.difference(firsts))), lasts, written)


def _begun(row: Traits, said: Said) -> Iterator[str]:
    """Keys of one name with the first letter of the other, of one alone, of a letter with half a contact."""
    for letter in {part[0] for part in said.all}:
        yield from (f"{half}{letter}." for half in _halves(row))
    letters = {last[0] for last in said.lasts}
    for one in said.all:
        yield from (f"{one} {letter}" for letter in letters)
        yield from (f"{one[0]}. {last}" for last in said.lasts)
        yield one


def _with_names(row: Traits, said: Said) -> Iterator[str]:
    """Keys of a whole name, and of half a name with half of something else."""
    alone = len(said.all) == 1
    for last in said.lasts:
        for one in said.all:
            if one != last or alone:
                yield f"{one} {last}" if one < last else f"{last} {one}"
    for half in _halves(row):
        for part in said.written:
            yield half + part
    for postcode in row.postcodes:
        for part in said.all:
            yield f"P{postcode}{part}"
    for birth in row.births:
        yield from (f"b{birth}{letter}" for letter in {part[0] for part in said.all})


def _strong(row: Traits) -> Iterator[str]:
    """What a person or a household alone has."""
    yield from (f"p{phone}" for phone in row.phones)
    yield from (f"e{email}" for email in row.emails)
    yield from (f"i{number}" for number in row.identifiers)
    for birth in row.births:
        yield f"b{birth}"
        yield from (f"b{birth} {place}" for place in (*row.postcodes, *row.cities))


def _halves(row: Traits) -> Iterator[str]:
    """What says enough only beside half a name: a part of a contact, a street, a year, a day."""
    for phone in row.phones:
        yield f"1{phone[-8:-4]}"
        yield f"2{phone[-4:]}"
    for email in row.emails:
        local, _, domain = email.partition("@")
        if (half := len(local) // 2) >= _HALF:
            yield f"l{local}"
            yield f"a{local[:half]}@{domain}"
            yield f"z{local[-half:]}@{domain}"
    yield from (f"S{street}" for street, _ in row.addresses)
    yield from (f"o{organisation}" for organisation in row.organisations)
    for birth in row.births:
        yield f"y{birth[:4]}"
        yield f"d{birth[4:]}"
