"""From the script to the summary: what it makes in Google is found by a sync, nothing renamed by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.atelier import samenkracht
from tests.edges.google.scene import Scene, scene
from tests.qr import addresses
from tests.script.google import ROBOT, needs_node, play, sheet

pytestmark = needs_node


TITLE = 'Rondkomen met "weinig" – مرحبا'


@pytest.fixture
def google(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Somebody who did `init`, in an empty folder but for the robot's key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "nl")
    with scene(tmp_path) as found:
        said = ("--title", TITLE, "--date", "3-9-2026", "--place", "De Wissel", "--team", "=Hatice Demir")
        begun = samenkracht("init", "--key", "robot.json", *said)
        assert begun.out.endswith("\n  samenkracht forms\n")
        yield found


def made(google: Scene) -> dict[str, Any]:
    """What the script makes that `forms` writes, and the settings told of the spreadsheet."""
    assert samenkracht("forms", "--tables", 2).code == 0
    (world,) = play({"runs": [{}]}, text=Path("formulieren.txt").read_text("utf-8"))
    assert (world["errors"], world["books"][0]["editors"]) == ([None], [ROBOT])
    config = Path("config.toml")
    told = config.read_text("utf-8").replace(
        "[responses]\n", f'[responses]\nspreadsheet = "{google.spreadsheet}"\n'
    )
    told = told.replace("[google]\n", f'[google]\nendpoint = "{google.emulator.url}"\n')
    config.write_text(told, "utf-8")
    return world


def test_the_spreadsheet_of_the_script_is_understood_as_it_is(google: Scene, tmp_path: Path) -> None:
    world = made(google)
    tabs = {one["name"]: one["rows"] for one in world["books"][0]["sheets"]}
    assert tabs["Programma"][1][:3] == ["Bijeenkomst 1", "2026-09-03", "De Wissel"]
    assert tabs["Team"][1:] == [["'=Hatice Demir", "", "teamlid"]]
    tabs["Team"][1][0] = "=Hatice Demir"  # as it stands there after it was typed with the sign before it
    headers = sheet(world, "Aanmelding")["rows"][0]
    answers = {
        "Tijdstempel": 46268.5,
        "Wat is uw naam?": "Fatma Yılmaz",
        "Hoe doet u mee?": "Bewoner, Vrijwilliger of sleutelfiguur",
        "Mag het team uw gegevens bewaren tot dit Atelier is afgerond?": "Ja",
    }
    tabs["Aanmelding"].append([answers.get(header, "") for header in headers])
    door = sheet(world, "Presentie")["rows"][0]
    tabs["Presentie"].append(
        [{"Welke bijeenkomst is dit?": "Bijeenkomst 1"}.get(header, "") for header in door[:2]]
        + ["Fatma Yılmaz"]
    )
    google.fill(tabs)
    first = samenkracht("sync")
    assert first.code == 0, first.err
    assert samenkracht("export", "--json", "uit.json").code == 0
    found = json.loads((tmp_path / "uit.json").read_text("utf-8"))
    assert found["atelier"]["title"] == TITLE
    person, _of_the_team = sorted(found["participants"], key=lambda one: one["name"] is None)
    assert (person["name"], person["roles"]) == ("Fatma Yılmaz", ["resident", "key_figure"])
    assert found["meetings"][0]["present"] == 1
    again = samenkracht("sync")
    assert "Alles was al bij." in again.out
    checked = samenkracht("forms", "--check")
    assert (checked.code, "✗" in checked.out) == (0, False)


def test_the_links_of_the_script_are_on_the_posters(google: Scene, tmp_path: Path) -> None:
    world = made(google)
    google.fill({one["name"]: one["rows"] for one in world["books"][0]["sheets"]})
    ran = samenkracht("print", "posters", "--meeting", 2)
    assert ran.code == 0, ran.err
    page = (tmp_path / "afdrukken" / "bijeenkomst-2" / "posters.html").read_text("utf-8")
    links = {row[4]: row[2] for row in sheet(world, "Links")["rows"][3:]}
    scanned = addresses(page)
    assert links["evaluation:meeting:2"] in scanned
    assert links["evaluation:meeting:1"] not in scanned
