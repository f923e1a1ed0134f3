"""How good a division of rows into people is, against the truth."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Pairwise precision and recall, the same per row (B-cubed), and how wrong the number of people is.

    A division without pairs has precision 1, a truth without pairs recall 1. `heads` is the error in the
    number of people as a share of it, above nought where there are too many.
    """

    precision: float
    recall: float
    precision_per_row: float
    recall_per_row: float
    heads: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    @property
    def f1_per_row(self) -> float:
        """The same for B-cubed."""
        return harmonic(self.precision_per_row, self.recall_per_row)


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two shares."""
    return 2 * one * other / (one + other) if one + other else 0.0


def pairs(sizes: Iterable[int]) -> int:
    """How many pairs there are within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def score(found: Sequence[Hashable], truth: Sequence[Hashable]) -> Score:
    """Compare who every row is according to us, and in truth."""
    ours, theirs, both = Counter(found), Counter(truth), Counter(zip(found, truth, strict=True))
    right = pairs(both.values())
    mine, real = pairs(ours.values()), pairs(theirs.values())
    rows = len(truth) or 1
    return Score(
        right / mine if mine else 1.0,
        right / real if real else 1.0,
        sum(size * size / ours[label] for (label, _), size in both.items()) / rows,
        sum(size * size / theirs[person] for (_, person), size in both.items()) / rows,
        len(ours) / (len(theirs) or 1) - 1,
    )


def labels(clusters: Iterable[Sequence[int]], rows: int) -> list[int]:
    """The number of the cluster of every row; who stands in none is alone."""
    found = [-1 - row for row in range(rows)]
    for number, members in enumerate(clusters):
        for row in members:
            found[row] = number
    return found


def answers(
    asked: Iterable[tuple[int, int]], truth: Sequence[Hashable]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What somebody who knows answers to these pairs of rows: who are the same, who are not."""
    must: list[tuple[int, int]] = []
    cannot: list[tuple[int, int]] = []
    for one, other in asked:
        (must if truth[one] == truth[other] else cannot).append((one, other))
    return must, cannot
