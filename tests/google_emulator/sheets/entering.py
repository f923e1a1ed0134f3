"""What a cell becomes when somebody types a text into it (`USER_ENTERED`): a number, a date, a formula …"""

from __future__ import annotations

import re
from datetime import date

from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.cells import Formula, Value, checked, tidy
from tests.google_emulator.sheets.locales import Locale
from tests.google_emulator.sheets.serials import serial

Entered = tuple[Value, Json | None]
"""A value, and the NumberFormat that typing it gives the cell (None: the cell keeps its own)."""

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])[Mm])?")


def entered(told: str, locale: Locale, number_format: Json | None = None) -> Entered:
    """What a typed text becomes in a cell that has this number format."""
    if told.startswith("'"):
        return checked(told[1:]) or None, None
    if (number_format or {}).get("type") == "TEXT":
        return checked(told) or None, None
    text = told.strip()
    if len(text) > 1 and text[0] in "=+" and not re.fullmatch(r"\+[\d.,]+", text):
        return Formula(checked("=" + text[1:])), None
    if text.upper() in {"TRUE", locale.yes}:
        return True, None
    if text.upper() in {"FALSE", locale.no}:
        return False, None
    return _number(text, locale) or _moment(text, locale) or (checked(told) or None, None)


def _number(text: str, locale: Locale) -> Entered | None:
    """A number with what may stand around it: a sign, a currency, a per cent sign, groups of three."""
    group, decimal = re.escape(locale.group), re.escape(locale.decimal)
    figure = rf"(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{decimal}\d*)?|{decimal}\d+"
    coin = re.escape(locale.currency)
    match = re.fullmatch(rf"([-+]?)\s?({coin})?\s?([-+]?)({figure})([eE][-+]?\d+)?\s?(%|{coin})?", text)
    if not match:
        return None
    before, coin_before, sign, digits, power, after = match.groups(default="")
    whole, point, fraction = digits.replace(locale.group, "").partition(locale.decimal)
    number = float(f"{whole or 0}.{fraction or 0}{power}") * (-1 if "-" in before + sign else 1)
    decimals = ".00" if point else ""
    if after == "%":
        return tidy(round(number / 100, 15)), {"type": "PERCENT", "pattern": f"0{decimals}%"}
    if coin_before or after:
        pattern = locale.currency_pattern if point else locale.currency_pattern.replace(".00", "")
        return tidy(number), {"type": "CURRENCY", "pattern": pattern}
    if power:
        return tidy(number), {"type": "SCIENTIFIC", "pattern": "0.00E+00"}
    if locale.group in digits:
        return tidy(number), {"type": "NUMBER", "pattern": f"#,##0{decimals}"}
    return tidy(number), None


def _moment(text: str, locale: Locale) -> Entered | None:
    """A date, a time, or both with a space between."""
    day, _space, rest = text.partition(" ")
    found = _day(day, locale)
    if not found:
        clock = _clock(text)
        if clock is None:
            return None
        short = "h:mm:ss" if text.count(":") == 2 else "h:mm"
        return clock, {"type": "TIME", "pattern": short + (" AM/PM" if text[-1] in "mM" else "")}
    number, pattern = found
    if not rest:
        return number, {"type": "DATE", "pattern": pattern}
    clock = _clock(rest)
    if clock is None:
        return None
    return tidy(number + clock), {"type": "DATE_TIME", "pattern": f"{pattern} H:mm:ss"}


def _day(text: str, locale: Locale) -> tuple[int, str] | None:
    """A date and the pattern it was typed in."""
    iso = ISO.fullmatch(text)
    if iso:
        year, month, day = map(int, iso.groups())
        pattern = "yyyy-mm-dd"
    else:
        short = SHORT.fullmatch(text)
        if not short:
            return None
        first, mark, second, last = short.groups()
        day, month = (int(first), int(second)) if locale.order == "dmy" else (int(second), int(first))
        year = int(last) + (0 if len(last) == 4 else 2000 if int(last) < 50 else 1900)
        pattern = re.sub(r"\W", mark.replace("\\", ""), locale.date)
    try:
        return serial(date(year, month, day)), pattern
    except ValueError:
        return None


def _clock(text: str) -> float | None:
    """A time of day as a fraction."""
    match = CLOCK.fullmatch(text)
    if not match:
        return None
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    half = (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return (hour * 3600 + minute * 60 + second) / 86_400
