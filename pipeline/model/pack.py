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
class Printed:
    """One thing to print; the template `key` draws each of `pages`, `shared` stands on all of them."""

    key: str
    title: str
    pages: Sequence[Mapping[str, object]]
    size: Size = "A4"
    shared: Mapping[str, object] = field(default_factory=dict)
