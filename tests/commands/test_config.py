"""The settings file: what it means, and every mistake in it."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.app.config import Config, read_config
from pipeline.app.known_settings import SETTINGS
from pipeline.model.errors import WRONG_SETTINGS, UserError
from pipeline.model.settings import MeetingPlan, Settings
from tests.house.generated import CONFIG


def config(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert config(tmp_path, "") == Config(Settings(), path=tmp_path / "config.toml")


def test_everything_can_be_set(tmp_path: Path) -> None:
    read = config(
        tmp_path,
        """
        language = "en"
        [responses]
        workbook = "in.xlsx"
        [summary]
        workbook = "uit/out.xlsx"
        [atelier]
        title = "Samen eten"
        neighbourhood = "De Ganzenhoek"
        target_group = "jongeren"
        commissioner = "Stadsdeel"
        moderator = "Marijke Zomer"
        contact = "atelier@ganzenhoek.example"
        theme_domains = ["body", "social"]
        timezone = "Europe/Brussels"
        seed = "gans"
        [votes]
        stickers = 2
        prizes = 1
        meeting = 2
        [templates]
        folder = "eigen"
        [[meetings]]
        date = 2026-09-03
        place = "De Wissel"
        [[meetings]]
        [[meetings]]
        date = 2026-10-29
        """,
    )
    assert read == Config(
        settings=Settings(
            title="Samen eten",
            neighbourhood="De Ganzenhoek",
            target_group="jongeren",
            commissioner="Stadsdeel",
            moderator="Marijke Zomer",
            contact="atelier@ganzenhoek.example",
            theme_domains=("body", "social"),
            meetings=(
                MeetingPlan(1, date(2026, 9, 3), "De Wissel"),
                MeetingPlan(2),
                MeetingPlan(3, date(2026, 10, 29)),
            ),
            harvest=2,
            timezone="Europe/Brussels",
            language="en",
            stickers=2,
            prizes=1,
            seed="gans",
        ),
        responses=tmp_path / "in.xlsx",
        summary=tmp_path / "uit" / "out.xlsx",
        templates=tmp_path / "eigen",
        path=tmp_path / "config.toml",
    )


def test_the_example_explains_every_setting_and_can_be_read() -> None:
    text = CONFIG.read_text(encoding="utf-8")
    assert all(f"{setting.key} = " in text for setting in SETTINGS)
    assert len(read_config(CONFIG).settings.dates) == 4


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    assert config(tmp_path, '\ufefflanguage = "en"').settings.language == "en"


MEETING = "[[meetings]]\n"


@pytest.mark.parametrize(
    ("text", "line", "what", "near"),
    [
        ("languge = 'nl'", 1, "no setting “languge”", "language"),
        ("\n[atelir]\ntitle = 'x'", 2, "no setting “atelir”", "atelier"),
        ("[atelier]\n\ntitel = 'x'", 3, "no setting “titel”", "title"),
        ("title = 'x'", 1, "no setting “title”", "[atelier] title"),
        ("[summary]\nwhatever = 1", 2, "no setting “whatever”", ""),
        ("[atelier]\ntitle = 3", 2, "“title” is text", ""),
        ("[atelier]\ntitle = ' '", 2, "“title” is text", ""),
        ("[votes]\nstickers = 0", 2, "“stickers” is a whole number from 1 to 8", ""),
        ("[votes]\nstickers = true", 2, "“stickers” is a whole number", ""),
        ("[votes]\nprizes = 2.5", 2, "“prizes” is a whole number", ""),
        ("language = 'de'", 1, "“language” is one of: nl, en", ""),
        ("[atelier]\ntheme_domains = 'body'", 2, "is a list, between [ and ]", ""),
        ("[atelier]\ntheme_domains = ['bodie']", 2, "is a list, between [ and ]", "body"),
        ("[forms]\nalso = ['Turkish']", 2, "by their letters", ""),
        ("[atelier]\nteam = ['Anneke', 3]", 2, "is a list of names", ""),
        ("[atelier]\ntimezone = 'Europe/Amsterdm'", 2, "is a time zone", "Europe/Amsterdam"),
        (f"{MEETING}date = '3 sept'\n{MEETING}", 2, "“date” is a date without quotes", ""),
        (f"{MEETING}date = 2026-09-03T10:00:00\n{MEETING}", 2, "“date” is a date without quotes", ""),
        (f"{MEETING}\n{MEETING}\ndatum = 2026-09-03", 5, "no setting “datum”", "date"),
        (f"{MEETING}", 1, "2 to 8 meetings, here are 1", ""),
        (MEETING * 9, 1, "2 to 8 meetings, here are 9", ""),
        ("meetings = 4", 1, "a block under [[meetings]]", ""),
        ("\nvotes = 3", 2, "“votes” is a block, under [votes]", ""),
        ('[responses]\nworkbook = "C:\\Users\\x"', 2, "cannot be understood", ""),
        (f"{MEETING}date = 2026-09-03\n{MEETING}date = 2026-09-01", 4, "2 comes before meeting 1", ""),
        (f"[votes]\nmeeting = 3\n{MEETING * 2}", 2, "meeting 3 does not exist, there are 2", ""),
        ("a = {x = 1}\n", 1, "no setting “a”", ""),
        ("\n\ntitle = Rondkomen", 3, "this line cannot be understood", ""),
        ("title = '''x\n\ny", 3, "this line cannot be understood", ""),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line_and_what_was_meant(
    tmp_path: Path, text: str, line: int, what: str, near: str
) -> None:
    with pytest.raises(UserError) as raised:
        config(tmp_path, text)
    error = raised.value
    assert error.exit_code == WRONG_SETTINGS
    assert str(error).startswith(f"config.toml, line {line}: ")
    assert what in str(error)
    assert error.details.get("near", "") == near
    assert ("Did you mean" in error.why) == bool(near)
    assert error.todo


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"weg\.toml does not exist"):
        read_config(tmp_path / "weg.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        read_config(tmp_path)


def test_other_letters_than_utf8(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes('[atelier]\ntitle = "Ideeën"'.encode("cp1252"))
    with pytest.raises(UserError, match="letters that cannot be read"):
        read_config(path)
