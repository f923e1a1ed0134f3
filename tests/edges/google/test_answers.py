"""What Google's answers mean, in words: every one with what, why and what to do."""

import json
from typing import Any

import pytest

from pipeline.edges.google.answers import of_answer, of_answer_to_sign_in
from pipeline.edges.google.errors import GoogleError, Spot
from pipeline.model.errors import FAILED, NO_ACCESS, NOT_REACHABLE

ROBOT = "robot@x.example"
SHEET = Spot("abc", ROBOT)
WRITING = Spot("abc", ROBOT, writing=True)
FORM = Spot("abc", ROBOT, kind="form")
OWN = Spot("abc", "")
JSON = {"Content-Type": "application/json; charset=UTF-8"}
HTML = {"Content-Type": "text/html; charset=UTF-8"}
DISABLED = {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    "reason": "SERVICE_DISABLED",
    "metadata": {"service": "sheets.googleapis.com", "consumer": "projects/123"},
}
HELP = {
    "@type": "type.googleapis.com/google.rpc.Help",
    "links": [{"description": "Activation", "url": "https://console.developers.google.com/x"}],
}


def told(status: int, error: object, spot: Spot = SHEET, headers: dict[str, str] = JSON) -> GoogleError:
    return of_answer(status, headers, json.dumps(error).encode(), spot)


def words(error: GoogleError) -> list[str]:
    return [part.format(**error.details) for part in (error.what, error.why, error.todo) if part]


def document(message: str = "", **more: Any) -> dict[str, Any]:
    return {"error": {"message": message, **more}}


def test_an_api_that_is_not_switched_on() -> None:
    error = told(403, document("…has not been used…", details=[DISABLED, HELP, "?"]))
    assert error.exit_code == NO_ACCESS
    assert words(error) == [
        "sheets.googleapis.com is not switched on in your project in Google Cloud.",
        "Open https://console.developers.google.com/x, press Enable, wait a minute, and try again.",
    ]


@pytest.mark.parametrize(("spot", "service"), [(SHEET, "sheets"), (FORM, "forms")])
def test_an_api_that_is_not_switched_on_in_the_old_way_of_telling(spot: Spot, service: str) -> None:
    error = told(403, document("X has not been used in project 123 before or it is disabled."), spot)
    assert words(error)[1].startswith(
        f"Open https://console.cloud.google.com/apis/library/{service}.googleapis.com,"
    )


def test_a_sign_in_that_is_good_for_less() -> None:
    error = told(403, document(details=[{"reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]), OWN)
    assert words(error)[0] == "Your sign-in does not allow all that I need to do."


@pytest.mark.parametrize("reason", ["rateLimitExceeded", "userRateLimitExceeded"])
def test_a_limit_on_use_is_waited_for(reason: str) -> None:
    errors = [{"domain": "usageLimits", "reason": reason}]
    assert told(403, document(errors=errors)).tries == 7


def test_a_drive_that_is_full_is_not() -> None:
    errors = [{"domain": "usageLimits", "reason": "storageQuotaExceeded"}]
    error = told(403, document(errors=errors))
    assert (error.tries, error.exit_code, words(error)[0]) == (1, FAILED, "The Google Drive is full.")


@pytest.mark.parametrize(
    ("asked", "after"), [("8", 8.0), ("", None), ("Wed, 21 Oct 2026 07:28:00 GMT", None)]
)
def test_how_long_google_asks_to_wait(asked: str, after: float | None) -> None:
    assert told(429, document(), headers=JSON | {"Retry-After": asked}).after == after


def test_an_excel_file() -> None:
    error = told(400, document("This operation is not supported for this document"))
    assert error.exit_code == NO_ACCESS
    assert words(error) == [
        f"{SHEET.link} is an Excel file in Google Drive, and no Google spreadsheet.",
        "Open it, choose File > Save as Google Sheets, and put the new address in the settings.",
    ]


@pytest.mark.parametrize("status", [400, 403])
@pytest.mark.parametrize(
    ("spot", "why", "todo"),
    [
        (
            WRITING,
            f"{ROBOT} may not change it, so nothing was changed.",
            f"In Data > Protect sheets and ranges, allow {ROBOT} or remove the protection; try again.",
        ),
        (
            Spot("abc", "", writing=True),
            "Your account may not change it, so nothing was changed.",
            "Ask its owner to remove the protection, or to allow you, and try again.",
        ),
    ],
)
def test_a_protected_part(status: int, spot: Spot, why: str, todo: str) -> None:
    error = told(status, document("You are trying to edit a protected cell or object."), spot)
    assert words(error) == [
        "Somebody protected a part of https://docs.google.com/spreadsheets/d/abc that I write.",
        why,
        todo,
    ]


def test_too_many_cells() -> None:
    message = (
        "This action would increase the number of cells in the workbook above the limit of 10000000 cells."
    )
    assert "ten million" in words(told(400, document(message), WRITING))[0]


def test_anything_else_repeats_nothing_of_what_was_typed() -> None:
    error = told(400, document('Invalid value (TYPE_DOUBLE), "Fatma Yilmaz"'), WRITING)
    assert error.exit_code == FAILED
    assert words(error) == [
        "Google does not take the request (number 400).",
        "Nothing was changed.",
        "Run the command again with --debug and send us what it says, without names.",
    ]
    assert "Fatma" not in str(error)


@pytest.mark.parametrize(
    ("status", "body", "headers", "what"),
    [
        (502, b"<html>", HTML, "Google has a fault of its own at the moment (number 502)."),
        (408, b"", HTML, "Google has a fault of its own at the moment (number 408)."),
        (403, b"<html>", HTML, "Something between this computer and Google answers in its place."),
        (407, b"<html>", HTML, "Something between this computer and Google answers in its place."),
        (403, b"[]", JSON, "I may not read https://docs.google.com/spreadsheets/d/abc."),
        (404, b'{"error": 3}', JSON, "There is nothing at https://docs.google.com/spreadsheets/d/abc."),
        (401, b'{"error": {}}', JSON, f"Google does not accept the key of {ROBOT} any more."),
        (413, b'{"error": {"message": ""}}', JSON, "That is more than Google takes at once."),
        (413, b"<html>", HTML, "That is more than Google takes at once."),
        (302, b"", {}, "Something between this computer and Google answers in its place."),
        (418, b"", {}, "Google does not take the request (number 418)."),
    ],
)
def test_answers_of_all_kinds(status: int, body: bytes, headers: dict[str, str], what: str) -> None:
    assert words(of_answer(status, headers, body, SHEET))[0] == what


def signing_in(status: int, body: bytes, account: str = ROBOT) -> GoogleError:
    return of_answer_to_sign_in(status, JSON, body, account)


@pytest.mark.parametrize(
    ("status", "said", "account", "exit_code", "what"),
    [
        (
            400,
            {"error": "invalid_grant", "error_description": "Invalid JWT Signature."},
            ROBOT,
            NO_ACCESS,
            f"Google does not accept the key of {ROBOT} any more.",
        ),
        (
            400,
            {
                "error": "invalid_grant",
                "error_description": "Invalid JWT: Token must be a short-lived token (60 minutes) and in a "
                "reasonable timeframe. Check your iat and exp values in the JWT claim.",
            },
            ROBOT,
            NO_ACCESS,
            "The clock of this computer is wrong, so Google does not let me sign in.",
        ),
        (
            400,
            {"error": "invalid_grant", "error_description": "Token has been expired or revoked."},
            "",
            NO_ACCESS,
            "Google does not accept your sign-in any more.",
        ),
        (
            401,
            {"error": "deleted_client"},
            "",
            NO_ACCESS,
            "Google does not know the client file any more that you signed in with.",
        ),
        (
            401,
            {"error": "unauthorized_client"},
            ROBOT,
            NO_ACCESS,
            "Google does not let me sign in: unauthorized_client.",
        ),
        (429, {"error": "rate_limit"}, ROBOT, NOT_REACHABLE, "Google keeps asking to wait."),
        (503, {}, ROBOT, NOT_REACHABLE, "Google has a fault of its own at the moment (number 503)."),
        (400, {}, ROBOT, NOT_REACHABLE, "Something between this computer and Google answers in its place."),
        (
            400,
            {"error": {}},
            ROBOT,
            NOT_REACHABLE,
            "Something between this computer and Google answers in its place.",
        ),
        (200, [], ROBOT, NOT_REACHABLE, "Something between this computer and Google answers in its place."),
    ],
)
def test_answers_to_signing_in(status: int, said: object, account: str, exit_code: int, what: str) -> None:
    error = signing_in(status, json.dumps(said).encode(), account)
    assert (words(error)[0], error.exit_code) == (what, exit_code)
