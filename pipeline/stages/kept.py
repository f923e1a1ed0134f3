"""What people typed in the tabs that the program writes: read back, keyed, never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model.responses import RawCell, RawTab
from pipeline.model.templates import Catalogue
from pipeline.stages.decisions import Decisions
from pipeline.stages.memory import Memory


@dataclass(frozen=True, slots=True)
class Kept:
    """People's cells of the summary tabs.

    `cells`: tab key -> row key -> column key (or the header of a column somebody added) -> cell;
    `order`: tab key -> row keys as they stood there (somebody may have sorted them).
    """

    cells: Mapping[str, Mapping[str, Mapping[str, RawCell]]] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def cell(self, tab: str, row: str, column: str) -> RawCell:
        """One cell, None when nobody filled it in."""
        return self.cells.get(tab, {}).get(row, {}).get(column)

    def withdrawn(self) -> frozenset[str]:
        """The codes whose consent was taken back in `Deelnemers`."""
        raise NotImplementedError

    def confirmed(self) -> frozenset[tuple[int, str]]:
        """(meeting, code) of the seats a person confirmed in `Tafels`."""
        raise NotImplementedError

    def status(self, catalogue: Catalogue) -> dict[int, str]:
        """`Stand` per idea number, as codes."""
        raise NotImplementedError

    def decisions(self, catalogue: Catalogue, memory: Memory) -> Decisions:
        """The answers in `Controle`, as codes, with what each question was about."""
        raise NotImplementedError


def read_kept(tabs: Sequence[RawTab], catalogue: Catalogue) -> Kept:
    """Find the program's tabs by marker and headers and read the people's cells."""
    raise NotImplementedError
