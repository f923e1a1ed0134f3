"""Requests on rows and columns as a whole."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulator.desk import Desk, Json, grid, span

ABC = [["a1", "b1", "c1"], ["a2", "b2", "c2"], ["a3", "b3", "c3"]]
BOLD = {"userEnteredFormat": {"textFormat": {"bold": True}}}


def on_grid(rows: int, columns: int) -> Desk:
    """Three rows of three cells on a grid of this size."""
    desk = Desk(*ABC)
    size = {"rowCount": rows, "columnCount": columns}
    desk.batch(
        {"updateSheetProperties": {"properties": {"gridProperties": size}, "fields": "gridProperties"}}
    )
    return desk


def flat(values: list[list[str]]) -> str:
    return " ".join("".join(cell or "." for cell in row) or "-" for row in values)


@pytest.mark.parametrize(
    ("dimension", "start", "left"),
    [
        ("ROWS", 0, "- a1b1c1 a2b2c2 a3b3c3"),
        ("ROWS", 2, "a1b1c1 a2b2c2 - a3b3c3"),
        ("ROWS", 8, "a1b1c1 a2b2c2 a3b3c3"),
        ("COLUMNS", 1, "a1.b1c1 a2.b2c2 a3.b3c3"),
        ("COLUMNS", 7, "a1b1c1 a2b2c2 a3b3c3"),
    ],
)
def test_empty_ones_are_inserted(dimension: str, start: int, left: str) -> None:
    desk = on_grid(9, 9)
    assert desk.batch({"insertDimension": {"range": span(dimension, start, start + 1)}}) == [{}]
    assert flat(desk.read()) == left
    counts = desk.sheet()["properties"]["gridProperties"]
    assert (counts["rowCount"], counts["columnCount"]) == ((10, 9) if dimension == "ROWS" else (9, 10))


@pytest.mark.parametrize(("before", "bold"), [(False, [False, True, True]), (True, [False, False, True])])
def test_new_ones_look_like_their_neighbour(before: bool, bold: list[bool]) -> None:
    for dimension, second in (("ROWS", grid(1, 2, 0, 3)), ("COLUMNS", grid(0, 3, 1, 2))):
        desk = on_grid(9, 9)
        cell = BOLD | {"note": "n"}
        desk.batch({"repeatCell": {"range": second, "cell": cell, "fields": "userEnteredFormat,note"}})
        told = {"range": span(dimension, 1, 2), "inheritFromBefore": before}
        desk.batch({"insertDimension": told})
        cells = desk.cells("userEnteredFormat,note", "A1:A3" if dimension == "ROWS" else "A1:C1")
        found: list[Any] = [row[0] if row else {} for row in cells] if dimension == "ROWS" else cells[0]
        assert ["userEnteredFormat" in cell for cell in found] == bold
        assert ["note" in cell for cell in found] == [False, False, True]


def test_ones_are_deleted() -> None:
    desk = on_grid(9, 9)
    desk.batch(
        {"deleteDimension": {"range": span("ROWS", 0, 2)}},
        {"deleteDimension": {"range": span("COLUMNS", 1, 2)}},
        {"deleteDimension": {"range": span("COLUMNS", 6, 8)}},
    )
    assert flat(desk.read()) == "a3c3"
    assert desk.sheet()["properties"]["gridProperties"] == {"rowCount": 7, "columnCount": 6}


REFUSED: list[tuple[str, Json, str]] = [
    (
        "insertDimension",
        {"range": span("ROWS", 0, 1), "inheritFromBefore": True},
        "range.startIndex[0] must be greater than zero if inheritFromBefore is true.",
    ),
    (
        "insertDimension",
        {"range": span("ROWS", 4, 5)},
        "range.startIndex[4] must be less than the grid size (4) if inheritFromBefore is false.",
    ),
    (
        "insertDimension",
        {"range": span("ROWS", 5, 6), "inheritFromBefore": True},
        "range.startIndex[5] must be less than the grid size (4) if inheritFromBefore is true.",
    ),
    ("insertDimension", {"range": {"startIndex": 1}}, "dimension must be specified."),
    (
        "insertDimension",
        {"range": span("ROWS", 2, 2)},
        "range.endIndex[2] must be after range.startIndex[2].",
    ),
    (
        "deleteDimension",
        {"range": span("ROWS", 3, 5)},
        "Cannot delete a row that doesn't exist. Tried to delete row index 4 but there are only 4 rows.",
    ),
    (
        "deleteDimension",
        {"range": {"dimension": "COLUMNS"}},
        "You can't delete all the columns on the sheet.",
    ),
    (
        "deleteDimension",
        {"range": span("ROWS", 1, 4)},
        "Sorry, it is not possible to delete all non-frozen rows.",
    ),
    (
        "moveDimension",
        {"source": span("ROWS", 3, 5), "destinationIndex": 0},
        "Cannot move rows that don't exist.",
    ),
    (
        "moveDimension",
        {"source": span("ROWS", 0, 1), "destinationIndex": 5},
        "Cannot move rows that don't exist.",
    ),
    (
        "updateDimensionProperties",
        {"range": span("COLUMNS", 0, 5), "properties": {"pixelSize": 9}, "fields": "*"},
        "range.endIndex[5] is after last column in grid[4]",
    ),
    ("deleteDimensionGroup", {"range": span("ROWS", 0, 2)}, "There is no group of rows at 0 to 2."),
    (
        "updateDimensionGroup",
        {"dimensionGroup": {"range": span("ROWS", 0, 2), "depth": 1}, "fields": "*"},
        "There is no dimension group with that range and depth.",
    ),
    ("insertRange", {"range": grid(0, 1, 0, 1)}, "shiftDimension must be specified."),
]


@pytest.mark.parametrize(("kind", "told", "message"), REFUSED)
def test_what_rows_and_columns_cannot_do(kind: str, told: Json, message: str) -> None:
    desk = on_grid(4, 4)
    frozen = {"gridProperties": {"frozenRowCount": 1}}
    desk.batch({"updateSheetProperties": {"properties": frozen, "fields": "gridProperties.frozenRowCount"}})
    assert desk.no({kind: told}) == message


def test_fewer_rows_than_were_frozen() -> None:
    desk = on_grid(5, 4)
    frozen = {"gridProperties": {"frozenRowCount": 3}}
    desk.batch({"updateSheetProperties": {"properties": frozen, "fields": "gridProperties.frozenRowCount"}})
    desk.batch({"deleteDimension": {"range": span("ROWS", 0, 3)}})
    assert desk.sheet()["properties"]["gridProperties"] == {
        "rowCount": 2,
        "columnCount": 4,
        "frozenRowCount": 1,
    }


@pytest.mark.parametrize(
    ("dimension", "first", "last", "before", "left"),
    [
        ("ROWS", 0, 1, 3, "a2b2c2 a3b3c3 a1b1c1"),
        ("ROWS", 2, 3, 0, "a3b3c3 a1b1c1 a2b2c2"),
        ("ROWS", 0, 2, 6, "a3b3c3 - - - a1b1c1 a2b2c2"),
        ("ROWS", 0, 2, 1, "a1b1c1 a2b2c2 a3b3c3"),
        ("COLUMNS", 0, 1, 2, "b1a1c1 b2a2c2 b3a3c3"),
        ("COLUMNS", 1, 3, 0, "b1c1a1 b2c2a2 b3c3a3"),
        ("COLUMNS", 0, 1, 5, "b1c1..a1 b2c2..a2 b3c3..a3"),
    ],
)
def test_ones_move(dimension: str, first: int, last: int, before: int, left: str) -> None:
    desk = on_grid(6, 6)
    desk.batch({"moveDimension": {"source": span(dimension, first, last), "destinationIndex": before}})
    assert flat(desk.read()) == left


FOLLOW = [
    ({"insertDimension": {"range": span("ROWS", 2, 4)}}, grid(4, 7, 1, 3), (4, 1)),
    ({"insertDimension": {"range": span("ROWS", 3, 4)}}, grid(2, 6, 1, 3), (2, 1)),
    ({"insertDimension": {"range": span("ROWS", 5, 6)}}, grid(2, 5, 1, 3), (2, 1)),
    ({"insertDimension": {"range": span("COLUMNS", 0, 1)}}, grid(2, 5, 2, 4), (2, 2)),
    ({"deleteDimension": {"range": span("ROWS", 0, 1)}}, grid(1, 4, 1, 3), (1, 1)),
    ({"deleteDimension": {"range": span("ROWS", 1, 3)}}, grid(1, 3, 1, 3), (2, 1)),
    ({"deleteDimension": {"range": span("ROWS", 2, 5)}}, None, (2, 1)),
    ({"moveDimension": {"source": span("ROWS", 2, 5), "destinationIndex": 0}}, grid(0, 3, 1, 3), (0, 1)),
    ({"moveDimension": {"source": span("ROWS", 0, 1), "destinationIndex": 3}}, grid(1, 5, 1, 3), (1, 1)),
    ({"moveDimension": {"source": span("ROWS", 7, 9), "destinationIndex": 1}}, grid(4, 7, 1, 3), (4, 1)),
    ({"moveDimension": {"source": span("ROWS", 7, 9), "destinationIndex": 6}}, grid(2, 5, 1, 3), (2, 1)),
    (
        {
            "updateSheetProperties": {
                "properties": {"gridProperties": {"rowCount": 4}},
                "fields": "gridProperties.rowCount",
            }
        },
        grid(2, 4, 1, 3),
        (2, 1),
    ),
]


@pytest.mark.parametrize(("change", "area", "corner"), FOLLOW)
def test_ranges_follow_their_cells(change: Json, area: Json | None, corner: tuple[int, int]) -> None:
    """A range B3:C5 under its name, locked, in a rule, and as the source of a chart that hangs on B3."""
    desk = Desk()
    where, row = grid(2, 5, 1, 3), {"dimension": "ROWS", "startIndex": 2, "endIndex": 3}
    rule = {"ranges": [where], "booleanRule": {"condition": {"type": "NOT_BLANK"}, "format": {}}}
    source = {"domain": {"sourceRange": {"sources": [where]}}}
    position = {"overlayPosition": {"anchorCell": {"rowIndex": 2, "columnIndex": 1}}}
    desk.batch(
        {"addNamedRange": {"namedRange": {"name": "plek", "range": where}}},
        {"addNamedRange": {"namedRange": {"name": "open", "range": {"startColumnIndex": 9}}}},
        {"addProtectedRange": {"protectedRange": {"range": where, "unprotectedRanges": [where]}}},
        {"addConditionalFormatRule": {"rule": rule}},
        {"addChart": {"chart": {"spec": {"basicChart": {"domains": [source]}}, "position": position}}},
        {
            "createDeveloperMetadata": {
                "developerMetadata": {
                    "metadataKey": "k",
                    "visibility": "DOCUMENT",
                    "location": {"dimensionRange": row},
                }
            }
        },
        change,
    )
    told = desk.get()
    sheet = told["sheets"][0]
    named = {each["name"]: each["range"] for each in told["namedRanges"]}
    assert named.get("plek") == area
    assert [each["range"] for each in sheet.get("protectedRanges", ())] == ([area] if area else [])
    assert [each["ranges"] for each in sheet.get("conditionalFormats", ())] == [[area] if area else []]
    assert sheet["charts"][0]["spec"]["basicChart"]["domains"][0]["domain"]["sourceRange"]["sources"] == (
        [area] if area else []
    )
    cell = sheet["charts"][0]["position"]["overlayPosition"]["anchorCell"]
    assert (cell.get("rowIndex", 0), cell.get("columnIndex", 0)) == corner
    found = desk.ask(
        "POST",
        "/developerMetadata:search",
        {"dataFilters": [{"developerMetadataLookup": {"metadataKey": "k"}}]},
    )
    gone = "deleteDimension" in change and change["deleteDimension"]["range"]["endIndex"] > 2
    assert bool(found) is not gone


def test_sizes_of_rows_and_columns() -> None:
    desk = on_grid(9, 4)
    desk.batch(
        {
            "updateDimensionProperties": {
                "range": span("COLUMNS", 1, 3),
                "properties": {"pixelSize": 50},
                "fields": "pixelSize",
            }
        },
        {
            "updateDimensionProperties": {
                "range": span("COLUMNS", 2, 3),
                "properties": {"hiddenByUser": True},
                "fields": "hiddenByUser",
            }
        },
        {
            "updateDimensionProperties": {
                "range": span("ROWS", 0, 1),
                "properties": {"pixelSize": 21},
                "fields": "*",
            }
        },
        {"insertDimension": {"range": span("COLUMNS", 0, 1)}},
    )
    asked = "sheets.data(columnMetadata,rowMetadata)"
    data = desk.get(asked, "A1:E1")["sheets"][0]["data"][0]
    assert data["columnMetadata"] == [
        {"pixelSize": 100},
        {"pixelSize": 100},
        {"pixelSize": 50},
        {"pixelSize": 50, "hiddenByUser": True},
        {"pixelSize": 100},
    ]
    assert data["rowMetadata"] == [{"pixelSize": 21}]
    desk.batch(
        {"moveDimension": {"source": span("COLUMNS", 2, 3), "destinationIndex": 0}},
        {"deleteDimension": {"range": span("COLUMNS", 3, 4)}},
    )
    data = desk.get(asked, "A1:D1")["sheets"][0]["data"][0]
    assert [size["pixelSize"] for size in data["columnMetadata"]] == [50, 100, 100, 100]


def test_a_column_as_wide_as_its_texts() -> None:
    desk = Desk(["A" * 1024, "ij", "Twee\nregels", "", "A"])
    large = {"userEnteredFormat": {"textFormat": {"fontSize": 20}}}
    desk.batch(
        {"repeatCell": {"range": grid(0, 1, 4, 5), "cell": large, "fields": "userEnteredFormat"}},
        {
            "updateDimensionProperties": {
                "range": span("ROWS", 0, 1),
                "properties": {"pixelSize": 90},
                "fields": "*",
            }
        },
        {"autoResizeDimensions": {"dimensions": span("COLUMNS", 0, 5)}},
        {"autoResizeDimensions": {"dimensions": {"dimension": "ROWS"}}},
    )
    data = desk.get("sheets.data(columnMetadata,rowMetadata)", "A1:E1")["sheets"][0]["data"][0]
    assert [size["pixelSize"] for size in data["columnMetadata"]] == [8691, 13, 42, 100, 24]
    assert data["rowMetadata"] == [{"pixelSize": 21}]


def test_rows_and_columns_at_the_end() -> None:
    desk = on_grid(3, 3)
    desk.batch(
        {"appendDimension": {"dimension": "ROWS", "length": 2}},
        {"appendDimension": {"dimension": "COLUMNS", "length": 1}},
    )
    assert desk.sheet()["properties"]["gridProperties"] == {"rowCount": 5, "columnCount": 4}


GROUPS = [
    ([(1, 4)], [(1, 4, 1)]),
    ([(1, 4), (1, 5)], [(1, 5, 1), (1, 4, 2)]),
    ([(1, 5), (2, 4)], [(1, 5, 1), (2, 4, 2)]),
    ([(1, 4), (2, 5)], [(1, 5, 1), (2, 4, 2)]),
    ([(1, 3), (5, 7)], [(1, 3, 1), (5, 7, 1)]),
]


@pytest.mark.parametrize(("spans", "groups"), GROUPS)
@pytest.mark.parametrize("dimension", ["ROWS", "COLUMNS"])
def test_groups_that_overlap_lie_within_each_other(
    dimension: str, spans: list[Any], groups: list[Any]
) -> None:
    desk = Desk()
    for first, last in spans:
        desk.batch({"addDimensionGroup": {"range": span(dimension, first, last)}})
    name = {"ROWS": "row", "COLUMNS": "column"}[dimension]
    told = desk.sheet()
    assert told["properties"]["gridProperties"][f"{name}GroupControlAfter"] is True
    assert told[f"{name}Groups"] == [
        {"range": span(dimension, *where), "depth": depth} for *where, depth in groups
    ]
    reply = desk.batch({"deleteDimensionGroup": {"range": span(dimension, 0, 9)}})[0]["deleteDimensionGroup"]
    assert len(reply.get("dimensionGroups", [])) == sum(depth == 2 for *_where, depth in groups)


def test_groups_are_only_so_deep() -> None:
    desk = Desk()
    deeper = {"addDimensionGroup": {"range": span("ROWS", 0, 2)}}
    desk.batch(*[deeper] * 8)
    assert desk.no(deeper) == "Dimension groups cannot be deeper than 8."


def test_a_group_is_folded_in_and_out() -> None:
    desk = Desk()
    desk.batch(
        {"addDimensionGroup": {"range": span("ROWS", 5, 6)}},
        {"addDimensionGroup": {"range": span("ROWS", 0, 2)}},
    )
    for folded in (True, False):
        group = {"range": span("ROWS", 5, 6), "depth": 1, "collapsed": folded}
        desk.batch({"updateDimensionGroup": {"dimensionGroup": group, "fields": "collapsed"}})
        assert desk.sheet()["rowGroups"][1].get("collapsed", False) is folded
        size = desk.get("sheets.data.rowMetadata", "A6")["sheets"][0]["data"][0]["rowMetadata"][0]
        assert size.get("hiddenByUser", False) is folded


@pytest.mark.parametrize(
    ("kind", "dimension", "left"),
    [
        ("insertRange", "ROWS", "a1b1c1 .b2c2 .b3c3 a2 a3"),
        ("insertRange", "COLUMNS", "a1b1c1 .a2b2c2 .a3b3c3"),
        ("deleteRange", "ROWS", "a1b1c1 .b2c2 .b3c3"),
        ("deleteRange", "COLUMNS", "a1b1c1 b2c2 b3c3"),
    ],
)
def test_cells_make_room(kind: str, dimension: str, left: str) -> None:
    desk = on_grid(9, 9)
    desk.batch({kind: {"range": grid(1, 3, 0, 1), "shiftDimension": dimension}})
    assert flat(desk.read()) == left


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["ROWS", "COLUMNS"]), st.integers(0, 5), st.integers(1, 4))
def test_what_was_inserted_and_deleted_leaves_no_trace(dimension: str, at: int, count: int) -> None:
    desk = on_grid(6, 6)
    desk.batch(
        {"mergeCells": {"range": grid(1, 3, 1, 3)}},
        {"addNamedRange": {"namedRange": {"name": "x", "range": grid(0, 5, 2, 5)}}},
    )
    before = desk.get("", includeGridData="true")
    where = {"range": span(dimension, at, at + count)}
    desk.batch({"insertDimension": where}, {"deleteDimension": where})
    assert desk.get("", includeGridData="true") == before
