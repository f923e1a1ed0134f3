"""A spreadsheet in other formats."""

import csv
import io
from typing import Any
from urllib.parse import quote

from tests.google_emulator import workbook
from tests.google_emulator.drive import ods
from tests.google_emulator.world import World


def exported(world: World, file_id: str, kind: str) -> bytes:
    """The bytes of a spreadsheet as `kind`, a MIME type of `documents.FORMATS`."""
    if kind == "text/csv":
        return _table(world, file_id, delimiter=",")
    if kind == "text/tab-separated-values":
        return _table(world, file_id, delimiter="\t")
    if kind == "application/pdf":
        return _page(world.files[file_id].name)
    return (
        ods.saved(world, file_id)
        if kind.endswith(".opendocument.spreadsheet")
        else workbook.saved(world, file_id)
    )


def _table(world: World, file_id: str, *, delimiter: str) -> bytes:
    """The first tab that is not hidden, as it is shown; lines end between rows only."""
    address = f"/v4/spreadsheets/{file_id}"
    tabs = world.ask("GET", f"{address}?fields=sheets.properties(title,hidden)")["sheets"]
    title = next(each["properties"]["title"] for each in tabs if not each["properties"].get("hidden"))
    whole = quote("'" + title.replace("'", "''") + "'", safe="")
    rows: list[list[Any]] = world.ask("GET", f"{address}/values/{whole}").get("values", [])
    width = max(map(len, rows), default=0)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    return text.getvalue().removesuffix("\r\n").encode()


def _page(title: str) -> bytes:
    """A PDF of one page that says what it would be of."""
    latin = title.encode("latin-1", "replace").decode("latin-1")
    said = "".join(f"\\{letter}" if letter in "()\\" else letter for letter in latin)
    drawing = f"BT /F1 24 Tf 72 720 Td ({said}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return (out + f"startxref\n{out.index('xref')}\n%%EOF\n").encode("latin-1")
