"""Recorded answers of the real Google, asked of the emulator again."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.google_emulator.server import running
from tests.google_emulator.world import World


def test_the_emulator_answers_as_google_did() -> None:
    named = os.environ.get("SAMENKRACHT_REFERENCE")
    if not named:
        pytest.skip("SAMENKRACHT_REFERENCE names no reference folder")
    replay, recordings = Path(named) / "google" / "replay.py", Path(named) / "google" / "recordings"
    with running(World(open=True)) as emulator:
        command = [sys.executable, str(replay), emulator.url, str(recordings)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout
    matched = re.match(r"(\d+)/(\d+) interactions match", told)
    assert matched, told
    assert int(matched[2]) > 1000, told
    # Two uploads were answered with facts about an account that nobody has here.
    assert int(matched[1]) >= int(matched[2]) - 2, told
