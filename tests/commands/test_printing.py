"""`print`: everything on paper for a meeting, in a folder."""

import json
import re
import sys
from pathlib import Path

import pytest

from pipeline.summaries.printed import THINGS
from pipeline.templates import load_catalogue
from tests.commands.atelier import samenkracht
from tests.qr import addresses

CONFIG = """
[responses]
workbook = "antwoorden.xlsx"
[templates]
folder = "sjablonen"
[[meetings]]
date = 2026-09-03
[[meetings]]
date = 2026-10-01
place = "De Wissel"
"""


@pytest.fixture
def atelier(responses: Path) -> Path:
    """The small Atelier of two meetings, with links to its forms."""
    folder = responses.parent
    (folder / "config.toml").write_text(CONFIG, "utf-8")
    (folder / "sjablonen").mkdir()
    links = {"signup": "https://example.org/s", "signup:invitation": "https://example.org/s?by=U-CODE"}
    (folder / "formulieren.json").write_text(json.dumps({"forms": {}, "links": links}), "utf-8")
    return folder


def read(path: Path) -> str:
    return path.read_text("utf-8")


def test_everything_for_a_meeting(atelier: Path) -> None:
    ran = samenkracht("print", "--meeting", 1)
    assert ran.code == 0, ran.err
    folder = atelier / "afdrukken" / "bijeenkomst-1"
    listed = [line.split()[0] for line in ran.out.splitlines() if ".html  " in line]
    assert sorted([*listed, "overzicht.html"]) == sorted(path.name for path in folder.iterdir())
    assert ran.out.startswith(
        f"Voor bijeenkomst 1, in {Path('afdrukken/bijeenkomst-1')}:\n  zaal.html  Zaalblad\n"
    )
    assert f"Open {Path('afdrukken/bijeenkomst-1/overzicht.html')}" in ran.out
    assert "flappen.html" in listed
    assert "stembriefjes.html" not in listed
    assert "Bladzijden tekenen … klaar" in ran.err
    invited = read(folder / "uitnodigingen.html")
    assert "donderdag 1 oktober · De Wissel" in invited
    assert len(addresses(invited)) == 3 * invited.count('<section class="sheet">')
    pages = "".join(map(read, folder.iterdir()))
    assert "Saskia Duinker" in pages
    assert "Truus" not in pages
    assert not (atelier / "samenvatting.xlsx").exists()


def test_the_coming_meeting_is_the_usual_one(atelier: Path) -> None:
    assert samenkracht("print", "signin", "--quiet").out.startswith("Voor bijeenkomst 2")


def test_single_things_by_either_name_in_a_folder_of_choice(atelier: Path) -> None:
    ran = samenkracht("print", "Naamkaartjes", "badges", "flaps", "--out", "hier", "--quiet")
    assert ran.code == 0
    assert sorted(path.name for path in (atelier / "hier").iterdir()) == ["flappen.html", "naamkaartjes.html"]
    assert "overzicht" not in ran.out


def test_what_there_is_nothing_of_is_said(responses: Path) -> None:
    ran = samenkracht("print", "posters", "terugblik", "--meeting", 1, "--quiet")
    assert "Nog niets af te drukken: Posters met de formulieren, Terugblik" in ran.out
    assert "Ik ken geen links naar formulieren." in ran.out
    assert (ran.code, "Voor bijeenkomst" in ran.out, (responses.parent / "afdrukken").exists()) == (
        0,
        False,
        False,
    )


def test_an_unknown_thing_or_meeting(responses: Path) -> None:
    ran = samenkracht("print", "ballonnen")
    assert ran.code == 2
    assert "Ik kan ‘ballonnen’ niet afdrukken." in ran.err
    assert "zaal, posters, presentielijst, naamkaartjes" in ran.err
    assert "Bedoelt u" not in ran.err
    assert "Bedoelt u ‘naamkaartjes’?" in samenkracht("print", "naamkaartje").err
    ran = samenkracht("print", "--meeting", 7)
    assert (ran.code, "1, 2, 3, 4" in ran.err) == (2, True)


def test_a_folder_that_cannot_be_made(responses: Path) -> None:
    (responses.parent / "bezet").write_text("", "utf-8")
    ran = samenkracht("print", "circles", "--out", "bezet/map")
    assert ran.code == 1
    assert "cirkels.html" in ran.err


def test_a_pdf_beside_every_page(atelier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "pipeline.edges.paper.pdf.pdf_maker", lambda: lambda page: b"%PDF-" + page[:9].encode()
    )
    ran = samenkracht("print", "circles", "--pdf", "--out", ".", "--quiet")
    assert "cirkels.pdf" in ran.out
    assert (atelier / "cirkels.pdf").read_bytes().startswith(b"%PDF-<!DOCTYPE\n% samenkracht ")
    assert (atelier / "cirkels.html").exists()


def test_without_the_extra_nothing_is_made(atelier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    ran = samenkracht("print", "circles", "--pdf", "--out", "hier")
    assert ran.code == 1
    assert "Of laat --pdf weg" in ran.err
    assert not (atelier / "hier").exists()


def test_what_is_true_no_longer_is_taken_away_but_nobodys_own_page(
    atelier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.edges.paper.pdf.pdf_maker", lambda: lambda _page: b"%PDF-1\n")
    folder = atelier / "afdrukken" / "bijeenkomst-1"
    samenkracht("print", "cirkels", "flappen", "zaal", "--pdf", "--meeting", 1, "--quiet")
    ours = (folder / "cirkels.html").read_bytes()
    (folder / "terugblik.html").write_bytes(ours)
    (folder / "zaal.pdf").write_bytes(ours + b"van mij")
    (folder / "oorkondes.html").write_text("van mij", "utf-8")
    (folder / "oorkondes.pdf").mkdir()
    ran = samenkracht("print", "--meeting", 1, "--quiet")
    assert "Weggehaald, want het klopt niet meer: cirkels.pdf, flappen.pdf, terugblik.html\n" in ran.out
    assert (folder / "cirkels.html").exists()
    assert "  cirkels.html  " in ran.out
    assert {"oorkondes.html", "oorkondes.pdf", "zaal.pdf"} <= {path.name for path in folder.iterdir()}
    again = samenkracht("print", "terugblik", "--meeting", 1, "--quiet")
    assert "Weggehaald" not in again.out


def test_a_page_of_the_team(atelier: Path) -> None:
    own = atelier / "sjablonen" / "print"
    own.mkdir()
    (own / "circles.html.j2").write_text("Onze eigen cirkels", "utf-8")
    assert samenkracht("print", "cirkels", "--out", ".", "--quiet").code == 0
    assert read(atelier / "cirkels.html").startswith("Onze eigen cirkels\n<!-- samenkracht ")
    (own / "circles.html.j2").write_text("{% if", "utf-8")
    ran = samenkracht("print", "cirkels", "--out", ".", "--quiet")
    assert (ran.code, "De bladzijde circles.html.j2 klopt niet in regel 1" in ran.err) == (3, True)


def test_in_english(atelier: Path) -> None:
    config = read(atelier / "config.toml")
    (atelier / "config.toml").write_text(f'language = "en"\n{config}', "utf-8")
    ran = samenkracht("--language", "en", "print", "badges", "--quiet")
    assert ran.out.startswith(
        f"For meeting 2, in {Path('afdrukken/meeting-2')}:\n  badges.html  Name badges\n"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_names_everything(language: str) -> None:
    texts = load_catalogue().texts["print"]
    told = " ".join(samenkracht("--language", language, "print", "--help").out.split())
    listed = re.split(", |: |[.]", told.replace("- ", "-"))
    assert [key for key in THINGS if texts[f"file_{key}"][language] not in listed] == []
