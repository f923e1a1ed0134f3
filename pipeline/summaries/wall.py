"""The live wall: what the projector shows at this moment, and nothing that is still a secret.

A name stands here only where its owner said that it may stand with an idea; everybody else is `and others`,
or their table. What is not revealed yet is not in the scene at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.model.templates import Words
from pipeline.stages.ideas import Idea
from pipeline.stages.masking import Mask
from pipeline.stages.people import Participant, People
from pipeline.stages.prizes import TieAtCut
from pipeline.stages.run import Outcome
from pipeline.stages.votes import Votes

Json = dict[str, object]
View = Literal["ideas", "result"]

LABELS = (
    "ideas",
    "result",
    "no_ideas",
    "lost",
    "page",
    "paused",
    "unknown_idea",
    "help",
    "help_next",
    "help_back",
    "help_views",
    "help_number",
    "help_escape",
    "help_hide",
    "help_pause",
    "help_black",
    "help_contrast",
    "help_full",
    "help_keys",
    "space",
)
"""The wordings that the page itself puts in place."""

PHONE_LABELS = ("remote", "next", "back", "ideas", "result", "hide", "lost")
"""Those of the remote control."""

UNDECIDED = (None, "new_round")


@dataclass(frozen=True, slots=True)
class Shown:
    """How far the moderator is.

    `revealed` = so many places, the last one first; `idea` = the number of the one idea in large type;
    `turns` = pages turned since the beginning, back counting as -1.
    """

    view: View = "ideas"
    revealed: int = 0
    idea: int | None = None
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """One step of the result: a place, the numbers on it, and the tie that somebody has to settle."""

    place: int
    ideas: tuple[int, ...]
    tie: TieAtCut | None = None


def places(votes: Votes) -> tuple[Place, ...]:
    """The places with a prize, in the order in which they are revealed: the first place last."""
    cut = votes.tie_at_cut
    found = [
        Place(prize.place, prize.ideas, cut if cut and cut.place == prize.place else None)
        for prize in votes.prizes
    ]
    if cut and cut.outcome in UNDECIDED:
        found.append(Place(cut.place, cut.ideas, cut))
    return tuple(sorted(found, key=lambda place: -place.place))


def leaders(outcome: Outcome) -> dict[int, Idea]:
    """The ideas that hang on the wall, by number: joined ones hang under the one that leads."""
    return {idea.number: idea for idea in outcome.ideas if not idea.withdrawn and idea.leader == idea.number}


def scene(outcome: Outcome, votes: Votes, shown: Shown, words: Words) -> Json:
    """What the page shows; `votes` are the ones that count, which may be older than the outcome."""
    cards = Cards(outcome, votes, words)
    steps = places(votes)
    everything = bool(steps) and shown.revealed >= len(steps)
    hanging = leaders(outcome)
    return {
        "language": words.language,
        "title": outcome.settings.title,
        "view": shown.view,
        "idea": shown.idea,
        "turns": shown.turns,
        "count": counted(words, "ideas", len(hanging)),
        "ideas": [cards.card(number, told=everything) for number in hanging],
        "result": _result(cards, steps, shown.revealed, votes),
        "labels": {name: words.catalogue.texts["wall"][name][words.language] for name in LABELS},
    }


def status(votes: Votes, shown: Shown, words: Words) -> Json:
    """What the moderator's phone shows: how far the wall is, without any idea or name."""
    steps = len(places(votes))
    if shown.idea is not None:
        told = words.text("wall", "status_idea", n=shown.idea)
    elif shown.view == "result":
        told = words.text("wall", "status_result", shown=min(shown.revealed, steps), steps=steps)
    else:
        told = words.text("wall", "status_ideas")
    return {
        "language": words.language,
        "status": told,
        "labels": {name: words.text("wall", name) for name in PHONE_LABELS},
    }


def counted(words: Words, name: str, number: int) -> str:
    """`1 idee`, `96 ideeën`."""
    return words.text("wall", f"{name}_{'one' if number == 1 else 'many'}", n=number)


class Cards:
    """Ideas as they hang on the wall, without a name that may not."""

    def __init__(self, outcome: Outcome, votes: Votes, words: Words) -> None:
        self._ideas = {idea.number: idea for idea in outcome.ideas}
        self._people = outcome.people
        self._prizes = outcome.settings.prizes
        self._votes = votes
        self.words = words
        self._mask = Mask.of(unnamed(outcome.people), words=False)

    def card(self, number: int, *, told: bool = False) -> Json:
        """One idea with those that were joined with it; with its stickers where they are `told`."""
        idea = self._ideas[number]
        names = tuple(dict.fromkeys(self._named(idea.thinkers)))
        stickers = self._votes.stickers.get(number)
        return {
            "number": number,
            "text": self._text(idea),
            "names": names,
            "others": self.words.text("wall", "others") if names and len(names) < len(idea.thinkers) else "",
            "tables": [self.words.text("summaries", "table", table=self._mask(one)) for one in idea.groups],
            "joined": [
                {"number": other, "text": self._text(self._ideas[other])} for other in idea.joined_with
            ],
            "stickers": counted(self.words, "stickers", stickers.total) if told and stickers else "",
        }

    def place(self, step: Place) -> Json:
        """A revealed place: its ideas with their thinkers and stickers, and the tie where there is one."""
        return {
            "place": step.place,
            "ideas": [self.card(number, told=True) for number in step.ideas],
            "tie": self._tie(step),
        }

    def _text(self, idea: Idea) -> str:
        return self._mask(idea.text) if idea.text else self.words.text("wall", "withdrawn")

    def _named(self, thinkers: Iterable[str]) -> Iterator[str]:
        for thinker in thinkers:
            person = self._people.participants.get(thinker)
            if person and may_be_named(person):
                yield person.name

    def _tie(self, step: Place) -> str:
        if step.tie is None:
            return self.words.text("wall", "tie") if len(step.ideas) > 1 else ""
        if step.tie.outcome is None:
            given = sum(len(prize.ideas) for prize in self._votes.prizes)
            return counted(self.words, "tie_open", self._prizes - given)
        ideas = ", ".join(map(str, step.tie.ideas))
        return self.words.text("wall", f"tie_{step.tie.outcome}", ideas=ideas, seed=step.tie.seed)


def _result(cards: Cards, steps: tuple[Place, ...], revealed: int, votes: Votes) -> Json:
    """The places from the first on; those that are not revealed are empty."""
    words = cards.words
    refused = len(votes.refused)
    board: list[Mapping[str, object]] = [
        cards.place(step) if nth < revealed else {"place": step.place, "ideas": None, "tie": ""}
        for nth, step in enumerate(steps)
    ]
    return {
        "heading": words.text("wall", "result")
        if revealed and steps
        else words.text("wall", "hidden" if steps else "no_stickers"),
        "cast": words.text("wall", "stickers_in", n=votes.cast) if votes.cast else "",
        "refused": counted(words, "refused", refused) if refused and steps and revealed >= len(steps) else "",
        "places": board[::-1],
    }


def may_be_named(person: Participant) -> bool:
    """Whether the name may stand with an idea or a prize, before everybody's eyes."""
    return person.shown is not None and person.name_shown is True


def unnamed(people: People) -> Iterator[Participant]:
    """Everybody whose name may not."""
    return (person for person in people.participants.values() if not may_be_named(person))
