"""Signing in: a robot with its key, and people with their own account."""

import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.edges.google import login
from pipeline.edges.google.client import Client
from pipeline.edges.google.errors import GoogleError
from pipeline.edges.google.keys import ClientFile, OwnSignIn, keep_own_sign_in
from pipeline.edges.google.login import log_in, log_out
from pipeline.edges.google.signin import FORM_QUESTIONS, FORM_RESPONSES, SPREADSHEETS, Own, Robot, scopes
from pipeline.edges.google.snapshot import FIELDS
from pipeline.model.errors import NO_ACCESS, NOT_REACHABLE, UserError
from tests.edges.google.scene import MARIJKE, ROBOT, Scene
from tests.google_emulator.faults import Fault

WANTED = scopes(forms=False)


def test_no_more_is_asked_for_than_is_needed() -> None:
    assert scopes(forms=False) == (SPREADSHEETS,)
    assert scopes(forms=True) == (SPREADSHEETS, FORM_QUESTIONS, FORM_RESPONSES)
    assert not any("drive" in one for one in scopes(forms=True))


def robot(google: Scene) -> Robot:
    return Robot(google.key, WANTED)


def test_a_robot_gets_one_token_for_all_requests(google: Scene) -> None:
    google.client.get(google.spreadsheet, FIELDS)
    google.client.get(google.spreadsheet, FIELDS)
    assert google.client.account == ROBOT
    assert [entry.kind for entry in google.emulator.log.entries].count("token") == 1


def test_a_key_that_was_deleted(google: Scene) -> None:
    google.world.accounts.known.pop(ROBOT)
    with pytest.raises(GoogleError) as error:
        robot(google).token()
    assert error.value.exit_code == NO_ACCESS
    assert error.value.what == "Google does not accept the key of {account} any more."


def test_a_clock_that_is_wrong(google: Scene) -> None:
    google.world.clock.advance(7200)
    with pytest.raises(GoogleError) as error:
        robot(google).token()
    assert error.value.what == "The clock of this computer is wrong, so Google does not let me sign in."


def test_a_key_with_which_nothing_can_be_signed(google: Scene) -> None:
    whole = google.key.read_text()
    google.key.write_text(whole.replace("BEGIN PRIVATE", "BEGIN"))
    with pytest.raises(GoogleError) as error:
        robot(google).look()
    assert error.value.what == "The key of {account} is not whole."
    assert google.emulator.log.entries == []


def test_a_key_that_is_whole(google: Scene) -> None:
    robot(google).look()
    assert google.emulator.log.entries == []


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("html", "Something between this computer and Google answers in its place."),
        ("503", "Google has a fault of its own at the moment (number {status})."),
        ("cut", "The connection with Google was cut."),
    ],
)
def test_no_token(google: Scene, kind: str, what: str) -> None:
    google.emulator.faults.add(Fault(kind, "/token", times=None))
    with pytest.raises(GoogleError) as error:
        robot(google).token()
    assert (error.value.what, error.value.exit_code) == (what, NOT_REACHABLE)


@pytest.mark.parametrize("kind", ["429", "503", "cut"])
def test_a_token_may_always_be_asked_for_again(google: Scene, kind: str) -> None:
    google.emulator.faults.add(Fault(kind, "/token"))
    rename = {"updateSpreadsheetProperties": {"properties": {"title": "Anders"}, "fields": "title"}}
    google.client.update(google.spreadsheet, [rename], again=False)
    assert google.world.files[google.spreadsheet].name == "Anders"


Visit = Callable[[str], None]


@pytest.fixture
def program(google: Scene) -> ClientFile:
    """The team's program, with which Marijke signs in."""
    google.world.accounts.person(MARIJKE)
    installed = google.world.accounts.program(google.emulator.url)["installed"]
    return ClientFile(
        *(str(installed[key]) for key in ("client_id", "client_secret", "auth_uri", "token_uri"))
    )


def browser(*pages: str) -> tuple[list[bytes], Visit]:
    """A browser that goes where it is sent, after these pages; and what it showed last."""
    shown: list[bytes] = []

    def visit(address: str) -> None:
        def go() -> None:
            home = parse_qs(urlsplit(address).query)["redirect_uri"][0]
            for page in pages:
                with pytest.raises(HTTPError):
                    urllib.request.urlopen(home + page)  # noqa: S310 - loopback
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - loopback
                shown.append(answer.read())

        threading.Thread(target=go, daemon=True).start()

    return shown, visit


def test_somebody_signs_in(google: Scene, program: ClientFile, tmp_path: Path) -> None:
    shown, visit = browser()
    own = log_in(program, WANTED, visit, "Klaar & <tot ziens>")
    assert own.scopes == WANTED
    kept = tmp_path / "google.json"
    keep_own_sign_in(kept, own)
    client = Client(Own(kept, WANTED), google.emulator.url)
    assert client.get(google.spreadsheet, "properties.title") == {
        "properties": {"title": "Atelier De Ganzenhoek"}
    }
    assert client.account == ""
    assert b"Klaar &amp; &lt;tot ziens&gt;" in b"".join(shown)


def test_whoever_does_not_know_the_state_is_sent_away(google: Scene, program: ClientFile) -> None:
    _shown, visit = browser("?code=stolen", "?code=stolen&state=guessed", "favicon.ico", "?state=%C3%A9")
    assert log_in(program, WANTED, visit, "").scopes == WANTED


def test_a_secret_goes_with_the_code(google: Scene, program: ClientFile) -> None:
    """What a listener on this computer could see is not enough to get a token."""
    asked: list[str] = []
    _shown, visit = browser()
    log_in(program, WANTED, lambda address: (asked.append(address), visit(address))[1], "")
    query = parse_qs(urlsplit(asked[0]).query)
    assert query["code_challenge_method"] == ["S256"]
    assert len(query["state"][0]) > 40
    assert "code_verifier" not in query
    assert query["redirect_uri"][0].startswith("http://127.0.0.1:")


def test_somebody_declines(google: Scene, program: ClientFile) -> None:
    google.world.accounts.declines = True
    with pytest.raises(UserError) as error:
        log_in(program, WANTED, browser()[1], "")
    assert (error.value.what, error.value.exit_code) == (
        "You did not allow me to work with your spreadsheets.",
        NO_ACCESS,
    )


def test_somebody_does_not_tick_every_box(google: Scene, program: ClientFile) -> None:
    google.world.accounts.unticked = frozenset({FORM_RESPONSES})
    with pytest.raises(UserError) as error:
        log_in(program, scopes(forms=True), browser()[1], "")
    assert error.value.what == "Your sign-in does not allow all that I need to do."


def test_nobody_comes(program: ClientFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login, "_GLANCE", 0.01)
    with pytest.raises(UserError) as error:
        log_in(program, WANTED, lambda _address: None, "", patience=0)
    assert error.value.what == "Your browser did not come back with a sign-in."


def signed_in(google: Scene, program: ClientFile) -> OwnSignIn:
    return log_in(program, WANTED, browser()[1], "")


def test_a_sign_in_that_was_withdrawn(google: Scene, program: ClientFile, tmp_path: Path) -> None:
    keep_own_sign_in(tmp_path / "google.json", signed_in(google, program))
    google.world.accounts.revoke(MARIJKE)
    with pytest.raises(GoogleError) as error:
        Own(tmp_path / "google.json", WANTED).token()
    assert error.value.what == "Google does not accept your sign-in any more."


def test_a_sign_in_for_less_than_is_needed(google: Scene, program: ClientFile, tmp_path: Path) -> None:
    keep_own_sign_in(tmp_path / "google.json", signed_in(google, program))
    Own(tmp_path / "google.json", WANTED).look()
    with pytest.raises(GoogleError) as error:
        Own(tmp_path / "google.json", scopes(forms=True)).look()
    assert error.value.what == "Your sign-in does not allow all that I need to do."


def test_a_program_that_was_removed(google: Scene, program: ClientFile, tmp_path: Path) -> None:
    keep_own_sign_in(tmp_path / "google.json", signed_in(google, program))
    google.world.accounts.clients.clear()
    with pytest.raises(GoogleError) as error:
        Own(tmp_path / "google.json", WANTED).token()
    assert error.value.what == "Google does not know the client file any more that you signed in with."


def test_taking_it_back(google: Scene, program: ClientFile) -> None:
    own = signed_in(google, program)
    log_out(own)
    assert google.world.accounts.refresh == {}
    log_out(own)


def test_taking_it_back_without_google(google: Scene, program: ClientFile) -> None:
    own = signed_in(google, program)
    google.emulator.faults.add(Fault("503", "/revoke"))
    with pytest.raises(GoogleError) as error:
        log_out(own)
    assert error.value.exit_code == NOT_REACHABLE


def test_nobody_else_can_knock(google: Scene, program: ClientFile) -> None:
    """Once the browser came back, the door is shut."""
    homes: list[str] = []
    _shown, visit = browser()
    log_in(
        program,
        WANTED,
        lambda to: (homes.append(parse_qs(urlsplit(to).query)["redirect_uri"][0]), visit(to))[1],
        "",
    )
    with pytest.raises(URLError):
        urllib.request.urlopen(homes[0])  # noqa: S310 - loopback
