"""What the pairs of a list tell about its people: in small steps, whatever their order."""

import random
from collections.abc import Iterable
from math import log2

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages import learnt as learning
from pipeline.stages.learnt import (
    ALWAYS_ASKED,
    HARDLY,
    OFTENER,
    SPARSE,
    Learnt,
    Lessons,
    Weight,
)
from pipeline.stages.rates import RATES
from pipeline.stages.weigh import KIN

SURE = 20.0


def pair(*reasons: str, person: float = SURE, home: float = 0.0) -> Weight:
    return Weight(person, home, reasons, enough=0.0)


def lessons(pairs: Iterable[Weight]) -> Lessons:
    taken = Lessons()
    for weight in pairs:
        taken.take(weight)
    return taken


def learn(pairs: Iterable[Weight], rows: int) -> Learnt:
    return learning.learn([lessons(pairs)], rows)


def test_few_pairs_change_little_and_many_much() -> None:
    few = learn([pair("same_phone")] * 2, 100)
    many = learn([pair("same_phone")] * 2000, 10_000)
    assert -0.1 < few.agree["different_phone"] < 0
    assert many.agree["different_phone"] < -4
    assert 0 < many.agree["same_phone"] < 0.2


def test_what_nobody_says_stays_as_it_was_judged() -> None:
    assert all(abs(learnt) < 1e-9 for learnt in learn([], 100).agree.values())
    assert abs(learn([pair("same_organisation")] * 99, 100).agree["same_organisation"]) < 1e-9


def test_what_speaks_against_one_person_is_never_learnt_to_be_usual() -> None:
    against = learn([pair("different_phone", "far_surname")] * 5000, 10_000).agree
    assert against["different_phone"] == HARDLY
    assert against["far_surname"] == OFTENER


def test_namesakes_are_never_learnt_to_be_much_rarer_than_judged() -> None:
    assert learn([KIN] * 5000 + [pair("same_phone")] * 5000, 10_000).namesakes == -HARDLY


def test_two_who_live_together_make_households_and_namesakes_likelier() -> None:
    father = Weight(-5.0, 12.0, ("same_first_name",), enough=ALWAYS_ASKED, named=True)
    alone, crowded = learn([], 1000), learn([KIN] * 500 + [father] * 90, 1000)
    assert crowded.homes > alone.homes
    assert crowded.namesakes > alone.namesakes
    assert crowded.bits(father) < alone.bits(father)


def test_who_stands_often_in_a_list_is_found_again_sooner() -> None:
    doubtful = pair("same_surname", person=1.0)
    often = learn([pair("same_first_name")] * 400, 100)
    assert often.bits(doubtful) > Learnt().bits(doubtful)
    assert abs(often.plenty - log2(2 * 400 / 100)) < 0.1


def test_where_hardly_anybody_stands_twice_much_is_needed_to_find_somebody_again() -> None:
    doubtful, sure = pair("same_surname", person=1.0), pair("same_first_name")
    assert learn([sure] * 500, 10_000).bits(doubtful) < learn([sure] * 5000, 10_000).bits(doubtful) - 2
    assert learn([sure] * 3, 60).plenty > -0.2  # a short list hardly tells


WEIGHTS = st.lists(
    st.builds(
        Weight,
        st.floats(-40, 40),
        st.floats(-40, 40),
        st.lists(st.sampled_from(sorted(RATES)), max_size=4, unique=True).map(tuple),
        st.floats(0, 8),
        st.booleans(),
        st.booleans(),
    ),
    max_size=9,
)


@settings(max_examples=80, deadline=None)
@given(WEIGHTS, st.integers(0, 9), st.randoms(use_true_random=False))
def test_order_and_division_of_pairs_do_not_matter_and_learning_stays_within_bounds(
    weights: list[Weight], place: int, chance: random.Random
) -> None:
    learnt = learn(weights, 20)
    shuffled = list(weights)
    chance.shuffle(shuffled)
    assert learning.learn([lessons(shuffled[:place]), lessons(shuffled[place:])], 20) == learnt
    assert all(bits <= OFTENER for bits in learnt.agree.values())
    assert learnt.plenty >= log2(SPARSE / (20 + SPARSE))
