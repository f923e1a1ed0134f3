"""What was asked of the emulator, without anything that somebody typed."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.google_emulator.answers import ApiError, Request

RANGE = re.compile(r"(/values/).+?(:append|:clear)?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One request. `kind` is Google's name for the method, `requests` the kinds within a `batchUpdate`."""

    number: int
    method: str
    path: str
    kind: str
    requests: tuple[str, ...]
    status: int
    bytes_in: int
    bytes_out: int
    milliseconds: float
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Log:
    """Every request since the start, or since `clear`; a status of 0 stands for no answer at all."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def api(self) -> list[Entry]:
        """Without the requests that were about signing in."""
        return [entry for entry in self.entries if entry.kind.startswith(("sheets.", "forms.", "drive."))]

    @property
    def kinds(self) -> list[str]:
        """What was asked for, in order, without signing in."""
        return [entry.kind for entry in self.api]

    def clear(self) -> None:
        """Forget everything."""
        self.entries.clear()

    def as_json(self) -> list[dict[str, Any]]:
        """As a JSON value."""
        return [asdict(entry) for entry in self.entries]


def kinds_within(request: Request) -> tuple[str, ...]:
    """The kinds of request in a `batchUpdate`, each once, in order of appearance."""
    if not request.path.endswith(":batchUpdate"):
        return ()
    try:
        found = request.json().get("requests")
    except ApiError:
        return ()
    each = [kind for one in found if isinstance(one, dict) for kind in one] if isinstance(found, list) else []
    return tuple(dict.fromkeys(each))


def without_content(path: str) -> str:
    """A path without the titles of tabs that may stand in it."""
    return RANGE.sub(r"\1{range}\2", path)
