"""`Uitkomst evaluatie` and `Uitkomst teamevaluatie`: what people thought."""

from collections.abc import Iterator, Sequence

from pipeline.model.tab import Cell, Chart, Figure, Figures, Tab, Table
from pipeline.stages.evaluation import Opinion, Score
from pipeline.summaries.page import Named, Page, Record
from pipeline.summaries.palette import LINES, STEPS

SCALE = [(str(step), str(step)) for step in range(1, 6)]
GRADES = [(str(step), str(step)) for step in range(1, 11)]
JOIN_IN = "join_in"


def evaluation(page: Page) -> Tab:
    """The trend, every meeting's statements, grades, roles, who joins in, open answers."""
    found = page.outcome.evaluation
    totals = [score for score in found.scores if score.role is None]
    meetings = sorted({score.meeting for score in totals if score.meeting is not None})
    scales = _asked(page, "evaluation", "scale")
    if not meetings:
        return page.tab(page.table("trend", (), spread={"statement": scales}))
    return page.tab(
        Figures(tuple(_figures(page, totals))),
        _trend(page, totals, meetings, scales),
        *(_meeting(page, totals, meeting, scales) for meeting in meetings),
        _grades(page, totals),
        _roles(page),
        _join_in(page),
        page.table("opinions", (_opinion(page, "evaluation", opinion) for opinion in found.opinions)),
    )


def team_evaluation(page: Page) -> Tab:
    """The team's own statements and open answers."""
    found = page.outcome.team_evaluation
    scales = _asked(page, "team_evaluation", "scale")
    shown = any(score.mean is not None for score in found.scores)
    scores = page.table(
        "scores",
        (_score(page, "team_evaluation", score) for score in found.scores),
        spread={"step": SCALE},
        note=page.text("small") if found.scores and not shown else None,
        charts=(_spread_chart(page),) if shown and scales else (),
    )
    opinions = (_opinion(page, "team_evaluation", opinion) for opinion in found.opinions)
    return page.tab(scores, page.table("opinions", opinions))


def _asked(page: Page, form: str, kind: str) -> Named:
    """The questions of one kind: key and wording."""
    questions = page.words.catalogue.forms[form].questions
    return [
        (question.key, question.header[page.words.language])
        for question in questions
        if question.kind == kind
    ]


def _figures(page: Page, totals: Sequence[Score]) -> Iterator[Figure]:
    grades = [score for score in totals if score.question == "grade" and score.mean is not None]
    if grades:
        yield page.figure("grade", grades[-1].mean, "decimal", number=grades[-1].meeting)
    most: dict[int, int] = {}
    for score in totals:
        most[score.meeting or 0] = max(most.get(score.meeting or 0, 0), score.n)
    yield page.figure("forms", sum(most.values()))
    joining = page.outcome.evaluation.join_in
    if joining:
        last = max(joining)
        yield page.figure(JOIN_IN, joining[last].get("yes", 0), number=last)


def _trend(page: Page, totals: Sequence[Score], meetings: Sequence[int], scales: Named) -> Table:
    """A row per meeting: how many filled in the form, the mean of every statement."""
    asked = [(key, name) for key, name in scales if any(score.question == key for score in totals)]
    records = []
    for meeting in meetings:
        of_meeting = [score for score in totals if score.meeting == meeting]
        most = max(of_meeting, key=lambda score: score.n)
        means = {f"statement_{score.question}": score.mean for score in of_meeting}
        records.append(
            Record({"meeting": page.meeting(meeting), "forms": most.n, "rate": most.response_rate, **means})
        )
    series = [f"statement_{key}" for key, _ in asked]
    chart = page.chart("trend", "line", "meeting", series, axis="mean", colours=LINES[: len(series)])
    shown = any(score.mean is not None for score in totals)
    charts = (chart,) if shown and series and len(meetings) > 1 else ()
    return page.table("trend", records, spread={"statement": asked}, charts=charts)


def _meeting(page: Page, totals: Sequence[Score], meeting: int, scales: Named) -> Table:
    """The statements of one meeting with their distribution."""
    statements = {key for key, _ in scales}
    scores = [score for score in totals if score.meeting == meeting and score.question in statements]
    shown = any(score.mean is not None for score in scores)
    return page.table(
        "scores",
        (_score(page, "evaluation", score) for score in scores),
        spread={"step": SCALE},
        heading=page.meeting(meeting),
        note=None if shown else page.text("small"),
        charts=(_spread_chart(page),) if shown else (),
    )


def _score(page: Page, form: str, score: Score) -> Record:
    return Record(
        {
            "question": page.words.header(form, score.question),
            "n": score.n,
            "rate": score.response_rate,
            "mean": score.mean,
            "median": score.median,
            "agree": score.agree,
            **_steps(score),
        }
    )


def _steps(score: Score) -> dict[str, int]:
    """How many gave each answer; nothing for a group that is too small to show."""
    return {f"step_{step}": number for step, number in (score.distribution or {}).items()}


def _spread_chart(page: Page) -> Chart:
    series = [f"step_{step}" for step, _ in SCALE]
    return page.chart("scores", "stacked", "question", series, axis="answers", colours=STEPS)


def _grades(page: Page, totals: Sequence[Score]) -> Table | None:
    kinds = {key for key, _ in _asked(page, "evaluation", "grade")}
    records = [
        Record(
            {
                "meeting": page.meeting(score.meeting or 0),
                "n": score.n,
                "mean": score.mean,
                "median": score.median,
                **_steps(score),
            }
        )
        for score in totals
        if score.question in kinds
    ]
    return page.table("grades", records, spread={"step": GRADES}) if records else None


def _roles(page: Page) -> Table | None:
    """Statement by statement, so that roles and meetings stand under one another."""
    order = [question.key for question in page.words.catalogue.forms["evaluation"].questions]
    scores = [score for score in page.outcome.evaluation.scores if score.role is not None]
    records = [
        Record(
            {
                "question": page.words.header("evaluation", score.question),
                "meeting": score.meeting,
                "role": Cell(page.words.option("evaluation", "role", score.role), score.role),
                "n": score.n,
                "rate": score.response_rate,
                "mean": score.mean,
                "agree": score.agree,
            }
        )
        for score in sorted(scores, key=lambda score: order.index(score.question))
    ]
    return page.table("roles", records) if records else None


def _join_in(page: Page) -> Table | None:
    answers = page.named("evaluation", JOIN_IN)
    records = [
        Record(
            {
                "meeting": page.meeting(meeting),
                **{f"answer_{code}": counts.get(code, 0) for code, _ in answers},
            }
        )
        for meeting, counts in sorted(page.outcome.evaluation.join_in.items())
    ]
    return page.table(JOIN_IN, records, spread={"answer": answers}) if records else None


def _opinion(page: Page, form: str, opinion: Opinion) -> Record:
    question = page.words.header(form, opinion.question)
    return Record({"question": question, "meeting": opinion.meeting, "text": opinion.text})
