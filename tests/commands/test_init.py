"""`init`: a first settings file, asked for or given."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.app.config import read_config
from pipeline.app.start import planned, read_day, render_config, write_config
from pipeline.model.errors import UserError
from pipeline.model.settings import MeetingPlan, plain_meetings
from tests.commands.atelier import at_terminal, samenkracht


def test_options_fill_the_file(folder: Path) -> None:
    ran = samenkracht(
        "init", "--title", 'Samen "delen"', "--moderator", "Marijke Zomer", "--meetings", 3,
        "--date", "3-9-2026", "--date", "2026-10-01", "--language", "nl",
    )  # fmt: skip
    read = read_config(folder / "config.toml").settings
    assert ran.code == 0
    assert "De instellingen staan in config.toml." in ran.out
    assert (read.title, read.moderator, read.neighbourhood) == ('Samen "delen"', "Marijke Zomer", None)
    assert read.meetings == (
        MeetingPlan(1, date(2026, 9, 3)),
        MeetingPlan(2, date(2026, 10, 1)),
        MeetingPlan(3),
    )


def test_without_a_terminal_nothing_is_asked(folder: Path) -> None:
    ran = samenkracht("init", "atelier")
    assert ran.code == 0
    assert read_config(folder / "atelier" / "config.toml").settings.meetings == plain_meetings()


def test_at_a_terminal_it_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "Samen eten\n\nMarijke Zomer\n9\n3\n33-9\n3/9/2026\n\n"
    ran = at_terminal(monkeypatch, capsys, typed, "init")
    read = read_config(folder / "config.toml").settings
    assert ran.code == 0
    assert "Dat is geen datum." in ran.out
    assert (read.title, read.neighbourhood, read.moderator) == ("Samen eten", None, "Marijke Zomer")
    assert read.meetings == (MeetingPlan(1, date(2026, 9, 3)), MeetingPlan(2), MeetingPlan(3))


def test_every_date_may_be_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_terminal(monkeypatch, capsys, "\n\n\n2\n3-9-2026\n1-10-2026\n", "init")
    assert read_config(folder / "config.toml").settings.dates == (date(2026, 9, 3), date(2026, 10, 1))


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


def test_a_wrong_date_is_wrong_use(folder: Path) -> None:
    ran = samenkracht("init", "--date", "morgen")
    assert ran.code == 2
    assert "Dat is geen datum. Schrijf het als 3-9-2026." in ran.err


@pytest.mark.parametrize(
    ("count", "dates"),
    [
        (2, [date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 1)]),
        (4, [date(2026, 10, 1), date(2026, 9, 3)]),
    ],
)
def test_dates_that_do_not_fit(count: int, dates: list[date]) -> None:
    with pytest.raises(UserError, match=f"do not fit {count} meetings"):
        planned(count, dates)


def test_more_dates_than_usual_make_more_meetings() -> None:
    days = [date(2026, month, 1) for month in range(5, 11)]
    assert planned(None, days) == tuple(MeetingPlan(number, day) for number, day in enumerate(days, 1))


@pytest.mark.parametrize("text", ["3-9-2026", " 03/09/2026 ", "3.9.2026", "2026-09-03", "3 9 2026"])
def test_a_date_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2026, 9, 3)


@pytest.mark.parametrize("text", ["", "3-9", "3-9-26", "31-2-2026", "donderdag"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(UserError, match="not a date"):
        read_day(text)


def test_a_place_and_a_backslash_survive(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    plans = (MeetingPlan(1), MeetingPlan(2, place="De Wissel \\ zaal 2"))
    write_config(path, render_config({("atelier", "theme_domains"): ("body", "work")}, plans, str))
    read = read_config(path).settings
    assert (read.meetings, read.theme_domains) == (plans, ("body", "work"))


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        write_config(tmp_path / "map" / "config.toml", "")
