"""Which claims are of one person: certain, possible or different, each with its reasons."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.stages.candidates import pairs
from pipeline.stages.claims import is_guest_code
from pipeline.stages.commonness import Commonness
from pipeline.stages.decisions import digest
from pipeline.stages.gather import POSSIBLE, Edge, gather, likeness
from pipeline.stages.groups import Groups
from pipeline.stages.matching import read, weigh_all
from pipeline.stages.names import NO_NAME, Name
from pipeline.stages.people import Claim
from pipeline.stages.records import Record
from pipeline.stages.weigh import Scale


class Likeness(StrEnum):
    """The three outcomes of comparing two claims."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims (by id, first < second) and what the comparison says.

    `score` 0..1 is how likely they are one person; `reasons` are codes worded in
    `sheet_templates/texts/reasons.toml`.
    """

    first: str
    second: str
    outcome: Likeness
    score: float
    reasons: tuple[str, ...]


def record_of(claim: Claim) -> Record:
    """A claim as a row about a person; a guest of somebody has no name of their own."""
    return Record(
        name="" if is_guest_code(claim) else claim.name or "",
        emails=(claim.email,) if claim.email else (),
        phones=(claim.phone,) if claim.phone else (),
        postcode=claim.postcode or "",
        organisation=claim.organisation or "",
        roles=claim.roles,
        invited_by=claim.invited_by or "",
    )


def said_of(one: Claim, other: Claim) -> str:
    """What tells whether what two claims say was changed."""
    return digest(*map(repr, (record_of(one), record_of(other))))


class Claims:
    """All claims as they can be compared; how common a thing is, is counted among the sign-ups."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        ordered = sorted(claims, key=lambda claim: claim.id)
        self._rows = dict(
            zip((claim.id for claim in ordered), read(list(map(record_of, ordered))), strict=True)
        )
        self._signups = [claim.id for claim in ordered if claim.where.form == "signup"]
        self._scale = Scale(Commonness([self._rows[claim] for claim in self._signups]))

    @property
    def names(self) -> dict[str, Name]:
        """The name of each claim."""
        return {claim: row.names[0] if row.names else NO_NAME for claim, row in self._rows.items()}

    def gather(
        self, groups: Groups[str], asked: Collection[frozenset[str]]
    ) -> tuple[list[Match], list[Match]]:
        """Join in `groups` the sign-ups that are certainly of one person.

        Returns the matches that did it, and those to ask about: one between every two groups, the most
        useful first; one of the pairs `asked` before rather than another.
        """
        ids, rows = self._signups, [self._rows[claim] for claim in self._signups]
        edges = [
            Edge(ids[edge.first], ids[edge.second], edge.bits, edge.reasons, edge.certain)
            for edge in weigh_all(rows, pairs(rows), self._scale)
        ]
        edges.sort(key=lambda edge: (-edge.bits, edge.first, edge.second))
        found = gather(
            edges, dict(zip(ids, rows, strict=True)), groups, self._scale,
            asked=lambda edge: frozenset((edge.first, edge.second)) in asked,
        )  # fmt: skip
        return (
            [_match(edge, Likeness.CERTAIN) for edge in found.joined],
            [_match(edge, Likeness.POSSIBLE) for edge in found.possible],
        )

    def match(self, one: str, other: str) -> Match:
        """What two claims by themselves say, with how common it is among all."""
        first, second = sorted((one, other))
        weight = self._scale.weigh(self._rows[first], self._rows[second])
        bits, certain = self._scale.judge(weight)
        outcome = (
            Likeness.CERTAIN if certain else Likeness.POSSIBLE if bits >= POSSIBLE else Likeness.DIFFERENT
        )
        return Match(first, second, outcome, likeness(bits), weight.reasons)


def _match(edge: Edge[str], outcome: Likeness) -> Match:
    return Match(edge.first, edge.second, outcome, likeness(edge.bits), edge.reasons)


def judge_claims(one: Claim, other: Claim) -> tuple[Likeness, float, tuple[str, ...]]:
    """Weigh two claims without knowing any other: outcome, likeness, reasons."""
    found = Claims((one, other)).match(one.id, other.id)
    return found.outcome, found.score, found.reasons
