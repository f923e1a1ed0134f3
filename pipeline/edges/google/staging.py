"""Writes too large for one request: brought in parts to tabs out of sight, and put in place in one go."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii
from typing import Final
from zlib import crc32

from pipeline.edges.google.client import Client
from pipeline.edges.google.errors import GoogleError, RefusedError
from pipeline.edges.google.notation import column_letters, quoted
from pipeline.edges.google.snapshot import Snapshot
from pipeline.edges.google.wire import Fill, Request, Step, lines_of, range_of
from pipeline.edges.shown import Shown
from pipeline.model.errors import N_, UserError
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

BLANK: Final = 4
"""How many bytes an empty cell takes, and any other more."""

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
    steps make, `token` what tells this write from another; `room`: the cells that may be added meanwhile.
    """

    steps: Sequence[Step]
    looks: Sequence[Sequence[Request]]
    generation: int
    token: str
    room: int


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
    if sum(map(_least, steps)) > MOST_BYTES or sum(map(size, steps)) > MOST_BYTES:
        steps = _staged(client, spreadsheet, batch, free)
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
    return sum(PLACING if _large(step) else size(step) for step in steps) > MOST_BYTES


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


def _least(step: Step) -> int:
    """How many bytes values take at least: to count them takes long where they are many."""
    return BLANK * len(step.rows) * step.width if isinstance(step, Fill) else 0


def _large(step: Step) -> bool:
    """Whether it is to be staged."""
    return isinstance(step, Fill) and (_least(step) > SMALL or size(step) > SMALL)


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


@dataclass(frozen=True, slots=True)
class _Staged:
    """Values and the tab out of sight that they are brought to, with a row above them.

    `made`: the properties of a new tab, where that is what the tab becomes; else they are copied from it.
    """

    fill: Fill
    sheet: int
    made: Request | None

    @property
    def top(self) -> int:
        """The row that the first values come in."""
        return self.fill.top + 1 if self.made else 2

    @property
    def left(self) -> int:
        """The column that the first values come in."""
        return self.fill.left if self.made else 1

    def tab(self) -> Request:
        """A hidden tab; its first cell says that it is the program's, so nobody reads it."""
        grid = {"rowCount": len(self.fill.rows), "columnCount": self.fill.width}
        grid = dict(self.made["gridProperties"]) if self.made else grid
        grid["rowCount"] += 1
        properties = {"sheetId": self.sheet, "title": _title(self.sheet), "hidden": True}
        return {"addSheet": {"properties": {**properties, "gridProperties": grid}}}


def _staged(client: Client, spreadsheet: str, batch: Batch, free: Iterator[int]) -> list[Step]:
    """Bring the large values out of sight; the steps that put them in place."""
    new = {step["addSheet"]["properties"]["sheetId"]: step["addSheet"]["properties"]
           for step in batch.steps if isinstance(step, dict) and "addSheet" in step}  # fmt: skip
    staged = {
        id(step): _Staged(step, step.sheet, new[step.sheet])
        if step.sheet in new
        else _Staged(step, next(free), None)
        for step in batch.steps
        if isinstance(step, Fill) and _large(step)
    }
    tabs = {one.sheet: one.tab() for one in staged.values()}
    if sum(len(one.fill.rows) * one.fill.width for one in staged.values() if not one.made) > batch.room:
        raise too_large()
    marks = [Fill(sheet, 1, 1, [[MARK]]).request() for sheet in tabs]
    client.update(spreadsheet, [*tabs.values(), *marks], again=True)
    for ranges in _in_parts(_lines(staged.values())):
        client.put(spreadsheet, ranges)
    copies = [one for one in staged.values() if not one.made]
    placed = [done for step in batch.steps for done in _in_place(step, staged, set(tabs))]
    return [*placed, *({"deleteSheet": {"sheetId": one.sheet}} for one in copies)]


def _in_place(step: Step, staged: Mapping[int, _Staged], tabs: Collection[int]) -> Iterator[Step]:
    """The same step when the large values are out of sight: a tab that becomes a new one is there already."""
    if isinstance(step, Fill):
        one = staged.get(id(step))
        if one is None:
            yield step
        elif not one.made:
            yield _placed(step, one.sheet)
        return
    properties = step.get("addSheet", {}).get("properties", {})
    if properties.get("sheetId") not in tabs:
        yield step
        return
    kept = {name: value for name, value in properties.items() if name != "gridProperties"}
    yield {"updateSheetProperties": {"properties": kept, "fields": "title,index,hidden"}}
    yield {"deleteDimension": {"range": lines_of(kept["sheetId"], "ROWS", 1, 1)}}


def _title(sheet: int) -> str:
    return f"{TITLE} {sheet}"


Lines = tuple[str, list[Sequence[Shown]]]
"""Where rows go, in A1 notation, and the rows."""


def _lines(staged: Iterable[_Staged]) -> Iterator[tuple[_Staged, int, Sequence[Shown]]]:
    """Every row: what it is of, its number in the tab out of sight, and the row."""
    for one in staged:
        for number, row in enumerate(one.fill.rows, start=one.top):
            yield one, number, row


def _in_parts(lines: Iterable[tuple[_Staged, int, Sequence[Shown]]]) -> Iterator[list[Lines]]:
    """The rows, as many together as fit in a request; of one rectangle in one range."""
    together: list[Lines] = []
    taken = 0
    last: _Staged | None = None
    for one, number, row in lines:
        needed = _length(row) + 2
        if together and taken + needed > MOST_BYTES - SMALL:
            yield together
            together, taken, last = [], 0, None
        if one is not last:
            left, right = column_letters(one.left), column_letters(one.left + one.fill.width - 1)
            together.append((f"{quoted(_title(one.sheet))}!{left}{number}:{right}", []))
            last = one
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


def too_large() -> UserError:
    """The refusal of a summary that has more cells than Google allows."""
    return UserError(
        N_("The summary does not fit in this spreadsheet."),
        why=N_("A spreadsheet of Google's has at most ten million cells, empty ones included."),
        todo=N_("Remove tabs that are not needed, or give the summary a spreadsheet of its own."),
    )
