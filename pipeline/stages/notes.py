"""What the team wants to remember: starting points, deviations, decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model.responses import Response


@dataclass(frozen=True, slots=True)
class Note:
    """One row of `Notities`; `kind` is `starting_point`, `deviation`, `decision` or None."""

    day: date | None
    meeting: int | None
    text: str
    kind: str | None


def notes(responses: Sequence[Response]) -> tuple[Note, ...]:
    """The notes, by date (undated last), then meeting, then text. Without a text there is none."""
    written = (
        Note(response.day("date"), response.number("meeting"), text, response.text("kind"))
        for response in responses
        if (text := response.text("note"))
    )
    return tuple(sorted(written, key=_order))


def _order(note: Note) -> tuple[object, ...]:
    return (note.day is None, note.day or date.min, note.meeting or 0, note.text, note.kind or "")
