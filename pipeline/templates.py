"""Reads and checks `sheet_templates`, with a team's own templates laid over."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.settings import LANGUAGES
from pipeline.model.templates import (
    KINDS,
    Catalogue,
    ColumnTemplate,
    Form,
    Option,
    Question,
    SectionTemplate,
    SummaryTemplate,
    Text,
)

SHIPPED = Path(__file__).parent.parent / "sheet_templates"
"""Beside the package, both in a checkout and where it is installed."""

FORM = frozenset({"key", "order", "title", "description", "aliases", "questions"})
QUESTION = frozenset(
    ("key", "kind", "header", "required", "personal", "program", "aliases", "options", "own_answer", "help")
) | {"width"}
OPTION = frozenset({"code", "text", "aliases"})
SUMMARY = frozenset({"key", "order", "title", "fill", "intro", "landscape", "colour", "sections", "texts"})
SECTION = frozenset({"key", "columns", "heading", "note", "row_key"})
COLUMN = frozenset({"key", "header", "width", "style", "people", "options"})
WITH_OPTIONS = frozenset({"choice", "choices"})

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One template with the files it was read from, the shipped one first."""

    entry: Entry
    files: tuple[tuple[str, str], ...]

    def fail(self, what: str, near: str, **details: str) -> NoReturn:
        """Say what is wrong, in which file and in which line `near` stands.

        Raises:
            UserError: always.

        """
        name, text = next((file for file in reversed(self.files) if near in file[1]), self.files[-1])
        line = 1 + text.count("\n", 0, max(text.find(near), 0))
        raise UserError(
            what,
            todo=N_("Mend it in {file}, line {line}."),
            exit_code=WRONG_SETTINGS,
            file=name,
            line=line,
            **details,
        )

    def known(self, entry: Entry, allowed: frozenset[str]) -> None:
        """Check that `entry` has no key but the `allowed` ones."""
        for name in entry:
            if name not in allowed:
                self.fail(N_("A template has a setting that I do not know: {name}."), f"{name} =", name=name)

    def need(self, entry: Entry, name: str) -> Any:
        """The value of a key that must be there."""
        if name not in entry:
            near = next((f'"{entry[key]}"' for key in ("key", "code") if key in entry), "")
            self.fail(N_("A template lacks {name}."), near, name=name)
        return entry[name]

    def text(self, entry: Entry, name: str) -> Text:
        """A wording that must be there in both languages."""
        worded = self.need(entry, name)
        for language in LANGUAGES:
            if not isinstance(worded, dict) or not worded.get(language):
                near = next((value for value in _strings(worded)), f"{name} =")
                self.fail(
                    N_("The wording of {name} lacks language {language}."), near, name=name, language=language
                )
        return Text(worded["nl"], worded["en"])

    def maybe_text(self, entry: Entry, name: str) -> Text | None:
        """A wording that may be left out, but not in one language alone."""
        return self.text(entry, name) if name in entry else None


def load_catalogue(own: Path | None = None, resolves: Callable[[str], bool] | None = None) -> Catalogue:
    """All templates, in the order in which they are shown.

    `own` is a folder of the same lay-out: an entry with the key of a shipped one replaces what it names.
    `resolves` tells whether a `fill` names a function.

    Raises:
        UserError: a template is wrong; it names the file and the line.

    """
    forms = {sheet.entry["key"]: _form(sheet) for sheet in _sheets("forms", own)}
    working = {sheet.entry["key"]: _form(sheet, working=True) for sheet in _sheets("working", own)}
    form_titles = {
        same_header_key(title) for form in forms.values() for title in (*form.title.both, *form.aliases)
    }
    summaries = {sheet.entry["key"]: _summary(sheet, form_titles, resolves) for sheet in _sheets("tabs", own)}
    return Catalogue(forms, working, summaries, _texts(own), _words(own))


def _sheets(folder: str, own: Path | None) -> list[Sheet]:
    """The templates of one folder, those of `own` laid over, in their order."""
    found: dict[str, Sheet] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        for path in sorted((root / folder).glob("*.toml")):
            sheet = _read(path)
            key = sheet.need(sheet.entry, "key")
            under = found.get(key)
            found[key] = (
                Sheet(_laid_over(under.entry, sheet.entry), under.files + sheet.files) if under else sheet
            )
    return sorted(found.values(), key=lambda sheet: (sheet.entry.get("order", 99), sheet.entry["key"]))


def _read(path: Path) -> Sheet:
    try:
        text = path.read_text(encoding="utf-8")
        return Sheet(tomllib.loads(text), ((path.name, text),))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            N_("The template {file} is not valid TOML."),
            why="{reason}",
            todo=N_("Mend it, or put the file aside."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
            reason=error,
        ) from error


def _laid_over(under: Entry, over: Entry) -> dict[str, Any]:
    """`over` on top of `under`: tables are joined, lists of keyed entries joined by their key."""
    joined = dict(under)
    for name, value in over.items():
        below = joined.get(name)
        if isinstance(value, dict) and isinstance(below, dict):
            joined[name] = _laid_over(below, value)
        elif below is not None and _keyed(value) and _keyed(below):
            joined[name] = _joined_lists(below, value)
        else:
            joined[name] = value
    return joined


def _keyed(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) and _name(entry) for entry in value)


def _name(entry: Entry) -> object:
    return entry.get("key", entry.get("code"))


def _joined_lists(under: Sequence[Entry], over: Sequence[Entry]) -> list[Entry]:
    joined = {_name(entry): entry for entry in under}
    for entry in over:
        joined[_name(entry)] = _laid_over(joined.get(_name(entry), {}), entry)
    return list(joined.values())


def _form(sheet: Sheet, *, working: bool = False) -> Form:
    sheet.known(sheet.entry, FORM)
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
    )


def _no_header_twice(sheet: Sheet, questions: Sequence[Question]) -> None:
    taken: dict[str, str] = {}
    for question in questions:
        for header in (*question.header.both, *question.aliases):
            key = same_header_key(header)
            if taken.setdefault(key, question.key) != question.key:
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
        aliases=tuple(entry.get("aliases", ())),
        **{
            name: entry[name]
            for name in ("required", "personal", "program", "own_answer", "width")
            if name in entry
        },
    )


def _options(sheet: Sheet, entry: Entry) -> tuple[Option, ...]:
    options = []
    taken: dict[str, str] = {}
    for option in entry.get("options", ()):
        sheet.known(option, OPTION)
        made = Option(
            sheet.need(option, "code"), sheet.text(option, "text"), tuple(option.get("aliases", ()))
        )
        for word in (*made.text.both, *made.aliases):
            if taken.setdefault(same_header_key(word), made.code) != made.code:
                sheet.fail(N_("Two options of a question are alike: {option}."), word, option=word)
        options.append(made)
    return tuple(options)


def _summary(sheet: Sheet, forms: set[str], resolves: Callable[[str], bool] | None) -> SummaryTemplate:
    entry = sheet.entry
    sheet.known(entry, SUMMARY)
    title, fill = sheet.text(entry, "title"), sheet.need(entry, "fill")
    for worded in title.both:
        if same_header_key(worded) in forms:
            sheet.fail(N_("A summary tab bears the title of a form: {title}."), worded, title=worded)
    if resolves and not resolves(fill):
        sheet.fail(N_("The fill of a tab names no function: {fill}."), fill, fill=fill)
    return SummaryTemplate(
        key=entry["key"],
        title=title,
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
    return ColumnTemplate(
        key=sheet.need(entry, "key"),
        header=sheet.text(entry, "header"),
        options=_options(sheet, entry),
        **{name: entry[name] for name in ("width", "style", "people") if name in entry},
    )


def _texts(own: Path | None) -> dict[str, dict[str, Text]]:
    """The shared wordings by group: a file `group.toml`, or a folder of files that make one group."""
    groups: dict[str, dict[str, Text]] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        texts = root / "texts"
        for path in sorted((*texts.glob("*.toml"), *texts.glob("*/*.toml"))):
            group = path.stem if path.parent == texts else path.parent.name
            sheet = _read(path)
            for name in sheet.entry:
                groups.setdefault(group, {})[name] = sheet.text(sheet.entry, name)
    return groups


def _words(own: Path | None) -> dict[str, tuple[str, ...]]:
    """The lists of words to recognise; a team's own words are added."""
    lists: dict[str, tuple[str, ...]] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        for path in sorted((root / "words").glob("*.toml")):
            sheet = _read(path)
            lists[path.stem] = (*lists.get(path.stem, ()), *sheet.need(sheet.entry, "words"))
    return lists


def _strings(worded: object) -> Iterator[str]:
    if isinstance(worded, str):
        yield worded
    elif isinstance(worded, dict):
        yield from (value for value in worded.values() if isinstance(value, str) and value)
