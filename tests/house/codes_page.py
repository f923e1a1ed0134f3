"""The page of all codes, `docs/codes.md`, from the templates.

`python -m tests.house.codes_page` writes it anew.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.model.templates import Catalogue, Form, Option, SummaryTemplate
from pipeline.templates import load_catalogue

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codes.md"

INTRO = """\
# Codes

Every code of the results document (`samenkracht export --json`), with its wording in both languages. A code
never changes its meaning. The document's schema is `sheet_templates/schema/samenkracht-results-1.json`; this
page is made from the templates by `python -m tests.house.codes_page`.

A finding has a severity: `info` tells, `warn` asks to have a look, `decide` waits for a person.
"""

GROUPS = {
    "findings": "What the program noticed.",
    "questions": "What only a person can settle: findings of severity `decide`, and rows of `Controle`.",
    "decisions": "The answers to those questions; who it is, is answered with a participant's code.",
    "reasons": "Why two rows may be one person.",
    "refusals": "Why a sticker does not count.",
}
"""The groups of wordings that are codes, in the order of the page."""


def page(catalogue: Catalogue) -> str:
    """The whole page, Markdown."""
    parts = [INTRO]
    for group, meaning in GROUPS.items():
        rows = [(code, *text.both) for code, text in sorted(catalogue.texts[group].items())]
        parts.append(f"## {group.capitalize()}\n\n{meaning}\n\n{table(('code', 'nl', 'en'), rows)}")
    for title, forms in (("Forms", catalogue.forms), ("Working tabs", catalogue.working)):
        parts.append(f"## {title}\n\n" + "\n".join(map(form_section, forms.values())))
    chosen = "".join(map(people_section, catalogue.summaries.values()))
    return "\n".join([*parts, f"## What people choose in summary tabs\n\n{chosen}".rstrip() + "\n"])


def form_section(form: Form) -> str:
    """One form: its questions, and the options of each that has them."""
    rows: list[tuple[str, ...]] = []
    for question in form.questions:
        rows.append((question.key, "", question.kind, *question.header.both))
        rows += [("", code, "", *words) for code, *words in options(question.options)]
    return titled(form, table(("question", "option", "kind", "nl", "en"), rows))


def people_section(tab: SummaryTemplate) -> str:
    """The options of the columns that people fill in; nothing for a tab without."""
    rows = [
        (column.key, *option)
        for section in tab.sections
        for column in section.columns
        if column.people
        for option in options(column.options)
    ]
    return titled(tab, table(("column", "option", "nl", "en"), rows)) + "\n" if rows else ""


def titled(template: Form | SummaryTemplate, text: str) -> str:
    """`text` under the title of a form or tab."""
    return f"### {template.key}: {template.title.nl} / {template.title.en}\n\n{text}"


def options(chosen: Iterable[Option]) -> list[tuple[str, str, str]]:
    """Options as code and words."""
    return [(option.code, *option.text.both) for option in chosen]


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; codes stand in the first columns, words in the last two."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(map(cell, row, header)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def cell(text: str, column: str) -> str:
    """One cell: a code as code, words in one line."""
    words = " ".join(text.split()).replace("|", "\\|")
    return words if not words or column in ("nl", "en") else f"`{words}`"


if __name__ == "__main__":
    PAGE.write_text(page(load_catalogue()), encoding="utf-8")
