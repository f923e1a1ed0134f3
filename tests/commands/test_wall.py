"""`wall`: reads along, reveals when asked, keeps its last state when reading fails, and writes nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from pipeline.app.wall import LOOK_AT_FILES, LOOK_ELSEWHERE, Wall
from pipeline.app.workplace import Workplace, find_config, open_workplace
from pipeline.cli import wall as command
from pipeline.edges.page.server import wall_server
from pipeline.model.errors import UserError
from pipeline.model.responses import RawTab
from tests.commands.atelier import RESPONSES, samenkracht, write_workbook

NOW = datetime(2026, 10, 1, 18, 14, tzinfo=UTC)
IDEA = "| 2026-10-01T20:02:00 | 3 | Bankjes in de zon |  |\n"
BALLOT = "| 2026-10-01T21:02:00 | Wim Koolhaas   | 3 | 1 | 1 | 1 |\n"
WITH_IDEA = RESPONSES.replace("# Stemmen", f"{IDEA}# Stemmen")
FEWER = RESPONSES.replace("| 2 | 1 | 1 | 9 |", "| 2 | 1 | 9 | 9 |")


class Ear:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __call__(self, error: UserError | None) -> None:
        self.heard.append(str(error) if error else "again")


class Clock:
    """Shows the time that a test says it is."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Sheets:
    """A source that must be read to be seen, as Google is; it fails as often as it is told to."""

    def __init__(self, source: Any) -> None:
        self.name = "spreadsheet"
        self.failures: list[Exception] = []
        self._source = source

    def read(self) -> tuple[RawTab, ...]:
        if self.failures:
            raise self.failures.pop()
        tabs: tuple[RawTab, ...] = self._source.read()
        return tabs


def workplace(responses: Path) -> Workplace:
    config = find_config(None, responses.parent)
    return open_workplace(config, responses, responses.with_name("samenvatting.xlsx"), "nl")


def opened(place: Workplace, ear: Ear | None = None, clock: Clock | None = None) -> Wall:
    wall = Wall(place, clock or Clock(), ear or Ear())
    wall.open()
    return wall


def scene(wall: Wall) -> Any:
    return json.loads(wall.scene()[1])


def numbers(wall: Wall) -> dict[str, int]:
    """The number of every idea that hangs there, by its text."""
    return {card["text"]: card["number"] for card in scene(wall)["ideas"]}


def revealed(wall: Wall) -> list[tuple[int, list[tuple[int, str]] | None]]:
    """Place, and number and stickers of its ideas, of every row that is shown."""
    return [
        (row["place"], row["ideas"] and [(card["number"], card["stickers"]) for card in row["ideas"]])
        for row in scene(wall)["result"]["places"]
    ]


def test_ideas_appear_as_they_come_in(responses: Path) -> None:
    wall = opened(workplace(responses))
    version, _scene = wall.scene()
    assert wall.look() == LOOK_AT_FILES
    assert wall.scene()[0] == version, "nothing was saved, so nothing was read"
    write_workbook(responses, WITH_IDEA)
    wall.look()
    assert not responses.with_name("samenvatting.xlsx").exists()
    assert numbers(wall) == {
        "Samen koken op donderdag": 1, "Gereedschap lenen in het buurthuis": 2, "Bankjes in de zon": 3,
    }  # fmt: skip


def test_a_number_on_the_wall_stays(responses: Path) -> None:
    """Typed in later with an earlier time: still the next number, until a sync wrote other ones down."""
    wall = opened(workplace(responses))
    earlier = WITH_IDEA.replace("2026-10-01T20:02:00", "2026-10-01T19:30:00")
    write_workbook(responses, earlier)
    wall.look()
    assert numbers(wall)["Bankjes in de zon"] == 3
    samenkracht("sync", responses)
    wall.look()
    assert numbers(wall) == {
        "Bankjes in de zon": 1, "Samen koken op donderdag": 2, "Gereedschap lenen in het buurthuis": 3,
    }  # fmt: skip


def test_stickers_count_when_the_moderator_begins_to_reveal(responses: Path) -> None:
    write_workbook(responses, FEWER)
    wall = opened(workplace(responses))
    wall.do("result")
    assert revealed(wall) == [(1, None), (2, None)]
    wall.do("next")
    assert revealed(wall) == [(1, None), (2, [(1, "1 sticker")])]
    write_workbook(responses, FEWER + BALLOT)
    wall.look()
    assert scene(wall)["note"].startswith("Daarna kwamen er nog stickers bij.")
    wall.do("next")
    wall.do("next")
    assert revealed(wall) == [(1, [(2, "2 stickers")]), (2, [(1, "1 sticker")])]
    wall.do("hide")
    wall.do("next")
    wall.do("next")
    assert revealed(wall) == [(1, [(1, "4 stickers")]), (2, [(2, "2 stickers")])]
    assert scene(wall)["note"] == ""


def test_what_is_decided_about_a_tie_shows_at_once(responses: Path) -> None:
    responses.with_name("config.toml").write_text("[votes]\nprizes = 1\n")
    wall = opened(workplace(responses))
    wall.do("result")
    wall.do("next")
    (place,) = scene(wall)["result"]["places"]
    assert [card["number"] for card in place["ideas"]] == [1, 2]
    assert place["tie"] == "Gelijke stand, en nog 1 prijs. Delen, loten of een nieuwe ronde?"
    asked = samenkracht("review", "--list", "--quiet").out.splitlines()
    question = next(line.split()[0] for line in asked if "plaats" in line.lower())
    assert samenkracht("review", "--decide", f"{question}=share").code == 0
    wall.look()
    (place,) = scene(wall)["result"]["places"]
    assert place["tie"] == "Gelijke stand: zij delen de prijs"


def test_back_hides_a_place_again_and_then_shows_the_ideas(responses: Path) -> None:
    wall = opened(workplace(responses))
    for step, view, shown in (
        ("result", "result", 0), ("next", "result", 1), ("back", "result", 0), ("back", "ideas", 0),
    ):  # fmt: skip
        wall.do(step)
        places = [row for row in scene(wall)["result"]["places"] if row["ideas"]]
        assert (scene(wall)["view"], len(places)) == (view, shown)


def test_turning_pages(responses: Path) -> None:
    wall = opened(workplace(responses))
    for step, turns in (("next", 1), ("next", 2), ("back", 1), ("nonsense", 1)):
        wall.do(step)
        assert scene(wall)["turns"] == turns


def test_one_idea_in_large_type(responses: Path) -> None:
    write_workbook(responses, WITH_IDEA)
    wall = opened(workplace(responses))
    for step, number, idea in (
        ("idea", 2, 2), ("next", None, 3), ("next", None, 3), ("back", None, 2), ("back", None, 1),
        ("back", None, 1), ("idea", 9, None), ("idea", 3, 3),
    ):  # fmt: skip
        wall.do(step, number)
        assert scene(wall)["idea"] == idea
    assert json.loads(wall.status()[1])["status"] == "Op het scherm: idee 3"
    write_workbook(responses)
    wall.look()
    assert scene(wall)["idea"] is None
    wall.do("idea", 1)
    wall.do("ideas")
    assert scene(wall)["idea"] is None


def test_a_workbook_that_is_being_saved(responses: Path) -> None:
    """Half a file is no news: the last state stays, and only a second failure in a row is told."""
    ear = Ear()
    wall = opened(workplace(responses), ear)
    whole = write_workbook(responses.with_name("nieuw.xlsx"), WITH_IDEA).read_bytes()
    responses.write_bytes(whole[:2000])
    assert wall.look() == 2 * LOOK_AT_FILES
    assert (scene(wall)["note"], ear.heard) == ("", [])
    assert wall.look() == 4 * LOOK_AT_FILES
    assert scene(wall)["note"] == "laatste stand van 20:14"
    assert [wall.look(), wall.look()] == [8 * LOOK_AT_FILES] * 2
    assert len(numbers(wall)) == 2
    responses.write_bytes(whole)
    assert wall.look() == LOOK_AT_FILES
    assert (scene(wall)["note"], len(numbers(wall))) == ("", 3)
    assert ear.heard == ["“antwoorden.xlsx” is no workbook that I can read.", "again"]


def test_a_workbook_that_was_away(responses: Path) -> None:
    """The very same file again: read all the same, as the last state was told to be old."""
    wall = opened(workplace(responses))
    moved = responses.rename(responses.with_name("weg.xlsx"))
    assert [wall.look(), wall.look()] == [2 * LOOK_AT_FILES, 4 * LOOK_AT_FILES]
    assert scene(wall)["note"] == "laatste stand van 20:14"
    moved.rename(responses)
    assert wall.look() == LOOK_AT_FILES
    assert scene(wall)["note"] == ""


def test_a_reading_that_takes_long(responses: Path) -> None:
    """Google lets wait for minutes: the wall says by itself how old it is, and again when it is not."""
    clock = Clock()
    wall = opened(workplace(responses), clock=clock)
    clock.now += timedelta(seconds=61)
    assert scene(wall)["note"] == "laatste stand van 20:14"
    wall.look()
    assert scene(wall)["note"] == ""


def test_the_internet_is_gone_and_a_fault_of_ours(responses: Path) -> None:
    ear = Ear()
    place = workplace(responses)
    sheets = Sheets(place.source)
    wall = opened(replace(place, source=sheets), ear)
    assert wall.look() == LOOK_ELSEWHERE
    sheets.failures = [ValueError("Fatma"), ValueError("Fatma"), ValueError("Fatma"), ValueError("Fatma")]
    assert [wall.look() for _ in range(5)] == [30.0, 60.0, 120.0, 120.0, 15.0]
    assert ear.heard == ["Something went wrong in the program: ValueError.", "again"]


def test_who_waits_hears_of_a_new_version(responses: Path) -> None:
    wall = opened(workplace(responses))
    version, _scene = wall.scene()
    assert not wall.wait(version, 0)
    thread = Thread(target=wall.do, args=("next",))
    thread.start()
    assert wall.wait(version, 10)
    thread.join()


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Stops the wall as Ctrl-C does, as soon as it would wait; gives what a browser was asked to open."""
    visited: list[str] = []

    def stop(_seconds: float) -> None:
        raise KeyboardInterrupt

    def visit(url: str) -> bool:
        visited.append(url)
        return len(visited) == 1

    monkeypatch.setattr(command, "sleep", stop)
    monkeypatch.setattr("webbrowser.open", visit)
    return lambda: visited


def test_the_command(responses: Path, stopped: Callable[[], list[str]]) -> None:
    ran = samenkracht("wall", "--quiet")
    assert (ran.code, ran.out.count("\n")) == (130, 2)
    assert (
        ran.out
        == f"De wand staat op {stopped()[0]}\nHet programma leest mee tot u het hier stopt, met Ctrl-C.\n"
    )
    assert ran.err.strip() == "Gestopt. Er is niets veranderd."
    assert not responses.with_name("samenvatting.xlsx").exists()
    again = samenkracht("wall", "--quiet")
    assert again.out.splitlines()[-1] == "Ik kon geen browser openen. Open er zelf een en ga naar dit adres."
    assert len(samenkracht("wall", "--quiet", "--no-browser").out.splitlines()) == 2


def test_a_port_that_is_taken(responses: Path, stopped: Callable[[], list[str]]) -> None:
    with wall_server(opened(workplace(responses))) as server:
        port = server.server_address[1]
        ran = samenkracht("wall", "--quiet", "--no-browser", "--port", port)
    assert ran.code == 1
    assert ran.err.startswith(f"Fout: Poort {port} is niet vrij op deze computer.")


@pytest.fixture
def telephone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A network of which nothing is asked."""
    monkeypatch.setattr("pipeline.edges.page.server.own_address", lambda: "127.0.0.1")
    return


def test_with_a_remote_control(
    responses: Path, stopped: Callable[[], list[str]], telephone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = samenkracht("wall", "--quiet", "--no-browser", "--remote").out.splitlines()
    assert told[1].startswith("De afstandsbediening, alleen voor uw eigen telefoon: http://127.0.0.1:")
    assert told[2] == "Wie dit adres kent, kan bladeren. Laat het niet op de beamer zien."
    assert len(told) == 4


@pytest.mark.parametrize(("signs", "scanned"), [(True, True), (False, False)])
def test_the_address_as_a_picture_where_the_terminal_can(
    responses: Path,
    stopped: Callable[[], list[str]],
    telephone: None,
    monkeypatch: pytest.MonkeyPatch,
    signs: bool,
    scanned: bool,
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: True, raising=False)
    monkeypatch.setattr(command, "can_show", lambda _signs: signs)
    assert ("▀" in samenkracht("wall", "--quiet", "--no-browser", "--remote").out) == scanned


@pytest.mark.parametrize(("encoding", "can"), [("utf-8", True), ("cp1252", False)])
def test_what_a_terminal_has(monkeypatch: pytest.MonkeyPatch, encoding: str, can: bool) -> None:
    class Screen:
        pass

    screen = Screen()
    screen.encoding = encoding  # type: ignore[attr-defined]
    monkeypatch.setattr("sys.stdout", screen)
    assert command.can_show("▀") is can


def test_what_the_terminal_hears(capsys: pytest.CaptureFixture[str]) -> None:
    command.tell(UserError("There is no “{file}”.", todo="Check.", file="antwoorden.xlsx"))
    command.tell(None)
    heard = capsys.readouterr().err.splitlines()
    assert len(heard) == 4
    assert heard[-2].startswith("  ")
    assert "antwoorden.xlsx" in heard[0]
