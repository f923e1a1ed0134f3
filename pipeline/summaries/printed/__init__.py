"""Outcome + settings → everything that can be printed: a function per thing, listed in `THINGS`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model.pack import Printed
from pipeline.model.templates import Words
from pipeline.summaries.printed.arrival import badges, first_invitations, invitations, posters, signin
from pipeline.summaries.printed.harvest import ballots, certificates, table_numbers, wall_cards
from pipeline.summaries.printed.job import GROUP, Job
from pipeline.summaries.printed.rooms import (
    circles,
    conversation,
    flaps,
    homework,
    paper_evaluation,
    paper_idea,
    paper_signup,
    room,
)
from pipeline.summaries.printed.words import recap, thanks


@dataclass(frozen=True, slots=True)
class Thing:
    """How a thing is made (None where there is nothing to print), and at which meetings it is usual.

    `meetings`: any, those in one circle, those at tables, the harvest, the last. Who asks for it by
    name gets it for any meeting.
    """

    make: Callable[[Job], Printed | None]
    meetings: Literal["any", "circle", "tables", "harvest", "last"] = "any"

    def usual(self, job: Job) -> bool:
        """Whether it belongs in the pack of this meeting."""
        return {
            "any": True,
            "circle": not job.at_tables,
            "tables": job.at_tables,
            "harvest": job.is_harvest,
            "last": job.next is None,
        }[self.meetings]


THINGS: Final[Mapping[str, Thing]] = {
    "room": Thing(room),
    "posters": Thing(posters),
    "signin": Thing(signin),
    "badges": Thing(badges),
    "recap": Thing(recap),
    "paper_signup": Thing(paper_signup),
    "flaps": Thing(flaps, "circle"),
    "conversation": Thing(conversation, "tables"),
    "circles": Thing(circles, "tables"),
    "table_numbers": Thing(table_numbers, "tables"),
    "paper_idea": Thing(paper_idea, "harvest"),
    "wall_cards": Thing(wall_cards, "harvest"),
    "ballots": Thing(ballots, "harvest"),
    "certificates": Thing(certificates, "harvest"),
    "paper_evaluation": Thing(paper_evaluation),
    "first_invitations": Thing(first_invitations),
    "homework": Thing(homework),
    "invitations": Thing(invitations),
    "thanks": Thing(thanks, "last"),
}
"""By key, in the order in which they are needed."""

FLOWING: Final = ("signin", "form", "recap", "room", "invitations")
"""Templates whose pages may take more than one sheet."""


def names(words: Words) -> dict[str, str]:
    """The key of every thing by what a person may call it: the key, or its file in any language."""
    texts = words.catalogue.texts[GROUP]
    return {name: key for key in THINGS for name in (*texts[f"file_{key}"].both, key)}


def overview(job: Job, made: Iterable[Printed]) -> Printed:
    """A first page that leads to everything that was made, with what to do with it."""
    things = tuple(
        {
            "title": thing.title,
            "file": thing.file,
            "size": thing.size,
            "how": job.text(f"how_{thing.key}"),
            "sheets": len(thing.pages) if thing.template not in FLOWING else None,
        }
        for thing in made
    )
    return Printed(
        "overview",
        job.text("overview_title"),
        job.text("file_overview"),
        [{"things": things}],
        "A4",
        "overview",
    )
