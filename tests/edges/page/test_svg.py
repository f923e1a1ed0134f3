"""Drawings as SVG, byte for byte."""

import re
from xml.etree import ElementTree

from pipeline.edges.page.svg import STYLE, picture, printable
from pipeline.model.drawing import Bar, Drawing, Lettering, Line, Mark

FIRST = Drawing(
    1,
    "Wie & wat",
    'Een "boom"',
    (
        Line(((1, 2), (3.456, 2), (5, 8)), curved=True),
        Line(((1, 2), (-0.001, 2)), dashed=True),
        Mark(5, 5, 2, "circle", "E0A458"),
        Mark(5, 5, 2, "ring", "FFFFFF"),
        Mark(10, 5, 2, "square", "2F6F62"),
        Bar(1, 2, 30, 3),
        Lettering(4, 6, "\u2068<b>Ali\x0b & Bep\u2069", 2, bold=True, soft=True),
        Lettering(4, 8, "verder", 2, code=True, anchor="end", to=2),
    ),
    100,
    50,
)
SECOND = Drawing(
    2, "Twee", "", (Mark(5, 5, 2, "star", "8A6FA8"), Mark(5, 5, 2, "triangle", "4F7CAC")), 100, 50
)

SHEET = """\
<rect class="p" width="100" height="50"/>
<path stroke-width=".3" d="M1 2L3.46 2C4.23 2 4.23 8 5 8"/>
<path class="d" stroke-width=".3" d="M1 2L0 2"/>
<circle class="m" cx="5" cy="5" r="1" fill="#E0A458"/>
<circle class="m" cx="5" cy="5" r="1" fill="#ffffff"/>
<polygon class="m" points="9.1,4.1 10.9,4.1 10.9,5.9 9.1,5.9" fill="#2F6F62"/>
<rect x="1" y="2" width="30" height="3" rx="0.6" fill="#2F6F62"/>
<text x="4" y="6.7" font-size="2" class="b s">\u2068&lt;b&gt;Ali &amp; Bep\u2069</text>
<a href="#sheet-2"><text x="4" y="8.7" font-size="2" class="c" text-anchor="end">verder</text></a>
</svg>"""


def test_one_sheet() -> None:
    assert picture([FIRST]) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 100 50" role="img" '
        'aria-labelledby="title description">\n'
        '<title id="title">Wie &amp; wat</title>\n<desc id="description">Een &quot;boom&quot;</desc>\n'
        f"<style>{STYLE}</style>\n"
        '<svg xmlns="http://www.w3.org/2000/svg" id="sheet-1" y="0" '
        'width="100" height="50" viewBox="0 0 100 50">\n'
        f"{SHEET}\n</svg>\n"
    )


def test_sheets_below_each_other() -> None:
    tree = ElementTree.fromstring(picture([FIRST, SECOND]))  # noqa: S314 - we made it ourselves
    assert (tree.get("height"), tree.get("viewBox")) == ("106mm", "0 0 100 106")
    sheets = [(one.get("id"), one.get("y")) for one in tree if one.get("id", "").startswith("sheet")]
    assert sheets == [("sheet-1", "0"), ("sheet-2", "56")]


def test_to_print() -> None:
    page = printable([FIRST, SECOND], "nl")
    assert page.startswith('<!doctype html>\n<html lang="nl">')
    assert "<title>Wie &amp; wat</title>" in page
    assert "@page { size: 100mm 50mm; margin: 0 }" in page
    assert re.findall(r'<svg [^>]*id="(sheet-\d)" role="img" aria-label="([^"]*)"', page) == [
        ("sheet-1", "Een &quot;boom&quot;"), ("sheet-2", ""),
    ]  # fmt: skip
    assert SHEET in page
