"""What every printed thing is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TypeVar

from pipeline.model.blueprint import Also, Blueprint
from pipeline.model.pack import Person, Printed, Size
from pipeline.model.responses import Response
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Words
from pipeline.stages.masking import Mask
from pipeline.stages.normalise import fold
from pipeline.stages.people import Participant
from pipeline.stages.run import Outcome
from pipeline.stages.seating import table_sizes
from pipeline.summaries.blueprint import day_in_words
from pipeline.summaries.wall import unnamed

T = TypeVar("T")

GROUP = "print"
"""The group of wordings."""

SPARE = 5
"""So many chairs more than people who said they come."""

MOST_CHAIRS = 1000
"""More in a programme are a slip of the pen."""

FIRST_TABLES = 3
"""From this meeting on people sit at tables; before it in one circle."""


@dataclass(frozen=True)
class Job:
    """One print run.

    `links` are addresses of forms by the key of the link; `meeting` is the number of the meeting to
    print for; `programme` the rows of the working tab by meeting number.
    """

    outcome: Outcome
    words: Words
    blueprint: Blueprint
    meeting: int
    links: Mapping[str, str] = field(default_factory=dict)
    programme: Mapping[int, Response] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """The settings, with the dates that only the programme knows."""
        return self.outcome.settings

    @property
    def plan(self) -> MeetingPlan:
        """The meeting to print for."""
        return next(one for one in self.settings.meetings if one.number == self.meeting)

    @property
    def next(self) -> MeetingPlan | None:
        """The meeting after it, None after the last."""
        return next((one for one in self.settings.meetings if one.number > self.meeting), None)

    @property
    def at_tables(self) -> bool:
        """Whether people sit at tables, and not in one circle."""
        return self.meeting >= min(FIRST_TABLES, self.settings.last)

    @property
    def is_harvest(self) -> bool:
        """Whether ideas and stickers belong to this meeting."""
        return self.meeting == self.settings.last

    def text(self, name: str, /, **values: object) -> str:
        """A wording, filled with `values`."""
        return self.words.text(GROUP, name, **values)

    def also(self, name: str, /, **values: object) -> tuple[Also, ...]:
        """The same in the other languages of the Atelier, as far as it was translated."""
        dutch = self.words.catalogue.texts[GROUP][name].nl
        languages = (self.words.catalogue.languages[code] for code in self.settings.also)
        return tuple(
            Also(language.code, language.direction, (language.texts[dutch].format(**values),))
            for language in languages
            if dutch in language.texts
        )

    def printed(
        self,
        key: str,
        pages: Iterable[Mapping[str, object]],
        size: Size = "A4",
        template: str = "",
        **shared: object,
    ) -> Printed | None:
        """The thing with this key; None without a page."""
        listed = tuple(pages)
        if not listed:
            return None
        title, file = self.text(f"{key}_title"), self.text(f"file_{key}")
        return Printed(key, title, file, listed, size, template or key, shared)

    def when(self, plan: MeetingPlan) -> str:
        """When and where a meeting is, as far as that is known."""
        day = day_in_words(plan.date, self.words) if plan.date else ""
        return " · ".join(filter(None, (day, plan.place)))

    def person(self, code: str) -> Person:
        """A participant on paper; the name only where it may be shown."""
        found = self.outcome.people.participants.get(code)
        return Person(code, (found.shown or "") if found else "")

    @cached_property
    def coming(self) -> tuple[Participant, ...]:
        """Who may come, by name; who is only known by code comes last.

        Left out is only who was never there and chose other meetings alone.
        """
        presence = self.outcome.presence
        known = presence.before(self.meeting) | presence.present[self.meeting]
        people = self.outcome.people.participants.values()
        wanted = (
            one
            for one in people
            if one.team or one.code in known or self.meeting in one.expected or not one.expected
        )
        return tuple(sorted(wanted, key=lambda one: (one.shown is None, fold(one.shown or ""), one.code)))

    @property
    def expected(self) -> int:
        """How many said that they come to this meeting."""
        return sum(self.meeting in person.expected for person in self.coming)

    @property
    def chairs(self) -> int:
        """How many there must be: as the programme says, else for who said they come and some more."""
        row = self.programme.get(self.meeting)
        said = row.number("chairs") if row else None
        return said if said is not None and 0 < said <= MOST_CHAIRS else self.expected + SPARE

    @property
    def tables(self) -> tuple[int, ...]:
        """The sizes of the tables for so many chairs; none where people sit in a circle."""
        return table_sizes(self.chairs) if self.at_tables else ()

    @cached_property
    def public(self) -> Mask:
        """Takes out of free text who did not say that their name may stand with an idea or a prize."""
        return Mask.of(unnamed(self.outcome.people), words=False)


def sheets(things: Iterable[T], per_page: int) -> Iterator[tuple[T, ...]]:
    """The things, so many to a page; the last page may hold fewer."""
    left = iter(things)
    while page := tuple(islice(left, per_page)):
        yield page
