"""`init`: a first settings file, asked for or given."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.app.config import read_config
from pipeline.app.start import planned, read_day, render_config, write_config
from pipeline.model.errors import UserError
from pipeline.model.settings import MeetingPlan, plain_meetings
from tests.commands.atelier import at_terminal, samenkracht

ALL = (
    "--title", 'Samen "delen"', "--theme", "geldzorgen", "--domain", "material", "--domain", "social",
    "--neighbourhood", "Moerwijk", "--target-group", "gezinnen", "--commissioner", "Gemeente",
    "--moderator", "Marijke Zomer", "--team", "Fatma Yılmaz", "--team", " يوسف ", "--contact", "06 \\ x",
    "--meetings", 3, "--date", "3-9-2026", "--date", "2026-10-01", "--place", "De Wissel",
    "--language", "nl", "--workbook", "--no-input",
)  # fmt: skip


def test_options_say_everything(folder: Path) -> None:
    ran = samenkracht("init", *ALL)
    config = read_config(folder / "config.toml")
    read = config.settings
    assert ran.code == 0
    assert ran.out.startswith("De instellingen staan in config.toml. Alles wordt er uitgelegd.\n\n✓ Python")
    assert "· De antwoorden en de samenvatting\n    Er is geen ‘antwoorden.xlsx’." in ran.out
    assert ran.out.endswith("\nVolgende stap:\n  samenkracht forms --workbook\n")
    assert (read.title, read.theme, read.theme_domains) == (
        'Samen "delen"', "geldzorgen", ("material", "social"),
    )  # fmt: skip
    assert (read.neighbourhood, read.target_group, read.commissioner, read.contact) == (
        "Moerwijk", "gezinnen", "Gemeente", "06 \\ x",
    )  # fmt: skip
    assert (read.moderator, read.team) == ("Marijke Zomer", ("Fatma Yılmaz", "يوسف"))
    assert read.meetings == (
        MeetingPlan(1, date(2026, 9, 3), "De Wissel"),
        MeetingPlan(2, date(2026, 10, 1), "De Wissel"),
        MeetingPlan(3, None, "De Wissel"),
    )
    assert config.responses == folder / "antwoorden.xlsx"


def test_without_a_terminal_nothing_is_asked(folder: Path) -> None:
    ran = samenkracht("init", "ons atelier", "--title", "  ")
    read = read_config(folder / "ons atelier" / "config.toml").settings
    assert ran.code == 0
    assert "config.toml zegt dat nog niet, en er staat geen antwoorden.xlsx in deze map." in ran.out
    assert ran.out.endswith("\n  cd 'ons atelier'\n  samenkracht forms\n")
    assert (read.meetings, read.title) == (plain_meetings(), "Atelier Samenkracht")


def test_at_a_terminal_it_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "Frans",
        "Nederlands",
        "Samen eten",
        "eenzaamheid",
        "",
        "ouderen",
        "",
        " Marijke Zomer ",
        "06 12",
    ]
    chosen = ["7", "geen", "2 en 1", "Hatice Demir", "Joost", ""]
    meetings = ["9", "3", "33-9", "3/9/2026", "De Wissel", "", "", "1-9-2026", "3-12-2026", "De Brug"]
    ran = at_terminal(monkeypatch, capsys, "\n".join([*words, *chosen, *meetings, "3", "2", ""]), "init")
    config = read_config(folder / "config.toml")
    read = config.settings
    assert ran.code == 0
    for told in (
        "Typ nl of en.", "Typ nummers van 1 tot en met 5, met een komma ertussen.", "Dat is geen datum.",
        "Dat is niet na 3-9-2026, de bijeenkomst ervoor.",
        "Tussen bijeenkomst 1 en 3 zitten 91 dagen.",
    ):  # fmt: skip
        assert told in ran.out
    assert (read.title, read.theme, read.neighbourhood) == ("Samen eten", "eenzaamheid", None)
    assert (read.target_group, read.moderator, read.contact) == ("ouderen", "Marijke Zomer", "06 12")
    assert (read.theme_domains, read.team) == (("body", "social"), ("Hatice Demir", "Joost"))
    assert read.meetings == (
        MeetingPlan(1, date(2026, 9, 3), "De Wissel"),
        MeetingPlan(2, None, "De Wissel"),
        MeetingPlan(3, date(2026, 12, 3), "De Brug"),
    )
    assert config.responses == folder / "antwoorden.xlsx"


def test_what_was_said_is_not_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only where the answers come, and Google is the first way."""
    said = [word for word in ALL if word not in {"--no-input", "--workbook"}]
    ran = at_terminal(monkeypatch, capsys, "\n", "init", *said)
    assert ran.code == 0
    assert ran.out.splitlines()[1] == "Waar komen de antwoorden?"
    assert read_config(folder / "config.toml").responses is None
    assert 'account = "own"' in (folder / "config.toml").read_text("utf-8").splitlines()
    assert ran.out.endswith("\n  samenkracht forms\n")


def test_another_language_is_spoken_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = at_terminal(monkeypatch, capsys, "English\n" + "\n" * 20, "init")
    assert "What is the title of the Atelier?" in ran.out
    assert read_config(folder / "config.toml").settings.language == "en"
    assert "# The neighbourhood." in (folder / "config.toml").read_text("utf-8")


def test_ctrl_c_halfway_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = at_terminal(monkeypatch, capsys, "nl\nSamen eten\n", "init", "hier")
    assert (ran.code, ran.err.strip()) == (130, "Gestopt. Er is niets veranderd.")
    assert list(folder.iterdir()) == []


def test_settings_are_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "config.toml").write_text("language = 'en'")
    ran = at_terminal(monkeypatch, capsys, "", "init")
    assert ran.code == 1
    assert "config.toml is there already." in ran.err
    assert (folder / "config.toml").read_text() == "language = 'en'"
    assert samenkracht("init", "--force", "--title", "Nieuw").code == 0
    assert read_config(folder / "config.toml").settings.title == "Nieuw"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--date", "morgen"), "Dat is geen datum. Schrijf het als 3-9-2026."),
        (("--date", "1-10-2026", "--date", "3-9-2026"), "Bijeenkomst 2 komt niet na bijeenkomst 1."),
        (
            ("--meetings", 2, "--place", "A", "--place", "B", "--place", "C"),
            "Er zijn meer datums of plaatsen",
        ),
        (("--workbook", "--google"), "De antwoorden komen in een werkmap of in Google, niet in allebei."),
        (("--domain", "geld"), "geld"),
        (
            ("--workbook", "Antwoorden.XLSX"),
            "Antwoorden.XLSX is een bestand, en hier hoort de map van het Atelier te staan. Met --workbook "
            "komen de antwoorden in antwoorden.xlsx; een andere naam zet u later in config.toml.",
        ),
    ],
)
def test_what_cannot_be_is_wrong_use(folder: Path, said: tuple[object, ...], told: str) -> None:
    ran = samenkracht("init", *said)
    assert ran.code == 2
    assert told in ran.err
    assert list(folder.iterdir()) == []


def test_more_dates_than_usual_make_more_meetings() -> None:
    days = [date(2026, month, 1) for month in range(5, 11)]
    assert planned(None, days) == tuple(MeetingPlan(number, day) for number, day in enumerate(days, 1))
    places = [*"ABCDE"]
    assert [meeting.place for meeting in planned(None, [], places)] == places


@pytest.mark.parametrize(
    "text",
    [
        "3-9-2026",
        " 03/09/2026 ",
        "3.9.2026",
        "2026-09-03",
        "3 9 2026",
        "3-9-26",
        "donderdag 3 September 2026",
    ],
)
def test_a_date_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2026, 9, 3)


@pytest.mark.parametrize("text", ["", "3-9", "9-13-2026", "31-2-2026", "donderdag"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(UserError, match="not a date"):
        read_day(text)


@given(st.text(), st.text())
def test_any_text_arrives_as_it_is(title: str, place: str) -> None:
    values = {("atelier", "title"): title, ("atelier", "team"): (place,)}
    read = tomllib.loads(render_config(values, (MeetingPlan(1, place=place),), str))
    assert (read["atelier"], read["meetings"]) == ({"title": title, "team": [place]}, [{"place": place}])


def test_half_a_sign_is_no_reason_to_fail(tmp_path: Path) -> None:
    write_config(tmp_path / "config.toml", render_config({("atelier", "title"): "a\udce9"}, (), str))
    assert read_config(tmp_path / "config.toml").settings.title == "a?"


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        write_config(tmp_path / "map" / "config.toml", "")
