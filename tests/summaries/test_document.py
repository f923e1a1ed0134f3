"""The results document, whole, from one small Atelier."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline.model.findings import About, Finding, Severity, Where
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue, Form, Text
from pipeline.stages.decisions import Question
from pipeline.stages.evaluation import Evaluation, Score
from pipeline.stages.flaps import Flap
from pipeline.stages.growth import Meeting
from pipeline.stages.ideas import Idea
from pipeline.stages.invitations import Invitations, UnknownInviter
from pipeline.stages.kept import Kept
from pipeline.stages.meetings import Presence
from pipeline.stages.memory import Memory
from pipeline.stages.money import Money
from pipeline.stages.neighbourhood import Agreement, Care, Domains, Facility, Network, Signal
from pipeline.stages.parse import FormCount
from pipeline.stages.people import Claim, Participant, People
from pipeline.stages.prizes import Prize, TieAtCut
from pipeline.stages.run import Outcome
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.stickers import Refusal
from pipeline.stages.voices import Advice, Story
from pipeline.stages.votes import Stickers, Votes
from pipeline.summaries.document import document
from pipeline.summaries.written import ratio, to_json

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-results-1.json").read_text(
        "utf-8"
    )
)


def form(key: str) -> Form:
    return Form(key, Text(key, key), ())


CATALOGUE = Catalogue(
    forms={key: form(key) for key in ("signup", "attendance", "vote")},
    working={"budget": form("budget")},
    summaries={},
    texts={},
    words={},
)

PRIYA = Participant(
    "2B7KQ",
    "Priya Ramdin",
    roles=("resident", "key_figure"),
    organisation="Buurttuin",
    consent=True,
    expected=(1, 2),
    claims=(
        Claim("signup:4", Where("signup", 4), name="Priya Ramdin"),
        Claim("attendance:2", Where("attendance", 2, "name"), name="Priya"),
    ),
    references=(Where("bring", 3, "brings", 2), Where("vote", 5)),
)
KOFI = Participant(
    "3C8MR",
    "Kofi Mensah",
    roles=("resident",),
    organisation="Fietsclub",
    claims=(Claim("signup:5", Where("signup", 5), name="Kofi Mensah"),),
)
SANNE = Participant("4D9NS", "Sanne Vos", consent=True, withdrawn=True)

OUTCOME = Outcome(
    settings=Settings(
        title="Rondkomen",
        neighbourhood="Zonnehoek",
        theme_domains=("material",),
        meetings=(MeetingPlan(1, date(2026, 9, 3)), MeetingPlan(2)),
    ),
    counts=(
        FormCount("budget", "Begroting", 1, 0, 1),
        FormCount("vote", "Stemmen", 6, 1, 5, 1),
        FormCount("signup", "Aanmelding", 4, 0, 4),
    ),
    places={},
    people=People({person.code: person for person in (PRIYA, KOFI, SANNE)}),
    presence=Presence({1: frozenset({"2B7KQ"}), 2: frozenset({"2B7KQ", "3C8MR"})}),
    invitations=Invitations(
        inviter={"3C8MR": "2B7KQ"},
        evidence={"3C8MR": "invited_by"},
        generation={"2B7KQ": 0, "3C8MR": 1, "4D9NS": 0},
        brought={"2B7KQ": ("3C8MR",)},
        descendants={"2B7KQ": 1},
        roots=("2B7KQ", "4D9NS"),
        unknown=(
            UnknownInviter("2B7KQ", "mensah, kofi", ("3C8MR",)),
            UnknownInviter("4D9NS", "de bakker", ()),
        ),
        circles=(("2B7KQ", "3C8MR"),),
        role_matrix={"resident": {"resident": 1}},
        promises=(),
    ),
    meetings=(
        Meeting(1, 1, 1, 0, None, 1, {"resident": 1, "key_figure": 1}, None, 0, 0, 0),
        Meeting(2, 2, 1, 1, 2.0, 1, {"resident": 2}, 2 / 3, 1, 3, 1),
    ),
    ideas=(
        Idea(
            number=1,
            response="idea:2",
            where=Where("idea", 2),
            text="Buurtoven",
            group="2",
            groups=("2",),
            explanation="Samen stoken",
            problem_domain="material",
            solution_domains=("body", "social"),
            level="together",
            exists="no",
            thinkers=("2B7KQ", "?Kofi Mensah", "?Jan van boven", "table:2"),
            joined_with=(),
            leader=1,
            near_duplicates=(3,),
            status="considered",
        ),
        Idea(
            2, "idea:3", None, None, None, (), None, None, (), None, None, (), (), 2, (), None, withdrawn=True
        ),
    ),
    votes=Votes(
        ballots=1,
        cast=4,
        counted=2,
        refused=(Refusal("vote", 5, 2, "14", "own_group"), Refusal("vote", 5, 3, "Sanne Vos", "unreadable")),
        stickers={1: Stickers(1, 1)},
        rank={1: 1},
        prizes=(Prize(1, (1,)),),
        tie_at_cut=TieAtCut(3, (3, 4), None),
        voters={},
    ),
    evaluation=Evaluation(
        (
            Score(1, "heard", None, 3, None, None, None, None, None),
            Score(2, "heard", None, 6, 0.75, 25 / 6, 4.5, {"4": 5, "5": 1}, 1.0),
        ),
        (),
        {},
    ),
    team_evaluation=Evaluation((Score(None, "agreements", None, 5, None, 4.0, 4.0, {"4": 5}, 1.0),), (), {}),
    domains=Domains({"material": {"body": 1, "social": 1}}, {"material": 1}, {"social": 1}),
    flaps=(
        Flap(
            "",
            {"analysis": ("duur",), "own_solutions": (), "connections": (), "possible": (), "questions": ()},
            ("own_solutions", "connections", "possible", "questions"),
            (1,),
        ),
    ),
    stories=(Story("own", ("social",), "Soep", None, "Delen helpt", shared=True),),
    advice=(Advice("Ada", "durft", None), Advice("", None, "vragen"), Advice("Kofi Mensah", "lacht", None)),
    facilities=(Facility("Buurtkamer", ("social",), "too_little", 3.5, 2.0, 3),),
    signals=(Signal("policy", (), "kortere brieven", "de gemeente"), Signal(None, (), "rust", "kofi mensah")),
    tables=(DiscussionTable(2, "1", ("2B7KQ", "3C8MR")),),
    network=Network(2, {"care": 1}, {"came": 2}),
    care=Care({1: {"halal": 1}, 2: {}}, {1: {}, 2: {"interpreter": 1}}),
    agreements=(
        Agreement("bellen", "Kofi Mensah", date(2026, 12, 10), "open"),
        Agreement("meten", None, None, None),
    ),
    money=Money(
        lines=(),
        cover_lines=(),
        expenses=(),
        planned=Decimal(100),
        actual=Decimal("112.30"),
        cover=Decimal(100),
        balance=Decimal("-12.30"),
        per_participant=None,
        per_meeting=None,
        claimed=Decimal("12.30"),
        paid=Decimal(0),
        open=Decimal("12.30"),
    ),
    questions=(
        Question(
            "V-000001",
            "who_is",
            ("bring:3#2",),
            ("3C8MR", "nobody"),
            where=Where("bring", 3, "brings", 2),
            reasons=("same_first_name",),
            details={"written": "Kofie Mensach"},
        ),
        Question("V-000002", "near_duplicate", ("idea:1", "idea:3"), ("join", "apart")),
        Question("V-000003", "near_duplicate", ("idea:1", "idea:4"), ("join", "apart"), decision="join"),
        Question("V-000004", "odd", ("signup:4",), ("yes",), decision="later"),
    ),
    findings=(
        Finding("empty", Severity.WARN, where=Where("signup", 4, "role"), with_=Where("signup", 5)),
        Finding(
            "numbers",
            Severity.INFO,
            about=About("meeting", "2"),
            details={
                "share": 2 / 3,
                "forms": 6,
                "names": ("Kofi Mensah", "Ada"),
                "rows": (1, 2),
                "none": None,
            },
        ),
        Finding("unused", Severity.INFO, about=About("tab", "Blad1")),
    ),
    kept=Kept(),
    memory=Memory(),
)

EXPECTED: dict[str, Any] = {
    "schema": "samenkracht-results/1",
    "atelier": {
        "title": "Rondkomen",
        "neighbourhood": "Zonnehoek",
        "theme_domains": ["material"],
        "meetings": [{"number": 1, "date": "2026-09-03"}, {"number": 2, "date": None}],
    },
    "responses": [
        {"form": "signup", "tab": "Aanmelding", "rows": 4, "blank": 0, "responses": 4, "replaced": 0},
        {"form": "vote", "tab": "Stemmen", "rows": 6, "blank": 1, "responses": 5, "replaced": 1},
        {"form": "budget", "tab": "Begroting", "rows": 1, "blank": 0, "responses": 1, "replaced": 0},
    ],
    "participants": [
        {
            "id": "2B7KQ",
            "name": "Priya Ramdin",
            "roles": ["resident", "key_figure"],
            "organisation": "Buurttuin",
            "consent": True,
            "claims": [
                {"form": "attendance", "row": 2, "question": "name"},
                {"form": "bring", "row": 3, "question": "brings", "nth": 2},
                {"form": "signup", "row": 4},
                {"form": "vote", "row": 5},
            ],
            "present": [1, 2],
            "expected": [1, 2],
            "invited_by": None,
            "generation": 0,
            "brought": ["3C8MR"],
            "descendants": 1,
        },
        {
            "id": "3C8MR",
            "name": None,
            "roles": ["resident"],
            "organisation": None,
            "consent": None,
            "claims": [{"form": "signup", "row": 5}],
            "present": [2],
            "expected": [],
            "invited_by": "2B7KQ",
            "generation": 1,
            "brought": [],
            "descendants": 0,
        },
        {
            "id": "4D9NS",
            "name": None,
            "roles": [],
            "organisation": None,
            "consent": False,
            "claims": [],
            "present": [],
            "expected": [],
            "invited_by": None,
            "generation": 0,
            "brought": [],
            "descendants": 0,
        },
    ],
    "invitations": {
        "roots": ["2B7KQ", "4D9NS"],
        "generations": 1,
        "unknown_inviters": [
            {"participant": "2B7KQ", "written": None, "candidates": ["3C8MR"]},
            {"participant": "4D9NS", "written": "de bakker", "candidates": []},
        ],
        "circles": [["2B7KQ", "3C8MR"]],
        "role_matrix": {"resident": {"resident": 1}},
    },
    "meetings": [
        {
            "number": 1,
            "present": 1,
            "new": 1,
            "returning": 0,
            "growth": None,
            "expected": 1,
            "by_role": {"resident": 1, "key_figure": 1},
            "brought_by_previous": None,
            "unresolved": 0,
            "promised": 0,
            "promised_came": 0,
        },
        {
            "number": 2,
            "present": 2,
            "new": 1,
            "returning": 1,
            "growth": 2,
            "expected": 1,
            "by_role": {"resident": 2},
            "brought_by_previous": 0.6667,
            "unresolved": 1,
            "promised": 3,
            "promised_came": 1,
        },
    ],
    "ideas": [
        {
            "number": 1,
            "text": "Buurtoven",
            "group": "2",
            "problem_domain": "material",
            "solution_domains": ["body", "social"],
            "thinkers": ["2B7KQ", None, "?Jan van boven", "table:2"],
            "joined_with": [],
            "level": "together",
            "status": "considered",
            "near_duplicates": [3],
            "stickers": {"forms": 1, "paper": 1, "total": 2},
            "rank": 1,
        },
        {
            "number": 2,
            "text": None,
            "group": None,
            "problem_domain": None,
            "solution_domains": [],
            "thinkers": [],
            "joined_with": [],
            "level": None,
            "status": "withdrawn",
            "near_duplicates": [],
            "stickers": {"forms": 0, "paper": 0, "total": 0},
            "rank": None,
        },
    ],
    "votes": {
        "ballots": 1,
        "cast": 4,
        "counted": 2,
        "refused": [
            {"form": "vote", "row": 5, "sticker": 2, "idea": "14", "reason": "own_group"},
            {"form": "vote", "row": 5, "sticker": 3, "idea": None, "reason": "unreadable"},
        ],
        "prizes": [{"place": 1, "ideas": [1]}],
        "tie_at_cut": {"place": 3, "ideas": [3, 4], "outcome": None},
    },
    "evaluation": [
        {
            "meeting": 1,
            "question": "heard",
            "role": None,
            "n": 3,
            "response_rate": None,
            "mean": None,
            "median": None,
            "distribution": None,
            "agree": None,
        },
        {
            "meeting": 2,
            "question": "heard",
            "role": None,
            "n": 6,
            "response_rate": 0.75,
            "mean": 4.1667,
            "median": 4.5,
            "distribution": {"4": 5, "5": 1},
            "agree": 1,
        },
    ],
    "team_evaluation": [
        {"question": "agreements", "n": 5, "mean": 4, "median": 4, "distribution": {"4": 5}, "agree": 1}
    ],
    "domains": {
        "matrix": {"material": {"body": 1, "social": 1}},
        "ideas": {"material": 1},
        "stories": {"social": 1},
    },
    "flaps": [
        {
            "theme": None,
            "parts": {
                "analysis": ["duur"],
                "own_solutions": [],
                "connections": [],
                "possible": [],
                "questions": [],
            },
            "missing": ["own_solutions", "connections", "possible", "questions"],
        }
    ],
    "stories": [
        {
            "source": "own",
            "domains": ["social"],
            "story": "Soep",
            "strength": None,
            "lesson": "Delen helpt",
            "shared": True,
        }
    ],
    "advice": [
        {"person": "Ada", "top": "durft", "tip": None},
        {"person": None, "top": None, "tip": "vragen"},
        {"person": None, "top": "lacht", "tip": None},
    ],
    "facilities": [
        {
            "name": "Buurtkamer",
            "domains": ["social"],
            "present": "too_little",
            "quality": 3.5,
            "access": 2,
            "n": 3,
        }
    ],
    "signals": [
        {"level": "policy", "domains": [], "signal": "kortere brieven", "for_whom": "de gemeente"},
        {"level": None, "domains": [], "signal": "rust", "for_whom": None},
    ],
    "tables": [{"meeting": 2, "table": "1", "people": ["2B7KQ", "3C8MR"], "confirmed": False}],
    "network": {"contacts": 2, "by_sector": {"care": 1}, "by_status": {"came": 2}},
    "meals": {"1": {"halal": 1}, "2": {}},
    "needs": {"1": {}, "2": {"interpreter": 1}},
    "agreements": [
        {"what": "bellen", "who": None, "when": "2026-12-10", "status": "open"},
        {"what": "meten", "who": None, "when": None, "status": None},
    ],
    "expenses": {"claimed": "12.30", "paid": "0.00", "open": "12.30"},
    "budget": {
        "planned": "100.00",
        "actual": "112.30",
        "cover": "100.00",
        "balance": "-12.30",
        "per_participant": None,
    },
    "own_questions": [],
    "findings": [
        {
            "code": "who_is",
            "severity": "decide",
            "where": {"form": "bring", "row": 3, "question": "brings", "nth": 2},
            "with": None,
            "about": None,
            "details": {"question": "V-000001", "reasons": ["same_first_name"], "written": None},
        },
        {
            "code": "empty",
            "severity": "warn",
            "where": {"form": "signup", "row": 4, "question": "role"},
            "with": {"form": "signup", "row": 5},
            "about": None,
            "details": {},
        },
        {
            "code": "odd",
            "severity": "decide",
            "where": None,
            "with": None,
            "about": None,
            "details": {"question": "V-000004", "reasons": []},
        },
        {
            "code": "near_duplicate",
            "severity": "decide",
            "where": None,
            "with": None,
            "about": {"idea": 1},
            "details": {"question": "V-000002", "reasons": []},
        },
        {
            "code": "numbers",
            "severity": "info",
            "where": None,
            "with": None,
            "about": {"setting": "meeting:2"},
            "details": {"forms": 6, "names": [None, "Ada"], "none": None, "rows": [1, 2], "share": 0.6667},
        },
        {
            "code": "unused",
            "severity": "info",
            "where": None,
            "with": None,
            "about": {"setting": "tab:Blad1"},
            "details": {},
        },
    ],
}


def test_the_whole_document() -> None:
    assert document(OUTCOME, CATALOGUE) == EXPECTED


def test_the_schema_is_sound_and_the_document_keeps_to_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document(OUTCOME, CATALOGUE))


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every description of an object with named properties inside the schema."""
    if isinstance(schema, list):
        return [found for item in schema for found in objects(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if isinstance(schema.get("properties"), dict) and "type" in schema else []
    return own + [found for item in schema.values() for found in objects(item)]


def test_the_schema_is_strict() -> None:
    place = SCHEMA["$defs"]["place"]
    for described in objects(SCHEMA):
        assert described["additionalProperties"] is False
        assert described["required"] == (
            ["form", "row"] if described == place else [*described["properties"]]
        )


@pytest.mark.parametrize("name", ["Kofi", "Mensah", "Mensach", "Fietsclub", "Sanne", "Vos"])
def test_nobody_without_consent_is_named_anywhere(name: str) -> None:
    assert name not in to_json(document(OUTCOME, CATALOGUE))


def test_a_name_as_written_that_may_be_of_somebody_without_consent_is_null() -> None:
    """What may mean him at one idea is left out at another, too."""
    mentions = ("Kofie Mensach", "Kees en K.", "Kees", "Truus")
    unknown = (
        UnknownInviter("4D9NS", mentions[0], ()),
        UnknownInviter("4D9NS", mentions[1], (), ("3C8MR", "2B7KQ")),
        UnknownInviter("4D9NS", mentions[2], ("2B7KQ",)),
        UnknownInviter("4D9NS", mentions[3], ()),
    )
    thinkers = tuple(f"?{written}" for written in ("Kofie Mensach", "Kees", "Truus"))
    first, *others = OUTCOME.ideas
    ideas = (
        replace(first, thinkers=thinkers, meant={"Kees": ("2B7KQ", "3C8MR")}),
        replace(first, number=9, thinkers=thinkers),
        *others,
    )
    invitations = replace(OUTCOME.invitations, unknown=unknown)
    shown = document(replace(OUTCOME, ideas=ideas, invitations=invitations), CATALOGUE)

    written = [one["written"] for one in shown["invitations"]["unknown_inviters"]]
    assert written == [None, None, "Kees", "Truus"]
    assert [idea["thinkers"] for idea in shown["ideas"][:2]] == [[None, None, "?Truus"]] * 2


@pytest.mark.parametrize(
    ("subjects", "reasons"),
    [
        (("signup:2", "signup:3"), ["different_role"]),
        (("signup:2", "idea:1"), ["same_phone", "different_role"]),
    ],
)
def test_no_reason_tells_beside_a_name_what_is_not_shown(
    subjects: tuple[str, str], reasons: list[str]
) -> None:
    people = replace(OUTCOME.people, of_claim={"signup:2": "2B7KQ", "signup:3": "3C8MR"})
    asked = Question(
        "V-1", "possible_duplicate", subjects, ("same",), reasons=("same_phone", "different_role")
    )

    (found,) = document(replace(OUTCOME, people=people, questions=(asked,), findings=()), CATALOGUE)[
        "findings"
    ]

    assert found["details"]["reasons"] == reasons


def test_a_settled_tie_says_how() -> None:
    settled = replace(OUTCOME.votes, tie_at_cut=TieAtCut(3, (3, 4), "lot", "zon"))
    votes = document(replace(OUTCOME, votes=settled), CATALOGUE)["votes"]
    assert votes["tie_at_cut"] == {"place": 3, "ideas": [3, 4], "outcome": "lot"}
    untied = document(replace(OUTCOME, votes=replace(settled, tie_at_cut=None)), CATALOGUE)["votes"]
    assert untied["tie_at_cut"] is None


def test_the_text_has_a_line_for_every_part_and_item() -> None:
    text = to_json({"title": "Één", "counts": {"a": 1, "b": [2]}, "empty": [], "items": [{"n": 0.5}, None]})
    assert (
        text
        == """\
{
 "title": "Één",
 "counts": {"a": 1, "b": [2]},
 "empty": [],
 "items": [
  {"n": 0.5},
  null
 ]
}
"""
    )


def test_the_text_is_the_document() -> None:
    assert json.loads(to_json(document(OUTCOME, CATALOGUE))) == EXPECTED


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (2.0, "2"),
        (0.0, "0"),
        (2 / 3, "0.6667"),
        (0.00625, "0.0063"),
        (1.00005, "1.0001"),
        (31 / 34, "0.9118"),
        (19 / 8, "2.375"),
        (0.99996, "1"),
    ],
)
def test_ratios_have_four_decimals_rounded_half_up(value: float | None, written: str) -> None:
    assert json.dumps(ratio(value)) == written


@given(st.integers(0, 100_000), st.integers(1, 20_000))
@example(1, 160)
@example(3, 32)
@example(1, 20_000)
@settings(max_examples=100, deadline=None)
def test_rounding_is_exact_for_every_share(part: int, whole: int) -> None:
    exact = Fraction(part, whole)
    by_hand = (exact * 10_000 + Fraction(1, 2)).__floor__()
    written = json.dumps(ratio(part / whole))
    assert Fraction(written) == Fraction(by_hand, 10_000)
    assert re.fullmatch(r"\d+(\.\d{0,3}[1-9])?", written)
