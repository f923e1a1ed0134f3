"""Every form finds its tab, and every tab that is no form is left alone."""

import pytest

from pipeline.model.errors import UserError
from pipeline.model.findings import Finding
from pipeline.model.responses import RawTab
from pipeline.model.templates import Catalogue, Form, Question, Text
from pipeline.stages.tabs import FormTab, find_tabs
from tests.tables import tabs


def asked(key: str, header: str, *, required: bool = False, kind: str = "text", alias: str = "") -> Question:
    aliases = (alias,) if alias else ()
    return Question(key, kind, Text(header, f"{header} (English)"), required=required, aliases=aliases)


MOMENT = asked("submitted_at", "Tijdstempel", required=True, kind="timestamp")
NAME = asked("name", "Wat is uw naam?", required=True, alias="Naam")
MEETING = asked("meeting", "Welke bijeenkomst is dit?", required=True)
WELCOME = asked("welcome", "Ik voelde mij welkom")
TASTE = asked("taste", "Smaakte het eten?", required=True)


def form(key: str, title: str, *questions: Question, working: bool = False) -> Form:
    english = Text(title, f"{title} (English)")
    return Form(key, english, questions, aliases=(f"{title}formulier",), working=working)


def catalogue(*forms: Form) -> Catalogue:
    return Catalogue(
        {one.key: one for one in forms if not one.working},
        {one.key: one for one in forms if one.working},
        {},
        {},
        {},
    )


FORMS = catalogue(
    form("attendance", "Presentie", MOMENT, MEETING, NAME),
    form("evaluation", "Evaluatie", MOMENT, MEETING, WELCOME),
    form("meal", "Maaltijd", MOMENT, NAME, TASTE),
    form("team", "Team", NAME, working=True),
)


def find(*read: RawTab, forms: Catalogue = FORMS) -> tuple[dict[str, str], list[tuple[object, ...]]]:
    """The title of the tab of each form, and each finding's code, tab and details."""
    found, findings = find_tabs(read, forms, "nl")
    assert [one.form.key for one in found] == [
        key for key in (*forms.forms, *forms.working) if key in _keys(found)
    ]
    return {one.form.key: one.tab.title for one in found}, [_plainly(one) for one in findings]


def _keys(found: tuple[FormTab, ...]) -> set[str]:
    return {one.form.key for one in found}


def _plainly(finding: Finding) -> tuple[object, ...]:
    assert finding.about
    return (finding.code, str(finding.severity), finding.about.key, *finding.details.values())


def table(title: str, *headers: str, place: str = "a.xlsx") -> RawTab:
    return RawTab(title, [[*headers], ["x"] * len(headers)], place)


ATTENDANCE = ("Tijdstempel", "Welke bijeenkomst is dit?", "Wat is uw naam?")


@pytest.mark.parametrize(
    "title",
    [
        "Presentie",
        " presentie ",
        "PRESENTIE (antwoorden)",
        "Presentie (Responses)",
        "Presentie (English)",
        "Presentieformulier",
        "Presentie (1)",
        "Atelier De Linde - Presentie",
        "Presentie (antwoorden) - Formulierreacties 1",
    ],
)
def test_a_tab_is_found_by_its_title(title: str) -> None:
    assert find(table(title, "Welke bijeenkomst is dit?", "Naam")) == ({"attendance": title}, [])


@pytest.mark.parametrize("title", ["Formulierreacties 3", "Kopie van vorig jaar", "Form Responses 1"])
def test_failing_its_title_by_its_headers(title: str) -> None:
    assert find(table(title, *ATTENDANCE)) == (
        {"attendance": title},
        [("tab_by_headers", "info", title, title, "attendance")],
    )


def test_headers_differ_in_what_does_not_matter_and_stand_anywhere() -> None:
    headers = (
        "Kolom 1",
        "  WAT IS\nuw   naam?\u200b ",
        "",
        "welke bijeenkomst is dit? (English)",
        "Tijdstempel ",
    )
    (found,), _ = find_tabs([table("Presentie", *headers)], FORMS, "nl")
    assert found.columns == {"name": (1,), "meeting": (3,), "submitted_at": (4,)}
    assert found.unknown == {0: "Kolom 1", 2: "#3"}


def test_a_question_asked_twice_a_grid_and_headers_that_are_no_question() -> None:
    headers = ("Naam", "Hoe was het? [Ik voelde mij welkom]", "Wat? [nog iets]", "Naam", "Kolom", "Kolom",
               "Welke bijeenkomst is dit?")  # fmt: skip
    (found,), _ = find_tabs([table("Evaluatie", *headers)], catalogue(
        form("evaluation", "Evaluatie", MEETING, WELCOME, NAME)
    ), "nl")  # fmt: skip
    assert found.columns == {"name": (0, 3), "welcome": (1,), "meeting": (6,)}
    assert found.unknown == {2: "Wat? [nog iets]", 4: "Kolom", 5: "Kolom #6"}


def test_the_first_question_keeps_a_header_that_two_questions_share() -> None:
    first, second = asked("first", "Naam"), asked("second", "Naam")
    (found,), _ = find_tabs([table("Lijst", "Naam")], catalogue(form("list", "Lijst", first, second)), "nl")
    assert found.columns == {"first": (0,)}


def test_headers_may_stand_below_a_title_and_unknown_columns_reach_as_far_as_the_rows() -> None:
    (read,) = tabs(
        """
        # Presentie
        | Presentie van het Atelier |
        |  |
        | Naam | Welke bijeenkomst is dit? |
        | Fatma | 3 | zij belde |
        """
    )
    (found,), _ = find_tabs([read], FORMS, "nl")
    assert (found.top, found.unknown) == (2, {2: "#3"})


def test_a_form_without_a_tab_is_not_in_use() -> None:
    assert find() == ({}, [])
    used = table("Presentie", *ATTENDANCE)
    assert find(used, RawTab("Blad1", []), RawTab("Blad2", [[], ["", None]])) == (
        {"attendance": "Presentie"},
        [],
    )


def test_who_works_with_tables_of_the_team_alone_needs_no_form() -> None:
    assert find(table("Team", "Naam"), RawTab("Blad1", [])) == ({"team": "Team"}, [])


def test_the_tables_in_the_summary_do_not_stand_for_forms() -> None:
    memory = tabs("# _samenkracht (marked)\n| schema | 1 |", place="samenvatting.xlsx")
    team = table("Team", "Naam", place="samenvatting.xlsx")
    with pytest.raises(UserError, match="None of the tabs is a form: “Boodschappen"):
        find(*memory, team, table("Boodschappen", "Wat"))


def test_a_tab_that_is_no_form_is_ignored_and_told() -> None:
    assert find(table("Presentie", *ATTENDANCE), table("Boodschappen", "Wat", "Hoeveel")) == (
        {"attendance": "Presentie"},
        [("tab_not_used", "info", "Boodschappen", "Boodschappen")],
    )


def test_a_list_of_the_team_with_a_name_and_a_meeting_is_no_form() -> None:
    team = table("Wie belt wie", "Naam", "Welke bijeenkomst is dit?")
    assert find(table("Maaltijd", "Naam", "Smaakte het eten?"), team) == (
        {"meal": "Maaltijd"},
        [("tab_not_used", "info", "Wie belt wie", "Wie belt wie")],
    )


def test_a_tab_that_was_a_form_before_its_headers_changed_is_told_with_what_it_lacks() -> None:
    changed = table("Reacties", "Tijdstempel", "Bijeenkomst?", "Ik voelde mij welkom", "Wat is uw naam?")
    fruit = form("fruit", "Fruit", MOMENT, NAME, WELCOME, TASTE)
    forms = catalogue(*FORMS.forms.values(), fruit)
    lacking = ("tab_lacks_columns", "warn", "Reacties", "Reacties", "Fruit", "“Smaakte het eten?”")
    meal = table("Maaltijd", "Naam", "Smaakte het eten?")
    assert find(meal, changed, forms=forms) == ({"meal": "Maaltijd"}, [lacking])
    taken = table("Fruit", "Tijdstempel", "Naam", "Smaakte het eten?")
    assert find(taken, changed, forms=forms)[1] == [("tab_not_used", "info", "Reacties", "Reacties")]


def test_marked_tabs_are_skipped_whatever_they_are_called() -> None:
    marked = tabs(
        """
        # Presentie (marked)
        | Tijdstempel | Naam | Welke bijeenkomst is dit? |
        """
    )
    assert find(*marked) == ({}, [])


def test_working_tabs_are_found_by_title_alone_also_where_the_program_marked_them() -> None:
    marked = tabs(
        """
        # Team (marked)
        | Naam |
        | Fatma |
        """
    )
    assert find(*marked) == ({"team": "Team"}, [])
    both = (table("Presentie", *ATTENDANCE), table("Ploeg", "Naam"))
    assert find(*both)[0] == {"attendance": "Presentie"}


def test_a_working_tab_in_two_places_is_read_in_both() -> None:
    both = (table("Team", "Naam", place="a.xlsx"), table("Team", "Naam", place="b.xlsx"))
    found, findings = find_tabs(both, FORMS, "nl")
    assert [one.tab.place for one in found] == ["a.xlsx", "b.xlsx"]
    assert [_plainly(one) for one in findings] == [("tab_twice", "warn", "team", 2)]


def test_most_matches_win() -> None:
    less = table("Formulierreacties 1", *ATTENDANCE[:2], "Ik voelde mij welkom")
    more = table("Formulierreacties 2", *ATTENDANCE)
    assert find(less, more)[0] == {"attendance": "Formulierreacties 2", "evaluation": "Formulierreacties 1"}


def test_a_second_tab_with_fewer_matches_is_told_and_not_read() -> None:
    fuller = table("Formulierreacties 1", *ATTENDANCE, "Ik voelde mij welkom", "Smaakte het eten?")
    forms = catalogue(
        form("attendance", "Presentie", MOMENT, MEETING, NAME, WELCOME, asked("x", "Smaakte het eten?"))
    )
    other = table("Formulierreacties 2", *ATTENDANCE)
    assert find(fuller, other, forms=forms) == (
        {"attendance": "Formulierreacties 1"},
        [
            ("tab_by_headers", "info", "Formulierreacties 1", "Formulierreacties 1", "attendance"),
            ("second_tab", "warn", "Formulierreacties 2", "Formulierreacties 2", "attendance"),
        ],
    )


def test_a_copy_beside_the_tab_with_the_title_is_told_and_not_read() -> None:
    assert find(table("Presentie", *ATTENDANCE), table("Presentie oud", *ATTENDANCE)) == (
        {"attendance": "Presentie"},
        [("second_tab", "warn", "Presentie oud", "Presentie oud", "attendance")],
    )


def test_what_fits_best_with_a_form_that_has_its_tab_becomes_no_other_form() -> None:
    found = find(
        table("Presentie", *ATTENDANCE),
        table("Oud", *ATTENDANCE),
        forms=catalogue(
            form("attendance", "Presentie", MOMENT, MEETING, NAME),
            form("other", "Anders", MOMENT, MEETING, NAME),
        ),
    )
    assert found[0] == {"attendance": "Presentie"}


def test_forms_are_not_sought_in_a_summary_that_stands_in_a_file_of_its_own() -> None:
    memory = tabs("# _samenkracht (marked)\n| schema | 1 |", place="samenvatting.xlsx")
    copied = table("Presentie", *ATTENDANCE, place="samenvatting.xlsx")
    team = table("Team", "Naam", place="samenvatting.xlsx")
    responses = table("Formulierreacties 1", *ATTENDANCE, place="antwoorden.xlsx")
    assert find(*memory, copied, team, responses)[0] == {
        "attendance": "Formulierreacties 1",
        "team": "Team",
    }
    assert find(*memory, copied)[0] == {"attendance": "Presentie"}


@pytest.mark.parametrize(
    ("read", "message", "why"),
    [
        (
            [table("Presentie", "Tijdstempel", "Wat is uw naam?", " Kolom  7 ")],
            "The tab “Presentie” lacks columns of the form “Presentie”: “Welke bijeenkomst is dit?”.",
            "Its headers are: “Tijdstempel”, “Wat is uw naam?”, “Kolom 7”.",
        ),
        (
            [RawTab("Evaluatie", [])],
            "The tab “Evaluatie” lacks columns of the form “Evaluatie”: “Welke bijeenkomst is dit?”.",
            "Its headers are: –.",
        ),
        (
            tabs("# Evaluatie\n| Evaluatie van het Atelier |\n| Tijdstempel | Ik voelde mij welkom |"),
            "The tab “Evaluatie” lacks columns of the form “Evaluatie”: “Welke bijeenkomst is dit?”.",
            "Its headers are: “Tijdstempel”, “Ik voelde mij welkom”.",
        ),
        (
            [table("Team", "Wie")],
            "The tab “Team” lacks columns of the form “Team”: “Wat is uw naam?”.",
            "Its headers are: “Wie”.",
        ),
        (
            [table("Boodschappen", "Wat", "Hoeveel"), RawTab("Blad2", [], "a.xlsx")],
            "None of the tabs is a form: “Boodschappen (a.xlsx)”, “Blad2 (a.xlsx)”.",
            "Their headers are: “Wat”, “Hoeveel”; –.",
        ),
        (
            [table("Presentie", *ATTENDANCE), table("Presentie (1)", *ATTENDANCE, place="C:\\x\\b.csv")],
            "Several tabs fit the form “Presentie” equally well: “Presentie (a.xlsx)”, "
            "“Presentie (1) (b.csv)”.",
            "The responses of a form must stand in one tab, or people would count twice.",
        ),
        (
            [table("Reacties 1", *ATTENDANCE, place=""), table("Reacties 2", *ATTENDANCE, place="")],
            "Several tabs fit the form “Presentie” equally well: “Reacties 1”, “Reacties 2”.",
            "The responses of a form must stand in one tab, or people would count twice.",
        ),
        (
            [table(f"Reacties {n}", *ATTENDANCE, place="https://docs.example/d/1xY") for n in range(1, 10)],
            "Several tabs fit the form “Presentie” equally well: “Reacties 1”, “Reacties 2”, “Reacties 3”, "
            "“Reacties 4”, “Reacties 5”, ….",
            "The responses of a form must stand in one tab, or people would count twice.",
        ),
        (
            [table("Reacties", *ATTENDANCE, "Smaakte het eten?", "Ik voelde mij welkom")],
            "The tab “Reacties” fits several forms equally well: “Presentie”, “Evaluatie”, “Maaltijd”.",
            "Its headers are: “Tijdstempel”, “Welke bijeenkomst is dit?”, “Wat is uw naam?”, "
            "“Smaakte het eten?”, “Ik voelde mij welkom”.",
        ),
    ],
)  # fmt: skip
def test_what_nobody_can_guess_is_an_error(read: list[RawTab], message: str, why: str) -> None:
    with pytest.raises(UserError) as raised:
        find_tabs(read, FORMS, "nl")
    assert (str(raised.value), raised.value.why.format(**raised.value.details)) == (message, why)
    assert raised.value.todo
