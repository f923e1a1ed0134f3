"""Everything about one participant, in words and in codes."""

from dataclasses import replace

import pytest

from pipeline.model.findings import Where
from pipeline.model.templates import Words
from pipeline.stages.decisions import Question
from pipeline.stages.run import Outcome
from pipeline.stages.seating import DiscussionTable
from pipeline.summaries.portrait import Painter
from pipeline.templates import load_catalogue
from tests.summaries.scene import ASKING

CATALOGUE = load_catalogue()
FATMA, NEIGHBOUR, UNASKED, WITHDRAWN = "7KQ4M", "K3RT8", "M2XP9", "Q5HJ7"


def told(code: str, outcome: Outcome = ASKING, language: str = "nl") -> dict[str, tuple[str, ...]]:
    """What is told about somebody, without what is empty."""
    facts = Painter(outcome, Words(CATALOGUE, language)).portrait(code).facts
    return {kind: lines for kind, lines in facts.items() if lines}


def test_in_words() -> None:
    assert told(FATMA) == {
        "roles": ("Bewoner, Vrijwilliger of sleutelfiguur",),
        "organisation": ("Buurtkeuken De Pan",),
        "consent": ("ja",),
        "claims": (
            "Formulierreacties 1, rij 2 · “Fatma Yilmaz”",
            "Presentie, rij 3 · “fatma yılmaz”",
            "  als Formulierreacties 1, rij 2: dezelfde voornaam en dezelfde achternaam",
        ),
        "expected": ("1 en 2",),
        "came": ("1 en 2",),
        "invited_by": ("P4WX2 Ans Kuiper (eigen woorden, bij aanmelding)",),
        "brought": ("K3RT8",),
        "tables": ("Bijeenkomst 2: tafel 1 (voorstel)",),
        "questions": (
            "V-2  Wie is bedoeld in Presentie, rij 9? "
            "De naam leest u daar, bij ‘Wat is uw naam, of de code op uw naamkaartje?’. "
            "Kies de juiste deelnemer, of ‘niemand van hen’.",
        ),
    }


def test_in_english() -> None:
    facts = told(UNASKED, language="en")
    assert facts == {
        "consent": ("to be asked",),
        "claims": ("Attendance, row 7",),
        "came": ("2",),
        "invited_by": ("unknown; it says “de bakker”",),
    }


@pytest.mark.parametrize("code", [NEIGHBOUR, UNASKED, WITHDRAWN])
def test_without_consent_no_name_and_no_contact(code: str) -> None:
    person = replace(
        ASKING.people.participants[code], email="geheim@post.test", phone="06 1", postcode="2531 AB",
        organisation="Geheim",
    )  # fmt: skip
    people = replace(ASKING.people, participants={**ASKING.people.participants, code: person})
    painter = Painter(replace(ASKING, people=people), Words(CATALOGUE, "nl"))
    portrait, document = painter.portrait(code), painter.document(code)
    assert portrait.title == painter.label(code) == code
    for secret in (person.name, "geheim@post.test", "06 1", "2531 AB", "Geheim"):
        assert secret not in repr(portrait)
        assert secret not in repr(document)


def test_a_seat_that_was_confirmed_and_what_a_code_tells() -> None:
    person = ASKING.people.participants[FATMA]
    coded = replace(person.claims[-1], code="9XYZ2", meeting=2)
    person = replace(person, claims=(person.claims[0], coded), aliases=("9XYZ2",))
    outcome = replace(
        ASKING,
        people=replace(ASKING.people, participants={**ASKING.people.participants, FATMA: person}),
        tables=(DiscussionTable(2, "3", (FATMA,), confirmed=True),),
    )
    facts = told(FATMA, outcome)
    assert facts["tables"] == ("Bijeenkomst 2: tafel 3",)
    assert facts["aliases"] == ("9XYZ2",)
    assert facts["claims"][1:] == ("Presentie, rij 3 · Bijeenkomst 2 · “fatma yılmaz”", "  gaf deze code")


def test_a_decision_that_knows_no_other_claim() -> None:
    claim = ASKING.people.participants[FATMA].claims[0]
    asked = Question("V-7", "who_is", (claim.id,), (FATMA,), where=Where("signup", 2), decision=FATMA)
    facts = told(FATMA, replace(ASKING, questions=(asked,)))
    assert facts["claims"][1] == "  u besloot dat in V-7"


def test_an_inviter_who_may_not_be_named_is_not_quoted() -> None:
    secret = ASKING.people.participants[WITHDRAWN].name
    unknown = replace(ASKING.invitations.unknown[0], participant=UNASKED, written=secret)
    outcome = replace(ASKING, invitations=replace(ASKING.invitations, unknown=(unknown,)))
    assert told(UNASKED, outcome)["invited_by"] == ("onbekend; er staat “(de naam staat in de rij)”",)


def test_whom_they_are_not() -> None:
    claim, other = (ASKING.people.participants[code].claims[0] for code in (FATMA, WITHDRAWN))
    asked = Question(
        "V-8", "possible_duplicate", (claim.id, other.id, "signup:gone"), (), decision="different"
    )
    outcome = replace(ASKING, questions=(asked,))
    assert told(FATMA, outcome)["apart"] == (f"{WITHDRAWN} (u besloot dat in V-8)",)
    assert Painter(outcome, Words(CATALOGUE, "nl")).document(WITHDRAWN)["apart"] == [FATMA]
    assert "apart" not in told(NEIGHBOUR, outcome)
