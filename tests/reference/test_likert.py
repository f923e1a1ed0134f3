"""Distributions against a published table of the same raw answers."""

import csv
import os
from pathlib import Path

import pytest

from pipeline.model.settings import Settings
from pipeline.model.templates import Form, Question, Text
from pipeline.stages.evaluation import Score, evaluate
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People
from tests.build import response

STEPS = ("Strongly Disagree", "Disagree", "Neutral", "Agree", "Strongly Agree")


def rows(name: str) -> list[dict[str, str]]:
    reference = os.environ.get("SAMENKRACHT_REFERENCE")
    if not reference:
        pytest.skip("SAMENKRACHT_REFERENCE names no reference folder")
    with (Path(reference) / "data" / "likert" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def scores() -> dict[tuple[str | None, str], Score]:
    """The scores per role (here: gender) and item."""
    answers = rows("mass_responses.csv")
    items = [header for header in answers[0] if header not in ("respondent", "Gender")]
    form = Form(
        "evaluation", Text("-", "-"), tuple(Question(item, "scale", Text(item, item)) for item in items)
    )
    responses = [
        response(
            "evaluation",
            row,
            meeting=1,
            role=answer["Gender"],
            **{item: STEPS.index(answer[item]) + 1 for item in items if answer[item]},
        )
        for row, answer in enumerate(answers, start=2)
    ]
    found, _ = evaluate(responses, form, Presence({1: frozenset()}), People(), Settings())
    return {(score.role, score.question): score for score in found.scores}


@pytest.mark.parametrize(
    ("name", "group"),
    [("mass_published_percent.csv", None), ("mass_published_percent_by_gender.csv", "Group")],
)
def test_shares_per_step_are_those_published(name: str, group: str | None) -> None:
    found, published = scores(), rows(name)
    assert len(published) == 14 * (2 if group else 1)
    for line in published:
        score = found[line[group] if group else None, line["Item"]]
        shares = [100 * score.distribution[str(step)] / score.n for step in range(1, 6)]
        assert shares == pytest.approx([float(line[step]) for step in STEPS])
        assert 100 * score.agree == pytest.approx(float(line["Agree"]) + float(line["Strongly Agree"]))
