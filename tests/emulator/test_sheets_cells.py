"""Requests that write cells: their values, and how they look."""

import pytest

from tests.emulator.desk import Desk, Json, grid

RED = {"red": 1}
BOLD = {"userEnteredFormat": {"textFormat": {"bold": True}}}


def value(told: object) -> Json:
    kinds = {bool: "boolValue", int: "numberValue", float: "numberValue", str: "stringValue"}
    return {"userEnteredValue": {kinds[type(told)]: told}}


def update(fields: str, *rows: list[Json], **where: Json) -> Json:
    return {"updateCells": {"rows": [{"values": row} for row in rows], "fields": fields} | where}


def test_cells_with_every_kind_of_value() -> None:
    desk = Desk()
    formula = {"userEnteredValue": {"formulaValue": "=2*2"}}
    row = [value(1.5), value(True), value("=1+1"), formula, value(""), {}, value(2.0)]
    assert desk.batch(update("userEnteredValue", row, start={})) == [{}]
    assert desk.read(valueRenderOption="UNFORMATTED_VALUE") == [[1.5, True, "=1+1", 4, "", "", 2]]


def test_a_range_clears_what_the_rows_do_not_tell_and_a_start_does_not() -> None:
    for where, left in (
        ({"range": grid(0, 2, 0, 2)}, [["x", "", "c"], ["", "", "f"]]),
        ({"start": {}}, [["x", "b", "c"], ["d", "e", "f"]]),
    ):
        desk = Desk(["a", "b", "c"], ["d", "e", "f"])
        desk.batch(update("userEnteredValue", [value("x")], **where))
        assert desk.read() == left


def test_only_the_named_fields_change() -> None:
    desk = Desk(["a"])
    desk.batch(update("note,userEnteredFormat", [{"note": "n"} | BOLD], start={}))
    desk.batch(
        update(
            "userEnteredFormat.backgroundColor", [{"userEnteredFormat": {"backgroundColor": RED}}], start={}
        )
    )
    told = desk.cells("userEnteredValue,note,userEnteredFormat", "A1")[0][0]
    assert told == {
        "userEnteredValue": {"stringValue": "a"},
        "note": "n",
        "userEnteredFormat": {
            "textFormat": {"bold": True},
            "backgroundColor": RED,
            "backgroundColorStyle": {"rgbColor": RED},
        },
    }
    desk.batch(update("userEnteredFormat.backgroundColorStyle,note", [{"note": ""}], start={}))
    assert desk.cells("note,userEnteredFormat", "A1") == [[BOLD]]
    desk.batch(update("*", [{}], range=grid(0, 1, 0, 1)))
    assert desk.get("sheets.data.rowData")["sheets"] == [{"data": [{}]}]


def test_fields_that_cannot_be_written_are_passed_over() -> None:
    desk = Desk(["a"])
    desk.batch(update("formattedValue", [{"formattedValue": "b"}], start={}))
    assert desk.read() == [["a"]]


def test_null_is_as_if_it_was_not_told() -> None:
    desk = Desk(["a"])
    row = {"values": [{}, {"note": None, "userEnteredValue": {"stringValue": "b"}}]}
    told = {"rows": [row, {"values": None}], "fields": "*", "start": {"rowIndex": None}, "range": None}
    assert desk.batch({"updateCells": told}) == [{}]
    assert desk.read() == [["", "b"]]


REFUSED: list[tuple[Json, str]] = [
    (
        update("note", [{}, {}], range=grid(0, 1, 0, 1)),
        "Attempting to write column: 1, beyond the last requested column of: 0",
    ),
    (
        update("note", [{}], [{}], range=grid(0, 1, 0, 1)),
        "Attempting to write row: 1, beyond the last requested row of: 0",
    ),
    (
        update("note", [{}], range=grid(0, 1001, 0, 1)),
        "Range (Sheet1!A1:A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ),
    (
        update("note", [{}], start={"rowIndex": 1000}),
        "Range (Sheet1!A1:A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ),
    (update("note", [{}], start={"sheetId": 4}), "No grid with id: 4"),
    (
        update("", [{}], start={}),
        "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ),
    (
        update("*", [{"userEnteredValue": {"errorValue": {"type": "REF"}}}], start={}),
        "Only number, string, bool and formula values can be set.",
    ),
    (
        update("*", [value("x" * 50_001)], start={}),
        "Your input contains more than the maximum of 50000 characters in a single cell.",
    ),
]


@pytest.mark.parametrize(("request_", "message"), REFUSED)
def test_cells_that_are_refused(request_: Json, message: str) -> None:
    assert Desk().no(request_) == message


def test_rows_are_appended_below_the_last_value() -> None:
    desk = Desk(["a"], ["b"])
    desk.batch(
        {
            "updateSheetProperties": {
                "properties": {"gridProperties": {"rowCount": 3, "columnCount": 1}},
                "fields": "gridProperties(rowCount,columnCount)",
            }
        }
    )
    desk.batch({"repeatCell": {"range": {"startRowIndex": 2}, "cell": BOLD, "fields": "*"}})
    rows = [{"values": [value("c"), value(1)]}, {}, {"values": [{"note": "n"}]}]
    desk.batch({"appendCells": {"rows": rows, "fields": "userEnteredValue,note"}})
    assert desk.read() == [["a"], ["b"], ["c", "1"]]
    assert desk.sheet()["properties"]["gridProperties"] == {"rowCount": 5, "columnCount": 2}
    assert desk.cells("note,userEnteredFormat", "A3:A5") == [[BOLD], [], [{"note": "n"}]]


def test_one_cell_for_a_whole_area() -> None:
    desk = Desk(["a", "b"])
    cell = value("x") | BOLD
    desk.batch(
        {
            "repeatCell": {
                "range": grid(0, 2, 1, 3),
                "cell": cell,
                "fields": "userEnteredValue,userEnteredFormat",
            }
        }
    )
    assert desk.read() == [["a", "x", "x"], ["", "x", "x"]]
    desk.batch({"repeatCell": {"range": grid(0, 1, 0, 2), "cell": {}, "fields": "userEnteredFormat"}})
    assert desk.read() == [["a", "x", "x"], ["", "x", "x"]]
    assert desk.cells("userEnteredFormat", "A1:C1") == [[{}, {}, BOLD]]
    desk.batch({"repeatCell": {"range": grid(0, 2, 0, 1), "cell": value("y"), "fields": "userEnteredValue"}})
    assert desk.read() == [["y", "x", "x"], ["y", "x", "x"]]
    assert desk.cells("userEnteredFormat", "A1:C1") == [[{}, {}, BOLD]]


def test_equal_changes_share_one_look() -> None:
    desk = Desk()
    desk.batch({"repeatCell": {"range": grid(0, 500, 0, 26), "cell": BOLD, "fields": "userEnteredFormat"}})
    looks = {id(look) for row in desk.book.sheets[0].rows for look in row.looks}
    assert len(looks) == 1


def test_a_rule_for_values() -> None:
    desk = Desk()
    rule = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "ja"}]}, "strict": True}
    desk.batch({"setDataValidation": {"range": grid(0, 1, 0, 1), "rule": rule}})
    assert desk.cells("dataValidation", "A1") == [[{"dataValidation": rule}]]
    desk.batch({"setDataValidation": {"range": grid(0, 1, 0, 1)}})
    assert desk.cells("dataValidation", "A1") == []


def lines(desk: Desk, place: str) -> list[list[str]]:
    return [
        [
            "".join(sorted(side[0] for side in cell.get("userEnteredFormat", {}).get("borders", {})))
            for cell in row
        ]
        for row in desk.cells("userEnteredFormat.borders", place)
    ]


def test_lines_around_cells() -> None:
    desk = Desk()
    solid = {"style": "SOLID"}
    outer: Json = dict.fromkeys(("top", "bottom", "left", "right"), solid)
    desk.batch({"updateBorders": {"range": grid(0, 2, 0, 2)} | outer})
    assert lines(desk, "A1:B2") == [["lt", "rt"], ["bl", "br"]]
    inner: Json = {"innerHorizontal": solid, "innerVertical": solid}
    desk.batch({"updateBorders": {"range": grid(0, 2, 0, 2)} | inner})
    assert lines(desk, "A1:B2") == [["blrt", "blrt"], ["blrt", "blrt"]]
    none: Json = {side: {"style": "NONE"} for side in outer}
    desk.batch({"updateBorders": {"range": grid(0, 1, 0, 1)} | none})
    assert lines(desk, "A1:B2") == [["", "blrt"], ["blrt", "blrt"]]
    desk.batch({"updateBorders": {"range": grid(1, 3, 1, 3), "innerVertical": solid, "left": solid}})
    assert lines(desk, "B2:C3") == [["blrt", "l"], ["lr", "l"]]
    desk.batch({"updateBorders": {"range": grid(8, 9, 0, 1), "innerVertical": solid}})
    assert lines(desk, "A9") == []
