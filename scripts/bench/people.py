#!/usr/bin/env python3
"""How well and how fast people are recognised, beside three other programs.

    python scripts/bench/people.py [--people 60 500 5000] [--seed 11] [--difficulty 1]
                                   [--public] [--list FILE] [--peers]
    python scripts/bench/people.py --speed [--people 60 500 5000 100000] [--seed 11] [--difficulty 1]

Whole commands are timed (`samenkracht people LIST --out … --possible …`), each in a process of its own. Then
somebody who knows the truth answers the first five questions per hundred rows, and it is measured
again. `--public` adds Febrl 1 to 4, and the sets in $SAMENKRACHT_REFERENCE; `--list FILE` any list of your
own (.csv) whose column `cluster` says who every row is. `--peers` lets splink,
recordlinkage and dedupe do the same lists; they get an environment of their own in .cache/peers,
their columns well parsed by us, and the threshold at which they do best is picked with the truth.

`--speed` measures whole commands alone, beside a *plain* program that does what any must at least do: it
reads the list with Python's `csv` and writes its rows. Their ratio in processor seconds means the same on
another or a busier computer. Run it with the project's own Python.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from people_measure import Score, answers, labels, score
from people_sets import Listed, febrl, labelled, public, signups

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / ".cache" / "peers"
PACKAGES = ("splink>=5,<6", "recordlinkage>=0.16", "dedupe>=3", "BTrees<6")
PER_HUNDRED = 5
"""So many questions per hundred rows are answered."""

MOST_ROWS = {"dedupe": 2_000, "recordlinkage": 20_000, "splink": 2_000_000}
"""A peer that would take hours leaves longer lists out."""

LONG = 50_000
PLAIN = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as source:
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(csv.reader(source))
"""
"""What any program must at least do with a list."""

SPEED_TITLES = ("rows", "processor s", "wall s", "× plain", "peak MB")
TITLES = (
    "list", "by", "rows", "precision", "recall", "F1", "F1 per row", "people", "probably", "asked per 100",
    "F1 after", "wall s", "peak MB",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Took:
    """What a process, with those that it began, took from start to end; `peak` are the most MB of one."""

    wall: float
    peak: int
    processor: float


def timed(*command: str | Path) -> Took:
    """Run a command in a process of its own.

    Raises:
        subprocess.CalledProcessError: it failed.

    """
    started = time.perf_counter()
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}  # once, as what is installed is
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **compiled}
    child = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, env=environment)
    _pid, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, [*map(str, command)])
    return Took(wall, used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)


def ours(listed: Listed, folder: Path) -> list[str]:
    """One line of the table: this program on one list."""
    source, out, possible = (folder / name for name in ("list.csv", "people.csv", "possible.csv"))
    listed.write(source)
    document = folder / "people.json"
    took = timed(*command(source, out, possible), "--json", document)
    found = score(column(out, "person"), listed.truth)
    asked = len(column(possible, "row_a"))
    likely = json.loads(document.read_text(encoding="utf-8"))["likely_people"]
    probably = f"{likely / (len(set(listed.truth)) or 1) - 1:+.1%}"
    after = ""
    if len(listed.rows) < MOST_ROWS["splink"] // 4:
        (folder / "truth.json").write_text(json.dumps(listed.truth), encoding="utf-8")
        timed(sys.executable, __file__, "--job", source, folder / "truth.json", folder / "after.json")
        after = f"{score(json.loads((folder / 'after.json').read_text()), listed.truth).f1:.4f}"
    per_hundred = f"{100 * asked / (len(listed.rows) or 1):.1f}"
    return line(listed, "samenkracht", found, took, (probably, per_hundred, after))


def command(source: Path, out: Path, possible: Path) -> tuple[str | Path, ...]:
    """The whole command that is measured."""
    asked = ("--out", out, "--possible", possible, "--quiet")
    return (sys.executable, "-m", "pipeline.cli", "people", source, *asked)


def speed(listed: Listed, folder: Path) -> list[str]:
    """One line of the table of whole commands: the least of three, of long lists of one."""
    source, out, possible = (folder / name for name in ("list.csv", "people.csv", "possible.csv"))
    listed.write(source)
    times = 3 if len(listed.rows) < LONG else 1
    plain = min(timed(sys.executable, "-c", PLAIN, source, out).processor for _ in range(times))
    took = min(
        (timed(*command(source, out, possible)) for _ in range(times)), key=lambda took: took.processor
    )
    rows = f"{len(listed.rows):_}".replace("_", " ")
    return [
        rows,
        f"{took.processor:.2f}",
        f"{took.wall:.2f}",
        f"{took.processor / plain:.1f}",
        str(took.peak),
    ]


def column(path: Path, title: str) -> list[str]:
    """One column of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row[title] for row in csv.DictReader(file)]


def line(listed: Listed, by: str, found: Score, took: Took, more: Sequence[str] = ("", "", "")) -> list[str]:
    """What was measured, as text.

    `more` is what only this program tells: how many people there probably are, how much is asked, and F1
    once that is answered.
    """
    return [
        listed.name, by, str(len(listed.rows)), f"{found.precision:.4f}", f"{found.recall:.4f}",
        f"{found.f1:.4f}", f"{found.f1_per_row:.4f}", f"{found.heads:+.1%}",
        *more,
        f"{took.wall:.2f}", str(took.peak),
    ]  # fmt: skip


def answered(source: Path, truth: Path, out: Path) -> None:
    """Answer the first questions rightly, match again, and write who every row then is."""
    from pipeline.app.people import open_people
    from pipeline.stages.listed_people import reader_of
    from pipeline.stages.matching import match

    listed = open_people(source, {})
    records = list(map(reader_of(listed.columns), listed.rows))
    known = json.loads(truth.read_text(encoding="utf-8"))
    asked = match(records).possible[: PER_HUNDRED * len(records) // 100]
    must, cannot = answers([(pair.one, pair.other) for pair in asked], known)
    out.write_text(json.dumps(labels(match(records, must, cannot).clusters, len(records))), encoding="utf-8")


def theirs(listed: Listed, folder: Path) -> Iterator[list[str]]:
    """The lines of the other programs for one list."""
    source, parsed, out = (folder / name for name in ("list.csv", "parsed.csv", "labels.json"))
    listed.write(source)
    (folder / "truth.json").write_text(json.dumps(listed.truth), encoding="utf-8")
    parse(source, parsed)
    for peer, most in MOST_ROWS.items():
        if len(listed.rows) <= most:
            script = Path(__file__).with_name("people_peers.py")
            took = timed(peers_python(), "-W", "ignore", script, peer, parsed, folder / "truth.json", out)
            for by, (name, found) in best(json.loads(out.read_text(encoding="utf-8")), listed.truth):
                yield line(listed, f"{peer}, {by} {name}", found, took)


def best(
    by_threshold: dict[str, Sequence[object]], truth: Sequence[object]
) -> Iterator[tuple[str, tuple[str, Score]]]:
    """The threshold that a peer is usually run at, its first, and the one that is best for this truth."""
    scores = [(name, score(found, truth)) for name, found in by_threshold.items()]
    yield "at", scores[0]
    if len(scores) > 1:
        yield "best at", max(scores, key=lambda named: named[1].f1)


def parse(source: Path, out: Path) -> None:
    """A list as its peers want it: names taken apart, contacts in one notation."""
    from pipeline.app.people import open_people
    from pipeline.stages.listed_people import reader_of
    from pipeline.stages.names import read_name
    from pipeline.stages.normalise import email_key, fold, phone_key

    listed = open_people(source, {})
    with out.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(
            ("given", "family", "email", "phone", "postcode", "street", "city", "birth", "identifier")
        )
        for record in map(reader_of(listed.columns), listed.rows):
            name = read_name(record.name)
            lines.writerow((
                fold(record.given) or " ".join(name.given[:1]),
                fold(record.family) or " ".join(name.family),
                next(filter(None, map(email_key, record.emails)), ""),
                next(filter(None, map(phone_key, record.phones)), ""),
                fold(record.postcode).replace(" ", ""),
                fold(record.street), fold(record.city), record.birth, record.identifier,
            ))  # fmt: skip


def peers_python() -> Path:
    """The Python that has the other programs, made once."""
    python = PEERS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def show(cells: Sequence[str]) -> None:
    """One line of the table, as it stands in docs/benchmarks.md."""
    print("| " + " | ".join(cells) + " |", flush=True)


def measure_speed(lists: Iterator[Listed]) -> None:
    """Measure how long every list takes, line by line."""
    show(SPEED_TITLES)
    show(["---:"] * len(SPEED_TITLES))
    for listed in lists:
        with tempfile.TemporaryDirectory() as folder:
            show(speed(listed, Path(folder)))


def compare(lists: Iterator[Listed], *, peers: bool) -> None:
    """Measure every list, line by line."""
    show(TITLES)
    show(["---"] * 2 + ["---:"] * (len(TITLES) - 2))
    for listed in lists:
        with tempfile.TemporaryDirectory() as folder:
            show(ours(listed, Path(folder)))
            for cells in theirs(listed, Path(folder)) if peers else ():
                show(cells)


def main() -> None:
    """Compare, or do the job that is done in a process of its own."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--people", type=int, nargs="*", default=[60, 500, 5_000])
    options.add_argument("--seed", type=int, default=11)
    options.add_argument(
        "--difficulty", type=float, default=1, help="1 = as written down, 0.5 = half as often"
    )
    options.add_argument("--public", action="store_true")
    options.add_argument("--list", type=Path, action="append", default=[], metavar="FILE")
    options.add_argument("--peers", action="store_true")
    options.add_argument("--speed", action="store_true")
    options.add_argument("--job", nargs=3, type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    sys.path.insert(0, str(ROOT))
    if chosen.job:
        answered(*chosen.job)
        return

    def lists() -> Iterator[Listed]:
        yield from (signups(people, chosen.seed, chosen.difficulty) for people in chosen.people)
        if chosen.public:
            yield from (*public(), *febrl(peers_python()))
        yield from map(labelled, chosen.list)

    if chosen.speed:
        measure_speed(lists())
    else:
        compare(lists(), peers=chosen.peers)


if __name__ == "__main__":
    main()
