"""The sheets of a workbook without their rows: what lies over and around the cells."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from zlib import crc32

from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.looks import HEAT
from pipeline.edges.workbook.charts import add_chart
from pipeline.edges.workbook.links import MOST_LINKS, Links
from pipeline.edges.workbook.printing import print_grid
from pipeline.model.responses import MARK
from pipeline.model.tab import Area, Cell, Grid, PlacedTable
from pipeline.model.templates import Words

AUTHOR: Final = "samenkracht"
_SEAL: Final = "\u2063\u2064"
"""Signs that nobody sees, for noughts and ones."""

_SEAL_LENGTH: Final = 16

CHECKED: Final = "x"
CHOICES: Final = "_keuzes"
"""The hidden tab with the drop-downs too long to stand in a cell's own rule."""

LONGEST_LIST: Final = 250
MOST_NOTES: Final = 1_000
"""Notes per tab: each is a drawing, and thousands of them make a workbook slow to write and to open."""

LAST_ROW: Final = 1_048_576


class _InOrder(MultiCellRange):
    """Cell ranges that are written in a fixed order."""

    def __iter__(self) -> Iterator[CellRange]:
        return iter(self.sorted())


class Choices:
    """The drop-downs of one workbook; long ones stand under one another in a hidden tab."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, ...], str] = {}
        self._listed: list[str] = []

    def formula(self, options: tuple[str, ...]) -> str:
        """The rule of a drop-down that offers `options`."""
        if options not in self._rules:
            self._rules[options] = self._inline(options) or self._place(options)
        return self._rules[options]

    def rows(self) -> list[tuple[str, ...]]:
        """The rows of the hidden tab, none without long lists; A1 says that it is the program's."""
        return [("" if row else MARK, option) for row, option in enumerate(self._listed)]

    def _inline(self, options: tuple[str, ...]) -> str | None:
        listed = ",".join(options)
        fits = len(listed) <= LONGEST_LIST and not any(sign in option for option in options for sign in ',"')
        return f'"{listed}"' if fits else None

    def _place(self, options: tuple[str, ...]) -> str:
        first = len(self._listed) + 1
        self._listed.extend(options)
        return f"'{CHOICES}'!$B${first}:$B${len(self._listed)}"


def add_sheet(workbook: Workbook, grid: Grid, links: Links, choices: Choices, words: Words) -> None:
    """Add the sheet of a grid to the workbook; its rows are written elsewhere."""
    sheet = workbook.create_sheet(grid.title)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = grid.colour
    if grid.frozen_rows:
        sheet.freeze_panes = f"A{grid.frozen_rows + 1}"
    for number, width in enumerate(grid.widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width + 0.71
    sheet.merged_cells = _InOrder([_range(area) for area in grid.merges])
    for heat in grid.heats:
        sheet.conditional_formatting.add(_reference(heat), _heat_scale())
    for table in grid.tables:
        if table.table.filter and table.table.rows:
            header = Area(table.header_row, table.area.left, table.area.bottom, table.area.right)
            sheet.auto_filter.ref = _reference(header)
        _add_drop_downs(sheet, table, choices)
    for chart in grid.charts:
        add_chart(sheet, chart)
    _add_links(sheet, grid, links)
    print_grid(sheet, grid, words)


def drop_down(formula: str, ranges: Sequence[str], prompt: str = "") -> DataValidation:
    """A list to choose from that never refuses what somebody types instead."""
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    rule.sqref = _InOrder(" ".join(ranges))
    if prompt:
        rule.prompt = prompt
        rule.showInputMessage = True
    return rule


def sealed(text: str) -> str:
    """The text of a note with a seal that nobody sees: whoever changes it breaks the seal."""
    checksum = crc32("".join(text.split()).encode())  # not every program keeps white space as it is
    return text + MARK + "".join(_SEAL[checksum >> bit & 1] for bit in range(_SEAL_LENGTH))


def is_sealed(text: str) -> bool:
    """Whether a note stands there as the program wrote it."""
    return sealed(text[: -(len(MARK) + _SEAL_LENGTH)]) == text


def note(text: str) -> Comment:
    """A note as large as its text needs."""
    return Comment(text, AUTHOR, height=40 + 18 * (len(text) // 34 + text.count("\n")), width=240)


def _add_drop_downs(sheet: Worksheet, placed: PlacedTable, choices: Choices) -> None:
    some_differ = any(row.choices for row in placed.table.rows)
    for number, column in enumerate(placed.table.columns, start=placed.area.left):
        usual = column.choices or ((CHECKED,) if column.people and column.style == "check" else ())
        if not (usual or some_differ):
            continue
        rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, content in enumerate(placed.table.rows, start=placed.area.top):
            rows[dict(content.choices).get(column.key, usual)].append(row)
        for options, offered in rows.items():
            if options:
                ranges = _runs(get_column_letter(number), offered)
                sheet.add_data_validation(drop_down(choices.formula(options), ranges))


def _runs(letter: str, rows: Sequence[int]) -> list[str]:
    """The rows of one column as ranges of neighbours."""
    runs = (list(run) for _, run in groupby(enumerate(rows), lambda at: at[1] - at[0]))
    return [f"{letter}{run[0][1]}:{letter}{run[-1][1]}" for run in runs]


def _add_links(sheet: Worksheet, grid: Grid, links: Links) -> None:
    notes_left, links_left = MOST_NOTES, MOST_LINKS
    for row, column, cell in _full_cells(grid):
        if cell.note and notes_left:
            notes_left -= 1
            sheet.cell(row, column, " ").comment = note(sealed(cell.note))
        target = links.resolve(cell.link) if cell.link and links_left else None
        if target:
            links_left -= 1
            carrier = sheet.cell(row, column, " ")
            carrier.hyperlink = Hyperlink(carrier.coordinate, target=target[0], location=target[1])


def _full_cells(grid: Grid) -> Iterator[tuple[int, int, Cell]]:
    """Row and column of all cells that are more than a value."""
    for row, cells in enumerate(grid.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, Cell):
                yield row, column, cell


def _heat_scale() -> Rule:
    stops = [FormatObject(type="min"), FormatObject(type="percentile", val=50), FormatObject(type="max")]
    colours = [Color(f"FF{colour}") for colour in HEAT]
    return Rule(type="colorScale", colorScale=ColorScale(cfvo=stops, color=colours))


def _range(area: Area) -> CellRange:
    return CellRange(min_col=area.left, min_row=area.top, max_col=area.right, max_row=area.bottom)


def _reference(area: Area) -> str:
    return _range(area).coord
