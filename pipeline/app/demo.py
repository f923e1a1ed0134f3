"""The example Atelier on disk, ready to be synced."""

from collections.abc import Callable
from pathlib import Path

from pipeline.app.known_settings import RESPONSES, SUMMARY
from pipeline.app.workplace import CONFIG
from pipeline.model.errors import N_, UserError


def make_demo(folder: Path, translate: Callable[[str], str]) -> Path:
    """Write the example into `folder`; one that is there already stays as it is.

    `translate` words what the settings file explains. Returns the settings file.

    Raises:
        UserError: the folder holds something else, or cannot be written to.

    """
    from pipeline.app.demo_atelier import write_demo

    there = [name for name in (CONFIG, RESPONSES, SUMMARY) if (folder / name).exists()]
    if there and there[:2] != [CONFIG, RESPONSES]:
        raise UserError(
            N_("“{folder}” holds another Atelier already."),
            why=N_("There is a {file} in it, and the example would come in its place."),
            todo=N_("Choose a new folder: samenkracht demo FOLDER"),
            folder=folder.name,
            file=there[0],
        )
    if not there:
        write_demo(folder, translate=translate)
    return folder / CONFIG
