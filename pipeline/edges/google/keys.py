"""The files that open a door: a robot's key, the team's client file, and one's own sign-in.

None of them may lie where others can read it, nor in a git repository, which is shared before you know it.
"""

import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from pipeline.edges.disk import replace_bytes
from pipeline.model.errors import N_, NO_ACCESS, WRONG_SETTINGS, UserError

GOOGLE_TOKENS: Final = "https://oauth2.googleapis.com/token"
GOOGLE_SIGN_IN: Final = "https://accounts.google.com/o/oauth2/v2/auth"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class RobotKey:
    """The key of a service account: its address, its private key (PEM), and where it gets tokens."""

    email: str
    private_key: str = field(repr=False)
    key_id: str
    token_uri: str


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What the team's own program is called at Google, for people who sign in themselves."""

    client_id: str
    client_secret: str = field(repr=False)
    auth_uri: str
    token_uri: str


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """Somebody's own sign-in: what gets new tokens, and what they may be used for (`scopes`)."""

    client: ClientFile
    refresh_token: str = field(repr=False)
    scopes: tuple[str, ...]


def safe_address(address: str) -> bool:
    """Whether a token may be sent there: over https, or to this very computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))


def read_robot_key(path: Path) -> RobotKey:
    """The key of a service account.

    Raises:
        UserError: the file is not there, cannot be read, or is another kind of file.

    """
    found = _object(path)
    if found.get("type") != "service_account":
        raise _wrong_kind(path, found)
    try:
        key = RobotKey(
            email=found["client_email"],
            private_key=found["private_key"],
            key_id=found.get("private_key_id", ""),
            token_uri=found.get("token_uri", GOOGLE_TOKENS),
        )
    except KeyError as error:
        raise _damaged(path) from error
    _check_addresses(path, key.token_uri)
    return key


def read_client_file(path: Path) -> ClientFile:
    """The client file of a program on a computer (an “OAuth client” of the kind “Desktop app”).

    Raises:
        UserError: the file is not there, cannot be read, or is another kind of file.

    """
    found = _object(path).get("installed")
    if not isinstance(found, dict):
        raise UserError(
            N_("“{file}” is no client file for signing in with your own account."),
            why=N_("It must be that of an OAuth client of the kind Desktop app."),
            todo=N_(
                "Make one in Google Cloud, download its file, and name that: samenkracht login --client FILE"
            ),
            exit_code=NO_ACCESS,
            file=path.name,
        )
    try:
        client = ClientFile(
            client_id=found["client_id"],
            client_secret=found.get("client_secret", ""),
            auth_uri=found.get("auth_uri", GOOGLE_SIGN_IN),
            token_uri=found.get("token_uri", GOOGLE_TOKENS),
        )
    except KeyError as error:
        raise _damaged(path) from error
    _check_addresses(path, client.auth_uri, client.token_uri)
    return client


def own_sign_in_file(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Where one's own sign-in is kept: in the folder that the system has for settings of this user."""
    if system == "win32":
        folder = environment.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    else:
        folder = environment.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(folder) / "samenkracht" / "google.json"


def read_own_sign_in(path: Path) -> OwnSignIn:
    """One's own sign-in.

    Raises:
        UserError: there is none, or the file cannot be read.

    """
    if not path.exists():
        raise UserError(
            N_("You are not signed in to Google."),
            todo=N_(
                "Sign in: samenkracht login (to make forms: samenkracht login --create). "
                "Or name the key of a robot in the settings."
            ),
            exit_code=NO_ACCESS,
        )
    found = _object(path)
    try:
        return OwnSignIn(ClientFile(**found["client"]), found["refresh_token"], tuple(found["scopes"]))
    except (KeyError, TypeError) as error:
        raise UserError(
            N_("What was kept of your sign-in is damaged."),
            todo=N_("Sign in again with the client file: samenkracht login --client FILE"),
            exit_code=NO_ACCESS,
        ) from error


def keep_own_sign_in(path: Path, own: OwnSignIn) -> None:
    """Keep a sign-in where only this user can read it; the old one stays until the new one is whole.

    Raises:
        UserError: the folder is in a git repository, or cannot be written to.

    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            N_("Your sign-in cannot be kept in {folder}."),
            why=N_("The computer says: {reason}."),
            todo=N_("See to it that you may make files there, and try again."),
            folder=path.parent,
            reason=error.strerror,
        ) from error
    if shared := in_repository(path):
        raise shared
    replace_bytes(path, json.dumps(asdict(own)).encode(), private=True)


def remove_own_sign_in(path: Path) -> None:
    """Keep the sign-in no longer.

    Raises:
        UserError: the file cannot be removed.

    """
    try:
        path.unlink()
    except OSError as error:
        raise UserError(
            N_("“{file}” cannot be removed."),
            why=N_("The computer says: {reason}."),
            todo=N_("It is worth nothing any more; remove it by hand from {folder}."),
            file=path.name,
            folder=path.parent,
            reason=error.strerror,
        ) from error


def exposed(path: Path) -> Iterator[UserError]:
    """Everything about the place of a key that lets others get at it."""
    yield from filter(None, (read_by_others(path), in_repository(path)))


def read_by_others(path: Path) -> UserError | None:
    """Whether other users of this computer may read the file; Windows has other means for that."""
    if os.name == "nt" or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return None
    return UserError(
        N_("Others who use this computer can read “{file}”."),
        why=N_("Whoever has it can read and change everything that is shared with it."),
        todo=N_("Make it yours alone: chmod 600 {path}"),
        exit_code=NO_ACCESS,
        file=path.name,
        path=path,
    )


def in_repository(path: Path) -> UserError | None:
    """Whether the file lies in a git repository."""
    if not any((folder / ".git").exists() for folder in path.resolve().parents):
        return None
    return UserError(
        N_("“{file}” lies in a git repository."),
        why=N_("A repository is shared sooner or later, and everybody who gets it then has the key."),
        todo=N_("Move it to a folder outside the repository, and change the settings."),
        exit_code=NO_ACCESS,
        file=path.name,
    )


def _object(path: Path) -> dict[str, Any]:
    """The JSON object in a file.

    Raises:
        UserError: it is not there, may not be read, or holds something else.

    """
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise UserError(
            N_("There is no “{file}”."),
            why=N_("I looked in {folder}."),
            todo=N_("Put the key there, or correct the settings."),
            exit_code=NO_ACCESS,
            file=path.name,
            folder=path.absolute().parent,
        ) from error
    except OSError as error:
        raise UserError(
            N_("I may not read “{file}”."),
            why=N_("The computer says: {reason}."),
            todo=N_("Look whether it is a file that you may read."),
            exit_code=NO_ACCESS,
            file=path.name,
            reason=error.strerror,
        ) from error
    except ValueError:
        # What stands in the file may be a key, so nothing of it travels along with the error.
        raise _damaged(path) from None
    if not isinstance(found, dict):
        raise _damaged(path)
    return found


def _wrong_kind(path: Path, found: Mapping[str, Any]) -> UserError:
    if "installed" in found or "web" in found:
        return UserError(
            N_("“{file}” is a client file for signing in with your own account, and no key of a robot."),
            todo=N_("Sign in with it (samenkracht login --client FILE), or make a key: see the handbook."),
            exit_code=NO_ACCESS,
            file=path.name,
        )
    return UserError(
        N_("“{file}” is no key of a robot (service account)."),
        todo=N_("Make a key of the kind JSON in Google Cloud, as the handbook says, and name its file."),
        exit_code=NO_ACCESS,
        file=path.name,
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        N_("“{file}” is damaged, or not a whole key."),
        todo=N_("Download it again from Google Cloud: it is used as it comes, and never changed by hand."),
        exit_code=NO_ACCESS,
        file=path.name,
    )


def _check_addresses(path: Path, *addresses: str) -> None:
    """See that what is secret is only sent to where it is safe.

    Raises:
        UserError: an address is neither https nor of this computer.

    """
    for address in addresses:
        if not safe_address(address):
            raise UserError(
                N_("“{file}” names an address that is not safe: {address}."),
                why=N_("I send a key or a token there, so it must begin with https."),
                todo=N_("Download the file again from Google Cloud."),
                exit_code=WRONG_SETTINGS,
                file=path.name,
                address=address,
            )
