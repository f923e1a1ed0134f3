"""`tables`: mixed tables for a meeting."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.files import on_files
from pipeline.cli.language import _, plural
from pipeline.cli.run import Run
from pipeline.cli.words import Command, FileName, Option, Whole
from pipeline.cli.work import to_file
from pipeline.model.errors import N_

if TYPE_CHECKING:
    from pipeline.app.tables import Proposal

PAIR = N_("PERSON PERSON")
TO_FILE = FileName(allow_dash=True)
WIDTH = 100
INDENT = 12


@click.command(
    "tables",
    cls=Command,
    help=N_("Who sits where at a meeting: mixed tables of five to seven people."),
    epilog=N_("They come to stand in the tab Tafels, and stay that way; late arrivals are added."),
)
@on_files
@click.option(
    "--meeting",
    cls=Option,
    type=Whole(1, 8),
    metavar=N_("NUMBER"),
    help=N_("For this meeting (else the first that nobody came to yet)."),
)
@click.option(
    "--anew",
    cls=Option,
    is_flag=True,
    help=N_("Let everybody change places but those whose seat was confirmed."),
)
@click.option(
    "--seed", cls=Option, metavar=N_("TEXT"), help=N_("Any word: another one gives another mix, as good.")
)
@click.option(
    "--together",
    cls=Option,
    type=(str, str),
    multiple=True,
    metavar=PAIR,
    help=N_("Two people who must share a table; may be repeated."),
)
@click.option(
    "--apart",
    cls=Option,
    type=(str, str),
    multiple=True,
    metavar=PAIR,
    help=N_("Two people who must not share a table; may be repeated."),
)
@click.option("-n", "--dry-run", cls=Option, is_flag=True, help=N_("Show the tables; write nothing."))
@click.option(
    "--json",
    "json_file",
    cls=Option,
    type=TO_FILE,
    metavar=N_("FILE"),
    help=N_("Write them as JSON; - is the terminal."),
)
@click.option(
    "--csv",
    "csv_file",
    cls=Option,
    type=TO_FILE,
    metavar=N_("FILE"),
    help=N_("Write them as a list; - is the terminal."),
)
@click.pass_obj
def tables(
    run: Run,
    /,
    file: Path | None,
    out: Path | None,
    *,
    dry_run: bool,
    json_file: Path | None,
    csv_file: Path | None,
    **wanted: Any,
) -> None:
    """Propose tables, show them or write them to files, and keep them."""
    from pipeline.app.people import write_list
    from pipeline.app.tables import propose
    from pipeline.stages.arranging import Wanted
    from pipeline.summaries.written import to_json

    workplace = run.workplace(file, out)
    proposal = propose(workplace, Wanted(**wanted), datetime.now(UTC), run.progress(), write=not dry_run)
    run.wrote = proposal.report is not None and proposal.report.written
    if json_file:
        to_file(json_file, to_json(proposal.document))
    if csv_file:
        write_list(csv_file, proposal.rows, click.open_file("-", "wb"))
    if not (json_file or csv_file):
        click.echo("\n".join(_shown(proposal)))


def _shown(proposal: "Proposal") -> Iterator[str]:
    """The tables, everybody by name, how mixed it is, and whether it is kept."""
    document: Any = proposal.document
    people = len(document["persons"])
    if not people:
        yield _("Nobody has said yet to come to meeting {meeting}.").format(meeting=document["meeting"])
        return
    count = plural("{n} table", "{n} tables", len(document["tables"]))
    everybody = plural("{n} person", "{n} people", people)
    title = _("Meeting {meeting}: {people}, {tables}")
    yield click.style(title.format(meeting=document["meeting"], people=everybody, tables=count), bold=True)
    for table in document["tables"]:
        names = ", ".join(map(_called, table["people"]))
        head = _("Table {table}").format(table=table["table"])
        yield from wrap(
            f"  {head:{INDENT - 2}}{names}", WIDTH, subsequent_indent=" " * INDENT, break_on_hyphens=False
        )
    yield ""
    yield from _by_person(document["persons"])
    yield ""
    yield from _how_mixed(document)
    yield _kept(proposal)


def _by_person(persons: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Everybody with their table; namesakes are told apart by their code."""
    names = Counter(map(_called, persons))
    for person in persons:
        name = _called(person)
        namesake = f" ({person['id']})" if names[name] > 1 else ""
        yield f"  {person['table']:>4}  {name}{namesake}"


def _called(person: Mapping[str, str]) -> str:
    """The name where it may be shown, else the code."""
    return person["name"] or person["id"]


def _how_mixed(document: dict[str, Any]) -> Iterator[str]:
    if document["invited_together"]:
        yield plural(
            "{n} time somebody sits with who brought them: it cannot be done otherwise.",
            "{n} times somebody sits with who brought them: it cannot be done otherwise.",
            document["invited_together"],
        )
    else:
        yield _("Nobody sits with who brought them.")
    if document["met_before"]:
        yield plural(
            "{n} pair sat together before.", "{n} pairs sat together before.", document["met_before"]
        )
    if document["wishes_not_kept"]:
        yield plural(
            "{n} table wish could not be kept; see Controle.",
            "{n} table wishes could not be kept; see Controle.",
            len(document["wishes_not_kept"]),
        )


def _kept(proposal: "Proposal") -> str:
    if proposal.report:
        return _("{file} is up to date.").format(file=proposal.report.target)
    if proposal.held:
        return _("Nothing was written: that meeting was held already.")
    return _("Nothing was written. Without --dry-run these tables come to stand in the summary.")
