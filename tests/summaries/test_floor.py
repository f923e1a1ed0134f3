"""The drawing of the room: every chair is on it, none over another."""

from itertools import combinations
from math import hypot
from typing import Any

import pytest

from pipeline.stages.seating import table_sizes
from pipeline.summaries.printed.floor import DEPTH, MOST, WIDTH, bend, tables


@pytest.mark.parametrize("people", [1, 5, 7, 65, 310, 1000])
def test_tables_for_everybody_within_the_walls(people: int) -> None:
    drawn: Any = tables(table_sizes(people))
    chairs = [chair for table in drawn for chair in table["chairs"]]
    assert len(chairs) == people
    assert all(0 < x < WIDTH and 0 < y < DEPTH for x, y in chairs)
    middles = [(table["x"], table["y"], table["radius"]) for table in drawn]
    assert all(hypot(a[0] - b[0], a[1] - b[1]) > 2 * 1.7 * a[2] for a, b in combinations(middles, 2))


def test_no_tables() -> None:
    assert tables(()) == ()


@pytest.mark.parametrize("chairs", [1, 5, 25, MOST])
def test_a_bend_of_chairs_is_the_same_from_both_sides(chairs: int) -> None:
    drawn = bend(chairs)
    assert len(set(drawn)) == chairs
    assert sorted((round(WIDTH - x, 1), y) for x, y in drawn) == sorted(drawn)


def test_more_chairs_than_can_be_drawn() -> None:
    assert len(bend(400)) == MOST
