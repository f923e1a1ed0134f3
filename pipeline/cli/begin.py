"""`demo` and `init`: the first steps."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, Option
from pipeline.model.errors import N_, UserError

FOLDER = click.Path(path_type=Path, file_okay=False)
ASKED = {
    "title": N_("What is the title of the Atelier?"),
    "neighbourhood": N_("In which neighbourhood?"),
    "moderator": N_("Who is the moderator?"),
}


class Day(click.ParamType[date]):
    """A date as people write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or click's own error."""
        from pipeline.app.start import read_day

        try:
            return read_day(value)
        except UserError as error:
            self.fail(f"{_(error.what)} {_(error.todo)}", param, ctx)


class Count(click.ParamType[int]):
    """How many meetings there are."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's own error."""
        from pipeline.app.known_settings import FEWEST_MEETINGS, MOST_MEETINGS

        if str(value).strip() not in map(str, range(FEWEST_MEETINGS, MOST_MEETINGS + 1)):
            told = _("An Atelier has {least} to {most} meetings.")
            self.fail(told.format(least=FEWEST_MEETINGS, most=MOST_MEETINGS), param, ctx)
        return int(value)


class Address(click.ParamType[str]):
    """The address of a spreadsheet."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it is, or click's own error."""
        from pipeline.app.places import spreadsheet_id

        if spreadsheet_id(value) is None:
            self.fail(_("That is not the address of a spreadsheet, as your browser shows it."), param, ctx)
        return str(value)


@click.command(
    "demo",
    cls=Command,
    help=N_("Make an example Atelier with its summary."),
)
@click.argument(
    "folder",
    cls=Argument,
    type=FOLDER,
    default=Path("samenkracht-demo"),
    metavar=N_("[FOLDER]"),
    help=N_("Where to put it (else samenkracht-demo)."),
)
@click.pass_obj
def demo(run: Run, folder: Path) -> None:
    """Write the example and bring its summary up to date."""
    from pipeline.app.demo import make_demo
    from pipeline.app.sync import sync
    from pipeline.cli.show import show_next, show_report

    run.config = make_demo(folder, _)
    workplace = run.workplace(None, None)
    report = sync(workplace, datetime.now(UTC), run.progress())
    run.wrote = True
    show_report(report, workplace.catalogue, run.again)
    show_next(
        [
            _("This is an example; everybody in it is invented. Look at it:"),
            f"  {folder / workplace.target.name}",
            _("Change something in {file} and run this:").format(file=folder / workplace.source.name),
            "  " + run.again("sync"),
        ]
    )


@click.command("init", cls=Command, help=N_("Make the settings file of an Atelier."))
@click.argument(
    "folder",
    cls=Argument,
    type=FOLDER,
    default=Path(),
    metavar=N_("[FOLDER]"),
    help=N_("The folder of the Atelier (else this one)."),
)
@click.option("--title", cls=Option, help=N_("The title of the Atelier."))
@click.option("--neighbourhood", cls=Option, help=N_("The neighbourhood."))
@click.option("--moderator", cls=Option, help=N_("Who leads the meetings."))
@click.option(
    "--meetings", cls=Option, type=Count(), metavar="2-8", help=N_("How many meetings there are (else 4).")
)
@click.option(
    "--date",
    "dates",
    cls=Option,
    type=Day(),
    multiple=True,
    metavar=N_("DATE"),
    help=N_("The date of a meeting; once for each, first to last."),
)
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
    type=click.Path(path_type=Path, dir_okay=False),
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
    meetings: int | None,
    dates: tuple[date, ...],
    spreadsheet: str | None,
    key: Path | None,
    force: bool,
    **said: str | None,
) -> None:
    """Ask what was not said, and write the settings file."""
    from pipeline.app.known_settings import RESPONSES
    from pipeline.app.start import planned, render_config, write_config
    from pipeline.app.workplace import CONFIG
    from pipeline.cli.show import show_next

    path = folder / CONFIG
    if run.may_ask and (force or not path.exists()):
        said = {key: said[key] or _ask(_(wording)) for key, wording in ASKED.items()}
        meetings = meetings or len(dates) or _ask_meetings()
        dates = dates or _ask_dates(meetings)
    values = {("atelier", name): value for name, value in said.items() if value}
    if run.language:
        values["", "language"] = run.language
    if spreadsheet:
        values["responses", "spreadsheet"] = spreadsheet
        values |= {("google", "key"): _from(folder, key)} if key else {("google", "account"): "own"}
    write_config(path, render_config(values, planned(meetings, dates), _), force=force)
    run.wrote = True
    click.echo(_("The settings are in {file}. Everything in it is explained.").format(file=path))
    if spreadsheet:
        show_next([_("Next: samenkracht doctor") if key else _("Next: samenkracht login --client FILE")])
    else:
        show_next([_("Next: put {file} beside it and run: samenkracht sync").format(file=RESPONSES)])


def _from(folder: Path, file: Path) -> str:
    """A file as the settings in a folder name it."""
    here, there = folder.absolute(), file.absolute()
    return (there.relative_to(here) if there.is_relative_to(here) else there).as_posix()


def _ask(wording: str) -> str:
    answer: str = click.prompt(wording, default="", show_default=False)
    return answer


def _ask_meetings() -> int:
    count: int = click.prompt(_("How many meetings?"), default=4, type=Count())
    return count


def _ask_dates(count: int) -> tuple[date, ...]:
    """The dates of the meetings, up to the first that is not known yet."""
    days: list[date] = []
    for number in range(1, count + 1):
        wording = _("When is meeting {number}? (day-month-year, Enter = not known yet)").format(number=number)
        day = click.prompt(wording, default="", show_default=False, value_proc=_day_or_nothing)
        if day is None:
            break
        days.append(day)
    return tuple(days)


def _day_or_nothing(text: str) -> date | None:
    return Day().convert(text, None, None) if text else None
