"""Dates of birth, addresses and numbers side by side: how nearly two that differ agree."""

import re
from typing import Final

from pipeline.stages.spelling import slips

LONG_ADDRESS: Final = 6
"""From so many signs before the @ on, a slip can be told from another address."""

LONG_DOMAIN: Final = 9
"""The same for what stands after it: `live.nl` and `line.nl` are two."""

LONG_NUMBER: Final = 3
"""From so many digits of a house number on, a slip can be told from another house."""

_DIGITS: Final = re.compile(r"\d")
_LINES: Final = str.maketrans("", "", "._-")

BIRTHS: Final = ("different_birth", "far_birth", "near_birth", "slip_in_birth", "same_birth")
"""The reasons for the levels of `birth_level`."""


NEW_YEAR: Final = ("0101", "0701")
"""How a date of birth ends that an office writes down for who knows no more than the year."""

HOUSES: Final = ("other_house", "same_street", "same_address")
"""The reasons for the levels of `house_level`."""

_HOUSE: Final = re.compile(r"\D.*")


def house_level(one: str, other: str) -> int:
    """How well two house numbers of one street agree, 0..2, as in `HOUSES`; none, or a slip, is between."""
    if not (one and other):
        return 1
    if one == other:
        return 2
    number, number_too = (_HOUSE.sub("", house) for house in (one, other))
    if number == number_too:
        return 1 if number in (one, other) else 0
    return 1 if min(len(number), len(number_too)) >= LONG_NUMBER and slips(number, number_too) == 1 else 0


def birth_level(one: str, other: str) -> int:
    """How well two dates of birth agree, 0..4, as in `BIRTHS`: one slip, one part, nearly every part."""
    if one == other:
        return 4
    if slips(one, other) == 1 or (one[:4], one[4:6], one[6:]) == (other[:4], other[6:], other[4:6]):
        return 3
    parts = [(one[a:b], other[a:b]) for a, b in ((0, 4), (4, 6), (6, 8))]
    if sum(mine == yours for mine, yours in parts) == 2:
        return 2
    return 1 if all(_near_part(mine, yours) for mine, yours in parts) else 0


def years_between(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """How many years two births lie apart, at least."""
    return min((abs(int(one) - int(other)) for one in ours for other in theirs), default=0)


def _near_part(one: str, other: str) -> bool:
    """Whether a year, a month or a day is the next one, or the same but for a digit."""
    return abs(int(one) - int(other)) <= 1 or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def email_level(one: str, other: str) -> str:
    """How well two addresses that differ agree; the three answers sort as they are worth.

    A slip makes them near, but never in a number, nor in a short address. Where only dots and lines
    differ, or the firm that keeps the box, namesakes are as likely, unless there is a number in both.
    """
    (local, _, domain), (local_too, _, domain_too) = one.partition("@"), other.partition("@")
    if abs(len(local) - len(local_too)) > 2 or min(len(local), len(local_too)) < LONG_ADDRESS:
        return "different_email"
    digits = _DIGITS.findall(local)
    if digits != _DIGITS.findall(local_too):
        return "different_email"
    if local == local_too:
        box = slips(domain, domain_too) <= 2 or domain.partition(".")[0] == domain_too.partition(".")[0]
        return "near_email" if digits or box else "like_email"
    if local.translate(_LINES) == local_too.translate(_LINES):
        return "like_email"
    slip = slips(local, local_too) == 1 and (domain == domain_too or _one_box(domain, domain_too))
    return "near_email" if slip else "different_email"


def _one_box(domain: str, domain_too: str) -> bool:
    """Whether two domains are one but for a slip, as short ones seldom are."""
    return min(len(domain), len(domain_too)) >= LONG_DOMAIN and slips(domain, domain_too) == 1


def is_mobile(phone: str) -> bool:
    """Whether it is a Dutch mobile number; that somebody has one beside that of the house says nothing."""
    return phone.startswith("+316")


def is_dutch(postcode: str) -> bool:
    """Whether it is a whole Dutch postcode: one letter on is the same street."""
    return len(postcode) == 6 and postcode[:4].isdigit() and postcode[4:].isalpha()
