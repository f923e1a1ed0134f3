"""Lists of any length: their rows can be gone through again and again without being kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from pipeline.edges.disk import Disk, refuse_when_open, refuse_when_unwritable, replace_file
from pipeline.edges.workbook.reader import TEXT_TABLES, explained, read_file
from pipeline.edges.workbook.texttables import LongTextTable, Style, write_text_table
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.responses import RawCell

PLAIN: Final = Style()
WORKBOOK: Final = ".xlsx"
OTHER_WORKBOOKS: Final = frozenset({".ods", ".xls", ".xlsm", ".xlsb"})
MOST_ROWS: Final = 1 << 20
"""A sheet has no more."""


@dataclass(frozen=True, slots=True)
class LongList:
    """One tab, or a whole text table; `style` is how an outcome is written to open where it does."""

    title: str
    rows: Iterable[Sequence[RawCell]]
    style: Style = PLAIN
    is_text: bool = False


def open_lists(path: Path) -> tuple[LongList, ...]:
    """The lists in a file, without tabs that the program made itself.

    Raises:
        UserError: as `WorkbookSource.read`.

    """
    if path.suffix.lower() in TEXT_TABLES:
        with explained(path):
            table = LongTextTable(path)
        return (LongList(path.stem, table, table.style, is_text=True),)
    return tuple(LongList(tab.title, tab.rows) for tab in read_file(path) if not tab.marked)


def ready(path: Path) -> None:
    """Look, before any work, whether a list can be saved there.

    Raises:
        UserError: we do not write such a file, somebody has it open, or the folder may not be written.

    """
    if path.suffix.lower() in OTHER_WORKBOOKS:
        raise UserError(
            N_("I do not write “{file}”."),
            why=N_("A list is written as .csv or .xlsx."),
            todo=N_("Choose a name that ends in .csv or .xlsx."),
            exit_code=WRONG_USE,
            file=path.name,
        )
    refuse_when_open(path)
    refuse_when_unwritable(path, Disk())


def save_list(path: Path, rows: Iterable[Sequence[object]], style: Style = PLAIN) -> None:
    """Write rows as a workbook or, by its name, a text table: whole or not at all.

    Raises:
        UserError: the file cannot be written, or has more rows than a sheet.

    """
    if path.suffix.lower() == WORKBOOK:
        replace_file(path, lambda file: _write_workbook(path, file, rows), Disk())
    else:
        replace_file(path, lambda file: write_text_table(file, rows, style), Disk())


def _write_workbook(path: Path, file: IO[bytes], rows: Iterable[Sequence[Any]]) -> None:
    """One sheet, its first row in sight; a text stays a text, also where it begins with `=`."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            sheet.close()
            raise UserError(
                N_("The list is too long for “{file}”: a sheet has {rows} rows."),
                todo=N_("Choose a name that ends in .csv."),
                exit_code=WRONG_USE,
                file=path.name,
                rows=MOST_ROWS,
            )
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(file)
