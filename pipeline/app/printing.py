"""Everything on paper for one meeting: what there is to print, drawn and put in a folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.pack import Printed
from pipeline.model.templates import Words
from pipeline.stages.arranging import coming_meeting
from pipeline.stages.form_links import read_links
from pipeline.summaries.blueprint import draw
from pipeline.summaries.printed import THINGS
from pipeline.summaries.printed.job import GROUP, Job

FOLDER: Final = "afdrukken"


@dataclass(frozen=True, slots=True)
class Pack:
    """What was put in the folder: the files written, and the names of what there was nothing for."""

    meeting: int
    files: tuple[Path, ...]
    nothing: tuple[str, ...]
    without_links: bool


def print_pack(
    workplace: Workplace,
    folder: Path,
    wanted: Sequence[str] = (),
    meeting: int | None = None,
    progress: Progress = SILENT,
    *,
    pdf: bool = False,
    own: Path | None = None,
    links: Mapping[str, str] | None = None,
) -> Pack:
    """Draw what was asked for (all of `THINGS` where nothing was) for one meeting.

    `meeting` is by default the first that nobody came to yet. `own` is a folder with own page
    templates; `links` lead to forms, beside those in the responses. With `pdf` a PDF stands
    beside every page.

    Raises:
        UserError: there is no such thing or meeting, nothing can be read, or the folder cannot be
            written to.

    """
    from pipeline.edges.paper.render import Press

    _check(wanted)
    job = job_for(workplace, meeting, progress, links)
    press = Press(job.settings.language, job.text, own)
    files: list[Path] = []
    nothing: list[str] = []
    for name in wanted or THINGS:
        thing = THINGS[name](job)
        if thing is None:
            nothing.append(name)
            continue
        files += _write(folder, thing, press.draw(thing, about(job)), pdf=pdf)
    return Pack(job.meeting, tuple(files), tuple(nothing), not job.links)


def job_for(
    workplace: Workplace,
    meeting: int | None,
    progress: Progress = SILENT,
    links: Mapping[str, str] | None = None,
) -> Job:
    """Read and work out everything that paper needs.

    Raises:
        UserError: there is no such meeting, or something cannot be read.

    """
    tabs = workplace.source.read()
    material = read(workplace, progress)
    outcome = work_out(workplace, material, progress)
    usual = coming_meeting(outcome.presence, outcome.settings)
    if meeting is not None and meeting not in outcome.settings.numbers:
        raise UserError(
            N_("There is no meeting {number}."),
            todo=N_("Choose one of: {known}."),
            exit_code=WRONG_USE,
            number=meeting,
            known=", ".join(map(str, outcome.settings.numbers)),
        )
    rows = material.parsed.responses.get("programme", ())
    return Job(
        outcome=outcome,
        words=Words(workplace.catalogue, outcome.settings.language),
        blueprint=draw(workplace.catalogue, outcome.settings),
        meeting=meeting or usual,
        links={**(links or {}), **read_links(tabs, workplace.catalogue)},
        programme={row.number("meeting") or 0: row for row in rows},
    )


def about(job: Job) -> Mapping[str, object]:
    """What every page may say about the Atelier."""
    return {
        "title": job.settings.title,
        "contact": job.settings.contact or "",
        "meeting": job.words.text(GROUP, "meeting", number=job.meeting),
        "when": job.when(),
    }


def _check(wanted: Sequence[str]) -> None:
    unknown = [name for name in wanted if name not in THINGS]
    if unknown:
        raise UserError(
            N_("I cannot print “{name}”."),
            todo=N_("Choose from: {known}."),
            exit_code=WRONG_USE,
            name=unknown[0],
            known=", ".join(THINGS),
        )


def _write(folder: Path, thing: Printed, page: str, *, pdf: bool) -> list[Path]:
    html = folder / f"{thing.key}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        html.write_text(page, encoding="utf-8", newline="\n")
        if not pdf:
            return [html]
        from pipeline.edges.paper.pdf import as_pdf

        html.with_suffix(".pdf").write_bytes(as_pdf(page))
    except OSError as error:
        raise UserError(
            N_("{file} cannot be written."),
            todo=N_("Choose a folder in which you may make files."),
            file=html.name,
        ) from error
    return [html, html.with_suffix(".pdf")]
