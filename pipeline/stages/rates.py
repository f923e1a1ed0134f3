"""How often the rows of one person agree, and those of two: the error rates that everything is weighed by."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Rates(NamedTuple):
    """How often two rows agree in one way: two of one person, of one household, of strangers.

    `strangers` None = as often as the value is common.
    """

    person: float
    home: float
    strangers: float | None = None


AGREE: Final[tuple[Mapping[str, Rates], ...]] = (
    {
        "same_first_name": Rates(0.76, 0.03),
        "spelled_first_name": Rates(0.05, 0.004),
        "called_first_name": Rates(0.05, 0.02),
        "slip_in_first_name": Rates(0.05, 0.005),
        "short_first_name": Rates(0.08, 0.016, 0.012),
        "far_first_name": Rates(0.01, 0.03, 0.01),
        "other_first_name": Rates(0.03, 0.95, 0.95),
    },
    {
        "same_surname": Rates(0.80, 0.6),
        "spelled_surname": Rates(0.06, 0.08),
        "slip_in_surname": Rates(0.06, 0.05),
        "initial_of_surname": Rates(0.02, 0.02, 0.003),
        "far_surname": Rates(0.01, 0.02, 0.01),
        "different_surname": Rates(0.05, 0.3, 0.95),
    },
    {
        "same_phone": Rates(0.91, 0.35),
        "near_phone": Rates(0.03, 0.004),
        "different_phone": Rates(0.06, 0.65, 1),
    },
    {
        "same_email": Rates(0.87, 0.12),
        "near_email": Rates(0.03, 0.01, 0.003),
        "like_email": Rates(0.015, 0.1, 0.05),
        "different_email": Rates(0.12, 0.87, 1),
    },
    {
        "same_postcode": Rates(0.87, 0.92),
        "near_postcode": Rates(0.02, 0.02),
        "next_postcode": Rates(0.02, 0.02, 0.06),
        "same_area": Rates(0.06, 0.03),
        "different_postcode": Rates(0.03, 0.04, 1),
    },
    {
        "same_birth": Rates(0.80, 0.01),
        "slip_in_birth": Rates(0.08, 0.0012),
        "near_birth": Rates(0.04, 0.005),
        "far_birth": Rates(0.04, 0.035, 0.035),
        "different_birth": Rates(0.04, 0.95, 0.95),
    },
    {"new_year_birth": Rates(0.80, 0.05)},
    {
        "same_birth_year": Rates(0.90, 0.08, 0.02),
        "next_birth_year": Rates(0.04, 0.12, 0.04),
        "other_birth_year": Rates(0.06, 0.80, 0.94),
    },
    {
        "same_identifier": Rates(0.90, 0.0005, 0.0000001),
        "near_identifier": Rates(0.06, 0.0005, 0.00005),
        "different_identifier": Rates(0.04, 1, 1),
    },
    {
        "same_address": Rates(0.80, 0.90),
        "same_street": Rates(0.07, 0.04),
        "other_house": Rates(0.02, 0.01),
        "different_address": Rates(0.11, 0.05, 1),
    },
    {
        "same_city": Rates(0.85, 0.95),
        "different_city": Rates(0.15, 0.05, 0.9),
    },
    {"same_organisation": Rates(0.60, 0.20)},
    {
        "same_role": Rates(0.93, 0.65),
        "different_role": Rates(0.07, 0.35, 0.5),
    },
    {"invited_by_the_other": Rates(0.01, 0.15, 0.1)},
    {"no_first_name": Rates(0.5, 1, 1)},
    {"no_surname": Rates(1, 1, 1)},
)
"""What is written about one person twice, in our judgement of forms filled in by hand: a thing after another.

Three in four first names are written alike, one in fourteen with a call name or another spelling, one in
twenty with a slip; some have only initials. One number in ten is another one or wrong, one e-mail address in
seven. Who signs up twice seldom takes part as something else, and hardly ever says to be invited by herself.
In a household one in three shares a telephone, one in eight an address; two of one first name or one initial
are rare. What the rows themselves show changes it: `learnt.py`.
"""

RATES: Final[Mapping[str, Rates]] = {reason: rates for ways in AGREE for reason, rates in ways.items()}
"""The same, whatever the thing."""

JUDGED: Final = 50.0
"""Our judgement of a thing weighs as much as so many pairs of one person that both say it."""

HOMES: Final = 0.4
BELIEF: Final = 20
"""So many rows are thought to have `HOMES` others of their household each, before any pair was seen."""

NAMESAKES: Final = 0.06
"""The share of those at home who bear one name, or two that are spelt nearly alike."""

FATHERS: Final = 3.0
"""Our judgement of it weighs as much as so many pairs of father and son."""

FORMS: Final = 2.0
"""A first name and its other spellings together are so many times as common."""

SLIPS: Final = (0.3, 0.0001)
"""Of strangers with the one name so many are written as the other; and so many by chance."""

NEAR_BY: Final = 0.95
"""The share of those with one postcode who have one street, and one city."""

HOUSE: Final = 0.05
"""The share of a street that has one house number."""
