"""Requests on rows and columns as a whole."""

from __future__ import annotations

from itertools import groupby

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area, on
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask
from tests.google_emulator.sheets.cells import BLANK, Cell
from tests.google_emulator.sheets.sheet import COUNTS, PIXELS, Sheet
from tests.google_emulator.sheets.widths import fitting

NAMES = {ROWS: "row", COLUMNS: "column"}
GROUPS = {ROWS: "rowGroups", COLUMNS: "columnGroups"}
FROZEN = {ROWS: "frozenRowCount", COLUMNS: "frozenColumnCount"}
DEEPEST = 8
INHERITED = ("userEnteredFormat", "dataValidation")


def span(batch: Batch, told: Json) -> tuple[Sheet, str, int, int]:
    """A DimensionRange: the tab, the dimension, and from where to where."""
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    dimension = told.get("dimension", "")
    if dimension not in COUNTS:
        raise ApiError.invalid("dimension must be specified.")
    first = told.get("startIndex", 0)
    last = told.get("endIndex", sheet.count(dimension))
    if not 0 <= first < last:
        raise ApiError.invalid(f"range.endIndex[{last}] must be after range.startIndex[{first}].")
    return sheet, dimension, first, last


def strip(sheet: Sheet, dimension: str, first: int, last: int) -> Area:
    """Rows or columns as an area."""
    if dimension == ROWS:
        return Area(sheet.id, first, last, 0, sheet.width)
    return Area(sheet.id, 0, sheet.height, first, last)


def insert(batch: Batch, told: Json) -> None:
    """`insertDimension`: the new rows or columns look like those before or after them."""
    sheet, dimension, first, last = span(batch, told.get("range", {}))
    before, count = told.get("inheritFromBefore", False), sheet.count(dimension)
    if before and first == 0:
        raise ApiError.invalid("range.startIndex[0] must be greater than zero if inheritFromBefore is true.")
    if first > count - (not before):
        raise ApiError.invalid(
            f"range.startIndex[{first}] must be less than the grid size ({count}) if inheritFromBefore is "
            f"{str(before).lower()}."
        )
    batch.draft.insert(sheet, dimension, first, last - first)
    _inherit(sheet, dimension, first, last, first - 1 if before else last)


def _inherit(sheet: Sheet, dimension: str, first: int, last: int, source: int) -> None:
    for index in range(first, last):
        if dimension == ROWS:
            looks = [_bare(look) for look in sheet.row(source).looks]
            if any(looks):
                sheet.put(index, sheet.row(index).with_looks(0, looks))
            continue
        for row in range(len(sheet.rows)):
            look = _bare(sheet.row(row).look(source))
            sheet.put(row, sheet.row(row).with_looks(index, [look]))


def _bare(look: Json) -> Json:
    return {name: look[name] for name in INHERITED if name in look}


def delete(batch: Batch, told: Json) -> None:
    """`deleteDimension`."""
    sheet, dimension, first, last = span(batch, told.get("range", {}))
    name, count = NAMES[dimension], sheet.count(dimension)
    if last > count:
        beyond = f"Tried to delete {name} index {max(first, count)} but there are only {count} {name}s."
        raise ApiError.invalid(f"Cannot delete a {name} that doesn't exist. {beyond}")
    if last - first == count:
        raise ApiError.invalid(f"You can't delete all the {name}s on the sheet.")
    frozen = sheet.properties["gridProperties"].get(FROZEN[dimension], 0)
    if first <= frozen and last == count:
        raise ApiError.invalid(f"Sorry, it is not possible to delete all non-frozen {name}s.")
    batch.check(sheet, strip(sheet, dimension, first, last))
    batch.draft.remove(sheet, dimension, first, last)


def append(batch: Batch, told: Json) -> None:
    """`appendDimension`."""
    sheet = batch.draft.sheet(told.get("sheetId", 0))
    dimension = told.get("dimension", "")
    sheet.resize(dimension, sheet.count(dimension) + told.get("length", 0))


def move(batch: Batch, told: Json) -> None:
    """`moveDimension`: the destination is counted before anything moves."""
    sheet, dimension, first, last = span(batch, told.get("source", {}))
    before = told.get("destinationIndex", 0)
    if last > sheet.count(dimension) or not 0 <= before <= sheet.count(dimension):
        raise ApiError.invalid(f"Cannot move {NAMES[dimension]}s that don't exist.")
    batch.check(sheet, strip(sheet, dimension, first, last))
    if not first <= before <= last:
        batch.draft.move(sheet, dimension, first, last, before)


def update(batch: Batch, told: Json) -> None:
    """`updateDimensionProperties`."""
    sheet, dimension, first, last = span(batch, told.get("range", {}))
    mask = field_mask(told)
    _check_there(sheet, dimension, last)
    for index in range(first, last):
        merged = mask.merge(sheet.dimension(dimension, index), told.get("properties", {}))
        _set(sheet, dimension, index, merged)


def resize(batch: Batch, told: Json) -> None:
    """`autoResizeDimensions`: columns as wide as their widest text; rows as high as a new one."""
    sheet, dimension, first, last = span(batch, told.get("dimensions", {}))
    _check_there(sheet, dimension, last)
    for index in range(first, last):
        pixels = fitting(batch.draft, sheet, index) if dimension == COLUMNS else PIXELS[ROWS]
        _set(sheet, dimension, index, sheet.dimension(dimension, index) | {"pixelSize": pixels})


def _check_there(sheet: Sheet, dimension: str, last: int) -> None:
    if last > sheet.count(dimension):
        name = NAMES[dimension]
        raise ApiError.invalid(
            f"range.endIndex[{last}] is after last {name} in grid[{sheet.count(dimension)}]"
        )


def _set(sheet: Sheet, dimension: str, index: int, properties: Json) -> None:
    own = {
        name: value
        for name, value in properties.items()
        if value and (name, value) != ("pixelSize", PIXELS[dimension])
    }
    sheet.sizes[dimension].pop(index, None)
    if own:
        sheet.sizes[dimension][index] = own


def add_group(batch: Batch, told: Json) -> Json:
    """`addDimensionGroup`: groups that overlap become one with a deeper one inside."""
    sheet, dimension, first, last = span(batch, told.get("range", {}))
    _check_there(sheet, dimension, last)
    sheet.properties["gridProperties"][f"{NAMES[dimension]}GroupControlAfter"] = True
    return _regroup(sheet, dimension, first, last, 1)


def delete_group(batch: Batch, told: Json) -> Json:
    """`deleteDimensionGroup`: takes one level away."""
    sheet, dimension, first, last = span(batch, told.get("range", {}))
    if not any(_depths(sheet, dimension)[first:last]):
        raise ApiError.invalid(f"There is no group of {dimension.lower()} at {first} to {last}.")
    return _regroup(sheet, dimension, first, last, -1)


def update_group(batch: Batch, told: Json) -> None:
    """`updateDimensionGroup`: folds a group in or out."""
    given = told["dimensionGroup"]
    sheet, dimension, first, last = span(batch, given.get("range", {}))
    wanted = (first, last, given.get("depth", 0))
    for number, group in enumerate(sheet.things[GROUPS[dimension]]):
        if (group["range"]["startIndex"], group["range"]["endIndex"], group["depth"]) == wanted:
            merged = field_mask(told).merge(group, given)
            sheet.things[GROUPS[dimension]][number] = {name: value for name, value in merged.items() if value}
            for index in range(first, last):
                folded = {"hiddenByUser": bool(merged.get("collapsed"))}
                _set(sheet, dimension, index, sheet.dimension(dimension, index) | folded)
            return
    raise ApiError.invalid("There is no dimension group with that range and depth.")


def _depths(sheet: Sheet, dimension: str) -> list[int]:
    depths = [0] * sheet.count(dimension)
    for group in sheet.things[GROUPS[dimension]]:
        for index in range(group["range"]["startIndex"], group["range"]["endIndex"]):
            depths[index] += 1
    return depths


def _regroup(sheet: Sheet, dimension: str, first: int, last: int, change: int) -> Json:
    """Change how deep some rows or columns lie, and make the groups anew: one a run at every depth."""
    depths = _depths(sheet, dimension)
    depths[first:last] = [max(depth + change, 0) for depth in depths[first:last]]
    if max(depths) > DEEPEST:
        raise ApiError.invalid(f"Dimension groups cannot be deeper than {DEEPEST}.")
    groups: list[Json] = []
    for depth in range(1, max(depths) + 1):
        for inside, run in groupby(range(len(depths)), key=lambda index: depths[index] >= depth):
            if inside:
                places = list(run)
                where = {"dimension": dimension, "startIndex": places[0], "endIndex": places[-1] + 1}
                groups.append({"range": on(sheet.id) | where, "depth": depth})
    sheet.things[GROUPS[dimension]] = groups
    return {"dimensionGroups": groups} if groups else {}


def insert_range(batch: Batch, told: Json) -> None:
    """`insertRange`: empty cells; what stands there moves down or to the right."""
    sheet, area = batch.editable(told.get("range", {}))
    _moved(sheet, area, told.get("shiftDimension", ""), opened=True)


def delete_range(batch: Batch, told: Json) -> None:
    """`deleteRange`: the cells go; what stands below or to the right moves up."""
    sheet, area = batch.editable(told.get("range", {}))
    _moved(sheet, area, told.get("shiftDimension", ""), opened=False)


def _moved(sheet: Sheet, area: Area, dimension: str, *, opened: bool) -> None:
    if dimension == ROWS:
        below = Area(sheet.id, area.top, max(len(sheet.rows), area.bottom), area.left, area.right)
        block = sheet.cells(below)
        blanks: list[list[Cell]] = [[BLANK] * area.width for _row in area.rows]
        sheet.put_cells(
            area.top, area.left, [*blanks, *block] if opened else [*block[area.height :], *blanks]
        )
    elif dimension == COLUMNS:
        for row in area.rows:
            cells = sheet.row(row).cells(area.left, max(sheet.row(row).width, area.right))
            empty = [BLANK] * area.width
            sheet.put_cells(row, area.left, [[*empty, *cells] if opened else [*cells[area.width :], *empty]])
    else:
        raise ApiError.invalid("shiftDimension must be specified.")


KINDS: dict[str, Kind] = {
    "insertDimension": insert,
    "deleteDimension": delete,
    "appendDimension": append,
    "moveDimension": move,
    "updateDimensionProperties": update,
    "autoResizeDimensions": resize,
    "addDimensionGroup": add_group,
    "deleteDimensionGroup": delete_group,
    "updateDimensionGroup": update_group,
    "insertRange": insert_range,
    "deleteRange": delete_range,
}
