import pytest

from pipeline.stages.sketches import likeness, sketch


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        ("fatma yilmaz", "fatma yilmaz", 1.0, 1.0),
        ("", "", 1.0, 1.0),
        ("", "fatma", 0.0, 0.0),
        ("jan de boer", "boer de jan", 1.0, 1.0),
        ("bijeenkomst 3 jan de boer", "bijeenkomst 3 jan de boor", 0.7, 0.9),
        ("een idee over soep", "fietsen maken bij de kerk", 0.0, 0.2),
    ],
)
def test_how_alike_texts_are(first: str, second: str, least: float, most: float) -> None:
    assert least <= likeness(sketch(first), sketch(second)) <= most


def test_a_sketch_stays_small_and_tells_a_long_text_from_its_edit() -> None:
    text = " ".join(f"woord{number}" for number in range(600))
    assert len(sketch(text)) == 128
    assert likeness(sketch(text), sketch(text.replace("woord7 ", "iets "))) > 0.9
