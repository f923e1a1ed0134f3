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

from pipeline.app.demo_atelier.script import Script, read_script
from pipeline.app.demo_atelier.tabs import demo_tabs
from pipeline.app.known_settings import RESPONSES, SUMMARY
from pipeline.app.start import render_config, write_config
from pipeline.app.workplace import CONFIG
from pipeline.edges.workbook.assembly import Contents, assemble
from pipeline.edges.workbook.cells import shown
from pipeline.edges.workbook.fresh import saved
from pipeline.edges.workbook.handmade import Edits
from pipeline.edges.workbook.links import Links
from pipeline.edges.workbook.package import write_parts
from pipeline.model.responses import RawTab
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue, Words
from pipeline.stages.memory import Memory, to_rows
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
    script = read_script(seed)
    titles = {form.title.nl: form for form in catalogue.working.values()}
    tabs = demo_tabs(seed, catalogue)
    kept = {tab.title: tab for tab in tabs if tab.title in titles}
    write_config(folder / CONFIG, _config(script, seed, translate))
    (folder / RESPONSES).write_bytes(workbook_bytes(tab for tab in tabs if tab.title not in kept))
    (folder / SUMMARY).write_bytes(_summary_bytes(kept, catalogue, script))


def _summary_bytes(kept: Mapping[str, RawTab], catalogue: Catalogue, script: Script) -> bytes:
    """The summary as the team has it before the first sync: the working tabs, filled in."""
    contents = Contents(
        grids=(),
        memory=tuple(to_rows(Memory())),
        working=tuple(catalogue.working.values()),
        edits={title: _filled(tab) for title, tab in kept.items()},
        dropped=frozenset(),
    )
    settings = Settings(title=script.files["team"]["title"])
    stream = BytesIO()
    assemble(stream, contents, None, Links(Path(SUMMARY), {}, {}), settings, Words(catalogue, "nl"))
    return stream.getvalue()


def _filled(tab: RawTab) -> Edits:
    """The cells below the headers that say something."""
    return {
        number: {column: shown(value) for column, value in enumerate(row, start=1) if value != ""}
        for number, row in enumerate(tab.rows[1:], start=2)
    }


def _config(script: Script, seed: str, translate: Callable[[str], str]) -> str:
    team = script.files["team"]
    named = ("title", "neighbourhood", "target_group", "commissioner", "moderator", "contact")
    values = {
        ("", "language"): "nl",
        ("responses", "workbook"): RESPONSES,
        ("summary", "workbook"): SUMMARY,
        **{("atelier", key): team[key] for key in named},
        ("atelier", "theme_domains"): tuple(team["theme_domains"]),
        ("atelier", "timezone"): "Europe/Amsterdam",
        ("atelier", "seed"): seed,
        ("votes", "stickers"): 3,
        ("votes", "prizes"): 3,
    }
    meetings = [
        MeetingPlan(number, entry["date"], entry["place"])
        for number, entry in enumerate(team["programme"], 1)
    ]
    return render_config(values, meetings, translate)


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
