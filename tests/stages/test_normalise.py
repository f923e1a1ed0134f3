"""One form for telephones, addresses, postcodes, tables and text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.normalise import (
    email_key,
    fold,
    phone_key,
    plain_signs,
    postcode_key,
    repair,
    table_key,
)  # fmt: skip


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
        "\u0660\u0666-\u0661\u0662\u0663\u0664\u0665\u0667\u0668\u0669",
        "\u06f0\u06f6\u06f1\u06f2\u06f3\u06f4\u06f5\u06f7\u06f8\u06f9",
        "\u0966\u096c \u0967\u0968\u0969\u096a\u096b\u096d\u096e\u096f",
        "\uff10\uff16\uff0d\uff11\uff12\uff13\uff14\uff15\uff17\uff18\uff19",
        "\u202a+31 6 1234\u200b5789\u202c",
    ],
)
def test_a_dutch_number_has_one_form(text: str) -> None:
    assert phone_key(text) == "+31612345789"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("070-3123456", "+31703123456"),
        ("+48 601 234 567", "+48601234567"),
        ("\u202a+48 601 234 567", "+48601234567"),
        ("\uff0b48 601 234 567", "+48601234567"),
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


@given(st.text(alphabet="a0.@\u0660\u06f5\u096c\uff10\uff20\u3002\u200f\u3000\uff8a\u00b2\ufdfa\u4e2d"))
def test_plain_signs_stand_where_the_others_stood(text: str) -> None:
    plain = plain_signs(text)
    assert len(plain) == len(text)
    assert all(a == b or not b.isascii() for a, b in zip(plain, text, strict=True))
    assert plain_signs(plain) == plain


def test_a_number_with_very_many_spaces_is_read_at_once() -> None:
    assert phone_key(f"0612345789{' ' * 100_000}") == phone_key(f"0612345789{' ' * 100_000}na 18 u")


def test_wide_signs_are_the_usual_ones() -> None:
    assert plain_signs("a\uff20b\u3002nl \uff61 \u30ab\u3000\u200f\u200b") == "a@b.nl . \u30ab \u200b\u200b"


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
        ("noor(at)voorbeeld.nl", "noor@voorbeeld.nl"),
        ("n.oor [AT] post.voorbeeld [dot] nl", "n.oor@post.voorbeeld.nl"),
        ("noor at voorbeeld punt nl", "noor@voorbeeld.nl"),
        ("n punt oor apenstaartje voorbeeld punt nl", "n.oor@voorbeeld.nl"),
        ("noor@voorbeeld (punt) nl", "noor@voorbeeld.nl"),
        ("\uff4e\uff4f\uff4f\uff52\uff20\uff56.\uff4e\uff4c", "noor@v.nl"),
        ("noor at home", None),
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
