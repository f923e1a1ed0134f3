"""Who brought whom, as a picture: everybody with a name where the team may see it, else with their code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.settings import ROLES
from pipeline.stages.people import Participant
from pipeline.stages.run import Outcome
from pipeline.summaries.treesheets import Guests, Sheet, sheets

TEAM, NONE = "team", "none"
MARKS: Final = (*ROLES, TEAM, NONE)
"""How somebody takes part, each with a mark of its own."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the picture: a label (name or code), marks, and whether their inviter is unknown."""

    label: str
    marks: tuple[str, ...]
    coded: bool
    unknown_inviter: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole picture: everybody by code, and the sheets on which they stand."""

    people: Mapping[str, Person]
    sheets: tuple[Sheet, ...]
    generations: int


def tree(outcome: Outcome, *, codes: bool = False) -> Tree:
    """The picture of who brought whom; with `codes` no name stands in it."""
    unknown = {one.participant for one in outcome.invitations.unknown}
    people = {
        code: Person(
            label=code if codes else outcome.people.label(code),
            marks=_marks(person),
            coded=codes or person.shown is None,
            unknown_inviter=code in unknown,
        )
        for code, person in outcome.people.participants.items()
    }
    roots, guests = _in_order(outcome)
    return Tree(people, sheets(roots, guests), outcome.invitations.generations)


def _marks(person: Participant) -> tuple[str, ...]:
    return person.roles or ((TEAM,) if person.team else (NONE,))


def _in_order(outcome: Outcome) -> tuple[tuple[str, ...], Guests]:
    """The roots, and everybody's guests: the largest branches first."""
    invitations = outcome.invitations

    def largest_first(codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(codes, key=lambda code: (-invitations.descendants.get(code, 0), code)))

    guests: dict[str, list[str]] = {}
    for guest, inviter in invitations.inviter.items():
        guests.setdefault(inviter, []).append(guest)
    return largest_first(invitations.roots), {code: largest_first(found) for code, found in guests.items()}
