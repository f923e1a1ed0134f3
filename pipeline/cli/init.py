"""`init`: the settings of a new Atelier, asked for or given."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.asking import (
    DOMAINS,
    GOOGLE,
    TEXTS,
    WORKBOOK,
    Address,
    Count,
    Day,
    Folder,
    ask_domains,
    ask_language,
    ask_meetings,
    ask_place,
    ask_team,
    ask_text,
    unusual,
)
from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, FileName, Option
from pipeline.model.errors import N_, WRONG_USE, UserError

if TYPE_CHECKING:
    from pipeline.app.config import Config, Values
    from pipeline.model.settings import MeetingPlan

HELP = {
    "title": N_("The title of the Atelier."),
    "theme": N_("What it is about, in a few words."),
    "neighbourhood": N_("The neighbourhood."),
    "target_group": N_("Whom it is about."),
    "commissioner": N_("Who asked for it."),
    "moderator": N_("Who leads the meetings."),
    "contact": N_("Where people can ask questions."),
}


def of_the_atelier(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command an option for every question about the Atelier."""
    many: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (
            "--domain",
            "domains",
            {"type": click.Choice(tuple(DOMAINS)), "help": N_("A life domain of the theme; once for each.")},
        ),
        (
            "--team",
            "team",
            {"metavar": N_("NAME"), "help": N_("Who is in the team; once for each, without the moderator.")},
        ),
        (
            "--date",
            "dates",
            {
                "type": Day(),
                "metavar": N_("DATE"),
                "help": N_("The date of a meeting; once for each, first to last."),
            },
        ),
        (
            "--place",
            "places",
            {
                "metavar": N_("PLACE"),
                "help": N_("Where a meeting is; once for each, or one place for all."),
            },
        ),
    )
    count = click.option(
        "--meetings",
        cls=Option,
        type=Count(),
        metavar="2-8",
        help=N_("How many meetings there are (else 4)."),
    )
    for flag, name, words in reversed(many):
        command = click.option(flag, name, cls=Option, multiple=True, **words)(command)
    command = count(command)
    for name, words_of in reversed(HELP.items()):
        flag = f"--{name.replace('_', '-')}"
        command = click.option(flag, name, cls=Option, metavar=N_("TEXT"), help=words_of)(command)
    return command


@click.command("init", cls=Command, help=N_("Make the settings file of an Atelier."))
@click.argument(
    "folder",
    cls=Argument,
    type=Folder(),
    default=Path(),
    metavar=N_("[FOLDER]"),
    help=N_("The folder of the Atelier (else this one)."),
)
@of_the_atelier
@click.option("--workbook", cls=Option, is_flag=True, help=N_("The answers come in antwoorden.xlsx."))
@click.option("--google", cls=Option, is_flag=True, help=N_("The answers come in Google Forms."))
@click.option(
    "--spreadsheet",
    cls=Option,
    type=Address(),
    metavar=N_("ADDRESS"),
    help=N_("The Google spreadsheet with the responses, by its address."),
)
@click.option(
    "--key",
    cls=Option,
    type=FileName(),
    metavar=N_("FILE"),
    help=N_("The key of the robot that it is shared with (else your own account)."),
)
@click.option("--force", cls=Option, is_flag=True, help=N_("Start again, over the settings that are there."))
@click.pass_obj
def init(
    run: Run,
    /,
    folder: Path,
    *,
    workbook: bool,
    google: bool,
    spreadsheet: str | None,
    key: Path | None,
    force: bool,
    **said: Any,
) -> None:
    """Ask what was not said, write the settings file, and look whether everything is there."""
    from pipeline.app.start import render_config, write_config
    from pipeline.app.workplace import CONFIG

    at_google = google or bool(spreadsheet or key)
    if workbook and at_google:
        raise UserError(
            N_("The answers come in a workbook or in Google, not in both."),
            todo=N_("Leave out --workbook, or --google with what belongs to it."),
            exit_code=WRONG_USE,
        )
    place = GOOGLE if at_google else WORKBOOK if workbook else ""
    path = folder / CONFIG
    asks = run.may_ask and (force or not path.exists())
    if asks and not run.language:
        run.language = ask_language()
    if asks:
        click.echo(
            _("Press Enter where you do not know yet. You can change everything later in config.toml.")
        )
    values, meetings = _asked(said) if asks else _given(said)
    place = place or (ask_place() if asks else "")
    if run.language:
        values["", "language"] = run.language
    values |= _place(place, spreadsheet, key, folder)
    write_config(path, render_config(values, meetings, _), force=force)
    run.wrote = True
    _close(run, path, meetings)


def _asked(
    said: Mapping[str, Any],
) -> "tuple[dict[tuple[str, str], object], tuple[MeetingPlan, ...]]":
    """What somebody at the terminal answers, but for what was said already."""
    values: dict[str, object] = {name: said[name] or ask_text(_(TEXTS[name])) for name in TEXTS}
    values["theme_domains"] = said["domains"] or ask_domains()
    values["team"] = said["team"] or ask_team()
    planned = said["dates"] or said["places"]
    meetings = _planned(said) if planned else ask_meetings(said["meetings"])
    return _of_atelier(values), meetings


def _given(
    said: Mapping[str, Any],
) -> "tuple[dict[tuple[str, str], object], tuple[MeetingPlan, ...]]":
    """What the options say."""
    values: dict[str, object] = {name: said[name] for name in TEXTS}
    return _of_atelier(values | {"theme_domains": said["domains"], "team": said["team"]}), _planned(said)


def _of_atelier(values: Mapping[str, object]) -> dict[tuple[str, str], object]:
    """The settings of the Atelier that somebody knows; spaces around a text say nothing."""
    cleaned = {name: _clean(value) for name, value in values.items()}
    return {("atelier", name): value for name, value in cleaned.items() if value}


def _clean(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(text.strip() for text in value if text.strip()))
    return str(value or "").strip()


def _planned(said: Mapping[str, Any]) -> "tuple[MeetingPlan, ...]":
    from pipeline.app.start import planned

    dates: tuple[date, ...] = said["dates"]
    return planned(said["meetings"], dates, [place.strip() or None for place in said["places"]])


def _place(place: str, spreadsheet: str | None, key: Path | None, folder: Path) -> "Values":
    """The settings of where the answers live."""
    from pipeline.app.known_settings import RESPONSES

    if place == WORKBOOK:
        return {("responses", "workbook"): RESPONSES}
    if place != GOOGLE:
        return {}
    values: dict[tuple[str, str], object] = {("responses", "spreadsheet"): spreadsheet} if spreadsheet else {}
    return values | ({("google", "key"): _from(folder, key)} if key else {("google", "account"): "own"})


def _from(folder: Path, file: Path) -> str:
    """A file as the settings in a folder name it."""
    here, there = folder.absolute(), file.absolute()
    return (there.relative_to(here) if there.is_relative_to(here) else there).as_posix()


def _close(run: Run, path: Path, meetings: "tuple[MeetingPlan, ...]") -> None:
    """Say what was made, whether everything is there, and what comes next."""
    from pipeline.app.doctor import examine
    from pipeline.cli.show import show_check, show_next
    from pipeline.cli.typed import in_words

    click.echo(_("The settings are in {file}. Everything in it is explained.").format(file=path))
    for line in unusual(meetings):
        click.echo(line)
    click.echo()
    run.config = path
    complete = True
    for check in examine(run.settings, lambda config: run.place(config, None, None, path.parent)):
        # What is not there yet is no fault of somebody who has just begun.
        show_check(replace(check, state="noted") if check.state == "bad" else check)
        complete = complete and check.state != "bad"
    steps = [in_words(["cd", str(path.parent)])] if path.parent != Path() else []
    show_next([_("Next:"), *(f"  {step}" for step in (*steps, _next(run.settings(), complete=complete)))])


def _next(config: "Config", *, complete: bool) -> str:
    """The command that comes next."""
    from pipeline.app.places import SpreadsheetAt
    from pipeline.cli.typed import command_line
    from pipeline.edges.google.keys import own_sign_in_file

    if complete:
        return command_line(["sync"])
    match config.responses:
        case SpreadsheetAt():
            signed_in = config.google.key or own_sign_in_file().exists()
            return command_line(["doctor"] if signed_in else ["login", "--client", _("FILE")])
        case Path():
            return command_line(["forms", "--workbook"])
        case _:
            return command_line(["forms"])
