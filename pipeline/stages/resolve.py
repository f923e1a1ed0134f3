"""A name or code as written, to the participant it means."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pipeline.model.findings import Where
from pipeline.stages import doors
from pipeline.stages.codes import ReadCode, read_code
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.lookup import Fit, Lookup
from pipeline.stages.names import read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import People

_LEADS: Final = """
mijn mn onze zijn haar my our his her via door by buurvrouw buurman buur buren buurmeisje buurjongen
onderbuurvrouw bovenbuurvrouw onderbuurman bovenbuurman vriend vriendin kennis collega nicht neef
tante oom oma opa moeder vader mama papa zus zusje broer broertje zoon dochter man vrouw schoonzus
schoonmoeder schoonzoon schoondochter zwager begeleider begeleidster wijkagent buurtwerker sociaal
werker huisarts docent juf meester voorzitter moderator neighbour friend sister brother mother
father aunt uncle colleague
"""
_LEAD: Final = frozenset(_LEADS.split())
_PLACE: Final = re.compile(
    r"\s(?:van|uit|bij|op|from|at|of)\s(?:(?:de|het|ons|onze|mijn|the|our)\s(?:buurt|wijk|straat|hoek|overkant|flat|"
    r"galerij|kerk|moskee|tempel|buurthuis|wijkcentrum|school|gemeente|voedselbank|club|tafel|markt|winkel|bakker|"
    r"\w+straat|\w+laan|\w+weg|\w+plein|neighbourhood|street|church|mosque)"
    r"|boven|beneden|hiernaast|hierboven|hieronder|school|werk|nummer|nr|\d).*$"
)
_AND: Final = re.compile(r"\s(?:en|and)\s|[&/+]")
_EDGES: Final = " .,;:!?-–—()\"'"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means.

    `participant` is a code, or None: then `candidates` holds several (ask), or nobody.
    `by_code` = a personal code was written; `by_invitation` = a `U-` code; `none` = it says
    that there is nobody (flyer, niemand, -). `question` is set when a person must choose or chose.
    """

    written: str
    participant: str | None = None
    candidates: tuple[str, ...] = ()
    by_code: bool = False
    by_invitation: bool = False
    none: bool = False
    question: Question | None = None

    @property
    def bearer(self) -> str | None:
        """Whose own name or code it is; an invitation's code tells whose guest somebody is, not who."""
        return None if self.by_invitation else self.participant


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Whom a text fits, by code; `sure` = one of them may be taken without asking."""

    fits: Mapping[str, Fit]
    sure: bool


class Directory:
    """Finds participants by what people write."""

    def __init__(self, people: People, decisions: Decisions, no_inviter: tuple[str, ...]) -> None:
        self._decisions = decisions
        self._order = {code: number for number, code in enumerate(people.participants)}
        self._codes = people.current
        self._lookup = Lookup(
            (person.code, name)
            for person in people.participants.values()
            for name in dict.fromkeys(read_name(claim.name) for claim in person.claims if claim.name)
        )
        self._none = frozenset(_bare(word) for word in no_inviter)
        self._known: dict[str, _Fitting] = {}

    def find(
        self,
        written: str,
        where: Where,
        response: str,
        *,
        among: frozenset[str] | None = None,
        never: frozenset[str] = frozenset(),
        ask: bool = True,
    ) -> Resolved:
        """Who `written` means.

        `where` is the mention's place and `response` its response id (`name_among` several);
        `among` prefers these codes when several fit (who was there, the same household, the same
        table); `never` excludes codes (a guest is not their own inviter); `ask` = several
        candidates make a `who_is` question.
        """
        code = read_code(written)
        if code is not None:
            return self._by_code(written, code, never)
        if not any(sign.isalnum() for sign in written) or _bare(written) in self._none:
            return Resolved(written, none=True)
        found = self._by_name(written, among or frozenset(), never)
        subject = doors.subject(response, where.question or "")
        chosen = self._chosen(subject, never)
        if chosen is None and (found.participant is not None or not found.candidates):
            return found
        question = self._question(subject, where, found, chosen) if ask else None
        if chosen is None:
            return replace(found, question=question)
        return Resolved(written, self._codes.get(chosen), question=question)

    def _by_code(self, written: str, code: ReadCode, never: frozenset[str]) -> Resolved:
        owner = self._codes.get(code.code)
        return Resolved(
            written,
            participant=None if owner in never else owner,
            by_code=not code.invitation,
            by_invitation=code.invitation,
        )

    def _by_name(self, written: str, among: frozenset[str], never: frozenset[str]) -> Resolved:
        """The one participant the name fits, or the candidates in order of code given."""
        found = self._fitting(written)
        fits = {code: how for code, how in found.fits.items() if code not in never}
        best = max(fits.values(), default=None)
        codes = sorted((code for code, how in fits.items() if how is best), key=self._order.__getitem__)
        likely = codes if len(codes) == 1 else [code for code in codes if code in among]
        if found.sure and best is not Fit.PERHAPS and len(likely) == 1:
            return Resolved(written, participant=likely[0])
        return Resolved(written, candidates=tuple(codes))

    def _fitting(self, written: str) -> _Fitting:
        """Whom a text fits; remembered, because many name the same few people."""
        if written not in self._known:
            self._known[written] = self._fit(written)
        return self._known[written]

    def _fit(self, written: str) -> _Fitting:
        parts = _AND.split(written)
        if len(parts) > 1 and read_name(written).several:
            fits: dict[str, Fit] = {}
            for part in parts:
                fits |= dict.fromkeys(self._fitting(part).fits, Fit.PART)
            return _Fitting(fits, sure=False)
        named, vague = _without_context(written)
        return _Fitting(self._lookup.fits(read_name(named)), sure=not vague)

    def _chosen(self, subject: str, never: frozenset[str]) -> str | None:
        """What a person answered: a participant's own code, `nobody`, or None when nothing that holds."""
        answer = self._decisions.of(question_id(doors.CODE, subject))
        if answer in (doors.NOBODY, doors.ABSENT):
            return doors.NOBODY
        read = read_code(answer) if answer else None
        owner = self._codes.get(read.code) if read else None
        return None if owner in never else owner

    def _question(self, subject: str, where: Where, found: Resolved, chosen: str | None) -> Question:
        codes = dict.fromkeys((*found.candidates, found.participant, self._codes.get(chosen or "")))
        name = question_id(doors.CODE, subject)
        return Question(
            id=name,
            code=doors.CODE,
            subjects=(subject,),
            options=(*(code for code in codes if code), doors.NOBODY),
            where=where,
            proposal=found.candidates[0] if len(found.candidates) == 1 else None,
            decision=self._decisions.of(name),
            outcome="possible",
            details={"written": found.written},
        )


def _bare(text: str) -> str:
    """A text without capitals, accents and signs at its edges, to compare with a list of words."""
    return fold(text).strip(_EDGES)


def _without_context(written: str) -> tuple[str, bool]:
    """The name in `buurvrouw Fatma`, `Jan van boven`, and whether it says where from, not a surname."""
    words = written.split()
    while words and fold(words[0]).strip(".,:'") in _LEAD:
        words.pop(0)
    rest = " ".join(words)
    named = _PLACE.sub("", rest.lower())
    return (named, True) if named != rest.lower() else (rest, False)
