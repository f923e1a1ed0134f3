"""The main job: read everything, work it out, and bring the summary up to date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pipeline import __version__
from pipeline.app.collector import without_collector
from pipeline.app.progress import Progress
from pipeline.app.report import Report, count
from pipeline.app.workplace import Workplace
from pipeline.edges.interface import StaleError
from pipeline.model.errors import N_, UserError
from pipeline.model.responses import MEMORY_TITLE, RawTab
from pipeline.model.settings import Settings
from pipeline.model.tab import Draft
from pipeline.model.templates import Words
from pipeline.stages.arranging import Wanted
from pipeline.stages.compare import forget_comparisons
from pipeline.stages.kept import Kept, read_kept
from pipeline.stages.memory import Logged, Memory, MemoryRows, from_rows
from pipeline.stages.parse import Parsed, parse
from pipeline.stages.programme import with_programme
from pipeline.stages.run import NOTHING_WANTED, Outcome, run
from pipeline.summaries.fill import TELLING_THE_LOG, fill_all, rosters
from pipeline.summaries.first_rows import FirstRows, first_rows
from pipeline.summaries.layout import lay_out

SILENT = Progress()

TIMES: Final = 4
"""So many times a sync begins anew when somebody else writes the summary meanwhile."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a computation starts from: everything read, before anything is worked out; and what somebody
    asks about the tables.

    `first` is what the settings know for working tabs that nobody made yet, already in `parsed`.
    """

    parsed: Parsed
    kept: Kept
    memory: Memory
    settings: Settings
    first: tuple[FirstRows, ...] = ()
    tables: Wanted = NOTHING_WANTED


def read(workplace: Workplace, progress: Progress = SILENT) -> Material:
    """Read the responses, the working tabs, what people typed in the summary, and the memory.

    Raises:
        UserError: the source or the summary cannot be read or understood.

    """
    progress.begin("read")
    summary = workplace.target.read()
    tabs = each_once(workplace.source.read(), summary)
    parsed = parse(tabs, workplace.catalogue, workplace.settings)
    forms = [form for form in parsed.counts if form.form in workplace.catalogue.forms]
    progress.end("read", forms=len(forms), rows=sum(form.rows for form in forms))
    return material_of(workplace, summary, parsed)


def each_once(responses: tuple[RawTab, ...], summary: tuple[RawTab, ...]) -> tuple[RawTab, ...]:
    """Every tab once: the responses and the summary may stand in one spreadsheet."""
    return tuple({(tab.place, tab.title): tab for tab in (*responses, *summary)}.values())


def material_of(workplace: Workplace, summary: tuple[RawTab, ...], parsed: Parsed) -> Material:
    """What was parsed, with what people typed in the summary and what it remembers.

    Raises:
        UserError: see `read_memory` and `read_kept`.

    """
    first = first_rows(workplace.catalogue, workplace.settings, parsed.places)
    parsed = _with_first(parsed, first, workplace)
    settings, findings = with_programme(workplace.settings, parsed.responses.get("programme", ()))
    memory = read_memory(summary)
    return Material(
        parsed=replace(parsed, findings=(*parsed.findings, *findings)),
        kept=read_kept(summary, workplace.catalogue, memory),
        memory=memory,
        settings=settings,
        first=first,
    )


def _with_first(parsed: Parsed, first: tuple[FirstRows, ...], workplace: Workplace) -> Parsed:
    """With the rows of tabs that the next write makes: so a second sync finds nothing new in them."""
    if not first:
        return parsed
    settings, place = workplace.settings, workplace.target.place
    begun = parse([one.tab(settings, place) for one in first], workplace.catalogue, settings)
    return replace(
        parsed,
        responses={**parsed.responses, **begun.responses},
        places={**parsed.places, **begun.places},
    )


def read_memory(tabs: tuple[RawTab, ...]) -> Memory:
    """The memory in the summary; an empty one where there is none yet.

    Raises:
        UserError: see `from_rows`.

    """
    return next((from_rows(tab.rows) for tab in tabs if tab.title == MEMORY_TITLE), Memory())


def work_out(workplace: Workplace, material: Material, progress: Progress = SILENT) -> Outcome:
    """Compute everything; pure but for telling the progress."""
    progress.begin("compute")
    outcome = run(
        material.parsed,
        material.kept,
        material.memory,
        workplace.catalogue,
        material.settings,
        material.tables,
    )
    forget_comparisons()
    progress.end("compute")
    return outcome


def draft(
    outcome: Outcome, workplace: Workplace, log: tuple[Logged, ...], first: tuple[FirstRows, ...] = ()
) -> Draft:
    """Everything a sync would write, with this log; `first` = what new working tabs begin with."""
    words = Words(workplace.catalogue, outcome.settings.language)
    return Draft(
        grids=tuple(map(lay_out, fill_all(outcome, words, log))),
        rosters=(*rosters(outcome), *(one.roster() for one in first)),
        memory=MemoryRows(replace(outcome.memory, log=log)),
        places=outcome.places,
    )


def with_log(wanted: Draft, outcome: Outcome, workplace: Workplace, log: tuple[Logged, ...]) -> Draft:
    """The same with a longer log: only what tells the log is made anew."""
    words = Words(workplace.catalogue, outcome.settings.language)
    telling = {tab.key: lay_out(tab) for tab in fill_all(outcome, words, log, TELLING_THE_LOG)}
    return replace(
        wanted,
        grids=tuple(telling.get(grid.key, grid) for grid in wanted.grids),
        memory=MemoryRows(replace(outcome.memory, log=log)),
    )


@without_collector()
def sync(
    workplace: Workplace,
    now: datetime,
    progress: Progress = SILENT,
    *,
    answers: Mapping[str, str] | None = None,
    tables: Wanted = NOTHING_WANTED,
    write: bool = True,
) -> Report:
    """Read, work out, and write what changed; a second run writes nothing.

    `now` has a time zone; `answers` are decision words by question id, entered in `Controle` as if
    a person had typed them; `tables` = what somebody asks about the tables; without `write` nothing is
    touched. Where somebody else wrote the summary meanwhile, it is all done again from the reading on,
    a few times.

    Raises:
        UserError: something cannot be read, understood or written.

    """
    for _time in range(TIMES):
        try:
            return _sync(workplace, now, progress, answers=answers or {}, tables=tables, write=write)
        except StaleError:
            progress.again()
    raise UserError(
        N_("Somebody else is working on the summary at this very moment."),
        why=N_("It changed {times} times while I was working it out; nothing was written."),
        todo=N_("Wait until the other one is ready, and try again."),
        times=TIMES,
    )


def _sync(
    workplace: Workplace,
    now: datetime,
    progress: Progress,
    *,
    answers: Mapping[str, str],
    tables: Wanted,
    write: bool,
) -> Report:
    """One attempt.

    Raises:
        StaleError: somebody else wrote the summary meanwhile; nothing was written.
        UserError: as `sync`.

    """
    material = replace(read(workplace, progress), tables=tables)
    if answers:
        material = answer(workplace, material, answers)
    outcome = work_out(workplace, material, progress)
    progress.begin("write")
    log = material.memory.log
    wanted = draft(outcome, workplace, log, material.first)
    plan = workplace.target.plan(wanted)
    if plan.changed:
        wanted = with_log(wanted, outcome, workplace, (*log, _entry(outcome, now)))
        plan = workplace.target.plan(wanted)
        if write:
            workplace.target.write(wanted)
    progress.end("write", changed=len(plan.changed), tabs=len(plan.changes))
    return Report(
        source=workplace.source.name,
        target=workplace.target.name,
        outcome=outcome,
        plan=plan,
        before=log[-1] if log else None,
        counts=count(outcome),
        written=write and bool(plan.changed),
    )


def answer(workplace: Workplace, material: Material, answers: Mapping[str, str]) -> Material:
    """The material with these decisions entered in `Controle`, and what each question is about remembered."""
    asked = work_out(workplace, material).memory.asked
    control = {row: dict(cells) for row, cells in material.kept.cells.get("control", {}).items()}
    for question, word in answers.items():
        control.setdefault(question, {})["decision"] = word
    return replace(
        material,
        kept=replace(material.kept, cells={**material.kept.cells, "control": control}),
        memory=replace(material.memory, asked=asked),
    )


def _entry(outcome: Outcome, now: datetime) -> Logged:
    local = now.astimezone(ZoneInfo(outcome.settings.timezone)).replace(microsecond=0, tzinfo=None)
    return Logged(local.isoformat(), __version__, count(outcome))
