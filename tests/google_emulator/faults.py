"""Everything that can go wrong between a program and Google, on demand."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.google_emulator.answers import ERROR_INFO, Answer, ApiError, Request
from tests.google_emulator.world import World

Edit = Callable[[World], object]

HTML = {"Content-Type": "text/html; charset=UTF-8"}
BAD_GATEWAY = b"<!DOCTYPE html><html lang=en><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1></html>"
PORTAL = (
    b"<!DOCTYPE html><html lang=en><title>Sign in to this network</title><form method=post></form></html>"
)
TOO_OFTEN = {"@type": ERROR_INFO, "reason": "RATE_LIMIT_EXCEEDED", "domain": "googleapis.com"}
FULL = "The user's Drive storage quota has been exceeded."
API = re.compile(r"\w+ /(v4|v1|drive|upload)/")


def _too_often(wait: float = 0) -> Answer:
    message = "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'"
    headers = {"Retry-After": f"{wait:.0f}"} if wait else {}
    return ApiError(429, "RESOURCE_EXHAUSTED", message, details=[TOO_OFTEN], headers=headers).answer()


def _limit(message: str, reason: str) -> Answer:
    return ApiError(403, "", message, reason=reason, domain="usageLimits").answer(drive=True)


ANSWERS: dict[str, Callable[[float], Answer]] = {
    "400": lambda _: ApiError.invalid("Request contains an invalid argument.").answer(),
    "401": lambda _: ApiError(
        401, "UNAUTHENTICATED", "Request had invalid authentication credentials."
    ).answer(),
    "403": lambda _: ApiError.forbidden().answer(),
    "404": lambda _: ApiError.not_found().answer(),
    "429": lambda _: _too_often(),
    "429-retry-after": lambda seconds: _too_often(seconds or 1),
    "500": lambda _: ApiError(500, "INTERNAL", "Internal error encountered.").answer(),
    "502": lambda _: Answer(502, BAD_GATEWAY, HTML),
    "503": lambda _: ApiError(503, "UNAVAILABLE", "The service is currently unavailable.").answer(),
    "usage-limit": lambda _: _limit("User Rate Limit Exceeded", "rateLimitExceeded"),
    "storage-full": lambda _: _limit(FULL, "storageQuotaExceeded"),
    "html": lambda _: Answer(200, PORTAL, HTML),
}
"""What is answered instead, given the fault's `seconds`."""
OTHERS = ("cut", "truncated", "slow", "edit")
KINDS = (*ANSWERS, *OTHERS)


@dataclass(slots=True)
class Fault:
    """Something that goes wrong with some requests.

    It happens to `times` requests (None: all of them) from the `when`-th on (1 = the first) of those in whose
    line `match`, a regular expression, is found; an empty one means all but those for tokens. A line is
    `POST /v4/spreadsheets/ID:batchUpdate sheets.spreadsheets.batchUpdate addSheet updateCells`.

    `applied` tells whether it goes wrong `before` the request was applied, which then never happens, or
    `after`, when all is done but the program does not learn it. An `edit` is done to the world before the
    request, or after it; a `slow` answer takes `seconds` more.
    """

    kind: str
    match: str = ""
    when: int = 1
    times: int | None = 1
    applied: str = "before"
    seconds: float = 0
    edit: Edit | None = None
    seen: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.applied not in {"before", "after"}:
            raise ValueError(f"unknown fault: {self.kind} {self.applied}; known are {', '.join(KINDS)}")
        if (self.kind == "edit") != (self.edit is not None):
            raise ValueError("a fault has something to `edit` when it is an edit, and only then")

    def hits(self, line: str) -> bool:
        """Whether it happens to this request; counts those that match."""
        if not (re.search(self.match, line) if self.match else API.match(line)):
            return False
        self.seen += 1
        return self.seen >= self.when and (self.times is None or self.seen < self.when + self.times)

    def answer(self) -> Answer | None:
        """What is answered instead, nothing at all for a connection that is cut; None for the true answer."""
        if self.kind == "cut":
            return Answer()
        return ANSWERS[self.kind](self.seconds) if self.kind in ANSWERS else None


class Faults:
    """The faults that were asked for; `add` one, `clear` them all."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Let something go wrong from now on."""
        self.all.append(fault)
        return fault

    def clear(self) -> None:
        """Let everything go well from now on."""
        self.all.clear()

    def of(self, line: str) -> list[Fault]:
        """What happens to a request, in the order it was asked for."""
        return [fault for fault in self.all if fault.hits(line)]


def typed(file: str, cells: str, *rows: list[object]) -> Edit:
    """A volunteer types into cells, such as `Afspraken!B3`."""
    body = {"data": [{"range": cells, "values": list(rows)}], "valueInputOption": "USER_ENTERED"}
    return lambda world: world.ask("POST", f"/v4/spreadsheets/{file}/values:batchUpdate", body)


def changed(file: str, *requests: dict[str, object]) -> Edit:
    """A volunteer does something else in the browser, in the words of `spreadsheets.batchUpdate`."""
    return lambda world: world.ask(
        "POST", f"/v4/spreadsheets/{file}:batchUpdate", {"requests": list(requests)}
    )


def row_inserted(file: str, tab: int, before: int) -> Edit:
    """A row is inserted in the tab with this id, before row number `before` (0 is the first)."""
    place = {"sheetId": tab, "dimension": "ROWS", "startIndex": before, "endIndex": before + 1}
    return changed(file, {"insertDimension": {"range": place, "inheritFromBefore": before > 0}})


def sorted_by(file: str, tab: int, column: int, *, header: int = 1, descending: bool = False) -> Edit:
    """The rows below the header are sorted by a column (0 is the first)."""
    how = {"dimensionIndex": column, "sortOrder": "DESCENDING" if descending else "ASCENDING"}
    place = {"sheetId": tab, "startRowIndex": header}
    return changed(file, {"sortRange": {"range": place, "sortSpecs": [how]}})


def renamed(file: str, tab: int, title: str) -> Edit:
    """A tab gets another title."""
    properties = {"sheetId": tab, "title": title}
    return changed(file, {"updateSheetProperties": {"properties": properties, "fields": "title"}})


def deleted(file: str, tab: int) -> Edit:
    """A tab is deleted."""
    return changed(file, {"deleteSheet": {"sheetId": tab}})


def unshared(file: str, email: str) -> Edit:
    """The file is not shared with this account any more."""
    return lambda world: world.unshare(file, email)


def trashed(file: str) -> Edit:
    """The file is deleted for good."""
    return lambda world: world.files.pop(file)


def line(request: Request, method: str, kinds: tuple[str, ...]) -> str:
    """What a fault's pattern is looked for in."""
    return " ".join([request.method, request.path, method, *kinds]).rstrip()
