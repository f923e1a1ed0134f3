"""One form for telephones, addresses, postcodes, tables and text."""

import pytest

from pipeline.stages.normalise import email_key, fold, phone_key, postcode_key, repair, table_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Zoë   Groenewoud ", "zoe groenewoud"),
        ("Gülşah ÇELEBİ", "gulsah celebi"),
        ("Łucja", "lucja"),
        ("Jose\u0301", "jose"),
        ("GÃ¼lÅŸah", "gulsah"),
        ("plain", "plain"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("RenÃ©e", "Renée"),
        ("Ä°lknur", "İlknur"),
        ("Ãngel Ä\u0080", "Ãngel Ä\u0080"),
        ("Renée", "Renée"),
        ("\u00c4\u0081nna", "\u0101nna"),
    ],
)
def test_repair_undoes_mojibake_only(text: str, repaired: str) -> None:
    assert repair(text) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "0612345789",
        "612345789.0",
        "06-12345789",
        "06 12 34 57 89",
        "+31 6 12345789",
        "+31(0)612345789",
        "0031612345789",
        "612345789",
        "31612345789",
        "+310612345789",
        "(06) 123 457 89",
    ],
)
def test_a_dutch_number_has_one_form(text: str) -> None:
    assert phone_key(text) == "+31612345789"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("070-3123456", "+31703123456"),
        ("+48 601 234 567", "+48601234567"),
        ("0090 532 123 45 67", "+905321234567"),
        ("0621435321 (na 18 u)", "+31621435321"),
        ("06-21435321 van mijn dochter, 2e", "+31621435321"),
        ("tel. 0621435321", "+31621435321"),
        ("geen", None),
        ("0000000000", None),
        ("01 1111-1111", None),
        ("12", None),
        ("", None),
        ("06123457890612345789", None),
    ],
)
def test_other_numbers(text: str, key: str | None) -> None:
    assert phone_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (" Noor@Voorbeeld.NL ", "noor@voorbeeld.nl"),
        ("noor+buurt@voorbeeld.nl", "noor@voorbeeld.nl"),
        ("n.oor@gmail.con", "noor@gmail.com"),
        ("noor@googlemail.com", "noor@gmail.com"),
        ("mailto:noor@hotnail.com", "noor@hotmail.com"),
        ("noor @ voorbeeld.nl.", "noor@voorbeeld.nl"),
        ("n.oor@voorbeeld.nl", "n.oor@voorbeeld.nl"),
        ("geen@geen.nl", None),
        ("+tag@gmail.com", None),
        ("geen", None),
        ("a@b", None),
    ],
)
def test_email(text: str, key: str | None) -> None:
    assert email_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2531 AB", "2531ab"),
        ("2531ab", "2531ab"),
        ("2531", "2531"),
        ("2531-AB", "2531ab"),
        ("B-2000", None),
        ("", None),
    ],
)
def test_postcode(text: str, key: str | None) -> None:
    assert postcode_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("8", "8"),
        ("8.0", "8"),
        ("08", "8"),
        ("Tafel acht", "8"),
        ("tafel 8", "8"),
        ("Tafel: 8", "8"),
        ("T8", "8"),
        ("tafel8", "8"),
        ("table eight", "8"),
        ("de achtste tafel", "8"),
        ("nr. 8", "8"),
        ("groep twaalf", "12"),
        ("Tafel 0", ""),
        ("bij het raam", "bij het raam"),
        ("", ""),
        ("-", ""),
        ("tafel", ""),
    ],
)
def test_table(text: str, key: str) -> None:
    assert table_key(text) == key
