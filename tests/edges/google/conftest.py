"""Google on this very computer, and waits that take no time."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import tenacity.nap

from tests.edges.google.scene import Scene, scene


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the program slept, without sleeping."""
    slept: list[float] = []
    monkeypatch.setattr(tenacity.nap, "time", SimpleNamespace(sleep=slept.append))
    return slept


@pytest.fixture
def google(tmp_path: Path) -> Iterator[Scene]:
    """A small world at Google."""
    with scene(tmp_path) as found:
        yield found
