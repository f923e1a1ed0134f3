"""A whole summary: which tab of the spreadsheet is which, and every step that brings them up to date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, cast
from zlib import crc32

from pipeline.edges.changes import changed_texts
from pipeline.edges.google import working
from pipeline.edges.google.drawing import draw
from pipeline.edges.google.links import Links, sheets_of
from pipeline.edges.google.people import Line, Watch
from pipeline.edges.google.rewriting import KEY, SPARE_COLUMNS, SPARE_ROWS, TabPlan
from pipeline.edges.google.snapshot import Sheet, Snapshot
from pipeline.edges.google.staging import Batch, left_behind, too_large
from pipeline.edges.google.wire import LONGEST, MOST_CELLS, WIDEST, Fill, Request, Step, remember
from pipeline.edges.rosters import Edits, roster_edits
from pipeline.edges.shown import clean
from pipeline.edges.standing import Standing, title_beside
from pipeline.model.errors import N_, UserError
from pipeline.model.responses import MEMORY_TITLE, RawCell, RawTab
from pipeline.model.settings import Settings
from pipeline.model.tab import Draft, Grid, Roster
from pipeline.model.templates import Catalogue, Form, Words

LARGEST_ID: Final = 2**31 - 1

Rows = Mapping[str, Sequence[Line]]
"""Rows by title of a tab."""


@dataclass(slots=True)
class Summary:
    """A summary in a spreadsheet as it was read.

    `plans` are the tabs that the last draft wants; those of a grid that was there before stay.
    """

    snapshot: Snapshot
    catalogue: Catalogue
    settings: Settings
    sources: Sequence[Snapshot] = ()
    standing: Standing = field(init=False)
    plans: list[TabPlan] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    _edits: dict[str, Edits] = field(default_factory=dict)
    _rosters: Sequence[Roster] | None = None

    def __post_init__(self) -> None:
        tabs = tuple(RawTab(sheet.title, sheet.values) for sheet in self.snapshot.sheets)
        self.standing = Standing(tabs, self.catalogue)

    @property
    def memory(self) -> Sheet | None:
        """The memory tab: its id is the generation."""
        return self.snapshot.sheet(MEMORY_TITLE)

    def want(self, draft: Draft) -> None:
        """Compare a draft with what stands there; what did not change is not compared again.

        Raises:
            UserError: somebody's own tab bears a title of ours, a tab would be too wide, or the
                column that tells the rows of a working tab apart is gone.

        """
        self.standing.check([grid.title for grid in draft.grids])
        widest = max(draft.grids, key=lambda grid: len(grid.widths), default=None)
        if widest and len(widest.widths) > WIDEST:
            raise _too_wide(widest.title)
        self.ids = self._ids(draft.grids)
        sheets = self._to_come() | sheets_of((self.snapshot, *self.sources))
        links = Links(self.snapshot.url, self.ids, draft.places, sheets)
        known = {id(plan.grid): plan for plan in self.plans}
        self.plans = [known.get(id(grid)) or self._plan(grid, links) for grid in draft.grids]
        if self._rosters is not draft.rosters:
            self._rosters = draft.rosters
            self._edits = {
                key: self._edited(form, self.rows(form)) for key, form in self.catalogue.working.items()
            }

    def _to_come(self) -> dict[tuple[str, str], int]:
        """The working tabs by address and title, also those that are yet to be made."""
        language = self.settings.language
        return {
            (self.snapshot.url, form.title[language]): self.ids[key]
            for key, form in self.catalogue.working.items()
        }

    def _plan(self, grid: Grid, links: Links) -> TabPlan:
        template = self.catalogue.summaries.get(grid.key)
        sections = template.sections if template else ()
        columns = (column for section in sections for column in section.columns)
        headers = frozenset(header for column in columns for header in column.header.both)
        return TabPlan(grid, self._sheet(grid), draw(grid, self.ids[grid.key], links), headers)

    def changes(self, draft: Draft) -> dict[str, int]:
        """The number of cells that a write would change, by title."""
        changes = {plan.grid.title: plan.changes for plan in self.plans}
        for key, form in self.catalogue.working.items():
            sheet = self.working(form)
            title = sheet.title if sheet else form.title[self.settings.language]
            new = 0 if sheet else len(form.columns(self.settings))
            changes[title] = new + sum(map(len, self._edits[key].values()))
        changes[MEMORY_TITLE] = changed_texts(draft.memory, self.memory.values if self.memory else ())
        left = left_behind(self.snapshot)
        return changes | {sheet.title: 1 for sheet in self.snapshot.sheets if sheet.id in left}

    def edits(self, form: Form, fresh: Rows, *, every: bool = False) -> Edits:
        """What the rosters change in a working tab; `fresh` are the rows of tabs that were read again.

        `every`: with what stays as it is in their columns, so that many changes are few pieces.

        Raises:
            UserError: the column that tells the rows apart is gone.

        """
        sheet = self.working(form)
        again = sheet is not None and sheet.title in fresh
        return self._edited(form, self.rows(form, fresh), every=every) if again else self._edits[form.key]

    def _edited(self, form: Form, rows: Sequence[Line], *, every: bool = False) -> Edits:
        edits: Edits = {}
        for roster in self._rosters or ():
            if roster.tab == form.key and not (roster.once and self.working(form)):
                table = cast("Sequence[Sequence[RawCell]]", rows)
                edits = roster_edits(roster, form, table, every=every)
        return edits

    def rows(self, form: Form, fresh: Rows | None = None) -> Sequence[Line]:
        """The rows of a working tab as they were read last; its header where it is yet to be made."""
        sheet = self.working(form)
        if sheet is None:
            return [working.headers(form, self.settings)]
        return (fresh or {}).get(sheet.title, sheet.values)

    def updated_tabs(self) -> list[str]:
        """The titles of the working tabs in which rows that stand there change."""
        sheets = ((self.working(form), self._edits[key]) for key, form in self.catalogue.working.items())
        return [
            sheet.title for sheet, edits in sheets if sheet and working.standing_edits(edits, sheet.values)
        ]

    def free_ids(self) -> Iterator[int]:
        """Ids that no tab has, or will have."""
        taken = {sheet.id for sheet in self.snapshot.sheets} | {*self.ids.values()}
        return (number for number in _from(self.generation() + 1) if number not in taken)

    def generation(self) -> int:
        """The id of the memory tab after the next write: a writer who read an earlier one is refused."""
        taken = {sheet.id for sheet in self.snapshot.sheets}
        first = self.memory.id + 1 if self.memory else _id_of(MEMORY_TITLE)
        return next(number for number in _from(first) if number not in taken)

    def _ids(self, grids: Iterable[Grid]) -> dict[str, int]:
        """The sheet ids of all our tabs by their keys, those of tabs to come included."""
        taken = {sheet.id for sheet in self.snapshot.sheets}
        ids: dict[str, int] = {}
        for key, title, sheet in (
            *((grid.key, grid.title, self._sheet(grid)) for grid in grids),
            *((form.key, form.title.nl, self.working(form)) for form in self.catalogue.working.values()),
        ):
            ids[key] = sheet.id if sheet else next(one for one in _from(_id_of(title)) if one not in taken)
            taken.add(ids[key])
        return ids

    def _sheet(self, grid: Grid) -> Sheet | None:
        """The tab of ours that a grid belongs to, whatever its title is now."""
        tab = self.standing.summary(grid.key, grid.title)
        return self.snapshot.sheet(tab.title) if tab else None

    def working(self, form: Form) -> Sheet | None:
        """The working tab of a form, if it is there."""
        tab = self.standing.working(form)
        return self.snapshot.sheet(tab.title) if tab else None


@dataclass(slots=True)
class Composer:
    """Puts the steps together, in an order in which each finds what it needs.

    `tabs` are the ids of the tabs from left to right, as they stand after the steps so far; `token`
    tells our write from anybody else's; `joined`: small pieces go together (see `TabPlan.rewritten`).
    """

    summary: Summary
    draft: Draft
    token: str
    joined: bool = False
    tabs: list[int] = field(init=False)
    cells: int = field(init=False)
    steps: list[Step] = field(default_factory=list)
    looks: list[tuple[Request, ...]] = field(default_factory=list)
    watches: list[Watch] = field(default_factory=list)

    def __post_init__(self) -> None:
        sheets = self.summary.snapshot.sheets
        self.tabs = [sheet.id for sheet in sheets]
        self.cells = sum(sheet.rows * sheet.columns for sheet in sheets)

    def batch(self, fresh: Rows) -> Batch:
        """Everything to write; `fresh` are the rows of tabs that were read again.

        Raises:
            UserError: the spreadsheet would have more cells than Google allows.

        """
        for sheet in left_behind(self.summary.snapshot):
            self._delete(sheet)
        self._remember()
        self._grids()
        self._working_tabs(fresh)
        if self.cells > MOST_CELLS:
            raise too_large()
        standing = sum(sheet.rows * sheet.columns for sheet in self.summary.snapshot.sheets)
        room = MOST_CELLS - max(standing, self.cells)
        return Batch(self.steps, self.looks, self.summary.generation(), self.token, room)

    def _remember(self) -> None:
        """The next generation in the place of the one that was read: refused when that is gone."""
        if self.summary.memory:
            self._delete(self.summary.memory.id)
        rows = [[clean(text, LONGEST) for text in row] for row in self.draft.memory]
        width = max(map(len, rows))
        sheet = self.summary.generation()
        self._add(sheet, MEMORY_TITLE, len(self.tabs), (len(rows), width), hidden=True)
        self.steps.append(Fill(sheet, 1, 1, [[*row, *[""] * (width - len(row))] for row in rows]))
        self.steps.append(remember(sheet, KEY, self.token, None))

    def _grids(self) -> None:
        """The tabs of the summary; a new one stands behind the one that it follows."""
        ids = self.summary.ids
        behind = -1
        for plan in self.summary.plans:
            sheet = ids[plan.grid.key]
            if plan.sheet is None:
                size = len(plan.grid.rows) + SPARE_ROWS, len(plan.grid.widths) + SPARE_COLUMNS
                self._add(sheet, plan.grid.title, behind + 1, size)
                rewritten = plan.made(sheet)
            elif plan.changes:
                rewritten = plan.rewritten(joined=self.joined)
                if rewritten.copied:
                    self._copy(plan.sheet)
            else:
                behind = self.tabs.index(sheet)
                continue
            self.steps += rewritten.steps
            self.looks.append(rewritten.looks)
            if rewritten.watch:
                self.watches.append(rewritten.watch)
            behind = self.tabs.index(sheet)
        self._drop(set(ids.values()))

    def _drop(self, used: set[int]) -> None:
        """Tabs of ours that the summary does not have any more, such as one in another language beside it."""
        for sheet in self.summary.snapshot.sheets:
            ours = sheet.title in self.summary.standing.program() and sheet.title != MEMORY_TITLE
            if ours and sheet.id not in used:
                self._delete(sheet.id)

    def _working_tabs(self, fresh: Rows) -> None:
        summary = self.summary
        ids = summary.ids
        behind = max((self.tabs.index(ids[plan.grid.key]) for plan in summary.plans), default=-1)
        for form in summary.catalogue.working.values():
            sheet = summary.working(form)
            edits = summary.edits(form, fresh, every=self.joined)
            if sheet is None:
                size = (
                    max(working.ROOM, max(edits, default=1) + SPARE_ROWS),
                    len(form.columns(summary.settings)),
                )
                self._add(ids[form.key], form.title[summary.settings.language], behind + 1, size)
                self.steps += working.made(form, summary.settings, ids[form.key], edits)
            elif edits:
                rows = summary.rows(form, fresh)
                self.steps += working.updated(sheet.id, rows, sheet.rows, sheet.columns, edits)
            behind = self.tabs.index(ids[form.key])

    def _copy(self, sheet: Sheet) -> None:
        """What stands in a tab stays in a copy beside it, under another title."""
        wording = Words(self.summary.catalogue, self.summary.settings.language).text(
            "workbook", "kept", title="{title}"
        )
        titles = {one.title for one in self.summary.snapshot.sheets} | {
            plan.grid.title for plan in self.summary.plans
        }
        copy = next(number for number in _from(_id_of(f"{sheet.id} {self.token}")) if number not in self.tabs)
        self.cells += sheet.rows * sheet.columns
        place = self.tabs.index(sheet.id) + 1
        self.tabs.insert(place, copy)
        self.steps.append(
            {
                "duplicateSheet": {
                    "sourceSheetId": sheet.id,
                    "insertSheetIndex": place,
                    "newSheetId": copy,
                    "newSheetName": title_beside(sheet.title, wording, titles),
                }
            }
        )

    def _add(
        self, sheet: int, title: str, index: int, size: tuple[int, int], *, hidden: bool = False
    ) -> None:
        rows, columns = size
        self.tabs.insert(index, sheet)
        self.cells += rows * columns
        properties = {"sheetId": sheet, "title": title, "index": index, "hidden": hidden}
        grid = {"rowCount": rows, "columnCount": columns}
        self.steps.append({"addSheet": {"properties": {**properties, "gridProperties": grid}}})

    def _delete(self, sheet: int) -> None:
        self.tabs.remove(sheet)
        self.cells -= sum(one.rows * one.columns for one in self.summary.snapshot.sheets if one.id == sheet)
        self.steps.append({"deleteSheet": {"sheetId": sheet}})


def _id_of(text: str) -> int:
    return crc32(text.encode()) & LARGEST_ID


def _from(first: int) -> Iterator[int]:
    """Ids from this one on, beginning again at 1 after the largest."""
    return ((number - 1) % LARGEST_ID + 1 for number in count(first))


def _too_wide(title: str) -> UserError:
    return UserError(
        N_("The tab “{tab}” has too many columns for Google."),
        why=N_("A tab has at most {most} columns."),
        todo=N_("Remove columns that somebody added to it, and try again."),
        tab=title,
        most=WIDEST,
    )
