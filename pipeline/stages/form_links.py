"""The links to the forms, from the tab that the script writes beside the responses."""

from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawTab
from pipeline.model.templates import Catalogue, Text
from pipeline.stages.cells import cell_text

FILL_IN: Final = "links_fill_in"
EDIT: Final = "links_edit"
"""The two columns with addresses, by the names of their headers."""


def read_links(tabs: Sequence[RawTab], catalogue: Catalogue, column: str = FILL_IN) -> dict[str, str]:
    """Address in that column by the key of the link; nothing where no tab holds them."""
    texts = catalogue.texts["forms"]
    titles = {same_header_key(title) for title in texts["links"].both}
    found: dict[str, str] = {}
    for tab in tabs:
        if same_header_key(tab.title) in titles:
            found |= _links(tab, texts, column)
    return found


def _links(tab: RawTab, texts: Mapping[str, Text], column: str) -> dict[str, str]:
    keys, addresses = (
        {same_header_key(wording) for wording in texts[name].both} for name in ("links_key", column)
    )
    columns: tuple[int, int] | None = None
    found: dict[str, str] = {}
    for row in tab.rows:
        cells = [cell_text(cell) for cell in row]
        if columns and max(columns) < len(cells):
            key, address = (cells[column] for column in columns)
            if key and address.startswith(("https://", "http://")):
                found[key] = address
        else:
            heads = [same_header_key(cell) for cell in cells]
            key_at = next((n for n, head in enumerate(heads) if head in keys), None)
            address_at = next((n for n, head in enumerate(heads) if head in addresses), None)
            if key_at is not None and address_at is not None:
                columns = (key_at, address_at)
    return found
