"""A drawing on a sheet of paper, whatever it will be written as. Places and sizes are in mm."""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
MarkKind = Literal["circle", "diamond", "square", "triangle", "star", "ring"]


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of text; `y` is the middle of its small letters, `size` the height of its letters.

    `to` is the number of the sheet that it leads to, None where it leads nowhere.
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    soft: bool = False
    code: bool = False
    anchor: Anchor = "start"
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A small figure around its middle, with a colour (RRGGBB) and a form that both mean the same."""

    x: float
    y: float
    size: float
    kind: MarkKind
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """Straight from point to point; or (`curved`) straight to the second, and then bent to the third."""

    points: tuple[tuple[float, float], ...]
    curved: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float


Item = Lettering | Mark | Line | Bar


@dataclass(frozen=True, slots=True)
class Drawing:
    """One sheet: its name, what it shows in words for who cannot see it, and all that stands on it."""

    number: int
    title: str
    description: str
    items: tuple[Item, ...]
    width: float = 420.0
    height: float = 297.0
