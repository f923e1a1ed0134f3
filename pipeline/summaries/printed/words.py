"""On paper in words: what went before, and thanks afterwards."""

from pipeline.model.pack import Printed
from pipeline.summaries.printed.job import Job


def recap(job: Job) -> Printed | None:
    """What earlier meetings came to, for who is new; None before the first one was held."""
    held = [one for one in job.outcome.meetings if one.number < job.meeting and one.present]
    if not held:
        return None
    page = {
        "meetings": [(one.number, one.present, one.new) for one in held],
        "flaps": [
            (flap.theme, [text for texts in flap.parts.values() for text in texts][:3])
            for flap in job.outcome.flaps
            if flap.theme
        ],
        "ideas": len([idea for idea in job.outcome.ideas if not idea.withdrawn]),
        "stories": len(job.outcome.stories),
    }
    return job.printed("recap", [page])


def thanks(job: Job) -> Printed | None:
    """A letter to everybody who wants to hear how it goes on and may be written to."""
    people = sorted(
        (
            person
            for person in job.outcome.people.participants.values()
            if person.keep_informed and person.shown and job.outcome.presence.of(person.code)
        ),
        key=lambda person: (person.name.casefold(), person.code),
    )
    present = set().union(*job.outcome.presence.present.values())
    ideas = {idea.number: idea for idea in job.outcome.ideas}
    won = [
        (prize.place, ideas[number].text or "")
        for prize in job.outcome.votes.prizes
        for number in prize.ideas
    ]
    pages = ({"name": person.shown} for person in people)
    return job.printed(
        "thanks",
        pages,
        people=len(present),
        ideas=len([i for i in ideas.values() if not i.withdrawn]),
        won=won,
    )
