"""The example Atelier on disk, ready to be synced."""

from pathlib import Path

from pipeline.app.known_settings import RESPONSES
from pipeline.app.workplace import CONFIG
from pipeline.model.errors import N_, UserError


def make_demo(folder: Path) -> Path:
    """Write the example's responses and settings into `folder`; an example that is there already stays.

    Returns the settings file.

    Raises:
        UserError: the folder holds something else, or cannot be written to.

    """
    from pipeline.app.demo_atelier import write_demo

    config = folder / CONFIG
    there = [file for file in (config, folder / RESPONSES) if file.exists()]
    if len(there) == 1:
        raise UserError(
            N_("“{folder}” holds another Atelier already."),
            why=N_("There is a {file} in it, and the example would come in its place."),
            todo=N_("Choose a new folder: samenkracht demo FOLDER"),
            folder=folder.name,
            file=there[0].name,
        )
    if not there:
        write_demo(folder)
    return config
