"""The collector of cycles is off during a run, and afterwards as it was."""

import gc
from collections.abc import Iterator

import pytest

from pipeline.app.collector import without_collector


@pytest.fixture(params=[True, False])
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    on: bool = request.param
    if not on:
        gc.disable()
    yield on
    gc.enable()


def test_it_is_off_meanwhile_and_then_as_it_was(before: bool) -> None:
    with without_collector():
        assert not gc.isenabled()

    assert gc.isenabled() is before


def test_an_error_leaves_it_as_it_was() -> None:
    with pytest.raises(KeyError), without_collector():
        raise KeyError

    assert gc.isenabled()
