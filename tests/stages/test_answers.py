from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

import pytest

from pipeline.model.responses import RawCell, Value
from pipeline.model.templates import KINDS, Option, Question, Text
from pipeline.stages.answers import BLANK, Answer, read_answer
from pipeline.templates import load_catalogue


def question(kind: str, *options: str, own: bool = False, **codes: str) -> Question:
    """A question whose options have their Dutch wording as code, or `code="wording"`."""
    worded = {**{option: option for option in options}, **codes}
    listed = tuple(Option(code, Text(text, f"{text} (en)")) for code, text in worded.items())
    return Question("key", kind, Text("Vraag", "Question"), options=listed, own_answer=own)


PLAIN = MappingProxyType({kind: question(kind) for kind in KINDS})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cell", ["", None, " \u00a0\n"])
def test_a_blank_cell(kind: str, cell: RawCell) -> None:
    assert read_answer(cell, PLAIN[kind]) is BLANK


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cell", ["#REF!", "#N/B"])
def test_a_failed_formula(kind: str, cell: RawCell) -> None:
    assert read_answer(cell, PLAIN[kind]) == Answer(None, "", problem="error_cell")


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", " De  Brug\n(wijk) ", "De Brug (wijk)"),
        ("text", 8.0, "8"),
        ("text", datetime(2026, 4, 3), "2026-04-03"),
        ("text", "=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("long_text", " eerst\n\ndan ", "eerst\n\ndan"),
        ("long_text", "x" * 60_000, "x" * 60_000),
        ("person", "Fatma  Yılmaz", "Fatma Yılmaz"),
        ("email", " a@b.nl ", "a@b.nl"),
        ("postcode", 2525.0, "2525"),
        ("phone", 662282530.0, "0662282530"),
        ("phone", "662282530.0", "0662282530"),
        ("phone", 31612345678.0, "+31612345678"),
        ("phone", "0031612345678", "0031612345678"),
        ("phone", "06-1234 5678", "06-1234 5678"),
        ("phone", 12345678.0, "12345678"),
        ("phone", "geen", "geen"),
        ("number", 14.0, 14),
        ("number", "14", 14),
        ("number", "nr. 14", 14),
        ("number", "#14", 14),
        ("number", "Idee 14.", 14),
        ("number", "14,0", 14),
        ("number", "-3", -3),
        ("number", "2 stickers", 2),
        ("number", "vier", 4),
        ("number", "één", 1),
        ("meeting", "Bijeenkomst 3", 3),
        ("meeting", "3", 3),
        ("meeting", 3.0, 3),
        ("meeting", "3e", 3),
        ("meeting", "derde", 3),
        ("meeting", "De derde bijeenkomst", 3),
        ("meeting", "meeting 3", 3),
        ("meeting", "Third", 3),
        ("meeting", "Bijeenkomst 3 (29 oktober, 19:00)", 3),
        ("meeting", "Bijeenkomst 3: bewoners in de hoofdrol", 3),
        ("scale", 4.0, 4),
        ("scale", "4", 4),
        ("scale", "5 - helemaal mee eens", 5),
        ("scale", "4 (mee eens)", 4),
        ("scale", "4/5", 4),
        ("scale", "vier", 4),
        ("grade", 10.0, 10),
        ("grade", "8/10", 8),
        ("grade", "7,0", 7),
        ("grade", "8 = goed", 8),
        ("money", 12.5, Decimal("12.50")),
        ("money", 12, Decimal("12.00")),
        ("money", 1.255, Decimal("1.26")),
        ("money", "12,50", Decimal("12.50")),
        ("money", "€ 12.50", Decimal("12.50")),
        ("money", "12,50 euro", Decimal("12.50")),
        ("money", "EUR 12", Decimal("12.00")),
        ("money", "12,-", Decimal("12.00")),
        ("money", "1.250,00", Decimal("1250.00")),
        ("money", "1,250.00", Decimal("1250.00")),
        ("money", "1.250", Decimal("1250.00")),
        ("money", "1'250,5", Decimal("1250.50")),
        ("money", "1.250.000", Decimal("1250000.00")),
        ("money", "0.125", Decimal("0.13")),
        ("money", "-4,5", Decimal("-4.50")),
        ("meeting", "na bijeenkomst 1", 1),
        ("meeting", "Na de tweede bijeenkomst", 2),
        ("meeting", "na bijeenkomst 3 - bewoners", 3),
        ("date", date(2026, 9, 3), date(2026, 9, 3)),
        ("date", "3-9-2026", date(2026, 9, 3)),
        ("timestamp", "3-9-2026", date(2026, 9, 3)),
        ("names", "Jan\nFatma Yılmaz", ("Jan", "Fatma Yılmaz")),
        ("yes_no", "Ja", True),
        ("yes_no", "ja hoor!", True),
        ("yes_no", "Yes, please", True),
        ("yes_no", "Ja dat mag", True),
        ("yes_no", "WAAR", True),
        ("yes_no", True, True),
        ("yes_no", 1.0, True),
        ("yes_no", "nee", False),
        ("yes_no", "Nee, liever niet", False),
        ("yes_no", "liever niet", False),
        ("yes_no", "ONWAAR", False),
        ("yes_no", False, False),
        ("check", "☑", True),
        ("check", "x", True),
        ("check", "ja", True),
        ("check", True, True),
        ("check", False, False),
        ("check", "☐", False),
    ],
)
def test_what_is_understood(kind: str, cell: RawCell, value: Value) -> None:
    answer = read_answer(cell, PLAIN[kind])
    assert (answer.value, answer.problem) == (value, None)
    assert answer.written


@pytest.mark.parametrize(
    ("kind", "cell", "problem"),
    [
        ("number", 14.5, "not_understood"),
        ("number", "14 en 15", "not_understood"),
        ("number", "veel", "not_understood"),
        ("meeting", "3 september", "not_understood"),
        ("meeting", "alle", "not_understood"),
        ("scale", 0.0, "out_of_range"),
        ("scale", 6.0, "out_of_range"),
        ("scale", "mee eens", "not_understood"),
        ("scale", "3 of 4", "not_understood"),
        ("scale", datetime(2026, 5, 4), "not_understood"),
        ("grade", "7,5", "not_understood"),
        ("grade", 7.5, "not_understood"),
        ("grade", "11", "out_of_range"),
        ("money", "een tientje", "not_understood"),
        ("money", "12,50 en 3", "not_understood"),
        ("money", float("inf"), "not_understood"),
        ("money", 1e300, "not_understood"),
        ("money", True, "not_understood"),
        ("date", "in de herfst", "not_understood"),
        ("names", "?", "not_understood"),
        # Nothing that somebody did not plainly allow is taken as allowed.
        ("yes_no", "ja, maar niet mijn naam", "not_understood"),
        ("yes_no", "misschien", "not_understood"),
        ("check", "2 personen", "not_understood"),
    ],
)
def test_what_is_not_understood_is_kept_as_written(kind: str, cell: RawCell, problem: str) -> None:
    answer = read_answer(cell, PLAIN[kind])
    assert (answer.value, answer.problem) == (None, problem)
    assert answer.written


ROLE = question("choices", "Bewoner", "Vrijwilliger of sleutelfiguur", "Professional")
PART = question("choice", possible="Wat kan er komen, en wie?", questions="Vragen en tips")
MEAL = question("choices", "Vegetarisch", "Halal", "Geen varkensvlees", own=True)
SOURCE = question("choice", "Gelezen", "Televisie", own=True)
TELLER = question("choice", yes="Ja", maybe="Misschien", no="Nee")
CONSENT = question("yes_no", yes="Daar ga ik mee akkoord", no="Daar ga ik niet mee akkoord")


@pytest.mark.parametrize(
    ("asked", "cell", "answer"),
    [
        (ROLE, "Professional, bewoner", Answer(("Professional", "Bewoner"), "Professional, bewoner")),
        (ROLE, "Bewoner;Professional", Answer(("Bewoner", "Professional"), "Bewoner;Professional")),
        (ROLE, "bewoner en professional", Answer(("Bewoner", "Professional"), "bewoner en professional")),
        (
            ROLE,
            "Vrijwilliger of sleutelfiguur",
            Answer(("Vrijwilliger of sleutelfiguur",), "Vrijwilliger of sleutelfiguur"),
        ),
        (ROLE, "Buur", Answer(None, "Buur", problem="unknown_option")),
        (ROLE, "Buur, Bewoner", Answer(("Bewoner",), "Buur, Bewoner", problem="unknown_option")),
        (ROLE, ",", Answer(None, ",", problem="unknown_option")),
        # An option that holds commas is found first; what is left is the own answer, commas and all.
        (PART, "Wat kan er komen, en wie?", Answer("possible", "Wat kan er komen, en wie?")),
        (PART, "wat kan er komen,  en wie", Answer("possible", "wat kan er komen,  en wie")),
        (
            PART,
            "Vragen en tips, Wat kan er komen, en wie?",
            Answer(None, "Vragen en tips, Wat kan er komen, en wie?", problem="unknown_option"),
        ),
        (
            MEAL,
            "Halal, geen noten, ook geen pinda's",
            Answer(("Halal",), "Halal, geen noten, ook geen pinda's", own=("geen noten, ook geen pinda's",)),
        ),
        (MEAL, "zoutloos; Halal", Answer(("Halal",), "zoutloos; Halal", own=("zoutloos",))),
        (MEAL, "Halalvlees", Answer(None, "Halalvlees", own=("Halalvlees",))),
        (SOURCE, "gehoord in de kerk", Answer(None, "gehoord in de kerk", own=("gehoord in de kerk",))),
        (SOURCE, "Televisie en Gelezen", Answer(None, "Televisie en Gelezen", problem="unknown_option")),
        (TELLER, "Ja graag", Answer("yes", "Ja graag")),
        (TELLER, "Nee hoor", Answer("no", "Nee hoor")),
        (TELLER, "Misschien.", Answer("maybe", "Misschien.")),
        (TELLER, "Misschien (en)", Answer("maybe", "Misschien (en)")),
        (PART, "Ja", Answer(None, "Ja", problem="unknown_option")),
        (question("choices"), "iets", Answer(None, "iets", problem="unknown_option")),
        (CONSENT, "Daar ga ik mee akkoord", Answer(True, "Daar ga ik mee akkoord")),
        (CONSENT, "Daar ga ik niet mee akkoord", Answer(False, "Daar ga ik niet mee akkoord")),
    ],
)
def test_answers_to_choose_from(asked: Question, cell: str, answer: Answer) -> None:
    assert read_answer(cell, asked) == answer


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Fatma Yılmaz", ("Fatma Yılmaz",)),
        ("Jan\nPiet;Kees", ("Jan", "Piet", "Kees")),
        ("Jan en Piet de Boer", ("Jan", "Piet de Boer")),
        ("Jan & Piet", ("Jan", "Piet")),
        ("Jan, Piet en Kees", ("Jan", "Piet", "Kees")),
        ("Jan Smit, Piet Bakker", ("Jan Smit", "Piet Bakker")),
        ("Jan Smit, Piet Bakker\nKees", ("Jan Smit", "Piet Bakker", "Kees")),
        ("- Jan\n2. Piet\n• Kees", ("Jan", "Piet", "Kees")),
        # A comma inside one name.
        ("Vries, de", ("Vries, de",)),
        ("Boer, Fatma de", ("Boer, Fatma de",)),
        ("de Vries, Jan", ("de Vries, Jan",)),
        ("Jan, Vries, de", ("Jan", "Vries, de")),
        ("Vries, de, Jan", ("Vries, de", "Jan")),
        ("Vries, Jan\nBakker, Kees", ("Vries, Jan", "Bakker, Kees")),
        ("Yılmaz-de Boer, Fatma\nKees", ("Yılmaz-de Boer, Fatma", "Kees")),
        ("Bouzid, H.", ("Bouzid, H.",)),
        ("Bouzid, H. en Jan", ("Bouzid, H.", "Jan")),
        ("Jan, Van den Berg, J.P., Piet", ("Jan", "Van den Berg, J.P.", "Piet")),
        ("Bouzid, Hassan", ("Bouzid, Hassan",)),
        ("Bakker-Smit, Anne-Marie", ("Bakker-Smit, Anne-Marie",)),
        ("Bouzid, Hassan, Bakker, J.", ("Bouzid, Hassan", "Bakker, J.")),
        # One line of single names is a list.
        ("Bouzid, Hassan, Jan", ("Bouzid", "Hassan", "Jan")),
        ("Fatma, H., J.", ("Fatma", "H.", "J.")),
        ("Fatma, Ali", ("Fatma", "Ali")),
        ("De Vries, Jan", ("De Vries", "Jan")),
        ("\n-\nJan,,\n", ("Jan",)),
    ],
)
def test_several_names_in_one_cell(cell: str, names: tuple[str, ...]) -> None:
    assert read_answer(cell, PLAIN["names"]).value == names


@pytest.mark.parametrize(
    ("written", "meetings"),
    [
        ("alle", "12345678"),
        ("Allemaal!", "12345678"),
        ("all of them", "12345678"),
        ("2 t/m 4", "234"),
        ("Bijeenkomst 1 tot en met 3", "123"),
        ("1-2, 4", "124"),
        ("4-2", None),
        ("alleen", None),
    ],
)
def test_all_meetings_and_from_one_to_another(written: str, meetings: str | None) -> None:
    asked = load_catalogue().forms["signup"].question("meetings")
    answer = read_answer(written, asked)
    assert answer.value == (tuple(meetings) if meetings else None)
    assert bool(answer.problem) is (meetings is None)
