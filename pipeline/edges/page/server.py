"""A small web server on this computer, for the wall and the moderator's remote control.

Only browsers on this computer reach the wall: it listens on the loopback address, and answers no request
under another name (which another web page could have made up). The remote control listens on the local
network, where nothing answers without the secret in its address; it never gets an idea or a name.
"""

import json
import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from typing import Any, Final, Protocol

from pipeline.model.errors import N_, NO_ACCESS, UserError

FOLDER: Final = Path(__file__).parent
LOOPBACK: Final = "127.0.0.1"
ELSEWHERE: Final = "192.0.2.1"
"""An address that nobody has (RFC 5737): which of ours would be used to go there? Nothing is sent."""

KINDS: Final = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
LONGEST_ORDER: Final = 200
"""Bytes of what a key or button asks."""

STILL_THERE: Final = 10.0
"""Seconds after which the page hears that we are still there, or what only time changed."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Show(Protocol):
    """What is shown, and what keys and buttons change."""

    def scene(self) -> tuple[int, str]:
        """The wall as JSON, and its version."""
        ...

    def status(self) -> tuple[int, str]:
        """How far it is as JSON, for the remote control, and its version."""
        ...

    def wait(self, version: int, seconds: float) -> object:
        """Wait until there is another version, at most so long."""
        ...

    def do(self, step: str, number: int | None = None) -> None:
        """What a key or button asks."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """The pages that one server gives: files by their path, and the news that goes to `events`."""

    files: dict[str, str]
    news: Callable[[], tuple[int, str]]
    prefix: str = "/"


class PageServer(ThreadingMixIn, TCPServer):
    """Gives one site at one address, a thread for every visit."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"
    request_queue_size = 32

    def __init__(self, address: str, port: int, show: Show, site: Site) -> None:
        self.show = show
        self.site = site
        super().__init__((address, port), Visit)
        self.host = f"{address}:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://{self.host}{self.site.prefix}"

    @property
    def names(self) -> tuple[str, ...]:
        """What a browser may call us: all else is another page that points its own name at us."""
        return (self.host, f"localhost:{self.server_address[1]}")

    def finish_request(self, request: Any, client_address: Any) -> None:
        """One visit; a browser that leaves halfway is no error."""
        with suppress(OSError):
            super().finish_request(request, client_address)


class Visit(BaseHTTPRequestHandler):
    """One request. Nothing about it is written down anywhere."""

    server: PageServer
    server_version = "samenkracht"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """A file, or the news for as long as the page is open."""
        path = self._path()
        if path == "events":
            self._events()
        elif path in self.server.site.files:
            file = FOLDER / self.server.site.files[path]
            self._answer(200, f"{KINDS[file.suffix]}; charset=utf-8", file.read_bytes())
        else:
            self._answer(404)

    def do_POST(self) -> None:
        """What a key or button asks, as JSON: `{"do": "next"}`, `{"do": "idea", "number": 14}`."""
        order = self._order() if self._path() == "do" else None
        if order is None:
            self._answer(404)
            return
        number = order.get("number")
        self.server.show.do(str(order.get("do")), number if isinstance(number, int) else None)
        self._answer(204)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Nothing: who looked at what is nobody's business."""

    def _path(self) -> str | None:
        """The path within the site; None under a name or a secret that is not ours."""
        prefix = self.server.site.prefix
        path = self.path.partition("?")[0]
        known = secrets.compare_digest(path[: len(prefix)].encode(), prefix.encode())
        if not known or self.headers.get("Host") not in self.server.names:
            return None
        return path[len(prefix) :]

    def _order(self) -> dict[str, object] | None:
        """What was asked; None where it is not ours: a page of somebody else cannot send this kind."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and int(length) <= LONGEST_ORDER):
            return None
        content = self.rfile.read(int(length))
        if self.headers.get("Content-Type") != "application/json":
            return None
        try:
            order = json.loads(content)
        except ValueError:
            return None
        return order if isinstance(order, dict) else None

    def _answer(self, code: int, kind: str = "text/plain", content: bytes = b"") -> None:
        self._begin(code, kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        """The news as server-sent events, each time there is a new version."""
        self._begin(200, "text/event-stream; charset=utf-8")
        self.end_headers()
        told = ""
        while True:
            version, news = self.server.site.news()
            self.wfile.write(f"data: {news}\n\n".encode() if news != told else b": still there\n\n")
            told = news
            self.server.show.wait(version, STILL_THERE)

    def _begin(self, code: int, kind: str) -> None:
        self.send_response(code)
        for name, value in {**HEADERS, "Content-Type": kind}.items():
            self.send_header(name, value)


def wall_server(show: Show, port: int = 0) -> PageServer:
    """The wall, for browsers on this computer; port 0 = any that is free.

    Raises:
        UserError: the port is in use.

    """
    files = {"": "wall.html", "wall.css": "wall.css", "wall.js": "wall.js"}
    return _opened(LOOPBACK, port, show, Site(files, show.scene))


def remote_server(show: Show, address: str) -> PageServer:
    """The remote control, for a telephone on the local network that knows the secret in its address.

    Raises:
        UserError: this computer does not have this address.

    """
    files = {"": "remote.html", "remote.css": "remote.css", "remote.js": "remote.js"}
    return _opened(address, 0, show, Site(files, show.status, f"/{secrets.token_urlsafe(9)}/"))


def own_address() -> str:
    """The address of this computer on the local network.

    Raises:
        UserError: it is on no network.

    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((ELSEWHERE, 9))
        except OSError as error:
            raise UserError(
                N_("This computer is on no network, so no telephone can reach it."),
                todo=N_("Connect it to the same Wi-Fi as the telephone, or leave out --remote."),
                exit_code=NO_ACCESS,
            ) from error
        return str(probe.getsockname()[0])


@contextmanager
def running(server: PageServer) -> Iterator[PageServer]:
    """Let it give its pages meanwhile."""
    Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _opened(address: str, port: int, show: Show, site: Site) -> PageServer:
    try:
        return PageServer(address, port, show, site)
    except OSError as error:
        raise UserError(
            N_("Port {port} is not free on this computer."),
            why=N_("The computer says: {reason}."),
            todo=N_("Choose another one with --port, or leave it out: then I find one that is free."),
            port=port,
            reason=error.strerror,
        ) from error
