"""Mixed tables of 5 to 7, repeatable, late arrivals added without moving anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.settings import Settings
from pipeline.stages.memory import Seat
from pipeline.stages.people import People


@dataclass(frozen=True, slots=True)
class DiscussionTable:
    """One table of one meeting with the codes of who sits there, sorted; `confirmed` by a person."""

    meeting: int
    table: str
    people: tuple[str, ...]
    confirmed: bool = False


def table_sizes(people: int) -> tuple[int, ...]:
    """The sizes of the tables for so many people, largest first: 5 to 7, as even as possible."""
    raise NotImplementedError


def seat(
    meeting: int,
    coming: Sequence[str],
    people: People,
    inviter: Mapping[str, str],
    before: Sequence[Seat],
    confirmed: frozenset[tuple[int, str]],
    settings: Settings,
) -> tuple[tuple[DiscussionTable, ...], tuple[Seat, ...]]:
    """Tables for `meeting`.

    `coming` are codes; `before` all remembered seats, those of this meeting stay where they are;
    `confirmed` holds (meeting, code) of seats a person confirmed. Returns the tables and all seats to remember.
    """
    raise NotImplementedError
