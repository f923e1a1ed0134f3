"""Every code has its wording, and the page of codes is up to date."""

import pytest

from pipeline.model.templates import Catalogue
from pipeline.templates import load_catalogue
from tests.house.codes_page import GROUPS, PAGE, found_severities, literals, page


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_every_finding_of_the_source_is_worded(catalogue: Catalogue) -> None:
    assert found_severities().keys() <= catalogue.texts["findings"].keys()


@pytest.mark.parametrize("group", GROUPS)
def test_no_wording_is_left_over(catalogue: Catalogue, group: str) -> None:
    assert catalogue.texts[group].keys() <= literals()


def test_the_page_is_up_to_date(catalogue: Catalogue) -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(catalogue), "python -m tests.house.codes_page writes it anew"
