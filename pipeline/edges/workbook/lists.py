"""Lists of any length: their rows can be gone through again and again without being kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.edges.workbook.disk import Disk, replace_file
from pipeline.edges.workbook.reader import TEXT_TABLES, explained, read_file
from pipeline.edges.workbook.texttables import LongTextTable, write_text_table
from pipeline.model.responses import RawCell

COMMA = ","


@dataclass(frozen=True, slots=True)
class LongList:
    """One tab, or a whole text table; `separator` is what stands between its cells as text."""

    title: str
    rows: Iterable[Sequence[RawCell]]
    separator: str = COMMA


def open_lists(path: Path) -> tuple[LongList, ...]:
    """The lists in a file, without tabs that the program made itself.

    Raises:
        UserError: as `WorkbookSource.read`.

    """
    if path.suffix.lower() in TEXT_TABLES:
        with explained(path):
            table = LongTextTable(path)
        return (LongList(path.stem, table, table.separator),)
    return tuple(LongList(tab.title, tab.rows) for tab in read_file(path) if not tab.marked)


def save_list(path: Path, rows: Iterable[Sequence[object]], separator: str = COMMA) -> None:
    """Write rows as a text table, whole or not at all.

    Raises:
        UserError: the file cannot be written.

    """
    replace_file(path, lambda file: write_text_table(file, rows, separator), Disk())
