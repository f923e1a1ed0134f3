"""Google's quotas: so many requests a minute for a user, and for a project."""

from collections import deque
from dataclasses import dataclass, field

from tests.google_emulator.answers import ERROR_INFO, ApiError
from tests.google_emulator.clock import Clock

MINUTE = 60.0
Limits = tuple[int, int]
"""For a user, for a project."""
LIMITS: dict[tuple[str, str], Limits] = {
    ("sheets", "Read"): (60, 300),
    ("sheets", "Write"): (60, 300),
    ("forms", "Read"): (390, 975),
    ("forms", "Expensive read"): (180, 450),
    ("forms", "Write"): (150, 375),
}


@dataclass(slots=True)
class Quota:
    """Counts the requests of the last sixty seconds when it is `on`; one that is refused does not count."""

    clock: Clock
    on: bool = False
    limits: dict[tuple[str, str], Limits] = field(default_factory=lambda: dict(LIMITS))
    _spent: dict[tuple[str, str, str], deque[float]] = field(default_factory=dict)

    def spend(self, method: str, caller: str, *, write: bool) -> None:
        """Count one request for `method`, an id of Google's; raises `ApiError` (429) after too many."""
        service = method.partition(".")[0]
        kind = "Write" if write else "Expensive read" if method == "forms.forms.responses.list" else "Read"
        if not self.on or (service, kind) not in self.limits:
            return
        now = self.clock.seconds()
        whose = [(service, kind, f"user {caller}"), (service, kind, "")]
        for key, most in zip(whose, self.limits[service, kind], strict=True):
            moments = self._spent.setdefault(key, deque())
            while moments and moments[0] <= now - MINUTE:
                moments.popleft()
            if len(moments) >= most:
                raise _exceeded(service, kind, "minute per user" if key[2] else "minute", most)
        for key in whose:
            self._spent[key].append(now)


def _exceeded(service: str, kind: str, window: str, most: int) -> ApiError:
    limit = f"{kind} requests per {window}"
    host = f"{service}.googleapis.com"
    message = f"Quota exceeded for quota metric '{kind} requests' and limit '{limit}' of service '{host}'."
    metadata = {
        "quota_limit": limit.title().replace(" ", ""),
        "quota_limit_value": str(most),
        "service": host,
    }
    reason = {"reason": "RATE_LIMIT_EXCEEDED", "domain": "googleapis.com", "metadata": metadata}
    return ApiError(429, "RESOURCE_EXHAUSTED", message, details=[{"@type": ERROR_INFO, **reason}])
