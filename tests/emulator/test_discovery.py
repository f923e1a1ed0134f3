"""Checking against Google's own documents."""

from typing import Any

import pytest

from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.discovery import api, check_answer, check_request, method_of
from tests.google_emulator.fields import FieldMask
from tests.google_emulator.routes import ROUTES
from tests.google_emulator.schema import ENDS, Schemas
from tests.google_emulator.world import SPREADSHEET, World

SHEETS = "/v4/spreadsheets"


def checked(request: Request) -> ApiError | None:
    """The error that a request meets, if it meets one."""
    method = method_of(request)
    assert method
    try:
        check_request(method, request)
    except ApiError as error:
        return error
    return None


def refused(method: str, target: str, body: object = None, kind: str = "application/json") -> str:
    """What Google says of a request; nothing when it is in order."""
    error = checked(Request.to(method, target, body, {"Content-Type": kind}))
    return error.message if error else ""


def batch(**request: object) -> str:
    return refused("POST", f"{SHEETS}/x:batchUpdate", {"requests": [request]})


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/v4/spreadsheets/x", "sheets.spreadsheets.get"),
        ("POST", "/v4/spreadsheets/x:batchUpdate", "sheets.spreadsheets.batchUpdate"),
        ("GET", "/v4/spreadsheets/x/values:batchGet", "sheets.spreadsheets.values.batchGet"),
        ("GET", "/v4/spreadsheets/x/values/'a/b'!A1:B2", "sheets.spreadsheets.values.get"),
        ("POST", "/v4/spreadsheets/x/values/A1:append", "sheets.spreadsheets.values.append"),
        ("GET", "/v1/forms/x/responses", "forms.forms.responses.list"),
        ("PATCH", "/drive/v3/files/x", "drive.files.update"),
        ("PATCH", "/upload/drive/v3/files/x", "drive.files.update"),
        ("PUT", "/upload/drive/v2/files/x", "drive.files.update"),
    ],
)
def test_which_method_it_is(method: str, path: str, name: str) -> None:
    found = method_of(Request.to(method, path))
    assert found
    assert found.id == name


@pytest.mark.parametrize(("document", "missing"), [("sheets.v4", ""), ("forms.v1", "forms.forms.watches.")])
def test_every_method_is_answered(document: str, missing: str) -> None:
    for method in api(document).methods:
        path = method.pattern.pattern.replace("[^/:]+", "1").replace(".+?", "A1").replace("\\", "")
        known = any(verb == method.verb and pattern.fullmatch(path) for verb, pattern, _ in ROUTES)
        assert known != bool(missing and method.id.startswith(missing)), method.id


def test_what_is_no_method() -> None:
    assert method_of(Request.to("PUT", "/v4/spreadsheets/x")) is None
    assert method_of(Request.to("GET", "/v5/spreadsheets/x")) is None


REQUESTS = [
    ({"addSheet": {"properties": {"title": "Idee", "index": "3"}}}, ""),
    ({"addSheet": {"properties": None}}, ""),
    ({"addSheet": {"properties": {"hidden": "true"}}}, ""),
    ({"updateCells": {"rows": [{"values": [{"userEnteredValue": {"numberValue": "NaN"}}]}]}}, ""),
    (
        {"addTab": {}},
        "Invalid JSON payload received. Unknown name \"addTab\" at 'requests[0]': Cannot find field.",
    ),
    (
        {"addSheet": {"properties": {"index": "drie"}}},
        "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), \"drie\"",
    ),
    (
        {"addSheet": {"properties": {"index": 1.5}}},
        "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), 1.5",
    ),
    (
        {"addSheet": {"properties": {"index": True}}},
        "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), true",
    ),
    ({"addSheet": {"properties": {"index": 2.0}}}, ""),
    (
        {"addSheet": {"properties": {"title": 5}}},
        "Invalid value at 'requests[0].add_sheet.properties.title' (TYPE_STRING), 5",
    ),
    (
        {"addSheet": {"properties": {"title": ["a"]}}},
        "Invalid JSON payload received. Unknown name \"title\" at 'requests[0].add_sheet.properties': "
        "Proto field is not repeating, cannot start list.",
    ),
    (
        {"addSheet": {"properties": {"hidden": {}}}},
        "Invalid value at 'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), {}",
    ),
    (
        {"addSheet": {"properties": {"sheetType": "TABLE"}}},
        "Invalid value at 'requests[0].add_sheet.properties.sheet_type' "
        '(type.googleapis.com/SheetType), "TABLE"',
    ),
    (
        {"addSheet": "Idee"},
        "Invalid value at 'requests[0].add_sheet' (type.googleapis.com/AddSheetRequest), \"Idee\"",
    ),
    (
        {"updateCells": {"rows": [{"values": [{"userEnteredValue": {"numberValue": True}}]}]}},
        "Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value.number_value' "
        "(TYPE_DOUBLE), true",
    ),
    (
        {"updateCells": {"rows": {}}},
        "Invalid value at 'requests[0].update_cells.rows' (type.googleapis.com/RowData), {}",
    ),
]


@pytest.mark.parametrize(("request_", "message"), REQUESTS)
def test_a_body(request_: dict[str, object], message: str) -> None:
    assert batch(**request_) == message


def test_several_faults_at_once_and_where_they_are() -> None:
    request = Request.to("PUT", f"{SHEETS}/x/values/A1?valueInputOption=RAW", {"values": "A1", "soort": 1})
    error = checked(request)
    assert error
    list_value = "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \"A1\""
    unknown = "Invalid JSON payload received. Unknown name \"soort\" at 'data': Cannot find field."
    document: Any = error.answer().body
    assert document["error"] == {
        "code": 400,
        "message": f"{list_value}\n{unknown}",
        "status": "INVALID_ARGUMENT",
        "details": [
            {
                "@type": "type.googleapis.com/google.rpc.BadRequest",
                "fieldViolations": [
                    {"description": list_value, "field": "data.values"},
                    {"description": unknown, "field": "data"},
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("includeGridData=True&ranges=A1&ranges=B2&fields=sheets.properties", ""),
        (
            "grid=true",
            'Invalid JSON payload received. Unknown name "grid": Cannot bind query parameter. '
            "Field 'grid' could not be found in request message.",
        ),
        ("includeGridData=ja", "Invalid value at 'include_grid_data' (TYPE_BOOL), \"ja\""),
        ("fields=sheets.tabs", "Request contains an invalid argument."),
        ("fields=sheets(", "Request contains an invalid argument."),
    ],
)
def test_a_query(query: str, message: str) -> None:
    assert refused("GET", f"{SHEETS}/x?{query}") == message


def test_drive_is_lenient_with_names_but_not_with_fields() -> None:
    assert (
        refused("POST", "/drive/v3/files/x/permissions?onbekend=1", {"role": "reader", "withLink": False})
        == ""
    )
    assert refused("GET", "/drive/v3/files?fields=files(id,kleur)") == "Invalid field selection kleur"
    assert refused("GET", "/drive/v3/files?fields=files.properties.van_ons,files.exportLinks.pdf") == ""
    assert refused("PUT", "/upload/drive/v2/files/x", b"a,b", kind="text/csv") == ""
    assert refused("POST", "/drive/v3/files", {"size": "12", "properties": {"a": "b"}}) == ""
    assert (
        refused("POST", "/drive/v3/files", {"size": "veel"})
        == "Invalid value at 'size' (TYPE_INT64), \"veel\""
    )


def test_what_has_no_answer_has_no_mask() -> None:
    assert refused("DELETE", "/drive/v3/files/x?fields=id") == ""


def wrong(body: object, path: str = f"{SHEETS}/x", status: int = 200) -> str:
    request = Request.to("GET", path)
    found = method_of(request)
    assert found
    return check_answer(found, request, Answer(status, body))


def test_an_answer() -> None:
    assert wrong({"spreadsheetId": "x", "sheets": [{"properties": {"sheetId": 0}}]}) == ""
    assert wrong({"id": "x"}) == (
        'GET sheets.spreadsheets.get: Invalid JSON payload received. Unknown name "id": Cannot find field.'
    )
    index = {"sheets": [{"properties": {"index": "0"}}]}
    assert wrong(index).endswith("Invalid value at 'sheets[0].properties.index' (TYPE_INT32), \"0\"")
    assert wrong({"id": "x"}, status=400) == wrong(b"x") == wrong(None) == ""
    assert wrong({"files": [{"size": "1"}]}, "/drive/v3/files") == ""


def test_of_a_long_answer_both_ends_are_looked_at() -> None:
    rows: list[Any] = [[] for _ in range(3 * ENDS)]
    values = {"values": rows}
    for place, found in (
        (0, True),
        (ENDS - 1, True),
        (ENDS, False),
        (2 * ENDS - 1, False),
        (3 * ENDS - 1, True),
    ):
        rows[place] = "x"
        assert bool(wrong(values, f"{SHEETS}/x/values/A1")) == found
        rows[place] = []
    rows[ENDS] = "x"
    said = refused("PUT", f"{SHEETS}/x/values/A1?valueInputOption=RAW", values)
    assert said.startswith(f"Invalid value at 'data.values[{ENDS}]'")


def test_masks_in_a_schema_without_names() -> None:
    schemas = Schemas(api("sheets.v4").answers.schemas)
    assert schemas.lacks("Spreadsheet", FieldMask.parse("sheets(properties.title,data.rowData)")) is None
    assert schemas.lacks("Spreadsheet", FieldMask.parse("properties.title.first")) == "properties.title.first"


def test_an_answer_of_ours_that_google_would_not_give_is_our_fault(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = world.create(SPREADSHEET, "Atelier")
    monkeypatch.setattr("tests.google_emulator.world.check_answer", lambda *_: "GET sheets: too much")
    with pytest.raises(
        ApiError, match="This answer of the emulator is not one of Google's: GET sheets: too much"
    ):
        world.ask("GET", f"{SHEETS}/{file.id}")
    world.validate = False
    assert world.ask("GET", f"{SHEETS}/{file.id}?fields=spreadsheetId&strange=1") == {
        "spreadsheetId": file.id
    }


@pytest.mark.parametrize("body", [b"[]", b"{", b"3"])
def test_a_body_that_is_no_object(body: bytes) -> None:
    with pytest.raises(ApiError, match="Invalid JSON payload received"):
        Request.to("POST", "/x", body).json()
