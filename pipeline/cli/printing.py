"""`print`: everything on paper for a meeting."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, Option
from pipeline.model.errors import N_

if TYPE_CHECKING:
    from pipeline.app.printing import Pack


@click.command(
    "print",
    cls=Command,
    help=N_("Make everything on paper for a meeting: lists, posters, invitations, badges, cards …"),
    epilog=N_(
        "Open the pages in a browser and print them from there, or ask for --pdf. You can print: "
        "room, posters, sign-in, badges, looking-back, sign-up-form, flaps, conversation, circles, "
        "table-numbers, idea-form, idea-cards, ballots, certificates, evaluation-form, team-invitations, "
        "homework, invitations, thanks."
    ),
)
@click.argument(
    "things",
    cls=Argument,
    nargs=-1,
    metavar=N_("[THING]..."),
    help=N_("What to print (else what that meeting needs)."),
)
@click.option(
    "--meeting", cls=Option, type=int, metavar=N_("NUMBER"), help=N_("For which meeting (else the next one).")
)
@click.option(
    "--responses",
    "file",
    cls=Option,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("The responses (else what the settings say)."),
)
@click.option(
    "--out",
    cls=Option,
    type=click.Path(path_type=Path, file_okay=False),
    metavar=N_("FOLDER"),
    help=N_("Where to put the pages (else a folder for the meeting in afdrukken)."),
)
@click.option(
    "--pdf", cls=Option, is_flag=True, help=N_("Also make a PDF of every page (needs the extra pdf).")
)
@click.pass_obj
def print_(
    run: Run,
    /,
    things: tuple[str, ...],
    *,
    meeting: int | None,
    file: Path | None,
    out: Path | None,
    pdf: bool,
) -> None:
    """Draw the pages."""
    from pipeline.app.form_creation import made_links
    from pipeline.app.printing import Wish, print_pack

    config = run.settings()
    own = config.templates / "print" if config.templates else None
    links = made_links(config.path.parent if config.path else Path())
    wish = Wish(things, meeting, out, pdf)
    pack = print_pack(run.workplace(file, None), wish, run.progress(), own, links)
    run.wrote = True
    if pack.made:
        click.echo(_("For meeting {number}, in {folder}:").format(number=pack.meeting, folder=pack.folder))
    for thing in pack.made:
        click.echo(f"  {thing.file}.{'pdf' if pdf else 'html'}  {thing.title}")
    if pack.nothing:
        click.echo(_("Nothing to print yet: {things}").format(things=", ".join(pack.nothing)))
    if pack.gone:
        told = _("Taken away, because it is true no longer: {files}")
        click.echo(told.format(files=", ".join(pack.gone)))
    if pack.without_links:
        click.echo(
            _("I know no links to forms, so there are no posters or QR codes: samenkracht forms makes them.")
        )
    if pack.made:
        _show_next(pack)


def _show_next(pack: "Pack") -> None:
    from pipeline.cli.show import show_next

    opening = _("Open {file}: it says what to do with every page.").format(file=pack.overview)
    show_next(
        [
            *([opening] if pack.overview else ()),
            _("There are names on paper: keep it with you, and shred what is left."),
        ]
    )
