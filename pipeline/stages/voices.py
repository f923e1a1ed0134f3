"""Stories that may be shared, and the advice top and tip."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.responses import Response
from pipeline.stages.people import People


@dataclass(frozen=True, slots=True)
class Story:
    """One example of strength; text is None when it may not be shared."""

    source: str | None
    domains: tuple[str, ...]
    story: str | None
    strength: str | None
    lesson: str | None
    shared: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """Top and tip for somebody in the film."""

    person: str
    top: str | None
    tip: str | None


def tell(responses: Sequence[Response], people: People) -> tuple[Story, ...]:
    """All stories in order of row content; only `share` = yes shows its text."""
    raise NotImplementedError


def advise(responses: Sequence[Response]) -> tuple[Advice, ...]:
    """All advice, sorted by person."""
    raise NotImplementedError
