"""A PDF, where what makes one is there, and what is said where it is not."""

import sys
from types import SimpleNamespace

import pytest

from pipeline.edges.paper.pdf import pdf_maker
from pipeline.model.errors import UserError
from tests.edges.paper.test_render import page


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UserError) as caught:
        pdf_maker()
    assert "browser" in (caught.value.todo or "")


def test_it_makes_a_pdf_and_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as it can be told without the extra: what is asked of it."""
    asked: list[object] = []

    class Fetcher:
        def __init__(self, allowed_protocols: set[str]) -> None:
            asked.append(allowed_protocols)

    class Html:
        def __init__(self, string: str, url_fetcher: object) -> None:
            asked.append(string)

        def write_pdf(self, pdf_tags: bool) -> bytes:
            return b"%PDF-"

    monkeypatch.setitem(sys.modules, "weasyprint", SimpleNamespace(HTML=Html))
    monkeypatch.setitem(sys.modules, "weasyprint.urls", SimpleNamespace(URLFetcher=Fetcher))
    assert pdf_maker()("<p>hallo") == b"%PDF-"
    assert asked == [{"data"}, "<p>hallo"]


def test_with_the_extra_pages_break_where_they_should() -> None:
    try:
        as_pdf = pdf_maker()
    except UserError:
        pytest.skip("the extra pdf is not here")
    from weasyprint import HTML

    drawn = page("badges")
    assert as_pdf("<p>hallo").startswith(b"%PDF-")
    assert len(HTML(string=drawn).render().pages) == drawn.count('<section class="sheet">') == 2
