"""What the neighbourhood has and misses: facilities, signals, life domains, the network, agreements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model.responses import Response
from pipeline.model.settings import DOMAINS
from pipeline.stages.alike import alike_key, common_spelling
from pipeline.stages.ideas import Idea
from pipeline.stages.normalise import fold
from pipeline.stages.people import People
from pipeline.stages.voices import Story

AVAILABILITY = ("no", "too_little", "yes")
"""How far a facility is there, least first."""

LEVELS = ("policy", "neighbourhood", "self")
"""Whom a signal is for, in the order signals are shown."""


@dataclass(frozen=True, slots=True)
class Facility:
    """One facility, its `n` rows joined by name: `present` as most say, quality and access mean 1..5.

    Where as many say one thing as another, the less counts: what some miss is missing.
    """

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
    """Ideas per problem domain x solution domain, ideas per problem domain, shared stories per domain.

    Only what occurs has an entry; a story of two domains counts in both.
    """

    matrix: Mapping[str, Mapping[str, int]]
    ideas: Mapping[str, int]
    stories: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Network:
    """The contacts of `Netwerk`: how many, per sector, per status; only what occurs has an entry."""

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
    """Counts per expected meeting, every meeting has an entry: what people eat, what they need to come."""

    meals: Mapping[int, Mapping[str, int]]
    needs: Mapping[int, Mapping[str, int]]


def facilities(responses: Sequence[Response]) -> tuple[Facility, ...]:
    """Join the rows of one facility, spelled alike or not; sorted by name. Without a name there is none."""
    named: dict[str, list[Response]] = defaultdict(list)
    for response in responses:
        if name := response.text("name"):
            named[alike_key(name) or name].append(response)
    return tuple(_facility(named[key]) for key in sorted(named))


def _facility(responses: Sequence[Response]) -> Facility:
    said = Counter(answer for response in responses if (answer := response.text("present")) in AVAILABILITY)
    mentioned = {domain for response in responses for domain in response.many("domains")}
    return Facility(
        name=common_spelling(response.text("name") or "" for response in responses),
        domains=_in_order(mentioned, DOMAINS),
        present=max(AVAILABILITY, key=lambda answer: said[answer]) if said else None,
        quality=_mean(responses, "quality"),
        access=_mean(responses, "access"),
        n=len(responses),
    )


def _mean(responses: Sequence[Response], question: str) -> float | None:
    answers = [answer for response in responses if (answer := response.number(question)) is not None]
    return sum(answers) / len(answers) if answers else None


def _in_order(codes: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    """Distinct `codes` in `order`, a team's own ones after them by the alphabet."""
    return tuple(
        sorted(set(codes), key=lambda code: (order.index(code) if code in order else len(order), code))
    )


def signals(responses: Sequence[Response]) -> tuple[Signal, ...]:
    """All signals, sorted by level (policy first, unknown last), then text. Without a text there is none."""
    said = (
        Signal(response.text("level"), response.many("domains"), text, response.text("for_whom"))
        for response in responses
        if (text := response.text("signal"))
    )
    return tuple(sorted(said, key=_signal_order))


def _signal_order(signal: Signal) -> tuple[object, ...]:
    level = LEVELS.index(signal.level) if signal.level in LEVELS else len(LEVELS)
    return (level, fold(signal.signal), signal.signal, signal.for_whom or "", signal.domains)


def domains(ideas: Sequence[Idea], stories: Sequence[Story]) -> Domains:
    """Count ideas (joined ones once, withdrawn ones not) and shared stories per life domain.

    Joined ideas have the problem of the first of them that names one, and the solutions of all.
    """
    joined: dict[int, list[Idea]] = defaultdict(list)
    for idea in sorted(ideas, key=lambda idea: idea.number):
        if not idea.withdrawn:
            joined[idea.leader].append(idea)
    problems: Counter[str] = Counter()
    cells: Counter[tuple[str, str]] = Counter()
    for group in joined.values():
        problem = next((idea.problem_domain for idea in group if idea.problem_domain), None)
        if problem:
            problems[problem] += 1
            cells.update(
                (problem, solution) for solution in {s for idea in group for s in idea.solution_domains}
            )
    told = Counter(domain for story in stories if story.shared for domain in story.domains)
    return Domains(
        matrix={
            problem: _counts({solution: n for (row, solution), n in cells.items() if row == problem}, DOMAINS)
            for problem in _in_order({row for row, _ in cells}, DOMAINS)
        },
        ideas=_counts(problems, DOMAINS),
        stories=_counts(told, DOMAINS),
    )


def _counts(counts: Mapping[str, int], order: Sequence[str] = ()) -> dict[str, int]:
    return {code: counts[code] for code in _in_order(counts, order)}


def network(responses: Sequence[Response]) -> Network:
    """Count the contacts."""
    return Network(
        contacts=len(responses),
        by_sector=_counts(Counter(code for response in responses if (code := response.text("sector")))),
        by_status=_counts(Counter(code for response in responses if (code := response.text("status")))),
    )


def agreements(responses: Sequence[Response]) -> tuple[Agreement, ...]:
    """The agreements, by date (undated last), then text. Without a text there is none."""
    agreed = (
        Agreement(what, response.text("who"), response.day("when"), response.text("status"))
        for response in responses
        if (what := response.text("what"))
    )
    return tuple(sorted(agreed, key=_agreement_order))


def _agreement_order(agreement: Agreement) -> tuple[object, ...]:
    when = agreement.when
    return (when is None, when or date.min, agreement.what, agreement.who or "", agreement.status or "")


def care(people: People, meetings: Sequence[int]) -> Care:
    """Count diets and needs per meeting that people expect to come to."""
    meals: dict[int, Counter[str]] = {meeting: Counter() for meeting in meetings}
    needs: dict[int, Counter[str]] = {meeting: Counter() for meeting in meetings}
    for person in people.participants.values():
        for meeting in person.expected:
            if meeting in meals:
                meals[meeting].update(person.meal)
                needs[meeting].update(person.needs)
    return Care(
        meals={meeting: _counts(counts) for meeting, counts in meals.items()},
        needs={meeting: _counts(counts) for meeting, counts in needs.items()},
    )
