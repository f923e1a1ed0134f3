"""The survey document: what `describe` found, as JSON; its schema is `samenkracht-survey-1.json`."""

from pipeline.stages.asked import Asked
from pipeline.stages.survey import Survey
from pipeline.summaries.written import Json, ratio


def survey_document(survey: Survey) -> Json:
    """The document of `survey`; means have at most 4 decimals, absent is null."""
    return {
        "rows": survey.rows,
        "blank": survey.blank,
        "questions": [_question(asked) for asked in survey.questions],
    }


def _question(asked: Asked) -> Json:
    return {
        "header": asked.header,
        "kind": asked.kind,
        "n": asked.n,
        "distribution": None if asked.distribution is None else dict(asked.distribution),
        "mean": ratio(asked.mean),
    }
