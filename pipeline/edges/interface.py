"""What every medium offers: a source gives tabs, a target takes a summary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pipeline.model.responses import RawTab
from pipeline.model.tab import Draft


class Source(Protocol):
    """Where responses stand. Only ever read."""

    @property
    def name(self) -> str:
        """How to call it in a message: a file name or a spreadsheet title."""
        ...

    def read(self) -> tuple[RawTab, ...]:
        """All tabs.

        Raises:
            UserError: it does not exist, cannot be opened, or is of a kind that cannot be read.

        """
        ...


@runtime_checkable
class Watched(Protocol):
    """A source or target that can tell without being read whether it changed."""

    def state(self) -> object:
        """What tells one state of it from another; equal as long as nothing changed."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What a write would change: number of changed cells by tab title (0 = up to date), all tabs listed."""

    changes: Mapping[str, int]

    @property
    def changed(self) -> tuple[str, ...]:
        """The titles of the tabs that would change."""
        return tuple(title for title, cells in self.changes.items() if cells)


class StaleError(Exception):
    """What a draft was worked out from stands there no more: read it again and begin anew.

    Nothing was written.
    """


class Target(Protocol):
    """Where the summary, the working tabs and the memory stand."""

    @property
    def name(self) -> str:
        """How to call it in a message."""
        ...

    @property
    def place(self) -> str:
        """The file or address that its tabs bear as their place."""
        ...

    def read(self) -> tuple[RawTab, ...]:
        """All tabs, hidden ones too; none when it does not exist yet."""
        ...

    def ready(self) -> None:
        """See whether it can be written now; leaves nothing behind.

        Raises:
            UserError: it is locked (open in Excel), or may not be written.

        """
        ...

    def plan(self, draft: Draft) -> Plan:
        """What `write` would change; touches nothing."""
        ...

    def write(self, draft: Draft) -> None:
        """Write everything or nothing.

        Raises:
            StaleError: somebody else wrote it since it was read.
            UserError: it is locked (open in Excel), or may not be written.

        """
        ...
