"""Requests that bring cells elsewhere or go through many texts; and developer metadata."""

from typing import Any

import pytest

from tests.emulator.desk import Desk, Json, grid, span

BOLD = {"userEnteredFormat": {"textFormat": {"bold": True}}}


def desk_with_look() -> Desk:
    """`a` is bold and has a rule; `=1+1` stands beside it; `x` with a note stands in row 5."""
    desk = Desk(["a"], [], [], [], ["x"])
    desk.type("B1", ["=1+1"])
    rule = {"dataValidation": {"condition": {"type": "BOOLEAN"}}}
    desk.batch(
        {
            "repeatCell": {
                "range": grid(0, 1, 0, 1),
                "cell": BOLD | rule,
                "fields": "userEnteredFormat,dataValidation",
            }
        },
        {"repeatCell": {"range": grid(4, 5, 0, 1), "cell": {"note": "n"}, "fields": "note"}},
    )
    return desk


@pytest.mark.parametrize(
    ("kind", "value", "look"),
    [
        ("PASTE_NORMAL", "a", ["dataValidation", "userEnteredFormat"]),
        ("PASTE_VALUES", "a", ["note"]),
        ("PASTE_FORMULA", "a", ["note"]),
        ("PASTE_FORMAT", "x", ["note", "userEnteredFormat"]),
        ("PASTE_DATA_VALIDATION", "x", ["dataValidation", "note"]),
    ],
)
def test_what_is_pasted(kind: str, value: str, look: list[str]) -> None:
    desk = desk_with_look()
    where = {"source": grid(0, 1, 0, 1), "destination": grid(4, 5, 0, 1), "pasteType": kind}
    assert desk.batch({"copyPaste": where}) == [{}]
    assert desk.read("A5") == [[value]]
    assert sorted(desk.cells("note,dataValidation,userEnteredFormat", "A5")[0][0]) == look


def test_a_formula_is_pasted_as_itself_or_as_its_value() -> None:
    desk = desk_with_look()
    desk.type("C1", ["=1/0"])
    for kind, left in (("PASTE_FORMULA", ["=1+1", "=1/0"]), ("PASTE_VALUES", [2, "#DIV/0!"])):
        desk.batch(
            {"copyPaste": {"source": grid(0, 1, 1, 3), "destination": grid(6, 7, 1, 3), "pasteType": kind}}
        )
        assert desk.read("B7:C7", valueRenderOption="FORMULA") == [left]


@pytest.mark.parametrize(
    ("destination", "told", "left"),
    [
        (grid(2, 3, 0, 1), {}, [["a", "b"], ["c", "d"], ["a", "b"], ["c", "d"]]),
        (grid(2, 6, 0, 3), {}, [["a", "b"], ["c", "d"], ["a", "b"], ["c", "d"], ["a", "b"], ["c", "d"]]),
        (
            grid(2, 3, 0, 1),
            {"pasteOrientation": "TRANSPOSE"},
            [["a", "b"], ["c", "d"], ["a", "c"], ["b", "d"]],
        ),
        (
            {"startColumnIndex": 24, "endColumnIndex": 40, "endRowIndex": 2},
            {},
            [["a", "b", *[""] * 22, "a", "b"], ["c", "d", *[""] * 22, "c", "d"]],
        ),
    ],
)
def test_where_is_pasted(destination: Json, told: Json, left: list[list[str]]) -> None:
    desk = Desk(["a", "b"], ["c", "d"])
    desk.batch({"copyPaste": {"source": grid(0, 2, 0, 2), "destination": destination} | told})
    assert desk.read() == left


def test_cells_are_cut() -> None:
    desk = desk_with_look()
    number = desk.add("Twee")
    desk.batch({"cutPaste": {"source": grid(0, 1, 0, 2), "destination": {"sheetId": number, "rowIndex": 1}}})
    assert desk.read() == [[], [], [], [], ["x"]]
    assert desk.read("Twee") == [[], ["a", "2"]]
    assert desk.cells("userEnteredFormat", "Twee!A2") == [[BOLD]]
    desk.batch({"cutPaste": {"source": grid(4, 5, 0, 1), "destination": {"rowIndex": 998, "columnIndex": 1}}})
    assert desk.read("B999") == [["x"]]


@pytest.mark.parametrize(
    "request_",
    [
        {"copyPaste": {"source": grid(0, 1, 0, 1), "destination": grid(1000, 1001, 0, 1)}},
        {"cutPaste": {"source": grid(0, 1, 0, 1), "destination": {"rowIndex": 1000}}},
    ],
)
def test_nothing_is_pasted_beside_the_grid(request_: Json) -> None:
    message = "Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26"
    assert Desk(["a"]).no(request_) == message


def sort(*specs: tuple[int, str]) -> Json:
    told = [{"dimensionIndex": column, "sortOrder": order} for column, order in specs]
    return {"sortRange": {"range": grid(0, 9, 0, 2), "sortSpecs": told}}


def test_rows_are_sorted() -> None:
    desk = Desk([True, 1], ["b", 2], [], [3, 3], ["A", 4], [10, 5], ["", 6], ["b", 0])
    desk.type("A9", ["=1/0", 7])
    up, down = "ASCENDING", "DESCENDING"

    def order(*specs: tuple[int, str]) -> str:
        desk.batch(sort(*specs))
        return "".join(row[1] if row else "-" for row in desk.read("A1:B9"))

    assert order((0, up), (1, up)) == "354021" + "76"
    assert order((0, down), (1, up)) == "7102453" + "6"
    assert order((1, down)) == "76543210"
    assert order() == "76543210"
    assert desk.no(sort((2, up))) == "The sort columns must be within the range."


def replace(desk: Desk, find: str, replacement: str, **told: object) -> Any:
    scope = told if {"range", "sheetId", "allSheets"} & set(told) else told | {"allSheets": True}
    return desk.batch({"findReplace": {"find": find, "replacement": replacement} | scope})


REPLACED: list[tuple[str, str, Json, Json, list[list[str]]]] = [
    (
        "an",
        "on",
        {},
        {"valuesChanged": 2, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 3},
        [["Jon", "onon"], ["12", "3"]],
    ),
    ("AN", "on", {"matchCase": True}, {}, [["Jan", "anan"], ["12", "3"]]),
    (
        "anan",
        "x",
        {"matchEntireCell": True},
        {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
        [["Jan", "x"], ["12", "3"]],
    ),
    (
        "(a)(n)",
        "$2$1",
        {"searchByRegex": True, "sheetId": 0},
        {"valuesChanged": 2, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 3},
        [["Jna", "nana"], ["12", "3"]],
    ),
    (
        "1",
        "4\\",
        {"range": grid(1, 2, 0, 1)},
        {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
        [["Jan", "anan"], ["4\\2", "3"]],
    ),
    (
        "2",
        "5",
        {"includeFormulas": True},
        {
            "valuesChanged": 1,
            "formulasChanged": 1,
            "rowsChanged": 1,
            "sheetsChanged": 1,
            "occurrencesChanged": 2,
        },
        [["Jan", "anan"], ["15", "6"]],
    ),
]


@pytest.mark.parametrize(("find", "replacement", "told", "counts", "left"), REPLACED)
def test_texts_are_replaced(
    find: str, replacement: str, told: Json, counts: Json, left: list[list[str]]
) -> None:
    desk = Desk(["Jan"], [12])
    desk.write("B1", ["anan"])
    desk.type("B2", ["=1+2"])
    assert replace(desk, find, replacement, **told) == [{"findReplace": counts}]
    assert desk.read() == left


def test_what_cannot_be_looked_for() -> None:
    find = {"findReplace": {"find": "", "allSheets": True}}
    assert Desk().no(find) == "The text to find cannot be empty."
    find = {"findReplace": {"find": "(", "searchByRegex": True, "allSheets": True}}
    assert Desk().no(find) == "Invalid regular expression: ("


def test_spaces_around_texts_go() -> None:
    desk = Desk([" a  b ", 1, "   ", "c"])
    trim = {"trimWhitespace": {"range": grid(0, 5, 0, 4)}}
    assert desk.batch(trim) == [{"trimWhitespace": {"cellsChangedCount": 2}}]
    assert desk.read() == [["a b", "1", "", "c"]]
    assert desk.batch(trim) == [{"trimWhitespace": {}}]


def test_equal_rows_go() -> None:
    desk = Desk(["a", 1], ["A", 1], ["a", 2], [1, "x"], ["1", "x"])
    every = {"deleteDuplicates": {"range": grid(0, 9, 0, 2)}}
    assert desk.batch(every) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]
    assert desk.read() == [["a", "1"], ["a", "2"], ["1", "x"], ["1", "x"]]
    first = {"deleteDuplicates": {"range": grid(0, 9, 0, 2), "comparisonColumns": [span("COLUMNS", 0, 1)]}}
    assert desk.batch(first) == [{"deleteDuplicates": {"duplicatesRemovedCount": 1}}]
    assert desk.batch(first) == [{"deleteDuplicates": {}}]
    assert desk.batch({"deleteDuplicates": {"range": grid(50, 60, 0, 2)}}) == [{"deleteDuplicates": {}}]


def test_text_is_pasted_as_if_typed() -> None:
    desk = Desk()
    place = {"rowIndex": 999, "columnIndex": 25}
    desk.batch({"pasteData": {"coordinate": place, "data": "a,0042\nb", "delimiter": ","}})
    assert desk.read("Z1000:AA1001") == [["a", "42"], ["b"]]


LOCATIONS: list[tuple[Json, Json, str]] = [
    ({"spreadsheet": True}, {"locationType": "SPREADSHEET", "spreadsheet": True}, "developerMetadata"),
    ({"sheetId": 0}, {"locationType": "SHEET", "sheetId": 0}, "sheets.developerMetadata"),
    (
        {"dimensionRange": span("ROWS", 1, 2) | {"sheetId": 0}},
        {"locationType": "ROW", "dimensionRange": span("ROWS", 1, 2)},
        "sheets.data.rowMetadata.developerMetadata",
    ),
    (
        {"dimensionRange": span("COLUMNS", 1, 2)},
        {"locationType": "COLUMN", "dimensionRange": span("COLUMNS", 1, 2)},
        "sheets.data.columnMetadata.developerMetadata",
    ),
]


def hang(**told: object) -> Json:
    return {
        "createDeveloperMetadata": {
            "developerMetadata": {"metadataKey": "sleutel", "visibility": "DOCUMENT"} | told
        }
    }


@pytest.mark.parametrize(("place", "kept", "fields"), LOCATIONS)
def test_metadata_hangs_somewhere(place: Json, kept: Json, fields: str) -> None:
    desk = Desk()
    made = desk.batch(hang(location=place, metadataValue="w"))[0]["createDeveloperMetadata"][
        "developerMetadata"
    ]
    assert made == {
        "metadataId": made["metadataId"],
        "metadataKey": "sleutel",
        "metadataValue": "w",
        "visibility": "DOCUMENT",
        "location": kept,
    }
    assert str(made["metadataId"]) in str(desk.get(fields))
    assert desk.ask("GET", f"/developerMetadata/{made['metadataId']}") == made
    assert desk.ask("GET", "/developerMetadata/1") == (404, "No developer metadata with id: 1")


METADATA_REFUSED: list[tuple[Json, str]] = [
    ({"location": {}}, "Developer metadata must have a location."),
    ({"location": {"sheetId": 8}}, "No grid with id: 8"),
    (
        {"location": {"dimensionRange": span("ROWS", 0, 2)}},
        "The dimension range of developer metadata must be one row or one column.",
    ),
    ({"location": {"sheetId": 0}, "metadataKey": ""}, "Developer metadata must have a key."),
    ({"location": {"sheetId": 0}, "visibility": None}, "Developer metadata must have a visibility."),
    ({"location": {"sheetId": 0}, "metadataId": 3}, "An object with id 3 already exists."),
]


@pytest.mark.parametrize(("told", "message"), METADATA_REFUSED)
def test_metadata_that_cannot_hang(told: Json, message: str) -> None:
    desk = Desk()
    desk.batch(hang(location={"spreadsheet": True}, metadataId=3))
    assert desk.no(hang(**told)) == message


def lookup(**told: object) -> Json:
    return {"developerMetadataLookup": told}


INTERSECTING = {"locationMatchingStrategy": "INTERSECTING_LOCATION"}
FOUND: list[tuple[Json, list[int]]] = [
    (lookup(metadataKey="sleutel"), [1, 2, 3, 4]),
    (lookup(metadataKey="sleutel", metadataValue="b"), [2]),
    (lookup(metadataId=3), [3]),
    (lookup(visibility="PROJECT"), []),
    (lookup(locationType="ROW"), [3]),
    (lookup(metadataLocation={"sheetId": 0}), [2]),
    (lookup(metadataLocation={"sheetId": 0}, **INTERSECTING), [1, 2, 3, 4]),
    (lookup(metadataLocation={"dimensionRange": span("COLUMNS", 4, 5)}, **INTERSECTING), [1, 2, 3, 4]),
    (lookup(metadataLocation={"dimensionRange": span("ROWS", 0, 1)}, **INTERSECTING), [1, 2, 4]),
    (lookup(metadataLocation={"spreadsheet": True}), [1]),
    ({"a1Range": "A2"}, [1, 2, 3]),
    ({"gridRange": grid(0, 1, 0, 4)}, [1, 2]),
]


@pytest.mark.parametrize(("data_filter", "numbers"), FOUND)
def test_metadata_is_found(data_filter: Json, numbers: list[int]) -> None:
    desk = Desk()
    desk.add("Twee")
    places: list[Json] = [
        {"spreadsheet": True},
        {"sheetId": 0},
        {"dimensionRange": span("ROWS", 1, 2)},
        {"dimensionRange": span("COLUMNS", 4, 5)},
    ]
    for number, place in enumerate(places, start=1):
        desk.batch(hang(location=place, metadataId=number, metadataValue=" abcd"[number]))
    told = desk.ask("POST", "/developerMetadata:search", {"dataFilters": [data_filter]})
    matched = told.get("matchedDeveloperMetadata", [])
    assert [each["developerMetadata"]["metadataId"] for each in matched] == numbers
    found = desk.ask("POST", ":getByDataFilter", {"dataFilters": [data_filter]}) if numbers else {}
    assert found.get("sheets", []) != [] or not numbers


def test_metadata_hangs_on_a_row_of_another_tab() -> None:
    desk = Desk()
    number = desk.add("Twee")
    place = {"dimensionRange": span("ROWS", 1, 2, number)}
    made = desk.batch(hang(location=place))[0]["createDeveloperMetadata"]["developerMetadata"]
    assert made["location"] == {"locationType": "ROW"} | place
    told = {"dataFilters": [lookup(metadataKey="sleutel")]}
    answer = desk.ask("POST", "/values:batchClearByDataFilter", told)
    assert answer["clearedRanges"] == ["Twee!A2:Z2"]
    desk.batch({"deleteSheet": {"sheetId": number}})
    assert desk.ask("POST", "/developerMetadata:search", told) == {}


def test_metadata_is_changed_and_taken_away() -> None:
    desk = Desk()
    number = desk.add("Twee")
    desk.batch(
        hang(location={"sheetId": 0}, metadataId=1), hang(location={"spreadsheet": True}, metadataId=2)
    )
    by_key = lookup(metadataKey="sleutel")
    change = {"dataFilters": [by_key], "developerMetadata": {"metadataValue": "v"}, "fields": "metadataValue"}
    reply = desk.batch({"updateDeveloperMetadata": change})[0]["updateDeveloperMetadata"]["developerMetadata"]
    assert [each["metadataValue"] for each in reply] == ["v", "v"]
    change = {
        "dataFilters": [lookup(metadataId=1)],
        "developerMetadata": {"location": {"sheetId": number}},
        "fields": "location",
    }
    desk.batch({"updateDeveloperMetadata": change})
    assert desk.sheet(1)["developerMetadata"][0]["metadataId"] == 1
    reply = desk.batch({"deleteDeveloperMetadata": {"dataFilter": by_key}})[0]["deleteDeveloperMetadata"]
    assert [each["metadataId"] for each in reply["deletedDeveloperMetadata"]] == [1, 2]
    assert desk.batch({"deleteDeveloperMetadata": {"dataFilter": by_key}}) == [
        {"deleteDeveloperMetadata": {}}
    ]
