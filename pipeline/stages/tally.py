"""Any ballots, long or wide, for any ideas: every sticker judged one by one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.settings import Settings
from pipeline.stages.decisions import Decisions
from pipeline.stages.listing import Listing
from pipeline.stages.moments import read_moments
from pipeline.stages.normalise import fold, table_key
from pipeline.stages.paper import MOST
from pipeline.stages.prizes import Awarded, award, rank
from pipeline.stages.stickers import Refusal, number_in, which_holds

FORM = "vote"
IDEAS = "idea"

ID = ("id", "idea_id", "project_id", "number", "nummer", "idea", "idee", "project")
TEXT = ("title", "titel", "text", "tekst", "name", "naam", "idea", "idee", "project", "wat is het idee?")
VOTER = (
    "voter", "voter_id", "stemmer", "kiezer", "name", "naam", "wat is uw naam, of de code op uw naamkaartje?",
)  # fmt: skip
IDEA = ("idea", "idea_id", "idee", "project_id", "project", "nummer van het idee")
MOMENT = ("timestamp", "tijdstempel", "submitted_at", "moment")
STICKERS = ("stickers", "points", "punten", "score", "hoeveel stickers?")
"""Headers, the first that a list has."""

_STICKER = re.compile(r"(?:sticker|vote|stem|choice|keuze)[ _]?(\d{1,3})\b.*", re.IGNORECASE)
_AMOUNT = re.compile(r"(\d{1,9})(?:[.,]0*)?")


@dataclass(frozen=True, slots=True)
class AnyIdea:
    """An idea under the id it has in its list; `group` as written, None where nobody's."""

    id: str
    text: str | None = None
    group: str | None = None


class Sticker(NamedTuple):
    """One sticker: its row, its column (in a long list: which of its row it is) from 1, what it says."""

    row: int
    sticker: int
    written: str
    readable: bool = True


@dataclass(slots=True)
class Paper:
    """What one voter gave, in order; `groups` are the voter's own, as keys."""

    groups: set[str] = field(default_factory=set)
    stickers: list[Sticker] = field(default_factory=list)
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """How many stickers everybody has, and how many of them may stand on one idea (None = all)."""

    stickers: int = 3
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The count; counted + len(refused) == cast. Ideas by their place in the list, from 1.

    `ballots` = those that hold; `stickers` has every idea, `rank` those with a sticker.
    """

    ideas: tuple[AnyIdea, ...]
    ballots: int
    cast: int
    refused: tuple[Refusal, ...]
    stickers: Mapping[int, int]
    rank: Mapping[int, int]
    awarded: Awarded

    @property
    def counted(self) -> int:
        """The stickers that count."""
        return sum(self.stickers.values())


def read_ideas(
    listing: Listing, id_: int, text: int | None, group: int | None
) -> tuple[tuple[AnyIdea, ...], tuple[Finding, ...]]:
    """The ideas of a list, in its order; columns from 0. One without id cannot be voted for."""
    ideas: dict[str, AnyIdea] = {}
    findings = []
    for row, cells in listing.rows:
        key = cells[id_]
        if not key:
            findings.append(Finding("idea_without_id", Severity.WARN, Where(IDEAS, row)))
        elif key in ideas:
            findings.append(Finding("idea_twice", Severity.WARN, Where(IDEAS, row), details={"idea": key}))
        else:
            ideas[key] = AnyIdea(key, _cell(cells, text), _cell(cells, group))
    return tuple(ideas.values()), tuple(findings)


def _cell(cells: Sequence[str], place: int | None) -> str | None:
    return None if place is None else cells[place] or None


def sticker_columns(listing: Listing) -> tuple[tuple[int, int], ...]:
    """The columns `sticker_1`, `Sticker 2: …` of a wide list: number, and column from 0."""
    named = ((_STICKER.fullmatch(header), place) for place, header in enumerate(listing.header))
    return tuple(sorted((int(found.group(1)), place) for found, place in named if found))


def read_wide(
    listing: Listing, voter: int | None, columns: Sequence[tuple[int, int]], group: int | None
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """Ballots with a row each; a later one replaces an earlier one of that voter. Columns from 0."""
    papers = []
    of_voter: dict[str, list[int]] = {}
    findings = []
    for nth, (row, cells) in enumerate(listing.rows):
        named = ((number, cells[place]) for number, place in columns)
        papers.append(
            Paper(_groups(cells, group), [Sticker(row, number, said) for number, said in named if said])
        )
        if name := _cell(cells, voter):
            of_voter.setdefault(name, []).append(nth)
        else:
            findings.append(Finding("ballot_without_name", Severity.INFO, Where(FORM, row)))
    findings += _replace(listing, papers, [own for own in of_voter.values() if len(own) > 1])
    return tuple(papers), tuple(findings)


def _replace(
    listing: Listing, papers: Sequence[Paper], several: Iterable[Sequence[int]]
) -> Iterator[Finding]:
    """Mark all ballots of one voter (places in the list) as replaced but the one that holds."""
    column = listing.place(*MOMENT)
    moments: list[datetime | None] = [None] * len(papers)
    if column is not None:
        (moments,) = read_moments([[cells[column] for _row, cells in listing.rows]], UTC)
    for own in several:
        holds, other = which_holds([moments[nth] for nth in own])
        for place, nth in enumerate(own):
            papers[nth].replaced = place != holds
        if other is not None:
            where, with_ = (Where(FORM, listing.rows[own[place]][0]) for place in (holds, other))
            yield Finding("ballot_order_unclear", Severity.WARN, where, with_)


def read_long(
    listing: Listing, voter: int | None, idea: int, stickers: int | None, group: int | None
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """Ballots with a row per idea: the rows of one voter together, a row without voter by itself.

    Columns from 0; without a column `stickers` every row is one.
    """
    papers: dict[object, Paper] = {}
    findings = []
    for row, cells in listing.rows:
        name = _cell(cells, voter)
        if name is None:
            findings.append(Finding("ballot_without_name", Severity.INFO, Where(FORM, row)))
        paper = papers.setdefault(row if name is None else name, Paper())
        paper.groups |= _groups(cells, group)
        paper.stickers += _line(row, cells[idea], "1" if stickers is None else cells[stickers])
    return tuple(papers.values()), tuple(findings)


def _groups(cells: Sequence[str], place: int | None) -> set[str]:
    key = group_key(_cell(cells, place))
    return {key} if key else set()


def _line(row: int, idea: str, amount: str) -> Iterator[Sticker]:
    """The stickers of one row; what is no amount is one sticker that cannot be read."""
    number = _amount(amount)
    if number is None or number > MOST:
        if idea or amount:
            yield Sticker(row, 1, idea or amount, readable=False)
    else:
        for nth in range(1, number + 1):
            yield Sticker(row, nth, idea)


@lru_cache(maxsize=1024)
def _amount(text: str) -> int | None:
    read = _AMOUNT.fullmatch(text)
    return int(read.group(1)) if read else None


@lru_cache(maxsize=1024)
def group_key(text: str | None) -> str:
    """The same for two spellings of a group (`8`, `Tafel acht`), "" for nobody's."""
    return (table_key(text) or fold(text)) if text else ""


def count(ideas: Sequence[AnyIdea], papers: Sequence[Paper], rules: Rules) -> Tally:
    """Judge every sticker, and rank the ideas."""
    known = _known(ideas)
    groups = {number: group_key(idea.group) for number, idea in enumerate(ideas, 1)}
    totals = dict.fromkeys(groups, 0)
    refused = []
    for one in (one for paper in papers for one in _judge(paper, known, groups, rules)):
        if isinstance(one, Refusal):
            refused.append(one)
        else:
            totals[one] += 1
    ranks = rank(totals)
    return Tally(
        ideas=tuple(ideas),
        ballots=sum(not paper.replaced for paper in papers),
        cast=sum(len(paper.stickers) for paper in papers),
        refused=tuple(sorted(refused, key=lambda refusal: (refusal.row, refusal.sticker))),
        stickers=totals,
        rank=ranks,
        awarded=award(ranks, Decisions(), (), Settings()),
    )


def _judge(
    paper: Paper, known: Mapping[str, int], groups: Mapping[int, str], rules: Rules
) -> Iterator[int | Refusal]:
    """Every sticker of a ballot: the idea it counts for, or the first reason why it does not."""
    given: Counter[int] = Counter()
    for place, (row, sticker, written, readable) in enumerate(paper.stickers):
        number = (known.get(written) or known.get(_loosely(written), 0)) if readable and written else 0
        if not (readable and written):
            reason = "unreadable"
        elif paper.replaced:
            reason = "replaced"
        elif place >= rules.stickers or (rules.cap is not None and given[number] >= rules.cap):
            reason = "too_many"
        elif not number:
            reason = "unknown_idea"
        elif groups[number] in paper.groups:
            reason = "own_group"
        else:
            given[number] += 1
            yield number
            continue
        yield Refusal(FORM, row, sticker, written, reason)


def _known(ideas: Iterable[AnyIdea]) -> dict[str, int]:
    """Every idea's place by its id, and by how its id is loosely written where no other's id is that."""
    known = {idea.id: number for number, idea in enumerate(ideas, 1)}
    for id_, number in list(known.items()):
        known.setdefault(_loosely(id_), number)
    return known


def _loosely(written: str) -> str:
    """An id regardless of capitals; of a number also as `nr. 8`, `#8` or `8.0`."""
    number = number_in(written)
    return fold(written) if number is None else str(number)
