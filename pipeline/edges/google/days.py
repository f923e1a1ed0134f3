"""Numbers that are days: what a spreadsheet shows as a date where no date is asked for.

Google gives a date as the number of its day, which is what the stages want of a column of dates. But where
somebody answered `1/2` to another question, the spreadsheet made a date of it too, and a text of `46054`
says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from pipeline.edges.google.client import Client
from pipeline.edges.google.notation import column_letters, quoted
from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawCell
from pipeline.model.templates import Catalogue
from pipeline.stages.moments import SERIAL
from pipeline.stages.tabs import HEADER_ROWS

FIELDS: Final = "sheets(properties(sheetId),data(rowData(values(effectiveFormat(numberFormat(type))))))"
DAYS: Final = frozenset({"DATE", "DATE_TIME"})

_EPOCH: Final = datetime(1899, 12, 30)

Days = Mapping[tuple[int, int], datetime]
"""The moments that cells of a tab show, by row and column, from 0."""

Headers = Mapping[str, bool]
"""Whether a date is asked for, by the header of the question (as `same_header_key` has it)."""

FEWEST_HEADERS: Final = 2
"""A tab with fewer headers of questions is a list of somebody's own, which is not read."""


def headers_of(catalogue: Catalogue) -> Headers:
    """The headers of every form and working tab."""
    return {
        same_header_key(header): question.kind in {"timestamp", "date"}
        for form in (*catalogue.forms.values(), *catalogue.working.values())
        for question in form.questions
        for header in (*question.header.both, *question.aliases)
    }


def find_days(
    client: Client,
    spreadsheet: str,
    tabs: Mapping[int, tuple[str, Sequence[Sequence[Any]]]],
    headers: Headers,
) -> dict[int, Days]:
    """The cells that show a day though another question is asked, by the id of the tab.

    `tabs` are title and rows by id. Google is asked only when there is such a number, and once.

    Raises:
        UserError: the spreadsheet cannot be read, or Google cannot be reached.

    """
    suspects = {tab: _suspects(rows, headers) for tab, (_title, rows) in tabs.items()}
    ranges = [
        f"{quoted(tabs[tab][0])}!{letters}1:{letters}{len(tabs[tab][1])}"
        for tab, columns in suspects.items()
        for letters in (column_letters(column + 1) for column in columns)
    ]
    if not ranges:
        return {}
    found = client.get(spreadsheet, FIELDS, ranges)
    return {
        tab: dict(_of_columns(suspects[tab], sheet["data"], tabs[tab][1]))
        for sheet in found["sheets"]
        if (tab := sheet["properties"]["sheetId"]) in suspects
    }


def _suspects(rows: Sequence[Sequence[Any]], headers: Headers) -> list[int]:
    """The columns in which a number stands that may be a day, and no date is asked for."""
    # The row with most of them is the header: an answer may say one, too.
    found = max((_asked(row, headers) for row in rows[:HEADER_ROWS]), key=len, default=[])
    if len(found) < FEWEST_HEADERS:
        return []
    dated = {column for column, is_dated in found if is_dated}
    return sorted({column for row in rows for column, cell in enumerate(row) if _may_be_day(cell)} - dated)


def _asked(row: Sequence[Any], headers: Headers) -> list[tuple[int, bool]]:
    """The columns of a row in which a header stands, and whether it asks for a date."""
    return [
        (column, headers[key])
        for column, cell in enumerate(row)
        if isinstance(cell, str) and (key := same_header_key(cell)) in headers
    ]


def _may_be_day(cell: object) -> bool:
    return type(cell) in {int, float} and SERIAL[0] <= cell <= SERIAL[1]  # type: ignore[operator]


def _of_columns(
    columns: Sequence[int], data: Sequence[Mapping[str, Any]], rows: Sequence[Sequence[Any]]
) -> Iterator[tuple[tuple[int, int], datetime]]:
    """The cells that have the format of a day; `data` are the columns, as Google tells them."""
    for column, told in zip(columns, data, strict=True):
        for place, (row, look) in enumerate(zip(rows, told.get("rowData", ()), strict=False)):
            kind = look.get("values", [{}])[0].get("effectiveFormat", {}).get("numberFormat", {}).get("type")
            if kind in DAYS and column < len(row) and _may_be_day(row[column]):
                yield (place, column), _EPOCH + timedelta(milliseconds=round(row[column] * 86_400_000))


def with_days(rows: Sequence[Sequence[RawCell]], days: Days) -> Sequence[Sequence[RawCell]]:
    """The rows with these cells as moments."""
    if not days:
        return rows
    changed = [list(row) for row in rows]
    for (place, column), moment in days.items():
        changed[place][column] = moment
    return changed
