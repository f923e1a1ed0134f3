"""On paper at the door: who comes, what they wear, what they take home for their friends."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pipeline.model.blueprint import INVITATION
from pipeline.model.pack import Person, Printed
from pipeline.model.settings import MeetingPlan
from pipeline.stages.people import Participant
from pipeline.summaries.letters import SMALLEST, lettered
from pipeline.summaries.printed.job import Job, sheets

BADGES: Final = 8
BADGE: Final = (78.0, 27.0)
"""The room for a name on a badge: mm."""

BADGE_TITLE: Final = (78.0, 7.0)
INVITATIONS: Final = 3
ROOM: Final = 12
"""So many empty lines for who was not expected."""

HARVEST_ONLY: Final = ("idea", "vote", "count")
"""Forms that nobody needs before there are ideas."""


def signin(job: Job) -> Printed | None:
    """The list at the door: who is expected, with room to sign, and for who is new."""
    rows = [_person(one) for one in job.coming]
    consent = job.words.header("attendance", "consent")
    return job.printed("signin", [{"rows": rows, "room": range(ROOM)}], consent=consent)


def posters(job: Job) -> Printed | None:
    """A poster per form, large enough to scan from a chair; a form of a meeting opens with it filled in."""
    return job.printed("posters", _posters(job))


def _posters(job: Job) -> Iterator[Mapping[str, object]]:
    for form in job.blueprint.forms:
        own = f"{form.key}:meeting:{job.meeting}"
        address = job.links.get(own) or job.links.get(form.key)
        if address and (job.is_harvest or form.key not in HARVEST_ONLY):
            yield {
                "key": form.key,
                "form": form.title,
                "description": form.description.partition("\n")[0],
                "also": form.also,
                "url": address,
                "meeting": own in job.links,
            }


def invitations(job: Job) -> Printed | None:
    """What everybody takes home for who they bring to the next meeting; None after the last one."""
    return _invitations(job, "invitations", job.coming, job.next) if job.next else None


def first_invitations(job: Job) -> Printed | None:
    """What the team hands out before the first meeting, for that meeting."""
    team = [one for one in job.coming if one.team]
    first = job.settings.meetings[0]
    return _invitations(job, "first_invitations", team, first) if job.meeting == first.number else None


def _invitations(job: Job, key: str, givers: Iterable[Participant], plan: MeetingPlan) -> Printed | None:
    """A page for each giver: every card bears `U-` and the giver's code, and opens the form with it.

    The last page is for who has no code yet.
    """
    form = job.links.get("signup:invitation") or job.links.get("signup", "")
    pages = [_invitation(_person(one), form) for one in givers]
    pages.append({"giver": None, "code": "", "url": job.links.get("signup", "")})
    return job.printed(key, pages, template="invitations", copies=range(INVITATIONS), when=job.when(plan))


def _invitation(giver: Person, form: str) -> Mapping[str, object]:
    code = f"U-{giver.code}"
    return {"giver": giver, "code": code, "url": form.replace(INVITATION, code)}


def badges(job: Job) -> Printed | None:
    """Name badges with everybody's own code; the last sheet is empty ones, for who was not expected."""
    people = [_badge(_person(one)) for one in job.coming]
    empty = [_badge(Person(""))] * (BADGES + -len(people) % BADGES)
    title = lettered(job.settings.title, *BADGE_TITLE, SMALLEST)
    pages = ({"badges": page} for page in sheets([*people, *empty], BADGES))
    return job.printed("badges", pages, atelier=title.text)


def _badge(one: Person) -> Mapping[str, object]:
    return {"code": one.code, "name": lettered(one.name, *BADGE, 34, bold=True) if one.name else None}


def _person(one: Participant) -> Person:
    return Person(one.code, one.shown or "")
