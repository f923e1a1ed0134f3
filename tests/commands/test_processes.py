"""Work divided among processes: the same outcome, whatever becomes of them."""

import multiprocessing
import os
import signal
import struct
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest

from pipeline.app import processes
from pipeline.app.processes import in_processes
from pipeline.stages.matching import match
from pipeline.stages.records import Record

HERE = os.getpid()

needs_copies = pytest.mark.skipif(sys.platform != "linux", reason="processes begin as copies on Linux alone")


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processors, and work that is worth dividing."""
    monkeypatch.setattr(processes, "WORTH_IT", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)


def whose(part: range) -> list[tuple[int, bool]]:
    return [(place, os.getpid() == HERE) for place in part]


@needs_copies
@pytest.mark.usefixtures("three")
def test_three_processes_do_a_part_each_and_the_order_stays() -> None:
    first, *others = in_processes(whose, 10)
    assert first == [(place, True) for place in range(4)]
    assert others == [[(place, False) for place in part] for part in (range(4, 7), range(7, 10))]


@needs_copies
@pytest.mark.usefixtures("three")
def test_who_is_who_is_the_same_by_three_processes() -> None:
    records = [
        Record(name=name, phones=(f"061234578{number % 5}",))
        for number, name in enumerate(["Bregje Zandstra", "B. Zandstra", "Otto Duin"] * 6)
    ]
    by_three = match(records, divide=in_processes)
    assert by_three == match(records)
    assert by_three.joined


@pytest.mark.usefixtures("three")
def test_little_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "WORTH_IT", 11)
    assert in_processes(whose, 10) == [[(place, True) for place in range(10)]]


@pytest.mark.usefixtures("three")
def test_where_no_copy_is_made_all_of_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert in_processes(whose, 10) == [[(place, True) for place in range(10)]]


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def failing() -> None:
    raise MemoryError


@needs_copies
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("ends", [killed, failing])
def test_the_work_of_a_process_that_ends_is_done_here(
    ends: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    def work(part: range) -> list[int]:
        if os.getpid() != HERE:
            ends()
        return list(part)

    assert in_processes(work, 10) == [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9]]
    assert capfd.readouterr() == ("", "")


@needs_copies
@pytest.mark.usefixtures("three")
def test_the_work_of_a_process_that_ends_while_it_tells_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(_work: object, _part: range, answer_to: Connection) -> None:
        os.write(answer_to.fileno(), struct.pack("!i", 100) + b"only so much")

    monkeypatch.setattr(processes, "_do", half)
    assert in_processes(list, 10) == [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9]]


@needs_copies
@pytest.mark.usefixtures("three")
def test_who_stops_stops_all_of_it() -> None:
    def work(part: range) -> list[int]:
        if os.getpid() != HERE:
            signal.pause()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_processes(work, 10)
    assert not multiprocessing.active_children()


@needs_copies
def test_a_part_is_sent_when_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *what: asked.append(what))
    answer, answer_to = multiprocessing.Pipe(duplex=False)
    processes._do(list, range(3), answer_to)
    assert answer.recv() == [0, 1, 2]
    assert asked == [(signal.SIGINT, signal.SIG_DFL)]
