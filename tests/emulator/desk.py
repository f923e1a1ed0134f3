"""One spreadsheet in a world of its own, and short ways to ask for something."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from tests.google_emulator.answers import Request
from tests.google_emulator.sheets.spreadsheet import Spreadsheet
from tests.google_emulator.world import SPREADSHEET, World

Json = dict[str, Any]
SCOPE = "https://www.googleapis.com/auth/spreadsheets"


class Desk:
    """Asks as nobody in particular, who may do everything, unless an account is told.

    What a request is refused for is given as its status and message; any other answer as JSON.
    """

    def __init__(self, *rows: Sequence[object], locale: str = "en_US") -> None:
        self.world = World(open=True, seed=7)
        self.file = self.world.create(SPREADSHEET, "Buurt")
        if locale != "en_US":
            self.batch(
                {"updateSpreadsheetProperties": {"properties": {"locale": locale}, "fields": "locale"}}
            )
        if rows:
            self.write("A1", *rows)

    @property
    def book(self) -> Spreadsheet:
        """The spreadsheet inside."""
        return self.world.spreadsheet(self.file.id)

    def token(self, email: str, role: str = "writer") -> dict[str, str]:
        """Share the file with somebody; the header with which they ask."""
        self.world.accounts.person(email)
        self.world.share(self.file.id, email, role)
        return {"Authorization": f"Bearer {self.world.accounts.sign_in(email, SCOPE)}"}

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """What the API answers to an address below that of the spreadsheet."""
        target = f"/v4/spreadsheets/{self.file.id}{path}"
        answer = self.world.answer(Request.to(method, target, body, headers))
        told = json.loads(answer.content()[0])
        if answer.status == 200:
            return told
        return answer.status, told["error"]["message"]

    def batch(self, *requests: Json, **headers: str) -> Any:
        """The replies to a batch of changes."""
        told = self.ask("POST", ":batchUpdate", {"requests": list(requests)}, **headers)
        return told["replies"] if isinstance(told, dict) else told

    def no(self, *requests: Json) -> str:
        """Why a batch of one request is refused, without the name of the request."""
        status, message = self.batch(*requests)
        assert status == 400
        return str(message).partition(": ")[2]

    def write(self, place: str, *rows: Sequence[object], option: str = "RAW", **headers: str) -> Any:
        """Write rows as they are."""
        path = f"/values/{quote(place, safe='')}?valueInputOption={option}"
        return self.ask("PUT", path, {"values": list(rows)}, **headers)

    def type(self, place: str, *rows: Sequence[object]) -> Any:
        """Write rows as if somebody typed them."""
        return self.write(place, *rows, option="USER_ENTERED")

    def read(self, place: str = "Sheet1", **options: str) -> Any:
        """The values of a range."""
        told = self.ask("GET", f"/values/{quote(place, safe='')}?{urlencode(options)}")
        return told.get("values", []) if isinstance(told, dict) else told

    def get(self, fields: str = "", *ranges: str, **options: str) -> Any:
        """What `spreadsheets.get` tells."""
        asked = [("fields", fields)] * bool(fields) + [("ranges", each) for each in ranges]
        return self.ask("GET", f"?{urlencode([*asked, *options.items()])}")

    def cells(self, fields: str, place: str) -> list[list[Json]]:
        """What is told of the cells of one range."""
        told = self.get(f"sheets.data.rowData.values({fields})", place)
        return [row.get("values", []) for row in told["sheets"][0]["data"][0].get("rowData", [])]

    def sheet(self, number: int = 0) -> Json:
        """What is told of one tab, without its cells."""
        return dict(self.get()["sheets"][number])

    def add(self, title: str, **grid: int) -> int:
        """Another tab; its sheetId."""
        properties = {"title": title, "gridProperties": grid} if grid else {"title": title}
        reply = self.batch({"addSheet": {"properties": properties}})
        return int(reply[0]["addSheet"]["properties"]["sheetId"])


def grid(top: int, bottom: int, left: int, right: int, sheet: int = 0) -> Json:
    """A GridRange."""
    return ({"sheetId": sheet} if sheet else {}) | {
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def span(dimension: str, start: int, end: int, sheet: int = 0) -> Json:
    """A DimensionRange."""
    return ({"sheetId": sheet} if sheet else {}) | {
        "dimension": dimension,
        "startIndex": start,
        "endIndex": end,
    }
