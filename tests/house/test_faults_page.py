"""Whatever goes wrong at Google, nothing is lost; and the page that tells it is up to date."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.faults_page import PAGE, SECTIONS, intro
from tests.house.faulty_syncs import Rehearsal, rehearsal

pytestmark = pytest.mark.no_cover

ANEW = "python -m tests.house.faults_page writes it anew"


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Rehearsal]:
    with rehearsal(tmp_path) as found:
        yield found


def test_a_sync_asks_all_that_the_page_tells(there: Rehearsal) -> None:
    assert [kind.rpartition(".")[2] for kind in there.asked] == ["get", "batchGet", "batchGet", "batchUpdate"]
    assert PAGE.read_text(encoding="utf-8").startswith(intro())


@pytest.mark.parametrize("title", SECTIONS)
def test_nothing_is_lost(there: Rehearsal, title: str) -> None:
    """Making a section looks, for each of its cells, whether anything was."""
    assert SECTIONS[title](there) in PAGE.read_text(encoding="utf-8"), ANEW
