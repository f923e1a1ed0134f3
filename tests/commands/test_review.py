"""`review`: questions asked, answers written down where a person would have typed them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from pipeline.app.questions import Choice, OpenQuestion, Side, look
from pipeline.cli.language import speak
from pipeline.cli.review import ask
from pipeline.cli.show import show_question, show_questions
from pipeline.templates import load_catalogue
from tests.commands.atelier import RESPONSES, Ran, at_terminal, cells, samenkracht, write_workbook
from tests.commands.test_sync import place

IDEAS = """\
| 2026-10-01T20:02:00 | 3 | Samen koken op donderdag avond | Iedereen kookt om de beurt. |
"""


def controle(folder: Path) -> dict[object, object]:
    """The decision in `Controle` by question number."""
    rows = cells(folder / "samenvatting.xlsx", "Controle")
    header = next(row for row in rows if row[0] == "Vraagnummer")
    column = header.index("Beslissing")
    return {row[0]: row[column] for row in rows if str(row[0]).startswith("V-")}


def review(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str) -> Ran:
    return at_terminal(monkeypatch, capsys, typed, "review", "--quiet")


@pytest.mark.parametrize("answer", ["same", "dezelfde", "Dezelfde ", "the same"])
def test_a_decision_stands_in_controle_as_if_typed(responses: Path, question: str, answer: str) -> None:
    ran = samenkracht("review", "--decide", f"{question.lower()}={answer}")
    assert ran.code == 0
    assert ran.out.startswith("1 antwoord is opgeschreven.\nsamenvatting.xlsx is bijgewerkt.\n")
    assert "       4  Deelnemers\n" in ran.out
    assert controle(responses.parent) == {question: "dezelfde"}


def test_a_decision_survives_and_changes_nothing_more(responses: Path, question: str) -> None:
    samenkracht("sync")
    samenkracht("review", "--decide", f"{question}=different")
    ran = samenkracht("sync")
    assert ran.out == "Alles was al bij.\n\nVolgende stap: open samenvatting.xlsx.\n"
    assert samenkracht("review").out == "Er wachten geen vragen op een beslissing.\n"


def test_consent_withdrawn_of_a_code_that_was_merged_away_counts_for_the_person(
    responses: Path, question: str
) -> None:
    samenkracht("sync", "--quiet")
    summary = responses.parent / "samenvatting.xlsx"
    book = load_workbook(summary)
    rows = {row[1].value: row for row in book["Deelnemers"].iter_rows()}
    tick, code = rows["Willem Koolhaas"][10], rows["Wim Koolhaas"][0].value
    tick.value = True
    book.save(summary)
    samenkracht("review", "--decide", f"{question}=same", "--quiet")
    told = {row[0]: row[1:] for row in cells(summary, "Deelnemers")}
    assert (told[code][0], told[code][8]) == (None, "ingetrokken")
    (alias,) = (row for row in told.values() if str(row[0]).startswith(f"dezelfde als {code};"))
    assert alias[9] is True


def test_a_question_put_aside_stays_open(responses: Path, question: str) -> None:
    samenkracht("review", "--decide", f"{question}=later")
    assert controle(responses.parent) == {question: "later"}
    assert question in samenkracht("review", "--list").out


LIST = """\
V-000000  Zijn Wim Koolhaas en Willem Koolhaas dezelfde persoon, die twee keer op de lijst staat? \
Kiest u ‘dezelfde’, dan voegen wij de gegevens samen. U kunt dat later weer terugdraaien.
  De roepnaam bij dezelfde voornaam en dezelfde achternaam, \
maar een ander telefoonnummer.
  V-000000=dezelfde
  V-000000=verschillend
  V-000000=later
Antwoord zo: samenkracht review --decide V-000000=dezelfde
"""


@pytest.mark.parametrize("arguments", [("--list",), ("--no-input",), ()])
def test_without_a_terminal_the_questions_are_listed(
    responses: Path, question: str, arguments: tuple[str, ...]
) -> None:
    ran = samenkracht("review", *arguments)
    assert (ran.code, ran.out) == (0, LIST.replace("V-000000", question))
    assert not (responses.parent / "samenvatting.xlsx").exists()


def test_asked_one_by_one(
    responses: Path, question: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = review(monkeypatch, capsys, "9\n1\n")
    assert ran.code == 0
    assert ran.out.startswith("""
Vraag 1 van 1
Zijn Wim Koolhaas en Willem Koolhaas dezelfde persoon, die twee keer op de lijst
staat? Kiest u ‘dezelfde’, dan voegen wij de gegevens samen. U kunt dat later
weer terugdraaien.
  De roepnaam bij dezelfde voornaam en dezelfde achternaam, maar een ander
    telefoonnummer.

                 Wim Koolhaas                   Willem Koolhaas
  staat in       Aanmelding, rij 5              Aanmelding, rij 6
  ingevuld       02-09-2026 10:00               03-09-2026 10:00
  doet mee als   Bewoner                        Bewoner
  organisatie    –                              Moestuin
  telefoon       06 1234 5604                   06 1234 5699
  gevraagd door  Saskia Duinker                 Emre Aydemir
  was bij        –                              2

  1  dezelfde
  2  verschillend
  3  later
""")
    assert "Dat is niet een van de antwoorden." in ran.out
    assert controle(responses.parent) == {question: "dezelfde"}


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("Delen\n2\n", {"V-1": "delen", "V-2": "loten"}),
        ("the same\nshare\nLOTEN.\n", {"V-1": "delen", "V-2": "loten"}),
        ("1\nt\nt\n2\n\n", {"V-1": "loten"}),
        ("1\nT\n\nq\n", {}),
    ],
)
def test_an_answer_may_be_typed_in_words_and_taken_back(typed: str, answers: dict[str, str]) -> None:
    speak("nl")
    choices = (Choice("share", "delen"), Choice("lot", "loten"))
    questions = [OpenQuestion(name, "Hoe?", "", "", "", "loten", (), choices) for name in ("V-1", "V-2")]
    with CliRunner().isolation(input=typed) as (out, *_):
        assert ask(questions, load_catalogue()) == answers
        assert "  2  loten   (voorstel)\n" in out.getvalue().decode()


def test_what_was_answered_can_be_answered_otherwise(responses: Path, question: str) -> None:
    samenkracht("review", "--decide", f"{question}=same")
    assert samenkracht("review", "--decide", f"{question}=verschillend").code == 0
    assert controle(responses.parent) == {question: "verschillend"}


@pytest.mark.parametrize("typed", ["\n", "q\n", "Q\n"])
def test_nothing_chosen_changes_nothing(
    responses: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    ran = review(monkeypatch, capsys, typed)
    assert (ran.code, ran.out[-23:]) == (0, "Er is niets veranderd.\n"[-23:])
    assert not (responses.parent / "samenvatting.xlsx").exists()


def test_breaking_off_changes_nothing(
    responses: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = review(monkeypatch, capsys, "")
    assert ran.code == 130
    assert ran.err.endswith("\nGestopt. Er is niets veranderd.\n")
    assert not (responses.parent / "samenvatting.xlsx").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("dezelfde", "Schrijf het als: --decide VRAAG=ANTWOORD"),
        ("{question}0=same", "Bedoelt u ‘{question}’?\n  De open vragen zijn: {question}."),
        ("iets=same", "De open vragen zijn: {question}."),
        ("{question}=misschien", "De mogelijke antwoorden zijn: dezelfde"),
    ],
)
def test_an_answer_that_does_not_fit(responses: Path, question: str, given: str, told: str) -> None:
    ran = samenkracht("review", "--decide", given.format(question=question))
    assert ran.code == 2
    assert told.format(question=question) in ran.err


def test_no_questions_at_all(responses: Path) -> None:
    write_workbook(responses, RESPONSES.replace("Willem Koolhaas", "Guus Koolhaas"))
    ran = samenkracht("review", "--decide", "V-000000=same")
    assert (ran.code, ran.err[-25:]) == (2, "Er zijn geen open vragen.\n"[-25:])


def test_beside_a_person_without_consent_nobody_is_named_and_no_reason_tells_the_name(
    responses: Path,
) -> None:
    rows = [row.replace("Ja ", "Nee") if "Willem" in row else row for row in RESPONSES.splitlines()]
    write_workbook(responses, "\n".join(rows))
    (question,) = look(place(responses.parent))
    assert "Willem" not in repr(question)
    assert "Moestuin" not in repr(question)
    assert "5699" not in repr(question)
    assert "Koolhaas" not in repr(question)
    assert question.text.startswith("Zijn rij 5 en rij 6 van Aanmelding dezelfde persoon")
    assert (question.short, question.about) == (
        "Is dit dezelfde persoon?",
        "rij 5 / rij 6 van Aanmelding",
    )
    assert question.reasons.startswith("De twee rijen lijken op elkaar.")
    assert [side.title for side in question.sides] == ["Aanmelding, rij 5", "Aanmelding, rij 6"]
    facts = {kind: text for kind, text in question.sides[0].facts if text}
    assert facts == {"moment": "02-09-2026 10:00", "roles": "Bewoner"}
    out = responses.parent / "uit.json"
    samenkracht("export", "--json", str(out))
    (found,) = (one for one in json.loads(out.read_text("utf-8"))["findings"] if one["severity"] == "decide")
    assert found["details"]["reasons"] == ["same_role"]


def test_somebody_invited_by_who_seems_to_be_the_same_is_asked_about(responses: Path) -> None:
    guest = "W. Koolhaas | Bewoner | | 06 1234 5604 | Wim Koolhaas | Ja |"
    rows = RESPONSES.splitlines()
    own = next(place for place, row in enumerate(rows) if "Willem" in row)
    rows[own] = f"| 2026-09-03T10:00:00 | {guest}"
    write_workbook(responses, "\n".join(rows).replace("Willem Koolhaas", "W. Koolhaas"))
    question = look(place(responses.parent))[0]
    assert question.reasons.endswith("maar de ander als degene die uitnodigde.")
    assert [dict(side.facts)["invited_by"] for side in question.sides] == ["Saskia Duinker", "Wim Koolhaas"]
    samenkracht("sync")
    assert "gevraagd door Wim Koolhaas" in repr(cells(responses.parent / "samenvatting.xlsx", "Controle"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [("Saskia Duinker", "code"), ("Saskia 06 1234 5601", "code"), ("S. Duinkers", ""), ("piet@post.nl", "")],
)
def test_an_inviter_without_consent_is_not_named_beside_a_guest(
    responses: Path, written: str, shown: str
) -> None:
    rows = [row.replace("Ja ", "Nee") if "Professional" in row else row for row in RESPONSES.splitlines()]
    own = next(place for place, row in enumerate(rows) if "Wim" in row)
    rows[own] = rows[own].replace("Saskia Duinker", written)
    write_workbook(responses, "\n".join(rows))
    question = next(one for one in look(place(responses.parent)) if "Willem" in one.text)
    inviter, other = (dict(side.facts)["invited_by"] for side in question.sides)
    assert ("code" if len(inviter) == 5 else inviter, other) == (shown, "Emre Aydemir")


def test_who_is_told_by_the_name_of_somebody_without_consent_is_asked_about_and_shown_without_it(
    responses: Path,
) -> None:
    others = RESPONSES.replace("Willem Koolhaas", "Guus Zwaneveld").splitlines()
    rows = [row.replace("Ja ", "Nee") if "Wim" in row else row for row in others]
    own = next(row for row in rows if "Wim" in row)
    rows.insert(rows.index(own) + 1, own.replace("Wim", "Partner Wim").replace("Nee", "Ja "))
    write_workbook(responses, "\n".join(rows))
    (question,) = look(place(responses.parent))
    assert "rij 5 en rij 6 van Aanmelding" in question.text
    assert "Wim Koolhaas" not in repr(question)
    samenkracht("sync")
    for tab in ("Controle", "Deelnemers", "Presentielijst"):
        said = repr(cells(responses.parent / "samenvatting.xlsx", tab))
        assert ("Partner …" in said) is (tab != "Controle")
        assert "Wim Koolhaas" not in said
    assert "Wim Koolhaas" not in samenkracht("person", "Partner …").out


def test_a_name_that_may_be_two_people(responses: Path) -> None:
    door = "| 2026-10-01T19:04:00 | Bijeenkomst 2 | Wim |\n# Idee"
    write_workbook(responses, RESPONSES.replace("# Idee", door).replace("Willem Koolhaas", "Wim Zwaneveld"))
    (question,) = look(place(responses.parent))
    row, *people = question.sides
    assert row.title == "Presentie, rij 8"
    assert [side.title for side in people] == [choice.words for choice in question.choices[:2]]
    assert question.text.startswith("Wie is bedoeld in Presentie, rij 8?")
    assert question.reasons == "De naam in de rij past bij wie u hier kunt kiezen."
    assert [{kind: text for kind, text in side.facts if text} for side in people] == [
        {"invited_by": "Saskia Duinker"},
        {"organisation": "Moestuin", "invited_by": "Emre Aydemir", "came": "2"},
    ]


def test_two_ideas_that_look_alike(responses: Path) -> None:
    write_workbook(responses, RESPONSES.replace("# Stemmen", IDEAS + "# Stemmen"))
    question = next(one for one in look(place(responses.parent)) if one.choices[0].code == "join")
    first, second = (dict(side.facts) for side in question.sides)
    assert [side.title for side in question.sides] == ["idee 1", "idee 3"]
    assert first == {
        "idea": "Samen koken op donderdag",
        "explanation": "Wie kookt, kiest het recept.",
        "table": "tafel 1",
    }
    assert (second["explanation"], second["table"]) == ("Iedereen kookt om de beurt.", "tafel 3")


def test_more_than_two_sides_stand_under_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    speak("nl")
    sides = tuple(
        Side(f"idee {number}", (("idea", f"Idee {number}"), ("table", ""))) for number in (3, 8, 41)
    )
    question = OpenQuestion(
        "V-1", "Hoe verdelen we plaats 3?", "", "", "", None, sides, (Choice("share", "delen"),)
    )
    show_question(question, 2, 5)
    said = capsys.readouterr().out
    assert said.splitlines() == [
        "", "Vraag 2 van 5", "Hoe verdelen we plaats 3?", "",
        "                 idee 3", "  idee           Idee 3",
        "                 idee 8", "  idee           Idee 8",
        "                 idee 41", "  idee           Idee 41",
        "", "  1  delen",
    ]  # fmt: skip


def test_a_question_without_anything_to_compare(capsys: pytest.CaptureFixture[str]) -> None:
    question = OpenQuestion(
        "V-1", "Welke telling geldt?", "", "", "", None, (), (Choice("first", "de eerste"),)
    )
    show_question(question, 1, 1)
    show_questions([question], "samenkracht review")
    assert capsys.readouterr().out.splitlines()[2:] == [
        "Welke telling geldt?",
        "  1  de eerste",
        "V-1  Welke telling geldt?",
        '  "V-1=de eerste"',
        'Antwoord zo: samenkracht review --decide "V-1=de eerste"',
    ]


def test_an_answer_that_is_none_is_told_beside_its_question(capsys: pytest.CaptureFixture[str]) -> None:
    speak("nl")
    choices = (Choice("first", "de eerste"),)
    question = OpenQuestion("V-1", "Welke telling geldt?", "", "", "", None, (), choices, unclear=True)
    show_question(question, 1, 1)
    assert "\n  Wat daar nu staat, is geen van deze antwoorden.\n" in capsys.readouterr().out
