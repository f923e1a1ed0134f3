"""Addresses at Google, whatever they are: what is written is what is read."""

from pathlib import Path
from string import ascii_letters, digits

from hypothesis import given
from hypothesis import strategies as st

from pipeline.app.places import SpreadsheetAt, form_id, named_place, spreadsheet_id
from pipeline.edges.google.notation import column_letters, quoted

IDS = st.text(ascii_letters + digits + "-_", min_size=20, max_size=60)
TAILS = st.sampled_from(["", "/", "/edit", "/edit#gid=0", "/edit?gid=5#gid=5", "/edit?usp=sharing", "/view"])
USERS = st.sampled_from(["", "u/0/", "u/12/"])


@given(IDS, USERS, TAILS)
def test_the_id_of_a_spreadsheet_is_found_in_any_address(found: str, user: str, tail: str) -> None:
    address = f"https://docs.google.com/spreadsheets/{user}d/{found}{tail}"
    assert spreadsheet_id(address) == spreadsheet_id(found) == spreadsheet_id(f" {found}\n") == found
    assert form_id(address) is None


@given(IDS, USERS, TAILS)
def test_the_id_of_a_form_is_found_in_any_address(found: str, user: str, tail: str) -> None:
    assert form_id(f"https://docs.google.com/forms/{user}d/{found}{tail}") == found
    assert form_id(f"https://docs.google.com/forms/d/e/{found}/viewform") is None


@given(st.text())
def test_any_text_is_an_address_or_not(text: str) -> None:
    found = spreadsheet_id(text)
    assert found is None or found in text


@given(IDS, TAILS)
def test_an_address_is_known_in_the_place_of_a_file(found: str, tail: str) -> None:
    assert named_place(Path(f"https://docs.google.com/spreadsheets/d/{found}{tail}")) == SpreadsheetAt(found)


@given(st.integers(min_value=1, max_value=18_278))
def test_the_letters_of_a_column_tell_its_number(column: int) -> None:
    number = 0
    for letter in column_letters(column):
        number = number * 26 + ord(letter) - ord("A") + 1
    assert number == column


@given(st.text(min_size=1))
def test_a_title_survives_its_quotes(title: str) -> None:
    written = quoted(title)
    assert written[0] == written[-1] == "'"
    assert written[1:-1].replace("''", "'") == title
