"""`print`: everything on paper for a meeting."""

from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, Option
from pipeline.model.errors import N_


@click.command(
    "print",
    cls=Command,
    help=N_("Make everything on paper for a meeting: lists, posters, invitations, badges, cards …"),
    epilog=N_("Open the pages in a browser and print them from there, or ask for --pdf."),
)
@click.argument(
    "things", cls=Argument, nargs=-1, metavar=N_("[THING]..."), help=N_("What to print (else everything).")
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
    help=N_("Where to put the pages (else afdrukken)."),
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
    from pipeline.app.printing import FOLDER, print_pack
    from pipeline.cli.show import show_next

    config = run.settings()
    folder = out or Path(FOLDER)
    own = config.templates / "print" if config.templates else None
    links = made_links(config.path.parent if config.path else Path())
    pack = print_pack(
        run.workplace(file, None), folder, things, meeting, run.progress(), pdf=pdf, own=own, links=links
    )
    run.wrote = True
    click.echo(_("For meeting {number}, in {folder}:").format(number=pack.meeting, folder=folder))
    for path in pack.files:
        click.echo(f"  {path.name}")
    if pack.nothing:
        click.echo(_("Nothing to print for: {things}").format(things=", ".join(pack.nothing)))
    if pack.without_links:
        click.echo(_("Without links to forms there are no posters, and no QR codes on the invitations."))
    show_next([_("There are names on paper: keep it with you, and shred what is left.")])
