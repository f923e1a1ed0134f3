"""The example on disk: a workbook as a spreadsheet of forms is downloaded, and its settings."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.app.demo_atelier.script import read_script
from pipeline.app.demo_atelier.tabs import NAMED, Example, example
from pipeline.app.known_settings import RESPONSES, SUMMARY
from pipeline.app.start import render_config, write_config
from pipeline.app.workplace import CONFIG
from pipeline.edges.rosters import Edits
from pipeline.edges.shown import shown
from pipeline.edges.workbook.assembly import Contents, assemble
from pipeline.edges.workbook.fresh import saved
from pipeline.edges.workbook.links import Links
from pipeline.edges.workbook.package import write_parts
from pipeline.model.responses import RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue, Words
from pipeline.stages.memory import MemoryRows
from pipeline.templates import load_catalogue

SEED = "samenkracht"
MADE = datetime(2026, 6, 12)
"""When the example workbook says it was made."""

WIDTH = 24


def write_demo(folder: Path, *, seed: str = SEED, translate: Callable[[str], str] = str) -> None:
    """Write the responses, what the team keeps by hand, and the settings; the same seed gives the same bytes.

    `translate` words the explanations in the settings file.

    Raises:
        UserError: the settings file is there already, or the folder cannot be written to.

    """
    catalogue = load_catalogue()
    made = example(read_script(seed), catalogue)
    titles = {form.title.nl for form in catalogue.working.values()}
    kept = {tab.title: tab for tab in made.tabs if tab.title in titles}
    write_config(folder / CONFIG, _config(made.settings, translate))
    (folder / RESPONSES).write_bytes(workbook_bytes(tab for tab in made.tabs if tab.title not in kept))
    (folder / SUMMARY).write_bytes(_summary_bytes(kept, made, catalogue))


def _summary_bytes(kept: Mapping[str, RawTab], made: Example, catalogue: Catalogue) -> bytes:
    """The summary as the team has it: the working tabs, filled in, and what the last sync remembers."""
    contents = Contents(
        grids=(),
        memory=MemoryRows(made.memory),
        working=tuple(catalogue.working.values()),
        edits={title: _filled(tab) for title, tab in kept.items()},
        dropped=frozenset(),
    )
    stream = BytesIO()
    assemble(stream, contents, None, Links(Path(SUMMARY), {}, {}), made.settings, Words(catalogue, "nl"))
    return stream.getvalue()


def _filled(tab: RawTab) -> Edits:
    """The cells below the headers that say something."""
    return {
        number: {column: shown(value) for column, value in enumerate(row, start=1) if value != ""}
        for number, row in enumerate(tab.rows[1:], start=2)
    }


def _config(settings: Settings, translate: Callable[[str], str]) -> str:
    said = (*NAMED, "theme_domains", "timezone", "seed")
    values: dict[tuple[str, str], object] = {
        ("", "language"): settings.language,
        ("responses", "workbook"): RESPONSES,
        ("summary", "workbook"): SUMMARY,
        ("votes", "stickers"): settings.stickers,
        ("votes", "prizes"): settings.prizes,
        **{("atelier", key): getattr(settings, key) for key in said},
    }
    return render_config(values, settings.meetings, translate)


def workbook_bytes(tabs: Iterable[RawTab]) -> bytes:
    """A workbook with these tabs, each part of it with the same date."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = ""
    workbook.properties.created = workbook.properties.modified = MADE
    for tab in tabs:
        _fill(workbook.create_sheet(tab.title), tab)
    stream = BytesIO()
    with ZipFile(BytesIO(saved(workbook))) as made, ZipFile(stream, "w") as dated:
        write_parts(dated, ((name, (made.read(name),)) for name in made.namelist()))
    return stream.getvalue()


def _fill(sheet: Worksheet, tab: RawTab) -> None:
    for row, cells in enumerate(tab.rows, start=1):
        for column, value in enumerate(cells, start=1):
            if value != "":
                cell = sheet.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
                elif cell.is_date:
                    cell.number_format = "d-m-yyyy h:mm:ss" if isinstance(value, datetime) else "d-m-yyyy"
    sheet.freeze_panes = "A2"
    for column, _ in enumerate(tab.rows[0], start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
