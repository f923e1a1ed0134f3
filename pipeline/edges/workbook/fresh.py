"""The program's own sheets as a new workbook, without rows yet, in the styles of the old one."""

import warnings
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_STYLE

from pipeline.edges.looks import TYPEFACE
from pipeline.edges.workbook.package import Package
from pipeline.model.errors import N_, UserError

MADE: Final = datetime(2000, 1, 1)
"""Every file bears the same date, so that the same content gives the same bytes."""

PROGRAM: Final = "samenkracht"


def empty_workbook(title: str, base: Package | None) -> Workbook:
    """A workbook without sheets; the styles of `base` keep their numbers, new ones come after.

    Raises:
        UserError: the styles of `base` cannot be understood.

    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = PROGRAM
    workbook.properties.keywords = PROGRAM
    workbook.properties.title = title
    workbook.properties.created = workbook.properties.modified = MADE
    styles = base.part_of_kind("styles") if base else None
    if base and styles:
        _take_styles(workbook, base.read(styles))
    else:
        usual = Font(name=TYPEFACE, size=10)
        inner: Any = workbook
        inner._named_styles[0].font = usual
        inner._fonts = IndexedList([usual])
    return workbook


def saved(workbook: Workbook) -> bytes:
    """The workbook as a file."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        ExcelWriter(workbook, archive).save()
    return stream.getvalue()


def _take_styles(workbook: Workbook, styles: bytes) -> None:
    try:
        with ZipFile(BytesIO(), "w") as archive, warnings.catch_warnings():
            archive.writestr(ARC_STYLE, styles)
            warnings.simplefilter("ignore")
            apply_stylesheet(archive, workbook)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise UserError(
            N_("I cannot take over the layout of the summary as it was saved last."),
            why=N_("The program that saved it describes its cells in a way I do not know."),
            todo=N_("Open it in Excel or LibreOffice, save it there as .xlsx, and try again."),
        ) from error
