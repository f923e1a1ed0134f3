"""A team's own questions and forms: asked, read and summarised like the others."""

import json
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from tests.commands.atelier import cells, samenkracht, titles

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-results-1.json"

EVALUATION = """
key = "evaluation"
[[questions]]
key = "welcome"
header = { nl = "Ik voelde mij thuis", en = "I felt at home" }
[[questions]]
key = "soup"
kind = "scale"
header = { nl = "De soep was lekker", en = "The soup was good" }
[[questions]]
key = "more"
kind = "choices"
own_answer = true
header = { nl = "Wat wilt u vaker doen?", en = "What would you like to do more often?" }
options = [
  { code = "cook", text = { nl = "Koken", en = "Cook" } },
  { code = "walk", text = { nl = "Wandelen", en = "Walk" } },
]
"""

BIKES = """
key = "bikes"
order = 30
title = { nl = "Fietsen", en = "Bikes" }
[[questions]]
key = "submitted_at"
kind = "timestamp"
header = { nl = "Tijdstempel", en = "Timestamp" }
[[questions]]
key = "owner"
kind = "text"
personal = true
required = true
header = { nl = "Van wie is de fiets?", en = "Whose bike is it?" }
[[questions]]
key = "works"
kind = "yes_no"
header = { nl = "Doet de fiets het?", en = "Does the bike work?" }
[[questions]]
key = "meeting"
kind = "meeting"
header = { nl = "Bij welke bijeenkomst stond de fiets?", en = "At which meeting was the bike?" }
[[questions]]
key = "wish"
kind = "long_text"
header = { nl = "Wat is er nodig?", en = "What is needed?" }
[[questions]]
key = "since"
kind = "date"
header = "Sinds wanneer?"
"""


@pytest.fixture
def own(folder: Path) -> Path:
    """A folder with own templates and settings that name it."""
    forms = folder / "sjablonen" / "forms"
    forms.mkdir(parents=True)
    (forms / "evaluation.toml").write_text(EVALUATION, "utf-8")
    (forms / "bikes.toml").write_text(BIKES, "utf-8")
    (folder / "config.toml").write_text('[templates]\nfolder = "sjablonen"\n')
    return folder


def fill_in(path: Path) -> None:
    workbook = load_workbook(path)
    evaluation = workbook["Evaluatie"]
    headers = [cell.value for cell in evaluation[1]]
    for number in range(6):
        row = dict.fromkeys(headers)
        row |= {
            "Welke bijeenkomst is dit?": 1,
            "Ik voelde mij thuis": 5,
            "De soep was lekker": 3 + number % 2,
        }
        row |= {"Wat wilt u vaker doen?": "Koken, Zingen" if number else "Wandelen"}
        evaluation.append([row[header] for header in headers])
    workbook["Fietsen"].append([None, "Jan Jansen", "Ja", "Bijeenkomst 2", "Een band", "1-9-2026"])
    workbook["Aanmelding"].append([None, "Jan Jansen", "Bewoner"])
    workbook.save(path)


def told(folder: Path) -> list[list[object]]:
    """The rows of the tab about own questions, without their blank cells."""
    rows = cells(folder / "samenvatting.xlsx", "Eigen vragen")
    return [[cell for cell in row if cell not in (None, "")] for row in rows]


def test_own_questions_are_asked_read_and_summarised(own: Path) -> None:
    assert samenkracht("forms", "--workbook", "antwoorden.xlsx").code == 0
    fill_in(own / "antwoorden.xlsx")
    assert samenkracht("sync").code == 0
    rows = told(own)
    assert ["Evaluatie", "De soep was lekker", 6, 1, 0, 0, 3.5] in rows
    assert ["Evaluatie", "De soep was lekker", 4, 3, 0.5] in rows
    assert ["Evaluatie", "Wat wilt u vaker doen?", "Zingen", 5, pytest.approx(5 / 6)] in rows
    assert ["Fietsen", "Van wie is de fiets?", 1] in rows
    assert ["Fietsen", "Doet de fiets het?", 1, "Ja", 1, 1] in rows
    assert ["Fietsen", "Bij welke bijeenkomst stond de fiets?", 1, "Bijeenkomst 2", 1, 1] in rows
    assert ["Fietsen", "Wat is er nodig?", "Een band"] in rows
    assert ["Fietsen", "Sinds wanneer?", 1, datetime(2026, 9, 1), 1, 1] in rows
    assert "Jan Jansen" not in str(rows)


def test_few_forms_are_not_told(own: Path) -> None:
    samenkracht("forms", "--workbook", "antwoorden.xlsx")
    workbook = load_workbook(own / "antwoorden.xlsx")
    headers = [cell.value for cell in workbook["Evaluatie"][1]]
    row = {"Welke bijeenkomst is dit?": 1, "De soep was lekker": 1}
    workbook["Evaluatie"].append([row.get(header) for header in headers])
    workbook.save(own / "antwoorden.xlsx")
    samenkracht("sync")
    rows = told(own)
    assert ["Evaluatie", "De soep was lekker", 1, "te weinig formulieren om te laten zien"] in rows


def test_they_are_in_the_results_and_a_shipped_one_with_other_words_is_the_same(own: Path) -> None:
    samenkracht("forms", "--workbook", "antwoorden.xlsx")
    fill_in(own / "antwoorden.xlsx")
    samenkracht("export", "--json", "uit.json")
    found = json.loads((own / "uit.json").read_text("utf-8"))
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    asked = {(one["form"], one["question"]): one for one in found["own_questions"]}
    assert asked["evaluation", "soup"]["mean"] == 3.5
    assert asked["evaluation", "more"]["counts"] == {"cook": 5, "walk": 1, "Zingen": 5}
    assert asked["bikes", "since"]["counts"] == {"2026-09-01": 1}
    assert (asked["bikes", "wish"]["texts"], asked["bikes", "owner"]["texts"]) == (["Een band"], [])
    means = {one["question"]: one["mean"] for one in found["evaluation"] if one.get("role") is None}
    assert means["welcome"] == 5


def test_own_forms_are_in_the_script_too(own: Path) -> None:
    assert samenkracht("forms").code == 0
    text = (own / "formulieren.txt").read_text("utf-8")
    assert "De soep was lekker" in text
    assert "Van wie is de fiets?" in text


def test_without_own_questions_there_is_no_tab_for_them(responses: Path) -> None:
    samenkracht("sync", "antwoorden.xlsx")
    assert "Eigen vragen" not in titles(Path("samenvatting.xlsx"))


def test_the_tab_goes_when_the_questions_go(own: Path) -> None:
    samenkracht("forms", "--workbook", "antwoorden.xlsx")
    fill_in(own / "antwoorden.xlsx")
    samenkracht("sync")
    (own / "config.toml").unlink()
    assert samenkracht("sync", "antwoorden.xlsx").code == 0
    assert "Eigen vragen" not in titles(Path("samenvatting.xlsx"))
    assert "Alles was al bij." in samenkracht("sync", "antwoorden.xlsx").out
