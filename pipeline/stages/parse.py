"""Tabs to responses: which tab is which form, which column is which question, which row is a response."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.findings import About, Detail, Finding, Severity, Where, finding_order
from pipeline.model.responses import Place, RawCell, RawTab, Response, Value
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue, Question
from pipeline.stages.answers import Answer, reader_for
from pipeline.stages.cells import blank, cell_text
from pipeline.stages.moments import Window, read_moments, window
from pipeline.stages.tabs import FormTab, find_tabs

SUBMITTED = "submitted_at"

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
"""What most rows say beside their answers; one for all of them."""

_CLIP = 80
"""How much of a cell a finding repeats, in characters."""


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many rows a tab held: `rows` = `responses` + `blank`; `replaced` <= `responses`."""

    form: str
    tab: str
    rows: int
    blank: int
    responses: int
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every form and working tab that is in use.

    `responses` by form or working-tab key, in row order; `counts` of the forms; `places` where
    each stands (file, tab title, column number from 1 per question key) so that a finding can
    link to its cell.
    """

    responses: Mapping[str, tuple[Response, ...]]
    counts: tuple[FormCount, ...]
    places: Mapping[str, Place]
    findings: tuple[Finding, ...]


def parse(tabs: Sequence[RawTab], catalogue: Catalogue, settings: Settings) -> Parsed:
    """Read all tabs; marked ones are skipped.

    Raises:
        UserError: a tab bears a form's title but lacks its required headers, or two tabs
            fit one form equally well, or the time zone is unknown.

    """
    found, findings = find_tabs(tabs, catalogue, settings.language)
    moments = read_moments([_timestamps(one) for one in found], _zone(settings.timezone))
    plausible = window(settings.dates, (moment for column in moments for moment in column if moment))
    responses: dict[str, tuple[Response, ...]] = {}
    counts: list[FormCount] = []
    places: dict[str, Place] = {}
    noticed = list(findings)
    for one, column in zip(found, moments, strict=True):
        rows = _RowReader(one, plausible, settings.numbers)
        read, total = rows.read(column)
        responses[one.form.key] = responses.get(one.form.key, ()) + read
        places.setdefault(one.form.key, _place(one))
        noticed += rows.findings
        if not one.form.working:
            counts.append(FormCount(one.form.key, one.tab.title, total, total - len(read), len(read)))
    return Parsed(responses, tuple(counts), places, tuple(sorted(noticed, key=finding_order)))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError(
            N_("I do not know the time zone “{zone}”."),
            todo=N_("Use a name such as Europe/Amsterdam."),
            exit_code=WRONG_SETTINGS,
            zone=name,
        ) from error


def _place(found: FormTab) -> Place:
    return Place(
        found.tab.place, found.tab.title, {key: columns[0] + 1 for key, columns in found.columns.items()}
    )


def _timestamps(found: FormTab) -> list[RawCell]:
    columns = found.columns.get(SUBMITTED, ())
    return [_first_filled(row, columns) for row in found.tab.rows[found.top + 1 :]]


def _first_filled(row: Sequence[RawCell], columns: Sequence[int]) -> RawCell:
    """The cell of a question; where the question was asked twice, the one that was answered."""
    for column in columns:
        if column < len(row) and not blank(row[column]):
            return row[column]
    return row[columns[0]] if columns and columns[0] < len(row) else None


@dataclass(frozen=True, slots=True)
class _Column:
    """One question of a tab: where it stands and what reads its cells."""

    question: Question
    indexes: tuple[int, ...]
    read: Callable[[RawCell], Answer]

    def cell(self, row: Sequence[RawCell]) -> RawCell:
        return _first_filled(row, self.indexes)


class _RowReader:
    """Reads the rows of one tab, and collects what it noticed in `findings`."""

    def __init__(self, found: FormTab, plausible: Window, meetings: Sequence[int]) -> None:
        self.findings: list[Finding] = []
        self._found = found
        self._plausible = plausible
        self._meetings = meetings
        self._columns = [
            _Column(question, found.columns[question.key], reader_for(question))
            for question in found.form.questions
            if question.key in found.columns and question.key != SUBMITTED
        ]
        self._boxes = {
            index for column in self._columns if column.question.kind == "check" for index in column.indexes
        }
        self._program = [column for column in self._columns if column.question.program]
        self._ours = tuple(column.question.key for column in self._program[1:])

    def read(self, moments: Sequence[datetime | None]) -> tuple[tuple[Response, ...], int]:
        """The responses, and the number of rows to the last one that is not empty."""
        rows = self._found.tab.rows[self._found.top + 1 :]
        filled = [index for index, row in enumerate(rows) if self._says_something(row)]
        responses = tuple(self._response(index, rows[index], moments[index]) for index in filled)
        self._notice_unknown(responses)
        return responses, filled[-1] + 1 if filled else 0

    def _says_something(self, row: Sequence[RawCell]) -> bool:
        """Whether a person filled in anything.

        An empty check box says nothing: a table may have them in every row. Nor does what the
        program itself keeps in a row of its own, which bears a code.
        """
        ours: set[int] = set()
        if self._is_program_row(row):
            ours.update(index for column in self._program for index in column.indexes)
        return any(
            not blank(cell) and not (cell is False and index in self._boxes) and index not in ours
            for index, cell in enumerate(row)
        )

    def _kept_by_us(self, column: _Column, row: Sequence[RawCell]) -> bool:
        """Whether the program fills in this cell, perhaps with nothing, such as a name without consent."""
        return column.question.program and self._is_program_row(row)

    def _is_program_row(self, row: Sequence[RawCell]) -> bool:
        """Whether the program put this row there: then its first column says for whom or what."""
        return bool(self._program) and not blank(self._program[0].cell(row))

    def _response(self, index: int, row: Sequence[RawCell], moment: datetime | None) -> Response:
        where = Where(self._found.form.key, self._found.top + index + 2)
        values: dict[str, Value] = {}
        written: dict[str, str] = {}
        own: dict[str, tuple[str, ...]] = {}
        missing: list[str] = []
        for column in self._columns:
            key = column.question.key
            answer = self._sense(column.read(column.cell(row)), column.question)
            if answer.value is not None:
                values[key] = answer.value
            if answer.written and answer.written != answer.value:
                written[key] = answer.written
            if answer.own:
                own[key] = answer.own
            if answer.problem:
                self._notice(where, column.question, answer)
            elif not answer.written and column.question.required and not self._kept_by_us(column, row):
                missing.append(key)
        extra = self._extra(row)
        self._notice_missing(where, missing, only_elsewhere=bool(extra) and not (values or written))
        return Response(
            form=where.form,
            row=where.row,
            submitted_at=self._moment(where, row, moment),
            values=values,
            written=written or _NOTHING,
            own=own or _NOTHING,
            extra=extra or _NOTHING,
            ours=self._ours if self._is_program_row(row) else (),
        )

    def _sense(self, answer: Answer, question: Question) -> Answer:
        """A meeting that this Atelier does not have is not understood."""
        if question.kind == "meeting" and answer.value is not None and answer.value not in self._meetings:
            return Answer(None, answer.written, problem="unknown_meeting")
        return answer

    def _extra(self, row: Sequence[RawCell]) -> dict[str, str]:
        return {
            header: text
            for index, header in self._found.unknown.items()
            if index < len(row) and (text := cell_text(row[index]))
        }

    def _moment(self, where: Where, row: Sequence[RawCell], moment: datetime | None) -> datetime | None:
        """The timestamp where it is plausible; a finding where something else stands there."""
        if moment and self._plausible.holds(moment):
            return moment
        written = cell_text(_first_filled(row, self._found.columns.get(SUBMITTED, ())))
        if written:
            place = Where(where.form, where.row, SUBMITTED)
            details: dict[str, Detail] = {"written": written[:_CLIP]}
            self.findings.append(Finding("timestamp_ignored", Severity.INFO, place, details=details))
        return None

    def _notice(self, where: Where, question: Question, answer: Answer) -> None:
        place = Where(where.form, where.row, question.key)
        written: dict[str, Detail] = {} if question.personal else {"written": answer.written[:_CLIP]}
        self.findings.append(Finding(str(answer.problem), Severity.WARN, place, details=written))

    def _notice_missing(self, where: Where, missing: Sequence[str], *, only_elsewhere: bool) -> None:
        if only_elsewhere:
            self.findings.append(Finding("only_unknown_columns", Severity.WARN, where))
            return
        self.findings += [
            Finding("required_empty", Severity.WARN, Where(where.form, where.row, key)) for key in missing
        ]

    def _notice_unknown(self, responses: Sequence[Response]) -> None:
        """One finding for each column that people wrote in and that no question asks."""
        tab = self._found.tab.title
        used = {header for response in responses for header in response.extra}
        self.findings += [
            Finding(
                "column_not_used",
                Severity.INFO,
                about=About("tab", tab),
                details={"tab": tab, "column": header},
            )
            for header in self._found.unknown.values()
            if header in used
        ]
