"""Asking Google: what is sent again, how often, and what is said when it does not work."""

import re
import threading
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import requests
from urllib3.exceptions import MaxRetryError, NewConnectionError

from pipeline.edges.google.client import Client
from pipeline.edges.google.errors import GoogleError, RefusedError, UnansweredError
from pipeline.edges.google.network import exchange, of_failure
from pipeline.edges.google.patience import patiently
from pipeline.edges.google.signin import scopes
from pipeline.edges.google.snapshot import FIELDS
from pipeline.model.errors import NO_ACCESS, NOT_REACHABLE, UserError
from tests.edges.google.scene import MARIJKE, ROBOT, Nobody, Scene
from tests.google_emulator.faults import Fault

READ, WRITE = r"sheets\.spreadsheets\.get", "batchUpdate"
RENAME = {"updateSpreadsheetProperties": {"properties": {"title": "Anders"}, "fields": "title"}}


def read(google: Scene) -> None:
    google.client.get(google.spreadsheet, FIELDS)


def write(google: Scene, *, again: bool = False) -> None:
    google.client.update(google.spreadsheet, [RENAME], again=again)


def wrong(google: Scene, *faults: Fault, writing: bool = False) -> GoogleError:
    for fault in faults:
        google.emulator.faults.add(fault)
    with pytest.raises(GoogleError) as error:
        write(google) if writing else read(google)
    return error.value


@pytest.mark.parametrize(
    ("kind", "seconds", "slept"),
    [
        ("429", 0, [1, 2]),
        ("429-retry-after", 8, [8, 8]),
        ("usage-limit", 0, [1, 2]),
        ("500", 0, [1, 2]),
        ("502", 0, [1, 2]),
        ("503", 0, [1, 2]),
        ("cut", 0, [1, 2]),
        ("truncated", 0, [1, 2]),
    ],
)
def test_what_passes_is_waited_for(
    google: Scene, naps: list[float], kind: str, seconds: float, slept: list[int]
) -> None:
    google.emulator.faults.add(Fault(kind, READ, times=2, seconds=seconds))
    read(google)
    assert [int(nap) for nap in naps] == slept
    assert google.waits == pytest.approx(naps)
    assert google.client.requests == 3


@pytest.mark.parametrize(("kind", "tries"), [("429", 7), ("500", 5), ("cut", 3)])
def test_what_does_not_pass_is_given_up(google: Scene, naps: list[float], kind: str, tries: int) -> None:
    error = wrong(google, Fault(kind, READ, times=None))
    assert error.exit_code == NOT_REACHABLE
    assert google.client.requests == tries
    assert len(naps) == tries - 1
    assert sum(naps) < 90


def test_a_wait_that_is_too_long_is_not_begun(google: Scene, naps: list[float]) -> None:
    error = wrong(google, Fault("429-retry-after", READ, seconds=3600))
    assert (error.what, error.exit_code) == ("Google keeps asking to wait.", NOT_REACHABLE)
    assert naps == []


@pytest.mark.parametrize("kind", ["500", "502", "503", "cut", "truncated"])
@pytest.mark.parametrize("applied", ["before", "after"])
def test_a_write_that_may_have_been_applied_is_not_sent_again(google: Scene, kind: str, applied: str) -> None:
    error = wrong(google, Fault(kind, WRITE, applied=applied), writing=True)
    assert isinstance(error, UnansweredError)
    assert google.client.requests == 1


@pytest.mark.parametrize("kind", ["429", "usage-limit"])
def test_a_write_that_was_not_taken_is_sent_again(google: Scene, kind: str) -> None:
    google.emulator.faults.add(Fault(kind, WRITE))
    write(google)
    assert google.client.requests == 2
    assert google.world.files[google.spreadsheet].name == "Anders"


@pytest.mark.parametrize("kind", ["503", "cut", "truncated"])
def test_a_write_that_can_be_done_twice_is_sent_again(google: Scene, kind: str) -> None:
    google.emulator.faults.add(Fault(kind, WRITE, applied="after"))
    write(google, again=True)
    assert google.client.requests == 2


def test_a_token_that_expired_is_replaced(google: Scene) -> None:
    read(google)
    google.world.accounts.access.clear()
    read(google)
    assert google.client.requests == 3
    assert [entry.kind for entry in google.emulator.log.entries].count("token") == 2


def test_ctrl_c_ends_a_wait(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenacity.nap.time.sleep", interrupted)
    google.emulator.faults.add(Fault("429", READ))
    with pytest.raises(KeyboardInterrupt):
        read(google)
    assert google.client.requests == 1


class Somebody(Nobody):
    """Somebody who signed in themselves."""

    def __init__(self, google: Scene, email: str) -> None:
        self.google, self.email = google, email

    def token(self, *, anew: bool = False) -> str:
        return self.google.world.accounts.sign_in(self.email, " ".join(scopes(forms=False)))


LINK = "https://docs.google.com/spreadsheets/d/"


def test_ctrl_c_ends_a_request(naps: list[float]) -> None:
    asked: list[str] = []

    def interrupted() -> None:
        asked.append("once")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        patiently(interrupted, naps.append, again=True)
    assert (asked, naps) == (["once"], [])


def test_what_is_wrong_on_our_side_is_not_tried_again(google: Scene, naps: list[float]) -> None:
    google.key.unlink()
    with pytest.raises(UserError) as error:
        read(google)
    assert (error.value.what, google.client.requests, naps) == ("There is no “{file}”.", 0, [])


def in_full(error: UserError) -> list[str]:
    """What a person reads, the id of the spreadsheet left out."""
    return [
        re.sub(LINK + r"[\w-]+", "LINK", part.format(**error.details))
        for part in (error.what, error.why, error.todo)
        if part
    ]


def test_not_shared(google: Scene) -> None:
    google.world.unshare(google.spreadsheet, ROBOT)
    error = wrong(google)
    assert error.exit_code == NO_ACCESS
    assert in_full(error) == [
        "I may not read LINK.",
        f"It is not shared with {ROBOT}.",
        f"Open it, press Share, add {ROBOT} as editor, and try again.",
    ]


def test_shared_to_look_only(google: Scene) -> None:
    google.world.share(google.spreadsheet, ROBOT, "reader")
    read(google)
    error = wrong(google, writing=True)
    assert error.exit_code == NO_ACCESS
    assert in_full(error) == [
        "I may read LINK, but not write in it.",
        f"{ROBOT} is no editor of it.",
        f"Open it, press Share, make {ROBOT} an editor, and try again.",
    ]


def test_own_account_without_access(google: Scene) -> None:
    google.world.share(google.spreadsheet, "pieter@ganzenhoek.example", "reader")
    google.client = Client(Somebody(google, "pieter@ganzenhoek.example"), google.emulator.url)
    error = wrong(google, writing=True)
    assert in_full(error) == [
        "I may read LINK, but not write in it.",
        "The account that you signed in with is no editor of it.",
        "Ask its owner to make you an editor, or sign in as somebody else: samenkracht login",
    ]
    google.world.unshare(google.spreadsheet, "pieter@ganzenhoek.example")
    error = wrong(google)
    assert in_full(error) == [
        "I may not read LINK.",
        "The account that you signed in with may not open it.",
        "Ask its owner to share it with you, or sign in as somebody else: samenkracht login",
    ]


def test_a_spreadsheet_that_is_gone(google: Scene) -> None:
    google.world.files.pop(google.spreadsheet)
    error = wrong(google)
    assert error.exit_code == NO_ACCESS
    assert in_full(error) == [
        "There is nothing at LINK.",
        "It was deleted, or its address in the settings is not whole.",
        "Open it in your browser, copy the whole address, and put that in the settings.",
    ]


def test_a_protected_part(google: Scene) -> None:
    sheet = {"sheetId": 0, "endRowIndex": 1}
    lock = {"range": sheet, "editors": {"users": [MARIJKE]}}
    body = {"requests": [{"addProtectedRange": {"protectedRange": lock}}]}
    google.world.ask("POST", f"/v4/spreadsheets/{google.spreadsheet}:batchUpdate", body)
    cells = {"range": sheet, "rows": [{"values": [{"userEnteredValue": {"stringValue": "x"}}]}]}
    with pytest.raises(RefusedError) as error:
        google.client.update(
            google.spreadsheet, [{"updateCells": {**cells, "fields": "userEnteredValue"}}], again=False
        )
    assert error.value.exit_code == NO_ACCESS
    assert in_full(error.value)[0] == "Somebody protected a part of LINK that I write."


def test_a_tab_that_is_gone(google: Scene) -> None:
    with pytest.raises(RefusedError) as error:
        google.client.update(google.spreadsheet, [{"deleteSheet": {"sheetId": 77}}], again=False)
    assert "No sheet with id: 77" in error.value.message
    assert in_full(error.value) == [
        "Somebody removed or renamed a tab while I was at work.",
        "Try again. Nothing was changed.",
    ]


def test_more_than_google_takes_at_once(google: Scene) -> None:
    read(google)
    google.emulator.largest = 100
    with pytest.raises(RefusedError) as error:
        google.client.update(google.spreadsheet, [RENAME, RENAME], again=False)
    assert in_full(error.value)[0] == "That is more than Google takes at once."


def test_a_page_of_a_network_where_one_must_sign_in_first(google: Scene) -> None:
    error = wrong(google, Fault("html", READ))
    assert (error.exit_code, google.client.requests) == (NOT_REACHABLE, 1)
    assert in_full(error) == [
        "Something between this computer and Google answers in its place.",
        "Usually that is a network where you must sign in first, or a filter at work.",
        "Open a web page and sign in if it asks so, or use another network; then try again.",
    ]


def test_a_drive_that_is_full(google: Scene) -> None:
    error = wrong(google, Fault("storage-full", WRITE), writing=True)
    assert in_full(error)[0] == "The Google Drive is full."
    assert google.client.requests == 1


def test_no_network(google: Scene) -> None:
    nowhere = Client(Nobody(), "http://127.0.0.1:9", google.waits.append)
    with pytest.raises(GoogleError) as error:
        nowhere.get("x", FIELDS)
    assert (error.value.exit_code, nowhere.requests) == (NOT_REACHABLE, 3)
    assert in_full(error.value) == [
        "Google cannot be reached.",
        "There seems to be no connection to the internet.",
        "Look whether a web page opens, and try again.",
    ]


NOWHERE = MaxRetryError(None, "/", NewConnectionError(None, "refused"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failure", "what"),
    [
        (requests.exceptions.ProxyError(), "The proxy of this network does not let me through to Google."),
        (requests.exceptions.SSLError(), "The connection with Google is not safe, so I sent nothing."),
        (requests.exceptions.ReadTimeout(), "Google does not answer."),
        (requests.exceptions.ConnectTimeout(NOWHERE), "Google cannot be reached."),
        (requests.exceptions.ChunkedEncodingError(), "The connection with Google was cut."),
        (requests.exceptions.ConnectionError(), "The connection with Google was cut."),
    ],
)
def test_what_goes_wrong_on_the_way(failure: requests.RequestException, what: str) -> None:
    assert of_failure(failure).what == what


def test_only_what_never_left_may_always_be_sent_again() -> None:
    assert not isinstance(of_failure(requests.exceptions.ConnectionError(NOWHERE)), UnansweredError)
    assert isinstance(of_failure(requests.exceptions.ConnectionError()), UnansweredError)
    assert isinstance(of_failure(requests.exceptions.ReadTimeout()), UnansweredError)


class Garbler(BaseHTTPRequestHandler):
    """Says that it answers in JSON, and does not; nor does it tell the time."""

    def do_GET(self) -> None:
        self.send_response_only(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b'{"tit')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing."""


def test_an_answer_that_is_not_whole(google: Scene) -> None:
    with HTTPServer(("127.0.0.1", 0), Garbler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        client = Client(Nobody(), f"http://127.0.0.1:{server.server_address[1]}", google.waits.append)
        with pytest.raises(GoogleError) as error:
            client.get("x", FIELDS)
        server.shutdown()
    assert (error.value.what, client.requests, client.skew) == (
        "The connection with Google was cut.",
        3,
        None,
    )


def test_the_clock_is_compared(google: Scene) -> None:
    assert google.client.skew is None
    google.world.clock.advance(600)
    read(google)
    assert google.client.skew is not None
    assert -602 < google.client.skew < -597


def test_nothing_of_a_request_is_in_the_traceback(google: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the titles of tabs nor the token, which the errors of requests would tell."""
    google.emulator.faults.add(Fault("cut", "batchGet", times=None))
    title = "Fat" + "ma"
    with pytest.raises(GoogleError) as error:
        google.client.values(google.spreadsheet, [f"'{title}'!A1"])
    told = "".join(traceback.format_exception(error.value))
    assert title not in told
    assert "ya29" not in told
    assert capsys.readouterr() == ("", "")


def test_writing_values_and_asking_forms_go_the_same_way(google: Scene) -> None:
    google.client.put(google.spreadsheet, [("A1:B1", [["=1+1", ""]])])
    assert google.client.values(google.spreadsheet, ["A1:B1"]) == [[["=1+1"]]]
    with pytest.raises(GoogleError) as error:
        google.client_for(forms=True).form("x" * 30)
    assert error.value.details["place"] == "https://docs.google.com/forms/d/" + "x" * 30


def test_no_password_comes_in_the_place_of_the_token(
    google: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    address = f"{google.emulator.url}/v4/spreadsheets/{google.spreadsheet}"
    through = requests.Session()
    answer = exchange(through, "get", address, timeout=(1, 1), token=google.client.sign_in.token())
    assert answer.status_code == 200
    through.close()


def test_no_proxy_is_asked_for_this_computer(google: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    read(google)
    assert google.client.requests == 1
