"""Which claims are of one person: certain, possible or different, each with its reasons.

Evidence is weighed: every thing that two claims both say adds or takes points (`POINTS`), and the
sum decides. Two rules stand above the sum: first names that contradict are two people, whatever
else agrees, and what a household shares never makes a person certain by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from pipeline.stages.compare import Agreement, compare
from pipeline.stages.names import Name, read_name
from pipeline.stages.normalise import email_key, fold, phone_key, postcode_key
from pipeline.stages.people import Claim
from pipeline.stages.spelling import Level, slips, sound, spoken


class Likeness(StrEnum):
    """The three outcomes of comparing two claims."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims (by id, first < second) and what the comparison says.

    `score` 0..1 orders matches of one outcome; `reasons` are codes worded in
    `sheet_templates/texts/reasons.toml`. Pairs that are DIFFERENT are not listed.
    """

    first: str
    second: str
    outcome: Likeness
    score: float
    reasons: tuple[str, ...]


POINTS: Final[Mapping[str, float]] = {
    "same_first_name": 5, "spelled_first_name": 4, "slip_in_first_name": 3.5, "short_first_name": 1.5,
    "far_first_name": 1, "no_first_name": 0,
    "same_surname": 5, "spelled_surname": 4, "slip_in_surname": 3.5, "initial_of_surname": 1,
    "far_surname": 1, "no_surname": 0, "different_surname": -5,
    "same_phone": 8, "near_phone": 3, "different_phone": -1.5,
    "same_email": 9, "near_email": 5, "different_email": -1.5,
    "same_postcode": 6, "same_area": 1, "different_postcode": -1,
    "same_organisation": 1,
    "other_order": 0, "doubtful_name": 0,
}  # fmt: skip
"""What each reason weighs: about the binary logarithm of how much likelier it makes one person than two."""

CERTAIN_FROM: Final = 15
POSSIBLE_FROM: Final = 7
MOST: Final = sum(POINTS[reason] for reason in POINTS if reason.startswith("same_") and reason != "same_area")
SHARED_BY_MANY: Final = 25
"""A telephone or address in more claims than this is an organisation's and says nothing about a person."""

LONG_ADDRESS: Final = 8
"""From so many letters before the @ on, a slip or another domain can be told from another address."""

CROWD: Final = 40
"""In a group of more claims than this that share only a name, a name alone raises no question."""

_FIRST: Final = {
    Level.SAME: "same_first_name", Level.VARIANT: "spelled_first_name", Level.NEAR: "slip_in_first_name",
    Level.WEAK: "short_first_name", Level.MISSING: "no_first_name", Level.FAR: "far_first_name",
}  # fmt: skip
_LAST: Final = {
    Level.SAME: "same_surname", Level.VARIANT: "spelled_surname", Level.NEAR: "slip_in_surname",
    Level.WEAK: "initial_of_surname", Level.MISSING: "no_surname", Level.FAR: "far_surname",
    Level.CONFLICT: "different_surname",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traits:
    """What can be compared of a claim, in one form."""

    name: Name
    phone: str | None
    email: str | None
    postcode: str | None
    organisation: str


def _traits(claims: Sequence[Claim]) -> list[Traits]:
    """The traits of each claim; contacts that many share are left out."""
    phones = [phone_key(claim.phone) if claim.phone else None for claim in claims]
    emails = [email_key(claim.email) if claim.email else None for claim in claims]
    personal = {key for key, times in _times((*phones, *emails)).items() if times <= SHARED_BY_MANY}
    return [
        Traits(
            read_name(claim.name or ""),
            phone if phone in personal else None,
            email if email in personal else None,
            postcode_key(claim.postcode) if claim.postcode else None,
            fold(claim.organisation or ""),
        )
        for claim, phone, email in zip(claims, phones, emails, strict=True)
    ]


def _times(keys: Iterable[str | None]) -> dict[str, int]:
    times: dict[str, int] = {}
    for key in keys:
        if key is not None:
            times[key] = times.get(key, 0) + 1
    return times


def _near_email(one: str, other: str) -> bool:
    """Whether two addresses differ by a slip, and are long enough for that to mean something."""
    local, _, domain = one.partition("@")
    local_too, _, domain_too = other.partition("@")
    same_box = local == local_too and len(local) >= 8 and domain != domain_too
    return same_box or (
        domain == domain_too and min(len(local), len(local_too)) >= 8 and slips(one, other) == 1
    )


def _contacts(one: Traits, other: Traits) -> Iterator[str]:
    if one.phone and other.phone:
        near_phone = slips(one.phone, other.phone) == 1
        yield "same_phone" if one.phone == other.phone else "near_phone" if near_phone else "different_phone"
    if one.email and other.email:
        near_email = _near_email(one.email, other.email)
        yield "same_email" if one.email == other.email else "near_email" if near_email else "different_email"
    if one.postcode and other.postcode:
        if one.postcode == other.postcode and len(one.postcode) == 6:
            yield "same_postcode"
        else:
            yield "same_area" if one.postcode[:4] == other.postcode[:4] else "different_postcode"
    if one.organisation and one.organisation == other.organisation:
        yield "same_organisation"


def _reasons(one: Traits, other: Traits, names: Agreement) -> tuple[str, ...]:
    reasons = [_FIRST[names.given], _LAST[names.family], *_contacts(one, other)]
    if names.turned:
        reasons.append("other_order")
    if names.doubtful:
        reasons.append("doubtful_name")
    return tuple(reasons)


def _may_be_certain(names: Agreement) -> bool:
    """Whether these names can be one person's without anybody being asked."""
    family = Level.FAR if names.given >= Level.NEAR else Level.MISSING
    return names.given >= Level.WEAK and names.family >= family and not names.doubtful


def judge(one: Traits, other: Traits) -> tuple[Likeness, float, tuple[str, ...]]:
    """Weigh two claims: outcome, score 0..1, reasons."""
    names = compare(one.name, other.name)
    if names.conflict:
        return Likeness.DIFFERENT, 0.0, ()
    reasons = _reasons(one, other, names)
    points = sum(POINTS[reason] for reason in reasons)
    score = round(min(max(points / MOST, 0.0), 1.0), 4)
    if points >= CERTAIN_FROM and _may_be_certain(names):
        return Likeness.CERTAIN, score, reasons
    return (Likeness.POSSIBLE if points >= POSSIBLE_FROM else Likeness.DIFFERENT), score, reasons


def judge_claims(one: Claim, other: Claim) -> tuple[Likeness, float, tuple[str, ...]]:
    """Weigh two claims by themselves, without looking at any other."""
    first, second = _traits((one, other))
    return judge(first, second)


def _contact_keys(traits: Traits) -> Iterator[str]:
    """Groups in which every pair is compared: whoever shares a contact, or a street and half a name."""
    if traits.phone:
        yield "p" + traits.phone
    if traits.email:
        yield "e" + traits.email
    if traits.postcode:
        yield from (f"f{traits.postcode}{sound(part)}" for part in traits.name.family)
        yield from (f"g{traits.postcode}{part}" for name in traits.name.given[:1] for part in spoken(name))


def _name_keys(traits: Traits) -> Iterator[str]:
    """Groups of one name; crowded ones say nothing."""
    for said in _said(traits):
        for part in traits.name.family:
            one, other = sorted((said, sound(part)))
            yield f"{one} {other}"


def _address_keys(traits: Traits) -> Iterator[str]:
    """Groups of a first name with half an address; crowded ones say nothing."""
    local, _, _ = (traits.email or "").partition("@")
    half = 4 if len(local) < 12 else 6
    for said in _said(traits) if len(local) >= LONG_ADDRESS else ():
        yield f"a{said} {local[:half]}"
        yield f"z{said} {local[-half:]}"


def _said(traits: Traits) -> set[str]:
    return {said for name in traits.name.given[:1] for said in (*spoken(name), sound(name))}


def _groups(traits: Sequence[Traits], keys: Callable[[Traits], Iterator[str]]) -> Iterable[list[int]]:
    """The claims that share a key with another; most keys are one claim's alone, and need no list."""
    first: dict[str, int] = {}
    shared: dict[str, list[int]] = {}
    for number, known in enumerate(traits):
        for key in set(keys(known)):
            if key in shared:
                shared[key].append(number)
            elif first.setdefault(key, number) != number:
                shared[key] = [first[key], number]
    return shared.values()


def _pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, each once, in order."""
    found: set[int] = set()
    size = len(traits)
    for keys, most in ((_contact_keys, size), (_name_keys, CROWD), (_address_keys, CROWD)):
        for members in _groups(traits, keys):
            if len(members) <= most:
                found.update(a * size + b for a, b in combinations(members, 2))
    for pair in sorted(found):
        yield divmod(pair, size)


def _doubted(matches: Sequence[Match], traits: Mapping[str, Traits]) -> set[tuple[str, str]]:
    """Certain matches on an initial or half a name that fit two people equally: nobody can tell."""
    weak: dict[str, set[str]] = {}
    for found in matches:
        if found.outcome is Likeness.CERTAIN and {"short_first_name", "no_surname"} & set(found.reasons):
            weak.setdefault(found.first, set()).add(found.second)
            weak.setdefault(found.second, set()).add(found.first)
    return {
        (min(claim, other), max(claim, other))
        for claim, others in weak.items()
        if any(compare(traits[a].name, traits[b].name).conflict for a, b in combinations(sorted(others), 2))
        for other in others
    }


def match(claims: Sequence[Claim]) -> tuple[Match, ...]:
    """Compare all claims with each other; the result does not depend on their order.

    Sorted by outcome (certain first), score (highest first), ids. Claims that share neither a
    contact nor a street nor a name are not even looked at.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    traits = _traits(ordered)
    matches: list[Match] = []
    for one, other in _pairs(traits):
        outcome, score, reasons = judge(traits[one], traits[other])
        if outcome is not Likeness.DIFFERENT:
            matches.append(Match(ordered[one].id, ordered[other].id, outcome, score, reasons))
    by_id = {claim.id: known for claim, known in zip(ordered, traits, strict=True)}
    doubted = _doubted(matches, by_id)
    asked = (
        Match(found.first, found.second, Likeness.POSSIBLE, found.score, found.reasons)
        if (found.first, found.second) in doubted
        else found
        for found in matches
    )
    return tuple(sorted(asked, key=lambda found: (found.outcome, -found.score, found.first, found.second)))
