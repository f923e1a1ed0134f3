"""On paper at the door: who comes, what they wear, what they take home for their friends."""

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.model.blueprint import INVITATION
from pipeline.model.pack import Person, Printed
from pipeline.summaries.printed.job import Job, sheets

BADGES: Final = 8
INVITATIONS: Final = 3
ROOM: Final = 12
"""So many empty lines for who was not expected."""


def signin(job: Job) -> Printed | None:
    """The list at the door: who is expected, with room to sign and for who comes along."""
    rows = [Person(one.code, one.shown or "") for one in job.coming()]
    return job.printed("signin", [{"rows": rows, "room": range(ROOM)}])


def posters(job: Job) -> Printed | None:
    """A poster per form, large enough to scan from a chair; a form of a meeting opens with it filled in."""
    return job.printed("posters", _posters(job))


def _posters(job: Job) -> Iterator[Mapping[str, object]]:
    of_meeting = f"meeting:{job.meeting}"
    for form in job.blueprint.forms:
        keys = [link.key for link in job.blueprint.links if link.form == form.key and link.key in job.links]
        best = [key for key in keys if key.endswith(of_meeting)] or [key for key in keys if key == form.key]
        for key in best:
            yield {
                "form": form.title,
                "description": form.description.partition("\n")[0],
                "url": job.links[key],
                "meeting": job.meeting if key != form.key else None,
            }
        for link in job.blueprint.links:
            if link.form == form.key and ":table:" in link.key and link.key in job.links:
                yield {
                    "form": form.title,
                    "description": link.purpose,
                    "url": job.links[link.key],
                    "meeting": None,
                }


def invitations(job: Job) -> Printed | None:
    """A page per participant with invitations to give away: each bears `U-` and the giver's code."""
    form = job.links.get("signup:invitation", "")
    pages = (
        {
            "giver": Person(one.code, one.shown or ""),
            "code": f"U-{one.code}",
            "url": form.replace(INVITATION, f"U-{one.code}"),
        }
        for one in job.coming()
    )
    return job.printed("invitations", pages, copies=range(INVITATIONS), title=job.settings.title)


def badges(job: Job) -> Printed | None:
    """Name badges with everybody's own code; without a name there is room to write one."""
    people = (Person(one.code, one.shown or "") for one in job.coming())
    return job.printed("badges", ({"people": page} for page in sheets(people, BADGES)))
