"""Requests on charts, slicers, bands, filter views, tables and rules for colours."""

from typing import Any

import pytest

from tests.emulator.desk import Desk, Json, grid, span

BANDED = (
    "You cannot add alternating background colors to a range that already has alternating background colors."
)
SPEC = {"title": "Groei", "basicChart": {"chartType": "LINE"}}


def chart(desk: Desk, **told: object) -> Any:
    return desk.batch({"addChart": {"chart": {"spec": SPEC} | told}})[0]["addChart"]["chart"]


def test_a_chart_lies_over_the_cells() -> None:
    desk = Desk()
    made = chart(desk)
    assert made == {
        "chartId": made["chartId"],
        "spec": SPEC,
        "position": {"overlayPosition": {"anchorCell": {}, "widthPixels": 600, "heightPixels": 371}},
    }
    place = {"overlayPosition": {"anchorCell": {"sheetId": 0, "rowIndex": 3}, "widthPixels": 400}}
    other = chart(desk, chartId=5, position=place)
    assert other["position"]["overlayPosition"] == {
        "anchorCell": {"rowIndex": 3},
        "widthPixels": 400,
        "heightPixels": 371,
    }
    desk.batch(
        {"updateChartSpec": {"chartId": 5, "spec": {"title": "Anders", "backgroundColor": {"red": 1}}}}
    )
    line = {"border": {"color": {"blue": 1}}, "fields": "color", "objectId": 5}
    desk.batch({"updateEmbeddedObjectBorder": line})
    told = desk.sheet()["charts"][1]
    assert told["spec"]["backgroundColorStyle"] == {"rgbColor": {"red": 1}}
    assert told["border"]["colorStyle"] == {"rgbColor": {"blue": 1}}
    desk.batch({"deleteEmbeddedObject": {"objectId": made["chartId"]}})
    assert [each["chartId"] for each in desk.sheet()["charts"]] == [5]


def test_a_chart_on_a_tab_of_its_own() -> None:
    desk = Desk()
    made = chart(desk, position={"newSheet": True})
    told = desk.get("", includeGridData="true")["sheets"][1]
    assert told["properties"] == {
        "sheetId": made["position"]["sheetId"],
        "title": "Chart1",
        "index": 1,
        "sheetType": "OBJECT",
    }
    assert "data" not in told
    assert told["charts"][0]["chartId"] == made["chartId"]
    told = {"sheetId": made["position"]["sheetId"], "title": "Groei"}
    desk.batch({"updateSheetProperties": {"properties": told, "fields": "title"}})
    assert desk.sheet(1)["properties"]["title"] == "Groei"
    other = chart(desk, position={"sheetId": made["position"]["sheetId"]})
    desk.batch({"deleteEmbeddedObject": {"objectId": other["chartId"]}})
    assert len(desk.get()["sheets"]) == 1


def test_a_chart_moves() -> None:
    desk = Desk()
    number = desk.add("Twee")
    made = chart(desk)["chartId"]

    def move(fields: str, **overlay: object) -> Any:
        told = {"objectId": made, "newPosition": {"overlayPosition": overlay}, "fields": fields}
        reply = desk.batch({"updateEmbeddedObjectPosition": told})
        return reply[0]["updateEmbeddedObjectPosition"]["position"]["overlayPosition"]

    assert move("anchorCell", anchorCell={"rowIndex": 2}) == {
        "anchorCell": {"rowIndex": 2},
        "widthPixels": 600,
        "heightPixels": 371,
    }
    assert move("overlayPosition.widthPixels", widthPixels=50)["widthPixels"] == 50
    assert move("overlayPosition", anchorCell={"sheetId": number}) == {
        "anchorCell": {"sheetId": number},
        "widthPixels": 50,
        "heightPixels": 371,
    }
    assert (desk.sheet(0).get("charts"), len(desk.sheet(1)["charts"])) == (None, 1)
    reply = desk.batch(
        {
            "updateEmbeddedObjectPosition": {
                "objectId": made,
                "newPosition": {"newSheet": True},
                "fields": "newSheet",
            }
        }
    )
    assert "sheetId" in reply[0]["updateEmbeddedObjectPosition"]["position"]


def test_a_slicer() -> None:
    desk = Desk()
    spec = {"title": "Kies", "dataRange": grid(0, 5, 0, 2)}
    made = desk.batch({"addSlicer": {"slicer": {"spec": spec}}})[0]["addSlicer"]["slicer"]
    desk.batch(
        {"updateSlicerSpec": {"slicerId": made["slicerId"], "spec": {"title": "Anders"}, "fields": "title"}}
    )
    assert desk.sheet()["slicers"][0]["spec"] == spec | {"title": "Anders"}
    desk.batch({"deleteDimension": {"range": span("ROWS", 0, 5)}})
    assert desk.sheet()["slicers"][0]["spec"] == {"title": "Anders"}
    desk.batch({"deleteEmbeddedObject": {"objectId": made["slicerId"]}})
    assert "slicers" not in desk.sheet()


REFUSED: list[tuple[str, Json, str]] = [
    ("addChart", {"chart": {"chartId": 5, "spec": SPEC}}, "An object with id 5 already exists."),
    (
        "addChart",
        {"chart": {"spec": SPEC, "position": {"overlayPosition": {"anchorCell": {"rowIndex": 1000}}}}},
        "The anchor cell of an embedded object must be on the grid.",
    ),
    ("updateChartSpec", {"chartId": 9, "spec": SPEC}, "There is no chart with id: 9"),
    ("deleteEmbeddedObject", {"objectId": 9}, "There is no embedded object with id: 9"),
    ("deleteFilterView", {"filterId": 9}, "There is no filterView with id: 9"),
    ("deleteBanding", {"bandedRangeId": 9}, "There is no bandedRange with id: 9"),
    (
        "addBanding",
        {"bandedRange": {"range": grid(4, 6, 0, 2)}},
        BANDED,
    ),
    (
        "updateBanding",
        {"bandedRange": {"bandedRangeId": 8, "range": grid(0, 6, 0, 2)}, "fields": "range"},
        BANDED,
    ),
    ("addTable", {"table": {"range": grid(0, 1, 5, 6)}}, "Tables cannot overlap."),
    (
        "addConditionalFormatRule",
        {"rule": {"booleanRule": {}}},
        "A conditional format rule must have a range.",
    ),
    (
        "addConditionalFormatRule",
        {"rule": {"ranges": [{}]}},
        "A conditional format rule must be either a boolean rule or a gradient rule.",
    ),
    (
        "addConditionalFormatRule",
        {"rule": {"ranges": [{}, {"sheetId": 6}], "booleanRule": {}}},
        "All ranges of a conditional format rule must be on the same sheet.",
    ),
    (
        "addConditionalFormatRule",
        {"rule": {"ranges": [{}], "booleanRule": {}}, "index": 1},
        "No conditional format on sheet: 0 at index: 1",
    ),
    ("deleteConditionalFormatRule", {"index": 0}, "No conditional format on sheet: 0 at index: 0"),
]


@pytest.mark.parametrize(("kind", "told", "message"), REFUSED)
def test_what_cannot_be(kind: str, told: Json, message: str) -> None:
    desk = Desk()
    desk.batch(
        {"addSheet": {"properties": {"sheetId": 6}}},
        {"addChart": {"chart": {"chartId": 5, "spec": SPEC}}},
        {"addBanding": {"bandedRange": {"bandedRangeId": 7, "range": grid(0, 5, 0, 2)}}},
        {"addBanding": {"bandedRange": {"bandedRangeId": 8, "range": grid(7, 9, 0, 2)}}},
        {"addTable": {"table": {"range": grid(0, 3, 4, 6)}}},
    )
    assert desk.no({kind: told}) == message


def test_bands() -> None:
    desk = Desk()
    colours = {"headerColor": {"red": 1}, "firstBandColorStyle": {"themeColor": "ACCENT2"}}
    told = {"range": {"endRowIndex": 5}, "rowProperties": colours}
    made = desk.batch({"addBanding": {"bandedRange": told}})[0]["addBanding"]["bandedRange"]
    assert made["range"] == grid(0, 5, 0, 26)
    assert made["rowProperties"]["headerColorStyle"] == {"rgbColor": {"red": 1}}
    assert made["rowProperties"]["firstBandColor"] == {
        "red": 0.91764706,
        "green": 0.2627451,
        "blue": 0.20784314,
    }
    change = {"bandedRangeId": made["bandedRangeId"], "range": grid(1, 6, 0, 2)}
    assert desk.batch({"updateBanding": {"bandedRange": change, "fields": "range"}}) == [{}]
    assert desk.sheet()["bandedRanges"] == [made | change]
    desk.batch({"deleteBanding": {"bandedRangeId": made["bandedRangeId"]}})
    assert "bandedRanges" not in desk.sheet()


def test_filter_views() -> None:
    desk = Desk()
    made = desk.batch({"addFilterView": {"filter": {"title": "A", "range": grid(0, 5, 0, 2)}}})[0][
        "addFilterView"
    ]["filter"]
    twin = desk.batch({"duplicateFilterView": {"filterId": made["filterViewId"]}})[0]["duplicateFilterView"][
        "filter"
    ]
    assert (twin["title"], twin["range"]) == ("Copy of A", made["range"])
    desk.batch(
        {
            "updateFilterView": {
                "filter": {"filterViewId": made["filterViewId"], "title": "B"},
                "fields": "title",
            }
        }
    )
    desk.batch({"deleteFilterView": {"filterId": twin["filterViewId"]}})
    assert desk.sheet()["filterViews"] == [made | {"title": "B"}]


def test_tables() -> None:
    desk = Desk()
    made = desk.batch({"addTable": {"table": {"name": "T", "range": grid(0, 5, 0, 2)}}})[0]["addTable"][
        "table"
    ]
    desk.batch({"updateTable": {"table": {"tableId": made["tableId"], "name": "U"}, "fields": "name"}})
    assert desk.sheet()["tables"] == [made | {"name": "U"}]
    desk.batch({"deleteTable": {"tableId": made["tableId"]}})
    assert "tables" not in desk.sheet()


def rule(kind: str) -> Json:
    red = {"backgroundColor": {"red": 1}}
    condition = {"type": "TEXT_EQ", "values": [{"userEnteredValue": kind}]}
    return {
        "ranges": [{"sheetId": 0, "endRowIndex": 9}],
        "booleanRule": {"condition": condition, "format": red},
    }


def kinds(desk: Desk) -> str:
    rules = desk.sheet().get("conditionalFormats", ())
    return "".join(each["booleanRule"]["condition"]["values"][0]["userEnteredValue"] for each in rules)


def test_rules_for_colours_have_an_order() -> None:
    desk = Desk()
    for kind, index in (("a", 0), ("b", 0), ("c", 2)):
        assert desk.batch({"addConditionalFormatRule": {"rule": rule(kind), "index": index}}) == [{}]
    assert kinds(desk) == "bac"
    kept = desk.sheet()["conditionalFormats"][0]
    assert kept["ranges"] == [grid(0, 9, 0, 26)]
    assert kept["booleanRule"]["format"]["backgroundColorStyle"] == {"rgbColor": {"red": 1}}
    reply = desk.batch({"updateConditionalFormatRule": {"index": 1, "rule": rule("d")}})[0]
    assert reply["updateConditionalFormatRule"]["newIndex"] == 1
    assert kinds(desk) == "bdc"
    reply = desk.batch({"updateConditionalFormatRule": {"index": 0, "newIndex": 2}})[0]
    assert (reply["updateConditionalFormatRule"]["oldIndex"], kinds(desk)) == (0, "dcb")
    reply = desk.batch({"deleteConditionalFormatRule": {"index": 1}})[0]["deleteConditionalFormatRule"]
    assert reply["rule"]["booleanRule"]["condition"]["values"] == [{"userEnteredValue": "c"}]
    assert kinds(desk) == "db"
