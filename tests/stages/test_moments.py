from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from pipeline.model.responses import RawCell
from pipeline.stages.moments import Window, read_day, read_moments, window

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment(cell: RawCell) -> datetime | None:
    return read_moments([[cell]], AMSTERDAM)[0][0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("31-8-2020 14:20:53", "2020-08-31T14:20:53"),
        ("17/01/2025 18.05.39", "2025-01-17T18:05:39"),
        ("25/10/2023 14:55:21", "2023-10-25T14:55:21"),
        ("11/17/2020 18:23:58", "2020-11-17T18:23:58"),
        ("2026-09-03 18:42:00", "2026-09-03T18:42:00"),
        ("2026-09-03T18:42:00.436", "2026-09-03T18:42:00"),
        ("2026-09-03T18:42:59,5", "2026-09-03T18:43:00"),
        ("2026-09-03", "2026-09-03T00:00:00"),
        ("3-9-26 18:42", "2026-09-03T18:42:00"),
        ("3 september 2026 om 18:42 uur", "2026-09-03T18:42:00"),
        ("donderdag 3 sept. 2026", "2026-09-03T00:00:00"),
        ("1 mrt 2026, 9:05", "2026-03-01T09:05:00"),
        (" 3 / 9 / 2026 ", "2026-09-03T00:00:00"),
        ("2020/06/05 12:34:01 AM", "2020-06-05T00:34:01"),
        ("2020/06/05 12:34:01 p.m.", "2020-06-05T12:34:01"),
        # Zones of a download become the Atelier's own time, in summer and in winter.
        ("2020/06/05 11:34:01 AM EST", "2020-06-05T18:34:01"),
        ("2026/11/19 2:34:01 PM GMT+1", "2026-11-19T14:34:01"),
        ("2026/09/03 2:34:01 PM GMT+1", "2026-09-03T15:34:01"),
        ("2026-09-03T16:42:00Z", "2026-09-03T18:42:00"),
        ("2026-09-03T16:42:00-02:30", "2026-09-03T21:12:00"),
        ("2026-09-03 16:42:00 CEST", "2026-09-03T16:42:00"),
        ("2026-09-03 16:42:00 +0200", "2026-09-03T16:42:00"),
        # Cells that a workbook typed itself.
        (datetime(2026, 9, 3, 18, 42, 59, 436000), "2026-09-03T18:42:59"),
        (datetime(2026, 9, 3, 18, 42, 59, 500000), "2026-09-03T18:43:00"),
        (datetime(2026, 9, 3, 16, 42, tzinfo=UTC), "2026-09-03T18:42:00"),
        (datetime.max, "9999-12-31T00:00:00"),
        (datetime.min.replace(tzinfo=UTC), "0001-01-01T00:00:00"),
        (date(2026, 9, 3), "2026-09-03T00:00:00"),
        (46268.75, "2026-09-03T18:00:00"),
        (46268, "2026-09-03T00:00:00"),
    ],
)
def test_a_moment_in_every_notation(cell: RawCell, expected: str) -> None:
    assert moment(cell) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "cell",
    [
        None, "", 4.0, 29_999.0, 60_001.0, True, time(18, 42), "gisteren", "18:42", "31-2-2026", "3-9",
        "32/13/2026", "3 foo 2026", "3-9-2026 25:00", "3-9-2026 13:00 PM", "3-9-2026 0:30 AM",
        "3-9-2026 18:61", "3-9-2026 18:42:75", "2026/09/03 18:42 XYZ", "9999-12-31T23:00:00-05:00",
        "2026-09-03T18:42:00+99:00",
    ],
)  # fmt: skip
def test_what_is_no_moment(cell: RawCell) -> None:
    assert moment(cell) is None


def test_a_column_is_month_first_where_one_value_shows_it() -> None:
    assert read_moments([["9/3/2026", "9/17/2026"], ["9/3/2026"]], AMSTERDAM) == [
        [datetime(2026, 9, 3), datetime(2026, 9, 17)],
        [datetime(2026, 9, 3)],
    ]


def test_a_column_follows_most_of_its_values_and_a_single_odd_one_is_read_its_own_way() -> None:
    column = ["1/9/2026", "14/9/2026", "15/9/2026", "9/17/2026"]
    days = [found and found.isoformat()[5:10] for found in read_moments([column], AMSTERDAM)[0]]
    assert days == ["09-01", "09-14", "09-15", "09-17"]


def test_a_column_that_leaves_it_open_follows_the_others_and_failing_those_is_day_first() -> None:
    both = read_moments([["9/3/2026"], ["3/9/2026", "17/9/2026", "2026-09-03", "3 sep 2026"]], AMSTERDAM)
    assert both[0] == [datetime(2026, 3, 9)]
    assert moment("9/3/2026") == datetime(2026, 3, 9)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("3-9-2026", date(2026, 9, 3)),
        ("3 september 2026", date(2026, 9, 3)),
        ("2026-09-03T23:30:00Z", date(2026, 9, 3)),
        (46268.0, date(2026, 9, 3)),
        (date(2026, 9, 3), date(2026, 9, 3)),
        ("volgende week", None),
        ("", None),
    ],
)
def test_a_day(cell: RawCell, day: date | None) -> None:
    assert read_day(cell) == day


def test_the_window_reaches_a_year_beyond_the_atelier() -> None:
    plausible = window([date(2026, 11, 19), date(2026, 9, 3)], [])
    assert plausible == Window(date(2026, 9, 3), date(2026, 11, 19))
    assert [
        plausible.holds(datetime.fromisoformat(at))
        for at in ("2025-09-02T23:59", "2025-09-03T00:00", "2027-11-19T23:59", "2027-11-20T00:00")
    ] == [False, True, True, False]


def test_without_dates_the_window_lies_around_the_middle_of_what_was_sent_in() -> None:
    sent = [datetime(1899, 12, 31), datetime(2100, 1, 1), *[datetime(2026, 9, day) for day in (1, 3, 9)]]
    assert window([], sent) == Window(date(2026, 9, 3), date(2026, 9, 3))


def test_without_anything_no_window_is_needed() -> None:
    assert window([], []) == Window(date(2000, 1, 1), date(2000, 1, 1))
