"""The way of the data, from responses to the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.decisions import Question
from pipeline.stages.evaluation import Evaluation
from pipeline.stages.flaps import Flap
from pipeline.stages.ideas import Idea
from pipeline.stages.invitations import Invitations
from pipeline.stages.kept import Kept
from pipeline.stages.meetings import Meeting, Presence
from pipeline.stages.memory import Memory
from pipeline.stages.money import Money
from pipeline.stages.neighbourhood import Agreement, Care, Domains, Facility, Network, Signal
from pipeline.stages.parse import FormCount, Parsed, Place
from pipeline.stages.people import People
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.voices import Advice, Story
from pipeline.stages.votes import Votes


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything the pipeline works out; `results.md` describes it, the summaries show it.

    `memory` is the memory after this run, its log still that of before; `kept` carries the
    people's cells through to the tabs; `notes` and `programme` are the working tabs' rows.
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


def run(parsed: Parsed, kept: Kept, memory: Memory, catalogue: Catalogue, settings: Settings) -> Outcome:
    """Work everything out: a pure function of its arguments."""
    raise NotImplementedError
