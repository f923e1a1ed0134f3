"""How wide text is at most, in any of the usual fonts: nothing here knows which one a computer has.

Widths are in em: those of DejaVu Sans, the widest of the fonts that browsers choose for a sans serif
(Arial, Segoe UI, Noto Sans and Roboto are narrower). What is not Latin is rather too wide.
"""

import unicodedata
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from pipeline.model.pack import Lettered

ELLIPSIS: Final = "…"
ISOLATED: Final = "\u2068{}\u2069"
"""Text whose direction does not touch what stands around it (Unicode's isolates)."""

POINT: Final = 0.3528
"""mm."""

SMALLEST: Final = 14
"""Points: smaller letters are no large print."""

BOLD: Final = 1.2
"""How much wider bold letters are, at most."""

LEADING: Final = 1.25
SPACE: Final = 0.42

_LOWER: Final = (
    0.62, 0.64, 0.55, 0.64, 0.62, 0.36, 0.64, 0.64, 0.28, 0.28, 0.58, 0.28, 0.98,
    0.64, 0.62, 0.64, 0.64, 0.42, 0.53, 0.40, 0.64, 0.60, 0.82, 0.60, 0.60, 0.53,
)  # fmt: skip
_UPPER: Final = (
    0.69, 0.69, 0.70, 0.77, 0.64, 0.58, 0.78, 0.76, 0.30, 0.30, 0.66, 0.56, 0.87,
    0.75, 0.79, 0.61, 0.79, 0.70, 0.64, 0.62, 0.74, 0.69, 0.99, 0.69, 0.62, 0.69,
)  # fmt: skip
_KNOWN: Final = {
    **dict(zip(ascii_lowercase, _LOWER, strict=True)),
    **dict(zip(ascii_uppercase, _UPPER, strict=True)),
    **dict.fromkeys("0123456789", 0.64),
    **dict.fromkeys(" .,:;'’|!()-·/", 0.42),
}
_OTHER: Final = 0.85
_FULL: Final = 1.05


def width_of(text: str) -> float:
    """The width of `text` in em, rather too much than too little."""
    return sum(map(_width, text))


def clipped(text: str, most: float) -> str:
    """`text`, with its end left out where it would be wider than `most` em."""
    if width_of(text) <= most:
        return text
    room = most - width_of(ELLIPSIS)
    fits = accumulate(map(_width, text))
    return text[: sum(width <= room for width in fits)].rstrip() + ELLIPSIS


def _width(sign: str) -> float:
    """One sign; an accent takes no room of its own."""
    if unicodedata.category(sign) in {"Mn", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF" or sign == ELLIPSIS:
        return _FULL
    return _KNOWN.get(unicodedata.normalize("NFD", sign)[0], _OTHER)


def lettered(
    text: str, width: float, height: float, largest: int, *, bold: bool = False, leading: float = LEADING
) -> Lettered:
    """`text` as large as it fits in a box (mm), between `largest` and `SMALLEST` points.

    What does not fit even so loses its end. A word is broken only where it is wider than the box in
    any size.
    """
    widest = max(map(width_of, text.split()), default=0.0)
    sizes = (*range(largest, SMALLEST, -2), SMALLEST)
    wide = BOLD if bold else 1
    whole = [points for points in sizes if widest * points * POINT * wide <= width]
    for points in whole or sizes:
        em = points * POINT * wide
        most = max(1, int(height / (points * POINT * leading)))
        if _lines(text, width / em) <= most:
            return Lettered(text, points)
    short = text
    while short and _lines(short + ELLIPSIS, width / em) > most:
        short = short[: int(len(short) * 0.98)].rstrip()
    return Lettered(short + ELLIPSIS, SMALLEST)


def _lines(text: str, width: float) -> int:
    """On how many lines of `width` em the text stands, its words never closer than here."""
    count = 0
    for paragraph in text.splitlines():
        count += 1
        at = 0.0
        for word in paragraph.split():
            wide = width_of(word)
            if at and at + SPACE + wide > width:
                count += 1
                at = 0.0
            elif at:
                at += SPACE
            broken = int(wide / max(width - _FULL, _FULL)) if wide > width else 0
            count += broken
            at += wide - broken * width
    return count
