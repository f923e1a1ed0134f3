"""`scripts/google-emulator`: how it starts, what it says, how it ends."""

import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import requests

from tests.google_emulator.__main__ import ROBOT, main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    made.worksheets[0].append(["Naam"])
    path = tmp_path / "antwoorden.xlsx"
    made.save(path)
    return path


@pytest.fixture
def while_it_runs(capfd: pytest.CaptureFixture[str]) -> Any:
    """Runs the command; does something once it listens, with what it said; ends it. Gives its exit code."""

    def run(words: list[str], visit: Callable[[str], None], end: int = signal.SIGTERM) -> int:
        before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
        failed: list[BaseException] = []

        def visitor() -> None:
            said = ""
            while "Google emulator: " not in said or ("--seed" in words and "Spreadsheet: " not in said):
                time.sleep(0.01)
                said += capfd.readouterr().out
            try:
                visit(said)
            except BaseException as error:  # noqa: BLE001 - shown by the test itself
                failed.append(error)
            finally:
                signal.raise_signal(end)

        thread = threading.Thread(target=visitor)
        thread.start()
        try:
            code = main(words)
        finally:
            thread.join()
            signal.signal(signal.SIGTERM, before[0])
            signal.signal(signal.SIGINT, before[1])
        assert failed == []
        return code

    return run


def address(said: str) -> str:
    return said.split("Google emulator: ")[1].split(maxsplit=1)[0]


def test_a_workbook_goes_in_and_comes_out(while_it_runs: Any, seed: Path, tmp_path: Path) -> None:
    out, key, client = tmp_path / "gezien.xlsx", tmp_path / "robot.json", tmp_path / "client.json"

    def visit(said: str) -> None:
        file = said.split("Spreadsheet: ")[1].strip()
        told = {"values": [["Fatima"]]}
        cell = f"{address(said)}/v4/spreadsheets/{file}/values/A2?valueInputOption=RAW"
        assert requests.put(cell, json=told, timeout=10).status_code == 200
        shared = requests.get(f"{address(said)}/emulator/files", timeout=10).json()["files"][0]["shared"]
        assert shared[ROBOT] == "writer"
        assert json.loads(key.read_text())["token_uri"] == f"{address(said)}/token"
        assert json.loads(client.read_text())["installed"]["auth_uri"].startswith(address(said))

    words = ["--seed", str(seed), "--save", str(out), "--key", str(key), "--client", str(client)]
    assert while_it_runs(words, visit) == 0
    assert [cell.value for cell in openpyxl.load_workbook(out).worksheets[0]["A"]] == ["Naam", "Fatima"]
    assert os.name == "nt" or key.stat().st_mode & 0o077 == 0


def test_without_a_workbook_what_changed_last_is_saved(while_it_runs: Any, tmp_path: Path) -> None:
    out = tmp_path / "gezien.xlsx"
    words = ["--save", str(out), "--key", str(tmp_path / "robot.json")]
    assert while_it_runs(words, lambda _: None, signal.SIGINT) == 0
    assert not out.exists()

    def visit(said: str) -> None:
        requests.post(f"{address(said)}/emulator/files", json={"name": "Atelier"}, timeout=10)

    assert while_it_runs(words, visit) == 0
    assert openpyxl.load_workbook(out).sheetnames == ["Sheet1"]


def test_strict(while_it_runs: Any) -> None:
    def visit(said: str) -> None:
        assert requests.get(f"{address(said)}/v4/spreadsheets/x?zomaar=1", timeout=10).status_code == 403

    assert while_it_runs(["--closed", "--quota", "--no-validation"], visit) == 0


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["--port", str(taken.getsockname()[1])]) == 1
    assert capsys.readouterr().err.startswith("google-emulator: [Errno")


@pytest.mark.skipif(os.name == "nt", reason="ends by a signal")
def test_as_a_program_of_its_own() -> None:
    command = [sys.executable, "-m", "tests.google_emulator", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        said = running.stdout.readline()
        assert requests.get(f"{address(said)}/emulator/files", timeout=10).json() == {"files": []}
        running.terminate()
        assert running.wait(10) == 0


def test_help(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["google-emulator", "--help"])
    monkeypatch.delitem(sys.modules, "tests.google_emulator.__main__")
    with pytest.raises(SystemExit) as end:
        runpy.run_module("tests.google_emulator", run_name="__main__")
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("usage: google-emulator")
