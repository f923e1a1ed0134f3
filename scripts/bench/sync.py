#!/usr/bin/env python3
"""How long a sync takes, what it costs in memory, and which step takes its share.

    python scripts/bench/sync.py [--signups 100000]
    python scripts/bench/sync.py --start

Makes a workbook of invented sign-ups and attendance in a temporary folder, syncs it in a process of
its own, and compares it, in the same run, with a peer: a plain script that reads the same workbook
and writes one table of the same size with the same libraries. Processor seconds hold on a busy machine
too, so the shares are told in those. `--start` times whole commands on the example Atelier instead,
interpreter and all: the median of five. Run it with the project's own Python.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from statistics import median
from subprocess import DEVNULL

FIRST = [
    "Fatma",
    "Jan",
    "Youssef",
    "Sanne",
    "Radjesh",
    "Maria",
    "Piotr",
    "Soraya",
    "Willem",
    "Aïsha",
    "Joao",
    "Bep",
    "Kees",
    "Naima",
    "Dewi",
]
MIDDLE = ["", "", "", "de", "van", "van der", "el", "ter"]
SYLLABLES = [
    "ba",
    "ka",
    "lo",
    "mer",
    "vin",
    "dal",
    "oos",
    "ter",
    "wij",
    "schaap",
    "berg",
    "hout",
    "lan",
    "rie",
    "stra",
    "kol",
    "mun",
    "za",
    "tor",
    "fel",
    "gra",
    "hui",
    "nes",
]
ROLES = ["Bewoner", "Vrijwilliger of sleutelfiguur", "Professional", "Overheid"]
SIGNUP = [
    "Tijdstempel", "Wat is uw naam?", "Hoe doet u mee?", "Wat is uw e-mailadres?",
    "Wat is uw telefoonnummer?", "Wat is uw postcode?",
    "Wie heeft u gevraagd om mee te doen? (naam, of de code op uw uitnodiging)",
    "Bij welke bijeenkomsten bent u erbij?",
    "Mag het team uw gegevens bewaren tot dit Atelier is afgerond?",
]  # fmt: skip
ATTENDANCE = ["Tijdstempel", "Welke bijeenkomst is dit?", "Wat is uw naam, of de code op uw naamkaartje?"]


def person(dice: random.Random) -> str:
    """An invented name, of the spread that a city has."""
    family = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 3, 3, 4)))).capitalize()
    return " ".join(filter(None, (dice.choice(FIRST), dice.choice(MIDDLE), family)))


def signups(count: int, dice: random.Random) -> list[list[object]]:
    """`count` sign-up rows; one in three names somebody before them as inviter."""
    rows: list[list[object]] = []
    moment = datetime(2026, 8, 1, 9)
    for number in range(count):
        name = person(dice)
        moment += timedelta(seconds=dice.randint(1, 90))
        inviter = str(rows[dice.randrange(len(rows))][1]) if rows and dice.random() < 1 / 3 else ""
        rows.append([
            moment, name, dice.choice(ROLES), f"{name.split()[0].lower()}{number}@example.org",
            f"06{dice.randrange(10**8):08d}", f"{dice.randrange(1000, 9999)} AB", inviter,
            "Bijeenkomst 3, Bijeenkomst 4", "Ja",
        ])  # fmt: skip
    return rows


def make_workbook(path: Path, count: int) -> None:
    """A response workbook with `count` sign-ups and a tenth of them at the door."""
    from openpyxl import Workbook

    dice = random.Random(7)
    people = signups(count, dice)
    book = Workbook(write_only=True)
    for title, header, rows in (
        ("Aanmelding", SIGNUP, people),
        ("Presentie", ATTENDANCE, [[row[0], "Bijeenkomst 3", row[1]] for row in people[::10]]),
    ):
        tab = book.create_sheet(title)
        tab.append(header)
        for row in rows:
            tab.append(row)
    book.save(path)


def peer(answers: Path, copy: Path) -> None:
    """What any program must at least do: read the workbook and write its rows to another."""
    from openpyxl import Workbook
    from python_calamine import CalamineWorkbook

    book, out = CalamineWorkbook.from_path(answers), Workbook(write_only=True)
    for name in book.sheet_names:
        tab = out.create_sheet(name)
        for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False):
            tab.append(row)
    out.save(copy)


def watched(answers: Path, summary: Path) -> None:
    """One sync with every step's seconds, printed as JSON."""
    from pipeline.app import sync
    from pipeline.app.config import Config
    from pipeline.app.workplace import open_workplace
    from pipeline.edges.workbook import reader, writer
    from pipeline.model.settings import Settings
    from pipeline.stages import circle, run

    spent: dict[str, float] = {}
    for owner, steps in (
        (reader.WorkbookSource, {"read": "read the responses"}),
        (
            sync,
            {
                "parse": "parse",
                "read_memory": "recall",
                "run": "run",
                "fill_all": "fill the tabs",
                "lay_out": "lay out",
            },
        ),
        (run, {"identify": "run: identify"}),
        (circle, {"merge": "run: merge", "Directory": "run: directory", "invite": "run: invite"}),
        (
            writer.WorkbookTarget,
            {"read": "read the summary", "plan": "plan the summary", "write": "write the summary"},
        ),
    ):
        for step, label in steps.items():
            setattr(owner, step, clocked(getattr(owner, step), label, spent))
    place = open_workplace(Config(Settings()), answers, summary)
    clocked(sync.sync, "whole", spent)(place, datetime.now(UTC))
    print(json.dumps(spent))


def clocked(inner: Callable[..., object], label: str, spent: dict[str, float]) -> Callable[..., object]:
    """`inner`, adding its processor seconds to `spent[label]`."""

    @wraps(inner)
    def outer(*args: object, **options: object) -> object:
        started = time.process_time()
        try:
            return inner(*args, **options)
        finally:
            spent[label] = spent.get(label, 0.0) + time.process_time() - started

    return outer


@dataclass(frozen=True, slots=True)
class Run:
    """What one job in a process of its own took, start to end; `said` is what it printed."""

    wall: float
    processor: float
    peak: int
    said: str


def timed(job: str, *files: Path) -> Run:
    """Do one job in a process of its own."""
    command = [sys.executable, __file__, "--job", job, *map(str, files)]
    started = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    wall = time.perf_counter() - started
    *said, usage = done.stdout.splitlines()
    processor, peak = usage.split()
    return Run(wall, float(processor), int(peak), "\n".join(said))


def usage() -> str:
    """Processor seconds and the most MB that this process used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return f"{used.ru_utime + used.ru_stime} {used.ru_maxrss // 1024}"


def compare(count: int) -> None:
    """Make the workbook, time the peer, the sync and its second run, print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        answers, summary, copy = (Path(folder, name) for name in ("a.xlsx", "s.xlsx", "c.xlsx"))
        make_workbook(answers, count)
        runs = {
            "read and copy (peer)": timed("peer", answers, copy),
            "sync": timed("watched", answers, summary),
            "sync again": timed("watched", answers, summary),
        }
    print(f"{count} sign-ups, {count // 10} at the door, Python {sys.version.split()[0]}")
    print(f"{'':24}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}{'x peer':>8}")
    peer_took = runs["read and copy (peer)"].processor
    for name, run in runs.items():
        ratio = run.processor / peer_took
        print(f"{name:24}{run.wall:8.1f}{run.processor:8.1f}{run.peak:9}{ratio:8.1f}")
    for name in ("sync", "sync again"):
        print_shares(name, json.loads(runs[name].said))


def print_shares(name: str, shares: dict[str, float]) -> None:
    """The steps that took a thousandth of the whole or more, the longest first."""
    whole = shares.pop("whole")
    print(f"\nshare of the {name}, cpu s")
    for step, seconds in sorted(shares.items(), key=lambda share: -share[1]):
        if seconds > whole / 1000:
            print(f"  {step:22}{seconds:8.2f} {seconds / whole:7.1%}")


def time_commands() -> None:
    """Print how long the help, a first sync of the example and a second one take, as a person waits."""
    from pipeline.app.demo_atelier.files import write_demo

    walls: dict[str, list[float]] = {}
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            write_demo(Path(folder))
            for name, words in (("--help", ["--help"]), ("sync", ["sync"]), ("sync again", ["sync"])):
                started = time.perf_counter()
                command = [sys.executable, "-m", "pipeline.cli", *words]
                subprocess.run(command, check=True, stdout=DEVNULL, stderr=DEVNULL, cwd=folder)
                walls.setdefault(name, []).append(time.perf_counter() - started)
    for name, seconds in walls.items():
        print(f"{name:12}{median(seconds) * 1000:6.0f} ms")


def main() -> None:
    """Compare, or do one of the jobs that are compared."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--signups", type=int, default=100_000)
    options.add_argument("--start", action="store_true")
    options.add_argument("--job", nargs=3, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.start:
        time_commands()
        return
    if not chosen.job:
        compare(chosen.signups)
        return
    job, first, second = chosen.job
    {"peer": peer, "watched": watched}[job](Path(first), Path(second))
    print(usage())


if __name__ == "__main__":
    main()
