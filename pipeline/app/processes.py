"""Work divided among processes, where a computer has several processors."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Outcome = TypeVar("Outcome")
Work = Callable[[range], list[Outcome]]

WORTH_IT: Final = 20_000
"""Less, about a tenth of a second, is done sooner than handed over."""

PARTS: Final = 8
"""So many parts for each process: one that is held up takes fewer of them."""

MOST: Final = 4
"""Each process takes memory of its own."""


def in_processes(work: Work[Outcome], size: int, each: int = 1) -> Sequence[list[Outcome]]:
    """What comes of `work` on consecutive parts of `range(size)`, in order.

    One of them takes `each` times five microseconds, or so.

    A process begins as a copy of this one, so only what comes of the work has to travel. Where a system
    makes no such copies (Windows), or not safely (macOS), all of it is done here: to bring everything to
    another process would take as long as the work.
    """
    if size * each < WORTH_IT or sys.platform != "linux":
        return [work(range(size))]
    processors = min(len(os.sched_getaffinity(0)), MOST)
    parts = _parts(size, min(processors * PARTS, size))
    try:
        numbers = _numbers(len(parts))
    except OSError:  # no file may be opened any more
        return [work(range(size))]
    copies: list[_Copy[Outcome]] = []
    try:
        with suppress(OSError):  # no memory for another one
            while len(copies) < processors - 1:
                copies.append(_Copy(work, parts, numbers, copies))
        done = dict(_some(work, parts, numbers))
        for copy in copies:
            done.update(copy.outcomes())
        return [done[number] if number in done else work(part) for number, part in enumerate(parts)]
    finally:
        for copy in copies:
            copy.stop()
        os.close(numbers)


def _parts(size: int, number: int) -> Sequence[range]:
    """So many parts of a range, about as long as each other."""
    return [
        range(begin, end) for begin, end in pairwise(size * place // number for place in range(number + 1))
    ]


def _numbers(parts: int) -> int:
    """A pipe with the numbers of all parts: whoever reads one does that part."""
    numbers, written = os.pipe()
    os.write(written, bytes(range(parts)))
    os.close(written)
    return numbers


def _some(work: Work[Outcome], parts: Sequence[range], numbers: int) -> Iterator[tuple[int, list[Outcome]]]:
    """Do parts that nobody else has taken, until there are none, each with its number."""
    while number := os.read(numbers, 1):
        yield number[0], work(parts[number[0]])


class _Copy(Generic[Outcome]):
    """A process that does some of the parts."""

    def __init__(
        self, work: Work[Outcome], parts: Sequence[range], numbers: int, before: Sequence["_Copy[Outcome]"]
    ) -> None:
        from multiprocessing import get_context  # loaded for long lists alone

        context = get_context("fork")
        self._answer, answer_to = context.Pipe(duplex=False)
        answers = [self._answer, *(copy._answer for copy in before)]
        self._process = context.Process(
            target=_do, args=(work, parts, numbers, answer_to, answers), daemon=True
        )
        self._process.start()
        answer_to.close()

    def outcomes(self) -> Iterator[tuple[int, list[Outcome]]]:
        """What came of its parts; nothing more from a process that failed (too little memory)."""
        with suppress(EOFError, OSError):  # that was all, or half of it
            while True:
                yield self._answer.recv()

    def stop(self) -> None:
        """End the process, also in the midst of its work."""
        self._process.kill()
        self._process.join()
        self._answer.close()


def _do(
    work: Work[Outcome],
    parts: Sequence[range],
    numbers: int,
    answer_to: "Connection",
    answers: Iterable["Connection"],
) -> None:
    """Do parts, then send what comes of them; what goes wrong, also at Ctrl-C, the first process tells.

    Only the first process reads the `answers`: where it is no more, nobody waits for it.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for answer in answers:
        answer.close()
    with suppress(Exception):
        for outcome in [pickle.dumps(done) for done in _some(work, parts, numbers)]:
            answer_to.send_bytes(outcome)
