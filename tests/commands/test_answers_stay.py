"""What was answered in `Controle` stays, whatever somebody does to that tab; in a workbook and at Google."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.commands.atelier import RESPONSES, cells, samenkracht, write_workbook
from tests.commands.test_review import controle
from tests.edges.google.scene import MARIJKE, ROBOT, Scene, scene
from tests.edges.workbooks import edited
from tests.google_emulator.workbook import saved, seed

SUMMARY = "samenvatting.xlsx"


def find(sheet: Worksheet, text: str) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


@pytest.fixture
def answered(responses: Path, question: str) -> Path:
    """The small Atelier with its one question answered; the summary."""
    samenkracht("review", "--quiet", "--decide", f"{question}=dezelfde")
    return responses.parent / SUMMARY


def test_a_tab_that_was_deleted_comes_back_with_its_answers(answered: Path, question: str) -> None:
    before = cells(answered, "Deelnemers")
    edited(answered, lambda book: book.remove(book["Controle"]))
    assert samenkracht("sync").code == 0
    assert controle(answered.parent) == {question: "dezelfde"}
    assert cells(answered, "Deelnemers") == before
    assert samenkracht("sync").out.startswith("Alles was al bij.")


def test_an_answer_given_while_the_tab_is_gone_takes_no_other_away(answered: Path, question: str) -> None:
    edited(answered, lambda book: book.remove(book["Controle"]))
    assert samenkracht("review", "--decide", f"{question}=verschillend").code == 0
    assert controle(answered.parent) == {question: "verschillend"}
    assert samenkracht("sync").out.startswith("Alles was al bij.")


def test_answers_that_cannot_be_read_are_an_error_and_nothing_changes(answered: Path, question: str) -> None:
    edited(answered, lambda book: setattr(find(book["Controle"], "Beslissing"), "value", "Besluit"))
    before = answered.read_bytes()
    for command in ("sync", "doctor"):
        ran = samenkracht(command)
        assert ran.code == 1
        assert "ontbreekt de kop “Beslissing”." in ran.out + ran.err
    assert answered.read_bytes() == before
    edited(answered, lambda book: book.remove(book["Controle"]))
    assert samenkracht("sync").code == 0
    assert controle(answered.parent) == {question: "dezelfde"}


def test_an_answer_is_taken_back_with_its_row(answered: Path, question: str) -> None:
    edited(answered, lambda book: book["Controle"].delete_rows(find(book["Controle"], "dezelfde").row))
    assert "      +1  Deelnemers (5)\n" in samenkracht("sync").out
    assert controle(answered.parent) == {question: None}


def test_an_answer_that_means_nothing_is_told_everywhere(answered: Path, question: str) -> None:
    def typed(book: Any) -> None:
        find(book["Controle"], "dezelfde").value = "Wim Koolhaas, denk ik"

    edited(answered, typed)
    told = f"Wat in Controle als antwoord op {question} staat, is geen van de antwoorden."
    ran = samenkracht("sync")
    assert told in " ".join(ran.out.split())
    assert "denk ik" not in ran.out
    assert "Wat daar nu staat, is geen van deze antwoorden." in samenkracht("review", "--list").out
    rows = cells(answered, "Controle")
    assert any("keuze niet herkend" in row and "Wim Koolhaas, denk ik" in row for row in rows)
    wording = f"op vraag {question} staat, begrijpen wij niet. U kunt kiezen of schrijven: dezelfde, "
    assert [row[2] for row in rows if wording in str(row[1])] == ["Controle"]


def test_an_answer_that_another_stands_in_the_way_of_is_told_everywhere(responses: Path) -> None:
    """Two of three pairs are one person, the third is not: one of the two cannot be."""
    header = RESPONSES.strip().splitlines()[1]
    told = [
        f"| 2026-09-0{day}T10:00 | {name} | Bewoner | | 06123456{day}{day} | | Ja |"
        for day, name in enumerate(("Fatma Yildiz", "F. Yildiz", "Fatma Yildis"), 1)
    ]
    write_workbook(responses, "\n".join(["# Aanmelding", header, *told]))
    samenkracht("sync")
    one, other, third = controle(responses.parent)
    answers = (f"{one}=dezelfde", f"{other}=dezelfde", f"{third}=verschillend")
    samenkracht("review", *(word for answer in answers for word in ("--decide", answer)))

    listed = samenkracht("review", "--list").out
    refused = next(line.split()[0] for line in listed.splitlines() if line.startswith("V-"))
    assert refused in (one, other)
    told = "Dat antwoord past niet bij een ander: deze mensen blijven uit elkaar. Verander een van de twee."
    assert told in listed
    (row,) = (row for row in cells(responses.parent / SUMMARY, "Controle") if row[0] == refused)
    assert "past niet bij een ander antwoord" in row
    samenkracht("review", "--decide", f"{refused}=verschillend")
    assert "Er wachten geen vragen" in samenkracht("review", "--list").out


def test_answered_questions_go_behind_the_open_ones_with_all_that_stands_beside_them(responses: Path) -> None:
    header = RESPONSES.strip().splitlines()[1]
    twins = [
        f"| 2026-09-0{day}T1{hour}:00 | {name} {family} | Bewoner | | 070 {hour}{day}1 2{day}{hour}8 | | Ja |"
        for day, family in enumerate(("Abbenes", "Duivendak", "Elsinga", "Quispel"), 1)
        for hour, name in enumerate(("Wim", "W."))
    ]
    write_workbook(responses, "\n".join(["# Aanmelding", header, *twins]))
    samenkracht("sync")
    path = responses.parent / SUMMARY
    before = list(controle(responses.parent))

    def answer(book: Any) -> None:
        sheet = book["Controle"]
        top = find(sheet, "Beslissing")
        find(sheet, "Vraagnummer").offset(0, top.column + 1).value = "Wie belt"
        row = find(sheet, before[1]).row
        for column, text in enumerate(("dezelfde", "gebeld", "Riet")):
            sheet.cell(row, top.column + column).value = text

    edited(path, answer)
    assert samenkracht("sync").code == 0
    assert list(controle(responses.parent)) == [before[0], *before[2:], before[1]]
    (row,) = (row for row in cells(path, "Controle") if row[0] == before[1])
    top = next(row for row in cells(path, "Controle") if row[0] == "Vraagnummer")
    assert [row[top.index(header)] for header in ("Beslissing", "Opmerking", "Wie belt")] == [
        "dezelfde", "gebeld", "Riet",
    ]  # fmt: skip
    assert samenkracht("sync").out.startswith("Alles was al bij.")


@contextmanager
def at_google(folder: Path, summary: Path) -> Iterator[tuple[Scene, str]]:
    """The summary in a spreadsheet, the responses in their workbook."""
    with scene(folder) as google:
        file = seed(google.world, summary, owner=MARIJKE)
        google.world.share(file.id, ROBOT)
        (folder / "config.toml").write_text(
            f'[responses]\nworkbook = "antwoorden.xlsx"\n[summary]\nspreadsheet = "{file.id}"\n'
            f'[google]\nkey = "robot.json"\nendpoint = "{google.emulator.url}"\n'
        )
        assert samenkracht("sync", "--quiet").code == 0
        yield google, file.id


def ask(google: Scene, spreadsheet: str, *requests: object) -> None:
    body = {"requests": list(requests)}
    google.world.ask("POST", f"/v4/spreadsheets/{spreadsheet}:batchUpdate", body)


@pytest.mark.no_cover
def test_at_google_likewise(answered: Path, question: str) -> None:
    with at_google(answered.parent, answered) as (google, spreadsheet):
        found = google.world.ask("GET", f"/v4/spreadsheets/{spreadsheet}")["sheets"]
        sheets = {one["properties"]["title"]: one["properties"]["sheetId"] for one in found}
        ask(google, spreadsheet, {"deleteSheet": {"sheetId": sheets["Controle"]}})
        assert samenkracht("sync").code == 0
        assert samenkracht("sync").out.startswith("Alles was al bij.")
        answered.write_bytes(saved(google.world, spreadsheet))
    assert controle(answered.parent) == {question: "dezelfde"}
