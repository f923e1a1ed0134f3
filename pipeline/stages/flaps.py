"""One assembled flap per sub-theme."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.model.responses import Response
from pipeline.stages.alike import alike_key, common_spelling

PARTS = ("analysis", "own_solutions", "connections", "possible", "questions")


@dataclass(frozen=True, slots=True)
class Flap:
    """A sub-theme: its texts per part (every part present), the parts nobody filled, its meetings.

    `theme` is "" for what was written without one.
    """

    theme: str
    parts: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    meetings: tuple[int, ...]


def assemble(responses: Sequence[Response]) -> tuple[Flap, ...]:
    """Put the rows of one sub-theme together, spelled alike or not; sorted by theme, without one last.

    Within a part the texts stand in the order they were written: by meeting, time, text.
    """
    themes: dict[str, list[Response]] = defaultdict(list)
    for response in sorted(responses, key=_order):
        themes[alike_key(response.text("theme") or "")].append(response)
    return tuple(_flap(themes[key]) for key in sorted(themes, key=lambda key: (not key, key)))


def _order(response: Response) -> tuple[int, bool, datetime, str]:
    """Meeting, time, text; what is not known comes last."""
    meeting = response.number("meeting")
    moment = response.submitted_at
    return (
        9 if meeting is None else meeting,
        moment is None,
        moment or datetime.min,
        response.text("text") or "",
    )


def _flap(responses: Sequence[Response]) -> Flap:
    parts = {
        part: tuple(
            text
            for response in responses
            if response.text("part") == part and (text := response.text("text"))
        )
        for part in PARTS
    }
    return Flap(
        theme=common_spelling(response.text("theme") or "" for response in responses),
        parts=parts,
        missing=tuple(part for part, texts in parts.items() if not texts),
        meetings=tuple(
            sorted({meeting for response in responses if (meeting := response.number("meeting"))})
        ),
    )
