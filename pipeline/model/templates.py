"""What people read and the program recognises again: forms, working tabs, summary tabs, texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.settings import Settings

KINDS = (
    "timestamp", "text", "long_text", "names", "person", "email", "phone", "postcode", "choice",
    "choices", "yes_no", "scale", "grade", "number", "meeting", "money", "date", "check",
)  # fmt: skip
"""The kinds of question; `check` is a check box, in working tabs only."""

STYLES = (
    "title", "intro", "heading", "note", "header", "text", "long", "code", "strong", "muted",
    "number", "decimal", "factor", "percent", "money", "date", "moment", "check", "input",
    "good", "warn", "bad", "figure", "figure_label", "figure_note", "resident", "key_figure",
    "professional", "government", "first", "second", "third",
)  # fmt: skip
"""What a cell is; every writer draws each of them in its own way."""


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages."""

    nl: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.nl

    @property
    def both(self) -> tuple[str, str]:
        """Dutch, then English."""
        return (self.nl, self.en)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose from; `code` is what results and code use."""

    code: str
    text: Text
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One column of a form or working tab.

    `required` = the column must exist; `personal` = never in a pseudonymised export or a log;
    `program` = a column of a working tab that the program fills (people fill the others);
    `section` = what the form says above this question, where a new part begins; `low` and `high`
    are the words at the ends of a scale; `every` are words that stand for all options; `own` = a team
    added it.
    """

    key: str
    kind: str
    header: Text
    required: bool = False
    personal: bool = False
    program: bool = False
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    own_answer: bool = False
    every: tuple[str, ...] = ()
    help: Text | None = None
    width: int = 18
    section: Text | None = None
    low: Text | None = None
    high: Text | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form people fill in, or (`working`) a table the team keeps by hand.

    `submitted_at` is the first question of every form and of no working tab; `thanks` is what
    somebody reads who sent it in.
    """

    key: str
    title: Text
    questions: tuple[Question, ...]
    description: Text | None = None
    aliases: tuple[str, ...] = ()
    working: bool = False
    thanks: Text | None = None

    def question(self, key: str) -> Question:
        """The question with this key.

        Raises:
            KeyError: no question has it.

        """
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def columns(self, settings: Settings) -> tuple[Question, ...]:
        """The questions of one Atelier: of `meeting_1` … and `sticker_1` … as many as it has."""
        beyond = {f"meeting_{number}" for number in range(1, 9) if number not in settings.numbers}
        beyond |= {f"sticker_{number}" for number in range(settings.stickers + 1, 9)}
        return tuple(question for question in self.questions if question.key not in beyond)


@dataclass(frozen=True, slots=True)
class ColumnTemplate:
    """One column of a table in a summary tab.

    `style` is a cell style of `pipeline.model.tab`; `people` = filled in by a person and kept
    by the row's key; `options` = the drop-down of such a column (a check box has style `check`).
    """

    key: str
    header: Text
    width: int = 14
    style: str = "text"
    people: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """One table of a summary tab: its heading, an explanation, its columns.

    `row_key` names the column whose value identifies a row (a code or number): the
    people's columns are kept by it. None where no person writes in the table.
    """

    key: str
    columns: tuple[ColumnTemplate, ...]
    heading: Text | None = None
    note: Text | None = None
    row_key: str | None = None


@dataclass(frozen=True, slots=True)
class SummaryTemplate:
    """One tab the program writes; `fill` is "module:function" under `pipeline.summaries`."""

    key: str
    title: Text
    fill: str
    intro: Text
    sections: tuple[SectionTemplate, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    landscape: bool = False
    colour: str = "2F6F62"

    def section(self, key: str) -> SectionTemplate:
        """The section with this key.

        Raises:
            KeyError: no section has it.

        """
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A language that forms and paper may bear beside Dutch or English.

    `name` is its own name for itself; `texts` gives what participants read by the Dutch of it: what
    is not translated yet is not there, and not shown.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All templates together, in the order they are shown.

    `texts` are the shared wordings: `texts["findings"]["possible_duplicate"]`,
    `texts["reasons"]`, `texts["refusals"]`, `texts["decisions"]`, `texts["codes"]` …
    `words` are lists to recognise: `words["no_inviter"]` (flyer, via Facebook, niemand, -);
    `languages` are the other languages by code.
    """

    forms: Mapping[str, Form]
    working: Mapping[str, Form]
    summaries: Mapping[str, SummaryTemplate]
    texts: Mapping[str, Mapping[str, Text]]
    words: Mapping[str, tuple[str, ...]]
    languages: Mapping[str, OtherLanguage] = field(default_factory=dict)

    def source(self, key: str) -> Form:
        """A form or working tab by key.

        Raises:
            KeyError: neither has it.

        """
        return self.forms[key] if key in self.forms else self.working[key]


Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue in one language: what the summaries say."""

    catalogue: Catalogue
    language: str

    def text(self, group: str, key: str, /, **values: object) -> str:
        """A shared wording, filled with `values`.

        Raises:
            KeyError: the catalogue has no such wording.

        """
        return self.catalogue.texts[group][key][self.language].format(**values)

    def option(self, form: str, question: str, code: str | None) -> str:
        """The wording of an option; the code itself where it is no option, "" for None."""
        if code is None:
            return ""
        for option in self.catalogue.source(form).question(question).options:
            if option.code == code:
                return option.text[self.language]
        return code

    def header(self, form: str, question: str) -> str:
        """The wording of a question."""
        return self.catalogue.source(form).question(question).header[self.language]
