"""What ties the steps together."""

from dataclasses import replace

import pytest

from pipeline.model.settings import Settings, plain_meetings
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Memory, Seat
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.templates import load_catalogue
from tests.tables import tabs

CATALOGUE = load_catalogue()
SETTINGS = Settings(meetings=plain_meetings(2))
SIGNUP = """
# Aanmelding
| Tijdstempel | Naam | Rol | Bijeenkomsten | Toestemming | Telefoon |
|---|---|---|---|---|---|
| 2026-09-01 10:00:00 | Ans Kuiper | Professional | Bijeenkomst 1 | Ja | '0703456712 |
| 2026-09-20 11:00:00 | Fatma Yılmaz | Bewoner | Bijeenkomst 2 | Ja | |
"""


def outcome(
    markdown: str, kept: Kept | None = None, memory: Memory | None = None, settings: Settings = SETTINGS
) -> Outcome:
    parsed = parse(tabs(markdown), CATALOGUE, settings)
    return run(parsed, kept or Kept(), memory or Memory(), CATALOGUE, settings)


def answered(*answers: tuple[str, str]) -> Kept:
    return Kept({"control": {question: {"decision": word} for question, word in answers}})


def test_a_resolved_ballot_expense_and_homework_belong_to_the_participant() -> None:
    found = outcome(
        SIGNUP
        + """
# Meenemen
| Tijdstempel | Bijeenkomst | Naam | Wie neemt u mee? |
|---|---|---|---|
| 2026-09-04 10:00:00 | 1 | Ans Kuiper | Fatma Yılmaz<br>Omar Aziz |
| 2026-09-04 11:00:00 | 1 | Wie Dan Ook | Fatma Yılmaz |

# Onkosten
| Tijdstempel | Naam | Waarvoor? | Bedrag |
|---|---|---|---|
| 2026-09-05 10:00:00 | Ans Kuiper | koffie | 12,50 |
| 2026-09-05 11:00:00 | de overbuurman | taart | 8 |

# Idee
| Tijdstempel | Tafel | Idee |
|---|---|---|
| 2026-10-01 20:00:00 | 1 | Een soepfiets |

# Stemmen
| Tijdstempel | Naam | Tafel | Sticker 1 |
|---|---|---|---|
| 2026-10-01 21:00:00 | Fatma Yilmaz | 2 | 1 |
| 2026-10-01 21:01:00 | de overbuurman | 2 | 1 |
"""
    )
    references = {
        person.name: [(where.form, where.row) for where in person.references]
        for person in found.people.participants.values()
    }
    assert references == {
        "Ans Kuiper": [("bring", 2), ("expense", 2)],
        "Fatma Yılmaz": [("vote", 2)],
    }
    assert len(found.people.participants) == 2


def test_an_invitations_code_is_not_its_inviter() -> None:
    code = next(iter(outcome(SIGNUP).people.participants))
    found = outcome(
        SIGNUP
        + f"""
# Meenemen
| Tijdstempel | Bijeenkomst | Naam | Wie neemt u mee? |
|---|---|---|---|
| 2026-09-04 10:00:00 | 1 | U-{code} | Omar Aziz |

# Onkosten
| Tijdstempel | Naam | Waarvoor? | Bedrag |
|---|---|---|---|
| 2026-09-05 10:00:00 | U-{code} | koffie | 12,50 |

# Idee
| Tijdstempel | Tafel | Idee | Wie hebben dit idee bedacht? |
|---|---|---|---|
| 2026-10-01 20:00:00 | 1 | Een soepfiets | U-{code} |

# Stemmen
| Tijdstempel | Naam | Tafel | Sticker 1 |
|---|---|---|---|
| 2026-10-01 21:00:00 | U-{code} | 2 | 1 |
"""
    )
    assert all(person.references == () for person in found.people.participants.values())
    assert found.ideas[0].thinkers == (f"?U-{code}",)
    assert found.votes.stickers[1].forms == 1
    assert [one.where.form for one in found.findings if one.where and one.code == "invitation_as_name"] == [
        "bring",
        "expense",
        "vote",
    ]


@pytest.mark.parametrize(("stickers", "counted"), [(2, 2), (3, 3), (5, 4)])
def test_a_sticker_too_many_is_read_and_refused(stickers: int, counted: int) -> None:
    votes = outcome(
        """
# Idee
| Tijdstempel | Tafel | Idee |
|---|---|---|
| 2026-10-01 20:00:00 | 1 | Een soepfiets |

# Stemmen
| Tijdstempel | Naam | Tafel | Sticker 1 | Sticker 2 | Sticker 3 | STICKER 4 | Sticker 5 |
|---|---|---|---|---|---|---|---|
| 2026-10-01 21:00:00 | Omar Aziz | 2 | 1 |  | 1 | 1 | 1 |
""",
        settings=replace(SETTINGS, stickers=stickers),
    ).votes
    assert (votes.cast, votes.counted) == (4, counted)
    refused = [(refusal.sticker, refusal.reason) for refusal in votes.refused]
    assert refused == [(4, "too_many"), (5, "too_many")][counted - 2 :]


TWICE = SIGNUP + "| 2026-09-25 09:00:00 | A. Kuiper | Professional | Bijeenkomst 1 | Ja | '0703459988 |\n"


def test_an_answered_question_is_remembered_and_lapses_with_its_row() -> None:
    first = outcome(TWICE)
    (question,) = first.questions
    assert (question.code, question.open) == ("possible_duplicate", True)

    kept = answered((question.id, "dezelfde"))
    second = outcome(TWICE, kept, first.memory)
    assert [(one.decision, one.open) for one in second.questions] == [("same", False)]
    assert len(second.people.participants) == 2

    gone = outcome(SIGNUP, kept, second.memory)
    (lapsed,) = gone.questions
    assert (lapsed.id, lapsed.decision, lapsed.lapsed, lapsed.open) == (question.id, "same", True, False)

    back = outcome(TWICE, kept, gone.memory)
    assert back.questions == second.questions
    assert len(back.people.participants) == 2


def test_an_answer_to_a_question_that_nobody_asked_changes_nothing() -> None:
    asked = outcome(TWICE)
    assert outcome(TWICE, answered(("V-000000", "dezelfde")), asked.memory).questions == asked.questions


def test_a_seat_confirmed_under_an_older_code_is_still_confirmed() -> None:
    idea = """
# Idee
| Tijdstempel | Tafel | Idee |
|---|---|---|
| 2026-10-01 20:00:00 | 1 | Een soepfiets |

# Stemmen
| Tijdstempel | Naam | Tafel | Sticker 1 |
|---|---|---|---|
| 2026-10-01 21:00:00 | Ans Kuiper | | 1 |
"""
    first = outcome(TWICE + idea)
    (question,) = first.questions
    older, younger = (
        next(person.code for person in first.people.participants.values() if person.name == name)
        for name in ("Ans Kuiper", "A. Kuiper")
    )
    seats = tuple(replace(seat, meeting=2, table="1") for seat in first.memory.seats if seat.code == younger)
    kept = Kept(
        {
            "control": {question.id: {"decision": "dezelfde"}},
            "tables": {f"2-{younger}": {"confirmed": "x"}},
        }
    )
    after = outcome(TWICE + idea, kept, replace(first.memory, seats=seats))
    assert after.people.current[younger] == older
    assert [refusal.reason for refusal in after.votes.refused] == ["own_group"]


HOUSEHOLD = """
# Aanmelding
| Tijdstempel | Naam | Rol | Telefoon | Wie heeft u gevraagd om mee te doen? | Toestemming |
|---|---|---|---|---|---|
| 2026-09-01 10:00:00 | Ahmed Yılmaz | Bewoner | '0703456712 | | Ja |
| 2026-09-01 11:00:00 | Ahmed Bouzid | Bewoner | '0703456713 | | Ja |
| 2026-09-02 10:00:00 | Fatma Aydın | Bewoner | '0703456712 | mijn man Ahmed | Ja |
| 2026-09-03 10:00:00 | Hatice Aydın | Bewoner | '0703456712 | mijn zus | Ja |
"""


def test_a_first_name_of_the_household_is_meant_and_my_sister_is_asked_there() -> None:
    found = outcome(HOUSEHOLD)
    code = {person.name: person.code for person in found.people.participants.values()}
    assert found.invitations.inviter == {code["Fatma Aydın"]: code["Ahmed Yılmaz"]}
    asked = [(one.details["written"], one.options) for one in found.questions if one.code == "who_is"]
    assert asked == [("mijn zus", (code["Fatma Aydın"], "nobody"))]


def test_of_namesakes_who_sat_at_the_table_of_an_idea_thought_of_it() -> None:
    idea = """
# Idee
| Tijdstempel | Tafel | Idee | Wie hebben dit idee bedacht? |
|---|---|---|---|
| 2026-10-01 20:00:00 | Tafel 2 | Een soepfiets | Ahmed |
"""
    first = outcome(HOUSEHOLD + idea)
    code = next(person.code for person in first.people.participants.values() if person.name == "Ahmed Bouzid")
    assert first.ideas[0].thinkers == ("?Ahmed",)
    kept = Kept({"tables": {f"2-{code}": {"confirmed": "x"}}})
    seated = replace(first.memory, seats=(Seat(2, "2", code),))
    assert outcome(HOUSEHOLD + idea, kept, seated).ideas[0].thinkers == (code,)


def test_a_name_at_the_door_that_is_asked_about_is_asked_about_once() -> None:
    door = """
# Presentie
| Tijdstempel | Bijeenkomst | Naam |
|---|---|---|
| 2026-09-04 19:00:00 | 1 | Ahmed |
| 2026-10-01 19:00:00 | 2 | Omar Aziz |

# Meenemen
| Tijdstempel | Bijeenkomst | Naam | Wie neemt u mee? |
|---|---|---|---|
| 2026-09-05 10:00:00 | 1 | Ahmed | Omar Aziz |

# Idee
| Tijdstempel | Tafel | Idee | Wie hebben dit idee bedacht? |
|---|---|---|---|
| 2026-10-01 20:00:00 | 2 | Een soepfiets | Ahmed Bouzid |
"""
    found = outcome(HOUSEHOLD.replace("mijn zus", "Ahmed") + door)
    asked = {one.where.form: one.options for one in found.questions if one.code == "who_is" and one.where}
    (walk_in,) = found.presence.present[1]
    assert len(asked["attendance"]) == 4
    assert walk_in not in asked["attendance"]
    assert "bring" not in asked
    assert found.invitations.inviter[next(iter(found.presence.present[2]))] == walk_in
