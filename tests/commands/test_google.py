"""The commands on an Atelier that stands at Google."""

import json
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import tenacity.nap

from pipeline.app.config import read_config
from pipeline.app.demo import make_demo
from pipeline.app.places import GoogleAccess, SpreadsheetAt
from tests.commands.atelier import Ran, cells, samenkracht, titles, write_workbook
from tests.edges.google.scene import MARIJKE, ROBOT, Scene, scene
from tests.edges.google.test_forms import a_form
from tests.edges.google.test_signin import browser
from tests.google_emulator.faults import Fault
from tests.google_emulator.workbook import saved, seed

GET, VALUES, UPDATE = (
    "sheets.spreadsheets.get",
    "sheets.spreadsheets.values.batchGet",
    "sheets.spreadsheets.batchUpdate",
)
LINK = "https://docs.google.com/spreadsheets/d/"


@dataclass
class Atelier:
    """A folder with settings, and the spreadsheet that they name."""

    google: Scene
    folder: Path
    spreadsheet: str

    def settings(self, responses: str = "", summary: str = "", google: str = "") -> None:
        """Write the settings: what stands in each block, where it is not as usual."""
        responses = (
            responses
            or f'spreadsheet = "https://docs.google.com/spreadsheets/d/{self.spreadsheet}/edit#gid=0"'
        )
        google = google or 'key = "robot.json"'
        (self.folder / "config.toml").write_text(
            f"[responses]\n{responses}\n[summary]\n{summary}\n[google]\n{google}\n"
            f'endpoint = "{self.google.emulator.url}"\n'
        )

    def run(self, *arguments: object) -> Ran:
        """Run the program, and keep only this run's requests in the log."""
        self.google.emulator.log.clear()
        return samenkracht(*arguments)

    @property
    def asked(self) -> list[str]:
        """What was asked of Google in the last run."""
        return self.google.emulator.log.kinds


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the program slept, without sleeping."""
    slept: list[float] = []
    monkeypatch.setattr(tenacity.nap, "time", SimpleNamespace(sleep=slept.append))
    return slept


@pytest.fixture
def atelier(folder: Path) -> Iterator[Atelier]:
    """The small Atelier, in a spreadsheet."""
    with scene(folder) as google:
        file = seed(google.world, write_workbook(folder / "Ganzenhoek.xlsx"), owner=MARIJKE)
        google.world.share(file.id, ROBOT)
        found = Atelier(google, folder, file.id)
        found.settings()
        yield found


def tabs(atelier: Atelier, spreadsheet: str) -> list[str]:
    """The titles of a spreadsheet's tabs."""
    found = atelier.google.world.ask("GET", f"/v4/spreadsheets/{spreadsheet}")["sheets"]
    return [sheet["properties"]["title"] for sheet in found]


def test_a_sync_is_three_requests_and_a_second_one_two(atelier: Atelier) -> None:
    ran = atelier.run("sync")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Ganzenhoek is bijgewerkt.")
    assert atelier.asked == [GET, VALUES, UPDATE]
    ran = atelier.run("sync")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Alles was al bij.")
    assert atelier.asked == [GET, VALUES]
    assert {"Aanmelding", "Overzicht", "_samenkracht"} < set(tabs(atelier, atelier.spreadsheet))


def test_what_the_settings_know_stands_in_new_working_tabs(atelier: Atelier) -> None:
    path = atelier.folder / "config.toml"
    known = '[atelier]\nteam = ["=Hatice"]\n[[meetings]]\ndate = 2026-09-03\n[[meetings]]\n'
    path.write_text(path.read_text() + known)
    atelier.run("sync")
    assert atelier.asked == [GET, VALUES, UPDATE]
    assert atelier.run("sync").out.startswith("Alles was al bij.")
    path = atelier.folder / "saved.xlsx"
    path.write_bytes(saved(atelier.google.world, atelier.spreadsheet))
    assert [row[0] for row in cells(path, "Team")[:2]] == ["Naam", "=Hatice"]
    assert cells(path, "Programma")[1][1] == datetime(2026, 9, 3)


def document(*arguments: object) -> dict[str, Any]:
    ran = samenkracht("export", *arguments, "--json", "-", "--quiet")
    assert ran.code == 0
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_the_results_are_those_of_the_workbook(atelier: Atelier) -> None:
    assert document() == document("Ganzenhoek.xlsx")
    samenkracht("sync")
    assert document() == document("Ganzenhoek.xlsx")


@pytest.mark.no_cover
def test_the_demo_gives_the_same_results_from_two_spreadsheets(atelier: Atelier) -> None:
    """A whole Atelier, its working tabs in the spreadsheet of the summary."""
    config = make_demo(atelier.folder / "demo", str)
    spreadsheets = []
    for name in ("antwoorden.xlsx", "samenvatting.xlsx"):
        spreadsheets.append(seed(atelier.google.world, config.parent / name, owner=MARIJKE).id)
        atelier.google.world.share(spreadsheets[-1], ROBOT)
    atelier.settings(*(f'spreadsheet = "{one}"' for one in spreadsheets))
    google = atelier.folder / "config.toml"
    atelier_of = config.read_text(encoding="utf-8")
    google.write_text(google.read_text() + atelier_of[atelier_of.index("[atelier]") :], encoding="utf-8")
    assert document() == document("--config", config)
    samenkracht("sync", "--quiet")
    atelier.run("sync", "--quiet")
    assert atelier.asked == [GET, VALUES] * 2
    samenkracht("sync", "--quiet", "--config", config)
    assert document() == document("--config", config)


def test_the_summary_in_a_spreadsheet_of_its_own(atelier: Atelier) -> None:
    other = atelier.google.create("Samenvatting")
    atelier.settings(summary=f'spreadsheet = "{other}"')
    assert atelier.run("sync").out.startswith("Samenvatting is bijgewerkt.")
    assert atelier.asked == [GET, VALUES, GET, VALUES, UPDATE]
    assert tabs(atelier, atelier.spreadsheet) == ["Aanmelding", "Presentie", "Idee", "Stemmen"]
    assert "Aanmelding" not in tabs(atelier, other)
    assert atelier.run("sync").out.startswith("Alles was al bij.")


def test_the_summary_in_a_workbook(atelier: Atelier) -> None:
    atelier.settings(summary='workbook = "samenvatting.xlsx"')
    assert atelier.run("sync").out.startswith("samenvatting.xlsx is bijgewerkt.")
    assert atelier.asked == [GET, VALUES]
    assert "Overzicht" in titles(atelier.folder / "samenvatting.xlsx")


def test_responses_in_a_workbook_and_the_summary_at_google(atelier: Atelier) -> None:
    other = atelier.google.create("Samenvatting")
    atelier.settings('workbook = "Ganzenhoek.xlsx"', f'spreadsheet = "{other}"')
    assert atelier.run("sync").out.startswith("Samenvatting is bijgewerkt.")
    assert atelier.asked == [GET, VALUES, UPDATE]


def test_a_workbook_that_is_named_wins(atelier: Atelier) -> None:
    assert samenkracht("sync", "Ganzenhoek.xlsx").out.startswith("samenvatting.xlsx is bijgewerkt.")
    assert atelier.asked == []


def test_responses_straight_from_forms(atelier: Atelier) -> None:
    form = a_form(
        atelier.google,
        "Idee",
        [
            {"title": title, "questionItem": {"question": {"textQuestion": {}}}}
            for title in ("Aan welke tafel zit u?", "Wat is het idee?", "Hoe werkt het?")
        ],
    )
    first = atelier.google.world.clock.now()
    form.submit(
        atelier.google.world.ids, first, {"Aan welke tafel zit u?": "1", "Wat is het idee?": "Samen koken"}
    )
    atelier.settings(f'forms = ["https://docs.google.com/forms/d/{form.id}/edit"]')
    ran = atelier.run("sync")
    assert ran.out.splitlines()[0] == "samenvatting.xlsx is bijgewerkt."
    assert atelier.asked == ["forms.forms.get", "forms.forms.responses.list"]
    (idea,) = document()["ideas"]
    form.edit(form.responses[0].id, first, {"Wat is het idee?": "Samen koken op donderdag"})
    (edited,) = document()["ideas"]
    assert (idea["text"], edited["text"]) == ("Samen koken", "Samen koken op donderdag")
    assert idea["number"] == edited["number"]


def test_a_wait_is_told(atelier: Atelier, naps: list[float]) -> None:
    atelier.google.emulator.faults.add(Fault("429-retry-after", GET, seconds=8))
    atelier.google.emulator.faults.add(Fault("429-retry-after", VALUES, seconds=1))
    ran = atelier.run("sync")
    assert ran.code == 0
    assert ran.err.startswith(
        "Antwoorden ophalen … (wachten op Google, nog 8 seconden) "
        "(wachten op Google, nog 1 seconde) 4 formulieren, 15 rijen\n"
    )
    assert naps == [8, 1]


def test_a_wait_is_not_told_when_quiet(atelier: Atelier) -> None:
    atelier.google.emulator.faults.add(Fault("429", GET))
    assert atelier.run("sync", "--quiet").err == ""


def interrupt(seconds: float) -> None:
    """Somebody presses Ctrl-C while the program sleeps."""
    raise KeyboardInterrupt


def test_ctrl_c_while_waiting_to_read(atelier: Atelier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenacity.nap.time.sleep", interrupt)
    atelier.google.emulator.faults.add(Fault("429", GET))
    ran = atelier.run("sync")
    assert ran.code == 130
    assert ran.err.endswith("\nGestopt. Er is niets veranderd.\n")


def test_ctrl_c_while_writing(atelier: Atelier, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have arrived, so nothing else is promised; the next sync sees."""
    monkeypatch.setattr("tenacity.nap.time.sleep", interrupt)
    atelier.google.emulator.faults.add(Fault("429", UPDATE))
    ran = atelier.run("sync")
    assert ran.code == 130
    assert ran.err.endswith(
        "\nGestopt tijdens het schrijven naar Google. Of het aankwam, is niet bekend; "
        "de volgende sync zoekt dat uit.\n"
    )
    assert atelier.run("sync").out.startswith("Ganzenhoek is bijgewerkt.")


def test_ctrl_c_once_all_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_lines: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.cli.show.show_next", interrupted)
    ran = samenkracht("init")
    assert (ran.code, ran.err.strip()) == (130, "Gestopt.")


@pytest.mark.parametrize(
    ("kind", "code", "what"),
    [
        ("403", 4, "Ik mag https://docs.google.com/spreadsheets/d/ID niet lezen."),
        ("404", 4, "Op https://docs.google.com/spreadsheets/d/ID staat niets."),
        ("401", 4, f"Google accepteert de sleutel van {ROBOT} niet meer."),
        ("429", 5, "Google blijft vragen om te wachten."),
        ("500", 5, "Google heeft op dit moment zelf een storing (nummer 500)."),
        ("cut", 5, "De verbinding met Google werd verbroken."),
        ("html", 5, "Iets tussen deze computer en Google antwoordt in plaats van Google."),
    ],
)
def test_what_goes_wrong_is_told(atelier: Atelier, kind: str, code: int, what: str) -> None:
    atelier.google.emulator.faults.add(Fault(kind, GET, times=None))
    ran = atelier.run("sync")
    assert (ran.code, ran.out) == (code, "")
    assert what.replace("ID", atelier.spreadsheet) in ran.err
    assert "Traceback" not in ran.err


def test_it_may_only_be_looked_at(atelier: Atelier) -> None:
    atelier.google.world.share(atelier.spreadsheet, ROBOT, "reader")
    ran = atelier.run("sync")
    assert ran.code == 4
    assert f"lezen, maar er niet in schrijven.\n  {ROBOT} is er geen bewerker van." in ran.err
    assert document()["schema"].startswith("samenkracht")


def test_debug_tells_no_more_than_the_error(atelier: Atelier) -> None:
    atelier.google.emulator.faults.add(Fault("cut", VALUES, times=None))
    ran = atelier.run("--debug", "sync")
    assert ran.code == 1
    assert "ya29" not in ran.err + ran.out


WRONG = [
    (
        'spreadsheet = "https://docs.google.com/spreadsheets/d/e/2PACX-1vTabcdefghijklmnop/pubhtml"',
        "spreadsheet",
    ),
    ('spreadsheet = "mijn spreadsheet"', "spreadsheet"),
    ("spreadsheet = 3", "spreadsheet"),
    ('forms = ["https://docs.google.com/forms/d/e/1FAIpQLSabcdefghijklmnop/viewform"]', "forms"),
    ("forms = []", "forms"),
    ("forms = [3]", "forms"),
    ('forms = "x"', "forms"),
]


@pytest.mark.parametrize(("line", "key"), WRONG)
def test_settings_that_are_wrong(atelier: Atelier, line: str, key: str) -> None:
    atelier.settings(line)
    ran = atelier.run("sync")
    assert ran.code == 3
    assert f"config.toml, regel 2: ‘{key}’ is " in ran.err


@pytest.mark.parametrize(
    ("responses", "google", "line", "keys"),
    [
        (
            'workbook = "a.xlsx"\nspreadsheet = "abcdefghijklmnopqrstuvwxyz"',
            "",
            3,
            ("spreadsheet", "workbook"),
        ),
        ("", 'key = "robot.json"\naccount = "own"', 7, ("account", "key")),
    ],
)
def test_settings_that_exclude_each_other(
    atelier: Atelier, responses: str, google: str, line: int, keys: tuple[str, str]
) -> None:
    atelier.settings(responses, google=google)
    ran = atelier.run("sync")
    assert ran.code == 3
    assert (
        f"config.toml, regel {line}: er staat ‘{keys[0]}’ en ‘{keys[1]}’. "
        "Zet een # voor wat niet geldt." in ran.err
    )


def test_a_token_is_sent_to_google_or_this_computer_only(atelier: Atelier) -> None:
    config = atelier.folder / "config.toml"
    config.write_text(config.read_text().replace(atelier.google.emulator.url, "http://sheets.example.org"))
    ran = atelier.run("sync")
    assert ran.code == 3
    assert "‘endpoint’ is een adres dat begint met https, of van deze computer zelf." in ran.err


@pytest.mark.parametrize(
    "address",
    [
        "{id}",
        "https://docs.google.com/spreadsheets/d/{id}",
        "https://docs.google.com/spreadsheets/u/1/d/{id}/edit?usp=sharing",
        "https://docs.google.com/spreadsheets/d/{id}/edit?gid=0#gid=0",
        "  docs.google.com/spreadsheets/d/{id}/edit ",
    ],
)
def test_a_spreadsheet_by_any_of_its_addresses(atelier: Atelier, address: str) -> None:
    atelier.settings(f'spreadsheet = "{address.format(id=atelier.spreadsheet)}"')
    assert atelier.run("sync", "--dry-run").out.startswith("Ganzenhoek zou veranderen:")


def test_a_spreadsheet_named_instead_of_a_file(atelier: Atelier, client: Path) -> None:
    """With one's own sign-in nothing needs to be set but who answers in Google's place."""
    samenkracht("login", "--client", client)
    (atelier.folder / "config.toml").write_text(f'[google]\nendpoint = "{atelier.google.emulator.url}"\n')
    assert atelier.run("sync", f"{LINK}{atelier.spreadsheet}/edit#gid=0").out.startswith(
        "Ganzenhoek is bijgewerkt."
    )
    assert atelier.asked == [GET, VALUES, UPDATE]
    other = f"{LINK}{atelier.google.create('Samenvatting')}/edit"
    assert atelier.run("sync", "Ganzenhoek.xlsx", "--out", other).out.startswith(
        "Samenvatting is bijgewerkt."
    )


def test_settings_for_a_robot(atelier: Atelier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.app.workplace.connect", lambda *_args, **_more: atelier.google.client)
    address = f"{LINK}{atelier.spreadsheet}/edit"
    ran = samenkracht("init", "--force", "--spreadsheet", address, "--key", "robot.json")
    assert "✓ De antwoorden: Ganzenhoek, tabbladen: 4" in ran.out
    assert ran.out.endswith("\nVolgende stap:\n  samenkracht sync\n")
    config = read_config(atelier.folder / "config.toml")
    assert config.responses == SpreadsheetAt(atelier.spreadsheet)
    assert config.google == GoogleAccess(atelier.folder / "robot.json")
    monkeypatch.undo()
    monkeypatch.chdir(atelier.folder)
    elsewhere = atelier.folder / "geheim" / "robot.json"
    ran = samenkracht("init", "hier", "--spreadsheet", address, "--key", elsewhere)
    assert ran.out.endswith("\n  cd hier\n  samenkracht doctor\n")
    assert read_config(atelier.folder / "hier" / "config.toml").google == GoogleAccess(elsewhere)


def test_settings_for_one_s_own_account(atelier: Atelier) -> None:
    ran = samenkracht("init", "hier", "--spreadsheet", atelier.spreadsheet)
    assert ran.out.endswith("\n  cd hier\n  samenkracht login --client BESTAND\n")
    assert 'account = "own"' in (atelier.folder / "hier" / "config.toml").read_text().splitlines()


def test_settings_for_what_is_no_spreadsheet(folder: Path) -> None:
    ran = samenkracht("init", "--spreadsheet", "antwoorden.xlsx")
    assert ran.code == 2
    assert "Dat is niet het adres van een spreadsheet, zoals uw browser het laat zien." in ran.err


def ticks(ran: Ran) -> list[str]:
    return ran.out.splitlines()[2:]


def test_doctor_looks_at_everything_on_the_way(atelier: Atelier) -> None:
    ran = atelier.run("doctor")
    assert ran.code == 0
    assert ticks(ran) == [
        "✓ De woorden van 14 formulieren en 17 tabbladen",
        "✓ De sleutel van de robot: robot.json",
        "✓ Niemand anders kan de sleutel lezen, en hij ligt niet in een git-map",
        f"· Deel spreadsheets en formulieren met {ROBOT}, als bewerker",
        "✓ Google laat mij binnen",
        "✓ De antwoorden: Ganzenhoek, tabbladen: 4",
        "✓ Aanmelding: tabblad ‘Aanmelding’, rijen: 5, waarvan leeg: 0",
        "✓ Presentie: tabblad ‘Presentie’, rijen: 6, waarvan leeg: 0",
        "✓ Idee: tabblad ‘Idee’, rijen: 2, waarvan leeg: 0",
        "✓ Stemmen: tabblad ‘Stemmen’, rijen: 2, waarvan leeg: 0",
        "· Vragen die op uw beslissing wachten: 1",
        "✓ De klok van deze computer loopt goed",
        "✓ De samenvatting kan geschreven worden",
    ]
    assert atelier.asked == [GET, VALUES, UPDATE]
    assert tabs(atelier, atelier.spreadsheet) == ["Aanmelding", "Presentie", "Idee", "Stemmen"]


def test_doctor_without_a_key(atelier: Atelier) -> None:
    (atelier.folder / "robot.json").unlink()
    ran = atelier.run("doctor")
    assert ran.code == 1
    assert ticks(ran)[1:] == [
        "✗ Toegang tot Google",
        "    Er is geen ‘robot.json’.",
        f"    Ik keek in {atelier.folder}.",
        "    Zet de sleutel daar, of verbeter de instellingen.",
    ]
    assert atelier.asked == []


def test_doctor_with_a_key_that_others_can_get_at(atelier: Atelier) -> None:
    (atelier.folder / "robot.json").chmod(0o644)
    (atelier.folder / ".git").mkdir()
    ran = atelier.run("doctor")
    assert ran.code == 1
    assert ticks(ran)[2:11] == [
        "✗ Waar de sleutel ligt",
        "    Anderen die deze computer gebruiken, kunnen ‘robot.json’ lezen.",
        "    Wie het bestand heeft, kan alles lezen en veranderen wat met de robot gedeeld is.",
        "    Zorg dat alleen u het kunt lezen: chmod 600 robot.json",
        "✗ Waar de sleutel ligt",
        "    ‘robot.json’ ligt in een git-map.",
        "    Zo’n map wordt vroeg of laat gedeeld, en dan heeft iedereen die haar krijgt de sleutel.",
        "    Zet het in een map daarbuiten, en pas de instellingen aan.",
        f"· Deel spreadsheets en formulieren met {ROBOT}, als bewerker",
    ]
    assert ticks(ran)[-1] == "✓ De samenvatting kan geschreven worden"


def test_doctor_when_google_lets_nobody_in(atelier: Atelier) -> None:
    atelier.google.world.accounts.known.pop(ROBOT)
    ran = atelier.run("doctor")
    assert ran.code == 1
    assert ticks(ran)[4:] == [
        "✗ Aanmelden bij Google",
        f"    Google accepteert de sleutel van {ROBOT} niet meer.",
        "    De sleutel is verwijderd of vervangen, of de robot is weg.",
        "    Maak in Google Cloud een nieuwe sleutel, en zet dat bestand op de plek van het oude.",
    ]


def test_doctor_when_it_is_not_shared(atelier: Atelier) -> None:
    atelier.google.world.unshare(atelier.spreadsheet, ROBOT)
    ran = atelier.run("doctor")
    assert ran.code == 1
    assert ticks(ran)[5:] == [
        "✗ De antwoorden en de samenvatting",
        f"    Ik mag https://docs.google.com/spreadsheets/d/{atelier.spreadsheet} niet lezen.",
        f"    Het is niet gedeeld met {ROBOT}.",
        f"    Open het, klik op Delen, voeg {ROBOT} toe als bewerker, en probeer het opnieuw.",
        "✓ De klok van deze computer loopt goed",
    ]


def test_doctor_when_it_may_only_be_looked_at(atelier: Atelier) -> None:
    atelier.google.world.share(atelier.spreadsheet, ROBOT, "reader")
    assert ticks(atelier.run("doctor"))[-4:] == [
        "✗ De samenvatting schrijven",
        f"    Ik mag {LINK}{atelier.spreadsheet} lezen, maar er niet in schrijven.",
        f"    {ROBOT} is er geen bewerker van.",
        f"    Open het, klik op Delen, maak {ROBOT} bewerker, en probeer het opnieuw.",
    ]


def test_doctor_without_any_connection(atelier: Atelier) -> None:
    """Where Google never answered, nothing is said about the clock."""
    atelier.google.emulator.faults.add(Fault("cut", GET, times=None))
    assert ticks(atelier.run("doctor"))[5:7] == [
        "✗ De antwoorden en de samenvatting",
        "    De verbinding met Google werd verbroken.",
    ]


def test_doctor_with_a_wrong_clock_and_another_time_zone(atelier: Atelier) -> None:
    atelier.google.world.clock.advance(-290)
    properties = {"properties": {"timeZone": "America/New_York"}, "fields": "timeZone"}
    body = {"requests": [{"updateSpreadsheetProperties": properties}]}
    atelier.google.world.ask("POST", f"/v4/spreadsheets/{atelier.spreadsheet}:batchUpdate", body)
    ran = atelier.run("doctor")
    assert ran.code == 1
    assert ticks(ran)[-6:] == [
        "✗ De klok van deze computer",
        "    Hij loopt 5 minuten verkeerd.",
        "    Google laat niemand binnen van wie de klok meer dan vijf minuten verkeerd loopt.",
        "    Laat de computer zelf de datum en de tijd instellen.",
        "· ‘Ganzenhoek’ heeft de tijdzone America/New_York, de instellingen Europe/Amsterdam: "
        "kijk bij Bestand > Instellingen in Google",
        "✓ De samenvatting kan geschreven worden",
    ]


def test_doctor_with_two_spreadsheets(atelier: Atelier) -> None:
    other = atelier.google.create("Samenvatting")
    atelier.settings(summary=f'spreadsheet = "{other}"')
    lines = ticks(atelier.run("doctor"))
    assert "✓ De antwoorden: Ganzenhoek, tabbladen: 4" in lines
    assert "✓ De samenvatting: Samenvatting, tabbladen: 1" in lines


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this user's settings are kept."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


@pytest.fixture
def client(atelier: Atelier, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The team's client file, and a browser in which Marijke says yes."""
    world = atelier.google.world
    world.accounts.person(MARIJKE)
    path = atelier.folder / "client.json"
    path.write_text(json.dumps(world.accounts.program(atelier.google.emulator.url)))
    monkeypatch.setattr(webbrowser, "open", browser()[1])
    return path


def test_somebody_signs_in_and_works(atelier: Atelier, client: Path, home: Path) -> None:
    atelier.settings(google='account = "own"')
    ran = samenkracht("login", "--client", client)
    kept = home / "samenkracht" / "google.json"
    assert ran.code == 0
    said = ran.out.splitlines()
    assert said[0] == "Meld u aan op deze pagina, en zet een vinkje in elk vakje:"
    assert said[1].startswith(f"{atelier.google.emulator.url}/o/oauth2/v2/auth?client_id=")
    assert said[2:] == [
        f"U bent aangemeld. Dat wordt bewaard in {kept}, dat alleen u kunt lezen.",
        "",
        "Volgende stap: samenkracht doctor",
    ]
    assert ran.err == "Wachten op uw browser … (Ctrl-C stopt)\n"
    assert ticks(atelier.run("doctor"))[1:4] == [
        f"✓ Uw eigen aanmelding bij Google: {kept}",
        "✓ Niemand anders kan de sleutel lezen, en hij ligt niet in een git-map",
        "✓ Google laat mij binnen",
    ]
    assert atelier.run("sync").out.startswith("Ganzenhoek is bijgewerkt.")


def test_the_next_time_the_client_file_is_known(atelier: Atelier, client: Path) -> None:
    samenkracht("login", "--client", client)
    assert samenkracht("login").code == 0


def test_nobody_signed_in(atelier: Atelier, home: Path) -> None:
    atelier.settings(google='account = "own"')
    ran = atelier.run("sync")
    assert ran.code == 4
    assert (
        "U bent niet aangemeld bij Google.\n  Meld u aan: samenkracht login (om formulieren te maken: "
        in ran.err
    )
    assert ticks(atelier.run("doctor"))[1] == "✗ Toegang tot Google"
    ran = samenkracht("login")
    assert ran.code == 4
    assert "Om u aan te melden heb ik het clientbestand van uw team nodig." in ran.err


def test_taking_it_back(atelier: Atelier, client: Path, home: Path) -> None:
    samenkracht("login", "--client", client)
    assert samenkracht("login", "--forget").out == "U bent niet meer aangemeld.\n"
    assert atelier.google.world.accounts.refresh == {}
    assert list((home / "samenkracht").iterdir()) == []
    assert samenkracht("login", "--forget").out == "U was niet aangemeld.\n"


def test_only_the_address_is_shown_when_asked(
    atelier: Atelier, client: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody opens the address themselves."""
    visit = browser()[1]
    monkeypatch.setattr(webbrowser, "open", None)
    monkeypatch.setattr(
        "click.echo", lambda text="", **_rest: visit(text) if text.startswith("http") else None
    )
    assert samenkracht("login", "--client", client, "--no-browser").code == 0
