"""Where an Atelier lives: its settings, its templates, its responses and its summary."""

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.app.config import Config, read_config
from pipeline.app.known_settings import RESPONSES, SUMMARY
from pipeline.edges.interface import Source, Target
from pipeline.model.errors import N_, WRONG_SETTINGS, WRONG_USE, UserError
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue

CONFIG = "config.toml"


@dataclass(frozen=True, slots=True)
class Workplace:
    """Everything a use case needs to work on one Atelier."""

    settings: Settings
    catalogue: Catalogue
    source: Source
    target: Target


def find_config(named: Path | None, folder: Path) -> Config:
    """The settings that hold: of the named file, else of `config.toml` in `folder`, else the defaults.

    Raises:
        UserError: see `read_config`.

    """
    if named is not None:
        return read_config(named)
    usual = folder / CONFIG
    return read_config(usual) if usual.exists() else Config(Settings())


def find_files(config: Config, named: Path | None, out: Path | None, folder: Path) -> tuple[Path, Path]:
    """The responses and the summary.

    A named workbook wins over the settings, and then the summary lies beside it.

    Raises:
        UserError: neither names the responses, and `antwoorden.xlsx` is not in `folder`; or the
            two are one file.

    """
    responses = named or config.responses or _usual(folder)
    beside = responses if responses.is_dir() else responses.parent
    summary = out or (None if named else config.summary) or beside / SUMMARY
    if summary.resolve() == responses.resolve():
        raise UserError(
            N_("The responses and the summary are the same file: {file}."),
            why=N_("The responses are only ever read, so the summary needs a file of its own."),
            todo=N_("Choose another file with --out."),
            exit_code=WRONG_USE,
            file=responses.name,
        )
    return responses, summary


def _usual(folder: Path) -> Path:
    usual = folder / RESPONSES
    if usual.exists():
        return usual
    raise UserError(
        N_("I do not know where the responses are."),
        why=N_("There is no {config} and no {responses} in this folder."),
        todo=N_("Name the workbook (samenkracht sync FILE), or make the settings with: samenkracht init"),
        exit_code=WRONG_SETTINGS,
        config=CONFIG,
        responses=RESPONSES,
    )


def open_workplace(config: Config, responses: Path, summary: Path, language: str | None = None) -> Workplace:
    """Load the templates and say where to read and write; nothing is opened yet.

    Raises:
        UserError: a template is wrong.

    """
    from pipeline.edges.workbook.reader import WorkbookSource
    from pipeline.edges.workbook.writer import WorkbookTarget
    from pipeline.summaries.fill import resolves
    from pipeline.templates import load_catalogue

    settings = replace(config.settings, language=language) if language else config.settings
    catalogue = load_catalogue(config.templates, resolves)
    return Workplace(
        settings, catalogue, WorkbookSource(responses), WorkbookTarget(summary, catalogue, settings)
    )
