"""`wall` on an Atelier that stands at Google: within its quota, and through what goes wrong there."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import tenacity.nap

from pipeline.cli import wall as command
from tests.commands.atelier import samenkracht, write_workbook
from tests.commands.test_google import GET, VALUES
from tests.edges.google.scene import MARIJKE, ROBOT, Scene, scene
from tests.google_emulator.faults import Fault
from tests.google_emulator.workbook import seed


@pytest.fixture
def google(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """The small Atelier in a spreadsheet, and waits that take no time."""
    monkeypatch.setattr(tenacity.nap, "time", SimpleNamespace(sleep=lambda _seconds: None))
    with scene(folder) as found:
        file = seed(found.world, write_workbook(folder / "Ganzenhoek.xlsx"), owner=MARIJKE)
        found.world.share(file.id, ROBOT)
        (folder / "config.toml").write_text(
            f'[responses]\nspreadsheet = "{file.id}"\n[google]\nkey = "robot.json"\n'
            f'endpoint = "{found.emulator.url}"\n'
        )
        yield found


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[float]]:
    """Says what happens before each look; gives how long the wall pauses, and stops it after the last."""
    slept: list[float] = []

    def between(*happens: Callable[[], object]) -> list[float]:
        waiting = list(happens)

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            if not waiting:
                raise KeyboardInterrupt
            waiting.pop(0)()

        monkeypatch.setattr(command, "sleep", sleep)
        return slept

    return between


def nothing() -> None:
    """Nothing happens."""


def test_eight_requests_a_minute(google: Scene, pauses: Callable[..., list[float]]) -> None:
    slept = pauses(nothing, nothing, nothing)
    ran = samenkracht("wall", "--no-browser", "--quiet")
    assert (ran.code, slept) == (130, [15.0] * 4)
    assert google.emulator.log.kinds == [GET, VALUES] * 5, (
        "once to begin, and at every look; nothing is written"
    )


def test_google_is_away_for_a_while(google: Scene, pauses: Callable[..., list[float]]) -> None:
    faults = google.emulator.faults
    slept = pauses(lambda: faults.add(Fault("503", GET, times=None)), nothing, faults.clear, nothing)
    ran = samenkracht("wall", "--no-browser", "--quiet")
    assert ran.code == 130
    assert slept[0] == slept[-1] == 15.0
    assert slept[1] < slept[2]
    assert "De wand houdt de laatste stand, en ik blijf het proberen.\n" in ran.err
    assert ran.err.count("Het lezen lukt weer.\n") == 1
