from datetime import date, datetime, time, timedelta

import pytest

from pipeline.model.responses import MARK, RawCell
from pipeline.stages.cells import blank, cell_text, clean, one_line, plain, words


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("", ""),
        ("  Fatma \n", "Fatma"),
        ("Wessel\u00a0Bakker", "Wessel Bakker"),
        ("\ufeffNaam\u200b", "Naam"),
        (f"Controle{MARK}", "Controle"),
        ("buurt\u00adhuis", "buurthuis"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("Cafe\u0301", "Café"),
        (True, "TRUE"),
        (False, "FALSE"),
        (8.0, "8"),
        (8, "8"),
        (7.5, "7.5"),
        (float("inf"), "inf"),
        (datetime(2026, 9, 3, 18, 42, 7, 999), "2026-09-03 18:42:07"),
        (datetime(2026, 9, 3), "2026-09-03"),
        (date(2026, 9, 3), "2026-09-03"),
        (time(18, 42), "18:42:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_cell_as_text(cell: RawCell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize("cell", [None, "", "  ", "\u200b", "\u00a0\n", "#REF!", "#N/B"])
def test_blank_cells(cell: RawCell) -> None:
    assert blank(cell)


@pytest.mark.parametrize("cell", ["x", 0.0, False, "#1", date(2026, 9, 3)])
def test_cells_that_say_something(cell: RawCell) -> None:
    assert not blank(cell)


def test_signs_within_words_of_other_scripts_stay() -> None:
    assert clean("\u200fمحمد\u200f") == "محمد"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_one_line() -> None:
    assert one_line(" Jan \n  de\tBoer ") == "Jan de Boer"


@pytest.mark.parametrize("text", ["Materiële Situatie", "İstanbul ß", "ABC", ""])
def test_plain_keeps_positions(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_plain_and_words() -> None:
    assert plain("Materiële İĞ") == "materiele ig"
    assert words("Ja, hóór! 3x") == ["ja", "hoor", "3x"]
