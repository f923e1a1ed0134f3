"""Requests and answers as they go over the network, and what goes wrong with it."""

from typing import Any

import requests
from urllib3.exceptions import MaxRetryError

from pipeline import __version__
from pipeline.edges.google.errors import GoogleError, cut_off, no_proxy, not_safe, slow

# Google sends a large answer small only to a program that names gzip here too.
_PROGRAM = f"samenkracht/{__version__} (gzip)"


def session(address: str) -> requests.Session:
    """What keeps the connection with an address; to this very computer no proxy is asked."""
    made = requests.Session()
    made.headers["User-Agent"] = _PROGRAM
    made.trust_env = address.startswith("https://")
    return made


def exchange(
    through: requests.Session,
    method: str,
    address: str,
    *,
    timeout: tuple[float, float],
    token: str = "",
    **rest: Any,
) -> requests.Response:
    """One request and its answer, whatever its status; never sent on to another address.

    `timeout` = seconds to wait for a connection, and for an answer.

    Raises:
        GoogleError: there is no answer.

    """

    def signed(request: requests.PreparedRequest) -> requests.PreparedRequest:
        # Given so, and not as a header, no password in somebody's .netrc comes in its place.
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        return request

    try:
        return through.request(method, address, timeout=timeout, auth=signed, allow_redirects=False, **rest)
    except requests.RequestException as error:
        # What requests says repeats the address, in which titles of tabs stand.
        raise of_failure(error) from None


def of_failure(error: requests.RequestException) -> GoogleError:
    """Why there is no answer, in words."""
    match error:
        case requests.exceptions.ProxyError():
            return no_proxy()
        case requests.exceptions.SSLError():
            return not_safe()
        case requests.exceptions.ReadTimeout():
            return slow()
        case requests.exceptions.ConnectionError() if error.args and isinstance(error.args[0], MaxRetryError):
            return cut_off(certain=True)
        case _:
            return cut_off()
