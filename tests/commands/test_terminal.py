"""`review` in a real terminal, as far as this system has one to pretend with."""

import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.commands.test_program import MODULE, SURROUNDINGS
from tests.commands.test_review import controle

PATIENCE = 30
"""Seconds without a word after which the program is taken to hang."""

SETTLED = 0.3
"""Seconds after which a prompt that shows is also listened to."""

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")


def screen_of(folder: Path, *answers: bytes) -> tuple[int, str]:
    """Type an answer at every prompt; the exit code, and everything the screen showed."""
    process, screen = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, *MODULE, "review"], SURROUNDINGS)  # noqa: S606
    shown = b""
    waiting = list(answers)
    while select.select([screen], [], [], PATIENCE)[0]:
        try:
            shown += os.read(screen, 4096)
        except OSError:
            break
        if waiting and shown.count(b"stop):") > len(answers) - len(waiting):
            time.sleep(SETTLED)
            os.write(screen, waiting.pop(0))
    else:
        os.kill(process, signal.SIGKILL)
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_an_answer_typed(responses: Path, question: str) -> None:
    code, shown = screen_of(responses.parent, b"8\n", b"2\n")
    assert code == 0
    assert "Dat is niet een van de antwoorden." in shown
    assert "1 antwoord is opgeschreven." in shown
    assert controle(responses.parent) == {question: "verschillend"}


def test_control_c(responses: Path) -> None:
    code, shown = screen_of(responses.parent, b"\x03")
    assert (code, shown.splitlines()[-1]) == (130, "Gestopt. Er is niets veranderd.")
    assert not (responses.parent / "samenvatting.xlsx").exists()
