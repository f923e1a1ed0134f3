"""Writes too large for one request: brought in parts to tabs out of sight, and put in place in one go."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii
from typing import Final
from zlib import crc32

from pipeline.edges.google.client import Client
from pipeline.edges.google.errors import GoogleError, RefusedError
from pipeline.edges.google.notation import column_letters, quoted
from pipeline.edges.google.snapshot import Snapshot
from pipeline.edges.google.wire import Fill, Request, Step, range_of
from pipeline.edges.shown import Shown
from pipeline.model.responses import MARK, MEMORY_TITLE
from pipeline.model.tab import Area

MOST_BYTES: Final = 1_900_000
"""How large a request may be; Google asks for at most 2 MB."""

SMALL: Final = 20_000
"""Values that take less room than this, in bytes, need not be staged."""

AROUND: Final = 46
"""How many bytes stand around a value in a request."""

AROUND_FILL: Final = 160
"""How many bytes stand around all values of one rectangle."""

NUMBER: Final = 26
"""How many bytes a number, or yes or no, takes at most."""

PLACING: Final = 700
"""How many bytes the requests take, at most, that put staged values in place."""

DRAWN: Final = "samenkracht drawn"
"""The key of the notes that tell which later requests were applied."""

TITLE: Final = f"{MEMORY_TITLE} onderweg"
"""How the titles of tabs out of sight begin."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written: `steps` together or not at all; then, per tab, how it looks.

    Looks that do not go with the steps come after: each `looks` ends with the note that says that it was
    drawn, so one that does not arrive is drawn by the next sync. `generation` is the memory tab that the
    steps make, `token` what tells this write from another.
    """

    steps: Sequence[Step]
    looks: Sequence[Sequence[Request]]
    generation: int
    token: str


def left_behind(snapshot: Snapshot) -> list[int]:
    """The tabs out of sight that a write which was cut off left there."""
    return [sheet.id for sheet in snapshot.sheets if sheet.hidden and sheet.title.startswith(TITLE)]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is left to send: `first` in one request; then how tabs look, in `later` requests."""

    first: Sequence[Request]
    later: Sequence[Sequence[Request]]


def bring(client: Client, spreadsheet: str, batch: Batch, free: Iterator[int]) -> Delivery:
    """What to send for it; values that do not fit are brought out of sight. `free` gives ids for new tabs.

    Raises:
        UserError: as `Client.update`; nothing of the batch is written then.

    """
    steps = list(batch.steps)
    sizes = [*map(size, steps)]
    if sum(sizes) > MOST_BYTES:
        steps = _staged(client, spreadsheet, steps, sizes, free)
    first = [_request(step) for step in steps]
    room = MOST_BYTES - sum(map(size, first))
    later: list[Request] = []
    for looks in batch.looks:
        needed = sum(map(size, looks))
        room -= needed
        if room < 0:
            later += looks
        else:
            first += looks
    return Delivery(first, [[_once(batch, number), *part] for number, part in enumerate(parts(later))])


def draw(client: Client, spreadsheet: str, delivery: Delivery) -> None:
    """Send how tabs look, where that did not go with the rest: what does not arrive waits for the next sync.

    One that is refused was applied before, or somebody else wrote meanwhile.
    """
    for part in delivery.later:
        try:
            client.update(spreadsheet, part, again=True)
        except RefusedError:
            continue
        except GoogleError:
            return


def heavy(steps: Iterable[Step]) -> bool:
    """Whether they would be too large together even when all that can be staged is."""
    sizes = ((step, size(step)) for step in steps)
    return sum(PLACING if _large(step, needed) else needed for step, needed in sizes) > MOST_BYTES


def size(step: Step) -> int:
    """How many bytes it takes in a request, at most."""
    if isinstance(step, Fill):
        return AROUND_FILL + sum(_length(row) + AROUND * (len(row) + 1 - row.count("")) for row in step.rows)
    return len(json.dumps(step)) + 2


def _length(row: Iterable[Shown]) -> int:
    """How many bytes the values of a row take, at most."""
    return 2 + sum(
        len(encode_basestring_ascii(cell)) + 2 if isinstance(cell, str) else NUMBER for cell in row
    )


def _large(step: Step, needed: int) -> bool:
    return isinstance(step, Fill) and needed > SMALL


def _once(batch: Batch, number: int) -> Request:
    """What keeps a request from being applied twice, and after the next write: a note on the memory tab."""
    return {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataId": crc32(f"{batch.token} {number}".encode()) & 0x7FFF_FFFF | 1,
                "metadataKey": DRAWN,
                "metadataValue": str(number),
                "location": {"sheetId": batch.generation},
                "visibility": "DOCUMENT",
            }
        }
    }


def parts(requests: Iterable[Request]) -> Iterator[list[Request]]:
    """The requests, as many together as fit."""
    together: list[Request] = []
    taken = 0
    for request in requests:
        needed = size(request)
        if together and taken + needed > MOST_BYTES:
            yield together
            together, taken = [], 0
        together.append(request)
        taken += needed
    if together:
        yield together


def _staged(
    client: Client, spreadsheet: str, steps: Sequence[Step], sizes: Sequence[int], free: Iterator[int]
) -> list[Step]:
    """Bring the large values out of sight; the steps that put them in place."""
    large = {id(step): next(free) for step, needed in zip(steps, sizes, strict=True) if _large(step, needed)}
    fills = [(large[id(step)], step) for step in steps if isinstance(step, Fill) and id(step) in large]
    client.update(
        spreadsheet, [request for staged in fills for request in _out_of_sight(*staged)], again=True
    )
    for ranges in _in_parts(_lines(fills)):
        client.put(spreadsheet, ranges)
    placed: list[Step] = [
        _placed(step, large[id(step)]) if isinstance(step, Fill) and id(step) in large else step
        for step in steps
    ]
    return [*placed, *({"deleteSheet": {"sheetId": sheet}} for sheet, _fill in fills)]


def _out_of_sight(sheet: int, fill: Fill) -> Iterator[Request]:
    """A hidden tab for these values; its first cell says that it is the program's, so nobody reads it."""
    grid = {"rowCount": len(fill.rows) + 1, "columnCount": fill.width}
    properties = {"sheetId": sheet, "title": _title(sheet), "hidden": True, "gridProperties": grid}
    yield {"addSheet": {"properties": properties}}
    yield Fill(sheet, 1, 1, [[MARK]]).request()


def _title(sheet: int) -> str:
    return f"{TITLE} {sheet}"


Lines = tuple[str, list[Sequence[Shown]]]
"""Where rows go, in A1 notation, and the rows."""


def _lines(fills: Iterable[tuple[int, Fill]]) -> Iterator[tuple[int, int, int, Sequence[Shown]]]:
    """Every row: the tab it goes to, its number there, how wide it is, and the row."""
    for sheet, fill in fills:
        for number, row in enumerate(fill.rows, start=2):
            yield sheet, number, fill.width, row


def _in_parts(lines: Iterable[tuple[int, int, int, Sequence[Shown]]]) -> Iterator[list[Lines]]:
    """The rows, as many together as fit in a request; of one tab in one range."""
    together: list[Lines] = []
    taken, last = 0, 0
    for sheet, number, width, row in lines:
        needed = _length(row) + 2
        if together and taken + needed > MOST_BYTES - SMALL:
            yield together
            together, taken, last = [], 0, 0
        if sheet != last:
            together.append((f"{quoted(_title(sheet))}!A{number}:{column_letters(width)}", []))
            last = sheet
        together[-1][1].append(row)
        taken += needed
    yield together


def _placed(fill: Fill, sheet: int) -> Request:
    """Copy staged values to where they belong."""
    bottom, right = fill.top + len(fill.rows) - 1, fill.left + fill.width - 1
    return {
        "copyPaste": {
            "source": range_of(sheet, Area(2, 1, len(fill.rows) + 1, fill.width)),
            "destination": range_of(fill.sheet, Area(fill.top, fill.left, bottom, right)),
            "pasteType": "PASTE_VALUES",
        }
    }


def _request(step: Step) -> Request:
    return step.request() if isinstance(step, Fill) else step
