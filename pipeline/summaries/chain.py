"""`Zwaan-kleef-aan`: who brought whom."""

from collections.abc import Iterator, Mapping

from pipeline.model.findings import Where
from pipeline.model.settings import ROLES
from pipeline.model.tab import Cell, Figure, Figures, Tab, Table
from pipeline.stages.growth import Meeting
from pipeline.summaries.page import Page, Record, capital


def chain(page: Page) -> Tab:
    """The tree, promises and who kept them, unknown inviters, circles, roles, the network."""
    unknown = frozenset(unknown.participant for unknown in page.outcome.invitations.unknown)
    return page.tab(
        Figures(tuple(_figures(page))),
        page.table("tree", _tree(page, unknown)),
        page.table("promises", (_promise(page, meeting) for meeting in _promised(page))),
        page.table("keepers", _keepers(page)),
        page.table("to_thank", _to_thank(page)),
        page.table("unknown", _unknown(page)) if unknown else None,
        page.table("circles", _circles(page)) if page.outcome.invitations.circles else None,
        _matrix(page),
        _sectors(page),
        _statuses(page),
    )


def _figures(page: Page) -> Iterator[Figure]:
    invitations = page.outcome.invitations
    guests = [len(brought) for brought in invitations.brought.values() if brought]
    promised = sum(meeting.promised for meeting in page.outcome.meetings)
    came = sum(meeting.promised_came for meeting in page.outcome.meetings)
    yield page.figure("length", invitations.generations)
    yield page.figure("invited", len(invitations.inviter), people=len(page.outcome.people.participants))
    yield page.figure("bringers", len(guests), guests=sum(guests))
    share = came / promised if promised else None
    yield page.figure("kept", share, "percent", came=came, promised=promised)


def _tree(page: Page, unknown: frozenset[str]) -> Iterator[Record]:
    """Everybody under the one who asked them, the largest branches first."""
    invitations = page.outcome.invitations
    guests: dict[str, list[str]] = {}
    for guest, inviter in invitations.inviter.items():
        guests.setdefault(inviter, []).append(guest)

    def smallest_first(codes: list[str]) -> list[str]:
        return sorted(codes, key=lambda code: (-invitations.descendants.get(code, 0), code), reverse=True)

    waiting = smallest_first(list(invitations.roots))
    while waiting:
        code = waiting.pop()
        waiting += smallest_first(guests.get(code, []))
        yield _branch(page, code, unknown)


def _branch(page: Page, code: str, unknown: frozenset[str]) -> Record:
    invitations = page.outcome.invitations
    generation = invitations.generation.get(code, 0)
    label = page.outcome.people.label(code)
    style = "code" if label == code else None if generation else "strong"
    evidence = invitations.evidence.get(code)
    how = page.text(evidence) if evidence else page.text("unknown_root") if code in unknown else None
    return Record(
        {
            "who": Cell(label, style, indent=generation),
            "code": code,
            "roles": page.roles(code),
            "generation": generation,
            "first": page.outcome.presence.first(code),
            "brought": len(invitations.brought.get(code, ())) or None,
            "descendants": invitations.descendants.get(code) or None,
            "evidence": how,
        }
    )


def _promised(page: Page) -> list[Meeting]:
    return [meeting for meeting in page.outcome.meetings if meeting.promised]


def _promise(page: Page, meeting: Meeting) -> Record:
    return Record(
        {
            "meeting": page.meeting(meeting.number),
            "promised": meeting.promised,
            "came": meeting.promised_came,
            "share": meeting.promised_came / meeting.promised,
            "unresolved": meeting.unresolved or None,
        }
    )


def _keepers(page: Page) -> Iterator[Record]:
    """Only those whose guests came: nobody is shown up for a promise that did not work out."""
    kept: dict[str, set[str]] = {}
    for promise in page.outcome.invitations.promises:
        if promise.by and promise.guest and promise.came:
            kept.setdefault(promise.by, set()).add(promise.guest)
    return _bringers(page, kept)


def _to_thank(page: Page) -> Iterator[Record]:
    """Through whom the circle grew at the latest meeting, also where nothing was promised."""
    presence = page.outcome.presence
    brought: dict[str, set[str]] = {}
    for guest in presence.new(presence.latest) if presence.latest else ():
        inviter = page.outcome.invitations.inviter.get(guest)
        if inviter:
            brought.setdefault(inviter, set()).add(guest)
    return _bringers(page, brought)


def _bringers(page: Page, guests_of: Mapping[str, set[str]]) -> Iterator[Record]:
    """Who brought whom, those who brought most first."""
    for code, guests in sorted(guests_of.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        came = page.listed([page.outcome.people.label(guest) for guest in sorted(guests)])
        yield Record({"who": page.person(code), "came": len(guests), "guests": came})


def _unknown(page: Page) -> Iterator[Record]:
    """The text as written stands in `Controle` only."""
    for unknown in page.outcome.invitations.unknown:
        yield Record(
            {
                "who": page.person(unknown.participant),
                "candidates": len(unknown.candidates) or None,
                "where": page.place(_said(page, unknown.participant)),
            }
        )


def _said(page: Page, code: str) -> Where | None:
    """Where somebody said who asked them."""
    for claim in page.outcome.people.participants[code].claims:
        if claim.invited_by or claim.companion:
            question = "invited_by" if claim.invited_by else "came_with"
            return Where(claim.where.form, claim.where.row, question)
    return None


def _circles(page: Page) -> Iterator[Record]:
    for circle in page.outcome.invitations.circles:
        people = (*circle, circle[0])
        yield Record({"people": " → ".join(page.outcome.people.label(code) for code in people)})


def _matrix(page: Page) -> Table:
    matrix = page.outcome.invitations.role_matrix
    roles = page.named("signup", "role")
    records = [
        Record(
            {
                "inviter": name,
                **{f"role_{invitee}": matrix.get(role, {}).get(invitee, 0) for invitee in ROLES},
            }
        )
        for role, name in roles
        if matrix
    ]
    return page.table("matrix", records, spread={"role": roles}, heat="role")


def _sectors(page: Page) -> Table:
    """Every sector, the empty ones with an invitation."""
    network = page.outcome.network
    records = [
        Record(
            {
                "sector": capital(name),
                "contacts": network.by_sector.get(sector, 0),
                "remark": None if network.by_sector.get(sector) else page.text("gap"),
            }
        )
        for sector, name in page.named("network", "sector")
        if network.contacts
    ]
    return page.table("sectors", records)


def _statuses(page: Page) -> Table | None:
    counts: Mapping[str, int] = page.outcome.network.by_status
    records = [
        Record({"status": capital(name), "contacts": counts.get(status, 0)})
        for status, name in page.named("network", "status")
    ]
    return page.table("statuses", records) if page.outcome.network.contacts else None
