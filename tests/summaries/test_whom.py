"""A name that may be of several people: beside whom it stands, and why each of them is possible."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.model.findings import Where
from pipeline.model.tab import Cell, Table
from pipeline.model.templates import Words
from pipeline.stages.decisions import Question
from pipeline.stages.invitations import Promise
from pipeline.stages.meetings import Presence
from pipeline.stages.people import Participant, People
from pipeline.stages.run import Outcome
from pipeline.summaries.control import control
from pipeline.summaries.page import Page
from pipeline.summaries.questions import proposal, question_text, reasons, short_question
from pipeline.summaries.sides import sides
from pipeline.templates import load_catalogue
from tests.summaries.scene import EMPTY, NOBODY, claim

CATALOGUE = load_catalogue()


def somebody(code: str, name: str, row: int, *, consent: bool = True, **fields: Any) -> Participant:
    return Participant(code, name, consent=consent, claims=(claim("signup", row, name),), **fields)


YILMAZ = somebody("7KQ4M", "Fatma Yılmaz", 2, roles=("resident",), postcode="2532 AB", expected=(2,))
KAYA = somebody("P4WX2", "Fatma Kaya", 3, roles=("resident",), postcode="2533AB", organisation="De Pan")
SECRET = somebody("K3RT8", "Fatma Bosman", 4, consent=False, roles=("resident",), organisation="Toren")
BEP = somebody("M2XP9", "Bep Kok", 5, roles=("professional",))
DOOR = Participant("Q5HJ7", "Fatma", claims=(claim("attendance", 9, "Fatma", meeting=2),))


def outcome(*people: Participant, **fields: Any) -> Outcome:
    claims = {one.id: person.code for person in people for one in person.claims}
    known = People({person.code: person for person in people}, claims)
    return replace(EMPTY, people=known, **fields)


def tab(found: Outcome, *, told: bool = False) -> Page:
    return Page(found, Words(CATALOGUE, "nl"), CATALOGUE.summaries["control"], told=told)


def asked(*codes: str, written: str = "Fatma", at: Where | None = None, **fields: Any) -> Question:
    where = at or Where("signup", 5, "invited_by")
    subject = f"{where.form}:{where.row}:{where.question}"
    details = {"written": written}
    return Question("V-1", "who_is", (subject,), (*codes, "nobody"), where, details=details, **fields)


def row(found: Outcome, question: Question) -> dict[str, object]:
    """The row of a question in `Controle`."""
    table = next(one for one in control(tab(replace(found, questions=(question,)))).blocks)
    assert isinstance(table, Table)
    values = [cell.value if isinstance(cell, Cell) else cell for cell in table.rows[0].cells]
    return dict(zip((column.key for column in table.columns), values, strict=True))


def test_a_name_stands_beside_everybody_who_may_be_meant_with_what_tells_them_apart() -> None:
    invitations = replace(NOBODY, inviter={"7KQ4M": "M2XP9", "P4WX2": "K3RT8"})
    there = Presence({1: frozenset({"7KQ4M"}), 2: frozenset({"7KQ4M"})})
    found = outcome(YILMAZ, KAYA, SECRET, BEP, invitations=invitations, presence=there)

    said = row(found, asked("7KQ4M", "P4WX2"))

    assert said["one"] == "Bep Kok\nschreef ‘Fatma’\nProfessional"
    assert said["other"] == (
        "7KQ4M – Fatma Yılmaz\npostcode begint met 2532; gevraagd door Bep Kok; was bij bijeenkomst 1 en 2"
        "\n\nP4WX2 – Fatma Kaya\nDe Pan; postcode begint met 2533; gevraagd door K3RT8"
    )
    assert said["reasons"] == "Dezelfde voornaam."
    assert said["proposal"] is None


def test_of_the_only_one_who_may_be_meant_everything_is_told() -> None:
    assert row(outcome(YILMAZ, BEP), asked("7KQ4M"))["other"] == (
        "7KQ4M – Fatma Yılmaz\nBewoner; postcode begint met 2532"
    )


def test_who_may_not_be_named_stands_by_code_and_row_and_no_reason_tells_the_name() -> None:
    said = row(outcome(YILMAZ, SECRET, BEP), asked("7KQ4M", "K3RT8"))

    assert said["reasons"] == "Fatma Yılmaz: dezelfde voornaam; K3RT8: de naam staat in Aanmelding, rij 4."
    assert str(said["other"]).endswith("\n\nK3RT8\nAanmelding, rij 4")
    assert "Toren" not in repr(said)


def test_namesakes_stand_with_their_rows() -> None:
    namesake = somebody(
        "K3RT8", "Fatma Kaya", 4, roles=("resident",), postcode="2533 XY", organisation="De Pan"
    )

    said = row(outcome(KAYA, namesake, YILMAZ, BEP), asked("P4WX2", "K3RT8", "7KQ4M"))

    assert [line.partition(";")[0] for line in str(said["other"]).split("\n\n")] == [
        "P4WX2 – Fatma Kaya\nAanmelding, rij 3",
        "K3RT8 – Fatma Kaya\nAanmelding, rij 4",
        "7KQ4M – Fatma Yılmaz\npostcode begint met 2532",
    ]


def test_a_corrected_name_that_may_not_be_read_is_asked_about_by_its_row() -> None:
    question = asked("still_7KQ4M", written="Fatma Bosman", decision="7KQ4M", again=True)

    assert question_text(tab(outcome(YILMAZ, SECRET, BEP)), question) == (
        "U koos eerder ‘7KQ4M – Fatma Yılmaz’ bij ‘Wie heeft u gevraagd om mee te doen?’. "
        "Daarna is de naam in Aanmelding, rij 5 veranderd; lees hem daar. "
        "Klopt uw antwoord nog? Kies dan ‘toch 7KQ4M – Fatma Yılmaz’. Zolang u niets "
        "kiest, blijft uw antwoord gelden."
    )


def test_a_name_that_may_not_be_read_is_read_in_the_row() -> None:
    """Whatever fits it would tell it."""
    found = outcome(YILMAZ, SECRET, BEP)
    question = asked("7KQ4M", "K3RT8", written="Fatma Bosman")

    said = row(found, question)

    assert str(said["question"]).startswith("Wie is bedoeld in Aanmelding, rij 5? De naam leest u daar")
    assert (said["one"], said["reasons"]) == (
        "Bep Kok\nProfessional",
        "De naam in de rij past bij wie u hier kunt kiezen.",
    )
    assert "Bos" not in repr(said)
    assert "achternaam" not in repr(said)


@pytest.mark.parametrize(
    ("codes", "written", "there", "outside"),
    [
        (("7KQ4M", "P4WX2"), "Fatma", True, True),
        (("7KQ4M", "K3RT8"), "Fatma", True, False),
        (("K3RT8",), "Fatma B.", False, False),
        (("7KQ4M", "P4WX2"), "via F. Bosmans", True, False),
        (("7KQ4M", "P4WX2"), "Fatma van boven", True, False),
        (("7KQ4M", "P4WX2"), "mijn zus", True, True),
    ],
)
def test_a_name_that_may_be_of_somebody_without_consent_stands_in_control_alone(
    codes: tuple[str, ...], written: str, there: bool, outside: bool
) -> None:
    found = outcome(YILMAZ, KAYA, *(() if outside else (SECRET,)), BEP)
    question = asked(*codes, written=written)
    overview = replace(tab(found), template=CATALOGUE.summaries["overview"])

    assert (written in question_text(tab(found), question)) is there
    assert (written in question_text(tab(found, told=True), question)) is outside
    assert (written in short_question(overview, question)) is outside
    (named, *_) = sides(tab(found, told=True), question)
    assert dict(named.facts)["written"] == (written if outside else "")


def test_more_people_than_fit_in_a_row_are_counted() -> None:
    many = [somebody(f"{n}KQ4M", f"Fatma {n}", n) for n in range(2, 8)]
    said = str(row(outcome(*many), asked(*(person.code for person in many)))["other"])

    assert said.endswith("\n\nEn nog 2: zie de keuzes bij Beslissing.")
    assert said.count("KQ4M") == 4


PROMISE = Promise("M2XP9", 1, "Fatma", None, False, Where("bring", 6, "brings", 1))


@pytest.mark.parametrize(
    ("at", "one"),
    [
        (Where("bring", 6, "brings", 1), "Bep Kok\nschreef ‘Fatma’\nProfessional"),
        (Where("bring", 7, "brings", 1), "Meenemen, rij 7\nschreef ‘Fatma’"),
        (Where("vote", 7, "name"), "Stemmen, rij 7\nschreef ‘Fatma’"),
        (Where("attendance", 9, "name"), "Presentie, rij 9\nschreef ‘Fatma’\nBijeenkomst 2"),
    ],
)
def test_who_wrote_a_name_is_told_as_far_as_it_is_known(at: Where, one: str) -> None:
    door = replace(DOOR, name="Iemand anders", claims=(replace(DOOR.claims[0], name="Iemand anders"),))
    found = outcome(YILMAZ, KAYA, BEP, door, invitations=replace(NOBODY, promises=(PROMISE,)))

    assert row(found, asked("7KQ4M", "P4WX2", at=at))["one"] == one


AT_THE_DOOR = Where("attendance", 9, "name")


@pytest.mark.parametrize(
    ("people", "written", "at", "there", "proposed"),
    [
        ((YILMAZ, KAYA), "Fatma", None, "", None),
        ((YILMAZ, KAYA), "Fatma Kaia", None, "", "P4WX2 – Fatma Kaya"),
        ((YILMAZ, KAYA), "Fatma", AT_THE_DOOR, "", "7KQ4M – Fatma Yılmaz"),
        ((YILMAZ, KAYA), "Fatma", AT_THE_DOOR, "7KQ4M", "P4WX2 – Fatma Kaya"),
        ((SECRET, KAYA), "Fatma", AT_THE_DOOR, "P4WX2", None),
        ((), "Fatma", None, "", None),
    ],
)
def test_the_likeliest_is_proposed_where_there_is_one(
    people: tuple[Participant, ...], written: str, at: Where | None, there: str, proposed: str | None
) -> None:
    found = outcome(*people, BEP, DOOR, presence=Presence({2: frozenset(filter(None, (there,)))}))
    question = asked(*(person.code for person in people), written=written, at=at)

    assert proposal(tab(found), question) == proposed


def test_nobody_is_proposed_for_a_name_that_may_not_be_read() -> None:
    found = outcome(YILMAZ, SECRET, BEP)

    assert proposal(tab(found), asked("7KQ4M", "K3RT8", written="F. Yılmaz")) == "7KQ4M – Fatma Yılmaz"
    assert proposal(tab(found, told=True), asked("7KQ4M", "K3RT8", written="F. Yılmaz")) is None


def test_a_question_that_needs_no_answer_any_more_compares_nothing() -> None:
    question = Question("V-1", "who_is", ("signup:5:invited_by",), (), decision="nobody", lapsed=True)
    found = outcome(YILMAZ, BEP)

    assert (sides(tab(found), question), reasons(tab(found), question)) == ((), "")
    assert row(found, question)["one"] is None
