"""Whatever stands in a workbook: in a spreadsheet at Google it says the same."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pipeline.edges.google.days import headers_of
from pipeline.edges.google.reader import GoogleSource
from pipeline.edges.google.snapshot import Spreadsheet
from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.responses import RawCell
from pipeline.model.settings import Settings
from pipeline.stages.parse import Parsed, parse
from pipeline.summaries.fill import resolves
from pipeline.templates import load_catalogue
from tests.edges.google.scene import MARIJKE, ROBOT, Scene, scene
from tests.google_emulator.workbook import seed

CATALOGUE = load_catalogue(None, resolves)
IDEA = CATALOGUE.forms["idea"]
START = datetime(2026, 9, 1)
MOMENTS = st.integers(0, 10_000_000).map(lambda seconds: START + timedelta(seconds=seconds))
TEXTS = st.text(
    st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029"), max_size=40
).filter(lambda text: not text.startswith(("=", "'")))
"""No formulas: the workbook is written without what they come to."""
ANSWERS = st.one_of(
    TEXTS,
    st.integers(-99_999, 999_999),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 4)),
    st.booleans(),
    st.none(),
    MOMENTS,
    MOMENTS.map(datetime.date),
)
ROWS = st.lists(
    st.tuples(st.one_of(MOMENTS, MOMENTS, st.none(), TEXTS), *[ANSWERS] * (len(IDEA.questions) - 1)),
    max_size=12,
)


@pytest.fixture(scope="module")
def google(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with scene(tmp_path_factory.mktemp("google")) as found:
        yield found


def written(path: Path, rows: list[tuple[RawCell, ...]]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = IDEA.title.nl
    sheet.append([question.header.nl for question in IDEA.questions])
    for place, row in enumerate(rows, start=2):
        for column, cell in enumerate(row, start=1):
            sheet.cell(place, column, cell)
    book.save(path)
    return path


def said(parsed: Parsed) -> object:
    """What was understood and noticed, without where it stood."""
    return parsed.responses, parsed.counts, parsed.findings


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
@example([(START, None, None, "", None, None, None, 0, "#VALUE!")])
@example([(None, "", "", "", "", None, START, "", ""), (START, "", "", "", "", "", "TIJDSTEMPEL", "", "")])
def test_a_spreadsheet_says_what_its_workbook_says(
    google: Scene, tmp_path: Path, rows: list[tuple[RawCell, ...]]
) -> None:
    workbook = written(tmp_path / "Ideeën.xlsx", rows)
    file = seed(google.world, workbook, owner=MARIJKE)
    google.world.share(file.id, ROBOT)
    there = GoogleSource(Spreadsheet(google.client, file.id, headers_of(CATALOGUE))).read()
    here = WorkbookSource(workbook).read()
    assert said(parse(there, CATALOGUE, Settings())) == said(parse(here, CATALOGUE, Settings()))
