"""Signing in: tokens for a robot or for one's own account.

google-auth signs for the robot; the requests for tokens are ours, as its own look up regions of access
behind our back, and repeat themselves without telling (https://developers.google.com/identity/protocols/oauth2).
"""

import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Protocol

from pipeline.edges.google.answers import of_answer_to_sign_in
from pipeline.edges.google.errors import GoogleError, not_allowed, not_google, not_whole
from pipeline.edges.google.keys import OwnSignIn, RobotKey, read_own_sign_in, read_robot_key

SPREADSHEETS: Final = "https://www.googleapis.com/auth/spreadsheets"
FORM_QUESTIONS: Final = "https://www.googleapis.com/auth/forms.body.readonly"
FORM_RESPONSES: Final = "https://www.googleapis.com/auth/forms.responses.readonly"
FORMS_TO_MAKE: Final = "https://www.googleapis.com/auth/forms.body"
OWN_FILES: Final = "https://www.googleapis.com/auth/drive.file"

HOUR: Final = 3600
TIMEOUT: Final = (10.0, 30.0)
"""How long to wait for a connection and for a token, in seconds."""


def scopes(*, forms: bool, create: bool = False) -> tuple[str, ...]:
    """What is asked for: spreadsheets, to read forms and to make them where that is needed.

    Of the Drive only the files that this program itself makes, and only to make forms.
    """
    reading = (FORM_QUESTIONS, FORM_RESPONSES) if forms or create else ()
    return (SPREADSHEETS, *reading, *((FORMS_TO_MAKE, OWN_FILES) if create else ()))


Object = dict[str, Any]
"""A JSON object as Google sends it."""


class SignIn(Protocol):
    """Who asks; `path` is the file with the key or the sign-in."""

    path: Path

    @property
    def account(self) -> str:
        """The address that a spreadsheet is shared with; "" for somebody's own account."""
        ...

    def look(self) -> None:
        """See whether the file is whole and good for what is needed; nothing is sent.

        Raises:
            UserError: it is not.

        """
        ...

    def token(self, *, anew: bool = False) -> str:
        """A token that Google takes; another one with `anew`, when it did not take this one.

        Raises:
            UserError: Google gives none.

        """
        ...


class Robot:
    """Signs in with the key of a service account; the file is opened when it is needed first."""

    def __init__(self, path: Path, wanted: tuple[str, ...]) -> None:
        self.path = path
        self._wanted = wanted
        self._token = ""

    @cached_property
    def _key(self) -> RobotKey:
        return read_robot_key(self.path)

    @property
    def account(self) -> str:
        """The robot's address: what a spreadsheet is shared with.

        Raises:
            UserError: as `keys.read_robot_key`.

        """
        return self._key.email

    def look(self) -> None:
        """See whether the key file is whole.

        Raises:
            UserError: as `keys.read_robot_key`, or nothing can be signed with it.

        """
        self._claim()

    def token(self, *, anew: bool = False) -> str:
        """A token for an hour.

        Raises:
            UserError: the key is not whole, Google takes it no more, or Google cannot be reached.

        """
        if anew or not self._token:
            grant = {
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion": self._claim(),
            }
            self._token = granted(self._key.token_uri, grant, self.account)["access_token"]
        return self._token

    def _claim(self) -> str:
        """Who asks and for what, signed (RFC 7523)."""
        from google.auth import crypt, jwt

        now = int(time.time())
        claim = {
            "iss": self._key.email,
            "scope": " ".join(self._wanted),
            "aud": self._key.token_uri,
            "iat": now,
            "exp": now + HOUR,
        }
        try:
            signer = crypt.RSASigner.from_string(self._key.private_key, self._key.key_id)  # type: ignore[no-untyped-call]
        except ValueError:
            raise not_whole(self.account) from None
        signed: bytes = jwt.encode(signer, claim)  # type: ignore[no-untyped-call]
        return signed.decode()


class Own:
    """Signs in as the person who ran `samenkracht login`."""

    account: Final = ""

    def __init__(self, path: Path, wanted: tuple[str, ...]) -> None:
        self.path = path
        self._wanted = wanted
        self._token = ""

    def token(self, *, anew: bool = False) -> str:
        """A token for an hour.

        Raises:
            UserError: nobody signed in, or not for this; Google takes the sign-in no more, or cannot
                be reached.

        """
        if anew or not self._token:
            own = self._kept()
            grant = {
                "grant_type": "refresh_token",
                "refresh_token": own.refresh_token,
                "client_id": own.client.client_id,
                "client_secret": own.client.client_secret,
            }
            self._token = granted(own.client.token_uri, grant, self.account)["access_token"]
        return self._token

    def look(self) -> None:
        """See whether somebody is signed in, for all that is needed.

        Raises:
            UserError: nobody is, or not for this.

        """
        self._kept()

    def _kept(self) -> OwnSignIn:
        own = read_own_sign_in(self.path)
        if not set(self._wanted) <= set(own.scopes):
            raise not_allowed()
        return own


def granted(address: str, grant: Mapping[str, str], account: str) -> dict[str, Any]:
    """What Google gives for a grant: `access_token`, `scope`, perhaps `refresh_token` (RFC 6749).

    Raises:
        UserError: it gives nothing, or cannot be reached.

    """
    from pipeline.edges.google.network import exchange, session

    try:
        answer = exchange(session(address), "post", address, timeout=TIMEOUT, data=grant)
    except GoogleError as error:
        raise error.unsent() from None
    if answer.status_code != 200:
        raise of_answer_to_sign_in(answer.status_code, answer.headers, answer.content, account)
    try:
        found: dict[str, Any] = answer.json()
        _ = found["access_token"]
    except (ValueError, KeyError, TypeError):
        raise not_google() from None
    return found
