"""On paper for the room: how it is set up, what goes round, what people talk about."""

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.model.blueprint import FormPlan
from pipeline.model.pack import Printed
from pipeline.stages.flaps import PARTS
from pipeline.summaries.letters import lettered
from pipeline.summaries.printed import floor
from pipeline.summaries.printed.job import Job

FLAPS: Final = 4
THEME: Final = (285.0, 18.0)
"""The room for a sub-theme: mm."""

SLIPS: Final = 3
LINES: Final = 4


def room(job: Job) -> Printed | None:
    """A page for who prepares the room: where, how many chairs, how they stand, what to bring.

    Food and needs are counts, and stand on no other paper.
    """
    kind = "last" if job.is_harvest else "tables" if job.at_tables else "circle"
    row = job.programme.get(job.meeting)
    page = {
        "expected": job.expected,
        "chairs": job.chairs,
        "tables": job.tables,
        "before": _before(job),
        "setup": (row.as_written("setup") if row else None) or job.text(f"room_{kind}_setup"),
        "purpose": (row.as_written("purpose") if row else None) or "",
        "plan": floor.tables(job.tables) if job.tables else (),
        "bend": () if job.tables else floor.bend(job.chairs),
        "needed": job.text(f"room_{kind}_needed").split("; "),
        "meals": tuple(_counts(job, "meal", job.outcome.care.meals)),
        "needs": tuple(_counts(job, "needs", job.outcome.care.needs)),
    }
    return job.printed("room", [page])


def _before(job: Job) -> tuple[int, int] | None:
    """How many came the last time before, and twice that; None where nobody did."""
    came = [one.present for one in job.outcome.meetings if one.number < job.meeting and one.present]
    return (came[-1], came[-1] * 2) if came else None


def _counts(job: Job, question: str, counts: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, int]]:
    for code, count in counts.get(job.meeting, {}).items():
        if code != "nothing":
            yield job.words.option("signup", question, code), count


def homework(job: Job) -> Printed | None:
    """Slips to take home: whom does somebody bring next time? None after the last meeting."""
    if job.next is None:
        return None
    link = job.links.get(f"bring:meeting:{job.meeting}") or job.links.get("bring", "")
    page = {"slips": range(SLIPS), "lines": range(LINES)}
    return job.printed("homework", [page], when=job.when(job.next), url=link)


def flaps(job: Job) -> Printed | None:
    """Large sheets that go round from group to group: one for each sub-theme, and empty ones."""
    themes = [job.public(flap.theme) for flap in job.outcome.flaps if flap.theme]
    parts = [job.words.option("flap", "part", part) for part in PARTS if part != "possible"]
    empty = max(1, FLAPS - len(themes))
    pages = ({"theme": lettered(theme, *THEME, 34, bold=True)} for theme in [*themes, *[""] * empty])
    return job.printed("flaps", pages, "A3 landscape", parts=parts)


def paper_signup(job: Job) -> Printed | None:
    """The sign-up form for who has no telephone at hand."""
    return _form(job, "signup")


def paper_evaluation(job: Job) -> Printed | None:
    """The evaluation on paper, with the meeting filled in."""
    return _form(job, "evaluation")


def paper_idea(job: Job) -> Printed | None:
    """The form for an idea, on paper at every table."""
    return _form(job, "idea")


def _form(job: Job, key: str) -> Printed | None:
    form = job.blueprint.form(key)
    page = {
        "title": form.title,
        "description": form.description,
        "thanks": form.thanks,
        "also": form.also,
        "items": tuple(item for item in form.items if item.key not in _filled_in(job, form)),
    }
    return job.printed(f"paper_{key}", [page], template="form")


def _filled_in(job: Job, form: FormPlan) -> set[str]:
    """The questions that the paper answers itself: which meeting this is."""
    kinds = {question.key: question.kind for question in job.words.catalogue.forms[form.key].questions}
    return {item.key for item in form.items if kinds.get(item.key) == "meeting"}


def conversation(job: Job) -> Printed | None:
    """The four questions that pairs talk about, with room to write."""
    names = [f"conversation_{number}" for number in range(1, 5)]
    return job.printed("conversation", [{"questions": names}])


def circles(job: Job) -> Printed | None:
    """The circles of vulnerability and of strength, for on the wall."""
    rounds = [_circle(job, name) for name in ("vulnerability", "strength")]
    return job.printed("circles", [{"circles": rounds}], "A3 landscape")


def _circle(job: Job, kind: str) -> Mapping[str, object]:
    """The steps of a circle, each with its other languages: those in which all steps were translated."""
    name = f"circles_{kind}_steps"
    steps = job.text(name).split("; ")
    others = [(one, one.lines[0].split("; ")) for one in job.also(name)]
    return {
        "kind": kind,
        "steps": [
            (step, [(one, said[nth]) for one, said in others if len(said) == len(steps)])
            for nth, step in enumerate(steps)
        ],
    }
