"""For which meetings tables are made, for whom, and what somebody may ask about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.meetings import Presence
from pipeline.stages.memory import Seat
from pipeline.stages.people import People
from pipeline.stages.seating import Company, DiscussionTable, seat
from pipeline.stages.wishes import APART, FORM, TOGETHER, Wish

AT_HAND: Final = 0
"""The row of the first wish that stands in no tab, as it was asked this once; the second has row -1."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks about the tables this once; nothing is what every sync does.

    `meeting` = the one it is about, if not the coming one; `anew` = every seat there that nobody confirmed
    may change; `seed` = another mix, as good; `together` and `apart` = pairs of names or codes.
    """

    meeting: int | None = None
    anew: bool = False
    seed: str | None = None
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def wishes(self) -> tuple[Response, ...]:
        """The wishes, as rows of the working tab."""
        pairs = (*((TOGETHER, pair) for pair in self.together), *((APART, pair) for pair in self.apart))
        return tuple(
            Response(
                form=FORM,
                row=AT_HAND - nth,
                values={"person": one, "other": other, "wish": kind},
                id=f"{FORM}:at hand:{nth}",
            )
            for nth, (kind, (one, other)) in enumerate(pairs)
        )


@dataclass(frozen=True, slots=True)
class Arranged:
    """The tables by meeting and number, all seats to remember, the wishes that could not be kept.

    `idle` are the wishes at hand for two people to sit together of whom one does not come to that meeting.
    """

    tables: tuple[DiscussionTable, ...]
    seats: tuple[Seat, ...]
    broken: tuple[Wish, ...]
    idle: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of everybody: who was there, who brought whom (by guest), which seats were confirmed."""

    people: People
    presence: Presence
    inviter: Mapping[str, str]
    confirmed: frozenset[tuple[int, str]]


def arrange(
    known: Circumstances, before: Sequence[Seat], wishes: Sequence[Wish], wanted: Wanted, settings: Settings
) -> Arranged:
    """Tables for the coming meeting, for later ones that have seats already, and for the one asked for."""
    coming = coming_meeting(known.presence, settings)
    meant = wanted.meeting or coming
    seats = tuple(_let_go(before, meant, known)) if wanted.anew else tuple(before)
    later = {place.meeting for place in seats if place.meeting > coming} & set(settings.numbers)
    tables: list[DiscussionTable] = []
    broken: dict[Wish, None] = {}
    for meeting in sorted({coming, meant, *later}):
        company = Company(meeting, who_comes(meeting, known), known.inviter, seats, known.confirmed, wishes)
        chosen = replace(settings, seed=wanted.seed) if wanted.seed and meeting == meant else settings
        seated = seat(company, known.people, chosen)
        tables += seated.tables
        seats = seated.seats
        broken |= dict.fromkeys(seated.broken)
    comes = frozenset(who_comes(meant, known))
    at_hand = (wish for wish in wishes if wish.together and wish.where and wish.where.row <= AT_HAND)
    idle = tuple(wish for wish in at_hand if not {wish.one, wish.other} <= comes)
    return Arranged(tuple(tables), seats, tuple(broken), idle)


def coming_meeting(presence: Presence, settings: Settings) -> int:
    """The number of the first meeting that nobody came to yet, or else of the last."""
    waiting = (number for number in settings.numbers if not presence.present[number])
    return next(waiting, settings.numbers[-1])


def who_comes(meeting: int, known: Circumstances) -> tuple[str, ...]:
    """The codes of those who said that they come, or are there."""
    there = known.presence.present[meeting]
    everybody = known.people.participants.items()
    return tuple(code for code, person in everybody if meeting in person.expected or code in there)


def _let_go(seats: Iterable[Seat], meeting: int, known: Circumstances) -> Iterator[Seat]:
    """The seats without those of a meeting that nobody confirmed."""
    current = known.people.current
    for place in seats:
        code = current.get(place.code, "")
        if place.meeting != meeting or (meeting, code) in known.confirmed:
            yield place
