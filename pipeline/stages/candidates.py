"""The pairs of rows worth comparing, without looking at all of them.

Two rows are compared when they share something that one person's rows hardly ever fail to share: a
contact, or half of one with a name, or a whole name by its sound. What very many share brings nobody
together by itself.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, count
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
        if len(members) == 2:  # as most are, and so a third sooner
            found.add(members[0] * size + members[1])
        else:
            found.update([one * size + other for one, other in combinations(members, 2)])
    return [divmod(pair, size) for pair in sorted(found)]


def _groups(rows: Sequence[Traits]) -> Iterator[list[int]]:
    """The places of rows that share a key; a crowd is divided by the names in it."""
    said = list(map(_said, rows))
    for members in _sharing(enumerate(map(_strong, rows))):
        yield from [members] if len(members) <= CROWD else _of_crowd(members, rows, said)
    halves = list(map(_halves, rows))
    signs = _Signs(said, halves)
    named = zip(count(), map(signs.with_names, rows, said, halves))
    yield from (members for members in _sharing(named) if len(members) <= NAMESAKES)
    if len(rows) <= MANY:
        begun = zip(count(), map(signs.begun, said, halves))
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


def _sharing(keyed: Iterable[tuple[int, Iterable[Hashable]]]) -> Iterable[list[int]]:
    """The places that share a key with another; most keys are one row's alone, and need no list."""
    first: dict[Hashable, int] = {}
    shared: dict[Hashable, list[int]] = {}
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
    firsts = _forms(name.given[0]) if name.given else ()
    lasts = frozenset(map(_last, name.family))
    written = lasts.union(map(sound, name.given[:1]))
    return Said((*firsts, *sorted(lasts.difference(firsts))), lasts, written)


@lru_cache(maxsize=1 << 16)
def _forms(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*sorted(spoken(given)), sound(given))))


@lru_cache(maxsize=1 << 16)
def _last(family: str) -> str:
    return sound(bare(family))


_NOT_BEGUN: Final[Mapping[str, tuple[int, ...]]] = {"P": (), "b": ()}
"""A postcode or a date of birth with a letter alone makes no key."""


class _Signs:
    """Keys of two things each, as one number: of things that one row alone has no key is made.

    `_parts` and `_halves` number the sounds of names, and what says enough only beside half a name.
    """

    def __init__(self, said: Sequence[Said], halves: Sequence[Sequence[str]]) -> None:
        self._parts = _numbered(chain.from_iterable(one.all for one in said), 0)
        letters = sorted({part[0] for one in said for part in one.all})
        self._letters = {letter: number for number, letter in enumerate(letters, len(self._parts))}
        begin = len(self._parts) + len(letters)
        self._halves = _numbered(chain.from_iterable(halves), begin)
        self._size = begin + len(self._halves)

    def with_names(self, row: Traits, said: Said, halves: Sequence[str]) -> list[int]:
        """Keys of a whole name, and of half a name with half of something else."""
        every, size = self._numbers(said.all), self._size
        alone = len(said.all) == 1
        whole = [
            one * size + last if one < last else last * size + one
            for last in self._numbers(said.lasts)
            for one in every
            if one != last or alone
        ]
        beside = {"P": every, "b": self._initials(said) if row.births else ()}
        return whole + self._beside(halves, beside, self._numbers(said.written))

    def begun(self, said: Said, halves: Sequence[str]) -> list[int]:
        """Keys of a name with the other's first letter, of one alone, of a letter with half a contact."""
        every, size = self._numbers(said.all), self._size
        initials = self._initials(said)
        letters = {self._letters[last[0]] for last in said.lasts}
        return [
            *self._beside(halves, _NOT_BEGUN, initials),
            *(one * size + letter for one in every for letter in letters),
            *(letter * size + last for last in self._numbers(said.lasts) for letter in initials),
            *(-1 - one for one in every),
        ]

    def _beside(
        self, halves: Iterable[str], beside: Mapping[str, Iterable[int]], usual: Iterable[int]
    ) -> list[int]:
        """Keys of each half with what counts beside its kind."""
        keys = []
        for half in halves:
            if half in self._halves:
                number = self._halves[half] * self._size
                keys += [number + other for other in beside.get(half[0], usual)]
        return keys

    def _numbers(self, parts: Iterable[str]) -> list[int]:
        known = self._parts
        return [known[part] for part in parts if part in known]

    def _initials(self, said: Said) -> set[int]:
        return {self._letters[part[0]] for part in said.all}


def _numbered(things: Iterable[str], begin: int) -> dict[str, int]:
    """Numbers from `begin` on for those that come more than once."""
    shared = (thing for thing, times in Counter(things).items() if times > 1)
    return {thing: number for number, thing in enumerate(shared, begin)}


def _strong(row: Traits) -> Iterator[str]:
    """What a person or a household alone has."""
    yield from (f"p{phone}" for phone in row.phones)
    yield from (f"e{email}" for email in row.emails)
    yield from (f"i{number}" for number in row.identifiers)
    for birth in row.births:
        yield f"b{birth}"
        yield from (f"b{birth} {place}" for place in (*row.postcodes, *row.cities))


def _halves(row: Traits) -> list[str]:
    """What says enough only beside half a name: a part of a contact, a street, a year, a day."""
    halves = [f"P{postcode}" for postcode in row.postcodes]
    for phone in row.phones:
        halves += (f"1{phone[-8:-4]}", f"2{phone[-4:]}")
    for email in row.emails:
        local, _, domain = email.partition("@")
        if (half := len(local) // 2) >= _HALF:
            halves += (f"l{local}", f"a{local[:half]}@{domain}", f"z{local[-half:]}@{domain}")
    if row.addresses:
        halves += [f"S{street}" for street, _ in row.addresses]
    halves += [f"o{organisation}" for organisation in row.organisations]
    for birth in row.births:
        halves += (f"b{birth}", f"y{birth[:4]}", f"d{birth[4:]}")
    return halves
