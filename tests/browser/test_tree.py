"""The picture of who brought whom as a browser draws it, in the widest font it may choose."""

from pathlib import Path

import pytest

from pipeline.edges.page.svg import picture, printable
from pipeline.summaries.tree import tree
from pipeline.summaries.treedrawing import drawings
from tests.browser.chromium import Window
from tests.summaries.groves import SHAPES, grove, random_grove
from tests.summaries.scene import words
from tests.summaries.test_tree import TODAY

OVERLAPPING = """
(() => {
  const boxes = [...document.querySelectorAll('text')].map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const spare = (bottom - top) * 0.2;
    return { left, right, top: top + spare, bottom: bottom - spare, text: one.textContent };
  });
  const clash = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const over = (a, nth) => boxes.slice(nth + 1).filter((b) => clash(a, b)).map((b) => [a.text, b.text]);
  return boxes.flatMap(over);
})()
"""


@pytest.mark.parametrize("shape", [*SHAPES, "151 as in life"])
def test_no_text_over_another(tmp_path: Path, browser: Window, shape: str) -> None:
    inviters = SHAPES.get(shape) or random_grove(151, "151")
    outcome = grove(inviters, unknown=range(0, len(inviters), 5))
    drawn = picture(drawings(tree(outcome), outcome, words(), TODAY))
    file = tmp_path / "boom.svg"
    file.write_text(drawn.replace("'Noto Sans','Segoe UI',Arial,", ""), encoding="utf-8")
    browser.open(file.as_uri())
    assert browser.value(OVERLAPPING) == []


def test_every_sheet_on_paper_of_its_own(tmp_path: Path, browser: Window) -> None:
    outcome = grove(random_grove(400, "400"))
    sheets = drawings(tree(outcome), outcome, words(), TODAY)
    file = tmp_path / "boom.html"
    file.write_text(printable(sheets, "nl"), encoding="utf-8")
    browser.open(file.as_uri())
    assert browser.value("document.querySelectorAll('svg[role=img]').length") == len(sheets)
    assert browser.pages() == len(sheets)
    assert browser.complaints == []
