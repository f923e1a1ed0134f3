"""Ballots: whose they are, which of them hold, and every sticker judged by itself."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, Severity
from pipeline.model.responses import Response
from pipeline.stages.decisions import Question
from pipeline.stages.ideas import Idea
from pipeline.stages.memory import Seat
from pipeline.stages.normalise import table_key
from pipeline.stages.resolve import Directory, Resolved
from pipeline.stages.stickers import Refusal, idea_number, idea_text, which_holds
from pipeline.stages.unresolved import unresolved_key

_STICKER = re.compile(r"sticker_(\d+)")


@dataclass(frozen=True, slots=True)
class Ballot:
    """One row of stickers. `voter` is a code or None; `key` is the same for ballots of one voter;
    `tables` are the voter's own tables, normalised; `replaced` by a later one of the same voter.
    """

    row: Response
    voter: str | None
    key: tuple[str, ...]
    tables: frozenset[str]
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """All ballots in order of row, what to ask, what was noticed."""

    ballots: tuple[Ballot, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


class Tables:
    """The tables that count as a person's own: of ideas that name them, and of seats that were confirmed."""

    def __init__(self, ideas: Sequence[Idea], seats: Sequence[Seat]) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for idea in ideas:
            for code in idea.own_thinkers if idea.group else ():
                self._of[code].add(idea.group or "")
        for seat in seats:
            self._of[seat.code].add(table_key(seat.table))
        self._at: dict[str, set[str]] = defaultdict(set)
        for code, tables in self._of.items():
            for table in tables:
                self._at[table].add(code)

    def of(self, code: str) -> set[str]:
        """A participant's own tables, normalised."""
        return self._of.get(code, set())

    def at(self, table: str) -> frozenset[str]:
        """The codes of those whose own table this is."""
        return frozenset(self._at.get(table, ()))


def open_box(rows: Sequence[Response], tables: Tables, present: frozenset[str], directory: Directory) -> Box:
    """Find out whose every ballot is, and which of them a later one replaces.

    `present` are the codes of those who were at the meeting: they are meant first.
    """
    ballots = []
    questions = {}
    findings: list[Finding] = []
    for row in sorted(rows, key=lambda row: row.row):
        table = table_key(row.as_written("group") or "")
        found = _voter(row, tables.at(table), present, directory)
        if found and found.question:
            questions[found.question.id] = found.question
        findings += _noticed(row, found, present)
        ballots.append(_ballot(row, table, found, tables))
    kept, doubts = _replace(ballots)
    return Box(kept, tuple(question for _, question in sorted(questions.items())), (*findings, *doubts))


def _voter(
    row: Response, table: frozenset[str], present: frozenset[str], directory: Directory
) -> Resolved | None:
    """Who voted, None on a ballot without a name; of several the one at that table, or who was there."""
    written = row.as_written("name")
    if written is None:
        return None
    found = directory.find(written, row.at("name"), row.id, likely=(table, present))
    return None if found.none else found


def _ballot(row: Response, table: str, found: Resolved | None, tables: Tables) -> Ballot:
    """A ballot that nobody replaced yet; without a voter, its name and table tell it from others."""
    stated = {table} if table else set()
    if found is None:
        return Ballot(row, None, ("row", row.id), frozenset(stated))
    voter = found.bearer
    if voter is None:
        return Ballot(row, None, ("name", unresolved_key(found.written), table), frozenset(stated))
    return Ballot(row, voter, ("code", voter), frozenset(stated | tables.of(voter)))


def _noticed(row: Response, found: Resolved | None, present: frozenset[str]) -> Iterator[Finding]:
    """What is worth telling about the name on a ballot."""
    where = row.at("name")
    if found is None:
        yield Finding("ballot_without_name", Severity.INFO, where=where)
    elif found.by_invitation:
        yield Finding("invitation_as_name", Severity.WARN, where=where)
    elif found.participant is None and not found.candidates:
        yield Finding("voter_unknown", Severity.INFO, where=where)
    elif found.participant is not None and present and found.participant not in present:
        yield Finding("voter_not_present", Severity.INFO, where=where)


def _replace(ballots: Sequence[Ballot]) -> tuple[tuple[Ballot, ...], list[Finding]]:
    """Mark every ballot but the last of each voter as replaced."""
    of_voter: dict[tuple[str, ...], list[Ballot]] = defaultdict(list)
    for ballot in ballots:
        of_voter[ballot.key].append(ballot)
    last = {key: _last(own) for key, own in of_voter.items()}
    kept = tuple(
        ballot if ballot is last[ballot.key][0] else replace(ballot, replaced=True) for ballot in ballots
    )
    return kept, [_unclear(holds.row, other.row) for holds, other in last.values() if other]


def _last(ballots: Sequence[Ballot]) -> tuple[Ballot, Ballot | None]:
    """The ballot of one voter that holds, and the other one that might have been meant."""
    holds, other = which_holds([ballot.row.submitted_at for ballot in ballots])
    return ballots[holds], None if other is None else ballots[other]


def _unclear(holds: Response, other: Response) -> Finding:
    return Finding("ballot_order_unclear", Severity.WARN, where=holds.at(), with_=other.at())


def judge(ballot: Ballot, ideas: Mapping[int, Idea], stickers: int) -> Iterator[Idea | Refusal]:
    """Every sticker of a ballot, one by one: the idea it counts for, or why it is refused.

    `ideas` are those that can be voted for, by number; `stickers` is how many each voter has.
    """
    row = ballot.row
    for place, (column, key) in enumerate(_columns(row)):
        number = idea_number(row, key)
        idea = ideas.get(number or 0)
        if number is None:
            reason = "unreadable"
        elif ballot.replaced:
            reason = "replaced"
        elif place >= stickers:
            reason = "too_many"
        elif idea is None:
            reason = "unknown_idea"
        elif ballot.tables.intersection(idea.groups):
            reason = "own_group"
        else:
            yield idea
            continue
        yield Refusal(row.form, row.row, column, idea_text(row, key), reason)


def _columns(row: Response) -> list[tuple[int, str]]:
    """The stickers that are not empty: column from 1, and key."""
    keys = {*row.values, *row.written}
    named = (_STICKER.fullmatch(key) for key in keys)
    return sorted((int(one.group(1)), one.group()) for one in named if one)
