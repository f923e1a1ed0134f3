"""How likely two rows, or two groups of rows, are one person: everything that both say, weighed.

After Fellegi and Sunter (A Theory for Record Linkage, 1969): every thing that both say makes one
person so many times likelier than two, and the binary logarithms of these ratios (bits) add up. How
likely strangers agree on a value is counted in the rows themselves. Against being one person stand two
rivals: strangers who agree by chance, and two people of one household, who share nearly everything
but their first name.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from math import log2
from typing import Final

from pipeline.stages.candidates import SHORT
from pipeline.stages.certainty import PARTING, enough
from pipeline.stages.commonness import Commonness
from pipeline.stages.compare import Agreement, compare_all, named
from pipeline.stages.doubts import doubts
from pipeline.stages.genders import gender_of
from pipeline.stages.learnt import ALWAYS_ASKED, Learnt, Lessons, Weight, learn, most_learnt, plenty
from pipeline.stages.nearness import (
    BIRTHS,
    HOUSES,
    NEW_YEAR,
    birth_level,
    email_level,
    house_level,
    is_dutch,
    is_mobile,
    years_between,
)
from pipeline.stages.rates import FORMS, HOUSE, NEAR_BY, RATES, SLIPS
from pipeline.stages.records import Traits, shared, years_of
from pipeline.stages.spelling import CONFLICT, NEAR, VARIANT, is_call_name, slips

_BITS: Final = {
    reason: (log2(person), log2(home), None if strangers is None else log2(strangers))
    for reason, (person, home, strangers) in RATES.items()
}

_FIRST: Final = (
    "other_first_name", "far_first_name", "no_first_name", "short_first_name", "slip_in_first_name",
    "spelled_first_name", "same_first_name",
)  # fmt: skip
_LAST: Final = (
    "different_surname", "far_surname", "no_surname", "initial_of_surname", "slip_in_surname",
    "spelled_surname", "same_surname",
)  # fmt: skip
"""The reasons for how well names agree, by `Level`."""

_NAMED: Final = frozenset({*_FIRST[NEAR:], "called_first_name"})
"""First names that agree: at home by chance, too, or because the child bears the parent's name."""

Said = tuple[str, float]
"""A reason, and the share of strangers who agree so by chance."""

OTHERS: Final = Weight(float("-inf"), float("-inf"), ("other_first_name",), ALWAYS_ASKED)
"""Two people: their first names contradict, and nothing that only one person has says otherwise."""

KIN: Final = OTHERS._replace(kin=True)
"""Two such people of one family and one address."""

_PART_IN_IT: Final = Traits._fields.index("roles")
"""What stands before this says who somebody is; the rest, what their part is in what they signed up for."""


class Scale:
    """Weighs pairs of one set of rows."""

    def __init__(self, common: Commonness) -> None:
        self._common = common
        self._chance = log2(1 / common.rows)
        self._learnt = Learnt()
        self._said: dict[tuple[str, ...], tuple[str, ...]] = {}

    def weigh(self, one: Traits, other: Traits) -> Weight:
        """What both say, weighed; the same whichever comes first."""
        names = compare_all(one.names, other.names)
        kin = False
        if names.conflict:
            kin = names.family >= NEAR and _live_together(one, other)
            if not _may_be_one(one, other, names):
                return KIN if kin else OTHERS
        person, home = self._chance, self._chance
        reasons = []
        for reason, common in self._evidence(one, other, names):
            same, at_home, strangers = _BITS[reason]
            if strangers is None:
                strangers = log2(common)
                if reason in _NAMED and names.family is CONFLICT:
                    at_home = strangers
                elif reason == "same_role":  # who live together share it no less often than strangers
                    at_home = max(at_home, strangers)
            person += same - strangers
            home += at_home - strangers
            reasons.append(reason)
        for doubt, bits in doubts(one, other, names, reasons):
            person -= bits
            reasons.append(doubt)
        by_name = names.whole and self._common.rows > SHORT
        said = tuple(reasons)
        said = self._said.setdefault(said, said)  # kept once: most pairs say what others say
        same_row = say_the_same(one, other)
        by_address = not self._common.named and one == Traits(emails=one.emails)
        least = enough(said, same_row=same_row, by_name=by_name, by_address=by_address)
        return Weight(person, home, said, least, kin, names.whole)

    def may_reach(self, least: float, pairs: int) -> Callable[[Weight], bool]:
        """What tells whether one of so many pairs may come to so many bits once all have taught."""
        before = least - plenty(self._common.rows, pairs)
        return lambda weight: weight.person + most_learnt(weight.reasons) >= before

    def judge(self, weight: Weight) -> tuple[float, bool]:
        """The bits for one person against everything else, and whether nobody need be asked."""
        bits = round(self._learnt.bits(weight), 6)
        return bits, bits >= weight.enough

    def learn(self, lessons: Iterable[Lessons]) -> None:
        """Learn from all pairs what these people are like."""
        self._learnt = learn(lessons, self._common.rows)

    def _evidence(self, one: Traits, other: Traits, names: Agreement) -> list[Said]:
        """All reasons, each with the share of strangers who agree by chance where that is counted."""
        found = self._names(names)
        if one.phones and other.phones:
            found += self._phones(one.phones, other.phones)
        if one.emails and other.emails:
            found.append(self._emails(one.emails, other.emails))
        if one.postcodes and other.postcodes:
            found.append(self._postcodes(one.postcodes, other.postcodes))
        near_by = found[-1][0] == "same_postcode"
        if one.addresses and other.addresses:
            found.append(self._addresses(one.addresses, other.addresses, near_by=near_by))
        elif one.houses and other.houses and (house := _houses(one.houses, other.houses)):
            found.append(house)
        if one.cities and other.cities:
            found.append(self._cities(one.cities, other.cities, near_by=near_by))
        return found + self._rarer(one, other)

    def _rarer(self, one: Traits, other: Traits) -> list[Said]:
        found = []
        if one.births and other.births:
            found.append(self._births(one.births, other.births))
        elif (one.births or one.years) and (other.births or other.years):
            found.append(_years(years_of(one), years_of(other)))
        if one.identifiers and other.identifiers:
            found.append(_identifiers(one.identifiers, other.identifiers))
        if one.organisations and (same := shared(one.organisations, other.organisations)):
            found.append(
                ("same_organisation", min(self._common.organisation.of(name, name) for name in same))
            )
        if one.roles and other.roles:
            found.append(self._roles(one.roles, other.roles))
        if are_parted(one, other):
            found.append((PARTING, 1))
        return found

    def _names(self, names: Agreement) -> list[Said]:
        first, last = names.given, names.family
        given = family = 1.0
        if first >= NEAR:
            given = self._common.given.of(*names.firsts)
            if first is NEAR:
                given = SLIPS[0] * given + SLIPS[1]
            elif first is VARIANT:
                given = min(FORMS * given, 1.0)
        if last >= NEAR:
            family = self._common.family.of(*names.lasts)
            if last is NEAR:
                family = SLIPS[0] * family + SLIPS[1]
            if first >= NEAR:
                family = min(self._common.community * family, 1.0)
        said = name_reasons(names)
        return [(said[0], given), (said[1], family)]

    def _phones(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Said]:
        if same := shared(ours, theirs):
            return [("same_phone", min(map(self._common.phone.of, same)))]
        if near := [(a, b) for a in ours for b in theirs if slips(a, b) == 1]:
            return [("near_phone", max(self._common.series.of(*pair) for pair in near))]
        one_kind = [a for a in ours for b in theirs if is_mobile(a) == is_mobile(b)]
        return [("different_phone", 1)] if one_kind else []

    def _emails(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if same := shared(ours, theirs):
            return "same_email", min(map(self._common.email.of, same))
        return max(email_level(a, b) for a in ours for b in theirs), 1

    def _postcodes(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if same := [code for code in shared(ours, theirs) if is_dutch(code) or not self._common.dutch]:
            return "same_postcode", min(self._common.postcode.of(code, code) for code in same)
        near = [(a, b) for a in ours for b in theirs if len(a) == len(b) and slips(a, b) == 1]
        if any(map(is_dutch, chain.from_iterable(near))):
            return "next_postcode", 1
        if near:
            return "near_postcode", min(self._common.beside.of(*pair) for pair in near)
        areas = [a[:4] for a in ours for b in theirs if a[:4] == b[:4]]
        if areas:
            return "same_area", min(self._common.area.of(area, area) for area in areas)
        return "different_postcode", 1

    def _births(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if all(day.endswith(NEW_YEAR) for day in (*ours, *theirs)):  # which tells no more than a year
            said = _years(*(tuple(day[:4] for day in days) for days in (ours, theirs)))
            same = said[0] == "same_birth_year"
            return ("new_year_birth", self._common.birth.of(*ours, *theirs)) if same else said
        found = [(birth_level(a, b), (a, b)) for a in ours for b in theirs]
        level = max(level for level, _ in found)
        reason, common = BIRTHS[level], self._common.birth
        shares = {"same_birth": common.of, "slip_in_birth": common.slip, "near_birth": common.part}
        if reason not in shares:
            return reason, 1
        return reason, max(shares[reason](*pair) for at, pair in found if at == level)

    def _addresses(
        self, ours: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...], *, near_by: bool
    ) -> Said:
        found = [
            (house_level(a, b), self._common.street.of(one, other))
            for one, a in ours
            for other, b in theirs
            if one == other or slips(one, other) <= 2
        ]
        if not found:
            return "different_address", 1
        level, common = max(found)
        common = NEAR_BY if near_by else common
        return HOUSES[level], common * HOUSE if HOUSES[level] == "same_address" else common

    def _roles(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if same := shared(ours, theirs):
            return "same_role", min(self._common.role.of(role, role) for role in same)
        return "different_role", 1

    def _cities(self, ours: tuple[str, ...], theirs: tuple[str, ...], *, near_by: bool) -> Said:
        same = [self._common.city.of(a, b) for a in ours for b in theirs if slips(a, b) <= 1]
        if not same:
            return "different_city", 1
        return "same_city", NEAR_BY if near_by else min(same)


def name_reasons(names: Agreement) -> tuple[str, str]:
    """How well the first names agree, and the family names, as reasons."""
    called = names.given is VARIANT and is_call_name(*names.firsts)
    return "called_first_name" if called else _FIRST[names.given], _LAST[names.family]


def _years(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
    """How well years of birth agree; a year more or less is what an age leaves open."""
    between = years_between(ours, theirs)
    return ("same_birth_year", "next_birth_year")[between] if between < 2 else "other_birth_year", 1


def _may_be_one(one: Traits, other: Traits, names: Agreement) -> bool:
    """Whether two first names that contradict may be one person's: a day of birth or a number may say so.

    No day that an office wrote down for both, and of a man and a woman not even for one of them.
    """
    if one.identifiers and other.identifiers:
        return True
    if not (one.births and other.births):
        return False
    days = (*one.births, *other.births)
    if all(day.endswith(NEW_YEAR) for day in days):
        return False
    new_year = any(day.endswith(NEW_YEAR) for day in days)
    return not new_year or {gender_of(first) for first in names.firsts} != {"f", "m"}


def say_the_same(one: Traits, other: Traits) -> bool:
    """Whether two rows say the very same of their person, as a form sent twice does."""
    return one[:_PART_IN_IT] == other[:_PART_IN_IT]


def are_parted(one: Traits, other: Traits) -> bool:
    """Whether one of two rows names the other as who invited."""
    return bool(one.inviters or other.inviters) and (_invited(one, other) or _invited(other, one))


def _invited(host: Traits, guest: Traits) -> bool:
    """Whether a guest names a host, and not herself, as some do, as who invited: nobody brings herself."""
    return any(named(inviter, host.names) > named(inviter, guest.names) for inviter in guest.inviters)


def _live_together(one: Traits, other: Traits) -> bool:
    """Whether two people of one family live together."""
    return bool(
        (
            shared(one.postcodes, other.postcodes)
            or shared(one.phones, other.phones)
            or shared(one.emails, other.emails)
        )
        and not shared(one.births, other.births)
        and not shared(one.identifiers, other.identifiers)
    )


def _houses(ours: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...]) -> Said | None:
    """How well the house numbers of one postcode agree; of two postcodes these say enough."""
    found = [house_level(a, b) for one, a in ours for other, b in theirs if one == other]
    if not found:
        return None
    reason = HOUSES[max(found)]
    return reason, NEAR_BY * HOUSE if reason == "same_address" else NEAR_BY


def _identifiers(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
    if not set(ours).isdisjoint(theirs):
        return "same_identifier", 1
    near = any(slips(a, b) == 1 for a in ours for b in theirs)
    return ("near_identifier" if near else "different_identifier"), 1
