"""Which ideas may be the same one in other words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.near_duplicates import near_pairs, why_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samen koken", "met elkaar koken in het buurthuis"),
        ("Kookavond", "Kookavonden"),
        ("Kook-avond!", "kookavond"),
        ("Repair café", "Repaircafé in de buurt"),
        ("Brieven lezen", "Een brief lezen"),
        ("Lees brieven", "Brieven lezen"),
        ("Wandelen op zondag", "op zondag wandelen met buren"),
        ("Fietsen maken", "Fietsjes maken"),
        ("Samen", "Met elkaar samen"),
    ],
)
def test_one_idea_in_other_words_is_proposed(one: str, other: str) -> None:
    assert near_pairs({3: other, 8: one}) == ((3, 8),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Koken", "Wandelen"),
        ("Ruilkast", "Ruilkast voor kinderen"),
        ("Fietsles voor vrouwen", "Fietsles voor ouderen"),
        ("Samen koken", "Samen wandelen"),
        ("Moestuin achter de flat", "Moestuin bij de school"),
        ("Soep", "Boodschappen doen, soep brengen, post halen en lampen ophangen"),
        ("In de buurt", "Koken in de buurt"),
    ],
)
def test_different_ideas_are_not(one: str, other: str) -> None:
    assert near_pairs({3: other, 8: one}) == ()


def test_every_pair_is_listed_once_in_order() -> None:
    ideas = {9: "Samen koken", 2: "koken!", 5: "Kaarten", 7: "Koken met elkaar"}
    assert near_pairs(ideas) == ((2, 7), (2, 9), (7, 9))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(1, 99), st.text(max_size=20), max_size=8))
def test_any_text_gives_sorted_pairs_of_its_numbers(ideas: dict[int, str]) -> None:
    pairs = near_pairs(ideas)
    assert pairs == tuple(sorted(set(pairs)))
    assert all(first < second and {first, second} <= ideas.keys() for first, second in pairs)


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("Samen koken", "Met elkaar koken in het buurthuis", ("same_words",)),
        ("Fietsles", "Fietsles voor vrouwen op zaterdag", ("words_within",)),
        ("Fietsles op zaterdag voor iedereen", "Fietsles", ("words_within",)),
        ("Gereedschap lenen", "Gereedschap leenen", ("same_words",)),
        ("Een repaircafé beginnen", "Een repair-café beginnen", ("words_alike",)),
        ("Een moestuin", "Een leeskring", ()),
    ],
)
def test_why_two_ideas_may_be_one(one: str, other: str, reasons: tuple[str, ...]) -> None:
    assert why_near(one, other) == reasons
