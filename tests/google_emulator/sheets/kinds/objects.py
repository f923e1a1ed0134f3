"""Requests on things with an id that lie on a tab: charts, slicers, bands, filter views, tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets.batch import Batch, Kind, field_mask
from tests.google_emulator.sheets.sheet import Sheet

OVERLAY: Json = {"widthPixels": 600, "heightPixels": 371}
ANCHOR_KEYS = ("sheetId", "rowIndex", "columnIndex")
BANDED = (
    "You cannot add alternating background colors to a range that already has alternating background colors."
)


@dataclass(frozen=True, slots=True)
class Things:
    """One sort of things that lie on an area of a tab: where they are kept, and the names of their fields.

    `told` is the name of the thing in a request, `asked` the name of its id in a request that deletes it.
    """

    kind: str
    key: str
    told: str
    asked: str
    written: bool = False

    def add(self, batch: Batch, told: Json) -> Json:
        """Put one on its tab; the thing with its id, which is text when ids of this sort are `written`."""
        given = dict(told[self.told])
        sheet, area = batch.draft.area(given.get("range", {}))
        number = batch.new_id(given.pop(self.key, None), {each[self.key] for each in sheet.things[self.kind]})
        made = {self.key: str(number) if self.written else number} | given | {"range": area.json()}
        self.check(batch, sheet, made)
        sheet.things[self.kind].append(made)
        return {self.told: made}

    def update(self, batch: Batch, told: Json) -> None:
        """Change the fields of one."""
        given = told[self.told]
        sheet, found = find(batch, self.kind, self.key, given.get(self.key))
        merged = field_mask(told).merge(found, given) | {self.key: found[self.key]}
        _sheet, area = batch.draft.area(merged.get("range", {}))
        merged["range"] = area.json()
        sheet.things[self.kind].remove(found)
        self.check(batch, sheet, merged)
        batch.draft.sheet(area.sheet_id).things[self.kind].append(merged)

    def delete(self, batch: Batch, told: Json) -> None:
        """Take one away."""
        sheet, found = find(batch, self.kind, self.key, told.get(self.asked))
        sheet.things[self.kind].remove(found)

    def check(self, batch: Batch, sheet: Sheet, made: Json) -> None:
        """Refuse bands or tables that lie over each other."""
        area = sheet.bounded(made["range"])
        if self.kind != "filterViews" and any(
            sheet.bounded(each["range"]).meets(area) for each in sheet.things[self.kind]
        ):
            raise ApiError.invalid(BANDED if self.kind == "bandedRanges" else "Tables cannot overlap.")


def find(batch: Batch, kind: str, key: str, number: Any) -> tuple[Sheet, Json]:
    """A thing by its id, and the tab it lies on."""
    for sheet in batch.draft.sheets:
        found = sheet.find(kind, key, number)
        if found:
            return sheet, found
    raise ApiError.invalid(f"There is no {kind.removesuffix('s')} with id: {number}")


def add_chart(batch: Batch, told: Json) -> Json:
    """`addChart`: over the cells, or on a tab of its own."""
    return {"chart": _lay(batch, "charts", "chartId", dict(told["chart"]))}


def add_slicer(batch: Batch, told: Json) -> Json:
    """`addSlicer`."""
    return {"slicer": _lay(batch, "slicers", "slicerId", dict(told["slicer"]))}


def _lay(batch: Batch, kind: str, key: str, given: Json) -> Json:
    taken = {each[key] for sheet in batch.draft.sheets for each in sheet.things[kind]}
    number = batch.new_id(given.pop(key, None), taken)
    sheet, place = _place(batch, given.pop("position", {}), {})
    made: Json = {key: number} | given | {"position": place}
    sheet.things[kind].append(made)
    return made


def _place(batch: Batch, told: Json, before: Json) -> tuple[Sheet, Json]:
    """The tab and the position of an object; what isn't told is as it was, or as Google's default."""
    if told.get("newSheet"):
        number = batch.draft.ids.sheet()
        title = f"Chart{sum(sheet.properties['sheetType'] == 'OBJECT' for sheet in batch.draft.sheets) + 1}"
        sheet = Sheet({"sheetId": number, "title": title, "sheetType": "OBJECT"})
        batch.draft.sheets.append(sheet)
        return sheet, {"sheetId": number}
    if "sheetId" in told:
        return batch.draft.sheet(told["sheetId"]), {"sheetId": told["sheetId"]}
    overlay = OVERLAY | before.get("overlayPosition", {}) | told.get("overlayPosition", {})
    anchor = overlay.get("anchorCell", {})
    sheet = batch.draft.sheet(anchor.get("sheetId", 0))
    if anchor.get("rowIndex", 0) >= sheet.height or anchor.get("columnIndex", 0) >= sheet.width:
        raise ApiError.invalid("The anchor cell of an embedded object must be on the grid.")
    corner = {name: anchor[name] for name in ANCHOR_KEYS if anchor.get(name)}
    return sheet, {"overlayPosition": overlay | {"anchorCell": corner}}


def update_chart(batch: Batch, told: Json) -> None:
    """`updateChartSpec`: the whole specification anew."""
    sheet, found = find(batch, "charts", "chartId", told.get("chartId"))
    sheet.things["charts"][sheet.things["charts"].index(found)] = found | {"spec": told.get("spec", {})}


def update_slicer(batch: Batch, told: Json) -> None:
    """`updateSlicerSpec`."""
    sheet, found = find(batch, "slicers", "slicerId", told.get("slicerId"))
    spec = field_mask(told).merge(found.get("spec", {}), told.get("spec", {}))
    sheet.things["slicers"][sheet.things["slicers"].index(found)] = found | {"spec": spec}


def _embedded(batch: Batch, number: Any) -> tuple[Sheet, str, Json]:
    """A chart or a slicer by its id."""
    for sheet in batch.draft.sheets:
        for kind, key in (("charts", "chartId"), ("slicers", "slicerId")):
            found = sheet.find(kind, key, number)
            if found:
                return sheet, kind, found
    raise ApiError.invalid(f"There is no embedded object with id: {number}")


def move_object(batch: Batch, told: Json) -> Json:
    """`updateEmbeddedObjectPosition`: also to another tab."""
    sheet, kind, found = _embedded(batch, told.get("objectId"))
    before, given = found["position"], told.get("newPosition", {})
    if "overlayPosition" in given and told.get("fields"):
        mask = field_mask({"fields": told["fields"].replace("overlayPosition.", "")})
        over = before.get("overlayPosition", {})
        wanted = given["overlayPosition"]
        given = {
            "overlayPosition": wanted if told["fields"] == "overlayPosition" else mask.merge(over, wanted)
        }
    sheet.things[kind].remove(found)
    target, place = _place(batch, given, before)
    target.things[kind].append(found | {"position": place})
    return {"position": place}


def border(batch: Batch, told: Json) -> None:
    """`updateEmbeddedObjectBorder`."""
    sheet, kind, found = _embedded(batch, told.get("objectId"))
    line = field_mask(told).merge(found.get("border", {}), told.get("border", {}))
    sheet.things[kind][sheet.things[kind].index(found)] = found | {"border": line}


def delete_object(batch: Batch, told: Json) -> None:
    """`deleteEmbeddedObject`: a chart's own tab goes with it."""
    sheet, kind, found = _embedded(batch, told.get("objectId"))
    sheet.things[kind].remove(found)
    if sheet.properties["sheetType"] == "OBJECT":
        batch.draft.sheets.remove(sheet)


def duplicate_view(batch: Batch, told: Json) -> Json:
    """`duplicateFilterView`."""
    sheet, found = find(batch, "filterViews", "filterViewId", told.get("filterId"))
    twin = found | {"filterViewId": batch.draft.ids.sheet(), "title": f"Copy of {found.get('title', '')}"}
    sheet.things["filterViews"].append(twin)
    return {"filter": twin}


BANDS = Things("bandedRanges", "bandedRangeId", "bandedRange", "bandedRangeId")
VIEWS = Things("filterViews", "filterViewId", "filter", "filterId")
TABLES = Things("tables", "tableId", "table", "tableId", written=True)

KINDS: dict[str, Kind] = {
    "addChart": add_chart,
    "updateChartSpec": update_chart,
    "addSlicer": add_slicer,
    "updateSlicerSpec": update_slicer,
    "updateEmbeddedObjectPosition": move_object,
    "updateEmbeddedObjectBorder": border,
    "deleteEmbeddedObject": delete_object,
    "addBanding": BANDS.add,
    "updateBanding": BANDS.update,
    "deleteBanding": BANDS.delete,
    "addFilterView": VIEWS.add,
    "updateFilterView": VIEWS.update,
    "deleteFilterView": VIEWS.delete,
    "duplicateFilterView": duplicate_view,
    "addTable": TABLES.add,
    "updateTable": TABLES.update,
    "deleteTable": TABLES.delete,
}
