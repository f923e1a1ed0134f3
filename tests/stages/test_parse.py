"""Whole forms as tables: every row counted, every cell understood or told."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from pipeline.model.errors import WRONG_SETTINGS, UserError
from pipeline.model.findings import Finding
from pipeline.model.responses import RawTab, Response
from pipeline.model.settings import MeetingPlan, Settings
from pipeline.model.templates import Catalogue
from pipeline.stages.parse import FormCount, Parsed, parse
from pipeline.templates import load_catalogue
from tests.tables import tabs

DATED = Settings(
    meetings=tuple(MeetingPlan(number, date(2026, 8 + number, 3)) for number in (1, 2, 3, 4)),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def told(parsed: Parsed) -> list[tuple[object, ...]]:
    return [_plainly(finding) for finding in parsed.findings]


def _plainly(finding: Finding) -> tuple[object, ...]:
    if finding.where:
        place: object = (finding.where.row, finding.where.question)
    else:
        assert finding.about
        place = finding.about.key
    return (finding.code, place, *finding.details.values())


SIGNUP = """
# Formulierreacties 1
| Tijdstempel | Wat is uw naam? | Hoe doet u mee? | Wat is uw telefoonnummer? | Waar houden we rekening mee bij het eten? | Mag het team uw gegevens bewaren tot dit Atelier is afgerond? | Kolom 7 |
|---|---|---|---|---|---|---|
| 2026-09-01T10:00:00.436 | Fatma Yılmaz | Bewoner, Vrijwilliger of sleutelfiguur | 612345678 | Halal, geen noten, ook geen pinda's | Ja | |
|  |  |  |  |  |  |  |
| 7 | Kees Bakker | bewoner | '06-1234 5678 | | nee | =1+1 |
| 2024-01-01 | | Buur | | | | |
|  |  |  |  |  |  |  |
|  |  |  |  |  |  | alleen dit |
|  |  |  |  |  |  |  |
"""  # noqa: E501


def test_a_whole_form(catalogue: Catalogue) -> None:
    parsed = parse(tabs(SIGNUP), catalogue, DATED)
    assert parsed.counts == (FormCount("signup", "Formulierreacties 1", 6, 2, 4),)
    assert parsed.responses["signup"] == (
        Response(
            "signup",
            2,
            datetime(2026, 9, 1, 10, 0),
            values={
                "name": "Fatma Yılmaz",
                "role": ("resident", "key_figure"),
                "phone": "0612345678",
                "meal": ("halal",),
                "consent": True,
            },
            written={
                "role": "Bewoner, Vrijwilliger of sleutelfiguur",
                "phone": "612345678",
                "meal": "Halal, geen noten, ook geen pinda's",
                "consent": "Ja",
            },
            own={"meal": ("geen noten, ook geen pinda's",)},
        ),
        Response(
            "signup",
            4,
            None,
            values={
                "name": "Kees Bakker",
                "role": ("resident",),
                "phone": "06-1234 5678",
                "consent": False,
            },
            written={"role": "bewoner", "consent": "nee"},
            extra={"Kolom 7": "=1+1"},
        ),
        Response("signup", 5, None, written={"role": "Buur"}),
        Response("signup", 7, None, extra={"Kolom 7": "alleen dit"}),
    )
    assert told(parsed) == [
        ("timestamp_ignored", (4, "submitted_at"), "7"),
        ("required_empty", (5, "consent")),
        ("required_empty", (5, "name")),
        ("unknown_option", (5, "role"), "Buur"),
        ("timestamp_ignored", (5, "submitted_at"), "2024-01-01"),
        ("only_unknown_columns", (7, None)),
        ("column_not_used", "Formulierreacties 1", "Formulierreacties 1", "Kolom 7"),
        ("tab_by_headers", "Formulierreacties 1", "Formulierreacties 1", "signup"),
    ]


def test_every_kind_of_answer_in_english_and_dutch(catalogue: Catalogue) -> None:
    form = catalogue.forms["expense"]
    headers = {
        key: form.question(key).header for key in ("submitted_at", "name", "meeting", "what", "amount")
    }
    row = {
        "submitted_at": "9/17/2026 18:23:58",
        "name": "Fatma",
        "meeting": "third",
        "what": "Tram",
        "amount": "€ 12,50",
    }
    both = [
        parse(
            [RawTab(form.title[language], [[one[language] for one in headers.values()], [*row.values()]])],
            catalogue,
            replace(DATED, language=language),
        )
        for language in ("nl", "en")
    ]
    assert both[0].responses == both[1].responses
    (read,) = both[0].responses["expense"]
    assert read.values == {"name": "Fatma", "meeting": 3, "what": "Tram", "amount": Decimal("12.50")}
    assert read.submitted_at == datetime(2026, 9, 17, 18, 23, 58)


ATTENDANCE = """
# Presentie
| Tijdstempel | Welke bijeenkomst is dit? | Wat is uw naam, of de code op uw naamkaartje? | Met wie bent u meegekomen? |
| 2026-09-03T18:42:00 | Bijeenkomst 1 | Jan | #REF! |
| 2026-09-03T18:42:00 | 5 | Kees | |
| #N/A | 1 | Riet | |
| gisteren | 1 | Bep | |
| #REF! | #REF! | | |
"""  # noqa: E501


def test_failed_formulas_and_meetings_that_do_not_exist(catalogue: Catalogue) -> None:
    parsed = parse(tabs(ATTENDANCE), catalogue, DATED)
    assert parsed.counts == (FormCount("attendance", "Presentie", 4, 0, 4),)
    assert [(one.number("meeting"), one.as_written("meeting")) for one in parsed.responses["attendance"]] == [
        (1, "Bijeenkomst 1"),
        (None, "5"),
        (1, "1"),
        (1, "1"),
    ]
    assert told(parsed) == [
        ("error_cell", (2, "came_with")),
        ("unknown_meeting", (3, "meeting"), "5"),
        ("timestamp_ignored", (4, "submitted_at"), "#N/A"),
        ("timestamp_ignored", (5, "submitted_at"), "gisteren"),
    ]


def test_personal_answers_are_not_repeated_in_findings(catalogue: Catalogue) -> None:
    markdown = """
    # Verhaal
    | Welke bijeenkomst is dit? | Wie vertellen dit voorbeeld? Eén naam per regel | Hoe kent u dit voorbeeld? | Wat gebeurde er? | Mogen wij dit voorbeeld delen? |
    | 3 | ??? | van de buren | Zij hielp. | misschien |
    """  # noqa: E501
    assert told(parse(tabs(markdown), catalogue, DATED)) == [
        ("not_understood", (2, "names")),
        ("not_understood", (2, "share"), "misschien"),
        ("unknown_option", (2, "source"), "van de buren"),
    ]


def test_what_a_finding_repeats_is_short(catalogue: Catalogue) -> None:
    rows = [["Nummer van het idee", "Hoeveel stickers?"], ["x" * 500, 3.0]]
    ((_, _, written),) = told(parse([RawTab("Stickertelling", rows)], catalogue, DATED))
    assert written == "x" * 80


def test_short_rows_and_a_question_that_was_asked_again(catalogue: Catalogue) -> None:
    markdown = """
    # Presentie
    | Naam | Welke bijeenkomst is dit? | Naam | Kolom |
    | Jan | 1 | | |
    |  | 1 | Kees | |
    | Riet |
    """
    parsed = parse(tabs(markdown), catalogue, DATED)
    assert [one.text("name") for one in parsed.responses["attendance"]] == ["Jan", "Kees", "Riet"]
    assert told(parsed) == [("required_empty", (4, "meeting"))]


def test_rows_keep_the_sheets_own_numbers_below_a_title(catalogue: Catalogue) -> None:
    markdown = """
    # Presentie
    | Wie was er? |
    |  |
    | Naam | Welke bijeenkomst is dit? |
    | Jan | 1 |
    """
    parsed = parse(tabs(markdown), catalogue, DATED)
    assert [one.row for one in parsed.responses["attendance"]] == [4]
    assert parsed.counts == (FormCount("attendance", "Presentie", 1, 0, 1),)


def test_a_form_with_headers_only_holds_no_rows(catalogue: Catalogue) -> None:
    parsed = parse(tabs("# Presentie\n| Naam | Welke bijeenkomst is dit? |"), catalogue, DATED)
    assert parsed.counts == (FormCount("attendance", "Presentie", 0, 0, 0),)
    assert parsed.responses == {"attendance": ()}


def test_places_say_where_each_question_stands(catalogue: Catalogue) -> None:
    place = parse(tabs(SIGNUP, place="map/a.xlsx"), catalogue, DATED).places["signup"]
    assert (place.file, place.tab) == ("map/a.xlsx", "Formulierreacties 1")
    assert place.columns == {"submitted_at": 1, "name": 2, "role": 3, "phone": 4, "meal": 5, "consent": 6}


LIST = """
# Presentielijst
| Code | Naam | Bijeenkomst 1 | Bijeenkomst 2 |
| 7KQ4M | Fatma Yılmaz | TRUE | FALSE |
| 8TRWP | | FALSE | FALSE |
| 9XKWT | | x | |
|  | Jan van de hoek | FALSE | ja |
|  |  | TRUE | |
|  |  | FALSE | FALSE |
"""


def test_a_working_tab_counts_what_people_filled_in(catalogue: Catalogue) -> None:
    """Rows that only the program filled, and empty check boxes, are no responses."""
    parsed = parse(tabs(LIST), catalogue, DATED)
    assert parsed.counts == ()
    assert [(one.row, one.text("name"), one.flag("meeting_1"), one.flag("meeting_2"), one.ours)
            for one in parsed.responses["attendance_list"]] == [
        (2, "Fatma Yılmaz", True, False, ("name",)),
        (4, None, True, None, ("name",)),
        (5, "Jan van de hoek", False, True, ()),
        (6, None, True, None, ()),
    ]  # fmt: skip
    assert told(parsed) == [("required_empty", (6, "name"))]


def test_a_working_tab_in_both_files_is_read_twice(catalogue: Catalogue) -> None:
    read = (*tabs(LIST, place="a.xlsx"), *tabs(LIST, place="b.xlsx"))
    parsed = parse(read, catalogue, DATED)
    assert [one.row for one in parsed.responses["attendance_list"]] == [2, 4, 5, 6, 2, 4, 5, 6]
    assert parsed.places["attendance_list"].file == "a.xlsx"
    assert told(parsed)[-1] == ("tab_twice", "attendance_list", 2)


def test_without_dates_in_the_settings_the_responses_show_what_is_plausible(catalogue: Catalogue) -> None:
    markdown = """
    # Presentie
    | Tijdstempel | Naam | Welke bijeenkomst is dit? |
    | 2026-09-03T18:42:00 | Jan | 1 |
    | 2026-09-03T18:43:00 | Kees | 1 |
    | 2024-09-03T18:43:00 | Riet | 1 |
    | 1900-01-03T00:00:00 | Bep | 1 |
    """
    parsed = parse(tabs(markdown), catalogue, Settings())
    assert [one.submitted_at is None for one in parsed.responses["attendance"]] == [False, False, True, True]


def test_timestamps_are_read_in_the_ateliers_own_time_zone(catalogue: Catalogue) -> None:
    markdown = """
    # Presentie
    | Tijdstempel | Naam | Welke bijeenkomst is dit? |
    | 2026/09/03 6:42:00 PM GMT+2 | Jan | 1 |
    """
    away = replace(DATED, timezone="America/Paramaribo")
    hours = [
        one.submitted_at and one.submitted_at.hour
        for settings in (DATED, away)
        for one in parse(tabs(markdown), catalogue, settings).responses["attendance"]
    ]
    assert hours == [18, 13]


@pytest.mark.parametrize("zone", ["Europa/Amsterdam", "", "/etc/passwd"])
def test_an_unknown_time_zone(catalogue: Catalogue, zone: str) -> None:
    with pytest.raises(UserError, match="time zone") as raised:
        parse((), catalogue, replace(DATED, timezone=zone))
    assert raised.value.exit_code == WRONG_SETTINGS


def test_every_finding_of_reading_has_its_words(catalogue: Catalogue) -> None:
    codes = (
        "tab_not_used tab_by_headers second_tab tab_twice column_not_used timestamp_ignored not_understood"
        " out_of_range unknown_option unknown_meeting error_cell required_empty only_unknown_columns"
    )
    details = {"tab": "Blad1", "times": 2, "column": "Kolom 7"}
    for code in codes.split():
        for wording in catalogue.texts["findings"][code].both:
            assert wording.format(**details)
