"""What is made from the code and committed: the translations, the page of commands, the example settings.

`python -m tests.house.generated` writes them; a test sees that they are up to date.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.app.start import example_config
from pipeline.cli.language import DOMAIN, _, speak
from pipeline.cli.program import NAME, program

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "pipeline" / "locale" / "nl" / "LC_MESSAGES"
PO = MESSAGES / f"{DOMAIN}.po"
MO = MESSAGES / f"{DOMAIN}.mo"
COMMANDS = ROOT / "docs" / "commands.md"
CONFIG = ROOT / "config.example.toml"

KEYWORDS = {"_": None, "N_": None, "plural": (1, 2), "gettext": None, "ngettext": (1, 2)}
INTRODUCTION = """\
# The commands

Made from `--help`; every command also speaks Dutch, which is the default.
"""


def template() -> Catalog:
    """Every message of the program and of click."""
    found = Catalog()
    for folder in (ROOT / "pipeline", Path(click.__file__).parent):
        for _file, _line, message, _comments, _context in extract_from_dir(str(folder), keywords=KEYWORDS):
            found.add(message, auto_comments=())
    return found


def translations() -> Catalog:
    """The Dutch catalogue, with every message of today and none of yesterday."""
    with PO.open("rb") as file:
        catalog = read_po(file, locale="nl", domain=DOMAIN)
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def po() -> bytes:
    """The catalogue as text."""
    file = BytesIO()
    write_po(file, translations(), no_location=True, sort_output=True, width=100)
    return file.getvalue()


def mo() -> bytes:
    """The catalogue as gettext reads it."""
    file = BytesIO()
    write_mo(file, translations())
    return file.getvalue()


def commands() -> bytes:
    """The help of the program and of each command, in English."""
    speak("en")
    plain: dict[str, Any] = {"resilient_parsing": True, "terminal_width": 100}
    context = program.make_context(NAME, [], **plain)
    pages = [_page(NAME, program.get_help(context))]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        pages.append(
            _page(f"{NAME} {name}", command.get_help(command.make_context(name, [], context, **plain)))
        )
    return "\n".join([INTRODUCTION, *pages]).encode()


def _page(title: str, text: str) -> str:
    return f"## {title}\n\n```\n{text}\n```\n"


def config() -> bytes:
    """The example settings, explained in both languages."""
    return example_config(in_both).encode()


def in_both(message: str) -> str:
    """A message in Dutch, and on the next line of comment in English."""
    speak("nl")
    return f"{_(message)}\n# {message}"


GENERATED: dict[Path, Callable[[], bytes]] = {PO: po, MO: mo, COMMANDS: commands, CONFIG: config}


if __name__ == "__main__":
    for path, make in GENERATED.items():
        path.write_bytes(make())
