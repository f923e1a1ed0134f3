"""The picture of who brought whom, drawn: every sheet is A3 on its side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.model.drawing import Bar, Drawing, Item, Lettering, Line, Mark, MarkKind
from pipeline.model.settings import ROLES
from pipeline.model.templates import Words
from pipeline.stages.run import Outcome
from pipeline.summaries.letters import ISOLATED, clipped, width_of
from pipeline.summaries.palette import ROLE
from pipeline.summaries.tree import MARKS, NONE, TEAM, Person, Tree
from pipeline.summaries.treelayout import ROW, Forest, Point, lay_out
from pipeline.summaries.treesheets import ONE_SHEET, Branches, Overview, Sheet

WIDTH, HEIGHT, MARGIN = 420.0, 297.0, 10.0
TOP, BOTTOM = 28.0, 18.0
"""mm above and below the trees, for what the sheet is called and for the legend."""

WIDEST: Final = 24.0
"""em: a longer label is cut short."""

MARK_WIDTH: Final = 1.15
AFTER_MARKS: Final = 0.25
BOLDER: Final = 1.16
"""How much wider letters in bold are."""

NOTE, BEFORE_NOTE = 0.8, 0.5
"""How large a note behind a label is, in parts of its letters, and how far behind it."""

BEFORE_UNKNOWN: Final = 2.4
"""em before somebody whose inviter is unknown: a dashed line from a question mark."""

OVERVIEW_COLUMNS, OVERVIEW_ROWS = 3, 40

FORMS: Final[dict[str, MarkKind]] = dict(
    zip(MARKS, ("circle", "diamond", "square", "triangle", "star", "ring"), strict=True)
)
COLOURS: Final = {**ROLE, TEAM: "8A6FA8", NONE: "FFFFFF"}


def drawings(tree: Tree, outcome: Outcome, words: Words, today: date) -> tuple[Drawing, ...]:
    """All sheets of the picture, dated `today`."""
    board = _Board(tree, outcome, words, today)
    return tuple(map(board.draw, tree.sheets))


@dataclass(frozen=True, slots=True)
class _Board:
    """The drawing board."""

    tree: Tree
    outcome: Outcome
    words: Words
    today: date

    def draw(self, sheet: Sheet) -> Drawing:
        middle = self._trees(sheet) if isinstance(sheet, Branches) else self._overview(sheet)
        return Drawing(
            number=sheet.number,
            title=self._text("heading"),
            description=self._text("described", people=len(self.tree.people)),
            items=(*self._heading(sheet.number), *middle, *self._legend()),
            width=WIDTH,
            height=HEIGHT,
        )

    def _text(self, name: str, **values: object) -> str:
        return self.words.text("tree", name, **values)

    def _heading(self, number: int) -> Iterator[Item]:
        yield Lettering(MARGIN, 13, self._text("heading"), 7, bold=True)
        told = self._text(
            "subtitle",
            title=ISOLATED.format(self.outcome.settings.title),
            people=len(self.tree.people),
            generations=self.tree.generations,
            day=self.today.day,
            month=self.today.month,
            year=self.today.year,
        )
        yield Lettering(MARGIN, 21.5, told, 3.8, soft=True)
        sheets = len(self.tree.sheets)
        if sheets > 1:
            told = self._text("sheet", number=number, sheets=sheets)
            yield Lettering(WIDTH - MARGIN, 13, told, 4.4, bold=True, anchor="end")

    def _trees(self, sheet: Branches) -> Iterator[Item]:
        """The trees of a sheet, the lines under the labels."""
        if not sheet.roots:
            yield Lettering(WIDTH / 2, HEIGHT / 2, self._text("nobody"), 8, soft=True, anchor="middle")
            return
        widths = {code: self._width(sheet, code) for code in sheet.people}
        forest = Forest(sheet.roots, sheet.guests, widths)
        layout = lay_out(forest, WIDTH - 2 * MARGIN, HEIGHT - TOP - BOTTOM)
        for link in layout.links:
            yield Line(tuple(_placed(point, layout.size) for point in link.points), link.curved)
        for code, spot in layout.spots.items():
            yield from self._person(sheet, code, _placed(spot, layout.size), layout.size)

    def _width(self, sheet: Branches, code: str) -> float:
        """How much room somebody takes, in em."""
        person = self.tree.people[code]
        note, _to = self._note(sheet, code)
        return (
            (BEFORE_UNKNOWN if person.unknown_inviter else 0)
            + MARK_WIDTH * len(person.marks)
            + AFTER_MARKS
            + BOLDER * width_of(_label(person))
            + (BEFORE_NOTE + NOTE * width_of(note) if note else 0)
        )

    def _note(self, sheet: Branches, code: str) -> tuple[str, int | None]:
        """Where somebody's other people stand, and the sheet that it leads to."""
        if code in sheet.above:
            return self._text("from", sheet=sheet.above[code]), sheet.above[code]
        if code in sheet.more:
            first, *_others = numbers = sheet.more[code]
            return self._text("more", sheets=", ".join(map(str, numbers))), first
        return "", None

    def _person(self, sheet: Branches, code: str, at: tuple[float, float], em: float) -> Iterator[Item]:
        """Somebody's mark and label, in letters of `em` mm."""
        person, label = self.tree.people[code], _label(self.tree.people[code])
        x, y = at
        if person.unknown_inviter:
            yield Lettering(x, y, "?", em, soft=True)
            yield Line(((x + 0.8 * em, y), (x + (BEFORE_UNKNOWN - 0.1) * em, y)), dashed=True)
            x += BEFORE_UNKNOWN * em
        for mark in person.marks:
            yield Mark(x + em / 2, y, 0.8 * em, FORMS[mark], COLOURS[mark])
            x += MARK_WIDTH * em
        x += AFTER_MARKS * em
        bold = code in sheet.roots and not person.coded
        yield Lettering(x, y, ISOLATED.format(label), em, bold=bold, code=person.coded)
        note, to = self._note(sheet, code)
        if note:
            x += (BOLDER * width_of(label) + BEFORE_NOTE) * em
            yield Lettering(x, y, note, NOTE * em, soft=True, to=to)

    def _overview(self, overview: Overview) -> Iterator[Item]:
        """A line for every sheet: what stands on it, and how many people."""
        yield Lettering(MARGIN, TOP + 3, self._text("overview"), 4.4, bold=True)
        column = (WIDTH - 2 * MARGIN) / OVERVIEW_COLUMNS
        for nth, sheet in enumerate(overview.lines):
            x = MARGIN + column * (nth // OVERVIEW_ROWS)
            y = TOP + 11 + 5.9 * (nth % OVERVIEW_ROWS)
            count = len(sheet.people)
            yield Lettering(x + 9, y, str(sheet.number), 4, bold=True, anchor="end", to=sheet.number)
            yield Lettering(x + 12, y, self._summary(sheet), 3.6)
            yield Bar(x + 76, y - 1.5, 26 * count / ONE_SHEET, 3)
            told = self._text("people_one" if count == 1 else "people_many", n=count)
            yield Lettering(x + 78 + 26 * count / ONE_SHEET, y, told, 3, soft=True)

    def _summary(self, sheet: Branches) -> str:
        first, *others = sheet.roots
        if others:
            return self._text("small", trees=len(sheet.roots))
        label = ISOLATED.format(clipped(self.tree.people[first].label, 14))
        return self._text("continued", label=label) if first in sheet.above else label

    def _legend(self) -> Iterator[Item]:
        """What the marks mean, those that occur."""
        used = {mark for person in self.tree.people.values() for mark in person.marks}
        x, y = MARGIN, HEIGHT - 9
        for mark in MARKS:
            if mark in used:
                yield Mark(x + 2, y, 3, FORMS[mark], COLOURS[mark])
                yield Lettering(x + 5, y, self._mark_name(mark), 3.4)
                x += 10 + 3.4 * width_of(self._mark_name(mark))
        if any(person.unknown_inviter for person in self.tree.people.values()):
            yield Lettering(x, y, "?", 3.4, soft=True)
            yield Line(((x + 2.8, y), (x + 8, y)), dashed=True)
            yield Lettering(x + 9, y, self._text("unknown"), 3.4)
        last = self._text("right")
        if any(person.coded for person in self.tree.people.values()):
            last = f"{last}  ·  {self._text('code')}"
        yield Lettering(MARGIN, HEIGHT - 4, last, 3, soft=True)

    def _mark_name(self, mark: str) -> str:
        if mark in ROLES:
            return self.words.option("signup", "role", mark)
        return self.words.text("summaries", "team") if mark == TEAM else self._text("none")


def _label(person: Person) -> str:
    return clipped(person.label, WIDEST)


def _placed(point: Point, em: float) -> tuple[float, float]:
    """A place among the trees as a place on the sheet, in mm."""
    return MARGIN + point.x * em, TOP + (point.y + ROW / 2) * em
