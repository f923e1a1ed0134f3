"""The forms of an Atelier: made in Google or as a workbook to type in, and compared with what stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.app.config import Config
from pipeline.app.known_settings import RESPONSES
from pipeline.app.places import FormsAt, SpreadsheetAt, form_id
from pipeline.app.workplace import Workplace, connect
from pipeline.model.blueprint import Blueprint
from pipeline.model.errors import N_, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.drift import Drift, drift_of_form, drift_of_tabs
from pipeline.stages.form_links import EDIT, read_links
from pipeline.summaries.blueprint import draw

if TYPE_CHECKING:
    from pipeline.edges.google.client import Client

SCRIPT: Final = "formulieren.txt"
"""The script is text to copy, and a double click on a .txt opens it on any computer."""


@dataclass(frozen=True, slots=True)
class Design:
    """The forms that the settings and templates ask for."""

    catalogue: Catalogue
    settings: Settings
    blueprint: Blueprint


def design(config: Config, language: str | None, tables: int) -> Design:
    """The forms of one Atelier; `tables` is how many tables get a link of their own.

    Raises:
        UserError: a template is wrong.

    """
    from pipeline.summaries.fill import resolves
    from pipeline.templates import load_catalogue

    settings = replace(config.settings, language=language) if language else config.settings
    catalogue = load_catalogue(config.templates, resolves)
    return Design(catalogue, settings, draw(catalogue, settings, tables))


def write_script(path: Path, design: Design, config: Config, *, force: bool = False) -> None:
    """Write the script that makes the forms in somebody's Google account.

    The spreadsheet that it makes or takes over is shared with the robot of the settings, if there is one.

    Raises:
        UserError: the file is there already and `force` was not asked, it cannot be written, or
            the robot's key is wrong.

    """
    from pipeline.edges.google.keys import read_robot_key
    from pipeline.edges.google.script import render_script

    language = design.settings.language
    groups = (design.catalogue.texts[group] for group in ("forms", "script"))
    words = {name: text[language] for group in groups for name, text in group.items()}
    robot = read_robot_key(config.google.key).email if config.google.key else ""
    existing = config.responses.id if isinstance(config.responses, SpreadsheetAt) else ""
    _write(path, render_script(design.blueprint, words, robot, existing), force=force)


def usual_workbook(config: Config) -> Path:
    """The workbook of responses that the settings name, else the usual one beside them."""
    if isinstance(config.responses, Path):
        return config.responses
    return (config.path.parent if config.path else Path()) / RESPONSES


def write_workbook(path: Path, design: Design, *, force: bool = False) -> None:
    """Write a workbook with a tab for every form, to type in what came in on paper.

    Raises:
        UserError: see `write_blank`.

    """
    from pipeline.edges.workbook.blank import write_blank
    from pipeline.summaries.paper_entry import entry_book

    write_blank(path, entry_book(design.blueprint, design.catalogue), force=force)


@dataclass(frozen=True, slots=True)
class Compared:
    """What people changed; `unread` = forms in Google that I may not look at, only at their tabs."""

    drifts: tuple[Drift, ...]
    unread: int = 0


def compare(workplace: Workplace, config: Config, wait: Callable[[float], None]) -> Compared:
    """What volunteers changed: in the tabs with responses, and in the forms themselves where those are known.

    A form shows what can be chosen, also before anybody did. `wait` hears of every wait for Google.

    Raises:
        UserError: the responses cannot be read, or no tab of them is a form.

    """
    tabs = workplace.source.read()
    drifts = drift_of_tabs(tabs, workplace.catalogue, workplace.settings)
    if workplace.google and isinstance(config.responses, FormsAt):
        of_forms = _of_forms(workplace, workplace.google, config.responses.ids)
        told = (drift for drift in drifts if drift.code in {"answer_unknown", "form_not_used"})
        return Compared((*of_forms, *told))
    edits = read_links(tabs, workplace.catalogue, EDIT) if workplace.google else {}
    ids = {key: found for key, address in edits.items() if (found := form_id(address))}
    return _with_forms(drifts, ids, workplace, config, wait)


def _with_forms(
    drifts: tuple[Drift, ...],
    ids: Mapping[str, str],
    workplace: Workplace,
    config: Config,
    wait: Callable[[float], None],
) -> Compared:
    """With what the forms say that fill the tabs; `ids` by the key of the form."""
    from pipeline.edges.google.form_maker import standing

    of_forms: list[Drift] = []
    unread = 0
    blueprint = draw(workplace.catalogue, workplace.settings)
    for key, form in workplace.catalogue.forms.items():
        if key not in ids:
            continue
        try:
            _title, found = standing(connect(config.google, forms=True, wait=wait), ids[key])
        except UserError:
            unread += 1
        else:
            of_forms += drift_of_form(found, blueprint.form(key), form, workplace.settings.language)
    return Compared((*of_forms, *(drift for drift in drifts if drift not in of_forms)), unread)


def _of_forms(workplace: Workplace, client: "Client", ids: Sequence[str]) -> Iterator[Drift]:
    from pipeline.edges.google.form_maker import standing

    blueprint = draw(workplace.catalogue, workplace.settings)
    titles = {
        same_header_key(title): key
        for key, form in workplace.catalogue.forms.items()
        for title in (*form.aliases, *form.title.both)
    }
    for one in ids:
        title, found = standing(client, one)
        if key := titles.get(same_header_key(title)):
            form = workplace.catalogue.forms[key]
            yield from drift_of_form(found, blueprint.form(key), form, workplace.settings.language)


def in_words(
    drifts: Sequence[Drift], workplace: Workplace
) -> tuple[tuple[str, tuple[tuple[bool, str], ...]], ...]:
    """Per form its title and what differs, each with whether it matters."""
    language = workplace.settings.language
    texts = workplace.catalogue.texts["drift"]
    told: dict[str, list[tuple[bool, str]]] = {}
    for drift in drifts:
        title = workplace.catalogue.forms[drift.form].title[language]
        told.setdefault(title, []).append(
            (drift.matters, texts[drift.code][language].format(**drift.details))
        )
    return tuple((title, tuple(lines)) for title, lines in told.items())


def _write(path: Path, text: str, *, force: bool) -> None:
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UserError(
            N_("{file} is there already."),
            todo=N_("Choose another name with --out, or write over it with --force."),
            file=path.name,
        ) from error
    except OSError as error:
        raise UserError(
            N_("{file} cannot be written."),
            todo=N_("Choose a folder in which you may make files."),
            file=path.name,
        ) from error
