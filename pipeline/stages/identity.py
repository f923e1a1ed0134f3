"""Which response is which: an identity that survives edits, re-sorting and re-export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.responses import Response


@dataclass(frozen=True, slots=True)
class Remembered:
    """What memory keeps of one response, without its content.

    `id` is text, unique and never reused; `submitted_at` ISO to the second or "";
    `content` a digest of all answers; `sketch` a digest from which likeness (0..1) is estimated.
    """

    id: str
    form: str
    submitted_at: str
    row: int
    content: str
    sketch: str


def identify(
    responses: Mapping[str, Sequence[Response]], remembered: Sequence[Remembered]
) -> tuple[dict[str, tuple[Response, ...]], tuple[Remembered, ...]]:
    """Give every response its id: that of the remembered response it continues, or a new one.

    Independent of the order of dated rows. Returns the responses (same order, ids set) and what
    to remember of those that exist now.
    """
    raise NotImplementedError
