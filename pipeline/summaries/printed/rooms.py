"""On paper for the room: how it is set up, what goes round, what people talk about."""

from collections.abc import Mapping
from typing import Final

from pipeline.model.blueprint import FormPlan
from pipeline.model.pack import Printed
from pipeline.stages.flaps import PARTS
from pipeline.stages.seating import table_sizes
from pipeline.summaries.blueprint import day_in_words
from pipeline.summaries.printed.job import Job

SPARE: Final = 5
"""So many chairs more than people who said they come."""

FLAPS: Final = 4
SLIPS: Final = 3
ON_PAPER: Final = ("signup", "evaluation", "idea")
"""The forms that people without a telephone need at the table."""

FIRST_TABLES: Final = 3
"""From this meeting on people sit at tables; before it in one circle."""


def room(job: Job) -> Printed | None:
    """A page for who prepares the room: where, how many chairs, how they stand, what to bring."""
    expected = len([person for person in job.coming() if job.meeting in person.expected])
    row = job.programme.get(job.meeting)
    chairs = (row.number("chairs") if row else None) or expected + SPARE
    at_tables = job.meeting >= min(FIRST_TABLES, job.settings.last)
    last = job.meeting == job.settings.numbers[-1]
    kind = "last" if last else "tables" if at_tables else "circle"
    page = {
        "expected": expected,
        "chairs": chairs,
        "tables": table_sizes(chairs) if at_tables else (),
        "setup": (row.as_written("setup") if row else None) or job.text(f"room_{kind}_setup"),
        "purpose": (row.as_written("purpose") if row else None) or "",
        "needed": job.text(f"room_{kind}_needed").split("; "),
        "care": [
            (job.words.option("signup", "needs", code), count)
            for code, count in job.outcome.care.needs[job.meeting].items()
            if code != "nothing"
        ],
    }
    return job.printed("room", [page])


def homework(job: Job) -> Printed | None:
    """Slips to take home: whom does somebody bring next time? None after the last meeting."""
    following = [plan for plan in job.settings.meetings if plan.number > job.meeting]
    if not following:
        return None
    day = day_in_words(following[0].date, job.words) if following[0].date else ""
    lines = range(4)
    return job.printed(
        "homework", [{"slips": range(SLIPS), "lines": lines}], next=day, place=following[0].place or ""
    )


def flaps(job: Job) -> Printed | None:
    """Large sheets that go round from group to group: one for each sub-theme, and empty ones."""
    themes = [flap.theme for flap in job.outcome.flaps if flap.theme]
    parts = [job.words.option("flap", "part", part) for part in PARTS if part != "possible"]
    pages = ({"theme": theme} for theme in [*themes, *[""] * max(0, FLAPS - len(themes))])
    return job.printed("flaps", pages, "A3 landscape", parts=parts)


def forms(job: Job) -> Printed | None:
    """Sign-up, ideas and evaluation on paper, with the meeting filled in."""
    return job.printed("forms", [_form(job, job.blueprint.form(key)) for key in ON_PAPER])


def _form(job: Job, form: FormPlan) -> Mapping[str, object]:
    kinds = {question.key: question.kind for question in job.words.catalogue.forms[form.key].questions}
    known = {item.key for item in form.items if kinds.get(item.key) == "meeting"}
    return {
        "title": form.title,
        "description": form.description,
        "thanks": form.thanks,
        "items": [item for item in form.items if item.key not in known],
    }


def conversation(job: Job) -> Printed | None:
    """The four questions that pairs talk about, with room to write."""
    questions = [job.text(f"conversation_{number}") for number in range(1, 5)]
    return job.printed("conversation", [{"questions": questions}])


def circles(job: Job) -> Printed | None:
    """The circles of vulnerability and of strength, for on the wall."""
    rounds = [
        {
            "name": job.text(f"circles_{name}"),
            "kind": name,
            "steps": job.text(f"circles_{name}_steps").split("; "),
        }
        for name in ("vulnerability", "strength")
    ]
    return job.printed("circles", [{"circles": rounds}], "A3 landscape")
