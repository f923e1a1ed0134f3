"""The document of a whole Atelier keeps to its schema and to the truth, as written."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from pipeline.model.templates import Catalogue
from pipeline.stages.run import Outcome
from pipeline.summaries.document import document
from pipeline.summaries.written import to_json

SCHEMA = Path(__file__).parents[2] / "sheet_templates" / "schema" / "samenkracht-results-1.json"


def test_the_document_keeps_to_its_schema(outcome: Outcome, catalogue: Catalogue) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(to_json(document(outcome, catalogue))))


def test_means_are_written_as_in_the_truth(
    outcome: Outcome, catalogue: Catalogue, truth: dict[str, Any]
) -> None:
    totals = [score for score in document(outcome, catalogue)["evaluation"] if score["role"] is None]
    written = {
        f"{score['meeting']}/{score['question']}": {"n": score["n"], "mean": score["mean"]}
        for score in totals
    }
    assert written == truth["evaluation"]
