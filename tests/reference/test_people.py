"""Public lists of people, without a word of configuration; the column that holds the truth is no evidence."""

import csv
from pathlib import Path

import pytest
from people_measure import Score, score

from pipeline.app.people import columns_by_header, who_is_who
from pipeline.stages.listed_people import WhoIsWho


@pytest.fixture
def people(folder: Path) -> Path:
    return folder.parent / "people"


def measured(path: Path, who: WhoIsWho) -> Score:
    with path.open(encoding="utf-8", newline="") as file:
        return score(who.person_of, [row["cluster"] for row in csv.DictReader(file)])


def test_names_and_dates_of_birth(people: Path) -> None:
    listed, who = who_is_who(people / "RLdata500.csv", {})
    assert columns_by_header(listed) == {"given": ["first_name"], "family": ["surname"], "birth": ["dob"]}
    found = measured(people / "RLdata500.csv", who)
    assert found.precision >= 0.99
    assert found.f1 >= 0.963


def test_many_errors(people: Path) -> None:
    listed, who = who_is_who(people / "fake_1000.csv", {})
    assert columns_by_header(listed) == {
        "given": ["first_name"], "family": ["surname"], "email": ["email"], "city": ["city"],
        "birth": ["dob"],
    }  # fmt: skip
    found = measured(people / "fake_1000.csv", who)
    assert found.precision >= 0.99
    assert found.recall >= 0.75
