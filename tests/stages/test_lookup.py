"""Whom a name fits, and how well."""

import pytest

from pipeline.stages.lookup import FEW, MANY, Fit, Lookup
from pipeline.stages.names import read_name

CIRCLE = Lookup(
    (name, read_name(name))
    for name in (
        "Bregje Zandstra",
        "Elisabeth van der Kooij",
        "Karima Zohra El Yousfi",
        "J. Duin",
        "Otto Duin sr",
        "Zandbergen Tjalling",
        "Małgorzata Wilk",
        "Wojtek Wilk",
        "Bregje en Otto Horn",
        "mevr. Kim Post",
        "Geertruida Horn",
    )
)


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("bregje zandstra", {"Bregje Zandstra": Fit.FULL}),
        ("Zandstra Bregje", {"Bregje Zandstra": Fit.FULL}),
        ("Tjalling Zandbergen", {"Zandbergen Tjalling": Fit.FULL}),
        ("Zandbergen, Tjalling", {"Zandbergen Tjalling": Fit.FULL}),
        ("Bep van der Kooij", {"Elisabeth van der Kooij": Fit.SPELLED}),
        ("Bregje Zandsrta", {"Bregje Zandstra": Fit.NEAR}),
        ("Brgeje Zandstra", {"Bregje Zandstra": Fit.NEAR}),
        ("Bregje andstra", {"Bregje Zandstra": Fit.NEAR}),
        ("Brgeje Zandsta", {"Bregje Zandstra": Fit.PERHAPS}),
        ("Brgeje Zndstra", {"Bregje Zandstra": Fit.PERHAPS}),
        ("Bregje Z", {"Bregje Zandstra": Fit.PART}),
        ("Jannigje D.", {"J. Duin": Fit.PERHAPS}),
        ("Jannigje K.", {}),
        ("B. Zandstra", {"Bregje Zandstra": Fit.WEAK}),
        ("Johan Duin", {"J. Duin": Fit.WEAK}),
        ("Zohra El Yousfi", {"Karima Zohra El Yousfi": Fit.PERHAPS}),
        ("Xohra El Yousfi", {}),
        ("Otto Duin", {"Otto Duin sr": Fit.WEAK}),
        ("Bep", {"Elisabeth van der Kooij": Fit.AKIN}),
        ("Gosia", {"Małgorzata Wilk": Fit.CALLED}),
        ("Wojciech", {"Wojtek Wilk": Fit.AKIN}),
        ("Truus", {"Geertruida Horn": Fit.AKIN}),
        ("Kareema", {"Karima Zohra El Yousfi": Fit.CALLED}),
        ("mevrouw Bregje", {"Bregje Zandstra": Fit.PART, "Bregje en Otto Horn": Fit.PERHAPS}),
        ("mevrouw van Bregje", {}),
        ("dhr. Kim Post", {"mevr. Kim Post": Fit.PERHAPS}),
        ("dhr. Karima", {}),
        ("Karimazohra", {"Karima Zohra El Yousfi": Fit.PART}),
        ("Yousfi", {"Karima Zohra El Yousfi": Fit.PERHAPS}),
        ("Kooij", {"Elisabeth van der Kooij": Fit.PERHAPS}),
        ("mevr. Kooij", {"Elisabeth van der Kooij": Fit.PART}),
        ("dhr. van der Kooij", {}),
        ("mevr. Duin", {"J. Duin": Fit.PERHAPS}),
        ("partner Bregje Zandstra", {"Bregje Zandstra": Fit.PERHAPS}),
        ("partner van Bregje Zandstra", {}),
        ("كريمة", {"Karima Zohra El Yousfi": Fit.PERHAPS}),
        ("كريمة اليوسفي", {"Karima Zohra El Yousfi": Fit.WEAK}),
        ("أوتو", {}),
        ("Bregje Z.", {"Bregje Zandstra": Fit.PART}),
        ("fam. Duin", {"J. Duin": Fit.PART, "Otto Duin sr": Fit.PART}),
        ("Bregje Zandsmta", {"Bregje Zandstra": Fit.PERHAPS}),
        ("Bregje Kooij", {}),
        ("Wim Zandstra", {}),
        ("", {}),
    ],
)
def test_fits(written: str, fits: dict[str, Fit]) -> None:
    assert CIRCLE.fits(read_name(written)) == fits


def test_half_a_name_goes_before_what_only_may_be() -> None:
    lookup = Lookup((name, read_name(name)) for name in ("San Lee", "S. L."))
    assert lookup.fits(read_name("San L.")) == {"San Lee": Fit.PART, "S. L.": Fit.PERHAPS}


def test_letters_that_many_share_fit_nobody() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"S. Lee{one}{other}" for one in letters for other in letters][: FEW + 1]
    assert len(Lookup((name, read_name(name)) for name in names[:FEW]).fits(read_name("San L."))) == FEW
    assert Lookup((name, read_name(name)) for name in names).fits(read_name("San L.")) == {}


def test_of_several_names_the_best_counts() -> None:
    lookup = Lookup([("x", read_name("Bregje Zandsrta")), ("x", read_name("Bregje Zandstra"))])
    assert lookup.fits(read_name("Bregje Zandstra")) == {"x": Fit.FULL}
    assert lookup.fits(read_name("Bregje")) == {"x": Fit.PART}


def test_half_a_name_that_very_many_share_fits_nobody() -> None:
    lookup = Lookup(
        (str(number), read_name(f"Bep Duin{chr(97 + number % 26)}")) for number in range(MANY + 1)
    )
    assert lookup.fits(read_name("Bep")) == {}


def test_a_name_in_a_script_without_vowels_is_found_by_one_with_them() -> None:
    lookup = Lookup([("x", read_name("خديجة بنعلي"))])
    assert lookup.fits(read_name("Khadija")) == {"x": Fit.PERHAPS}
    assert lookup.fits(read_name("Fatma")) == {}


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("C. Jansen", ("Charlotte Jansen", "Toos Jansen")),
        ("K. Bakker", ("Khalid Bakker", "Kees Bakker")),
        ("P. Smit", ("Philip Smit", "Priya Smit")),
        ("Chelsea Smit", ("C. Smit", "Ch. Smit")),
    ],
)
def test_an_initial_is_the_one_that_is_written_and_the_one_that_is_heard(
    written: str, people: tuple[str, str]
) -> None:
    lookup = Lookup((name, read_name(name)) for name in people)
    assert lookup.fits(read_name(written)) == dict.fromkeys(people, Fit.WEAK)
