"""Reads and checks `sheet_templates`, with a team's own templates laid over."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.templates import Catalogue, Form, OtherLanguage, Question, Text
from pipeline.templates.entries import FORM, SUMMARY, read_form, read_summary
from pipeline.templates.sheet import Sheet, laid_over, names_in, read_sheet

SHIPPED: Final = Path(__file__).parents[2] / "sheet_templates"
"""Beside the package, both in a checkout and where it is installed."""

LANGUAGE: Final = frozenset({"name", "direction", "texts"})
DIRECTIONS: Final = ("ltr", "rtl")
FOLDERS: Final = {"forms": FORM, "working": FORM, "tabs": SUMMARY}


def load_catalogue(own: Path | None = None, resolves: Callable[[str], bool] | None = None) -> Catalogue:
    """All templates, in the order in which they are shown.

    `own` is a folder of the same lay-out: an entry with the key of a shipped one replaces what it names.
    `resolves` tells whether a `fill` names a function.

    Raises:
        UserError: a template is wrong; it names the file and the line.

    """
    if own and not own.is_dir():
        raise UserError(
            N_("There is no folder “{folder}” with templates."),
            todo=N_("Make it, or take it out of the settings file."),
            exit_code=WRONG_SETTINGS,
            folder=own.name,
        )
    sheets = {folder: _sheets(folder, own, allowed) for folder, allowed in FOLDERS.items()}
    forms = {sheet.entry["key"]: read_form(sheet) for sheet in sheets["forms"]}
    if own:
        forms = dict(_with_own(forms))
    working = {sheet.entry["key"]: read_form(sheet, working=True) for sheet in sheets["working"]}
    summaries = {sheet.entry["key"]: read_summary(sheet, resolves) for sheet in sheets["tabs"]}
    _no_title_twice([sheet for found in sheets.values() for sheet in found])
    return Catalogue(forms, working, summaries, load_texts(own), load_words(own), load_languages(own))


def _with_own(forms: Mapping[str, Form]) -> Iterator[tuple[str, Form]]:
    """The forms, in which every question that no shipped one is, is marked as the team's own.

    The others are known by our words too: what came in before the team chose its own is still understood.
    """
    shipped = {sheet.entry["key"]: read_form(sheet) for sheet in _sheets("forms", None, FORM)}
    for key, form in forms.items():
        ours = shipped.get(key, replace(form, questions=form.questions[:1]))
        known = {question.key: question for question in ours.questions}
        taken = {wording for question in form.questions for wording in _wordings(question)}
        yield (
            key,
            replace(
                form,
                questions=tuple(
                    _also_by(question, known[question.key], taken)
                    if question.key in known
                    else replace(question, own=True)
                    for question in form.questions
                ),
            ),
        )


def _wordings(question: Question) -> tuple[str, ...]:
    return (*question.header.both, *question.aliases)


def _also_by(question: Question, ours: Question, taken: Collection[str]) -> Question:
    """The question, also known by our wording of it and of its options where nothing else is called so."""
    offered = {wording for option in question.options for wording in (*option.text.both, *option.aliases)}
    texts = {option.code: option.text.both for option in ours.options}
    return replace(
        question,
        aliases=(*question.aliases, *_free(ours.header.both, taken)),
        options=tuple(
            replace(option, aliases=(*option.aliases, *_free(texts.get(option.code, ()), offered)))
            for option in question.options
        ),
    )


def _free(wordings: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(wording for wording in wordings if wording not in taken)


def _no_title_twice(sheets: Sequence[Sheet]) -> None:
    """Check that no two tabs bear one title, whatever the language and the capitals; ours were first."""
    taken: dict[str, Sheet] = {}
    for sheet in sorted(sheets, key=lambda sheet: not sheet.files[-1][0].is_relative_to(SHIPPED)):
        for title in (*sheet.text(sheet.entry, "title").both, *sheet.entry.get("aliases", ())):
            if taken.setdefault(same_header_key(title), sheet) is not sheet:
                sheet.fail(N_("Two tabs bear one title: {title}."), title, title=title)


def _sheets(folder: str, own: Path | None, allowed: frozenset[str]) -> list[Sheet]:
    """The templates of one folder, those of `own` laid over, in their order."""
    found: dict[str, Sheet] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        for path in sorted((root / folder).glob("*.toml")):
            sheet = read_sheet(path)
            sheet.known(sheet.entry, allowed)
            key = sheet.need(sheet.entry, "key")
            under = found.get(key)
            found[key] = (
                Sheet(laid_over(under.entry, sheet.entry), under.files + sheet.files) if under else sheet
            )
    return sorted(found.values(), key=lambda sheet: (sheet.entry.get("order", 99), sheet.entry["key"]))


def load_texts(own: Path | None = None) -> dict[str, dict[str, Text]]:
    """The shared wordings by group: a file `group.toml`, or a folder of files that make one group."""
    groups: dict[str, dict[str, Text]] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        texts = root / "texts"
        for path in sorted((*texts.glob("*.toml"), *texts.glob("*/*.toml"))):
            group = path.stem if path.parent == texts else path.parent.name
            sheet = read_sheet(path)
            texts_so_far = groups.setdefault(group, {})
            for name in sheet.entry:
                text = sheet.text(sheet.entry, name)
                _no_new_names(sheet, text, texts_so_far.get(name, text))
                texts_so_far[name] = text
    return groups


def _no_new_names(sheet: Sheet, text: Text, shipped: Text) -> None:
    """Check that a team's own wording asks for nothing that the program does not fill in."""
    filled_in = {name for worded in shipped.both for name in names_in(worded)}
    for worded in text.both:
        for name in names_in(worded) - filled_in:
            sheet.fail(N_("A wording asks for {{{name}}}, which is not filled in."), worded, name=name)


def load_words(own: Path | None = None) -> dict[str, tuple[str, ...]]:
    """The lists of words to recognise; a team's own words are added.

    A file is a list by its own name; one with tables holds a list for each: `columns.email`.
    """
    lists: dict[str, tuple[str, ...]] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        for path in sorted((root / "words").glob("*.toml")):
            sheet = read_sheet(path)
            tables = {f"{path.stem}.{key}": one for key, one in sheet.entry.items() if type(one) is dict}
            for name, table in (tables or {path.stem: dict(sheet.entry)}).items():
                sheet.known(table, frozenset({"words"}))
                lists[name] = (*lists.get(name, ()), *sheet.need(table, "words"))
    return lists


def load_languages(own: Path | None = None) -> dict[str, OtherLanguage]:
    """The other languages; a team's own file adds one, or translates more of one that is there."""
    found: dict[str, OtherLanguage] = {}
    for root in (SHIPPED, own) if own else (SHIPPED,):
        for path in sorted((root / "languages").glob("*.toml")):
            sheet = read_sheet(path)
            sheet.known(sheet.entry, LANGUAGE)
            direction = sheet.need(sheet.entry, "direction")
            if direction not in DIRECTIONS:
                sheet.fail(
                    N_("A language is written ltr (left to right) or rtl, not {direction}."),
                    f'"{direction}"',
                    direction=direction,
                )
            texts = {dutch: text for dutch, text in sheet.entry.get("texts", {}).items() if text}
            before = found.get(path.stem)
            found[path.stem] = OtherLanguage(
                path.stem,
                sheet.need(sheet.entry, "name"),
                direction,
                {**(before.texts if before else {}), **texts},
            )
    return found
