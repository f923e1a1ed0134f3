"""Paper as a browser prints it: a sheet is one page, and nothing runs out of its box."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.app.printing import about
from pipeline.edges.paper.render import Press
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.stages.flaps import Flap
from pipeline.stages.people import People
from pipeline.stages.prizes import Prize
from pipeline.stages.run import Outcome
from pipeline.stages.seating import DiscussionTable
from pipeline.stages.votes import Stickers
from pipeline.summaries.printed import THINGS
from tests.browser.chromium import Window
from tests.summaries.groves import code, grove
from tests.summaries.paper import LINKS, job, translated
from tests.summaries.scene import idea

WHOLE: Mapping[str, tuple[str, ...]] = {
    "badges": (".badge", ".badge h2"),
    "ballots": (".ballot",),
    "certificates": (".frame",),
    "circles": (".round",),
    "conversation": (),
    "flaps": ("h1",),
    "homework": (".slip",),
    "invitations": (".card",),
    "posters": (),
    "room": (),
    "table_numbers": (".below",),
    "thanks": (),
    "wall_cards": (".card", ".what"),
}
"""What takes one page a sheet, and the boxes on it that hold all of their text."""

MANY = ("badges", "wall_cards")
"""Of what there are many sheets, cheap to draw."""

OUT = """
selectors => selectors.flatMap(one => [...document.querySelectorAll(one)])
  .filter(box => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)
  .map(box => box.textContent.trim().slice(0, 60))
"""


def full(count: int) -> Outcome:
    """An Atelier at its last meeting, with long names and long ideas among others."""
    found = grove([None] * count)
    people = {
        one: replace(person, keep_informed=True, name_shown=True)
        for one, person in found.people.participants.items()
    }
    people[code(0)] = replace(people[code(0)], name="Annabellachristiana" * 10)
    people[code(1)] = replace(
        people[code(1)], name="Maximiliaan van der Grinten-Nieuwenhuijzen tot Oud-Zandvoort"
    )
    ideas = tuple(
        idea(n, ("samen koken " * (1 + n * n % 60)).strip(), thinkers=tuple(people)[n : n + 7])
        for n in range(1, max(3, count // 4))
    )
    return replace(
        found,
        settings=Settings(
            title="Rondkomen met weinig in De Ganzenhoek",
            contact="atelier@ganzenhoek.example, of bel 070 123 45 67",
            meetings=(
                MeetingPlan(1, date(2026, 9, 3), "Buurthuis De Wissel"),
                MeetingPlan(2, date(2026, 10, 1), "Aula van basisschool De Zwaan"),
            ),
        ),
        people=People(people),
        presence=replace(found.presence, present={1: frozenset(people), 2: frozenset()}),
        flaps=(Flap("Kinderen die groeien, en alles wat dan weer nieuw moet " * 2, {}, (), (1,)),),
        tables=tuple(
            DiscussionTable(2, str(n // 7 + 1), tuple(people)[n : n + 7]) for n in range(0, count, 7)
        ),
        ideas=ideas,
        votes=replace(
            found.votes,
            prizes=tuple(Prize(n, (n,)) for n in (1, 2)),
            stickers={one.number: Stickers(2, 1) for one in ideas},
        ),
    )


@pytest.mark.parametrize(("count", "keys"), [(5, WHOLE), (60, MANY), (300, MANY)])
def test_a_sheet_is_a_page_and_everything_fits(
    tmp_path: Path, browser: Window, count: int, keys: Collection[str]
) -> None:
    outcome = full(count)
    for key in keys:
        run = job(1 if key in {"homework", "invitations"} else 2, outcome, LINKS)
        thing = THINGS[key].make(run)
        assert thing is not None, key
        drawn = Press("nl", run.text, run.also).draw(thing, about(run))
        page = tmp_path / f"{key}.html"
        page.write_text(drawn, "utf-8")
        browser.open(page.as_uri())
        assert browser.pages() == len(thing.pages), key
        assert browser.value(f"({OUT})({list(WHOLE[key])!r})") == [], key


def test_languages_make_a_card_grow_and_never_cut_it(tmp_path: Path, browser: Window) -> None:
    texts = {
        "Kom ook!": "تعال أيضا!",
        "Wij denken samen na over onze buurt: {title}. Uw ideeën tellen.": "نفكر معا في حينا: {title}.",
        "Er is iets te eten. Meedoen kost niets.": "هناك طعام. المشاركة مجانية.",
        "Een vraag? Vraag het aan {contact}.": "سؤال؟ اسأل {contact}.",
        "Scan met uw telefoon": "امسح بهاتفك",
    }
    run = job(1, full(5), LINKS, catalogue=translated(ar=texts))
    thing = THINGS["invitations"].make(run)
    assert thing is not None
    page = tmp_path / "invitations.html"
    page.write_text(Press("nl", run.text, run.also).draw(thing, about(run)), "utf-8")
    browser.open(page.as_uri())
    assert browser.pages() == 2 * len(thing.pages)
    rtl = "getComputedStyle(document.querySelector('.also')).direction"
    assert browser.value(rtl) == "rtl"
