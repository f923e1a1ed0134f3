"""What a survey says, question by question, whatever was asked: the export of any form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawCell, RawTab
from pipeline.stages.asked import Asked, ask, worded_steps
from pipeline.stages.cells import blank, cell_text, one_line
from pipeline.stages.moments import read_moments

_STAMPS: Final = frozenset(
    {
        "tijdstempel", "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora",
        "informazioni cronologiche",
    }
)  # fmt: skip
"""What Google calls the column with the moment of sending in."""

_NEARLY_ALL: Final = 0.9
"""How many cells must be moments where the header does not say so."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All rows under the header, how many of them are blank, and every question in the sheet's order."""

    rows: int
    blank: int
    questions: tuple[Asked, ...]


def describe(tab: RawTab) -> Survey:
    """The summary of the responses on a tab; the timestamp is no question.

    A tab whose first row starts with a moment has no header: that row is a response too, and the
    columns are called by their number.
    """
    headers, rows = _split(tab.rows)
    stamp = _timestamp(headers, rows)
    columns = [
        (header, _answers(rows, index)) for index, header in enumerate(headers) if header and index != stamp
    ]
    worded = worded_steps(answers for _header, answers in columns)
    questions = tuple(ask(header, answers, worded) for header, answers in columns)
    return Survey(len(rows), sum(all(map(blank, row)) for row in rows), questions)


def _split(rows: Sequence[Sequence[RawCell]]) -> tuple[list[str], Sequence[Sequence[RawCell]]]:
    """The headers, "" where there is none, and the rows under them."""
    top = next((index for index, row in enumerate(rows) if not all(map(blank, row))), None)
    if top is None:
        return [], ()
    if any(_moments(rows[top][:1])):
        width = max(map(len, rows))
        return [f"#{number}" for number in range(1, width + 1)], rows[top:]
    return [one_line(cell_text(cell)) for cell in rows[top]], rows[top + 1 :]


def _timestamp(headers: Sequence[str], rows: Sequence[Sequence[RawCell]]) -> int | None:
    """The column with the moment of sending in: by its header, else the first where it holds times."""
    named = (index for index, header in enumerate(headers) if same_header_key(header) in _STAMPS)
    found = next(named, None)
    if found is not None or not headers:
        return found
    first = [row[0] for row in rows if row and not blank(row[0])]
    read = [moment for moment in _moments(first) if moment]
    timed = any(moment.time() != time() for moment in read)
    return 0 if timed and len(read) >= _NEARLY_ALL * len(first) else None


def _moments(cells: Sequence[RawCell]) -> Sequence[datetime | None]:
    return read_moments([cells], UTC)[0]


def _answers(rows: Sequence[Sequence[RawCell]], index: int) -> Counter[str]:
    cells = (row[index] for row in rows if index < len(row))
    return Counter(one_line(cell_text(cell)) for cell in cells if not blank(cell))
