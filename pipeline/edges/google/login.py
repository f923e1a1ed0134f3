"""Signing in with one's own account: by way of the browser, which comes back to this computer.

As Google has it for programs on a computer: a loopback address, a secret that only this program knows
(PKCE, RFC 7636), and a `state` that nobody can guess
(https://developers.google.com/identity/protocols/oauth2/native-app).
"""

import base64
import hashlib
import html
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from pipeline.edges.google.answers import of_answer_to_sign_in
from pipeline.edges.google.errors import GoogleError, not_allowed
from pipeline.edges.google.keys import ClientFile, OwnSignIn
from pipeline.edges.google.network import exchange, session
from pipeline.edges.google.signin import TIMEOUT, granted
from pipeline.model.errors import N_, NO_ACCESS, UserError

PATIENCE: Final = 300.0
"""How long to wait for the browser, in seconds."""

_GLANCE: Final = 0.3
_PAGE: Final = "<!doctype html><meta charset=utf-8><title>Samenkracht</title><p>"


def log_in(
    client: ClientFile,
    wanted: Sequence[str],
    show: Callable[[str], None],
    thanks: str,
    patience: float = PATIENCE,
) -> OwnSignIn:
    """Let somebody sign in; `show` gets the address to open, `thanks` is what the browser shows after.

    Raises:
        UserError: they did not, or not for all that is wanted, or Google cannot be reached.

    """
    verifier, state = secrets.token_urlsafe(64), secrets.token_urlsafe(32)
    with _Door(state, thanks) as door:
        asked = {
            "client_id": client.client_id,
            "redirect_uri": door.address,
            "response_type": "code",
            "scope": " ".join(wanted),
            "state": state,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent",
        }
        show(f"{client.auth_uri}?{urlencode(asked)}")
        code = door.wait(patience)
        grant = {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": verifier,
            "redirect_uri": door.address,
            "client_id": client.client_id,
            "client_secret": client.client_secret,
        }
        given = granted(client.token_uri, grant, "")
    scopes = str(given.get("scope", "")).split()
    if not set(wanted) <= set(scopes) or "refresh_token" not in given:
        raise not_allowed()
    return OwnSignIn(client, given["refresh_token"], tuple(scopes))


def log_out(own: OwnSignIn) -> None:
    """Take back at Google what was allowed; what was taken back already is fine.

    Raises:
        UserError: Google cannot be reached.

    """
    address = urljoin(own.client.token_uri, "revoke")
    answer = exchange(session(address), "post", address, timeout=TIMEOUT, data={"token": own.refresh_token})
    if answer.status_code not in {200, 400}:
        raise of_answer_to_sign_in(answer.status_code, answer.headers, answer.content, "")


def _challenge(verifier: str) -> str:
    """What tells of the secret without telling it."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


class _Door(ThreadingHTTPServer):
    """Where the browser comes back to: a free port that only this computer can reach.

    Browsers knock without saying anything, so everyone who knocks is heard at the same time.
    """

    daemon_threads = True
    timeout = _GLANCE

    def __init__(self, state: str, thanks: str) -> None:
        super().__init__(("127.0.0.1", 0), _Listener)
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.state = state
        self.thanks = thanks
        self.said: Mapping[str, str] | None = None

    def wait(self, patience: float) -> str:
        """The code that the browser brings.

        Raises:
            UserError: it brings none, or does not come.

        """
        end = time.monotonic() + patience
        while self.said is None:
            if time.monotonic() > end:
                raise _nobody_came()
            self.handle_request()
        if "code" not in self.said:
            raise _declined()
        return self.said["code"]


class _Listener(BaseHTTPRequestHandler):
    """Hears the browser; whoever does not know the `state` is sent away."""

    server: _Door

    def do_GET(self) -> None:
        """Take the answer, and say thanks."""
        said = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        known = secrets.compare_digest(said.get("state", "").encode(), self.server.state.encode())
        page = f"{_PAGE}{html.escape(self.server.thanks)}"
        body = page.encode() if known else b""
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        if known:
            self.server.said = said

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Say nothing: the address holds the code."""


def _declined() -> UserError:
    return GoogleError(
        N_("You did not allow me to work with your spreadsheets."),
        why=N_("Nothing was kept."),
        todo=N_("Sign in again, and tick all boxes: samenkracht login"),
        exit_code=NO_ACCESS,
    )


def _nobody_came() -> UserError:
    return GoogleError(
        N_("Your browser did not come back with a sign-in."),
        why=N_("I waited for five minutes. It must be a browser on this very computer."),
        todo=N_("Try again: samenkracht login"),
        exit_code=NO_ACCESS,
    )
