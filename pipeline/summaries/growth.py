"""`Groei`: how the circle grew."""

from collections.abc import Iterator
from datetime import date

from pipeline.model.settings import ROLES
from pipeline.model.tab import Cell, Figure, Figures, Lines, Scalar, Tab, Table
from pipeline.stages.growth import Meeting
from pipeline.summaries.page import Page, Record
from pipeline.summaries.palette import NEW, RETURNING, ROLE

WISHED_GROWTH = 2.0
WISHED_PEOPLE = 50
NOTES = ("note_growth", "note_promised", "note_brought", "note_who", "note_missing")


def growth(page: Page) -> Tab:
    """The figures of every meeting with their charts, the roles, who is new, and how to read them."""
    return page.tab(
        Figures(tuple(_figures(page))),
        _meetings(page),
        _roles(page),
        page.table("newcomers", _newcomers(page)),
        Lines(tuple(page.text(note) for note in NOTES), heading=page.text("notes")),
    )


def _held(page: Page) -> list[Meeting]:
    return [meeting for meeting in page.outcome.meetings if meeting.present]


def _figures(page: Page) -> Iterator[Figure]:
    reached = len(page.reached)
    note = "fifty_note" if reached >= WISHED_PEOPLE else "people_note"
    yield Figure(page.text("people"), reached, page.text(note))
    held = _held(page)
    if held:
        largest = max(held, key=lambda meeting: meeting.present or 0)
        yield page.figure("first", held[0].present, number=held[0].number)
        yield page.figure("largest", largest.present, number=largest.number)


def _meetings(page: Page) -> Table:
    dates = [plan.date for plan in page.outcome.settings.meetings]
    rows = zip(page.outcome.meetings, dates, [None, *dates], strict=False)
    present = page.chart(
        "present", "stacked_column", "meeting", ("returning", "new"), axis="people", colours=(RETURNING, NEW)
    )
    factor = page.chart(
        "growth", "column", "meeting", ("growth",), axis="factor", colours=(NEW,), target=WISHED_GROWTH
    )
    return page.table(
        "meetings", (_meeting(page, *row) for row in rows), charts=(present, factor) if _held(page) else ()
    )


def _meeting(page: Page, meeting: Meeting, held: date | None, before: date | None) -> Record:
    return Record(
        {
            "meeting": page.meeting(meeting.number),
            "date": held,
            "weeks": (held - before).days / 7 if held and before else None,
            "expected": meeting.expected,
            "returning": meeting.returning,
            "new": meeting.new,
            "present": meeting.present,
            "growth": meeting.growth,
            "brought": meeting.brought_by_previous,
            "promised": meeting.promised or None,
            "came": meeting.promised_came if meeting.promised else None,
        }
    )


def _roles(page: Page) -> Table:
    roles = page.named("signup", "role")

    def record(meeting: Meeting) -> Record:
        counts: dict[str, Cell | Scalar] = {
            f"role_{role}": meeting.by_role.get(role, 0) if meeting.present else None for role in ROLES
        }
        return Record({"meeting": page.meeting(meeting.number), **counts})

    chart = page.chart(
        "roles",
        "stacked_column",
        "meeting",
        [f"role_{role}" for role, _ in roles],
        axis="people",
        colours=[ROLE[role] for role, _ in roles],
    )
    return page.table(
        "roles",
        map(record, page.outcome.meetings),
        spread={"role": roles},
        charts=(chart,) if _held(page) else (),
    )


def _newcomers(page: Page) -> Iterator[Record]:
    """Whom to tell what was done before: those who come now for the first time, then who did last time."""
    presence, people = page.outcome.presence, page.outcome.people.participants
    latest = presence.latest
    coming = presence.next_after(latest)
    expected = {code for code, person in people.items() if coming in person.expected} - page.reached
    new = presence.new(latest) if latest else frozenset()
    for state, meeting, codes in (("will_come", coming, expected), ("came", latest, new)):
        for code in (code for code in people if code in codes):
            yield Record(
                {
                    "who": page.person(code),
                    "roles": page.roles(code),
                    "invited_by": page.person(page.outcome.invitations.inviter.get(code)),
                    "when": page.text(state, number=meeting),
                }
            )
