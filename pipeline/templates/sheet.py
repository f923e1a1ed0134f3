"""One template file: its entries, and the mistakes in them, each told with file and line."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Final, NoReturn

from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.settings import LANGUAGES
from pipeline.model.templates import Text

TYPES: Final[Mapping[str, type]] = {
    **dict.fromkeys(("key", "code", "kind", "fill", "style", "colour", "row_key", "name", "direction"), str),
    **dict.fromkeys(("required", "personal", "program", "own_answer", "landscape", "people"), bool),
    **dict.fromkeys(("order", "width"), int),
    **dict.fromkeys(("questions", "options", "sections", "columns", "aliases", "words", "every"), list),
    "texts": dict,
}
"""What stands behind a key; a wording (title, header …) is checked where it is read."""

ENTRIES: Final = frozenset({"questions", "options", "sections", "columns"})
"""Lists of entries; the other lists hold texts."""

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One template with the files it was read from, the shipped one first."""

    entry: Entry
    files: tuple[tuple[Path, str], ...]

    def fail(self, what: str, near: str, **details: str) -> NoReturn:
        """Say what is wrong, in which file and in which line `near` stands.

        Raises:
            UserError: always.

        """
        path, text = next((file for file in reversed(self.files) if near in file[1]), self.files[-1])
        line = 1 + text.count("\n", 0, max(text.find(near), 0))
        raise UserError(
            what,
            todo=N_("Mend it in {file}, line {line}."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
            line=line,
            **details,
        )

    def known(self, entry: Entry, allowed: frozenset[str]) -> None:
        """Check that `entry` has no key but the `allowed` ones, and behind each what belongs there."""
        for name, value in entry.items():
            if name not in allowed:
                self.fail(N_("A template has a setting that I do not know: {name}."), f"{name} =", name=name)
            inside = dict if name in ENTRIES else str
            right = type(value) is TYPES.get(name, type(value)) and (
                not isinstance(value, list) or all(isinstance(one, inside) for one in value)
            )
            if not right:
                self.fail(
                    N_("A template has something else behind {name} than belongs there."),
                    f"{name} =",
                    name=name,
                )

    def need(self, entry: Entry, name: str) -> Any:
        """The value of a key that must be there."""
        if name not in entry:
            near = next((f'"{entry[key]}"' for key in ("key", "code") if key in entry), "")
            self.fail(N_("A template lacks {name}."), near, name=name)
        return entry[name]

    def text(self, entry: Entry, name: str) -> Text:
        """A wording that must be there, in both languages; a team may word it once, for both."""
        worded = self.need(entry, name)
        if isinstance(worded, str):
            worded = dict.fromkeys(LANGUAGES, worded)
        for language in LANGUAGES:
            if (
                not isinstance(worded, dict)
                or not isinstance(worded.get(language), str)
                or not worded[language]
            ):
                near = next((value for value in _strings(worded)), f"{name} =")
                self.fail(
                    N_("The wording of {name} lacks language {language}."), near, name=name, language=language
                )
            if not _fillable(worded[language]):
                self.fail(
                    N_("A wording has a curly bracket that is not closed: {text}"),
                    worded[language],
                    text=worded[language],
                )
        return Text(worded["nl"], worded["en"])

    def maybe_text(self, entry: Entry, name: str) -> Text | None:
        """A wording that may be left out, but not in one language alone."""
        return self.text(entry, name) if name in entry else None


def read_sheet(path: Path) -> Sheet:
    """Read one file.

    Raises:
        UserError: it is not valid TOML.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(
            N_("The template {file} has letters that cannot be read."),
            todo=N_("Save it again as UTF-8 and try again."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
        ) from error
    try:
        return Sheet(tomllib.loads(text), ((path, text),))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise UserError(
            N_("The template {file} cannot be understood from line {line} on."),
            why=N_("A line reads: name = value. Text stands between quotes, a list between [ and ]."),
            todo=N_("Mend it, or put the file aside."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
            line=int(at[1]) if at else len(text.splitlines()),
        ) from error


def laid_over(under: Entry, over: Entry) -> dict[str, Any]:
    """`over` on top of `under`: tables are joined, lists of keyed entries joined by their key."""
    joined = dict(under)
    for name, value in over.items():
        below = joined.get(name)
        if isinstance(value, dict) and isinstance(below, dict):
            joined[name] = laid_over(below, value)
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
        joined[_name(entry)] = laid_over(joined.get(_name(entry), {}), entry)
    return list(joined.values())


def _fillable(worded: str) -> bool:
    try:
        names_in(worded)
    except ValueError:
        return False
    return True


def names_in(worded: str) -> set[str]:
    """What is filled in: `page` and `pages` of `Page {page} of {pages}`."""
    return {name for _, name, _, _ in Formatter().parse(worded) if name is not None}


def _strings(worded: object) -> Iterator[str]:
    if isinstance(worded, dict):
        yield from (value for value in worded.values() if isinstance(value, str) and value)
