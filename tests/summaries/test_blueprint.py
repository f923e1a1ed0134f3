"""The forms of an Atelier as people see them."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.model.errors import UserError
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import OtherLanguage
from pipeline.summaries.blueprint import draw
from pipeline.templates import load_catalogue

CATALOGUE = load_catalogue()
SETTINGS = Settings(
    meetings=(
        MeetingPlan(1, date(2026, 9, 3), "De Wissel"),
        MeetingPlan(2, date(2026, 10, 1)),
        MeetingPlan(3),
    )
)


def test_every_question_but_the_moment_is_asked_in_the_order_of_the_template():
    blueprint = draw(CATALOGUE, SETTINGS)
    for form in blueprint.forms:
        template = CATALOGUE.forms[form.key]
        asked = [item.key for item in form.items if item.kind != "section"]
        assert asked == [question.key for question in template.columns(SETTINGS)[1:]]
        assert form.thanks
        assert form.description


def test_meetings_are_those_of_the_atelier_with_when_and_where():
    item = draw(CATALOGUE, SETTINGS).form("signup").item("meetings")
    assert item.options == ("Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3")
    assert item.help == (
        "Bijeenkomst 1 is op donderdag 3 september. U vindt ons in De Wissel.\n"
        "Bijeenkomst 2 is op donderdag 1 oktober."
    )


def test_a_part_begins_with_its_heading():
    signup = draw(CATALOGUE, SETTINGS).form("signup")
    keys = [item.key for item in signup.items]
    assert keys[keys.index("consent") - 1] == "consent.section"
    assert signup.item("consent.section").title == "Uw toestemming"


@pytest.mark.parametrize(
    ("form", "key", "expected"),
    [
        ("evaluation", "welcome", (1, 5, ("Helemaal niet mee eens", "Helemaal mee eens"))),
        ("evaluation", "grade", (1, 10, ("Heel slecht", "Heel goed"))),
        ("facility", "access", (1, 5, ("Heel moeilijk", "Heel makkelijk"))),
        ("signup", "name", (1, 5, ("", ""))),
    ],
)
def test_the_ends_of_a_scale_are_worded(form, key, expected):
    item = draw(CATALOGUE, SETTINGS).form(form).item(key)
    assert (item.low, item.high, item.labels) == expected


def test_there_are_as_many_stickers_and_check_boxes_as_the_atelier_has():
    blueprint = draw(CATALOGUE, replace(SETTINGS, stickers=2))
    assert [item.key for item in blueprint.form("vote").items] == ["name", "group", "sticker_1", "sticker_2"]
    attendance = next(tab for tab in blueprint.working if tab.key == "attendance_list")
    assert [column.header for column in attendance.columns if column.check] == [
        "Bijeenkomst 1", "Bijeenkomst 2", "Bijeenkomst 3",
    ]  # fmt: skip


def test_links_fill_in_what_is_known_already():
    links = {link.key: link.answers for link in draw(CATALOGUE, SETTINGS, tables=2).links}
    assert links["bring:meeting:1"] == (("meeting", "Bijeenkomst 1"),)
    assert links["idea:table:2"] == (("group", "Tafel 2"),)
    assert links["signup:invitation"] == (("invited_by", "U-CODE"),)
    assert links["count"] == ()
    assert "idea:table:3" not in links


def test_whom_to_ask_stands_above_every_form_where_it_is_known():
    asked = draw(CATALOGUE, replace(SETTINGS, contact="Marijke"))
    assert all(
        form.description.endswith("\n\nHeeft u een vraag? Vraag het aan Marijke.") for form in asked.forms
    )


def test_a_form_or_question_that_is_not_there_is_an_error():
    blueprint = draw(CATALOGUE, SETTINGS)
    with pytest.raises(KeyError):
        blueprint.form("nothing")
    with pytest.raises(KeyError):
        blueprint.form("vote").item("sticker_9")


TURKISH = OtherLanguage(
    "tr",
    "Türkçe",
    "ltr",
    {
        "Wat is uw naam?": "Adınız nedir?",
        "Hoe doet u mee?": "Nasıl katılıyorsunuz?",
        "Bewoner": "Mahalle sakini",
        "Ja": "Evet",
        "Aanmelding": "Kayıt",
        "Uw toestemming": "İzniniz",
        "Helemaal mee eens": "Tamamen katılıyorum",
    },
)
ARABIC = OtherLanguage("ar", "العربية", "rtl", {"Wat is uw naam?": "ما اسمك؟"})


def in_more_languages(*also):
    catalogue = replace(CATALOGUE, languages={"tr": TURKISH, "ar": ARABIC})
    return draw(catalogue, replace(SETTINGS, also=also))


def test_other_languages_stand_below_the_first_which_stays_what_is_recognised():
    signup = in_more_languages("tr", "ar").form("signup")
    name = signup.item("name")
    assert name.title == "Wat is uw naam?"
    assert [(also.language, also.direction, also.lines) for also in name.also] == [
        ("tr", "ltr", ("Adınız nedir?",)),
        ("ar", "rtl", ("ما اسمك؟",)),
    ]
    assert name.explained == (
        "Uw voornaam en achternaam, zoals u graag genoemd wordt.\n\nAdınız nedir?\n\nما اسمك؟"
    )
    role = signup.item("role")
    assert role.options[0] == "Bewoner"
    assert role.also[0].lines == ("Nasıl katılıyorsunuz?", "Bewoner = Mahalle sakini")


def test_answers_ends_of_scales_sections_and_titles_are_translated_too():
    blueprint = in_more_languages("tr")
    assert blueprint.form("signup").item("consent").also[0].lines == ("Ja = Evet",)
    assert blueprint.form("evaluation").item("welcome").also[0].lines == (
        "Helemaal mee eens = Tamamen katılıyorum",
    )
    assert blueprint.form("signup").item("consent.section").also[0].lines == ("İzniniz",)
    assert blueprint.form("signup").explained.endswith("\n\nKayıt")


def test_what_is_not_translated_is_not_shown():
    assert in_more_languages("ar").form("signup").item("phone").also == ()
    assert draw(CATALOGUE, replace(SETTINGS, also=("tr", "ar"))) == draw(CATALOGUE, SETTINGS)


def test_a_language_that_is_not_there_is_told():
    with pytest.raises(UserError, match="I do not have the language “so”"):
        in_more_languages("so")
