"""Who recruited whom, in any list."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.app.collector import without_collector
from pipeline.app.listings import need, open_listing
from pipeline.stages.chains import find_attributes, trace
from pipeline.summaries.alone import chains_document


@without_collector()
def chains(
    path: Path, person: str, recruiter: str, seed_values: Sequence[str] = (), attributes: Sequence[str] = ()
) -> dict[str, object]:
    """The chains in a file, as a document; columns are given by their headers.

    Raises:
        UserError: the file cannot be read, or lacks a column.

    """
    listing = open_listing(path, person, recruiter)
    columns = need(listing, path, person), need(listing, path, recruiter)
    named = {name: need(listing, path, name) for name in attributes}
    described = named or find_attributes(listing, frozenset(columns))
    traced, findings = trace(listing, *columns, described, seed_values)
    return chains_document(traced, findings)
