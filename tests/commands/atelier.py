"""A small Atelier in a workbook, and the program run on it in this very process."""
# ruff: noqa: E501 - a table is as wide as its questions

import io
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from pipeline.cli.program import program
from tests.tables import tabs

RESPONSES = """
# Aanmelding
| Tijdstempel         | Wat is uw naam?   | Hoe doet u mee? | Bij welke organisatie of club hoort u? | Wat is uw telefoonnummer? | Wie heeft u gevraagd om mee te doen? (naam, of de code op uw uitnodiging) | Mag het team uw gegevens bewaren tot dit Atelier is afgerond? |
| 2026-09-01T10:00:00 | Saskia Duinker    | Professional    | Buurtkeuken   | 06 1234 5601 |                | Ja  |
| 2026-09-01T11:00:00 | Emre Aydemir      | Bewoner         |               | 06 1234 5602 | Saskia Duinker | Ja  |
| 2026-09-02T09:00:00 | Truus van Ommeren | Bewoner         | Zangkoor      | 06 1234 5603 | Emre Aydemir   | Nee |
| 2026-09-02T10:00:00 | Wim Koolhaas      | Bewoner         |               | 06 1234 5604 | Saskia Duinker | Ja  |
| 2026-09-03T10:00:00 | Willem Koolhaas   | Bewoner         | Moestuin      | 06 1234 5699 | Emre Aydemir   | Ja  |
# Presentie
| Tijdstempel         | Welke bijeenkomst is dit? | Wat is uw naam, of de code op uw naamkaartje? |
| 2026-09-03T19:00:00 | Bijeenkomst 1 | Saskia Duinker    |
| 2026-09-03T19:01:00 | Bijeenkomst 1 | Emre Aydemir      |
| 2026-10-01T19:00:00 | Bijeenkomst 2 | Saskia Duinker    |
| 2026-10-01T19:01:00 | Bijeenkomst 2 | Emre Aydemir      |
| 2026-10-01T19:02:00 | Bijeenkomst 2 | Truus van Ommeren |
| 2026-10-01T19:03:00 | Bijeenkomst 2 | Willem Koolhaas   |
# Idee
| Tijdstempel         | Aan welke tafel zit u? | Wat is het idee? | Hoe werkt het? |
| 2026-10-01T20:00:00 | 1 | Samen koken op donderdag | Wie kookt, kiest het recept. |
| 2026-10-01T20:01:00 | 2 | Gereedschap lenen in het buurthuis |  |
# Stemmen
| Tijdstempel         | Wat is uw naam, of de code op uw naamkaartje? | Aan welke tafel zit u? | Sticker 1: nummer van het idee | Sticker 2: nummer van het idee | Sticker 3: nummer van het idee |
| 2026-10-01T21:00:00 | Saskia Duinker | 1 | 2 | 2 | 1 |
| 2026-10-01T21:01:00 | Emre Aydemir   | 2 | 1 | 1 | 9 |
"""


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str


def write_workbook(path: Path, markdown: str = RESPONSES) -> Path:
    """The tabs in `markdown` as a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for tab in tabs(markdown):
        sheet = book.create_sheet(tab.title)
        for row in tab.rows:
            sheet.append(list(row))
    book.save(path)
    return path


def samenkracht(*arguments: object, typed: str = "") -> Ran:
    """Run the program; `typed` is what stands on its standard input, which is no terminal."""
    result = CliRunner().invoke(program, [str(argument) for argument in arguments], input=typed)
    return Ran(result.exit_code, result.stdout, result.stderr)


class Terminal(io.StringIO):
    """A standard input at which somebody types."""

    def isatty(self) -> bool:
        return True


def at_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, *arguments: object
) -> Ran:
    """Run the program at a terminal where somebody types `typed`."""
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    with pytest.raises(SystemExit) as ended:
        program.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return Ran(int(ended.value.code or 0), said.out, said.err)


def cells(path: Path, tab: str) -> list[list[object]]:
    """The values of a tab of a written workbook, every row as wide as the widest."""
    with closing(load_workbook(path, read_only=True)) as book:
        rows = list(book[tab].iter_rows(values_only=True))
    width = max(map(len, rows), default=0)
    return [[*row, *[None] * (width - len(row))] for row in rows]


def titles(path: Path) -> list[str]:
    """The titles of the tabs of a written workbook."""
    with closing(load_workbook(path, read_only=True)) as book:
        return book.sheetnames
