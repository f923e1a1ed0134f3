"""Which trees stand on which sheet: one sheet up to 150 people, above that an overview and more sheets.

A tree of 25 people or more has a sheet of its own, smaller ones share one. Of a tree that is larger
than a sheet, branches go on elsewhere, and both places say so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

ONE_SHEET: Final = 150
"""People on a sheet at most."""

OWN_SHEET: Final = 25
"""A tree of so many people or more shares its sheet with nobody."""

OVERVIEW_LINES: Final = 120
"""Lines on a sheet of the overview."""

Guests = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Branches:
    """What stands on one sheet: its roots, and whose guests stand below whom there.

    `more` has those whose other guests stand elsewhere: on which sheets. `above` has a root that stands
    on another sheet too, among its own people: which one.
    """

    roots: tuple[str, ...]
    guests: Guests
    number: int = 1
    more: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    above: Mapping[str, int] = field(default_factory=dict)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody on the sheet, each before their own guests."""
        return tuple(code for root in self.roots for code in walk(root, self.guests))


@dataclass(frozen=True, slots=True)
class Overview:
    """A sheet that tells what other ones show; a line each."""

    number: int
    lines: tuple[Branches, ...]


Sheet = Overview | Branches


def walk(root: str, guests: Guests) -> Iterator[str]:
    """Everybody of a tree, each before their own guests."""
    waiting = [root]
    while waiting:
        code = waiting.pop()
        yield code
        waiting += reversed(guests.get(code, ()))


def sheets(roots: Sequence[str], guests: Guests) -> tuple[Sheet, ...]:
    """All sheets in their order; `guests` makes a forest of `roots`."""
    whole = Branches(tuple(roots), guests)
    if len(whole.people) <= ONE_SHEET:
        return (whole,)
    pieces = _pieces(roots, cut(roots, guests))
    overviews = range(0, len(pieces), OVERVIEW_LINES)
    numbered = tuple(_linked(pieces, len(overviews) + 1))
    told = (Overview(nth, numbered[first : first + OVERVIEW_LINES]) for nth, first in enumerate(overviews, 1))
    return (*told, *numbered)


@dataclass(slots=True)
class Cut:
    """Where trees are cut: who keeps which guests, which ones go on elsewhere, a sheet for each group.

    `size` = people who stay together with somebody, themselves included.
    """

    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moved: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    size: dict[str, int] = field(default_factory=dict)


def cut(roots: Sequence[str], guests: Guests) -> Cut:
    """Cut so that everybody fits on one sheet with those they keep, below somebody who leads there."""
    found = Cut()
    for root in roots:
        for code in reversed(list(walk(root, guests))):
            groups = list(_sheetfuls(guests.get(code, ()), found.size, ONE_SHEET - 2))
            found.kept[code] = groups[0] if groups else ()
            found.size[code] = 1 + sum(found.size[guest] for guest in found.kept[code])
            if len(groups) > 1:
                found.moved[code] = tuple(groups[1:])
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """What will be a sheet: `moved` = who goes on elsewhere, and in which of their groups; `again` = those
    of its roots who stand among their own people on another sheet.
    """

    branches: Branches
    moved: tuple[tuple[str, int], ...]
    again: frozenset[str] = frozenset()


def _pieces(roots: Sequence[str], found: Cut) -> list[_Piece]:
    """All sheets: the large trees, each followed by where it goes on, then the small ones together."""
    large = {root for root in roots if root in found.moved or found.size[root] >= OWN_SHEET}
    pieces = [piece for root in roots if root in large for piece in _shared(_parts(root, found))]
    small = (root for root in roots if root not in large)
    return [*pieces, *(_piece(group, found) for group in _sheetfuls(small, found.size, ONE_SHEET))]


def _parts(root: str, found: Cut) -> Iterator[_Piece]:
    """A large tree, and where it goes on."""
    waiting: list[tuple[str, tuple[str, ...] | None]] = [(root, None)]
    while waiting:
        head, batch = waiting.pop()
        piece = _piece((head,), found, batch)
        yield piece
        waiting += ((code, found.moved[code][nth]) for code, nth in reversed(piece.moved))


def _shared(parts: Iterable[_Piece]) -> list[_Piece]:
    """The parts, those that go on from elsewhere together where one sheet has room for them."""
    pieces: list[_Piece] = []
    for part in parts:
        places = (nth for nth, piece in enumerate(pieces) if piece.again and _fit(piece, part))
        nth = next(places, len(pieces))
        pieces[nth:] = [_together(pieces[nth], part) if nth < len(pieces) else part, *pieces[nth + 1 :]]
    return pieces


def _fit(piece: _Piece, part: _Piece) -> bool:
    """Whether both fit on one sheet, with nobody there twice."""
    here, more = piece.branches.guests, part.branches.guests
    return len(here) + len(more) <= ONE_SHEET and here.keys().isdisjoint(more)


def _together(piece: _Piece, part: _Piece) -> _Piece:
    branches = Branches(
        (*piece.branches.roots, *part.branches.roots), {**piece.branches.guests, **part.branches.guests}
    )
    return _Piece(branches, (*piece.moved, *part.moved), piece.again | part.again)


def _piece(roots: tuple[str, ...], found: Cut, batch: tuple[str, ...] | None = None) -> _Piece:
    """These trees as they were cut; with a `batch` those guests of the one root."""
    kept = found.kept if batch is None else {roots[0]: batch}
    guests = {}
    for root in roots:
        guests[root] = kept[root]
        for guest in kept[root]:
            guests |= {code: found.kept[code] for code in walk(guest, found.kept)}
    moved = (
        (code, nth)
        for code in guests
        if batch is None or code not in roots
        for nth in range(len(found.moved.get(code, ())))
    )
    return _Piece(Branches(roots, guests), tuple(moved), frozenset(() if batch is None else roots))


def _sheetfuls(codes: Iterable[str], size: Mapping[str, int], room: int) -> Iterator[tuple[str, ...]]:
    """The codes, in order, in groups of at most so many people together."""
    group: list[str] = []
    used = 0
    for code in codes:
        if used + size[code] > room:
            yield tuple(group)
            group, used = [], 0
        group.append(code)
        used += size[code]
    if group:
        yield tuple(group)


def _linked(pieces: Sequence[_Piece], first: int) -> Iterator[Branches]:
    """The sheets, numbered from `first`, each with where its people go on and come from."""
    home: dict[str, int] = {}
    goes_on: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces, first):
        for code in piece.branches.people:
            if code in piece.again:
                goes_on.setdefault(code, []).append(number)
            else:
                home[code] = number
    for number, piece in enumerate(pieces, first):
        branches = piece.branches
        yield replace(
            branches,
            number=number,
            more={code: tuple(goes_on[code]) for code, nth in piece.moved if nth == 0},
            above={code: home[code] for code in branches.roots if code in piece.again},
        )
