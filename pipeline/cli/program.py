"""The program: which commands there are, loaded when used, and how every error is told."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from typing import Any

import click

from pipeline import __version__
from pipeline.cli.language import _, speak, wanted
from pipeline.cli.run import Run
from pipeline.cli.streams import never_crash
from pipeline.cli.typed import NAME
from pipeline.cli.words import Command, Option
from pipeline.model.errors import FAILED, INTERRUPTED, N_, UserError

COMMANDS = {
    "demo": "begin",
    "init": "init",
    "forms": "forms",
    "sync": "work",
    "review": "review",
    "person": "person",
    "tables": "tables",
    "wall": "wall",
    "tree": "tree",
    "export": "work",
    "print": "printing",
    "chains": "alone",
    "tally": "alone",
    "describe": "describe",
    "people": "people",
    "doctor": "doctor",
    "login": "login",
}
"""Every command and its module, in the order in which people need them."""


class Told(click.ClickException):
    """An error that is told: what, why, and what to do."""

    def __init__(self, what: str, why: str, todo: str, exit_code: int) -> None:
        super().__init__("\n".join(part for part in (what, why, todo) if part))
        self.exit_code = exit_code  # type: ignore[misc]

    def format_message(self) -> str:
        """The lines under each other, indented."""
        return self.message.replace("\n", "\n  ")


class Program(Command, click.Group):
    """A group that imports a command when it is used, and tells errors in words."""

    shared_hidden = False

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pipeline.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name, None) or getattr(module, f"{cmd_name}_")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or propose the one that is probably meant."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; tell what went wrong without a traceback, and without anybody's data."""
        run = ctx.ensure_object(Run)
        try:
            return super().invoke(ctx)
        except UserError as error:
            run.end_line()
            if run.debug:
                raise
            raise told(error) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            run.end_line()
            if run.debug:
                raise
            raise unforeseen(error) from error

    def main(self, args: Sequence[str] | None = None, *_positional: Any, **extra: Any) -> Any:
        """Speak the right language, run, and end with the exit code that fits."""
        arguments = list(sys.argv[1:] if args is None else args)
        never_crash()
        speak(wanted(arguments))
        run = Run()
        color = False if os.environ.get("NO_COLOR") else None
        try:
            code = super().main(
                arguments,
                **{**extra, "prog_name": NAME, "standalone_mode": False, "obj": run, "color": color},
            )
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo(f"\n{run.stopped()}", err=True)
            sys.exit(INTERRUPTED)
        sys.exit(code or 0)


def told(error: UserError) -> Told:
    """A foreseen error in the language of the moment."""
    what, why, todo = (
        _(part).format(**error.details) if part else "" for part in (error.what, error.why, error.todo)
    )
    return Told(what, why, todo, error.exit_code)


def unforeseen(error: Exception) -> Told:
    """A fault of ours: only its kind and place are told, as its text may hold somebody's data."""
    last = extract_tb(error.__traceback__)[-1]
    return Told(
        _("Something went wrong that we did not foresee: {kind} in {file}, line {line}.").format(
            kind=type(error).__name__, file=Path(last.filename).name, line=last.lineno
        ),
        _("Nothing was lost: the responses are only ever read."),
        _("Run the command again with --debug and send us what it says, without names."),
        FAILED,
    )


def _version(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"samenkracht {__version__}")
        ctx.exit()


program = Program(
    NAME,
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=N_("Show the version and exit."),
        )
    ],
    help=N_("From the responses of an Atelier Samenkracht to its summary."),
    epilog=N_("To look first: samenkracht demo. After every meeting: samenkracht sync."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=True,
)
