"""The dates of the meetings: the working tab goes first, and what is odd is told kindly."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.responses import Response
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.stages.programme import intervals, with_programme

PLANNED = Settings(
    meetings=(
        MeetingPlan(1, date(2026, 9, 3), "De Wissel"),
        MeetingPlan(2, date(2026, 10, 1)),
        MeetingPlan(3),
    )
)


def row(meeting: int, **values: date | str) -> Response:
    return Response("programme", meeting + 1, values={"meeting": meeting, **values})


def codes(settings: Settings, *rows: Response) -> list[str]:
    return [finding.code for finding in with_programme(settings, rows)[1]]


def test_what_the_team_wrote_completes_the_settings_and_goes_first() -> None:
    rows = (row(1, place="De Brug"), row(2, date=date(2026, 10, 2)), row(3, date=date(2026, 10, 29)), row(9))
    settings, findings = with_programme(PLANNED, rows)
    assert settings.meetings == (
        MeetingPlan(1, date(2026, 9, 3), "De Brug"),
        MeetingPlan(2, date(2026, 10, 2)),
        MeetingPlan(3, date(2026, 10, 29)),
    )
    (told,) = findings
    assert (told.code, told.where) == ("programme_differs", rows[1].at("date"))
    assert dict(told.details) == {"meeting": 2, "written": "2-10-2026", "settings": "1-10-2026"}


def test_about_four_weeks_apart_and_in_order() -> None:
    assert codes(PLANNED, row(3, date=date(2026, 10, 22))) == []
    assert codes(PLANNED, row(3, date=date(2026, 10, 8))) == ["meetings_apart"]
    assert codes(PLANNED, row(3, date=date(2026, 12, 24))) == ["meetings_apart"]
    assert codes(PLANNED, row(3, date=date(2026, 10, 1))) == ["meetings_out_of_order"]


@given(st.lists(st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2040, 1, 1))), max_size=8))
def test_the_intervals_add_up_to_the_time_from_the_first_to_the_last(days: list[date | None]) -> None:
    plans = [MeetingPlan(number, day) for number, day in enumerate(days, 1)]
    dated = [day for day in days if day]
    whole = dated[-1] - dated[0] if dated else timedelta()
    assert sum(one.days for one in intervals(plans)) == whole.days
