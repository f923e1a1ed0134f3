"""What people type in a tab is found again in the tab as it stands in the workbook."""

from dataclasses import replace

import pytest

from pipeline.model.responses import RawCell, RawTab
from pipeline.model.tab import Tab, Table
from pipeline.stages.kept import read_kept
from pipeline.stages.memory import Memory
from pipeline.summaries.layout import lay_out
from tests.summaries.scene import ASKING, catalogue, fill

TYPED: dict[str, tuple[str, RawCell]] = {
    "participants": ("withdrawn", True),
    "tables": ("confirmed", True),
    "ideas": ("status", "overwogen"),
    "control": ("decision", "later"),
}
ADDED = "Trekker"


def written(tab: Tab, column: str, typed: RawCell) -> RawTab:
    """The tab as it stands after somebody typed in every row, and in a column of their own."""
    grid = lay_out(tab)
    rows: list[list[RawCell]] = [[cell.value for cell in row] for row in grid.cells()]  # type: ignore[misc]
    placed = next(one for one in grid.tables if one.table.row_key)
    place = [one.key for one in placed.table.columns].index(column)
    for number in range(placed.header_row, placed.area.bottom + 1):
        row = rows[number - 1]
        row += [None] * (len(placed.table.columns) + 1 - len(row))
        header = number == placed.header_row
        row[place] = row[place] if header else typed
        row[len(placed.table.columns)] = ADDED if header else f"rij {number}"
    return RawTab(grid.title, rows)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", TYPED)
def test_every_typed_cell_comes_back_in_its_row(key: str, language: str) -> None:
    column, typed = TYPED[key]
    tab = fill(key, ASKING, language)
    before = next(block for block in tab.blocks if isinstance(block, Table) and block.row_key)

    kept = read_kept([written(tab, column, typed)], catalogue(), Memory())
    after = next(
        block
        for block in fill(key, replace(ASKING, kept=kept), language).blocks
        if isinstance(block, Table) and block.row_key
    )

    place = [one.key for one in after.columns].index(column)
    assert [row.key for row in after.rows] == [row.key for row in before.rows]
    assert {row.cells[place] for row in after.rows} == {typed}
    assert after.columns[-1].header == ADDED
    assert len({row.cells[-1] for row in after.rows}) == len(after.rows)
    assert kept.order[key] == tuple(row.key for row in before.rows)
