"""What stands in a spreadsheet, taken in two requests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

from pipeline.edges.google.client import Client
from pipeline.edges.google.days import Days, Headers, find_days, with_days
from pipeline.edges.google.errors import RefusedError
from pipeline.edges.google.notation import column_letters, quoted
from pipeline.model.responses import RawTab
from pipeline.model.tab import Area

URL: Final = "https://docs.google.com/spreadsheets/d/"

FIELDS: Final = (
    "properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,index,sheetType,hidden,"
    "gridProperties(rowCount,columnCount,frozenRowCount)),"
    "charts(chartId),bandedRanges(bandedRangeId),protectedRanges(protectedRangeId),"
    "conditionalFormats,basicFilter(range),merges,"
    "developerMetadata(metadataId,metadataKey,metadataValue))"
)

Value = str | int | float | bool
"""What Google gives for a cell; "" is an empty one, a day is a serial number."""

NONE: Final[Headers] = {}
"""No headers: every number stays a number."""

TIMES: Final = 3
"""So many times a reading begins anew when the tabs change under it."""

MOST_CELLS: Final = 2_000_000
"""So many cells of the grid are asked for in one request; a full one is some 40 MB."""

PROBE: Final = 7_364_656
"""The id of the note by which writing is tried."""

LONGEST_ADDRESS: Final = 6_000
"""So long may all ranges of a request be together, in characters of its address."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab: what it is, what lies over it, and its values as Google gives them.

    `id` is the sheetId, `index` its place from 0. `rows` and `columns` are the size of the grid (0
    for a tab that is one big chart); `values` leave out what is empty at the end of a row and of
    the tab; `days` are the cells that show a day though no date is asked for. `rules` are its
    conditional formats as Google gives them; `metadata` = id and value by key of the developer
    metadata of the tab itself; `merges` count from 1, both ends included.
    """

    id: int
    title: str
    index: int
    hidden: bool
    rows: int
    columns: int
    frozen_rows: int
    charts: tuple[int, ...] = ()
    banded: tuple[int, ...] = ()
    protected: tuple[int, ...] = ()
    rules: tuple[Mapping[str, Any], ...] = ()
    filtered: bool = False
    merges: tuple[Area, ...] = ()
    metadata: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    values: tuple[tuple[Value, ...], ...] = ()
    days: Days = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A spreadsheet at one moment, its tabs in order; `url` is without the `/edit` of a browser."""

    id: str
    title: str
    url: str
    locale: str
    timezone: str
    sheets: tuple[Sheet, ...]

    def sheet(self, title: str) -> Sheet | None:
        """The tab with this title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def take(client: Client, spreadsheet: str, headers: Headers = NONE) -> Snapshot:
    """Everything that stands in a spreadsheet: one request for what there is, one for the values.

    Very many cells are asked for in a few requests; one more is needed where a number may be a day though
    the question, by these `headers`, is another. A tab that got another title in between makes it start
    again.

    Raises:
        UserError: it cannot be read, or Google cannot be reached.

    """
    for _again in range(TIMES):
        found = client.get(spreadsheet, FIELDS)
        try:
            values = _values(client, spreadsheet, found)
            days = find_days(client, spreadsheet, _by_hand(found, values), headers)
            return _snapshot(spreadsheet, found, values, days)
        except RefusedError as error:
            refused = error
    raise refused


def raw_tabs(snapshot: Snapshot) -> tuple[RawTab, ...]:
    """The tabs as the stages want them, hidden ones too.

    In a column of days or moments each stays the serial number that Google gives:
    `moments.read_moments` makes of it the very moment that it makes of the date in an .xlsx of the
    same spreadsheet.
    """
    return tuple(
        RawTab(sheet.title, with_days(sheet.values, sheet.days), snapshot.url) for sheet in snapshot.sheets
    )


class Spreadsheet:
    """One spreadsheet and what was read of it last.

    The source and the target of a sync share it where both are one spreadsheet: the target reads it,
    and what it read serves the source, the plan and the write. `headers` tell which columns hold dates.
    """

    def __init__(self, client: Client, id: str, headers: Headers = NONE) -> None:  # noqa: A002 - Google calls it so
        self.client = client
        self.id = id
        self._headers = headers
        self._title = ""
        self._taken: Snapshot | None = None

    @property
    def name(self) -> str:
        """Its title; before it was read, its id."""
        return self._title or self.id

    def read(self) -> tuple[RawTab, ...]:
        """Its tabs as the stages want them, read from Google now.

        Raises:
            UserError: it cannot be read, or Google cannot be reached.

        """
        self.forget()
        return self.tabs()

    def tabs(self) -> tuple[RawTab, ...]:
        """The same as they were read last.

        Raises:
            UserError: as `read`.

        """
        return raw_tabs(self.snapshot())

    def snapshot(self) -> Snapshot:
        """What stood in it when it was read last; read now where it never was, or was forgotten.

        Raises:
            UserError: as `read`.

        """
        if self._taken is None:
            self._taken = take(self.client, self.id, self._headers)
            self._title = self._taken.title
        return self._taken

    def forget(self) -> None:
        """Read it again when it is asked for next: it was written, or somebody else wrote it."""
        self._taken = None

    def probe(self) -> None:
        """See whether it can be written now: a note that nobody sees is made and removed in one request.

        Raises:
            UserError: it may not be written, or Google cannot be reached.

        """
        note = {"metadataId": PROBE, "metadataKey": "samenkracht", "visibility": "PROJECT"}
        self.client.update(
            self.id,
            [
                {
                    "createDeveloperMetadata": {
                        "developerMetadata": {**note, "location": {"spreadsheet": True}}
                    }
                },
                {
                    "deleteDeveloperMetadata": {
                        "dataFilter": {"developerMetadataLookup": {"metadataId": PROBE}}
                    }
                },
            ],
            again=True,
        )


@dataclass(frozen=True, slots=True)
class _Block:
    """A range to ask for: which tab it is of (a place in the list), its address, its rows and its cells."""

    sheet: int
    address: str
    rows: int
    cells: int


def _values(client: Client, spreadsheet: str, found: Mapping[str, Any]) -> list[list[list[Any]]]:
    """The rows of every tab that has any, by the place of the tab."""
    values: list[list[list[Any]]] = [[] for _sheet in found["sheets"]]
    for blocks in _in_requests(_blocks(found["sheets"])):
        answers = client.values(spreadsheet, [block.address for block in blocks])
        for block, rows in zip(blocks, answers, strict=True):
            missing = block.rows - len(rows)
            values[block.sheet] += [*rows, *([] for _row in range(missing))]
    return values


def _blocks(sheets: Sequence[Mapping[str, Any]]) -> Iterator[_Block]:
    """Every tab as one range, a very large one as several."""
    for place, sheet in enumerate(sheets):
        rows, columns = _size(sheet)
        if not columns:
            continue
        address = quoted(sheet["properties"]["title"])
        if rows * columns <= MOST_CELLS:
            yield _Block(place, address, 0, rows * columns)
            continue
        step = max(MOST_CELLS // columns, 1)
        for top in range(0, rows, step):
            bottom = min(top + step, rows)
            area = f"{address}!A{top + 1}:{column_letters(columns)}{bottom}"
            yield _Block(place, area, bottom - top, (bottom - top) * columns)


def _in_requests(blocks: Iterator[_Block]) -> Iterator[list[_Block]]:
    """The ranges, as many together as one request should ask for."""
    together: list[_Block] = []
    cells = length = 0
    for block in blocks:
        size = len(quote(block.address)) + len("&ranges=")
        if together and (cells + block.cells > MOST_CELLS or length + size > LONGEST_ADDRESS):
            yield together
            together, cells, length = [], 0, 0
        together.append(block)
        cells, length = cells + block.cells, length + size
    if together:
        yield together


def _size(sheet: Mapping[str, Any]) -> tuple[int, int]:
    grid = sheet["properties"].get("gridProperties", {})
    return grid.get("rowCount", 0), grid.get("columnCount", 0)


def _by_hand(
    found: Mapping[str, Any], values: Sequence[list[list[Any]]]
) -> dict[int, tuple[str, list[list[Any]]]]:
    """Title and rows, by id, of the tabs that the program did not write."""
    return {
        sheet["properties"]["sheetId"]: (sheet["properties"]["title"], rows)
        for sheet, rows in zip(found["sheets"], values, strict=True)
        if not RawTab("", rows).marked
    }


def _snapshot(
    spreadsheet: str,
    found: Mapping[str, Any],
    values: Sequence[list[list[Any]]],
    days: Mapping[int, Days],
) -> Snapshot:
    properties = found["properties"]
    return Snapshot(
        id=spreadsheet,
        title=properties["title"],
        url=URL + spreadsheet,
        locale=properties.get("locale", ""),
        timezone=properties.get("timeZone", ""),
        sheets=tuple(
            _sheet(sheet, rows, days.get(sheet["properties"]["sheetId"], {}))
            for sheet, rows in zip(found["sheets"], values, strict=True)
        ),
    )


def _sheet(found: Mapping[str, Any], values: list[list[Any]], days: Days) -> Sheet:
    properties = found["properties"]
    rows, columns = _size(found)
    while values and not values[-1]:
        values.pop()
    return Sheet(
        id=properties["sheetId"],
        title=properties["title"],
        index=properties["index"],
        hidden=properties.get("hidden", False),
        rows=rows,
        columns=columns,
        frozen_rows=properties.get("gridProperties", {}).get("frozenRowCount", 0),
        charts=tuple(chart["chartId"] for chart in found.get("charts", ())),
        banded=tuple(banding["bandedRangeId"] for banding in found.get("bandedRanges", ())),
        protected=tuple(area["protectedRangeId"] for area in found.get("protectedRanges", ())),
        rules=tuple(found.get("conditionalFormats", ())),
        filtered="basicFilter" in found,
        merges=tuple(_area(one) for one in found.get("merges", ())),
        metadata={
            one["metadataKey"]: (one["metadataId"], one.get("metadataValue", ""))
            for one in found.get("developerMetadata", ())
        },
        values=tuple(map(tuple, values)),
        days=days,
    )


def _area(found: Mapping[str, int]) -> Area:
    """A range as Google counts it (from 0, the end not included)."""
    return Area(
        found.get("startRowIndex", 0) + 1,
        found.get("startColumnIndex", 0) + 1,
        found["endRowIndex"],
        found["endColumnIndex"],
    )
