"""Telling on standard error how far the work is."""

import click

from pipeline.app.progress import Progress, Step
from pipeline.cli.language import _, plural


class Steps(Progress):
    """A line per step: what begins, and when it is done how much it was.

    `in_line` says whether a step stands there unfinished.
    """

    in_line = False

    def begin(self, step: Step) -> None:
        """Say at once what begins."""
        names = {
            "read": _("Reading the responses"),
            "compute": _("Working it out"),
            "write": _("Bringing the tabs up to date"),
            "draw": _("Drawing the pages"),
        }
        click.echo(f"{names[step]} … ", nl=False, err=True)
        self.in_line = True

    def end(self, step: Step, **counts: int) -> None:
        """Say how much it was, on the same line."""
        if step == "read":
            forms = plural("{n} form", "{n} forms", counts["forms"])
            rows = plural("{n} row", "{n} rows", counts["rows"])
            told = f"{forms}, {rows}"
        elif step == "write":
            told = _("{changed} of {tabs} changed").format(**counts)
        else:
            told = _("done")
        click.echo(told, err=True)
        self.in_line = False

    def again(self) -> None:
        """Say so, and end the line of the step that was not finished."""
        click.echo(_("somebody else changed the summary just now; I read it again"), err=True)
        self.in_line = False

    def wait(self, seconds: float) -> None:
        """Say how long it will be, on the same line."""
        told = plural(
            "(waiting for Google, {n} second)", "(waiting for Google, {n} seconds)", max(1, round(seconds))
        )
        click.echo(f"{told} ", nl=False, err=True)
