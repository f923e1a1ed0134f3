"""The notes of the team."""

from datetime import date

from pipeline.stages.notes import Note, notes
from tests.build import response


def test_notes_stand_by_date_undated_last_and_without_a_text_there_is_none() -> None:
    rows = (
        response("notes", 2, note="Zonder datum", kind="decision"),
        response("notes", 3, note="Film viel uit", date=date(2026, 10, 1), meeting=2, kind="deviation"),
        response("notes", 4, date=date(2026, 9, 1)),
        response("notes", 5, note="Iedereen eet mee", date=date(2026, 9, 3)),
    )

    expected = (
        Note(date(2026, 9, 3), None, "Iedereen eet mee", None),
        Note(date(2026, 10, 1), 2, "Film viel uit", "deviation"),
        Note(None, None, "Zonder datum", "decision"),
    )
    assert notes(rows) == notes(rows[::-1]) == expected
