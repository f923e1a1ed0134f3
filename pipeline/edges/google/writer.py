"""The summary in a Google spreadsheet: compared with what was read, and written in one move."""

from collections.abc import Callable
from typing import Final, cast
from uuid import uuid4

from pipeline.edges.google.composing import Composer, Rows, Summary
from pipeline.edges.google.errors import GoogleError, RefusedError
from pipeline.edges.google.notation import quoted
from pipeline.edges.google.people import Line
from pipeline.edges.google.rewriting import KEY
from pipeline.edges.google.snapshot import Snapshot, Spreadsheet
from pipeline.edges.google.staging import Batch, bring, draw, heavy
from pipeline.edges.interface import Plan, StaleError
from pipeline.model.responses import MEMORY_TITLE, RawTab
from pipeline.model.settings import Settings
from pipeline.model.tab import Draft
from pipeline.model.templates import Catalogue

TABS: Final = (
    "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
    "developerMetadata(metadataId,metadataKey,metadataValue))"
)


def _random() -> str:
    return uuid4().hex


class GoogleTarget:
    """The summary in a spreadsheet, perhaps the one with the responses; what people made in it stays.

    `responses`: the spreadsheet that the responses stand in, where it is another one, so that links
    lead there; `token` gives what tells one write from another.
    """

    def __init__(
        self,
        spreadsheet: Spreadsheet,
        catalogue: Catalogue,
        settings: Settings,
        responses: Spreadsheet | None = None,
        token: Callable[[], str] = _random,
    ) -> None:
        self._spreadsheet = spreadsheet
        self._catalogue = catalogue
        self._settings = settings
        self._responses = responses
        self._token = token
        self._known: Summary | None = None

    @property
    def name(self) -> str:
        """The title of the spreadsheet."""
        return self._spreadsheet.name

    @property
    def place(self) -> str:
        """The address of the spreadsheet, as its tabs name it."""
        return self._spreadsheet.snapshot().url

    def read(self) -> tuple[RawTab, ...]:
        """All tabs, hidden ones too, as they stand now.

        Raises:
            UserError: it cannot be read, or Google cannot be reached.

        """
        self._known = None
        return self._spreadsheet.read()

    def ready(self) -> None:
        """See whether it can be written now; leaves nothing behind.

        Raises:
            UserError: it may not be written, or Google cannot be reached.

        """
        self._spreadsheet.probe()

    def plan(self, draft: Draft) -> Plan:
        """The number of cells that `write` would change, per tab; asks Google nothing.

        Raises:
            UserError: as `write`, but for what Google may refuse.

        """
        summary = self._summary()
        summary.want(draft)
        return Plan(summary.changes(draft))

    def write(self, draft: Draft) -> None:
        """Write everything or nothing.

        Raises:
            StaleError: somebody changed what it builds on since it was read; nothing was written.
            UserError: it may not be written, does not fit, or Google cannot be reached.

        """
        summary = self._summary()
        summary.want(draft)
        try:
            self._deliver(summary, draft, self._token())
        finally:
            self._spreadsheet.forget()
            self._known = None

    def _summary(self) -> Summary:
        """The summary as it was read; the same one until it is read again."""
        snapshot = self._spreadsheet.snapshot()
        if self._known is None or self._known.snapshot is not snapshot:
            others = (self._responses.snapshot(),) if self._responses else ()
            self._known = Summary(snapshot, self._catalogue, self._settings, others)
        return self._known

    def _deliver(self, summary: Summary, draft: Draft, token: str) -> None:
        client, spreadsheet = self._spreadsheet.client, self._spreadsheet.id
        try:
            batch = self._composed(summary, draft, token)
            delivery = bring(client, spreadsheet, batch, summary.free_ids())
            client.update(spreadsheet, delivery.first, again=True)
        except GoogleError as error:
            self._look_again(summary.snapshot, token, error)
        draw(client, spreadsheet, delivery)

    def _composed(self, summary: Summary, draft: Draft, token: str) -> Batch:
        """Everything to write; what it builds on is read again right before, where rows that stand change.

        Very many small pieces go together in large ones, which can be staged.
        """
        updated = summary.updated_tabs()
        composer = Composer(summary, draft, token)
        batch = composer.batch({})
        if heavy(batch.steps):
            composer = Composer(summary, draft, token, joined=True)
            batch = composer.batch({})
        if updated or composer.watches:
            fresh = self._read_again([*updated, *(watch.title for watch in composer.watches)])
            if not all(watch.holds(fresh[watch.title]) for watch in composer.watches):
                raise StaleError
            batch = Composer(summary, draft, token, joined=composer.joined).batch(fresh)
        return batch

    def _read_again(self, titles: list[str]) -> Rows:
        """What stands in these tabs now."""
        rows = self._spreadsheet.client.values(self._spreadsheet.id, [quoted(title) for title in titles])
        return dict(zip(titles, cast("list[list[Line]]", rows), strict=True))

    def _look_again(self, before: Snapshot, token: str, error: GoogleError) -> None:
        """After a write that did not end well: whether it was applied all the same, or why not.

        Raises:
            StaleError: the tabs are not those that were read.
            UserError: the write went wrong.

        """
        try:
            found = self._spreadsheet.client.get(self._spreadsheet.id, TABS)["sheets"]
        except GoogleError:
            raise error from None
        memory = [one for one in found if one["properties"]["title"] == MEMORY_TITLE]
        notes = [note for one in memory for note in one.get("developerMetadata", ())]
        if any(note["metadataKey"] == KEY and note["metadataValue"] == token for note in notes):
            return
        if isinstance(error, RefusedError) and _tabs(found) != _standing(before):
            raise StaleError from error
        raise error


def _tabs(found: list[dict[str, dict[str, object]]]) -> set[tuple[object, object]]:
    return {(one["properties"]["sheetId"], one["properties"]["title"]) for one in found}


def _standing(before: Snapshot) -> set[tuple[object, object]]:
    return {(sheet.id, sheet.title) for sheet in before.sheets}
