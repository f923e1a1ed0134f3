"""One sticker: which idea it names, and why it may be refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.model.responses import Response

REASONS = ("unreadable", "replaced", "too_many", "unknown_idea", "own_group")
"""Why a sticker is refused, in the order they are judged."""

_NUMBER = re.compile(
    r"(?:(?:idee|idea|sticker|nummer|number|nr|no)\b[\s.:]*|#\s*)*0*(\d{1,9})(?:[.,]0*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused sticker: form, the sheet's row, the sticker's column from 1, what it said, why."""

    form: str
    row: int
    sticker: int
    idea: str
    reason: str


def which_holds(moments: Sequence[datetime | None]) -> tuple[int, int | None]:
    """Which of one voter's ballots holds: the latest; where a moment lacks or two are equal, the lowest.

    `moments` stand in order of row, at least one. Returns places from 0: that of the ballot, and that
    of another one that might have been meant, None where the moments leave no doubt.
    """
    latest = max(moment or datetime.min for moment in moments)
    likely = [place for place, moment in enumerate(moments) if moment in (None, latest)]
    return likely[-1], likely[-2] if len(likely) > 1 else None


def idea_number(row: Response, key: str) -> int | None:
    """The number of the idea that a cell names (`12`, `12.0`, `nr. 12`, `#12`), None if it names none."""
    number = row.number(key)
    if number is not None:
        return number
    return number_in(row.as_written(key) or "")


def number_in(text: str) -> int | None:
    """The number of the idea that a text names, None if it names none."""
    named = _NUMBER.fullmatch(text.strip())
    return int(named.group(1)) if named else None


def idea_text(row: Response, key: str) -> str:
    """What a cell says, as a refusal shows it: the idea's number, else the text as it stands there."""
    number = idea_number(row, key)
    return str(number) if number is not None else (row.as_written(key) or "").strip()
