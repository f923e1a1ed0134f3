"""Names at the door: rows that give no more than a name are placed with the one they fit, or asked about."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.stages.groups import Groups
from pipeline.stages.lookup import HALF, Fit, Lookup, is_another
from pipeline.stages.names import Name


@dataclass(frozen=True, slots=True)
class Doorway:
    """Who is to be placed. Every group is named by one of its claims.

    `waiting` are the groups to place; `absent` are groups of people who were not there (nobody
    fits them); `answered` are the names of claims that a person placed: their candidates are wanted
    all the same;
    `expected` by waiting group the claims of people who said they would come to that meeting, or whose
    code stands beside the name with a slip; `coded` by claim the groups whose code it gives, while its name,
    if it has one, is not theirs.
    """

    waiting: tuple[str, ...]
    absent: frozenset[str] = frozenset()
    answered: Mapping[str, Name] = field(default_factory=dict)
    expected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    coded: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """What is left to ask: per claim the groups it may belong to, and pairs of strangers that may be one."""

    candidates: Mapping[str, tuple[str, ...]]
    alike: tuple[tuple[str, str], ...]


class _Placer:
    """One run of placing: rounds until nothing changes, each seeing only what the last one left."""

    def __init__(self, groups: Groups[str], door: Doorway) -> None:
        self.groups = groups
        self.door = door
        hidden = {*door.waiting, *door.absent, *map(groups.of, door.coded)}
        self.lookup = Lookup(
            (group, name) for group in groups.all() if group not in hidden for name in groups.names(group)
        )

    def fits(self, claim: str) -> dict[str, Fit]:
        """The groups that a claim's names fit, without those it may not join."""
        own = self.groups.of(claim)
        best: dict[str, Fit] = {}
        for name in self.groups.names(own):
            for group, found in self.of_name(name).items():
                best[group] = max(found, best.get(group, found))
        return {group: found for group, found in best.items() if group != own and self.may_join(own, group)}

    def of_name(self, name: Name) -> dict[str, Fit]:
        """The groups that one name fits."""
        best: dict[str, Fit] = {}
        for owner, found in self.lookup.fits(name).items():
            group = self.groups.of(owner)
            if found not in HALF or not is_another(name, self.groups.names(group)):
                best[group] = max(found, best.get(group, found))
        return best

    def may_join(self, own: str, group: str) -> bool:
        """Whether nothing keeps two groups apart; one name that fits one name was compared already."""
        several = len(self.groups.names(own)) + len(self.groups.names(group)) > 2
        return not (self.groups.apart(own, group) or (several and self.groups.contradict(own, group)))

    def only(self, claim: str, fits: Mapping[str, Fit]) -> str | None:
        """The one group that a claim certainly belongs to, None when it must be asked."""
        best = max(fits.values())
        groups = _best(fits)
        if len(groups) > 1 or best is Fit.PERHAPS:
            return None
        said_to_come = not self.door.expected.get(claim, frozenset()).isdisjoint(
            self.groups.members(groups[0])
        )
        return groups[0] if best not in HALF or said_to_come else None

    def round(self, waiting: Sequence[str]) -> list[str]:
        """Place everybody who fits one group; those still waiting."""
        fits = {claim: self.fits(claim) for claim in waiting}
        found = {claim: self.only(claim, some) if some else None for claim, some in fits.items()}
        for claim in self._of_two(found, fits):
            found[claim] = None
        return [claim for claim, group in found.items() if group is None or not self.join(group, claim)]

    def _of_two(
        self, found: Mapping[str, str | None], fits: Mapping[str, Mapping[str, Fit]]
    ) -> frozenset[str]:
        """Claims of different whole names that fit one half of a name: Ria is not both of them."""
        halves: dict[str, list[str]] = {}
        for claim, group in found.items():
            if group is not None and fits[claim][group] in HALF:
                halves.setdefault(group, []).append(claim)
        return frozenset(
            claim
            for claims in halves.values()
            for claim in claims
            if any(self._are_two(claim, other) for other in claims)
        )

    def _are_two(self, one: str, other: str) -> bool:
        names, names_too = (self.groups.names(self.groups.of(claim)) for claim in (one, other))
        return any(is_another(name, names_too) for name in names)

    def join(self, group: str, claim: str) -> bool:
        """Place one claim; False when somebody placed before it in this round is in the way."""
        names = self.groups.names(self.groups.of(claim))
        joined = self.groups.join(group, claim)
        for name in names if joined else ():
            self.lookup.add(group, name)
        return joined

    def settle(self, waiting: Sequence[str]) -> list[str]:
        """Rounds until nobody more finds a place."""
        while len(left := self.round(waiting)) < len(waiting):
            waiting = left
        return left


def _strangers(placer: _Placer, strangers: Sequence[str]) -> set[tuple[str, str]]:
    """Gather strangers of one name and let others find them; the pairs that are only alike."""
    groups = placer.groups
    among = Lookup()
    alike: set[tuple[str, str]] = set()
    for claim in strangers:
        names = groups.names(groups.of(claim))
        fits = [(other, found) for name in names for other, found in sorted(among.fits(name).items())]
        alike |= {
            (other, claim) for other, found in fits if found < Fit.SPELLED or not groups.join(other, claim)
        }
        for name in names:
            among.add(claim, name)
            placer.lookup.add(claim, name)
    return alike


def place(groups: Groups[str], door: Doorway) -> Placed:
    """Join every waiting group to the one group it fits.

    Who fits nobody is a stranger, whom later rows of that name find. Who fits several, or
    has only half a name, is left alone with the candidates.
    """
    if not (door.waiting or door.answered or door.coded):
        return Placed({}, ())
    placer = _Placer(groups, door)
    waiting = placer.settle(door.waiting)
    strangers = [claim for claim in waiting if not placer.fits(claim)]
    alike = _strangers(placer, strangers)
    known = set(strangers)
    unsure = placer.settle([claim for claim in waiting if claim not in known])
    candidates = {claim: _best(placer.fits(claim)) for claim in unsure}
    candidates |= {claim: _best(placer.of_name(name)) for claim, name in door.answered.items()}
    for claim, owners in door.coded.items():
        named = _best(placer.fits(claim))
        candidates[claim] = tuple(sorted({*named, *candidates.get(claim, ()), *map(groups.of, owners)}))
    return Placed(candidates, tuple(sorted(alike)))


def place_anew(
    changed: Sequence[str], groups: Groups[str], names: Mapping[str, Name], told: Container[str]
) -> dict[str, tuple[str, ...]]:
    """The groups that the names of these claims fit, whatever a person answered about them.

    Of the claims that a person placed (`told`) none tells who bears a name.
    """
    if not changed:
        return {}
    known = Lookup((claim, name) for claim, name in names.items() if claim not in told and not name.empty)
    found: dict[str, tuple[str, ...]] = {}
    for claim in changed:
        best: dict[str, Fit] = {}
        for owner, fit in known.fits(names[claim]).items():
            group = groups.of(owner)
            best[group] = max(fit, best.get(group, fit))
        found[claim] = _best(best)
    return found


def _best(fits: Mapping[str, Fit]) -> tuple[str, ...]:
    """The groups that fit best, sorted; half a name fits whoever is called so as well."""
    best = max(fits.values(), default=None)
    meant = HALF if best in HALF else {best}
    return tuple(sorted(group for group, found in fits.items() if found in meant))
