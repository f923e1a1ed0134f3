"""gspread's client with our session, our endpoint and our words."""

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from gspread.http_client import HTTPClient, ParamsType

from pipeline.edges.google.answers import of_answer
from pipeline.edges.google.errors import Spot, not_google
from pipeline.edges.google.network import exchange, session
from pipeline.edges.google.signin import Object, SignIn

TIMEOUT: Final = (10.0, 190.0)
"""How long to wait for a connection and for an answer, in seconds; Google itself stops after 180."""


class Transport(HTTPClient):
    """Every request of gspread goes through `request`: one attempt, with a token.

    `spot` is what a request is about, for the words of an error; `sent` counts them; `skew` is how
    many seconds our clock is ahead of Google's.
    """

    def __init__(self, sign_in: SignIn, endpoint: str) -> None:
        # gspread takes a session instead of credentials, but does not say so in its types.
        super().__init__(None, session(endpoint or "https://"))  # type: ignore[arg-type]
        self._sign_in = sign_in
        self._endpoint = endpoint
        self.spot = Spot("", "")
        self.sent = 0
        self.skew: float | None = None

    def fetch(self, address: str, params: ParamsType) -> Object:
        """What Google has at an address."""
        found: Object = self.request("get", address, params=params).json()
        return found

    def send(self, address: str, body: Mapping[str, Any]) -> Object:
        """What Google answers to something that is made at an address."""
        found: Object = self.request("post", address, json=body).json()
        return found

    def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> requests.Response:
        """Send it; a second time with another token where Google did not take the first.

        Raises:
            UserError: there is no connection, no token, or the answer is not what was asked for.

        """
        address = (
            self._endpoint + endpoint.partition(urlsplit(endpoint).netloc)[2] if self._endpoint else endpoint
        )
        for anew in (False, True):
            answer = self._send(method, address, self._sign_in.token(anew=anew), *args, **kwargs)
            if answer.status_code != 401:
                break
        if answer.status_code != 200:
            raise of_answer(answer.status_code, answer.headers, answer.content, self.spot)
        if "json" not in answer.headers.get("Content-Type", ""):
            raise not_google()
        return answer

    def _send(
        self,
        method: str,
        address: str,
        token: str,
        params: ParamsType | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> requests.Response:
        self.sent += 1
        answer = exchange(
            self.session, method, address, timeout=TIMEOUT, token=token, params=params, json=json
        )
        if date := answer.headers.get("Date"):
            self.skew = time.time() - parsedate_to_datetime(date).timestamp()
        return answer
