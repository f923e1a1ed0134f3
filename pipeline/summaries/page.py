"""What every fill function works with: the outcome, the words, the template of its tab."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cached_property

from pipeline.model.findings import Where
from pipeline.model.responses import RawCell
from pipeline.model.tab import Block, Cell, Chart, Column, Figure, Link, Row, Scalar, Tab, Table
from pipeline.model.templates import ColumnTemplate, SectionTemplate, SummaryTemplate, Words
from pipeline.stages.masking import Withheld
from pipeline.stages.memory import Logged
from pipeline.stages.run import Outcome
from pipeline.summaries.reasons import listed

ADDED_WIDTH = 18
WORD_ROOM = 4
"""How much broader than the longest word of its header a column is at least: no word is broken."""

Named = Sequence[tuple[str, str]]
"""Codes with their wording, in order."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table before it is laid in columns: a cell per column key.

    `choices` are the words of a drop-down in this row alone, per column key.
    """

    cells: Mapping[str, Cell | Scalar]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """One tab to fill; `log` holds every sync that changed something, the newest last.

    `told` = its words do not come to stand in a tab, but on a terminal.
    """

    outcome: Outcome
    words: Words
    template: SummaryTemplate
    log: Sequence[Logged] = ()
    told: bool = False

    @property
    def quotes(self) -> bool:
        """Whether a name as written may stand here that may be of somebody without consent."""
        return self.template.key == "control" and not self.told

    @cached_property
    def withheld(self) -> Withheld:
        """Recognises the names that may not be shown."""
        return Withheld(self.outcome.people)

    @cached_property
    def _roles(self) -> dict[tuple[str, ...], Cell]:
        """The cells for roles, shared by everybody who takes part alike."""
        return {}

    @cached_property
    def _marks(self) -> dict[tuple[str, str], Cell]:
        return {}

    def tab(self, *blocks: Block | None) -> Tab:
        """The finished tab; blocks that are None are left out."""
        template, language = self.template, self.words.language
        return Tab(
            key=template.key,
            title=template.title[language],
            intro=template.intro[language],
            blocks=tuple(block for block in blocks if block is not None),
            landscape=template.landscape,
            colour=template.colour,
        )

    def text(self, name: str, /, **values: object) -> str:
        """A wording of this tab, filled with `values`."""
        return self.template.texts[name][self.words.language].format(**values)

    def mark(self, name: str, style: str) -> Cell:
        """A wording of this tab as a cell: one and the same for all rows in which it stands."""
        if (name, style) not in self._marks:
            self._marks[name, style] = Cell(self.text(name), style)
        return self._marks[name, style]

    def shared(self, name: str, /, **values: object) -> str:
        """A wording that several tabs share, filled with `values`."""
        return self.words.text("summaries", name, **values)

    def table(
        self,
        section: str,
        records: Iterable[Record],
        *,
        spread: Mapping[str, Named] | None = None,
        heading: str | None = None,
        note: str | None = None,
        charts: Sequence[Chart] = (),
        heat: str = "",
        filtered: bool = False,
    ) -> Table:
        """A section of the template with its rows.

        `spread` makes one column per code of a template column: `role` becomes `role_resident` and so on,
        its header filled with `{name}`; `heat` names such a column. `heading` and `note` replace the
        template's. People's cells are put back by the row's key, and rows that are gone but in which
        somebody wrote stay at the bottom.
        """
        found = self.template.section(section)
        language = self.words.language
        columns = self._columns(found, spread or {})
        rows = tuple(self._rows(found, columns, records))
        empty = self.template.texts.get(f"{section}_empty")
        return Table(
            key=section,
            columns=columns,
            rows=rows,
            heading=heading or (found.heading[language] if found.heading else None),
            note=note or (found.note[language] if found.note and rows else None),
            heat=tuple(f"{heat}_{code}" for code, _ in (spread or {}).get(heat, ())),
            charts=tuple(charts),
            filter=filtered,
            empty=empty[language] if empty else None,
            row_key=found.row_key,
        )

    def figure(self, name: str, value: Scalar, style: str = "number", **values: object) -> Figure:
        """A key figure worded by the texts `name` and `name_note`; a value of None shows as a dash."""
        label, note = self.text(name, **values), self.text(f"{name}_note", **values)
        return Figure(label, "–" if value is None else value, note, "text" if value is None else style)

    def chart(
        self,
        name: str,
        kind: str,
        categories: str,
        series: Sequence[str],
        *,
        axis: str,
        below: str = "",
        colours: Sequence[str] = (),
        target: float | None = None,
    ) -> Chart:
        """A chart titled by the text `name`_chart, its value axis by the text `axis`_axis.

        `below` names the text of the other axis, where the categories do not speak for themselves.
        """
        return Chart(
            kind,
            self.text(f"{name}_chart"),
            categories,
            tuple(series),
            tuple(colours),
            target,
            x_title=self.text(f"{below}_axis") if below else "",
            y_title=self.text(f"{axis}_axis"),
        )

    def meeting(self, number: int) -> str:
        """`Bijeenkomst 3`."""
        return self.shared("meeting", number=number)

    @property
    def reached(self) -> frozenset[str]:
        """The codes of everybody who came at least once."""
        return frozenset().union(*self.outcome.presence.present.values())

    def link(self, tab: str, row: int = 1) -> Cell:
        """The title of another summary tab, which leads to a row of it."""
        title = self.words.catalogue.summaries[tab].title[self.words.language]
        return Cell(title, link=Link(tab=tab, row=row))

    def place(self, where: Where | None) -> Cell | None:
        """A place in the responses, linked: `Aanmelding, rij 12`; the question shows on hover."""
        if where is None:
            return None
        told = self.shared("place", tab=self.source(where.form), row=where.row)
        return Cell(told, link=link_to(where), note=self.asked(where))

    def source(self, form: str) -> str:
        """The tab in which the answers to a form stand."""
        stands = self.outcome.places.get(form)
        return stands.tab if stands else self.words.catalogue.source(form).title[self.words.language]

    def asked(self, where: Where | None) -> str | None:
        """The question at a place, as the form words it; None where it is about a whole row."""
        if where is None:
            return None
        questions = self.words.catalogue.source(where.form).questions
        headers = {question.key: question.header[self.words.language] for question in questions}
        return headers.get(where.question or "")

    def person(self, code: str | None) -> Cell | str | None:
        """Somebody's name, or their code where the name may not be shown."""
        if code is None:
            return None
        label = self.outcome.people.label(code)
        return Cell(label, "code") if label == code else label

    def roles(self, code: str) -> Cell | None:
        """How somebody takes part, in the colour of their first role; a team member without one is `team`."""
        person = self.outcome.people.participants.get(code)
        if person is None or not (person.roles or person.team):
            return None
        if person.roles not in self._roles:
            self._roles[person.roles] = (
                Cell(self.options("signup", "role", person.roles), person.roles[0])
                if person.roles
                else Cell(self.shared("team"), "strong")
            )
        return self._roles[person.roles]

    def options(self, form: str, question: str, codes: Iterable[str]) -> str:
        """The wordings of several options, separated by commas."""
        return ", ".join(self.words.option(form, question, code) for code in codes)

    def listed(self, parts: Sequence[object]) -> str:
        """`3, 8 en 14`."""
        return listed(self.words, parts)

    def named(self, form: str, question: str) -> Named:
        """The options of a question: code and wording."""
        found = self.words.catalogue.source(form).question(question)
        return [(option.code, option.text[self.words.language]) for option in found.options]

    def _columns(self, section: SectionTemplate, spread: Mapping[str, Named]) -> tuple[Column, ...]:
        """The template's columns, then those that somebody added."""
        columns: list[Column] = []
        for template in section.columns:
            if template.key in spread:
                columns += (self._column(template, code, name) for code, name in spread[template.key])
            else:
                columns.append(self._column(template))
        if section.row_key:
            known = {column.key for column in columns}
            columns += (
                Column(header, header, ADDED_WIDTH, people=True)
                for header in self._added()
                if header not in known
            )
        return tuple(columns)

    def _column(self, template: ColumnTemplate, code: str = "", name: str = "") -> Column:
        language = self.words.language
        header = template.header[language].format(name=name) if code else template.header[language]
        longest_word = max(map(len, header.split()), default=0)
        return Column(
            key=f"{template.key}_{code}" if code else template.key,
            header=header,
            width=max(template.width, longest_word + WORD_ROOM),
            style=template.style,
            people=template.people,
            choices=tuple(option.text[language] for option in template.options),
        )

    def _added(self) -> list[str]:
        """Every column in which somebody wrote, each once, in the order they stood there."""
        rows = self.outcome.kept.cells.get(self.template.key, {})
        return list(dict.fromkeys(column for cells in rows.values() for column in cells))

    def _rows(
        self, section: SectionTemplate, columns: Sequence[Column], records: Iterable[Record]
    ) -> Iterator[Row]:
        if section.row_key is None:
            keys = [column.key for column in columns]
            for record in records:
                yield Row(tuple(map(record.cells.get, keys)))
            return
        seen = set()
        for record in records:
            key = str(_value(record.cells[section.row_key]))
            seen.add(key)
            yield self._keyed(key, record, columns)
        for key, cells in self.outcome.kept.cells.get(self.template.key, {}).items():
            if key not in seen and any(cell not in (None, "") for cell in cells.values()):
                yield self._keyed(key, self._gone(key, section.row_key, columns), columns)

    def _keyed(self, key: str, record: Record, columns: Sequence[Column]) -> Row:
        """A row; a record that has a cell of people's own replaces what stood there."""
        kept = self.outcome.kept
        cells = tuple(
            _typed(kept.cell(self.template.key, key, column.key))
            if column.people and column.key not in record.cells
            else record.cells.get(column.key)
            for column in columns
        )
        return Row(cells, key, tuple(record.choices.items()))

    def _gone(self, key: str, row_key: str, columns: Sequence[Column]) -> Record:
        """A row that no longer exists but in which somebody wrote; that of an alias still counts."""
        said = next(column.key for column in columns if column.key != row_key and not column.people)
        code = self.outcome.people.current.get(key)
        told = self.shared("same_as", code=code) if code else self.shared("gone")
        return Record({row_key: Cell(key, "muted"), said: Cell(told, "muted")})


def link_to(where: Where | None) -> Link | None:
    """A link to a place in the responses."""
    return Link(form=where.form, row=where.row, question=where.question) if where else None


def capital(text: str) -> str:
    """`text` with a capital to begin with."""
    return text[:1].upper() + text[1:]


def _value(cell: Cell | Scalar) -> Scalar:
    return cell.value if isinstance(cell, Cell) else cell


def _typed(cell: RawCell) -> Scalar:
    """What a person typed, as it stood there; a clock time as text."""
    return str(cell) if isinstance(cell, time | timedelta) else cell
