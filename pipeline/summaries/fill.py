"""All summary tabs of an outcome, and the rows the program keeps in working tabs."""

from collections.abc import Callable, Container, Iterator, Sequence
from importlib import import_module
from typing import Final

from pipeline.model.tab import Roster, Scalar, Tab
from pipeline.model.templates import SummaryTemplate, Words
from pipeline.stages.memory import Logged
from pipeline.stages.people import Participant
from pipeline.stages.run import Outcome
from pipeline.summaries.page import Page

Fill = Callable[[Page], Tab | None]
"""None where an Atelier has no use for the tab."""

TELLING_THE_LOG: Final = frozenset({"overview", "log"})
"""The tabs that differ with the log; all others depend on the outcome alone."""


def fill_all(
    outcome: Outcome, words: Words, log: Sequence[Logged], keys: Container[str] | None = None
) -> tuple[Tab, ...]:
    """Every summary tab, or those with these keys, in their own order; `log` has the newest entry last."""
    tabs = (
        find(template)(Page(outcome, words, template, log))
        for template in words.catalogue.summaries.values()
        if keys is None or template.key in keys
    )
    return tuple(tab for tab in tabs if tab is not None)


def find(template: SummaryTemplate) -> Fill:
    """The function that a template's `fill` names.

    Raises:
        ImportError, AttributeError, ValueError: there is none; loading the templates checks this.

    """
    module, function = template.fill.split(":")
    found: Fill = getattr(import_module(f"pipeline.summaries.{module}"), function)
    return found


def resolves(fill: str) -> bool:
    """Whether `fill` ("module:function" under `pipeline.summaries`) names a function."""
    module, parted, function = fill.partition(":")
    if not parted or not module.isidentifier():
        return False
    try:
        found = getattr(import_module(f"pipeline.summaries.{module}"), function, None)
    except ImportError:
        return False
    return callable(found)


def rosters(outcome: Outcome) -> tuple[Roster, ...]:
    """The rows of `Presentielijst` and `Uitbetalingen` that follow from the outcome."""
    return (
        Roster("attendance_list", "code", tuple(_attendance(outcome)), tuple(_other_codes(outcome))),
        Roster("payouts", "claim", tuple(_payouts(outcome))),
    )


RosterRow = tuple[str, tuple[tuple[str, Scalar], ...]]


def _attendance(outcome: Outcome) -> Iterator[RosterRow]:
    """Every participant but those whom somebody wrote in by hand."""
    for person in outcome.people.participants.values():
        if not _by_hand(person):
            yield person.code, (("name", person.shown),)


def _other_codes(outcome: Outcome) -> Iterator[RosterRow]:
    """The codes that get no row but may have one, from before a merge or of somebody who is gone.

    The name there follows the person's consent too; who is gone has none.
    """
    current = outcome.people.current
    for given in outcome.memory.codes:
        person = outcome.people.participants.get(current.get(given.code, ""))
        if person is None or given.code != person.code or _by_hand(person):
            yield given.code, (("name", person.shown if person else None),)


def _by_hand(person: Participant) -> bool:
    """Whether somebody wrote this person in without a code."""
    return any(claim.where.form == "attendance_list" and claim.code is None for claim in person.claims)


def _payouts(outcome: Outcome) -> Iterator[RosterRow]:
    for expense in outcome.money.expenses:
        yield expense.response, (("what", expense.what), ("amount", expense.amount))
