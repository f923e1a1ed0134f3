"""Two spellings of one thing."""

import pytest

from pipeline.stages.alike import alike_key, common_spelling


def test_capitals_spaces_and_punctuation_do_not_make_a_difference() -> None:
    assert alike_key("De  Buurt-Keuken!") == alike_key("de buurtkeuken") == "debuurtkeuken"
    assert alike_key("Buurtkeuken 2") != alike_key("Buurtkeuken 3")


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        (["Eten", "eten", "Eten"], "Eten"),
        (["het eten", "eten"], "het eten"),
        (["b", "a"], "a"),
        (["het\n  eten"], "het eten"),
    ],
)
def test_the_spelling_used_most_is_shown(spellings: list[str], shown: str) -> None:
    assert common_spelling(spellings) == shown


def test_without_spellings_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="empty"):
        common_spelling([])
