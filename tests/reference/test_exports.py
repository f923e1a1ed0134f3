"""Timestamps of real exports of Google Forms."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.responses import RawCell
from pipeline.stages.moments import read_moments


def timestamps(name: str) -> tuple[Sequence[RawCell], list[datetime | None]]:
    named = os.environ.get("SAMENKRACHT_REFERENCE")
    if not named:
        pytest.skip("SAMENKRACHT_REFERENCE names no reference folder")
    (tab,) = WorkbookSource(Path(named) / "data" / "forms" / name).read()
    column = [row[0] for row in tab.rows[1:]]
    return column, read_moments([column], ZoneInfo("Europe/Amsterdam"))[0]


@pytest.mark.parametrize(
    ("name", "rows", "month"),
    [
        ("ads_2020_nl.tsv", 57, "2020-08"),
        ("ads_2020_nl_tab_in_csv.csv", 57, "2020-08"),
        ("rstudio_2018_es_scrubbed.tsv", 295, "2018-12"),
        ("spack_2020_en.csv", 170, "2020-10"),
        ("spack_2020_en.xlsx", 170, "2020-10"),
    ],
)
def test_every_timestamp_is_read(name: str, rows: int, month: str) -> None:
    _, moments = timestamps(name)
    read = [moment for moment in moments if moment]
    assert len(read) == rows
    assert min(read).isoformat().startswith(month)


def test_a_workbook_and_a_text_file_of_one_form_say_the_same_to_the_second() -> None:
    cells, in_text = timestamps("spack_2020_en.csv")
    assert timestamps("spack_2020_en.xlsx")[1] == in_text
    assert cells[0] == "11/17/2020 18:23:58"
