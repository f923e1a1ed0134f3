"""Work divided among processes, where a computer has several processors."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Outcome = TypeVar("Outcome")
Work = Callable[[range], list[Outcome]]

WORTH_IT: Final = 20_000
"""Less, about a tenth of a second, is done sooner than handed over."""

TELLING: Final = 0.25
"""To tell another process what comes of a part takes as long as to do so much of a part."""

MOST: Final = 4
"""Each process takes memory of its own."""


def in_processes(work: Work[Outcome], size: int, each: int = 1) -> Sequence[list[Outcome]]:
    """What comes of `work` on consecutive parts of `range(size)`, in order; the first part is done here.

    One of them takes `each` times five microseconds, or so.

    A process begins as a copy of this one, so only what comes of the work has to travel. Where a system
    makes no such copies (Windows), or not safely (macOS), all of it is done here: to bring everything to
    another process would take as long as the work.
    """
    if size * each < WORTH_IT or sys.platform != "linux":
        return [work(range(size))]
    mine, *others = _parts(size, min(len(os.sched_getaffinity(0)), MOST))
    copies = [_Copy(work, part) for part in others]
    try:
        return [work(mine), *(copy.outcome() for copy in copies)]
    finally:
        for copy in copies:
            copy.stop()


def _parts(size: int, number: int) -> Iterable[range]:
    """So many parts of a range; the first is longer, for nobody has to be told what comes of it."""
    bounds = [0, *(round(size * (place + TELLING) / (number + TELLING)) for place in range(1, number + 1))]
    return [range(begin, end) for begin, end in pairwise(bounds)]


class _Copy(Generic[Outcome]):
    """A process that does one part."""

    def __init__(self, work: Work[Outcome], part: range) -> None:
        from multiprocessing import get_context  # loaded for long lists alone

        context = get_context("fork")
        self._work = work
        self._part = part
        self._answer, answer_to = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, part, answer_to), daemon=True)
        self._process.start()
        answer_to.close()

    def outcome(self) -> list[Outcome]:
        """What came of it; the work of a process that failed (too little memory) is done here."""
        try:
            found: list[Outcome] = self._answer.recv()
        except (EOFError, OSError):  # nothing, or half of it
            return self._work(self._part)
        return found

    def stop(self) -> None:
        """End the process, also in the midst of its work."""
        self._process.kill()
        self._process.join()
        self._answer.close()


def _do(work: Work[Outcome], part: range, answer_to: "Connection") -> None:
    """Do a part and send what comes of it; what goes wrong, also at Ctrl-C, the first process tells."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(Exception):
        answer_to.send(work(part))
