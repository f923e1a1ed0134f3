"""`login`: work with one's own Google account."""

from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Command, FileName, Option
from pipeline.model.errors import N_


@click.command(
    "login",
    cls=Command,
    help=N_("Sign in to Google with your own account."),
    epilog=N_("Not needed with the key of a robot, or when everything is in files."),
)
@click.option(
    "--client",
    cls=Option,
    type=FileName(),
    metavar=N_("FILE"),
    help=N_("The client file of your team, from Google Cloud; needed once."),
)
@click.option("--no-browser", cls=Option, is_flag=True, help=N_("Only show the address; open no browser."))
@click.option(
    "--forget", cls=Option, is_flag=True, help=N_("Take the sign-in back at Google and remove it here.")
)
@click.option(
    "--create", cls=Option, is_flag=True, help=N_("Also to make forms: samenkracht forms --create.")
)
@click.pass_obj
def login(run: Run, client: Path | None, no_browser: bool, forget: bool, create: bool) -> None:
    """Sign in, or take that back."""
    from pipeline.app.login import forget as take_back
    from pipeline.app.login import sign_in
    from pipeline.cli.show import show_next

    if forget:
        done = _("You are not signed in any more.") if take_back() else _("You were not signed in.")
        click.echo(done)
        return

    def show(address: str) -> None:
        click.echo(_("Sign in on this page, and tick every box:"))
        click.echo(address)
        if not no_browser:
            import webbrowser

            webbrowser.open(address)
        click.echo(_("Waiting for your browser … (Ctrl-C stops)"), err=True)

    thanks = _("You are signed in. You can close this window.")
    kept = sign_in(client, run.settings(), show, thanks, create=create)
    run.wrote = True
    click.echo(_("You are signed in. That is kept in {file}, which only you can read.").format(file=kept))
    show_next([_("Next: samenkracht doctor")])
