"""The small web server: who gets what, and who gets nothing."""

import http.client
import json
import socket
from collections.abc import Iterator
from threading import Condition

import pytest

from pipeline.edges.page import server as page
from pipeline.edges.page.server import PageServer, own_address, remote_server, running, wall_server
from pipeline.model.errors import NO_ACCESS, UserError


class Board:
    """A show without an Atelier: what was asked stands on it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []
        self.news = ""
        self.said = "Soep voor Fatma"
        self._changed = Condition()

    def scene(self) -> tuple[int, str]:
        return len(self.asked), json.dumps({"asked": len(self.asked), "idea": self.said})

    def status(self) -> tuple[int, str]:
        return len(self.asked), self.news or json.dumps({"asked": len(self.asked)})

    def wait(self, version: int, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: len(self.asked) != version, seconds)

    def do(self, step: str, number: int | None = None) -> None:
        with self._changed:
            self.asked.append((step, number))
            self._changed.notify_all()


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def wall(board: Board) -> Iterator[PageServer]:
    with running(wall_server(board)) as server:
        yield server


@pytest.fixture
def remote(board: Board) -> Iterator[PageServer]:
    with running(remote_server(board, "127.0.0.1")) as server:
        yield server


def ask(
    server: PageServer, path: str, *, method: str = "GET", body: str | None = None, **headers: str
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(server.host, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, {"Content-Type": "application/json", **sent})
    return connection.getresponse()


def order(server: PageServer, body: str, path: str = "/do", **headers: str) -> int:
    return ask(server, path, method="POST", body=body, **headers).status


def test_the_pages_of_the_wall(wall: PageServer) -> None:
    kinds = {path: ask(wall, f"/{path}").getheader("Content-Type") for path in ("", "wall.css", "wall.js?1")}
    assert kinds == {
        "": "text/html; charset=utf-8", "wall.css": "text/css; charset=utf-8",
        "wall.js?1": "text/javascript; charset=utf-8",
    }  # fmt: skip
    assert [ask(wall, path).status for path in ("/remote.html", "/../server.py", "/%2e%2e/x", "/do")] == [
        404
    ] * 4


def test_nothing_from_elsewhere_may_run_on_it(wall: PageServer) -> None:
    answer = ask(wall, "/")
    policy = answer.getheader("Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "<script>" not in answer.read().decode()
    assert answer.getheader("Server", "").strip() == "samenkracht"


def test_another_name_for_this_computer_gets_nothing(wall: PageServer) -> None:
    port = wall.server_address[1]
    assert ask(wall, "/", Host=f"localhost:{port}").status == 200
    assert ask(wall, "/", Host=f"evil.example:{port}").status == 404
    assert ask(wall, "/events", Host="evil.example").status == 404


def test_keys(wall: PageServer, board: Board) -> None:
    assert order(wall, '{"do": "next"}') == 204
    assert order(wall, '{"do": "idea", "number": 14}') == 204
    assert order(wall, '{"do": "idea", "number": "14"}') == 204
    assert board.asked == [("next", None), ("idea", 14), ("idea", None)]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ('{"do": "next"}', {"Content_Type": "text/plain"}),
        ('{"do": "next"}', {"Host": "evil.example"}),
        ('{"do": "next"}', {"Content_Length": "-1"}),
        ('{"do": "' + "x" * 300 + '"}', {}),
        ('["next"]', {}),
        ("next", {}),
    ],
)
def test_an_order_that_is_not_ours(
    wall: PageServer, board: Board, body: str, headers: dict[str, str]
) -> None:
    assert order(wall, body, **headers) == 404
    assert board.asked == []


def test_news_as_it_comes(wall: PageServer, board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "STILL_THERE", 0.05)
    events = ask(wall, "/events")
    assert events.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    assert events.readline() == b'data: {"asked": 0, "idea": "Soep voor Fatma"}\n'
    assert [events.readline(), events.readline()] == [b"\n", b": still there\n"]
    board.do("next")
    assert later(events) == b'data: {"asked": 1, "idea": "Soep voor Fatma"}\n'
    board.said = "Soep voor iedereen"
    assert later(events) == b'data: {"asked": 1, "idea": "Soep voor iedereen"}\n', "what only time changed"
    events.close()


def later(events: http.client.HTTPResponse) -> bytes:
    """The next news."""
    while not (line := events.readline()).startswith(b"data"):
        assert line in {b"\n", b": still there\n"}
    return line


def test_a_browser_that_leaves(wall: PageServer, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(wall.server_address) as browser:  # type: ignore[arg-type]
        browser.sendall(b"GET /events HTTP/1.0\r\nHost: " + wall.host.encode() + b"\r\n\r\n")
        browser.recv(100)
    assert ask(wall, "/").status == 200
    assert capsys.readouterr() == ("", "")


def test_the_telephone_needs_the_secret_and_gets_no_idea(remote: PageServer, board: Board) -> None:
    secret = remote.site.prefix
    assert len(secret) > 12
    assert ask(remote, secret).status == 200
    assert [ask(remote, path).status for path in ("/", "/remote.js", "/events", f"{secret}wall.js")] == [
        404
    ] * 4
    assert order(remote, '{"do": "next"}') == 404
    assert order(remote, '{"do": "next"}', f"{secret}do") == 204
    events = ask(remote, f"{secret}events")
    assert events.readline() == b'data: {"asked": 1}\n'
    events.close()


def test_a_port_that_is_taken(wall: PageServer, board: Board) -> None:
    port = wall.server_address[1]
    with pytest.raises(UserError, match=f"Port {port} is not free"):
        wall_server(board, port)


class Probe:
    """A way to the network that gives this address, or none."""

    def __init__(self, address: str | None) -> None:
        self._address = address

    def __call__(self, *_kind: object) -> "Probe":
        return self

    def __enter__(self) -> "Probe":
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to close."""

    def connect(self, _where: tuple[str, int]) -> None:
        if self._address is None:
            raise OSError("Network is unreachable")

    def getsockname(self) -> tuple[str | None, int]:
        return self._address, 1


def test_the_address_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.socket, "socket", Probe("192.168.1.20"))
    assert own_address() == "192.168.1.20"
    monkeypatch.setattr(page.socket, "socket", Probe(None))
    with pytest.raises(UserError) as told:
        own_address()
    assert told.value.exit_code == NO_ACCESS
