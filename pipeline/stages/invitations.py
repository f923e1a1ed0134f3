"""Who brought whom: a forest, whatever the input."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model.findings import Finding, Severity
from pipeline.model.responses import Response
from pipeline.stages.decisions import Question
from pipeline.stages.evidence import Evidence, Gathered, UnknownInviter, own_words
from pipeline.stages.forest import circles, descendants, generations
from pipeline.stages.households import Households
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People
from pipeline.stages.promises import Promise, read_promises
from pipeline.stages.resolve import Directory, Resolved


@dataclass(frozen=True, slots=True)
class Invitations:
    """The forest. `inviter` maps guest to inviter; `evidence` guest to its kind
    (`code`, `invited_by`, `came_with`, `brings`); `generation` 0 at a root; `brought` =
    direct invitees who came, sorted; `descendants` counts all below. `roots` stand in the order
    of the participants; a circle is told from guest to inviter, from its lowest code on. `said` = what
    each guest's own word means, by its `doors.subject`.
    """

    inviter: Mapping[str, str]
    evidence: Mapping[str, str]
    generation: Mapping[str, int]
    brought: Mapping[str, tuple[str, ...]]
    descendants: Mapping[str, int]
    roots: tuple[str, ...]
    unknown: tuple[UnknownInviter, ...]
    circles: tuple[tuple[str, ...], ...]
    role_matrix: Mapping[str, Mapping[str, int]]
    promises: tuple[Promise, ...]
    said: Mapping[str, Resolved] = field(default_factory=dict)

    @property
    def generations(self) -> int:
        """The highest generation (root = 0)."""
        return max(self.generation.values(), default=0)


def invite(
    responses: Mapping[str, Sequence[Response]], people: People, presence: Presence, directory: Directory
) -> tuple[Invitations, tuple[Question, ...], tuple[Finding, ...]]:
    """Work out at most one inviter each, by the order of evidence in the method."""
    gathered = Gathered()
    households = Households(people.participants)
    homework = responses.get("bring", ())
    promises, promised = read_promises(homework, presence, directory, households, gathered)
    own_words(people.participants, promised, presence, directory, households, gathered)
    links, contradictions = _strongest(gathered)
    found, cuts = cut_circles(links)
    inviter = {guest: link.inviter for guest, link in links.items()}
    generation = generations(inviter, people.participants)
    came = {code for codes in presence.present.values() for code in codes}
    invitations = Invitations(
        inviter=inviter,
        evidence={guest: link.kind for guest, link in links.items()},
        generation=generation,
        brought=_brought(links, people, came),
        descendants=descendants(inviter, generation),
        roots=tuple(code for code in people.participants if code not in links),
        unknown=tuple(unknown for guest, unknown in gathered.unknown.items() if guest not in links),
        circles=found,
        role_matrix=_role_matrix(links, people),
        promises=promises,
        said=gathered.said,
    )
    later = _came_later(links, presence)
    questions = tuple(question for _, question in sorted(gathered.questions.items()))
    return invitations, questions, (*gathered.findings, *contradictions, *cuts, *later)


def _strongest(gathered: Gathered) -> tuple[dict[str, Evidence], tuple[Finding, ...]]:
    """The best evidence per guest, and a finding for every guest whose evidence differs."""
    links = {}
    findings = []
    for guest, evidence in gathered.evidence.items():
        if not evidence:
            continue
        best, *others = sorted(evidence, key=Evidence.strength)
        links[guest] = best
        contrary = [other for other in others if other.inviter != best.inviter]
        if contrary:
            findings.append(_differs(best, contrary))
    return links, tuple(findings)


def _differs(best: Evidence, contrary: Sequence[Evidence]) -> Finding:
    return Finding(
        "inviters_differ",
        Severity.INFO,
        where=best.where,
        with_=contrary[0].where,
        details={
            "guest": best.guest,
            "inviter": best.inviter,
            "others": tuple(sorted({other.inviter for other in contrary})),
        },
    )


def cut_circles(links: dict[str, Evidence]) -> tuple[tuple[tuple[str, ...], ...], tuple[Finding, ...]]:
    """Take one link out of every circle of `links`: of its weakest kind the latest.

    Returns the circles as they were, each from its lowest code on, and a finding for each.
    """
    found = circles({guest: link.inviter for guest, link in links.items()})
    findings = []
    for circle in found:
        weakest = max((links[guest] for guest in circle), key=Evidence.strength)
        del links[weakest.guest]
        findings.append(
            Finding(
                "invitation_circle",
                Severity.WARN,
                where=weakest.where,
                details={"guest": weakest.guest, "inviter": weakest.inviter, "circle": circle},
            )
        )
    return found, tuple(findings)


def _brought(links: Mapping[str, Evidence], people: People, came: set[str]) -> dict[str, tuple[str, ...]]:
    brought: dict[str, list[str]] = {code: [] for code in people.participants}
    for guest in sorted(came & links.keys()):
        brought[links[guest].inviter].append(guest)
    return {code: tuple(guests) for code, guests in brought.items()}


def _role_matrix(links: Mapping[str, Evidence], people: People) -> dict[str, dict[str, int]]:
    """Invitations by role of inviter, then of invitee; somebody with two roles counts in both."""
    counts = Counter(
        (given, taken)
        for guest, link in links.items()
        for given in people.participants[link.inviter].roles
        for taken in people.participants[guest].roles
    )
    matrix: dict[str, dict[str, int]] = {}
    for (given, taken), count in sorted(counts.items()):
        matrix.setdefault(given, {})[taken] = count
    return matrix


def _came_later(links: Mapping[str, Evidence], presence: Presence) -> tuple[Finding, ...]:
    """The invitations by somebody who came for the first time at a later meeting than the guest."""
    findings = []
    for guest, link in links.items():
        first, inviters = presence.first(guest), presence.first(link.inviter)
        if first is not None and inviters is not None and inviters > first:
            findings.append(
                Finding(
                    "inviter_came_later",
                    Severity.INFO,
                    where=link.where,
                    details={"guest": guest, "inviter": link.inviter},
                )
            )
    return tuple(findings)
