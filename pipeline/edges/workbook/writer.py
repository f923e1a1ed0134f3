"""The summary workbook: read back, compared, and written in one move."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pipeline.edges.changes import changed_cells, changed_texts, typed_beside
from pipeline.edges.disk import (
    Disk,
    Signature,
    refuse_when_changed,
    refuse_when_no_file,
    refuse_when_open,
    refuse_when_unwritable,
    replace_file,
    signature,
)
from pipeline.edges.interface import Plan
from pipeline.edges.rosters import Edits, roster_edits
from pipeline.edges.standing import Standing
from pipeline.edges.workbook.assembly import Contents, assemble, opened
from pipeline.edges.workbook.links import Links
from pipeline.edges.workbook.reader import read_again_and_again
from pipeline.edges.workbook.sheets import CHOICES
from pipeline.model.errors import FAILED, N_, WRONG_USE, UserError
from pipeline.model.responses import MEMORY_TITLE, RawTab
from pipeline.model.settings import Settings
from pipeline.model.tab import Draft, Grid, Roster
from pipeline.model.templates import Catalogue, Form, Words

KIND: Final = ".xlsx"
OWN: Final = frozenset({MEMORY_TITLE, CHOICES})


@dataclass(slots=True)
class _Known:
    """What stands in one state of the file, and how the last draft differs from it.

    `cells` counts the changed cells by title of each of `grids`; `edits` is what `rosters` change.
    """

    at: Signature | None
    standing: Standing
    grids: tuple[Grid, ...] = ()
    cells: dict[str, int] = field(default_factory=dict)
    rosters: tuple[Roster, ...] | None = None
    edits: dict[str, Edits] = field(default_factory=dict)

    def compare(self, grids: tuple[Grid, ...]) -> None:
        """Count the changed cells of these grids; those of a grid that was counted before stay."""
        before = {id(grid) for grid in self.grids}
        renamed = {*self.standing.renamed().values()}
        self.cells = {
            grid.title: self.cells[grid.title]
            if id(grid) in before
            else changed_cells(grid, self.standing.rows(grid.title)) or int(grid.title in renamed)
            for grid in grids
        }
        self.grids = grids


class WorkbookTarget:
    """The summary as an .xlsx file; what people made in it stays."""

    def __init__(
        self, path: Path, catalogue: Catalogue, settings: Settings, disk: Disk | None = None
    ) -> None:
        self._path = path
        self._catalogue = catalogue
        self._settings = settings
        self._disk = disk or Disk()
        self._words = Words(catalogue, settings.language)
        self._was_read = False
        self._read_at: Signature | None = None
        self._known: _Known | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    @property
    def place(self) -> str:
        """The file, as its tabs name it."""
        return str(self._path.absolute())

    def read(self) -> tuple[RawTab, ...]:
        """All tabs, hidden ones too; none when the file does not exist yet.

        Raises:
            UserError: it cannot be read, is no file, or is of another kind than .xlsx.

        """
        known = self._standing()
        self._was_read, self._read_at = True, known.at
        return known.standing.tabs

    def state(self) -> Signature | None:
        """When the file was saved and how large it is; None when it does not exist yet."""
        return signature(self._path)

    def _standing(self) -> "_Known":
        """What stands in the file, read again only when somebody saved it since."""
        at = signature(self._path)
        if self._known is None or self._known.at != at:
            self._known = _Known(at, Standing(self._tabs(at), self._catalogue, OWN))
        return self._known

    def _tabs(self, at: Signature | None) -> tuple[RawTab, ...]:
        """The tabs of the file in this state; one that is no workbook is not written over.

        Raises:
            UserError: as `read`.

        """
        refuse_when_no_file(self._path)
        if self._path.suffix.lower() != KIND:
            raise UserError(
                N_("I write the summary as {kind}, not as “{file}”."),
                todo=N_("Give it a name that ends in {kind}."),
                exit_code=WRONG_USE,
                file=self._path.name,
                kind=KIND,
            )
        try:
            return read_again_and_again(self._path) if at else ()
        except UserError as error:
            if error.exit_code != FAILED:
                raise
            raise UserError(
                N_("“{file}” is damaged, or is no workbook."),
                why=N_("I do not write over it: there may be something in it that people typed."),
                todo=N_("Put an earlier copy in its place, or give it another name: then I make a new one."),
                file=self._path.name,
            ) from error

    def ready(self) -> None:
        """See whether the file can be written now; leaves nothing behind.

        Raises:
            UserError: it is open elsewhere, or may not be written.

        """
        refuse_when_open(self._path)
        refuse_when_unwritable(self._path, self._disk)

    def plan(self, draft: Draft) -> Plan:
        """The number of cells that `write` would change, per tab; touches nothing.

        Raises:
            UserError: as `write`, but for a file that may not be written.

        """
        known = self._compared(draft)
        standing, edits = known.standing, known.edits
        changes = dict(known.cells)
        for form in self._catalogue.working.values():
            headers = 0 if standing.working(form) else len(form.columns(self._settings))
            title = self._title(form, standing)
            changes[title] = headers + sum(map(len, edits.get(title, {}).values()))
        changes[MEMORY_TITLE] = changed_texts(draft.memory, standing.rows(MEMORY_TITLE))
        return Plan(changes)

    def write(self, draft: Draft) -> None:
        """Write everything or nothing.

        Raises:
            UserError: the file is open elsewhere, was changed since it was read, may not be
                written, or holds something that stands in the way.

        """
        refuse_when_open(self._path)
        if self._was_read:
            refuse_when_changed(self._path, self._read_at)
        known = self._compared(draft)
        standing = known.standing
        contents = Contents(
            grids=draft.grids,
            memory=draft.memory,
            working=[form for form in self._catalogue.working.values() if not standing.working(form)],
            edits=known.edits,
            dropped=standing.program(),
            had=standing.renamed(),
            beside=frozenset(
                grid.key
                for grid in draft.grids
                if (tab := standing.summary(grid.key, grid.title)) and typed_beside(grid, tab.rows)
            ),
        )
        titles = {grid.key: grid.title for grid in draft.grids}
        titles |= {form.key: self._title(form, standing) for form in self._catalogue.working.values()}
        links = Links(self._path, draft.places, titles)
        base = opened(self._path)
        replace_file(
            self._path,
            lambda file: assemble(file, contents, base, links, self._settings, self._words),
            self._disk,
        )
        self._was_read, self._known = False, None

    def _compared(self, draft: Draft) -> "_Known":
        """What stands there, and how the draft differs from it; what did not change is not compared again."""
        known = self._standing()
        known.standing.check([grid.title for grid in draft.grids])
        known.compare(draft.grids)
        if known.rosters is not draft.rosters:
            known.edits = self._edits(draft, known.standing)
            known.rosters = draft.rosters
        return known

    def _edits(self, draft: Draft, standing: Standing) -> dict[str, Edits]:
        """What the rosters change, by title of the working tab."""
        edits: dict[str, Edits] = {}
        for roster in draft.rosters:
            form = self._catalogue.working[roster.tab]
            headers = [q.header[self._settings.language] for q in form.columns(self._settings)]
            tab = standing.working(form)
            if tab and roster.once:
                continue
            edits[self._title(form, standing)] = roster_edits(roster, form, tab.rows if tab else [headers])
        return edits

    def _title(self, form: Form, standing: Standing) -> str:
        tab = standing.working(form)
        return tab.title if tab else form.title[self._settings.language]
