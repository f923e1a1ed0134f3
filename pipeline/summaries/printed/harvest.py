"""On paper for the tables and the last meeting: numbers, ideas, stickers, prizes."""

from collections.abc import Mapping
from typing import Final

from pipeline.model.pack import Person, Printed
from pipeline.stages.ideas import Idea
from pipeline.summaries.letters import lettered
from pipeline.summaries.printed.job import Job, sheets
from pipeline.summaries.wall import leaders, may_be_named

CARDS: Final = 2
CARD: Final = (112.0, 104.0)
BALLOTS: Final = 4
CERTIFICATE: Final = (205.0, 48.0)
THINKERS: Final = (205.0, 26.0)
"""The room for a text: mm."""


def table_numbers(job: Job) -> Printed | None:
    """A large number for every table, with who sits there where that was worked out, and its own forms."""
    seated = {
        table.table: [job.person(code) for code in table.people]
        for table in job.outcome.tables
        if table.meeting == job.meeting
    }
    names = list(seated) or [str(number) for number, _size in enumerate(job.tables, 1)]
    return job.printed(
        "table_numbers", (_table(job, name, seated.get(name, ())) for name in names), "A4 landscape"
    )


def _table(job: Job, name: str, people: "tuple[Person, ...] | list[Person]") -> Mapping[str, object]:
    forms = [
        {"form": form.title, "url": job.links[f"{form.key}:table:{name}"]}
        for form in job.blueprint.forms
        if f"{form.key}:table:{name}" in job.links
    ]
    return {"table": name, "people": people, "forms": forms}


def wall_cards(job: Job) -> Printed | None:
    """A card for every idea that hangs on the wall, its number readable from afar."""
    cards = [_card(job, idea) for idea in leaders(job.outcome).values()]
    return job.printed("wall_cards", ({"cards": page} for page in sheets(cards, CARDS)))


def _card(job: Job, idea: Idea) -> Mapping[str, object]:
    return {
        "number": idea.number,
        "text": lettered(job.public(idea.text or ""), *CARD, 40),
        "tables": [job.public(one) for one in idea.groups],
        "with": idea.joined_with,
    }


def ballots(job: Job) -> Printed | None:
    """Paper ballots for everybody who is expected and some more."""
    pages = -(-(len(job.coming) + BALLOTS) // BALLOTS)
    stickers = range(job.settings.stickers)
    return job.printed("ballots", ({"ballots": range(BALLOTS)} for _ in range(pages)), stickers=stickers)


def certificates(job: Job) -> Printed | None:
    """A certificate for every idea with a prize, with those thinkers who may be named."""
    ideas = {idea.number: idea for idea in job.outcome.ideas}
    won = ((prize.place, ideas[number]) for prize in job.outcome.votes.prizes for number in prize.ideas)
    pages = (_certificate(job, place, idea) for place, idea in won)
    return job.printed("certificates", pages, "A4 landscape")


def _certificate(job: Job, place: int, idea: Idea) -> Mapping[str, object]:
    return {
        "place": place,
        "number": idea.number,
        "text": lettered(job.public(idea.text or ""), *CERTIFICATE, 30),
        "stickers": job.outcome.votes.stickers[idea.number].total,
        "thinkers": lettered(_thinkers(job, idea), *THINKERS, 24),
    }


def _thinkers(job: Job, idea: Idea) -> str:
    """Who agreed that their name stands with an idea, and that there are others; or else the tables."""
    people = job.outcome.people.participants
    named = [people[code].name for code in idea.thinkers if code in people and may_be_named(people[code])]
    if named:
        others = job.text("certificates_others") if len(named) < len(idea.thinkers) else ""
        return " ".join(filter(None, (job.text("certificates_by"), ", ".join(named), others)))
    tables = ", ".join(job.public(one) for one in idea.groups)
    return job.text("certificates_table", table=tables) if tables else ""
