"""A small summary to write: its templates, its tabs, and ways to look into the file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from pipeline.edges.disk import Disk
from pipeline.edges.workbook.package import Package
from pipeline.edges.workbook.writer import WorkbookTarget
from pipeline.model.responses import MARK, Place
from pipeline.model.settings import Settings, plain_meetings
from pipeline.model.tab import Column, Draft, Roster, Row, Tab, Table
from pipeline.model.templates import Catalogue, Form, Option, Question, SummaryTemplate, Text
from pipeline.summaries.layout import lay_out

MEMORY = "_samenkracht"


def both(nl: str, en: str | None = None) -> Text:
    return Text(nl, en or nl)


def question(key: str, kind: str, nl: str, en: str | None = None, **more: Any) -> Question:
    return Question(key, kind, both(nl, en), **more)


TEAM = Form(
    "team",
    both("Team"),
    (
        question("name", "text", "Naam", "Name", width=30),
        question(
            "task",
            "choice",
            "Taak",
            "Task",
            options=(Option("moderator", both("Moderator")), Option("member", both("Teamlid", "Member"))),
            help=both("Kies één moderator."),
        ),
        question("hours", "number", "Uren", "Hours"),
    ),
    description=both("Wie het Atelier draagt."),
    working=True,
)
LIST = Form(
    "attendance_list",
    both("Presentielijst", "Attendance list"),
    (
        question("code", "text", "Code", program=True, aliases=("Kaart",), help=both("Vult zichzelf.")),
        question("name", "text", "Naam", "Name", program=True, width=40),
        *(
            question(f"meeting_{n}", "check", f"Bijeenkomst {n}", f"Meeting {n}", width=20)
            for n in range(1, 9)
        ),
    ),
    description=both("Wie er was."),
    working=True,
)
PAYOUTS = Form(
    "payouts",
    both("Uitbetalingen", "Payouts"),
    (
        question("claim", "text", "Declaratie", "Claim", program=True),
        question("amount", "money", "Bedrag", "Amount", program=True),
        question("date", "date", "Datum", "Date"),
        question(
            "how",
            "choice",
            "Hoe",
            "How",
            options=(Option("long", both("x" * 200)), Option("b", both("y" * 200))),
        ),
    ),
    working=True,
)


def catalogue(**titles: Text) -> Catalogue:
    """Two summary tabs and three working tabs."""
    summaries = {"growth": both("Groei", "Growth"), "control": both("Controle", "Control"), **titles}
    return Catalogue(
        forms={},
        working={form.key: form for form in (TEAM, LIST, PAYOUTS)},
        summaries={key: SummaryTemplate(key, title, "", both("")) for key, title in summaries.items()},
        texts={
            "workbook": {
                "page": both("Bladzijde {page} van {pages}", "Page {page} of {pages}"),
                "check": both("Kies x om aan te vinken.", "Choose x to tick."),
                "kept": both("{title} (bewaard)", "{title} (kept)"),
            }
        },
        words={},
    )


def people(*rows: tuple[object, ...], **more: Any) -> Table:
    """A table in which people write; each row is a code, a name and what somebody typed."""
    columns = (
        Column("code", "Code", 20, "code"),
        Column("name", "Naam", 60),
        Column("remark", "Opmerking", 30, "input", people=True),
    )
    return Table("people", columns, tuple(Row(row) for row in rows), **more)  # type: ignore[arg-type]


def tab(table: Table, key: str = "growth", title: str = "Groei", **more: Any) -> Tab:
    return Tab(key, title, "Wie er was.", (table,), **more)


def draft(*tabs: Tab, **more: Any) -> Draft:
    """A draft of these tabs; by default one list of two people."""
    wanted = tabs or (tab(people(("7KQ4M", "Fatma Yılmaz", None), ("P4WX2", "Jan", "belt nog"))),)
    return Draft(tuple(lay_out(one) for one in wanted), **{"rosters": (), "memory": MEMORIES} | more)


MEMORIES = ((f"schema{MARK}", "1", '""'), ("code", "7KQ4M", '["signup@1"]'))
ROSTER = Roster(
    "attendance_list", "code", (("7KQ4M", (("name", "Fatma Yılmaz"),)), ("P4WX2", (("name", None),)))
)
PLACES = {"signup": Place("antwoorden.xlsx", "Formulierreacties 1", {"name": 2})}


def target(path: Path, disk: Disk | None = None, language: str = "nl", **titles: Text) -> WorkbookTarget:
    settings = Settings(language=language, meetings=plain_meetings(3))
    return WorkbookTarget(path, catalogue(**titles), settings, disk)


def written(path: Path, wanted: Draft | None = None) -> Path:
    """A summary that stands there."""
    target(path).write(wanted or draft())
    return path


def edited(path: Path, edit: Callable[[Any], object]) -> None:
    """Somebody opens the file, changes something, and saves it."""
    workbook = load_workbook(path)
    edit(workbook)
    workbook.save(path)


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(path: Path, changes: dict[str, bytes | None]) -> None:
    """The file with these parts added, replaced or (None) removed."""
    content = {name: part for name, part in {**parts(path), **changes}.items() if part is not None}
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    path.write_bytes(stream.getvalue())


def replaced(path: Path, name: str, *swaps: tuple[str, str]) -> None:
    """The file with this text of one part swapped."""
    text = parts(path)[name].decode()
    for old, new in swaps:
        assert old in text, (old, text)
        text = text.replace(old, new)
    repacked(path, {name: text.encode()})


def sheet_part(path: Path, title: str) -> str:
    """The name of the part that holds the tab with this title."""
    with ZipFile(path) as archive:
        return next(sheet.part for sheet in Package(archive).sheets() if sheet.title == title)


def sheet_titles(path: Path) -> list[str]:
    """The tabs in their order."""
    with ZipFile(path) as archive:
        return [sheet.title for sheet in Package(archive).sheets()]


def texts(path: Path, title: str) -> list[list[object]]:
    """What a tab shows, as anybody's program reads it."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as workbook:
        rows = workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
    return [list(row) for row in rows]
