"""Wishes about tables: who must sit together, and who must not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages.decisions import Question
from pipeline.stages.resolve import Directory, Resolved

FORM: Final = "table_wishes"
TOGETHER: Final = "together"
APART: Final = "apart"


@dataclass(frozen=True, slots=True)
class Wish:
    """Two people (codes) who must share a table, or must not; `where` somebody wrote it."""

    one: str
    other: str
    together: bool
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class ReadWishes:
    """The wishes in order of row, what to ask, what was noticed."""

    wishes: tuple[Wish, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def read_wishes(rows: Sequence[Response], directory: Directory) -> ReadWishes:
    """The wishes: first those at hand (their rows are not above 0), then those of the working tab.

    A row that names somebody nobody knows is none, with a finding; nor is one that lacks a name or the
    wish itself (reading it gave a finding).
    """
    wishes: list[Wish] = []
    questions: dict[str, Question] = {}
    findings: list[Finding] = []
    for row in sorted(rows, key=lambda row: (row.row > 0, abs(row.row))):
        found = {key: _find(row, key, directory) for key in ("person", "other") if row.as_written(key)}
        for key, who in found.items():
            if who.question:
                questions[who.question.id] = who.question
            elif who.bearer is None:
                findings.append(Finding("wish_about_unknown", Severity.WARN, where=row.at(key)))
        codes = [who.bearer for who in found.values() if who.bearer]
        kind = row.text("wish")
        if len(codes) == 2 and kind:
            wishes.append(Wish(codes[0], codes[1], kind == TOGETHER, row.at()))
    return ReadWishes(tuple(wishes), tuple(questions[name] for name in sorted(questions)), tuple(findings))


def _find(row: Response, key: str, directory: Directory) -> Resolved:
    return directory.find(row.as_written(key) or "", row.at(key), row.id)
