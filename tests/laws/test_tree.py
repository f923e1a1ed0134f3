"""Whatever the shape of the forest: everybody is drawn once, and nobody over somebody else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.drawing import Drawing, Lettering
from pipeline.summaries.tree import tree
from pipeline.summaries.treedrawing import drawings
from pipeline.summaries.treesheets import ONE_SHEET, Branches
from tests.summaries.groves import code, grove
from tests.summaries.scene import words
from tests.summaries.test_tree import TODAY, apart


@st.composite
def shapes(draw: st.DrawFn, most: int) -> list[int | None]:
    """For everybody the number of who asked them, who came before them; None for a root."""
    count = draw(st.integers(0, most))
    seeds = draw(st.lists(st.integers(0, 1_000_000), min_size=count, max_size=count))
    deep = draw(st.sampled_from([1, 3, 1_000_000]))
    return [
        None if not n or seed % 13 == 0 else max(0, n - 1 - seed % deep) if deep < 9 else seed % n
        for n, seed in enumerate(seeds)
    ]


def written(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, Lettering)]


@settings(max_examples=25, deadline=None)
@given(shapes(150))
def test_one_sheet(shape: list[int | None]) -> None:
    outcome = grove(shape, unknown=range(0, len(shape), 7))
    (drawing,) = drawings(tree(outcome, codes=True), outcome, words(), TODAY)
    for nth in range(len(shape)):
        assert written(drawing).count(f"\u2068{code(nth)}\u2069") == 1
    apart(drawing)


@settings(max_examples=25, deadline=None)
@given(shapes(700))
def test_many_sheets(shape: list[int | None]) -> None:
    pages = [page for page in tree(grove(shape, plain=True)).sheets if isinstance(page, Branches)]
    at_home = [one for page in pages for one in page.people if one not in page.above]
    assert sorted(at_home) == [code(nth) for nth in range(len(shape))]
    assert all(len(page.people) <= ONE_SHEET for page in pages)
