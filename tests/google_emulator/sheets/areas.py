"""Rectangles of cells on a tab, and what becomes of them when rows or columns come, go or move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.google_emulator.fields import Json

ROWS, COLUMNS = "ROWS", "COLUMNS"
GRID_KEYS = {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"}
INDEX_KEYS = {ROWS: ("startRowIndex", "endRowIndex", "rowIndex"),
              COLUMNS: ("startColumnIndex", "endColumnIndex", "columnIndex")}  # fmt: skip
BEARERS = {"range", "dimensionRange", "location"}
"""Who loses the range under one of these names, goes with it."""

Shift = Callable[[int, int], tuple[int, int] | None]
"""Where a half-open span goes; None when nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a tab: half open, counted from 0, with all its ends."""

    sheet_id: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def rows(self) -> range:
        """Its rows."""
        return range(self.top, self.bottom)

    @property
    def columns(self) -> range:
        """Its columns."""
        return range(self.left, self.right)

    @property
    def height(self) -> int:
        """The number of its rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """The number of its columns."""
        return self.right - self.left

    def json(self) -> Json:
        """The GridRange, without a sheetId of 0, as Google leaves it out."""
        return on(self.sheet_id) | {"startRowIndex": self.top, "endRowIndex": self.bottom,
                                    "startColumnIndex": self.left, "endColumnIndex": self.right}  # fmt: skip

    def meets(self, other: Area) -> bool:
        """Whether they have a cell in common."""
        return (self.sheet_id == other.sheet_id and self.top < other.bottom and other.top < self.bottom
                and self.left < other.right and other.left < self.right)  # fmt: skip

    def holds(self, other: Area) -> bool:
        """Whether every cell of the other is one of its own."""
        return (self.sheet_id == other.sheet_id and self.top <= other.top and other.bottom <= self.bottom
                and self.left <= other.left and other.right <= self.right)  # fmt: skip


def on(sheet_id: int) -> Json:
    """The part of a range that says on which tab; 0 is left out."""
    return {"sheetId": sheet_id} if sheet_id else {}


def inserted(at: int, count: int) -> Shift:
    """Spans when `count` rows or columns come before `at`: one that is cut grows."""
    return lambda start, end: (start + count * (start >= at), end + count * (end > at))


def deleted(first: int, last: int) -> Shift:
    """Spans when first … last - 1 go."""

    def place(index: int) -> int:
        return index if index <= first else max(first, index - (last - first))

    def shift(start: int, end: int) -> tuple[int, int] | None:
        return (place(start), place(end)) if place(start) < place(end) else None

    return shift


def moved(first: int, last: int, before: int) -> Shift:
    """Spans when first … last - 1 go to stand before `before` (counted as it was)."""

    def place(index: int) -> int:
        if first <= index < last:
            return index + (before - last if before > first else before - first)
        if last <= index < before:
            return index - (last - first)
        return index + (last - first) if before <= index < first else index

    def shift(start: int, end: int) -> tuple[int, int]:
        ends = sorted((place(start), place(end - 1)))
        return ends[0], ends[1] + 1

    return shift


def shifted(document: Any, sheet_id: int, dimension: str, shift: Shift) -> Any:
    """A JSON document with the ranges on that tab shifted; None when what bore the document is gone."""
    if isinstance(document, list):
        kept = [shifted(item, sheet_id, dimension, shift) for item in document]
        return [item for item in kept if item is not None]
    if not isinstance(document, dict):
        return document
    moved_to = _shifted_range(document, sheet_id, dimension, shift)
    if moved_to is None:
        return None
    result = {}
    for name, child in moved_to.items():
        result[name] = shifted(child, sheet_id, dimension, shift)
        if result[name] is None and child is not None:
            if name in BEARERS:
                return None
            del result[name]
    return result


def _shifted_range(document: Json, sheet_id: int, dimension: str, shift: Shift) -> Json | None:
    """The document itself when it is no range on that tab."""
    if document.get("sheetId", 0) != sheet_id:
        return document
    start, end, point = INDEX_KEYS[dimension]
    if GRID_KEYS & document.keys():
        return _ends(document, start, end, shift)
    if document.get("dimension") == dimension and "endIndex" in document:
        return _ends(document, "startIndex", "endIndex", shift)
    if point in document:
        place = shift(document[point], document[point] + 1)
        return document | {point: place[0]} if place else document
    return document


def _ends(document: Json, start: str, end: str, shift: Shift) -> Json | None:
    if end not in document:
        return document
    place = shift(document.get(start, 0), document[end])
    if place is None:
        return None
    return document | ({start: place[0]} if start in document else {}) | {end: place[1]}
