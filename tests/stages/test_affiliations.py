"""A name beside an organisation."""

import pytest

from pipeline.model.findings import Where
from pipeline.stages.affiliations import Affiliations
from pipeline.stages.people import Claim, Participant

KNOWN = {
    "A": "MEE Zuid-Holland",
    "B": "Stichting Sewa",
    "C": "sewa",
    "D": "geen",
    "E": "Sewa Oost",
    "F": None,
    "G": "Op Zuid",
}
AFFILIATIONS = Affiliations(
    Participant(code, code, claims=(Claim(code, Where("signup", 2, "name"), organisation=organisation),))
    for code, organisation in KNOWN.items()
)


@pytest.mark.parametrize(
    ("written", "name", "codes", "whole"),
    [
        ("Bregje van MEE", "Bregje", "A", False),
        ("bregje bij mee zuid holland", "bregje", "A", True),
        ("Bregje (MEE Zuid-Holland)", "Bregje", "A", True),
        ("Bregje, Sewa", "Bregje", "BC", True),
        ("Bregje - Stichting Sewa", "Bregje", "BC", True),
        ("Bregje van de Sewa Oost", "Bregje", "E", True),
        ("Bregje / MEE Zuid", "Bregje", "A", False),
    ],
)
def test_whose_organisation_it_is(written: str, name: str, codes: str, *, whole: bool) -> None:
    assert AFFILIATIONS.read(written) == (name, {*codes}, whole)


@pytest.mark.parametrize(
    "written",
    [
        "Bregje",
        "MEE",
        "Bregje MEE",
        "Bregje van Zuid",
        "Bregje van Op",
        "Bregje, geen",
        "Bregje, -",
        f"B{'e' * 200}, Sewa",
    ],
)
def test_no_organisation_that_is_known(written: str) -> None:
    assert AFFILIATIONS.read(written) is None
