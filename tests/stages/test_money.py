"""Planned, spent, covered, and what people still get back."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages.meetings import Presence
from pipeline.stages.money import BudgetLine, CoverLine, Expense, Money, account
from pipeline.stages.resolve import Resolved, narrowed
from tests.build import response

EMPTY = Presence({1: frozenset(), 2: frozenset(), 3: frozenset(), 4: frozenset()})


class Guestbook:
    """A directory that knows people by exact name; namesakes are told apart by who was there."""

    def __init__(self, **codes: tuple[str, ...]) -> None:
        self.codes = codes

    def find(
        self,
        written: str,
        where: Where,
        response: str,
        *,
        likely: Sequence[frozenset[str]] = (),
        family: frozenset[str] = frozenset(),
        never: frozenset[str] = frozenset(),
        ask: bool = True,
    ) -> Resolved:
        assert not ask
        assert where.question == "name"
        if written.startswith("U-"):
            return Resolved(written, participant=written.removeprefix("U-"), by_invitation=True)
        fitting = self.codes.get(written, ())
        there = narrowed(set(fitting), likely)
        return Resolved(written, participant=there.pop() if len(there) == 1 else None)


def euros(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def budget(*lines: tuple[str | None, str | None, str | None]) -> list[Response]:
    """Rows of the budget: item, planned, actual."""
    rows = []
    for row, (item, planned, actual) in enumerate(lines, start=2):
        values = {"item": item, "planned": euros(planned), "actual": euros(actual)}
        rows.append(
            response("budget", row, **{key: value for key, value in values.items() if value is not None})
        )
    return rows


def claim(
    row: int, amount: str, name: str | None = "Kofi", *, at: str | None = None, **values: object
) -> Response:
    if name is not None:
        values["name"] = name
    return response("expense", row, at, amount=Decimal(amount), **({"what": f"stift {row}"} | values))


def sums(
    presence: Presence = EMPTY, directory: Guestbook | None = None, **responses: Sequence[Response]
) -> Money:
    return account(responses, presence, directory or Guestbook(Kofi=("2B7KQ",)))[0]


def findings(**responses: Sequence[Response]) -> tuple[Finding, ...]:
    return account(responses, EMPTY, Guestbook(Kofi=("2B7KQ",)))[1]


def test_without_any_money_all_is_nought() -> None:
    nought = Decimal("0.00")
    assert sums() == Money((), (), (), *[nought] * 4, None, None, *[nought] * 3)


def test_blank_is_not_nought() -> None:
    lines = sums(budget=budget(("room", None, "0"), ("catering", "80.50", None))).lines
    assert lines == (
        BudgetLine("room", None, Decimal(0)),
        BudgetLine("catering", Decimal("80.50"), None),
    )


def test_an_item_is_its_code_or_what_the_team_wrote() -> None:
    rows = [
        response("budget", 2, item="room"),
        response("budget", 3, own={"item": ("Fietsenstalling",)}),
        response("budget", 4, written={"item": "Vuurkorf"}),
        response("budget", 5, planned=Decimal(10)),
    ]
    assert [line.item for line in sums(budget=rows).lines] == ["room", "Fietsenstalling", "Vuurkorf", "other"]


@pytest.mark.parametrize(
    ("lines", "actual"),
    [
        ([("room", "100", "90.00"), ("expenses", "20", None)], "95.50"),
        ([("room", "100", "90.00")], "95.50"),
        ([("room", "100", "90.00"), ("expenses", "20", "0")], "90.00"),
        ([("room", "100", "90.00"), ("expenses", "20", "12.00")], "102.00"),
        ([("room", "100", "90.00"), ("expenses", "20", None), ("expenses", None, "3.00")], "93.00"),
        ([], "5.50"),
    ],
)
def test_claims_count_only_where_the_row_of_expenses_is_blank(
    lines: list[tuple[str | None, str | None, str | None]], actual: str
) -> None:
    money = sums(budget=budget(*lines), expense=[claim(2, "5.50")])
    assert (money.actual, money.claimed) == (Decimal(actual), Decimal("5.50"))


def test_cover_is_what_was_granted_and_cost_is_per_person_who_came() -> None:
    cover = [
        response(
            "cover", 2, funder="Wijkfonds", requested=Decimal(900), granted=Decimal(600), received=Decimal(1)
        ),
        response("cover", 3, granted=Decimal("12.5")),
    ]
    presence = Presence({1: frozenset("AB"), 2: frozenset(), 3: frozenset("BC"), 4: frozenset()})
    money = sums(presence, budget=budget(("room", "500", "700.00")), cover=cover)
    assert money.cover_lines == (
        CoverLine("Wijkfonds", Decimal(900), Decimal(600), Decimal(1)),
        CoverLine("", None, Decimal("12.5"), None),
    )
    assert (money.planned, money.cover, money.balance) == (Decimal(500), Decimal("612.50"), Decimal("-87.50"))
    assert (str(money.per_participant), str(money.per_meeting)) == ("233.33", "350.00")


def test_half_a_cent_is_rounded_up() -> None:
    presence = Presence({1: frozenset(map(str, range(8)))})
    assert str(sums(presence, budget=budget(("room", None, "0.20"))).per_participant) == "0.03"


def test_claims_stand_in_order_of_time_with_who_and_whether_paid() -> None:
    expenses = sums(
        expense=[
            claim(2, "1.00", None),
            claim(3, "2.00", at="2026-10-02T10:00:00", meeting=2),
            claim(4, "4.00", "Iemand", at="2026-10-01T10:00:00", written={"what": "7"}, what=7),
            response("expense", 5, name="Kofi", written={"amount": "tien"}),
        ],
        payouts=[
            response("payouts", 2, claim="expense:3", paid=True),
            response("payouts", 3, claim="expense:4", paid=False),
        ],
    )
    assert expenses.expenses == (
        Expense("expense:4", 4, None, "Iemand", None, "7", Decimal("4.00"), paid=False),
        Expense("expense:3", 3, "2B7KQ", "Kofi", 2, "stift 3", Decimal("2.00"), paid=True),
        Expense("expense:2", 2, None, "", None, "stift 2", Decimal("1.00"), paid=False),
    )
    assert (expenses.claimed, expenses.paid, expenses.open) == (Decimal(7), Decimal(2), Decimal(5))


def test_of_namesakes_the_one_who_was_there_claims() -> None:
    presence = Presence({1: frozenset({"2B7KQ"}), 2: frozenset({"3C8MR"})})
    directory = Guestbook(Kofi=("2B7KQ", "3C8MR"))
    money = sums(presence, directory, expense=[claim(2, "1", meeting=2), claim(3, "1")])
    assert [expense.participant for expense in money.expenses] == ["3C8MR", None]


def test_a_claim_of_an_unknown_person_counts_and_is_said() -> None:
    assert sums(expense=[claim(2, "3.00", "Iemand")]).claimed == 3
    assert findings(expense=[claim(2, "3.00", "Iemand")]) == (
        Finding("expense_of_unknown", Severity.INFO, where=Where("expense", 2, "name")),
    )


def test_the_code_of_an_invitation_is_nobodys_name() -> None:
    rows = [claim(2, "3.00", "U-X6TQ8")]
    assert sums(expense=rows).expenses[0].participant is None
    assert findings(expense=rows) == (
        Finding("invitation_as_name", Severity.WARN, where=Where("expense", 2, "name")),
    )


def test_the_same_claim_twice_is_said() -> None:
    twice = [claim(2, "3.00", what="Thee"), claim(3, "3.00", what="thee "), claim(4, "4.00", what="thee")]
    assert findings(expense=twice) == (
        Finding(
            "expense_twice",
            Severity.WARN,
            where=Where("expense", 3, "amount"),
            with_=Where("expense", 2, "amount"),
            details={"amount": "3.00"},
        ),
    )


def test_a_payment_of_a_claim_that_is_gone_is_said() -> None:
    payouts = [
        response("payouts", 4, claim="expense:9", paid=True),
        response("payouts", 5, claim="expense:8"),
    ]
    assert findings(payouts=payouts) == (
        Finding("payout_without_claim", Severity.WARN, where=Where("payouts", 4, "claim")),
    )


amounts = st.decimals(min_value=0, max_value=500, places=2)


@given(st.lists(st.tuples(amounts, st.booleans()), max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_paid_and_open_make_up_what_was_claimed_in_any_order(
    claims: list[tuple[Decimal, bool]], random: st.DataObject
) -> None:
    rows = [claim(row, str(amount)) for row, (amount, _) in enumerate(claims, start=2)]
    payouts = [
        response("payouts", row, claim=f"expense:{row}", paid=paid)
        for row, (_, paid) in enumerate(claims, start=2)
    ]
    money = sums(expense=rows, payouts=payouts)
    assert money.paid + money.open == money.claimed == sum(amount for amount, _ in claims)
    random.shuffle(rows)
    assert sums(expense=rows, payouts=payouts) == money
