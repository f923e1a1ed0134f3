"""Planned, spent, covered, and what people still get back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.stages.meetings import Presence
from pipeline.stages.resolve import Directory


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One item of `Begroting`, euros; None = left blank."""

    item: str
    planned: Decimal | None
    actual: Decimal | None


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One funder of `Dekking`, euros."""

    funder: str
    requested: Decimal | None
    granted: Decimal | None
    received: Decimal | None


@dataclass(frozen=True, slots=True)
class Expense:
    """One claim: its response id and place, who (code or None), what for, euros, whether it is paid."""

    response: str
    row: int
    participant: str | None
    written: str
    meeting: int | None
    what: str
    amount: Decimal
    paid: bool


@dataclass(frozen=True, slots=True)
class Money:
    """All money, in euros with 2 decimals. `cover` = granted; `balance` = cover - actual;
    `per_participant` = actual per person present at least once (None without anybody);
    `per_meeting` = actual per meeting held.
    """

    lines: tuple[BudgetLine, ...]
    cover_lines: tuple[CoverLine, ...]
    expenses: tuple[Expense, ...]
    planned: Decimal
    actual: Decimal
    cover: Decimal
    balance: Decimal
    per_participant: Decimal | None
    per_meeting: Decimal | None
    claimed: Decimal
    paid: Decimal
    open: Decimal


def account(
    responses: Mapping[str, Sequence[Response]], presence: Presence, directory: Directory
) -> tuple[Money, tuple[Finding, ...]]:
    """Add up budget, cover and expense claims."""
    raise NotImplementedError
