"""Runs the script that makes the forms, in Node, against a stand-in for what it finds in Google."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.edges.google.script import render_script
from pipeline.model.blueprint import Blueprint
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.summaries.blueprint import draw
from pipeline.templates import load_catalogue

HERE = Path(__file__).parent
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="there is no Node here to run the script in")
ROBOT = "robot@atelier.iam.gserviceaccount.com"
CATALOGUE = load_catalogue()
SETTINGS = Settings(
    title="Rondkomen met weinig",
    contact="06 00 00 00 00",
    meetings=(
        MeetingPlan(1, date(2026, 9, 3), "Buurthuis De Wissel"),
        MeetingPlan(2, date(2026, 10, 1)),
        MeetingPlan(3),
    ),
)
BLUEPRINT = draw(CATALOGUE, SETTINGS, tables=2)


def words(language: str = "nl") -> dict[str, str]:
    """What the script says."""
    return {
        name: text[language] for group in ("forms", "script") for name, text in CATALOGUE.texts[group].items()
    }


def script(blueprint: Blueprint = BLUEPRINT, *, robot: str = ROBOT, existing: str = "") -> str:
    """The script for these forms."""
    return render_script(blueprint, words(blueprint.language), robot, existing)


def play(*scenarios: dict[str, Any], text: str | None = None) -> list[dict[str, Any]]:
    """What came of each scenario; see `run.js`."""
    assert NODE
    given = json.dumps({"script": text or script(), "scenarios": scenarios})
    done = subprocess.run(
        [NODE, str(HERE / "run.js")],
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: list[dict[str, Any]] = json.loads(done.stdout)
    return result


def sheet(world: dict[str, Any], name: str) -> dict[str, Any]:
    """The tab of this name in the one spreadsheet there is."""
    (book,) = world["books"]
    return next(one for one in book["sheets"] if one["name"] == name)
