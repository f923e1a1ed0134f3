"""Rows the program keeps up to date in a working tab: which cells that takes."""

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.edges.shown import Shown, shown
from pipeline.model.errors import N_, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawCell
from pipeline.model.tab import Roster, Scalar
from pipeline.model.templates import Form

Edits = Mapping[int, Mapping[int, Shown]]
"""What to write: row -> column -> value."""

MOST_ABOVE: Final = 10
"""How far down the header row is looked for: somebody may have written a line above it."""


def roster_edits(
    roster: Roster, form: Form, rows: Sequence[Sequence[RawCell]], *, every: bool = False
) -> Edits:
    """The cells to write so that every row of the roster stands in the tab `rows`, up to date.

    Only the program's columns, only where they differ (`every`: or not); a new row comes below all
    others. A column
    that somebody removed stays away.

    Raises:
        UserError: the column that tells the rows apart is gone.

    """
    header, columns = _columns(form, rows)
    if roster.key_column not in columns:
        raise UserError(
            N_("The tab “{tab}” has no column “{column}” any more."),
            why=N_("By that column I know which row is whose."),
            todo=N_("Put the column back with that header, or rename the tab: then I make a new one."),
            tab=form.title.nl,
            column=form.question(roster.key_column).header.nl,
        )
    key_column = columns[roster.key_column]
    standing = {
        _key(row[key_column - 1]): number
        for number, row in enumerate(rows, start=1)
        if number > header and len(row) >= key_column
    }
    end = max(header, last_row(rows))
    edits: dict[int, dict[int, Shown]] = {}
    there = [row for row in roster.others if _key(row[0]) in standing]
    for key, values in (*roster.rows, *there):
        number = standing.get(_key(key))
        if number is None:
            end += 1
            number = end
        wanted = dict(values) | {roster.key_column: key}
        changed = _changed(wanted, columns, _row(rows, number), every=every)
        if changed:
            edits[number] = changed
    return edits


def last_row(rows: Sequence[Sequence[RawCell]]) -> int:
    """The number of the last row in which something stands; a check box that is off is nothing."""
    return max((number for number, row in enumerate(rows, start=1) if any(map(_key, row))), default=0)


def _columns(form: Form, rows: Sequence[Sequence[RawCell]]) -> tuple[int, dict[str, int]]:
    """The number of the header row and of each column by question; the row that fits best."""
    wordings = {
        same_header_key(wording): question.key
        for question in form.questions
        for wording in (*question.header.both, *question.aliases)
    }
    best: tuple[int, dict[str, int]] = (1, {})
    for number, row in enumerate(rows[:MOST_ABOVE], start=1):
        found: dict[str, int] = {}
        for column, cell in enumerate(row, start=1):
            key = wordings.get(same_header_key(str(cell or "")))
            if key:
                found.setdefault(key, column)
        if len(found) > len(best[1]):
            best = (number, found)
    return best


def _changed(
    values: Mapping[str, Scalar], columns: Mapping[str, int], row: Sequence[RawCell], *, every: bool
) -> dict[int, Shown]:
    cells: dict[int, Shown] = {}
    for key, value in values.items():
        column = columns.get(key)
        if column is None:
            continue
        wanted = shown(value)
        stands = shown(row[column - 1]) if len(row) >= column else ""
        if every or wanted != stands:
            cells[column] = wanted
    return cells


def _row(rows: Sequence[Sequence[RawCell]], number: int) -> Sequence[RawCell]:
    return rows[number - 1] if number <= len(rows) else ()


def _key(cell: object) -> str:
    return "" if cell is None or cell is False else str(cell).strip().casefold()
