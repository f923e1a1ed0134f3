"""Stories that may be shared, and the advice top and tip."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.responses import Response
from pipeline.stages.masking import Mask
from pipeline.stages.normalise import fold
from pipeline.stages.people import People


@dataclass(frozen=True, slots=True)
class Story:
    """One example of strength; text is None when it may not be shared or was left out."""

    source: str | None
    domains: tuple[str, ...]
    story: str | None
    strength: str | None
    lesson: str | None
    shared: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """Top and tip for somebody in the film; `person` is "" when it does not say for whom."""

    person: str
    top: str | None
    tip: str | None


def tell(responses: Sequence[Response], people: People) -> tuple[Story, ...]:
    """All stories in order of row content; only `share` = yes shows its text.

    The names of participants without consent are taken out.
    """
    shared = [response for response in responses if response.flag("share")]
    without = [person for person in people.participants.values() if person.shown is None]
    mask = Mask.of(without if shared else ())
    told = [_story(response, mask) for response in shared]
    told += [_untold(response) for response in responses if not response.flag("share")]
    return tuple(sorted(told, key=_story_order))


def _story(response: Response, mask: Mask) -> Story:
    story, strength, lesson = (response.text(key) for key in ("story", "strength", "lesson"))
    return Story(
        source=response.text("source"),
        domains=response.many("domains"),
        story=mask(story) if story else None,
        strength=mask(strength) if strength else None,
        lesson=mask(lesson) if lesson else None,
        shared=True,
    )


def _untold(response: Response) -> Story:
    return Story(response.text("source"), response.many("domains"), None, None, None, shared=False)


def _story_order(story: Story) -> tuple[object, ...]:
    """Shared first, then source, domains and text."""
    return (
        not story.shared,
        story.source or "~",
        story.domains,
        story.story or "",
        story.strength or "",
        story.lesson or "",
    )


def advise(responses: Sequence[Response]) -> tuple[Advice, ...]:
    """All advice, sorted by person; a row with neither top nor tip gives none."""
    given = (
        Advice(response.text("person") or "", response.text("top"), response.text("tip"))
        for response in responses
    )
    return tuple(sorted((advice for advice in given if advice.top or advice.tip), key=_advice_order))


def _advice_order(advice: Advice) -> tuple[str, ...]:
    return (fold(advice.person), advice.person, advice.top or "", advice.tip or "")
