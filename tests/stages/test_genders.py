"""Whom `mevr. Jansen` cannot be."""

import pytest

from pipeline.stages.genders import gender_of, is_her_form


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("fatma", "f"),
        ("bep", "f"),
        ("joesoef", "m"),
        ("kees", "m"),
        ("corrie", ""),
        ("jos", ""),
        ("sam", ""),
        ("bregjetje", ""),
    ],
)
def test_gender_of_a_first_name(name: str, gender: str) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("one", "other", "is_hers"),
    [
        ("khalid", "khalida", True),
        ("emine", "emin", True),
        ("ali", "aliye", True),
        ("rene", "renee", True),
        ("khaled", "khalida", True),  # another spelling of his
        ("ahmeda", "achmed", True),
        ("hanan", "hanane", False),  # a woman's both
        ("wafa", "wafaa", False),
        ("saba", "sabaa", False),
        ("ari", "arie", False),  # a spelling
        ("bregj", "bregja", False),  # nobody's name
        ("khalid", "khaled", False),
        ("khalid", "khalid", False),
    ],
)
def test_what_makes_a_name_a_womans(one: str, other: str, is_hers: bool) -> None:
    assert is_her_form(one, other) is is_hers
    assert is_her_form(other, one) is is_hers
