"""A name or code as written, to the participant it means."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pipeline.model.findings import Where
from pipeline.stages import doors
from pipeline.stages.affiliations import Affiliations
from pipeline.stages.callnames import exists
from pipeline.stages.codes import ReadCode, near_codes, read_code, read_sentence
from pipeline.stages.contacts import Contacts, without_contacts
from pipeline.stages.decisions import Decisions, Question, plain, question_id
from pipeline.stages.genders import gender_of
from pipeline.stages.lookup import HALF, Fit, Lookup, is_another
from pipeline.stages.names import Name, read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import People
from pipeline.stages.phrases import Phrase, names_within, read_phrase
from pipeline.stages.spelling import NEAR, VARIANT, first_names

_AND: Final = re.compile(r"\s(?:en|and|und|ve|wa|i|oraz)\s|[&/+]")
_OR: Final = re.compile(r"\s(?:of|or)\s|[,;(]")
_BESIDE: Final = re.compile(r"\s(?:of|or|met|with|ve|veya)\s|[,;|\n(](?:\s?(?:of|met)\s)?|(?:^|\s)\d[.)]\s")
"""What stands between two whole names."""

_SAID: Final = """
    ik ben was heb werd kwam kwamen gekomen gezien gekregen gelezen gehoord gewoon eigenlijk op in uit met
    van voor door de het een dat die er ook toch hoor zo goed helaas nog misschien mijn onze
"""
_FILLERS: Final = frozenset(_SAID.split())
"""What says nothing beside a word such as `zelf` or `flyer`."""

_FORGIVING: Final = 4
"""So many letters has a first name that one wrong does not make another."""

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
    """Whom a text fits, by code.

    `sure` = one of them may be taken without asking; `kin` = what it says where it says no more than
    that it is family (`mijn zus`).
    """

    fits: Mapping[str, Fit]
    sure: bool = True
    kin: Phrase | None = None


class Directory:
    """Finds participants by what people write."""

    def __init__(
        self,
        people: People,
        decisions: Decisions,
        no_inviter: tuple[str, ...],
        unsure: frozenset[str] = frozenset(),
    ) -> None:
        """Know everybody; `unsure` are the codes of names at the door that are asked about themselves."""
        self._decisions = decisions
        self._unsure = unsure
        self._order = {code: number for number, code in enumerate(people.participants)}
        self._codes = people.current
        self._contacts = Contacts(people.participants.values())
        self._affiliations = Affiliations(people.participants.values())
        claimed = {
            code: [claim.name for claim in person.claims if claim.name]
            for code, person in people.participants.items()
        }
        self._names = {code: dict.fromkeys(map(read_name, names)) for code, names in claimed.items()}
        self._lookup = Lookup((code, name) for code, names in self._names.items() for name in names)
        self._written = frozenset(_bare(name) for names in claimed.values() for name in names)
        self._none = frozenset(map(_bare, no_inviter))
        self._empty = _FILLERS.union(word for said in self._none for word in said.split() if word[1:])
        self._known: dict[str, _Fitting] = {}

    def find(
        self,
        written: str,
        where: Where,
        response: str,
        *,
        likely: Sequence[frozenset[str]] = (),
        family: frozenset[str] = frozenset(),
        never: frozenset[str] = frozenset(),
        ask: bool = True,
    ) -> Resolved:
        """Who `written` means.

        `where` is the mention's place and `response` its response id (`name_among` several);
        `likely` are codes to prefer when several fit, the likeliest first (the same household, the same
        table, who was there); `family` are those whom `mijn zus` may mean; `never` excludes codes (a
        guest is not their own inviter); `ask` = several candidates make a `who_is` question.
        """
        found = self._found(written, likely, family, never)
        if found.by_invitation:
            return found
        subject = doors.subject(response, where.question or "")
        chosen = self._chosen(subject, never)
        if chosen is None and (found.participant is not None or not found.candidates):
            return found
        question = self._question(subject, where, found, chosen) if ask else None
        if chosen is None:
            return replace(found, question=question)
        held = self._codes.get(chosen)
        same = held == found.participant
        by_code, none = found.by_code and same, found.none and same
        return Resolved(written, held, by_code=by_code, none=none, question=question)

    def _found(
        self,
        written: str,
        likely: Sequence[frozenset[str]],
        family: frozenset[str],
        never: frozenset[str],
    ) -> Resolved:
        """What it means by itself, whatever a person answered."""
        code = read_code(written)
        if code is not None:
            return self._by_code(written, code, never)
        if not any(sign.isalnum() for sign in written) or _bare(written) in self._none:
            return Resolved(written, none=True)
        return (
            self._by_code_within(written, never)
            or self._by_contact(written, never)
            or self._by_name(written, likely, family, never)
        )

    def _by_code(self, written: str, code: ReadCode, never: frozenset[str]) -> Resolved:
        owner = self._codes.get(code.code)
        return Resolved(
            written,
            participant=None if owner in never else owner,
            by_code=not code.invitation,
            by_invitation=code.invitation,
        )

    def _by_code_within(self, written: str, never: frozenset[str]) -> Resolved | None:
        """Whose code stands in a sentence; asked where the name beside it is another's."""
        said = read_sentence(written)
        codes = {self._codes[code.code]: code for code in said.codes if code.code in self._codes}
        near = {self._codes[code] for slip in said.slips for code in near_codes(slip, self._codes)}
        if not (codes or near):
            return None
        others = self._fitting(said.rest).fits.keys()
        meant = (codes.keys() | near) & others if others else {*codes}
        if len(meant) != 1:
            return Resolved(written, candidates=self._sorted({*codes, *near, *others} - never))
        (owner,) = meant
        if owner in codes:
            return self._by_code(written, codes[owner], never)
        return Resolved(written, None if owner in never else owner)

    def _by_contact(self, written: str, never: frozenset[str]) -> Resolved | None:
        """Whose telephone or e-mail address it is.

        Of a household the one who is named beside it; asked where nobody is, or somebody else.
        """
        owners = self._contacts.owners(written)
        if not owners:
            return None
        rest = without_contacts(written)
        named = self._fitting(rest).fits.keys()
        meant = owners & named if named else owners
        if len(meant) != 1 or (read_phrase(rest).name and not named):
            return Resolved(written, candidates=self._sorted((meant or owners | named) - never))
        (owner,) = meant
        return Resolved(written, participant=None if owner in never else owner)

    def _by_name(
        self,
        written: str,
        likely: Sequence[frozenset[str]],
        family: frozenset[str],
        never: frozenset[str],
    ) -> Resolved:
        """The one participant the name fits, or the candidates in order of code given."""
        said = without_contacts(written)
        found = self._fitting(read_sentence(said).rest or said)
        fits = {code: how for code, how in found.fits.items() if code not in never}
        if not fits:
            candidates = self._sorted(self._of_gender(family - never, found.kin)) if found.kin else ()
            return Resolved(written, candidates=candidates, none=not found.fits and self._is_nobody(written))
        how = max(fits.values())
        least = Fit.AKIN if how is Fit.CALLED else how
        best = {code for code, fit in fits.items() if fit >= least}
        half = {code for code, fit in fits.items() if how in HALF and fit in HALF} or best
        meant = narrowed(best, likely)
        if len(meant) > 1 and not meant <= self._unsure:
            meant, best, half = meant - self._unsure, best - self._unsure, half - self._unsure
        others = how is Fit.PART and meant.isdisjoint(narrowed(half, likely))
        if found.sure and how > Fit.AKIN and len(meant) == 1 and not others:
            return Resolved(written, participant=meant.pop())
        return Resolved(written, candidates=self._sorted(half if others or len(meant) > 1 else best))

    def _sorted(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(codes, key=self._order.__getitem__))

    def _of_gender(self, codes: Iterable[str], kin: Phrase) -> Iterator[str]:
        """Those who may be a sister, or a father: whose first name says nothing else."""
        for code in codes:
            said = {gender_of(name.given[0]) for name in self._names[code] if name.given}
            if not kin.gender or said <= {"", kin.gender}:
                yield code

    def _is_nobody(self, written: str) -> bool:
        """Whether it has no other words than those with which people say that nobody asked them."""
        words = {_bare(word) for word in written.split()}
        return words <= self._empty and not words <= _FILLERS

    def _fitting(self, written: str) -> _Fitting:
        """Whom a text fits; remembered, because many name the same few people."""
        if written not in self._known:
            self._known[written] = self._fit(written)
        return self._known[written]

    def _fit(self, written: str) -> _Fitting:
        name = read_name(written)
        if name.household and (fits := self._fits(name)):
            return _Fitting(fits)
        both, either = _AND.split(written), _OR.split(written)
        if len(both) > 1 and (name.several or all(map(_begins_known, both))):
            return self._any_of(both)
        if any(map(self._names_somebody, either[1:])):
            return self._any_of(either)
        named = [part for part in _BESIDE.split(written) if part != written and self._names_somebody(part)]
        if len(named) > 1:
            return self._any_of(named)
        found = self._said(written, name, read_phrase(written))
        if _best(found.fits) < Fit.WEAK and (affiliated := self._affiliated(written, found)):
            return affiliated
        if found.fits or found.kin:
            return found
        if len(either) > 1 and (one := self._any_of(either)).fits:
            return one
        return _Fitting(self._hinted(written, name), sure=False)

    def _fits(self, name: Name) -> dict[str, Fit]:
        """Whom a name fits; a whole name is asked about where somebody is known by a first name alone."""
        fits = self._lookup.fits(name)
        if not name.full or HALF.isdisjoint(fits.values()):
            return fits
        fits = {code: how for code, how in fits.items() if not is_another(name, self._names[code])}
        bare = [code for code in fits if not any(known.family for known in self._names[code])]
        return dict.fromkeys(fits, Fit.AKIN) if bare else fits

    def _affiliated(self, written: str, found: _Fitting) -> _Fitting | None:
        """Whom a first name means beside an organisation; asked about where nobody of that name is of it."""
        if (read := self._affiliations.read(written)) is None:
            return None
        fits = self._fits(read_name(read.name))
        theirs = {code: how for code, how in fits.items() if code in read.codes}
        if theirs:
            return _Fitting(theirs, sure=read.whole)
        return None if found.fits or not fits else _Fitting(fits, sure=False)

    def _hinted(self, written: str, name: Name) -> dict[str, Fit]:
        """Whose first name stands among words that we do not understand, or may be misspelt; to be asked."""
        fits = self._misspelt(name.given[0]) if name.given and name.words == name.given[:1] else {}
        for word in names_within(written):
            named = self._fits(read_name(word)).items()
            fits.update(
                (code, how)
                for code, how in named
                if Fit.CALLED <= how <= Fit.PART and self._is_called(code, word)
            )
        return fits

    def _is_called(self, code: str, word: str) -> bool:
        given = (name.given[0] for name in self._names[code] if name.given)
        return any(first_names(word, theirs) >= VARIANT for theirs in given)

    def _misspelt(self, word: str) -> dict[str, Fit]:
        """Whose first name a word is but for a slip, of whichever of the two (`Hatce`)."""
        if len(word) < _FORGIVING:
            return {}
        near = (given for given in self._by_letter.get(word[0], {}) if first_names(word, given) is NEAR)
        return {code: Fit.PERHAPS for given in near for code in self._by_letter[word[0]][given]}

    @cached_property
    def _by_letter(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The codes by first name, these by their first letter."""
        found: dict[str, dict[str, list[str]]] = {}
        for code, names in self._names.items():
            for name in names:
                for given in name.given[:1]:
                    found.setdefault(given[0], {}).setdefault(given, []).append(code)
        return found

    def _said(self, written: str, name: Name, phrase: Phrase) -> _Fitting:
        """Whom a text means that names one person, perhaps with words around the name.

        The words come first, unless somebody is called so: `mijn buurman Ali` has no second name Mina.
        """
        known = _bare(written) in self._written
        whole = self._fits(name)
        peeled = self._fits(_name_of(phrase))
        best = _best(peeled)
        if phrase.name and not known and best > (Fit.WEAK if phrase.placed else Fit.PERHAPS):
            whose = phrase.placed and best > Fit.WEAK and not name.related
            return _Fitting(peeled, sure=phrase.sure or whose or peeled == whole)
        if _best(whole) > Fit.PERHAPS:
            return _Fitting(whole, sure=not phrase.placed or known)
        return _Fitting(peeled or whole, phrase.sure, kin=phrase if phrase.kin else None)

    def _names_somebody(self, written: str) -> bool:
        """Whether it is the whole name of somebody we know."""
        name = read_name(written)
        return name.full and _best(self._fits(name)) >= Fit.NEAR

    def _any_of(self, parts: Iterable[str]) -> _Fitting:
        """Whom any of several names fits: one of them must be chosen."""
        fits = {code for part in parts for code in self._fitting(part).fits}
        return _Fitting(dict.fromkeys(fits, Fit.PART), sure=False)

    def _chosen(self, subject: str, never: frozenset[str]) -> str | None:
        """What a person answered: a participant's own code, `nobody`, or None when nothing that holds."""
        if not self._decisions.answers:
            return None
        answer = plain(self._decisions.of(question_id(doors.CODE, subject)))
        if answer == doors.NOBODY:
            return answer
        read = read_code(answer)
        owner = self._codes.get(read.code) if read else None
        return None if owner in never else owner

    def _question(self, subject: str, where: Where, found: Resolved, chosen: str | None) -> Question:
        meant = (found.participant,) if found.participant else found.candidates
        return doors.ask(subject, where, found.written, meant, chosen, self._decisions)


def _bare(text: str) -> str:
    """A text without capitals, accents and signs at its edges, to compare with a list of words."""
    return fold(text).strip(_EDGES)


def _best(fits: Mapping[str, Fit]) -> Fit:
    return max(fits.values(), default=Fit.PERHAPS)


def _begins_known(text: str) -> bool:
    """Whether it begins with a first name that we know."""
    return exists(_bare(text).partition(" ")[0])


def _name_of(phrase: Phrase) -> Name:
    """The name in a phrase, with what it tells about a man or a woman."""
    name = read_name(phrase.name)
    return name if name.gender or not phrase.gender else name._replace(gender=phrase.gender)


def narrowed(codes: set[str], likely: Iterable[frozenset[str]]) -> set[str]:
    """Of several codes the likely ones, as far as there are any."""
    for group in likely:
        codes = codes & group or codes
    return codes
