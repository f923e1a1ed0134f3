"""Every code has its wording, no wording is left over, and the page of codes is up to date."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.templates import Catalogue
from pipeline.templates import load_catalogue
from tests.house.codes_page import GROUPS, PAGE, page

SOURCE = Path(__file__).resolve().parents[2] / "pipeline"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def nodes() -> list[ast.AST]:
    """Everything in the source of the program."""
    modules = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py")))
    return [node for module in modules for node in ast.walk(module)]


def texts(node: ast.AST) -> Iterator[str]:
    """The texts that stand in an expression."""
    for inside in ast.walk(node):
        if isinstance(inside, ast.Constant) and isinstance(inside.value, str):
            yield inside.value


def test_every_finding_of_the_source_is_worded(catalogue: Catalogue, nodes: list[ast.AST]) -> None:
    made = [
        node
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    ]
    codes = {code for call in made for code in texts(call.args[0])}
    assert len(codes) > 20
    assert codes <= catalogue.texts["findings"].keys()


@pytest.mark.parametrize("group", GROUPS)
def test_no_wording_is_left_over(catalogue: Catalogue, nodes: list[ast.AST], group: str) -> None:
    said = {node.value for node in nodes if isinstance(node, ast.Constant)}
    assert catalogue.texts[group].keys() <= said


def test_the_page_is_up_to_date(catalogue: Catalogue) -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(catalogue), "python -m tests.house.codes_page writes it anew"
