"""Values as a worksheet holds them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.edges.shown import LONGEST, clean, shown
from pipeline.edges.workbook.cells import cell_xml, plain_rows_xml, rows_xml
from pipeline.model.responses import RawCell
from pipeline.model.tab import Cell, Scalar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon", "gewoon"),
        ("twee\r\nregels\ren nog een", "twee\nregels\nen nog een"),
        ("bel\x07 en \x0b en \ud83d", "bel\ufffd en \ufffd en \ufffd"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 4) + " […]"),
        ("فاطمة بنت علي", "فاطمة بنت علي"),
    ],
)
def test_text_as_a_cell_can_hold_it(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        (None, "text", ""),
        ("Fatma", "text", "Fatma"),
        (True, "check", "✓"),
        (False, "check", "–"),
        (True, "input/check", True),
        (3, "number", 3.0),
        (0.1 + 0.2, "decimal", 0.3),
        (Decimal("12.50"), "money", 12.5),
        (date(2026, 9, 3), "date", 46268.0),
        (datetime(2026, 9, 3, 18, 30), "moment", 46268.770833333),
        (time(12, 0), "text", 0.5),
        (timedelta(hours=36), "text", 1.5),
    ],
)
def test_what_a_value_shows(value: RawCell | Decimal, style: str, expected: object) -> None:
    assert shown(value, style) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", '<c r="AB7" s="2"/>'),
        (True, '<c r="AB7" s="2" t="b"><v>1</v></c>'),
        (46268.770833333, '<c r="AB7" s="2"><v>46268.770833333</v></c>'),
        (1e-7, '<c r="AB7" s="2"><v>1e-07</v></c>'),
        (
            '=HYPERLINK("x")',
            '<c r="AB7" s="2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK("x")</t></is></c>',
        ),
        (
            "<b> & _x0041_",
            '<c r="AB7" s="2" t="inlineStr">'
            '<is><t xml:space="preserve">&lt;b&gt; &amp; _x005F_x0041_</t></is></c>',
        ),
    ],
)
def test_a_cell(value: str | float, expected: str) -> None:
    assert cell_xml(7, 28, value, 2) == expected


def test_rows_have_a_height_that_may_adapt() -> None:
    rows: list[list[Cell | Scalar]] = [["a"], [], [Cell(True), Cell(True, "check", indent=1)]]
    styles = [["title"], [], ["text", "text"]]
    numbers = {"title": 5, "text": 6, "check": 7}

    def number(cell: Cell | Scalar, style: str) -> int:
        return numbers[cell.style or style if isinstance(cell, Cell) else style]

    assert list(rows_xml(rows, styles, {1: 36.0}, lambda row: row == 3, number)) == [
        '<row r="1" ht="36" customHeight="1">'
        '<c r="A1" s="5" t="inlineStr"><is><t xml:space="preserve">a</t></is></c></row>',
        '<row r="2" ht="18" customHeight="1"></row>',
        '<row r="3" ht="18"><c r="A3" s="6" t="b"><v>1</v></c>'
        '<c r="B3" s="7" t="inlineStr"><is><t xml:space="preserve">✓</t></is></c></row>',
    ]


def test_rows_of_plain_text() -> None:
    assert list(plain_rows_xml([("a", "")])) == [
        '<row r="1"><c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">a</t></is></c>'
        '<c r="B1" s="0"/></row>'
    ]


@settings(max_examples=100, deadline=None)
@given(st.text() | st.sampled_from(["=1+1", "+31612345678", "-", "@x", "'=", "\t=1"]))
def test_whatever_somebody_types_is_text_and_never_a_formula(text: str) -> None:
    cell = etree.fromstring(cell_xml(1, 1, shown(text), 0))

    assert cell.find("f") is None
    assert text == "" or cell.get("t") == "inlineStr"
