"""How people come to the example Atelier: they sign up, are there, and bring others."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from anyascii import anyascii

from pipeline.app.demo_atelier.script import Entry, Person, Script
from pipeline.app.demo_atelier.sheet import Sent

DOORS_OPEN = time(18, 30)
NOTHING: Final[tuple[list[str], ...]] = ([], ["nothing"])
"""Who needs nothing says so, or says nothing."""

SLOT = timedelta(seconds=37)
"""How long it takes to type a name at the door."""


def signups(script: Script) -> Iterator[Sent]:
    """Everybody who signed up, in the three weeks before their first meeting; some twice."""
    dice = script.dice("signup")
    phones = _phones(script)
    for person in script.people.values():
        if person.more.get("signs") is not False:
            answers = _signup(person, script, phones[person.key])
            at = _before(script, min(person.expects), dice)
            yield Sent(at, answers, person.more.get("typed"))
            if again := person.more.get("again"):
                yield Sent(_before(script, max(person.expects), dice), {**answers, "name": again})


def _signup(person: Person, script: Script, phone: str | float) -> dict[str, Any]:
    more = person.more
    dice = script.dice(person.key)
    meal = [*more.get("meal", ()), *([more["own_meal"]] if "own_meal" in more else ())]
    return {
        "key": person.key,
        "name": more.get("signs", person.name),
        "role": person.roles,
        "organisation": more.get("organisation", ""),
        "email": _email(person) if more.get("email", True) else "",
        "phone": phone,
        "postcode": more.get("postcode")
        or dice.choice(("2590 KA", "2590kb", "2590 KC", "2590VN", "2590 VM")),
        "invited_by": more.get("asked") or _inviter(person, script),
        "meetings": [str(meeting) for meeting in person.expects],
        "storyteller": more.get("storyteller") or dice.choice(("maybe", "no", "no", "")),
        "meal": meal or dice.choice(NOTHING),
        "needs": more.get("needs") or dice.choice(NOTHING),
        "consent": more.get("consent", "Ja"),
        "name_shown": more.get("shown", "Ja"),
        "keep_informed": dice.choice(("Ja", "Ja", "Ja", "Nee")),
    }


def _inviter(person: Person, script: Script) -> str:
    """Who asked them: a name, or the code on the invitation they were given."""
    by = person.more.get("by", "")
    if person.more.get("ticket") and by in script.codes:
        return f"U-{script.codes[by]}"
    return script.people[by].name if by else ""


def _email(person: Person) -> str:
    return f"{anyascii(person.key).replace('_', '.')}@post.example"


def _phones(script: Script) -> dict[str, str | float]:
    """A number per household; a sheet has turned some into a number. No telephone has them."""
    dice = script.dice("phones")
    digits = dice.sample(range(100_000, 1_000_000), len(script.people))
    homes: dict[str, int] = {}
    phones: dict[str, str | float] = {}
    for person, own in zip(script.people.values(), digits, strict=True):
        number = homes.setdefault(person.more.get("home", person.key), own)
        written = (f"06-66{number}", f"06 66 {number}", f"+31 6 66{number}", 666_000_000.0 + number)
        phones[person.key] = dice.choice(written)
    return phones


def _before(script: Script, meeting: int, dice: Random) -> datetime:
    """A moment in the three weeks before a meeting, by day."""
    day = script.date(meeting) - timedelta(days=dice.randint(1, 20))
    return datetime.combine(day, time(8)) + timedelta(seconds=dice.randint(0, 13 * 3600))


def attendances(script: Script) -> Iterator[Sent]:
    """Everybody at the door, in the order in which they came in; those ticked on paper are not typed."""
    ticked = {
        (entry["name"], meeting) for entry in script.files["team"]["ticked"] for meeting in entry["meetings"]
    }
    for meeting, day in enumerate(script.dates, start=1):
        dice = script.dice(f"door {meeting}")
        there = [
            person
            for person in script.people.values()
            if meeting in person.came and (person.name, meeting) not in ticked
        ]
        dice.shuffle(there)
        for place, person in enumerate(there):
            at = datetime.combine(day, DOORS_OPEN) + place * SLOT
            answers = _attendance(person, meeting, script, dice)
            yield Sent(at, answers)


def _attendance(person: Person, meeting: int, script: Script, dice: Random) -> dict[str, Any]:
    more = person.more
    company = script.people[more["by"]].name if "by" in more and dice.random() < 0.5 else ""
    if "with" in more:
        company = script.people[more["with"]].name
    return {
        "meeting": meeting,
        "name": script.called(person, meeting, person.at_door(meeting)),
        "came_with": company if meeting == person.first else "",
        "why_came": _why(script, person.key, meeting),
        "consent": more["consent"] if more.get("signs") is False else "",
    }


def _why(script: Script, key: str, meeting: int) -> str:
    said = (one for one in script.files["people"]["reasons"] if (one["by"], one["meeting"]) == (key, meeting))
    return next((str(one["text"]) for one in said), "")


def promises(script: Script) -> Iterator[Sent]:
    """The homework after each meeting but the last: whom people will bring, who often did come."""
    extra = {(entry["by"], entry["after"]): entry for entry in script.files["people"]["promises"]}
    for meeting, day in enumerate(script.dates[:-1], start=1):
        dice = script.dice(f"bring {meeting}")
        for person in script.people.values():
            more: Entry = extra.get((person.key, meeting), {})
            brings = [*_brought(script, person.key, meeting + 1), *more.get("also", ())]
            if meeting in person.came and brings:
                answers = {
                    "meeting": meeting,
                    "name": person.name,
                    "brings": "\n".join(brings),
                    "organisations": "\n".join(more.get("organisations", ())),
                    "storytellers": "\n".join(more.get("storytellers", ())),
                }
                at = datetime.combine(day, time(9)) + timedelta(minutes=dice.randint(1440, 13_000))
                yield Sent(at, answers)


def _brought(script: Script, key: str, meeting: int) -> list[str]:
    return [
        guest.name
        for guest in script.people.values()
        if guest.more.get("by") == key and guest.first == meeting
    ]
