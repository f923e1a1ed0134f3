"""`forms`: make the forms of an Atelier, and see what people changed in them."""

from pathlib import Path

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, FileName, Option, Whole
from pipeline.model.errors import N_, WOULD_CHANGE

FILE = FileName()
USUAL = Path("-")
"""Stands for the workbook that the settings name."""


@click.command(
    "forms",
    cls=Command,
    help=N_("Make the forms of the Atelier: a script for Google, or a workbook to type in."),
    epilog=N_("Without options: a script that makes all forms in your own Google account."),
)
@click.argument(
    "file",
    cls=Argument,
    type=click.Path(path_type=Path),
    required=False,
    metavar=N_("[FILE]"),
    help=N_("With --check: the responses (else what the settings say)."),
)
@click.option(
    "--workbook",
    cls=Option,
    type=FILE,
    is_flag=False,
    flag_value=USUAL,
    metavar=N_("[FILE]"),
    help=N_("Make a workbook to type in: .xlsx or .ods (else the one of the settings)."),
)
@click.option(
    "--create",
    cls=Option,
    is_flag=True,
    help=N_("Make the forms at once, signed in with your own account (samenkracht login --create)."),
)
@click.option(
    "--check",
    cls=Option,
    is_flag=True,
    help=N_("Tell what was changed in the forms since; exit with 6 if it matters."),
)
@click.option(
    "--out",
    cls=Option,
    type=FILE,
    metavar=N_("FILE"),
    help=N_("Where to put the script (else formulieren.txt)."),
)
@click.option(
    "--tables",
    cls=Option,
    type=Whole(0, 60),
    default=10,
    metavar=N_("NUMBER"),
    help=N_("How many tables get a link of their own (else 10)."),
)
@click.option("--force", cls=Option, is_flag=True, help=N_("Write over a file that is there."))
@click.pass_obj
def forms(
    run: Run,
    /,
    file: Path | None,
    *,
    workbook: Path | None,
    create: bool,
    check: bool,
    out: Path | None,
    tables: int,
    force: bool,
) -> None:
    """Write the script or the workbook, or compare."""
    if check:
        _check(run, file)
    elif create:
        _create(run, tables)
    elif workbook:
        _workbook(run, workbook, tables, force=force)
    else:
        _script(run, out, tables, force=force)


def _script(run: Run, out: Path | None, tables: int, *, force: bool) -> None:
    from pipeline.app.forms import SCRIPT, design, write_script
    from pipeline.cli.show import show_next

    config = run.settings()
    path = out or Path(SCRIPT)
    made = design(config, run.language, tables)
    write_script(path, made, config, force=force)
    run.wrote = True
    click.echo(
        _("The script for {count} forms is in {file}.").format(count=len(made.blueprint.forms), file=path)
    )
    steps = (
        _("Open {file} and copy everything in it (Ctrl+A, Ctrl+C).").format(file=path),
        _("Go to script.google.com with your own account, and click New project."),
        _("Paste it over what is there (Ctrl+A, Ctrl+V), and click Save."),
        _("Click Run. Google asks once whether it may: click through to allow it."),
        _("Below you see what is made. The last line is the address of your spreadsheet."),
        _('Put that address in config.toml, under [responses]: spreadsheet = "…" (without a # before it)'),
    )
    show_next([f"{number}. {step}" for number, step in enumerate(steps, 1)])


def _workbook(run: Run, path: Path, tables: int, *, force: bool) -> None:
    from pipeline.app.forms import design, usual_workbook, write_workbook
    from pipeline.cli.show import show_next

    config = run.settings()
    path = usual_workbook(config) if path == USUAL else path
    write_workbook(path, design(config, run.language, tables), force=force)
    run.wrote = True
    click.echo(_("{file} is ready to type in. Its first tab says how.").format(file=path))
    show_next([_("Next, when something is in it: {command}").format(command=run.again("sync"))])


def _check(run: Run, file: Path | None) -> None:
    from pipeline.app.forms import compare, in_words

    workplace = run.workplace(file, None)
    compared = compare(workplace, run.settings(), run.progress().wait)
    for title, lines in in_words(compared.drifts, workplace):
        click.echo(click.style(title, bold=True))
        for matters, line in lines:
            mark = click.style("✗", fg="red") if matters else "·"
            click.echo(f"{mark} {line}")
    if compared.unread:
        click.echo(
            _(
                "I may not look at the forms in Google themselves ({count}), so I looked at what came in. "
                "To look at them too: samenkracht login --create"
            ).format(count=compared.unread)
        )
    if any(drift.matters for drift in compared.drifts):
        click.get_current_context().exit(WOULD_CHANGE)
    click.echo(_("Everything that people fill in is understood."))


def _create(run: Run, tables: int) -> None:
    from pipeline.app.form_creation import create_forms
    from pipeline.app.forms import design
    from pipeline.cli.show import show_next

    config = run.settings()
    folder = config.path.parent if config.path else Path()
    made = create_forms(design(config, run.language, tables), config, folder, run.progress().wait)
    run.wrote = True
    for form in made:
        told = _("Made: {title}") if form.new else _("Was there already: {title}")
        click.echo(f"{told.format(title=form.title)}  {form.edit}")
    listed = ",\n".join(f'  "{form.edit}"' for form in made)
    show_next(
        [
            _("Put this in config.toml, in the place of what is under [responses]:"),
            f"forms = [\n{listed},\n]",
            _("What somebody reads who sent a form in, you can only set in Google itself."),
        ]
    )
