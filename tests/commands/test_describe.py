"""`describe`: the summary of any form, for other programs."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands.atelier import samenkracht, write_workbook

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-survey-1.json"

DOCUMENT = """\
{
 "rows": 4,
 "blank": 1,
 "questions": [
  {"header": "Hoe was het?", "kind": "scale", "n": 3, "distribution": {"1": 0, "2": 1, "3": 0, "4": 0, "5": 2}, "mean": 4},
  {"header": "Wat at u?", "kind": "choices", "n": 3, "distribution": {"Soep": 2, "Brood": 2}, "mean": null},
  {"header": "Waarom?", "kind": "text", "n": 1, "distribution": null, "mean": null}
 ]
}
"""  # noqa: E501 - a document has a line for each question

TABLE = """\
Tijdstempel,Hoe was het?,Wat at u?,Waarom?
3-9-2026 19:00:00,5,"Soep, Brood",Zoë kookte
3-9-2026 19:01:00,2,Soep,
,,,
3-9-2026 19:02:00,5,Brood,
"""


@pytest.fixture
def table(folder: Path) -> Path:
    path = folder / "soep.csv"
    path.write_text(TABLE.replace("Soep, Brood", "Brood, Soep"), encoding="utf-8")
    return path


def test_to_the_terminal(table: Path) -> None:
    ran = samenkracht("describe", table, "--json", "-")
    assert (ran.code, ran.err) == (0, "")
    document = json.loads(ran.out)
    jsonschema.validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert document == json.loads(DOCUMENT)


def test_to_a_file(table: Path) -> None:
    ran = samenkracht("describe", table, "--json", "uit.json")
    assert (ran.code, ran.out) == (0, "De uitkomsten staan in uit.json.\n")
    assert (table.parent / "uit.json").read_text("utf-8") == samenkracht("describe", table, "--json", "-").out


def test_the_first_tab_with_rows_or_the_one_that_is_named(folder: Path) -> None:
    book = write_workbook(
        folder / "twee.xlsx", "# Leeg\n# Soep\n| Lekker? |\n| 4 |\n# Brood\n| Vers? |\n| 2 |\n| 3 |"
    )
    ran = samenkracht("describe", book, "--json", "-")
    assert json.loads(ran.out)["questions"][0]["header"] == "Lekker?"
    assert ran.err == "Niet meegenomen: Brood. Kies een tabblad met --tab.\n"
    named = samenkracht("describe", book, "--tab", "Brood", "--json", "-", "--quiet")
    assert json.loads(named.out)["rows"] == 2
    assert named.err == ""


def test_what_the_program_wrote_itself_is_no_survey(responses: Path) -> None:
    samenkracht("sync", responses)
    ran = samenkracht("describe", "samenvatting.xlsx", "--tab", "Overzicht", "--json", "-")
    assert ran.code == 2


def test_a_tab_that_is_not_there(responses: Path) -> None:
    ran = samenkracht("describe", responses, "--tab", "Soep", "--json", "-")
    assert ran.code == 2
    assert ran.err == (
        "Fout: ‘antwoorden.xlsx’ heeft geen tabblad ‘Soep’ met antwoorden.\n"
        "  Er staan: Aanmelding, Presentie, Idee, Stemmen.\n"
        "  Geef met --tab de titel van een van deze.\n"
    )


def test_a_file_without_rows(folder: Path) -> None:
    (folder / "leeg.csv").write_text("", encoding="utf-8")
    ran = samenkracht("describe", "leeg.csv", "--json", "-")
    assert (ran.code, ran.err) == (2, "Fout: In ‘leeg.csv’ staan geen antwoorden.\n")
