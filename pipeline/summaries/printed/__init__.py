"""Outcome + settings → everything that can be printed: a function per thing, listed in `THINGS`."""

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.model.pack import Printed
from pipeline.summaries.printed.arrival import badges, invitations, posters, signin
from pipeline.summaries.printed.harvest import ballots, certificates, table_numbers, wall_cards
from pipeline.summaries.printed.job import Job
from pipeline.summaries.printed.rooms import circles, conversation, flaps, forms, homework, room
from pipeline.summaries.printed.words import recap, thanks

Thing = Callable[[Job], Printed | None]
"""None where there is nothing to print."""

THINGS: Final[Mapping[str, Thing]] = {
    "signin": signin,
    "posters": posters,
    "invitations": invitations,
    "badges": badges,
    "room": room,
    "recap": recap,
    "forms": forms,
    "flaps": flaps,
    "conversation": conversation,
    "circles": circles,
    "table_numbers": table_numbers,
    "wall_cards": wall_cards,
    "ballots": ballots,
    "certificates": certificates,
    "homework": homework,
    "thanks": thanks,
}
"""By the name that a person types, in the order in which they are needed."""
