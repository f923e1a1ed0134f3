"""The ideas: numbered for ever, joined by decision, with their thinkers and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from pipeline.model.findings import Finding, Where
from pipeline.model.responses import Response
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.joins import Joins, join
from pipeline.stages.memory import GivenNumber
from pipeline.stages.normalise import table_key
from pipeline.stages.resolve import Directory, Resolved


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea; `text` None and `withdrawn` when its row was deleted (the number stays taken).

    `thinkers` are codes, or `?` + the name as written, or `table:3` where nobody is named: those of
    its own row (`own_thinkers`), and of a leader those of its whole joined group. `joined_with` =
    the other numbers of its joined group; `leader` = the lowest of them (itself when it stands
    alone); `group` = its table, normalised; `groups` = all tables of the joined group;
    `near_duplicates` = numbers that may be the same idea and that nobody decided about. `meant` = whom
    the `?` names of its own row may mean, by the name as written.
    """

    number: int
    response: str
    where: Where | None
    text: str | None
    group: str | None
    groups: tuple[str, ...]
    explanation: str | None
    problem_domain: str | None
    solution_domains: tuple[str, ...]
    level: str | None
    exists: str | None
    thinkers: tuple[str, ...]
    joined_with: tuple[int, ...]
    leader: int
    near_duplicates: tuple[int, ...]
    status: str | None
    withdrawn: bool = False
    own_thinkers: tuple[str, ...] = ()
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def number_ideas(
    responses: Sequence[Response],
    given: Sequence[GivenNumber],
    decisions: Decisions,
    directory: Directory,
    status: Mapping[int, str],
    seated: Mapping[str, frozenset[str]] = MappingProxyType({}),
    present: frozenset[str] = frozenset(),
) -> tuple[tuple[Idea, ...], tuple[GivenNumber, ...], tuple[Question, ...], tuple[Finding, ...]]:
    """Number, resolve thinkers, propose and apply joins. `status` is people's `Stand` by number (codes).

    Of namesakes the one who was `seated` at the idea's table is the thinker, else who was `present`.

    A row without idea and explanation is no idea; one that had them once is withdrawn.
    """
    rows = {response.id: response for response in responses if _text(response)}
    numbers = _numbers(rows, given)
    find = _Thinkers(directory, seated, present)
    ideas = {
        number: _idea(number, rows[name], find) if name in rows else _withdrawn(number, name, find)
        for number, name in numbers.items()
    }
    live = {number: rows[name] for number, name in numbers.items() if name in rows}
    joins = join({number: _text(row) for number, row in live.items()}, live, decisions)
    return (
        tuple(
            replace(_joined(idea, joins, ideas), status=status.get(number)) for number, idea in ideas.items()
        ),
        tuple(GivenNumber(number, name) for number, name in numbers.items()),
        joins.questions,
        joins.findings,
    )


def _text(row: Response) -> str:
    """The idea, else its explanation, "" where the row says neither."""
    return row.as_written("idea") or row.as_written("explanation") or ""


def _numbers(rows: Mapping[str, Response], given: Sequence[GivenNumber]) -> dict[int, str]:
    """Response id by number, in order: the numbers given before, then the next for every other row."""
    numbers = {one.number: one.response for one in sorted(given, key=lambda one: one.number)}
    known = set(numbers.values())
    new = sorted((row for name, row in rows.items() if name not in known), key=_first_sight)
    first = max(numbers, default=0) + 1
    return numbers | {number: row.id for number, row in enumerate(new, first)}


def _first_sight(row: Response) -> tuple[object, ...]:
    """Sort key of ideas that were not seen before: by moment (undated last), table, text."""
    table = _table(row) or ""
    return (
        row.submitted_at is None,
        row.submitted_at or datetime.min,
        (not table.isdigit(), len(table), table),
        _text(row),
        row.id,
    )


def _table(row: Response) -> str | None:
    written = row.as_written("group")
    return (table_key(written) or None) if written else None


def _idea(number: int, row: Response, find: "_Thinkers") -> Idea:
    """An idea that stands alone."""
    table = _table(row)
    found = find.of(row, table)
    named = _once(one.bearer or f"?{one.written}" for one in found)
    thinkers = named or ((f"table:{table}",) if table else ())
    return Idea(
        number=number,
        response=row.id,
        where=row.at(),
        text=_text(row),
        group=table,
        groups=(table,) if table else (),
        explanation=row.as_written("explanation"),
        problem_domain=row.text("problem_domain"),
        solution_domains=row.many("solution_domains"),
        level=row.text("level"),
        exists=row.text("exists"),
        thinkers=thinkers,
        joined_with=(),
        leader=number,
        near_duplicates=(),
        status=None,
        own_thinkers=thinkers,
        meant={one.written: one.candidates for one in found if one.candidates},
    )


@dataclass(frozen=True, slots=True)
class _Thinkers:
    """Finds who thought of an idea."""

    directory: Directory
    seated: Mapping[str, frozenset[str]]
    present: frozenset[str]

    def of(self, row: Response, table: str | None) -> list[Resolved]:
        """What each name among the thinkers means, in the order written."""
        likely = (self.seated.get(table or "", frozenset()), self.present)
        found = (
            self.directory.find(written, row.at("thinkers", nth), f"{row.id}#{nth}", likely=likely, ask=False)
            for nth, written in enumerate(row.many("thinkers"), 1)
        )
        return [one for one in found if not one.none]


def thinkers_meant(ideas: Iterable[Idea]) -> dict[str, set[str]]:
    """Whom each `?` name may mean (codes), at whichever of the ideas it stands."""
    meant: dict[str, set[str]] = {}
    for idea in ideas:
        for written, codes in idea.meant.items():
            meant.setdefault(written, set()).update(codes)
    return meant


def _withdrawn(number: int, name: str, find: _Thinkers) -> Idea:
    """An idea whose row is gone: its number stays taken."""
    nothing = Response(form="idea", row=0, id=name)
    return replace(_idea(number, nothing, find), where=None, text=None, withdrawn=True)


def _joined(idea: Idea, joins: Joins, ideas: Mapping[int, Idea]) -> Idea:
    """The idea as part of its joined group."""
    together = [ideas[number] for number in joins.group.get(idea.number, (idea.number,))]
    leads = together[0].number == idea.number
    return replace(
        idea,
        leader=together[0].number,
        joined_with=tuple(other.number for other in together if other is not idea),
        groups=tuple(sorted({group for other in together for group in other.groups})),
        thinkers=_once(name for other in together for name in other.thinkers) if leads else idea.thinkers,
        near_duplicates=joins.near.get(idea.number, ()),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
