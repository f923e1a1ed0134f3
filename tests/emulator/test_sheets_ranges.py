"""Requests on areas that have a name, a lock, a filter or one cell's size."""

import pytest

from tests.emulator.desk import Desk, Json, grid

PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove "
    "protection if you need to edit."
)
NEIGHBOUR, ROBOT, OWNER = "buur@example.org", "robot@example.org", "robot@example.iam.gserviceaccount.com"


def merge(where: Json, kind: str = "MERGE_ALL") -> Json:
    return {"mergeCells": {"range": where, "mergeType": kind}}


@pytest.mark.parametrize(
    ("kind", "merges", "left"),
    [
        ("MERGE_ALL", [grid(0, 2, 0, 2)], [["a", "", "c"], ["", "", "f"]]),
        ("MERGE_ROWS", [grid(0, 1, 0, 2), grid(1, 2, 0, 2)], [["a", "", "c"], ["d", "", "f"]]),
        ("MERGE_COLUMNS", [grid(0, 2, 0, 1), grid(0, 2, 1, 2)], [["a", "b", "c"], ["", "", "f"]]),
    ],
)
def test_cells_become_one(kind: str, merges: list[Json], left: list[list[str]]) -> None:
    desk = Desk(["a", "b", "c"], ["d", "e", "f"])
    assert desk.batch(merge(grid(0, 2, 0, 2), kind)) == [{}]
    assert desk.sheet()["merges"] == merges
    assert desk.read() == left
    desk.batch(merge(grid(0, 3, 0, 2)))
    assert desk.sheet()["merges"] == [grid(0, 3, 0, 2)]
    message = "You must select all cells in a merged range to merge or unmerge them."
    assert desk.no(merge(grid(1, 4, 0, 2))) == message
    assert desk.no({"unmergeCells": {"range": grid(0, 1, 0, 1)}}) == message
    desk.batch({"unmergeCells": {"range": {}}}, merge(grid(0, 1, 0, 1)))
    assert "merges" not in desk.sheet()


def test_a_range_gets_a_name_another_and_none() -> None:
    desk = Desk()
    number = desk.add("Twee")
    where = grid(0, 2, 0, 2)
    reply = desk.batch({"addNamedRange": {"namedRange": {"name": "Plek", "range": where | {"sheetId": 0}}}})
    made = reply[0]["addNamedRange"]["namedRange"]
    assert (made["name"], made["range"]) == ("Plek", where)
    given = {"namedRangeId": made["namedRangeId"]}
    desk.batch({"updateNamedRange": {"namedRange": given | {"name": "Hoek"}, "fields": "name"}})
    other = given | {"range": {"sheetId": number, "startColumnIndex": 1}}
    desk.batch({"updateNamedRange": {"namedRange": other, "fields": "range"}})
    assert desk.get("namedRanges") == {
        "namedRanges": [given | {"name": "Hoek", "range": {"sheetId": number, "startColumnIndex": 1}}]
    }
    assert desk.batch({"deleteNamedRange": given}) == [{}]
    assert desk.get("namedRanges") == {}


NAMES_REFUSED = [
    (
        "addNamedRange",
        {"name": "Plek", "range": {}},
        "A named range with the name 'Plek' already exists. Please enter another name.",
    ),
    ("addNamedRange", {"name": "A1", "range": {}}, "The name you entered is not valid."),
    ("addNamedRange", {"name": "een plek", "range": {}}, "The name you entered is not valid."),
    ("addNamedRange", {"name": "Ver", "range": {"sheetId": 8}}, "No grid with id: 8"),
    (
        "addNamedRange",
        {"name": "Ver", "range": {"endRowIndex": 1001}},
        "Range (Sheet1!A1:Z1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ),
    ("updateNamedRange", {"namedRangeId": "9"}, "Cannot find a named range with id: 9"),
]


@pytest.mark.parametrize(("kind", "told", "message"), NAMES_REFUSED)
def test_names_that_cannot_be(kind: str, told: Json, message: str) -> None:
    desk = Desk()
    desk.batch({"addNamedRange": {"namedRange": {"name": "Plek", "range": {}}}})
    fields = {"fields": "*"} if kind == "updateNamedRange" else {}
    assert desk.no({kind: {"namedRange": told} | fields}) == message


def protect(desk: Desk, **told: object) -> int:
    reply = desk.batch({"addProtectedRange": {"protectedRange": told}})
    return int(reply[0]["addProtectedRange"]["protectedRange"]["protectedRangeId"])


def test_a_protected_range_is_told_with_who_may_edit_it() -> None:
    desk = Desk()
    told: Json = {
        "range": grid(0, 2, 0, 2) | {"sheetId": 0},
        "description": None,
        "warningOnly": False,
        "requestingUserCanEdit": False,
        "editors": {"users": [], "groups": []},
    }
    reply = desk.batch({"addProtectedRange": {"protectedRange": told}})[0]["addProtectedRange"][
        "protectedRange"
    ]
    assert reply == {
        "protectedRangeId": reply["protectedRangeId"],
        "range": grid(0, 2, 0, 2),
        "requestingUserCanEdit": True,
        "editors": {},
    }
    assert desk.sheet()["protectedRanges"] == [reply | {"editors": {"users": [OWNER]}}]
    neighbour = desk.token(NEIGHBOUR)
    seen = desk.ask("GET", "?fields=sheets.protectedRanges", **neighbour)["sheets"][0]["protectedRanges"]
    assert seen == [{"protectedRangeId": reply["protectedRangeId"], "range": grid(0, 2, 0, 2)}]


def test_who_protects_a_range_may_edit_it() -> None:
    desk = Desk()
    robot = desk.token(ROBOT)
    desk.batch(
        {"addProtectedRange": {"protectedRange": {"range": {}, "editors": {"groups": ["team@example.org"]}}}},
        **robot,
    )
    told = desk.sheet()["protectedRanges"][0]
    assert told["range"] == {}
    assert told["editors"] == {"users": [OWNER, ROBOT], "groups": ["team@example.org"]}
    assert isinstance(desk.write("A1", ["x"], **robot), dict)
    assert desk.write("A1", ["y"], **desk.token(NEIGHBOUR)) == (400, PROTECTED)


WRITES: list[Json] = [
    {"updateCells": {"range": grid(0, 1, 0, 1), "rows": [], "fields": "*"}},
    {"updateCells": {"start": {}, "rows": [{"values": [{}]}], "fields": "*"}},
    {"appendCells": {"rows": [{"values": [{}]}], "fields": "*"}},
    {"repeatCell": {"range": grid(0, 1, 0, 1), "cell": {}, "fields": "*"}},
    {"setDataValidation": {"range": grid(0, 1, 0, 1)}},
    {"updateBorders": {"range": grid(0, 1, 0, 1)}},
    merge(grid(0, 1, 0, 1)),
    {"unmergeCells": {"range": grid(0, 1, 0, 1)}},
    {"deleteSheet": {}},
    {"deleteDimension": {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}}},
    {"deleteDimension": {"range": {"dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}}},
    {
        "moveDimension": {
            "source": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1},
            "destinationIndex": 5,
        }
    },
    {"insertRange": {"range": grid(0, 1, 0, 1), "shiftDimension": "ROWS"}},
    {"copyPaste": {"source": grid(5, 6, 5, 6), "destination": grid(0, 1, 0, 1)}},
    {"cutPaste": {"source": grid(0, 1, 0, 1), "destination": {"rowIndex": 5}}},
    {"cutPaste": {"source": grid(5, 6, 5, 6), "destination": {}}},
    {"sortRange": {"range": grid(0, 1, 0, 1), "sortSpecs": []}},
    {"pasteData": {"coordinate": {}, "data": "x", "delimiter": ","}},
]


@pytest.mark.parametrize("change", WRITES, ids=[next(iter(change)) for change in WRITES])
def test_a_protected_cell_stays_as_it_is(change: Json) -> None:
    desk = Desk()
    desk.add("Twee")
    protect(desk, range=grid(0, 1, 0, 1))
    name = next(iter(change))
    assert desk.batch(change, **desk.token(NEIGHBOUR)) == (400, f"Invalid requests[0].{name}: {PROTECTED}")
    assert desk.batch(change) == [{}]


def test_what_can_be_edited_within_a_protected_range() -> None:
    desk = Desk(["a", "b"])
    neighbour = desk.token(NEIGHBOUR)
    protect(desk, range={}, unprotectedRanges=[grid(0, 1, 0, 1)])
    assert isinstance(desk.write("A1", ["x"], **neighbour), dict)
    assert desk.write("A1", ["x", "y"], **neighbour) == (400, PROTECTED)
    assert desk.ask("POST", "/values/A1:B1:clear", {}, **neighbour) == (400, PROTECTED)
    replace = {"findReplace": {"find": "b", "replacement": "c", "allSheets": True}}
    assert desk.batch(replace, **neighbour)[0] == 400
    assert desk.read() == [["x", "b"]]


def test_a_warning_stops_nobody() -> None:
    desk = Desk()
    protect(desk, range={}, warningOnly=True)
    assert isinstance(desk.write("A1", ["x"], **desk.token(NEIGHBOUR)), dict)


def test_a_named_range_can_be_protected() -> None:
    desk = Desk()
    reply = desk.batch({"addNamedRange": {"namedRange": {"name": "Plek", "range": grid(0, 1, 0, 1)}}})
    name = {"namedRangeId": reply[0]["addNamedRange"]["namedRange"]["namedRangeId"]}
    protect(desk, range=grid(8, 9, 0, 1))
    protect(desk, **name)
    neighbour = desk.token(NEIGHBOUR)
    for _time in ("with its name", "without"):
        assert desk.write("A1", ["x"], **neighbour) == (400, PROTECTED)
        assert isinstance(desk.write("A2", ["x"], **neighbour), dict)
        told = desk.sheet()["protectedRanges"]
        desk.batch({"deleteNamedRange": name})
    assert [each.get("namedRangeId") for each in told] == [None, None]
    assert [each["range"] for each in told] == [grid(8, 9, 0, 1), grid(0, 1, 0, 1)]


def test_protection_changes_and_ends() -> None:
    desk = Desk()
    neighbour = desk.token(NEIGHBOUR)
    number = protect(desk, range=grid(0, 1, 0, 1), protectedRangeId=41)
    assert number == 41
    change = {
        "updateProtectedRange": {
            "protectedRange": {
                "protectedRangeId": 41,
                "editors": {"users": [NEIGHBOUR]},
                "requestingUserCanEdit": True,
            },
            "fields": "editors,requestingUserCanEdit",
        }
    }
    delete = {"deleteProtectedRange": {"protectedRangeId": 41}}
    assert desk.batch(delete, **neighbour)[1].endswith(PROTECTED)
    desk.batch(change)
    assert isinstance(desk.write("A1", ["x"], **neighbour), dict)
    assert desk.batch(delete, **neighbour) == [{}]
    assert desk.no(delete) == "No protected range with ID: 41"


RULES: list[tuple[str, list[str], list[object], list[object]]] = [
    ("ONE_OF_LIST", ["ja", "nee"], ["ja", "", None], ["misschien", 1]),
    ("ONE_OF_RANGE", ["=Lijst!A1:A2"], ["rood", 2], ["blauw", "2"]),
    ("BOOLEAN", [], [True, False], ["ja", 1]),
    ("BOOLEAN", ["aan", "uit"], ["aan"], [True]),
    ("NUMBER_GREATER", ["1"], [2, "=9"], [1, "2", True]),
    ("NUMBER_GREATER_THAN_EQ", ["1"], [1], [0]),
    ("NUMBER_LESS", ["1"], [0], [1]),
    ("NUMBER_LESS_THAN_EQ", ["1"], [1], [2]),
    ("NUMBER_EQ", ["1"], [1], [2]),
    ("NUMBER_NOT_EQ", ["1"], [2], [1]),
    ("NUMBER_BETWEEN", ["1", "3"], [2], [4]),
    ("NUMBER_NOT_BETWEEN", ["1", "3"], [4], [2]),
    ("NUMBER_GREATER", ["=A1"], [0], []),
    ("ONE_OF_LIST", [], ["alles"], []),
    ("TEXT_CONTAINS", ["@"], ["alles"], []),
]


@pytest.mark.parametrize(("kind", "told", "allowed", "refused"), RULES)
def test_a_strict_rule(kind: str, told: list[str], allowed: list[object], refused: list[object]) -> None:
    desk = Desk()
    desk.add("Lijst")
    desk.write("Lijst!A1", ["rood"], [2])
    condition = {"type": kind, "values": [{"userEnteredValue": each} for each in told]}
    rule = {"condition": condition, "strict": True}
    desk.batch({"setDataValidation": {"range": grid(2, 3, 1, 2), "rule": rule}})
    option = "USER_ENTERED" if "=9" in allowed else "RAW"
    for value in allowed:
        assert isinstance(desk.write("B3", [value], option=option), dict)
    message = "The data you entered in cell B3 violates the data validation rules set on this cell."
    for value in refused:
        assert desk.write("B3", [value]) == (400, message)
    desk.batch({"setDataValidation": {"range": grid(2, 3, 1, 2), "rule": rule | {"strict": False}}})
    assert isinstance(desk.write("B3", ["wat dan ook"]), dict)


def test_a_filter_has_all_its_ends() -> None:
    desk = Desk()
    assert desk.batch({"setBasicFilter": {"filter": {"range": {"sheetId": 0, "startRowIndex": 2}}}}) == [{}]
    assert desk.sheet()["basicFilter"] == {"range": grid(2, 1000, 0, 26)}
    desk.batch({"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 1}}})
    assert desk.sheet()["basicFilter"] == {"range": grid(3, 1001, 0, 26)}
    assert desk.batch({"clearBasicFilter": {}}) == [{}]
    assert "basicFilter" not in desk.sheet()
