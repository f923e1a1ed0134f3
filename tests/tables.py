"""Whole tabs in a test as Markdown tables."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from pipeline.model.responses import MARK, RawCell, RawTab

_HEADING = re.compile(r"#\s+(?P<title>.*?)(?P<marked>\s+\(marked\))?")
_RULE = re.compile(r"\|[\s:|-]+\|")
_CELL_END = re.compile(r"(?<!\\)\|")


def tabs(markdown: str, place: str = "antwoorden.xlsx") -> tuple[RawTab, ...]:
    r"""The tabs in `markdown`: each a heading `# Title` and a table, the first row of which is the sheet's.

    Cells are typed as a sheet would: numbers, TRUE and FALSE, ISO dates and times; all else is
    text, also what stands behind an apostrophe (`'0612`). `<br>` is a line break and `\|` a bar.
    `# Title (marked)` is a tab that the program wrote.
    """
    read: list[RawTab] = []
    for block in re.split(r"(?m)^[ \t]*(?=# )", markdown.strip())[1:]:
        heading, *lines = block.splitlines()
        found = _HEADING.fullmatch(heading.strip())
        assert found, heading
        rows = [row for line in lines for row in _row(line.strip())]
        if found["marked"]:
            rows = [[f"{rows[0][0]}{MARK}", *rows[0][1:]], *rows[1:]]
        read.append(RawTab(found["title"], rows, place))
    return tuple(read)


def _row(line: str) -> Iterator[list[RawCell]]:
    if line and not _RULE.fullmatch(line):
        yield [_cell(cell.strip()) for cell in _CELL_END.split(line)[1:-1]]
    elif _RULE.fullmatch(line) and "-" not in line:
        yield [""] * (line.count("|") - 1)


def _cell(text: str) -> RawCell:
    if text.startswith("'"):
        return text[1:]
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    for read in (float, date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)  # type: ignore[operator,no-any-return]
        except ValueError:
            continue
    return text.replace("<br>", "\n").replace(r"\|", "|")
