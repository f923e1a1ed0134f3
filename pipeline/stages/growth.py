"""How the circle grew: the figures of every meeting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.settings import ROLES, Settings
from pipeline.stages.invitations import Invitations
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People
from pipeline.stages.promises import Promise
from pipeline.stages.unresolved import unresolved_key


@dataclass(frozen=True, slots=True)
class Meeting:
    """The figures of one meeting (`results.md`); ratios are exact floats, rounded where written.

    `present`, `new`, `returning` and `growth` are None when this meeting has no presence, `growth`
    also when the previous one has none; `by_role` counts somebody with two roles in both;
    `promised` (distinct people), `promised_came` and `unresolved` (promised names that nobody
    could be found for) are about promises made after n - 1.
    """

    number: int
    present: int | None
    new: int | None
    returning: int | None
    growth: float | None
    expected: int
    by_role: Mapping[str, int]
    brought_by_previous: float | None
    unresolved: int
    promised: int
    promised_came: int


def grow(
    presence: Presence, invitations: Invitations, people: People, settings: Settings
) -> tuple[Meeting, ...]:
    """The figures of every meeting of the settings, in order of number."""
    expected = Counter(number for person in people.participants.values() for number in person.expected)
    promises: dict[int, list[Promise]] = {number: [] for number in settings.numbers}
    for promise in invitations.promises:
        promises.get(presence.next_after(promise.after) or 0, []).append(promise)
    meetings = []
    before: frozenset[str] = frozenset()
    previous: frozenset[str] = frozenset()
    for number in settings.numbers:
        present = presence.present[number]
        meetings.append(
            Meeting(
                number=number,
                present=len(present) or None,
                new=len(present - before) if present else None,
                returning=len(present & before) if present else None,
                growth=len(present) / len(previous) if present and previous else None,
                expected=expected[number],
                by_role=_by_role(present, people),
                brought_by_previous=_bringers(previous, present - before, present, invitations),
                **_kept_promises(promises[number]),
            )
        )
        before, previous = before | present, present
    return tuple(meetings)


def _by_role(present: frozenset[str], people: People) -> dict[str, int]:
    """How many of those present have each role, in the order of the roles."""
    counts = Counter(role for code in present for role in people.participants[code].roles)
    return {role: counts[role] for role in ROLES if counts[role]}


def _bringers(
    previous: frozenset[str], new: frozenset[str], present: frozenset[str], invitations: Invitations
) -> float | None:
    """The share of those present last time with an invitee who came for the first time now."""
    if not previous or not present:
        return None
    return len(previous & {invitations.inviter.get(code) for code in new}) / len(previous)


def _kept_promises(promises: Sequence[Promise]) -> dict[str, int]:
    """How many people were promised, how many of those came, how many names nobody could be found for."""
    guests = {promise.guest: promise.came for promise in promises if promise.guest is not None}
    unresolved = {unresolved_key(promise.written) for promise in promises if promise.guest is None}
    return {
        "promised": len(guests) + len(unresolved),
        "promised_came": sum(guests.values()),
        "unresolved": len(unresolved),
    }
