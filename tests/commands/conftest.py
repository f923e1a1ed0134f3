"""A folder to work in, with a small Atelier."""

from pathlib import Path

import pytest

from tests.commands.atelier import samenkracht, write_workbook


@pytest.fixture(autouse=True)
def _language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program chooses its language in the environment; put that back after each test."""
    monkeypatch.setenv("LANGUAGE", "nl")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def responses(folder: Path) -> Path:
    """The small Atelier's responses."""
    return write_workbook(folder / "antwoorden.xlsx")


@pytest.fixture
def question(responses: Path) -> str:
    """The id of the one question that the small Atelier has."""
    return samenkracht("review", "--list", "--quiet").out.split()[0]
