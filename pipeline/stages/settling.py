"""Which wishes about tables can be kept, and at which tables the people sit whom they name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.stages.reserving import Request, reserve
from pipeline.stages.wishes import Wish

Block = tuple[str, ...]
"""People (codes) who must share a table, sorted; somebody who may sit without company is a block alone."""


@dataclass(frozen=True, slots=True)
class Hall:
    """What stands before anybody is seated: the chairs of each table, and who has a place already.

    `seated` = the table (from 0) of everybody who has a place, `fixed` = those of them whom nothing
    moves, because a person confirmed their seat.
    """

    chairs: Sequence[int]
    seated: Mapping[str, int] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """The table of everybody whom a wish that is kept names, their blocks, and the wishes that are not."""

    places: Mapping[str, int]
    blocks: tuple[Block, ...]
    broken: tuple[Wish, ...] = ()


def settle(wishes: Sequence[Wish], hall: Hall) -> Settled:
    """Keep all wishes if that is possible, else every one that goes with those above it.

    Whoever has a place keeps it where the wishes allow it.
    """
    settled = _try(wishes, hall)
    if settled:
        return settled
    held: list[Wish] = []
    broken: list[Wish] = []
    settled = Settled({}, ())
    for wish in wishes:
        found = _try([*held, wish], hall)
        if found:
            settled = found
        (held if found else broken).append(wish)
    return Settled(settled.places, settled.blocks, tuple(broken))


def _try(wishes: Sequence[Wish], hall: Hall) -> Settled | None:
    """All these wishes kept, if possible without anybody else losing a place; None where that cannot be."""
    blocks = _blocks(wishes)
    block_of = {code: block for block in blocks for code in block}
    apart: dict[Block, set[Block]] = {block: set() for block in blocks}
    for wish in wishes:
        if not wish.together:
            one, other = block_of[wish.one], block_of[wish.other]
            apart[one].add(other)
            apart[other].add(one)
    if any(block in others for block, others in apart.items()):
        return None
    unmoved = _unmoved(apart, hall)
    others = {code for code in hall.seated if code not in block_of}
    places = _places(apart, hall, others.union(hall.fixed, *unmoved)) or _places(apart, hall, hall.fixed)
    return None if places is None else Settled(places, blocks)


def _blocks(wishes: Iterable[Wish]) -> tuple[Block, ...]:
    """Everybody whom a wish names, with all who must be at the same table."""
    block: dict[str, set[str]] = {}
    for wish in wishes:
        one, other = block.setdefault(wish.one, {wish.one}), block.setdefault(wish.other, {wish.other})
        if wish.together:
            one |= other
            block.update(dict.fromkeys(one, one))
    return tuple(sorted({tuple(sorted(members)) for members in block.values()}))


def _unmoved(apart: Mapping[Block, Iterable[Block]], hall: Hall) -> list[Block]:
    """The blocks that sit as they should."""
    at = {block: {hall.seated.get(code, -1) for code in block} for block in apart}
    return [
        block
        for block, others in apart.items()
        if len(at[block]) == 1
        and -1 not in at[block]
        and all(at[block].isdisjoint(at[other]) for other in others)
    ]


def _places(
    apart: Mapping[Block, Iterable[Block]], hall: Hall, staying: Iterable[str]
) -> dict[str, int] | None:
    """A table for everybody in a block, while `staying` keep theirs; None where none was found."""
    places = {code: hall.seated[code] for code in staying}
    free = list(hall.chairs)
    for table in places.values():
        free[table] -= 1
    blocks = list(apart)
    number = {block: place for place, block in enumerate(blocks)}
    requests = [
        Request(
            size=sum(code not in places for code in block),
            tables=_tables(block, places, hall),
            apart=frozenset(number[other] for other in apart[block]),
        )
        for block in blocks
    ]
    found = reserve(requests, free)
    if found is None:
        return None
    return {code: table for block, table in zip(blocks, found, strict=True) for code in block}


def _tables(block: Block, places: Mapping[str, int], hall: Hall) -> tuple[tuple[int, int], ...]:
    """The tables where a block may sit, with how many of its members would lose a place there."""
    bound = {places[code] for code in block if code in places}
    homes = [hall.seated[code] for code in block if code in hall.seated]
    return tuple(
        (sum(home != table for home in homes), table) for table in range(len(hall.chairs)) if bound <= {table}
    )
