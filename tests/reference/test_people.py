"""Public lists of people, without a word of configuration; the column that holds the truth is no evidence."""

import csv
import math
from collections import Counter
from pathlib import Path

import pytest

from pipeline.app.people import columns_by_header, who_is_who
from pipeline.stages.listed_people import WhoIsWho


@pytest.fixture
def people(folder: Path) -> Path:
    return folder.parent / "people"


def measured(path: Path, who: WhoIsWho) -> tuple[float, float]:
    """Precision and recall of the pairs of rows that were put together."""
    with path.open(encoding="utf-8", newline="") as file:
        truth = [row["cluster"] for row in csv.DictReader(file)]
    right, ours, theirs = (
        sum(math.comb(size, 2) for size in Counter(division).values())
        for division in (zip(who.person_of, truth, strict=True), who.person_of, truth)
    )
    return right / ours, right / theirs


def test_names_and_dates_of_birth(people: Path) -> None:
    listed, who = who_is_who(people / "RLdata500.csv", {})
    assert columns_by_header(listed) == {"given": ["first_name"], "family": ["surname"], "birth": ["dob"]}
    precision, recall = measured(people / "RLdata500.csv", who)
    assert precision >= 0.99
    assert recall >= 0.94


def test_many_errors(people: Path) -> None:
    listed, who = who_is_who(people / "fake_1000.csv", {})
    assert columns_by_header(listed) == {
        "given": ["first_name"], "family": ["surname"], "email": ["email"], "city": ["city"],
        "birth": ["dob"],
    }  # fmt: skip
    precision, recall = measured(people / "fake_1000.csv", who)
    assert precision >= 0.99
    assert recall >= 0.75
