"""Working tabs as the program makes them once: headers, drop-downs, notes, room to write."""

from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.edges.looks import ROW_HEIGHT, WORKING, working_style
from pipeline.edges.workbook.look import dress
from pipeline.edges.workbook.printing import set_up_page
from pipeline.edges.workbook.sheets import CHECKED, LAST_ROW, Choices, drop_down, note
from pipeline.model.settings import Settings
from pipeline.model.templates import Form, Question, Words

PORTRAIT: Final = 96
"""As many letters as fit beside one another on an upright page."""


def add_working_sheet(workbook: Workbook, form: Form, settings: Settings, words: Words) -> None:
    """Add a working tab with its header row."""
    sheet = workbook.create_sheet(form.title[words.language])
    sheet.sheet_properties.tabColor = WORKING
    sheet.freeze_panes = "A2"
    questions = form.columns(settings)
    for column, question in enumerate(questions, start=1):
        _add_column(sheet, column, question, words)
    sheet.row_dimensions[1].height = 32
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    if form.description:
        first = sheet.cell(1, 1)
        help_text = first.comment.text if first.comment else ""
        first.comment = note("\n".join(filter(None, (form.description[words.language], help_text))))
    set_up_page(sheet, words, landscape=sum(question.width for question in questions) > PORTRAIT)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"


def _add_column(sheet: Worksheet, column: int, question: Question, words: Words) -> None:
    letter = get_column_letter(column)
    header = sheet.cell(1, column, question.header[words.language])
    dress(header, "header")
    if question.help:
        header.comment = note(question.help[words.language])
    dimension: Any = sheet.column_dimensions[letter]
    dimension.width = question.width
    dress(dimension, working_style(question))
    rows = [f"{letter}2:{letter}{LAST_ROW}"]
    if question.kind == "check":
        sheet.add_data_validation(drop_down(f'"{CHECKED}"', rows, words.text("workbook", "check")))
    elif question.options:
        options = tuple(option.text[words.language] for option in question.options)
        formula = Choices().formula(options)
        if formula.startswith('"'):
            sheet.add_data_validation(drop_down(formula, rows))
