"""The wall in a real browser, while ideas and stickers come in."""

import json
from pathlib import Path

import pytest

from pipeline.edges.page.server import remote_server, wall_server
from pipeline.edges.page.server import running as served
from tests.browser.chromium import Window
from tests.browser.conftest import Running
from tests.browser.evening import write
from tests.edges.page.test_server import Board

SHOWN = "[...document.querySelectorAll('#ideas .card')].map((card) => Number(card.dataset.number))"
REVEALED = (
    "[...document.querySelectorAll('.place:not(.secret)')].map((row) => "
    "[row.dataset.place, ...['.number', '.stickers'].map((one) => row.querySelector(one).textContent)])"
)
SPILLED = """
[...document.querySelectorAll('main > section:not([hidden]) > *')].filter((one) => {
  const inner = one.getBoundingClientRect(), outer = one.parentElement.getBoundingClientRect();
  return inner.bottom > outer.bottom + 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1;
}).length
"""
SIDEWAYS = """
[...document.querySelectorAll('.card, .place')].filter((one) => one.scrollWidth > one.clientWidth + 1).length
"""


def whole(browser: Window) -> None:
    """Nothing sticks out of the screen, once all is drawn."""
    browser.until(f"({SPILLED}) === 0 && ({SIDEWAYS}) === 0", patience=5)


def test_an_evening(tmp_path: Path, running: Running, browser: Window) -> None:
    """A hundred ideas and sixty ballots arrive while somebody turns pages and begins to reveal."""
    browser.open(running.url)
    browser.until("document.querySelector('#ideas .message') !== null")
    for count in (1, 7, 40, 73, 100):
        write(tmp_path, count)
        browser.until(f"document.getElementById('count').textContent.startsWith('{count} ')")
        browser.until(f"{SHOWN}.includes({count})")
        assert browser.value("document.querySelectorAll('.card.new').length") >= 1
        whole(browser)
    assert browser.value("pages.flat(2).length") == 100
    for width, height in ((1024, 768), (1920, 1080)):
        browser.size(width, height)
        browser.until(f"at('ideas').clientHeight < {height} && innerWidth === {width}")
        whole(browser)
        letters = browser.value(
            "parseFloat(getComputedStyle(document.querySelector('.card .text')).fontSize)"
        )
        assert letters >= height * 0.035, "letters that are read at ten metres"

    for count in (20, 45, 60):
        write(tmp_path, 100, count)
        browser.press("ArrowDown")
        browser.until(
            f"document.getElementById('result').textContent.includes('{count * 3} stickers geplakt')"
        )
        assert browser.value(REVEALED) == []
    whole(browser)
    browser.press("PageDown", " ")
    browser.until(f"{REVEALED}.length === 2")
    assert browser.value(REVEALED) == [["2", "20", "60 stickers"], ["3", "30", "27 stickers"]]
    browser.open(running.url)
    browser.until(f"{REVEALED}.length === 2")
    browser.press("PageDown")
    assert browser.until(f"{REVEALED}.length === 3 && {REVEALED}")[0] == ["1", "10", "90 stickers"]
    whole(browser)
    browser.press("h")
    browser.until(f"{REVEALED}.length === 0")
    asked = browser.value("performance.getEntriesByType('resource').map((one) => one.name)")
    assert {one for one in asked if not one.startswith(running.url)} == set(), "nothing comes from elsewhere"
    assert browser.complaints == []
    assert list(tmp_path.iterdir()) == [tmp_path / "antwoorden.xlsx"]

    code, said = running.stop()
    browser.until("document.getElementById('note').textContent.startsWith('De verbinding')")
    assert (code, said.strip().splitlines()[-1]) == (130, "Gestopt. Er is niets veranderd.")
    assert "Bankjes" not in said
    assert "Saskia" not in said


def test_what_people_wrote_stays_text(tmp_path: Path, running: Running, browser: Window) -> None:
    write(tmp_path, 3)
    browser.open(running.url)
    cards = browser.until(
        f"{SHOWN}.length === 3 && [...document.querySelectorAll('.card')].map((one) => one.innerText)"
    )
    assert cards[0].split("\n") == [
        "1", '<img src=x onerror="window.hacked=1">Soep', "Saskia Duinker, ليلى بن عمر · tafel\u00a07",
    ]  # fmt: skip
    assert cards[1].split("\n") == ["2", "حديقة على السطح (3)", "tafel\u00a08"]
    assert cards[2].split("\n") == ["3", "Kinderfietsenruilmiddagenorganisatie met …", "tafel\u00a09"]
    assert browser.value("window.hacked === undefined && !document.querySelector('main img')")
    isolated = browser.value("[...document.querySelectorAll('.card bdi')].map((one) => one.textContent)")
    assert "ليلى بن عمر" in isolated
    assert browser.value("getComputedStyle(document.querySelectorAll('.card .text')[1]).direction") == "rtl"
    whole(browser)
    assert browser.complaints == []


def first_page(folder: Path, running: Running, browser: Window) -> None:
    """Sixty ideas, of which the wall shows the first ones."""
    write(folder, 60)
    browser.open(running.url)
    browser.until("scene?.ideas.length === 60")
    browser.value("page = 0; draw()")
    browser.until(f"{SHOWN}.includes(1)")


def test_keys(tmp_path: Path, running: Running, browser: Window) -> None:
    first_page(tmp_path, running, browser)
    first = browser.value(SHOWN)
    browser.press("PageDown")
    browser.until(f"!{SHOWN}.includes(1)")
    browser.press("PageUp")
    assert browser.until(f"{SHOWN}.includes(1) && {SHOWN}") == first

    browser.press("1", "4", "Enter")
    browser.until("document.querySelector('#large .number')?.textContent === '14'")
    whole(browser)
    browser.press(" ")
    browser.until("document.querySelector('#large .number')?.textContent === '15'")
    browser.press("Escape")
    browser.until(f"at('large').hidden && {SHOWN}.length > 0")
    browser.press("9", "9", "9", "Enter")
    assert browser.until("at('typed').textContent") == "Idee 999 is er niet"
    browser.press("Escape", "5", "Escape")
    assert browser.value("at('typed').textContent") == ""

    browser.press("?")
    assert browser.until("at('help').open && at('help').innerText").startswith("Toetsen")
    browser.press("PageDown")
    browser.until("!at('help').open")
    browser.press("p")
    assert "gepauzeerd" in browser.until(
        "at('page').textContent.includes('gepauzeerd') && at('page').textContent"
    )
    looks = []
    for _ in range(3):
        browser.press("c")
        looks.append(browser.value("document.documentElement.dataset.look"))
    assert looks == ["dark", "contrast", "light"]
    browser.press(".")
    assert browser.value("getComputedStyle(at('ideas')).visibility") == "hidden"
    browser.press("b")
    assert browser.value("getComputedStyle(at('ideas')).visibility") == "visible"
    browser.press("f")
    browser.until("document.fullscreenElement !== null")
    browser.press("f")
    browser.until("document.fullscreenElement === null")

    for _ in range(browser.value("pages.length")):
        browser.press("PageDown")
    browser.until("!at('result').hidden")
    assert browser.value("at('result').innerText") == "Er zijn nog geen stickers"
    browser.press("ArrowLeft")
    browser.until("at('result').hidden")
    assert browser.complaints == []


def test_pages_turn_by_themselves_and_motion_is_only_for_who_likes_it(
    tmp_path: Path, running: Running, browser: Window
) -> None:
    browser.calm()
    first_page(tmp_path, running, browser)
    browser.value("turnedAt = 0")
    browser.until(f"!{SHOWN}.includes(1)")
    write(tmp_path, 61)
    browser.until(f"{SHOWN}.includes(61)")
    assert browser.value("getComputedStyle(document.querySelector('.card.arriving')).animationName") == "none"


def test_however_many_share_a_place(tmp_path: Path, running: Running, browser: Window) -> None:
    """All of them stand on the screen, the first place above the others."""
    write(tmp_path, 96)
    browser.open(running.url)
    browser.until("scene?.ideas.length === 96")
    for count in (1, 6, 7, 96):
        browser.value(
            "scene.view = 'result'; "
            "scene.result.places = [1, 2].map((place) => ({ place, tie: 'Gelijke stand', "
            f"ideas: scene.ideas.slice(0, place === 1 ? {count} : 1)" + "})); draw()"
        )
        assert browser.value("document.querySelectorAll('.winner').length") == count + 1
        whole(browser)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_telephone(browser: Window, language: str) -> None:
    board = Board()
    labels = {
        name: f"{name} ({language})" for name in ("remote", "next", "back", "ideas", "result", "hide", "lost")
    }
    board.news = json.dumps({"language": language, "status": "De ideeën", "labels": labels})
    browser.size(390, 800)
    with served(remote_server(board, "127.0.0.1")) as server:
        browser.open(server.url)
        browser.until("document.getElementById('status').textContent === 'De ideeën'")
        for step in ("next", "back", "ideas", "result", "hide"):
            browser.value(f"document.querySelector('[data-do={step}]').click()")
        browser.until(
            "performance.getEntriesByType('resource').filter((one) => one.name.endsWith('/do')).length === 5"
        )
        assert sorted(step for step, _number in board.asked) == ["back", "hide", "ideas", "next", "result"]
        assert browser.value("document.querySelector('[data-do=next]').textContent") == f"next ({language})"
        assert browser.complaints == []


def test_another_page_cannot_turn_ours(browser: Window) -> None:
    """A page from elsewhere in the same browser gets no answer, and no key through."""
    board = Board()
    with served(wall_server(board)) as ours, served(remote_server(board, "127.0.0.1")) as elsewhere:
        browser.open(elsewhere.url)
        kind = "headers: {'Content-Type': 'application/json'}"
        order = f"{{method: 'POST', mode: 'no-cors', {kind}, body: '{{\"do\": \"next\"}}'}}"
        browser.value(f"window.tried = 0; fetch('{ours.url}do', {order}).finally(() => window.tried = 1); 0")
        browser.until("window.tried")
        assert board.asked == []
