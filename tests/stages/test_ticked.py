from collections import Counter

import pytest

from pipeline.stages.ticked import count_ticks


@pytest.mark.parametrize(
    ("answers", "ticks"),
    [
        (["Soep, Brood", "Soep", "Brood"], {"Soep": 2, "Brood": 2}),
        (["Soep, Brood", "Soep, Brood", "Soep"], None),
        # An option keeps the commas between its own brackets.
        (
            ["Fruit (appel, peer), Soep", "Fruit (appel, peer)", "Soep"],
            {"Fruit (appel, peer)": 2, "Soep": 2},
        ),
        # An own answer stands last, and is one answer.
        (
            ["Soep, Brood, pap, maar dun", "Soep, Brood", "Brood", "Soep", "Soep"],
            {"Soep": 4, "Brood": 3, "pap, maar dun": 1},
        ),
        (["Soep, Brood", "Soep", "Brood", "Soep, Brood, Soep"], {"Soep": 3, "Brood": 3}),
    ],
)
def test_what_was_ticked_together(answers: list[str], ticks: dict[str, int] | None) -> None:
    assert count_ticks(Counter(answers)) == ticks


@pytest.mark.parametrize(
    "answers",
    [
        ["Ja, graag", "Ja, misschien", "Nee", "Nee"],
        ["Nooit, ik fiets niet", "Nooit, ik fiets niet", "Vaak"],
        ["Ik kwam, zag, en bleef", "Het was druk, maar leuk", "Mooi"],
        ["Soep", "Brood", "Soep"],
        [],
    ],
)
def test_texts_with_commas_are_no_options(answers: list[str]) -> None:
    assert not count_ticks(Counter(answers))
