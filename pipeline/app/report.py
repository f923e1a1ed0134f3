"""What a sync did, in codes and counts only: for the log, the terminal and other programs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline import __version__
from pipeline.edges.interface import Plan
from pipeline.model.headers import same_header_key
from pipeline.model.responses import MEMORY_TITLE
from pipeline.model.templates import Catalogue
from pipeline.stages.memory import Logged
from pipeline.stages.run import Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """One sync.

    `plan` is what was written, or would be where `written` is False; `before` is the last
    entry of the log; `counts` are those of now.
    """

    source: str
    target: str
    outcome: Outcome
    plan: Plan
    before: Logged | None
    counts: Mapping[str, int]
    written: bool


def count(outcome: Outcome) -> dict[str, int]:
    """The counts that the log keeps: flat, by a code with its part behind a colon, sorted."""
    votes = outcome.votes
    counts = {
        "rows": sum(form.rows for form in outcome.counts),
        "participants": len(outcome.people.participants),
        "ideas": sum(not idea.withdrawn for idea in outcome.ideas),
        "ballots": votes.ballots,
        "cast": votes.cast,
        "counted": votes.counted,
        "refused": len(votes.refused),
        "questions": sum(question.open for question in outcome.questions),
        "findings": len(outcome.findings),
    }
    for form in outcome.counts:
        key = f"form:{form.form}"
        counts[key] = counts.get(key, 0) + form.responses - form.replaced
    for meeting in outcome.meetings:
        if meeting.present is not None:
            counts[f"present:{meeting.number}"] = meeting.present
    for reason, number in Counter(refusal.reason for refusal in votes.refused).items():
        counts[f"refused:{reason}"] = number
    return dict(sorted(counts.items()))


def sync_document(report: Report, catalogue: Catalogue, *, dry_run: bool) -> dict[str, object]:
    """The `samenkracht-sync/1` document: what was read, changed, asked and refused."""
    outcome = report.outcome
    status = "written" if report.written else "would_change" if report.plan.changed else "up_to_date"
    return {
        "schema": "samenkracht-sync/1",
        "version": __version__,
        "status": status,
        "dry_run": dry_run,
        "read": [
            {
                "form": form.form,
                "rows": form.rows,
                "blank": form.blank,
                "responses": form.responses,
                "replaced": form.replaced,
            }
            for form in outcome.counts
        ],
        "changed": [
            {"tab": _tab_key(title, catalogue), "cells": cells}
            for title, cells in report.plan.changes.items()
            if cells
        ],
        "asked": _asked(outcome),
        "refused": dict(sorted(Counter(refusal.reason for refusal in outcome.votes.refused).items())),
        "findings": _by_severity(outcome),
        "counts": dict(report.counts),
        "before": dict(report.before.counts) if report.before else None,
    }


def _tab_key(title: str, catalogue: Catalogue) -> str:
    """The key of a tab, whatever language its title is in or however somebody respelled it."""
    if title == MEMORY_TITLE:
        return "memory"
    names = {key: (*form.title.both, *form.aliases) for key, form in catalogue.working.items()}
    names |= {key: template.title.both for key, template in catalogue.summaries.items()}
    for key, titles in names.items():
        if same_header_key(title) in map(same_header_key, titles):
            return key
    return "other"


def _asked(outcome: Outcome) -> list[dict[str, object]]:
    """Every question: its id and code, whether it waits."""
    return [
        {"id": question.id, "code": question.code, "open": question.open, "options": list(question.options)}
        for question in sorted(outcome.questions, key=lambda question: question.id)
        if not question.lapsed
    ]


def _by_severity(outcome: Outcome) -> dict[str, dict[str, int]]:
    numbers = Counter((str(finding.severity), finding.code) for finding in outcome.findings)
    shown: dict[str, dict[str, int]] = {"decide": {}, "info": {}, "warn": {}}
    for (severity, code), number in sorted(numbers.items()):
        shown[severity][code] = number
    return shown
