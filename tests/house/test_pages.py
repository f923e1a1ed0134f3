"""What people read about the program is true: links lead somewhere, and every command there exists."""

import re
import shlex
from pathlib import Path

import click
import pytest

from pipeline.cli.language import speak
from pipeline.cli.program import program

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests" / "google_emulator" / "README.md"]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^(?:\$ )?samenkracht ([a-z].*?)(?:\s{2,}#.*)?$", re.MULTILINE)
CODE = re.compile(r"```.*?```", re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The names by which its headings are found, as the usual readers of Markdown make them."""
    headings = re.findall(r"^#+ (.*)$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def typed(page: Path) -> list[str]:
    """Everything after `samenkracht` in code, inline or in a block."""
    text = page.read_text(encoding="utf-8")
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", CODE.sub("", text))
    blocks = [line for block in CODE.findall(text) for line in block.splitlines()]
    return COMMAND.findall("\n".join([*inline, *blocks]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name) if name else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


@pytest.mark.parametrize("name", ["README.md", "docs/handleiding.md"])
def test_every_command_that_is_told_can_be_typed(name: str) -> None:
    speak("nl")
    told = typed(ROOT / name)
    assert len(told) > 10
    for line in told:
        words = shlex.split(line)
        command = program.get_command(click.Context(program), words[0])
        assert command is not None, line
        known = {
            option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
        }
        asked = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert asked <= known | {"--help", "-h"}, line
