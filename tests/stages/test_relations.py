"""What somebody is to another, told by a word that may have a slip."""

import pytest

from pipeline.stages.relations import relation_of


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("zus", "zus"),
        ("buurfrouw", "buurvrouw"),
        ("sportmaatje", "maatje"),
        ("uurman", ""),
        ("langevriend", ""),
        ("catharina", ""),
        ("", ""),
    ],
)
def test_what_a_word_tells(word: str, relation: str) -> None:
    assert relation_of(word) == relation
