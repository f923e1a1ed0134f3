"""What the README of the emulator says is true."""

import re
from pathlib import Path
from typing import Any

import gspread
import requests
from google.auth.transport.requests import Request as Transport
from google.oauth2.service_account import Credentials

from tests.google_emulator.__main__ import options
from tests.google_emulator.control import CONTROLS, PREFIX
from tests.google_emulator.faults import KINDS
from tests.google_emulator.server import running
from tests.google_emulator.world import World

README = (Path(__file__).parents[1] / "google_emulator" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
ROWS = [line for line in README.splitlines() if line.startswith("| ")]


def ours(url: str, key: dict[str, str], file: str) -> None:
    """A program that writes and reads, as the example has one."""
    scopes = ["https://www.googleapis.com/auth/spreadsheets"]
    robot: Any = Credentials.from_service_account_info(key, scopes=scopes)  # type: ignore[no-untyped-call]
    robot.refresh(Transport())
    headers = {"Authorization": f"Bearer {robot.token}"}
    address = f"{url}/v4/spreadsheets/{file}"
    written = {"values": [["Fatima"]]}
    cell = f"{address}/values/A1?valueInputOption=RAW"
    assert requests.put(cell, json=written, headers=headers, timeout=10).status_code == 200
    assert requests.get(address, headers=headers, timeout=10).status_code == 503


def test_the_example_of_a_test() -> None:
    names: dict[str, Any] = {"ours": ours}
    exec(EXAMPLES[0], names)  # noqa: S102 - our own text
    names["test_something"]()


def test_the_example_with_gspread() -> None:
    with running(World(open=True)) as google:
        names: dict[str, Any] = {}
        exec(EXAMPLES[1].replace("http://127.0.0.1:8765", google.url), names)  # noqa: S102 - our own text
        client: gspread.Client = names["client"]
        assert client.create("Atelier").title == "Atelier"


def test_every_fault_is_told() -> None:
    start = ROWS.index("| kind | what the program sees |") + 1
    told = [name for row in ROWS[start:] for name in re.findall("`(.*?)`", row.split("|")[1])]
    assert sorted(told[: len(KINDS)]) == sorted(KINDS)


def test_every_control_is_told() -> None:
    rows = [row.split("|")[1] for row in ROWS if PREFIX in row]
    told = {
        (method, name)
        for row in rows
        for method in re.findall(r"\b(GET|POST|DELETE)\b", row)
        for name in re.findall(r"/(\w+)`", row)
    }
    assert told == set(CONTROLS)


def test_every_option_is_told() -> None:
    asked = vars(options([]))
    assert [name for name in asked if f"--{name.replace('_', '-')}" not in README] == []
