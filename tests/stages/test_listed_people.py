"""The rows of any list as what they say about people."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.stages.column_headers import KINDS
from pipeline.stages.columns import Columns
from pipeline.stages.listed_people import gather, reader_of
from pipeline.stages.records import Record


def record(**said: str) -> Record:
    """What a row with one column for each of these says."""
    columns = Columns({kind: (place,) for place, kind in enumerate(said)})
    return reader_of(columns)(list(said.values()))


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ({"name": " Jan  de Vries "}, Record(name="Jan  de Vries")),
        ({"name": "J. Vries", "given": "Jan", "family": "Vries"}, Record(given="Jan", family="Vries")),
        ({"name": "J. Vries", "given": "", "family": ""}, Record(name="J. Vries")),
        ({"initials": "J.P.", "infix": "de", "family": "Vries"}, Record(given="J.P.", family="de Vries")),
        ({"given": "Jan", "initials": "J.P."}, Record(given="Jan")),
        ({"infix": "de", "given": "Jan"}, Record(given="Jan", family="de")),
        (
            {"given": "Carsten", "infix": "NA", "family": "Meier", "city": "NaN"},
            Record(given="Carsten", family="Meier"),
        ),
        ({"email": "geen"}, Record(emails=("geen",))),
        ({"phone": "06 12345678 / 070-1234567"}, Record(phones=("06 12345678 / 070-1234567",))),
        ({"street": "Dorpsweg 12a, Den Haag"}, Record(street="Dorpsweg", house_number="12a")),
        (
            {"street": "Dorpsweg 12, 2531 AB Den Haag"},
            Record(street="Dorpsweg", house_number="12", postcode="2531 AB"),
        ),
        (
            {"street": "Dorpsweg 12", "house_number": "14", "postcode": "2532 CD"},
            Record(street="Dorpsweg 12", house_number="14", postcode="2532 CD"),
        ),
        ({"birth": "29-3-1961"}, Record(birth="1961-03-29")),
        ({"birth_year": "1961", "birth_month": "3", "birth_day": "9"}, Record(birth="1961-03-09")),
        ({"birth_year": "1961", "age": "41"}, Record(birth="1961")),
        ({"age": "41"}, Record(birth="1959")),
        ({"name": "Jan Vries", "gender": "De heer"}, Record(name="Jan Vries", gender="m")),
        ({"name": "Anna Vries", "gender": "V"}, Record(name="Anna Vries", gender="f")),
        ({"name": "Anna Vries", "gender": "de heer/mevrouw"}, Record(name="Anna Vries")),
        (
            {"city": "Den Haag", "organisation": "Buurtkeuken", "identifier": "123"},
            Record(city="Den Haag", organisation="Buurtkeuken", identifier="123"),
        ),
        (
            {"role": "Bewoner, Vrijwilliger of sleutelfiguur;Overheid", "invited_by": "Piet Kwist"},
            Record(roles=("Bewoner", "Vrijwilliger of sleutelfiguur", "Overheid"), invited_by="Piet Kwist"),
        ),
    ],
)
def test_a_row(said: dict[str, str], read: Record) -> None:
    assert record(**said) == read


def test_columns_of_one_kind_are_joined() -> None:
    read = reader_of(Columns({"given": (0, 2), "phone": (1, 3), "family": (9,)}))
    assert read(["Jan", "0612345678", "Piet", 662282530.0]) == Record(
        given="Jan Piet", phones=("0612345678;662282530",)
    )


def test_a_birth_name_beside_a_married_one() -> None:
    read = reader_of(Columns({"family": (0, 1)}))
    assert read(["Kwast", "Bolk"]).family == "Kwast-Bolk"
    assert read(["Kwast", "Kwast"]).family == "Kwast"


def test_an_american_date() -> None:
    read = reader_of(Columns({"birth": (0,)}, month_first=True))
    assert read(["03/04/1961"]) == Record(birth="1961-03-04")


def test_who_is_who() -> None:
    columns = Columns({"name": (0,), "email": (1,), "phone": (2,)})
    who = gather(
        [
            ["Fatma Özbirgül", "fatma@post.test", "0612345678"],
            ["", "", ""],
            ["", "", "", "alleen een opmerking"],
            ["Fatma Ozbirgul", "fatma@post.test", "+31 6 12345678"],
            ["Kees Kwadraat", "kees@post.test", "0687654321"],
        ],
        columns,
    )
    assert list(who.person_of) == [1, 0, 3, 1, 5]
    assert (who.people, who.width) == (3, 4)
    assert list(who.row_of) == [1, 4, 5]


def test_a_list_of_addresses() -> None:
    """Where nobody has a name, an e-mail address is a person; a telephone may be a household's."""
    told = [["f@post.test", ""], ["f@post.test", ""], ["", "0612345679"], ["", "0612345679"]]
    columns = Columns({"email": (0,), "phone": (1,), "name": (2,)})
    assert list(gather(told, columns).person_of) == [1, 1, 3, 4]
    assert list(gather([*told, ["", "", "Jan Bos"]], columns).person_of) == [1, 2, 3, 4, 5]


def test_nobody() -> None:
    who = gather([], Columns({"name": (0,)}))
    assert (list(who.person_of), who.people, who.width) == ([], 0, 0)


@given(some.lists(some.lists(some.text(max_size=12), max_size=5), max_size=6))
def test_any_rows_have_a_person_each(rows: list[list[str]]) -> None:
    columns = Columns({kind: (place % 5,) for place, kind in enumerate(KINDS)})
    who = gather(rows, columns)
    assert len(who.person_of) == len(rows)
    for row, person in enumerate(who.person_of, 1):
        assert person == 0 or (1 <= person <= row and who.person_of[person - 1] == person)
