"""What typing a text makes of a cell, and how a cell shows what is in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.emulator.desk import Desk
from tests.google_emulator.sheets.serials import moment, serial

# typed, what the API gives unformatted, what the cell shows, its pattern
ENGLISH = [
    ("text", "text", "text", ""),
    ("0042", 42, "42", ""),
    ("42.01", 42.01, "42.01", ""),
    (".5", 0.5, "0.5", ""),
    ("-3", -3, "-3", ""),
    ("+3", 3, "3", ""),
    ("1,234", 1234, "1,234", "#,##0"),
    ("2,000,000.01", 2000000.01, "2,000,000.01", "#,##0.00"),
    ("1,23", "1,23", "1,23", ""),
    ("12%", 0.12, "12%", "0%"),
    ("-12.5%", -0.125, "-12.50%", "0.00%"),
    ("$5", 5, "$5", '"$"#,##0'),
    ("-$1,234.5", -1234.5, "-$1,234.50", '"$"#,##0.00'),
    ("1e3", 1000, "1.00E+03", "0.00E+00"),
    ("TRUE", True, "TRUE", ""),
    ("false", False, "FALSE", ""),
    ("'0612", "0612", "0612", ""),
    ("'", "", "", ""),
    ("=1+1", 2, "2", ""),
    ("+1+1", 2, "2", ""),
    ("=", "=", "=", ""),
    ("2020-01-01", 43831, "2020-01-01", "yyyy-mm-dd"),
    ("2020-13-01", "2020-13-01", "2020-13-01", ""),
    ("1/2/2020", 43832, "1/2/2020", "M/d/yyyy"),
    ("1-2-20", 43832, "1-2-2020", "M-d-yyyy"),
    ("1/2/99", 36162, "1/2/1999", "M/d/yyyy"),
    ("13/2/2020", "13/2/2020", "13/2/2020", ""),
    ("1/2/2020 18:30", 43832.770833333, "1/2/2020 18:30:00", "M/d/yyyy H:mm:ss"),
    ("1/2/2020 later", "1/2/2020 later", "1/2/2020 later", ""),
    ("18:30", 0.770833333, "18:30", "h:mm"),
    ("6:30:15 PM", 0.771006944, "6:30:15 PM", "h:mm:ss AM/PM"),
    ("12:05 am", 0.003472222, "12:05 AM", "h:mm AM/PM"),
    ("25:00", "25:00", "25:00", ""),
]
DUTCH = [
    ("1,5", 1.5, "1,5", ""),
    ("1.234,56", 1234.56, "1.234,56", "#,##0.00"),
    ("1.5", "1.5", "1.5", ""),
    ("€ 12,50", 12.5, "€ 12,50", "[$€ ]#,##0.00"),
    ("WAAR", True, "WAAR", ""),
    ("2-3-2026", 46083, "2-3-2026", "d-M-yyyy"),
    ("2.3.2026", 46083, "2.3.2026", "d.M.yyyy"),
    ("2-3-2026 19:30", 46083.8125, "2-3-2026 19:30:00", "d-M-yyyy H:mm:ss"),
]
TYPED = [("en_US", *row) for row in ENGLISH] + [("nl_NL", *row) for row in DUTCH]


@pytest.mark.parametrize(("locale", "typed", "held", "shown", "pattern"), TYPED)
def test_what_is_typed(locale: str, typed: str, held: object, shown: str, pattern: str) -> None:
    desk = Desk(locale=locale)
    desk.type("A1", [typed, "."])
    found = desk.read("A1:B1", valueRenderOption="UNFORMATTED_VALUE")[0][0]
    assert found == (pytest.approx(held) if isinstance(held, float) else held)
    assert type(found) is type(held)
    assert desk.read("A1:B1")[0][0] == shown
    told = desk.cells("userEnteredFormat.numberFormat.pattern", "A1")[0:1]
    assert told == ([[{"userEnteredFormat": {"numberFormat": {"pattern": pattern}}}]] if pattern else [[{}]])


def test_what_is_typed_in_a_cell_with_a_format() -> None:
    desk = Desk()
    formats = ({"type": "TEXT"}, {"type": "NUMBER", "pattern": "0.0"}, {"type": "DATE", "pattern": "yyyy"})
    cells = [{"userEnteredFormat": {"numberFormat": each}} for each in formats]
    desk.batch({"updateCells": {"start": {}, "rows": [{"values": cells}], "fields": "userEnteredFormat"}})
    desk.type("A1", ["0042", "12", "1/2/2020"])
    assert desk.read() == [["0042", "12.0", "2020"]]
    desk.type("A1", ["", "12%"])
    assert desk.read() == [["", "12%", "2020"]]


# number, type, pattern, shown
FORMATS = [
    (1234.5, "NUMBER", "", "1,234.50"),
    (1234.5, "NUMBER", "#,##0", "1,234"),
    (0.5, "NUMBER", "#.##", ".5"),
    (5, "NUMBER", "#.##", "5"),
    (0, "NUMBER", "#", ""),
    (7, "NUMBER", "000", "007"),
    (1234567, "NUMBER", "0.0,,", "1.2"),
    (-3, "NUMBER", "0;(0);nul", "(3)"),
    (0, "NUMBER", "0;(0);nul", "nul"),
    (-3, "NUMBER", "0;", "-3"),
    (-0.001, "NUMBER", "0.0", "0.0"),
    (3, "NUMBER", '0 "mensen"', "3 mensen"),
    (3, "NUMBER", "0\\x_ *-", "3x"),
    (3, "NUMBER", "[Red]0 ©", "3 ©"),
    (3, "NUMBER", '"vast"', "vast"),
    (3, "NUMBER", "@ keer", "3 keer"),
    (1234.5, "CURRENCY", "", "$1,234.50"),
    (12.5, "CURRENCY", "[$€-413] 0.00", "€ 12.50"),
    (0.125, "PERCENT", "", "12.50%"),
    (0.125, "TEXT", "", "0.125"),
    (12345, "SCIENTIFIC", "", "1.23E+04"),
    (12345, "NUMBER", "0E+0", "1E+4"),
    (43831.75, "DATE", "", "1/1/2020"),
    (43831.75, "DATE", "dddd d mmmm yyyy", "Wednesday 1 January 2020"),
    (43831.75, "DATE", "ddd dd mmm yy", "Wed 01 Jan 20"),
    (43831.75, "DATE_TIME", "", "1/1/2020 18:00:00"),
    (0.770833333, "TIME", "", "6:30:00 PM"),
    (0.0034722, "TIME", "hh:mm am/pm", "12:05 AM"),
    (1.5, "TIME", "[h]:mm:ss", "36:00:00"),
    (1e9, "DATE", "", "1000000000"),
    (3, "UNHEARD_OF", "", "3"),
]


@pytest.mark.parametrize(("number", "kind", "pattern", "shown"), FORMATS)
def test_a_number_in_a_format(number: float, kind: str, pattern: str, shown: str) -> None:
    desk = Desk()
    desk.world.validate = False
    number_format = {"type": kind} | ({"pattern": pattern} if pattern else {})
    cell = {"userEnteredValue": {"numberValue": number}, "userEnteredFormat": {"numberFormat": number_format}}
    desk.batch({"updateCells": {"start": {}, "rows": [{"values": [cell]}], "fields": "*"}})
    assert desk.read() == ([[shown]] if shown else [])


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (12345678901234, "12345678901234"),
        (1e15, "1E+15"),
        (1.5e-12, "1.5E-12"),
        (1 / 3, "0.3333333333"),
        (200 / 3, "66.66666667"),
        (1 / 1024, "0.0009765625"),
        (1234567890.5, "1234567890"),
    ],
)
def test_a_number_without_a_format(number: float, shown: str) -> None:
    assert Desk([number]).read() == [[shown]]


def test_a_text_in_a_format() -> None:
    desk = Desk(["a", "b"])
    for column, pattern in enumerate(["0.0", '0;0;0;"<"@">"']):
        cell = {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": pattern}}}
        where = {"startColumnIndex": column, "endColumnIndex": column + 1, "endRowIndex": 1}
        desk.batch({"repeatCell": {"range": where, "cell": cell, "fields": "userEnteredFormat"}})
    assert desk.read() == [["a", "<b>"]]


def test_moments_as_numbers_or_as_they_are_shown() -> None:
    desk = Desk()
    desk.type("A1", ["2020-01-01", 3, "text"])
    unformatted = {"valueRenderOption": "UNFORMATTED_VALUE"}
    assert desk.read(**unformatted) == [[43831, 3, "text"]]
    assert desk.read(**unformatted, dateTimeRenderOption="FORMATTED_STRING") == [["2020-01-01", 3, "text"]]
    assert desk.read(valueRenderOption="FORMULA") == [[43831, 3, "text"]]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_the_same_after_counting(day: date) -> None:
    found = moment(serial(day))
    assert found is not None
    assert found.date() == day
