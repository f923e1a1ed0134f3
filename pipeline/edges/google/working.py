"""Working tabs: made once, then only the program's own columns are kept up to date."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.edges.google.drawing import EDGE, LETTER, drop_down, frame, sized
from pipeline.edges.google.formats import cell_format
from pipeline.edges.google.people import Canvas, Line, more
from pipeline.edges.google.wire import (
    Fill,
    Request,
    Step,
    columns_of,
    range_of,
    rectangles,
    repeated,
    runs,
    sheet_properties,
)
from pipeline.edges.looks import WORKING, working_style
from pipeline.edges.rosters import Edits, last_row
from pipeline.edges.shown import Shown
from pipeline.model.settings import Settings
from pipeline.model.tab import Area
from pipeline.model.templates import Form, Question

ROOM = 200
"""Rows that a new working tab has at least."""

HEADER_HEIGHT = 42
"""In pixels: two lines."""


def headers(form: Form, settings: Settings) -> list[str]:
    """The header row of a working tab."""
    return [question.header[settings.language] for question in form.columns(settings)]


def made(form: Form, settings: Settings, sheet: int, edits: Edits) -> Iterator[Step]:
    """The steps that make a new, empty tab a working tab, with the program's rows in it."""
    questions = form.columns(settings)
    yield Fill(sheet, 1, 1, [headers(form, settings)])
    yield from _new(sheet, edits)
    yield from frame(sheet, [question.width * LETTER + EDGE for question in questions], WORKING)
    yield sized(sheet, "ROWS", 1, 1, HEADER_HEIGHT)
    yield sheet_properties(sheet, "gridProperties.frozenRowCount", gridProperties={"frozenRowCount": 1})
    header = range_of(sheet, Area(1, 1, 1, len(questions)))
    yield repeated(header, {"userEnteredFormat": cell_format("header")}, "userEnteredFormat")
    yield from _notes(form, questions, settings.language, sheet)
    for column, question in enumerate(questions, start=1):
        yield from _column(sheet, column, question, settings.language)


def _column(sheet: int, column: int, question: Question, language: str) -> Iterator[Request]:
    below = columns_of(sheet, column, column, below=1)
    yield repeated(below, {"userEnteredFormat": cell_format(working_style(question))}, "userEnteredFormat")
    if question.kind == "check" or question.options:
        yield drop_down(below, [option.text[language] for option in question.options])


def _notes(form: Form, questions: Sequence[Question], language: str, sheet: int) -> Iterator[Request]:
    """What a tab and its columns are for, on their headers."""
    texts = [question.help[language] if question.help else "" for question in questions]
    if form.description:
        texts[0] = "\n".join(filter(None, (form.description[language], texts[0])))
    if any(texts):
        yield {
            "updateCells": {
                "start": {"sheetId": sheet, "rowIndex": 0, "columnIndex": 0},
                "rows": [{"values": [{"note": text} if text else {} for text in texts]}],
                "fields": "note",
            }
        }


def standing_edits(edits: Edits, rows: Sequence[Line]) -> bool:
    """Whether any row that stands there changes."""
    return any(row <= last_row(rows) for row in edits)


def updated(sheet: int, rows: Sequence[Line], height: int, width: int, edits: Edits) -> Iterator[Step]:
    """The steps that make the edits in a tab of this size.

    New rows are inserted behind the last one: what somebody types below it meanwhile goes down with its row.
    """
    end = last_row(rows)
    new = {row: cells for row, cells in edits.items() if row > end}
    columns = max((column for cells in edits.values() for column in cells), default=0)
    if columns > width:
        yield more(sheet, "COLUMNS", columns - width)
    if new:
        canvas = Canvas(sheet, list(rows), height)
        canvas.insert(end + 1, len(new))
        yield from canvas.requests
        yield from _new(sheet, new)
    yield from _written(sheet, {row: cells for row, cells in edits.items() if row <= end})


def _new(sheet: int, edits: Edits) -> Iterator[Fill]:
    """Rows in which nobody wrote yet, in one piece: however many they are, they can be staged."""
    if edits:
        columns = [column for cells in edits.values() for column in cells]
        left, right, top = min(columns), max(columns), min(edits)
        texts = [
            [edits.get(row, {}).get(at, "") for at in range(left, right + 1)]
            for row in range(top, max(edits) + 1)
        ]
        yield Fill(sheet, top, left, texts)


def _written(sheet: int, edits: Edits) -> Iterator[Fill]:
    """Edits in rows that stand there, as rectangles of values: what lies between is somebody's."""
    lines = (_line(edits.get(row, {})) for row in range(1, max(edits, default=0) + 1))
    for area, _ in rectangles(lines):
        texts = [
            [edits[row][at] for at in range(area.left, area.right + 1)]
            for row in range(area.top, area.bottom + 1)
        ]
        yield Fill(sheet, area.top, area.left, texts)


def _line(cells: Mapping[int, Shown]) -> list[tuple[int, int, None]]:
    return runs((column, None) for column in sorted(cells))
