"""`Overzicht`: the whole Atelier at a glance."""

import re
from collections.abc import Iterator
from datetime import datetime

from pipeline.model.tab import Cell, Figure, Figures, Lines, Tab, Table
from pipeline.stages.neighbourhood import Agreement
from pipeline.summaries.control import FIRST_QUESTION
from pipeline.summaries.counts import changes
from pipeline.summaries.own_questions import OWN_QUESTIONS
from pipeline.summaries.page import Page, Record
from pipeline.summaries.palette import NEW, RETURNING
from pipeline.summaries.prizes import idea_list, prize_records
from pipeline.summaries.questions import in_order, short_question, short_subject

MOST_QUESTIONS = 5
MOST_AGREEMENTS = 5
FINISHED = ("done", "dropped")


def overview(page: Page) -> Tab:
    """Key figures, the growth, what to decide, the winners, what is new, where to look."""
    return page.tab(
        _atelier(page),
        Figures(tuple(_figures(page))),
        _decisions(page),
        _growth(page),
        page.table("top", prize_records(page), note=_open_tie(page)),
        _changes(page),
        page.table("agreements", _agreements(page)),
        _tabs(page),
    )


def _atelier(page: Page) -> Lines:
    settings = page.outcome.settings
    said = {
        "neighbourhood": settings.neighbourhood,
        "theme": settings.theme,
        "target_group": settings.target_group,
        "theme_domains": page.options("idea", "problem_domain", settings.theme_domains),
        "commissioner": settings.commissioner,
        "moderator": settings.moderator,
        "contact": settings.contact,
    }
    line = " · ".join(page.text(name, value=value) for name, value in said.items() if value)
    return Lines((Cell(line, "note"),) if line else (), heading=settings.title)


def _figures(page: Page) -> Iterator[Figure]:
    outcome = page.outcome
    ideas = [idea for idea in outcome.ideas if not idea.withdrawn]
    yield page.figure("people", len(outcome.people.participants), came=len(page.reached))
    yield _present(page)
    growth = [meeting.growth for meeting in outcome.meetings if meeting.growth is not None]
    yield page.figure("growth", growth[-1] if growth else None, "factor")
    yield page.figure("ideas", len(ideas), groups=len({idea.group for idea in ideas if idea.group}))
    yield page.figure("stickers", outcome.votes.counted, refused=len(outcome.votes.refused))
    yield _grade(page)


def _present(page: Page) -> Figure:
    held = [meeting for meeting in page.outcome.meetings if meeting.present is not None]
    if not held:
        return page.figure("present_none", None)
    last = held[-1]
    return page.figure("present", last.present, number=last.number, new=last.new, returning=last.returning)


def _grade(page: Page) -> Figure:
    grades = [
        score
        for score in page.outcome.evaluation.scores
        if score.question == "grade" and score.role is None and score.mean is not None
    ]
    if not grades:
        return Figure(page.text("grade"), "–", page.text("grade_none_note"), "text")
    last = grades[-1]
    return page.figure("grade", last.mean, "decimal", number=last.meeting, n=last.n)


def _growth(page: Page) -> Table:
    dates = {plan.number: plan.date for plan in page.outcome.settings.meetings}
    records = [
        Record(
            {
                "meeting": page.meeting(meeting.number),
                "date": dates.get(meeting.number),
                "returning": meeting.returning,
                "new": meeting.new,
                "present": meeting.present,
                "growth": meeting.growth,
            }
        )
        for meeting in page.outcome.meetings
    ]
    chart = page.chart(
        "growth", "stacked_column", "meeting", ("returning", "new"), axis="people", colours=(RETURNING, NEW)
    )
    held = any(meeting.present for meeting in page.outcome.meetings)
    return page.table("growth", records, charts=(chart,) if held else ())


def _decisions(page: Page) -> Table:
    """The first questions that wait; each leads to its row in `Controle`."""
    asked = enumerate(in_order(page), start=FIRST_QUESTION)
    waiting = [(row, question) for row, question in asked if question.open]
    records = [
        Record(
            {
                "question": short_question(page, question),
                "about": short_subject(page, question),
                "go": page.link("control", row=row),
            }
        )
        for row, question in waiting[:MOST_QUESTIONS]
    ]
    more = len(waiting) - MOST_QUESTIONS
    note = page.text("decisions_more", count=more) if more > 0 else None
    return page.table("decisions", records, note=note)


def _open_tie(page: Page) -> str | None:
    tie = page.outcome.votes.tie_at_cut
    if tie is None or tie.outcome is not None:
        return None
    return page.text("top_tie", place=tie.place, ideas=idea_list(page, tie.ideas))


def _changes(page: Page) -> Table:
    """Between the last two syncs that changed something; the forms one by one are in `Logboek`."""
    if len(page.log) < 2:
        return page.table("changes", ())
    before, now = page.log[-2:]
    moment = datetime.fromisoformat(before.at)
    records = [
        Record(
            {
                "what": change.what,
                "before": change.before,
                "now": change.now,
                "difference": change.now - change.before,
            }
        )
        for change in changes(before.counts, now.counts, page.words)
        if not change.form
    ]
    return page.table("changes", records, note=page.text("changes_since", moment=f"{moment:%d-%m-%Y, %H:%M}"))


def _agreements(page: Page) -> list[Record]:
    running = [made for made in page.outcome.agreements if made.status not in FINISHED]
    return [
        Record(
            {
                "agreement": made.what,
                "who": _responsible(page, made),
                "when": made.when,
                "status": page.words.option("agreements", "status", made.status),
            }
        )
        for made in running[:MOST_AGREEMENTS]
    ]


def _responsible(page: Page, made: Agreement) -> str | None:
    """Who does it, as the team wrote it, unless that is somebody who may not be named."""
    return made.who and (page.withheld.shown(made.who) or page.shared("not_shown"))


def _tabs(page: Page) -> Table:
    """Every other tab with the first sentence of its introduction."""
    language = page.words.language
    records = [
        Record({"tab": page.link(key), "about": _about(template.intro[language])})
        for key, template in page.words.catalogue.summaries.items()
        if key != page.template.key and (key != OWN_QUESTIONS or page.outcome.own)
    ]
    return page.table("tabs", records)


def _about(intro: str) -> str:
    """The first sentence."""
    return re.split(r"(?<=[.?!])\s", intro, maxsplit=1)[0]
