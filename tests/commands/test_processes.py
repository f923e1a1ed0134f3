"""Work divided among processes: the same outcome, whatever becomes of them."""

import errno
import multiprocessing
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from itertools import chain
from multiprocessing.connection import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
def test_three_processes_share_the_work_and_the_order_stays() -> None:
    meeting = multiprocessing.get_context("fork").Barrier(3)

    def work(part: range) -> list[int]:
        meeting.wait(60)  # so nobody does two of the three parts
        return [*part, os.getpid()]

    done = in_processes(work, 3)
    assert [place for place, _ in done] == [0, 1, 2]
    assert len({HERE} | {process for _, process in done}) == 3


@needs_copies
@pytest.mark.usefixtures("three")
@given(st.integers(1, 300))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everything_is_done_once_in_parts_of_about_one_length(size: int) -> None:
    done = in_processes(list, size)
    assert list(chain(*done)) == list(range(size))
    assert max(map(len, done)) - min(map(len, done)) <= 1


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
    taken, told = multiprocessing.Pipe(duplex=False)

    def work(part: range) -> list[int]:
        if os.getpid() != HERE:
            told.send_bytes(b"taken")
            ends()
        if part.start == 0:
            taken.recv_bytes()  # by then another has begun, and ends
        return list(part)

    with taken, told:
        done = in_processes(work, 100)
    assert list(chain(*done)) == list(range(100))
    assert capfd.readouterr() == ("", "")


@needs_copies
@pytest.mark.usefixtures("three")
def test_the_work_of_a_process_that_ends_while_it_tells_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(_work: object, _parts: object, numbers: int, answer_to: Connection, _answers: object) -> None:
        os.read(numbers, 1)
        os.write(answer_to.fileno(), struct.pack("!i", 100) + b"only so much")

    monkeypatch.setattr(processes, "_do", half)
    assert list(chain(*in_processes(list, 100))) == list(range(100))


@needs_copies
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_no_process_can_begin_all_of_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def no_memory() -> int:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    monkeypatch.setattr(os, call, no_memory)
    assert {here for done in in_processes(whose, 10) for _, here in done} == {True}


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


KILLED = """
import os, signal
from pipeline.app import processes

def work(part):
    os.kill(first, signal.SIGKILL)
    return ["x" * 1_000_000 for _ in part]  # more than anybody has read by then

first, processes.WORTH_IT = os.getpid(), 1
os.sched_getaffinity = lambda _: {0, 1, 2}
processes.in_processes(work, 3)
"""


@needs_copies
def test_where_the_first_process_is_killed_the_others_end_too() -> None:
    """All of them hold the end of a pipe that closes with the last one."""
    ran = subprocess.run([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, timeout=60, check=False)
    assert ran.returncode == -signal.SIGKILL


@needs_copies
def test_what_a_process_did_is_sent_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *what: asked.append(what))
    answer, answer_to = multiprocessing.Pipe(duplex=False)
    of_another, _ = multiprocessing.Pipe(duplex=False)
    processes._do(list, [range(3), range(3, 5)], processes._numbers(2), answer_to, [of_another])
    assert of_another.closed
    assert [answer.recv(), answer.recv()] == [(0, [0, 1, 2]), (1, [3, 4])]
    assert asked == [(signal.SIGINT, signal.SIG_DFL)]
