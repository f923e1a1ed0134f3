"""Any list in a file, for the commands that do one thing."""

from pathlib import Path

from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.stages.listing import Listing, read_listing

COLUMN_MISSING = N_("“{file}” has no column “{column}”.")
COLUMNS_FOUND = N_("Its columns are: {columns}.")


def open_listing(path: Path, *columns: str) -> Listing:
    """The first tab that has all these columns, else the first with rows.

    Raises:
        UserError: the file cannot be read, or holds no list.

    """
    listings = [read_listing(tab) for tab in WorkbookSource(path).read() if not tab.marked]
    filled = [listing for listing in listings if listing.header]
    if not filled:
        raise UserError(
            N_("“{file}” is empty."),
            todo=N_("Name the file that holds the list."),
            exit_code=WRONG_USE,
            file=path.name,
        )
    fitting = (listing for listing in filled if None not in map(listing.place, columns))
    return next(fitting, filled[0])


def need(listing: Listing, path: Path, *names: str) -> int:
    """The column (from 0) with one of these headers.

    Raises:
        UserError: there is none; it names the columns that there are.

    """
    place = listing.place(*names)
    if place is None:
        raise UserError(
            COLUMN_MISSING,
            why=COLUMNS_FOUND,
            todo=N_("Name a column as it stands there."),
            exit_code=WRONG_USE,
            file=path.name,
            column=names[0],
            columns=", ".join(filter(None, listing.header)),
        )
    return place
