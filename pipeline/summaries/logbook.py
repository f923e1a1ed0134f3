"""`Logboek`: every sync that changed something, and what was read."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pipeline.model.tab import Cell, Tab
from pipeline.stages.memory import Logged
from pipeline.stages.notes import Note
from pipeline.stages.parse import FormCount
from pipeline.summaries.counts import changes, label
from pipeline.summaries.page import Page, Record

SHOWN = ("participants", "ideas", "counted", "questions")
"""The counts with a column of their own."""


def logbook(page: Page) -> Tab:
    """The newest entry first; then what the team noted, and the forms with their rows."""
    counts = [(key, label(key, page.words)) for key in SHOWN]
    return page.tab(
        page.table("log", _entries(page), spread={"count": counts}),
        page.table("notes", (_note(page, note) for note in page.outcome.notes)),
        page.table("forms", (_form(page, form) for form in page.outcome.counts)),
    )


def _entries(page: Page) -> Iterator[Record]:
    before: Sequence[Logged | None] = (None, *page.log)
    for entry, earlier in reversed(list(zip(page.log, before, strict=False))):
        yield Record(
            {
                "at": datetime.fromisoformat(entry.at),
                "changed": _changed(page, earlier, entry),
                **{f"count_{key}": entry.counts.get(key) for key in SHOWN},
                "version": entry.version,
            }
        )


def _changed(page: Page, before: Logged | None, now: Logged) -> Cell | str:
    if before is None:
        return Cell(page.text("first"), "muted")
    found = changes(before.counts, now.counts, page.words)
    if not found:
        return Cell(page.text("same"), "muted")
    return "\n".join(f"{change.what}: {change.before} → {change.now}" for change in found)


def _note(page: Page, note: Note) -> Record:
    kind = page.words.option("notes", "kind", note.kind)
    return Record({"day": note.day, "note": note.text, "kind": kind, "meeting": note.meeting})


def _form(page: Page, count: FormCount) -> Record:
    return Record(
        {
            "form": page.words.catalogue.source(count.form).title[page.words.language],
            "tab": count.tab,
            "rows": count.rows,
            "responses": count.responses,
            "blank": count.blank,
            "replaced": count.replaced or None,
        }
    )
