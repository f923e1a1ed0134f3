"""Whole meetings, from the rows as people wrote them to a truth that was worked out by hand."""

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.settings import Settings, plain_meetings
from pipeline.stages.decisions import question_id
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Memory, Seat
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.summaries.document import document
from pipeline.templates import load_catalogue
from tests.build import without_rows
from tests.tables import tabs

CATALOGUE = load_catalogue()
SETTINGS = Settings(meetings=plain_meetings(2))

EVENING = tabs(
    """
# Aanmelding
| Tijdstempel         | Naam         | Rol          | Bijeenkomsten | Toestemming | Telefoon     | Postcode |
| 2026-09-01 10:00:00 | Fatma Yılmaz | Bewoner      | Bijeenkomst 2 | Ja          | 06 1234 5601 | 2531 AA  |
| 2026-09-01 10:01:00 | Kees Bos     | Professional | Bijeenkomst 2 | Ja          | 06 1234 5602 | 2531 AB  |
| 2026-09-01 10:02:00 | Piet Smit    | Bewoner      | Bijeenkomst 2 | Nee         | 06 1234 5603 | 2531 AC  |
| 2026-09-01 10:03:00 | Jan de Boer  | Bewoner      | Bijeenkomst 2 | Ja          | 06 1234 5604 | 2531 AD  |
| 2026-09-01 10:04:00 | Jan de Boer  | Professional | Bijeenkomst 2 | Ja          | 06 9876 5432 | 1012 ZZ  |
# Idee
| Tijdstempel         | Tafel    | Idee                                | Bedenkers    |
| 2026-10-01 20:00:00 | Tafel 1  | Samen koken                         | Fatma Yilmaz |
| 2026-10-01 20:01:00 | 2        | met elkaar koken in het buurthuis   |              |
| 2026-10-01 20:02:00 | drie     | Fietsen maken op het plein          |              |
| 2026-10-01 20:03:00 | tafel 03 | Taalles voor nieuwkomers            |              |
# Stemmen
| Tijdstempel         | Naam         | Tafel      | Sticker 1 | Sticker 2 | Sticker 3 |
| 2026-10-01 21:00:00 | Fatma Yılmaz |            | 1         | 2         | 3         |
| 2026-10-01 21:01:00 | Kees Bos     |            | 3         | nr. 4     | 1         |
| 2026-10-01 21:02:00 | Piet Smit    |            | 3         | 3         | 2         |
| 2026-10-01 21:03:00 | Jan de Boer  | 2          | 1         | 3         | 9         |
| 2026-10-01 21:04:00 | Jan de Boer  | 4          | 1         | 1         | 4         |
| 2026-10-01 21:05:00 | BOER, jan de | Tafel vier | 3         |           |           |
| 2026-10-01 21:06:00 |              | 1          | 1         | 4         |           |
# Stickertelling
| Tijdstempel         | Nummer van het idee | Hoeveel stickers? | Wie telde? |
| 2026-10-01 21:30:00 | 3                   | 5                 | Ans        |
| 2026-10-01 21:31:00 | 3                   | 2                 | ans        |
| 2026-10-01 21:32:00 | 2                   | 1                 | Ans        |
| 2026-10-01 21:33:00 | 77                  | 2                 | Ans        |
| 2026-10-01 21:40:00 | 3                   | 6                 | Kees       |
"""
)
TWO_COOK = question_id("near_duplicate", "idea:1", "idea:2")
OWN = [
    ("vote", 2, 1, "own_group"), ("vote", 2, 2, "own_group"), ("vote", 3, 1, "own_group"),
    ("vote", 3, 2, "own_group"), ("vote", 5, 1, "own_group"), ("vote", 5, 3, "unknown_idea"),
    ("vote", 6, 1, "replaced"), ("vote", 6, 2, "replaced"), ("vote", 6, 3, "replaced"),
    ("vote", 8, 1, "own_group"), ("count", 5, 1, "unknown_idea"), ("count", 5, 2, "unknown_idea"),
]  # fmt: skip


def held(decided: Mapping[str, str] | None = None) -> Outcome:
    """The evening when Kees confirmed that he sat at table 3, and Piet, proposed there, did not.

    One of the two Jans confirmed table 2; the cooks are one idea unless something else is `decided`.
    """
    parsed = parse(EVENING, CATALOGUE, SETTINGS)
    code = {
        (person.name, person.roles): person.code
        for person in run(parsed, Kept(), Memory(), CATALOGUE, SETTINGS).people.participants.values()
    }
    kees, piet = code["Kees Bos", ("professional",)], code["Piet Smit", ("resident",)]
    jan = code["Jan de Boer", ("professional",)]
    answers = {TWO_COOK: "samenvoegen", **(decided or {})}
    kept = Kept(
        {
            "control": {question: {"decision": word} for question, word in answers.items()},
            "tables": {f"2-{kees}": {"confirmed": "x"}, f"2-{jan}": {"confirmed": "x"}},
        }
    )
    seats = (Seat(2, "3", kees), Seat(2, "3", piet), Seat(2, "2", jan))
    return run(parsed, kept, Memory(seats=seats), CATALOGUE, SETTINGS)


def refused(found: Outcome) -> list[tuple[str, int, int, str]]:
    return [(one.form, one.row, one.sticker, one.reason) for one in found.votes.refused]


def stickers(found: Outcome) -> dict[int, tuple[int, int]]:
    return {number: (one.forms, one.paper) for number, one in found.votes.stickers.items()}


def test_every_sticker_of_an_evening() -> None:
    """Fatma thought of 1, and 2 is joined to it; Kees sat at 3, of two Jans one at 2; Ans counted first."""
    found = held()
    votes = found.votes
    assert stickers(found) == {1: (2, 1), 3: (5, 7), 4: (1, 0)}
    assert refused(found) == OWN
    assert (votes.ballots, votes.replaced, votes.cast, votes.counted) == (6, 1, 28, 16)
    assert votes.rank == {3: 1, 1: 2, 4: 3}
    assert [prize.ideas for prize in votes.prizes] == [(3,), (1,), (4,)]
    asked = {(one.code, one.where.form, one.where.row) for one in found.questions if one.open and one.where}
    assert {("recount", "count", 2), ("who_is", "vote", 6)} <= asked
    assert not [one for one in found.questions if one.code == "who_is" and one.where and one.where.row == 5]


def test_taken_apart_again_every_sticker_is_judged_again() -> None:
    found = held({TWO_COOK: "apart laten"})
    assert stickers(found) == {1: (2, 0), 2: (2, 1), 3: (5, 7), 4: (1, 0)}
    assert refused(found) == [one for one in OWN if one[:3] not in {("vote", 2, 2), ("vote", 5, 1)}]
    assert (found.votes.cast, found.votes.counted) == (28, 18)


def test_the_count_that_a_person_chose_holds() -> None:
    (recount,) = (one.id for one in held().questions if one.code == "recount")
    assert stickers(held({recount: "de tweede"}))[3] == (5, 6)
    assert stickers(held({recount: "allebei"}))[3] == (5, 13)


def test_the_jan_that_a_person_chose_may_not_stick_on_his_own_table() -> None:
    """Who said tafel 4 proves to be the Jan who sat at 2: his two later ballots replace the first."""
    first = held()
    jans = [person for person in first.people.participants.values() if person.name == "Jan de Boer"]
    (jan,) = (person.code for person in jans if person.references)
    who = {one.id: jan for one in first.questions if one.code == "who_is"}
    assert len(who) == 2
    found = held(who)
    assert [one for one in refused(found) if one[:2] in {("vote", 5), ("vote", 6)}] == [
        ("vote", row, sticker, "replaced") for row in (5, 6) for sticker in (1, 2, 3)
    ]
    assert stickers(found)[3] == (4, 7)
    assert found.votes.cast == 28


CIRCLE = tabs(
    """
# Aanmelding
| Tijdstempel         | Naam       | Rol          | Gevraagd door           | Toestemming | Telefoon     |
| 2026-09-01 10:00:00 | Ans Kuiper | Professional | niemand                 | Ja          | 06 1234 5601 |
| 2026-09-01 10:01:00 | Omar Aziz  | Bewoner      | mijn collega Ans Kuiper | Ja          | 06 1234 5602 |
| 2026-09-02 10:00:00 | Bep Visser | Bewoner      | Bep Visser              | Ja          | 06 1234 5603 |
| 2026-09-02 10:01:00 | Ria Mol    | Bewoner      | Sanne Mol               | Ja          | 06 1234 5604 |
| 2026-09-02 10:02:00 | Sanne Mol  | Bewoner      | Ria Mol                 | Ja          | 06 1234 5605 |
| 2026-09-02 10:03:00 | Wim Tol    | Overheid     | de buurvrouw            | Ja          | 06 1234 5606 |
| 2026-09-02 10:04:00 | Nel Prins  | Bewoner      | Omar Aziz               | Ja          | 06 1234 5607 |
# Presentie
| Tijdstempel         | Bijeenkomst | Naam       | Meegekomen met |
| 2026-09-03 19:00:00 | 1           | Ans Kuiper |            |
| 2026-09-03 19:01:00 | 1           | Omar Aziz  |            |
| 2026-10-01 19:00:00 | 2           | Omar Aziz  | Bep Visser |
| 2026-10-01 19:01:00 | 2           | Bep Visser | Ans Kuiper |
| 2026-10-01 19:02:00 | 2           | Nel Prins  | Wim Tol    |
| 2026-10-01 19:03:00 | 2           | Wim Tol    |            |
# Meenemen
| Tijdstempel         | Bijeenkomst | Naam       | Wie neemt u mee?              |
| 2026-09-04 10:00:00 | 1           | Ans Kuiper | Nel Prins; Ria Mol; Wie Nooit |
| 2026-09-04 10:01:00 | 1           | Omar Aziz  | Wim Tol; wie nooit            |
"""
)


def told(found: Outcome) -> dict[str, Any]:
    """The forest and the growth, by name."""
    called = {code: str(person.name) for code, person in found.people.participants.items()}
    made = found.invitations
    return {
        "by": {called[guest]: (called[by], made.evidence[guest]) for guest, by in made.inviter.items()},
        "roots": sorted(called[code] for code in made.roots),
        "unknown": [(called[one.participant], one.written) for one in made.unknown],
        "circles": [sorted(called[code] for code in circle) for circle in made.circles],
        "brought": {called[code]: len(guests) for code, guests in made.brought.items() if guests},
        "descendants": {called[code]: below for code, below in made.descendants.items() if below},
        "findings": sorted(one.code for one in found.findings),
    }


def test_who_brought_whom_in_two_meetings() -> None:
    """Ria and Sanne named each other, Bep herself, Nel somebody else than who promised her."""
    found = run(parse(CIRCLE, CATALOGUE, SETTINGS), Kept(), Memory(), CATALOGUE, SETTINGS)
    assert told(found) == {
        "by": {
            "Omar Aziz": ("Ans Kuiper", "invited_by"),
            "Bep Visser": ("Ans Kuiper", "came_with"),
            "Ria Mol": ("Sanne Mol", "invited_by"),
            "Wim Tol": ("Omar Aziz", "brings"),
            "Nel Prins": ("Omar Aziz", "invited_by"),
        },
        "roots": ["Ans Kuiper", "Sanne Mol"],
        "unknown": [],
        "circles": [["Ria Mol", "Sanne Mol"]],
        "brought": {"Ans Kuiper": 2, "Omar Aziz": 2},
        "descendants": {"Ans Kuiper": 4, "Omar Aziz": 2, "Sanne Mol": 1},
        "findings": ["invitation_circle", "invited_by_self", "inviters_differ"],
    }
    second = found.meetings[1]
    assert (second.present, second.new, second.returning, second.growth) == (4, 3, 1, 2.0)
    assert (second.promised, second.promised_came, second.unresolved) == (4, 2, 1)
    assert second.brought_by_previous == 1.0
    assert found.invitations.role_matrix == {
        "professional": {"resident": 2},
        "resident": {"government": 1, "resident": 2},
    }


STICKERS = tabs(
    """
# Idee
| Tijdstempel         | Tafel | Idee       |
| 2026-09-03 20:00:00 | 1     | Soepfiets  |
# Stemmen
| Tijdstempel         | Naam      | Tafel | Sticker 1 |
| 2026-09-03 21:00:00 | Omar Aziz | 2     | 1         |
| 2026-09-03 21:01:00 | Wim Tol   | 2     | 1         |
"""
)


def test_stickers_belong_to_the_meeting_that_the_settings_say() -> None:
    """Omar was at both meetings, Wim at the second one."""
    for harvest, away in ((1, [3]), (2, [])):
        chosen = replace(SETTINGS, harvest=harvest)
        found = run(parse((*CIRCLE, *STICKERS), CATALOGUE, chosen), Kept(), Memory(), CATALOGUE, chosen)
        told_of = [one.where for one in found.findings if one.code == "voter_not_present"]
        assert [where.row for where in told_of if where] == away
        assert found.votes.counted == 2


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 1_000_000))
def test_the_order_of_dated_rows_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    mixed = tuple(
        replace(tab, rows=[tab.rows[0], *chance.sample(list(tab.rows[1:]), len(tab.rows) - 1)])
        for tab in (*EVENING, *CIRCLE[1:])
    )
    straight, other = (
        without_rows(
            document(run(parse(rows, CATALOGUE, SETTINGS), Kept(), Memory(), CATALOGUE, SETTINGS), CATALOGUE)
        )
        for rows in ((*EVENING, *CIRCLE[1:]), mixed)
    )
    assert straight == other
