"""What is asked of a spreadsheet, in Google's own words.

We count rows and columns from 1 with both ends included; Google counts from 0 without the end.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final, TypeVar

from pipeline.edges.shown import Shown
from pipeline.model.tab import Area

Request = dict[str, Any]
"""One request of a `batchUpdate`: its kind and what belongs to it."""

LONGEST: Final = 50_000
"""What one cell can hold, in characters."""

WIDEST: Final = 18_278
"""The columns that a tab has at most: ZZZ is the last."""

MOST_CELLS: Final = 10_000_000
"""The cells that a spreadsheet has at most, empty ones included."""

What = TypeVar("What", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Fill:
    """Values for a rectangle of cells of a tab; "" empties a cell. The rows are equally wide."""

    sheet: int
    top: int
    left: int
    rows: Sequence[Sequence[Shown]]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0])

    def request(self) -> Request:
        """The same as a request; text is never taken for a formula, a number or a day."""
        return {
            "updateCells": {
                "start": {"sheetId": self.sheet, "rowIndex": self.top - 1, "columnIndex": self.left - 1},
                "rows": [{"values": [cell_of(value) for value in row]} for row in self.rows],
                "fields": "userEnteredValue",
            }
        }


Step = Request | Fill
"""What is done to a spreadsheet, in order: values are told apart, for there may be very many."""


def cell_of(value: Shown) -> Request:
    """A cell that shows this."""
    if value == "":
        return {}
    kind = (
        "boolValue"
        if isinstance(value, bool)
        else "numberValue"
        if isinstance(value, float)
        else "stringValue"
    )
    return {"userEnteredValue": {kind: value}}


def range_of(sheet: int, area: Area) -> Request:
    """These cells."""
    return {
        "sheetId": sheet,
        "startRowIndex": area.top - 1,
        "endRowIndex": area.bottom,
        "startColumnIndex": area.left - 1,
        "endColumnIndex": area.right,
    }


def columns_of(sheet: int, left: int, right: int, *, below: int = 0) -> Request:
    """These columns from the row after `below` to the end of the tab."""
    return {
        "sheetId": sheet,
        "startRowIndex": below,
        "startColumnIndex": left - 1,
        "endColumnIndex": right,
    }


def lines_of(sheet: int, dimension: str, first: int, last: int) -> Request:
    """Whole rows (`ROWS`) or columns (`COLUMNS`)."""
    return {"sheetId": sheet, "dimension": dimension, "startIndex": first - 1, "endIndex": last}


def colour(code: str) -> Request:
    """A colour written RRGGBB; rounded up, so that it is the same whichever way Google rounds it."""
    red, green, blue = (ceil(int(code[at : at + 2], 16) / 255 * 1e5) / 1e5 for at in (0, 2, 4))
    return {"rgbColor": {"red": red, "green": green, "blue": blue}}


def repeated(where: Mapping[str, object], cell: Mapping[str, object], fields: str) -> Request:
    """The same in all of these cells."""
    return {"repeatCell": {"range": where, "cell": cell, "fields": fields}}


def sheet_properties(sheet: int, fields: str, **properties: object) -> Request:
    """What a tab is: `fields` names what changes of it."""
    return {"updateSheetProperties": {"properties": {"sheetId": sheet, **properties}, "fields": fields}}


def remember(sheet: int, key: str, value: str, known: int | None) -> Request:
    """A note on a tab that only programs see; `known` is the id of the one that stands there."""
    if known is None:
        note = {"metadataKey": key, "metadataValue": value, "location": {"sheetId": sheet}}
        return {"createDeveloperMetadata": {"developerMetadata": {**note, "visibility": "DOCUMENT"}}}
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [{"developerMetadataLookup": {"metadataId": known}}],
            "developerMetadata": {"metadataValue": value},
            "fields": "metadataValue",
        }
    }


Run = tuple[int, int, What]
"""Neighbouring columns, both ends included, and what they share."""


def runs(cells: Iterable[tuple[int, What]]) -> list[Run[What]]:
    """Cells of one row (column and what it has, from left to right) as runs of neighbours that share it."""
    found: list[Run[What]] = []
    for column, what in cells:
        if found and found[-1][1] == column - 1 and found[-1][2] == what:
            found[-1] = (found[-1][0], column, what)
        else:
            found.append((column, column, what))
    return found


def rectangles(rows: Iterable[Sequence[Run[What]]]) -> Iterator[tuple[Area, What]]:
    """The runs of rows under one another (row 1 first), equal ones joined to rectangles."""
    growing: dict[Run[What], int] = {}
    before: Sequence[Run[What]] = ()
    number = 0
    for number, row in enumerate(rows, start=1):
        if row is before:
            continue
        going_on = set(row)
        for run in [run for run in growing if run not in going_on]:
            yield _rectangle(run, growing.pop(run), number - 1)
        for run in row:
            growing.setdefault(run, number)
        before = row
    for run, top in growing.items():
        yield _rectangle(run, top, number)


def _rectangle(run: Run[What], top: int, bottom: int) -> tuple[Area, What]:
    left, right, what = run
    return Area(top, left, bottom, right), what
