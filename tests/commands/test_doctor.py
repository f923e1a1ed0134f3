"""`doctor`: a tick for what is in order, a repair for what is not."""

from pathlib import Path

import pytest

from pipeline import __version__
from tests.commands.atelier import RESPONSES, samenkracht, write_workbook


def ticks(out: str) -> list[str]:
    return out.splitlines()[1:]


def test_before_the_first_sync(responses: Path) -> None:
    ran = samenkracht("doctor")
    assert ran.code == 0
    assert ran.out.startswith("✓ Python 3.")
    assert __version__ in ran.out.splitlines()[0]
    assert ticks(ran.out) == [
        "· Geen instellingen, dus alles is zoals gewoonlijk; samenkracht init maakt ze",
        "✓ De woorden van 14 formulieren en 17 tabbladen",
        "✓ De antwoorden: antwoorden.xlsx, tabbladen: 4",
        "· De samenvatting: samenvatting.xlsx is er nog niet",
        "✓ Aanmelding: tabblad ‘Aanmelding’, rijen: 5, waarvan leeg: 0",
        "✓ Presentie: tabblad ‘Presentie’, rijen: 6, waarvan leeg: 0",
        "✓ Idee: tabblad ‘Idee’, rijen: 2, waarvan leeg: 0",
        "✓ Stemmen: tabblad ‘Stemmen’, rijen: 2, waarvan leeg: 0",
        "· Vragen die op uw beslissing wachten: 1",
        "✓ De samenvatting kan geschreven worden",
    ]
    assert [file.name for file in responses.parent.iterdir()] == ["antwoorden.xlsx"]


def test_after_a_sync_with_settings(responses: Path) -> None:
    (responses.parent / "config.toml").write_text("")
    write_workbook(responses, RESPONSES.replace("Willem Koolhaas", "Guus Zwaneveld"))
    samenkracht("sync")
    lines = ticks(samenkracht("doctor").out)
    assert "✓ De instellingen: config.toml" in lines
    assert "✓ De samenvatting: samenvatting.xlsx, tabbladen: 27" in lines
    assert "✓ Er wachten geen vragen op een beslissing" in lines


def test_what_is_not_used_is_noted(responses: Path) -> None:
    headers = "Over welk deelthema gaat deze flap? | Welk deel vult u in? | Wat schrijft u op? | Kleur"
    extra = f"""\
# Boodschappen
| Wat | Hoeveel |
| Koffie | 2 |
# Flap
| {headers} |
| Eten | Wat speelt er | Het is duur | rood |
"""
    write_workbook(responses, RESPONSES + extra)
    lines = ticks(samenkracht("doctor").out)
    assert "· Het tabblad ‘Boodschappen’ wordt niet gebruikt" in lines
    assert "· Flap: de kolom ‘Kleur’ wordt niet gebruikt" in lines


def test_wrong_settings(folder: Path) -> None:
    (folder / "config.toml").write_text("languge = 'nl'\n")
    ran = samenkracht("doctor")
    assert ran.code == 1
    assert ticks(ran.out) == [
        "✗ De instellingen, de woorden en de bestanden",
        "    config.toml, regel 1: hier is geen instelling ‘languge’.",
        "    Bedoelt u ‘language’?",
        "    Verbeter de regel. Een nieuw bestand legt elke instelling uit: samenkracht init MAP",
    ]


def test_no_responses(folder: Path) -> None:
    ran = samenkracht("doctor", "weg.xlsx")
    assert ran.code == 1
    assert "✗ De antwoorden en de samenvatting\n    Er is geen ‘weg.xlsx’." in ran.out
    assert ran.out.endswith("✓ De samenvatting kan geschreven worden\n")


@pytest.mark.parametrize("lock", ["~$samenvatting.xlsx", ".~lock.samenvatting.xlsx#"])
def test_an_open_summary(responses: Path, lock: str) -> None:
    (responses.parent / lock).write_text("")
    ran = samenkracht("doctor")
    assert ran.code == 1
    assert "✗ De samenvatting schrijven\n    ‘samenvatting.xlsx’ staat open in een rekenprogramma." in ran.out


def test_an_error_that_explains_itself(folder: Path) -> None:
    (folder / "config.toml").write_text("[atelier]\ntitle = 3\n")
    assert ticks(samenkracht("doctor").out)[1:] == [
        "    config.toml, regel 2: ‘title’ is tekst, tussen aanhalingstekens.",
        "    Verbeter de regel. Een nieuw bestand legt elke instelling uit: samenkracht init MAP",
    ]
