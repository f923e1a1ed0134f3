"""The new summary workbook put together: the program's sheets made anew, all others carried over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from pipeline.edges.rosters import Edits
from pipeline.edges.standing import title_beside
from pipeline.edges.workbook.additions import has_additions
from pipeline.edges.workbook.cells import plain_rows_xml, rows_xml
from pipeline.edges.workbook.fresh import empty_workbook, saved
from pipeline.edges.workbook.graft import Graft
from pipeline.edges.workbook.handmade import rewritten, shared_in, shared_strings, with_rows
from pipeline.edges.workbook.links import Links
from pipeline.edges.workbook.look import Styles
from pipeline.edges.workbook.package import Package, SheetPart, write_parts
from pipeline.edges.workbook.sheets import CHOICES, Choices, add_sheet
from pipeline.edges.workbook.working import add_working_sheet
from pipeline.model.errors import N_, UserError
from pipeline.model.responses import MEMORY_TITLE
from pipeline.model.settings import Settings
from pipeline.model.tab import Grid
from pipeline.model.templates import Form, Words


@dataclass(frozen=True, slots=True)
class Contents:
    """What a new workbook holds.

    `working`: the working tabs to make; `edits` by title of a working tab, made or standing;
    `dropped`: titles of the old workbook's sheets that are not carried over; `had`: the titles that some of
    them had before somebody renamed them; `beside`: the keys of those in which somebody typed beside what
    the program writes.
    """

    grids: Sequence[Grid]
    memory: Iterable[Sequence[str]]
    working: Sequence[Form]
    edits: Mapping[str, Edits]
    dropped: frozenset[str]
    beside: frozenset[str] = frozenset()
    had: Mapping[str, str] = field(default_factory=dict)


def opened(path: Path) -> Package | None:
    """The workbook that stands there, read whole so that the file itself is free; None without one.

    Raises:
        UserError: it is written in a vocabulary that cannot be joined with the usual one.

    """
    if not path.exists():
        return None
    package = Package(ZipFile(BytesIO(path.read_bytes())))
    if not package.ordinary:
        raise UserError(
            N_("“{file}” was saved as a “strict” workbook."),
            todo=N_("Open it in Excel, save it as an ordinary workbook (.xlsx), and try again."),
            file=path.name,
        )
    return package


def assemble(
    file: BinaryIO, contents: Contents, base: Package | None, links: Links, settings: Settings, words: Words
) -> None:
    """Write the workbook to `file`.

    Raises:
        UserError: the styles of `base` cannot be understood.

    """
    workbook = empty_workbook(settings.title, base)
    choices = Choices()
    for grid in contents.grids:
        add_sheet(workbook, grid, links, choices, words)
    for form in contents.working:
        add_working_sheet(workbook, form, settings, words)
    for title in (*([CHOICES] if choices.rows() else []), MEMORY_TITLE):
        workbook.create_sheet(title).sheet_state = "veryHidden"
    rows = _rows(contents, choices, workbook)
    fresh = Package(ZipFile(BytesIO(saved(workbook))))
    if base:
        graft = Graft(base, fresh, contents.dropped, _renamed(contents, base, fresh, words))
    else:
        graft = Graft(fresh, fresh, _titles(fresh))
    strings = _strings(graft)

    def sheet(package: Package, part: SheetPart, selected: bool) -> Iterable[bytes]:
        text = package.read(part.part)
        if package is fresh and part.title in rows:
            return with_rows(text, rows[part.title], selected=selected)
        return rewritten(text, strings, contents.edits.get(part.title, {}), selected=selected)

    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        write_parts(archive, graft.parts(sheet))


def _rows(contents: Contents, choices: Choices, workbook: Workbook) -> dict[str, Iterator[bytes]]:
    """The rows of the program's sheets by title; their styles are registered before it is saved."""
    styles = Styles(workbook)
    rows = {grid.title: _grid_rows(grid, styles) for grid in contents.grids}
    rows[MEMORY_TITLE] = _encoded(plain_rows_xml(contents.memory))
    rows[CHOICES] = _encoded(plain_rows_xml(choices.rows()))
    return rows


def _grid_rows(grid: Grid, styles: Styles) -> Iterator[bytes]:
    for row, looks in zip(grid.rows, grid.styles, strict=True):
        for cell, style in zip(row, looks, strict=True):
            styles.number(cell, style)
    written = [
        range(placed.area.top, placed.area.bottom + 1)
        for placed in grid.tables
        if any(column.people for column in placed.table.columns)
    ]
    return _encoded(
        rows_xml(
            grid.rows,
            grid.styles,
            dict(grid.heights),
            lambda number: any(number in rows for rows in written),
            styles.number,
        )
    )


def _encoded(rows: Iterable[str]) -> Iterator[bytes]:
    return (row.encode() for row in rows)


def _titles(package: Package) -> frozenset[str]:
    return frozenset(sheet.title for sheet in package.sheets())


def _renamed(contents: Contents, base: Package, fresh: Package, words: Words) -> dict[str, str]:
    """The old tabs that somebody added something to: they stay, under another title.

    A tab in another language has the charts that it has in this one.
    """
    charts = {grid.key: len(grid.charts) for grid in contents.grids}
    summaries = words.catalogue.summaries.values()
    key_of = {title: summary.key for summary in summaries for title in summary.title.both}
    taken = _titles(base) | _titles(fresh)
    renamed: dict[str, str] = {}
    for sheet in base.sheets():
        if sheet.title not in contents.dropped:
            continue
        key = key_of.get(contents.had.get(sheet.title, sheet.title), sheet.title)
        if key in contents.beside or has_additions(base, sheet, charts.get(key, 0)):
            wording = words.text("workbook", "kept", title="{title}")
            renamed[sheet.title] = title_beside(sheet.title, wording, taken)
    return renamed


def _strings(graft: Graft) -> dict[int, bytes]:
    """The shared strings that the sheets which stay refer to."""
    table = graft.base.part_of_kind("sharedStrings")
    wanted: set[int] = set()
    for sheet in graft.kept:
        if sheet.kind == "worksheet":
            wanted |= shared_in(graft.base.read(sheet.part))
    return shared_strings(graft.base.read(table), wanted) if table and wanted else {}
