"""The language of the terminal: Dutch unless somebody asks otherwise.

Click takes its words from the gettext domain of the program, so it speaks the same language.
"""

import gettext
import os
from collections.abc import Sequence

from pipeline.model.settings import LANGUAGES

DOMAIN = "samenkracht"
DEFAULT = "nl"
LOCALES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120 - pathlib costs 8 ms


def _(message: str) -> str:
    """`message` in the language of the moment."""
    return gettext.gettext(message)


def plural(one: str, many: str, number: int) -> str:
    """`one` or `many` in the language of the moment, with `{n}` filled in."""
    return gettext.ngettext(one, many, number).format(n=number)


def speak(language: str) -> None:
    """Let the program and click speak `language` from now on."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)


def wanted(arguments: Sequence[str]) -> str:
    """The language that the arguments or the settings ask for, before anything is parsed."""
    named = _option(arguments, "--language")
    asked = named or _configured(_option(arguments, "--config") or "config.toml")
    return asked if asked in LANGUAGES else DEFAULT


def _option(arguments: Sequence[str], name: str) -> str | None:
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
        if argument == name:
            return "".join(arguments[place + 1 : place + 2])
    return None


def _configured(path: str) -> str | None:
    """The language in a settings file; what is wrong with the file is told later."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs 8 ms
            import tomllib

            language = tomllib.load(file).get("language")
    except (OSError, ValueError):
        return None
    return language if isinstance(language, str) else None
