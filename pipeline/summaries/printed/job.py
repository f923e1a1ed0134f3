"""What every printed thing is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from pipeline.model.blueprint import Blueprint
from pipeline.model.pack import Person, Printed, Size
from pipeline.model.responses import Response
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Words
from pipeline.stages.people import Participant
from pipeline.stages.run import Outcome
from pipeline.summaries.blueprint import day_in_words

T = TypeVar("T")

GROUP = "print"
"""The group of wordings."""


@dataclass(frozen=True, slots=True)
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

    def text(self, name: str, /, **values: object) -> str:
        """A wording, filled with `values`."""
        return self.words.text(GROUP, name, **values)

    def printed(
        self, key: str, pages: Iterable[Mapping[str, object]], size: Size = "A4", **shared: object
    ) -> Printed | None:
        """The thing with this key; None without a page."""
        listed = tuple(pages)
        return Printed(key, self.text(f"{key}_title"), listed, size, shared) if listed else None

    def when(self) -> str:
        """When and where the meeting is, as far as that is known."""
        day = day_in_words(self.plan.date, self.words) if self.plan.date else ""
        return " · ".join(filter(None, (day, self.plan.place)))

    def person(self, code: str) -> Person:
        """A participant on paper."""
        found = self.outcome.people.participants.get(code)
        return Person(code, (found.shown or "") if found else "")

    def coming(self) -> list[Participant]:
        """Who is expected at the meeting or was at an earlier one, by name; without a name comes last."""
        before = self.outcome.presence.before(self.meeting)
        people = self.outcome.people.participants.values()
        wanted = (one for one in people if self.meeting in one.expected or one.code in before or one.team)
        return sorted(wanted, key=lambda one: (one.shown is None, (one.shown or "").casefold(), one.code))


def sheets(things: Iterable[T], per_page: int) -> Iterator[tuple[T, ...]]:
    """The things, so many to a page; the last page may hold fewer."""
    left = iter(things)
    while page := tuple(islice(left, per_page)):
        yield page
