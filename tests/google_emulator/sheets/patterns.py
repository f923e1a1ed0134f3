"""Number formats: `#,##0.00`, `d-M-yyyy`, `"€" 0;[Red]-0` applied to a number."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from tests.google_emulator.sheets.locales import Locale
from tests.google_emulator.sheets.serials import moment

TOKEN = re.compile(
    r"""(?P<literal>"[^"]*"|\\.|\[\$[^\]]*\])|(?P<skip>\[(?!h|H|m|s)[^\]]*\]|[_*].)"""
    r"""|(?P<date>AM/PM|am/pm|\[[hHmMsS]+\]|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)"""
    r"""|(?P<number>[#0?][#0?,.]*|E[+-]0+)|(?P<percent>%)|(?P<text>@)|(?P<other>.)""",
    re.DOTALL,
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Token = tuple[str, str]


@lru_cache(maxsize=1024)
def sections(pattern: str) -> tuple[tuple[Token, ...], ...]:
    """A pattern read: for positive, negative, zero and text, as many as were told."""
    found: list[list[Token]] = [[]]
    for match in TOKEN.finditer(pattern):
        kind, text = str(match.lastgroup), match.group()
        if kind == "other" and text == ";":
            found.append([])
        elif kind != "skip":
            found[-1].append((kind, text))
    return tuple(tuple(section) for section in found)


def is_moment(pattern: str) -> bool:
    """Whether a pattern shows a date or a time."""
    return any(kind == "date" for kind, _text in sections(pattern)[0])


def shown_text(text: str, pattern: str) -> str:
    """A text in a format: the fourth section, when there is one."""
    parts = sections(pattern)
    if len(parts) < 4:
        return text
    return "".join(text if kind == "text" else _literal(token) for kind, token in parts[3])


def shown_number(number: float, pattern: str, locale: Locale) -> str:
    """A number in a format."""
    parts = sections(pattern)
    if is_moment(pattern):
        at = moment(number)
        return _moment(at, parts[0], number) if at else plain(number, locale)
    section, value = parts[0], number
    if number < 0 and len(parts) > 1 and parts[1]:
        section, value = parts[1], -number
    elif number == 0 and len(parts) > 2:
        section = parts[2]
    kinds = {kind for kind, _text in section}
    if "text" in kinds and "number" not in kinds:
        return "".join(plain(value, locale) if kind == "text" else _literal(text) for kind, text in section)
    return _numeric(value, section, locale)


def plain(number: float, locale: Locale) -> str:
    """A number without a format: at most ten digits that count."""
    if number == 0 or (abs(number) < 1e15 and float(number).is_integer()):
        return str(int(number))
    if 1e-10 <= abs(number) < 1e15:
        whole = len(str(int(abs(number))))
        text = f"{number:.{max(0, 10 - whole)}f}" if abs(number) >= 1 else f"{number:.10f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", locale.decimal)
    mantissa, _e, exponent = f"{number:.9E}".partition("E")
    return f"{mantissa.rstrip('0').rstrip('.').replace('.', locale.decimal)}E{exponent}"


def _numeric(number: float, section: tuple[Token, ...], locale: Locale) -> str:
    body = "".join(text for kind, text in section if kind == "number" and text[0] != "E")
    exponent = next((text for kind, text in section if kind == "number" and text[0] == "E"), "")
    number *= 100 ** sum(kind == "percent" for kind, _text in section)
    if exponent:
        digits = len(body.partition(".")[2])
        mantissa, _e, power = f"{abs(number):.{digits}E}".partition("E")
        figure = mantissa.replace(".", locale.decimal) + f"E{int(power):+0{len(exponent) - 1}d}"
    else:
        figure = _figure(abs(number), body, locale)
    sign = "-" if number < 0 and any(letter in "123456789" for letter in figure) else ""
    written, pending = "", figure
    for kind, text in section:
        if kind == "number":
            written, pending = written + pending, ""
        else:
            written += text if kind in {"percent", "date", "text"} else _literal(text)
    return sign + written


def _figure(number: float, body: str, locale: Locale) -> str:
    """The digits of a number of 0 or more in a pattern such as `#,##0.0#`."""
    scale = len(body) - len(body.rstrip(","))
    whole_part, _point, fraction_part = body.rstrip(",").partition(".")
    digits = len(fraction_part)
    whole, _point, fraction = f"{number / 1000**scale:.{digits}f}".partition(".")
    least = fraction_part.count("0")
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    whole = whole.lstrip("0").rjust(whole_part.count("0"), "0")
    if "," in whole_part:
        whole = f"{int(whole or 0):,}".replace(",", locale.group) if whole else whole
    return whole + (locale.decimal + fraction if fraction or (digits and least) else "")


def _literal(token: str) -> str:
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    return token[2:-1].partition("-")[0] if token.startswith("[$") else token


def _moment(at: datetime, section: tuple[Token, ...], number: float) -> str:
    """A moment in a format; `m` is minutes after an hour or before seconds."""
    dates = [text.strip("[]") for kind, text in section if kind == "date"]
    half = any(text.lower() == "am/pm" for text in dates)
    written, index = "", 0
    for kind, text in section:
        if kind != "date":
            written += _literal(text)
            continue
        before = dates[index - 1][0] if index else ""
        after = dates[index + 1][0] if index + 1 < len(dates) else ""
        index += 1
        if text[0] == "m" and (before in {"h", "H"} or after in {"s", "S"}):
            written += f"{at.minute:0{min(len(text), 2)}d}"
        else:
            written += _part(at, text, number, half=half)
    return written


def _part(at: datetime, text: str, number: float, *, half: bool) -> str:
    """One part of a moment: `yyyy`, `mmm`, `dd`, `[h]`, `.000`, `AM/PM` …"""
    letter, width = text[0].lower(), len(text)
    if text.lower() == "am/pm":
        return ("AM", "PM")[at.hour >= 12]
    if letter == "[":
        return str(int(round(number * 86_400) // {"h": 3600, "m": 60, "s": 1}[text[1].lower()]))
    if letter == "y":
        return f"{at.year:04d}" if width > 2 else f"{at.year % 100:02d}"
    if letter == "h":
        return f"{(at.hour - 1) % 12 + 1 if half else at.hour:0{min(width, 2)}d}"
    if letter == "s":
        return f"{at.second:0{min(width, 2)}d}"
    name = MONTHS[at.month - 1] if letter == "m" else DAYS[at.weekday()]
    return (
        (name[:3] if width == 3 else name)
        if width > 2
        else f"{at.month if letter == 'm' else at.day:0{width}d}"
    )
