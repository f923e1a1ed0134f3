"""The files that open a door: what they hold, where they lie, and who can read them."""

import json
import os
from pathlib import Path

import pytest

from pipeline.edges.google.keys import (
    ClientFile,
    OwnSignIn,
    RobotKey,
    exposed,
    keep_own_sign_in,
    own_sign_in_file,
    read_by_others,
    read_client_file,
    read_own_sign_in,
    read_robot_key,
    remove_own_sign_in,
    safe_address,
)
from pipeline.model.errors import UserError

KEY = {
    "type": "service_account",
    "client_email": "robot@x.example",
    "private_key": "PEM",
    "private_key_id": "7",
}
CLIENT = {"client_id": "id", "client_secret": "secret"}
OWN = OwnSignIn(
    ClientFile("id", "secret", "https://a.example/auth", "https://a.example/token"), "1//refresh", ("a", "b")
)


def file(folder: Path, content: object) -> Path:
    path = folder / "sleutel.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def wrong(read: object, path: Path) -> list[str]:
    with pytest.raises(UserError) as error:
        read(path)  # type: ignore[operator]
    return [part.format(**error.value.details) for part in (error.value.what, error.value.todo)]


def test_a_key_of_a_robot(tmp_path: Path) -> None:
    key = read_robot_key(file(tmp_path, KEY))
    assert key == RobotKey("robot@x.example", "PEM", "7", "https://oauth2.googleapis.com/token")


DAMAGED = "“sleutel.json” is damaged, or not a whole key."


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"type": "service_account", "client_em', DAMAGED),
        ("[]", DAMAGED),
        ("\x00\xff", DAMAGED),
        ({"type": "service_account"}, DAMAGED),
        (
            {"installed": CLIENT},
            "“sleutel.json” is a client file for signing in with your own account, and no key of a robot.",
        ),
        (
            {"web": CLIENT},
            "“sleutel.json” is a client file for signing in with your own account, and no key of a robot.",
        ),
        ({"type": "authorized_user"}, "“sleutel.json” is no key of a robot (service account)."),
        (
            {**KEY, "token_uri": "http://evil.example/token"},
            "“sleutel.json” names an address that is not safe: http://evil.example/token.",
        ),
    ],
)
def test_what_is_no_key_of_a_robot(tmp_path: Path, content: object, what: str) -> None:
    assert wrong(read_robot_key, file(tmp_path, content))[0] == what


def test_what_is_secret_is_not_shown(tmp_path: Path) -> None:
    assert "PEM" not in repr(read_robot_key(file(tmp_path, KEY)))
    assert "secret" not in repr(OWN)
    assert "1//refresh" not in repr(OWN)


def test_what_stands_in_a_damaged_key_does_not_travel_with_the_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        read_robot_key(file(tmp_path, '{"private_key": "GEHEIM'))
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__


def test_a_key_that_is_not_there(tmp_path: Path) -> None:
    assert wrong(read_robot_key, tmp_path / "weg.json") == [
        "There is no “weg.json”.",
        "Put the key there, or correct the settings.",
    ]
    assert wrong(read_robot_key, tmp_path)[0].startswith("I may not read “")


def test_a_client_file(tmp_path: Path) -> None:
    client = read_client_file(file(tmp_path, {"installed": CLIENT}))
    assert client == ClientFile(
        "id", "secret", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (KEY, "“sleutel.json” is no client file for signing in with your own account."),
        ({"web": CLIENT}, "“sleutel.json” is no client file for signing in with your own account."),
        ({"installed": {}}, DAMAGED),
        (
            {"installed": {**CLIENT, "auth_uri": "ftp://x"}},
            "“sleutel.json” names an address that is not safe: ftp://x.",
        ),
    ],
)
def test_what_is_no_client_file(tmp_path: Path, content: object, what: str) -> None:
    assert wrong(read_client_file, file(tmp_path, content))[0] == what


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://oauth2.googleapis.com/token", True),
        ("http://127.0.0.1:8080/token", True),
        ("http://localhost/token", True),
        ("http://[::1]:80/token", True),
        ("http://127.0.0.1.evil.example/token", False),
        ("http://oauth2.googleapis.com/token", False),
        ("https://", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_where_a_token_may_be_sent(address: str, safe: bool) -> None:
    assert safe_address(address) is safe


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("win32", {"APPDATA": "C:/Users/M/AppData/Roaming"}, Path("C:/Users/M/AppData/Roaming")),
        ("win32", {}, Path.home() / "AppData" / "Roaming"),
        ("linux", {"XDG_CONFIG_HOME": "/home/m/.elders"}, Path("/home/m/.elders")),
        ("darwin", {}, Path.home() / ".config"),
    ],
)
def test_where_a_sign_in_is_kept(system: str, environment: dict[str, str], folder: Path) -> None:
    assert own_sign_in_file(environment, system) == folder / "samenkracht" / "google.json"


def test_a_sign_in_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "diep" / "weg" / "google.json"
    keep_own_sign_in(path, OWN)
    assert read_own_sign_in(path) == OWN
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    later = OwnSignIn(OWN.client, "1//later", ("a",))
    keep_own_sign_in(path, later)
    assert read_own_sign_in(path) == later
    assert [one.name for one in path.parent.iterdir()] == ["google.json"]


def test_a_sign_in_that_is_a_link_is_kept_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "google.json").symlink_to(tmp_path / "kluis.json")
    keep_own_sign_in(tmp_path / "google.json", OWN)
    assert (tmp_path / "google.json").is_symlink()
    assert read_own_sign_in(tmp_path / "kluis.json") == OWN


def test_a_sign_in_is_never_kept_in_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert wrong(lambda path: keep_own_sign_in(path, OWN), tmp_path / "in" / "google.json") == [
        "“google.json” lies in a git repository.",
        "Move it to a folder outside the repository, and change the settings.",
    ]
    assert list((tmp_path / "in").iterdir()) == []


def test_a_sign_in_that_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("")
    told = wrong(lambda path: keep_own_sign_in(path, OWN), tmp_path / "vol" / "google.json")
    assert told[0] == f"Your sign-in cannot be kept in {tmp_path / 'vol'}."


def test_a_sign_in_that_cannot_be_removed(tmp_path: Path) -> None:
    folder = tmp_path / "google.json"
    folder.mkdir()
    assert wrong(remove_own_sign_in, folder) == [
        "“google.json” cannot be removed.",
        f"It is worth nothing any more; remove it by hand from {tmp_path}.",
    ]


def test_nobody_signed_in(tmp_path: Path) -> None:
    assert wrong(read_own_sign_in, tmp_path / "google.json") == [
        "You are not signed in to Google.",
        "Sign in: samenkracht login (to make forms: samenkracht login --create). "
        "Or name the key of a robot in the settings.",
    ]


@pytest.mark.parametrize("content", [{}, {"client": {"x": 1}, "refresh_token": "", "scopes": []}])
def test_a_sign_in_that_is_damaged(tmp_path: Path, content: object) -> None:
    assert wrong(read_own_sign_in, file(tmp_path, content))[0] == "What was kept of your sign-in is damaged."


def test_who_can_get_at_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, KEY)
    path.chmod(0o600)
    assert list(exposed(path)) == []
    path.chmod(0o640)
    assert [error.what for error in exposed(path)] == ["Others who use this computer can read “{file}”."]
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    assert [error.what for error in exposed(path)] == [
        "Others who use this computer can read “{file}”.",
        "“{file}” lies in a git repository.",
    ]
    monkeypatch.setattr(os, "name", "nt")
    assert read_by_others(path) is None
