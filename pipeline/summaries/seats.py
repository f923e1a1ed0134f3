"""`Tafels`: who sits where."""

from collections import Counter
from collections.abc import Iterator

from pipeline.model.settings import ROLES
from pipeline.model.tab import Tab
from pipeline.stages.seating import DiscussionTable
from pipeline.summaries.page import Page, Record


def seats(page: Page) -> Tab:
    """By table, by person, and how mixed the tables are."""
    tables = page.outcome.tables
    rest = (
        page.table("persons", _persons(page)),
        page.table(
            "mix", (_mix(page, table) for table in tables), spread={"role": page.named("signup", "role")}
        ),
    )
    return page.tab(page.table("seats", _seats(page)), *(rest if tables else ()))


def _seats(page: Page) -> Iterator[Record]:
    for table in page.outcome.tables:
        for code in table.people:
            yield Record(
                {
                    "meeting": table.meeting,
                    "table": table.table,
                    "who": page.person(code),
                    "roles": page.roles(code),
                    "seat": f"{table.meeting}-{code}",
                }
            )


def _persons(page: Page) -> Iterator[Record]:
    """By meeting, then by what they are called."""
    places = [
        (table.meeting, page.outcome.people.label(code).casefold(), code, table.table)
        for table in page.outcome.tables
        for code in table.people
    ]
    for meeting, _, code, table in sorted(places):
        yield Record({"meeting": meeting, "table": table, "who": page.person(code)})


def _mix(page: Page, table: DiscussionTable) -> Record:
    people = page.outcome.people.participants
    counts = Counter(role for code in table.people if code in people for role in people[code].roles)
    return Record(
        {
            "meeting": table.meeting,
            "table": table.table,
            "people": len(table.people),
            **{f"role_{role}": counts[role] for role in ROLES},
        }
    )
