"""On paper in words: what went before, and thanks afterwards."""

from collections.abc import Iterator
from typing import Final

from pipeline.model.pack import Printed
from pipeline.stages.normalise import fold
from pipeline.summaries.printed.job import Job
from pipeline.summaries.wall import leaders

TEXTS: Final = 3
"""So many lines of a flap."""

LESSONS: Final = 4
LONGEST: Final = 160
"""Characters of a line; it is a hand-out, not a report."""


def recap(job: Job) -> Printed | None:
    """What earlier meetings came to, for who is new; None before the first one was held."""
    held = [one for one in job.outcome.meetings if one.number < job.meeting and one.present]
    if not held:
        return None
    page = {
        "meetings": [(one.number, one.present, one.new) for one in held],
        "flaps": tuple(_flaps(job)),
        "lessons": tuple(_lessons(job))[:LESSONS],
        "stories": len(job.outcome.stories),
        "ideas": len(leaders(job.outcome)),
    }
    return job.printed("recap", [page])


def _flaps(job: Job) -> Iterator[tuple[str, list[str]]]:
    """Every sub-theme of before with its first lines."""
    for flap in job.outcome.flaps:
        if flap.theme and min(flap.meetings, default=0) < job.meeting:
            texts = [text for texts in flap.parts.values() for text in texts]
            yield job.public(flap.theme), [_line(job, text) for text in texts[:TEXTS]]


def _lessons(job: Job) -> Iterator[str]:
    """What can be learnt from the examples that may be shared."""
    for story in job.outcome.stories:
        if story.shared and story.lesson:
            yield _line(job, story.lesson)


def _line(job: Job, text: str) -> str:
    said = job.public(" ".join(text.split()))
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"


def thanks(job: Job) -> Printed | None:
    """A letter to everybody who was there, may be written to, and wants to hear how it goes on."""
    people = sorted(
        (
            (person.shown, person.code)
            for person in job.outcome.people.participants.values()
            if person.keep_informed and person.shown and job.outcome.presence.of(person.code)
        ),
        key=lambda one: (fold(one[0]), one[1]),
    )
    present = frozenset[str]().union(*job.outcome.presence.present.values())
    ideas = {idea.number: idea for idea in job.outcome.ideas}
    won = [
        (prize.place, job.public(ideas[number].text or ""))
        for prize in job.outcome.votes.prizes
        for number in prize.ideas
    ]
    pages = ({"name": name} for name, _code in people)
    return job.printed("thanks", pages, people=len(present), ideas=len(leaders(job.outcome)), won=won)
