"""Moments as Sheets counts them: days since 30 December 1899, the time of day as a fraction."""

from __future__ import annotations

from datetime import date, datetime, timedelta

BEGIN = datetime(1899, 12, 30)


def serial(day: date) -> int:
    """The number of a day."""
    return (datetime(day.year, day.month, day.day) - BEGIN).days


def moment(number: float) -> datetime | None:
    """The moment of a number, to the second; None beyond the calendar."""
    try:
        return BEGIN + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return None
