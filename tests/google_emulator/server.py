"""The emulator over HTTP, on 127.0.0.1 only."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.google_emulator.answers import Request
from tests.google_emulator.world import World


class Emulator:
    """A world behind a lock, so that one request is answered at a time."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self._one_at_a_time = threading.Lock()

    def answer(self, request: Request) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer to a request."""
        with self._one_at_a_time:
            answer = self.world.answer(request)
        body, kind = answer.content()
        return answer.status, {"Content-Type": kind, **answer.headers}, body


class _Listener(BaseHTTPRequestHandler):
    """Reads a request, has it answered, writes the answer in one piece: two cost 40 ms (Nagle)."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "_Server"

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        request = Request.to(self.command, self.path, self.rfile.read(length), dict(self.headers))
        status, headers, body = self.server.emulator.answer(request)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names it must have

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Say nothing: the emulator keeps a log of its own."""


class _Server(ThreadingHTTPServer):
    """Knows the emulator it listens for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, emulator: Emulator, port: int) -> None:
        self.emulator = emulator
        super().__init__(("127.0.0.1", port), _Listener)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@contextmanager
def running(world: World | None = None, *, port: int = 0) -> Iterator[Emulator]:
    """An emulator that listens while the block runs; `port` 0 takes a free one."""
    emulator = Emulator(world or World())
    with _Server(emulator, port) as server:
        emulator.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield emulator
        finally:
            server.shutdown()
            thread.join()
