"""The emulator over HTTP, on 127.0.0.1 only: with its faults, its quota, its log and its controls."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.google_emulator import control
from tests.google_emulator.answers import Answer, ApiError, Request
from tests.google_emulator.discovery import method_of
from tests.google_emulator.faults import Fault, Faults, line
from tests.google_emulator.log import Entry, Log, kinds_within, without_content
from tests.google_emulator.quota import Quota
from tests.google_emulator.world import World, writes

LARGEST = 10 * 2**20
"""Bytes of a request body that Google still reads."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes over the wire, after `wait` seconds: of the `body`, only so many bytes are `shown`.

    A status of 0 is a connection that is cut.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    shown: int
    wait: float = 0


class Emulator:
    """A world and what stands before it. One request is answered at a time."""

    def __init__(self, world: World, *, quota: bool = False) -> None:
        self.world = world
        self.url = ""
        self.faults = Faults()
        self.quota = Quota(world.clock, on=quota)
        self.log = Log()
        self.largest = LARGEST
        self._one_at_a_time = threading.Lock()

    def answer(self, request: Request) -> Sending:
        """What is sent in answer to a request."""
        with self._one_at_a_time:
            if request.path.startswith(control.PREFIX):
                return _sending(control.answer(self, request), [])
            sending = self._logged(request)
        time.sleep(sending.wait)
        return sending

    def _logged(self, request: Request) -> Sending:
        """Answer, and write down that it was asked."""
        started = time.perf_counter()
        method = method_of(request)
        path = without_content(request.path)
        name = method.id if method else path.strip("/")
        kinds = kinds_within(request)
        faults = self.faults.of(line(request, name, kinds))
        sending = _sending(self._answer(request, name, faults), faults)
        entry = Entry(
            number=len(self.log.entries) + 1,
            method=request.method,
            path=path,
            kind=name,
            requests=kinds,
            status=sending.status,
            bytes_in=len(request.body),
            bytes_out=sending.shown,
            milliseconds=round((time.perf_counter() - started) * 1000, 3),
            faults=tuple(fault.kind for fault in faults),
        )
        self.log.entries.append(entry)
        return sending

    def _answer(self, request: Request, method: str, faults: list[Fault]) -> Answer:
        before = [fault for fault in faults if fault.applied == "before"]
        after = [fault for fault in faults if fault.applied == "after"]
        answer = self._strike(before) or self._applied(request, method)
        return self._strike(after) or answer

    def _strike(self, faults: list[Fault]) -> Answer | None:
        """Let edits be done; what is answered instead, if anything. A cut leaves nothing to answer."""
        instead = None
        for fault in faults:
            if fault.edit:
                fault.edit(self.world)
            instead = instead or fault.answer()
        return instead

    def _applied(self, request: Request, method: str) -> Answer:
        if len(request.body) > self.largest:
            message = f"Request payload size exceeds the limit: {self.largest} bytes."
            return ApiError.invalid(message).answer()
        token = self.world.accounts.access.get(
            request.headers.get("authorization", "").removeprefix("Bearer ")
        )
        try:
            self.quota.spend(method, token.email if token else "", write=writes(request))
        except ApiError as error:
            return error.answer()
        return self.world.answer(request)


def _sending(answer: Answer, faults: list[Fault]) -> Sending:
    """An answer as bytes, with what goes wrong on its way."""
    body, kind = answer.content()
    kinds = {fault.kind for fault in faults}
    wait = sum(fault.seconds for fault in faults if fault.kind == "slow")
    sending = Sending(answer.status, {"Content-Type": kind, **answer.headers}, body, len(body), wait)
    if "cut" in kinds:
        return replace(sending, status=0, shown=0)
    return replace(sending, shown=len(body) // 2) if "truncated" in kinds else sending


class _Listener(BaseHTTPRequestHandler):
    """Reads a request, has it answered, writes the answer in one piece: two cost 40 ms (Nagle)."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "_Server"

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        request = Request.to(self.command, self.path, self.rfile.read(length), dict(self.headers))
        sending = self.server.emulator.answer(request)
        if sending.status:
            self._send(sending)
        if not sending.status or sending.shown < len(sending.body):
            self.close_connection = True

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names it must have

    def _send(self, sending: Sending) -> None:
        self.send_response(sending.status)
        for name, value in sending.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(sending.body)))
        self.end_headers()
        self.wfile.write(sending.body[: sending.shown])
        self.wfile.flush()

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The `Date` of an answer, by the emulator's clock."""
        return format_datetime(self.server.emulator.world.clock.now(), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Say nothing: the emulator keeps a log of its own."""


class _Server(ThreadingHTTPServer):
    """Knows the emulator it listens for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, emulator: Emulator, port: int) -> None:
        self.emulator = emulator
        super().__init__(("127.0.0.1", port), _Listener)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Somebody who hangs up while being answered is no news; anything else is shown."""
        import sys

        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def running(world: World | None = None, *, port: int = 0, quota: bool = False) -> Iterator[Emulator]:
    """An emulator that listens while the block runs; `port` 0 takes a free one."""
    emulator = Emulator(world or World(), quota=quota)
    with _Server(emulator, port) as server:
        emulator.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield emulator
        finally:
            server.shutdown()
            thread.join()
