"""What a write would change: the cells that show something else than they do now."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from pipeline.edges.shown import Shown, shown, shown_cell
from pipeline.model.responses import RawCell
from pipeline.model.tab import Grid


def changed_cells(grid: Grid, standing: Sequence[Sequence[RawCell]]) -> int:
    """How many cells of a grid differ from those that stand there; without any, how many it fills."""
    if not standing:
        return sum(len(row) - row.count(None) for row in grid.rows)
    return sum(
        _differing(list(map(shown_cell, row, styles)), old)
        for row, styles, old in zip_longest(grid.rows, grid.styles, standing, fillvalue=())
    )


def changed_texts(wanted: Iterable[Sequence[str]], standing: Sequence[Sequence[RawCell]]) -> int:
    """The same for rows of plain text."""
    return sum(
        _differing([shown(cell) for cell in new], old)
        for new, old in zip_longest(wanted, standing, fillvalue=())
    )


def typed_beside(grid: Grid, standing: Sequence[Sequence[RawCell]]) -> bool:
    """Whether something stands to the right of everything that the program writes in this tab."""
    return any(shown(cell) != "" for row in standing for cell in row[len(grid.widths) :])


def _differing(new: Sequence[Shown], old: Sequence[RawCell]) -> int:
    return sum(wanted != stands for wanted, stands in zip_longest(new, map(shown, old), fillvalue=""))
