"""Planned, spent, covered, and what people still get back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages.alike import alike_key
from pipeline.stages.codes import read_code
from pipeline.stages.meetings import Presence
from pipeline.stages.resolve import Directory

EXPENSES = "expenses"
"""The item of `Begroting` that the claims belong to."""

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One item of `Begroting` (its code, or as written), euros; None = left blank, which is not 0."""

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
    """Add up budget, cover and expense claims.

    The claims stand beside the actuals of `Begroting`; they are added only where its row
    `expenses` leaves the actual blank (or does not exist): what the team wrote there already
    includes them.
    """
    lines = tuple(_budget_lines(responses.get("budget", ())))
    cover_lines = tuple(_cover_lines(responses.get("cover", ())))
    expenses, findings = _expenses(responses, presence, directory)
    claimed = _sum(expense.amount for expense in expenses)
    paid = _sum(expense.amount for expense in expenses if expense.paid)
    actual = _sum(line.actual for line in lines)
    if all(line.actual is None for line in lines if line.item == EXPENSES):
        actual += claimed
    cover = _sum(line.granted for line in cover_lines)
    came = frozenset().union(*presence.present.values())
    held = sum(1 for codes in presence.present.values() if codes)
    money = Money(
        lines=lines,
        cover_lines=cover_lines,
        expenses=expenses,
        planned=_sum(line.planned for line in lines),
        actual=actual,
        cover=cover,
        balance=cover - actual,
        per_participant=_share(actual, len(came)),
        per_meeting=_share(actual, held),
        claimed=claimed,
        paid=paid,
        open=claimed - paid,
    )
    return money, findings


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum in euros with 2 decimals; blank adds nothing."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0)).quantize(_CENT)


def _share(amount: Decimal, among: int) -> Decimal | None:
    return (amount / among).quantize(_CENT, ROUND_HALF_UP) if among else None


def _budget_lines(responses: Sequence[Response]) -> Iterable[BudgetLine]:
    """The rows of `Begroting` in the order the team gave them; a row without any amount stays as well."""
    for response in responses:
        item = response.text("item") or next(iter(response.own.get("item", ())), None)
        yield BudgetLine(
            item or response.as_written("item") or "other",
            response.money("planned"),
            response.money("actual"),
        )


def _cover_lines(responses: Sequence[Response]) -> Iterable[CoverLine]:
    for response in responses:
        yield CoverLine(
            response.as_written("funder") or "",
            *(response.money(key) for key in ("requested", "granted", "received")),
        )


def _expenses(
    responses: Mapping[str, Sequence[Response]], presence: Presence, directory: Directory
) -> tuple[tuple[Expense, ...], tuple[Finding, ...]]:
    """The claims with an amount, in order of time, and what is odd about them.

    A claim without an amount that can be read is not one: reading found that already.
    """
    claims = sorted(responses.get("expense", ()), key=_moment)
    payouts = [response for response in responses.get("payouts", ()) if response.flag("paid")]
    paid = {response.text("claim") for response in payouts}
    expenses = tuple(
        Expense(
            response=response.id,
            row=response.row,
            participant=_claimant(response, presence, directory),
            written=response.as_written("name") or "",
            meeting=response.number("meeting"),
            what=response.as_written("what") or "",
            amount=amount,
            paid=response.id in paid,
        )
        for response in claims
        if (amount := response.money("amount")) is not None
    )
    return expenses, (
        *_unknown_claimants(expenses),
        *_doubles(expenses),
        *_unknown_payouts(payouts, expenses),
    )


def _moment(response: Response) -> tuple[bool, datetime, str]:
    """Earliest first, undated last."""
    moment = response.submitted_at
    return (moment is None, moment or datetime.min, response.id)


def _claimant(response: Response, presence: Presence, directory: Directory) -> str | None:
    """Who claims: of namesakes the one who was at that meeting; nobody is asked who it is."""
    written = response.as_written("name")
    if written is None:
        return None
    there = presence.present.get(response.number("meeting") or 0, frozenset())
    return directory.find(written, response.at("name"), response.id, likely=(there,), ask=False).bearer


def _unknown_claimants(expenses: Sequence[Expense]) -> Iterable[Finding]:
    for expense in expenses:
        if expense.participant is None:
            where = Where("expense", expense.row, "name")
            code = read_code(expense.written)
            if code is not None and code.invitation:
                yield Finding("invitation_as_name", Severity.WARN, where=where)
            else:
                yield Finding("expense_of_unknown", Severity.INFO, where=where)


def _doubles(expenses: Sequence[Expense]) -> Iterable[Finding]:
    """Claims that repeat an earlier one of the same person: the same reason, meeting and amount."""
    seen: dict[tuple[object, ...], Expense] = {}
    for expense in expenses:
        who = expense.participant or alike_key(expense.written)
        first = seen.setdefault((who, expense.meeting, alike_key(expense.what), expense.amount), expense)
        if first is not expense:
            yield Finding(
                "expense_twice",
                Severity.WARN,
                where=Where("expense", expense.row, "amount"),
                with_=Where("expense", first.row, "amount"),
                details={"amount": str(expense.amount)},
            )


def _unknown_payouts(payouts: Sequence[Response], expenses: Sequence[Expense]) -> Iterable[Finding]:
    known = {expense.response for expense in expenses}
    for payout in payouts:
        if payout.text("claim") not in known:
            yield Finding("payout_without_claim", Severity.WARN, where=payout.at("claim"))
