"""What can go wrong with Google, said in words: what, why, and what to do.

Nothing that somebody typed comes into a message: Google's own texts may repeat a cell, so they stay
within the program (`Refused.message`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.model.errors import FAILED, N_, NO_ACCESS, NOT_REACHABLE, UserError


class Trouble(UserError):
    """Something that Google, or the way to it, does not do.

    `passing`: it may well work a little later; `after`: Google asks to wait so many seconds first.
    """

    def __init__(
        self,
        what: str,
        *,
        why: str = "",
        todo: str = "",
        exit_code: int = NOT_REACHABLE,
        passing: bool = False,
        after: float | None = None,
        **details: object,
    ) -> None:
        super().__init__(what, why=why, todo=todo, exit_code=exit_code, **details)
        self.passing = passing
        self.after = after


class Unanswered(Trouble):
    """A request was sent, but how it ended is unknown: it may have been applied, or not."""


class Refused(Trouble):
    """Google refused the request as it stands, and applied nothing of it.

    `message` is Google's own text, to recognise what was wrong; it may hold what people typed, so
    it is never shown.
    """

    def __init__(self, what: str, *, message: str, **said: Any) -> None:
        super().__init__(what, **{"exit_code": FAILED, **said})
        self.message = message


@dataclass(frozen=True, slots=True)
class Spot:
    """What a request is about: the spreadsheet or form by its id, and whether it was to be changed."""

    id: str
    kind: str = "spreadsheet"
    writing: bool = False
