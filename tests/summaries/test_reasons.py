"""Why two rows may be one person, in one sentence."""

import pytest

from pipeline.model.templates import Words
from pipeline.summaries.reasons import AGAINST, because, listed
from pipeline.templates import load_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("language", "reasons", "sentence"),
    [
        ("nl", (), ""),
        ("nl", ("same_phone",), "hetzelfde telefoonnummer"),
        ("nl", ("same_first_name", "same_surname"), "dezelfde voornaam en dezelfde achternaam"),
        (
            "nl",
            ("different_phone", "same_first_name", "same_surname", "same_postcode", "no_surname"),
            "dezelfde voornaam, dezelfde achternaam en dezelfde postcode, "
            "maar een ander telefoonnummer en één keer geen achternaam",
        ),
        ("en", ("same_phone", "other_first_name"), "the same telephone number, but another first name"),
        ("en", ("different_phone",), "another telephone number"),
        ("en", ("same_phone", "same_role"), "the same telephone number"),
        (
            "nl",
            ("same_phone", "invited_by_the_other"),
            "hetzelfde telefoonnummer, maar de ander als degene die uitnodigde",
        ),
    ],
)
def test_in_favour_then_against(language: str, reasons: tuple[str, ...], sentence: str) -> None:
    assert because(Words(CATALOGUE, language), reasons) == sentence


def test_every_reason_says_the_same_in_both_languages() -> None:
    for reason in CATALOGUE.texts["reasons"]:
        english = because(Words(CATALOGUE, "en"), (reason,))
        assert english.startswith(
            ("another", "once no", "a name that may", "the other as", "perhaps")
        ) == reason.startswith(AGAINST) or (reason in {"spelled_first_name", "spelled_surname"})


def test_a_list_of_anything() -> None:
    words = Words(CATALOGUE, "nl")
    assert [listed(words, parts) for parts in ((), (3,), (3, 8), (3, 8, 14))] == [
        "",
        "3",
        "3 en 8",
        "3, 8 en 14",
    ]
