"""Where a cell's link leads: to the row of a source file, or to another tab."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from openpyxl.utils import get_column_letter

from pipeline.model.responses import Place
from pipeline.model.tab import Link

MOST_LINKS = 10_000
"""Links per tab; a sheet holds 65 530 of them, and long before that it becomes slow to open."""


@dataclass(frozen=True, slots=True)
class Links:
    """What a link is resolved with.

    `summary` is the file written, `places` where each form stands, `titles` the titles of the
    tabs by their keys.
    """

    summary: Path
    places: Mapping[str, Place]
    titles: Mapping[str, str]

    def resolve(self, link: Link) -> tuple[str | None, str | None] | None:
        """(file, place in it); a file of None is the summary itself. None when it leads nowhere."""
        if link.tab is not None:
            return None, _cell(self.titles.get(link.tab, link.tab), 1, link.row)
        place = self.places.get(link.form or "")
        if place is None:
            return None
        file = Path(place.file)
        if file.suffix.lower() in {".csv", ".tsv"}:
            return self._relative(file), None
        cell = _cell(place.tab, place.columns.get(link.question or "", 1), link.row)
        return (None if file.name == self.summary.name else self._relative(file)), cell

    def _relative(self, file: Path) -> str:
        folder = self.summary.parent.resolve()
        path = file if not file.is_absolute() else Path(os.path.relpath(file, folder))
        return quote(path.as_posix())


def _cell(tab: str, column: int, row: int) -> str:
    name = tab.replace("'", "''")
    return f"'{name}'!{get_column_letter(column)}{row}"
