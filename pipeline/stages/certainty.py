"""From which bits two rows are one person without asking, by what both say."""

from functools import lru_cache
from typing import Final

from pipeline.stages.learnt import ALWAYS_ASKED

CERTAIN: Final = 4.0
"""Bits from which two are one person without asking: less than one in seventeen such pairs is not."""

CERTAIN_WITH_BIRTH: Final = 2.0
"""The same where dates of birth agree, and first names do not contradict: these tell namesakes apart."""

CERTAIN_BY_LITTLE: Final = 7.0
"""The same where little is all that both say: less than one in a hundred such pairs is not one person.

A whole name, and that only in a long list: in a short one nobody can tell how rare a name is. Or a first name
and a telephone, of two family names: a wife of two names, or two whose telephone is a volunteer's.
"""

CERTAIN_BY_ADDRESS: Final = 1.0
"""The same of two rows that say no more than one e-mail address, in a list of these."""

OWN: Final = frozenset({"same_phone", "same_email"})
"""What makes the very same row twice one person, whatever the name leaves open."""

_BORN_ALIKE: Final = frozenset({"same_birth", "slip_in_birth", "near_birth"})

AGAINST: Final = frozenset({
    "different_phone", "different_email", "like_email", "different_postcode", "next_postcode", "far_birth",
    "different_birth", "other_birth_year", "different_identifier", "different_address", "other_house",
    "different_city", "different_role",
})  # fmt: skip
"""What two people of one rare name say."""

PARTING: Final = "invited_by_the_other"
"""What makes two rows two people's, unless somebody says otherwise: one names the other as who invited."""

OTHER_CONTACT: Final = frozenset({"different_phone", "different_email"})
_NEVER: Final = frozenset({"doubtful_name", "other_name_in_email", "of_one_family", "generations", PARTING})
"""What is always asked, whatever agrees besides, but the very same row."""

NUMBERED: Final = frozenset({"same_identifier", "near_identifier"})
OF_ONE: Final = _BORN_ALIKE | NUMBERED | {"far_birth"}
"""What a person has and no household shares."""

SOLID: Final = OF_ONE | {"same_phone", "near_phone", "same_email", "near_email", "same_address"}
"""What tells whose name it is, or half of one."""

_NAMELESS: Final = frozenset({"no_first_name", "no_surname"})

_COLLEAGUES: Final = frozenset({"different_surname", "same_organisation"})
"""What two of one first name say who share the telephone on their desk."""

_HALF: Final = frozenset({"short_first_name", "initial_of_surname", "different_surname", *_NAMELESS})
"""What makes that no whole name agrees."""

_BESIDE_HALF: Final = OF_ONE | {"same_phone", "same_email", "near_email", "same_address", "same_postcode"}
_BESIDE_A_NAME: Final = SOLID | {"same_postcode", "near_postcode", "same_organisation"}
"""What may make certain beside half a name, and beside a whole one."""

_AREA: Final = frozenset({"same_postcode", "near_postcode"})
"""What neighbours share, too: of it no more counts than the house where both tell theirs."""


@lru_cache(maxsize=1 << 12)
def enough(reasons: tuple[str, ...], *, same_row: bool, by_name: bool, by_address: bool = False) -> float:
    """The bits from which nobody need be asked.

    Neither half a name, nor another family name, nor a contact is enough with nothing beside it; a whole name
    is where `by_name`, and nothing speaks against it. `by_address` = no more is said than an
    e-mail address, and nobody in the list has a name.
    """
    said = frozenset(reasons)
    if same_row and said >= _NAMELESS:
        return CERTAIN_BY_ADDRESS if by_address else ALWAYS_ASKED
    if same_row and not OWN.isdisjoint(said):
        return CERTAIN if _BORN_ALIKE.isdisjoint(said) else CERTAIN_WITH_BIRTH
    beside = _telling_beside(said)
    if _never(said) or (said.isdisjoint(beside) and not (by_name and said.isdisjoint(AGAINST))):
        return ALWAYS_ASKED
    if said.isdisjoint(beside) or ("different_surname" in said and said & beside == {"same_phone"}):
        return CERTAIN_BY_LITTLE
    twins = _BORN_ALIKE.isdisjoint(said) or "other_first_name" in said
    return CERTAIN if twins else CERTAIN_WITH_BIRTH


def _never(said: frozenset[str]) -> bool:
    """Whether this is always asked, whatever agrees besides."""
    return (
        not said.isdisjoint(_NEVER)
        or (not said.isdisjoint(_NAMELESS) and said.isdisjoint(SOLID))
        or ("no_first_name" in said and said.isdisjoint(OF_ONE | {"same_email"}))
    )


def _telling_beside(said: frozenset[str]) -> frozenset[str]:
    """What makes certain beside names that agree so well."""
    if said >= _NAMELESS or "far_first_name" in said:
        return OF_ONE
    if said >= _COLLEAGUES:
        return OF_ONE | {"same_email"}
    beside = _BESIDE_A_NAME if said.isdisjoint(_HALF) else _BESIDE_HALF
    return beside - _AREA if "other_house" in said else beside
