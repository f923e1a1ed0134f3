"""Reading, writing, appending and clearing values."""

import pytest

from tests.emulator.desk import Desk, Json


def test_empty_cells_at_the_end_are_not_told() -> None:
    desk = Desk(["a", "", "c", ""], [], ["", "b"], ["", ""])
    assert desk.read() == [["a", "", "c"], [], ["", "b"]]
    assert desk.read(majorDimension="COLUMNS") == [["a"], ["", "", "b"], ["c"]]
    assert desk.read("B2:C2") == []
    assert desk.ask("GET", "/values/B2:C2") == {"range": "Sheet1!B2:C2", "majorDimension": "ROWS"}
    assert desk.read("B1:B", majorDimension="COLUMNS") == [["", "", "b"]]


def test_what_was_written_is_counted() -> None:
    desk = Desk(["x", "y"])
    answer = desk.write("A1:C3", [None, "b", ""], [], [1, None])
    assert answer == {
        "spreadsheetId": desk.file.id,
        "updatedRange": "Sheet1!A1:C3",
        "updatedRows": 2,
        "updatedColumns": 3,
        "updatedCells": 3,
    }
    assert desk.read(valueRenderOption="UNFORMATTED_VALUE") == [["x", "b"], [], [1]]
    assert desk.write("A1") == {"spreadsheetId": desk.file.id, "updatedRange": "Sheet1!A1"}


def test_values_by_column_and_told_back() -> None:
    desk = Desk()
    path = "/values/B1:C2?valueInputOption=USER_ENTERED&includeValuesInResponse=true"
    answer = desk.ask(
        "PUT", path, {"majorDimension": "COLUMNS", "range": "Sheet1!B1:C2", "values": [[1, 2], ["=B1+B2"]]}
    )
    assert (answer["updatedRange"], answer["updatedCells"]) == ("Sheet1!B1:C2", 3)
    assert answer["updatedData"] == {
        "range": "Sheet1!B1:C2",
        "majorDimension": "COLUMNS",
        "values": [["1", "2"], ["3"]],
    }
    path += "&responseValueRenderOption=FORMULA"
    assert desk.ask("PUT", path, {"values": [["=1+1"]]})["updatedData"]["values"] == [["=1+1"]]


REFUSED: list[tuple[str, Json, str]] = [
    (
        "A1:B1",
        {"values": [[1], [2]]},
        "Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]",
    ),
    (
        "A1:B1",
        {"values": [[1, 2, 3]]},
        "Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]",
    ),
    (
        "Z1000",
        {"values": [[1, 2]]},
        "Range (Sheet1!Z1000:AA1000) exceeds grid limits. Max rows: 1000, max columns: 26",
    ),
    (
        "A1",
        {"values": [["x" * 50_001]]},
        "Your input contains more than the maximum of 50000 characters in a single cell.",
    ),
    (
        "A1",
        {"range": "A2", "values": [[1]]},
        "The range in the request (A1) does not match that of the values (A2).",
    ),
    ("A1", {"values": [[1, [2]]]}, "Invalid values[0][1]: list_value {\n}\n"),
    ("A1", {"values": [[{"a": 1}]]}, "Invalid values[0][0]: struct_value {\n}\n"),
]


@pytest.mark.parametrize(("place", "told", "message"), REFUSED)
def test_values_that_are_refused_change_nothing(place: str, told: Json, message: str) -> None:
    desk = Desk(["a"])
    assert desk.ask("PUT", f"/values/{place}?valueInputOption=RAW", told) == (400, message)
    assert desk.read() == [["a"]]


@pytest.mark.parametrize(
    ("values", "place", "shown"),
    [
        ("A1:D4", "data.values", '"A1:D4"'),
        ([["a"], "b"], "data.values[1]", '"b"'),
        ([3], "data.values[0]", "3"),
    ],
)
def test_values_that_are_no_lists(values: object, place: str, shown: str) -> None:
    message = f"Invalid value at '{place}' (type.googleapis.com/google.protobuf.ListValue), {shown}"
    assert Desk().ask("PUT", "/values/A1?valueInputOption=RAW", {"values": values}) == (400, message)


def test_how_to_read_what_is_typed_must_be_told() -> None:
    message = "'valueInputOption' is required but not specified"
    assert Desk().ask("PUT", "/values/A1", {"values": [[1]]}) == (400, message)


@pytest.mark.parametrize(
    ("rows", "place", "table", "written"),
    [
        ([], "Sheet1", None, "Sheet1!A1:B1"),
        ([["a"]], "Sheet1", "Sheet1!A1", "Sheet1!A2:B2"),
        ([["a", ""]], "Sheet1", "Sheet1!A1", "Sheet1!A2:B2"),
        ([["a", "b"]], "Sheet1", "Sheet1!A1:B1", "Sheet1!A2:B2"),
        ([["a"], ["b"]], "A1", "Sheet1!A1:A2", "Sheet1!A3:B3"),
        ([["a", "", "c"]], "Sheet1", "Sheet1!C1", "Sheet1!C2:D2"),
        ([["a", "", "c"]], "A1", "Sheet1!A1", "Sheet1!A2:B2"),
        ([["a"], ["", "b"], ["", "", "c"]], "A1", "Sheet1!A1:C3", "Sheet1!A4:B4"),
        ([["", "", "a"], ["", "b"], ["c"]], "A3", "Sheet1!A1:C3", "Sheet1!A4:B4"),
        ([["a"], [], ["b"]], "A1:B2", "Sheet1!A1", "Sheet1!A2:B2"),
        ([["a"], [], ["b"]], "D:D", None, "Sheet1!D1:E1"),
        ([["a", "b"], ["c"]], "B2", None, "Sheet1!B2:C2"),
    ],
)
def test_where_an_append_begins(
    rows: list[list[object]], place: str, table: str | None, written: str
) -> None:
    answer = Desk(*rows).ask("POST", f"/values/{place}:append?valueInputOption=RAW", {"values": [["x", "y"]]})
    assert answer.get("tableRange") == table
    assert answer["updates"]["updatedRange"] == written


def test_an_append_makes_room() -> None:
    desk = Desk(["a"], ["b"])
    desk.batch(
        {
            "updateSheetProperties": {
                "properties": {"gridProperties": {"rowCount": 2, "columnCount": 1}},
                "fields": "gridProperties(rowCount,columnCount)",
            }
        }
    )
    desk.ask("POST", "/values/A1:append?valueInputOption=RAW", {"values": [["x", "y"], ["z"]]})
    assert desk.sheet()["properties"]["gridProperties"] == {"rowCount": 4, "columnCount": 2}
    assert desk.read() == [["a"], ["b"], ["x", "y"], ["z"]]


def test_an_append_overwrites_or_moves_what_stands_below() -> None:
    for option, left in (
        ("OVERWRITE", [["a"], ["x"], ["y"]]),
        ("INSERT_ROWS", [["a"], ["x"], ["y"], [], ["b"]]),
    ):
        desk = Desk(["a"], [], ["b"])
        path = f"/values/A1:append?valueInputOption=RAW&insertDataOption={option}"
        desk.ask("POST", path, {"values": [["x"], ["y"]]})
        assert desk.read() == left


def test_several_ranges_at_once() -> None:
    desk = Desk()
    told = {
        "valueInputOption": "RAW",
        "includeValuesInResponse": True,
        "data": [{"range": "A1:B1", "values": [["a", None]]}, {"range": "A1:A2", "values": [["b"], ["c"]]}],
    }
    answer = desk.ask("POST", "/values:batchUpdate", told)
    totals = {name: number for name, number in answer.items() if name.startswith("total")}
    assert totals == {
        "totalUpdatedRows": 2,
        "totalUpdatedColumns": 1,
        "totalUpdatedCells": 3,
        "totalUpdatedSheets": 1,
    }
    assert [each["updatedRange"] for each in answer["responses"]] == ["Sheet1!A1:B1", "Sheet1!A1:A2"]
    assert answer["responses"][1]["updatedData"]["values"] == [["b"], ["c"]]
    assert desk.ask("GET", "/values:batchGet?ranges=A1&ranges=A2") == {
        "spreadsheetId": desk.file.id,
        "valueRanges": [
            {"range": "Sheet1!A1", "majorDimension": "ROWS", "values": [["b"]]},
            {"range": "Sheet1!A2", "majorDimension": "ROWS", "values": [["c"]]},
        ],
    }


def test_what_is_told_back_is_as_it_is_then() -> None:
    data = [{"range": "A1:B1", "values": [[1, "=A1*2"]]}, {"range": "A1:B1", "values": [[2, None]]}]
    told = {"valueInputOption": "USER_ENTERED", "includeValuesInResponse": True, "data": data}
    answer = Desk().ask("POST", "/values:batchUpdate", told)
    assert [each["updatedData"]["values"] for each in answer["responses"]] == [[["1", "2"]], [["2", "4"]]]


def test_of_several_ranges_all_are_written_or_none() -> None:
    desk = Desk(["a"])
    data = [{"range": "A1", "values": [["b"]]}, {"range": "Nergens!A1", "values": [["c"]]}]
    told = {"valueInputOption": "RAW", "data": data}
    assert desk.ask("POST", "/values:batchUpdate", told) == (400, "Unable to parse range: Nergens!A1")
    assert desk.read() == [["a"]]


def test_clearing_keeps_how_cells_look() -> None:
    desk = Desk(["a", "b"], ["c", "d"])
    desk.batch(
        {
            "updateCells": {
                "range": {"endRowIndex": 1},
                "rows": [{"values": [{"note": "n"}]}],
                "fields": "note",
            }
        }
    )
    assert desk.ask("POST", "/values/A1:A:clear", {}) == {
        "spreadsheetId": desk.file.id,
        "clearedRange": "Sheet1!A1:A1000",
    }
    assert desk.read() == [["", "b"], ["", "d"]]
    assert desk.cells("note", "A1") == [[{"note": "n"}]]
    answer = desk.ask("POST", "/values:batchClear", {"ranges": ["B1", "B2"]})
    assert answer["clearedRanges"] == ["Sheet1!B1", "Sheet1!B2"]
    assert desk.read() == []


def test_ranges_found_by_what_hangs_there() -> None:
    desk = Desk(["a", "b"], ["c", "d"])
    second = {"dimensionRange": {"dimension": "ROWS", "startIndex": 1, "endIndex": 2}}
    made = {"metadataKey": "rij", "visibility": "DOCUMENT", "location": second}
    desk.batch({"createDeveloperMetadata": {"developerMetadata": made}})
    by_key = {"developerMetadataLookup": {"metadataKey": "rij"}}
    filters: list[Json] = [
        by_key,
        {"a1Range": "A1"},
        {"gridRange": {"endRowIndex": 1, "startColumnIndex": 1}},
    ]
    answer = desk.ask("POST", "/values:batchGetByDataFilter", {"dataFilters": filters})
    assert [(each["valueRange"]["values"], each["dataFilters"]) for each in answer["valueRanges"]] == [
        ([["c", "d"]], [by_key]),
        ([["a"]], [{"a1Range": "A1"}]),
        ([["b"]], [filters[2]]),
    ]
    told = {"valueInputOption": "RAW", "data": [{"dataFilter": by_key, "values": [["x", "y"]]}]}
    answer = desk.ask("POST", "/values:batchUpdateByDataFilter", told)
    assert answer["responses"][0]["updatedRange"] == "Sheet1!A2:B2"
    assert desk.read() == [["a", "b"], ["x", "y"]]
    desk.ask("POST", "/values:batchClearByDataFilter", {"dataFilters": [by_key]})
    assert desk.read() == [["a", "b"]]


def test_a_name_of_a_range_takes_values_up_to_its_end() -> None:
    desk = Desk()
    where = {"startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 3}
    desk.batch({"addNamedRange": {"namedRange": {"name": "plek", "range": where}}})
    assert desk.write("plek", ["a", "b"])["updatedRange"] == "Sheet1!B2:C2"
    assert desk.write("plek", ["a"], ["b"])[0] == 400
