"""`people`: who is who in any list."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.language import _, plural
from pipeline.cli.run import Run
from pipeline.cli.words import Argument, Command, FileName, Option
from pipeline.model.errors import N_, WRONG_USE, UserError

if TYPE_CHECKING:
    from pipeline.app.people import PeopleList
    from pipeline.model.templates import Words
    from pipeline.stages.listed_people import WhoIsWho

LIST = FileName()
FILE = FileName(allow_dash=True)
ALL = "all"

FIRST_ROW = N_("The first row was taken for a header. Is it somebody? Then name columns by number: --name 1")

COLUMNS = {
    "name": N_("A column with whole names."),
    "given": N_("A column with first names."),
    "initials": N_("A column with initials."),
    "infix": N_("A column with what stands before a family name, as van der."),
    "family": N_("A column with family names."),
    "gender": N_("A column with genders, or with forms of address."),
    "email": N_("A column with e-mail addresses."),
    "phone": N_("A column with telephone numbers."),
    "postcode": N_("A column with postcodes."),
    "street": N_("A column with streets."),
    "house_number": N_("A column with house numbers."),
    "city": N_("A column with towns."),
    "birth": N_("A column with dates of birth."),
    "birth_year": N_("A column with years of birth."),
    "birth_month": N_("A column with months of birth."),
    "birth_day": N_("A column with days of birth."),
    "age": N_("A column with ages."),
    "organisation": N_("A column with organisations."),
    "identifier": N_("A column with numbers that are one person's for ever."),
    "role": N_("A column with what they take part as."),
    "invited_by": N_("A column with the names of who invited them."),
}
"""What can be said about a column, as options; all may be repeated."""


def naming_columns(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for every kind of column."""
    for kind, told in reversed(COLUMNS.items()):
        named = click.option(
            f"--{kind.replace('_', '-')}", kind, cls=Option, multiple=True, metavar=N_("COLUMN"), help=told
        )
        command = named(command)
    return command


@click.command(
    "people",
    cls=Command,
    help=N_("Who is who in any list of people: which rows are one person."),
    epilog=N_(
        "Columns are recognised where you do not name them. A row that is nobody else's is a person. In a "
        ".csv a ' comes before a cell that begins as a formula; in an .xlsx every cell stays as it is."
    ),
)
@click.argument(
    "file", cls=Argument, type=LIST, metavar=N_("FILE"), help=N_("The list: .csv, .xlsx or .ods.")
)
@click.option(
    "--out",
    cls=Option,
    type=FILE,
    metavar=N_("FILE"),
    help=N_("Write every row with the person it is of to this .csv or .xlsx; - is the terminal."),
)
@click.option(
    "--possible",
    cls=Option,
    type=FILE,
    metavar=N_("FILE"),
    help=N_("Write the pairs that a person should look at to this .csv or .xlsx; - is the terminal."),
)
@click.option(
    "--json",
    "json_file",
    cls=Option,
    type=FILE,
    metavar=N_("FILE"),
    help=N_("Write all of it as JSON to this file; - is the terminal."),
)
@click.option(
    "--explain",
    cls=Option,
    is_flag=False,
    flag_value=ALL,
    metavar=N_("[ROW]"),
    help=N_("Say why rows are one person, for one row or for all; put it behind FILE."),
)
@click.option(
    "--tab", cls=Option, metavar=N_("TITLE"), help=N_("The tab of a workbook (else the first that fits).")
)
@naming_columns
@click.option(
    "--without",
    cls=Option,
    multiple=True,
    metavar=N_("COLUMN"),
    help=N_("A column to leave out of account; may be repeated."),
)
@click.pass_obj
def people(
    run: Run,
    /,
    file: Path,
    out: Path | None,
    possible: Path | None,
    json_file: Path | None,
    explain: str | None,
    tab: str | None,
    without: tuple[str, ...],
    **named: tuple[str, ...],
) -> None:
    """Work out who is who, and write or tell what was asked for."""
    from pipeline.app.collector import without_collector
    from pipeline.app.people import ready_to_write, who_is_who, wordings

    targets = [target for target in (out, possible, json_file) if target]
    _refuse_to_lose(file, targets)
    ready_to_write(target for target in (out, possible) if target)
    chosen = {kind: columns for kind, columns in named.items() if columns}
    words = wordings(os.environ["LANGUAGE"])
    with without_collector():
        listed, who = who_is_who(file, chosen, without, tab, run.progress())
        row = _row(explain, who)
        made_harmless = _write(listed, who, words, out, possible, json_file)
    if explain:
        click.echo("\n".join(_explanation(who, words, row)))
    if not run.quiet:
        to_terminal = not (explain or Path("-") in targets)
        told = [
            *_told(who, [target for target in (out, possible) if target], made_harmless),
            *_read(listed, without),
            *(() if targets or explain else [_next(listed, file, chosen, without, tab)]),
        ]
        click.echo("\n".join(told), err=not to_terminal)


def _refuse_to_lose(file: Path, targets: Sequence[Path]) -> None:
    """Check that nothing is written over the list itself, or twice to one place.

    Raises:
        UserError: it would be.

    """
    places = [Path(os.path.realpath(target)) for target in targets]
    if Path(os.path.realpath(file)) in places:
        raise UserError(
            N_("I do not write over the list itself: {file}."),
            todo=N_("Give the outcome another name."),
            exit_code=WRONG_USE,
            file=file.name,
        )
    if len(set(places)) < len(places):
        raise UserError(
            N_("Two outcomes would go to one place."),
            todo=N_("Give each a name of its own."),
            exit_code=WRONG_USE,
        )


def _row(explain: str | None, who: "WhoIsWho") -> int | None:
    """The row to explain, None for all.

    Raises:
        UserError: it is no row of the list.

    """
    if explain in (None, ALL):
        return None
    rows = len(who.person_of)
    if not (explain and explain.isascii() and explain.isdigit() and 1 <= int(explain) <= rows):
        raise UserError(
            N_("There is no row “{row}”."),
            why=N_("The list has {rows} rows, counted from 1 without the header."),
            todo=N_("Give the number of a row after --explain, or nothing for all rows."),
            exit_code=WRONG_USE,
            row=explain,
            rows=rows,
        )
    return int(explain)


def _write(
    listed: "PeopleList",
    who: "WhoIsWho",
    words: "Words",
    out: Path | None,
    possible: Path | None,
    json_file: Path | None,
) -> int:
    """Write the files that were asked for; returns how many cells of the list were made harmless."""
    from pipeline.app.people import columns_by_header, pairs_side_by_side, with_person, write_list
    from pipeline.summaries.people import people_document

    terminal = click.open_file("-", "wb")
    made_harmless = 0
    if out:
        made_harmless = write_list(out, with_person(listed, who), terminal, listed.source.style)
    if possible:
        write_list(possible, pairs_side_by_side(listed, who, words), terminal, listed.source.style)
    if json_file:
        from pipeline.cli.work import to_file
        from pipeline.summaries.written import to_json

        to_file(json_file, to_json(people_document(who, columns_by_header(listed))))
    return made_harmless


def _explanation(who: "WhoIsWho", words: "Words", row: int | None) -> Iterator[str]:
    """Why rows are one person, and which may be: of one row, or of all."""
    from pipeline.summaries.people import doubtful, explained
    from pipeline.summaries.reasons import because, listed

    person = who.person_of[row - 1] if row else None
    several = [one for one in explained(who) if person in (None, one.person)]
    for one in several:
        rows = listed(words, one.rows)
        yield click.style(_("Rows {rows} are one person.").format(rows=rows), bold=True)
        for pair in one.pairs:
            told = _("  {one} and {other}: {because}.")
            yield told.format(one=pair.one, other=pair.other, because=because(words, pair.reasons))
    if row and not several:
        yield click.style(_("Row {row} is nobody else's.").format(row=row), bold=True)
    for pair in doubtful(who):
        ends = {who.person_of[pair.one - 1], who.person_of[pair.other - 1]}
        if person is None or person in ends:
            told = _("Perhaps {one} and {other}: {because}.")
            yield told.format(one=pair.one, other=pair.other, because=because(words, pair.reasons))


def _told(who: "WhoIsWho", tables: Sequence[Path], made_harmless: int) -> Iterator[str]:
    """How many rows, how many people, what waits, and how many cells do not stand there as in the list."""
    rows = plural("{n} row", "{n} rows", len(who.person_of))
    people = plural("{n} person", "{n} people", who.people)
    yield click.style(f"{rows}, {people}", bold=True)
    if who.matching.possible:
        pairs = plural("{n} pair to look at", "{n} pairs to look at", len(who.matching.possible))
        then = _("; after that there are probably about {n}").format(n=who.likely)
        yield pairs + (then if who.likely < who.people else "")
    if made_harmless:
        yield plural(
            "{n} cell began as a formula; a ' stands before it, so that no spreadsheet program runs it.",
            "{n} cells began as formulas; a ' stands before each, so that no spreadsheet program runs them.",
            made_harmless,
        )
    if files := [target.name for target in tables if str(target) != "-"]:
        yield _("The results are in {file}.").format(file=", ".join(files))


def _read(listed: "PeopleList", without: Sequence[str]) -> Iterator[str]:
    """What the columns were taken for, and what was left: columns, tabs, a first row that may be somebody."""
    from pipeline.app.people import columns_by_header, columns_left

    for kind, headers in columns_by_header(listed).items():
        yield f"  --{kind.replace('_', '-'):14}{', '.join(headers)}"
    if left := columns_left(listed, without):
        yield _("Not used: {columns}").format(columns=", ".join(left))
    if listed.other_tabs:
        told = _("Only the tab “{tab}” was read, not: {tabs}. Choose one with --tab.")
        yield told.format(tab=listed.source.title, tabs=", ".join(listed.other_tabs))
    if not listed.sure:
        yield _(FIRST_ROW)


def _next(
    listed: "PeopleList",
    file: Path,
    chosen: Mapping[str, Sequence[str]],
    without: Sequence[str],
    tab: str | None,
) -> str:
    """The same command, with the outcomes to write."""
    from pipeline.cli.typed import command_line

    ending = ".csv" if listed.source.is_text else ".xlsx"
    named = [(kind.replace("_", "-"), column) for kind, columns in chosen.items() for column in columns]
    given = [*named, *(("without", column) for column in without), *([("tab", tab)] if tab else [])]
    words = [word for option, value in given for word in (f"--{option}", value)]
    outcomes = ["--out", f"people{ending}", "--possible", f"possible{ending}"]
    return _("Next: {command}").format(command=command_line(["people", str(file), *words, *outcomes]))
