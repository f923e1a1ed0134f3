"""What the program remembers between syncs: one hidden tab, with a schema number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.stages.decisions import Asked
from pipeline.stages.identity import Remembered

SCHEMA = 1


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


def to_rows(memory: Memory) -> list[tuple[str, ...]]:
    """The rows of the memory tab: kind, key, and the rest as JSON text (each cell < 32 000 characters)."""
    raise NotImplementedError


def from_rows(rows: Sequence[Sequence[object]]) -> Memory:
    """Read the memory tab.

    Raises:
        UserError: it was written by a newer version, or was damaged.

    """
    raise NotImplementedError
