"""Outcome + settings → everything that can be printed: a function per thing, listed in `THINGS`."""

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.model.pack import Printed
from pipeline.summaries.printed.arrival import badges, invitations, posters, signin
from pipeline.summaries.printed.harvest import ballots, certificates, table_numbers, wall_cards
from pipeline.summaries.printed.job import Job

Thing = Callable[[Job], Printed | None]
"""None where there is nothing to print."""

THINGS: Final[Mapping[str, Thing]] = {
    "signin": signin,
    "posters": posters,
    "invitations": invitations,
    "badges": badges,
    "table_numbers": table_numbers,
    "wall_cards": wall_cards,
    "ballots": ballots,
    "certificates": certificates,
}
"""By the name that a person types, in the order in which they are needed."""
