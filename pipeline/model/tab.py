"""A summary tab: the blocks a summary fills, and the grid that every medium writes.

A summary makes a `Tab` of blocks; `pipeline.summaries.layout` lays it out as a `Grid`; a writer
turns a grid into cells of a workbook or a spreadsheet. All coordinates count from 1.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from pipeline.model.responses import Place

Scalar = str | int | float | bool | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a cell: of a source tab (`form`, the sheet's row) or of a summary tab (`tab`)."""

    form: str | None = None
    row: int = 1
    question: str | None = None
    tab: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `style` None takes the column's; `indent` counts steps; `note` shows on hover."""

    value: Scalar
    style: str | None = None
    link: Link | None = None
    note: str | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `key` identifies it for the people's columns.

    `choices` replaces the column's drop-down in this row, per column key.
    """

    cells: tuple[Cell | Scalar, ...]
    key: str | None = None
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, worded; `choices` make a drop-down."""

    key: str
    header: str
    width: int = 14
    style: str = "text"
    people: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart of a table's columns (by key); `kind`: line, column, bar, stacked, stacked_column.

    `colours` (RRGGBB) one per series; `target` draws a level line of that value;
    `percent` formats the axis.
    """

    kind: str
    title: str
    categories: str
    series: tuple[str, ...]
    colours: tuple[str, ...] = ()
    target: float | None = None
    percent: bool = False
    x_title: str = ""
    y_title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, a note, a header row and rows; `heat` = column keys coloured by value.

    `filter` puts an auto-filter on the header; `empty` is said when there are no rows.
    """

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: str | None = None
    note: str | None = None
    heat: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    filter: bool = False
    empty: str | None = None
    row_key: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: a large value with its label and a small explanation."""

    label: str
    value: Scalar
    note: str = ""
    style: str = "number"


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[Figure, ...]
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """A heading and lines of text, one row each."""

    lines: tuple[Cell | str, ...]
    heading: str | None = None


Block = Table | Figures | Lines


@dataclass(frozen=True, slots=True)
class Tab:
    """One summary tab as its fill function makes it."""

    key: str
    title: str
    intro: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    colour: str = "2F6F62"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both ends included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with the cells it draws: `categories` and each series one column wide, header excluded.

    `names` are the series' worded headers, `target` the cells of the level line; `at` is the
    (row, column) of its upper left corner, `size` its (rows, columns).
    """

    chart: Chart
    categories: Area
    series: tuple[Area, ...]
    names: tuple[str, ...]
    at: tuple[int, int]
    size: tuple[int, int]
    target: Area | None = None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Where a table landed: its header row, its data area and its columns in order."""

    table: Table
    header_row: int
    area: Area


@dataclass(frozen=True, slots=True)
class Grid:
    """A laid-out tab: rows of cells, and what lies over them.

    A tab may hold a million cells, so most are plain values: `styles` has, per row, the style of
    every cell that brings none of its own. `merges` are areas shown as one cell; `heights` are
    (row, points) for rows that differ; `starts` are the rows where a block begins (where a page
    may break).
    """

    key: str
    title: str
    rows: tuple[Sequence[Cell | Scalar], ...]
    styles: tuple[Sequence[str], ...]
    widths: tuple[int, ...]
    frozen_rows: int
    tables: tuple[PlacedTable, ...] = ()
    charts: tuple[PlacedChart, ...] = ()
    heats: tuple[Area, ...] = ()
    merges: tuple[Area, ...] = ()
    heights: tuple[tuple[int, float], ...] = ()
    starts: tuple[int, ...] = ()
    landscape: bool = False
    hidden: bool = False
    colour: str = "2F6F62"

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """The rows with every cell in full, its style included."""
        for row, styles in zip(self.rows, self.styles, strict=True):
            yield tuple(styled(cell, style) for cell, style in zip(row, styles, strict=True))


def styled(cell: Cell | Scalar, style: str) -> Cell:
    """A cell in full; `style` where it brings none of its own."""
    if not isinstance(cell, Cell):
        return Cell(cell, style)
    return cell if cell.style else Cell(cell.value, style, cell.link, cell.note, cell.indent)


@dataclass(frozen=True, slots=True)
class Roster:
    """Rows the program keeps up to date in a working tab, one per `key_column` value.

    `rows`: key -> value per program column (question key). A row that is missing is added at the
    end; in a row that stands there only the program's columns are written; nothing is removed.
    `others` are kept up to date only where they stand, and never added. A roster that holds `once`
    is written with a tab that is made, and from then on left to people.
    """

    tab: str
    key_column: str
    rows: tuple[tuple[str, tuple[tuple[str, Scalar], ...]], ...]
    others: tuple[tuple[str, tuple[tuple[str, Scalar], ...]], ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one sync would write: the summary tabs, rows for working tabs, the memory tab.

    `memory` is gone through more than once; `places` by form: where the rows stand that links lead to.
    """

    grids: tuple[Grid, ...]
    rosters: tuple[Roster, ...]
    memory: Iterable[tuple[str, ...]]
    places: Mapping[str, Place] = field(default_factory=dict)
