"""When and where the meetings are: the settings completed by what the team wrote in `Programma`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from pipeline.model.findings import About, Finding, Severity
from pipeline.model.responses import Response
from pipeline.model.settings import MeetingPlan, Settings

SHORTEST: Final = timedelta(weeks=3)
LONGEST: Final = timedelta(weeks=6)
"""The method asks for about four weeks: time to bring somebody, and not so long that people forget."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The time between meeting `before` and the next dated one, `number`; below zero = back in time."""

    before: int
    number: int
    days: int

    @property
    def usual(self) -> bool:
        """Whether it is about four weeks, also where the meetings between have no date."""
        return SHORTEST.days <= self.days / (self.number - self.before) <= LONGEST.days


def intervals(meetings: Sequence[MeetingPlan]) -> tuple[Interval, ...]:
    """The time between the meetings that have a date, in order of number."""
    dated = [(meeting.number, meeting.date) for meeting in meetings if meeting.date]
    return tuple(
        Interval(before, number, (later - earlier).days)
        for (before, earlier), (number, later) in pairwise(dated)
    )


def with_programme(settings: Settings, rows: Sequence[Response]) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings with the dates and places of the working tab; what stands there goes first.

    The findings tell where the tab and the settings differ, and which meetings are not in order or
    not about four weeks apart.
    """
    known = {row.number("meeting"): row for row in reversed(rows)}
    meetings = tuple(_completed(plan, known.get(plan.number)) for plan in settings.meetings)
    findings = (*_differing(settings.meetings, known), *_apart(meetings))
    return replace(settings, meetings=meetings), findings


def _completed(plan: MeetingPlan, row: Response | None) -> MeetingPlan:
    if row is None:
        return plan
    return replace(plan, date=row.day("date") or plan.date, place=row.text("place") or plan.place)


def _differing(meetings: Sequence[MeetingPlan], known: Mapping[int | None, Response]) -> Iterator[Finding]:
    """Where the settings say another day: forms and paper made earlier may bear it."""
    for plan in meetings:
        row = known.get(plan.number)
        written = row.day("date") if row else None
        if row and written and plan.date and written != plan.date:
            yield Finding(
                "programme_differs",
                Severity.WARN,
                where=row.at("date"),
                details={"meeting": plan.number, "written": _day(written), "settings": _day(plan.date)},
            )


def _apart(meetings: Sequence[MeetingPlan]) -> Iterator[Finding]:
    for found in intervals(meetings):
        about = About("meeting", str(found.number))
        if found.days <= 0:
            details = {"meeting": found.number, "before": found.before}
            yield Finding("meetings_out_of_order", Severity.WARN, about=about, details=details)
        elif not found.usual:
            details = {"meeting": found.number, "before": found.before, "days": found.days}
            yield Finding("meetings_apart", Severity.INFO, about=about, details=details)


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
