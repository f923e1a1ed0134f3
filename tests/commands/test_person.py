"""`person`: everything about one participant."""
# ruff: noqa: E501 - a table is as wide as its questions

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline.stages.codes import code_at
from tests.commands.atelier import RESPONSES, Ran, samenkracht, write_workbook

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-person-1.json"

MORE = """\
| 2026-09-04T10:00:00 | Emre Aydemir      | Bewoner         | Moestuin      | 06 1234 5602 | tante Sientje  | Ja  |
| 2026-09-05T10:00:00 | Truus Kwadraat    | Bewoner         |               | 06 1234 5610 | Wim Kolhas     |     |
# Presentie
"""


def ask(*arguments: object) -> Ran:
    return samenkracht("person", *arguments, "--quiet")


def code_of(name: str) -> str:
    found = json.loads(samenkracht("export", "--json", "-", "--quiet").out)["participants"]
    return str(next(one["id"] for one in found if one["name"] == name))


def hide(text: str) -> str:
    """A text with its codes left out: they are drawn."""
    return re.sub(r"\b[2-9CDFHJKMNPQRTVWX]{5}\b|V-[0-9A-F]{6}", "CODE", text)


@pytest.fixture
def circle(responses: Path) -> Path:
    """The small Atelier, in which somebody signs up again."""
    return write_workbook(responses, RESPONSES.replace("# Presentie\n", MORE))


EMRE = """\
CODE Emre Aydemir
  doet mee als            Bewoner
  organisatie             Moestuin
  mag bewaard en getoond  ja
  contact                 06 1234 5602
  staat in                Aanmelding, rij 3 · 01-09-2026 11:00 · “Emre Aydemir”
                          Presentie, rij 3 · Bijeenkomst 1 · 03-09-2026 19:01 · “Emre Aydemir”
                            als Aanmelding, rij 3: dezelfde voornaam en dezelfde achternaam
                          Aanmelding, rij 7 · 04-09-2026 10:00 · “Emre Aydemir”
                            als Aanmelding, rij 3: dezelfde voornaam, dezelfde achternaam en \
hetzelfde telefoonnummer
                          Presentie, rij 5 · Bijeenkomst 2 · 01-10-2026 19:01 · “Emre Aydemir”
                            als Presentie, rij 3: dezelfde voornaam en dezelfde achternaam
  was bij                 1 en 2
  gevraagd door           CODE Saskia Duinker (eigen woorden, bij aanmelding)
  nam mee                 CODE
                          CODE Willem Koolhaas
  ook in                  Stemmen, rij 3
                          Stemmen, rij 3: sticker 3 telt niet, dit nummer hoort niet bij een idee
"""


def test_by_name(circle: Path) -> None:
    ran = ask("emre", "aydemir")
    assert (ran.code, ran.err) == (0, "")
    assert hide(ran.out) == EMRE


def test_by_code_however_it_is_typed(circle: Path) -> None:
    emre = code_of("Emre Aydemir")
    for typed in (emre, emre.lower(), f"U-{emre}", f"{emre[:2]} {emre[2:]}"):
        assert hide(ask(typed).out) == EMRE


def test_without_consent_the_code_alone(circle: Path) -> None:
    ran = ask("Truus van Ommeren")
    assert (
        hide(ran.out)
        == """\
CODE
  doet mee als            Bewoner
  mag bewaard en getoond  nee
  staat in                Aanmelding, rij 4 · 02-09-2026 09:00
                          Presentie, rij 6 · Bijeenkomst 2 · 01-10-2026 19:02
                            als Aanmelding, rij 4: dezelfde voornaam en dezelfde achternaam
  was bij                 2
  gevraagd door           CODE Emre Aydemir (eigen woorden, bij aanmelding)
"""
    )
    document = ask("Truus van Ommeren", "--json").out
    assert "Truus" not in document
    assert json.loads(document)["person"]["contact"] is None


def test_several_may_be_meant(circle: Path) -> None:
    ran = ask("truus")
    assert ran.code == 1
    assert sorted(hide(ran.out).splitlines()) == [
        "  CODE · Aanmelding, rij 4",
        "  CODE · Aanmelding, rij 8",
        "Er kunnen meer mensen bedoeld zijn; vraag het opnieuw met een code:",
    ]
    document = json.loads(ask("truus", "--json").out)
    assert (document["person"], len(document["several"])) == (None, 2)


NOBODY = "Niemand is bekend onder die code of naam.\n"
NEXT = "Typ een ander deel van de naam, of een code: die staan allemaal in het tabblad Deelnemers.\n"


def test_nobody(circle: Path) -> None:
    assert ask("skia", "duink").out == f"{NOBODY}Bedoelde u: Saskia Duinker?\n{NEXT}"
    ran = ask("Qqqq", "--json")
    assert (ran.code, json.loads(ran.out)["near"]) == (1, [])
    assert ask("Qqqq").out == NOBODY + NEXT


def test_a_code_that_is_nobodys(circle: Path) -> None:
    emre = code_of("Emre Aydemir")
    wrong = emre[:-1] + next(sign for sign in "23" if sign != emre[-1])
    ran = ask(wrong)
    told = "Het lijkt op een code, maar er klopt minstens één teken niet."
    assert (ran.code, ran.out) == (1, f"{NOBODY}{told}\nBedoelde u: {emre}?\n{NEXT}")
    assert json.loads(ask(wrong, "--json").out)["near"] == [emre]
    given = {code_of(name) for name in ("Emre Aydemir", "Saskia Duinker", "Wim Koolhaas", "Willem Koolhaas")}
    free = next(code for code in (code_at(place, "x") for place in range(9)) if code not in given)
    told = "Het is een code, maar niemand in deze antwoorden heeft die."
    assert ask(free).out.startswith(f"{NOBODY}{told}\n")


@pytest.mark.parametrize("typed", ["Emre Aydemir en Saskia", "Saskia Duinker, Emre Aydemir", "{} {}"])
def test_two_people_at_once(circle: Path, typed: str) -> None:
    both = {code_of("Emre Aydemir"), code_of("Saskia Duinker")}
    ran = ask(typed.format(*both))
    assert ran.code == 1
    assert {line.split()[0] for line in ran.out.splitlines()[1:]} == both


def test_two_people_of_whom_one_is_not_known(circle: Path) -> None:
    ran = ask("Emre Aydemir en Qqqq")
    assert (ran.code, hide(ran.out)) == (0, f"{EMRE}Niet bekend: Qqqq.\n")


def test_by_family_name_alone(circle: Path) -> None:
    assert ask("duinker").out.splitlines()[0].endswith(" Saskia Duinker")


def test_other_responses(circle: Path) -> None:
    other = write_workbook(circle.with_name("elders.xlsx"), RESPONSES.replace("Saskia Duinker", "Noor Kwak"))
    assert "Noor Kwak" in ask("noor", "--responses", other, "--out", "elders-uit.xlsx").out


def test_a_decision_and_an_open_question(circle: Path) -> None:
    question = samenkracht("review", "--list", "--quiet").out.split()[0]
    open_still = ask("Wim Koolhaas").out
    assert f"  open vragen             {question}  Zijn Wim Koolhaas en Willem Koolhaas" in open_still
    wim = code_of("Wim Koolhaas")
    samenkracht("sync", "--quiet")
    samenkracht("review", "--decide", f"{question}=dezelfde", "--quiet")
    decided = ask(wim).out
    assert f"u besloot dat in {question}" in decided
    assert "eerdere codes" in decided
    document = json.loads(ask(wim, "--json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    assert [one["how"] for one in document["person"]["joined"]].count("decided") == 2
    assert len(document["person"]["aliases"]) == 1
    assert document["person"]["questions"] == []


ASKED = """\
| 2026-09-05T10:00:00 | Noor Kwadraat     | Bewoner         |               | 06 1234 5610 | Emre of Saskia | Ja  |
# Presentie
"""


def test_every_link_that_somebody_decided_says_in_which_question(folder: Path) -> None:
    attendance = "| 2026-10-01T19:04:00 | Bijeenkomst 2 | Noor |\n# Idee\n"
    ballot = "| 2026-10-01T21:02:00 | Noor Kwadrat of Emre Aydemir | 3 | 2 | 2 | 1 |\n"
    rows = RESPONSES.replace("# Presentie\n", ASKED).replace("# Idee\n", attendance) + ballot
    write_workbook(folder / "antwoorden.xlsx", rows)
    noor, saskia = code_of("Noor Kwadraat"), code_of("Saskia Duinker")
    listed = re.split(r"^(?=V-)", samenkracht("review", "--list", "--quiet").out, flags=re.MULTILINE)
    asked = {form: next(one.split()[0] for one in listed if place in one) for form, place in PLACES.items()}
    answers = {"signup": saskia, "attendance": noor, "vote": noor}
    given = [f"--decide={asked[place]}={answer}" for place, answer in answers.items()]
    assert samenkracht("review", *given, "--quiet").code == 0
    told = " ".join(ask("Noor").out.split())
    assert f"“Noor” u besloot dat in {asked['attendance']}" in told
    assert f"(eigen woorden, bij aanmelding; u besloot dat in {asked['signup']})" in told
    assert f"Stemmen, rij 4 (u besloot dat in {asked['vote']})" in told
    assert f"{noor} Noor Kwadraat (u besloot dat in {asked['signup']})" in ask("Saskia").out
    document = json.loads(ask("Noor", "--json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    decided = {
        (one["form"], one["asked"], one["meant"], one["question"]) for one in document["person"]["decided"]
    }
    assert decided == {
        ("signup", "invited_by", saskia, asked["signup"]),
        ("attendance", "name", noor, asked["attendance"]),
        ("vote", "name", noor, asked["vote"]),
    }
    assert [one["question"] for one in document["person"]["joined"] if one["how"] == "decided"] == [
        asked["attendance"]
    ]


PLACES = {"signup": "Aanmelding, rij 7", "attendance": "Presentie, rij 8", "vote": "Stemmen, rij 4"}

RICH = """
# Aanmelding
| Tijdstempel         | Wat is uw naam? | Hoe doet u mee? | Wie heeft u gevraagd om mee te doen? (naam, of de code op uw uitnodiging) | Bij welke bijeenkomsten bent u erbij? | Mag het team uw gegevens bewaren tot dit Atelier is afgerond? |
| 2026-09-01T10:00:00 | Saskia Duinker  |        | een buur       | Bijeenkomst 4 | Ja  |
| 2026-09-02T10:00:00 | Emre Aydemir    | Bewoner | tante Sientje  | Bijeenkomst 4 | Ja  |
| 2026-09-02T11:00:00 | Bep Kwadraat    | Bewoner | Truus Geheim   | Bijeenkomst 4 | Ja  |
| 2026-09-03T10:00:00 | Truus Geheim    | Bewoner | Saskia Duinker |               | Nee |
# Idee
| Tijdstempel         | Aan welke tafel zit u? | Wat is het idee? | Wie hebben dit idee bedacht? |
| 2026-10-01T20:00:00 | 1 | Samen koken op donderdag | Emre Aydemir |
# Team
| Naam |
| Saskia Duinker |
"""


def test_ideas_and_an_inviter_nobody_knows(folder: Path) -> None:
    write_workbook(folder / "antwoorden.xlsx", RICH)
    told = ask("Emre").out
    assert "  komt bij bijeenkomst    4\n" in told
    assert "  gevraagd door           onbekend; er staat “tante Sientje”\n" in told
    assert "  bedacht                 1. Samen koken op donderdag\n" in told
    document = json.loads(ask("Emre", "--json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    assert document["person"]["ideas"] == [1]
    saskia = ask("Saskia").out
    assert "  doet mee als            team\n" in saskia
    assert "Team, rij 2 · “Saskia Duinker”" in saskia
    assert "gevraagd door" not in saskia
    assert "Truus" not in ask("Bep").out
