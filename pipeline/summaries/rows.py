"""How the two rows that a question compares are called: by names, codes, or where they stand."""

from collections.abc import Sequence

from pipeline.stages.decisions import Question
from pipeline.stages.people import Claim
from pipeline.summaries.page import Page


def rows_of(page: Page, question: Question) -> list[Claim]:
    """The rows of people that a question is about, as far as they still exist, in its order."""
    people = page.outcome.people
    codes = ((subject, people.of_claim.get(subject)) for subject in question.subjects)
    claims = ((subject, people.participants[code].claims) for subject, code in codes if code)
    return [claim for subject, theirs in claims for claim in theirs if claim.id == subject]


def labels(page: Page, question: Question) -> tuple[str, str] | None:
    """What tells two rows of people apart; None where a question is not about two rows that exist.

    The names in the rows, each with its row where they are alike; a code where the name may not be
    shown. The rows alone where one code stands for both, and where only one of them may be named:
    beside a name, what agrees with it would tell the other's.
    """
    rows = rows_of(page, question)
    if len(rows) != 2:
        return None
    one, other = (row_name(page, row) for row in rows)
    if one != other and not page.withheld.beside(question):
        return one, other
    first, second = _places(page, rows)
    if one != other or one in page.outcome.people.participants:
        return first, second
    return f"{one} ({first})", f"{other} ({second})"


def row_name(page: Page, row: Claim) -> str:
    """The name that stands in a row, the code of the person where it may not be shown."""
    code = page.outcome.people.of_claim[row.id]
    known = row.name if page.outcome.people.participants[code].shown else None
    return page.withheld.own_name(known) if known else code


def _places(page: Page, rows: Sequence[Claim]) -> list[str]:
    """`rij 3` and `rij 7 van Aanmelding`, or each with its own tab."""
    numbers = [page.shared("row", row=row.where.row) for row in rows]
    told = [page.shared("row_of", row=row.where.row, tab=page.source(row.where.form)) for row in rows]
    return [numbers[0], told[1]] if rows[0].where.form == rows[1].where.form else told
