"""`wall`: ideas and stickers on the projector while they come in."""

import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from pipeline.cli.files import on_files
from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Command, Option, Whole
from pipeline.model.errors import N_, UserError

if TYPE_CHECKING:
    from pipeline.edges.page.server import Show

FULL_BLOCKS = "▀▄█"


@click.command(
    "wall",
    cls=Command,
    help=N_("Show the ideas on the projector while they come in, and then the result."),
    epilog=N_(
        "It only ever reads. Stickers stay hidden until you reveal them; ? shows the keys in the browser. "
        "Run sync before people put stickers, so that every idea keeps its number."
    ),
)
@on_files
@click.option(
    "--port",
    cls=Option,
    type=Whole(0, 65535),
    default=0,
    metavar=N_("NUMBER"),
    help=N_("The port on this computer (else one that is free)."),
)
@click.option("--no-browser", cls=Option, is_flag=True, help=N_("Do not open the browser."))
@click.option(
    "--remote",
    cls=Option,
    is_flag=True,
    help=N_("Let a telephone on the same network turn the pages; it shows no names and no ideas."),
)
@click.pass_obj
def wall(run: Run, file: Path | None, out: Path | None, port: int, no_browser: bool, remote: bool) -> None:
    """Show the wall until somebody stops it."""
    import webbrowser

    from pipeline.app.wall import Wall, follow
    from pipeline.edges.page.server import running, wall_server

    shown = Wall(run.workplace(file, out), lambda: datetime.now(UTC), tell)
    shown.open(run.progress())
    with ExitStack() as stack:
        url = stack.enter_context(running(wall_server(shown, port))).url
        click.echo(_("The wall is at {url}").format(url=url))
        if remote:
            invite_telephone(shown, stack)
        click.echo(_("It reads along until you stop it here, with Ctrl-C."))
        if not no_browser and not webbrowser.open(url):
            click.echo(_("I could not open a browser. Open one yourself, and go to this address."))
        follow(shown, sleep)


def invite_telephone(shown: "Show", stack: ExitStack) -> None:
    """Let a telephone in, and show its address, as a picture to scan where the terminal can.

    Raises:
        UserError: this computer is on no network.

    """
    from pipeline.edges.page.server import own_address, remote_server, running

    url = stack.enter_context(running(remote_server(shown, own_address()))).url
    click.echo(_("The remote control, for your telephone only: {url}").format(url=url))
    click.echo(_("Whoever knows this address can turn the pages. Do not show it on the projector."))
    if sys.stdout.isatty() and can_show(FULL_BLOCKS):
        import segno

        segno.make(url).terminal(compact=True)


def can_show(signs: str) -> bool:
    """Whether the terminal has these signs."""
    try:
        signs.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True


def tell(error: UserError | None) -> None:
    """Say that reading fails, and that it works again."""
    if error is None:
        click.echo(_("Reading works again."), err=True)
        return
    parts = (_(part).format(**error.details) for part in (error.what, error.why, error.todo) if part)
    click.echo("\n  ".join((*parts, _("The wall keeps its last state, and I keep trying."))), err=True)
