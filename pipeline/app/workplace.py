"""Where an Atelier lives: its settings, its templates, its responses and its summary."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.app.config import Config, read_config
from pipeline.app.known_settings import RESPONSES, SUMMARY
from pipeline.app.places import FormsAt, GoogleAccess, Responses, SpreadsheetAt, Summary, named_place
from pipeline.edges.interface import Source, Target
from pipeline.model.errors import N_, WRONG_SETTINGS, WRONG_USE, UserError
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue

if TYPE_CHECKING:
    from pipeline.edges.google.client import Client
    from pipeline.edges.google.snapshot import Spreadsheet

CONFIG = "config.toml"


@dataclass(frozen=True, slots=True)
class Workplace:
    """Everything a use case needs to work on one Atelier.

    `google` speaks with Google where a part of it stands there, in these `spreadsheets` or in forms.
    """

    settings: Settings
    catalogue: Catalogue
    source: Source
    target: Target
    google: "Client | None" = None
    spreadsheets: "tuple[Spreadsheet, ...]" = ()


def find_config(named: Path | None, folder: Path) -> Config:
    """The settings that hold: of the named file, else of `config.toml` in `folder`, else the defaults.

    Raises:
        UserError: see `read_config`.

    """
    if named is not None:
        return read_config(named)
    usual = folder / CONFIG
    return read_config(usual) if usual.exists() else Config(Settings())


def find_places(
    config: Config, named: Path | None, out: Path | None, folder: Path
) -> tuple[Responses, Summary]:
    """The responses and the summary.

    A workbook, or the address of a spreadsheet, that is named wins over the settings, and then the
    summary lies beside it. Where nothing says so, the summary stands in the spreadsheet with the
    responses, or beside their file.

    Raises:
        UserError: neither names the responses, and `antwoorden.xlsx` is not in `folder`; or the
            two are one file.

    """
    responses = named_place(named) if named else config.responses or _usual(folder, config)
    written = named_place(out) if out else None if named else config.summary
    summary = written or _beside(responses, config, folder)
    if isinstance(responses, Path) and isinstance(summary, Path) and summary.resolve() == responses.resolve():
        raise UserError(
            N_("The responses and the summary are the same file: {file}."),
            why=N_("The responses are only ever read, so the summary needs a file of its own."),
            todo=N_("Choose another file with --out."),
            exit_code=WRONG_USE,
            file=responses.name,
        )
    return responses, summary


def _beside(responses: Responses, config: Config, folder: Path) -> Summary:
    """Where the summary stands when nothing says so."""
    match responses:
        case SpreadsheetAt():
            return responses
        case FormsAt():
            return (config.path.parent if config.path else folder) / SUMMARY
        case _:
            return (responses if responses.is_dir() else responses.parent) / SUMMARY


def _usual(folder: Path, config: Config) -> Path:
    usual = folder / RESPONSES
    if usual.exists():
        return usual
    if config.path:
        raise UserError(
            N_("I do not know where the responses are."),
            why=N_("{config} does not say so yet, and there is no {responses} in this folder."),
            todo=N_("Make the forms with: samenkracht forms. It says what comes in {config} then."),
            exit_code=WRONG_SETTINGS,
            config=config.path.name,
            responses=RESPONSES,
        )
    raise UserError(
        N_("I do not know where the responses are."),
        why=N_("There is no {config} and no {responses} in this folder."),
        todo=N_(
            "Name the workbook: samenkracht sync FILE, or --responses FILE behind other commands. "
            "Or make the settings with: samenkracht init"
        ),
        exit_code=WRONG_SETTINGS,
        config=CONFIG,
        responses=RESPONSES,
    )


def open_workplace(
    config: Config,
    responses: Responses,
    summary: Summary,
    language: str | None = None,
    wait: Callable[[float], None] | None = None,
) -> Workplace:
    """Load the templates and say where to read and write; nothing is opened yet.

    `wait` hears how many seconds the program is going to wait for Google.

    Raises:
        UserError: a template is wrong.

    """
    from pipeline.summaries.fill import resolves
    from pipeline.templates import load_catalogue

    settings = replace(config.settings, language=language) if language else config.settings
    catalogue = load_catalogue(config.templates, resolves)
    if isinstance(responses, Path) and isinstance(summary, Path):
        source, target = _source_file(responses), _target_file(summary, catalogue, settings)
        return Workplace(settings, catalogue, source, target)
    client = connect(config.google, forms=isinstance(responses, FormsAt), wait=wait)
    return _at_google(client, responses, summary, catalogue, settings)


def connect(
    access: GoogleAccess, *, forms: bool = False, wait: Callable[[float], None] | None = None
) -> "Client":
    """Who speaks with Google; nothing is sent or opened yet. `forms` = to read forms too."""
    from pipeline.edges.google.client import Client, silent
    from pipeline.edges.google.keys import own_sign_in_file
    from pipeline.edges.google.signin import Own, Robot, scopes

    wanted = scopes(forms=forms)
    sign_in = Robot(access.key, wanted) if access.key else Own(own_sign_in_file(), wanted)
    return Client(sign_in, access.endpoint, wait or silent)


def _source_file(path: Path) -> Source:
    from pipeline.edges.workbook.reader import WorkbookSource

    return WorkbookSource(path)


def _target_file(path: Path, catalogue: Catalogue, settings: Settings) -> Target:
    from pipeline.edges.workbook.writer import WorkbookTarget

    return WorkbookTarget(path, catalogue, settings)


def _at_google(
    client: "Client", responses: Responses, summary: Summary, catalogue: Catalogue, settings: Settings
) -> Workplace:
    """An Atelier of which the responses, the summary or both stand at Google.

    Where both are one spreadsheet, it is read once.
    """
    from pipeline.edges.google.days import headers_of
    from pipeline.edges.google.reader import GoogleSource
    from pipeline.edges.google.snapshot import Spreadsheet
    from pipeline.edges.google.writer import GoogleTarget

    headers = headers_of(catalogue)
    opened: dict[object, Spreadsheet] = {
        place: Spreadsheet(client, place.id, headers)
        for place in (responses, summary)
        if isinstance(place, SpreadsheetAt)
    }
    source: Source
    match responses:
        case SpreadsheetAt():
            source = GoogleSource(opened[responses], shared=responses == summary)
        case FormsAt():
            source = _forms(client, responses, catalogue)
        case _:
            source = _source_file(responses)
    target: Target
    match summary:
        case SpreadsheetAt():
            elsewhere = opened.get(responses) if responses != summary else None
            target = GoogleTarget(opened[summary], catalogue, settings, elsewhere)
        case _:
            target = _target_file(summary, catalogue, settings)
    return Workplace(settings, catalogue, source, target, client, tuple(opened.values()))


def _forms(client: "Client", forms: FormsAt, catalogue: Catalogue) -> Source:
    from pipeline.edges.google.forms import FormsSource

    signup = catalogue.forms["signup"]
    moment, email = (signup.question(key).header.nl for key in ("submitted_at", "email"))
    return FormsSource(client, forms.ids, moment, email)
