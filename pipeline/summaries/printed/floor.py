"""How the chairs stand, as points on a drawing of the room."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import ceil, cos, hypot, pi, sin, sqrt
from typing import Final

WIDTH: Final = 360.0
DEPTH: Final = 116.0
"""The room on the drawing; the front, where everybody looks, is above."""

FRONT: Final = 14.0
LARGEST: Final = 15.0
"""The radius of a table at most."""

BEND: Final = ((80.0, 26.0), (80.0, 96.0), (280.0, 96.0), (280.0, 26.0))
"""Along what the chairs of a U stand."""

MOST: Final = 60
"""More chairs than this are no longer told apart on the drawing."""

Point = tuple[float, float]


def tables(sizes: Sequence[int]) -> tuple[Mapping[str, object], ...]:
    """Round tables in rows, each with its chairs: middle, radius and the middles of the chairs."""
    rows = max(1, round(sqrt(len(sizes) * DEPTH / WIDTH)))
    columns = max(1, ceil(len(sizes) / rows))
    across, down = WIDTH / columns, (DEPTH - FRONT) / rows
    radius = min(LARGEST, min(across, down) * 0.24)
    return tuple(
        _table((across * (nth % columns + 0.5), FRONT + down * (nth // columns + 0.5)), radius, size)
        for nth, size in enumerate(sizes)
    )


def _table(middle: Point, radius: float, size: int) -> Mapping[str, object]:
    turns = (2 * pi * nth / size for nth in range(size))
    chairs = [
        _rounded(middle[0] + 1.5 * radius * sin(turn), middle[1] - 1.5 * radius * cos(turn)) for turn in turns
    ]
    x, y = _rounded(*middle)
    return {"x": x, "y": y, "radius": round(radius, 1), "chairs": chairs}


def bend(chairs: int) -> tuple[Point, ...]:
    """So many chairs along a U, open to the front, at equal steps."""
    chairs = min(chairs, MOST)
    lengths = [hypot(other[0] - one[0], other[1] - one[1]) for one, other in pairwise(BEND)]
    return tuple(_along(lengths, sum(lengths) * (nth + 0.5) / chairs) for nth in range(chairs))


def _along(lengths: Sequence[float], way: float) -> Point:
    """The point so far along the U."""
    begins = [0.0, *accumulate(lengths)]
    nth = next(nth for nth in range(len(lengths)) if way <= begins[nth + 1])
    part = (way - begins[nth]) / lengths[nth]
    (x, y), (to_x, to_y) = BEND[nth], BEND[nth + 1]
    return _rounded(x + part * (to_x - x), y + part * (to_y - y))


def _rounded(x: float, y: float) -> Point:
    return (round(x, 1), round(y, 1))
