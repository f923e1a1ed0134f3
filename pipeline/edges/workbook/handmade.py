"""Sheets that people keep: carried over as they stand, but for the very cells the program owns.

Working on the text of the sheet keeps everything in it: formulas with their results, rich text,
colours, rules, pictures. Rows and cells are never nested, which makes their text safe to cut.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from openpyxl.utils import column_index_from_string

from pipeline.edges.rosters import Edits
from pipeline.edges.shown import Shown
from pipeline.edges.workbook.cells import cell_xml

_ROW: Final = re.compile(rb"<row\b(?P<head>[^>]*?)(?:/>|>(?P<cells>.*?)</row>)", re.DOTALL)
_CELL: Final = re.compile(rb"<c\b(?P<head>[^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_SHARED: Final = re.compile(
    rb'<c\b(?P<before>[^>]*?)\bt="s"(?P<after>[^>/]*)>(?P<content>.*?)</c>', re.DOTALL
)
_INDEX: Final = re.compile(rb"<v>\s*(\d+)\s*</v>")
_FORMULA: Final = re.compile(rb"<f\b[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
_STRING: Final = re.compile(rb"<si\s*/>|<si\b[^>]*>(.*?)</si>", re.DOTALL)
_PLAIN: Final = re.compile(rb"<t\b[^>]*>(.*?)</t>", re.DOTALL)
_COLUMN: Final = re.compile(rb"<col\b[^>]*?/?>")
_PREFIXED: Final = re.compile(rb"(?:<\?xml[^>]*\?>\s*)?<(\w+):(?:worksheet|sst)\b")


def plain_names(xml: bytes) -> bytes:
    """The part with its elements unprefixed; a few programs write `x:row` where all others write `row`."""
    prefixed = _PREFIXED.match(xml)
    if not prefixed:
        return xml
    prefix = prefixed[1]
    return re.sub(rb"(</?)" + prefix + rb":", rb"\1", xml).replace(b"xmlns:" + prefix + b"=", b"xmlns=")


def shared_in(sheet: bytes) -> set[int]:
    """The numbers of the shared strings that a sheet uses."""
    return {
        int(number)
        for cell in _SHARED.finditer(plain_names(sheet))
        for number in _INDEX.findall(cell["content"])
    }


def shared_strings(table: bytes, wanted: set[int]) -> dict[int, bytes]:
    """The wanted ones of the shared strings, each as the text (rich or plain) it stands for."""
    strings = enumerate(_STRING.finditer(plain_names(table)))
    return {number: string[1] or b"" for number, string in strings if number in wanted}


def rewritten(sheet: bytes, strings: Mapping[int, bytes], edits: Edits, *, selected: bool) -> Iterator[bytes]:
    """The sheet with its text in its own cells and the edits made, in pieces."""
    sheet = plain_names(sheet)
    head, rows, tail = _cut(sheet)
    return _joined(head, _rows(rows, strings, edits, _column_styles(head)), tail, selected=selected)


def with_rows(sheet: bytes, rows: Iterable[bytes], *, selected: bool) -> Iterator[bytes]:
    """The sheet with other rows than it has, in pieces."""
    head, _, tail = _cut(sheet)
    return _joined(head, rows, tail, selected=selected)


def _cut(sheet: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the rows, the rows, and what stands after them."""
    head, opening, rest = re.split(rb"(<sheetData\s*/?>)", sheet, maxsplit=1)
    if opening.endswith(b"/>"):
        return head, b"", rest
    rows, _, tail = rest.rpartition(b"</sheetData>")
    return head, rows, tail


def _joined(head: bytes, rows: Iterable[bytes], tail: bytes, *, selected: bool) -> Iterator[bytes]:
    yield _head(head, selected=selected) + b"<sheetData>"
    yield from rows
    yield b"</sheetData>" + tail


def _head(head: bytes, *, selected: bool) -> bytes:
    """What stands before the rows: its size unsaid, the tab selected or not."""
    head = re.sub(rb"<dimension\b[^>]*?/>|<dimension\b.*?</dimension>", b"", head)
    head = re.sub(rb'\s+tabSelected="[^"]*"', b"", head)
    return re.sub(rb"<sheetView\b", b'<sheetView tabSelected="1"', head) if selected else head


def _rows(
    rows: bytes, strings: Mapping[int, bytes], edits: Edits, styles: Mapping[int, int]
) -> Iterator[bytes]:
    waiting = deque(sorted(edits))
    number = 0
    for row in _ROW.finditer(rows):
        number = _number(row["head"]) or number + 1
        while waiting and waiting[0] < number:
            new = waiting.popleft()
            yield _row(new, b"", b"", edits[new], styles)
        text = _SHARED.sub(lambda cell: _own_text(cell, strings), row[0])
        if waiting and waiting[0] == number:
            waiting.popleft()
            cells = text[len(b"<row") + len(row["head"]) :]
            text = _row(number, row["head"], cells, edits[number], styles)
        yield text
    for new in waiting:
        yield _row(new, b"", b"", edits[new], styles)


def _own_text(cell: re.Match[bytes], strings: Mapping[int, bytes]) -> bytes:
    index = _INDEX.search(cell["content"])
    text = strings.get(int(index[1]), b"") if index else b""
    formula = _FORMULA.search(cell["content"])
    if formula:
        shown = b"".join(_PLAIN.findall(text))
        kind, content = b"str", formula[0] + b"<v>" + shown + b"</v>"
    else:
        kind, content = b"inlineStr", b"<is>" + text + b"</is>"
    return b'<c%bt="%b"%b>%b</c>' % (cell["before"], kind, cell["after"], content)


def _row(
    number: int, head: bytes, cells: bytes, edits: Mapping[int, Shown], styles: Mapping[int, int]
) -> bytes:
    """One row with some of its cells replaced; a cell keeps its style."""
    content: dict[int, bytes] = {}
    column = 0
    for cell in _CELL.finditer(cells):
        column = _column(cell["head"]) or column + 1
        content[column] = cell[0]
    for column, value in edits.items():
        style = _attribute(content.get(column, b""), b"s")
        chosen = int(style) if style else styles.get(column, 0)
        content[column] = cell_xml(number, column, value, chosen).encode()
    head = re.sub(rb'\s+(?:spans|r)="[^"]*"', b"", head)
    return b'<row r="%d"%b>' % (number, head) + b"".join(content[at] for at in sorted(content)) + b"</row>"


def _column_styles(head: bytes) -> dict[int, int]:
    """The style of each column that has one of its own (columns beyond a hundred are left out)."""
    styles: dict[int, int] = {}
    for column in _COLUMN.findall(head):
        first, last, style = (_attribute(column, name) for name in (b"min", b"max", b"style"))
        if first and last and style:
            styles.update(dict.fromkeys(range(int(first), min(int(last), 100) + 1), int(style)))
    return styles


def _attribute(element: bytes, name: bytes) -> bytes | None:
    found = re.match(rb"<\w+\b[^>]*?\s" + name + rb'="([^"]*)"', element)
    return found[1] if found else None


def _number(head: bytes) -> int | None:
    found = re.search(rb'\br="(\d+)"', head)
    return int(found[1]) if found else None


def _column(head: bytes) -> int | None:
    found = re.search(rb'\br="([A-Z]+)\d+"', head)
    return column_index_from_string(found[1].decode()) if found else None
