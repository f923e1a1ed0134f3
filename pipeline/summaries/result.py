"""`Uitslag`: what the stickers say."""

from collections import Counter
from collections.abc import Iterator

from pipeline.model.findings import Where
from pipeline.model.tab import Cell, Figure, Figures, Lines, Tab, Table
from pipeline.stages.prizes import TieAtCut
from pipeline.stages.stickers import REASONS, Refusal
from pipeline.summaries.page import Page, Record
from pipeline.summaries.palette import NEW, RETURNING
from pipeline.summaries.prizes import idea_list, prize_records

MOST_RANKED = 10


def result(page: Page) -> Tab:
    """The winners, the ties, the first ten, the stickers that did not count."""
    votes = page.outcome.votes
    ties = tuple(_ties(page))
    paper = any(stickers.paper for stickers in votes.stickers.values())
    return page.tab(
        Figures(tuple(_figures(page))),
        page.table("top", prize_records(page)),
        Lines(ties, heading=page.text("ties")) if ties else None,
        _ranking(page),
        Lines((page.text("paper"),), heading=page.text("notes")) if paper else None,
        page.table("reasons", _reasons(page)),
        page.table("refused", (_refusal(page, refusal) for refusal in votes.refused))
        if votes.refused
        else None,
    )


def _figures(page: Page) -> Iterator[Figure]:
    votes = page.outcome.votes
    yield page.figure("ballots", votes.ballots, replaced=votes.replaced)
    yield page.figure("cast", votes.cast)
    yield page.figure("counted", votes.counted, cast=votes.cast)
    yield page.figure("refused", len(votes.refused))


def _ties(page: Page) -> Iterator[str]:
    """Shared places, and how more ideas than prizes were dealt with."""
    votes = page.outcome.votes
    cut = votes.tie_at_cut
    for prize in votes.prizes:
        if len(prize.ideas) > 1 and (cut is None or prize.place != cut.place):
            yield page.text("tie", place=prize.place, ideas=idea_list(page, prize.ideas))
    if cut is not None:
        yield _cut(page, cut)


def _cut(page: Page, cut: TieAtCut) -> str:
    outcome = cut.outcome or "open"
    return page.text(f"cut_{outcome}", place=cut.place, ideas=idea_list(page, cut.ideas), seed=cut.seed)


def _ranking(page: Page) -> Table:
    votes = page.outcome.votes
    texts = {idea.number: idea.text for idea in page.outcome.ideas}
    first = sorted(votes.rank.items(), key=lambda pair: (pair[1], pair[0]))[:MOST_RANKED]
    records = [
        Record(
            {
                "rank": rank,
                "number": number,
                "idea": texts[number],
                "forms": votes.stickers[number].forms,
                "paper": votes.stickers[number].paper,
                "total": Cell(votes.stickers[number].total, "strong/number"),
            }
        )
        for number, rank in first
    ]
    chart = page.chart(
        "ranking",
        "stacked_column",
        "number",
        ("forms", "paper"),
        axis="stickers",
        below="idea",
        colours=(RETURNING, NEW),
    )
    return page.table("ranking", records, charts=(chart,))


def _reasons(page: Page) -> Iterator[Record]:
    counts = Counter(refusal.reason for refusal in page.outcome.votes.refused)
    for reason in REASONS:
        if counts[reason]:
            yield Record({"count": counts[reason], "reason": page.words.text("refusals", reason)})


def _refusal(page: Page, refusal: Refusal) -> Record:
    question = f"sticker_{refusal.sticker}" if refusal.form == "vote" else "stickers"
    return Record(
        {
            "where": page.place(Where(refusal.form, refusal.row, question)),
            "sticker": refusal.sticker,
            "idea": refusal.idea and (page.withheld.shown(refusal.idea) or page.shared("not_shown")),
            "reason": page.words.text("refusals", refusal.reason),
        }
    )
