"""The harvest: mixed tables, their ideas, and which of them won."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, Severity
from pipeline.model.responses import Response
from pipeline.model.settings import Settings
from pipeline.stages.arranging import Circumstances, Wanted, arrange
from pipeline.stages.circle import Circle
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.ideas import Idea, number_ideas
from pipeline.stages.memory import Draw, GivenNumber, Memory, Seat
from pipeline.stages.normalise import table_key
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.votes import Votes, tally
from pipeline.stages.wishes import FORM, read_wishes


@dataclass(frozen=True, slots=True)
class Harvest:
    """Ideas, votes and tables, with what to remember, what to ask and what was noticed on the way."""

    ideas: tuple[Idea, ...]
    votes: Votes
    tables: tuple[DiscussionTable, ...]
    numbers: tuple[GivenNumber, ...]
    seats: tuple[Seat, ...]
    draws: tuple[Draw, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def bring_in(
    responses: Mapping[str, Sequence[Response]],
    circle: Circle,
    decisions: Decisions,
    memory: Memory,
    status: Mapping[int, str],
    ticked: frozenset[tuple[int, str]],
    settings: Settings,
    wanted: Wanted,
) -> Harvest:
    """Work out the harvest; `status` is the `Stand` by idea number, `ticked` the seats people confirmed."""
    current = circle.people.current
    confirmed = frozenset((meeting, current[code]) for meeting, code in ticked if code in current)
    present = circle.presence.present[settings.last]
    ideas, numbers, joins, likenesses = number_ideas(
        responses.get("idea", ()),
        memory.numbers,
        decisions,
        circle.directory,
        status,
        _seated(memory.seats, current, confirmed, settings.last),
        present,
    )
    wished = read_wishes((*responses.get(FORM, ()), *wanted.wishes), circle.directory)
    known = Circumstances(circle.people, circle.presence, circle.invitations.inviter, confirmed)
    arranged = arrange(known, memory.seats, wished.wishes, wanted, settings)
    votes, draws, prizes, refusals = tally(
        responses.get("vote", ()),
        responses.get("count", ()),
        ideas,
        circle.directory,
        tuple(
            place for place in in_force(arranged.seats, current) if (place.meeting, place.code) in confirmed
        ),
        present,
        decisions,
        memory.draws,
        settings,
    )
    broken = [Finding("wish_not_kept", Severity.WARN, where=wish.where) for wish in arranged.broken]
    broken += [Finding("wish_about_absent", Severity.WARN, where=wish.where) for wish in arranged.idle]
    return Harvest(
        ideas=ideas,
        votes=votes,
        tables=arranged.tables,
        numbers=numbers,
        seats=arranged.seats,
        draws=draws,
        questions=(*joins, *wished.questions, *prizes),
        findings=(*likenesses, *wished.findings, *broken, *refusals),
    )


def in_force(seats: Iterable[Seat], current: Mapping[str, str]) -> Iterator[Seat]:
    """The seats of those who still take part, under the code they have now."""
    return (replace(place, code=current[place.code]) for place in seats if place.code in current)


def _seated(
    seats: Iterable[Seat], current: Mapping[str, str], confirmed: frozenset[tuple[int, str]], meeting: int
) -> dict[str, frozenset[str]]:
    """Who sat at which table at a meeting, as far as a person confirmed it."""
    seated: dict[str, frozenset[str]] = {}
    for seat in in_force(seats, current):
        if seat.meeting == meeting and (meeting, seat.code) in confirmed:
            table = table_key(seat.table)
            seated[table] = seated.get(table, frozenset()) | {seat.code}
    return seated
