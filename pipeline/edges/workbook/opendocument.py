"""A workbook to type in as OpenDocument, for LibreOffice: one sheet of XML in a zip."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml.etree import Element, SubElement, tostring
from lxml.etree import _Element as Node

from pipeline.edges.looks import GREEN, WHITE
from pipeline.model.blueprint import EntryBook, EntryColumn, EntryTab
from pipeline.model.responses import MARK

KIND: Final = "application/vnd.oasis.opendocument.spreadsheet"
MADE: Final = (2000, 1, 1, 0, 0, 0)
URN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES: Final = {
    "office": f"{URN}office:1.0",
    "table": f"{URN}table:1.0",
    "text": f"{URN}text:1.0",
    "style": f"{URN}style:1.0",
    "fo": f"{URN}xsl-fo-compatible:1.0",
    "config": f"{URN}config:1.0",
    "manifest": f"{URN}manifest:1.0",
    "of": f"{URN}of:1.2",  # what the condition of a drop-down begins with
    "xlink": "http://www.w3.org/1999/xlink",
}
LETTER: Final = 0.2
"""The width of a letter, in centimetres."""

LOOKS: Final = {
    "title": {"fo:font-size": "18pt", "fo:font-weight": "bold"},
    "header": {"fo:font-weight": "bold", "fo:color": f"#{WHITE}"},
}


def render_opendocument(book: EntryBook, rows: int) -> bytes:
    """The file; drop-downs reach `rows` rows down."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        # The kind stands first and unpacked, so that any program sees at once what this is.
        archive.writestr(ZipInfo("mimetype", MADE), KIND, ZIP_STORED)
        for name, node in (
            ("content.xml", _content(book, rows)),
            ("settings.xml", _settings(book)),
            ("META-INF/manifest.xml", _manifest()),
        ):
            written = tostring(node, xml_declaration=True, encoding="UTF-8")
            archive.writestr(ZipInfo(name, MADE), written, ZIP_DEFLATED)
    return stream.getvalue()


def _name(name: str) -> str:
    space, _, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def _add(parent: Node, name: str, text: str = "", **given: str) -> Node:
    node = SubElement(parent, _name(name), {})
    node.text = text or None
    _set(node, given)
    return node


def _set(node: Node, attributes: dict[str, str]) -> None:
    """Set attributes; `table__name` is how `table:name` is written here."""
    for name, value in attributes.items():
        node.set(_name(name.replace("__", ":").replace("_", "-")), value)


def _root(name: str) -> Node:
    root = Element(_name(name), nsmap=SPACES)
    root.set(_name("manifest:version" if name.startswith("manifest") else "office:version"), "1.3")
    return root


def _content(book: EntryBook, rows: int) -> Node:
    root = _root("office:document-content")
    styles = _add(root, "office:automatic-styles")
    for name, look in LOOKS.items():
        style = _add(styles, "style:style", style__name=name, style__family="table-cell")
        if name == "header":
            _add(
                style, "style:table-cell-properties", fo__background_color=f"#{GREEN}", fo__wrap_option="wrap"
            )
        _set(_add(style, "style:text-properties"), look)
    wrapping = _add(styles, "style:style", style__name="long", style__family="table-cell")
    _add(wrapping, "style:table-cell-properties", fo__wrap_option="wrap")
    for width in sorted({column.width for tab in book.tabs for column in tab.columns} | {28, 90}):
        style = _add(styles, "style:style", style__name=f"w{width}", style__family="table-column")
        _add(style, "style:table-column-properties", style__column_width=f"{width * LETTER:.2f}cm")
    sheet = _add(_add(root, "office:body"), "office:spreadsheet")
    rules = _add(sheet, "table:content-validations")
    names = {options: f"list{number}" for number, options in enumerate(_offered(book), start=1)}
    for options, name in names.items():
        _rule(rules, name, options)
    _cover(sheet, book)
    for tab in book.tabs:
        _tab(sheet, tab, names, rows)
    return root


def _offered(book: EntryBook) -> list[tuple[str, ...]]:
    """Every drop-down once."""
    return list(
        dict.fromkeys(column.options for tab in book.tabs for column in tab.columns if column.options)
    )


def _rule(rules: Node, name: str, options: tuple[str, ...]) -> None:
    """A list to choose from that never refuses what somebody types instead."""
    quoted = ";".join('"' + option.replace('"', '""') + '"' for option in options)
    rule = _add(
        rules,
        "table:content-validation",
        table__name=name,
        table__condition=f"of:cell-content-is-in-list({quoted})",
        table__allow_empty_cell="true",
        table__display_list="unsorted",
    )
    _add(rule, "table:error-message", table__display="false")


def _cover(sheet: Node, book: EntryBook) -> None:
    table = _add(sheet, "table:table", table__name=book.cover)
    _add(table, "table:table-column", table__style_name="w28")
    _add(table, "table:table-column", table__style_name="w90")
    _row(table, [(book.title + MARK, "title")])
    _row(table, [])
    for line in book.lines:
        _row(table, [(line, "")])
    _row(table, [])
    _row(table, [(header, "header") for header in book.headers])
    for tab in book.tabs:
        _row(table, [(tab.title, ""), (tab.description, "long")])


def _row(table: Node, cells: list[tuple[str, str]]) -> Node:
    row = _add(table, "table:table-row")
    for text, style in cells:
        cell = _add(row, "table:table-cell", office__value_type="string")
        if style:
            cell.set(_name("table:style-name"), style)
        _add(cell, "text:p", text)
    if not cells:
        _add(row, "table:table-cell")
    return row


def _tab(sheet: Node, tab: EntryTab, names: dict[tuple[str, ...], str], rows: int) -> None:
    table = _add(sheet, "table:table", table__name=tab.title)
    for column in tab.columns:
        _add(table, "table:table-column", table__style_name=f"w{column.width}")
    head = _row(table, [(column.header, "header") for column in tab.columns])
    for cell, column in zip(head, tab.columns, strict=True):
        _annotate(cell, column)
    body = _add(table, "table:table-row", table__number_rows_repeated=str(rows))
    for column in tab.columns:
        cell = _add(body, "table:table-cell")
        if column.wraps:
            cell.set(_name("table:style-name"), "long")
        if column.options:
            cell.set(_name("table:content-validation-name"), names[column.options])


def _annotate(cell: Node, column: EntryColumn) -> None:
    """The note of a header stands before its text."""
    if column.note:
        remark = _add(cell, "office:annotation")
        for line in column.note.splitlines():
            _add(remark, "text:p", line)
        cell.insert(0, remark)


def _settings(book: EntryBook) -> Node:
    """The header row of every tab stays in sight."""
    root = _root("office:document-settings")
    view = _add(_add(root, "office:settings"), "config:config-item-set", config__name="ooo:view-settings")
    maps = _add(view, "config:config-item-map-indexed", config__name="Views")
    tables = _add(
        _add(maps, "config:config-item-map-entry"), "config:config-item-map-named", config__name="Tables"
    )
    for tab in book.tabs:
        entry = _add(tables, "config:config-item-map-entry", config__name=tab.title)
        for name, value in _frozen():
            _add(entry, "config:config-item", str(value), config__name=name, config__type="int")
    return root


def _frozen() -> Iterator[tuple[str, int]]:
    yield "VerticalSplitMode", 2
    yield "VerticalSplitPosition", 1
    yield "PositionBottom", 1
    yield "ActiveSplitRange", 2


def _manifest() -> Node:
    root = _root("manifest:manifest")
    for path, kind in (("/", KIND), ("content.xml", "text/xml"), ("settings.xml", "text/xml")):
        _add(root, "manifest:file-entry", manifest__full_path=path, manifest__media_type=kind)
    return root
