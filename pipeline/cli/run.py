"""What holds for one run of the program, whatever the command."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.language import _

if TYPE_CHECKING:
    from pipeline.app.config import Config
    from pipeline.app.progress import Progress
    from pipeline.app.workplace import Workplace
    from pipeline.cli.steps import Steps
    from pipeline.edges.google.client import Client


class Run:
    """The options of the whole program, and the way from them to a use case."""

    def __init__(self) -> None:
        self.config: Path | None = None
        self.language: str | None = None
        self.no_input = False
        self.quiet = False
        self.debug = False
        self.wrote = False
        self._named: list[str] = []
        self._steps: Steps | None = None
        self._google: Client | None = None

    @property
    def may_ask(self) -> bool:
        """Whether somebody sits at the terminal who can be asked something."""
        return not self.no_input and sys.stdin.isatty()

    def settings(self) -> "Config":
        """The settings that hold.

        Raises:
            UserError: the settings file is wrong.

        """
        from pipeline.app.workplace import find_config

        return find_config(self.config, Path())

    def place(
        self, config: "Config", file: Path | None, out: Path | None, folder: Path = Path()
    ) -> "Workplace":
        """The Atelier in `folder` that these settings and the command's own files mean.

        Raises:
            UserError: the templates are wrong, or nothing says where the responses are.

        """
        from pipeline.app.workplace import find_places, open_workplace

        responses, summary = find_places(config, file, out, folder)
        workplace = open_workplace(config, responses, summary, self.language, self.progress().wait)
        self._google = workplace.google
        return workplace

    def workplace(self, file: Path | None, out: Path | None) -> "Workplace":
        """The Atelier that the command line means.

        Raises:
            UserError: as `settings` and `place`.

        """
        options = {"--config": self.config, "--language": self.language, "--out": out}
        self._named = [str(word) for name, value in options.items() if value for word in (name, value)]
        self._named += [str(file)] if file else []
        return self.place(self.settings(), file, out)

    def again(self, command: str) -> str:
        """Another command on the same files, as somebody can type it."""
        from pipeline.cli.typed import command_line

        return command_line([command, *self._named])

    def progress(self) -> "Progress":
        """Tells every step on standard error, unless quiet."""
        from pipeline.app.progress import Progress
        from pipeline.cli.steps import Steps

        if self.quiet:
            return Progress()
        self._steps = self._steps or Steps()
        return self._steps

    def stopped(self) -> str:
        """What to say when somebody stops the program: whether anything was changed."""
        if self.wrote:
            return _("Stopped.")
        if self._google and self._google.unsettled:
            return _(
                "Stopped while writing to Google. Whether it arrived is unknown; the next sync finds out."
            )
        return _("Stopped. Nothing was changed.")

    def end_line(self) -> None:
        """End the line of a step that was broken off."""
        if self._steps and self._steps.in_line:
            click.echo(err=True)
