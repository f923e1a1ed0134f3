"""What can be printed for an Atelier, page by page, before anything draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Size = Literal["A4", "A4 landscape", "A3 landscape"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on paper: `name` is "" where it may not be shown; the code always may."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lettered:
    """Text and the size in points at which it fits its place; it lost its end where no size fits."""

    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Printed:
    """One thing to print; `template` draws each of `pages`, `shared` stands on all of them.

    `file` is what its file is called, without an ending: never the name of a person.
    """

    key: str
    title: str
    file: str
    pages: Sequence[Mapping[str, object]]
    size: Size = "A4"
    template: str = ""
    shared: Mapping[str, object] = field(default_factory=dict)
