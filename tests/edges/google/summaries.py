"""A small summary to write at Google: what stands there, and what somebody does to it meanwhile."""

from collections.abc import Callable
from typing import Any

from pipeline.edges.google.snapshot import Spreadsheet
from pipeline.edges.google.writer import GoogleTarget
from pipeline.model.settings import Settings, plain_meetings
from pipeline.model.tab import Column, Draft, Row, Table
from pipeline.model.templates import Text
from tests.edges.google.scene import Scene
from tests.edges.workbooks import catalogue, draft, tab
from tests.google_emulator.faults import Fault

WRITE = ":batchUpdate"
"""What the requests have in common that change something."""


def target(google: Scene, language: str = "nl", **titles: Text) -> GoogleTarget:
    """Somebody's program, which did not read anything yet."""
    settings = Settings(language=language, meetings=plain_meetings(3))
    return GoogleTarget(Spreadsheet(google.client_for(), google.spreadsheet), catalogue(**titles), settings)


def written(google: Scene, wanted: Draft | None = None, **titles: Text) -> GoogleTarget:
    """The same after it wrote."""
    one = target(google, **titles)
    one.read()
    one.write(wanted or draft())
    return one


def asked(google: Scene) -> list[str]:
    """The requests since it was asked last, by the last word of their names."""
    kinds = [kind.rpartition(".")[2] for kind in google.emulator.log.kinds]
    google.emulator.log.entries.clear()
    return kinds


def tabs(google: Scene) -> dict[str, dict[str, Any]]:
    """Everything of every tab by title, in order."""
    found = google.world.ask("GET", f"/v4/spreadsheets/{google.spreadsheet}?includeGridData=true")
    return {sheet["properties"]["title"]: sheet for sheet in found["sheets"]}


def texts(google: Scene, title: str) -> list[list[object]]:
    """What a tab shows."""
    asked_for = f"/v4/spreadsheets/{google.spreadsheet}/values/'{title}'?valueRenderOption=UNFORMATTED_VALUE"
    found: list[list[object]] = google.world.ask("GET", asked_for.replace(" ", "%20")).get("values", [])
    return found


def cell(google: Scene, title: str, row: int, column: int) -> dict[str, Any]:
    """One cell with all that it has."""
    found: dict[str, Any] = tabs(google)[title]["data"][0]["rowData"][row - 1]["values"][column - 1]
    return found


def change(google: Scene, *requests: dict[str, Any]) -> None:
    """Somebody changes something in the browser."""
    google.world.ask("POST", f"/v4/spreadsheets/{google.spreadsheet}:batchUpdate", {"requests": [*requests]})


def typed(google: Scene, cells: str, *rows: list[object]) -> None:
    """Somebody types in cells, such as `Groei!C5`."""
    body = {"data": [{"range": cells, "values": list(rows)}], "valueInputOption": "USER_ENTERED"}
    google.world.ask("POST", f"/v4/spreadsheets/{google.spreadsheet}/values:batchUpdate", body)


def meanwhile(google: Scene, edit: Callable[[], object], *, before: str = WRITE, when: int = 1) -> None:
    """Something that happens right before a request of the program is applied."""
    google.emulator.faults.add(Fault("edit", before, when=when, edit=lambda _world: edit()))


def ideas(*rows: tuple[str, str, object], **more: Any) -> Draft:
    """A tab in which people keep a column: number, idea, and how far it is."""
    columns = (
        Column("number", "Nummer", 10, "code"),
        Column("idea", "Idee", 60),
        Column("status", "Stand", 20, "input", people=True, choices=("bedacht", "toegepast")),
    )
    table = Table("ideas", columns, tuple(Row(row, row[0]) for row in rows), row_key="number", **more)
    return draft(tab(table))
