"""The files for translators hold every sentence of today."""

from pathlib import Path

import pytest

from tests.house.languages import files


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_it_is_up_to_date(path: Path) -> None:
    assert path.read_bytes() == files()[path], "python scripts/refresh makes it again"
