"""What tells who brought whom: codes, the guest's own word, and what others promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.model.findings import Finding, Severity, Where
from pipeline.stages import doors
from pipeline.stages.codes import read_code
from pipeline.stages.decisions import Question, plain
from pipeline.stages.households import Households
from pipeline.stages.meetings import Presence
from pipeline.stages.people import Claim, Participant
from pipeline.stages.resolve import Directory, Resolved

KINDS = ("code", "invited_by", "came_with", "brings")
"""The kinds of evidence, the strongest first."""


@dataclass(frozen=True, slots=True)
class UnknownInviter:
    """An inviter who could not be resolved: the guest's code, the text as written, the candidates.

    `denied` are those whom a person said that it is not.
    """

    participant: str
    written: str
    candidates: tuple[str, ...]
    denied: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """All whom the text may mean."""
        return (*self.candidates, *self.denied)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement that `inviter` brought `guest` (codes)."""

    guest: str
    inviter: str
    kind: str
    at: datetime | None
    where: Where

    def strength(self) -> tuple[object, ...]:
        """Sort key: the strongest kind first, of one kind the earliest, undated last."""
        return _order(self.kind, self.at, self.where)


@dataclass(frozen=True, slots=True)
class Word:
    """A guest's own word about who brought them; `kind` is the question: `invited_by` or `came_with`."""

    kind: str
    written: str
    claim: Claim

    @property
    def where(self) -> Where:
        """The cell it stands in."""
        return Where(self.claim.where.form, self.claim.where.row, self.kind)

    def strength(self) -> tuple[object, ...]:
        """Sort key, as of evidence."""
        return _order(self.kind, self.claim.submitted_at, self.where)


@dataclass(slots=True)
class Gathered:
    """All evidence per guest, and what was noticed on the way."""

    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    unknown: dict[str, UnknownInviter] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    said: dict[str, Resolved] = field(default_factory=dict)

    def asked(self, found: Resolved) -> Resolved:
        """Pass on what a mention means; the question it raises is kept."""
        if found.question is not None:
            self.questions[found.question.id] = found.question
        return found


def own_words(
    participants: Mapping[str, Participant],
    promised: Mapping[str, Sequence[Evidence]],
    presence: Presence,
    directory: Directory,
    households: Households,
    gathered: Gathered,
) -> None:
    """Gather what every guest wrote, beside what was `promised`; members of the team have no inviter."""
    context = _Context(presence)
    for person in participants.values():
        if person.team:
            continue
        promises = promised.get(person.code, ())
        gathered.evidence[person.code] = [*promises]
        promisers = frozenset(evidence.inviter for evidence in promises)
        first = presence.first(person.code)
        for word in words_of(person, first):
            family = households.of(person.code)
            likely = (promisers, family, context.of(word, first))
            found = gathered.asked(_find(word, person.code, likely, family, directory))
            gathered.said[doors.subject(word.claim.id, word.kind)] = found
            _weigh(found, word, person.code, gathered)


def words_of(person: Participant, first: int | None) -> list[Word]:
    """A guest's own words, strongest first; `first` is their first meeting.

    With whom somebody came counts at their first meeting only, an invitation code always.
    """
    words = []
    for claim in person.claims:
        if claim.invited_by:
            words.append(Word("invited_by", claim.invited_by, claim))
        if claim.companion and (claim.meeting == first or _is_invitation(claim.companion)):
            words.append(Word("came_with", claim.companion, claim))
    return sorted(words, key=Word.strength)


class _Context:
    """Who is likely to be meant: who was there with the guest, or before they came."""

    def __init__(self, presence: Presence) -> None:
        self._there = presence.present
        self._before = {number: presence.before(number) for number in presence.present}
        self._ever = frozenset(code for codes in presence.present.values() for code in codes)

    def of(self, word: Word, first: int | None) -> frozenset[str]:
        """The codes to prefer for this word of a guest whose first meeting is `first`."""
        if first is None:
            return self._ever
        return self._there[first] if word.kind == "came_with" else self._before[first]


def _find(
    word: Word,
    guest: str,
    likely: Sequence[frozenset[str]],
    family: frozenset[str],
    directory: Directory,
) -> Resolved:
    """Whom the guest means: never themselves, where somebody else fits too."""
    found = directory.find(word.written, word.where, word.claim.id, family=family)
    if found.participant == guest or not (found.participant or found.candidates):
        return found
    return directory.find(
        word.written, word.where, word.claim.id, likely=likely, family=family, never=frozenset((guest,))
    )


def _weigh(found: Resolved, word: Word, guest: str, gathered: Gathered) -> None:
    """Keep what was found: evidence, a link of somebody to themselves, or an inviter nobody knows."""
    if found.participant is None:
        if not found.none:
            unknown = UnknownInviter(guest, word.written, found.candidates, _denied(found))
            gathered.unknown.setdefault(guest, unknown)
    elif found.participant == guest:
        gathered.findings.append(
            Finding("invited_by_self", Severity.INFO, where=word.where, details={"guest": guest})
        )
    else:
        kind = "code" if found.by_code or found.by_invitation else word.kind
        evidence = Evidence(guest, found.participant, kind, word.claim.submitted_at, word.where)
        gathered.evidence[guest].append(evidence)


def _denied(found: Resolved) -> tuple[str, ...]:
    """Whom a person could have chosen who said that it is nobody of them."""
    asked = found.question.options if found.question else ()
    return tuple(code for code in map(plain, asked) if code not in {*found.candidates, doors.NOBODY})


def _is_invitation(written: str) -> bool:
    read = read_code(written)
    return read is not None and read.invitation


def _order(kind: str, at: datetime | None, where: Where) -> tuple[object, ...]:
    return (KINDS.index(kind), at is None, at or datetime.min, where.form, where.row, where.nth or 0)
