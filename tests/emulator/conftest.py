"""What the emulator's own tests start with."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.google_emulator.clock import Clock
from tests.google_emulator.server import Emulator, running
from tests.google_emulator.world import World

MOMENT = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    """A closed world in which time stands still."""
    return World(clock=Clock(MOMENT))


@pytest.fixture
def open_world() -> World:
    """A world in which everybody may do everything, and time stands still."""
    return World(open=True, clock=Clock(MOMENT))


@pytest.fixture
def emulator(open_world: World) -> Iterator[Emulator]:
    """A server for the open world."""
    with running(open_world) as started:
        yield started
