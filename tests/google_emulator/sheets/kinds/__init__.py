"""What each kind of request of a batch does, one function a kind."""

from tests.google_emulator.sheets.batch import Kind
from tests.google_emulator.sheets.kinds import (
    cells,
    dimensions,
    formats,
    moves,
    notes,
    objects,
    ranges,
    tabs,
    texts,
)

KINDS: dict[str, Kind] = (
    tabs.KINDS | cells.KINDS | dimensions.KINDS | ranges.KINDS | formats.KINDS | objects.KINDS | moves.KINDS
    | texts.KINDS | notes.KINDS
)  # fmt: skip
