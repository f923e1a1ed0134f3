"""Printed things as pages: what is cut stands in one piece, large enough, in every language."""

import re
from pathlib import Path

import pytest

from pipeline.app.printing import about
from pipeline.edges.paper.render import SHIPPED, Press, qr
from pipeline.model.errors import WRONG_SETTINGS, UserError
from pipeline.summaries.printed import THINGS, overview
from pipeline.summaries.printed.job import Job
from tests.qr import addresses
from tests.summaries.paper import ARABIC, LINKS, job, translated

SMALLEST = 14.0
NAMES = [path.name for path in sorted(SHIPPED.glob("*.j2"))]


def page(key: str, run: Job | None = None, own: Path | None = None) -> str:
    run = run or job(2)
    thing = THINGS[key].make(run)
    assert thing is not None
    return press(run, own).draw(thing, about(run))


def press(run: Job, own: Path | None = None) -> Press:
    return Press(run.settings.language, run.text, run.also, own)


@pytest.mark.parametrize("name", NAMES)
def test_large_print_and_no_background_that_a_printer_leaves_out(name: str) -> None:
    written = (SHIPPED / name).read_text("utf-8")
    small = [size for size in re.findall(r"([\d.]+)pt", written) if float(size) < SMALLEST]
    assert small == []
    assert "color: #fff" not in written


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"base.html.j2", "pieces.html.j2"}])
def test_every_page_stands_on_the_common_one_and_is_a_thing(name: str) -> None:
    assert (SHIPPED / name).read_text("utf-8").startswith('{% extends "base.html.j2" %}')
    templates = {
        thing.template for run in (job(1), job(3)) for one in THINGS.values() if (thing := one.make(run))
    }
    assert name.removesuffix(".html.j2") in templates | {"overview"}


def test_a_page_is_whole() -> None:
    drawn = page("badges")
    assert drawn.startswith('<!DOCTYPE html>\n<html lang="nl">\n')
    assert "@page { size: A4; margin: 12mm; }" in drawn
    assert drawn.count('<section class="sheet">') == 2
    assert drawn.count('<div class="badge cut">') == 16
    assert drawn.count("<bdi>Fatma Yılmaz</bdi>") == 1
    assert "Druk dit af op A4, op ware grootte" in drawn
    assert "size: A3 landscape" in page("flaps")


def test_what_people_type_is_text_whatever_it_looks_like() -> None:
    run = job(2)
    thing = THINGS["thanks"].make(run)
    assert thing is not None
    drawn = press(run).draw(thing, {**about(run), "title": "<script>&\x00\x0b"})
    assert "&lt;script&gt;&amp;\ufffd\ufffd" in drawn
    assert "<script" not in drawn


def test_every_code_leads_where_it_should() -> None:
    assert addresses(page("posters")) == [
        LINKS["signup"], LINKS["attendance:meeting:2"], LINKS["bring:meeting:2"],
    ]  # fmt: skip
    codes = ["P4WX2", "7KQ4M", "K3RT8", "M2XP9", "Q5HJ7"]
    invited = [f"https://example.org/f/signup?by=U-{code}" for code in codes for _card in range(3)]
    assert addresses(page("invitations")) == [*invited, *[LINKS["signup"]] * 3]
    assert addresses(page("homework")) == [LINKS["bring:meeting:2"]] * 3
    assert addresses(page("table_numbers")) == [LINKS["vote:table:1"]]


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/forms/d/e/"
        + "1FAIpQLS" * 9
        + "/viewform?usp=pp_url&entry.12=Bijeenkomst+3&entry.9=é",
        "x",
    ],
)
def test_a_code_holds_any_address(address: str) -> None:
    assert addresses(str(qr(address))) == [address]


def test_without_links_cards_have_no_code_to_scan() -> None:
    drawn = page("invitations", job(2, links={}))
    assert addresses(drawn) == []
    assert drawn.count('<div class="card">') == 18
    assert "Scan met uw telefoon" not in drawn


def test_other_languages_stand_below_in_their_own_direction() -> None:
    drawn = page("invitations", job(2, catalogue=translated(ar=ARABIC)))
    assert drawn.count('<span class="also" lang="ar" dir="rtl">تعال أيضا!</span>') == 18
    form = page("paper_signup", job(2, catalogue=translated(ar=ARABIC)))
    assert '<span class="also" lang="ar" dir="rtl">ما اسمك؟</span>' in form
    assert "also" not in page("invitations").split("</style>")[1]


def test_english_pages() -> None:
    from dataclasses import replace

    from tests.summaries.scene import LIVELY

    english = replace(LIVELY, settings=replace(LIVELY.settings, language="en"))
    drawn = page("signin", job(2, english))
    assert '<html lang="en">' in drawn
    assert "Who is here today?" in drawn


def test_a_page_of_the_team_lies_over_ours(tmp_path: Path) -> None:
    (tmp_path / "thanks.html.j2").write_text(
        '{% extends "shipped/thanks.html.j2" %}\n'
        "{% block style %}{{ super() }}.ours { color: red; }{% endblock %}",
        "utf-8",
    )
    (tmp_path / "badges.html.j2").write_text("{% for page in thing.pages %}blad {% endfor %}", "utf-8")
    assert ".ours { color: red; }" in page("thanks", job(3), tmp_path)
    assert "Beste" in page("thanks", job(3), tmp_path)
    assert page("badges", own=tmp_path) == "blad blad "
    assert "De zaal" in page("room", own=tmp_path)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"een\n{% if %}", "The page room.html.j2 is wrong in line 2: "),
        (b"{{ onbekend }}", "The page room.html.j2 cannot be drawn"),
        (b"{{ 1 / 0 }}", "The page room.html.j2 cannot be drawn"),
        (b"{{ text('onbekend') }}", "The page room.html.j2 cannot be drawn"),
        (b"{{ text.__globals__ }}", "The page room.html.j2 cannot be drawn"),
        (b"\xff\xfe", "The page room.html.j2 cannot be drawn"),
    ],
)
def test_a_page_of_the_team_that_is_wrong_is_told_in_words(tmp_path: Path, written: bytes, said: str) -> None:
    (tmp_path / "room.html.j2").write_bytes(written)
    with pytest.raises(UserError) as caught:
        page("room", own=tmp_path)
    assert caught.value.what.format(**caught.value.details).startswith(said)
    assert caught.value.exit_code == WRONG_SETTINGS


def test_the_first_page_links_to_the_others() -> None:
    run = job(2)
    badges = THINGS["badges"].make(run)
    assert badges is not None
    drawn = press(run).draw(overview(run, (badges,)), about(run))
    assert '<a href="naamkaartjes.html">Naamkaartjes</a>' in drawn
    assert "Vellen: 2" in drawn


def test_a_sheet_of_the_team_without_participants() -> None:
    from tests.summaries.scene import EMPTY

    drawn = page("signin", job(1, EMPTY))
    assert drawn.count("<table>") == 1
    assert drawn.count("<tr><td>") == 12
