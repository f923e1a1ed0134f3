"""Small Ateliers to fill tabs from: an empty one, and a lively one with every case in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pipeline.model.findings import About, Finding, Severity, Where
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.tab import Tab
from pipeline.model.templates import Catalogue, Text, Words
from pipeline.stages.decisions import Question
from pipeline.stages.evaluation import Evaluation, Opinion, Score
from pipeline.stages.flaps import Flap
from pipeline.stages.growth import Meeting
from pipeline.stages.ideas import Idea
from pipeline.stages.invitations import Invitations, Promise, UnknownInviter
from pipeline.stages.kept import Kept
from pipeline.stages.meetings import Presence
from pipeline.stages.memory import Logged, Memory
from pipeline.stages.money import BudgetLine, CoverLine, Expense, Money
from pipeline.stages.neighbourhood import Agreement, Care, Domains, Facility, Network, Signal
from pipeline.stages.notes import Note
from pipeline.stages.parse import FormCount, Place
from pipeline.stages.people import Claim, Participant, People
from pipeline.stages.prizes import Prize
from pipeline.stages.run import Outcome
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.stickers import Refusal
from pipeline.stages.voices import Advice, Story
from pipeline.stages.votes import Stickers, Votes
from pipeline.summaries.fill import find
from pipeline.summaries.page import Page
from pipeline.templates import load_catalogue

NOBODY = Invitations({}, {}, {}, {}, {}, (), (), (), {}, ())
NO_VOTES = Votes(0, 0, 0, (), {}, {}, (), None, {})
NO_EVALUATION = Evaluation((), (), {})
NO_MONEY = Money(
    (), (), (), Decimal(0), Decimal(0), Decimal(0), Decimal(0), None, None, Decimal(0), Decimal(0), Decimal(0)
)

EMPTY = Outcome(
    settings=Settings(),
    counts=(),
    places={},
    people=People(),
    presence=Presence({number: frozenset() for number in range(1, 5)}),
    invitations=NOBODY,
    meetings=tuple(Meeting(number, None, None, None, None, 0, {}, None, 0, 0, 0) for number in range(1, 5)),
    ideas=(),
    votes=NO_VOTES,
    evaluation=NO_EVALUATION,
    team_evaluation=NO_EVALUATION,
    domains=Domains({}, {}, {}),
    flaps=(),
    stories=(),
    advice=(),
    facilities=(),
    signals=(),
    tables=(),
    network=Network(0, {}, {}),
    care=Care({}, {}),
    agreements=(),
    money=NO_MONEY,
    questions=(),
    findings=(),
    kept=Kept(),
    memory=Memory(),
)


def claim(form: str, row: int, name: str | None = None, **fields: Any) -> Claim:
    return Claim(f"{form}:{row}", Where(form, row), name, **fields)


FATMA = Participant(
    "7KQ4M",
    "Fatma Yılmaz",
    roles=("resident", "key_figure"),
    organisation="Buurtkeuken De Pan",
    consent=True,
    name_shown=True,
    keep_informed=True,
    storyteller="maybe",
    meal=("halal",),
    needs=("nothing",),
    own_wishes=("geen noten", "een stoel met leuning"),
    expected=(1, 2),
    claims=(claim("signup", 2, "Fatma Yilmaz"), claim("attendance", 3, "fatma yılmaz")),
)
ANS = Participant(
    "P4WX2",
    "Ans Kuiper",
    consent=True,
    name_shown=False,
    team=True,
    claims=(claim("team", 2, "Ans Kuiper"),),
)
JAN = Participant(
    "K3RT8",
    "Jan Pronk",
    roles=("resident",),
    organisation="Schaakclub Toren",
    consent=False,
    keep_informed=True,
    storyteller="yes",
    meal=("vegetarian",),
    needs=("transport", "wheelchair"),
    expected=(2,),
    claims=(claim("signup", 3, "Jan Pronk", invited_by="buurvrouw"),),
)
WALK_IN = Participant(
    "M2XP9", "Mo de Wit", claims=(claim("attendance", 7, "Mo de Wit", companion="de bakker"),)
)
IVO = Participant(
    "Q5HJ7",
    "Ivo Blok",
    roles=("professional",),
    consent=True,
    withdrawn=True,
    claims=(claim("signup", 4, "Ivo Blok"),),
)
PEOPLE = People(
    {person.code: person for person in (FATMA, ANS, JAN, WALK_IN, IVO)},
    {claim.id: person.code for person in (FATMA, ANS, JAN, WALK_IN, IVO) for claim in person.claims},
)


def idea(number: int, text: str | None, **fields: Any) -> Idea:
    plain: dict[str, Any] = {
        "response": f"idea:{number + 1}",
        "where": Where("idea", number + 1) if text else None,
        "group": "1",
        "groups": ("1",),
        "explanation": None,
        "problem_domain": None,
        "solution_domains": (),
        "level": None,
        "exists": None,
        "thinkers": ("table:1",),
        "joined_with": (),
        "leader": number,
        "near_duplicates": (),
        "status": None,
        "withdrawn": text is None,
    }
    return Idea(number=number, text=text, **{**plain, **fields})


IDEAS = (
    idea(
        1,
        "Een soepfiets",
        explanation="Elke vrijdag door de wijk",
        problem_domain="material",
        solution_domains=("social", "body"),
        level="together",
        exists="no",
        thinkers=("7KQ4M", "P4WX2", "K3RT8", "?Jan van boven", "?tante Sjaan"),
        joined_with=(4,),
        status="decided",
    ),
    idea(2, "Ruilkast bij de kerk", group="Tafel 2", groups=("2",), near_duplicates=(3,)),
    idea(3, "Ruilkast bij school", group=None, groups=(), near_duplicates=(2,)),
    idea(4, "Soep langs de deur", leader=1, joined_with=(1,)),
    idea(5, None, group=None, thinkers=()),
    idea(6, "Bingo in het donker"),
)


def score(
    meeting: int | None, question: str, steps: tuple[int, ...] | None, role: str | None = None
) -> Score:
    """A score from how many gave each answer; None = too few to show."""
    if steps is None:
        return Score(meeting, question, role, 3, None, None, None, None, None)
    n = sum(steps)
    mean = sum(step * number for step, number in enumerate(steps, 1)) / n
    agree = sum(steps[3:]) / n if len(steps) == 5 else None
    spread = {str(step): number for step, number in enumerate(steps, 1)}
    return Score(meeting, question, role, n, n / 8, mean, 4.0, spread, agree)


LIVELY = replace(
    EMPTY,
    settings=Settings(
        title="Rondkomen met weinig",
        neighbourhood="De Ganzenhoek",
        moderator="Marijke Zomer",
        theme_domains=("material", "social"),
        meetings=(MeetingPlan(1, date(2026, 9, 3)), MeetingPlan(2, date(2026, 10, 1)), MeetingPlan(3)),
    ),
    counts=(FormCount("signup", "Formulierreacties 1", 4, 1, 3), FormCount("vote", "Stemmen", 2, 0, 2, 1)),
    places={"signup": Place("antwoorden.xlsx", "Formulierreacties 1", {"name": 2})},
    people=PEOPLE,
    presence=Presence(
        {1: frozenset({"7KQ4M", "P4WX2"}), 2: frozenset({"7KQ4M", "K3RT8", "M2XP9"}), 3: frozenset()}
    ),
    invitations=Invitations(
        inviter={"7KQ4M": "P4WX2", "K3RT8": "7KQ4M"},
        evidence={"7KQ4M": "invited_by", "K3RT8": "brings"},
        generation={"P4WX2": 0, "7KQ4M": 1, "K3RT8": 2, "M2XP9": 0, "Q5HJ7": 0},
        brought={"P4WX2": ("7KQ4M",), "7KQ4M": ("K3RT8",), "K3RT8": ()},
        descendants={"P4WX2": 2, "7KQ4M": 1},
        roots=("M2XP9", "P4WX2", "Q5HJ7"),
        unknown=(
            UnknownInviter("M2XP9", "de bakker", ("7KQ4M", "P4WX2")),
            UnknownInviter("Q5HJ7", "iemand", ()),
        ),
        circles=(("7KQ4M", "K3RT8"),),
        role_matrix={"resident": {"resident": 1}, "professional": {"resident": 1, "key_figure": 1}},
        promises=(
            Promise("7KQ4M", 1, "Jan", "K3RT8", True, Where("bring", 2, "brings", 1)),
            Promise("7KQ4M", 1, "Ivo", "Q5HJ7", False, Where("bring", 2, "brings", 2)),
            Promise("P4WX2", 1, "tante Sjaan", None, False, Where("bring", 3, "brings", 1)),
        ),
    ),
    meetings=(
        Meeting(1, 2, 2, 0, None, 1, {"resident": 1, "key_figure": 1}, None, 0, 0, 0),
        Meeting(2, 3, 2, 1, 1.5, 2, {"resident": 2, "key_figure": 1}, 0.5, 1, 3, 1),
        Meeting(3, None, None, None, None, 0, {}, None, 0, 0, 0),
    ),
    ideas=IDEAS,
    votes=Votes(
        ballots=2,
        cast=13,
        counted=9,
        refused=(
            Refusal("count", 4, 1, "99", "unknown_idea"),
            Refusal("vote", 2, 2, "1", "own_group"),
            Refusal("vote", 2, 3, "1", "own_group"),
            Refusal("vote", 3, 1, "zes", "unreadable"),
        ),
        stickers={1: Stickers(3, 2), 2: Stickers(2, 0), 3: Stickers(2, 0), 6: Stickers(0, 0)},
        rank={1: 1, 2: 2, 3: 2},
        prizes=(Prize(1, (1,)), Prize(2, (2, 3))),
        tie_at_cut=None,
        voters={},
        replaced=1,
    ),
    evaluation=Evaluation(
        scores=(
            score(1, "welcome", None),
            score(1, "grade", None),
            score(2, "welcome", (0, 0, 1, 2, 3)),
            score(2, "welcome", (0, 0, 0, 2, 3), "resident"),
            score(2, "heard", (1, 0, 0, 0, 5)),
            score(2, "grade", (0, 0, 0, 0, 0, 0, 2, 4, 0, 0)),
        ),
        opinions=(Opinion(2, "best", "De soep van …"),),
        join_in={2: {"yes": 4, "maybe": 1, "no": 0}},
    ),
    team_evaluation=Evaluation(
        scores=(score(None, "agreements", (0, 0, 0, 4, 1)),),
        opinions=(Opinion(None, "energy", "Elke maand soep"),),
        join_in={},
    ),
    domains=Domains(
        matrix={"material": {"social": 1, "body": 1}},
        ideas={"material": 1},
        stories={"values": 1, "social": 1},
    ),
    flaps=(
        Flap(
            "Eten",
            {
                "analysis": ("Eten is duur",),
                "own_solutions": ("Samen koken", "Moestuin"),
                "connections": (),
                "possible": (),
                "questions": (),
            },
            ("connections", "possible", "questions"),
            (1, 2),
        ),
    ),
    stories=(
        Story("read", ("values",), "Iemand begon een koor", "Lef", "Begin gewoon", shared=True),
        Story(None, (), "Zomaar", None, None, shared=True),
        Story("own", ("social", "values"), "Ik vroeg de buren", None, None, shared=True),
        Story("own", (), None, None, None, shared=False),
    ),
    advice=(Advice("Rosa", "Zij vraagt hulp", "Vraag eerder"),),
    facilities=(
        Facility("Buurttuin", ("body", "social"), "too_little", 3.5, 2.0, 2),
        Facility("Fietsenmaker", (), None, None, None, 1),
    ),
    signals=(
        Signal("policy", ("material",), "De bus stopt te vroeg", "de gemeente"),
        Signal("self", (), "Ik bel mijn zus", None),
        Signal(None, (), "Meer bankjes", None),
    ),
    tables=(DiscussionTable(2, "1", ("7KQ4M", "K3RT8")), DiscussionTable(2, "2", ("P4WX2",))),
    network=Network(3, {"care": 2, "culture": 1}, {"named": 2, "came": 1}),
    care=Care(
        {1: {"halal": 1}, 2: {"halal": 1, "vegetarian": 1}, 3: {"halal": 1, "nothing": 4}},
        {2: {"transport": 1}},
    ),
    agreements=(
        Agreement("Soepfiets kopen", "Ans", date(2026, 12, 10), "open"),
        Agreement("Folder maken", None, None, "done"),
    ),
    money=Money(
        lines=(
            BudgetLine("catering", Decimal("800.00"), Decimal("640.50")),
            BudgetLine("expenses", Decimal("100.00"), None),
            BudgetLine("bloemen", None, None),
        ),
        cover_lines=(CoverLine("Buurtfonds", Decimal("1000.00"), Decimal("900.00"), None),),
        expenses=(
            Expense("expense:2", 2, "7KQ4M", "Fatma", 1, "Soepgroente", Decimal("12.50"), paid=True),
            Expense("expense:3", 3, None, "Onbekend", None, "Bus", Decimal("4.00"), paid=False),
        ),
        planned=Decimal("900.00"),
        actual=Decimal("657.00"),
        cover=Decimal("900.00"),
        balance=Decimal("243.00"),
        per_participant=Decimal("164.25"),
        per_meeting=Decimal("328.50"),
        claimed=Decimal("16.50"),
        paid=Decimal("12.50"),
        open=Decimal("4.00"),
    ),
    notes=(Note(date(2026, 10, 1), 2, "De film viel uit, dus vertelden we zelf", "deviation"),),
)


LOG = (
    Logged("2026-09-04T10:15:00", "1.0", {"participants": 2, "form:signup": 2, "counted": 0, "findings": 3}),
    Logged(
        "2026-10-02T21:30:00",
        "1.0",
        {
            "participants": 5,
            "form:signup": 3,
            "present:2": 3,
            "counted": 9,
            "ideas": 5,
            "questions": 4,
            "findings": 4,
        },
    ),
)


QUESTIONS = (
    Question(
        "V-1",
        "possible_duplicate",
        ("signup:3", "signup:4"),
        ("same", "different"),
        where=Where("signup", 3),
        with_=Where("signup", 4),
        proposal="same",
        reasons=("same_phone", "near_name"),
    ),
    Question(
        "V-2",
        "who_is",
        ("attendance:9:name",),
        ("7KQ4M", "K3RT8", "nobody", "absent"),
        where=Where("attendance", 9, "name"),
        decision="later",
        details={"written": "Fatma"},
    ),
    Question("V-3", "near_duplicate", ("idea:2", "idea:3"), ("join", "apart"), decision="join"),
    Question("V-4", "possible_duplicate", ("signup:90",), (), decision="same", lapsed=True),
    Question(
        "V-0",
        "possible_duplicate",
        ("signup:3", "signup:6"),
        ("same", "different"),
        where=Where("signup", 3),
        with_=Where("signup", 6),
        reasons=("same_phone",),
        settled=True,
    ),
    Question(
        "V-5",
        "prize_tie",
        ("place:3", "idea:3", "idea:6"),
        ("share", "lot"),
        proposal="share",
        unclear=True,
    ),
)
FINDINGS = (
    Finding("row_unread", Severity.INFO, Where("expense", 4, "amount"), details={"written": "pronk, jan"}),
    Finding(
        "row_unread", Severity.WARN, Where("signup", 5, "name"), Where("signup", 6), details={"written": "x"}
    ),
    Finding(
        "circle", Severity.INFO, about=About("participant", "K3RT8"), details={"circle": ("7KQ4M", "K3RT8")}
    ),
    Finding("circle", Severity.INFO, about=About("idea", "3"), details={"circle": (1, 2, 3)}),
    Finding("count", Severity.INFO, about=About("meeting", "2"), details={"number": 4, "empty": None}),
    Finding("count", Severity.INFO, about=About("tab", "Blad 7"), details={"number": 1}),
    Finding("count", Severity.DECIDE, details={"number": 2}),
    Finding("possible_duplicate", Severity.DECIDE, Where("signup", 3), Where("signup", 4)),
)
ASKING = replace(
    LIVELY,
    questions=QUESTIONS,
    findings=FINDINGS,
    kept=Kept(
        cells={
            "control": {
                "V-5": {"decision": "geen idee", "remark": "bespreken"},
                "V-3": {"decision": "samenvoegen", "remark": None},
                "V-9": {"decision": "ja", "remark": None},
            }
        },
        order={"control": ("V-5", "V-9", "V-3")},
    ),
)

WORDINGS = {
    "questions": {
        "possible_duplicate": "Zijn {first} en {second} een en dezelfde?",
        "merged_by_itself": "Wij tellen {first} en {second} als één persoon.",
        "who_is": "Wie is “{written}”?",
        "who_is_unnamed": "Wie staat er in {where}?",
        "near_duplicate": "Horen idee {first} en idee {second} bij elkaar?",
        "prize_tie": "Wie krijgt prijs {first}?",
    },
    "short": {
        "possible_duplicate": "Een en dezelfde?",
        "possible_duplicate_about": "{first} / {second}",
        "who_is_unnamed": "Wie daar?",
        "who_is": "Wie is “{written}”?",
        "who_is_about": "in {where}",
        "prize_tie": "Wie krijgt prijs {first}?",
        "prize_tie_about": "plaats {first}",
    },
    "reasons": {
        "same_phone": "zelfde telefoon",
        "near_name": "bijna dezelfde naam",
        "same_first_name": "zelfde voornaam",
    },
    "decisions": {
        code: f"({code})"
        for code in ("same", "different", "later", "join", "apart", "share", "lot", "nobody", "absent")
    },
    "refusals": {
        code: f"want {code}" for code in ("unreadable", "replaced", "too_many", "unknown_idea", "own_group")
    },
    "findings": {
        "row_unread": "Er staat {written}.",
        "circle": "Rondje: {circle}.",
        "count": "Het zijn er {number}.",
    },
}
"""Wordings of other areas, so that these tests depend on no sentence but those of the tabs."""


@cache
def catalogue() -> Catalogue:
    shipped = load_catalogue()
    own = {
        group: {key: Text(text, text) for key, text in wordings.items()}
        for group, wordings in WORDINGS.items()
    }
    return replace(shipped, texts={**shipped.texts, **own})


def words(language: str = "nl") -> Words:
    return Words(catalogue(), language)


def page(key: str, outcome: Outcome = LIVELY, language: str = "nl", log: tuple[Logged, ...] = LOG) -> Page:
    return Page(outcome, words(language), catalogue().summaries[key], log)


def fill(key: str, outcome: Outcome = LIVELY, language: str = "nl", log: tuple[Logged, ...] = LOG) -> Tab:
    """One tab of an outcome."""
    asked = page(key, outcome, language, log)
    return find(asked.template)(asked)
