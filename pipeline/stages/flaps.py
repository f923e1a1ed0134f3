"""One assembled flap per sub-theme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.responses import Response

PARTS = ("analysis", "own_solutions", "connections", "possible", "questions")


@dataclass(frozen=True, slots=True)
class Flap:
    """A sub-theme: its texts per part (every part present), the parts nobody filled, its meetings."""

    theme: str
    parts: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    meetings: tuple[int, ...]


def assemble(responses: Sequence[Response]) -> tuple[Flap, ...]:
    """Put the rows of one sub-theme together, spelled alike or not; sorted by theme."""
    raise NotImplementedError
