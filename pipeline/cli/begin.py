"""`demo`: an example to look at."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command
from pipeline.model.errors import N_


@click.command(
    "demo",
    cls=Command,
    help=N_("Make an example Atelier with its summary."),
)
@click.argument(
    "folder",
    cls=Argument,
    type=click.Path(path_type=Path, file_okay=False),
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
