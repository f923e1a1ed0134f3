"""`people`: who is who in any list."""

import codecs
import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from pipeline.edges.workbook.lists import save_list
from pipeline.model.errors import UserError
from tests.commands.atelier import samenkracht, write_workbook

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-people-1.json"

PEOPLE = """\
Naam;E-mailadres;Telefoonnummer;Postcode;Opmerking
Fatma Özbirgül;fatma@post.test;06 1234 5601;2531 AB;
Kees Kwadraat;kees@post.test;06 1234 5602;2532 CD;belt; graag
;;;;
F. Ozbirgul;fatma@post.test;+31 6 1234 5601;;

Piet Paalwonner;piet.paalwonner@post.test;;2533 EF;
Piet Paalwonner;;;;
"""
COUNTED = "6 rijen, 4 mensen\n1 paar om te bekijken; daarna zijn het er waarschijnlijk ongeveer 3\n"
COLUMNS = """\
  --name          Naam
  --email         E-mailadres
  --phone         Telefoonnummer
  --postcode      Postcode
Niet gebruikt: Opmerking
"""


@pytest.fixture
def people(folder: Path) -> Path:
    path = folder / "lijst.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def table(text: str, separator: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def test_what_it_tells_by_itself(people: Path) -> None:
    ran = samenkracht("people", people.name)
    assert (ran.code, ran.err) == (0, "Berekenen … klaar\n")
    following = "Volgende stap: samenkracht people lijst.csv --out people.csv --possible possible.csv\n"
    assert ran.out == COUNTED + COLUMNS + following


def test_every_row_with_its_person_and_the_pairs_to_look_at(people: Path) -> None:
    ran = samenkracht("people", people, "--out", "wie.csv", "--possible", "paren.csv")
    assert ran.out == f"{COUNTED}De uitkomsten staan in wie.csv, paren.csv.\n{COLUMNS}"
    rows = table((people.parent / "wie.csv").read_text("utf-8"))
    assert rows[0] == ["Naam", "E-mailadres", "Telefoonnummer", "Postcode", "Opmerking", "", "person"]
    assert rows[2] == ["Kees Kwadraat", "kees@post.test", "06 1234 5602", "2532 CD", "belt", " graag", "2"]
    assert [row[-1] for row in rows[1:]] == ["1", "2", "", "1", "5", "6"]
    pairs = table((people.parent / "paren.csv").read_text("utf-8"))
    assert pairs[0][:6] == ["row_a", "row_b", "likeness", "because", "Naam (a)", "Naam (b)"]
    assert pairs[1][4:8] == ["Piet Paalwonner", "Piet Paalwonner", "piet.paalwonner@post.test", ""]
    assert pairs[1][:2] == ["5", "6"]
    assert 0 < float(pairs[1][2]) < 1
    assert "dezelfde achternaam" in pairs[1][3]


def test_to_the_terminal_in_english(people: Path) -> None:
    ran = samenkracht("--language", "en", "people", people, "--possible", "-", "--quiet")
    assert ran.err == ""
    assert "the same surname" in ran.out
    loud = samenkracht("people", people, "--out", "-")
    assert loud.out.endswith("Piet Paalwonner;;;;;;6\n")
    assert loud.err == f"Berekenen … klaar\n{COUNTED}{COLUMNS}"


def test_as_a_document(people: Path) -> None:
    ran = samenkracht("people", people, "--json", "-", "--quiet")
    document = json.loads(ran.out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    assert (document["rows"], document["people"], document["likely_people"]) == (6, 4, 3)
    assert document["person"] == [1, 2, None, 1, 5, 6]
    assert document["columns"]["phone"] == ["Telefoonnummer"]
    (one,) = document["several"]
    assert (one["person"], one["rows"]) == (1, [1, 4])
    assert "same_phone" in one["because"][0]["because"]
    assert [(pair["row_a"], pair["row_b"]) for pair in document["possible"]] == [(5, 6)]
    samenkracht("people", people, "--json", "wie.json", "--quiet")
    assert (people.parent / "wie.json").read_text("utf-8") == ran.out


def test_why(people: Path) -> None:
    ran = samenkracht("people", people, "--explain", "--quiet")
    first, reasons, doubt = ran.out.splitlines()
    assert first == "De rijen 1 en 4 zijn één persoon."
    assert reasons.startswith("  1 en 4: een voorletter")
    assert "hetzelfde telefoonnummer" in reasons
    assert doubt.startswith("Misschien 5 en 6: dezelfde voornaam en dezelfde achternaam")
    assert samenkracht("people", people, "--explain", "4", "--quiet").out.splitlines() == [first, reasons]
    alone = samenkracht("people", people, "--explain", "6", "--quiet").out.splitlines()
    assert alone == ["Rij 6 hoort bij geen andere rij.", doubt]
    assert samenkracht("people", people, "--explain", "2").err == f"Berekenen … klaar\n{COUNTED}{COLUMNS}"


@pytest.mark.parametrize("row", ["0", "7", "x", "²"])
def test_a_row_that_is_not_there(people: Path, row: str) -> None:
    ran = samenkracht("people", people, "--explain", row, "--out", "wie.csv")
    assert ran.code == 2
    assert f"Er is geen rij ‘{row}’." in ran.err
    assert "De lijst heeft 6 rijen" in ran.err
    assert not (people.parent / "wie.csv").exists()


def test_columns_that_somebody_names(people: Path) -> None:
    ran = samenkracht("people", people, "--name", "opmerking", "--without", "E-mailadres")
    assert "  --name          Opmerking\n  --phone         Telefoonnummer\n" in ran.out
    assert "--email" not in ran.out
    assert "Niet gebruikt: Naam\n" in ran.out
    assert "--name opmerking --without E-mailadres --out people.csv --possible possible.csv" in ran.out


def test_a_column_that_is_not_there(people: Path) -> None:
    ran = samenkracht("people", people, "--name", "Naam", "--email", "Mail")
    assert (ran.code, ran.out) == (2, "")
    assert "‘lijst.csv’ heeft geen kolom ‘Mail’." in ran.err
    assert "Naam, E-mailadres, Telefoonnummer, Postcode, Opmerking" in ran.err


def test_a_list_of_something_else(folder: Path) -> None:
    (folder / "planten.csv").write_text("Soort,Aantal\nEik,3\n", encoding="utf-8")
    ran = samenkracht("people", "planten.csv")
    assert ran.code == 2
    assert "Ik vind in ‘planten.csv’ geen kolommen die zeggen wie iemand is." in ran.err
    assert "Soort, Aantal" in ran.err


def test_an_empty_list(folder: Path) -> None:
    (folder / "leeg.csv").write_text("\n\n", encoding="utf-8")
    ran = samenkracht("people", "leeg.csv")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "Fout: ‘leeg.csv’ is leeg.")


def test_a_header_alone(folder: Path) -> None:
    (folder / "kop.csv").write_text("Naam,E-mail\n", encoding="utf-8")
    assert samenkracht("people", "kop.csv").out.startswith("0 rijen, 0 mensen\n  --name")


def test_a_list_without_a_header_that_ran_before(folder: Path) -> None:
    (folder / "kaal.csv").write_text("Jan Kwist,jan@post.test\nFatma Bos,f@post.test\n", encoding="utf-8")
    ran = samenkracht("people", "kaal.csv", "--out", "-", "--quiet")
    assert ran.out == "1,2,person\nJan Kwist,jan@post.test,1\nFatma Bos,f@post.test,2\n"
    (folder / "nogmaals.csv").write_text("Naam,Person\nJan Kwist,7\n", encoding="utf-8")
    again = samenkracht("people", "nogmaals.csv", "--out", "-", "--quiet")
    assert again.out == "Naam,person (input),person\nJan Kwist,7,1\n"


def test_a_list_of_names_alone_loses_nobody(folder: Path) -> None:
    (folder / "kaal.csv").write_text("Jan de Vries\nJ. de Vries\nFatma Yılmaz\nFatma Yilmaz\n", "utf-8")
    ran = samenkracht("people", "kaal.csv")
    assert ran.out.startswith("4 rijen, ")
    assert "eerste rij" not in ran.out


def test_a_first_row_that_may_be_somebody(folder: Path) -> None:
    (folder / "kaal.csv").write_text("Xhevahire Berisha\nJan de Vries\nFatma Kaya\n", encoding="utf-8")
    ran = samenkracht("people", "kaal.csv")
    assert ran.out.startswith(
        "2 rijen, 2 mensen\n"
        "  --name          Xhevahire Berisha\n"
        "De eerste rij is gelezen als kop. Is het iemand? Noem de kolommen dan bij nummer: --name 1\n"
    )
    assert samenkracht("people", "kaal.csv", "--name", "1").out.startswith("3 rijen, 3 mensen\n  --name  ")
    asked = samenkracht("people", "kaal.csv", "--name", "xhevahire berisha").out
    assert asked.startswith("2 rijen, 2 mensen\n  --name  ")
    assert samenkracht("people", "kaal.csv", "--without", "Jan").code == 2


def test_no_cell_of_what_may_be_somebody_in_an_error(folder: Path) -> None:
    (folder / "kaal.csv").write_text("Xhevahire Berisha;Zwerm\nQendresa Gashi;Zoem\n", encoding="utf-8")
    for arguments in ((), ("--email", "Mail")):
        ran = samenkracht("people", "kaal.csv", *arguments)
        assert ran.code == 2
        assert "In de eerste rij herken ik geen kop. Aantal kolommen: 2." in ran.err
        assert "Berisha" not in ran.err
    assert "--name 1 --phone 2" in samenkracht("people", "kaal.csv").err


def test_bars_between_cells(folder: Path) -> None:
    (folder / "lijst.csv").write_text("Naam|Telefoon\nJan Bos|0612345679\nJ. Bos|0612345679\n", "utf-8")
    ran = samenkracht("people", "lijst.csv", "--out", "-", "--quiet")
    assert ran.out == "Naam|Telefoon|person\nJan Bos|0612345679|1\nJ. Bos|0612345679|1\n"


WORKBOOK = """
# Uitleg
| Lees mij |
| Hier staan mensen |
# Mensen
| Naam | E-mail |
| Jan Kwist | jan@post.test |
| J. Kwist | jan@post.test |
# Meer mensen
| Naam | E-mail |
| Fatma Bos | f@post.test |
"""


def test_a_workbook(folder: Path) -> None:
    write_workbook(folder / "boek.xlsx", WORKBOOK)
    ran = samenkracht("people", "boek.xlsx", "--out", "-", "--quiet")
    assert ran.out == "Naam,E-mail,person\nJan Kwist,jan@post.test,1\nJ. Kwist,jan@post.test,1\n"
    named = samenkracht("people", "boek.xlsx", "--tab", "Meer mensen")
    assert named.out.startswith("1 rij, 1 persoon\n")
    assert "tabblad" not in named.out
    assert "--tab 'Meer mensen' --out" in named.out
    first = samenkracht("people", "boek.xlsx").out
    assert (
        "Alleen het tabblad ‘Mensen’ is gelezen, niet: Uitleg, Meer mensen. Kies er een met --tab." in first
    )
    missing = samenkracht("people", "boek.xlsx", "--tab", "Weg")
    assert missing.code == 2
    assert "Uitleg, Mensen, Meer mensen" in missing.err


TITLED = """
# Leden
| Ledenlijst 2026 |      |
| bijgewerkt 3 mei |     |
| Naam | E-mail | Plaats |
| Jan Kwist | jan@post.test | Dorp |
| J. Kwist | jan@post.test | Dorp |
"""


WIDE = "Naam;E-mail;Plaats;Telefoon / Jan Kwist;jan@post.test;Dorp; / Fatma Bos;f@post.test;Stad;"
NARROW = "Naam;E-mail;Plaats / Jan Kwist;jan@post.test;Dorp / Fatma Bos;f@post.test;Stad"


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        # titles, and what they say of the list
        (f"Stichting Welzijn / {WIDE}", {"name": "Naam"}),
        (f"Naam: De Brug / {WIDE}", {"name": "Naam"}),
        (f"Locatie:;De Brug / Naam activiteit:;Koken / {NARROW}", {"name": "Naam"}),
        (f"a / b / c / d / e / f / g / h / {WIDE}", {"name": "Naam"}),
        # two rows: the lower one names more, and where it is empty the upper one counts
        (f"Wie;;Waar / {WIDE}", {"name": "Naam"}),
        (
            "Naam;;Contact;E-mail / Voornaam;Achternaam;Telefoon;E-mail"
            " / Jan;Kwist;0612345679;jan@post.test / Fatma;Bos;0687654329;f@post.test",
            {"given": "Voornaam", "family": "Achternaam"},
        ),
        (
            "Deelnemer;Stichting;Contact;; / ;;Telefoon;E-mail;Postcode"
            " / Xandri Qomel;Brug;0612345679;;2531 AB / Els;Kade;;els@post.test;2532 CD",
            {"name": "Deelnemer", "organisation": "Stichting"},
        ),
        (f"Name;Email;City;Phone / {WIDE}", {"name": "Naam"}),
        # somebody whose cells hold words of a header is none
        ("Naam;Liefst;Anders / Jan;e-mail;telefoon / Els;telefoon;e-mail", {"name": "Naam"}),
        (
            "Wie;E-mail;Plaats / Mobiel Team Jan;;Stad aan 't Haringvliet / Els;els@post.test;Delft",
            {"city": "Plaats"},
        ),
        # a header is one, though Door is a first name, too
        ("Naam;E-mailadres;Door wie gevraagd / Jan Kwist;; / Fatma Bos;;Jan Kwist", {"name": "Naam"}),
    ],
)
def test_where_a_list_begins(folder: Path, lines: str, columns: dict[str, str]) -> None:
    (folder / "leden.csv").write_text("\n".join(lines.split(" / ")) + "\n", "utf-8")
    told = samenkracht("people", "leden.csv").out
    assert told.startswith("2 rijen, 2 mensen\n")
    for kind, header in columns.items():
        assert f"  --{kind:14}{header}\n" in told


def test_a_header_below_titles_and_an_outcome_for_excel(folder: Path) -> None:
    write_workbook(folder / "leden.xlsx", TITLED)
    ran = samenkracht("people", "leden.xlsx")
    assert ran.out.startswith("2 rijen, 1 persoon\n")
    assert ran.out.endswith("leden.xlsx --out people.xlsx --possible possible.xlsx\n")
    assert "  --name          Naam\n" in ran.out
    samenkracht("people", "leden.xlsx", "--out", "wie.xlsx")
    sheet = load_workbook(folder / "wie.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Naam", "E-mail", "Plaats", "person"],
        ["Jan Kwist", "jan@post.test", "Dorp", 1],
        ["J. Kwist", "jan@post.test", "Dorp", 1],
    ]


def test_no_cell_becomes_a_formula(folder: Path) -> None:
    rows = ["Naam;Telefoon", "Piet Bos;+31 6 1234 5678", "Piet Bos;=1+1", "Piet Bos;@x", "Piet Bos;-x"]
    (folder / "lijst.csv").write_text("\n".join(rows), encoding="utf-8")
    samenkracht("people", "lijst.csv", "--name", "Naam", "--phone", "Telefoon", "--out", "wie.xlsx")
    sheet = load_workbook(folder / "wie.xlsx").worksheets[0]
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=1+1", "s")
    ran = samenkracht("people", "lijst.csv", "--phone", "Telefoon", "--possible", "-", "--quiet")
    said = {text for row in table(ran.out)[1:] for text in row[6:]}
    assert said == {"+31 6 1234 5678", "'=1+1", "'@x", "'-x"}


def test_a_list_with_a_person_runs_nothing_either_and_says_what_it_changed(folder: Path) -> None:
    rows = (
        'Naam;Telefoon;Opmerking\nPiet Bos;+31 6 1234 5678;"=HYPERLINK(""http://x.test"")"\nPiet Bos;;- 5\n'
    )
    (folder / "lijst.csv").write_text(rows, encoding="utf-8")
    ran = samenkracht("people", "lijst.csv", "--out", "wie.csv")
    assert "1 cel begon als een formule" in ran.out
    assert table((folder / "wie.csv").read_text("utf-8"))[1:] == [
        ["Piet Bos", "+31 6 1234 5678", '\'=HYPERLINK("http://x.test")', "1"],
        ["Piet Bos", "", "- 5", "2"],
    ]
    again = samenkracht("people", "wie.csv", "--out", "weer.csv")
    assert "formule" not in again.out
    assert "formule" not in samenkracht("people", "lijst.csv", "--out", "wie.xlsx").out
    assert load_workbook(folder / "wie.xlsx").worksheets[0]["C2"].value == '=HYPERLINK("http://x.test")'


@pytest.mark.parametrize("title", ["Bewoners die zijn uitgenodigd", "Deelnemers en hun rol"])
def test_a_title_that_speaks_of_roles_or_invitations_is_no_header(folder: Path, title: str) -> None:
    rows = f"{title};;\nNaam;Telefoon;Rol\nJan Duin;0612345679;Bewoner\nJan Duin;0612345679;Bewoner\n"
    (folder / "lijst.csv").write_text(rows, encoding="utf-8")
    ran = samenkracht("people", "lijst.csv")
    assert ran.out.startswith("2 rijen, 1 persoon\n")
    assert "  --role          Rol\n" in ran.out


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Jan Kwist;Kerkweg 4;Dorp\nAd;Naam;Dorp\nPiet Bos;Steeg 1;Dorp\n", "3 rijen, "),
        ("Adressen;;\n\nPiet Bos;06 12345678;x@post.test\n", "1 rij, "),
        ("first;last;DOB\nJohn;Smith;3/29/61\nJohn;Smith;03/29/1961\n", "2 rijen, 1 persoon"),
    ],
)
def test_what_is_no_title(folder: Path, rows: str, told: str) -> None:
    (folder / "lijst.csv").write_text(rows, encoding="utf-8")
    assert samenkracht("people", "lijst.csv").out.startswith(told)


def test_an_outcome_opens_where_the_list_did(folder: Path) -> None:
    (folder / "excel.csv").write_bytes("Naam;Plaats\r\nJürgen Bos;Dorp\r\n".encode("cp1252"))
    samenkracht("people", "excel.csv", "--out", "wie.csv")
    written = (folder / "wie.csv").read_bytes()
    assert written.decode("utf-8-sig") == "Naam;Plaats;person\nJürgen Bos;Dorp;1\n"
    assert written.startswith(codecs.BOM_UTF8)
    (folder / "een.csv").write_text("Naam\nJan Bos\n", encoding="utf-8")
    assert samenkracht("people", "een.csv", "--out", "-", "--quiet").out == "Naam,person\nJan Bos,1\n"


def test_what_cannot_be_written_is_told_before_any_work(people: Path) -> None:
    ran = samenkracht("people", people, "--out", "wie.ods")
    assert (ran.code, ran.out) == (2, "")
    assert "Berekenen" not in ran.err
    assert "Ik schrijf geen ‘wie.ods’." in ran.err
    (people.parent / ".~lock.wie.xlsx#").write_text("")
    ran = samenkracht("people", people, "--possible", "wie.xlsx")
    assert "‘wie.xlsx’ staat open in een rekenprogramma." in ran.err


def test_a_list_longer_than_a_sheet(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ([number] for number in range(3))
    monkeypatch.setattr("pipeline.edges.workbook.lists.MOST_ROWS", 2)
    with pytest.raises(UserError) as told:
        save_list(folder / "lang.xlsx", rows)
    assert told.value.details["rows"] == 2
    assert not list(folder.iterdir())


def test_nothing_is_written_over(people: Path) -> None:
    ran = samenkracht("people", people, "--out", people)
    assert (ran.code, people.read_text("utf-8")) == (2, PEOPLE)
    assert "Ik schrijf niet over de lijst zelf heen: lijst.csv." in ran.err
    twice = samenkracht("people", people, "--out", "-", "--json", "-")
    assert (twice.code, twice.out) == (2, "")
    assert "Twee uitkomsten zouden naar dezelfde plek gaan." in twice.err


def test_where_nothing_can_be_written(people: Path) -> None:
    ran = samenkracht("people", people, "--out", people.parent / "weg" / "wie.csv")
    assert ran.code != 0
    assert "wie.csv" in ran.err


def test_a_file_that_is_not_there(folder: Path) -> None:
    ran = samenkracht("people", "weg.csv")
    assert ran.code == 1
    assert ran.err.startswith("Fout: Er is geen ‘weg.csv’.\n")
