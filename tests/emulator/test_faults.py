"""What goes wrong on demand, and what the program at the other end sees of it."""

from http.client import IncompleteRead
from typing import Any

import pytest
import requests

from tests.google_emulator import faults
from tests.google_emulator.faults import KINDS, Fault
from tests.google_emulator.server import Emulator
from tests.google_emulator.world import SPREADSHEET, World


@pytest.fixture
def file(open_world: World) -> str:
    return open_world.create(SPREADSHEET, "Atelier").id


def read(emulator: Emulator, file: str) -> requests.Response:
    return requests.get(f"{emulator.url}/v4/spreadsheets/{file}/values/A1:B9", timeout=10)


def write(emulator: Emulator, file: str, text: str) -> requests.Response:
    address = f"{emulator.url}/v4/spreadsheets/{file}/values/A1"
    return requests.put(address, params={"valueInputOption": "RAW"}, json={"values": [[text]]}, timeout=10)


def stands(world: World, file: str) -> Any:
    return world.ask("GET", f"/v4/spreadsheets/{file}/values/A1:B9").get("values", [])


ANSWERED = """
kind             status  what the program sees
400              400     INVALID_ARGUMENT
401              401     UNAUTHENTICATED
403              403     PERMISSION_DENIED
404              404     NOT_FOUND
429              429     RESOURCE_EXHAUSTED
429-retry-after  429     RESOURCE_EXHAUSTED
500              500     INTERNAL
502              502     text/html
503              503     UNAVAILABLE
usage-limit      403     usageLimits rateLimitExceeded
storage-full     403     usageLimits storageQuotaExceeded
html             200     text/html
"""


def seen(answer: requests.Response) -> str:
    """In a word or two, what an answer says went wrong."""
    if answer.headers["Content-Type"].startswith("text/html"):
        return "text/html"
    error = answer.json()["error"]
    first = error["errors"][0] if "errors" in error else {}
    return str(error.get("status") or f"{first['domain']} {first['reason']}")


def test_every_answer_that_is_given_instead(emulator: Emulator, file: str) -> None:
    lines = ["kind             status  what the program sees"]
    for kind in faults.ANSWERS:
        emulator.faults.add(Fault(kind, seconds=7))
        answer = write(emulator, file, "nooit")
        lines.append(f"{kind:<17}{answer.status_code:<8}{seen(answer)}")
        assert (answer.headers.get("Retry-After") == "7") == (kind == "429-retry-after")
    assert "\n".join(lines) == ANSWERED.strip()
    assert stands(emulator.world, file) == []


@pytest.mark.parametrize("kind", [*faults.ANSWERS, "cut"])
def test_after_it_was_applied_all_is_done_but_nobody_knows(emulator: Emulator, file: str, kind: str) -> None:
    emulator.faults.add(Fault(kind, applied="after"))
    if kind == "cut":
        with pytest.raises(requests.ConnectionError):
            write(emulator, file, "toch")
    else:
        assert seen(write(emulator, file, "toch"))
    assert stands(emulator.world, file) == [["toch"]]


def test_a_connection_that_is_cut_before(emulator: Emulator, file: str) -> None:
    emulator.faults.add(Fault("cut"))
    with pytest.raises(requests.ConnectionError):
        write(emulator, file, "nooit")
    assert stands(emulator.world, file) == []
    assert (emulator.log.entries[-1].status, emulator.log.entries[-1].faults) == (0, ("cut",))


def test_an_answer_that_breaks_off(emulator: Emulator, file: str) -> None:
    emulator.faults.add(Fault("truncated"))
    with pytest.raises(requests.exceptions.ChunkedEncodingError) as broken:
        read(emulator, file)
    assert isinstance(broken.value.args[0].args[1], IncompleteRead)


def test_a_slow_answer(emulator: Emulator, file: str) -> None:
    emulator.faults.add(Fault("slow", seconds=0.3, times=None))
    with pytest.raises(requests.ReadTimeout):
        requests.get(f"{emulator.url}/v4/spreadsheets/{file}", timeout=0.1)
    assert read(emulator, file).status_code == 200


def test_which_requests_it_happens_to(emulator: Emulator, file: str) -> None:
    emulator.faults.add(Fault("503", match=r"values\.get$", when=2, times=2))
    assert [read(emulator, file).status_code for _ in range(5)] == [200, 503, 503, 200, 200]
    emulator.faults.add(Fault("500", match="findReplace", times=None))
    assert write(emulator, file, "x").status_code == 200
    body: Any = {"requests": [{"findReplace": {"find": "x", "replacement": "y", "allSheets": True}}]}
    for _ in range(2):
        address = f"{emulator.url}/v4/spreadsheets/{file}:batchUpdate"
        assert requests.post(address, json=body, timeout=10).status_code == 500
    emulator.faults.clear()
    assert requests.post(address, json=body, timeout=10).status_code == 200
    assert stands(emulator.world, file) == [["y"]]


def test_signing_in_is_spared_unless_it_is_meant(emulator: Emulator) -> None:
    emulator.faults.add(Fault("503", times=None))
    assert requests.post(f"{emulator.url}/token", timeout=10).status_code == 400
    emulator.faults.add(Fault("500", match="/token"))
    assert requests.post(f"{emulator.url}/token", timeout=10).status_code == 500


class TestEdits:
    """What a volunteer does between two requests."""

    @pytest.fixture
    def filled(self, emulator: Emulator, file: str) -> str:
        rows = [["Naam"], ["Jan"], ["Ali"]]
        emulator.world.ask("PUT", f"/v4/spreadsheets/{file}/values/A1?valueInputOption=RAW", {"values": rows})
        return file

    @pytest.mark.parametrize(
        ("edit", "after"),
        [
            (lambda file: faults.typed(file, "B2", ["ja"]), [["Naam"], ["Jan", "ja"], ["Ali"]]),
            (lambda file: faults.row_inserted(file, 0, 1), [["Naam"], [], ["Jan"], ["Ali"]]),
            (lambda file: faults.sorted_by(file, 0, 0), [["Naam"], ["Ali"], ["Jan"]]),
            (lambda file: faults.sorted_by(file, 0, 0, descending=True), [["Naam"], ["Jan"], ["Ali"]]),
        ],
        ids=["typed", "row inserted", "sorted", "sorted the other way"],
    )
    def test_before_the_request(self, emulator: Emulator, filled: str, edit: Any, after: Any) -> None:
        emulator.faults.add(Fault("edit", edit=edit(filled)))
        assert read(emulator, filled).json()["values"] == after

    def test_after_the_request(self, emulator: Emulator, filled: str) -> None:
        emulator.faults.add(Fault("edit", applied="after", edit=faults.typed(filled, "A1", ["Wie"])))
        assert read(emulator, filled).json()["values"][0] == ["Naam"]
        assert read(emulator, filled).json()["values"][0] == ["Wie"]

    def test_tabs_and_files(self, emulator: Emulator, filled: str) -> None:
        world = emulator.world
        faults.renamed(filled, 0, "Lijst")(world)
        faults.changed(filled, {"addSheet": {"properties": {"sheetId": 7, "title": "Nieuw"}}})(world)
        titles = [each.title for each in world.spreadsheet(filled).sheets]
        faults.deleted(filled, 0)(world)
        left = [each.title for each in world.spreadsheet(filled).sheets]
        assert (titles, left) == (["Lijst", "Nieuw"], ["Nieuw"])
        world.share(filled, "jan@example.org")
        faults.unshared(filled, "jan@example.org")(world)
        assert world.files[filled].role("jan@example.org") == ""
        faults.trashed(filled)(world)
        assert read(emulator, filled).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "418"}, {"kind": "500", "applied": "during"}, {"kind": "edit"}, {"kind": "500", "edit": print}],
)
def test_a_fault_that_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"unknown fault|something to `edit`"):
        Fault(**wrong)
    assert len(KINDS) == len(set(KINDS)) == 16
