"""The measures of the house: short modules, short functions, honest names."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "pipeline"
MODULES = sorted(ROOT.rglob("*.py"))
TOO_VAGUE = re.compile(
    r"(?:^|_)(?:process|handle|handler|manager|utils?|helpers?|data)(?:_|$)", re.IGNORECASE
)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a module with its number of lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def names(path: Path) -> Iterator[str]:
    """The module's own name, and what it defines."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert [name for name, lines in functions(path) if lines > 60] == []
    assert [name for name in names(path) if TOO_VAGUE.search(name)] == []


def test_functions_are_short() -> None:
    lines = sorted(number for path in MODULES for _name, number in functions(path))
    assert lines[len(lines) * 9 // 10] <= 30
    assert statistics.median(lines) <= 11
