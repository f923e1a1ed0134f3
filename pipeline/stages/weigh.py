"""How likely two rows, or two groups of rows, are one person: everything that both say, weighed.

After Fellegi and Sunter (A Theory for Record Linkage, 1969): every thing that both say makes one
person so many times likelier than two, and the binary logarithms of these ratios (bits) add up. How
likely strangers agree on a value is counted in the rows themselves. Against being one person stand two
rivals: strangers who agree by chance, and two people of one household, who share nearly everything
but their first name.
"""

from collections.abc import Sequence
from math import log2
from typing import Final, NamedTuple

from pipeline.stages.addressed import is_of_another
from pipeline.stages.commonness import Commonness
from pipeline.stages.compare import Agreement, compare_all
from pipeline.stages.nearness import BIRTHS, birth_level, email_level, is_dutch, is_mobile
from pipeline.stages.rates import (
    BELIEF,
    FORMS,
    HOMES,
    HOUSE,
    NAMESAKES,
    NEAR_BY,
    RATES,
    SLIPS,
)
from pipeline.stages.records import Traits
from pipeline.stages.spelling import CONFLICT, FAR, MISSING, NEAR, SAME, VARIANT, WEAK, slips

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

_NAMED: Final = frozenset(_FIRST[NEAR:])
"""First names that agree: at home by chance, too, or because the child bears the parent's name."""

CERTAIN: Final = 4.0
"""Bits from which two are one person without asking: less than one in seventeen such pairs is not."""

CERTAIN_WITH_BIRTH: Final = 0.0
"""The same where dates of birth agree: these tell a household and namesakes apart, and chance is counted."""

FEW_HOMES: Final = log2(0.1)
"""Where fewer share a household, two first names with one date of birth are a mistake rather than twins."""

TURNED: Final = 1.5
"""Bits off when names agree only with one read the other way round."""

ADDRESSED: Final = 2.0
"""The same when the e-mail address beside an initial writes out another first name."""

HOPELESS: Final = -10.0
"""Bits against strangers alone below which nothing learnt later makes certain."""

Said = tuple[str, float]
"""A reason, and the share of strangers who agree so by chance."""


class Weight(NamedTuple):
    """What was weighed of one pair: bits for one person against strangers, and those of a household.

    `sure` = it may be certain; otherwise the most it can be is a question. `kin` = two people who
    live together, by their names. `reasons` are codes worded in `sheet_templates/texts/reasons.toml`.
    """

    person: float
    home: float
    reasons: tuple[str, ...]
    sure: bool
    kin: bool = False


OTHERS: Final = Weight(float("-inf"), 0.0, ("other_first_name",), sure=False)
"""Two people: their first names contradict, and nothing that only one person has says otherwise."""

KIN: Final = Weight(float("-inf"), 0.0, ("other_first_name",), sure=False, kin=True)
"""Two such people of one family and one address."""

_OF_ONE: Final = frozenset(
    {"same_birth", "slip_in_birth", "near_birth", "far_birth", "same_identifier", "near_identifier"}
)
"""What a household does not share."""

_BORN_ALIKE: Final = frozenset({"same_birth", "slip_in_birth", "near_birth"})

_NO_NAMESAKE: Final = _OF_ONE | {"same_organisation"}
"""What father and son of one name do not share."""

_EXACT: Final = frozenset({"same_phone", "same_email", "same_postcode", "same_address", "same_identifier"})
"""What together, two at least, may outweigh another family name."""

_OWN: Final = frozenset({"same_phone", "same_email"})
"""What beside one whole first name is enough where somebody married."""

_NEVER: Final = frozenset({"doubtful_name", "other_name_in_email"})
"""What is always asked, whatever agrees besides."""

_APART: Final = frozenset({"different_phone", "different_email"})
"""What together is always asked, too."""

_NEAR_BY: Final = frozenset({"same_postcode", "next_postcode", "near_postcode", "same_organisation"})
"""What beside an initial and a telephone is enough, or two of them beside an initial."""

_ANOTHER: Final = frozenset({"different_phone", "like_email", "different_email"})
"""What makes a name and a postcode a question: father and son live in one house."""

_BESIDE_A_NAME: Final = frozenset({"same_postcode", "same_organisation"})
"""What is enough beside one whole name, where nothing is against it."""

SOLID: Final = _OF_ONE | {"same_phone", "near_phone", "same_email", "near_email", "same_address"}
"""What, beside a name or half of one, may make certain."""


class Scale:
    """Weighs pairs of one set of rows."""

    def __init__(self, common: Commonness) -> None:
        self._common = common
        self._chance = log2(1 / common.rows)
        self._homes = log2(HOMES)
        self._plenty = 0.0
        self._named_after = False
        self._said: dict[tuple[str, ...], tuple[str, ...]] = {}

    def weigh(self, one: Traits, other: Traits) -> Weight:
        """What both say, weighed; the same whichever comes first."""
        names = compare_all(one.names, other.names)
        kin = False
        if names.conflict:
            kin = names.family >= NEAR and _live_together(one, other)
            if not ((one.births and other.births) or (one.identifiers and other.identifiers)):
                return KIN if kin else OTHERS
        person, home = self._chance, 0.0
        reasons = []
        for reason, common in self._evidence(one, other, names):
            same, at_home, strangers = _BITS[reason]
            if strangers is None:
                strangers = log2(common)
                if reason in _NAMED:
                    kin_too = RATES[reason].home if names.family is not CONFLICT else 0
                    at_home = log2(common + kin_too)
            person += same - strangers
            home += at_home - strangers
            reasons.append(reason)
        if names.turned:
            person -= TURNED
            reasons.append("other_order")
        if names.doubtful or (names.swapped and _OWN.isdisjoint(reasons)):
            reasons.append("doubtful_name")
        if names.given is WEAK and is_of_another(one, other):
            person -= ADDRESSED
            reasons.append("other_name_in_email")
        sure = person > HOPELESS and _is_enough(one, other, names, frozenset(reasons))
        return Weight(person, home, self._once(tuple(reasons)), sure, kin)

    def _once(self, reasons: tuple[str, ...]) -> tuple[str, ...]:
        """These reasons, kept once: most pairs say what others say."""
        return self._said.setdefault(reasons, reasons)

    def matters(self, weight: Weight, pairs: int, least: float) -> bool:
        """Whether a pair, one of so many, teaches, or may come to `least` bits once all have taught."""
        if weight.sure or weight.kin or "same_postcode" in weight.reasons:
            return True
        plenty = log2(max(2 * pairs / self._common.rows, 1.0))
        return round(weight.person + plenty, 6) >= least

    def bits(self, weight: Weight) -> float:
        """The bits for one person against everything else."""
        rival = weight.home + self._chance + self._homes
        return round(weight.person + self._plenty - log2(1 + 2 ** min(rival, 900.0)), 6)

    def certain(self, weight: Weight) -> bool:
        """Whether these are one person without anybody being asked."""
        twins = "other_first_name" in weight.reasons and self._homes > FEW_HOMES
        born_alike = not _BORN_ALIKE.isdisjoint(weight.reasons) and not twins
        enough = CERTAIN_WITH_BIRTH if born_alike else CERTAIN
        doubtful = self._named_after and _other_address(weight.reasons)
        return weight.sure and not doubtful and self.bits(weight) >= enough

    def learn(self, weights: Sequence[Weight]) -> None:
        """Learn from all pairs how many others of a household, and other rows of a person, a row has.

        And whether there are so many at one address of one name that another e-mail makes a question.
        `BELIEF` rows are thought to have `HOMES` others of a household each, before any pair was seen.
        """
        rows = self._common.rows
        kin = sum(weight.kin for weight in weights)
        self._homes = log2((2 * kin + HOMES * BELIEF) / (rows + BELIEF))
        self._named_after = _are_named_after(weights)
        certain = sum(map(self.certain, weights))
        self._plenty = log2(max(2 * certain / rows, 1.0))

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
        if one.cities and other.cities:
            found.append(self._cities(one.cities, other.cities, near_by=near_by))
        return found + self._rarer(one, other)

    def _rarer(self, one: Traits, other: Traits) -> list[Said]:
        found = []
        if one.births and other.births:
            found.append(self._births(one.births, other.births))
        if one.identifiers and other.identifiers:
            found.append(_identifiers(one.identifiers, other.identifiers))
        if one.organisations and (same := _shared(one.organisations, other.organisations)):
            found.append(("same_organisation", self._common.organisation.of(same[0], same[0])))
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
        return [(_FIRST[first], given), (_LAST[last], family)]

    def _phones(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Said]:
        if same := _shared(ours, theirs):
            return [("same_phone", min(map(self._common.phone.of, same)))]
        if near := [(a, b) for a in ours for b in theirs if slips(a, b) == 1]:
            return [("near_phone", max(self._common.series.of(*pair) for pair in near))]
        one_kind = [a for a in ours for b in theirs if is_mobile(a) == is_mobile(b)]
        return [("different_phone", 1)] if one_kind else []

    def _emails(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if same := _shared(ours, theirs):
            return "same_email", min(map(self._common.email.of, same))
        return max(email_level(a, b) for a in ours for b in theirs), 1

    def _postcodes(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        if same := _shared(ours, theirs):
            return "same_postcode", min(self._common.postcode.of(code, code) for code in same)
        if [a for a in ours for b in theirs if len(a) == len(b) and slips(a, b) == 1]:
            return ("next_postcode" if any(map(is_dutch, (*ours, *theirs))) else "near_postcode"), 1
        areas = [a[:4] for a in ours for b in theirs if a[:4] == b[:4]]
        if areas:
            return "same_area", min(self._common.area.of(area, area) for area in areas)
        return "different_postcode", 1

    def _births(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
        best = max((birth_level(a, b), a) for a in ours for b in theirs)
        return BIRTHS[best[0]], self._common.birth.of(best[1], best[1])

    def _addresses(
        self, ours: tuple[tuple[str, str], ...], theirs: tuple[tuple[str, str], ...], *, near_by: bool
    ) -> Said:
        found = [
            (a == b and a != "", self._common.street.of(one, other))
            for one, a in ours
            for other, b in theirs
            if one == other or slips(one, other) <= 2
        ]
        if not found:
            return "different_address", 1
        whole, common = max(found)
        common = NEAR_BY if near_by else common
        return ("same_address", common * HOUSE) if whole else ("same_street", common)

    def _cities(self, ours: tuple[str, ...], theirs: tuple[str, ...], *, near_by: bool) -> Said:
        same = [self._common.city.of(a, b) for a in ours for b in theirs if slips(a, b) <= 1]
        if not same:
            return "different_city", 1
        return "same_city", NEAR_BY if near_by else min(same)


def _shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Sequence[str]:
    """What both have, in the order of ours; mostly each has one."""
    if ours == theirs:
        return ours
    return () if len(ours) == len(theirs) == 1 else [value for value in ours if value in theirs]


def _live_together(one: Traits, other: Traits) -> bool:
    """Whether two people of one family live together."""
    return bool(
        (
            _shared(one.postcodes, other.postcodes)
            or _shared(one.phones, other.phones)
            or _shared(one.emails, other.emails)
        )
        and not _shared(one.births, other.births)
        and not _shared(one.identifiers, other.identifiers)
    )


def _identifiers(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
    if not set(ours).isdisjoint(theirs):
        return "same_identifier", 1
    near = any(slips(a, b) == 1 for a in ours for b in theirs)
    return ("near_identifier" if near else "different_identifier"), 1


def _are_named_after(weights: Sequence[Weight]) -> bool:
    """Whether too many of one name and address, who share one contact and not the other, are two people.

    Half as many are, as there are pairs of that name and address who share neither; `NAMESAKES`, of how
    many, are thought to have been seen before.
    """
    neither, one = NAMESAKES
    for weight in weights:
        said = weight.reasons
        if "same_postcode" in said and "same_first_name" in said and "same_surname" in said:
            others = sum(reason in _ANOTHER for reason in weight.reasons)
            neither += (others > 1) / 2
            one += others == 1 and not _OWN.isdisjoint(weight.reasons)
    return neither * (1 + 2**CERTAIN) > one


def _other_address(reasons: tuple[str, ...]) -> bool:
    """Whether father and son may be meant: one name and telephone, and two e-mail addresses."""
    said = frozenset(reasons)
    return (
        {"same_first_name", "same_phone"} <= said
        and said.isdisjoint(_NO_NAMESAKE)
        and not said.isdisjoint(_ANOTHER)
    )


def _is_enough(one: Traits, other: Traits, names: Agreement, reasons: frozenset[str]) -> bool:
    """Whether nobody need be asked, were there evidence enough."""
    again = one == other and not _OWN.isdisjoint(reasons)
    return again or _may_be_certain(names, reasons) or _carries(one, other, names, reasons)


def _may_be_certain(names: Agreement, reasons: frozenset[str]) -> bool:
    """Whether what agrees tells a person: a name alone never does, nor a contact."""
    if not reasons.isdisjoint(_NEVER) or reasons >= _APART:
        return False
    if names.given in (MISSING, FAR) and reasons.isdisjoint(_OF_ONE):
        return False
    if names.family is CONFLICT:
        return not _BORN_ALIKE.isdisjoint(reasons) or _renamed(names, reasons)
    if names.given is WEAK and SOLID & reasons <= {"same_phone"}:
        return len(_NEAR_BY & reasons) > ("same_phone" not in reasons)
    alone = reasons.isdisjoint(_ANOTHER) or not reasons.isdisjoint(_OF_ONE | {"same_organisation"})
    if names.given in (VARIANT, NEAR) and not alone:
        return False
    return not SOLID.isdisjoint(reasons) or (alone and _beside_a_name(names, reasons))


def _carries(one: Traits, other: Traits, names: Agreement, reasons: frozenset[str]) -> bool:
    """Whether an initial goes with a mobile telephone, which one person carries, and nothing differs."""
    return (
        names.given is WEAK
        and names.family >= NEAR
        and reasons.isdisjoint(_NEVER | _ANOTHER | {"different_postcode"})
        and any(is_mobile(phone) for phone in one.phones if phone in other.phones)
    )


def _renamed(names: Agreement, reasons: frozenset[str]) -> bool:
    """Whether somebody has another family name now: the first name is theirs, and so is a contact or two."""
    if names.given < NEAR or not reasons.isdisjoint(_ANOTHER):
        return False
    own = not _OWN.isdisjoint(reasons) and "same_organisation" not in reasons
    return len(reasons & _EXACT) > 1 or (names.given is SAME and own)


def _beside_a_name(names: Agreement, reasons: frozenset[str]) -> bool:
    """Whether a place says enough beside a name: not where a child may be called after a parent."""
    called = names.given is VARIANT and names.firsts[0] != names.firsts[1]
    if names.whole:
        return not called and not reasons.isdisjoint(_BESIDE_A_NAME)
    return names.given is SAME and "same_postcode" in reasons
