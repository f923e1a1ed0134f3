"""The ideas parade of the example: ideas get their numbers, and stickers, some where they may not be."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from pipeline.app.demo_atelier.script import Entry, Person, Script
from pipeline.app.demo_atelier.sheet import Sent

STICKERS = 3
FIRST_IDEA, FIRST_BALLOT, COUNTED = time(19, 20), time(20, 5), time(20, 40)


def ideas(script: Script) -> list[tuple[Entry, Sent]]:
    """The ideas with what was sent in, in the order of their numbers: every table writes one at a time."""
    dice = script.dice("ideas")
    turns: Counter[int] = Counter()
    written = []
    for entry in script.files["ideas"]["ideas"]:
        seconds = turns[entry["table"]] * 300 + entry["table"] + 10 * dice.randint(0, 29)
        turns[entry["table"]] += 1
        written.append((entry, Sent(_at(script, FIRST_IDEA, seconds), _idea(entry, script))))
    return sorted(written, key=lambda one: one[1].at)


def _idea(entry: Entry, script: Script) -> dict[str, Any]:
    return {
        "group": str(entry["table"]),
        "idea": entry["idea"],
        "explanation": entry["explanation"],
        "problem_domain": entry["problem"],
        "solution_domains": entry["solutions"],
        "level": entry["level"],
        "thinkers": script.names(entry["thinkers"]),
        "exists": entry["exists"],
    }


def votes(script: Script) -> tuple[list[Sent], list[Sent]]:
    """The ballots, and the paper stickers as they were counted at the wall.

    Together they give every idea the stickers that `ideas.toml` promises; what the ballots leave is paper.
    """
    tables = {number: entry["table"] for number, entry in _numbered(script).items()}
    left = Counter({number: entry["stickers"] for number, entry in _numbered(script).items()})
    numbers = {entry["key"]: number for number, entry in _numbered(script).items()}
    twice = script.files["votes"]["recount"]
    left[numbers[twice["idea"]]] -= twice["first"]
    dice = script.dice("votes")
    ballots = []
    for turn, voter in enumerate(_voters(script, dice)):
        at = _at(script, FIRST_BALLOT, 60 + 31 * turn)
        if voter.key in script.files["votes"]["second_thoughts"]:
            first = dice.sample(sorted(tables), STICKERS)
            ballots.append(Sent(_at(script, FIRST_BALLOT, 0), _ballot(voter, script, first)))
        ballots.append(Sent(at, _ballot(voter, script, _stick(voter, script, left, tables, dice))))
    left[numbers[twice["idea"]]] += twice["first"]
    return ballots, [*_paper(script, left), _recount(script, numbers[twice["idea"]], twice["second"])]


def _numbered(script: Script) -> Mapping[int, Entry]:
    return {number: entry for number, (entry, _) in enumerate(ideas(script), start=1)}


def _voters(script: Script, dice: Random) -> list[Person]:
    """Everybody at a table who did not use paper, in the order in which they vote."""
    paper = script.files["votes"]["paper"]
    voters = [one for one in script.people.values() if "table" in one.more and one.key not in paper]
    dice.shuffle(voters)
    return voters


def _stick(
    voter: Person, script: Script, left: Counter[int], tables: Mapping[int, int], dice: Random
) -> list[int | str]:
    """A voter's stickers, taken from those that are `left`; a slip takes the place of a good one."""
    own = voter.more["table"]
    slips = {
        slip["sticker"]: slip["says"] for slip in script.files["votes"]["slips"] if slip["voter"] == voter.key
    }
    stickers: list[int | str] = []
    for place in range(1, STICKERS + 1):
        if place in slips:
            says = slips[place]
            stickers.append(dice.choice([n for n in tables if tables[n] == own]) if says == "own" else says)
            continue
        others = [number for number in sorted(tables) if left[number] and tables[number] != own]
        chosen = dice.choices(others, [left[number] for number in others])[0]
        left[chosen] -= 1
        stickers.append(chosen)
    return stickers


def _ballot(voter: Person, script: Script, stickers: list[Any]) -> dict[str, Any]:
    table = script.files["votes"]["tables"].get(voter.key, str(voter.more["table"]))
    named = {f"sticker_{place}": says for place, says in enumerate(stickers, start=1)}
    name = script.called(voter, len(script.dates), voter.more.get("votes", voter.name))
    return {"name": name, "group": table, **named}


def _paper(script: Script, left: Counter[int]) -> Iterator[Sent]:
    """One row for each idea with paper stickers; the two counters share the wall."""
    counters = script.files["votes"]["counters"]
    for turn, number in enumerate(sorted(number for number in left if left[number])):
        answers = {"idea": number, "stickers": left[number], "counted_by": counters[turn % len(counters)]}
        yield Sent(_at(script, COUNTED, 45 * turn), answers)


def _recount(script: Script, number: int, stickers: int) -> Sent:
    """The same idea counted once more, by somebody who had not counted it."""
    answers = {"idea": number, "stickers": stickers, "counted_by": "Wim"}
    return Sent(_at(script, COUNTED, 3000), answers)


def _at(script: Script, start: time, seconds: int) -> datetime:
    """A moment of the last meeting."""
    return datetime.combine(script.dates[-1], start) + timedelta(seconds=seconds)
