"""Who and what the example is about: `sheet_templates/demo` as Python values."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from pipeline.templates import SHIPPED

Entry = Mapping[str, Any]
"""One entry of a file; its keys are told at the top of that file."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the example; the fields are told at the top of `people.toml`."""

    key: str
    name: str
    roles: tuple[str, ...]
    came: tuple[int, ...]
    expects: tuple[int, ...]
    more: Entry

    @property
    def first(self) -> int:
        """The first meeting they came to, 0 for somebody who never did."""
        return min(self.came, default=0)

    def at_door(self, meeting: int) -> str:
        """The name as it was typed at the door."""
        return str(self.more.get("door", {}).get(str(meeting), self.name))


@dataclass(frozen=True)
class Script:
    """The whole example. `files` by name: people, ideas, votes, meetings, neighbourhood, opinions, team.

    `codes` by person: of those who have one at the last meeting, empty before that.
    """

    files: Mapping[str, Entry]
    seed: str
    codes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody by key."""
        return {entry["key"]: _person(entry) for entry in self.files["people"]["people"]}

    @cached_property
    def dates(self) -> Sequence[date]:
        """The dates of the meetings, first to last."""
        return [entry["date"] for entry in self.files["team"]["programme"]]

    def date(self, meeting: int) -> date:
        """The date of a meeting, counted from 1."""
        return self.dates[meeting - 1]

    def called(self, person: Person, meeting: int, usual: str) -> str:
        """What somebody types where a name belongs: their usual one, or the code on their card."""
        by_card = meeting >= person.more.get("card", len(self.dates) + 1)
        return self.codes.get(person.key, usual) if by_card else usual

    def names(self, keys: Sequence[str]) -> str:
        """The names of these people, one a line."""
        return "\n".join(self.people[key].name for key in keys)

    def dice(self, part: str) -> Random:
        """Chance for one part of the example: the same for the same seed, whatever the other parts do."""
        return Random(f"{self.seed}:{part}")  # noqa: S311 - an example, no secret


def read_script(seed: str, folder: Path = SHIPPED / "demo") -> Script:
    """Read the files of the example."""
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.toml")}
    return Script(files, seed)


def _person(entry: Entry) -> Person:
    came = tuple(entry["came"])
    return Person(
        key=entry["key"],
        name=entry["name"],
        roles=tuple(entry["roles"]),
        came=came,
        expects=tuple(entry.get("expects", came)),
        more=entry,
    )
