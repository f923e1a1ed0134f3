"""One real browser for all tests here; without one on this computer they are skipped."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Browser, Window, found, started
from tests.commands.test_program import MODULE, SURROUNDINGS


class Running:
    """The program with a wall, running on its own."""

    def __init__(self, folder: Path) -> None:
        self._program = subprocess.Popen(
            [sys.executable, *MODULE, "wall", "--no-browser", "--quiet"],
            cwd=folder,
            env=SURROUNDINGS,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._program.stdout
        self.url = self._program.stdout.readline().split()[-1]

    def stop(self) -> tuple[int, str]:
        """Ctrl-C; the exit code, and everything it said."""
        self._program.send_signal(signal.SIGINT)
        out, err = self._program.communicate(timeout=30)
        return self._program.returncode, out + err

    def end(self) -> None:
        """See that nothing keeps running."""
        self._program.kill()
        self._program.communicate()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    name = found()
    if name is None:
        pytest.skip("there is no Chromium or Chrome here that can be steered over a pipe")
    with started(name) as browser:
        yield browser


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Window]:
    window = Window(chromium)
    window.size(1920, 1080)
    yield window
    window.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """The program, in a folder where `antwoorden.xlsx` stands already."""
    from tests.browser.evening import write

    write(tmp_path)
    program = Running(tmp_path)
    yield program
    program.end()
