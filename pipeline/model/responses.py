"""A tab as its medium gives it, and a response as the stages use it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pipeline.model.findings import Where

RawCell = str | int | float | bool | datetime | date | time | timedelta | None
Value = str | int | bool | Decimal | date | tuple[str, ...]

MARK = "\u2063\u2063"
"""Two invisible separators that end cell A1 of every tab the program writes; a source skips such tabs."""

MEMORY_TITLE = "_samenkracht"
"""The title of the hidden tab in which the program remembers."""


@dataclass(frozen=True, slots=True)
class RawTab:
    """One tab, unread: `rows[0]` is the sheet's row 1, empty rows kept, empty cells "" or None.

    `place` is the file or spreadsheet it stands in (for messages and links).
    """

    title: str
    rows: Sequence[Sequence[RawCell]]
    place: str = ""

    @property
    def marked(self) -> bool:
        """Whether the program itself wrote this tab."""
        first = self.rows[0][0] if self.rows and self.rows[0] else None
        return isinstance(first, str) and first.endswith(MARK)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form's rows stand: file or spreadsheet, tab title, columns (from 1) by question key."""

    file: str
    tab: str
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Response:
    """One row of a form or of a working tab, understood.

    `id` is the identity that survives edits and syncs ("" until `identify` gave it).
    `submitted_at` is local time in the Atelier's time zone, to the second, or None.
    `values` holds what was understood (a key is absent when the cell is blank or not
    understood); `written` holds the text as it stood there of every other non-empty cell:
    not understood, or understood as something other than that very text (read both through
    `as_written`); `own` holds the own answers of choice questions; `extra` the unknown
    columns by header; `ours` the questions whose cells in this row the program itself fills in.
    """

    form: str
    row: int
    submitted_at: datetime | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    ours: tuple[str, ...] = ()

    def at(self, question: str | None = None, nth: int | None = None) -> Where:
        """The place of this response, or of one of its answers."""
        return Where(self.form, self.row, question, nth)

    def as_written(self, key: str) -> str | None:
        """The cell's text as it stood there, None when it was blank."""
        return self.written.get(key) or self.text(key)

    def text(self, key: str) -> str | None:
        """A text-like answer (text, long_text, person, email, phone, postcode, choice code)."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def many(self, key: str) -> tuple[str, ...]:
        """The names of a `names` answer, or the option codes of a `choices` answer."""
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def number(self, key: str) -> int | None:
        """A `number`, `scale`, `grade` or `meeting` answer."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def money(self, key: str) -> Decimal | None:
        """A `money` answer, in euros."""
        value = self.values.get(key)
        return value if isinstance(value, Decimal) else None

    def flag(self, key: str) -> bool | None:
        """A `yes_no` or check-box answer."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        """A `date` answer."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None
