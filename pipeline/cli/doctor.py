"""`doctor`: look whether everything is in order."""

from pathlib import Path

import click

from pipeline.cli.files import on_files
from pipeline.cli.run import Run
from pipeline.cli.words import Command
from pipeline.model.errors import FAILED, N_


@click.command(
    "doctor",
    cls=Command,
    help=N_("Look whether everything is in order, and say how to mend it."),
    epilog=N_("A cross is to be mended: then the exit code is 1. A dot only tells something."),
)
@on_files
@click.pass_obj
def doctor(run: Run, file: Path | None, out: Path | None) -> None:
    """Show a list of ticks; fail when one of them is a cross."""
    from pipeline.app.doctor import examine
    from pipeline.cli.show import show_check

    bad = False
    for check in examine(run.settings, lambda config: run.place(config, file, out)):
        show_check(check)
        bad = bad or check.state == "bad"
    if bad:
        click.get_current_context().exit(FAILED)
