"""Whom `mevr. Jansen` cannot be."""

import pytest

from pipeline.stages.genders import gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("fatma", "f"),
        ("bep", "f"),
        ("joesoef", "m"),
        ("kees", "m"),
        ("corrie", ""),
        ("sam", ""),
        ("bregjetje", ""),
    ],
)
def test_gender_of_a_first_name(name: str, gender: str) -> None:
    assert gender_of(name) == gender
