"""`sync`: the main job, as somebody sees it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from pipeline import __version__
from pipeline.app.config import Config
from pipeline.app.report import sync_document
from pipeline.app.sync import sync
from pipeline.app.workplace import Workplace, find_config, find_places, open_workplace
from pipeline.edges.interface import StaleError
from pipeline.edges.workbook.writer import WorkbookTarget
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.tab import Draft
from tests.commands.atelier import RESPONSES, cells, samenkracht, titles, write_workbook

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-sync-1.json"
NOW = datetime(2026, 11, 18, 19, 14, 5, 999, tzinfo=UTC)

FIRST_TIME = """\
samenvatting.xlsx is bijgewerkt.

Voor het eerst
       5  Deelnemers
       2  Aanwezig bij bijeenkomst 1
       4  Aanwezig bij bijeenkomst 2
       6  Inzendingen Presentie
       2  Inzendingen Idee
       5  Inzendingen Aanmelding
       2  Inzendingen Stemmen
       2  Ideeën
       4  Stickers geteld
       2  Stickers die niet meetelden
       1  Open vragen in Controle
  Bij bijeenkomst 2: 4 mensen, ×2,0.

1 ding vraagt om uw beslissing
"""


def place(folder: Path, config: Config | None = None) -> Workplace:
    config = config or Config(Settings())
    return open_workplace(config, *find_places(config, folder / "antwoorden.xlsx", None, folder))


def test_the_first_sync_tells_what_there_is(responses: Path) -> None:
    ran = samenkracht("sync", responses)
    assert ran.code == 0
    assert ran.out.startswith(FIRST_TIME)
    assert ran.out.endswith(
        f"Volgende stap: samenkracht review {responses}   (of vul het tabblad Controle in)\n"
    )
    assert ran.err.splitlines()[:2] == ["Antwoorden ophalen … 4 formulieren, 15 rijen", "Berekenen … klaar"]
    assert (responses.parent / "samenvatting.xlsx").exists()


def test_a_second_sync_changes_no_byte(responses: Path) -> None:
    samenkracht("sync")
    before = {file.name: file.read_bytes() for file in responses.parent.iterdir()}
    ran = samenkracht("sync")
    assert ran.out.startswith("Alles was al bij.\n\n1 ding vraagt om uw beslissing")
    assert {file.name: file.read_bytes() for file in responses.parent.iterdir()} == before


def test_it_tells_what_is_new_since_last_time(responses: Path) -> None:
    first = sync(place(responses.parent), NOW)
    assert first.before is None
    write_workbook(responses, RESPONSES + "| 2026-10-01T21:02:00 | Wim Koolhaas | 2 | 2 |  |  |\n")
    ran = samenkracht("sync")
    assert "Sinds 18 november, 20:14\n      +1  Inzendingen Stemmen (3)\n" in ran.out


def test_english(responses: Path) -> None:
    ran = samenkracht("sync", "--language", "en")
    assert "For the first time\n       5  Participants\n" in ran.out
    assert "Present at meeting 2: 4 people, ×2.0." in ran.out
    assert "Participants" in titles(responses.parent / "samenvatting.xlsx")


def test_quiet(responses: Path) -> None:
    assert samenkracht("sync", "--quiet").err == ""


@pytest.mark.parametrize("option", ["--dry-run", "-n", "--check"])
def test_looking_writes_nothing(responses: Path, option: str) -> None:
    ran = samenkracht("sync", option)
    assert ran.code == (6 if option == "--check" else 0)
    assert ran.out.startswith("samenvatting.xlsx zou veranderen:\n  Overzicht, Deelnemers,")
    assert [file.name for file in responses.parent.iterdir()] == ["antwoorden.xlsx"]


def test_check_of_what_is_up_to_date(responses: Path) -> None:
    samenkracht("sync")
    assert samenkracht("sync", "--check").code == 0


def test_the_json_document_and_nothing_else(responses: Path) -> None:
    ran = samenkracht("sync", "--json")
    document = json.loads(ran.out)
    jsonschema.validate(document, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert ran.err == ""
    assert (document["status"], document["dry_run"], document["before"]) == ("written", False, None)
    assert document["read"][0] == {"form": "signup", "rows": 5, "blank": 0, "responses": 5, "replaced": 0}
    assert {"tab": "participants", "cells": document["changed"][1]["cells"]} == document["changed"][1]
    assert document["changed"][-1]["tab"] == "memory"
    assert document["refused"] == {"own_group": 1, "unknown_idea": 1}
    assert [question["code"] for question in document["asked"]] == ["possible_duplicate"]
    again = json.loads(samenkracht("sync", "--json", "--dry-run").out)
    assert (again["status"], again["dry_run"], again["changed"]) == ("up_to_date", True, [])
    assert again["before"] == again["counts"] == document["counts"]


def test_findings_are_counted_by_severity_and_code(responses: Path) -> None:
    write_workbook(responses, RESPONSES + "# Boodschappen\n| Wat | Hoeveel |\n| Koffie | 2 |\n")
    document = json.loads(samenkracht("sync", "--json").out)
    assert document["findings"] == {"decide": {}, "info": {"tab_not_used": 1}, "warn": {}}


def test_the_json_document_names_nobody(responses: Path) -> None:
    text = samenkracht("sync", "--json", "-n").out
    assert not any(name in text for name in ("Saskia", "Emre", "Truus", "Koolhaas", "06"))


def test_an_unknown_tab_is_only_counted_as_another(responses: Path) -> None:
    workplace = place(responses.parent)
    report = sync(workplace, NOW, write=False)
    report.plan.changes["Van Truus"] = 3  # type: ignore[index]
    document = sync_document(report, workplace.catalogue, dry_run=True)
    assert document["changed"][-1] == {"tab": "other", "cells": 3}  # type: ignore[index]
    assert document["status"] == "would_change"


def test_the_log_keeps_version_moment_and_counts(responses: Path) -> None:
    report = sync(place(responses.parent), NOW)
    log = cells(responses.parent / "samenvatting.xlsx", "Logboek")
    row = next(row for row in log if row and isinstance(row[0], datetime))
    assert row[0] == datetime(2026, 11, 18, 20, 14, 5)
    assert __version__ in row
    assert report.counts["participants"] in row


def test_a_summary_of_ones_own(responses: Path) -> None:
    assert samenkracht("sync", responses, "--out", "uit.xlsx").code == 0
    assert (responses.parent / "uit.xlsx").exists()


def test_the_settings_say_where_things_are(folder: Path) -> None:
    (folder / "in").mkdir()
    write_workbook(folder / "in" / "a.xlsx")
    (folder / "config.toml").write_text(
        'language = "en"\n[responses]\nworkbook = "in/a.xlsx"\n[summary]\nworkbook = "b.xlsx"\n'
    )
    ran = samenkracht("sync")
    assert ran.out.startswith("b.xlsx is up to date.")
    assert (folder / "b.xlsx").exists()


def test_a_folder_of_tables(folder: Path) -> None:
    (folder / "csv").mkdir()
    (folder / "csv" / "Idee.csv").write_text(
        "Tijdstempel;Aan welke tafel zit u?;Wat is het idee?\n;1;Samen koken\n"
    )
    assert samenkracht("sync", "csv").code == 0
    assert (folder / "csv" / "samenvatting.xlsx").exists()
    assert samenkracht("sync", "csv").out.startswith("Alles was al bij.")


def test_named_settings_that_are_not_there(folder: Path) -> None:
    ran = samenkracht("--config", "weg.toml", "sync")
    assert ran.code == 3
    assert ran.err == (
        "Fout: Het bestand met instellingen, weg.toml, bestaat niet.\n  Maak er een met: samenkracht init\n"
    )


def test_nothing_says_where_the_responses_are(folder: Path) -> None:
    ran = samenkracht("sync")
    assert ran.code == 3
    assert "Er staat geen config.toml en geen antwoorden.xlsx in deze map." in ran.err


def test_the_summary_never_overwrites_the_responses(responses: Path) -> None:
    ran = samenkracht("sync", responses, "--out", responses)
    assert ran.code == 2
    assert "hetzelfde bestand" in ran.err


def test_an_error_ends_the_line_of_its_step(folder: Path) -> None:
    ran = samenkracht("sync", "weg.xlsx")
    assert ran.code == 1
    assert ran.err.startswith("Antwoorden ophalen … \nFout: Er is geen ‘weg.xlsx’.\n")
    assert ran.err.endswith("Maak het met: samenkracht forms --workbook\n")


def test_the_programme_goes_before_the_settings(responses: Path) -> None:
    rows = ("| Bijeenkomst | Datum | Plaats |", "| 1 | 2026-09-03 | De Wissel |", "| 2 | 2026-10-02 | |")
    write_workbook(responses, RESPONSES + "\n".join(["# Programma", *rows]))
    planned = (MeetingPlan(1), MeetingPlan(2, datetime(2026, 10, 1).date(), "Zaal 2"))
    report = sync(place(responses.parent, Config(Settings(meetings=planned))), NOW)
    assert report.outcome.settings.meetings == (
        MeetingPlan(1, datetime(2026, 9, 3).date(), "De Wissel"),
        MeetingPlan(2, datetime(2026, 10, 2).date(), "Zaal 2"),
    )
    assert "programme_differs" in {finding.code for finding in report.outcome.findings}


def test_what_the_settings_know_stands_in_new_working_tabs_and_is_then_the_teams(responses: Path) -> None:
    planned = (MeetingPlan(1, datetime(2026, 9, 3).date(), "De Wissel"), MeetingPlan(2))
    settings = Settings(meetings=planned, moderator="Marijke Zomer", team=("Saskia Duinker", "Marijke Zomer"))
    config = Config(settings)
    first = sync(place(responses.parent, config), NOW)
    summary = responses.parent / "samenvatting.xlsx"
    assert [row[::2] for row in cells(summary, "Team")[1:]] == [
        ["Marijke Zomer", "moderator"], ["Saskia Duinker", "teamlid"],
    ]  # fmt: skip
    assert cells(summary, "Programma")[1][:3] == ["Bijeenkomst 1", datetime(2026, 9, 3), "De Wissel"]
    assert sync(place(responses.parent, config), NOW).plan.changed == ()
    assert len(first.outcome.people.participants) == 6
    book = load_workbook(summary)
    book["Team"].delete_rows(2)
    book.save(summary)
    again = sync(place(responses.parent, config), NOW)
    assert len(again.outcome.people.participants) == 5
    assert [row[0] for row in cells(summary, "Team")] == ["Naam", "Saskia Duinker"]


def test_settings_beside_the_work_hold_without_being_named(folder: Path) -> None:
    assert find_config(None, folder) == Config(Settings())
    (folder / "config.toml").write_text("[votes]\nprizes = 2\n")
    assert find_config(None, folder).settings.prizes == 2


def test_wrong_templates_are_told(responses: Path) -> None:
    (responses.parent / "config.toml").write_text('[templates]\nfolder = "eigen"\n')
    forms = responses.parent / "eigen" / "forms"
    forms.mkdir(parents=True)
    (forms / "signup.toml").write_text('key = "signup"\nkleur = "rood"\n')
    ran = samenkracht("sync")
    assert ran.code == 3
    assert "kleur" in ran.err


def test_a_growth_factor_needs_two_meetings(responses: Path) -> None:
    write_workbook(responses, RESPONSES.partition("# Presentie")[0])
    ran = samenkracht("sync")
    assert "×" not in ran.out
    assert ran.code == 0


def test_nothing_to_decide(responses: Path) -> None:
    lines = RESPONSES.partition("# Presentie")[0].splitlines()
    write_workbook(responses, "\n".join(lines[:-1]))
    assert samenkracht("sync").out.endswith("\n\nVolgende stap: open samenvatting.xlsx.\n")


def test_many_questions_are_told_in_part(responses: Path) -> None:
    header = RESPONSES.strip().splitlines()[1]
    families = ("Abbenes", "Duivendak", "Elsinga", "Gorissen", "Hoekzema", "Quispel", "Zwaneveld")
    twins = [
        f"| 2026-09-0{day}T1{hour}:00 | {name} {family} | Bewoner | | 070 {hour}{day}1 2{day}{hour}8 | | Ja |"
        for day, family in enumerate(families, 1)
        for hour, name in enumerate(("Wim", "W."))
    ]
    write_workbook(responses, "\n".join(["# Aanmelding", header, *twins]))
    ran = samenkracht("sync")
    assert "7 dingen vragen om uw beslissing" in ran.out
    assert "\n  Is dit dezelfde persoon?   Wim " in ran.out
    assert "\n                             telefoonnummer)\n" in ran.out
    assert "\n  en nog 2\n" in ran.out


@pytest.mark.parametrize("times", [1, 4])
def test_somebody_else_writes_the_summary_meanwhile(
    responses: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    write = WorkbookTarget.write
    left = iter(range(times))

    def beaten(target: WorkbookTarget, draft: Draft) -> None:
        if next(left, None) is not None:
            raise StaleError
        write(target, draft)

    monkeypatch.setattr(WorkbookTarget, "write", beaten)
    ran = samenkracht("sync")
    anew = "Tabbladen bijwerken … iemand anders veranderde de samenvatting net; ik lees haar opnieuw\n"
    assert ran.err.count(anew) == times
    if times == 1:
        assert (ran.code, ran.out.splitlines()[0]) == (0, "samenvatting.xlsx is bijgewerkt.")
    else:
        assert ran.code == 1
        assert not (responses.parent / "samenvatting.xlsx").exists()
        assert "Iemand anders werkt op dit moment aan de samenvatting." in ran.err
