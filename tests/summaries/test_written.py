"""Texts in a list that somebody opens in a spreadsheet program."""

import pytest

from pipeline.summaries.written import harmless


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+31+cmd|'x'!A1", "+ partner", "-A1", "\t=1", "\r=1",
    ],
)  # fmt: skip
def test_what_a_program_would_take_for_a_formula_is_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["+31 6 1234 5678", "+31 (0)6-12.34", "-5", "Fatma Yılmaz", "06-12345678", ""]
)
def test_a_number_and_a_name_stay(text: str) -> None:
    assert harmless(text) == text
