"""The server: its log, its quota, its limits, its controls."""

import threading
from typing import Any

import pytest
import requests

from tests.google_emulator.answers import ApiError, Request
from tests.google_emulator.log import kinds_within
from tests.google_emulator.quota import Quota
from tests.google_emulator.server import Emulator, running
from tests.google_emulator.world import SPREADSHEET, World


@pytest.fixture
def file(open_world: World) -> str:
    return open_world.create(SPREADSHEET, "Atelier").id


def test_the_log_tells_what_was_asked_but_not_what_was_typed(emulator: Emulator, file: str) -> None:
    sheets = f"{emulator.url}/v4/spreadsheets/{file}"
    requests.put(f"{sheets}/values/Sheet1!A1?valueInputOption=RAW", json={"values": [["Fatima"]]}, timeout=10)
    requests.get(f"{sheets}/values/Sheet1!A1", timeout=10)
    body: Any = {"requests": [{"addSheet": {}}, {"addSheet": {}}, {"deleteSheet": {"sheetId": 0}}]}
    requests.post(f"{sheets}:batchUpdate", json=body, timeout=10)
    requests.post(f"{emulator.url}/token", timeout=10)
    requests.patch(f"{sheets}/values/Fatima!A1", timeout=10)
    table = [
        (each.method, each.path.replace(file, "ID"), each.kind, each.status) for each in emulator.log.entries
    ]
    assert table == [
        ("PUT", "/v4/spreadsheets/ID/values/{range}", "sheets.spreadsheets.values.update", 200),
        ("GET", "/v4/spreadsheets/ID/values/{range}", "sheets.spreadsheets.values.get", 200),
        ("POST", "/v4/spreadsheets/ID:batchUpdate", "sheets.spreadsheets.batchUpdate", 200),
        ("POST", "/token", "token", 400),
        ("PATCH", "/v4/spreadsheets/ID/values/{range}", f"v4/spreadsheets/{file}/values/{{range}}", 404),
    ]
    third = emulator.log.entries[2]
    assert (third.number, third.requests, third.bytes_in > 60, third.bytes_out > 60) == (
        3,
        ("addSheet", "deleteSheet"),
        True,
        True,
    )
    assert emulator.log.kinds == [kind for _, _, kind, _ in table[:3]]
    assert "Fatima" not in str(emulator.log.as_json())


def test_the_kinds_within_a_body_that_is_no_batch() -> None:
    for body in (b"{", b'{"requests": 3}', b'{"requests": ["addSheet"]}'):
        assert kinds_within(Request.to("POST", "/v4/spreadsheets/x:batchUpdate", body)) == ()


def test_one_connection_serves_many_requests(emulator: Emulator, file: str) -> None:
    with requests.Session() as session:
        for _ in range(3):
            assert session.get(f"{emulator.url}/v4/spreadsheets/{file}", timeout=10).status_code == 200


def test_requests_at_once_come_one_after_the_other(emulator: Emulator, file: str) -> None:
    address = f"{emulator.url}/v4/spreadsheets/{file}/values/A1:append?valueInputOption=RAW"

    def append(number: int) -> None:
        requests.post(address, json={"values": [[number]]}, timeout=10)

    written = [threading.Thread(target=append, args=(number,)) for number in range(8)]
    for each in written:
        each.start()
    for each in written:
        each.join()
    stands = emulator.world.ask("GET", f"/v4/spreadsheets/{file}/values/A1:A20")["values"]
    assert sorted(int(row[0]) for row in stands) == list(range(8))


def test_the_date_is_that_of_the_emulators_clock(emulator: Emulator) -> None:
    assert requests.get(emulator.url, timeout=10).headers["Date"] == "Mon, 02 Mar 2026 19:30:00 GMT"


def test_a_body_that_is_too_large(emulator: Emulator, file: str) -> None:
    emulator.largest = 1000
    address = f"{emulator.url}/v4/spreadsheets/{file}/values/A1?valueInputOption=RAW"
    answer = requests.put(address, json={"values": [["x" * 1000]]}, timeout=10)
    assert answer.json()["error"]["message"] == "Request payload size exceeds the limit: 1000 bytes."


def test_somebody_who_hangs_up_is_no_trouble_and_anything_else_is_shown(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(error: Exception) -> None:
        def answer(_: Request) -> None:
            raise error

        monkeypatch.setattr(emulator, "answer", answer)
        with pytest.raises(requests.ConnectionError):
            requests.get(emulator.url, timeout=10)

    broken(BrokenPipeError())
    assert capfd.readouterr().err == ""
    broken(RuntimeError("een fout in de emulator"))
    assert "een fout in de emulator" in capfd.readouterr().err


class TestQuota:
    """Sixty reads and sixty writes a minute for a user, three hundred for all of them."""

    def spent(self, quota: Quota, times: int, method: str = "sheets.spreadsheets.get", **rest: Any) -> int:
        """How many requests got through."""
        for number in range(times):
            try:
                quota.spend(method, rest.get("caller", "jan@example.org"), write=rest.get("write", False))
            except ApiError:
                return number
        return times

    @pytest.fixture
    def quota(self, world: World) -> Quota:
        return Quota(world.clock, on=True)

    def test_a_user_has_sixty_reads_and_sixty_writes(self, quota: Quota) -> None:
        assert self.spent(quota, 100) == 60
        assert self.spent(quota, 100, write=True) == 60
        assert self.spent(quota, 100, caller="ali@example.org") == 60

    def test_a_project_has_three_hundred(self, quota: Quota) -> None:
        assert sum(self.spent(quota, 50, caller=f"{number}@example.org") for number in range(9)) == 300

    def test_a_minute_later_there_is_room_again(self, quota: Quota) -> None:
        assert self.spent(quota, 30) == 30
        quota.clock.advance(30)
        assert self.spent(quota, 100) == 30
        quota.clock.advance(30)
        assert self.spent(quota, 100) == 30

    def test_what_is_not_counted(self, quota: Quota) -> None:
        assert self.spent(quota, 400, "drive.files.get") == 400
        assert self.spent(quota, 400, "forms.forms.responses.list") == 180
        quota.on = False
        assert self.spent(quota, 400) == 400

    def test_over_http(self, open_world: World) -> None:
        file = open_world.create(SPREADSHEET, "Atelier").id
        with running(open_world, quota=True) as emulator:
            address = f"{emulator.url}/v4/spreadsheets/{file}?fields=spreadsheetId"
            found = [requests.get(address, timeout=10) for _ in range(61)]
            assert [each.status_code for each in found] == [200] * 60 + [429]
            assert found[60].json()["error"] == {
                "code": 429,
                "message": "Quota exceeded for quota metric 'Read requests' and limit "
                "'Read requests per minute per user' of service 'sheets.googleapis.com'.",
                "status": "RESOURCE_EXHAUSTED",
                "details": [
                    {
                        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                        "reason": "RATE_LIMIT_EXCEEDED",
                        "domain": "googleapis.com",
                        "metadata": {
                            "quota_limit": "ReadRequestsPerMinutePerUser",
                            "quota_limit_value": "60",
                            "service": "sheets.googleapis.com",
                        },
                    }
                ],
            }


class TestControls:
    """What can be asked of the emulator itself, over HTTP."""

    @pytest.fixture
    def ask(self, emulator: Emulator) -> Any:
        def asked(method: str, what: str, /, **body: Any) -> Any:
            address = f"{emulator.url}/emulator/{what}"
            return requests.request(method, address, json=body, timeout=10).json()

        return asked

    def test_files_and_whom_they_are_shared_with(self, ask: Any) -> None:
        file = ask("POST", "files", name="Atelier", owner="jan@example.org")["id"]
        ask("POST", "share", file=file, email="ali@example.org", role="reader")
        ask("POST", "share", file=file, email="team@example.org")
        ask("POST", "share", file=file, email="team@example.org", role="")
        assert ask("GET", "files")["files"] == [
            {
                "id": file,
                "name": "Atelier",
                "kind": SPREADSHEET,
                "owner": "jan@example.org",
                "shared": {"jan@example.org": "owner", "ali@example.org": "reader"},
            }
        ]

    def test_faults(self, ask: Any, emulator: Emulator) -> None:
        found = ask("POST", "faults", kind="503", when=2, match="values")["faults"]
        assert found == [
            {
                "kind": "503",
                "match": "values",
                "when": 2,
                "times": 1,
                "applied": "before",
                "seconds": 0,
                "seen": 0,
            }
        ]
        assert ask("DELETE", "faults") == {}
        file = ask("POST", "files", name="Atelier")["id"]
        address = f"/v4/spreadsheets/{file}"
        edit = {"method": "POST", "target": f"{address}/values/A1:clear"}
        typed = {
            "method": "PUT",
            "target": f"{address}/values/A1?valueInputOption=RAW",
            "body": {"values": [["x"]]},
        }
        ask("POST", "faults", kind="edit", edit=[edit, typed])
        values = requests.get(f"{emulator.url}{address}/values/A1", timeout=10).json()["values"]
        assert values == [["x"]]
        assert ask("POST", "faults", kind="500", wen=2) == {"error": "ValueError: unknown: wen"}

    def test_log_clock_and_quota(self, ask: Any, emulator: Emulator) -> None:
        requests.get(f"{emulator.url}/v4/spreadsheets/x", timeout=10)
        assert [each["status"] for each in ask("GET", "log")["requests"]] == [404]
        assert ask("DELETE", "log") == {}
        assert ask("GET", "log") == {"requests": []}
        assert ask("POST", "clock", advance=90) == {"now": "2026-03-02T19:31:30+00:00"}
        assert ask("POST", "quota", on=True) == {"on": True}

    def test_accounts(self, ask: Any, emulator: Emulator) -> None:
        key = ask("POST", "robots", email="robot@example.iam.gserviceaccount.com")
        assert (key["type"], key["token_uri"]) == ("service_account", f"{emulator.url}/token")
        assert ask("POST", "programs")["installed"]["token_uri"] == f"{emulator.url}/token"
        token = ask("POST", "tokens", email="jan@example.org", scopes="openid")["token"]
        assert token in emulator.world.accounts.access
        assert ask("POST", "revoke", email="jan@example.org") == {}
        assert token not in emulator.world.accounts.access

    def test_responses_to_a_form(self, ask: Any, emulator: Emulator) -> None:
        form = ask("POST", "files", name="Aanmelding", kind="form")["id"]
        item = {"title": "Naam", "questionItem": {"question": {"textQuestion": {}}}}
        create = {"createItem": {"item": item, "location": {"index": 0}}}
        emulator.world.ask("POST", f"/v1/forms/{form}:batchUpdate", {"requests": [create]})
        refused = ask("POST", "responses", form=form, answers={"Naam": "Ali"})
        assert refused == {"error": "ValueError: the form takes no responses"}
        emulator.world.form(form).accepting = True
        sent = ask("POST", "responses", form=form, answers={"Naam": "Ali"}, email="ali@example.org")
        again = ask(
            "POST",
            "responses",
            form=form,
            response=sent["responseId"],
            answers={"Naam": "Ali B."},
            at="2026-03-03T10:00:00+00:00",
        )
        assert (sent["createTime"], sent["respondentEmail"]) == (
            "2026-03-02T19:30:00.000000Z",
            "ali@example.org",
        )
        assert (again["createTime"], again["lastSubmittedTime"]) == (
            "2026-03-02T19:30:00.000000Z",
            "2026-03-03T10:00:00.000000Z",
        )

    def test_what_cannot_be_done(self, ask: Any) -> None:
        assert ask("GET", "alles")["error"].startswith("known are GET /emulator/log, ")
        assert ask("POST", "share", file="x", email="y") == {"error": "KeyError: 'x'"}
        assert ask("POST", "files", name="x", kind="drawing") == {"error": "KeyError: 'drawing'"}


def test_a_control_that_is_not_json(emulator: Emulator) -> None:
    answer = requests.post(f"{emulator.url}/emulator/files", data=b"[", timeout=10)
    assert answer.json()["error"]["message"] == "Invalid JSON payload received. Unexpected token."
