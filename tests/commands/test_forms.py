"""`forms`: the script, the workbook to type in, and what people changed."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.templates import load_catalogue
from tests.commands.atelier import samenkracht

CATALOGUE = load_catalogue()


def plan_in(path: Path) -> dict[str, object]:
    """What the script is to make."""
    found = re.search(r"const PLAN = (\{.*?\n\});", path.read_text("utf-8"), re.DOTALL)
    assert found
    plan: dict[str, object] = json.loads(found[1])
    return plan


def test_the_script_is_text_to_copy_and_says_where_to_paste_it(folder: Path) -> None:
    ran = samenkracht("forms", "--tables", 3)
    assert ran.code == 0
    assert "script.google.com" in ran.out
    plan = plan_in(folder / "formulieren.txt")
    assert [form["key"] for form in plan["forms"]] == list(CATALOGUE.forms)  # type: ignore[attr-defined]
    assert plan["robot"] == ""
    assert plan["existing"] == ""


def test_the_spreadsheet_of_the_settings_is_taken_over_and_shared_with_the_robot(folder: Path) -> None:
    key = {
        "type": "service_account",
        "client_email": "robot@atelier.iam.gserviceaccount.com",
        "private_key": "-",
    }
    (folder / "robot.json").write_text(json.dumps(key))
    identity = "1a2B3c4D5e6F7g8H9i0J-kLmNoPqRsTuVwXyZ_aBcDeF"
    (folder / "config.toml").write_text(
        f'[responses]\nspreadsheet = "https://docs.google.com/spreadsheets/d/{identity}/edit"\n'
        '[google]\nkey = "robot.json"\n[atelier]\ntitle = "Samen eten"\n'
    )
    assert samenkracht("forms", "--out", "script.txt").code == 0
    plan = plan_in(folder / "script.txt")
    assert (plan["existing"], plan["robot"], plan["title"]) == (identity, key["client_email"], "Samen eten")


def test_a_file_is_not_written_over_unless_asked(folder: Path) -> None:
    for arguments in (("forms",), ("forms", "--workbook")):
        assert samenkracht(*arguments).code == 0
        refused = samenkracht(*arguments)
        assert refused.code == 1
        assert "staat er al" in refused.err or "is er al" in refused.err
        assert samenkracht(*arguments, "--force").code == 0


def test_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    assert samenkracht("forms", "--out", "nergens/script.txt").code == 1


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_to_type_in_is_understood_as_it_is(folder: Path, kind: str) -> None:
    file = f"antwoorden.{kind}"
    assert samenkracht("forms", "--workbook", file).code == 0
    tabs = WorkbookSource(folder / file).read()
    assert [tab.title for tab in tabs if not tab.marked][: len(CATALOGUE.forms)] == [
        form.title.nl for form in CATALOGUE.forms.values()
    ]
    assert tabs[0].marked
    checked = samenkracht("forms", "--check", file)
    assert (checked.code, checked.out.count("✗")) == (0, 0)
    assert samenkracht("sync", file).code == 0


def test_from_an_empty_folder_to_a_summary(folder: Path) -> None:
    """What a new user types, one after the other."""
    said = ("--title", "Samen eten", "--domain", "social", "--date", "3-9-2026", "--date", "1-10-2026")
    begun = samenkracht("init", "--workbook", "--team", "Hatice Demir", *said, "--meetings", 2)
    assert begun.out.endswith("\n  samenkracht forms --workbook\n")
    made = samenkracht("forms", "--workbook")
    assert made.out.startswith("antwoorden.xlsx is klaar om in te typen.")
    assert made.out.endswith("samenkracht sync\n")
    workbook = load_workbook(folder / "antwoorden.xlsx")
    workbook["Aanmelding"].append([None, "Fatma Yılmaz", "Bewoner, Professional"])
    workbook["Presentie"].append([None, "Bijeenkomst 1", "Fatma Yılmaz"])
    workbook.save(folder / "antwoorden.xlsx")
    assert samenkracht("sync").code == 0
    assert samenkracht("sync").out.startswith("Alles was al bij.")
    assert samenkracht("forms", "--check").code == 0
    samenkracht("export", "--json", "uit.json")
    found = json.loads((folder / "uit.json").read_text("utf-8"))
    assert sorted(person["roles"] for person in found["participants"]) == [[], ["resident", "professional"]]
    assert found["meetings"][0]["present"] == 1
    assert found["atelier"] == {
        "title": "Samen eten",
        "neighbourhood": None,
        "theme_domains": ["social"],
        "meetings": [{"number": 1, "date": "2026-09-03"}, {"number": 2, "date": "2026-10-01"}],
    }


def test_the_workbook_has_drop_downs_notes_and_a_cover(folder: Path) -> None:
    samenkracht("forms", "--workbook", "antwoorden.xlsx")
    workbook = load_workbook(folder / "antwoorden.xlsx")
    sheet = workbook["Aanmelding"]
    headers = {cell.value: cell for cell in sheet[1]}
    consent = headers["Mag het team uw gegevens bewaren tot dit Atelier is afgerond?"]
    assert "Deze kolom is nodig." in consent.comment.text
    rules = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules[f"{consent.column_letter}2"] == '"Ja,Nee"'
    assert "Zet er een komma tussen." in headers["Hoe doet u mee?"].comment.text
    assert workbook.worksheets[0].title == "Begin hier"
    assert workbook.worksheets[0]["A10"].hyperlink.location == "'Aanmelding'!A2"


def test_every_name_in_an_opendocument_file_is_declared(folder: Path) -> None:
    """LibreOffice drops a drop-down whose condition begins with a name that it does not know."""
    samenkracht("forms", "--workbook", "antwoorden.ods")
    with ZipFile(folder / "antwoorden.ods") as file:
        content = file.read("content.xml").decode()
    conditions = re.findall(r'table:condition="(\w+):cell-content-is-in-list', content)
    assert len(conditions) > 5
    assert {f"xmlns:{prefix}=" in content for prefix in conditions} == {True}


def test_another_kind_of_file_is_refused(folder: Path) -> None:
    ran = samenkracht("forms", "--workbook", "antwoorden.csv")
    assert ran.code == 2
    assert ".ods" in ran.err


def test_what_matters_ends_with_six(folder: Path) -> None:
    (folder / "Evaluatie.csv").write_text(
        "Tijdstempel,Welke bijeenkomst is dit?,Ik voelde me heel welkom\n2026-09-03 20:00:00,1,5\n", "utf-8"
    )
    ran = samenkracht("forms", "--check", "Evaluatie.csv")
    assert ran.code == 6
    assert "✗ ‘Ik voelde me heel welkom’ kennen we niet. Was dit ‘Ik voelde mij welkom’?" in ran.out
