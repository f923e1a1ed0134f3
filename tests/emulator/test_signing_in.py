"""Accounts, tokens and what they open."""

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from google.auth.transport.requests import Request as Transport
from google.oauth2.service_account import Credentials

from tests.google_emulator.accounts import key_file, private_key
from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.server import Emulator, running
from tests.google_emulator.tokens import ROBOT
from tests.google_emulator.world import FORM, SPREADSHEET, World

ADDRESS = "robot@atelier.iam.gserviceaccount.com"
SHEETS = "https://www.googleapis.com/auth/spreadsheets"
OWN_FILES = "https://www.googleapis.com/auth/drive.file"


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


def posted(world: World, path: str = "/token", **fields: str) -> Answer:
    return world.answer(Request.to("POST", path, urlencode(fields).encode()))


def claim(world: World, signed: bool = True, **changes: Any) -> str:
    now = int(world.clock.seconds())
    body = {"iss": ADDRESS, "aud": "https://oauth2.googleapis.com/token", "iat": now, "exp": now + 3600}
    told = {name: value for name, value in (body | {"scope": SHEETS} | changes).items() if name != "kid"}
    head = {"alg": "RS256", "kid": changes.get("kid", world.accounts.known[ADDRESS].key_id)}
    text = ".".join(encoded(json.dumps(part).encode()) for part in (head, told))
    signature = private_key().sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{text}.{encoded(signature if signed else signature[::-1])}"


def of_robot(world: World, **changes: Any) -> Any:
    return posted(world, grant_type=ROBOT, assertion=claim(world, **changes)).body


@pytest.fixture
def known(world: World) -> World:
    world.accounts.robot(ADDRESS, "http://127.0.0.1/token")
    return world


def test_a_robot_gets_a_token_for_what_it_signed(known: World) -> None:
    given = of_robot(known)
    assert {name: given[name] for name in ("expires_in", "scope", "token_type")} == {
        "expires_in": 3599,
        "scope": SHEETS,
        "token_type": "Bearer",
    }
    assert known.accounts.access[given["access_token"]].email == ADDRESS


@pytest.mark.parametrize(
    ("changes", "error", "description"),
    [
        ({"signed": False}, "invalid_grant", "Invalid JWT Signature."),
        ({"kid": "another"}, "invalid_grant", "Invalid JWT Signature."),
        ({"iss": "nobody@example.org"}, "invalid_grant", "Invalid grant: account not found"),
        ({"iat": 0}, "invalid_grant", "Invalid JWT: Token must be a short-lived token"),
        ({"exp": 0}, "invalid_grant", "Invalid JWT: Token must be a short-lived token"),
        ({"aud": "elsewhere"}, "invalid_grant", "Invalid JWT: Failed audience check."),
        ({"scope": ""}, "invalid_scope", "Invalid OAuth scope or ID token audience provided."),
    ],
)
def test_a_robot_that_signs_something_else_gets_none(
    known: World, changes: dict[str, Any], error: str, description: str
) -> None:
    found = of_robot(known, **changes)
    assert found["error"] == error
    assert found["error_description"].startswith(description)


def test_a_clock_that_is_an_hour_ahead_is_noticed(known: World) -> None:
    early = claim(known)
    known.clock.advance(-3600)
    assert posted(known, grant_type=ROBOT, assertion=early).status == 400


def test_what_is_no_claim_at_all(known: World) -> None:
    assert posted(known, grant_type=ROBOT, assertion="x").body == {
        "error": "invalid_request",
        "error_description": "Bad Request",
    }
    person = known.accounts.person("jan@example.org").email
    assert of_robot(known, iss=person)["error_description"] == "Invalid grant: account not found"


def test_a_way_to_sign_in_that_is_unknown(world: World) -> None:
    assert posted(world, grant_type="password").body == {
        "error": "unsupported_grant_type",
        "error_description": "Invalid grant_type: password",
    }


class TestGoogleAuth:
    """With Google's own library, from a key file."""

    @pytest.fixture
    def emulator(self) -> Iterator[Emulator]:
        with running() as started:
            yield started

    def test_a_robot_reads_what_is_shared_with_it(self, emulator: Emulator) -> None:
        key = json.loads(key_file(emulator.world.accounts.robot(ADDRESS, f"{emulator.url}/token")))
        credentials = Credentials.from_service_account_info(key, scopes=[SHEETS])  # type: ignore[no-untyped-call]
        credentials.refresh(Transport())
        file = emulator.world.create(SPREADSHEET, "Atelier")
        address = f"{emulator.url}/v4/spreadsheets/{file.id}?fields=properties.title"
        headers = {"Authorization": f"Bearer {credentials.token}"}
        assert requests.get(address, headers=headers, timeout=10).status_code == 403
        emulator.world.share(file.id, ADDRESS, "reader")
        assert requests.get(address, headers=headers, timeout=10).json() == {
            "properties": {"title": "Atelier"}
        }


class TestSignInOfAPerson:
    """The browser's way, with a secret of the program."""

    VERIFIER = "een-heel-lang-geheim-van-het-programma-dat-niemand-raadt"

    def asked(self, world: World, **changes: str) -> dict[str, str]:
        client = world.accounts.program("http://emulator")["installed"]["client_id"]
        told = {
            "client_id": str(client),
            "redirect_uri": "http://127.0.0.1:8123/",
            "response_type": "code",
            "scope": f"{OWN_FILES} {SHEETS}",
            "state": "abc",
            "access_type": "offline",
            "code_challenge": encoded(hashlib.sha256(self.VERIFIER.encode()).digest()),
            "code_challenge_method": "S256",
        }
        return told | changes

    def sent_back(self, world: World, told: dict[str, str]) -> dict[str, str]:
        answer = world.answer(Request.to("GET", f"/o/oauth2/v2/auth?{urlencode(told)}"))
        assert answer.status == 302
        return {
            name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()
        }

    def fetched(self, world: World, told: dict[str, str], code: str, **changes: str) -> Any:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": told["client_id"],
            "client_secret": world.accounts.clients[told["client_id"]],
            "redirect_uri": told["redirect_uri"],
            "code_verifier": self.VERIFIER,
        }
        return posted(world, **(fields | changes)).body

    def test_a_code_is_worth_tokens_once(self, world: World) -> None:
        world.accounts.person("jan@example.org")
        told = self.asked(world)
        back = self.sent_back(world, told)
        assert (back["state"], back["scope"]) == ("abc", f"{OWN_FILES} {SHEETS}")
        given = self.fetched(world, told, back["code"])
        assert world.accounts.access[given["access_token"]].email == "jan@example.org"
        assert world.accounts.refresh[given["refresh_token"]].scopes == {OWN_FILES, SHEETS}
        assert self.fetched(world, told, back["code"])["error_description"] == "Malformed auth code."

    def test_without_offline_there_is_nothing_to_refresh_with(self, world: World) -> None:
        told = self.asked(world, access_type="online", redirect_uri="http://localhost/?from=here")
        assert "refresh_token" not in self.fetched(world, told, self.sent_back(world, told)["code"])

    def test_a_plain_challenge(self, world: World) -> None:
        told = self.asked(world, code_challenge=self.VERIFIER, code_challenge_method="plain")
        assert "access_token" in self.fetched(world, told, self.sent_back(world, told)["code"])

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"code_verifier": "geraden"}, "invalid_grant"),
            ({"redirect_uri": "http://127.0.0.1:9/"}, "redirect_uri_mismatch"),
            ({"client_secret": "geraden"}, "invalid_client"),
            ({"client_id": "iemand-anders"}, "invalid_client"),
        ],
    )
    def test_somebody_else_gets_nothing_for_the_code(
        self, world: World, changes: dict[str, str], error: str
    ) -> None:
        told = self.asked(world)
        assert self.fetched(world, told, self.sent_back(world, told)["code"], **changes)["error"] == error

    def test_a_person_says_no_or_ticks_less(self, world: World) -> None:
        told = self.asked(world)
        world.accounts.unticked = frozenset({SHEETS})
        assert self.sent_back(world, told)["scope"] == OWN_FILES
        world.accounts.declines = True
        assert self.sent_back(world, told) == {"state": "abc", "error": "access_denied"}

    @pytest.mark.parametrize("changes", [{"client_id": "onbekend"}, {"redirect_uri": "http://example.org/"}])
    def test_an_unknown_program_is_not_let_in(self, world: World, changes: dict[str, str]) -> None:
        told = self.asked(world, **changes)
        assert world.answer(Request.to("GET", f"/o/oauth2/v2/auth?{urlencode(told)}")).status == 400

    def test_a_token_is_refreshed_until_it_is_taken_back(self, world: World) -> None:
        told = self.asked(world)
        given = self.fetched(world, told, self.sent_back(world, told)["code"])
        client = {"client_id": told["client_id"], "client_secret": world.accounts.clients[told["client_id"]]}
        again = {"grant_type": "refresh_token", "refresh_token": given["refresh_token"], **client}
        fresh: Any = posted(world, **again).body
        assert fresh["scope"] == f"{OWN_FILES} {SHEETS}"
        assert posted(world, "/revoke", token=fresh["access_token"]).body == {}
        assert posted(world, **again).body == {
            "error": "invalid_grant",
            "error_description": "Token has been expired or revoked.",
        }
        assert posted(world, "/revoke", token=fresh["access_token"]).status == 400


class TestWhatATokenOpens:
    """401, 403 and 404, as Google tells them apart."""

    def get(self, world: World, file: str, token: str = "") -> Answer:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return world.answer(
            Request.to("GET", f"/v4/spreadsheets/{file}?fields=spreadsheetId", headers=headers)
        )

    def status(self, answer: Answer) -> tuple[int, str]:
        body: Any = answer.body
        return answer.status, body["error"]["status"]

    def test_nothing_without_one_or_with_a_wrong_one(self, world: World) -> None:
        file = world.create(SPREADSHEET, "Atelier").id
        assert self.status(self.get(world, file)) == (403, "PERMISSION_DENIED")
        assert self.status(self.get(world, file, "geraden")) == (401, "UNAUTHENTICATED")

    def test_everything_without_one_where_the_world_is_open(self, open_world: World) -> None:
        file = open_world.create(SPREADSHEET, "Atelier").id
        assert self.get(open_world, file).status == self.get(open_world, file, "geraden").status == 200
        token = open_world.accounts.sign_in("jan@example.org", SHEETS)
        assert self.status(self.get(open_world, file, token)) == (403, "PERMISSION_DENIED")

    def test_it_expires(self, world: World) -> None:
        file = world.create(SPREADSHEET, "Atelier", "jan@example.org").id
        token = world.accounts.sign_in("jan@example.org", SHEETS)
        assert self.get(world, file, token).body == {"spreadsheetId": file}
        world.clock.advance(timedelta(hours=1).total_seconds())
        assert self.status(self.get(world, file, token)) == (401, "UNAUTHENTICATED")

    def test_it_is_for_some_things_only(self, world: World) -> None:
        file = world.create(SPREADSHEET, "Atelier", "jan@example.org").id
        nothing = world.accounts.sign_in("jan@example.org", "")
        assert self.status(self.get(world, file, nothing)) == (403, "PERMISSION_DENIED")
        token = world.accounts.sign_in("jan@example.org", "https://www.googleapis.com/auth/forms.body")
        answer = self.get(world, file, token)
        body: Any = answer.body
        assert body["error"]["details"][0] == {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "domain": "googleapis.com",
            "metadata": {"service": "sheets.googleapis.com", "method": "sheets.spreadsheets.get"},
        }
        assert 'error="insufficient_scope"' in answer.headers["WWW-Authenticate"]

    def test_a_program_with_drive_file_sees_only_what_it_made(self, world: World) -> None:
        token = world.accounts.sign_in("jan@example.org", OWN_FILES, client="ours")
        theirs = world.create(SPREADSHEET, "Atelier", "jan@example.org").id
        ours = world.create(SPREADSHEET, "Atelier", "jan@example.org", client="ours").id
        assert self.get(world, ours, token).status == 200
        assert self.status(self.get(world, theirs, token)) == (404, "NOT_FOUND")
        headers = {"Authorization": f"Bearer {token}"}
        assert world.answer(Request.to("GET", f"/drive/v3/files/{theirs}", headers=headers)).status == 404
        listed: Any = world.answer(Request.to("GET", "/drive/v3/files", headers=headers)).body
        assert [each["id"] for each in listed["files"]] == [ours]
        for address, name in (("/v4/spreadsheets", "spreadsheetId"), ("/v1/forms", "formId")):
            made: Any = world.answer(Request.to("POST", address, {}, headers)).body
            assert world.files[made[name]].client == "ours"

    def test_a_reader_does_not_write(self, world: World) -> None:
        file = world.create(SPREADSHEET, "Atelier").id
        world.share(file, "jan@example.org", "reader")
        values = f"/v4/spreadsheets/{file}/values/A1"
        assert world.ask("GET", values, caller="jan@example.org")["range"] == "Sheet1!A1"
        with pytest.raises(ApiError, match="The caller does not have permission"):
            world.ask("POST", f"{values}:clear", {}, caller="jan@example.org")
        world.share(file, "jan@example.org")
        assert (
            world.ask("POST", f"{values}:clear", {}, caller="jan@example.org")["clearedRange"] == "Sheet1!A1"
        )
        world.unshare(file, "jan@example.org")
        with pytest.raises(ApiError, match="The caller does not have permission"):
            world.ask("GET", values, caller="jan@example.org")

    def test_a_form_is_no_spreadsheet(self, world: World) -> None:
        form, book = world.create(FORM, "Aanmelding").id, world.create(SPREADSHEET, "Atelier").id
        with pytest.raises(ApiError, match="This operation is not supported for this document"):
            world.ask("GET", f"/v4/spreadsheets/{form}")
        for wrong in (lambda: world.spreadsheet(form), lambda: world.form(book), lambda: world.form("x")):
            with pytest.raises(ApiError, match="Requested entity was not found"):
                wrong()

    def test_who_one_is(self, world: World) -> None:
        token = world.accounts.sign_in("jan@example.org", "openid")
        headers = {"Authorization": f"Bearer {token}"}
        found: Any = world.answer(Request.to("GET", "/v1/userinfo", headers=headers)).body
        assert found["email"] == "jan@example.org"

    def test_whom_a_file_reaches(self, world: World) -> None:
        file = world.create(SPREADSHEET, "Atelier").id
        permissions = f"/drive/v3/files/{file}/permissions"
        world.ask("POST", permissions, {"type": "domain", "role": "reader", "domain": "wijk.example"})
        assert world.files[file].role("jan@wijk.example") == "reader"
        assert world.files[file].role("jan@elders.example") == ""
        world.ask("POST", permissions, {"type": "anyone", "role": "commenter"})
        assert world.files[file].role("jan@elders.example") == "commenter"
