"""What the program remembers between syncs: one hidden tab, with a schema number."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final, cast

from pipeline.model.errors import N_, UserError
from pipeline.model.responses import MARK, MEMORY_TITLE, RawCell
from pipeline.stages.cells import cell_text
from pipeline.stages.decisions import Asked
from pipeline.stages.identity import Remembered

SCHEMA: Final = 1

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CELL: Final = 30_000
"""Characters in one cell; spreadsheets hold 32 767 at most."""


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code, the id of the claim it was given to, and the claims its participant had last time."""

    code: str
    claim: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """An idea's number, the id of its response, and its text and table when it was last seen."""

    number: int
    response: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: meeting, table (normalised), the code of who sits there, whether a person confirmed it."""

    meeting: int
    table: str
    code: str


@dataclass(frozen=True, slots=True)
class Draw:
    """A lot that was drawn: the question it settles, the seed, the order of ideas it gave."""

    question: str
    seed: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """One sync that changed something: when (ISO, to the second), by which version, the counts after it."""

    at: str
    version: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Memory:
    """All of it; empty at the first sync. `codes` stand in the order they were given."""

    schema: int = SCHEMA
    responses: tuple[Remembered, ...] = ()
    codes: tuple[GivenCode, ...] = ()
    numbers: tuple[GivenNumber, ...] = ()
    asked: tuple[Asked, ...] = ()
    seats: tuple[Seat, ...] = ()
    draws: tuple[Draw, ...] = ()
    forgotten: tuple[str, ...] = ()
    log: tuple[Logged, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class MemoryRows:
    """The rows of the memory tab: kind, key, and the rest as JSON text (each cell < 32 000 characters).

    They are made each time somebody goes through them, for there is one for every response.
    """

    memory: Memory

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        memory = self.memory
        yield _row("schema", str(memory.schema), "", mark=MARK)
        for one in memory.responses:
            yield _row("response", one.id, [one.form, one.submitted_at, one.row, one.content, one.sketch])
        for code in memory.codes:
            yield _row("code", code.code, [code.claim, *code.claims])
        for idea in memory.numbers:
            yield _row("number", str(idea.number), idea.response)
        for asked in memory.asked:
            yield _row("asked", asked.id, [asked.code, _answered(asked), *asked.subjects])
        for seat in memory.seats:
            yield _row("seat", str(seat.meeting), [seat.table, seat.code])
        for draw in memory.draws:
            yield _row("draw", draw.question, [draw.seed, *draw.order])
        for forgotten in memory.forgotten:
            yield _row("forgotten", forgotten, "")
        for entry in memory.log:
            yield _row("log", entry.at, [entry.version, entry.counts])


def from_rows(rows: Iterable[Sequence[object]]) -> Memory:
    """Read the memory tab.

    Raises:
        UserError: it was written by a newer version, or was damaged.

    """
    try:
        read = (_read(row) for row in rows if any(cell not in (None, "") for cell in row))
        kind, number, _ = next(read, ("", "", None))
        schema = int(number) if kind == "schema" else 0
        if schema > SCHEMA:
            raise _newer()
        found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
        for kind, key, rest in read:
            found[kind].append(_KINDS[kind](key, rest))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _damaged() from error
    if schema < 1:
        raise _damaged()
    return Memory(schema=SCHEMA, **{field: tuple(found[kind]) for kind, field in _FIELDS.items()})


def _row(kind: str, key: str, rest: object, mark: str = "") -> tuple[str, ...]:
    text = _JSON.encode(rest)
    return (kind + mark, key, *(text[at : at + _CELL] for at in range(0, len(text), _CELL)))


def _read(row: Sequence[object]) -> tuple[str, str, Any]:
    """Kind, key and the rest of one row.

    Raises:
        ValueError: the rest is no JSON.

    """
    kind, key, *rest = (cell if isinstance(cell, str) else cell_text(cast("RawCell", cell)) for cell in row)
    return kind.rstrip(MARK), key, json.loads("".join(rest))


def _answered(asked: Asked) -> str | list[str]:
    """What the program would say itself, and where it knows them what was said and answered."""
    known = [asked.outcome, asked.said, asked.answer]
    return known if asked.said or asked.answer else asked.outcome


def _asked(key: str, rest: Any) -> Asked:
    code, known, *subjects = rest
    outcome, said, answer = known if isinstance(known, list) else (known, "", "")
    return Asked(key, str(code), tuple(map(str, subjects)), str(outcome), str(said), str(answer))


def _logged(key: str, rest: Any) -> Logged:
    version, counts = rest
    return Logged(key, str(version), {str(name): int(number) for name, number in counts.items()})


_KINDS: Final[Mapping[str, Callable[[str, Any], object]]] = {
    "response": lambda key, rest: Remembered(
        key, intern(str(rest[0])), str(rest[1]), int(rest[2]), str(rest[3]), str(rest[4])
    ),
    "code": lambda key, rest: GivenCode(key, str(rest[0]), tuple(map(str, rest[1:]))),
    "number": lambda key, rest: GivenNumber(int(key), str(rest)),
    "asked": _asked,
    "seat": lambda key, rest: Seat(int(key), str(rest[0]), str(rest[1])),
    "draw": lambda key, rest: Draw(key, str(rest[0]), tuple(map(int, rest[1:]))),
    "forgotten": lambda key, _rest: key,
    "log": _logged,
}
"""What a row of each kind says, from its key and the rest."""

_FIELDS: Final = {
    "response": "responses",
    "code": "codes",
    "number": "numbers",
    "asked": "asked",
    "seat": "seats",
    "draw": "draws",
    "forgotten": "forgotten",
    "log": "log",
}


def _newer() -> UserError:
    return UserError(
        N_("The summary was written by a newer version of samenkracht."),
        todo=N_("Install the newest version, and try again."),
    )


def _damaged() -> UserError:
    return UserError(
        N_("I cannot read my own memory in the hidden tab “{tab}”."),
        why=N_("Somebody may have changed, sorted or cut something in it."),
        todo=N_("Put back an earlier version of the summary: your spreadsheet program or backup keeps them."),
        tab=MEMORY_TITLE,
    )
