"""The picture of who brought whom: where everybody stands, and who stands there by name."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from pipeline.model.drawing import Drawing, Lettering, Line, Mark
from pipeline.stages.run import Outcome
from pipeline.summaries.letters import ELLIPSIS, clipped, width_of
from pipeline.summaries.tree import tree
from pipeline.summaries.treedrawing import drawings
from pipeline.summaries.treelayout import SIZES, Forest, lay_out
from pipeline.summaries.treesheets import ONE_SHEET, Branches, Overview, sheets
from tests.summaries.groves import SHAPES, code, grove, random_grove
from tests.summaries.scene import LIVELY, words

TODAY = date(2026, 11, 24)


def draw(outcome: Outcome, language: str = "nl", *, codes: bool = False) -> tuple[Drawing, ...]:
    return drawings(tree(outcome, codes=codes), outcome, words(language), TODAY)


def told(drawing: Drawing) -> list[str]:
    """Everything that is written on a sheet."""
    plain = str.maketrans("", "", "\u2068\u2069")
    return [item.text.translate(plain) for item in drawing.items if isinstance(item, Lettering)]


def labels(drawing: Drawing) -> list[str]:
    """Everybody on a sheet, as they stand from top to bottom."""
    isolated = [
        item
        for item in drawing.items
        if isinstance(item, Lettering) and item.text.startswith("\u2068") and item.y > 25
    ]
    return [item.text[1:-1] for item in sorted(isolated, key=lambda item: (item.x // 40, item.y))]


def test_a_small_circle() -> None:
    (drawing,) = draw(grove([None, 0, 0, 2, None], unknown=[4], plain=True))
    assert told(drawing) == [
        "Zwaan-kleef-aan: wie bracht wie mee",
        "Atelier Samenkracht · 5 mensen, 2 generaties · stand van 24-11-2026",
        "Mens 0", "Mens 2", "Mens 3", "Mens 1", "?", "Mens 4",
        "Bewoner", "Vrijwilliger of sleutelfiguur", "Professional", "Overheid",
        "?", "gevraagd door iemand die we niet kennen",
        "Elke stap naar rechts is iemand die persoonlijk is gevraagd.",
    ]  # fmt: skip
    assert drawing.description == (
        "Een boom van 5 mensen. Wie iemand meebracht, staat links van wie werd meegebracht."
    )
    kinds = Counter(item.kind for item in drawing.items if isinstance(item, Mark))
    assert kinds == {"circle": 3, "diamond": 3, "square": 2, "triangle": 2}
    assert sum(isinstance(item, Line) and item.dashed for item in drawing.items) == 2


def test_names_of_who_said_yes_and_codes_for_the_others() -> None:
    """Jan and Mo gave no consent, Ivo took it back; with codes nobody is named at all."""
    assert sorted(labels(draw(LIVELY)[0])) == ["Ans Kuiper", "Fatma Yılmaz", "K3RT8", "M2XP9", "Q5HJ7"]
    assert sorted(labels(draw(LIVELY, codes=True)[0])) == ["7KQ4M", "K3RT8", "M2XP9", "P4WX2", "Q5HJ7"]
    legend = told(draw(LIVELY, "en")[0])
    assert legend[-1].endswith("  ·  A code of five signs: the name does not stand here.")
    assert {"team", "not filled in"} <= set(legend)


def test_nobody_yet() -> None:
    (drawing,) = draw(grove([]))
    assert "Er is nog niemand om te laten zien." in told(drawing)


@pytest.mark.parametrize("shape", SHAPES)
def test_one_sheet_up_to_150_people(shape: str) -> None:
    """Everybody stands there once, on the paper, and no two labels touch."""
    outcome = grove(SHAPES[shape], unknown=range(0, len(SHAPES[shape]), 9))
    (drawing,) = draw(outcome)
    assert len(labels(drawing)) == len(SHAPES[shape])
    apart(drawing)


def apart(drawing: Drawing) -> None:
    """No line of text lies over another, or sticks out of the paper."""
    rows: dict[float, list[tuple[float, float]]] = {}
    heights = {}
    for item in drawing.items:
        if isinstance(item, Lettering) and item.anchor == "start":
            wide = width_of(item.text) * item.size
            rows.setdefault(round(item.y, 2), []).append((item.x, item.x + wide))
            heights[round(item.y, 2)] = item.size
            assert item.x >= 9.9
            assert item.x + wide <= 411
            assert item.y + item.size / 2 <= 297
    for row in rows.values():
        assert all(right <= left for (_, right), (left, _) in pairwise(sorted(row)))
    boxes = [
        (item.x, item.x + width_of(item.text) * item.size, item.y, item.size)
        for item in drawing.items
        if isinstance(item, Lettering) and item.anchor == "start"
    ]
    for nth, (left, right, y, size) in enumerate(boxes):
        for other_left, other_right, other_y, other_size in boxes[nth + 1 :]:
            beside = right <= other_left or other_right <= left
            assert beside or abs(y - other_y) >= 0.55 * (size + other_size)


def test_letters_are_as_large_as_they_may_be() -> None:
    def size(shape: list[int | None]) -> float:
        return max(
            item.size
            for item in draw(grove(shape, plain=True))[0].items
            if isinstance(item, Lettering) and 28 < item.y < 280
        )

    assert size([None, 0, 0]) == SIZES[0]
    assert 3.2 < size(SHAPES["150 as in life"]) < SIZES[0]
    assert size(SHAPES["a chain of 150"]) >= SIZES[-1]


def test_what_fits_nowhere_gets_smaller_letters() -> None:
    width = {"a": 10.0, "b": 10.0}
    layout = lay_out(Forest(("a",), {"a": ["b"]}, width), 10, 10)
    assert layout.size < 1
    assert set(layout.spots) == {"a", "b"}


def test_a_tidy_tree() -> None:
    """Who invited stands halfway between their first and last guest; branches slide together."""
    guests = {"a": ["b", "c", "d"], "b": ["e", "f", "g"], "d": ["h"]}
    layout = lay_out(Forest(("a",), guests, dict.fromkeys("abcdefgh", 4.0)), 400, 250)
    rows = {name: round(spot.y / 1.5, 2) for name, spot in layout.spots.items()}
    assert rows == {"e": 0, "f": 1, "g": 2, "b": 1, "c": 2, "d": 3, "h": 3, "a": 2}
    assert [round(layout.spots[name].x, 2) for name in "abe"] == [0, 6.2, 12.4]
    assert all(link.curved and len(link.points) == 3 for link in layout.links)


def everybody(pages: tuple[Overview | Branches, ...]) -> Counter[str]:
    """How often everybody stands among their own people."""
    return Counter(
        one for page in pages if isinstance(page, Branches) for one in page.people if one not in page.above
    )


@pytest.mark.parametrize(
    ("shape", "count"),
    [
        (random_grove(151, "a"), 3),
        (random_grove(2000, "b", 0.02), None),
        ([None] * 1000, 8),
        ([None, *[0] * 999], 8),
        ([None, *range(999)], 8),
        ([None, *[0] * 100, *[1] * 147, *[2] * 148], None),
    ],
)
def test_more_than_150_people(shape: list[int | None], count: int | None) -> None:
    outcome = grove(shape, plain=True)
    picture = tree(outcome)
    pages = picture.sheets
    assert everybody(pages) == Counter(dict.fromkeys(map(code, range(len(shape))), 1))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert count is None or len(pages) == count
    assert max(len(page.people) for page in pages if isinstance(page, Branches)) <= ONE_SHEET
    both_ways = {(to, one) for page in pages if isinstance(page, Branches) for one, to in page.above.items()}
    leads = {
        (page.number, one)
        for page in pages
        if isinstance(page, Branches)
        for one, numbers in page.more.items()
        for number in numbers
        if one in pages[number - 1].above  # type: ignore[union-attr]
    }
    assert both_ways == leads
    drawn = draw(outcome)
    assert len(drawn) == len(pages)
    apart(drawn[1])
    apart(drawn[0])


def test_the_overview_leads_to_every_sheet() -> None:
    shape = [None, *[0] * 200, None, None, *[202] * 30, None]
    overview, first, second, third, fourth = draw(grove(shape, plain=True))
    leads = [item.to for item in overview.items if isinstance(item, Lettering) and item.to]
    assert leads == [2, 3, 4, 5]
    lines = told(overview)[4:16]
    assert lines == [
        "2", "Mens 0", "149 mensen", "3", "Mens 0 (vervolg)", "53 mensen",
        "4", "K0202", "31 mensen", "5", "2 kleinere takken", "2 mensen",
    ]  # fmt: skip
    assert "blad 1 van 5" in told(overview)
    assert "verder op blad 3" in told(first)
    assert "vervolg van blad 2" in told(second)
    assert (len(labels(third)), len(labels(fourth))) == (31, 2)


def test_an_overview_of_many_sheets_has_more_sheets_itself() -> None:
    guests = {str(nth): [f"{nth}.{guest}" for guest in range(30)] for nth in range(130)}
    pages = sheets(tuple(guests), guests)
    assert [type(page) for page in pages[:3]] == [Overview, Overview, Branches]
    assert [len(page.lines) for page in pages[:2] if isinstance(page, Overview)] == [120, 10]


def test_text_is_never_wider_than_said() -> None:
    assert width_of("ab̈") == width_of("ab")
    assert width_of("É") == width_of("E")
    assert width_of("漢") > width_of("ب") > width_of("i")
    assert clipped("Jan", 3) == "Jan"
    short = clipped("Jan van der Wiel-Kromodihardjo", 9)
    assert short.endswith(ELLIPSIS)
    assert width_of(short) <= 9
