"""The forms of one Atelier as people see them, for every medium that makes them: on the web or on paper."""

from dataclasses import dataclass
from typing import Literal

ItemKind = Literal["section", "line", "lines", "one", "many", "scale", "date"]
Check = Literal["", "email", "phone", "postcode", "number"]

INVITATION = "U-CODE"
"""What stands in the link on an invitation where the code of the inviter belongs."""


@dataclass(frozen=True, slots=True)
class Also:
    """The same in another language: its code, which way it is written, and its lines."""

    language: str
    direction: Literal["ltr", "rtl"]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One question, or (`section`) the heading of a new part.

    `kind`: `line` and `lines` are typed, of `one` and `many` one or more `options` are chosen, of a
    `scale` a number from `low` to `high`, whose ends bear `labels`. `own_answer` = also something else;
    `check` is what a typed answer should look like. Title and options stay in the language of the
    forms, as the responses are known by them; `also` says them in others.
    """

    key: str
    kind: ItemKind
    title: str
    help: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    own_answer: bool = False
    check: Check = ""
    low: int = 1
    high: int = 5
    labels: tuple[str, str] = ("", "")
    also: tuple[Also, ...] = ()

    @property
    def explained(self) -> str:
        """The help with all other languages below it: what a form on the web says under the question."""
        return _with_others(self.help, self.also)


@dataclass(frozen=True, slots=True)
class FormPlan:
    """One form; `title` is also the title of the tab its responses come in."""

    key: str
    title: str
    description: str
    thanks: str
    items: tuple[Item, ...]
    also: tuple[Also, ...] = ()

    @property
    def explained(self) -> str:
        """The description with all other languages below it."""
        return _with_others(self.description, self.also)

    def item(self, key: str) -> Item:
        """The question with this key.

        Raises:
            KeyError: the form does not ask it.

        """
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)


def _with_others(text: str, also: tuple[Also, ...]) -> str:
    return "\n\n".join(filter(None, (text, *("\n".join(other.lines) for other in also))))


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a form in which something is filled in already.

    `key` names it for ever (`attendance:meeting:3`); `purpose` is what a person reads beside it;
    `answers` are (question key, text).
    """

    key: str
    form: str
    purpose: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingColumn:
    """One column of a working tab; `check` = check boxes; `program` = people leave it to the program."""

    header: str
    help: str
    width: int
    options: tuple[str, ...] = ()
    check: bool = False
    program: bool = False


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    """One working tab: its headers, and the `rows` that the settings know already.

    A cell of a row per column; a day is text as 2026-09-03, an empty cell "".
    """

    key: str
    title: str
    description: str
    columns: tuple[WorkingColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Everything that one Atelier fills in; `spreadsheet` is what the responses are called together."""

    title: str
    spreadsheet: str
    language: str
    timezone: str
    forms: tuple[FormPlan, ...]
    links: tuple[Link, ...]
    working: tuple[WorkingPlan, ...]

    def form(self, key: str) -> FormPlan:
        """The form with this key.

        Raises:
            KeyError: there is none.

        """
        for form in self.forms:
            if form.key == key:
                return form
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column to type in; `width` in letters, `options` make a drop-down, `wraps` = long texts."""

    header: str
    note: str
    width: int
    options: tuple[str, ...] = ()
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class EntryTab:
    """A tab in which the paper versions of one form are typed, a row each."""

    title: str
    description: str
    columns: tuple[EntryColumn, ...]


@dataclass(frozen=True, slots=True)
class EntryBook:
    """A workbook of such tabs; its first, `cover`, says `title`, then `lines`, then which tabs there are."""

    cover: str
    title: str
    lines: tuple[str, ...]
    headers: tuple[str, str]
    tabs: tuple[EntryTab, ...]
