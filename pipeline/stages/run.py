"""The way of the data, from responses to the outcome."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pipeline.model.findings import Finding, finding_order
from pipeline.model.responses import Place
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.arranging import Wanted
from pipeline.stages.circle import Circle, draw_circle
from pipeline.stages.decisions import Asked, Decisions, Question
from pipeline.stages.evaluation import Evaluation, evaluate, evaluate_team
from pipeline.stages.flaps import Flap, assemble
from pipeline.stages.growth import Meeting, grow
from pipeline.stages.harvest import Harvest, bring_in
from pipeline.stages.ideas import Idea
from pipeline.stages.identity import Remembered, identify
from pipeline.stages.invitations import Invitations
from pipeline.stages.kept import Kept
from pipeline.stages.masking import without_names
from pipeline.stages.meetings import Presence
from pipeline.stages.memory import Memory
from pipeline.stages.money import Money, account
from pipeline.stages.neighbourhood import (
    Agreement,
    Care,
    Domains,
    Facility,
    Network,
    Signal,
    agreements,
    care,
    domains,
    facilities,
    network,
    signals,
)
from pipeline.stages.notes import Note, notes
from pipeline.stages.own_questions import OwnAnswers, own_answers
from pipeline.stages.parse import FormCount, Parsed
from pipeline.stages.people import People
from pipeline.stages.references import with_references
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.understood import understood
from pipeline.stages.voices import Advice, Story, advise, tell
from pipeline.stages.votes import Votes

NOTHING_WANTED: Final = Wanted()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything the pipeline works out; `results.md` describes it, the summaries show it.

    `memory` is the memory after this run, its log still that of before; `kept` carries the
    people's cells through to the tabs.
    """

    settings: Settings
    counts: tuple[FormCount, ...]
    places: Mapping[str, Place]
    people: People
    presence: Presence
    invitations: Invitations
    meetings: tuple[Meeting, ...]
    ideas: tuple[Idea, ...]
    votes: Votes
    evaluation: Evaluation
    team_evaluation: Evaluation
    domains: Domains
    flaps: tuple[Flap, ...]
    stories: tuple[Story, ...]
    advice: tuple[Advice, ...]
    facilities: tuple[Facility, ...]
    signals: tuple[Signal, ...]
    tables: tuple[DiscussionTable, ...]
    network: Network
    care: Care
    agreements: tuple[Agreement, ...]
    money: Money
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    kept: Kept
    memory: Memory
    notes: tuple[Note, ...] = ()
    own: tuple[OwnAnswers, ...] = ()


def run(
    parsed: Parsed,
    kept: Kept,
    memory: Memory,
    catalogue: Catalogue,
    settings: Settings,
    wanted: Wanted = NOTHING_WANTED,
) -> Outcome:
    """Work everything out: a pure function of its arguments; `wanted` = what is asked about the tables."""
    responses, remembered = identify(parsed.responses, memory.responses)
    decisions = kept.decisions(catalogue, memory)
    no_inviter = catalogue.words["no_inviter"]
    circle = draw_circle(responses, decisions, memory.codes, kept.withdrawn(), no_inviter, settings)
    people, presence, invitations = circle.people, circle.presence, circle.invitations
    responses = without_names(responses, people, catalogue)
    harvest = bring_in(
        responses, circle, decisions, memory, kept.status(catalogue), kept.confirmed(), settings, wanted
    )
    evaluation, doubts = evaluate(
        responses.get("evaluation", ()), catalogue.forms["evaluation"], presence, people, settings
    )
    team_evaluation, team_doubts = evaluate_team(
        responses.get("team_evaluation", ()), catalogue.forms["team_evaluation"], people
    )
    money, expenses = account(responses, presence, circle.directory)
    stories = tell(responses.get("story", ()), people)
    asked = with_lapsed((*circle.questions, *harvest.questions), decisions)
    questions, unclear = understood(asked, kept, people, catalogue, settings)
    return Outcome(
        settings=settings,
        counts=with_replaced(parsed.counts, harvest.votes),
        places=parsed.places,
        people=with_references(people, harvest.votes, money, invitations),
        presence=presence,
        invitations=invitations,
        meetings=grow(presence, invitations, people, settings),
        ideas=harvest.ideas,
        votes=harvest.votes,
        evaluation=evaluation,
        team_evaluation=team_evaluation,
        domains=domains(harvest.ideas, stories),
        flaps=assemble(responses.get("flap", ())),
        stories=stories,
        advice=advise(responses.get("advice", ())),
        facilities=facilities(responses.get("facility", ())),
        signals=signals(responses.get("signal", ())),
        tables=harvest.tables,
        network=network(responses.get("network", ())),
        care=care(people, settings.numbers),
        agreements=agreements(responses.get("agreements", ())),
        money=money,
        questions=questions,
        findings=in_order(
            parsed.findings, circle.findings, harvest.findings, doubts, team_doubts, expenses, unclear
        ),
        kept=kept,
        memory=remember(memory, remembered, circle, harvest, questions),
        notes=notes(responses.get("notes", ())),
        own=own_answers(responses, catalogue, people),
    )


def remember(
    memory: Memory,
    responses: tuple[Remembered, ...],
    circle: Circle,
    harvest: Harvest,
    questions: Iterable[Question],
) -> Memory:
    """The memory after this run."""
    return replace(
        memory,
        responses=responses,
        codes=circle.codes,
        numbers=harvest.numbers,
        asked=tuple(
            Asked(one.id, one.code, one.subjects, one.outcome, one.said, one.decision or "")
            for one in questions
        ),
        seats=harvest.seats,
        draws=harvest.draws,
    )


def with_lapsed(questions: Iterable[Question], decisions: Decisions) -> tuple[Question, ...]:
    """The questions in order of id, and those somebody once answered that need no answer now."""
    asked = {question.id: question for question in questions}
    for name, answer in decisions.answers.items():
        known = decisions.asked.get(name)
        if name not in asked and known is not None:
            asked[name] = Question(
                name, known.code, known.subjects, (),
                decision=answer, outcome=known.outcome, lapsed=True, said=known.said,
            )  # fmt: skip
    return tuple(asked[name] for name in sorted(asked))


def with_replaced(counts: Iterable[FormCount], votes: Votes) -> tuple[FormCount, ...]:
    """The counts of the forms, with how many ballots a later one replaced."""
    return tuple(
        replace(count, replaced=votes.replaced) if count.form == "vote" else count for count in counts
    )


def in_order(*findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings of all steps, sorted by place."""
    return tuple(sorted((finding for found in findings for finding in found), key=finding_order))
