#!/usr/bin/env python3
"""How many requests a sync at Google takes, and how it goes with very many rows.

    python scripts/bench/sheets.py [--rows 100000] [--tabs 50]

Everything runs against the emulator in `tests/google_emulator`, which is a process of its own here, with
Google's quota on. First the example Atelier in one spreadsheet: how often a sync asks, against a plain
script that reads and writes six tabs with gspread. Then so many invented responses in so many tabs: how
often a sync asks, how large its largest request is, and how long it takes, each side in its own processor
seconds. Run it with the project's own Python.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests
from sync import ATTENDANCE, SIGNUP, signups

ROOT = Path(__file__).resolve().parents[2]
OWNER = "marijke@ganzenhoek.example"
ROBOT = "robot@atelier.iam.gserviceaccount.com"
EPOCH = datetime(1899, 12, 30)
SIX = ["Aanmelding", "Presentie", "Meenemen", "Idee", "Stemmen", "Evaluatie"]


@dataclass(frozen=True)
class Google:
    """The emulator in its process: its address, a robot's key, and the spreadsheet shared with it."""

    url: str
    key: Path
    spreadsheet: str

    def log(self) -> list[dict[str, Any]]:
        """What was asked of the APIs since the last time."""
        log = f"{self.url}/emulator/log"
        entries = requests.get(log, timeout=60).json()["requests"]
        requests.delete(log, timeout=60)
        return [entry for entry in entries if entry["kind"].startswith("sheets.")]


# --- the emulator's process


def emulate(folder: Path, what: str) -> None:
    """Answer until the standard input ends; tells where it listens, and at the end what it took."""
    from tests.google_emulator.accounts import key_file
    from tests.google_emulator.server import running
    from tests.google_emulator.world import World

    world = World()
    spreadsheet = example(world, folder) if what == "example" else many(world, *map(int, what.split("x")))
    world.share(spreadsheet, ROBOT)
    with running(world, quota=True) as emulator:
        key = folder / "robot.json"
        key.write_text(key_file(world.accounts.robot(ROBOT, f"{emulator.url}/token")))
        key.chmod(0o600)
        before = time.process_time()
        tell([emulator.url, str(key), spreadsheet])
        sys.stdin.read()
        tell(time.process_time() - before)


def tell(what: object) -> None:
    """One line for the process that asked."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def example(world: Any, folder: Path) -> str:
    """The example Atelier in one spreadsheet, the team's own tabs too; no summary yet."""
    from pipeline.app.demo_atelier import write_demo
    from tests.google_emulator.workbook import seed

    write_demo(folder)
    answers, summary = (
        seed(world, folder / name, owner=OWNER).id for name in ("antwoorden.xlsx", "samenvatting.xlsx")
    )
    known = world.ask("GET", f"/v4/spreadsheets/{summary}?fields=sheets.properties(title,sheetId)")
    for title in working_titles():
        sheet = next(one["properties"] for one in known["sheets"] if one["properties"]["title"] == title)
        copied = world.ask(
            "POST",
            f"/v4/spreadsheets/{summary}/sheets/{sheet['sheetId']}:copyTo",
            {"destinationSpreadsheetId": answers},
        )
        properties = {"sheetId": copied["sheetId"], "title": title}
        ask = [{"updateSheetProperties": {"properties": properties, "fields": "title"}}]
        world.ask("POST", f"/v4/spreadsheets/{answers}:batchUpdate", {"requests": ask})
    return answers


def working_titles() -> list[str]:
    """The tabs that the team keeps by hand."""
    from pipeline.templates import load_catalogue

    return [form.title.nl for form in load_catalogue().working.values()]


def many(world: Any, rows: int, tabs: int) -> str:
    """So many rows, of which one in eleven is somebody at the door; the other tabs are a team's own lists."""
    from tests.google_emulator.world import SPREADSHEET

    file: str = world.create(SPREADSHEET, "Ganzenhoek", OWNER).id
    people = signups(rows * 10 // 11, random.Random(7))
    for row in people:
        row[0] = (row[0] - EPOCH).total_seconds() / 86400
    door = [[row[0], "Bijeenkomst 3", row[1]] for row in people[: rows - len(people)]]
    own = [["Boodschap", "Wie"], *([f"boodschap {n}", "Sanne"] for n in range(100))]
    filled = {"Aanmelding": [SIGNUP, *people], "Presentie": [ATTENDANCE, *door]}
    filled |= {f"Lijst {number}": own for number in range(3, tabs + 1)}
    add = [
        {"addSheet": {"properties": {"title": title, "gridProperties": {"rowCount": len(lines)}}}}
        for title, lines in filled.items()
    ]
    ask = {"requests": [*add, {"deleteSheet": {"sheetId": 0}}]}
    world.ask("POST", f"/v4/spreadsheets/{file}:batchUpdate", ask)
    data = [{"range": f"'{title}'!A1", "values": lines} for title, lines in filled.items()]
    body = {"data": data, "valueInputOption": "RAW"}
    world.ask("POST", f"/v4/spreadsheets/{file}/values:batchUpdate", body)
    return file


# --- what is compared


def sync_once(url: str, key: str, spreadsheet: str) -> None:
    """One sync; tells the processor seconds and how many tabs changed."""
    from pipeline.app.config import Config
    from pipeline.app.places import GoogleAccess, SpreadsheetAt
    from pipeline.app.sync import sync
    from pipeline.app.workplace import open_workplace
    from pipeline.model.settings import Settings

    before = time.process_time()
    at = SpreadsheetAt(spreadsheet)
    place = open_workplace(Config(Settings(), google=GoogleAccess(Path(key), url)), at, at)
    report = sync(place, datetime.now(UTC))
    tell([time.process_time() - before, len(report.plan.changed), len(report.plan.changes)])


def plain(url: str, key: str, spreadsheet: str) -> None:
    """What a plain script does with gspread: read six tabs, and write six as one likes to see them."""
    import gspread

    class Local(gspread.HTTPClient):
        """Asks the emulator."""

        def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> Any:
            return super().request(method, url + endpoint.partition("googleapis.com")[2], *args, **options)

    client = gspread.service_account(key, scopes=[f"{SCOPE}/spreadsheets"], http_client=Local)
    book = client.open_by_key(spreadsheet)
    read = {title: book.worksheet(title).get_all_values() for title in SIX}
    tell("read")
    sys.stdin.readline()
    book = client.open_by_key(spreadsheet)
    for title, rows in read.items():
        tab = book.worksheet(title)
        tab.clear()
        tab.update(rows, raw=True)
        tab.format("1:1", {"textFormat": {"bold": True}})
        tab.freeze(rows=1)
        tab.columns_auto_resize(0, len(rows[0]))
    tell("written")


SCOPE = "https://www.googleapis.com/auth"


# --- the tables


@contextmanager
def google(what: str) -> Iterator[Google]:
    """The emulator in a process of its own while the block runs; prints what that took."""
    with TemporaryDirectory() as folder, started("emulate", folder, what) as emulator:
        url, key, spreadsheet = said(emulator)
        yield Google(url, Path(key), spreadsheet)
        emulator.stdin.close()
        print(f"  emulator: {said(emulator):.1f} processor seconds in all")


@contextmanager
def started(job: str, *arguments: str) -> Iterator[Any]:
    """A job in a process of its own."""
    command = [sys.executable, __file__, "--job", job, *arguments]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=path
    ) as process:
        yield process


def said(process: Any) -> Any:
    """The next line that a job tells."""
    return json.loads(process.stdout.readline())


def show(there: Google, what: str) -> list[dict[str, Any]]:
    """Sync once and print what it took; what was asked."""
    began = time.perf_counter()
    with started("sync", there.url, str(there.key), there.spreadsheet) as process:
        processor, changed, tabs = said(process)
    wall = time.perf_counter() - began
    log = there.log()
    largest = max(entry["bytes_in"] for entry in log)
    print(
        f"  {what}: {len(log)} requests, largest {largest / 1e6:.2f} MB, {changed} of {tabs} tabs changed, "
        f"{wall:.1f} s, of which {processor:.1f} processor seconds of ours"
    )
    return log


def compare() -> None:
    """The example Atelier against a plain script."""
    print("The example Atelier in one spreadsheet")
    with google("example") as there:
        ours = len(show(there, "sync"))
        show(there, "sync again")
        with started("plain", there.url, str(there.key), there.spreadsheet) as script:
            said(script)
            read = len(there.log())
            script.stdin.write("\n")
            script.stdin.flush()
            said(script)
        written = len(there.log())
        ratio = (read + written) / ours
        print(f"  plain script, six tabs: {read} requests to read, {written} to write; {ratio:.1f} × ours")


def main() -> None:
    """Compare, or do one of the jobs that are compared."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--tabs", type=int, default=50)
    options.add_argument("--job", nargs="+", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.job:
        job, *arguments = chosen.job
        jobs = {
            "sync": sync_once,
            "plain": plain,
            "emulate": lambda folder, what: emulate(Path(folder), what),
        }
        jobs[job](*arguments)
        return
    compare()
    print(f"{chosen.rows} responses in {chosen.tabs} tabs")
    with google(f"{chosen.rows}x{chosen.tabs}") as there:
        show(there, "sync")
        show(there, "sync again")


if __name__ == "__main__":
    main()
