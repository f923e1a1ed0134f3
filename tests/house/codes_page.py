"""The page of all codes, `docs/codes.md`, from the templates and the source.

`python -m tests.house.codes_page` writes it anew.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.model.findings import Severity
from pipeline.model.templates import Catalogue, Form
from pipeline.templates import load_catalogue

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "codes.md"

INTRO = """\
# Codes

Every code of the results document (`samenkracht export --json`), with its wording in both languages. A code
never changes its meaning. The document's schema is `sheet_templates/schema/samenkracht-results-1.json`; this
page is made from the templates and the source by `python -m tests.house.codes_page`.
"""

GROUPS = {
    "findings": "What the program noticed, in `findings`; the severity says how much it asks of a person.",
    "questions": "What only a person can settle: findings of severity `decide`, and rows of `Controle`.",
    "decisions": "The answers to those questions.",
    "reasons": "Why two rows may be one person.",
    "refusals": "Why a sticker does not count, in `votes.refused`.",
}
"""The groups of wordings that are codes, in the order of the page."""


def page(catalogue: Catalogue) -> str:
    """The whole page, Markdown."""
    severities = found_severities()
    parts = [INTRO]
    for group, meaning in GROUPS.items():
        header = ("code", "severity", "nl", "en") if group == "findings" else ("code", "nl", "en")
        rows = [
            (
                code,
                *([" / ".join(sorted(severities.get(code, ())))] if "severity" in header else ()),
                *text.both,
            )
            for code, text in sorted(catalogue.texts[group].items())
        ]
        parts.append(f"## {group.capitalize()}\n\n{meaning}\n\n{table(header, rows)}")
    for title, forms in (("Forms", catalogue.forms), ("Working tabs", catalogue.working)):
        parts.append(f"## {title}\n\n" + "\n".join(form_section(form) for form in forms.values()))
    return "\n".join(parts)


def form_section(form: Form) -> str:
    """One form: its questions, and the options of each that has them."""
    rows: list[tuple[str, ...]] = []
    for question in form.questions:
        rows.append((question.key, "", question.kind, *question.header.both))
        rows += [("", option.code, "", *option.text.both) for option in question.options]
    heading = f"### {form.key}: {form.title.nl} / {form.title.en}"
    return f"{heading}\n\n{table(('question', 'option', 'kind', 'nl', 'en'), rows)}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; codes stand in the first columns, words in the last two."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(map(cell, row, header)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def cell(text: str, column: str) -> str:
    """One cell: codes as code, the signs that would end a cell or a line taken out."""
    plain = " ".join(text.split()).replace("|", "\\|")
    return f"`{plain}`" if plain and column not in ("nl", "en") else plain


def sources() -> Iterator[ast.Module]:
    """The parsed modules of the program."""
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def found_severities() -> dict[str, set[str]]:
    """The codes of all findings that the source spells out, and the severities it gives them."""
    found: dict[str, set[str]] = {}
    for module in sources():
        for call in ast.walk(module):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Finding":
                arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
                named = [node for argument in arguments for node in ast.walk(argument)]
                levels = {
                    Severity[node.attr].value
                    for node in named
                    if isinstance(node, ast.Attribute) and node.attr in Severity.__members__
                }
                for code in spelled_out(arguments[0]):
                    found.setdefault(code, set()).update(levels)
    return found


def spelled_out(node: ast.expr) -> list[str]:
    """The texts that an expression spells out: of a choice both."""
    if isinstance(node, ast.IfExp):
        return spelled_out(node.body) + spelled_out(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def literals() -> set[str]:
    """Every text that stands in the source by itself."""
    return {
        node.value
        for module in sources()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


if __name__ == "__main__":
    PAGE.write_text(page(load_catalogue()), encoding="utf-8")
