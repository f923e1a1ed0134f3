"""The emulator's own time: real, or standing still until it is moved."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time in UTC. With `start` it stands still there; `advance` moves either kind forward."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The moment it is now."""
        return (self._start or datetime.now(UTC)) + self._ahead

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass."""
        self._ahead += timedelta(seconds=seconds)

    def seconds(self) -> float:
        """Now, in seconds since 1970."""
        return self.now().timestamp()


def stamp(moment: datetime, *, digits: int = 3) -> str:
    """A moment as Google writes it: `2026-03-02T19:30:00.000Z`; `digits` of a second."""
    fraction = f".{moment.microsecond:06d}"[: digits + 1] if digits else ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}Z"
