"""`tables`: who sits where."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from tests.commands.atelier import cells, samenkracht, write_workbook

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-tables-1.json"
NAMES = ["Ada", "Bo", "Cas", "Dina", "Eef", "Fien", "Guus", "Hans", "Ilse", "Jo", "Kim", "-Lot"]
HEADER = (
    "| Tijdstempel | Wat is uw naam? | Hoe doet u mee? | Wat is uw telefoonnummer? "
    "| Bij welke bijeenkomsten bent u erbij? "
    "| Mag het team uw gegevens bewaren tot dit Atelier is afgerond? |"
)


@pytest.fixture
def evening(folder: Path) -> Path:
    """Twelve people who come to the third and the fourth meeting, one of them without consent."""
    rows = [
        f"| 2026-09-01T10:{number:02}:00 | {name} Vos{name.lower()}"
        f" | {('Bewoner', 'Professional')[number % 2]} | '06 1234 56{number:02}"
        f" | Bijeenkomst 3, Bijeenkomst 4 | {'Nee' if name == 'Kim' else 'Ja'} |"
        for number, name in enumerate(NAMES)
    ]
    door = [f"| 2026-10-0{meeting}T19:00:00 | Bijeenkomst {meeting} | Ada Vosada |" for meeting in (1, 2)]
    text = "\n".join(
        ["# Aanmelding", HEADER, *rows, "# Presentie",
         "| Tijdstempel | Welke bijeenkomst is dit? | Wat is uw naam, of de code op uw naamkaartje? |", *door]
    )  # fmt: skip
    return write_workbook(folder / "antwoorden.xlsx", text)


def document(*arguments: str) -> dict[str, object]:
    found = json.loads(samenkracht("tables", "--dry-run", "--json", "-", *arguments).out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(found)
    return dict(found)


def at(found: dict[str, object]) -> dict[str, str]:
    return {str(one["name"]): one["table"] for one in found["persons"]}  # type: ignore[attr-defined]


def test_shown_by_table_and_by_person(evening: Path) -> None:
    ran = samenkracht("tables", "--quiet", "--dry-run")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == "Bijeenkomst 3: 12 mensen, 2 tafels"
    assert lines[1].startswith("  Tafel 1   ")
    assert sum(line.endswith("  Ada Vosada") for line in lines) == 1
    assert lines[-2:] == [
        "Niemand zit bij wie hem of haar meenam.",
        "Er is niets opgeschreven. Zonder --dry-run komen deze tafels in de samenvatting te staan.",
    ]
    assert "Kim" not in ran.out
    assert not (evening.parent / "samenvatting.xlsx").exists()


def test_the_next_sync_writes_the_same(evening: Path) -> None:
    proposed = document()
    samenkracht("sync")
    assert document() == proposed
    (tafels,) = [cells(evening.parent / "samenvatting.xlsx", "Tafels")]
    seated = {str(row[2]): row[1] for row in tafels if row[0] == 3 and row[4]}
    assert {name: table for name, table in at(proposed).items() if name != "None"}.items() <= seated.items()


def test_kept_tables_stay(evening: Path) -> None:
    wished = document("--meeting", "4", "--seed", "anders", "--apart", "Ada Vosada", "Bo Vosbo")
    ran = samenkracht(
        "tables",
        "--quiet",
        "--meeting",
        "4",
        "--seed",
        "anders",
        "--apart",
        "Ada Vosada",
        "Bo Vosbo",
    )
    assert ran.out.endswith("samenvatting.xlsx is bijgewerkt.\n")
    assert at(wished)["Ada Vosada"] != at(wished)["Bo Vosbo"]
    assert document("--meeting", "4") == wished
    assert samenkracht("sync", "--check").code == 0


def test_wishes_in_their_tab_hold(evening: Path) -> None:
    samenkracht("sync")
    summary = evening.parent / "samenvatting.xlsx"
    book = load_workbook(summary)
    found = at(document())
    others = found.keys() - {"None", "Ada Vosada"}
    partner = min(name for name in others if found[name] == found["Ada Vosada"])
    for row in (("Ada Vosada", partner, "niet samen"), (partner, "Ada Vosada", "samen")):
        book["Tafelwensen"].append(row)
    book.save(summary)
    after = document()
    assert at(after)["Ada Vosada"] != at(after)[partner]
    assert after["wishes_not_kept"] == [3]
    assert "1 tafelwens kan niet; kijk in Controle." in samenkracht("tables", "-n", "--quiet").out


def test_as_a_list(evening: Path) -> None:
    ran = samenkracht("tables", "-n", "--quiet", "--csv", "-")
    rows = list(csv.reader(io.StringIO(ran.out)))
    assert rows[0] == ["meeting", "table", "code", "name", "roles"]
    assert len(rows) == 13
    fourth = samenkracht("tables", "-n", "--quiet", "--csv", "-", "--meeting", "4").out
    assert [line[0] for line in fourth.splitlines()[1:]] == ["4"] * 12
    assert sorted(row[3] for row in rows[1:])[:2] == ["", "'-Lot Vos-lot"]
    assert samenkracht("tables", "-n", "--quiet", "--csv", "lijst.csv").out == ""
    assert (evening.parent / "lijst.csv").read_text("utf-8") == ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--meeting", "7"], "Dit Atelier heeft geen bijeenkomst 7."),
        (["--meeting", "2"], "Bijeenkomst 2 is al geweest: de tafels blijven zoals ze waren."),
        (["--together", "Ada Vosada", "Niemand Anders"], "Ik weet niet om wie het bij wens 1 gaat."),
        (
            ["--together", "Ada Vosada", "Bo Vosbo", "--apart", "Bo Vosbo", "Ada Vosada"],
            "Wens 2 kan niet.",
        ),
    ],
)
def test_what_cannot_be(evening: Path, arguments: list[str], told: str) -> None:
    ran = samenkracht("tables", "--quiet", *arguments)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"Fout: {told}")
    assert "Vos" not in ran.err


def test_a_wish_about_somebody_who_does_not_come_is_told(evening: Path) -> None:
    book = load_workbook(evening)
    book["Aanmelding"].append(
        ["2026-09-02T10:00:00", "Mo Vosmo", "Bewoner", "0612345699", "Bijeenkomst 4", "Ja"]
    )
    book.save(evening)
    ran = samenkracht("tables", "--quiet", "--meeting", "3", "--together", "Ada Vosada", "Mo Vosmo")
    assert ran.code == 2
    assert ran.err.startswith("Fout: Wens 1 gaat over iemand die niet naar die bijeenkomst komt.\n")
    assert samenkracht("tables", "-n", "--meeting", "3", "--apart", "Ada Vosada", "Mo Vosmo").code == 0
    assert samenkracht("tables", "-n", "--meeting", "4", "--together", "Ada Vosada", "Mo Vosmo").code == 0


def test_a_meeting_that_was_held_is_shown_only(evening: Path) -> None:
    out = samenkracht("tables", "--quiet", "--dry-run", "--meeting", "2").out
    assert out.endswith("Er is niets opgeschreven: die bijeenkomst is al geweest.\n")


def test_nobody_comes_yet(responses: Path) -> None:
    said = "Nog niemand heeft gezegd naar bijeenkomst 3 te komen.\n"
    assert samenkracht("tables", responses, "-n", "--quiet").out == said


def test_namesakes_and_company_that_cannot_be_avoided(folder: Path) -> None:
    header = HEADER.replace("telefoonnummer? ", "telefoonnummer? | Wie heeft u gevraagd om mee te doen? ")
    people = [("Jan Bos", "0612345601", ""), ("Jan Bos", "0687654399", ""), ("Riet Smit", "", "Wim Kat")]
    people += [("Wim Kat", "", "")]
    rows = "\n".join(
        f"| 2026-09-01T10:{number:02}:00 | {name} | Bewoner | '{phone} | {by} | Bijeenkomst 1 | Ja |"
        for number, (name, phone, by) in enumerate(people)
    )
    write_workbook(folder / "antwoorden.xlsx", f"# Aanmelding\n{header}\n{rows}")
    out = samenkracht("tables", "-n", "--quiet").out
    assert out.count("Jan Bos (") == 2
    assert out.count("Riet Smit (") == 0
    assert "1 keer zit iemand bij wie hem of haar meenam: anders lukt het niet." in out


def test_who_sat_together_before(evening: Path) -> None:
    samenkracht("sync")
    out = samenkracht("tables", "-n", "--quiet", "--meeting", "4").out
    assert " paren zaten al eerder samen." in out
