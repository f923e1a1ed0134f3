"""Where everybody stands in a picture of trees: a tidy tree where it fits, steps where trees are deep.

Both run from left to right. In a *tidy* tree every generation has its own column, and whoever invited
stands halfway between the first and the last of their guests; branches slide as close together as
their outlines allow (after Reingold and Tilford, 1981). In *steps* everybody has a row of their own,
a little to the right of who invited them; a tree that is longer than the sheet goes on in the
next band. Widths are in em, heights in rows, until the size of the letters is chosen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

ROW: Final = 1.5
"""The height of a row in em."""

GAP: Final = 2.2
"""Em between two generations of a tidy tree: room for the lines."""

STEPS: Final = (1.5, 1.0, 0.6, 0.35)
"""Em to the right for every generation in steps: the less, the deeper the trees."""

BAND_GAP: Final = 1.6
"""Em between two bands of trees."""

TREE_GAP: Final = 0.6
"""Rows between two trees with guests; those without stand close together."""

SIZES: Final = tuple(6.0 * 0.94**nth for nth in range(15))
"""The sizes of letters, in mm: 17 down to 7 points."""

SIZES_OF_STEPS: Final = SIZES[8:]
SMALLER: Final = 0.94


class Point(NamedTuple):
    """To the right and down."""

    x: float
    y: float


class Link(NamedTuple):
    """A line: straight from point to point, or (`curved`) straight to the second and then a curve."""

    points: tuple[Point, ...]
    curved: bool = False


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees of one sheet: who is a root, whose guests stand below whom, how wide each label is (em)."""

    roots: Sequence[str]
    guests: Mapping[str, Sequence[str]]
    width: Mapping[str, float]

    def walk(self, root: str) -> Iterator[tuple[str, int]]:
        """Everybody of a tree with their depth, each before their own guests."""
        waiting = [(root, 0)]
        while waiting:
            code, depth = waiting.pop()
            yield code, depth
            waiting += ((guest, depth + 1) for guest in reversed(self.guests.get(code, ())))


@dataclass(frozen=True, slots=True)
class Layout:
    """Everybody's place and the lines between them, in em from the upper left corner; `size` in mm per em."""

    spots: Mapping[str, Point]
    links: tuple[Link, ...]
    width: float
    height: float
    size: float = 0.0


Draw = Callable[[Forest, str, float], Layout | None]
"""Draws the tree of one root with at most so many rows; None where it cannot."""


def lay_out(forest: Forest, width: float, height: float) -> Layout:
    """The largest letters with which everything fits into `width` by `height` mm: tidy, else in steps."""
    tried = (_packed(forest, draw, width / size, height / size, size) for draw, size in _ways())
    return next(packed for packed in tried if packed)


def _ways() -> Iterator[tuple[Draw, float]]:
    """Every way to draw with its size of letters, the best first; there is always a smaller one."""
    yield from ((tidy, size) for size in SIZES)
    for step in STEPS:
        yield from ((partial(stepped, step=step), size) for size in SIZES_OF_STEPS)
    size = SIZES[-1]
    while True:
        size *= SMALLER
        yield partial(stepped, step=STEPS[-1]), size


def tidy(forest: Forest, root: str, rows: float) -> Layout | None:
    """One tree with a column for every generation; None where it has more than so many rows."""
    walk = list(forest.walk(root))
    columns = _columns(forest, walk)
    offset = _outlines(forest, walk)
    y = {root: 0.0}
    for code, _depth in walk:
        for guest in forest.guests.get(code, ()):
            y[guest] = y[code] + offset[guest]
    top = min(y.values())
    spots = {code: Point(columns[depth], (y[code] - top) * ROW) for code, depth in walk}
    height = max(y.values()) - top + 1
    links = (
        Link(
            (
                Point(spots[code].x + forest.width[code] + 0.3, spots[code].y),
                Point(columns[depth + 1] - GAP + 0.3, spots[code].y),
                Point(spots[guest].x - 0.3, spots[guest].y),
            ),
            curved=True,
        )
        for code, depth in walk
        for guest in forest.guests.get(code, ())
    )
    return Layout(spots, tuple(links), columns[-1] - GAP, height * ROW) if height <= rows else None


def _columns(forest: Forest, walk: Sequence[tuple[str, int]]) -> list[float]:
    """Where every generation begins, and where the one after the last would."""
    widest: dict[int, float] = {}
    for code, depth in walk:
        widest[depth] = max(widest.get(depth, 0.0), forest.width[code])
    columns = [0.0]
    for depth in sorted(widest):
        columns.append(columns[-1] + widest[depth] + GAP)
    return columns


def _outlines(forest: Forest, walk: Sequence[tuple[str, int]]) -> dict[str, float]:
    """How many rows everybody stands below (or above) who invited them."""
    offset: dict[str, float] = {}
    top: dict[str, list[float]] = {}
    bottom: dict[str, list[float]] = {}
    for code, _depth in reversed(walk):
        upper: list[float] = []
        lower: list[float] = []
        guests = forest.guests.get(code, ())
        for guest in guests:
            above, below = top.pop(guest), bottom.pop(guest)
            down = max((low + 1 - high for low, high in zip(lower, above, strict=False)), default=0.0)
            offset[guest] = down
            upper += (down + high for high in above[len(upper) :])
            lower = [down + low for low in below] + lower[len(below) :]
        middle = (offset[guests[0]] + offset[guests[-1]]) / 2 if guests else 0.0
        for guest in guests:
            offset[guest] -= middle
        top[code] = [0.0, *(high - middle for high in upper)]
        bottom[code] = [0.0, *(low - middle for low in lower)]
    return offset


def stepped(forest: Forest, root: str, rows: float, *, step: float) -> Layout:
    """One tree with a row for everybody, `step` em to the right of who asked them, in one band or more."""
    walk = list(forest.walk(root))
    fit = max(int(rows), 1)
    row = {code: nth for nth, (code, _depth) in enumerate(walk)}
    indent = {code: depth * step for code, depth in walk}
    spots: dict[str, Point] = {}
    links: list[Link] = []
    right = 0.0
    for first in range(0, len(walk), fit):
        band = range(first, min(first + fit, len(walk)))
        codes = [walk[nth][0] for nth in band]
        trunks = list(_trunks(forest, row, band))
        left = min(indent[code] for code in (*codes, *(code for code, _from, _to in trunks)))
        shift = right - left
        here = {code: Point(indent[code] + shift, (row[code] - first) * ROW) for code in codes}
        links += _lines(forest, trunks, here, {code: indent[code] + shift for code, *_ in trunks}, first)
        right = max(spot.x + forest.width[code] for code, spot in here.items()) + BAND_GAP
        spots |= here
    return Layout(spots, tuple(links), right - BAND_GAP, min(len(walk), fit) * ROW)


def _trunks(forest: Forest, row: Mapping[str, int], band: range) -> Iterator[tuple[str, int, int]]:
    """Whose line down to their guests runs through a band, from which row to which."""
    for code, nth in row.items():
        guests = forest.guests.get(code, ())
        if guests and nth < band.stop and row[guests[-1]] >= band.start:
            yield code, nth, row[guests[-1]]


def _lines(
    forest: Forest,
    trunks: Sequence[tuple[str, int, int]],
    spots: Mapping[str, Point],
    left: Mapping[str, float],
    first: int,
) -> Iterator[Link]:
    """The lines of one band: down from everybody with guests, and from there to every guest."""
    lowest = max(spot.y for spot in spots.values())
    for code, above, below in trunks:
        x = left[code] + 0.4
        start = (above - first) * ROW + 0.5 if above >= first else -0.5
        yield Link((Point(x, start), Point(x, min((below - first) * ROW, lowest + 0.5))))
        for guest in forest.guests[code]:
            if guest in spots:
                yield Link((Point(x, spots[guest].y), Point(spots[guest].x - 0.15, spots[guest].y)))


def _packed(forest: Forest, draw: Draw, width: float, height: float, size: float) -> Layout | None:
    """All trees in bands, each in the first band with room; None where they do not fit."""
    bands: list[tuple[float, list[tuple[Layout, float]]]] = []
    for root in forest.roots:
        tree = draw(forest, root, height / ROW)
        if tree is None:
            return None
        gap = TREE_GAP * ROW if forest.guests.get(root) else 0.0
        nth = next((n for n, (used, _) in enumerate(bands) if used + tree.height <= height), len(bands))
        if nth == len(bands):
            bands.append((0.0, []))
        used, trees = bands[nth]
        bands[nth] = (used + tree.height + gap, [*trees, (tree, used)])
    return _placed([trees for _used, trees in bands], width, height, size)


def _placed(
    bands: Sequence[Sequence[tuple[Layout, float]]], width: float, height: float, size: float
) -> Layout | None:
    spots: dict[str, Point] = {}
    links: list[Link] = []
    x = 0.0
    for band in bands:
        for tree, y in band:
            spots |= {code: Point(spot.x + x, spot.y + y) for code, spot in tree.spots.items()}
            links += (
                Link(tuple(Point(point.x + x, point.y + y) for point in link.points), link.curved)
                for link in tree.links
            )
        x += max(tree.width for tree, _y in band) + BAND_GAP
    used = x - BAND_GAP
    return Layout(spots, tuple(links), used, height, size) if used <= width else None
