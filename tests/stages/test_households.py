"""Who lives with whom."""

from pipeline.stages.households import Households
from pipeline.stages.people import Participant

PEOPLE = {
    code: Participant(code, name, phone=phone, email=email, postcode=postcode)
    for code, name, phone, email, postcode in [
        ("A", "Otto van Duin", "06-11224455", "duin@example.nl", "2531 AB"),
        ("B", "Bep van Duin", "+31 6 11 22 44 55", None, None),
        ("C", "Tjalling Wit", None, "Duin@Example.nl", None),
        ("D", "Bregje Duin", None, None, "2531AB"),
        ("E", "Karima El Yousfi", "geen", "-", "2531 AB"),
        ("F", "Nadia van Duin", "geen", "-", "2531"),
    ]
}


def test_a_telephone_an_address_and_a_name_with_a_postcode_are_shared() -> None:
    known = Households(PEOPLE)
    assert {code: "".join(sorted(known.of(code))) for code in PEOPLE} == {
        "A": "ABCD", "B": "AB", "C": "AC", "D": "AD", "E": "E", "F": "F",
    }  # fmt: skip
