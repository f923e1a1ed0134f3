"""The files that most commands work on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pipeline.cli.words import Argument, Option
from pipeline.model.errors import N_


def on_files(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the responses it reads (`file`) and the summary that belongs to them (`out`)."""
    path = click.Path(path_type=Path)
    file = click.argument(
        "file",
        cls=Argument,
        type=path,
        required=False,
        metavar=N_("[FILE]"),
        help=N_(
            "The responses: .xlsx, .ods, .csv, a folder of them, or the address of a Google spreadsheet "
            "(else what the settings say)."
        ),
    )
    out = click.option(
        "--out",
        cls=Option,
        type=path,
        metavar=N_("FILE"),
        help=N_("The summary (else samenvatting.xlsx beside the responses, or their own spreadsheet)."),
    )
    return file(out(command))
