"""`sync` and `export`: the work itself."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.files import on_files
from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Command, Option, as_json
from pipeline.model.errors import N_, WOULD_CHANGE, UserError


@click.command(
    "sync",
    cls=Command,
    help=N_("Bring the summary up to date with the responses."),
    epilog=N_("The responses are only ever read. What people typed in the summary stays as it is."),
)
@on_files
@click.option("-n", "--dry-run", cls=Option, is_flag=True, help=N_("Show what would change; write nothing."))
@click.option(
    "--check", cls=Option, is_flag=True, help=N_("Write nothing; exit with 6 if something would change.")
)
@click.option(
    "--json", "as_json", cls=Option, is_flag=True, help=N_("Print one JSON document and nothing else.")
)
@click.pass_obj
def sync(run: Run, file: Path | None, out: Path | None, dry_run: bool, check: bool, as_json: bool) -> None:
    """Bring the summary up to date."""
    from pipeline.app.sync import sync as bring_up_to_date

    run.quiet = run.quiet or as_json
    workplace = run.workplace(file, out)
    report = bring_up_to_date(workplace, datetime.now(UTC), run.progress(), write=not (dry_run or check))
    run.wrote = report.written
    if as_json:
        from pipeline.app.report import sync_document
        from pipeline.summaries.written import to_json

        print_document(to_json(sync_document(report, workplace.catalogue, dry_run=dry_run or check)))
    else:
        from pipeline.cli.show import show_report

        show_report(report, workplace.catalogue, run.again)
    if check and report.plan.changed:
        click.get_current_context().exit(WOULD_CHANGE)


@click.command("export", cls=Command, help=N_("Give all results to another program."))
@on_files
@as_json
@click.pass_obj
def export(run: Run, file: Path | None, out: Path | None, json_file: Path) -> None:
    """Write the results document."""
    from pipeline.app.export import results
    from pipeline.summaries.written import to_json

    to_file(json_file, to_json(results(run.workplace(file, out), run.progress())))


def to_file(json_file: Path, text: str, told: str = "") -> None:
    """A document in a file, or on standard output for `-`; `told` says that it is there.

    Raises:
        UserError: the file cannot be written.

    """
    if str(json_file) == "-":
        print_document(text)
        return
    try:
        json_file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(
            N_("{file} cannot be written."),
            todo=N_("Choose a folder in which you may make files."),
            file=json_file.name,
        ) from error
    click.echo((told or _("The results are in {file}.")).format(file=json_file))


def print_document(text: str) -> None:
    """A document on standard output, in UTF-8 whatever the terminal speaks."""
    click.echo(text.encode(), nl=False)
