"""What the neighbourhood has and misses: facilities, signals, life domains, the network, agreements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model.responses import Response
from pipeline.stages.ideas import Idea
from pipeline.stages.people import People
from pipeline.stages.voices import Story


@dataclass(frozen=True, slots=True)
class Facility:
    """One facility, its rows joined by name: `present` as most say, quality and access mean 1..5."""

    name: str
    domains: tuple[str, ...]
    present: str | None
    quality: float | None
    access: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal for the person, the neighbourhood or policy."""

    level: str | None
    domains: tuple[str, ...]
    signal: str
    for_whom: str | None


@dataclass(frozen=True, slots=True)
class Domains:
    """Ideas per problem domain x solution domain, ideas per problem domain, shared stories per domain."""

    matrix: Mapping[str, Mapping[str, int]]
    ideas: Mapping[str, int]
    stories: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Network:
    """The contacts of `Netwerk`: how many, per sector, per status."""

    contacts: int
    by_sector: Mapping[str, int]
    by_status: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row of `Afspraken`."""

    what: str
    who: str | None
    when: date | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Care:
    """Counts per expected meeting: what people eat, what they need to be able to come."""

    meals: Mapping[int, Mapping[str, int]]
    needs: Mapping[int, Mapping[str, int]]


def facilities(responses: Sequence[Response]) -> tuple[Facility, ...]:
    """Join the rows of one facility, spelled alike or not; sorted by name."""
    raise NotImplementedError


def signals(responses: Sequence[Response]) -> tuple[Signal, ...]:
    """All signals, sorted by level (policy first), then text."""
    raise NotImplementedError


def domains(ideas: Sequence[Idea], stories: Sequence[Story]) -> Domains:
    """Count ideas (joined ones once, withdrawn ones not) and shared stories per life domain."""
    raise NotImplementedError


def network(responses: Sequence[Response]) -> Network:
    """Count the contacts."""
    raise NotImplementedError


def agreements(responses: Sequence[Response]) -> tuple[Agreement, ...]:
    """The agreements, by date (undated last), then text."""
    raise NotImplementedError


def care(people: People, meetings: Sequence[int]) -> Care:
    """Count diets and needs per meeting that people expect to come to."""
    raise NotImplementedError
