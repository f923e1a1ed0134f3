"""People and robots who sign in, and the tokens they were given."""

import json
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.google_emulator.answers import ApiError, Request
from tests.google_emulator.clock import Clock
from tests.google_emulator.ids import Ids

NOT_SIGNED_IN = (
    "Method doesn't allow unregistered callers (callers without established identity). "
    "Please use API Key or other form of API consumer identity to call this API."
)
NOT_VALID = (
    "Request had invalid authentication credentials. "
    "Expected OAuth 2 access token, login cookie or other valid authentication credential."
)
SOMEBODY = "robot@example.iam.gserviceaccount.com"
"""Whose a file is that nobody in particular made: the address in recordings of the real Google."""


@dataclass(slots=True)
class Account:
    """Somebody with an address. Only a robot (a service account) has a key, and owns no files."""

    email: str
    key_id: str = ""

    @property
    def robot(self) -> bool:
        """Whether it is a service account."""
        return bool(self.key_id)


@dataclass(frozen=True, slots=True)
class Token:
    """What an account was allowed, `until` a moment in seconds since 1970; refresh tokens do not expire."""

    email: str
    scopes: frozenset[str]
    client: str
    until: float = float("inf")


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person said yes to in the browser, until the program fetches the tokens that go with it."""

    email: str
    scopes: frozenset[str]
    client: str
    redirect: str
    challenge: str
    method: str
    offline: bool


@dataclass(slots=True)
class Accounts:
    """Every account, and every token that is worth something.

    When the browser asks the first person here to allow something, they do so, all but the scopes that are
    `unticked`; unless they are told that the person `declines`.
    """

    ids: Ids
    clock: Clock
    clients: dict[str, str] = field(default_factory=dict)
    consents: dict[str, Consent] = field(default_factory=dict)
    declines: bool = False
    unticked: frozenset[str] = frozenset()
    known: dict[str, Account] = field(default_factory=dict)
    access: dict[str, Token] = field(default_factory=dict)
    refresh: dict[str, Token] = field(default_factory=dict)

    def person(self, email: str) -> Account:
        """Somebody who signs in in a browser; made when new."""
        return self.known.setdefault(email, Account(email))

    def robot(self, email: str, token_uri: str) -> dict[str, str]:
        """A service account, and what stands in its key file. All robots have the same key."""
        account = self.known.setdefault(email, Account(email, self.ids.text(40, "0123456789abcdef")))
        return {
            "type": "service_account",
            "project_id": "emulator",
            "private_key_id": account.key_id,
            "private_key": private_pem(),
            "client_email": email,
            "client_id": "".join(str(ord(letter)) for letter in email)[:21],
            "token_uri": token_uri,
        }

    def program(self, url: str) -> dict[str, dict[str, object]]:
        """A program that people can sign in with, and what stands in its client file."""
        client = f"{self.ids.text(12, '0123456789')}.apps.googleusercontent.com"
        self.clients[client] = "GOCSPX-" + self.ids.text(28)
        return {
            "installed": {
                "client_id": client,
                "client_secret": self.clients[client],
                "project_id": "emulator",
                "auth_uri": f"{url}/o/oauth2/v2/auth",
                "token_uri": f"{url}/token",
                "redirect_uris": ["http://localhost"],
            }
        }

    def somebody(self) -> str:
        """The first person who is known, made when there is none: who owns what nobody in particular made."""
        found = (account.email for account in self.known.values() if not account.robot)
        return next(found, None) or self.person(SOMEBODY).email

    def sign_in(self, email: str, scopes: str, *, client: str = "", seconds: float = 3599) -> str:
        """A new access token for an account, with these scopes (separated by spaces)."""
        token = "ya29." + self.ids.text(100)
        until = self.clock.seconds() + seconds
        self.access[token] = Token(email, frozenset(scopes.split()), client or email, until)
        return token

    def revoke(self, email: str) -> None:
        """The account takes back what it allowed: none of its tokens is worth anything from now on."""
        self.access = {text: token for text, token in self.access.items() if token.email != email}
        self.refresh = {text: token for text, token in self.refresh.items() if token.email != email}

    def identify(self, request: Request, *, open: bool) -> Request:  # noqa: A002 - the world is called so
        """The request with its caller; 401 for a token worth nothing, 403 without one, unless `open`."""
        sent = request.headers.get("authorization", "").removeprefix("Bearer ")
        token = self.access.get(sent)
        if token and token.until > self.clock.seconds():
            return replace(request, caller=token.email, scopes=token.scopes, client=token.client)
        if token or (sent and not open):
            asked = {"WWW-Authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"'}
            raise ApiError(401, "UNAUTHENTICATED", NOT_VALID, reason="authError", headers=asked)
        if not open:
            raise ApiError.forbidden(NOT_SIGNED_IN)
        return request


@cache
def private_key() -> rsa.RSAPrivateKey:
    """The key of all robots of this run, made once and half as long as Google's: it keeps nothing safe, and
    every sign-in of a test looks whether it is whole, which takes eight times as long for a long one.
    """
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - see above


def private_pem() -> str:
    """The private key as it stands in a key file."""
    form, style = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return private_key().private_bytes(serialization.Encoding.PEM, form, style).decode()


def key_file(key: dict[str, Any]) -> str:
    """The text of a key file."""
    return json.dumps(key, indent=2) + "\n"
