"""Syncs in which something goes wrong: what becomes of them, and a look whether anything was lost."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import requests
import tenacity.nap

from pipeline.app.progress import Progress
from pipeline.app.sync import sync
from pipeline.app.workplace import Workplace
from pipeline.edges.google.reader import GoogleSource
from pipeline.edges.google.snapshot import Spreadsheet
from pipeline.edges.google.writer import GoogleTarget
from pipeline.model.errors import UserError
from pipeline.model.responses import MEMORY_TITLE
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.templates import load_catalogue
from tests.edges.google.scene import ROBOT, Scene, fill, scene
from tests.google_emulator import faults
from tests.google_emulator.faults import Fault
from tests.google_emulator.quota import Quota

NOW = datetime(2026, 11, 18, 19, 14, tzinfo=UTC)
Rows = list[list[object]]

REQUESTS = ("token", "tabs", "values", "again", "write")
LINES = {
    "token": ("/token", 1),
    "tabs": (r"spreadsheets\.get", 1),
    "values": ("values:batchGet", 1),
    "again": ("values:batchGet", 2),
    "write": (":batchUpdate", 1),
}
"""How each request of a sync is known: what stands in its line, and which of those it is."""

NO_ANSWER, SPENT = "no answer", "quota"
FAULTS = {
    "400 bad request": "400",
    "401 token refused": "401",
    "403 not allowed": "403",
    "403 too many requests": "usage-limit",
    "403 storage full": "storage-full",
    "404 not there": "404",
    "429 too many requests": "429",
    "429 with `Retry-After`": "429-retry-after",
    "60 requests a minute spent": SPENT,
    "500 fault of Google's": "500",
    "502 page of a gateway": "502",
    "503 down": "503",
    "200 page of a hotel's network": "html",
    "connection cut": "cut",
    "no answer in time": NO_ANSWER,
    "half an answer": "truncated",
    "slow answer": "slow",
}
"""Each fault by its name on the page, and what the emulator calls it."""

SIGNUPS: Rows = [
    [
        "Tijdstempel", "Wat is uw naam?", "Hoe doet u mee?", "Wat is uw telefoonnummer?",
        "Mag het team uw gegevens bewaren tot dit Atelier is afgerond?",
    ],
    ["2026-09-01 10:00:00", "Saskia Duinker", "Professional", "06 1234 5601", "Ja"],
    ["2026-09-01 11:00:00", "Emre Aydemir", "Bewoner", "06 1234 5602", "Ja"],
    ["2026-09-02 10:00:00", "Wim Koolhaas", "Bewoner", "06 1234 5604", "Ja"],
    ["2026-09-03 10:00:00", "Willem Koolhaas", "Bewoner", "06 1234 5699", "Ja"],
]  # fmt: skip
IDEAS: Rows = [
    ["Tijdstempel", "Aan welke tafel zit u?", "Wat is het idee?", "Hoe werkt het?"],
    ["2026-10-01 20:00:00", "1", "Samen koken op donderdag", "Wie kookt, kiest."],
    ["2026-10-01 20:01:00", "2", "Gereedschap lenen", ""],
]
COOK, TOOLS, SASKIA, EMRE = "Samen koken op donderdag", "Gereedschap lenen", "Saskia Duinker", "Emre Aydemir"


def small() -> Catalogue:
    """The templates, with the few tabs that hold every kind of cell that people fill in."""
    full = load_catalogue()
    summaries = {key: full.summaries[key] for key in ("participants", "ideas", "control")}
    working = {key: full.working[key] for key in ("team", "programme", "attendance_list")}
    return replace(full, summaries=summaries, working=working)


@dataclass
class Heard(Progress):
    """How often a sync began anew, and how long it waited."""

    anew: int = 0
    waits: list[float] = field(default_factory=list)

    def again(self) -> None:
        """It began anew."""
        self.anew += 1


@dataclass
class Interruption:
    """Something that is done right before, or right after, a request of the program; once or always."""

    request: str
    act: Callable[[], object]
    applied: str = "before"
    lasting: bool = False
    seen: int = 0

    def hits(self, address: str) -> bool:
        """Whether it happens to a request to this address; counts those that match."""
        matches = {
            "token": address.endswith("/token"),
            "values": "values:batchGet" in address,
            "again": "values:batchGet" in address,
            "write": address.endswith(":batchUpdate"),
            "tabs": address.rpartition("/")[0].endswith("/spreadsheets") and not address.endswith("Update"),
        }
        self.seen += matches[self.request]
        first = LINES[self.request][1]
        return matches[self.request] and (self.seen >= first if self.lasting else self.seen == first)


@dataclass
class Rehearsal:
    """A spreadsheet in which much is to be done: each sync of it begins from the same."""

    google: Scene
    catalogue: Catalogue
    start: bytes = b""
    alone: dict[str, Rows] = field(default_factory=dict)
    generation: int = 0
    before: dict[str, Rows] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    # --- what stands there

    def rows(self, title: str) -> Rows:
        """What a tab shows."""
        found: Rows = self.google.world.ask(
            "GET",
            f"/v4/spreadsheets/{self.google.spreadsheet}/values/{quote(title)}"
            "?valueRenderOption=UNFORMATTED_VALUE",
        ).get("values", [])
        return found

    def sheets(self) -> dict[str, int]:
        """The id of every tab, by its title."""
        found = self.google.world.ask(
            "GET", f"/v4/spreadsheets/{self.google.spreadsheet}?fields=sheets.properties(sheetId,title)"
        )
        return {one["properties"]["title"]: one["properties"]["sheetId"] for one in found["sheets"]}

    def shown(self) -> dict[str, Rows]:
        """Every tab but the memory, which knows how often it was written."""
        return {title: self.rows(title) for title in self.sheets() if title != MEMORY_TITLE}

    def row(self, title: str, word: str) -> int:
        """The number of the row of a tab in which a word stands, as a cell."""
        return next(number for number, row in enumerate(self.rows(title), 1) if word in row)

    def column(self, title: str, header: str) -> int:
        """The number of the column of a tab under this header."""
        return next(row.index(header) + 1 for row in self.rows(title) if header in row)

    # --- what people do

    def types(self, title: str, word: str, header: str, value: object) -> None:
        """Somebody types under a header, in the row in which a word stands; "" is beside the tab."""
        column = self.column(title, header) if header else 17
        self._type(f"'{title}'!{chr(64 + column)}{self.row(title, word)}", [value])

    def adds(self, title: str, row: list[object]) -> None:
        """Somebody writes a row below the others; a response comes in."""
        self._type(f"'{title}'!A{len(self.rows(title)) + 1}", row)

    def _type(self, cells: str, row: list[object]) -> None:
        faults.typed(self.google.spreadsheet, cells, row)(self.google.world)

    def changes(self, *asked: dict[str, Any]) -> None:
        """Somebody does something else in the browser."""
        faults.changed(self.google.spreadsheet, *asked)(self.google.world)

    # --- a sync

    def sync(self, heard: Heard) -> None:
        """One sync by a program that was just started."""
        client = self.google.client_for()
        at = Spreadsheet(client, self.google.spreadsheet)
        settings = Settings()
        target = GoogleTarget(at, self.catalogue, settings)
        place = Workplace(settings, self.catalogue, GoogleSource(at, shared=True), target, client, (at,))
        sync(place, NOW, heard)

    def with_fault(self, fault: str, request: str, applied: str, *, lasting: bool) -> str:
        """What becomes of a sync in which this goes wrong with this request."""
        self.restore()
        emulator = self.google.emulator
        match, when = LINES[request]
        hook = None
        if fault == NO_ANSWER:
            hook = Interruption(request, _no_answer, applied, lasting)
        elif fault == SPENT:
            hook = Interruption(request, self._spend, lasting=lasting)
        else:
            times = None if lasting else 1
            emulator.faults.add(Fault(fault, match, when, times, applied, seconds=0.001))
        told = self._outcome(hook, refills=not lasting)
        self.healthy()
        # A sync that stopped left all as it was, so the next one does what the first of all did.
        assert self.shown() == (self.before if told.startswith("stops") else self.alone)
        return told

    def with_edit(self, edit: "Deed", request: str) -> str:
        """What becomes of a sync while somebody does this right before a request; after all without one."""
        self.restore()
        hook = Interruption(request or "write", lambda: edit.act(self), "before" if request else "after")
        told = self._outcome(hook)
        self.healthy()
        edit.undo(self)
        self.sync(Heard())
        self._find_everything(edit)
        return told

    def _spend(self) -> None:
        """Others use all that Google grants in a minute, for reading and for writing."""
        quota = self.google.emulator.quota = Quota(self.google.world.clock, on=True)
        for write in (False, True):
            for _one in range(60):
                quota.spend("sheets.spreadsheets.get", ROBOT, write=write)

    def _outcome(self, hook: Interruption | None, *, refills: bool = True) -> str:
        """Sync, and say in a few words how it went."""
        heard = Heard()
        clock = self.google.world.clock

        def nap(seconds: float) -> None:
            heard.waits.append(seconds)
            if refills:
                clock.advance(seconds)

        told = "goes on"
        with patch.object(tenacity.nap, "time", SimpleNamespace(sleep=nap)), interrupted(hook):
            try:
                self.sync(heard)
            except UserError as error:
                told = f"stops ({error.exit_code})"
        if told != "goes on":
            assert self.sheets()[MEMORY_TITLE] == self.generation
            return told
        return "reads again" if heard.anew else "waits, goes on" if heard.waits else told

    def healthy(self) -> None:
        """From now on all goes well."""
        emulator = self.google.emulator
        emulator.faults.clear()
        emulator.quota.on = False

    def _find_everything(self, edit: "Deed") -> None:
        """Every response and everything that somebody typed stands in its row, once."""
        tabs = self.shown()
        for title, rows in (("Aanmelding", SIGNUPS), ("Idee", IDEAS)):
            stands = [tuple(row) for row in tabs[title]]
            assert len(stands) == len(set(stands)) >= len(rows)
        every = [row for rows in tabs.values() for row in rows]
        for word, value in (*TYPED, *edit.leaves):
            found = [row for row in every if _says(row, value) and (not word or word in row)]
            assert len(found) == 1, (word, value, found)

    def restore(self) -> None:
        """Begin from the same again."""
        world = self.google.world
        world.files[self.google.spreadsheet] = pickle.loads(self.start)  # noqa: S301 - our own, from memory
        world.clock.__init__()  # type: ignore[misc]


def _says(row: list[object], value: object) -> bool:
    """Whether a cell of a row shows this; a tick is no number."""
    return any(cell == value and type(cell) is type(value) for cell in row)


def _no_answer() -> None:
    raise requests.exceptions.ReadTimeout


@contextmanager
def interrupted(hook: Interruption | None) -> Iterator[None]:
    """Let it happen to the requests of the program while the block runs."""
    send = requests.Session.request

    def sent(session: requests.Session, method: str, address: str, **rest: Any) -> requests.Response:
        hit = hook is not None and hook.hits(address)
        if hook and hit and hook.applied == "before":
            hook.act()
        answer = send(session, method, address, **rest)
        if hook and hit and hook.applied == "after":
            hook.act()
        return answer

    with patch.object(requests.Session, "request", sent):
        yield


# --- what people do meanwhile


@dataclass(frozen=True)
class Deed:
    """Something that somebody does, and what must stand there after all: a word of its row, and a value.

    It stands there once.
    """

    act: Callable[[Rehearsal], object]
    leaves: tuple[tuple[str, object], ...] = ()
    undo: Callable[[Rehearsal], object] = lambda there: None


def _sort(there: Rehearsal, title: str, header: str) -> None:
    top = there.row(title, header)
    area = {"sheetId": there.sheets()[title], "startRowIndex": top, "endRowIndex": top + 2}
    there.changes(
        {"sortRange": {"range": area, "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}}
    )


def _insert(there: Rehearsal, title: str, word: str) -> None:
    at = there.row(title, word) - 1
    where = {"sheetId": there.sheets()[title], "dimension": "ROWS", "startIndex": at, "endIndex": at + 1}
    there.changes({"insertDimension": {"range": where, "inheritFromBefore": True}})


def _rename(there: Rehearsal, title: str, new: str) -> None:
    properties = {"sheetId": there.sheets()[title], "title": new}
    there.changes({"updateSheetProperties": {"properties": properties, "fields": "title"}})


PROTECTED = 7
"""The id of the range that somebody protects."""


def _protect(there: Rehearsal, title: str) -> None:
    area = {"sheetId": there.sheets()[title]}
    there.changes({"addProtectedRange": {"protectedRange": {"protectedRangeId": PROTECTED, "range": area}}})


EDITS = {
    "decides in `Controle`": Deed(
        lambda there: there.types("Controle", "open", "Opmerking", "vraag het Wim"),
        (("open", "vraag het Wim"),),
    ),
    "says how far an idea is": Deed(
        lambda there: there.types("Ideeën", COOK, "Stand", "bedacht"), ((COOK, "bedacht"),)
    ),
    "ticks somebody in `Presentielijst`": Deed(
        lambda there: there.types("Presentielijst", SASKIA, "Bijeenkomst 2", True), ((SASKIA, True),)
    ),
    "writes a name in `Presentielijst`": Deed(
        lambda there: there.adds("Presentielijst", ["", "Karin van de hoek"]), (("", "Karin van de hoek"),)
    ),
    "writes a note beside the ideas": Deed(
        lambda there: there.types("Ideeën", COOK, "", "bel Henk"), (("", "bel Henk"),)
    ),
    "sorts the ideas": Deed(lambda there: _sort(there, "Ideeën", "Idee")),
    "inserts a row among the ideas": Deed(lambda there: _insert(there, "Ideeën", TOOLS)),
    "inserts a row in `Presentielijst`": Deed(lambda there: _insert(there, "Presentielijst", SASKIA)),
    "renames the tab with the ideas": Deed(lambda there: _rename(there, "Ideeën", "Onze ideeën")),
    "signs up": Deed(
        lambda there: there.adds(
            "Aanmelding", ["2026-11-01 10:00:00", "Truus van Ommeren", "Bewoner", "06 1234 5605", "Ja"]
        ),
        (("Truus van Ommeren", "06 1234 5605"),),
    ),
    "else syncs": Deed(lambda there: there.sync(Heard())),
    "protects the tab with the ideas": Deed(
        lambda there: _protect(there, "Ideeën"),
        undo=lambda there: there.changes({"deleteProtectedRange": {"protectedRangeId": PROTECTED}}),
    ),
    "stops sharing it": Deed(
        lambda there: there.google.world.unshare(there.google.spreadsheet, ROBOT),
        undo=lambda there: there.google.world.share(there.google.spreadsheet, ROBOT),
    ),
}
TYPED = ((TOOLS, "overwogen"), ("", "sleutel bij Jan"), ("", "Piet zonder code"), ("Emre Aydın", True))
"""What people typed before the sync: a word of the row, and the value."""


@contextmanager
def rehearsal(folder: Path) -> Iterator[Rehearsal]:
    """A spreadsheet with a summary in which people typed, and with responses that came since."""
    with scene(folder) as google:
        fill(google.world, google.spreadsheet, {"Aanmelding": SIGNUPS, "Idee": IDEAS})
        there = Rehearsal(google, small())
        there.sync(Heard())
        there.types("Ideeën", TOOLS, "Stand", "overwogen")
        there.types("Ideeën", TOOLS, "", "sleutel bij Jan")
        there.types("Presentielijst", EMRE, "Bijeenkomst 1", True)
        there.adds("Presentielijst", ["", "Piet zonder code"])
        there.types("Aanmelding", EMRE, "Wat is uw naam?", "Emre Aydın")
        there.adds("Aanmelding", ["2026-10-20 10:00:00", "Bep de Groot", "Bewoner", "", "Ja"])
        there.adds("Idee", ["2026-10-20 20:00:00", "1", "Moestuin op het plein", ""])
        there.start = pickle.dumps(google.world.files[google.spreadsheet])
        there.generation = there.sheets()[MEMORY_TITLE]
        there.before = there.shown()
        google.emulator.log.clear()
        there.sync(Heard())
        there.asked = google.emulator.log.kinds
        there.alone = there.shown()
        yield there
