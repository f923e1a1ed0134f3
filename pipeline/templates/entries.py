"""Entries of a template file to forms, questions, options, tabs, tables and columns."""

from collections.abc import Callable, Sequence
from typing import Final

from pipeline.model.errors import N_
from pipeline.model.headers import same_header_key
from pipeline.model.templates import (
    KINDS,
    STYLES,
    ColumnTemplate,
    Form,
    Option,
    Question,
    SectionTemplate,
    SummaryTemplate,
)
from pipeline.templates.sheet import Entry, Sheet

FORM: Final = frozenset({"key", "order", "title", "description", "thanks", "aliases", "questions"})
QUESTION: Final = frozenset(
    ("key", "kind", "header", "required", "personal", "program", "aliases", "options", "own_answer", "help")
) | {"width", "section", "low", "high", "every"}
OPTION: Final = frozenset({"code", "text", "aliases"})
SUMMARY: Final = frozenset(
    {"key", "order", "title", "fill", "intro", "landscape", "colour", "sections", "texts"}
)
SECTION: Final = frozenset({"key", "columns", "heading", "note", "row_key"})
COLUMN: Final = frozenset({"key", "header", "width", "style", "people", "options"})
WITH_OPTIONS: Final = frozenset({"choice", "choices"})


def read_form(sheet: Sheet, *, working: bool = False) -> Form:
    """A form, or a working tab.

    Raises:
        UserError: it has a mistake.

    """
    questions = tuple(_question(sheet, entry) for entry in sheet.need(sheet.entry, "questions"))
    if not working and questions[0].key != "submitted_at":
        sheet.fail(N_("The first question of a form must be submitted_at."), "[[questions]]")
    _no_header_twice(sheet, questions)
    return Form(
        key=sheet.entry["key"],
        title=sheet.text(sheet.entry, "title"),
        questions=questions,
        description=sheet.maybe_text(sheet.entry, "description"),
        aliases=tuple(sheet.entry.get("aliases", ())),
        working=working,
        thanks=sheet.maybe_text(sheet.entry, "thanks"),
    )


def _no_header_twice(sheet: Sheet, questions: Sequence[Question]) -> None:
    taken: dict[str, int] = {}
    for place, question in enumerate(questions):
        for header in (*question.header.both, *question.aliases):
            if taken.setdefault(same_header_key(header), place) != place:
                sheet.fail(
                    N_("Two questions of a template have one header: {header}."), header, header=header
                )


def _question(sheet: Sheet, entry: Entry) -> Question:
    sheet.known(entry, QUESTION)
    kind = sheet.need(entry, "kind")
    if kind not in KINDS:
        sheet.fail(N_("A question has a kind that I do not know: {kind}."), f'"{kind}"', kind=kind)
    options = _options(sheet, entry)
    if (kind in WITH_OPTIONS) != bool(options):
        near = f'key = "{sheet.need(entry, "key")}"'
        sheet.fail(N_("Options belong to choice and choices, and to nothing else."), near)
    return Question(
        key=sheet.need(entry, "key"),
        kind=kind,
        header=sheet.text(entry, "header"),
        options=options,
        help=sheet.maybe_text(entry, "help"),
        section=sheet.maybe_text(entry, "section"),
        low=sheet.maybe_text(entry, "low"),
        high=sheet.maybe_text(entry, "high"),
        aliases=tuple(entry.get("aliases", ())),
        every=tuple(entry.get("every", ())),
        **{
            name: entry[name]
            for name in ("required", "personal", "program", "own_answer", "width")
            if name in entry
        },
    )


def _options(sheet: Sheet, entry: Entry) -> tuple[Option, ...]:
    options = []
    taken: dict[str, int] = {}
    for place, option in enumerate(entry.get("options", ())):
        sheet.known(option, OPTION)
        made = Option(
            sheet.need(option, "code"), sheet.text(option, "text"), tuple(option.get("aliases", ()))
        )
        for word in (*made.text.both, *made.aliases):
            if taken.setdefault(same_header_key(word), place) != place:
                sheet.fail(N_("Two options of a question are alike: {option}."), word, option=word)
        options.append(made)
    return tuple(options)


def read_summary(sheet: Sheet, resolves: Callable[[str], bool] | None) -> SummaryTemplate:
    """A tab the program writes; `resolves` tells whether its `fill` names a function.

    Raises:
        UserError: it has a mistake.

    """
    entry = sheet.entry
    fill = sheet.need(entry, "fill")
    if resolves and not resolves(fill):
        sheet.fail(N_("The fill of a tab names no function: {fill}."), fill, fill=fill)
    return SummaryTemplate(
        key=entry["key"],
        title=sheet.text(entry, "title"),
        fill=fill,
        intro=sheet.text(entry, "intro"),
        sections=tuple(_section(sheet, section) for section in entry.get("sections", ())),
        texts={name: sheet.text(entry["texts"], name) for name in entry.get("texts", ())},
        **{name: entry[name] for name in ("landscape", "colour") if name in entry},
    )


def _section(sheet: Sheet, entry: Entry) -> SectionTemplate:
    sheet.known(entry, SECTION)
    columns = tuple(_column(sheet, column) for column in sheet.need(entry, "columns"))
    row_key = entry.get("row_key")
    if row_key is not None and row_key not in {column.key for column in columns}:
        sheet.fail(
            N_("The row_key of a section is no column: {name}."), f'row_key = "{row_key}"', name=row_key
        )
    return SectionTemplate(
        key=sheet.need(entry, "key"),
        columns=columns,
        heading=sheet.maybe_text(entry, "heading"),
        note=sheet.maybe_text(entry, "note"),
        row_key=row_key,
    )


def _column(sheet: Sheet, entry: Entry) -> ColumnTemplate:
    sheet.known(entry, COLUMN)
    style = entry.get("style", "text")
    if style not in STYLES:
        sheet.fail(N_("A column has a style that I do not know: {style}."), f'"{style}"', style=style)
    return ColumnTemplate(
        key=sheet.need(entry, "key"),
        header=sheet.text(entry, "header"),
        options=_options(sheet, entry),
        **{name: entry[name] for name in ("width", "style", "people") if name in entry},
    )
