"""Where a cell's link leads: to a row of a tab, in this spreadsheet or in that of the responses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.edges.google.notation import column_letters
from pipeline.edges.google.snapshot import Snapshot
from pipeline.model.responses import Place
from pipeline.model.tab import Link


@dataclass(frozen=True, slots=True)
class Links:
    """What a link is resolved with.

    `own` is the address of the spreadsheet written; `tabs` the sheet ids of its tabs by their keys;
    `places` where each form stands; `sheets` the sheet ids by address of a spreadsheet and title of a tab.
    """

    own: str
    tabs: Mapping[str, int]
    places: Mapping[str, Place] = field(default_factory=dict)
    sheets: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def resolve(self, link: Link) -> str:
        """The address that a link leads to; "" when it leads nowhere."""
        if link.tab is not None:
            sheet = self.tabs.get(link.tab)
            return "" if sheet is None else f"#gid={sheet}&range=A{link.row}"
        place = self.places.get(link.form or "")
        sheet = self.sheets.get((place.file, place.tab)) if place else None
        if place is None or sheet is None:
            return ""
        base = "" if place.file == self.own else f"{place.file}/edit"
        return (
            f"{base}#gid={sheet}&range={column_letters(place.columns.get(link.question or '', 1))}{link.row}"
        )


def sheets_of(snapshots: Iterable[Snapshot]) -> dict[tuple[str, str], int]:
    """The sheet ids of these spreadsheets, by address and title."""
    return {(one.url, sheet.title): sheet.id for one in snapshots for sheet in one.sheets}
