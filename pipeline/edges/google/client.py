"""Asking Google: the one adapter over gspread's HTTP client.

Every request has a timeout, is sent again a bounded number of times where that can do no harm, and
fails in words (`pipeline.edges.google.errors`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.edges.google.errors import Spot, cut_off
from pipeline.edges.google.patience import patiently
from pipeline.edges.google.signin import Object, SignIn

if TYPE_CHECKING:
    from pipeline.edges.google.transport import Transport

SHEETS: Final = "https://sheets.googleapis.com"
FORMS: Final = "https://forms.googleapis.com"


def silent(_seconds: float) -> None:
    """Hear that there is a wait, and say nothing."""


class Client:
    """Speaks with Google as one account.

    `endpoint` "" is Google itself, else what answers in its place; `wait` hears of every wait, in
    seconds, before it begins. Nothing is sent, and gspread is not imported, before the first request.
    """

    def __init__(self, sign_in: SignIn, endpoint: str = "", wait: Callable[[float], None] = silent) -> None:
        self.sign_in = sign_in
        self._endpoint = endpoint.rstrip("/")
        self._wait = wait
        self._opened: Transport | None = None
        self._writing = False

    @property
    def account(self) -> str:
        """The address that a spreadsheet is shared with; "" for somebody's own account.

        Raises:
            UserError: the key cannot be read.

        """
        return self.sign_in.account

    @property
    def requests(self) -> int:
        """How many requests were sent so far, without those for a token."""
        return self._opened.sent if self._opened else 0

    @property
    def unsettled(self) -> bool:
        """Whether something was sent to be written, and no answer came yet."""
        return self._writing

    @property
    def skew(self) -> float | None:
        """How many seconds our clock is ahead of Google's; None before the first answer."""
        return self._opened.skew if self._opened else None

    def get(self, spreadsheet: str, fields: str, ranges: Sequence[str] = ()) -> Object:
        """What `spreadsheets.get` gives of these fields; of these `ranges` only, where there are any.

        Raises:
            UserError: it cannot be read, or Google cannot be reached.

        """
        return self._ask(
            lambda http: dict(
                http.fetch_sheet_metadata(
                    spreadsheet, {"fields": fields, "ranges": list(ranges), "prettyPrint": "false"}
                )
            ),
            Spot(spreadsheet, self.account),
            again=True,
        )

    def values(self, spreadsheet: str, ranges: Sequence[str]) -> list[list[list[object]]]:
        """The rows of each range (A1 notation), as numbers, texts and truth values; days are serial numbers.

        Google leaves out empty rows at the end of a range and empty cells at the end of a row.

        Raises:
            UserError: as `get`; `RefusedError` where a range is of a tab that is not there.

        """
        found = self._ask(
            lambda http: http.values_batch_get(
                spreadsheet,
                list(ranges),
                {
                    "valueRenderOption": "UNFORMATTED_VALUE",
                    "dateTimeRenderOption": "SERIAL_NUMBER",
                    "majorDimension": "ROWS",
                    "prettyPrint": "false",
                },
            ),
            Spot(spreadsheet, self.account),
            again=True,
        )
        return [one.get("values", []) for one in found["valueRanges"]]

    def put(self, spreadsheet: str, ranges: Sequence[tuple[str, Sequence[Sequence[object]]]]) -> None:
        """Write the rows of each range as they are: text stays text, "" empties a cell.

        Raises:
            UserError: as `update`.

        """
        data = [{"range": name, "majorDimension": "ROWS", "values": rows} for name, rows in ranges]
        self._ask(
            lambda http: http.values_batch_update(spreadsheet, {"valueInputOption": "RAW", "data": data}),
            Spot(spreadsheet, self.account, writing=True),
            again=True,
        )

    def update(
        self, spreadsheet: str, requests: Sequence[Mapping[str, object]], *, again: bool
    ) -> list[Object]:
        """Apply all these requests or none (`spreadsheets.batchUpdate`); the reply to each.

        `again` = applying them twice is no different from once, so they may be sent again when it is
        unknown whether they arrived.

        Raises:
            UserError: it may not be written, or Google cannot be reached; `RefusedError` where one of the
                requests does not fit what stands there; `UnansweredError`, without `again`, where they
                may have been applied.

        """
        done = self._ask(
            lambda http: http.batch_update(spreadsheet, {"requests": list(requests)}),
            Spot(spreadsheet, self.account, writing=True),
            again=again,
        )
        replies: list[Object] = done.get("replies", [])
        return replies

    def form(self, form: str, path: str = "", params: Mapping[str, str] | None = None) -> Object:
        """What the Forms API gives of a form, or of `path` under it.

        Raises:
            UserError: as `get`.

        """
        return self._ask(
            lambda http: http.fetch(f"{FORMS}/v1/forms/{form}{path}", {**(params or {})}),
            Spot(form, self.account, kind="form"),
            again=True,
        )

    def send(self, address: str, body: Mapping[str, object], spot: Spot, *, again: bool) -> Object:
        """What Google gives when something is made at an address (POST); `again` as in `update`.

        Raises:
            UserError: it may not be made, or Google cannot be reached.

        """
        return self._ask(lambda http: http.send(address, body), spot, again=again)

    def _ask(self, request: "Callable[[Transport], Object]", spot: Spot, *, again: bool) -> Object:
        transport = self._transport()
        transport.spot = spot

        def ask() -> Object:
            from requests.exceptions import JSONDecodeError

            try:
                return request(transport)
            except JSONDecodeError:
                raise cut_off() from None

        self._writing = spot.writing
        found = patiently(ask, self._wait, again=again)
        self._writing = False
        return found

    def _transport(self) -> "Transport":
        from pipeline.edges.google.transport import Transport

        if self._opened is None:
            self._opened = Transport(self.sign_in, self._endpoint)
        return self._opened
