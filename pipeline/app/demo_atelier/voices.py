"""What people of the example write, find and pay: flaps, stories, advice, evaluations, signals, expenses."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from pipeline.app.demo_atelier.script import Entry, Person, Script
from pipeline.app.demo_atelier.sheet import Sent

STATEMENTS: Final = ("welcome", "heard", "learned", "met", "act")
TEAM_STATEMENTS: Final = (
    "agreements", "expected", "delivered", "room", "technique", "catering", "materials", "enough", "quality",
    "partnership", "dialogue", "equality", "reciprocity",
)  # fmt: skip
UNDATED: Final = 3
"""How many evaluations of the last meeting were typed in from paper, without a moment."""


def flaps(script: Script) -> Iterator[Sent]:
    """The flaps of the second meeting."""
    for turn, entry in enumerate(script.files["meetings"]["flaps"]):
        yield Sent(_evening(script, 2, 150 * turn), {**entry, "meeting": 2})


def stories(script: Script) -> Iterator[Sent]:
    """The examples of strength that pairs told each other at the third meeting."""
    for turn, entry in enumerate(script.files["meetings"]["stories"]):
        answers = {**entry, "meeting": 3, "names": script.names(entry["by"])}
        yield Sent(_evening(script, 3, 200 * turn), answers)


def advice(script: Script) -> Iterator[Sent]:
    """Top and tip on the film fragments of the last meeting."""
    last = len(script.dates)
    for turn, entry in enumerate(script.files["meetings"]["advice"]):
        answers = {**entry, "meeting": last, "names": script.names(entry["by"])}
        yield Sent(_evening(script, last, 45 * turn), answers)


def evaluations(script: Script) -> Iterator[Sent]:
    """The forms filled in at the end of each meeting, by part of those who were there."""
    for meeting, entry in enumerate(script.files["opinions"]["meetings"], start=1):
        dice = script.dice(f"evaluation {meeting}")
        there = [person for person in script.people.values() if meeting in person.came]
        filled = dice.sample(there, entry["forms"])
        for turn, person in enumerate(filled):
            late = meeting == len(script.dates) and turn >= len(filled) - UNDATED
            at = datetime.combine(script.date(meeting), time(21)) + timedelta(seconds=20 * turn)
            yield Sent(at, _evaluation(person, meeting, turn, entry, dice), "" if late else None)


def _evaluation(person: Person, meeting: int, turn: int, entry: Entry, dice: Random) -> dict[str, Any]:
    marks = {key: _mark(mean, 0.75, 5, dice) for key, mean in zip(STATEMENTS, entry["mean"], strict=True)}
    return {
        "meeting": meeting,
        "role": dice.choice((person.roles[0],) * 9 + ("",)),
        **marks,
        "grade": _mark(entry["grade"], 1.0, 10, dice),
        "best": _said(entry["best"], turn),
        "better": _said(entry["better"], turn),
        "join_in": dice.choice(("yes", "yes", "maybe", "maybe", "no", "")),
    }


def _mark(mean: float, spread: float, most: int, dice: Random) -> int:
    return max(1, min(most, round(dice.gauss(mean, spread))))


def _said(texts: list[str], turn: int) -> str:
    """Every other form says something, until all has been said."""
    return texts[turn // 2] if turn % 2 == 0 and turn // 2 < len(texts) else ""


def team_evaluations(script: Script) -> Iterator[Sent]:
    """The team's own evaluation, the week after."""
    for turn, entry in enumerate(script.files["opinions"]["team"]):
        name = script.people[entry["by"]].name if entry["by"] else ""
        marks = dict(zip(TEAM_STATEMENTS, entry["marks"], strict=True))
        yield Sent(_week_after(script, turn), {**entry, "name": name, **marks})


def facilities(script: Script) -> Iterator[Sent]:
    """What there is in the neighbourhood, noted at the second meeting."""
    for turn, entry in enumerate(script.files["neighbourhood"]["facilities"]):
        yield Sent(_evening(script, 2, 4000 + 60 * turn), entry)


def signals(script: Script) -> Iterator[Sent]:
    """What should be different, noted at the third meeting."""
    for turn, entry in enumerate(script.files["neighbourhood"]["signals"]):
        yield Sent(_evening(script, 3, 4000 + 60 * turn), entry)


def expenses(script: Script) -> Iterator[Sent]:
    """What people paid, claimed the morning after."""
    for turn, entry in enumerate(script.files["team"]["expenses"]):
        at = _evening(script, entry["meeting"], 13 * 3600 + 600 * turn)
        yield Sent(at, {**entry, "name": script.people[entry["by"]].name})


def _evening(script: Script, meeting: int, seconds: int) -> datetime:
    return datetime.combine(script.date(meeting), time(19, 15)) + timedelta(seconds=seconds)


def _week_after(script: Script, turn: int) -> datetime:
    return datetime.combine(script.dates[-1], time(10)) + timedelta(days=7, minutes=9 * turn)
