"""Other languages: the shipped files, and a team's own ones laid over."""

from pathlib import Path

import pytest

from pipeline.model.errors import UserError
from pipeline.model.templates import OtherLanguage
from pipeline.templates import load_catalogue


def own(folder: Path, code: str, text: str) -> OtherLanguage:
    (folder / "languages").mkdir(exist_ok=True)
    (folder / "languages" / f"{code}.toml").write_text(text, "utf-8")
    return load_catalogue(folder).languages[code]


def test_turkish_and_arabic_are_prepared():
    languages = load_catalogue().languages
    assert {code: (one.name, one.direction) for code, one in languages.items()} == {
        "tr": ("Türkçe", "ltr"),
        "ar": ("العربية", "rtl"),
    }


def test_a_team_translates_more_of_a_language(tmp_path):
    text = (
        'name = "Türkçe"\ndirection = "ltr"\n[texts]\n"Wat is uw naam?" = "Adınız nedir?"\n"Bewoner" = ""\n'
    )
    assert own(tmp_path, "tr", text).texts["Wat is uw naam?"] == "Adınız nedir?"
    assert "Bewoner" not in own(tmp_path, "tr", text).texts


def test_a_team_adds_a_language(tmp_path):
    assert own(tmp_path, "so", 'name = "Soomaali"\ndirection = "ltr"\n') == OtherLanguage(
        "so", "Soomaali", "ltr", {}
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "X"\ndirection = "up"\n', "not up"),
        ('direction = "ltr"\n', "lacks name"),
        ('name = "X"\ndirection = "ltr"\ncolour = "red"\n', "colour"),
    ],
)
def test_a_mistake_is_told(tmp_path, text, told):
    with pytest.raises(UserError, match=told):
        own(tmp_path, "so", text)
