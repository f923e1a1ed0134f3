"""The summary of any form's responses, without an Atelier around them."""

from pathlib import Path

from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.responses import RawTab
from pipeline.stages.cells import blank
from pipeline.stages.survey import describe
from pipeline.summaries.survey import survey_document


def describe_file(path: Path, title: str | None = None) -> tuple[dict[str, object], tuple[str, ...]]:
    """The survey document of one tab, and the titles of the tabs with rows that are left out.

    Without a `title` the first tab with rows is taken that the program did not write itself.

    Raises:
        UserError: the file cannot be read, holds no rows, or has no tab with that title.

    """
    filled = [tab for tab in WorkbookSource(path).read() if not tab.marked and _has_rows(tab)]
    found = next((tab for tab in filled if title in (None, tab.title)), None)
    if found is None:
        raise _nothing(path, title, filled)
    return survey_document(describe(found)), tuple(tab.title for tab in filled if tab is not found)


def _has_rows(tab: RawTab) -> bool:
    return not all(blank(cell) for row in tab.rows for cell in row)


def _nothing(path: Path, title: str | None, filled: list[RawTab]) -> UserError:
    if title is None or not filled:
        return UserError(N_("“{file}” holds no responses."), exit_code=WRONG_USE, file=path.name)
    return UserError(
        N_("“{file}” has no tab “{tab}” with responses."),
        why=N_("It has: {tabs}."),
        todo=N_("Give the title of one of these with --tab."),
        exit_code=WRONG_USE,
        file=path.name,
        tab=title,
        tabs=", ".join(tab.title for tab in filled),
    )
