"""Dates of birth in whatever notation."""

import pytest

from pipeline.stages.births import birth_of_parts, month_comes_first, read_birth, year_of_age


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1961-03-29", "1961-03-29"),
        ("1961/3/9", "1961-03-09"),
        ("1961-03-29 00:00:00", "1961-03-29"),
        ("29-3-1961", "1961-03-29"),
        ("29.03.61", "1961-03-29"),
        ("1-2-07", "2007-02-01"),
        ("03/29/1961", "1961-03-29"),
        ("31-02-1961", "1961-02-31"),
        ("35-14-1961", "1961-14-35"),
        ("19610329", "1961-03-29"),
        ("29031961", "1961-03-29"),
        ("1961", "1961"),
        ("29 maart 1961", "1961-03-29"),
        ("1 jan 2001", "2001-01-01"),
        ("22039", "1960-05-03"),  # as a spreadsheet counts days
        ("52039", ""),
        ("", ""),
        ("onbekend", ""),
        ("123", ""),
    ],
)
def test_a_date_of_birth(written: str, read: str) -> None:
    assert read_birth(written) == read


def test_month_first_where_the_column_shows_so() -> None:
    assert month_comes_first(["03/29/1961", "04/05/1970", "geen"])
    assert not month_comes_first(["29/03/1961", "04/05/1970"])
    assert not month_comes_first(["04/05/1970"])
    assert read_birth("04/05/1970", month_first=True) == "1970-04-05"
    assert read_birth("29/05/1970", month_first=True) == "1970-05-29"


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (("1961", "3", "9"), "1961-03-09"),
        (("61", "12", "31"), "1961-12-31"),
        (("1961", "3", ""), "1961-03"),
        (("1961", "", "9"), "1961"),
        (("", "3", "9"), ""),
        (("961", "3", "9"), ""),
        (("²²", "3", "9"), ""),
    ],
)
def test_a_date_of_birth_in_three_columns(parts: tuple[str, str, str], read: str) -> None:
    assert birth_of_parts(*parts) == read


@pytest.mark.parametrize(
    ("age", "year"),
    [("41", "1959"), ("0", "2000"), ("121", ""), ("4 jaar", "1996"), ("1" * 5000, ""), ("²", "")],
)
def test_years_between_two_ages(age: str, year: str) -> None:
    assert year_of_age(age) == year
