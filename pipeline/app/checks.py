"""One tick of `doctor`."""

from dataclasses import dataclass
from typing import Literal

from pipeline.model.errors import UserError

State = Literal["good", "noted", "bad"]


@dataclass(frozen=True, slots=True)
class Check:
    """One tick: `what` is an English message for `details`; `error` tells a failure and its repair."""

    state: State
    what: str
    details: tuple[tuple[str, object], ...] = ()
    error: UserError | None = None


def good(what: str, **details: object) -> Check:
    """Something that is in order."""
    return Check("good", what, tuple(details.items()))


def noted(what: str, **details: object) -> Check:
    """Something to know, which is no fault."""
    return Check("noted", what, tuple(details.items()))


def bad(what: str, error: UserError) -> Check:
    """Something that is not in order, with its repair."""
    return Check("bad", what, error=error)
