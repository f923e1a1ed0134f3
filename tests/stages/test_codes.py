"""Codes: made so that no slip goes unseen, read however they were typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.codes import (
    ALPHABET,
    CAPACITY,
    DIGITS,
    ReadCode,
    Sentence,
    code_at,
    near_codes,
    read_code,
    read_sentence,
)

positions = st.integers(min_value=0, max_value=CAPACITY - 1)
quick = settings(max_examples=100, deadline=None)


@quick
@given(positions, st.text(max_size=8))
def test_a_code_has_five_clear_signs_and_a_digit_and_is_read_back(position: int, seed: str) -> None:
    code = code_at(position, seed)
    assert len(code) == 5
    assert set(code) <= set(ALPHABET)
    assert set(code) & set(DIGITS)
    assert read_code(code) == ReadCode(code, invitation=False)


def test_the_alphabet_has_no_vowels_and_no_look_alikes() -> None:
    assert not set(ALPHABET) & set("AEIOUY01BGILSUZ")


def test_a_sequence_repeats_no_code_until_it_is_used_up() -> None:
    assert len({code_at(position, "moerwijk") for position in range(CAPACITY)}) == CAPACITY
    assert code_at(CAPACITY, "moerwijk") == code_at(0, "moerwijk")


def test_another_seed_gives_another_sequence() -> None:
    assert [code_at(n, "a") for n in range(5)] != [code_at(n, "b") for n in range(5)]


@quick
@given(positions, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_never_another_code(position: int, place: int, sign: str) -> None:
    code = code_at(position, "x")
    wrong = code[:place] + sign + code[place + 1 :]
    assert wrong == code or read_code(wrong) is None


@quick
@given(positions, st.integers(0, 3))
def test_two_swapped_signs_are_never_another_code(position: int, place: int) -> None:
    code = code_at(position, "x")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or read_code(swapped) is None


CODE = next(code for code in (code_at(n, "s") for n in range(500)) if {"Q", "7", "2"} <= set(code))


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        f"  {CODE} ",
        " ".join(CODE),
        f"{CODE[:2]}-{CODE[2:]}",
        CODE.replace("Q", "O"),
        CODE.replace("Q", "0"),
        CODE.replace("7", "1"),
        CODE.replace("2", "Z"),
        f"code {CODE}",
        f"Mijn code is {CODE}",
        f"naamkaartje: {CODE}",
        f"{CODE}.",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert read_code(typed) == ReadCode(CODE, invitation=False)


@pytest.mark.parametrize("typed", [f"U-{CODE}", f"u {CODE.lower()}", f"U{CODE}", f"U–{CODE}"])
def test_the_u_of_an_invitation_is_seen(typed: str) -> None:
    assert read_code(typed) == ReadCode(CODE, invitation=True)


@pytest.mark.parametrize(
    "text", ["", "Fatma", "Jan 2", "Tafel", "2531 AB", "-", f"{CODE}X", f"X{CODE}", "7É2AB"]
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) is None


@quick
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzëïüç -'", max_size=20))
def test_a_name_is_never_a_code(name: str) -> None:
    assert read_code(name) is None


@quick
@given(positions, st.integers(0, 4), st.sampled_from(ALPHABET), st.integers(0, 3))
def test_one_wrong_sign_and_two_swapped_ones_are_near(
    position: int, place: int, sign: str, first: int
) -> None:
    code, other = code_at(position, "x"), code_at(position + 1, "x")
    wrong = code[:place] + sign + code[place + 1 :]
    swapped = code[:first] + code[first + 1] + code[first] + code[first + 2 :]
    for typed in {wrong, swapped} - {code}:
        assert code in near_codes(typed, (other, code))
    assert near_codes(code, (code,)) == ()
    assert near_codes("", (code,)) == ()


def test_two_wrong_signs_are_not_near() -> None:
    assert near_codes("99" + CODE[2:], ("88" + CODE[2:],)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Truus Kok", Sentence((), (), "Truus Kok")),
        (f"Truus ({CODE.lower()})", Sentence((ReadCode(CODE, invitation=False),), (), "Truus")),
        (f"kaart U-{CODE}.", Sentence((ReadCode(CODE, invitation=True),), (), "kaart")),
        ("Truus 7KQ4X van nr 12", Sentence((), ("7KQ4X",), "Truus van nr 12")),
        ("2531 AB", Sentence((), (), "2531 AB")),
    ],
)
def test_codes_in_a_sentence(text: str, found: Sentence) -> None:
    assert read_sentence(text) == found
