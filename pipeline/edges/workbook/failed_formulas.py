"""Cells whose formula failed: what the spreadsheet program shows there, made readable as text."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

_ZIP: Final = b"PK"
_DAMAGED: Final = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What Python raises for a zip that is cut off, changed, locked, or packed in a way it does not know."""

_SHEET: Final = re.compile(r"xl/.*sheets/[^/]+\.xml", re.IGNORECASE)
_FAILED: Final = re.compile(rb"""(<(?:\w+:)?c\b[^<>]*?\st=)(?:"e"|'e')""")
_ERROR: Final = (b'"e"', b"'e'")
"""To look for these first saves going through a long sheet cell by cell."""

_ODS_SHEETS: Final = "content.xml"
_ODS_FAILED: Final = re.compile(
    rb'\soffice:string-value=""(?=[^<>]*\scalcext:value-type="error")'
    rb'|(?<=calcext:value-type="error")\soffice:string-value=""'
)


def shown_as_text(content: bytes) -> bytes:
    """The same workbook, where each `#REF!` or `#N/A` of a formula is a text; unchanged when it has none.

    The library that reads workbooks passes over such cells as if they were empty, and refuses the
    whole workbook when it does not know the error. Only .xlsx and .ods are looked into; so is
    whatever bears another name and is one of these.
    """
    if not content.startswith(_ZIP):
        return content
    try:
        with ZipFile(BytesIO(content)) as archive:
            changed = dict(_changed(archive))
            return _with(archive, changed) if changed else content
    except _DAMAGED:
        return content


def _changed(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts in which such cells stand, with those as text."""
    for name in archive.namelist():
        if name == _ODS_SHEETS:
            part = archive.read(name)
            text = _ODS_FAILED.sub(b"", part)
        elif _SHEET.fullmatch(name):
            part = archive.read(name)
            text = _FAILED.sub(rb'\1"str"', part) if any(value in part for value in _ERROR) else part
        else:
            continue
        if text != part:
            yield name, text


def _with(archive: ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive with these parts instead of its own."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as copy:
        for name in dict.fromkeys(archive.namelist()):
            copy.writestr(name, changed.get(name) or archive.read(name))
    return written.getvalue()
