"""`tree`: who brought whom, in a file to show or to print."""

from pathlib import Path
from string import ascii_uppercase

from tests.commands.atelier import samenkracht, write_workbook


def test_a_picture(responses: Path) -> None:
    ran = samenkracht("tree", "--picture", "boom.svg", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "De boom staat in boom.svg.\n", "")
    drawn = (responses.parent / "boom.svg").read_text("utf-8")
    assert "Saskia Duinker" in drawn
    assert "Truus" not in drawn
    assert "5 mensen, 2 generaties" in drawn
    assert samenkracht("tree", "--picture", "-", "--quiet").out == drawn
    assert not (responses.parent / "samenvatting.xlsx").exists()


def test_codes_only(responses: Path) -> None:
    drawn = samenkracht("tree", "--picture", "-", "--codes").out
    assert "5 mensen" in drawn
    assert not [name for name in ("Saskia", "Emre", "Truus", "Wim", "Willem") if name in drawn]


def test_a_page_to_print(responses: Path) -> None:
    assert samenkracht("tree").out == "De boom staat in boom.html.\n"
    assert samenkracht("tree", "--picture", "Tree.HTML", "--language", "en").code == 0
    page = (responses.parent / "Tree.HTML").read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "5 people, 2 generations" in page


def test_more_than_a_sheet(folder: Path) -> None:
    names = [f"{first}la {last}om" for first in ascii_uppercase for last in ascii_uppercase]
    rows = (
        f"| 2026-09-02T10:{nth % 60:02}:{nth // 60:02} | {name} | Bewoner |"
        for nth, name in enumerate(names[:151])
    )
    write_workbook(
        folder / "antwoorden.xlsx",
        "\n".join(
            [
                "# Aanmelding",
                "| Tijdstempel | Wat is uw naam? | Hoe doet u mee? | "
                "Mag het team uw gegevens bewaren tot dit Atelier is afgerond? |",
                *(f"{row} Ja |" for row in rows),
            ]
        ),
    )
    drawn = samenkracht("tree", "--picture", "-").out
    assert "blad 1 van 3" in drawn
    assert 'id="sheet-3"' in drawn


def test_another_kind_of_file(responses: Path) -> None:
    ran = samenkracht("tree", "--picture", "boom.pdf")
    assert ran.code == 2
    assert ran.err == (
        "Fout: Ik teken de boom als .svg / .html, niet als ‘boom.pdf’.\n"
        "  Geef het een naam die eindigt op .svg, of op .html om te printen.\n"
    )
