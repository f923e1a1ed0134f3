"""Dates and times in every notation that response sheets have shown, day first where it is left open."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final

from pipeline.model.responses import RawCell
from pipeline.stages.cells import cell_text, plain

SERIAL: Final = (30_000, 60_000)
"""A number in this range is a spreadsheet's day number (1982 to 2064), not something else."""

_EPOCH = datetime(1899, 12, 30)
_MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "cest": 2, "mest": 2,
    "eet": 2, "eest": 3, "trt": 3, "msk": 3, "srt": -3, "ast": -4, "adt": -3, "est": -5, "edt": -4,
    "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""Hours east of Greenwich of the zone names that Google's downloads bear."""

_NOTATION = re.compile(
    r"""(?:[a-z]+da[gy],?\s+)?
    (?P<first>\d{1,4}) (?:\s*[-/.]\s*|\s+)
    (?P<second>\d{1,2}|[a-z]{3,9}\.?) (?:\s*[-/.]\s*|,?\s+)
    (?P<third>\d{4}|\d{1,2})
    (?: (?:t|,?\s+)(?:om\s+|at\s+)?
        (?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second_of>\d{2})(?:[.,](?P<tenth>\d)\d*)?)?
        \s*(?:(?P<half>[ap])\.?\s?m\b\.?)?\s*(?:uur\b|u\b)?
        \s*(?P<zone>[a-z]{1,5})?\s*(?P<offset>[-+]\d{1,2}(?::?\d{2})?)?
    )?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Written:
    """A date as written: three numbers whose order may be open, the seconds of the day, the zone's offset."""

    first: int
    second: int
    third: int
    year_first: bool
    named_month: bool
    seconds: int
    offset: timedelta | None

    @property
    def shows_day_first(self) -> bool:
        return not self.year_first and not self.named_month and self.first > 12

    @property
    def shows_month_first(self) -> bool:
        return not self.year_first and not self.named_month and self.second > 12

    def moment(self, zone: tzinfo | None, *, month_first: bool) -> datetime | None:
        """The moment in `zone`; an order that gives no date gives way to the other."""
        orders = [(self.third, self.second, self.first), (self.third, self.first, self.second)]
        if self.year_first:
            orders = [(self.first, self.second, self.third)]
        elif self.named_month:
            orders = orders[:1]
        elif month_first:
            orders.reverse()
        for year, month, day in orders:
            try:
                start = datetime(year if year > 99 else 2000 + year, month, day)
                return _local(start + timedelta(seconds=self.seconds), self.offset, zone)
            except (ValueError, OverflowError):
                continue
        return None


def _local(moment: datetime, offset: timedelta | None, zone: tzinfo | None) -> datetime:
    if offset is None or zone is None:
        return moment
    return moment.replace(tzinfo=timezone(offset)).astimezone(zone).replace(tzinfo=None)


def _offset(zone: str | None, offset: str | None) -> timedelta | None:
    """Raises KeyError for a zone that nobody knows."""
    if zone is None and offset is None:
        return None
    hours = timedelta(hours=_ZONES[zone or "utc"])
    if offset is None:
        return hours
    digits = offset[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return hours - size if offset[0] == "-" else hours + size


def _seconds(found: re.Match[str]) -> int | None:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second_of"))
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600 + minute * 60 + second + (int(found["tenth"] or 0) >= 5)


def _read_written(text: str) -> _Written | None:
    found = _NOTATION.fullmatch(plain(text))
    if not found:
        return None
    seconds = _seconds(found)
    named = not found["second"].isdigit()
    month = _MONTHS.get(found["second"][:3]) if named else int(found["second"])
    if seconds is None or month is None or (found["zone"] and found["zone"] not in _ZONES):
        return None
    return _Written(
        int(found["first"]),
        month,
        int(found["third"]),
        year_first=len(found["first"]) == 4,
        named_month=named,
        seconds=seconds,
        offset=_offset(found["zone"], found["offset"]),
    )


def _to_second(moment: datetime, zone: tzinfo | None) -> datetime:
    """To the nearest second, which is what Sheets shows and writes in a .csv of the same response."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone).replace(tzinfo=None)
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _of_cell(cell: RawCell, zone: tzinfo | None) -> datetime | _Written | None:
    match cell:
        case datetime() if 1 < cell.year < 9999:
            return _to_second(cell, zone)
        case date():
            return datetime(cell.year, cell.month, cell.day)
        case bool() | None | "":
            return None
        case int() | float():
            fits = SERIAL[0] <= cell <= SERIAL[1]
            return _to_second(_EPOCH + timedelta(days=cell), None) if fits else None
        case str():
            return _read_written(cell_text(cell))
        case _:
            return None


def read_day(cell: RawCell) -> date | None:
    """One cell as a date, day first; None when it is none."""
    found = _of_cell(cell, None)
    if isinstance(found, _Written):
        found = found.moment(None, month_first=False)
    return found.date() if found else None


def _month_first(column: Iterable[datetime | _Written | None]) -> int:
    """How many values can only be month first, less those that can only be day first."""
    written = [value for value in column if isinstance(value, _Written)]
    return sum(value.shows_month_first for value in written) - sum(value.shows_day_first for value in written)


def read_moments(columns: Sequence[Sequence[RawCell]], zone: tzinfo) -> list[list[datetime | None]]:
    """Whole columns of timestamps as local time in `zone`, to the second.

    The order of day and month is the column's: what most of its unmistakable values show, failing
    those what all columns together show, failing that day first.
    """
    read = [[_of_cell(cell, zone) for cell in column] for column in columns]
    shown = [_month_first(column) for column in read]
    together = sum(shown)
    return [
        [
            value.moment(zone, month_first=(leaning or together) > 0)
            if isinstance(value, _Written)
            else value
            for value in column
        ]
        for column, leaning in zip(read, shown, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a timestamp is plausible: from a year before `first` to a year after `last`."""

    first: date
    last: date

    def holds(self, moment: datetime) -> bool:
        """Whether `moment` falls in it."""
        day = (moment.year, moment.month, moment.day)
        return (
            (self.first.year - 1, self.first.month, self.first.day)
            <= day
            <= (self.last.year + 1, self.last.month, self.last.day)
        )


def window(dates: Sequence[date], moments: Iterable[datetime]) -> Window:
    """The plausible days around the Atelier's `dates`; without any, around the middle one of `moments`."""
    if dates:
        return Window(min(dates), max(dates))
    possible = sorted(moment for moment in moments if 2000 <= moment.year < 2100)
    middle = possible[len(possible) // 2].date() if possible else date(2000, 1, 1)
    return Window(middle, middle)
