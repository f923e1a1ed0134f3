"""Requests on the spreadsheet as a whole and on its tabs."""

import pytest

from tests.emulator.desk import Desk, Json, grid


def titles(desk: Desk) -> list[str]:
    return [sheet["properties"]["title"] for sheet in desk.get()["sheets"]]


def properties(fields: str, **told: object) -> Json:
    return {"updateSheetProperties": {"properties": told, "fields": fields}}


def test_a_tab_is_added_where_told() -> None:
    desk = Desk()
    reply = desk.batch(
        {"addSheet": {}},
        {
            "addSheet": {
                "properties": {
                    "title": "Voor",
                    "index": 0,
                    "sheetId": 12,
                    "tabColor": {"red": 0.5, "green": 0},
                }
            }
        },
    )
    assert titles(desk) == ["Voor", "Sheet1", "Sheet2"]
    assert reply[1]["addSheet"]["properties"] == {
        "sheetId": 12,
        "title": "Voor",
        "index": 0,
        "sheetType": "GRID",
        "gridProperties": {"rowCount": 1000, "columnCount": 26},
        "tabColor": {"red": 0.49803922},
        "tabColorStyle": {"rgbColor": {"red": 0.49803922}},
    }
    assert desk.batch({"addSheet": {}})[0]["addSheet"]["properties"]["title"] == "Sheet4"
    assert (
        desk.batch(
            {"addSheet": {"properties": {"title": "Sheet5"}}},
            {"deleteSheet": {"sheetId": 12}},
            {"addSheet": {}},
        )[2]["addSheet"]["properties"]["title"]
        == "Sheet5 2"
    )


ADD_REFUSED: list[tuple[Json, str]] = [
    ({"title": "sheet1"}, 'A sheet with the name "sheet1" already exists. Please enter another name.'),
    ({"title": ""}, "The sheet name cannot be empty."),
    ({"sheetId": 0}, "Sheet with id 0 already exists."),
    ({"index": 3}, "Cannot insert sheet at index 3; there are only 1 sheets."),
    ({"gridProperties": {"rowCount": 2, "frozenRowCount": 2}}, "You can't freeze all the rows on the sheet."),
    (
        {"gridProperties": {"columnCount": 1, "frozenColumnCount": 1}},
        "You can't freeze all the columns on the sheet.",
    ),
]


@pytest.mark.parametrize(("told", "message"), ADD_REFUSED)
def test_a_tab_that_cannot_be(told: Json, message: str) -> None:
    assert Desk().no({"addSheet": {"properties": told}}) == message


@pytest.mark.parametrize(
    ("title", "to", "order"),
    [
        ("b", 0, "bacd"),
        ("b", 1, "abcd"),
        ("b", 2, "abcd"),
        ("b", 3, "acbd"),
        ("b", 4, "acdb"),
        ("d", 1, "adbc"),
    ],
)
def test_a_tab_moves_to_where_it_would_stand_now(title: str, to: int, order: str) -> None:
    desk = Desk()
    desk.batch(properties("title", title="a"))
    numbers = {name: desk.add(name) for name in "bcd"}
    desk.batch(properties("index", sheetId=numbers[title], index=to))
    assert "".join(titles(desk)) == order


def test_what_of_a_tab_can_be_changed() -> None:
    desk = Desk([1, 2, 3], [4, 5, 6], [7])
    desk.batch({"mergeCells": {"range": grid(1, 2, 0, 2)}}, {"mergeCells": {"range": grid(1, 3, 2, 3)}})
    grid_properties = {"rowCount": 2, "columnCount": 2, "frozenRowCount": 1}
    desk.batch(properties("*", title="Een", gridProperties=grid_properties, rightToLeft=True))
    told = desk.sheet()
    assert told["properties"] == {
        "sheetId": 0,
        "title": "Een",
        "index": 0,
        "sheetType": "GRID",
        "gridProperties": grid_properties,
        "rightToLeft": True,
    }
    assert told["merges"] == [grid(1, 2, 0, 2)]
    assert desk.read("Een") == [["1", "2"], ["4"]]
    desk.batch(properties("gridProperties.rowCount,title", title="EEN", gridProperties={"rowCount": 9}))
    assert desk.sheet()["properties"]["gridProperties"]["rowCount"] == 9


def test_the_colour_of_a_tab() -> None:
    desk = Desk()
    for style, told in (
        ({"rgbColor": {"red": 1.0, "green": 0.0, "blue": 0.5}}, {"rgbColor": {"red": 1, "blue": 0.49803922}}),
        ({"themeColor": "ACCENT1"}, {"themeColor": "ACCENT1"}),
        ({"rgbColor": None}, {}),
    ):
        desk.batch(properties("tabColorStyle", tabColorStyle=style))
        assert desk.sheet()["properties"].get("tabColorStyle", {}) == told
    desk.batch(properties("tabColorStyle", tabColorStyle={"themeColor": "BACKGROUND"}))
    assert desk.sheet()["properties"]["tabColor"] == {"red": 1, "green": 1, "blue": 1}
    desk.batch(properties("tabColor", tabColor={"blue": 1, "alpha": 0.5}))
    assert desk.sheet()["properties"]["tabColorStyle"] == {"rgbColor": {"blue": 1, "alpha": 0.5}}


UPDATE_REFUSED: list[tuple[str, Json, str]] = [
    ("title", {"sheetId": 9}, "No sheet with id: 9"),
    ("", {}, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"),
    ("title", {"title": "Twee"}, 'A sheet with the name "Twee" already exists. Please enter another name.'),
    ("title", {}, "The sheet name cannot be empty."),
    ("index", {"index": 3}, "Cannot insert sheet at index 3; there are only 2 sheets."),
    ("gridProperties", {"gridProperties": {"columnCount": 2}}, "You can't delete all the rows on the sheet."),
    (
        "gridProperties.frozenRowCount",
        {"gridProperties": {"frozenRowCount": 1000}},
        "You can't freeze all the rows on the sheet.",
    ),
]


@pytest.mark.parametrize(("fields", "told", "message"), UPDATE_REFUSED)
def test_what_of_a_tab_cannot_be_changed(fields: str, told: Json, message: str) -> None:
    desk = Desk()
    desk.add("Twee")
    assert desk.no(properties(fields, **told)) == message


def test_one_tab_stays_to_be_seen() -> None:
    desk = Desk()
    assert desk.no(properties("hidden", hidden=True)) == "You can't hide all the sheets in a document."
    assert desk.no({"deleteSheet": {}}) == "You can't remove all the visible sheets in a document."
    number = desk.add("Geheugen")
    desk.batch(properties("hidden", sheetId=number, hidden=True))
    assert desk.sheet(1)["properties"]["hidden"] is True
    assert (
        desk.no({"deleteSheet": {"sheetId": 0}}) == "You can't remove all the visible sheets in a document."
    )
    desk.batch(properties("hidden", sheetId=number))
    assert "hidden" not in desk.sheet(1)["properties"]


def test_what_points_to_a_tab_goes_with_it() -> None:
    desk = Desk()
    number = desk.add("Weg")
    hang = {"metadataKey": "k", "visibility": "DOCUMENT"}
    chart = {
        "basicChart": {"domains": [{"domain": {"sourceRange": {"sources": [grid(0, 2, 0, 1, number)]}}}]}
    }
    anchor = {"overlayPosition": {"anchorCell": {"rowIndex": 1}}}
    desk.batch(
        {"addNamedRange": {"namedRange": {"name": "daar", "range": {"sheetId": number}}}},
        {"addNamedRange": {"namedRange": {"name": "hier", "range": {"endRowIndex": 1}}}},
        {"createDeveloperMetadata": {"developerMetadata": hang | {"location": {"sheetId": number}}}},
        {"createDeveloperMetadata": {"developerMetadata": hang | {"location": {"sheetId": 0}}}},
        {"createDeveloperMetadata": {"developerMetadata": hang | {"location": {"spreadsheet": True}}}},
        {"addChart": {"chart": {"spec": chart, "position": anchor}}},
        {"deleteSheet": {"sheetId": number}},
    )
    told = desk.get()
    assert titles(desk) == ["Sheet1"]
    assert [named["name"] for named in told["namedRanges"]] == ["hier"]
    assert len(told["developerMetadata"]) == len(told["sheets"][0]["developerMetadata"]) == 1
    domain = told["sheets"][0]["charts"][0]["spec"]["basicChart"]["domains"][0]["domain"]
    assert domain == {"sourceRange": {"sources": []}}


def test_a_tab_is_doubled_with_what_lies_on_it() -> None:
    desk = Desk(["a"])
    number = desk.add("Tweede")
    desk.batch(
        {"mergeCells": {"range": grid(0, 1, 0, 2)}},
        {
            "addBanding": {
                "bandedRange": {"range": grid(0, 9, 0, 2), "rowProperties": {"headerColor": {"red": 1}}}
            }
        },
        {"addTable": {"table": {"name": "T", "range": grid(20, 29, 0, 2)}}},
        {"setBasicFilter": {"filter": {"range": grid(0, 9, 0, 2), "sortSpecs": [{"dimensionIndex": 1}]}}},
    )
    request = {"sourceSheetId": 0, "insertSheetIndex": 1, "newSheetId": 77, "newSheetName": "Twee"}
    reply = desk.batch({"duplicateSheet": request})[0]["duplicateSheet"]["properties"]
    assert (reply["title"], reply["index"], reply["sheetId"]) == ("Twee", 1, 77)
    one, two = desk.sheet(0), desk.sheet(1)
    assert two["merges"] == [grid(0, 1, 0, 2, 77)]
    assert two["basicFilter"]["range"] == grid(0, 9, 0, 2, 77)
    assert two["bandedRanges"][0]["bandedRangeId"] != one["bandedRanges"][0]["bandedRangeId"]
    assert isinstance(two["tables"][0]["tableId"], str)
    assert desk.read("Twee") == [["a"]]
    again = desk.batch({"duplicateSheet": {"sourceSheetId": number}})[0]["duplicateSheet"]["properties"]
    assert (again["title"], again["index"]) == ("Copy of Tweede", 0)
    assert desk.no({"duplicateSheet": {"newSheetId": 77}}) == "An object with id 77 already exists."


@pytest.mark.parametrize(
    ("fields", "told", "message"),
    [
        ("locale", {"locale": "zevenaar"}, "Unsupported locale: zevenaar"),
        ("locale", {}, "Unsupported locale: "),
        ("title", {"title": ""}, "The title of a spreadsheet cannot be empty."),
    ],
)
def test_what_of_a_spreadsheet_cannot_be_changed(fields: str, told: Json, message: str) -> None:
    assert Desk().no({"updateSpreadsheetProperties": {"properties": told, "fields": fields}}) == message


def test_what_of_a_spreadsheet_can_be_changed() -> None:
    desk = Desk()
    told = {"title": "Wijk", "timeZone": "Europe/Amsterdam", "locale": "nl_NL"}
    assert desk.batch(
        {"updateSpreadsheetProperties": {"properties": told, "fields": "title,timeZone,locale"}}
    ) == [{}]
    assert told.items() <= desk.get()["properties"].items()
    assert desk.file.name == "Wijk"
    desk.file.name = "Dorp"
    assert desk.get()["properties"]["title"] == "Dorp"
