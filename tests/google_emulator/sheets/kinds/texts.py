"""Requests that go through the texts of many cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area
from tests.google_emulator.sheets.batch import Batch, Kind
from tests.google_emulator.sheets.cells import BLANK, Cell, Formula, Value
from tests.google_emulator.sheets.entering import entered
from tests.google_emulator.sheets.locales import locale
from tests.google_emulator.sheets.rendering import Renderer
from tests.google_emulator.sheets.sheet import Sheet
from tests.google_emulator.sheets.values import Writer

Changed = tuple[Sheet, int, int, Value]


def replace(batch: Batch, told: Json) -> Json:
    """`findReplace`: in a range, on a tab or everywhere; the counts of what changed."""
    pattern = _pattern(told)
    replacement = _replacement(told.get("replacement", ""), regex=bool(told.get("searchByRegex")))
    renderer = Renderer.of(batch.draft)
    count = 0
    changed: list[Changed] = []
    for sheet, row, column, cell in _held(batch, _areas(batch, told)):
        value = cell[0]
        if isinstance(value, Formula) and not told.get("includeFormulas"):
            continue
        text = value.text if isinstance(value, Formula) else str(renderer.cell(sheet, row, column, *cell))
        new, times = pattern.subn(replacement, text)
        if times:
            count += times
            changed.append((sheet, row, column, entered(new, locale(batch.draft.locale))[0]))
    _write(batch, changed)
    formulas = sum(isinstance(value, Formula) for _sheet, _row, _column, value in changed)
    counts = {
        "valuesChanged": len(changed) - formulas,
        "formulasChanged": formulas,
        "rowsChanged": len({(sheet.id, row) for sheet, row, _column, _value in changed}),
        "sheetsChanged": len({sheet.id for sheet, _row, _column, _value in changed}),
        "occurrencesChanged": count,
    }
    return {name: number for name, number in counts.items() if number}


def _replacement(told: str, *, regex: bool) -> str:
    """A replacement as Python writes it: `$1` is a group when the search is a regular expression."""
    plain = told.replace("\\", "\\\\")
    return re.sub(r"\$(\d)", r"\\\1", plain) if regex else plain


def _pattern(told: Json) -> re.Pattern[str]:
    find = told.get("find", "")
    if not find:
        raise ApiError.invalid("The text to find cannot be empty.")
    written = find if told.get("searchByRegex") else re.escape(find)
    if told.get("matchEntireCell"):
        written = rf"\A(?:{written})\Z"
    try:
        return re.compile(written, 0 if told.get("matchCase") else re.IGNORECASE)
    except re.error:
        raise ApiError.invalid(f"Invalid regular expression: {find}") from None


def _areas(batch: Batch, told: Json) -> list[tuple[Sheet, Area]]:
    if "range" in told:
        return [batch.draft.area(told["range"])]
    if told.get("allSheets"):
        return [(sheet, sheet.area) for sheet in batch.draft.sheets]
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    return [(sheet, sheet.area)]


def _held(batch: Batch, areas: list[tuple[Sheet, Area]]) -> Iterator[tuple[Sheet, int, int, Cell]]:
    """The cells of areas that have a value."""
    for sheet, area in areas:
        for row in range(area.top, min(area.bottom, len(sheet.rows))):
            for column in area.columns:
                cell = sheet.cell(row, column)
                if cell[0] is not None:
                    yield sheet, row, column, cell


def _write(batch: Batch, changed: list[Changed]) -> None:
    for sheet, row, column, value in changed:
        batch.check(sheet, Area(sheet.id, row, row + 1, column, column + 1))
        sheet.put_values(row, column, [value])


def trim(batch: Batch, told: Json) -> Json:
    """`trimWhitespace`: no spaces around texts, and one at a time within."""
    found = _held(batch, [batch.editable(told.get("range", {}))])
    changed: list[Changed] = [
        (sheet, row, column, " ".join(value.split()) or None)
        for sheet, row, column, (value, _look) in found
        if isinstance(value, str) and value != " ".join(value.split())
    ]
    _write(batch, changed)
    return {"cellsChangedCount": len(changed)} if changed else {}


def without_duplicates(batch: Batch, told: Json) -> Json:
    """`deleteDuplicates`: the first of equal rows stays, the rows below move up."""
    sheet, area = batch.editable(told.get("range", {}))
    spans = told.get("comparisonColumns", [])
    columns = [column for span in spans for column in range(span.get("startIndex", 0), span["endIndex"])]
    seen: set[tuple[str, ...]] = set()
    kept: list[list[Cell]] = []
    held = range(area.top, min(area.bottom, sheet.filled_rows()))
    for row in held:
        key = tuple(repr(_folded(sheet.row(row).value(column))) for column in columns or area.columns)
        if key not in seen:
            kept.append(sheet.row(row).cells(area.left, area.right))
        seen.add(key)
    removed = len(held) - len(kept)
    sheet.put_cells(area.top, area.left, [*kept, *[[BLANK] * area.width for _row in range(removed)]])
    return {"duplicatesRemovedCount": removed} if removed else {}


def _folded(value: Value) -> Value:
    return value.lower() if isinstance(value, str) else value


def paste(batch: Batch, told: Json) -> None:
    """`pasteData`: text with a delimiter, as somebody would paste it."""
    place = told.get("coordinate", {})
    sheet = batch.draft.sheet(place.get("sheetId", 0))
    delimiter = told.get("delimiter", "\t")
    block = [line.split(delimiter) for line in told.get("data", "").splitlines()]
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    width = max(map(len, block), default=1)
    sheet.resize(ROWS, max(sheet.height, top + len(block)))
    sheet.resize(COLUMNS, max(sheet.width, left + width))
    text = sheet.written(Area(sheet.id, top, top + 1, left, left + 1))
    Writer(batch.draft, batch.person, "USER_ENTERED").update(text, {"values": block})


KINDS: dict[str, Kind] = {
    "findReplace": replace,
    "trimWhitespace": trim,
    "deleteDuplicates": without_duplicates,
    "pasteData": paste,
}
