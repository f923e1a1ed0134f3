"""What people typed in the tabs that the program writes: read back, keyed, never lost."""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from pipeline.model.errors import N_, UserError
from pipeline.model.responses import RawCell, RawTab
from pipeline.model.templates import Catalogue, ColumnTemplate, SectionTemplate, SummaryTemplate, Text
from pipeline.stages.cells import blank, cell_text
from pipeline.stages.codes import read_code
from pipeline.stages.decisions import STILL, Decisions
from pipeline.stages.memory import Memory
from pipeline.stages.options import Options, read_flag, wording_key

CONTROL = "control"
"""The tab in which people answer."""

ADDED = ""
"""The row key under which the headers of added columns stand in their order, those of empty ones too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """People's cells of the summary tabs.

    `cells`: tab key -> row key -> column key (or the header of a column somebody added) -> cell;
    `order`: tab key -> row keys as they stood there (somebody may have sorted them);
    `recalled`: the answers by question id that memory holds where `Controle` is no more.
    """

    cells: Mapping[str, Mapping[str, Mapping[str, RawCell]]] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recalled: Mapping[str, str] = field(default_factory=dict)

    def cell(self, tab: str, row: str, column: str) -> RawCell:
        """One cell, None when nobody filled it in."""
        return self.cells.get(tab, {}).get(row, {}).get(column)

    def withdrawn(self) -> frozenset[str]:
        """The codes whose consent was taken back in `Deelnemers`: any mark but a plain no is one."""
        said = self.cells.get("participants", {})
        return frozenset(
            code
            for code, cells in said.items()
            if "withdrawn" in cells and read_flag(cell_text(cells["withdrawn"])) is not False
        )

    def confirmed(self) -> frozenset[tuple[int, str]]:
        """(meeting, code) of the seats a person confirmed in `Tafels`."""
        ticked = (
            row.partition("-")
            for row, cells in self.cells.get("tables", {}).items()
            if read_flag(cell_text(cells.get("confirmed")))
        )
        return frozenset((int(meeting), code) for meeting, _, code in ticked if meeting.isdecimal())

    def status(self, catalogue: Catalogue) -> dict[int, str]:
        """`Stand` per idea number, as codes."""
        options = Options(_column(catalogue.summaries["ideas"], "status").options)
        said = {
            int(row): options.one(cell_text(cells.get("status")))
            for row, cells in self.cells.get("ideas", {}).items()
            if row.isdecimal()
        }
        return {number: code for number, code in said.items() if code}

    def decisions(self, catalogue: Catalogue, memory: Memory) -> Decisions:
        """The answers in `Controle`, as codes, with what each question was about."""
        meaning = {
            wording_key(word): code
            for code, text in catalogue.texts["decisions"].items()
            for word in (*text.both, code)
        }
        still = {wording.format(answer="").strip() for wording in catalogue.texts["decisions"][STILL].both}
        said = {
            row: _decision(cell_text(cells.get("decision")), meaning, still)
            for row, cells in self.cells.get(CONTROL, {}).items()
        }
        answers = {question: answer for question, answer in said.items() if answer}
        return Decisions({**self.recalled, **answers}, {one.id: one for one in memory.asked})


def _column(template: SummaryTemplate, key: str) -> ColumnTemplate:
    return next(column for section in template.sections for column in section.columns if column.key == key)


def _decision(said: str, meaning: Mapping[str, str], still: Container[str]) -> str | None:
    """A decision word, or a participant's code, alone or before a name, perhaps confirmed (`toch`)."""
    if code := meaning.get(wording_key(said)):
        return code
    first, _, rest = said.partition(" ")
    if first.casefold() in still:
        confirmed = _decision(rest, meaning, ())
        return confirmed and STILL + confirmed
    found = read_code(first)
    return found.code if found else None


def read_kept(tabs: Sequence[RawTab], catalogue: Catalogue, memory: Memory) -> Kept:
    """Find the program's tabs by title, the tables in them by their headers, and read the people's cells.

    Raises:
        UserError: `Controle` is there, but what was answered in it cannot be read any more.

    """
    cells: dict[str, dict[str, dict[str, RawCell]]] = {}
    order: dict[str, tuple[str, ...]] = {}
    for key, template in catalogue.summaries.items():
        sections = [section for section in template.sections if section.row_key]
        tab = _tab(tabs, template, catalogue) if sections else None
        if tab is not None:
            found = _TabReader(template).read(tab)
            cells[key] = {row: kept for row, kept in found.items() if kept}
            order[key] = tuple(row for row in found if row != ADDED)
            if key == CONTROL and tab.marked:
                missing = {one.id for one in memory.asked}.difference(order[key])
                _see_answers(tab, template, missing, asked=bool(memory.asked))
    recalled = {} if CONTROL in order else {one.id: one.answer for one in memory.asked if one.answer}
    return Kept(cells, order, recalled)


def _tab(tabs: Sequence[RawTab], template: SummaryTemplate, catalogue: Catalogue) -> RawTab | None:
    """The tab of this template: by its title, or by the title in its first cell where somebody renamed it."""
    titles = set(template.title.both)
    named = (tab for tab in tabs if tab.title in titles)
    headed = (tab for tab in tabs if tab.marked and cell_text(tab.rows[0][0]) in titles)
    renamed = (tab for tab in headed if not was_set_aside(tab.title, catalogue))
    return next(chain(named, renamed), None)


def was_set_aside(title: str, catalogue: Catalogue) -> bool:
    """Whether it is the title of an old tab that the program left beside a new one: `Groei (bewaard)`."""
    endings = (wording.format(title="") for wording in catalogue.texts["workbook"]["kept"].both)
    bare = title.rstrip("0123456789").rstrip()
    return any(title.endswith(ending) or bare.endswith(ending) for ending in endings)


class _TabReader:
    """Reads the tables of one summary tab: each from its headers to where the next ones stand."""

    def __init__(self, template: SummaryTemplate) -> None:
        self._sections = template.sections
        self._columns = {
            section.key: {header: column for column in section.columns for header in column.header.both}
            for section in template.sections
        }
        self._headers = {header for columns in self._columns.values() for header in columns}

    def read(self, tab: RawTab) -> dict[str, dict[str, RawCell]]:
        """The people's cells by row key, in order of row; a row in which nobody wrote has none."""
        found: dict[str, dict[str, RawCell]] = {}
        table: _Table | None = None
        for row in tab.rows:
            section = self.begins(row)
            if section is not None:
                table = _Table.under(row, section, self._columns[section.key])
                found.setdefault(ADDED, {}).update(dict.fromkeys(table.added) if table else {})
            elif table is not None and (key := table.key(row)):
                found.setdefault(key, {}).update(table.cells(row))
        return found

    def begins(self, row: Sequence[RawCell]) -> SectionTemplate | None:
        """The section of which this row bears at least two, and at least half, of the headers."""
        said = [cell for cell in row if isinstance(cell, str) and cell in self._headers]
        if len(said) < 2:
            return None
        borne = {
            section.key: sum(header in self._columns[section.key] for header in said)
            for section in self._sections
        }
        best = max(self._sections, key=lambda section: borne[section.key])
        return best if borne[best.key] * 2 >= len(best.columns) else None


@dataclass(frozen=True, slots=True)
class _Table:
    """A table in which people write: the index of its key column, and of the people's columns by key."""

    key_index: int
    people: Mapping[int, str]
    added: tuple[str, ...]

    @classmethod
    def under(
        cls, header: Sequence[RawCell], section: SectionTemplate, columns: Mapping[str, ColumnTemplate]
    ) -> "_Table | None":
        """The table under this header row; None where nobody's rows can be told apart."""
        key_index: int | None = None
        people: dict[int, str] = {}
        added: list[str] = []
        for index, cell in enumerate(header):
            text = cell_text(cell)
            column = columns.get(text)
            if column is None and text:
                added.append(text)
                people[index] = text
            elif column is not None and column.people:
                people[index] = column.key
            elif column is not None and column.key == section.row_key:
                key_index = index
        return None if key_index is None else cls(key_index, people, tuple(added))

    def key(self, row: Sequence[RawCell]) -> str:
        """The row's key, "" where it is no row of the table: a heading or note stands alone in its row."""
        said = [index for index, cell in enumerate(row) if not blank(cell)]
        return cell_text(row[self.key_index]) if len(said) > 1 and self.key_index in said else ""

    def cells(self, row: Sequence[RawCell]) -> dict[str, RawCell]:
        """What people wrote in this row; a check box that is off says nothing."""
        return {
            key: row[index]
            for index, key in self.people.items()
            if index < len(row) and not blank(row[index]) and row[index] is not False
        }


def _see_answers(tab: RawTab, template: SummaryTemplate, missing: Collection[str], *, asked: bool) -> None:
    """See that every answer in `Controle` can be read; of what was `asked` some questions may be `missing`.

    What stands alone in its row, such as a note below the questions, is no answer.

    Raises:
        UserError: a header is missing, or an answer stands in a row without its question's number.

    """
    section = next(section for section in template.sections if section.row_key)
    begins = _TabReader(template).begins
    tables = [begins(row) for row in tab.rows]
    if section not in tables and not asked:
        return
    top = tables.index(section) if section in tables else len(tables)
    headers = [cell_text(cell) for cell in chain(*tab.rows[top : top + 1])]
    index: dict[str, int] = {}
    for key in (section.row_key, "decision"):
        wordings = next(column.header for column in section.columns if column.key == key)
        found = [place for place, header in enumerate(headers) if header in wordings.both]
        if not found:
            raise _no_header(tab.title, _in_their_language(wordings, headers, section))
        index[str(key)] = found[0]
    number, decision = index.values()
    ours = {header for one in section.columns if not one.people for header in one.header.both}
    told = [at for at, header in enumerate(headers) if header in ours]
    for place, row in enumerate(tab.rows[top + 1 :], top + 2):
        if begins(row) or not missing:
            return
        number_here, answer = (row[at] if at < len(row) else None for at in (number, decision))
        is_question = any(at < len(row) and not blank(row[at]) for at in told)
        if is_question and blank(number_here) and not blank(answer):
            raise _no_number(tab.title, place, headers[number])


def _in_their_language(wordings: Text, headers: Collection[str], section: SectionTemplate) -> str:
    """A header in the language of those beside it."""
    english = sum(column.header.en in headers for column in section.columns)
    dutch = sum(column.header.nl in headers for column in section.columns)
    return wordings.en if english > dutch else wordings.nl


def _no_header(tab: str, header: str) -> UserError:
    said = N_("In the tab “{tab}” the header “{header}” is missing.")
    why = N_("Without it I cannot read your answers there, so I changed nothing.")
    return _unreadable(said, why, tab=tab, header=header)


def _no_number(tab: str, row: int, header: str) -> UserError:
    said = N_("In the tab “{tab}”, row {row}, stands an answer without anything under “{header}”.")
    why = N_("Without it I cannot tell which question it answers, so I changed nothing.")
    return _unreadable(said, why, tab=tab, row=row, header=header)


def _unreadable(said: str, why: str, **where: Any) -> UserError:
    todo = N_(
        "Put “{header}” back as it was (Ctrl+Z). Or delete the whole tab: I make it again, "
        "with the answers that I know."
    )
    return UserError(said, why=why, todo=todo, **where)
