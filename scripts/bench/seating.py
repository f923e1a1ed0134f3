#!/usr/bin/env python3
"""How good the tables are, and how long they take to find.

    python scripts/bench/seating.py [--peer] [--seconds 20]

Seats invented companies of many sizes and kinds, and tells what is left: steps by which roles are less
even than they could be, pairs of inviter and guest at one table, and pairs who sat together before.
With `--peer`, the CP-SAT solver of OR-tools (in an environment of its own, made for the occasion) looks
for something better, one of these after the other, the better ones held, and proves where there is
nothing better; `--seconds` is how long it may take for each. Run it with the project's own Python.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

ROLES = ("resident", "key_figure", "professional", "government")
SHARES = (4, 3, 2, 1)
ORTOOLS = "ortools>=9.12,<10"
PEER = Path(__file__).with_name("seating_peer.py")


@dataclass(frozen=True)
class Case:
    """A company by number: everybody's roles, who brought whom, who sat together before, and the sizes of
    the tables; `together` and `apart` are wishes.
    """

    name: str
    roles: list[list[str]]
    brought: list[tuple[int, int]]
    before: list[list[list[int]]]
    sizes: list[int]
    together: list[tuple[int, int]]
    apart: list[tuple[int, int]]

    def met(self) -> Counter[tuple[int, int]]:
        """How often two people sat together before."""
        tables = (table for meeting in self.before for table in meeting)
        return Counter(pair for table in tables for pair in combinations(sorted(table), 2))


KINDS = {
    "a plain circle": {},
    "two or three roles each": {"more_roles": 0.6},
    "one person brought most": {"stars": 1, "brought": 1.0},
    "three brought most, several roles": {"stars": 3, "brought": 1.0, "more_roles": 0.5},
    "they sat together once": {"meetings": 1},
    "they sat together twice, two brought most": {"meetings": 2, "stars": 2},
    "wishes, several roles, they sat together once": {"meetings": 1, "more_roles": 0.4, "wishes": True},
}


def invent(
    size: int, kind: str, seed: int, *, more_roles: float = 0.1, brought: float = 0.7, stars: int = 0,
    meetings: int = 0, wishes: bool = False,
) -> Case:  # fmt: skip
    """A company of so many people: of a few of them (`stars`) most others are guests."""
    from pipeline.stages.seating import table_sizes

    chance = random.Random(f"{size}/{kind}/{seed}")
    roles = []
    for _ in range(size):
        own = {chance.choices(ROLES, SHARES)[0]}
        while chance.random() < more_roles:
            own.add(chance.choice(ROLES))
        roles.append([role for role in ROLES if role in own])
    guests = (guest for guest in range(1, size) if chance.random() < brought)
    links = [
        (chance.randrange(stars) if stars and chance.random() < 0.6 else chance.randrange(guest), guest)
        for guest in guests
    ]
    before = []
    for _ in range(meetings):
        there = [one for one in range(size) if chance.random() < 0.8]
        chance.shuffle(there)
        before.append([[there.pop() for _ in range(seats)] for seats in table_sizes(len(there))])
    named = chance.sample(range(size), 4 * max(1, size // 24)) if wishes else []
    pairs = list(zip(named[::2], named[1::2], strict=True))
    return Case(
        f"{size} people, {kind}", roles, [link for link in links if link[0] != link[1]], before,
        list(table_sizes(size)), pairs[::2], pairs[1::2],
    )  # fmt: skip


def ours(case: Case) -> tuple[list[int], float]:
    """The table (from 0) of everybody, and the processor seconds it took."""
    from pipeline.model.settings import Settings
    from pipeline.stages.memory import Seat
    from pipeline.stages.people import Participant, People
    from pipeline.stages.seating import Company, seat
    from pipeline.stages.wishes import Wish

    codes = [f"P{number:04}" for number in range(len(case.roles))]
    people = People(
        {code: Participant(code, code, roles=tuple(own)) for code, own in zip(codes, case.roles, strict=True)}
    )
    before = [
        Seat(meeting, str(number), codes[one])
        for meeting, tables in enumerate(case.before, 1)
        for number, table in enumerate(tables, 1)
        for one in table
    ]
    wishes = [Wish(codes[a], codes[b], together=True) for a, b in case.together]
    wishes += [Wish(codes[a], codes[b], together=False) for a, b in case.apart]
    inviter = {codes[guest]: codes[by] for by, guest in case.brought}
    company = Company(len(case.before) + 1, codes, inviter, before, wishes=wishes)
    started = time.process_time()
    seated = seat(company, people, Settings())
    took = time.process_time() - started
    if seated.broken:
        sys.exit(f"{case.name}: {len(seated.broken)} wishes were not kept")
    at = {code: number for number, table in enumerate(seated.tables) for code in table.people}
    return [at[code] for code in codes], took


def measure(case: Case, at: list[int]) -> tuple[int, int, int]:
    """What is left: steps of roles, pairs who brought each other, pairs who met (as often as they did)."""
    uneven = 0
    for role in ROLES:
        counts = Counter(table for table, own in zip(at, case.roles, strict=True) if role in own)
        uneven += (sum(number**2 for number in counts.values()) - least(counts.total(), len(case.sizes))) // 2
    brought = sum(at[one] == at[other] for one, other in case.brought)
    return uneven, brought, sum(times for (one, other), times in case.met().items() if at[one] == at[other])


def least(people: int, tables: int) -> int:
    """The least that the squares of the numbers at the tables add up to."""
    each, more = divmod(people, tables)
    return (tables - more) * each**2 + more * (each + 1) ** 2


def peer(folder: Path) -> Path:
    """The Python of an environment with OR-tools."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from _setup import install, python_of, run

    run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    install(folder, ORTOOLS)
    return python_of(folder)


def told(now: tuple[int, int, int], found: list[tuple[int, bool]]) -> str:
    """`0 = best`, `3 = best`, `5 (4)` where something better was found, `5 (?)` where that is open."""
    cells = []
    for figure, (value, proven) in zip(now, found, strict=True):
        is_best = figure == value and (proven or figure == 0)
        cells.append(f"{figure} = best" if is_best else f"{figure} ({value if value < figure else '?'})")
    return " | ".join(cells)


def main() -> None:
    """Print a row for every company."""
    parser = argparse.ArgumentParser(description="How good the tables are, and how long they take to find.")
    parser.add_argument("--peer", action="store_true", help="let OR-tools look for something better")
    parser.add_argument(
        "--seconds", type=float, default=20, help="how long OR-tools may look for each figure"
    )
    parser.add_argument("--seeds", type=int, default=2, help="how many companies of every size and kind")
    parser.add_argument("--sizes", type=int, nargs="+", default=[12, 18, 24, 36, 60, 264])
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        python = peer(Path(folder) / "peer") if asked.peer else None
        print("| company | roles | brought | met | processor s |\n|---|---:|---:|---:|---:|")
        for size in asked.sizes:
            for kind, more in KINDS.items():
                for seed in range(asked.seeds):
                    case = invent(size, kind, seed, **more)
                    at, took = ours(case)
                    now = measure(case, at)
                    line = " | ".join(map(str, now))
                    if python:
                        command = [python, PEER, str(asked.seconds)]
                        text = json.dumps(
                            {**asdict(case), "met": list(case.met().items()), "at": at, "now": now}
                        )
                        solved = subprocess.run(
                            command, input=text, capture_output=True, text=True, check=True
                        )
                        line = told(now, json.loads(solved.stdout))
                    print(f"| {case.name} | {line} | {took:.3f} |", flush=True)


if __name__ == "__main__":
    main()
