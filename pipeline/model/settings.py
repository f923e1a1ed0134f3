"""The settings of one Atelier, as the stages need them."""

import datetime
from dataclasses import dataclass, field

LANGUAGES = ("nl", "en")
DOMAINS = ("body", "social", "material", "work", "values")
ROLES = ("resident", "key_figure", "professional", "government")


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """One planned meeting; `number` counts from 1."""

    number: int
    date: datetime.date | None = None
    place: str | None = None


def plain_meetings(count: int = 4) -> tuple[MeetingPlan, ...]:
    """`count` meetings without date or place."""
    return tuple(MeetingPlan(number) for number in range(1, count + 1))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a team can set; every field has a default, so that no config is needed.

    `harvest` is the meeting that ideas and votes belong to; None means the last one.
    `seed` feeds the codes, the tables and the lots: the same seed gives the same result. `also` are
    the codes of other languages that forms and paper bear beside `language`; `team` the names of
    its members, with or without the moderator.
    """

    title: str = "Atelier Samenkracht"
    neighbourhood: str | None = None
    theme: str | None = None
    target_group: str | None = None
    commissioner: str | None = None
    moderator: str | None = None
    team: tuple[str, ...] = ()
    contact: str | None = None
    theme_domains: tuple[str, ...] = ()
    meetings: tuple[MeetingPlan, ...] = field(default_factory=plain_meetings)
    harvest: int | None = None
    timezone: str = "Europe/Amsterdam"
    language: str = "nl"
    stickers: int = 3
    prizes: int = 3
    seed: str = "samenkracht"
    also: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The meeting numbers, in order."""
        return tuple(meeting.number for meeting in self.meetings)

    @property
    def last(self) -> int:
        """The meeting in which ideas are written and stickers given."""
        return self.harvest or self.numbers[-1]

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """The known meeting dates, in order of meeting."""
        return tuple(meeting.date for meeting in self.meetings if meeting.date)
