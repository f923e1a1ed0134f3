"""Everything on paper for one meeting: what there is to print, drawn and put in a folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
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
from pipeline.summaries.printed import THINGS, names, overview
from pipeline.summaries.printed.job import GROUP, Job

FOLDER: Final = "afdrukken"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants printed: these things (else what is usual), for this meeting (else the coming one).

    `folder` is where it comes (else one for every meeting in `FOLDER`); with `pdf` a PDF stands
    beside every page.
    """

    things: tuple[str, ...] = ()
    meeting: int | None = None
    folder: Path | None = None
    pdf: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """What was put in `folder`; `nothing` are the titles of what was asked for and had nothing to print.

    `overview` is the page that leads to the others, where everything was made; `gone` are pages of an
    earlier time that are true no longer and were taken away.
    """

    meeting: int
    folder: Path
    overview: Path | None
    made: tuple[Printed, ...]
    nothing: tuple[str, ...]
    without_links: bool
    gone: tuple[str, ...] = ()


def print_pack(
    workplace: Workplace,
    wish: Wish,
    progress: Progress = SILENT,
    own: Path | None = None,
    links: Mapping[str, str] | None = None,
) -> Pack:
    """Draw what was asked for; where that is everything, also a first page that leads to it.

    `own` is a folder with own page templates; `links` lead to forms, beside those in the responses.

    Raises:
        UserError: there is no such thing or meeting, nothing can be read, a page of the team is
            wrong, a PDF cannot be made, or the folder cannot be written to.

    """
    from pipeline.edges.paper.marks import take_away
    from pipeline.edges.paper.pdf import pdf_maker
    from pipeline.edges.paper.render import Press

    as_pdf = pdf_maker() if wish.pdf else None
    wanted = _wanted(wish, Words(workplace.catalogue, workplace.settings.language))
    job = job_for(workplace, wish.meeting, progress, links)
    folder = wish.folder or Path(FOLDER) / job.text("file_meeting", number=job.meeting)
    keys = wanted or [key for key in THINGS if THINGS[key].usual(job) or _stands(folder, job, key)]
    found = {key: THINGS[key].make(job) for key in keys}
    made = tuple(thing for thing in found.values() if thing)
    press = Press(job.settings.language, job.text, job.also, own)
    first = overview(job, made)
    pages = made if wanted else (first, *made)
    progress.begin("draw")
    for thing in pages:
        _write(folder, thing.file, press.draw(thing, about(job)), as_pdf)
    progress.end("draw")
    written = {
        f"{thing.file}.{ending}" for thing in pages for ending in (("html", "pdf") if as_pdf else ("html",))
    }
    stale = _called(job, wanted or (*THINGS, "overview")) - written
    return Pack(
        meeting=job.meeting,
        folder=folder,
        overview=None if wanted else folder / f"{first.file}.html",
        made=made,
        nothing=tuple(job.text(f"{key}_title") for key in wanted if found[key] is None),
        without_links=not job.links,
        gone=take_away(folder / name for name in sorted(stale)),
    )


def _stands(folder: Path, job: Job, key: str) -> bool:
    """Whether a page of an earlier time stands there, which is to be true again."""
    from pipeline.edges.paper.marks import stands

    return any(stands(folder / name) for name in _called(job, (key,)))


def _called(job: Job, keys: Iterable[str]) -> set[str]:
    """What the pages of these things are called, in any language, as pages and as PDF."""
    names = (job.words.catalogue.texts[GROUP][f"file_{key}"].both for key in keys)
    return {f"{name}.{ending}" for both in names for name in both for ending in ("html", "pdf")}


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
        "neighbourhood": job.settings.neighbourhood or "",
        "moderator": job.settings.moderator or "",
        "contact": job.settings.contact or "",
        "meeting": job.text("meeting", number=job.meeting),
        "when": job.when(job.plan),
    }


def _wanted(wish: Wish, words: Words) -> tuple[str, ...]:
    """The keys of what was asked for, each once."""
    known = names(words)
    unknown = [name for name in wish.things if name.casefold() not in known]
    if unknown:
        near = get_close_matches(unknown[0].casefold(), known, 1, cutoff=0.75)
        raise UserError(
            N_("I cannot print “{name}”."),
            why=N_("Did you mean “{near}”?") if near else "",
            todo=N_("Choose from: {known}."),
            exit_code=WRONG_USE,
            name=unknown[0],
            near="".join(near),
            known=", ".join(words.text(GROUP, f"file_{key}") for key in THINGS),
        )
    return tuple(dict.fromkeys(known[name.casefold()] for name in wish.things))


def _write(folder: Path, name: str, page: str, as_pdf: Callable[[str], bytes] | None) -> None:
    from pipeline.edges.paper.marks import marked_page, marked_pdf

    html = folder / f"{name}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        html.write_bytes(marked_page(page))
        if as_pdf:
            html.with_suffix(".pdf").write_bytes(marked_pdf(as_pdf(page)))
    except OSError as error:
        raise UserError(
            N_("{file} cannot be written."),
            todo=N_("Choose a folder in which you may make files."),
            file=html.name,
        ) from error
