"""A spreadsheet as an OpenDocument file: the values of every tab, as they are worked out."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.google_emulator.world import World

Json = dict[str, Any]

KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">'
    f'<m:file-entry m:full-path="/" m:media-type="{KIND}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def saved(world: World, file_id: str) -> bytes:
    """The bytes of the file."""
    fields = "sheets(properties.title,data.rowData.values(effectiveValue,formattedValue))"
    found = world.ask("GET", f"/v4/spreadsheets/{file_id}?fields={fields}")
    tables = "".join(_table(each) for each in found["sheets"])
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f'<office:document-content {SPACES} office:version="1.3">{body}</office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", MANIFEST)
    return out.getvalue()


def _table(sheet: Json) -> str:
    rows = [row.get("values", ()) for part in sheet["data"] for row in part.get("rowData", ())]
    title = quoteattr(sheet["properties"]["title"])
    return f"<table:table table:name={title}>{''.join(_rows(rows))}</table:table>"


def _rows(rows: Iterable[Iterable[Json]]) -> Iterator[str]:
    for row in rows:
        yield f"<table:table-row>{''.join(_cell(cell) for cell in row)}</table:table-row>"


def _cell(cell: Json) -> str:
    """A number, a yes or no, or the text that is shown."""
    kind, value = next(iter(cell.get("effectiveValue", {}).items()), ("", None))
    if value is None:
        return "<table:table-cell/>"
    shown = f"<text:p>{escape(cell['formattedValue'])}</text:p></table:table-cell>"
    if kind == "numberValue":
        return f'<table:table-cell office:value-type="float" office:value="{value}">{shown}'
    if kind == "boolValue":
        told = str(value).lower()
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{told}">{shown}'
    return f'<table:table-cell office:value-type="string">{shown}'
