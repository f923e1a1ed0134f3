"""A workbook to type in, with headers, notes and drop-downs: as .xlsx or .ods."""

from pathlib import Path
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.disk import Disk, replace_file
from pipeline.edges.looks import WORKING
from pipeline.edges.workbook.fresh import empty_workbook, saved
from pipeline.edges.workbook.look import dress
from pipeline.edges.workbook.opendocument import render_opendocument
from pipeline.edges.workbook.printing import A4
from pipeline.edges.workbook.sheets import CHOICES, Choices, drop_down, note
from pipeline.model.blueprint import EntryBook, EntryColumn, EntryTab
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.responses import MARK

KINDS: Final = (".xlsx", ".ods")
WIDTHS: Final = (28, 90)
LINE: Final = 16
LYING: Final = 130
"""So many letters beside one another can be read on a lying page."""

ROWS: Final = 2000
"""So many rows are ready to type in."""


def write_blank(path: Path, book: EntryBook, *, force: bool = False, disk: Disk | None = None) -> None:
    """Write the workbook; never over an existing one unless `force`.

    Raises:
        UserError: it exists, is of another kind than .xlsx and .ods, or may not be written.

    """
    if path.suffix.lower() not in KINDS:
        raise UserError(
            N_("I make such a workbook as .xlsx or .ods, not as “{file}”."),
            todo=N_("Give it a name that ends in .xlsx or .ods."),
            exit_code=WRONG_USE,
            file=path.name,
        )
    if path.exists() and not force:
        raise UserError(
            N_("{file} is there already."),
            why=N_("There may be responses in it, so I do not write over it."),
            todo=N_("Choose another name, or start again with --force."),
            file=path.name,
        )
    content = _render(book) if path.suffix.lower() == ".xlsx" else render_opendocument(book, ROWS)

    def write(file: BinaryIO) -> None:
        file.write(content)

    replace_file(path, write, disk or Disk())


def _render(book: EntryBook) -> bytes:
    workbook = empty_workbook(book.title, None)
    choices = Choices()
    _add_cover(workbook, book)
    for tab in book.tabs:
        _add_tab(workbook, tab, choices)
    sheet = workbook.create_sheet(CHOICES)
    sheet.sheet_state = "hidden"
    for row in choices.rows():
        sheet.append(row)
    return saved(workbook)


def _add_cover(workbook: Workbook, book: EntryBook) -> None:
    sheet = workbook.create_sheet(book.cover)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = WORKING
    for letter, width in zip("AB", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    dress(_put(sheet, 1, 1, book.title + MARK), "title")
    for row, line in enumerate(book.lines, start=3):
        dress(_put(sheet, row, 1, line), "intro")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
    top = len(book.lines) + 4
    for column, header in enumerate(book.headers, start=1):
        dress(_put(sheet, top, column, header), "header")
    for row, tab in enumerate(book.tabs, start=top + 1):
        named = _put(sheet, row, 1, tab.title)
        named.hyperlink = Hyperlink(named.coordinate, location=f"'{tab.title}'!A2")
        dress(named, "text", linked=True)
        dress(_put(sheet, row, 2, tab.description), "long")
        sheet.row_dimensions[row].height = LINE * (1 + len(tab.description) // WIDTHS[1])
    _fit_to_page(sheet)


def _fit_to_page(sheet: Worksheet, pages: int = 1) -> None:
    """On paper as wide as so many lying pages."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = pages
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    return cell


def _add_tab(workbook: Workbook, tab: EntryTab, choices: Choices) -> None:
    sheet = workbook.create_sheet(tab.title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(tab.columns, start=1):
        _add_column(sheet, number, column, choices)
    sheet.row_dimensions[1].height = 48
    sheet.print_title_rows = "1:1"
    _fit_to_page(sheet, 1 + sum(column.width for column in tab.columns) // LYING)


def _add_column(sheet: Worksheet, number: int, column: EntryColumn, choices: Choices) -> None:
    letter = get_column_letter(number)
    header = _put(sheet, 1, number, column.header)
    dress(header, "header")
    if column.note:
        header.comment = note(column.note)
    dimension: Any = sheet.column_dimensions[letter]
    dimension.width = column.width
    dress(dimension, "long" if column.wraps else "text")
    if column.options:
        formula = choices.formula(column.options)
        sheet.add_data_validation(drop_down(formula, [f"{letter}2:{letter}{ROWS + 1}"]))
