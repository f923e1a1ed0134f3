"""`chains` and `tally`: one step alone, on any list, for who has only that problem."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.words import Argument, Command, FileName, Option, Whole, as_json
from pipeline.cli.work import to_file
from pipeline.model.errors import N_

LIST = FileName()


@click.command(
    "chains",
    cls=Command,
    help=N_("Who recruited whom, in any list of persons and their recruiters."),
    epilog=N_("A recruiter who is blank makes the person a seed: the beginning of a chain."),
)
@click.argument(
    "file", cls=Argument, type=LIST, metavar=N_("FILE"), help=N_("The list: .csv, .xlsx or .ods.")
)
@click.option(
    "--person", cls=Option, required=True, metavar=N_("COLUMN"), help=N_("The column that says who it is.")
)
@click.option(
    "--recruiter",
    cls=Option,
    required=True,
    metavar=N_("COLUMN"),
    help=N_("The column that says who recruited them."),
)
@click.option(
    "--seed-value",
    "seed_values",
    cls=Option,
    multiple=True,
    metavar=N_("TEXT"),
    help=N_("What stands for a recruiter where there was none, as 0 or seed; may be repeated."),
)
@click.option(
    "--attribute",
    "attributes",
    cls=Option,
    multiple=True,
    metavar=N_("COLUMN"),
    help=N_("A column to compare recruiters and recruits by; once for each (else those that fit)."),
)
@as_json
def chains(json_file: Path, **asked: Any) -> None:
    """Write the chains of a list."""
    from pipeline.app.chains import chains as traced
    from pipeline.summaries.written import to_json

    to_file(json_file, to_json(traced(asked.pop("file"), **asked)))


@click.command(
    "tally",
    cls=Command,
    help=N_("Count any ballots, and tell every sticker that does not count."),
    epilog=N_(
        "Ballots have a row per voter (voter, sticker_1, sticker_2 …), "
        "or a row per voter and idea (voter, idea, stickers)."
    ),
)
@click.argument(
    "ideas",
    cls=Argument,
    type=LIST,
    metavar=N_("IDEAS"),
    help=N_("The ideas, with a column id or idea."),
)
@click.argument("ballots", cls=Argument, type=LIST, metavar=N_("BALLOTS"), help=N_("The ballots."))
@click.option(
    "--idea-group",
    cls=Option,
    metavar=N_("COLUMN"),
    help=N_("The column among the ideas that says whose group thought of it."),
)
@click.option(
    "--voter-group",
    cls=Option,
    metavar=N_("COLUMN"),
    help=N_("The column among the ballots that says whose group votes."),
)
@click.option(
    "--stickers",
    cls=Option,
    type=Whole(1),
    default=3,
    metavar=N_("NUMBER"),
    help=N_("How many stickers each voter has (else 3)."),
)
@click.option(
    "--cap",
    cls=Option,
    type=Whole(1),
    metavar=N_("NUMBER"),
    help=N_("How many of them may stand on one idea (else all)."),
)
@as_json
def tally(
    json_file: Path,
    ideas: Path,
    ballots: Path,
    stickers: int,
    cap: int | None,
    **groups: str | None,
) -> None:
    """Write the count of the ballots."""
    from pipeline.app.tally import tally as counted
    from pipeline.stages.tally import Rules
    from pipeline.summaries.written import to_json

    to_file(json_file, to_json(counted(ideas, ballots, Rules(stickers, cap), **groups)))
