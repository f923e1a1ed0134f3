"""Dates of birth in whatever notation, as ISO text."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from pipeline.stages.moments import read_day

_ISO: Final = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:[T ].*)?")
_SHORT: Final = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_DIGITS: Final = re.compile(r"\d{8}")
_COUNTED: Final = re.compile(r"[1-4]\d{4}")
_FIRST_DAY: Final = date(1899, 12, 30)
"""From here a spreadsheet counts days: `22039` is the third of May 1960."""

_YEAR: Final = re.compile(r"(?:18|19|20)\d\d")
_OLDEST: Final = 120
_AGE: Final = re.compile(r"([0-9]{1,3})(?:\.0)?\s*(?:jaar|jr\.?|years?|yrs?)?", re.IGNORECASE)
_THIS_CENTURY: Final = 20
"""A year of two digits up to this one is of this century."""


def month_comes_first(written: Iterable[str]) -> bool:
    """Whether these dates are written month first: more of them can only be that than only day first."""
    leaning = 0
    for found in map(_SHORT.fullmatch, written):
        if found:
            leaning += (int(found[2]) > 12) - (int(found[1]) > 12)
    return leaning > 0


@lru_cache(maxsize=1 << 15)
def read_birth(text: str, *, month_first: bool = False) -> str:
    """A date of birth as `1961-03-29`, a year alone as `1961`, "" for what is neither.

    A day that the calendar does not have is kept: it is written alike when it is copied.
    """
    if found := _ISO.fullmatch(text):
        return _iso(*found.groups())
    if found := _SHORT.fullmatch(text):
        first, second, year = found.groups()
        month_first = month_first or int(second) > 12
        day, month = (second, first) if month_first and int(first) <= 12 else (first, second)
        return _iso(year if len(year) == 4 else _century(year), month, day)
    if _YEAR.fullmatch(text):
        return text
    if _COUNTED.fullmatch(text):
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    if _DIGITS.fullmatch(text):
        first, last = text[:4], text[4:]
        return _iso(first, last[:2], last[2:]) if _YEAR.fullmatch(first) else _iso(last, text[2:4], text[:2])
    day_named = read_day(text)
    return day_named.isoformat() if day_named else ""


def birth_of_parts(year: str, month: str, day: str) -> str:
    """A date of birth from three columns, as far as they say something from the year on."""
    if not (year.isdecimal() and len(year) in (2, 4)):
        return ""
    year = year if len(year) == 4 else _century(year)
    if not month.isdecimal():
        return year
    return _iso(year, month, day) if day.isdecimal() else f"{year}-{month:0>2}"


def year_of_age(text: str) -> str:
    """The year in which who is so old would be born if it were 2000 today; "" for no age.

    What counts is how many years lie between two people of one list.
    """
    told = _AGE.fullmatch(text)
    return str(2000 - int(told[1])) if told and int(told[1]) <= _OLDEST else ""


def _century(year: str) -> str:
    return ("20" if int(year) <= _THIS_CENTURY else "19") + year


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}"
