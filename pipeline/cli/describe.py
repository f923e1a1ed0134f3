"""`describe`: the summary of any form's responses."""

from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, Option, as_json
from pipeline.cli.work import to_file
from pipeline.model.errors import N_


@click.command(
    "describe",
    cls=Command,
    help=N_("Summarise the responses of any form, question by question."),
    epilog=N_("Questions and their kinds are recognised; texts of people's own are only counted."),
)
@click.argument(
    "file",
    cls=Argument,
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("The responses: .xlsx, .ods, .csv or .tsv, as Google Forms gives them."),
)
@click.option(
    "--tab", cls=Option, metavar=N_("TITLE"), help=N_("The tab of a workbook (else the first with rows).")
)
@as_json
@click.pass_obj
def describe(run: Run, file: Path, tab: str | None, json_file: Path) -> None:
    """Write the survey document."""
    from pipeline.app.describe import describe_file
    from pipeline.summaries.written import to_json

    document, left_out = describe_file(file, tab)
    to_file(json_file, to_json(document))
    if left_out and not run.quiet:
        told = _("Tabs left out: {tabs}. Choose one with --tab.")
        click.echo(told.format(tabs=", ".join(left_out)), err=True)
