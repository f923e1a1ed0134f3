"""Any ballots, counted."""

from pathlib import Path

from pipeline.app.collector import without_collector
from pipeline.app.listings import need, open_listing
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.findings import Finding
from pipeline.stages import tally as stage
from pipeline.stages.tally import Paper, Rules
from pipeline.summaries.alone import tally_document


@without_collector()
def tally(
    ideas: Path, ballots: Path, rules: Rules, idea_group: str | None = None, voter_group: str | None = None
) -> dict[str, object]:
    """The count of any ballots, as a document; the groups are columns given by their headers.

    Raises:
        UserError: a file cannot be read, or lacks a column; or only one of the two groups is named.

    """
    if (idea_group is None) != (voter_group is None):
        raise UserError(
            N_("One group column is not enough."),
            why=N_("To see what is of one's own group I need those of the ideas and of the voters."),
            todo=N_("Name both --idea-group and --voter-group, or neither."),
            exit_code=WRONG_USE,
        )
    listing = open_listing(ideas, *filter(None, [idea_group]))
    group = need(listing, ideas, idea_group) if idea_group else None
    id_ = need(listing, ideas, *stage.ID)
    texts = (place for place in map(listing.place, stage.TEXT) if place not in (None, id_))
    listed, noticed = stage.read_ideas(listing, id_, next(texts, None), group)
    papers, seen = _papers(ballots, voter_group)
    return tally_document(stage.count(listed, papers, rules), (*noticed, *seen))


def _papers(path: Path, voter_group: str | None) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """The ballots: wide where the list has columns of stickers, else long."""
    listing = open_listing(path, *filter(None, [voter_group]))
    group = need(listing, path, voter_group) if voter_group else None
    voter = listing.place(*stage.VOTER)
    columns = stage.sticker_columns(listing)
    if columns:
        return stage.read_wide(listing, voter, columns, group)
    idea = need(listing, path, *stage.IDEA)
    return stage.read_long(listing, voter, idea, listing.place(*stage.STICKERS), group)
