"""`forms --create`: every form once, in one's own account; and checking them as they stand."""

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.edges.google.keys import ClientFile, OwnSignIn, keep_own_sign_in, own_sign_in_file
from pipeline.edges.google.signin import scopes
from pipeline.templates import load_catalogue
from tests.commands.atelier import samenkracht
from tests.edges.google.scene import MARIJKE, Scene, scene
from tests.google_emulator.accounts import Token
from tests.google_emulator.faults import Fault
from tests.google_emulator.world import FORM

CATALOGUE = load_catalogue()


@pytest.fixture
def google(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """Marijke is signed in, for everything."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "home"))
    monkeypatch.setenv("APPDATA", str(folder / "home"))
    with scene(folder) as found:
        signed_in(found)
        (folder / "config.toml").write_text(f'[google]\naccount = "own"\nendpoint = "{found.emulator.url}"\n')
        yield found


def signed_in(google: Scene, *, create: bool = True, forms: bool = True) -> None:
    wanted = scopes(forms=forms, create=create and forms)
    accounts = google.world.accounts
    program = accounts.program(google.emulator.url)["installed"]
    client = ClientFile(
        *(str(program[name]) for name in ("client_id", "client_secret", "auth_uri", "token_uri"))
    )
    accounts.refresh["1//token"] = Token(MARIJKE, frozenset(wanted), client.client_id, math.inf)
    keep_own_sign_in(own_sign_in_file(), OwnSignIn(client, "1//token", wanted))


def forms_at(google: Scene) -> list[str]:
    return sorted(file.form.info["title"] for file in google.world.files.values() if file.form)


def reword(google: Scene) -> None:
    """Somebody words an option of a form otherwise."""
    form = next(
        file.form for file in google.world.files.values() if file.form and file.form.info["title"] == "Idee"
    )
    item = next(item for item in form.shown()["items"] if item["title"] == "Wie kan dit doen?")
    item["questionItem"]["question"]["choiceQuestion"]["options"][0]["value"] = "Ik zelff"
    change = {
        "updateItem": {
            "item": item,
            "location": {"index": form.shown()["items"].index(item)},
            "updateMask": "*",
        }
    }
    google.world.ask("POST", f"/v1/forms/{form.id}:batchUpdate", {"requests": [change]})


def test_every_form_is_made_open_and_written_down(google: Scene, folder: Path) -> None:
    ran = samenkracht("forms", "--create", "--tables", 1)
    assert ran.code == 0, ran.err
    assert forms_at(google) == sorted(form.title.nl for form in CATALOGUE.forms.values())
    assert ran.out.count("https://docs.google.com/forms/d/") == 2 * len(CATALOGUE.forms)
    kept = json.loads((folder / "formulieren.json").read_text("utf-8"))
    assert kept["forms"].keys() == CATALOGUE.forms.keys()
    assert "usp=pp_url" in kept["links"]["attendance:meeting:1"]


def test_a_second_time_makes_nothing(google: Scene) -> None:
    samenkracht("forms", "--create")
    ran = samenkracht("forms", "--create")
    assert (ran.code, ran.out.count("Stond er al")) == (0, len(CATALOGUE.forms))
    assert len(forms_at(google)) == len(CATALOGUE.forms)


@pytest.mark.parametrize("when", [3, 7, 12])
def test_what_was_cut_off_is_finished_the_next_time(google: Scene, when: int) -> None:
    google.emulator.faults.add(Fault("cut", ":batchUpdate", when=when, applied="after"))
    broken = samenkracht("forms", "--create")
    assert broken.code == 5
    assert samenkracht("forms", "--create").code == 0
    assert forms_at(google) == sorted(form.title.nl for form in CATALOGUE.forms.values())
    for file in google.world.files.values():
        if file.form:
            titles = [item.get("title") for item in file.form.shown()["items"]]
            assert len(titles) == len(set(titles))


def test_the_posters_lead_to_these_forms(google: Scene, folder: Path) -> None:
    samenkracht("forms", "--create")
    samenkracht("forms", "--workbook", "antwoorden.xlsx")
    (folder / "config.toml").unlink()
    ran = samenkracht("print", "posters", "--responses", "antwoorden.xlsx")
    assert ran.code == 0
    assert "posters.html" in ran.out


def test_the_forms_are_compared_as_they_stand(google: Scene, folder: Path) -> None:
    made = samenkracht("forms", "--create").out
    listed = made[made.index("forms = [") : made.index("]", made.index("forms = [")) + 1]
    other = google.world.create(FORM, "Ons eigen lijstje", MARIJKE)
    listed = listed.replace("[", f'["{other.id}",', 1)
    config = (folder / "config.toml").read_text()
    (folder / "config.toml").write_text(f"[responses]\n{listed}\n{config}")
    assert samenkracht("forms", "--check").code == 0
    reword(google)
    ran = samenkracht("forms", "--check")
    assert ran.code == 6
    assert "‘Ik zelff’ kennen we niet. Was dit ‘Ik zelf’?" in ran.out


def test_the_forms_behind_a_spreadsheet_are_looked_at_too(google: Scene, folder: Path) -> None:
    """As the script leaves it: a tab with the links beside the tabs with responses."""
    made = samenkracht("forms", "--create").out
    edit = next(line.split()[-1] for line in made.splitlines() if line.startswith("Gemaakt: Idee"))
    texts = CATALOGUE.texts["forms"]
    heads = [texts[f"links_{name}"].nl for name in ("form", "for", "fill_in", "edit", "key")]
    headers = [question.header.nl for question in CATALOGUE.forms["idea"].questions]
    links = [
        ["Links\u2063\u2063"],
        heads,
        ["Idee", "", "", edit, "idea"],
        ["", "", "", "https://example.org/", "vote"],
    ]
    google.fill({"Idee": [headers], "Links": links})
    google.world.share(google.spreadsheet, MARIJKE)
    config = (folder / "config.toml").read_text()
    (folder / "config.toml").write_text(f'[responses]\nspreadsheet = "{google.spreadsheet}"\n{config}')
    assert samenkracht("forms", "--check").code == 0
    reword(google)
    ran = samenkracht("forms", "--check")
    assert (ran.code, "‘Ik zelff’ kennen we niet. Was dit ‘Ik zelf’?" in ran.out) == (6, True)
    signed_in(google, forms=False)
    ran = samenkracht("forms", "--check")
    assert ran.code == 0
    assert "Ik mag de formulieren in Google zelf niet bekijken (1)" in ran.out


def test_a_robot_can_own_no_forms(google: Scene, folder: Path) -> None:
    (folder / "config.toml").write_text('[google]\nkey = "robot.json"\n')
    ran = samenkracht("forms", "--create")
    assert ran.code == 2
    assert "Een robot kan geen formulieren bezitten" in ran.err


def test_who_signed_in_for_less_is_told_how_to_sign_in(google: Scene) -> None:
    signed_in(google, create=False)
    ran = samenkracht("forms", "--create")
    assert ran.code == 4
    assert "samenkracht login --create" in ran.err


@pytest.mark.parametrize("text", ["{", "[]", '{"forms": 3, "links": {}}'])
def test_a_damaged_note_of_what_was_made_is_told(google: Scene, folder: Path, text: str) -> None:
    (folder / "formulieren.json").write_text(text)
    ran = samenkracht("forms", "--create")
    assert ran.code == 3
    assert "formulieren.json" in ran.err


def test_a_folder_that_cannot_be_written_to_is_told(google: Scene, folder: Path) -> None:
    (folder / f".formulieren.json.{os.getpid()}.draft").mkdir()
    ran = samenkracht("forms", "--create")
    assert ran.code == 4
    assert "formulieren.json" in ran.err
