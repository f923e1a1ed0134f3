"""`Begroting en dekking`: planned, spent, covered, and what people still get back."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from pipeline.model.findings import Where
from pipeline.model.tab import Cell, Figure, Figures, Tab, Table
from pipeline.stages.money import Expense
from pipeline.summaries.page import Page, Record, capital


def money(page: Page) -> Tab:
    """Key figures, the budget, the cover, the expenses of participants."""
    return page.tab(
        Figures(tuple(_figures(page, ("planned", "actual", "cover", "balance")))),
        Figures(tuple(_figures(page, ("per_participant", "per_meeting", "open")))),
        _lines(page),
        page.table("cover", _cover(page)),
        page.table("expenses", (_expense(page, expense) for expense in page.outcome.money.expenses)),
    )


def _figures(page: Page, names: Sequence[str]) -> Iterator[Figure]:
    """The amounts of these names, which are those of `Money`."""
    claimed = _euros(page, page.outcome.money.claimed)
    for name in names:
        yield page.figure(name, getattr(page.outcome.money, name), "money", claimed=claimed)


def _euros(page: Page, amount: Decimal) -> str:
    """An amount inside a sentence: `82,50`."""
    text = f"{amount:.2f}"
    return text if page.words.language == "en" else text.replace(".", ",")


def _lines(page: Page) -> Table:
    """The budget with a total; claims that the budget does not hold yet stand in a line of their own."""
    money = page.outcome.money
    if not money.lines:
        return page.table("lines", ())
    records = [
        _amounts(
            "item",
            capital(page.words.option("budget", "item", line.item)),
            planned=line.planned,
            actual=line.actual,
        )
        for line in money.lines
    ]
    beside = money.actual - _sum(line.actual for line in money.lines)
    if beside:
        records.append(_amounts("item", page.text("beside"), planned=None, actual=beside))
    records.append(_total(page, "item", planned=money.planned, actual=money.actual))
    return page.table("lines", records)


def _cover(page: Page) -> list[Record]:
    lines = page.outcome.money.cover_lines
    if not lines:
        return []
    records = [
        _amounts(
            "funder", line.funder, requested=line.requested, granted=line.granted, received=line.received
        )
        for line in lines
    ]
    total = _total(
        page,
        "funder",
        requested=_sum(line.requested for line in lines),
        granted=page.outcome.money.cover,
        received=_sum(line.received for line in lines),
    )
    return [*records, total]


def _amounts(label: str, said: str, style: str = "money", **amounts: Decimal | None) -> Record:
    """One line of amounts; what is left where something was both planned and spent."""
    planned, actual = amounts.get("planned"), amounts.get("actual")
    left = None if planned is None or actual is None else planned - actual
    cells = {key: Cell(amount, style) for key, amount in {**amounts, "left": left}.items()}
    return Record({label: said, **cells})


def _total(page: Page, label: str, **amounts: Decimal) -> Record:
    return _amounts(label, page.text("total"), "strong/money", **amounts)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _expense(page: Page, expense: Expense) -> Record:
    unknown = Cell(page.shared("unknown_name"), "muted")
    paid = Cell(page.text("yes"), "good") if expense.paid else Cell(page.text("no"), "warn")
    return Record(
        {
            "who": page.person(expense.participant) or unknown,
            "amount": expense.amount,
            "paid": paid,
            "meeting": expense.meeting,
            "what": expense.what,
            "where": page.place(Where("expense", expense.row)),
        }
    )
