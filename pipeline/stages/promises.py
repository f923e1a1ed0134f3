"""The homework: whom people would bring, and who came."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding, Severity, Where
from pipeline.model.responses import Response
from pipeline.stages import doors
from pipeline.stages.evidence import Evidence, Gathered
from pipeline.stages.households import Households
from pipeline.stages.meetings import Presence
from pipeline.stages.resolve import Directory


@dataclass(frozen=True, slots=True)
class Promise:
    """One name somebody would bring after meeting `after`: resolved to `guest` or None; `came` to the next.

    `by` is who promised it, None when nobody could be found for that name; `where` it stands.
    """

    by: str | None
    after: int
    written: str
    guest: str | None
    came: bool
    where: Where


def read_promises(
    homework: Sequence[Response],
    presence: Presence,
    directory: Directory,
    households: Households,
    gathered: Gathered,
) -> tuple[tuple[Promise, ...], dict[str, list[Evidence]]]:
    """All promises in order of place, and per guest who came what they are evidence of.

    A row that does not say after which meeting it was written promises nothing (reading it gave a finding).
    """
    promises = []
    evidence: dict[str, list[Evidence]] = {}
    for row in homework:
        after = row.number("meeting")
        if after is None:
            continue
        by = _writer(row, presence.present.get(after, frozenset()), directory, gathered)
        family = households.of(by) if by else frozenset()
        for promise in _promises_of(row, after, by, family, presence, directory, gathered):
            promises.append(promise)
            guest = promise.guest
            if promise.by and guest and promise.came and not presence.came_by(guest, after):
                brought = Evidence(guest, promise.by, "brings", row.submitted_at, promise.where)
                evidence.setdefault(guest, []).append(brought)
    return tuple(sorted(promises, key=_place)), evidence


def _promises_of(
    row: Response,
    after: int,
    by: str | None,
    family: frozenset[str],
    presence: Presence,
    directory: Directory,
    gathered: Gathered,
) -> list[Promise]:
    """The promises of one row; a name that says nobody (`niemand`) is none, `mijn zus` is of the family."""
    following = presence.next_after(after)
    there = presence.present[following] if following else frozenset()
    likely = (there,)
    never = frozenset((by,)) if by else frozenset()
    promises = []
    for nth, written in enumerate(row.many("brings"), 1):
        where = row.at("brings", nth)
        mention = doors.name_among(row.id, written)
        found = directory.find(written, where, mention, likely=likely, family=family, never=never)
        if not gathered.asked(found).none:
            guest = found.bearer
            promises.append(Promise(by, after, written, guest, guest in there, where))
    return promises


def _writer(row: Response, there: frozenset[str], directory: Directory, gathered: Gathered) -> str | None:
    """Who fills in this row; an invitation code says whose guest that is, not who."""
    written = row.as_written("name")
    if written is None:
        return None
    found = gathered.asked(directory.find(written, row.at("name"), row.id, likely=(there,)))
    if found.by_invitation:
        gathered.findings.append(Finding("invitation_as_name", Severity.WARN, where=row.at("name")))
    return found.bearer


def _place(promise: Promise) -> tuple[int, int]:
    return (promise.where.row, promise.where.nth or 0)
