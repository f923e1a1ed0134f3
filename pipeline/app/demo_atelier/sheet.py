"""A tab of the example: answers by question, put under the headers of the form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.model.responses import RawCell, RawTab
from pipeline.model.settings import Settings
from pipeline.model.templates import Form, Question

PLACE = "antwoorden.xlsx"

PLANNED = Settings()
"""The example has four meetings and three stickers, as is usual."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent in: when, the answers by question, and the moment as typed by hand, if it was.

    Options stand as their codes, `choices` as a list of codes and own answers.
    """

    at: datetime
    answers: Mapping[str, Any]
    typed: str | None = None


def in_order(sent: Iterable[Sent]) -> list[Sent]:
    """By the moment they were sent in."""
    return sorted(sent, key=lambda one: one.at)


def form_tab(form: Form, sent: Iterable[Sent], blank_after: int = 0) -> RawTab:
    """A form's tab in order of time, with one empty row after row `blank_after`, as happens."""
    rows = []
    for one in in_order(sent):
        moment = one.at if one.typed is None else one.typed
        rows.append(_cells(form, {**one.answers, "submitted_at": moment}))
    if blank_after:
        rows.insert(blank_after, [""] * len(form.columns(PLANNED)))
    return _tab(form, rows)


def working_tab(form: Form, rows: Iterable[Mapping[str, Any]]) -> RawTab:
    """A working tab as the team keeps it."""
    return _tab(form, [_cells(form, row) for row in rows])


def _tab(form: Form, rows: Sequence[Sequence[RawCell]]) -> RawTab:
    headers = [question.header.nl for question in form.columns(PLANNED)]
    return RawTab(form.title.nl, (headers, *rows), PLACE)


def _cells(form: Form, answers: Mapping[str, Any]) -> list[RawCell]:
    return [_cell(question, answers.get(question.key, "")) for question in form.columns(PLANNED)]


def _cell(question: Question, answer: Any) -> RawCell:
    wordings: dict[Any, str] = {option.code: option.text.nl for option in question.options}
    if isinstance(answer, list | tuple):
        return ", ".join(str(wordings.get(one, one)) for one in answer)
    if question.kind == "meeting" and answer:
        return f"Bijeenkomst {answer}"
    cell: RawCell = wordings.get(answer, answer)
    return cell
