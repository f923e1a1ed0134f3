"""What makes less of everything that agrees: two rows that may be two people's all the same."""

from collections.abc import Collection, Iterator
from typing import Final

from pipeline.stages.addressed import is_of_another
from pipeline.stages.callnames import exists
from pipeline.stages.certainty import NUMBERED, OF_ONE, OTHER_CONTACT, OWN
from pipeline.stages.compare import Agreement
from pipeline.stages.genders import gender_of
from pipeline.stages.nearness import is_dutch, is_mobile, years_between
from pipeline.stages.records import Traits, shared, years_of
from pipeline.stages.spelling import CONFLICT, WEAK

TURNED: Final = 1.5
"""Bits off when names agree only with one read the other way round."""

ADDRESSED: Final = 2.0
"""The same when the e-mail address beside an initial writes out another first name."""

SIBLINGS: Final = 9.0
"""The same of two first names that we know, in one house, whatever their dates of birth."""

_AT_HOME: Final = frozenset({"same_phone", "same_email", "same_address", "same_street"})
_GENERATION: Final = 15
"""So many years at least lie between a parent and a child."""

_SLIP: Final = frozenset({"slip_in_birth", "same_email"})
"""What shows that a date of another generation is no more than a slip: these seldom share an address."""


def doubts(
    one: Traits, other: Traits, names: Agreement, reasons: Collection[str]
) -> Iterator[tuple[str, float]]:
    """What makes less of everything that agrees, each with the bits it takes off."""
    if names.turned:
        yield "other_order", TURNED
    if (
        names.doubtful
        or _is_doubtful_order(names, reasons)
        or _are_two_men(names, reasons)
        or _share_an_initial(names, reasons)
        or _are_of_two_desks(one, other, reasons)
    ):
        yield "doubtful_name", 0.0
    siblings = _may_be_siblings(names)
    if (siblings or _are_generations(one, other, reasons)) and _are_at_home(one, other, reasons):
        yield "of_one_family" if siblings else "generations", SIBLINGS if names.conflict else 0.0
    if names.given is WEAK and is_of_another(one, other):
        yield "other_name_in_email", ADDRESSED


def _are_at_home(one: Traits, other: Traits, reasons: Collection[str]) -> bool:
    """Whether two may live in one house, and no number is one person's.

    A whole Dutch postcode is a street's, or a part of it.
    """
    if not NUMBERED.isdisjoint(reasons):
        return False
    return not _AT_HOME.isdisjoint(reasons) or any(map(is_dutch, shared(one.postcodes, other.postcodes)))


def _is_doubtful_order(names: Agreement, reasons: Collection[str]) -> bool:
    """Whether Haile Tesfay may be another than Tesfay Haile: no contact is theirs, or they have two."""
    return (
        names.turned and OWN.isdisjoint(reasons) and (names.swapped or not OTHER_CONTACT.isdisjoint(reasons))
    )


def _are_two_men(names: Agreement, reasons: Collection[str]) -> bool:
    """Whether a man has two family names, as hardly any has, and nothing of one person beside them."""
    return names.family is CONFLICT and "m" in map(gender_of, names.firsts) and OF_ONE.isdisjoint(reasons)


def _share_an_initial(names: Agreement, reasons: Collection[str]) -> bool:
    """Whether no more than an initial agrees of two names: J. Bos and J. Mol, whenever they were born."""
    return (
        names.family is CONFLICT
        and names.given is WEAK
        and min(map(len, names.firsts)) == 1
        and NUMBERED.isdisjoint(reasons)
    )


def _are_of_two_desks(one: Traits, other: Traits, reasons: Collection[str]) -> bool:
    """Whether two numbers that lie side by side are those of two organisations, in one building perhaps."""
    if "near_phone" not in reasons or not (one.organisations and other.organisations):
        return False
    desks = not any(map(is_mobile, (*one.phones, *other.phones)))
    return desks and not shared(one.organisations, other.organisations)


def _may_be_siblings(names: Agreement) -> bool:
    """Whether two first names are two people's of one house, whenever they were born: they may be twins."""
    known = all(len(first) == 1 or exists(first) for first in names.firsts)
    return names.alike or (names.conflict and known)


def _are_generations(one: Traits, other: Traits, reasons: Collection[str]) -> bool:
    """Whether two may be parent and child by when they were born, however like the dates are written."""
    if not ((one.births or one.years) and (other.births or other.years)):
        return False
    return years_between(years_of(one), years_of(other)) >= _GENERATION and not _SLIP.issubset(reasons)
