"""Commands as somebody can type them, from where they stand."""

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

NAME = "samenkracht"
WINDOWS = os.name == "nt"


def command_line(words: Sequence[str]) -> str:
    """The words of a command behind the name of the program, quoted where this system needs it."""
    return in_words([program_name(Path(sys.argv[0]), Path.cwd()), *words])


def in_words(line: Sequence[str]) -> str:
    """The words of a line as this system wants them typed."""
    if not WINDOWS:
        return shlex.join(line)
    from subprocess import list2cmdline

    return list2cmdline(line)


def program_name(started: Path, here: Path) -> str:
    """How to start the program again: by its name where the system finds it, else by its path."""
    found = shutil.which(NAME)
    if started.stem != NAME or (found and Path(found).with_suffix("") == started.with_suffix("")):
        return NAME
    path = started.absolute()
    return os.path.join(".", path.relative_to(here)) if path.is_relative_to(here) else str(path)  # noqa: PTH118 - pathlib drops the "."
