"""Tables in plain text: whatever their encoding, separator and quotes."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, Final

_LONGEST: Final = 2**31 - 1
_SAMPLE: Final = 50
"""How many rows show which separator a file uses."""

_TITLES: Final = 9
"""So many lines without separators may stand above the header."""

_MOSTLY: Final = 0.5
"""They are titles where so many rows below them are as wide as the header."""

_TITLED: Final = 0.9
"""Such a reading is so much less likely than one without titles."""

_BEGINNING: Final = 1 << 17
"""In so many bytes of a long file they are looked for."""

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Dialect = tuple[str, bool]
"""A separator, and whether cells may stand in quotes."""

_DIALECTS: Final[tuple[Dialect, ...]] = (
    ("\t", True), ("\t", False), (";", True), (",", True), ("|", True),
)  # fmt: skip
"""In order of preference where a file leaves it open."""


def read_text_table(content: bytes) -> list[list[str]]:
    """The rows of a text table, empty ones kept; every cell is text."""
    text = decode(content)
    return list(_rows(StringIO(text, newline=""), _dialect(text)))


class LongTextTable(Iterable[list[str]]):
    """The rows of a text table in a file, read anew each time somebody goes through them.

    Raises:
        OSError: the file cannot be read, also while going through it.

    """

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        self._path = path
        self._encoding = encoding_of(content)
        beginning = content[:_BEGINNING].decode(self._encoding, errors="replace")
        self._dialect = _dialect(beginning)
        self._alone = not any(_fit(beginning, self._dialect))

    @property
    def style(self) -> "Style":
        """How another table is written so that it opens where this one does."""
        return Style("," if self._alone else self._dialect[0], marked=self._encoding != "utf-8")

    def __iter__(self) -> Iterator[list[str]]:
        with self._path.open(encoding=self._encoding, errors="replace", newline="") as file:
            yield from _rows(file, self._dialect)


@dataclass(frozen=True, slots=True)
class Style:
    """What stands between cells; `marked` = with the mark at the beginning by which Excel knows UTF-8."""

    separator: str = ","
    marked: bool = False


def write_text_table(file: IO[bytes], rows: Iterable[Sequence[object]], style: Style) -> None:
    """Rows as a text table in UTF-8; cells with the separator, quotes or line ends stand in quotes."""
    encoding = "utf-8-sig" if style.marked else "utf-8"
    text = TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    csv.writer(text, delimiter=style.separator, lineterminator="\n").writerows(rows)
    text.flush()
    text.detach()


def decode(content: bytes) -> str:
    """UTF-8 or UTF-16 (with or without byte order mark), else Windows' western encoding."""
    return content.decode(encoding_of(content), errors="replace")


def encoding_of(content: bytes) -> str:
    """What a text was encoded in, see `decode`."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    if b"\0" in content[:400]:
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _rows(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    separator, quotes = dialect
    csv.field_size_limit(_LONGEST)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE)


def _dialect(text: str) -> Dialect:
    """The one in which most rows are as wide as the first; of equals the one that gives most columns."""
    return max(_DIALECTS, key=lambda dialect: _fit(text, dialect))


def _fit(text: str, dialect: Dialect) -> tuple[float, int]:
    """How many rows, 0..1, are as wide as the header, and how wide that is; (0, 0) for a single column."""
    rows = [row for row in islice(_rows(StringIO(text, newline=""), dialect), _SAMPLE) if row]
    titles = next((place for place, row in enumerate(rows[: _TITLES + 1]) if len(row) > 1), None)
    if titles is None:
        return (0.0, 0)
    header = rows[titles]
    share = sum(len(row) == len(header) for row in rows[titles:]) / len(rows[titles:])
    if titles and (share < _MOSTLY or _is_prose(header, dialect)):
        return (0.0, 0)
    return (share * _TITLED if titles else share, len(header))


def _is_prose(row: Sequence[str], dialect: Dialect) -> bool:
    """Whether a row below a line without separators is text in which they stand: `Vries, Jan de`."""
    return any(cell[:1] == " " for cell in row[1:]) or (len(row) == 2 and dialect[0] == ",")
