"""Signing in: `/token`, the page where a person says yes, and taking a token back.

Three ways, as Google has them (RFC 6749, 7521, 7636): a robot signs a claim with its key, a program refreshes
a token it has, and a person's browser comes back with a code that goes with a secret of the program (PKCE).
"""

import base64
import hashlib
import json
import re
from re import Match
from typing import Any
from urllib.parse import parse_qs, urlencode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from tests.google_emulator.accounts import Consent, Token, private_key
from tests.google_emulator.answers import Answer, Request
from tests.google_emulator.world import Route, World

ROBOT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SKEW = 300
NOT_IN_TIME = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)


class RefusedError(Exception):
    """A token that is not given, in the words of RFC 6749."""

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.answer = Answer(status, {"error": error, "error_description": description})


def token(world: World, request: Request, match: Match[str]) -> Answer:
    """POST /token."""
    asked = {name: values[-1] for name, values in parse_qs(request.body.decode(errors="replace")).items()}
    grants = {ROBOT: _robot, "refresh_token": _refresh, "authorization_code": _code}
    grant = grants.get(asked.get("grant_type", ""))
    try:
        if grant is None:
            raise RefusedError("unsupported_grant_type", f"Invalid grant_type: {asked.get('grant_type', '')}")
        return Answer(200, grant(world, asked))
    except RefusedError as refused:
        return refused.answer


def _robot(world: World, asked: dict[str, str]) -> dict[str, Any]:
    claim = _signed_claim(world, asked.get("assertion", ""))
    issued, until, now = claim.get("iat", 0), claim.get("exp", 0), world.clock.seconds()
    if not (issued - SKEW <= now <= until and 0 < until - issued <= 3600):
        raise RefusedError("invalid_grant", NOT_IN_TIME)
    if not str(claim.get("aud", "")).endswith("/token"):
        raise RefusedError("invalid_grant", "Invalid JWT: Failed audience check.")
    if not claim.get("scope"):
        raise RefusedError("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
    return _given(world, claim["iss"], claim["scope"], claim["iss"])


def _signed_claim(world: World, assertion: str) -> dict[str, Any]:
    """What a robot says, once its signature is found right."""
    try:
        signed, _, signature = assertion.rpartition(".")
        head, claim = (json.loads(_decoded(part)) for part in signed.split("."))
        account = world.accounts.known.get(claim["iss"])
    except (ValueError, KeyError, TypeError):
        raise RefusedError("invalid_request", "Bad Request") from None
    if account is None or not account.robot:
        raise RefusedError("invalid_grant", "Invalid grant: account not found")
    try:
        public = private_key().public_key()
        public.verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise RefusedError("invalid_grant", "Invalid JWT Signature.") from None
    if head.get("kid", account.key_id) != account.key_id:
        raise RefusedError("invalid_grant", "Invalid JWT Signature.")
    return dict(claim)


def _refresh(world: World, asked: dict[str, str]) -> dict[str, Any]:
    known = world.accounts.refresh.get(asked.get("refresh_token", ""))
    if known is None:
        raise RefusedError("invalid_grant", "Token has been expired or revoked.")
    _check_client(world, asked, known.client)
    return _given(world, known.email, " ".join(sorted(known.scopes)), known.client)


def _code(world: World, asked: dict[str, str]) -> dict[str, Any]:
    consent = world.accounts.consents.pop(asked.get("code", ""), None)
    if consent is None:
        raise RefusedError("invalid_grant", "Malformed auth code.")
    _check_client(world, asked, consent.client)
    if asked.get("redirect_uri") != consent.redirect:
        raise RefusedError("redirect_uri_mismatch", "Bad Request")
    if consent.challenge != _challenge(asked.get("code_verifier", ""), consent.method):
        raise RefusedError("invalid_grant", "Invalid code verifier.")
    given = _given(world, consent.email, " ".join(sorted(consent.scopes)), consent.client)
    if consent.offline:
        given["refresh_token"] = text = "1//" + world.ids.text(80)
        world.accounts.refresh[text] = Token(consent.email, consent.scopes, consent.client)
    return given


def _check_client(world: World, asked: dict[str, str], client: str) -> None:
    secret = world.accounts.clients.get(client)
    if asked.get("client_id") != client or asked.get("client_secret") != secret:
        raise RefusedError("invalid_client", "The OAuth client was not found.", 401)


def _given(world: World, email: str, scopes: str, client: str) -> dict[str, Any]:
    text = world.accounts.sign_in(email, scopes, client=client)
    return {"access_token": text, "expires_in": 3599, "scope": scopes, "token_type": "Bearer"}


def consent(world: World, request: Request, match: Match[str]) -> Answer:
    """GET /o/oauth2/v2/auth: the person says what `Accounts` was told to, and the browser is sent back."""
    client, redirect = request.one("client_id"), request.one("redirect_uri")
    wanted = frozenset(request.one("scope").split())
    if client not in world.accounts.clients or not re.match(r"http://(127\.0\.0\.1|localhost)[:/]", redirect):
        return Answer(400, b"<title>Error 400: invalid_request</title>", {"Content-Type": "text/html"})
    back = {"state": request.one("state")}
    if world.accounts.declines:
        back |= {"error": "access_denied"}
    else:
        code = "4/" + world.ids.text(60)
        scopes = wanted - world.accounts.unticked
        world.accounts.consents[code] = Consent(
            world.accounts.somebody(),
            scopes,
            client,
            redirect,
            request.one("code_challenge"),
            request.one("code_challenge_method", "plain"),
            offline=request.one("access_type") == "offline",
        )
        back |= {"code": code, "scope": " ".join(sorted(scopes))}
    where = redirect + ("&" if "?" in redirect else "?") + urlencode(back)
    return Answer(302, None, {"Location": where})


def revoke(world: World, request: Request, match: Match[str]) -> Answer:
    """POST /revoke: the token, and all that was given with it, is worth nothing any more."""
    text = parse_qs(request.body.decode(errors="replace")).get("token", request.all("token") or [""])[-1]
    known = world.accounts.access.get(text) or world.accounts.refresh.get(text)
    if known is None:
        return Answer(400, {"error": "invalid_token", "error_description": "Token expired or revoked"})
    world.accounts.revoke(known.email)
    return Answer(200, {})


def whoever(world: World, request: Request, match: Match[str]) -> dict[str, Any]:
    """GET /v1/userinfo: whose token it is."""
    return {"sub": "".join(str(ord(letter)) for letter in request.caller)[:21], "email": request.caller}


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _challenge(verifier: str, method: str) -> str:
    if method != "S256":
        return verifier
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


ROUTES: tuple[Route, ...] = (
    ("POST", re.compile("/token"), token),
    ("GET", re.compile("/o/oauth2/(v2/)?auth"), consent),
    ("POST", re.compile("/revoke"), revoke),
    ("GET", re.compile("/v1/userinfo"), whoever),
)
