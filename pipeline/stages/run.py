"""The way of the data, from responses to the outcome."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, finding_order
from pipeline.model.responses import Place
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.decisions import Asked, Decisions, Question
from pipeline.stages.evaluation import Evaluation, evaluate, evaluate_team
from pipeline.stages.flaps import Flap, assemble
from pipeline.stages.growth import Meeting, grow
from pipeline.stages.ideas import Idea, number_ideas
from pipeline.stages.identity import identify
from pipeline.stages.invitations import Invitations, invite
from pipeline.stages.kept import Kept
from pipeline.stages.masking import without_names
from pipeline.stages.meetings import Presence, presence
from pipeline.stages.memory import Memory
from pipeline.stages.merge import merge
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
from pipeline.stages.parse import FormCount, Parsed
from pipeline.stages.people import People
from pipeline.stages.references import with_references
from pipeline.stages.resolve import Directory
from pipeline.stages.seating import DiscussionTable, seat
from pipeline.stages.voices import Advice, Story, advise, tell
from pipeline.stages.votes import Votes, tally


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


def run(parsed: Parsed, kept: Kept, memory: Memory, catalogue: Catalogue, settings: Settings) -> Outcome:
    """Work everything out: a pure function of its arguments."""
    responses, remembered = identify(parsed.responses, memory.responses)
    decisions = kept.decisions(catalogue, memory)
    merged = merge(responses, decisions, memory.codes, kept.withdrawn(), settings)
    people = merged.people
    responses = without_names(responses, people, catalogue)
    directory = Directory(people, decisions, catalogue.words["no_inviter"])
    present, absences = presence(responses, people, decisions, settings)
    invitations, inviters, doubts = invite(responses, people, present, directory)
    ideas, numbers, joins, likenesses = number_ideas(
        responses.get("idea", ()), memory.numbers, decisions, directory, kept.status(catalogue)
    )
    meeting, coming = next_meeting(people, present, settings)
    confirmed = kept.confirmed()
    tables, seats = seat(meeting, coming, people, invitations.inviter, memory.seats, confirmed, settings)
    votes, draws, prizes, refusals = tally(
        responses.get("vote", ()),
        responses.get("count", ()),
        ideas,
        directory,
        tuple(place for place in seats if (place.meeting, place.code) in confirmed),
        present.present[settings.last],
        decisions,
        memory.draws,
        settings,
    )
    evaluation, opinions = evaluate(
        responses.get("evaluation", ()), catalogue.forms["evaluation"], present, people, settings
    )
    team_evaluation, team_opinions = evaluate_team(
        responses.get("team_evaluation", ()), catalogue.forms["team_evaluation"], people
    )
    money, expenses = account(responses, present, directory)
    stories = tell(responses.get("story", ()), people)
    questions = with_lapsed((*merged.questions, *inviters, *joins, *prizes), decisions)
    return Outcome(
        settings=settings,
        counts=with_replaced(parsed.counts, votes),
        places=parsed.places,
        people=with_references(people, responses, votes, money, directory),
        presence=present,
        invitations=invitations,
        meetings=grow(present, invitations, people, settings),
        ideas=ideas,
        votes=votes,
        evaluation=evaluation,
        team_evaluation=team_evaluation,
        domains=domains(ideas, stories),
        flaps=assemble(responses.get("flap", ())),
        stories=stories,
        advice=advise(responses.get("advice", ())),
        facilities=facilities(responses.get("facility", ())),
        signals=signals(responses.get("signal", ())),
        tables=tables,
        network=network(responses.get("network", ())),
        care=care(people, settings.numbers),
        agreements=agreements(responses.get("agreements", ())),
        money=money,
        questions=questions,
        findings=in_order(
            parsed.findings,
            merged.findings,
            absences,
            doubts,
            likenesses,
            refusals,
            opinions,
            team_opinions,
            expenses,
        ),
        kept=kept,
        memory=replace(
            memory,
            responses=remembered,
            codes=merged.codes,
            numbers=numbers,
            asked=tuple(Asked(q.id, q.code, q.subjects, q.outcome) for q in questions),
            seats=seats,
            draws=draws,
        ),
        notes=notes(responses.get("notes", ())),
    )


def next_meeting(people: People, present: Presence, settings: Settings) -> tuple[int, tuple[str, ...]]:
    """The meeting to make tables for, the first that nobody came to yet or else the last, and who comes."""
    meeting = next(
        (number for number in settings.numbers if not present.present[number]), settings.numbers[-1]
    )
    there = present.present[meeting]
    coming = (
        code for code, person in people.participants.items() if meeting in person.expected or code in there
    )
    return meeting, tuple(coming)


def with_lapsed(questions: Iterable[Question], decisions: Decisions) -> tuple[Question, ...]:
    """The questions in order of id, and those somebody once answered that need no answer now."""
    asked = {question.id: question for question in questions}
    for name, answer in decisions.answers.items():
        known = decisions.asked.get(name)
        if name not in asked and known is not None:
            asked[name] = Question(
                name, known.code, known.subjects, (), decision=answer, outcome=known.outcome, lapsed=True
            )
    return tuple(asked[name] for name in sorted(asked))


def with_replaced(counts: Iterable[FormCount], votes: Votes) -> tuple[FormCount, ...]:
    """The counts of the forms, with how many ballots a later one replaced."""
    return tuple(
        replace(count, replaced=votes.replaced) if count.form == "vote" else count for count in counts
    )


def in_order(*findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """All findings of all steps, sorted by place."""
    return tuple(sorted((finding for found in findings for finding in found), key=finding_order))
