from io import BytesIO
from pathlib import Path

import pytest

from pipeline.edges.workbook.texttables import LongTextTable, Style, decode, read_text_table, write_text_table

ROWS = [["Naam", "Waarvoor?"], ["Zoë", "Tram, bus"], [], ["Jan", 'een "mooi" boek']]
COMMA = 'Naam,Waarvoor?\r\nZoë,"Tram, bus"\r\n\r\nJan,"een ""mooi"" boek"\r\n'
SEMICOLON = 'Naam;Waarvoor?\nZoë;Tram, bus\n\nJan;"een ""mooi"" boek"\n'
TAB = 'Naam\tWaarvoor?\nZoë\tTram, bus\n\nJan\teen "mooi" boek\n'


@pytest.mark.parametrize("text", [COMMA, SEMICOLON, TAB, SEMICOLON.replace(";", "|")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_separator_in_every_encoding(text: str, encoding: str) -> None:
    assert read_text_table(text.encode(encoding)) == ROWS


def test_big_endian_with_a_byte_order_mark() -> None:
    assert decode(b"\xfe\xff" + "Zoë".encode("utf-16-be")) == "Zoë"


def test_no_byte_stops_the_reading() -> None:
    assert decode(b"Zo\x81") == "Zo\ufffd"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # Headers that hold more commas than there are columns.
        ("Naam, of code?;En, wie?;x\nJan;a;b\n", [["Naam, of code?", "En, wie?", "x"], ["Jan", "a", "b"]]),
        ("Naam;Bedrag, in euro\nJan;12,50\n", [["Naam", "Bedrag, in euro"], ["Jan", "12,50"]]),
        # Several choices in one cell, as a download joins them.
        ("Naam,Rol\nJan,Bewoner;Professional\n", [["Naam", "Rol"], ["Jan", "Bewoner;Professional"]]),
        # Quotes that mean nothing, in a table parted by tabs.
        ('a\tb\n"Mooi" zei\tx\n"op\ty\nz\tw\n', [["a", "b"], ['"Mooi" zei', "x"], ['"op', "y"], ["z", "w"]]),
        # Line breaks inside quotes, whatever the separator.
        ('a\tb\n"een\ntwee"\tx\n', [["a", "b"], ["een\ntwee", "x"]]),
        ('a;b\n"een\ntwee";x\n', [["a", "b"], ["een\ntwee", "x"]]),
        # Titles above the header, also with a comma.
        ("Zomer\n\nNaam,Rol,x\nJan,a,b\n", [["Zomer"], [], ["Naam", "Rol", "x"], ["Jan", "a", "b"]]),
        ("Zomer, tuin\nNaam;Rol\nJan;a\n", [["Zomer, tuin"], ["Naam", "Rol"], ["Jan", "a"]]),
        # One column, and nothing at all.
        ("Naam\nJan, Piet\n", [["Naam"], ["Jan, Piet"]]),
        ("Naam\nVries,Jan de\n", [["Naam"], ["Vries,Jan de"]]),
        ("Idee\nBanken, bomen, licht\n", [["Idee"], ["Banken, bomen, licht"]]),
        ("Idee\na,b,c\nd\ne\n", [["Idee"], ["a,b,c"], ["d"], ["e"]]),
        ("", []),
        ("\n\n", [[], []]),
    ],
)  # fmt: skip
def test_which_separator(text: str, rows: list[list[str]]) -> None:
    assert read_text_table(text.encode()) == rows


def test_a_very_long_text_is_kept() -> None:
    text = "x" * 300_000
    assert read_text_table(f"a,b\n1,{text}\n".encode()) == [["a", "b"], ["1", text]]


@pytest.mark.parametrize("text", [COMMA, SEMICOLON, TAB, SEMICOLON.replace(";", "|")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_a_long_table_is_read_anew_each_time(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(text.encode(encoding))
    table = LongTextTable(path)
    assert table.style == Style(text[4], marked=encoding != "utf-8")
    assert [list(table), list(table)] == [ROWS, ROWS]
    path.write_bytes(f"{text[:4]}{text[4]}b\n".encode(encoding))
    assert list(table) == [["Naam", "b"]]


@pytest.mark.parametrize("marked", [True, False])
def test_what_is_written_is_read_back(marked: bool) -> None:
    file = BytesIO()
    write_text_table(file, [*ROWS, [1, None, "regel\nregel", "lone \udc80"]], Style(";", marked))
    assert read_text_table(file.getvalue()) == [*ROWS, ["1", "", "regel\nregel", "lone ?"]]
    assert not file.closed
