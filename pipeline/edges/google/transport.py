"""Requests as they go over the wire: gspread's client with our session, our endpoint and our words."""

import time
from collections.abc import Mapping, MutableMapping
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import requests
from gspread.http_client import FileType, HTTPClient, ParamsType

from pipeline.edges.google.client import Object, SignIn
from pipeline.edges.google.errors import Spot, of_answer, of_connection, unreadable

TIMEOUT: Final = (10.0, 180.0)
"""How long to wait for a connection and for an answer, in seconds; Google itself stops after 180."""


class Transport(HTTPClient):
    """One attempt at a request; `spot` is what it is about, for the words of an error."""

    def __init__(self, sign_in: SignIn, endpoint: str) -> None:
        super().__init__(auth=None, session=requests.Session())
        self._sign_in = sign_in
        self._endpoint = endpoint
        self.spot = Spot("")
        self.sent = 0
        self.skew: float | None = None
        self.set_timeout(TIMEOUT)

    def fetch(self, address: str, params: Mapping[str, str]) -> Object:
        """What Google has at an address."""
        found: Object = self.request("get", address, {**params}).json()
        return found

    def request(
        self,
        method: str,
        endpoint: str,
        params: ParamsType | None = None,
        data: bytes | None = None,
        json: Mapping[str, Any] | None = None,
        files: FileType = None,
        headers: MutableMapping[str, str] | None = None,
    ) -> requests.Response:
        """Send it, with a token; a second time with another token where Google did not take the first.

        Raises:
            Trouble: there is no connection, or the answer is not what was asked for.

        """
