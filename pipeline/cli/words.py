"""Click's building blocks, in the language of the moment and with the options that every command has."""

from pathlib import Path
from typing import Any

import click

from pipeline.cli.language import _
from pipeline.cli.run import Run
from pipeline.model.errors import N_
from pipeline.model.settings import LANGUAGES

PIECES = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."), N_("required"))
"""What click itself writes in a usage line, and behind an option."""


class Worded:
    """An attribute that is kept in English (marked with `N_`) and given in the language of the moment."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.kept = f"_english_{name}"

    def __get__(self, instance: object, owner: type) -> str | None:
        text = vars(instance).get(self.kept)
        return _(text) if text else None

    def __set__(self, instance: object, text: str | None) -> None:
        vars(instance)[self.kept] = text


class FileName(click.Path):
    """The name of a file, which may be `-`; a folder is refused in the language of the moment."""

    def __init__(self, *, allow_dash: bool = False) -> None:
        super().__init__(path_type=Path, dir_okay=False, allow_dash=allow_dash)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or click's own error."""
        self.name = _("file")
        return super().convert(value, param, ctx)


class Whole(click.IntRange):
    """A whole number, at least so much and at most so much, said in words."""

    def __init__(self, least: int, most: int | None = None) -> None:
        super().__init__(least, most)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's own error."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            self.fail(_("Type a number: {range}.").format(range=self.in_words()), param, ctx)

    def in_words(self) -> str:
        """From where to where it goes."""
        told = _("{least} or more") if self.max is None else _("from {least} to {most}")
        return told.format(least=self.min, most=self.max)


class Option(click.Option):
    """An option whose help can be translated."""

    help = Worded()
    metavar = Worded()

    def get_help_extra(self, ctx: click.Context) -> Any:
        """What stands behind the help, in words."""
        extra = super().get_help_extra(ctx)
        if isinstance(self.type, Whole):
            extra["range"] = self.type.in_words()
        return extra


class Argument(click.Argument):
    """An argument whose help can be translated."""

    help = Worded()
    metavar = Worded()


class Command(click.Command):
    """A command that can be translated; the options of the whole program may follow it too."""

    help = Worded()
    epilog = Worded()
    shared_hidden = True

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.params += shared_options(hidden=self.shared_hidden)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command's name, in the language of the moment."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's `--help`, in the language of the moment."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _("Show this message and exit.")
        return option


def shared_options(*, hidden: bool) -> list[click.Parameter]:
    """The options that every command has, before or after its name."""
    options: tuple[tuple[str, dict[str, Any]], ...] = (
        (
            "--config",
            {
                "type": FileName(),
                "metavar": N_("FILE"),
                "help": N_("The settings (else config.toml in this folder)."),
            },
        ),
        (
            "--language",
            {
                "type": click.Choice(LANGUAGES),
                "help": N_("Dutch or English, on the screen and in the summary."),
            },
        ),
        ("--no-input", {"is_flag": True, "help": N_("Never ask anything.")}),
        ("--quiet", {"is_flag": True, "help": N_("Do not tell how far it is.")}),
        ("--debug", {"is_flag": True, "help": N_("Show where in the program an error arose.")}),
    )
    return [
        Option([name], hidden=hidden, expose_value=False, callback=_remember, **words)
        for name, words in options
    ]


as_json = click.option(
    "--json",
    "json_file",
    cls=Option,
    type=FileName(allow_dash=True),
    required=True,
    metavar=N_("FILE"),
    help=N_("Write the results as JSON to this file; - is the terminal."),
)
"""The option of every command that gives a document."""


def _remember(ctx: click.Context, option: click.Parameter, value: object) -> None:
    """Keep what was said, whether before the command's name or after it."""
    run = ctx.find_root().ensure_object(Run)
    if value and option.name:
        setattr(run, option.name, value)
