"""Tables in plain text: whatever their encoding, separator and quotes."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

_LONGEST: Final = 2**31 - 1
_SAMPLE: Final = 50
"""How many rows show which separator a file uses."""

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Dialect = tuple[str, bool]
"""A separator, and whether cells may stand in quotes."""

_DIALECTS: Final[tuple[Dialect, ...]] = (("\t", True), ("\t", False), (";", True), (",", True))
"""In order of preference where a file leaves it open."""


def read_text_table(content: bytes) -> list[list[str]]:
    """The rows of a text table, empty ones kept; every cell is text."""
    text = decode(content)
    return list(_rows(text, _dialect(text)))


def decode(content: bytes) -> str:
    """UTF-8 or UTF-16 (with or without byte order mark), else Windows' western encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:400]:
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str, dialect: Dialect) -> Iterator[list[str]]:
    separator, quotes = dialect
    csv.field_size_limit(_LONGEST)
    return csv.reader(
        StringIO(text, newline=""),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE,
    )


def _dialect(text: str) -> Dialect:
    """The one in which most rows are as wide as the first; of equals the one that gives most columns."""
    return max(_DIALECTS, key=lambda dialect: _fit(text, dialect))


def _fit(text: str, dialect: Dialect) -> tuple[float, int]:
    widths = [len(row) for row in islice(_rows(text, dialect), _SAMPLE) if row]
    if not widths or widths[0] < 2:
        return (0.0, 0)
    return (widths.count(widths[0]) / len(widths), widths[0])
