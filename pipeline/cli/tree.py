"""`tree`: who brought whom, as a picture."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.files import on_files
from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Command, FileName, Option
from pipeline.cli.work import to_file
from pipeline.model.errors import N_


@click.command(
    "tree",
    cls=Command,
    help=N_("Draw who brought whom, on A3."),
    epilog=N_(
        "Up to 150 people stand on one sheet; above that an overview leads to a sheet for every large tree. "
        "The picture with names is for the team; on a wall, show the one with --codes."
    ),
)
@on_files
@click.option(
    "--picture",
    cls=Option,
    type=FileName(allow_dash=True),
    metavar=N_("FILE"),
    help=N_("The file to draw in: .svg to show, .html to print (else boom.html); - is the terminal."),
)
@click.option("--codes", cls=Option, is_flag=True, help=N_("Codes only, no names."))
@click.pass_obj
def tree(run: Run, file: Path | None, out: Path | None, picture: Path | None, codes: bool) -> None:
    """Draw the tree."""
    from pipeline.app.tree import USUAL, draw_tree, kind_of

    picture = picture or Path(USUAL)
    kind = kind_of(picture)
    drawn = draw_tree(run.workplace(file, out), datetime.now(UTC), kind, run.progress(), codes=codes)
    to_file(picture, drawn, _("The tree is in {file}."))
