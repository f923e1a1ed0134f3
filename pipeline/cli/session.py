"""What holds for one run of the program, whatever the command."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.app.progress import Progress
    from pipeline.app.workplace import Workplace


class Session:
    """The options of the whole program, and the way from them to a use case."""

    def __init__(self) -> None:
        self.config: Path | None = None
        self.language: str | None = None
        self.no_input = False
        self.quiet = False
        self.debug = False
        self.wrote = False

    def workplace(self, file: Path | None, out: Path | None) -> "Workplace":
        """The Atelier that the options and the settings mean.

        Raises:
            UserError: the settings or the templates are wrong, or nothing says where the responses are.

        """
        from pipeline.app.workplace import find_config, find_files, open_workplace

        folder = Path()
        config = find_config(self.config, folder)
        responses, summary = find_files(config, file, out, folder)
        return open_workplace(config, responses, summary, self.language)

    def progress(self) -> "Progress":
        """Tells every step on standard error, unless quiet."""
        from pipeline.app.progress import Progress
        from pipeline.cli.steps import Steps

        return Progress() if self.quiet else Steps()
