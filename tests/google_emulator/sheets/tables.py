"""Where a table of values lies, as `values:append` looks for it."""

from __future__ import annotations

from tests.google_emulator.sheets.areas import Area
from tests.google_emulator.sheets.sheet import Sheet


def last_table(sheet: Sheet, area: Area) -> Area | None:
    """The block of values around the last value in an area; None when the area is empty."""
    for row in range(min(area.bottom, len(sheet.rows)) - 1, area.top - 1, -1):
        values = sheet.row(row).slice(area.left, area.right)
        for offset in range(len(values) - 1, -1, -1):
            if values[offset] is not None:
                return _grown(sheet, row, area.left + offset)
    return None


def _grown(sheet: Sheet, row: int, column: int) -> Area:
    """The smallest rectangle around a value that no other value touches, not even with a corner."""
    top, bottom, left, right = row, row + 1, column, column + 1
    while True:
        near, far = max(left - 1, 0), right + 1
        if top and _holds(sheet, top - 1, near, far):
            top -= 1
        elif _holds(sheet, bottom, near, far):
            bottom += 1
        elif left and _column_holds(sheet, left - 1, top, bottom):
            left -= 1
        elif _column_holds(sheet, right, top, bottom):
            right += 1
        else:
            return Area(sheet.id, top, bottom, left, right)


def _holds(sheet: Sheet, row: int, left: int, right: int) -> bool:
    return any(value is not None for value in sheet.row(row).slice(left, right))


def _column_holds(sheet: Sheet, column: int, top: int, bottom: int) -> bool:
    rows = sheet.rows[max(top - 1, 0) : bottom + 1]
    return any(row.value(column) is not None for row in rows)
