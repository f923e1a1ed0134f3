"""Which response is which: an identity that survives edits, re-sorting and re-export."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from typing import Final

from pipeline.model.responses import Response, Value
from pipeline.stages.sketches import likeness, sketch

SAME_ROW_LIKENESS: Final = 0.8
"""How alike an undated row must be to be the one that stood in its row before."""

EDIT_LIKENESS: Final = 0.5
"""How alike a row must be to be the old one of its row, sent in again, or of its moment, moved."""

GONE: Final = 0
"""The row of a response that no longer stands in the sheet."""

_NEVER: Final = 2.0
"""No row is this much alike."""

_MOST_PAIRS: Final = 40_000
"""Above so many pairs of one key, what is left of it pairs by row: that many edits at once are no edits."""

_UNSAID: Final = re.compile(r"[^\w\0]+")
"""Punctuation and spaces, which no two files write alike."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What memory keeps of one response, without its content.

    `id` is text, unique and never reused; `submitted_at` ISO to the second or "";
    `row` the sheet's row, or `GONE`; `content` a digest of all answers; `sketch` a digest from
    which likeness (0..1) is estimated.
    """

    id: str
    form: str
    submitted_at: str
    row: int
    content: str
    sketch: str


def identify(
    responses: Mapping[str, Sequence[Response]], remembered: Sequence[Remembered]
) -> tuple[dict[str, tuple[Response, ...]], tuple[Remembered, ...]]:
    """Give every response its id: that of the remembered response it continues, or a new one.

    Independent of the order of dated rows. Returns the responses (same order, ids set) and what
    to remember, sorted by form and id: of those that exist now, and of those that are gone and
    would have another id if they came back, for codes, numbers and decisions hang on it.
    """
    before: dict[str, list[Remembered]] = defaultdict(list)
    for one in remembered:
        before[one.form].append(one)
    identified: dict[str, tuple[Response, ...]] = {}
    memory: list[Remembered] = []
    for form, rows in responses.items():
        found = _remember(form, [_Row(row) for row in rows], before[form])
        identified[form] = tuple(replace(row, id=one.id) for row, one in zip(rows, found, strict=True))
        memory += found
    memory += _gone(remembered, {one.id for one in memory})
    return identified, tuple(sorted(memory, key=lambda one: (one.form, one.id)))


class _Row:
    """A response as far as its identity goes."""

    def __init__(self, response: Response) -> None:
        at = response.submitted_at
        self.submitted_at = at.isoformat(timespec="seconds") if at else ""
        self.row = response.row
        self._text = _said(response)
        boxes = [f"{key} {value}" for key, value in response.values.items() if isinstance(value, bool)]
        whole = "\0".join((self._text, *sorted(boxes)))
        self.content = blake2b(whole.encode(errors="replace"), digest_size=8).hexdigest()

    @cached_property
    def sketch(self) -> str:
        """Of all but the check boxes, for a tick makes no other row; made only when it is asked for."""
        return sketch(self._text)


def _said(response: Response) -> str:
    """All words in the row but yes and no, whatever the order of the columns or the file's notation.

    What the program fills in itself says nothing about which row it is.
    """
    values, written, ours = response.values, response.written, response.ours
    said = [
        _canonical(value) or written.get(key) or str(value)
        for key, value in values.items()
        if not isinstance(value, bool) and key not in ours
    ]
    said += [text for key, text in written.items() if key not in values and key not in ours]
    said += response.extra.values()
    return "\n".join(sorted(_UNSAID.sub(" ", "\0".join(said).casefold()).split("\0")))


def _canonical(value: Value) -> str:
    """What a workbook and a text file may write differently; "" for what both write alike."""
    if isinstance(value, str | tuple):
        return ""
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)


def _remember(form: str, rows: Sequence[_Row], before: Sequence[Remembered]) -> list[Remembered]:
    """What to remember of each row."""
    pairing = _Pairing(rows, before)
    pairing.pair()
    ids = _new_ids(form, [row for row in rows if row not in pairing.old], {one.id for one in before})
    found: list[Remembered] = []
    for row in rows:
        old = pairing.old.get(row)
        same = old is not None and old.content == row.content
        found.append(
            Remembered(
                id=old.id if old else ids[row],
                form=form,
                submitted_at=row.submitted_at,
                row=row.row,
                content=row.content,
                sketch=old.sketch if old and same else row.sketch,
            )
        )
    return found


def _gone(remembered: Iterable[Remembered], here: Container[str]) -> Iterator[Remembered]:
    """Of those that are not here now: the ones whose id their content does not tell."""
    for one in remembered:
        if one.id not in here and one.id != _id(one.form, one):
            yield replace(one, row=GONE)


def _id(form: str, row: "_Row | Remembered") -> str:
    """The id of a response that is seen for the first time."""
    return f"{form}@{row.submitted_at.replace('-', '').replace(':', '')}-{row.content[:8]}"


def _new_ids(form: str, rows: Sequence[_Row], taken: set[str]) -> dict[_Row, str]:
    """An id for every row that continues no other; equal rows are numbered."""
    ids: dict[_Row, str] = {}
    for row in sorted(rows, key=lambda row: row.row):
        name = _id(form, row)
        numbered = itertools.chain([name], (f"{name}~{number}" for number in itertools.count(2)))
        ids[row] = next(one for one in numbered if one not in taken)
        taken.add(ids[row])
    return ids


_Key = Callable[[_Row | Remembered], Hashable]


class _Pairing:
    """Pairs rows with what is remembered, the surest first; `old` maps each row to what it continues."""

    def __init__(self, rows: Sequence[_Row], before: Sequence[Remembered]) -> None:
        self.old: dict[_Row, Remembered] = {}
        self._rows = sorted(rows, key=lambda row: row.row)
        here = [one for one in before if one.row != GONE]
        self._before = sorted(here, key=lambda one: (one.row, one.id))
        self._gone = sorted((one for one in before if one.row == GONE), key=lambda one: one.id)
        self._moments = {row.submitted_at for row in rows}
        self._moments_before = {one.submitted_at for one in here}
        self._moments_shared = {moment for moment, times in _times(rows, here).items() if times > 1}

    def pair(self) -> None:
        """All steps, in order of certainty."""
        self._equal(_moment_and_content)
        self._come_back()
        self._same_moment()
        self._equal(lambda row: (row.row, row.content))
        for seconds in (-1, 1):
            self._equal(_shifted(seconds), lambda one: (one.submitted_at, one.content))
        self._equal(_undated_sketch)
        self._same_row()

    def _take(self, pairs: Iterable[tuple[_Row, Remembered]]) -> None:
        """Make these pairs, the first ones first, and set aside whoever is paired."""
        taken: set[str] = set()
        for row, one in pairs:
            if row not in self.old and one.id not in taken:
                self.old[row] = one
                taken.add(one.id)
        if taken:
            self._rows = [row for row in self._rows if row not in self.old]
            self._before = [one for one in self._before if one.id not in taken]

    def _groups(self, key: _Key, key_before: _Key) -> Iterator[tuple[list[_Row], list[Remembered]]]:
        """Rows and memories that share a key, each in order of row."""
        memories: dict[Hashable, list[Remembered]] = defaultdict(list)
        for one in self._before:
            memories[key_before(one)].append(one)
        rows: dict[Hashable, list[_Row]] = defaultdict(list)
        for row in self._rows if memories else ():
            if (found := key(row)) in memories:
                rows[found].append(row)
        for found, group in rows.items():
            yield group, memories[found]

    def _equal(self, key: _Key, key_before: _Key | None = None) -> None:
        """What shares a key, in order of row."""
        groups = self._groups(key, key_before or key)
        self._take([pair for rows, memories in groups for pair in zip(rows, memories, strict=False)])

    def _come_back(self) -> None:
        """What was gone and stands there again, unchanged."""
        here, self._before = self._before, self._gone
        self._equal(_moment_and_content)
        self._before = here

    def _same_moment(self) -> None:
        """Of one timestamp: by likeness, then by row; the only one of its moment is sure to be the same."""
        groups = self._groups(_moment, _moment)
        self._take(
            [
                (row, one)
                for rows, memories in groups
                if rows[0].submitted_at
                for row, one in _by_likeness(rows, memories)
                if row.submitted_at not in self._moments_shared or _is_like(row, one)
            ]
        )

    def _same_row(self) -> None:
        """What stood in this row, edited: by hand where undated, else through Google, which dates it anew."""
        groups = self._groups(_row, _row)
        self._take(
            [
                (row, one)
                for rows, memories in groups
                for row in rows
                for one in memories
                if likeness(row.sketch, one.sketch) >= self._enough(row, one)
            ]
        )

    def _enough(self, row: _Row, one: Remembered) -> float:
        """How alike a row must be to what stood in its place."""
        if not (row.submitted_at and one.submitted_at):
            return SAME_ROW_LIKENESS
        anew = row.submitted_at not in self._moments_before and one.submitted_at not in self._moments
        return EDIT_LIKENESS if anew else _NEVER


def _times(rows: Iterable[_Row], before: Iterable[Remembered]) -> Mapping[str, int]:
    """How many rows each moment has, now or before, whichever is most."""
    return Counter(row.submitted_at for row in rows) | Counter(one.submitted_at for one in before)


def _is_like(row: _Row, one: Remembered) -> bool:
    """Whether one of many rows of a moment stands where it stood, or says much the same elsewhere."""
    return row.row == one.row or likeness(row.sketch, one.sketch) >= EDIT_LIKENESS


def _moment(row: _Row | Remembered) -> str:
    return row.submitted_at


def _moment_and_content(row: _Row | Remembered) -> Hashable:
    return (row.submitted_at, row.content)


def _row(row: _Row | Remembered) -> int:
    return row.row


def _undated_sketch(row: _Row | Remembered) -> Hashable:
    """For a table in which boxes were ticked and rows sorted; what is dated shares it with nothing."""
    return row if row.submitted_at else row.sketch


def _shifted(seconds: int) -> _Key:
    """Content and timestamp some seconds later: files round fractions of a second differently."""

    def key(row: _Row | Remembered) -> Hashable:
        if not row.submitted_at:
            return row
        moved = datetime.fromisoformat(row.submitted_at) + timedelta(seconds=seconds)
        return (moved.isoformat(timespec="seconds"), row.content)

    return key


def _by_likeness(rows: Sequence[_Row], memories: Sequence[Remembered]) -> Iterable[tuple[_Row, Remembered]]:
    """Every pair, the likest first, of equals those in one row; far too many of them in order of row."""
    if len(rows) * len(memories) > _MOST_PAIRS:
        return zip(rows, memories, strict=False)
    return sorted(
        itertools.product(rows, memories),
        key=lambda pair: (-likeness(pair[0].sketch, pair[1].sketch), pair[0].row != pair[1].row),
    )
