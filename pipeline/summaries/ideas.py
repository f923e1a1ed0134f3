"""`Ideeën`: every idea with its number for ever."""

from pipeline.model.tab import Cell, Figures, Tab
from pipeline.stages.ideas import Idea
from pipeline.stages.votes import Stickers
from pipeline.summaries.page import Page, Record, link_to
from pipeline.summaries.prizes import MEDALS, idea_list, thinkers

AHEAD = ("decided", "applied")


def ideas(page: Page) -> Tab:
    """All ideas by number; what people write in `Stand` stays with the number."""
    alive = [idea for idea in page.outcome.ideas if not idea.withdrawn]
    figures = Figures(
        (
            page.figure("count", len(alive)),
            page.figure("groups", len({idea.group for idea in alive if idea.group})),
            page.figure("decided", sum(idea.status in AHEAD for idea in alive)),
        )
    )
    records = (_withdrawn(page, idea) if idea.withdrawn else _idea(page, idea) for idea in page.outcome.ideas)
    return page.tab(figures, page.table("ideas", records, filtered=True))


def _withdrawn(page: Page, idea: Idea) -> Record:
    return Record({"number": idea.number, "idea": Cell(page.text("withdrawn"), "muted")})


def _idea(page: Page, idea: Idea) -> Record:
    votes = page.outcome.votes
    leads = idea.leader == idea.number
    rank = votes.rank.get(idea.number) if leads else None
    return Record(
        {
            "number": Cell(idea.number, link=link_to(idea.where)),
            "idea": idea.text,
            "explanation": idea.explanation,
            "group": idea.group,
            "problem": page.words.option("idea", "problem_domain", idea.problem_domain),
            "solutions": page.options("idea", "solution_domains", idea.solution_domains),
            "level": page.words.option("idea", "level", idea.level),
            "exists": page.words.option("idea", "exists", idea.exists),
            "thinkers": thinkers(page, idea),
            "see": _see(page, idea),
            "stickers": votes.stickers.get(idea.number, Stickers()).total if leads else None,
            "rank": Cell(rank, f"{MEDALS[rank - 1]}/number") if rank and rank <= len(MEDALS) else rank,
        }
    )


def _see(page: Page, idea: Idea) -> str | None:
    """The ideas it was joined with, and those it resembles."""
    said = [
        page.text(name, ideas=idea_list(page, numbers))
        for name, numbers in (("joined", idea.joined_with), ("near", idea.near_duplicates))
        if numbers
    ]
    return "; ".join(said) or None
