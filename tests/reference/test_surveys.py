"""Summaries of real surveys against what their files hold, and against a published table."""

import csv
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pipeline.app.describe import describe_file


def reference() -> Path:
    named = os.environ.get("SAMENKRACHT_REFERENCE")
    if not named:
        pytest.skip("SAMENKRACHT_REFERENCE names no reference folder")
    return Path(named) / "data"


def described(name: str) -> dict[str, Any]:
    return describe_file(reference() / name)[0]


def lines(name: str) -> list[list[str]]:
    """A file as it is, read by nothing of ours."""
    separator = "\t" if "ads_2020" in name or name.endswith(".tsv") else ","
    with (reference() / name).open(encoding="utf-8-sig", newline="") as file:
        return [[" ".join(cell.split()) for cell in row] for row in csv.reader(file, delimiter=separator)]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("forms/ads_2020_nl.tsv", {"number": 1, "choice": 3, "choices": 1, "scale": 1, "text": 3}),
        ("forms/ads_2020_nl_tab_in_csv.csv", {"number": 1, "choice": 3, "choices": 1, "scale": 1, "text": 3}),
        ("forms/rstudio_2018_es_scrubbed.tsv", None),
        ("forms/spack_2020_en.csv", {"choice": 28, "choices": 11, "scale": 1, "text": 7}),
        ("likert/mass_responses.csv", {"number": 1, "choice": 1, "scale": 14}),
    ],
)
def test_every_question_counts_what_its_column_holds(name: str, kinds: dict[str, int] | None) -> None:
    header, *rows = lines(name)
    document = described(name)
    columns = [at for at, text in enumerate(header) if text and text not in ("Timestamp", "Tijdstempel")]
    assert (document["rows"], document["blank"]) == (len(rows), 0)
    assert [question["header"] for question in document["questions"]] == [header[at] for at in columns]
    for at, question in zip(columns, document["questions"], strict=True):
        cells = [row[at] for row in rows if row[at]]
        assert question["n"] == len(cells)
        if question["kind"] in ("choice", "scale"):
            assert {answer: n for answer, n in question["distribution"].items() if n} == Counter(cells)
    if kinds:
        assert Counter(question["kind"] for question in document["questions"]) == kinds


def test_a_workbook_and_a_text_file_of_one_form_have_the_same_questions() -> None:
    """Their answers differ in five questions: somebody edited some cells of the text file."""
    text, book = described("forms/spack_2020_en.csv"), described("forms/spack_2020_en.xlsx")
    same = [one == other for one, other in zip(text["questions"], book["questions"], strict=True)]
    kinds = [[question["kind"] for question in document["questions"]] for document in (text, book)]
    assert kinds[0] == kinds[1]
    assert same.count(False) == 5


def test_shares_are_those_published() -> None:
    document = described("likert/mass_responses.csv")
    questions = {question["header"]: question for question in document["questions"]}
    steps, published = (rows := lines("likert/mass_published_percent.csv"))[0][1:], rows[1:]
    assert len(published) == 14
    for item, *shares in published:
        question = questions[item]
        assert list(question["distribution"]) == steps
        found = [100 * number / question["n"] for number in question["distribution"].values()]
        assert found == pytest.approx(list(map(float, shares)))
        mean = sum(step * float(share) for step, share in enumerate(shares, 1)) / 100
        assert question["mean"] == pytest.approx(mean)
