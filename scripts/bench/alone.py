#!/usr/bin/env python3
"""How long `chains` and `tally` take on long lists.

    python scripts/bench/alone.py [--links 100000] [--voters 33695]

Invents a list of recruiters with two attributes, and ballots of three stickers for 96 ideas with groups,
wide and long. Every command reads its files and makes its document as text; a *peer*, in the same run,
does what any program must at least do: it reads the same lists with the `csv` module and writes their
rows as JSON. Processor seconds, the best of five; the ratio holds on a busy machine too. Run it with the
project's own Python.
"""

import argparse
import csv
import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

TIMES = 5


def write(path: Path, *rows: Sequence[object]) -> Path:
    """A list in a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def links(path: Path, count: int, chance: random.Random) -> Path:
    """Persons who were recruited by anybody before them, every five hundredth by nobody."""
    rows = (
        (
            number,
            "" if number % 500 == 0 else chance.randrange(number),
            chance.choice("abc"),
            chance.choice("xy"),
        )
        for number in range(count)
    )
    return write(path, ("person", "recruiter", "attr_kind", "attr_place"), *rows)


def ballots(folder: Path, count: int, chance: random.Random) -> tuple[Path, Path, Path]:
    """The ideas; the ballots wide; the same ones long."""
    ideas = write(folder / "ideas.csv", ("idea", "group"), *((n, n % 10) for n in range(1, 97)))
    given = [(voter, chance.randrange(10), *chance.choices(range(1, 100), k=3)) for voter in range(count)]
    wide = write(folder / "wide.csv", ("voter", "table", "sticker_1", "sticker_2", "sticker_3"), *given)
    long = ((voter, table, idea, 1) for voter, table, *stickers in given for idea in stickers)
    return ideas, wide, write(folder / "long.csv", ("voter", "table", "idea", "stickers"), *long)


def peer(*paths: Path) -> None:
    """Read the lists, and write their rows down."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            json.dumps(list(csv.DictReader(file)))


def best(work: Callable[[], object]) -> float:
    """The processor seconds of the quickest of some runs."""
    seconds = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def rows(
    asked: argparse.Namespace, folder: Path
) -> Iterable[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What is measured: its name, our work, and the peer's."""
    from pipeline.app.chains import chains
    from pipeline.app.tally import tally
    from pipeline.stages.tally import Rules
    from pipeline.summaries.written import to_json

    chance = random.Random("alone")
    circle = links(folder / "links.csv", asked.links, chance)
    yield (
        f"chains, {asked.links} links",
        lambda: to_json(chains(circle, "person", "recruiter")),
        lambda: peer(circle),
    )
    ideas, *shapes = ballots(folder, asked.voters, chance)
    for path in shapes:
        yield (
            f"tally, {asked.voters} voters, {path.stem}",
            lambda path=path: to_json(tally(ideas, path, Rules(), "group", "table")),
            lambda path=path: peer(ideas, path),
        )


def main() -> None:
    """Print a row for every list."""
    parser = argparse.ArgumentParser(description="How long chains and tally take on long lists.")
    parser.add_argument("--links", type=int, default=100_000)
    parser.add_argument("--voters", type=int, default=33_695)
    print("| list | processor s | × peer |\n|---|---:|---:|")
    with TemporaryDirectory() as folder:
        for name, ours, theirs in rows(parser.parse_args(), Path(folder)):
            took = best(ours)
            print(f"| {name} | {took:.2f} | {took / best(theirs):.1f} |", flush=True)


if __name__ == "__main__":
    main()
