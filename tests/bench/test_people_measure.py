"""How good a division of rows into people is."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from people_measure import Score, answers, labels, pairs, score

Division = list[int]
SAME_LENGTH = some.integers(0, 30).flatmap(
    lambda rows: some.tuples(
        *(some.lists(some.integers(0, 5), min_size=rows, max_size=rows) for _ in range(2))
    )
)


def test_by_hand() -> None:
    found = score("aabbcd", "xxxyyz")
    assert found == Score(
        precision=1 / 2,
        recall=1 / 4,
        precision_per_row=pytest.approx((1 + 1 + 0.5 + 0.5 + 1 + 1) / 6),
        recall_per_row=pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 0.5 + 0.5 + 1) / 6),
        heads=pytest.approx(1 / 3),
    )
    assert found.f1 == pytest.approx(1 / 3)
    assert 0.6 < found.f1_per_row < 0.8


@pytest.mark.parametrize(("rows", "f1"), [("", 1), ("a", 1), ("abc", 1), ("aa", 1)])
def test_what_is_all_right(rows: str, f1: float) -> None:
    found = score(rows, rows)
    assert (found.precision, found.recall, found.heads) == (1, 1, -1 if not rows else 0)
    assert found.f1 == f1


def test_nothing_right() -> None:
    assert score("aabb", "xyxy").f1 == 0


@given(SAME_LENGTH)
def test_against_every_pair(both: tuple[Division, Division]) -> None:
    found, truth = both
    rows = range(len(found))
    mine = {(a, b) for a in rows for b in rows if a < b and found[a] == found[b]}
    real = {(a, b) for a in rows for b in rows if a < b and truth[a] == truth[b]}
    measured = score(found, truth)
    assert measured.precision == (len(mine & real) / len(mine) if mine else 1)
    assert measured.recall == (len(mine & real) / len(real) if real else 1)


def test_pairs_labels_and_answers() -> None:
    assert pairs([1, 2, 4]) == 7
    assert labels([(0, 3), (2,)], 5) == [0, -2, 1, 0, -5]
    assert answers([(0, 1), (1, 2)], "aab") == ([(0, 1)], [(1, 2)])
