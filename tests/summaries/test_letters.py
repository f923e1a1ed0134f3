"""Letters as large as fit, and never smaller than can be read in a full room."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.pack import Lettered
from pipeline.summaries.letters import ELLIPSIS, LEADING, POINT, SMALLEST, lettered, width_of


def test_as_large_as_fits() -> None:
    assert lettered("Bep", 78, 27, 34) == Lettered("Bep", 34)
    assert lettered("Maximiliaan van der Zwaluwenberg", 78, 27, 34) == Lettered(
        "Maximiliaan van der Zwaluwenberg", 22
    )
    assert lettered("Maximiliaan van der Zwaluwenberg", 78, 27, 34, bold=True).points == 20
    assert lettered("Verjaardagsdoos", 112, 104, 40).points == 36
    assert lettered("", 78, 27, 34) == Lettered("", 34)


def test_a_long_word_is_broken_and_a_line_end_is_kept() -> None:
    assert lettered("a" * 200, 78, 27, 34).text.endswith(ELLIPSIS)
    assert lettered("a\nb\nc\nd", 78, 27, 34).points < 34


def test_the_end_goes_where_nothing_fits() -> None:
    short = lettered("woord " * 500, 78, 27, 34)
    assert (short.points, short.text[-1]) == (SMALLEST, ELLIPSIS)
    assert lettered("woord " * 500, 1, 1, 34) == Lettered(ELLIPSIS, SMALLEST)


@given(st.text(max_size=400), st.integers(20, 300), st.integers(8, 100), st.integers(SMALLEST, 60))
def test_it_always_fits(text: str, width: int, height: int, largest: int) -> None:
    found = lettered(text, width, height, largest)
    em = found.points * POINT
    lines = int(height / (em * LEADING))
    assert SMALLEST <= found.points <= largest
    assert text.startswith(found.text.removesuffix(ELLIPSIS).rstrip()) or found.text == text
    assert width_of(" ".join(found.text.split())) <= max(1, lines) * width / em + width_of(ELLIPSIS)
