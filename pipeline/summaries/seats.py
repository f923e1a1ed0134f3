"""`Tafels`: who sits where."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.model.settings import ROLES
from pipeline.model.tab import Tab
from pipeline.stages.run import Outcome
from pipeline.stages.seating import Acquainted, DiscussionTable, acquainted
from pipeline.summaries.page import Page, Record

SCHEMA: Final = "samenkracht-tables/1"
COLUMNS: Final = ("meeting", "table", "code", "name", "roles")
"""The header of the tables as a list."""


def seats(page: Page) -> Tab:
    """By table, by person, and how mixed the tables are."""
    tables = page.outcome.tables
    if not tables:
        return page.tab(page.table("seats", ()))
    known = {table.meeting: _known_to_each_other(page.outcome, table.meeting) for table in tables}
    mixed = (_mix(page, table, known[table.meeting]) for table in tables)
    return page.tab(
        page.table("seats", _seats(page)),
        page.table("persons", _persons(page)),
        page.table("mix", mixed, spread={"role": page.named("signup", "role")}),
    )


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
    """By meeting, then by what they are called; namesakes are told apart by their code."""
    at = {(table.meeting, code): table.table for table in page.outcome.tables for code in table.people}
    names = Counter(page.outcome.people.label(code) for code in {code for _, code in at})
    for meeting in sorted({meeting for meeting, _ in at}):
        for code in _by_name(page.outcome, (code for other, code in at if other == meeting)):
            name = page.outcome.people.label(code)
            who = f"{name} ({code})" if names[name] > 1 else page.person(code)
            yield Record({"meeting": meeting, "table": at[meeting, code], "who": who})


def _mix(page: Page, table: DiscussionTable, known: Acquainted) -> Record:
    counts = _roles(page.outcome, table)
    invited, met = known.at([table.people])
    return Record(
        {
            "meeting": table.meeting,
            "table": table.table,
            "people": len(table.people),
            **{f"role_{role}": number for role, number in counts.items()},
            "invited": invited,
            "met": met,
        }
    )


def tables_document(outcome: Outcome, meeting: int) -> dict[str, object]:
    """The tables of one meeting, by table and by person; nobody without consent is named."""
    tables = [table for table in outcome.tables if table.meeting == meeting]
    invited, met = _known_to_each_other(outcome, meeting).at(table.people for table in tables)
    at = {code: table.table for table in tables for code in table.people}
    return {
        "schema": SCHEMA,
        "meeting": meeting,
        "tables": [
            {
                "table": table.table,
                "confirmed": table.confirmed,
                "roles": _roles(outcome, table),
                "people": [_person(outcome, code) for code in _by_name(outcome, table.people)],
            }
            for table in tables
        ],
        "persons": [{**_person(outcome, code), "table": at[code]} for code in _by_name(outcome, at)],
        "invited_together": invited,
        "met_before": met,
        "wishes_not_kept": [
            finding.where.row
            for finding in outcome.findings
            if finding.code == "wish_not_kept" and finding.where
        ],
    }


def as_rows(outcome: Outcome, meeting: int) -> Iterator[tuple[object, ...]]:
    """The tables of one meeting as a list: the header, then a row per person, by table and by name."""
    yield COLUMNS
    for table in outcome.tables:
        if table.meeting == meeting:
            for code in _by_name(outcome, table.people):
                person = outcome.people.participants[code]
                yield meeting, table.table, code, person.shown or "", " ".join(person.roles)


def _known_to_each_other(outcome: Outcome, meeting: int) -> Acquainted:
    current = outcome.people.current
    return acquainted(
        outcome.people.participants, outcome.invitations.inviter, outcome.memory.seats, meeting, current
    )


def _roles(outcome: Outcome, table: DiscussionTable) -> dict[str, int]:
    """How many at a table take part in each role, in the order of the roles."""
    people = outcome.people.participants
    counts = Counter(role for code in table.people for role in people[code].roles)
    return {role: counts[role] for role in ROLES}


def _person(outcome: Outcome, code: str) -> dict[str, object]:
    person = outcome.people.participants[code]
    return {"id": code, "name": person.shown, "roles": list(person.roles)}


def _by_name(outcome: Outcome, codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: (outcome.people.label(code).casefold(), code))
