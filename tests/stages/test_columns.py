"""Which column of a list of people says what."""
# ruff: noqa: E501 - a table is as wide as its columns

import pytest

from pipeline.stages.columns import Columns, has_header, is_sure_header, recognise
from pipeline.templates import load_words

WORDS = {key.removeprefix("columns."): words for key, words in load_words().items() if "columns." in key}

Told = dict[str, tuple[str, ...]]


def told(text: str, **named: tuple[int, ...]) -> Told:
    """What the columns of a Markdown table are taken for, by kind, as headers (or places without one)."""
    lines = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in text.strip().splitlines()]
    header, *rows = lines
    found = recognise(header, rows, WORDS, named)
    return {kind: tuple(header[place] or str(place) for place in places) for kind, places in found.of.items()}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            """
            | Tijdstempel         | Wat is uw naam? | E-mailadres   | Mobiel      | Postcode | Naam organisatie |
            | 2026-09-01 10:00:00 | Jan de Vries    | jan@post.test | 06 12345678 | 2531 AB  | Buurtkeuken      |
            """,
            {
                "name": ("Wat is uw naam?",), "email": ("E-mailadres",), "phone": ("Mobiel",),
                "postcode": ("Postcode",), "organisation": ("Naam organisatie",),
            },
        ),
        (
            """
            | Voornaam | Voorletters | Tussenvoegsel | Achternaam | Geboortedatum | Straatnaam | Huisnr. | Woonplaats |
            | Jan      | J.P.        | de            | Vries      | 29-3-1961     | Dorpsweg   | 12      | Den Haag   |
            """,
            {
                "given": ("Voornaam",), "initials": ("Voorletters",), "infix": ("Tussenvoegsel",),
                "family": ("Achternaam",), "street": ("Straatnaam",), "house_number": ("Huisnr.",),
                "city": ("Woonplaats",), "birth": ("Geboortedatum",),
            },
        ),
        (
            """
            | rec_id | given_name | surname | street_number | address_1 | suburb | postcode | state | date_of_birth | soc_sec_id |
            | r-1    | anna       | smith   | 12            | high st   | perth  | 6000     | wa    | 19610329      | 1234567    |
            """,
            {
                "given": ("given_name",), "family": ("surname",), "postcode": ("postcode",),
                "street": ("address_1",), "house_number": ("street_number",), "city": ("suburb",),
                "birth": ("date_of_birth",), "identifier": ("soc_sec_id",),
            },
        ),
        (
            """
            | fname_c1 | fname_c2 | lname_c1 | by   | bm | bd | ent_id |
            | Jan      | Piet     | Meier    | 1961 | 3  | 29 | 4      |
            """,
            {
                "given": ("fname_c1", "fname_c2"), "family": ("lname_c1",), "birth_year": ("by",),
                "birth_month": ("bm",), "birth_day": ("bd",),
            },
        ),
        (
            """
            | unique_id | firstName | lastName | DOB        | emailAddress | cluster |
            | 0         | Ann       | Lee      | 1961-03-29 | a@post.test  | 0       |
            """,
            {
                "given": ("firstName",), "family": ("lastName",), "email": ("emailAddress",), "birth": ("DOB",),
            },
        ),
        (
            """
            | Vorname | Name  | PLZ   | Ort    | Straße |
            | Jan     | Meier | 10115 | Berlin | Weg    |
            """,
            {
                "given": ("Vorname",), "family": ("Name",), "postcode": ("PLZ",), "street": ("Straße",),
                "city": ("Ort",),
            },
        ),
        ("| Nr | Naam | Via |\n| 1 | Jan | Piet |", {"name": ("Naam",)}),
        ("| Nr | Naam | Tel | Straat |\n| 1 | Jan | 0612345678 | Weg |", {"name": ("Naam",), "phone": ("Tel",), "street": ("Straat",)}),
        ("| Naam | Straat | Nr |\n| Jan | Weg | 7 |", {"name": ("Naam",), "street": ("Straat",), "house_number": ("Nr",)}),
        (
            "| unique_id | cluster | full_name | first_name | surname | dob | birth_place | postcode_fake | occupation |\n"
            "| Q1-1 | Q1 | ann lee | ann | lee | 1861-03-29 | hull | hu1 2ab | poet |",
            {
                "name": ("full_name",), "given": ("first_name",), "family": ("surname",),
                "postcode": ("postcode_fake",), "city": ("birth_place",), "birth": ("dob",),
            },
        ),
        ("| Nom |\n| Anna Petit |", {"name": ("Nom",)}),
        ("| Nombre |\n| Juan Perez |\n| Ana Diaz |", {"name": ("Nombre",)}),
        ("| Nombre |\n| Juan |\n| Ana |", {"given": ("Nombre",)}),
        ("| Voornaam | Naam |\n| Jan | Jan de Vries |", {"name": ("Naam",), "given": ("Voornaam",)}),
        (
            """
            | Naam | Wie heeft u uitgenodigd? (naam) | E-mail van uw moeder | Mag ik u mailen? | Telefoon |
            | Jan  | Piet                            | m@post.test          | ja               | weet ik niet |
            """,
            {
                "name": ("Naam",), "phone": ("Telefoon",), "invited_by": ("Wie heeft u uitgenodigd? (naam)",),
            },
        ),
        (
            """
            | Naam | Hoe doet u mee?       | Telefoon van wie u heeft uitgenodigd | Gevraagd door | Met wie komt u? |
            | Jan  | Bewoner, Professional | 0612345678                           | U-74L9D       | Piet            |
            """,
            {"name": ("Naam",), "role": ("Hoe doet u mee?",), "invited_by": ("Gevraagd door",)},
        ),
        (
            "| Naam | Uitgenodigd | Uitgenodigd door | Telefoon van wie u vroeg |\n| Jan | ja | Piet Kwist | 0612345678 |",
            {"name": ("Naam",), "invited_by": ("Uitgenodigd door",)},
        ),
        ("| Naam | Rol | Nummer uitnodiger |\n| Jan | 7 | 0612345678 |", {"name": ("Naam",)}),
        # a family name beside initials or a tussenvoegsel, also where it is called a name
        ("| Voorletters | Achternaam |\n| J. | Bos |", {"initials": ("Voorletters",), "family": ("Achternaam",)}),
        ("| Tussenv. | Achternaam |\n| de | Bos |", {"infix": ("Tussenv.",), "family": ("Achternaam",)}),
        (
            "| Naam | Voorletters |\n| van der Bos | J. |\n| Mol | A. |",
            {"initials": ("Voorletters",), "family": ("Naam",)},
        ),
        (
            "| Naam | Voorletters |\n| El Amrani | F. |\n| Ben Salah | H. |\n| Bakker Mol | A. |",
            {"initials": ("Voorletters",), "family": ("Naam",)},
        ),
        (
            "| Naam | Voorletters |\n| Jansen | J. |\n| Mol | M. |",
            {"initials": ("Voorletters",), "family": ("Naam",)},
        ),
        ("| Naam | Voorletters |\n| Jan de Bos | J. |\n| Anna Mol | A. |", {"name": ("Naam",)}),
        # forms of address and genders, but not other titles
        ("| Aanhef | Naam |\n| De heer | Jan |\n| Mevr. | Anna |", {"name": ("Naam",), "gender": ("Aanhef",)}),
        ("| M/V | Naam |\n| M | Jan |\n| v | Anna |\n| | Piet |", {"name": ("Naam",), "gender": ("M/V",)}),
        ("| Titel van uw idee | Naam |\n| Een heer kookt | Jan |", {"name": ("Naam",)}),
        ("| Titel | Naam |\n| Een heer kookt | Jan |", {"name": ("Naam",)}),
        ("| Titel | Naam |\n| Drs. | Jan |\n| Dr. | Anna |", {"name": ("Naam",)}),
        # an age where there is no date
        ("| Naam | Leeftijd |\n| Jan | 41 |", {"name": ("Naam",), "age": ("Leeftijd",)}),
        ("| Naam | Leeftijd hond |\n| Jan | 4 |", {"name": ("Naam",)}),
        ("| Naam | Hoe oud bent u? |\n| Jan | 44 jaar |", {"name": ("Naam",), "age": ("Hoe oud bent u?",)}),
        ("| Naam | Leeftijd | Geboortejaar |\n| Jan | 41 | 1985 |", {"name": ("Naam",), "birth_year": ("Geboortejaar",)}),
        # a house number with its addition, beside a postcode too; not what counts the rows
        (
            "| Naam | Postcode | Huisnr + toev | Toevoeging |\n| Jan | 2531AB | 12 | a |",
            {"name": ("Naam",), "postcode": ("Postcode",), "house_number": ("Huisnr + toev", "Toevoeging")},
        ),
        ("| Nr | Naam | Postcode |\n| 7 | Jan | 2531AB |", {"name": ("Naam",), "postcode": ("Postcode",)}),
        (
            "| Nr | Naam | Straat |\n| 1 | Jan | Weg |\n| 2 | Anna | Pad |\n| 3 | Piet | Laan |",
            {"name": ("Naam",), "street": ("Straat",)},
        ),
        (
            "| Huisnummer | Naam | Straat |\n| 1 | Jan | Weg |\n| 2 | Anna | Pad |\n| 3 | Piet | Laan |",
            {"name": ("Naam",), "street": ("Straat",), "house_number": ("Huisnummer",)},
        ),
        ("| Naam | Postcode | Toevoeging |\n| Jan | 2531AB | 2 |", {"name": ("Naam",), "postcode": ("Postcode",)}),
        (
            "| Naam | Straat | Huisnr | Plaats | Toevoeging |\n| Jan | Weg | 1 | Delft | a |",
            {"name": ("Naam",), "street": ("Straat",), "house_number": ("Huisnr",), "city": ("Plaats",)},
        ),
        ("| Nr | Adres | Naam |\n| 7 | Weg 1 | Jan |", {"name": ("Naam",), "street": ("Adres",)}),
        (
            "| Nr | Straat | Huisnr | Naam |\n| 7 | Weg | 1 | Jan |",
            {"name": ("Naam",), "street": ("Straat",), "house_number": ("Huisnr",)},
        ),
        ("| Name | Street | Number of guests |\n| Jan | Weg | 2 |", {"name": ("Name",), "street": ("Street",)}),
        (
            "| Naam | Straat | Huisnr | Toevoeging |\n| Jan | Weg | 1 | graag vegetarisch |",
            {"name": ("Naam",), "street": ("Straat",), "house_number": ("Huisnr",)},
        ),
        # address books: what tells about another column, parts of an address, an empty column beside a filled one
        (
            """
            | First Name | Phonetic First Name | E-mail 1 - Label | E-mail 1 - Value | Address 1 - Formatted | Address 1 - Street | Address 1 - City |
            | Jan        | Jan                 | Home             | jan@post.test    |                       | Weg 1              | Delft            |
            """,
            {
                "given": ("First Name",), "email": ("E-mail 1 - Value",), "street": ("Address 1 - Street",),
                "city": ("Address 1 - City",),
            },
        ),
        (
            "| Naam | Werkadres, straat | Werkadres, plaats | Telefoon assistent |\n| Jan | Weg 1 | Delft | 0701234567 |",
            {"name": ("Naam",), "street": ("Werkadres, straat",), "city": ("Werkadres, plaats",)},
        ),
        # a date that is none of birth, though days lie far apart
        ("| Naam | Datum |\n| Jan | 1961-03-29 |\n| Els | 1999-01-02 |", {"name": ("Naam",)}),
        ("| Naam | Partner, straat |\n| Jan | Weg |", {"name": ("Naam",)}),
        ("| Volledige naam, plaats |\n| Jan Bos, Dorp |", {"name": ("Volledige naam, plaats",)}),
        ("| E-mail (type over) |\n| jan@post.test |", {"email": ("E-mail (type over)",)}),
        # a calendar of birthdays tells no year
        ("| Naam | Verjaardag |\n| Jan | 2025-03-29 |\n| Els | 2025-01-02 |", {"name": ("Naam",)}),
        # a header that is belied by what stands there
        ("| Naam | mob |\n| Jan | 0612345678 |", {"name": ("Naam",), "phone": ("mob",)}),
        # no answers say nothing about a column
        (
            "| Naam | Telefoon |\n| Jan | 0612345678 |\n| Anna | n.v.t. |\n| Piet | - |\n| Els | geen |",
            {"name": ("Naam",), "phone": ("Telefoon",)},
        ),
        # the only ones that a list names
        ("| Naam kind | Mobiel ouder |\n| Tim Bos | 0612345678 |", {"name": ("Naam kind",)}),
        ("| Naam kind | Naam |\n| Tim Bos | Jan Bos |", {"name": ("Naam",)}),
        ("| Kind | Mail |\n| Tim Bos | jan@post.test |", {"name": ("Kind",), "email": ("Mail",)}),
        (
            "| Voornaam kind | Achternaam kind | Leeftijd kind |\n| Tim | Bos | 7 |",
            {"given": ("Voornaam kind",), "family": ("Achternaam kind",), "age": ("Leeftijd kind",)},
        ),
        ("| BSN | Huisarts |\n| 123 | Jan Bos |", {"identifier": ("BSN",)}),
        ("| Kinderen | Mail |\n| ja | jan@post.test |", {"email": ("Mail",)}),
        ("| Naam | Hele naam | Straat | Straat 2 |\n| A | B | C | D |", {"name": ("Naam",), "street": ("Straat",)}),
    ],
)  # fmt: skip
def test_by_header(table: str, expected: Told) -> None:
    assert told(table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            """
            | a            | b           | c       | d          | e              | f      |
            | Jan de Vries | 0612345678  | 2531 AB | 1961-03-29 | jan@post.test  | 1 kg   |
            | Fatma Kaya   | +3161234567 | 2532CD  | 1999-01-02 | f@post.test    | 12     |
            |              |             |         |            |                |        |
            """,
            {"name": ("a",), "email": ("e",), "phone": ("b",), "postcode": ("c",), "birth": ("d",)},
        ),
        (
            "| a | b | c |\n| Kwist | Jan | 7 |\n| Bos | Fatma | 8 |\n| Dam | Ahmed | 9 |",
            {"given": ("b",), "family": ("a",)},
        ),
        (
            "| a | b | c |\n| 7 | Jan | Kwist |\n| 8 | Fatma | Bos |\n| 9 | Ahmed | Dam |",
            {"given": ("b",), "family": ("c",)},
        ),
        (
            "| a | b | c |\n| Jan | van der | Kwist |\n| Fatma | | Bos |\n| Ahmed | de | Dam |",
            {"given": ("a",), "infix": ("b",), "family": ("c",)},
        ),
        ("| a | b |\n| Jan Kwist | v |\n| Fatma Bos | v |", {"name": ("a",)}),
        ("| a | b |\n| Jan | x |\n| Fatma | x |\n| Ahmed | x |\n| Piet | x |", {"given": ("a",)}),
        ("| a | b |\n| 2026-01-02 | rood |\n| 2026-01-03 | groen |", {}),
        ("| Naam | b |\n| Jan Kwist | Fatma Bos |", {"name": ("Naam",)}),
        ("| Postcode | b |\n| 2531 AB | 2531 AB |", {"postcode": ("Postcode",)}),
        ("| a | b |\n| jan@post.test | f@post.test |", {"email": ("a", "b")}),
    ],
)
def test_by_what_stands_there(table: str, expected: Told) -> None:
    assert told(table) == expected


def test_what_somebody_points_out_holds() -> None:
    table = "| Naam | Bijnaam | Mail |\n| Jan | De lange | geen |"
    assert told(table, name=(1,), email=(2,)) == {"name": ("Bijnaam",), "email": ("Mail",)}
    assert told(table) == {"name": ("Naam",), "email": ("Mail",)}


def test_a_column_left_out_says_nothing() -> None:
    columns = recognise(["Naam", "E-mail"], [["Jan", "a@post.test"]], WORDS, {}, frozenset({1}))
    assert columns == Columns({"name": (0,)})
    assert columns.tell_who
    assert not Columns({"postcode": (0,)}).tell_who


def test_american_dates() -> None:
    assert recognise(["Name", "DOB"], [["Ann", "03/29/1961"]], WORDS, {}).month_first


SOMEBODY = """
Jan de Vries / J. de Vries / Fatma Yılmaz
J. de Vries / Jan de Vries / Fatma Kaya
Vries, Jan de / Bakker, Piet
Bakker, J. / Jansen, P.
mevr. Bakker / Jan Jansen
fam. Jansen / Jan Bakker
Yılmaz Fatma / Jan Bakker
Xhevahire Berisha / Jan de Vries / Xhevahire Berisha
Jan van der Plaats / Fatma Kaya
Ad / Bep / Cor
Ad ; Bakker / Piet ; Jansen
Jan ; kantine / Fatma ; bibliotheek
Jan ; Stichting Mooi / Fatma ; Vereniging Groen
Jan ; Gemeente / Els ; Bibliotheek
Jan de Vries / Xhevahire Berisha
Jan de Vries
Jan de Vries ; jan@post.test
Jan de Vries ; 06 12345678
Xhevahire Berisha ; 1961-03-29
"""

HEADERS = """
Naam ; E-mail
Wat is uw naam? / Jan
Will you give your name / Jan / Els
Will you come? / Jan / Els
Wil je meedoen ; Naam / ja ; Jan / nee ; Els
Mark ; X / 1 ; 2
Ad ; Soyad / Mehmet ; Kaya
Ad Soyad / Mehmet Kaya
Persoon / Jan
Jméno / Jan de Vries / Fatma Kaya
Nama Lengkap / Jan de Vries / Fatma Kaya
Ime i prezime ; Mjesto / Jan Bos ; kantine / Els Bos ; kantine
Όνομα / Jan / Els
名前 / Jan / Els
 ; 2025
"""


def rows(line: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split(";")] for row in line.split("/")]


@pytest.mark.parametrize("line", SOMEBODY.strip("\n").splitlines())
def test_a_first_row_that_is_somebody(line: str) -> None:
    first, *below = rows(line)
    assert not has_header(first, below, WORDS)


@pytest.mark.parametrize("line", HEADERS.strip("\n").splitlines())
def test_a_first_row_that_names_columns_or_is_unlike_the_rows_below(line: str) -> None:
    first, *below = rows(line)
    assert has_header(first, below, WORDS)


def test_a_header_in_words_that_we_know() -> None:
    assert is_sure_header(["Xyz", "Wat is uw naam?"], WORDS)
    assert is_sure_header(["Soort", "Aantal"], WORDS)
    assert not is_sure_header(["Jméno", "Stichting Mooi"], WORDS)


@pytest.mark.parametrize(
    ("first", "headed"),
    [
        (["Naam", "Telefoon", "Door wie gevraagd"], True),  # Door is a first name, too
        (["Jan Bos", "vereniging", "gemeente"], False),
        (["Jan Bos", "telefoon", ""], False),
        (["Jan Bos", "telefoon", "e-mail"], False),
    ],
)
def test_two_headers_of_different_kinds_make_a_header(first: list[str], *, headed: bool) -> None:
    below = [["Piet Dam", "stichting", "stad"], ["Els Mol", "bedrijf", "dorp"]]
    assert has_header(first, below, WORDS) == headed
