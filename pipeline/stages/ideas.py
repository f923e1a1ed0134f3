"""The ideas: numbered for ever, joined by decision, with their thinkers and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Where
from pipeline.model.responses import Response
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.memory import GivenNumber
from pipeline.stages.resolve import Directory


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea; `text` None and `withdrawn` when its row was deleted (the number stays taken).

    `thinkers` are codes, or `?` + the name as written, or `tafel 3` style `table:3`;
    `joined_with` = the other numbers of its joined group; `leader` = the lowest of them (itself
    when it stands alone); `groups` = all tables of the joined group, normalised.
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


def number_ideas(
    responses: Sequence[Response],
    given: Sequence[GivenNumber],
    decisions: Decisions,
    directory: Directory,
    status: Mapping[int, str],
) -> tuple[tuple[Idea, ...], tuple[GivenNumber, ...], tuple[Question, ...], tuple[Finding, ...]]:
    """Number, resolve thinkers, propose and apply joins. `status` is people's `Stand` by number (codes)."""
    raise NotImplementedError
