"""Catalogue + settings → the forms of one Atelier as people see them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from pipeline.model.blueprint import (
    INVITATION,
    Also,
    Blueprint,
    Check,
    FormPlan,
    Item,
    ItemKind,
    Link,
    WorkingColumn,
    WorkingPlan,
)
from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue, Form, Question, Text, Words
from pipeline.summaries.first_rows import Row, first_rows

TABLES: Final = 10
"""How many tables get a link of their own where nobody said how many there are."""

ITEMS: Final[dict[str, ItemKind]] = {
    "long_text": "lines", "names": "lines", "choice": "one", "choices": "many", "yes_no": "one",
    "meeting": "one", "scale": "scale", "grade": "scale", "date": "date",
}  # fmt: skip
"""How a kind of question is asked; every other is typed in one line."""

CHECKS: Final[dict[str, Check]] = {
    "email": "email", "phone": "phone", "postcode": "postcode", "number": "number",
}  # fmt: skip
GRADE: Final = (1, 10)
SCALE: Final = (1, 5)


def draw(catalogue: Catalogue, settings: Settings, tables: int = TABLES) -> Blueprint:
    """The forms, their links and the working tabs, in the language of the settings.

    `tables` is the number of tables that get a link of their own.

    Raises:
        UserError: the settings name a language that there is no file of.

    """
    words = Words(catalogue, settings.language)
    _check(settings.also, catalogue)
    known = {first.form.key: first.rows for first in first_rows(catalogue, settings)}
    return Blueprint(
        title=settings.title,
        spreadsheet=words.text("forms", "spreadsheet", title=settings.title),
        language=settings.language,
        timezone=settings.timezone,
        forms=tuple(_form(form, settings, words) for form in catalogue.forms.values()),
        links=tuple(_links(catalogue, settings, words, tables)),
        working=tuple(_working(form, settings, words, known) for form in catalogue.working.values()),
    )


def day_in_words(day: date, words: Words) -> str:
    """A date as people say it: donderdag 3 september."""
    weekday = words.text("forms", "weekdays").split()[day.weekday()]
    month = words.text("forms", "months").split()[day.month - 1]
    return words.text("forms", "date", weekday=weekday, day=day.day, month=month)


def _check(also: Iterable[str], catalogue: Catalogue) -> None:
    for code in also:
        if code not in catalogue.languages:
            raise UserError(
                N_("I do not have the language “{code}”."),
                why=N_("I have: {known}."),
                todo=N_("Choose one of these, or put {code}.toml in the folder languages of your templates."),
                exit_code=WRONG_SETTINGS,
                code=code,
                known=", ".join(catalogue.languages),
            )


def _also(
    settings: Settings, words: Words, *texts: Text | None, offered: Iterable[Text] = ()
) -> tuple[Also, ...]:
    """These wordings in the other languages, as far as they were translated.

    What is `offered` to choose from stands behind the words that one chooses.
    """
    found: list[Also] = []
    for code in settings.also:
        language = words.catalogue.languages[code]
        lines = [language.texts[text.nl] for text in texts if text and text.nl in language.texts]
        lines += [
            f"{text[words.language]} = {language.texts[text.nl]}"
            for text in offered
            if text.nl in language.texts
        ]
        if lines:
            found.append(Also(code, language.direction, tuple(lines)))
    return tuple(found)


def _form(form: Form, settings: Settings, words: Words) -> FormPlan:
    description = [_worded(form.description, words)]
    if settings.contact:
        description.append(words.text("forms", "contact", contact=settings.contact))
    return FormPlan(
        key=form.key,
        title=form.title[words.language],
        description="\n\n".join(filter(None, description)),
        thanks=_worded(form.thanks, words),
        items=tuple(
            item for question in form.columns(settings) for item in _items(question, settings, words)
        ),
        also=_also(settings, words, form.title, form.description),
    )


def _items(question: Question, settings: Settings, words: Words) -> Iterator[Item]:
    """A question with the heading above it; the moment of sending in is never asked."""
    if question.section:
        also = _also(settings, words, question.section)
        yield Item(f"{question.key}.section", "section", question.section[words.language], also=also)
    if question.kind != "timestamp":
        low, high = GRADE if question.kind == "grade" else SCALE
        yield Item(
            key=question.key,
            kind=ITEMS.get(question.kind, "line"),
            title=question.header[words.language],
            help=_help(question, settings, words),
            required=question.required,
            options=_options(question, settings, words),
            own_answer=question.own_answer,
            check=CHECKS.get(question.kind, ""),
            low=low,
            high=high,
            labels=_labels(question, words),
            also=_also(settings, words, question.header, question.help, offered=_offered(question, words)),
        )


def _help(question: Question, settings: Settings, words: Words) -> str:
    lines = [_worded(question.help, words)]
    if _about_meetings(question):
        lines += [_when(meeting, words) for meeting in settings.meetings]
    return "\n".join(filter(None, lines))


def _when(meeting: MeetingPlan, words: Words) -> str:
    if not meeting.date:
        return ""
    day = day_in_words(meeting.date, words)
    if not meeting.place:
        return words.text("forms", "meeting_when", number=meeting.number, date=day)
    return words.text("forms", "meeting_where", number=meeting.number, date=day, place=meeting.place)


def _about_meetings(question: Question) -> bool:
    """Whether its options are the meetings, by number."""
    return bool(question.options) and all(option.code.isdecimal() for option in question.options)


def _options(question: Question, settings: Settings, words: Words) -> tuple[str, ...]:
    if question.kind == "meeting":
        return tuple(words.text("forms", "meeting", number=number) for number in settings.numbers)
    if question.kind == "yes_no":
        return (words.text("forms", "yes"), words.text("forms", "no"))
    beyond = (
        ()
        if not _about_meetings(question)
        else {str(n) for n in range(1, 100)} - set(map(str, settings.numbers))
    )
    return tuple(option.text[words.language] for option in question.options if option.code not in beyond)


def _offered(question: Question, words: Words) -> Iterator[Text]:
    """What can be chosen, or stands at the ends of a scale; numbers of meetings speak for themselves."""
    texts = words.catalogue.texts["forms"]
    if question.kind == "yes_no":
        yield from (texts["yes"], texts["no"])
    elif ITEMS.get(question.kind) == "scale":
        kind = _scale(question)
        yield from (question.low or texts[f"{kind}_low"], question.high or texts[f"{kind}_high"])
    elif not _about_meetings(question):
        yield from (option.text for option in question.options)


def _scale(question: Question) -> str:
    return "grade" if question.kind == "grade" else "agree"


def _labels(question: Question, words: Words) -> tuple[str, str]:
    """The words at the ends of a scale."""
    if ITEMS.get(question.kind) != "scale":
        return ("", "")
    low, high = _offered(question, words)
    return (low[words.language], high[words.language])


def _links(catalogue: Catalogue, settings: Settings, words: Words, tables: int) -> Iterator[Link]:
    """A link to every form; with its meeting filled in where it asks for one, else with its table."""
    for form in catalogue.forms.values():
        yield Link(form.key, form.key, words.text("forms", "links_everyone"))
        kinds = {question.kind: question.key for question in reversed(form.questions)}
        keys = {question.key for question in form.questions}
        if "meeting" in kinds:
            for number in settings.numbers:
                text = words.text("forms", "meeting", number=number)
                yield Link(f"{form.key}:meeting:{number}", form.key, text, ((kinds["meeting"], text),))
        elif "group" in keys:
            for number in range(1, tables + 1):
                text = words.text("forms", "table", number=number)
                yield Link(f"{form.key}:table:{number}", form.key, text, (("group", text),))
        elif "invited_by" in keys:
            invitation = words.text("forms", "links_invitation")
            yield Link(f"{form.key}:invitation", form.key, invitation, (("invited_by", INVITATION),))


def _working(form: Form, settings: Settings, words: Words, known: Mapping[str, Sequence[Row]]) -> WorkingPlan:
    columns = form.columns(settings)
    return WorkingPlan(
        key=form.key,
        title=form.title[words.language],
        description=_worded(form.description, words),
        columns=tuple(
            WorkingColumn(
                header=question.header[words.language],
                help=_worded(question.help, words),
                width=question.width,
                options=tuple(option.text[words.language] for option in question.options),
                check=question.kind == "check",
                program=question.program,
            )
            for question in columns
        ),
        rows=tuple(
            tuple(str(row.get(question.key) or "") for question in columns) for row in known.get(form.key, ())
        ),
    )


def _worded(text: Text | None, words: Words) -> str:
    return text[words.language] if text else ""
