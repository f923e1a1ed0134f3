"""Responses from a spreadsheet."""

from pipeline.edges.google.snapshot import Spreadsheet
from pipeline.model.responses import RawTab


class GoogleSource:
    """The tabs of a spreadsheet; only ever read.

    `shared` = the summary stands in this spreadsheet too: what its target read last is what is given.
    """

    def __init__(self, spreadsheet: Spreadsheet, *, shared: bool = False) -> None:
        self._spreadsheet = spreadsheet
        self._shared = shared

    @property
    def name(self) -> str:
        """The title of the spreadsheet."""
        return self._spreadsheet.name

    def read(self) -> tuple[RawTab, ...]:
        """All tabs, hidden ones too.

        Raises:
            UserError: it cannot be read, or Google cannot be reached.

        """
        return self._spreadsheet.tabs() if self._shared else self._spreadsheet.read()
