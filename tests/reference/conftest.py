"""A whole simulated Atelier with its truth, outside the project."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.responses import RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.kept import Kept
from pipeline.stages.memory import Memory
from pipeline.stages.parse import parse
from pipeline.stages.run import Outcome, run
from pipeline.templates import load_catalogue


@pytest.fixture(scope="session")
def folder() -> Path:
    named = os.environ.get("SAMENKRACHT_REFERENCE")
    if not named:
        pytest.skip("SAMENKRACHT_REFERENCE names no reference folder")
    return Path(named) / "data" / "atelier"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def truth(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def tabs(folder: Path) -> tuple[RawTab, ...]:
    return WorkbookSource(folder / "antwoorden.xlsx").read()


def outcome_of(tabs: tuple[RawTab, ...], catalogue: Catalogue) -> Outcome:
    settings = Settings()
    return run(parse(tabs, catalogue, settings), Kept(), Memory(), catalogue, settings)


@pytest.fixture(scope="session")
def outcome(tabs: tuple[RawTab, ...], catalogue: Catalogue) -> Outcome:
    return outcome_of(tabs, catalogue)
