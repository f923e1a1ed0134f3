"""The winning ideas, as `Overzicht` and `Uitslag` both show them."""

from collections.abc import Iterable, Iterator

from pipeline.model.tab import Cell
from pipeline.stages.ideas import Idea
from pipeline.stages.votes import Stickers
from pipeline.summaries.page import Page, Record

MEDALS = ("first", "second", "third")
"""The styles of the first three places."""

UNDECIDED = (None, "new_round")
"""The outcomes of a tie at the last prize that name no winner yet."""


def idea_list(page: Page, numbers: Iterable[int]) -> str:
    """`3, 8 en 14`."""
    return page.listed(sorted(numbers))


def thinkers(page: Page, *ideas: Idea) -> str:
    """Who thought of an idea, or of several joined ones.

    A name stands here with consent, and not where its owner said that it may not stand with an idea.
    Names nobody could be found for stand in `Controle` only.
    """
    everybody = (thinker for idea in ideas for thinker in idea.thinkers)
    return ", ".join(dict.fromkeys(_thinker(page, thinker) for thinker in everybody))


def _thinker(page: Page, thinker: str) -> str:
    if thinker.startswith("?"):
        return page.shared("unknown_name")
    if thinker.startswith("table:"):
        return page.shared("table", table=thinker.removeprefix("table:"))
    person = page.outcome.people.participants.get(thinker)
    return thinker if person and person.name_shown is False else page.outcome.people.label(thinker)


def prize_records(page: Page) -> Iterator[Record]:
    """The winning ideas by place, then those that wait for a decision about their shared place."""
    votes = page.outcome.votes
    for prize in votes.prizes:
        medal = MEDALS[prize.place - 1] if prize.place <= len(MEDALS) else "strong"
        for number in prize.ideas:
            yield _winner(page, prize.place, number, medal)
    tie = votes.tie_at_cut
    if tie is not None and tie.outcome in UNDECIDED:
        for number in tie.ideas:
            yield _winner(page, tie.place, number, "warn")


def _winner(page: Page, place: int, number: int, style: str) -> Record:
    """One idea with its place; the thinkers of joined ideas stand together."""
    ideas = {idea.number: idea for idea in page.outcome.ideas}
    idea = ideas[number]
    return Record(
        {
            "place": Cell(place, f"{style}/number"),
            "number": number,
            "idea": Cell(idea.text, style),
            "thinkers": thinkers(page, idea, *(ideas[joined] for joined in idea.joined_with)),
            "stickers": page.outcome.votes.stickers.get(number, Stickers()).total,
        }
    )
