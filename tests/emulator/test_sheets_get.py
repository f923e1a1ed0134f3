"""What is told of a spreadsheet, and how new ones come into being."""

import pytest

from tests.emulator.desk import SCOPE, Desk, Json, grid
from tests.google_emulator.answers import Request
from tests.google_emulator.world import SPREADSHEET

WHITE = {"red": 1, "green": 1, "blue": 1}


def test_a_new_spreadsheet() -> None:
    desk = Desk()
    told = desk.get()
    assert sorted(told) == ["properties", "sheets", "spreadsheetId", "spreadsheetUrl"]
    assert told["spreadsheetUrl"] == f"https://docs.google.com/spreadsheets/d/{desk.file.id}/edit"
    assert told["sheets"] == [
        {
            "properties": {
                "sheetId": 0,
                "title": "Sheet1",
                "index": 0,
                "sheetType": "GRID",
                "gridProperties": {"rowCount": 1000, "columnCount": 26},
            }
        }
    ]
    properties = told["properties"]
    assert {name: properties[name] for name in ("title", "locale", "autoRecalc", "timeZone")} == {
        "title": "Buurt",
        "locale": "en_US",
        "autoRecalc": "ON_CHANGE",
        "timeZone": "Etc/GMT",
    }
    assert properties["defaultFormat"]["backgroundColorStyle"] == {"rgbColor": WHITE}
    assert [each["colorType"] for each in properties["spreadsheetTheme"]["themeColors"]][:3] == [
        "TEXT",
        "BACKGROUND",
        "ACCENT1",
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("namedRanges", {}),
        (
            "properties.title,sheets.properties(sheetId,hidden)",
            {"properties": {"title": "Buurt"}, "sheets": [{"properties": {"sheetId": 0}}]},
        ),
        ("sheets.properties.tabColorStyle", {"sheets": [{"properties": {}}]}),
        ("sheets.data.rowData.values.note", {"sheets": [{"data": [{}]}]}),
        (
            "sheets(data.rowData)",
            {
                "sheets": [
                    {
                        "data": [
                            {
                                "rowData": [
                                    {
                                        "values": [
                                            {
                                                "userEnteredValue": {"numberValue": 1},
                                                "effectiveValue": {"numberValue": 1},
                                                "formattedValue": "1",
                                            }
                                        ]
                                    }
                                ]
                            }
                        ]
                    }
                ]
            },
        ),
        ("sheets.data.startRow", {"sheets": [{"data": [{}]}]}),
    ],
)
def test_only_what_is_asked_is_told(fields: str, told: Json) -> None:
    desk = Desk([1]) if "rowData)" in fields else Desk()
    found = desk.get(fields)
    for data in [part for sheet in found.get("sheets", ()) for part in sheet.get("data", ())]:
        for cell in [cell for row in data.get("rowData", ()) for cell in row["values"]]:
            cell.pop("effectiveFormat", None)
    assert found == told


def test_a_mask_that_cannot_be_read_is_refused() -> None:
    assert Desk().get("sheets(")[0] == 400
    cell = {"start": {}, "rows": [], "fields": "note("}
    assert Desk().no({"updateCells": cell}) == "Invalid field selection "


def test_cells_up_to_the_last_that_holds_anything() -> None:
    desk = Desk(["a", "b"], [], ["c"])
    told = desk.get("sheets.data(startRow,startColumn,rowData.values.formattedValue)", "B1:C9", "A3")
    assert told["sheets"][0]["data"] == [
        {"startColumn": 1, "rowData": [{"values": [{"formattedValue": "b"}]}]},
        {"startRow": 2, "rowData": [{"values": [{"formattedValue": "c"}]}]},
    ]
    told = desk.get("sheets.data.rowData.values.formattedValue")
    assert told["sheets"][0]["data"][0]["rowData"] == [
        {"values": [{"formattedValue": "a"}, {"formattedValue": "b"}]},
        {},
        {"values": [{"formattedValue": "c"}]},
    ]


def test_only_the_tabs_of_the_ranges_are_told() -> None:
    desk = Desk()
    desk.add("Ideeën")
    assert [
        sheet["properties"]["title"] for sheet in desk.get("sheets.properties.title", "Ideeën")["sheets"]
    ] == ["Ideeën"]


def test_everything_of_the_cells() -> None:
    desk = Desk([True, 2, "x"])
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}, "numberFormat": {"type": "NUMBER"}}}
    desk.batch({"repeatCell": {"range": grid(0, 1, 1, 2), "cell": bold, "fields": "userEnteredFormat"}})
    desk.batch({"repeatCell": {"range": grid(0, 1, 3, 4), "cell": {"note": "n"}, "fields": "note"}})
    data = desk.get("", "A1:D2", includeGridData="true")["sheets"][0]["data"][0]
    assert data["columnMetadata"] == [{"pixelSize": 100}] * 4
    assert data["rowMetadata"] == [{"pixelSize": 21}] * 2
    cells = data["rowData"][0]["values"]
    looks = [cell["effectiveFormat"] for cell in cells]
    assert [look.get("horizontalAlignment") for look in looks] == ["CENTER", "RIGHT", "LEFT", None]
    assert looks[0]["hyperlinkDisplayType"] == "PLAIN_TEXT"
    assert looks[1]["numberFormat"] == {"type": "NUMBER", "pattern": "#,##0.00"}
    assert (looks[1]["textFormat"]["bold"], looks[1]["textFormat"]["fontSize"]) == (True, 10)
    assert "numberFormat" not in looks[2]
    desk.world.validate = False
    desk.batch(
        {
            "repeatCell": {
                "range": grid(0, 1, 2, 3),
                "fields": "userEnteredFormat",
                "cell": {"userEnteredFormat": {"numberFormat": {"type": "UNHEARD_OF"}}},
            }
        }
    )
    assert desk.cells("effectiveFormat.numberFormat", "C1") == [
        [{"effectiveFormat": {"numberFormat": {"type": "UNHEARD_OF"}}}]
    ]


def test_a_spreadsheet_by_filter() -> None:
    desk = Desk(["a", "b"])
    asked = {"dataFilters": [{"a1Range": "B1"}], "includeGridData": True}
    told = desk.ask("POST", ":getByDataFilter", asked)
    assert told["sheets"][0]["data"][0]["rowData"][0]["values"][0]["formattedValue"] == "b"
    told = desk.ask(
        "POST", ":getByDataFilter?fields=sheets.data.startColumn", {"dataFilters": [{"a1Range": "B1"}]}
    )
    assert told == {"sheets": [{"data": [{"startColumn": 1}]}]}
    assert "data" not in desk.ask("POST", ":getByDataFilter", {})["sheets"][0]


def create(desk: Desk, told: Json) -> Json:
    answer = desk.world.answer(Request.to("POST", "/v4/spreadsheets", told))
    assert answer.status == 200
    assert isinstance(answer.body, dict)
    return answer.body


def test_a_spreadsheet_is_made_as_told() -> None:
    desk = Desk()
    assert create(desk, {})["properties"]["title"] == "Untitled spreadsheet"
    tabs = [{"properties": {"title": "Een", "sheetId": 5}}, {"properties": {"title": "Twee", "hidden": True}}]
    told = create(desk, {"properties": {"title": "Nieuw", "locale": "nl_NL"}, "sheets": tabs})
    assert (told["properties"]["title"], told["properties"]["locale"]) == ("Nieuw", "nl_NL")
    assert [sheet["properties"]["title"] for sheet in told["sheets"]] == ["Een", "Twee"]
    assert told["sheets"][0]["properties"]["sheetId"] == 5


def test_a_robot_owns_no_spreadsheet() -> None:
    desk = Desk()
    desk.world.accounts.robot("robot@example.org", "http://127.0.0.1/token")
    token = desk.world.accounts.sign_in("robot@example.org", SCOPE)
    request = Request.to("POST", "/v4/spreadsheets", {}, {"Authorization": f"Bearer {token}"})
    assert desk.world.answer(request).status == 403


def test_a_copy_of_a_spreadsheet_is_its_own() -> None:
    desk = Desk(["a"])
    twin = desk.book.copy("elsewhere", "Copy of Buurt", desk.world.ids)
    desk.write("A1", ["b"])
    assert (twin.id, twin.title, desk.book.title) == ("elsewhere", "Copy of Buurt", "Buurt")
    assert twin.sheets[0].cell(0, 0) == ("a", {})


def test_a_tab_is_copied_to_another_spreadsheet() -> None:
    desk = Desk(["a"])
    other = desk.world.create(SPREADSHEET, "Andere")
    told = {"destinationSpreadsheetId": other.id}
    titles = [desk.ask("POST", "/sheets/0:copyTo", told)["title"] for _time in range(3)]
    assert titles == ["Copy of Sheet1", "Copy of Sheet1 2", "Copy of Sheet1 3"]
    assert desk.world.spreadsheet(other.id).sheets[1].cell(0, 0)[0] == "a"
    assert desk.ask("POST", "/sheets/9:copyTo", told) == (400, "No grid with id: 9")


def test_the_spreadsheet_after_a_batch() -> None:
    desk = Desk(["a"])
    add = {"addSheet": {"properties": {"title": "Ideeën"}}}
    asked = {"requests": [add], "includeSpreadsheetInResponse": True, "responseRanges": ["Sheet1!A1"]}
    told = desk.ask("POST", ":batchUpdate", asked)["updatedSpreadsheet"]
    assert [sheet["properties"]["title"] for sheet in told["sheets"]] == ["Sheet1"]
    assert "data" not in told["sheets"][0]
    asked |= {
        "responseIncludeGridData": True,
        "requests": [{"deleteSheet": {"sheetId": desk.sheet(1)["properties"]["sheetId"]}}],
    }
    told = desk.ask("POST", ":batchUpdate", asked)["updatedSpreadsheet"]
    assert told["sheets"][0]["data"][0]["rowData"][0]["values"][0]["formattedValue"] == "a"


def test_a_batch_is_applied_whole_or_not_at_all() -> None:
    desk = Desk(["a"])
    before = desk.get("", includeGridData="true")
    changes: list[Json] = [
        {"addSheet": {"properties": {"title": "Ideeën"}}},
        {"updateCells": {"start": {}, "rows": [{"values": [{"note": "n"}]}], "fields": "*"}},
        {"addNamedRange": {"namedRange": {"name": "plek", "range": {"endRowIndex": 1}}}},
        {"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}}},
        {"deleteSheet": {"sheetId": 99}},
    ]
    message = "Invalid requests[4].deleteSheet: No sheet with id: 99"
    assert desk.batch(*changes) == (400, message)
    assert desk.get("", includeGridData="true") == before


@pytest.mark.parametrize(
    ("requests", "refused"),
    [
        ([], (400, "Must specify at least one request.")),
        ([{}], (400, "Invalid requests[0]: No request set.")),
        ([{"randomizeRange": {}}], (501, "The emulator does not know requests[0].randomizeRange.")),
    ],
)
def test_a_batch_that_says_nothing(requests: list[Json], refused: tuple[int, str]) -> None:
    assert Desk().batch(*requests) == refused


def test_there_are_only_so_many_cells() -> None:
    huge = {"addSheet": {"properties": {"gridProperties": {"rowCount": 1_000_000, "columnCount": 10}}}}
    assert Desk().no(huge) == (
        "This action would increase the number of cells in the workbook above the limit of 10000000 cells."
    )


def test_a_number_may_come_as_text() -> None:
    assert Desk().batch(
        {"updateSheetProperties": {"properties": {"sheetId": "0", "title": "Een"}, "fields": "title"}}
    ) == [{}]
