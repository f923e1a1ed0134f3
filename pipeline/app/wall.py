"""The live wall: reads along while ideas and stickers come in, and reveals when the moderator says so.

It computes exactly as `sync` does, and never writes anything.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Condition
from typing import Final
from zoneinfo import ZoneInfo

from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, Material, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.edges.interface import Watched
from pipeline.model.errors import N_, UserError
from pipeline.model.templates import Words
from pipeline.stages.memory import Memory
from pipeline.stages.run import Outcome
from pipeline.stages.votes import Votes
from pipeline.summaries.wall import Shown, leaders, places, scene, status

LOOK_AT_FILES: Final = 1.0
"""Seconds between two looks at files: only one that was saved since is read."""

LOOK_ELSEWHERE: Final = 15.0
"""Seconds between two readings of what must be read to be seen: of a spreadsheet at Google."""

PER_REQUEST: Final = 2.0
"""Seconds for every request that a reading takes, where that is longer: thirty a minute, of sixty allowed."""

LONGEST: Final = 8
"""After failures in a row the pause grows to at most so many times its length."""

HICCUPS: Final = 1
"""So many failures in a row with files are not told: one is just being saved."""

OLD: Final = 60
"""Seconds after which a state that could not be looked at again is told to be the last one."""

Tell = Callable[[UserError | None], None]
"""Hears why reading fails, once; None when it works again."""


class Wall:
    """The wall of one Atelier. One thread looks, any number of others show it and turn its pages.

    `state` of a source or target decides whether it is read again; without it, every look reads. A reading
    that fails leaves the last one standing. The numbers that ideas got stay while the wall hangs, as they
    would by a sync; the memory in the summary goes before its own as soon as a sync wrote there.
    """

    def __init__(self, workplace: Workplace, now: Callable[[], datetime], tell: Tell) -> None:
        self._workplace = workplace
        self._words = Words(workplace.catalogue, workplace.settings.language)
        self._now = now
        self._tell = tell
        self._media = (workplace.source, workplace.target)
        files = all(isinstance(one, Watched) for one in self._media)
        self._pace = LOOK_AT_FILES if files else LOOK_ELSEWHERE
        self._hiccups = HICCUPS if files else 0
        self._changed = Condition()
        self._version = 0
        self._failures = 0
        self._shown = Shown()
        self._counted: Votes | None = None
        self._seen: object = None
        self._remembered = Memory()

    def open(self, progress: Progress = SILENT) -> None:
        """Read for the first time.

        Raises:
            UserError: the responses or the summary cannot be read or understood.

        """
        self._seen = self._state()
        material = read(self._workplace, progress)
        self._remembered = material.memory
        self._take(work_out(self._workplace, material, progress))

    def look(self) -> float:
        """Read again if something changed; how many seconds to wait before the next look."""
        asked = self._asked()
        try:
            state = self._state()
            if state is None or state != self._seen or self._failures:
                material = self._with_numbers(read(self._workplace))
                self._take(work_out(self._workplace, material))
        except UserError as error:
            return self._failed(error)
        except Exception as error:  # noqa: BLE001 - sixty people look at it: the last state stays
            return self._failed(
                UserError(N_("Something went wrong in the program: {kind}."), kind=type(error).__name__)
            )
        self._seen = state
        self._known_at = self._now()
        return max(self._pace, (self._asked() - asked) * PER_REQUEST)

    def do(self, step: str, number: int | None = None) -> None:
        """What a key or button asks: next, back, ideas, result, hide, or idea with its number.

        Anything else changes nothing.
        """
        with self._changed:
            shown = self._shown
            if step in {"next", "back"}:
                shown = self._turned(1 if step == "next" else -1)
            elif step == "ideas":
                shown = replace(shown, view="ideas", idea=None)
            elif step == "result":
                shown = replace(shown, view="result", idea=None)
            elif step == "hide":
                shown = replace(shown, revealed=0)
            elif step == "idea":
                shown = replace(shown, idea=self._leader(number))
            self._show(shown)

    def scene(self) -> tuple[int, str]:
        """What the wall shows, as JSON, and its version."""
        with self._changed:
            document = scene(self._outcome, self._votes, self._shown, self._words)
            document["note"] = self._note()
            return self._version, json.dumps(document, ensure_ascii=False)

    def status(self) -> tuple[int, str]:
        """How far the wall is, as JSON without names or ideas, and its version."""
        with self._changed:
            document = status(self._votes, self._shown, self._words)
            return self._version, json.dumps(document, ensure_ascii=False)

    def wait(self, version: int, seconds: float) -> bool:
        """Wait until there is another version than this one; False when there is none in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version != version, seconds)

    @property
    def _votes(self) -> Votes:
        """The stickers as they were when the moderator began to reveal, or those of now.

        With equal stickers the newest hold: they know what was decided about a tie since.
        """
        if self._counted is None or self._counted.stickers == self._outcome.votes.stickers:
            return self._outcome.votes
        return self._counted

    def _turned(self, by: int) -> Shown:
        """One on or back: an idea, a page of ideas, or a place of the result."""
        shown = self._shown
        if shown.idea is not None:
            hanging = list(leaders(self._outcome))
            nearest = [number for number in hanging if (number - shown.idea) * by > 0]
            return replace(shown, idea=(nearest or [shown.idea])[0 if by > 0 else -1])
        if shown.view == "ideas":
            return replace(shown, turns=shown.turns + by)
        revealed = shown.revealed + by
        if revealed < 0:
            return replace(shown, view="ideas")
        return replace(shown, revealed=min(revealed, len(places(self._votes))))

    def _leader(self, number: int | None) -> int | None:
        """The number under which an idea hangs; None where it does not."""
        return next(
            (idea.leader for idea in self._outcome.ideas if idea.number == number and not idea.withdrawn),
            None,
        )

    def _show(self, shown: Shown) -> None:
        if shown.revealed == 0:
            self._counted = None
        elif self._counted is None:
            self._counted = self._outcome.votes
        self._shown = shown
        self._new_version()

    def _take(self, outcome: Outcome) -> None:
        """Show this outcome from now on."""
        with self._changed:
            if self._failures > self._hiccups:
                self._tell(None)
            self._failures = 0
            self._outcome = outcome
            self._known_at = self._now()
            if self._shown.idea is not None:
                self._shown = replace(self._shown, idea=self._leader(self._shown.idea))
            self._new_version()

    def _failed(self, error: UserError) -> float:
        """Leave what hangs there; the pause until the next try, longer each time."""
        with self._changed:
            self._failures += 1
            if self._failures == self._hiccups + 1:
                self._tell(error)
                self._new_version()
            return self._pace * min(1 << self._failures, LONGEST)

    def _new_version(self) -> None:
        self._version += 1
        self._changed.notify_all()

    def _note(self) -> str:
        """What the moderator has to know, in small type."""
        if self._failures > self._hiccups or self._now() - self._known_at > timedelta(seconds=OLD):
            local = self._known_at.astimezone(ZoneInfo(self._workplace.settings.timezone))
            return self._words.text("wall", "last_state", time=f"{local:%H:%M}")
        return "" if self._votes is self._outcome.votes else self._words.text("wall", "late")

    def _asked(self) -> int:
        """How many requests were sent until now."""
        return self._workplace.google.requests if self._workplace.google else 0

    def _state(self) -> object:
        """What tells whether something changed; None where only reading tells."""
        states = tuple(one.state() for one in self._media if isinstance(one, Watched))
        return states if len(states) == len(self._media) else None

    def _with_numbers(self, material: Material) -> Material:
        """The material with what the wall itself remembers, until a sync writes a memory anew."""
        if material.memory != self._remembered:
            self._remembered = material.memory
            return material
        return replace(material, memory=self._outcome.memory)


def follow(wall: Wall, sleep: Callable[[float], None]) -> None:
    """Look again and again, until somebody interrupts."""
    while True:
        sleep(wall.look())
