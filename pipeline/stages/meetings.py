"""Who was there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Severity
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages import doors
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

    def came_by(self, code: str, number: int) -> bool:
        """Whether this participant came to meeting `number` or an earlier one."""
        first = self.first(code)
        return first is not None and first <= number

    def before(self, number: int) -> frozenset[str]:
        """Everybody who came to an earlier meeting than `number`."""
        return frozenset().union(*(codes for other, codes in self.present.items() if other < number))

    def new(self, number: int) -> frozenset[str]:
        """Everybody who came for the first time at meeting `number`."""
        return self.present[number] - self.before(number)

    @property
    def latest(self) -> int:
        """The last meeting that anybody came to, 0 before the first."""
        return max((number for number, codes in self.present.items() if codes), default=0)

    def next_after(self, number: int) -> int | None:
        """The number of the meeting that follows `number`, None after the last."""
        return min((other for other in self.present if other > number), default=None)


def presence(
    responses: Mapping[str, Sequence[Response]], people: People, decisions: Decisions, settings: Settings
) -> tuple[Presence, tuple[Finding, ...]]:
    """Attendance form and attendance list together, minus what a person answered with `absent`."""
    present: dict[int, set[str]] = {number: set() for number in settings.numbers}
    findings = []
    for response, number in _statements(responses):
        code = people.of_claim.get(response.id)
        if number not in present:
            findings.append(_not_planned(response, number, settings))
        elif code is not None and not _was_absent(response, decisions):
            present[number].add(code)
    return Presence({number: frozenset(codes) for number, codes in present.items()}), tuple(findings)


def _statements(responses: Mapping[str, Sequence[Response]]) -> Iterator[tuple[Response, int]]:
    """Every statement that somebody was at a meeting: the row and the meeting's number."""
    for response in responses.get("attendance", ()):
        number = response.number("meeting")
        if number is not None:
            yield response, number
    for response in responses.get("attendance_list", ()):
        for key in response.values:
            if key.startswith("meeting_") and response.flag(key):
                yield response, int(key.removeprefix("meeting_"))


def _was_absent(response: Response, decisions: Decisions) -> bool:
    """Whether a person said of this row that its name was not there."""
    return doors.answer_of(response.id, decisions) == doors.ABSENT


def _not_planned(response: Response, number: int, settings: Settings) -> Finding:
    return Finding(
        "meeting_not_planned",
        Severity.WARN,
        where=response.at("meeting"),
        details={"meeting": number, "meetings": len(settings.numbers)},
    )
