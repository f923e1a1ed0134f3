"""One tab of the summary: what of it changes, and the steps that change it."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, cast
from zlib import crc32

from pipeline.edges.google.charts import without_charts
from pipeline.edges.google.drawing import Drawing, without_heats
from pipeline.edges.google.people import (
    Aligned,
    Canvas,
    Line,
    Located,
    Watch,
    align,
    locate,
    more,
    people_table,
)
from pipeline.edges.google.snapshot import Sheet
from pipeline.edges.google.wire import (
    LONGEST,
    Fill,
    Request,
    Step,
    rectangles,
    remember,
    runs,
    sheet_properties,
)
from pipeline.edges.shown import Shown, shown, shown_cell
from pipeline.model.responses import RawCell
from pipeline.model.tab import Grid, PlacedTable

KEY: Final = "samenkracht"
"""The key of our note on a tab."""

SPARE_ROWS, SPARE_COLUMNS = 20, 4
"""Room that a tab gets beyond what is written in it, for whoever writes beside it."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What we noted on a tab when we wrote it: how it was drawn, how wide, and a sum of our cells."""

    frame: str = ""
    looks: str = ""
    width: int = 0
    sum: int | None = None

    @classmethod
    def on(cls, sheet: Sheet | None) -> "Remembered":
        """The note on a tab; an empty one where there is none, or one that nobody can read."""
        _id, text = sheet.metadata.get(KEY, (0, "")) if sheet else (0, "")
        try:
            noted = json.loads(text)
            return cls(str(noted["frame"]), str(noted["looks"]), int(noted["width"]), int(noted["sum"]))
        except (ValueError, TypeError, LookupError):
            return cls()

    def text(self) -> str:
        """The note itself."""
        return json.dumps({"frame": self.frame, "looks": self.looks, "width": self.width, "sum": self.sum})


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The steps for one tab: first those that must be applied together, then how it looks.

    `watch` is what must still stand there right before; `copied`: what stood there stays, in a copy.
    """

    steps: tuple[Step, ...]
    looks: tuple[Request, ...]
    watch: Watch | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class TabPlan:
    """One tab of the summary as it is wanted, and as it stands (`sheet` None: not yet).

    `headers` are those of all the tables that it may hold.
    """

    grid: Grid
    sheet: Sheet | None
    drawing: Drawing
    headers: frozenset[str] = frozenset()
    wanted: Sequence[Sequence[Shown]] = field(init=False)
    changes: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wanted", wanted_rows(self.grid))
        object.__setattr__(self, "changes", self._count())

    def _count(self) -> int:
        """The number of cells that change; 1 where the tab is only drawn otherwise, or gets another title."""
        if self.sheet is None:
            return sum(len(row) - row.count("") for row in self.wanted)
        width = max(len(self.grid.widths), Remembered.on(self.sheet).width)
        differing = sum(len(columns) for _row, columns in _changes(self.sheet.values, self.wanted, width))
        return differing or int(self._drawn_otherwise() or self.sheet.title != self.grid.title)

    def _drawn_otherwise(self) -> bool:
        noted = Remembered.on(self.sheet)
        return (noted.frame, noted.looks) != self.drawing.digests()

    def made(self, sheet: int) -> Rewritten:
        """The steps that fill a new, empty tab with this id."""
        looks = (*self.drawing.looks, *self.drawing.frame, self._note(sheet, None))
        return Rewritten((Fill(sheet, 1, 1, _rectangle(self.wanted)),), looks)

    def rewritten(self, *, joined: bool = False) -> Rewritten:
        """The steps that change the tab that stands there; a person's cell is in none of them.

        `joined`: no row is moved, and pieces of one of our columns go together with what stands between
        them, however much that is. The tab must be as it was read then.
        """
        sheet = cast("Sheet", self.sheet)
        noted = Remembered.on(sheet)
        canvas = Canvas(sheet.id, list(sheet.values), sheet.rows)
        placed = people_table(self.grid)
        located = locate(sheet.values, placed, self.headers) if placed else None
        aligned = align(canvas, located, placed) if placed and located and not joined else None
        anew = bool(placed and not aligned and sheet.values)
        touched = noted.sum is not None and noted.sum != standing_sum(sheet, noted.width, located, placed)
        copied = touched or bool(aligned and aligned.foreign) or self._covers(canvas.rows, noted)
        width = max(len(self.grid.widths), noted.width)
        if anew and copied:
            width = max(width, *map(len, sheet.values))
        steps: list[Step] = [*canvas.requests, *_grown(canvas, sheet, self.wanted, len(self.grid.widths))]
        if sheet.title != self.grid.title:
            steps.append(sheet_properties(sheet.id, "title", title=self.grid.title))
        pieces = fills(sheet.id, canvas.rows, self.wanted, width)
        steps += self._joined(pieces) if joined else pieces
        looks = (*self._redrawn(sheet, noted, moved=bool(canvas.requests)), self._note(sheet.id, sheet))
        return Rewritten(tuple(steps), looks, _watch(sheet, located, aligned, anew=anew or joined), copied)

    def _joined(self, pieces: Iterable[Fill]) -> Iterator[Fill]:
        """The pieces of each of our columns as one; those of people's columns as they are."""
        people = _people_cells(people_table(self.grid))[1]
        spans: dict[tuple[int, int], list[Fill]] = {}
        for piece in pieces:
            right = piece.left + piece.width - 1
            if any(piece.left <= column <= right for column in people):
                yield piece
            else:
                spans.setdefault((piece.left, right), []).append(piece)
        for (left, right), alike in spans.items():
            lines = range(alike[0].top - 1, max(piece.top + len(piece.rows) - 1 for piece in alike))
            yield _filled(alike[0].sheet, self.wanted, lines, range(left - 1, right))

    def _covers(self, rows: Sequence[Line], noted: Remembered) -> bool:
        """Whether the tab became wider, over something that somebody wrote beside it."""
        beyond = range(noted.width or len(self.grid.widths), len(self.grid.widths))
        return any(
            len(row) > column and row[column] not in ("", _cell(wanted, column))
            for row, wanted in zip_longest(rows, self.wanted, fillvalue=())
            for column in beyond
        )

    def _redrawn(self, sheet: Sheet, noted: Remembered, *, moved: bool) -> Iterator[Request]:
        frame, looks = self.drawing.digests()
        if moved or noted.looks != looks:
            yield from without_charts(sheet.id, sheet.charts)
            yield from without_heats(sheet.id, sheet.rules)
            if sheet.filtered:
                yield {"clearBasicFilter": {"sheetId": sheet.id}}
            yield from self.drawing.looks
        if noted.frame != frame:
            yield from self.drawing.frame

    def _note(self, sheet: int, standing: Sheet | None) -> Request:
        frame, looks = self.drawing.digests()
        total = _sum(self.wanted, len(self.grid.widths), *_people_cells(people_table(self.grid)))
        note = Remembered(frame, looks, len(self.grid.widths), total).text()
        known = standing.metadata.get(KEY) if standing else None
        return remember(sheet, KEY, note, known[0] if known else None)


def wanted_rows(grid: Grid) -> list[list[Shown]]:
    """What every cell of a grid shows."""
    return [
        [shown_cell(cell, style, LONGEST) for cell, style in zip(row, styles, strict=True)]
        for row, styles in zip(grid.rows, grid.styles, strict=True)
    ]


def fills(
    sheet: int, standing: Sequence[Line], wanted: Sequence[Sequence[Shown]], width: int
) -> Iterator[Fill]:
    """The cells that differ, within so many columns, as rectangles."""
    changed = dict(_changes(standing, wanted, width))
    rows = (
        runs((column, None) for column in changed.get(row, ()))
        for row in range(1, max(changed, default=0) + 1)
    )
    for area, _ in rectangles(rows):
        yield _filled(sheet, wanted, range(area.top - 1, area.bottom), range(area.left - 1, area.right))


def _filled(sheet: int, wanted: Sequence[Sequence[Shown]], lines: range, columns: range) -> Fill:
    """What is wanted in these lines and columns, counted from 0."""
    texts = [[_cell(wanted[line] if line < len(wanted) else (), at) for at in columns] for line in lines]
    return Fill(sheet, lines.start + 1, columns.start + 1, texts)


def _changes(
    standing: Sequence[Line], wanted: Sequence[Sequence[Shown]], width: int
) -> Iterator[tuple[int, list[int]]]:
    """The numbers of the rows that differ, and of their columns that do."""
    for number, (row, old) in enumerate(zip_longest(wanted, standing, fillvalue=()), start=1):
        if list(row) == list(old):
            continue
        pairs = zip_longest(row, old[:width], fillvalue="")
        columns = [column for column, (new, stands) in enumerate(pairs, start=1) if new != stood(stands)]
        if columns:
            yield number, columns


def stood(value: object) -> Shown:
    """What a cell that stands there shows; a check box that is off shows nothing."""
    return "" if value is False else shown(cast("RawCell", value), longest=LONGEST)


def _cell(row: Sequence[Shown], at: int) -> Shown:
    return row[at] if at < len(row) else ""


def _rectangle(rows: Sequence[Sequence[Shown]]) -> list[Sequence[Shown]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _grown(canvas: Canvas, sheet: Sheet, wanted: Sequence[object], columns: int) -> Iterator[Request]:
    """Room for what comes to stand there."""
    if len(wanted) > canvas.height:
        yield more(sheet.id, "ROWS", len(wanted) - canvas.height + SPARE_ROWS)
    if columns > sheet.columns:
        yield more(sheet.id, "COLUMNS", columns - sheet.columns + SPARE_COLUMNS)


def _watch(sheet: Sheet, located: Located | None, aligned: Aligned | None, *, anew: bool) -> Watch | None:
    if anew:
        return Watch(sheet.title, sheet.values)
    if located and aligned and (aligned.gone or aligned.moved):
        return Watch(sheet.title, sheet.values, located.key_column, aligned.gone)
    return None


def _people_cells(placed: PlacedTable | None) -> tuple[Collection[int], Collection[int]]:
    """The rows and the columns whose common cells are people's."""
    if placed is None:
        return (), ()
    columns = [number for number, column in enumerate(placed.table.columns, start=1) if column.people]
    return range(placed.header_row, placed.area.bottom + 1), columns


def standing_sum(sheet: Sheet, width: int, located: Located | None, placed: PlacedTable | None) -> int:
    """The sum of our cells as they stand now."""
    lines = range(located.header, located.bottom + 1) if located else ()
    return _sum(
        ([stood(cell) for cell in row] for row in sheet.values), width, lines, _people_cells(placed)[1]
    )


def _sum(
    rows: Iterator[Sequence[Shown]] | Sequence[Sequence[Shown]],
    width: int,
    lines: Collection[int],
    people: Collection[int],
) -> int:
    """What tells our cells from others, in whatever order their rows stand."""
    total = 0
    for number, row in enumerate(rows, start=1):
        left_out = people if number in lines else ()
        said = [f"{at}={cell}" for at, cell in enumerate(row[:width], 1) if cell != "" and at not in left_out]
        total += crc32("\n".join(said).encode())
    return total % 2**32
