"""What volunteers changed in a form, and whether it matters."""

import pytest

from pipeline.model.errors import UserError
from pipeline.model.settings import Settings
from pipeline.stages.drift import Drift, StandingForm, StandingItem, drift_of_form, drift_of_tabs
from pipeline.summaries.blueprint import draw
from pipeline.templates import load_catalogue
from tests.tables import tabs

CATALOGUE = load_catalogue()
SETTINGS = Settings()
BLUEPRINT = draw(CATALOGUE, SETTINGS)
SIGNUP = CATALOGUE.forms["signup"]
PLAN = BLUEPRINT.form("signup")


def in_tabs(markdown: str, *, all_forms: bool = False) -> list[str]:
    """The drifts as lines: code, form, question, `!` where it matters, details."""
    drifts = drift_of_tabs(tabs(markdown), CATALOGUE, SETTINGS)
    return [line(drift) for drift in drifts if all_forms or drift.code != "form_not_used"]


def in_form(*items: StandingItem, published: bool = True) -> list[str]:
    return [line(drift) for drift in drift_of_form(StandingForm(items, published), PLAN, SIGNUP, "nl")]


def line(drift: Drift) -> str:
    mark = "!" if drift.matters else " "
    return " ".join([mark, drift.code, drift.form, drift.question or "-", *drift.details.values()])


def standing(**changed: StandingItem) -> list[StandingItem]:
    """The form as it was made, some items changed."""
    made = {
        item.key: StandingItem(item.title, item.options or None)
        for item in PLAN.items
        if item.kind != "section"
    }
    return list({**made, **changed}.values())


def test_a_form_as_it_was_made_differs_in_nothing():
    assert in_form(*standing()) == []


def test_a_tab_as_it_was_made_differs_in_nothing():
    headers = " | ".join(question.header.nl for question in CATALOGUE.forms["count"].questions)
    assert in_tabs(f"# Stickertelling\n| {headers} |") == []


def test_every_form_without_a_tab_is_named_and_needs_nothing():
    said = in_tabs("# Stickertelling\n| Nummer van het idee | Hoeveel stickers? |", all_forms=True)
    unused = [one for one in said if "form_not_used" in one]
    assert len(unused) == len(CATALOGUE.forms) - 1
    assert all(one.startswith("  form_not_used") for one in unused)


def test_headers_that_were_translated_reworded_changed_added_and_taken_out():
    assert in_tabs(
        """
        # Onkosten
        | Timestamp | What is your name? | Waarvoor  is het? | Hoeveel euro? | Welke bus nam u? |
        | --- | --- | --- | --- | --- |
        | 2026-09-03 20:00:00 | Jan Jansen | Koffie | 12,50 | 25 |
    """.replace("Waarvoor  is het?", "Waarvoor?")
    ) == [
        "  header_translated expense name What is your name? Wat is uw naam?",
        "  question_added expense - Welke bus nam u?",
        "  question_missing expense meeting Welke bijeenkomst is dit?",
    ]


def test_a_header_that_nobody_knows_any_more_but_looks_like_a_missing_one_matters():
    assert in_tabs("""
        # Evaluatie
        | Tijdstempel | Welke bijeenkomst is dit? | Ik voelde me heel welkom | Wat vond u het beste? |
        | --- | --- | --- | --- |
        | 2026-09-03 20:00:00 | 1 | 5 | De soep |
    """)[:1] == ["! header_unknown evaluation welcome Ik voelde me heel welkom Ik voelde mij welkom"]


def test_a_wholly_new_wording_in_the_place_of_a_question_matters():
    headers = "Wat is uw naam, of de code op uw naamkaartje? | Aan welke tafel zit u?"
    said = in_tabs(
        f"# Stemmen\n| Tijdstempel | {headers} | Welk wint? | Sticker 2: nummer van het idee | Wat nog? |"
    )
    assert said == [
        "! header_unknown vote sticker_1 Welk wint? Sticker 1: nummer van het idee",
        "! header_unknown vote sticker_3 Wat nog? Sticker 3: nummer van het idee",
    ]


def test_a_question_more_beside_one_that_is_gone_is_one_of_ones_own():
    headers = "Wat is uw naam, of de code op uw naamkaartje? | Hoe laat is het? | Aan welke tafel zit u?"
    assert in_tabs(f"# Stemmen\n| {headers} | Sticker 2: nummer van het idee |")[0] == (
        "  question_added vote - Hoe laat is het?"
    )


def test_a_grid_header_is_what_google_makes_of_it():
    assert not [
        one
        for one in in_tabs("""
            # Evaluatie
            | Welke bijeenkomst is dit? | Wat vond u ervan? [Ik voelde mij welkom] |
        """)
        if "welcome" in one
    ]


def test_answers_that_several_people_chose_and_nobody_knows_matter():
    said = in_tabs("""
        # Evaluatie
        | Welke bijeenkomst is dit? | Hoe doet u mee? |
        | --- | --- |
        | 1 | Buurtgenoot |
        | 1 | Buurtgenoot |
        | 1 | Bewoner |
        | 1 | Mijn eigen woorden |
    """)
    assert [one for one in said if "answer" in one] == ["! answer_unknown evaluation role Buurtgenoot (2×)"]


def test_one_persons_own_words_are_not_repeated():
    said = in_tabs("""
        # Evaluatie
        | Welke bijeenkomst is dit? | Hoe doet u mee? |
        | --- | --- |
        | 1 | Ik ben Jan Jansen |
    """)
    assert "Jansen" not in "".join(said)


def test_a_form_that_is_closed_matters():
    assert in_form(*standing(), published=False) == ["! not_published signup -"]


def test_options_that_were_reworded_changed_added_and_taken_out():
    role = StandingItem(
        "Hoe doet u mee?", ("Wijkbewoner", "Vrijwiliger of sleutelfiguur", "Overheid", "Kind")
    )
    assert in_form(*standing(role=role)) == [
        "  option_reworded signup role Wijkbewoner",
        "! option_unknown signup role Vrijwiliger of sleutelfiguur Vrijwilliger of sleutelfiguur",
        "! option_added signup role Kind ",
        "  option_missing signup role Professional",
    ]


def test_an_option_more_where_people_may_answer_otherwise_loses_nothing():
    meal = StandingItem("Waar houden we rekening mee bij het eten?", (*PLAN.item("meal").options, "Koosjer"))
    assert in_form(*standing(meal=meal)) == ["  option_added signup meal Koosjer "]


def test_english_options_are_the_same_options():
    role = StandingItem(
        "How do you take part?", ("Resident", "Volunteer or key figure", "Professional", "Government")
    )
    assert in_form(*standing(role=role)) == [
        "  header_translated signup role How do you take part? Hoe doet u mee?"
    ]


def test_a_needed_question_that_was_taken_out_matters():
    items = [item for item in standing() if item.title != "Wat is uw naam?"]
    assert in_form(*items) == ["! question_missing signup name Wat is uw naam?"]


def test_a_tab_without_a_needed_header_is_an_error():
    with pytest.raises(UserError):
        in_tabs("# Onkosten\n| Wat is uw naam? |")
