"""On paper for the last meeting: tables, ideas, stickers, prizes."""

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.model.pack import Printed
from pipeline.stages.ideas import Idea
from pipeline.summaries.blueprint import TABLES
from pipeline.summaries.printed.job import Job, sheets

CARDS: Final = 2
BALLOTS: Final = 4


def table_numbers(job: Job) -> Printed | None:
    """A large number for every table, with who sits there when that was worked out."""
    seated = {
        table.table: [job.person(code) for code in table.people]
        for table in job.outcome.tables
        if table.meeting == job.meeting
    }
    names = list(seated) or [str(number) for number in range(1, TABLES + 1)]
    return job.printed(
        "table_numbers", ({"table": name, "people": seated.get(name, ())} for name in names), "A4 landscape"
    )


def wall_cards(job: Job) -> Printed | None:
    """A card for every idea that hangs on the wall, its number readable from afar."""
    ideas = [idea for idea in job.outcome.ideas if not idea.withdrawn and idea.leader == idea.number]
    cards = ({"number": idea.number, "text": idea.text, "with": idea.joined_with} for idea in ideas)
    return job.printed("wall_cards", ({"cards": page} for page in sheets(cards, CARDS)))


def ballots(job: Job) -> Printed | None:
    """Paper ballots for everybody who is expected and some more."""
    pages = max(1, -(-(len(job.coming()) + BALLOTS) // BALLOTS))
    stickers = range(1, job.settings.stickers + 1)
    return job.printed("ballots", ({"ballots": range(BALLOTS)} for _ in range(pages)), stickers=stickers)


def certificates(job: Job) -> Printed | None:
    """A certificate for every idea with a prize, with those thinkers who may be named."""
    ideas = {idea.number: idea for idea in job.outcome.ideas}
    won = [(prize.place, ideas[number]) for prize in job.outcome.votes.prizes for number in prize.ideas]
    return job.printed(
        "certificates", (_certificate(job, place, idea) for place, idea in won), "A4 landscape"
    )


def _certificate(job: Job, place: int, idea: Idea) -> Mapping[str, object]:
    return {
        "place": place,
        "number": idea.number,
        "text": idea.text,
        "stickers": job.outcome.votes.stickers[idea.number].total,
        "thinkers": tuple(_named(job, idea)),
        "tables": [name.removeprefix("table:") for name in idea.thinkers if name.startswith("table:")],
    }


def _named(job: Job, idea: Idea) -> Iterator[str]:
    """The thinkers who agreed that their name stands with an idea."""
    for code in idea.thinkers:
        person = job.outcome.people.participants.get(code)
        if person and person.name_shown and person.shown:
            yield person.shown
