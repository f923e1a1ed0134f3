"""Who was there, and how the circle grew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions
from pipeline.stages.people import People


@dataclass(frozen=True, slots=True)
class Presence:
    """Participant codes present per meeting number; every meeting of the settings has an entry."""

    present: Mapping[int, frozenset[str]]

    def of(self, code: str) -> tuple[int, ...]:
        """The meetings this participant came to, in order."""
        return tuple(number for number in sorted(self.present) if code in self.present[number])

    def first(self, code: str) -> int | None:
        """Their first meeting, None if they never came."""
        return next(iter(self.of(code)), None)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The figures of one meeting (`results.md`); ratios are exact floats, rounded where written.

    `growth` None when this or the previous meeting has no presence; `by_role` counts somebody
    with two roles in both; `promised`, `promised_came` are about promises made after n - 1.
    """

    number: int
    present: int | None
    new: int | None
    returning: int | None
    growth: float | None
    expected: int
    by_role: Mapping[str, int]
    brought_by_previous: float | None
    unresolved: int
    promised: int
    promised_came: int


def presence(
    responses: Mapping[str, Sequence[Response]], people: People, decisions: Decisions, settings: Settings
) -> tuple[Presence, tuple[Finding, ...]]:
    """Attendance form and attendance list together, minus what a person answered with `absent`."""
    raise NotImplementedError
