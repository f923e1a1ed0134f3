"""Free text without the names and contacts of people."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pipeline.model.responses import Response
from pipeline.model.templates import Catalogue, Form
from pipeline.stages.compare import compare
from pipeline.stages.contacts import Contacts, contacts_in, without_contacts
from pipeline.stages.decisions import Question, plain
from pipeline.stages.lookup import fit
from pipeline.stages.names import Name, read_name
from pipeline.stages.normalise import fold
from pipeline.stages.people import CLAIM_FORMS, Participant, People
from pipeline.stages.phrases import read_phrase
from pipeline.stages.spelling import NEAR, family_names, first_names, slips

HIDDEN = "…"
"""What stands where a name stood."""

LETTERS = 2
"""So many letters at the beginning of a word are those of a name that is like it; or those at its end."""

FORGIVING = 4
"""So many letters has a word that may be misspelt where it stands alone."""

SLIP = 5
"""In so many letters of a name without a space one may be wrong."""

TELLING_NOTHING = frozenset({"same_role", "different_role", "invited_by_the_other"})
"""The reasons that say no more than is shown of everybody."""


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _vocabulary(
    """
    aan al an bij da das de del den der des di do dos du el het la las le les los op oude san
    te ten ter tot uit van ver von voor zu zur
    """
)
"""Words inside names that say nothing by themselves."""

EVERYDAY = _vocabulary(
    """
    baan baas bakker bas beer berg bergen bloem boer bom boom boon bos bosch braam brand brouwer
    brug buis buur can dam dekker dijk draaier duin eik engel faith fiets gast geluk gerecht god
    goud graaf grace groen groot haan haas hamer heer hek hemel herder hert heuvel hoek hof hoop
    hope hout huis iris jager jet jong jonge joy kamp keizer kerk klein klerk knop koel kok koning
    koster kraan kroon kuiper lamp lange leen leer lente lief linde lot maan mark mars meer mees
    meester meeuw meijer melk merel metselaar min mol molen molenaar mooi mos muis mulder oost oud
    paard park pastoor pauw peer piek pit plas poort post prins raam riet ring rob roos rose ruiter
    rust schaap schilder schipper schoen slager sluis smid smit snel snoek spits stad steen ster
    sterk storm straat strand summer tak tas timmerman tol ton toon tuin veen veer veld visser
    vlinder vogel vos vrede vreugde vriend vrij water weg werf west wever wijn wind winter wit wolf
    wolk zand zee zomer zon zuid zwaan zwart
    """
)
"""Names that are also everyday words: taken out only where they are written with a capital."""

OPENERS = _vocabulary(
    """
    are ben bent dag dan door ga goed han her ik kan kom laat lang los maar mag man may met mijn nog
    nou nova over soms tegen toch toen veel wat wel wie wil will zal zeg zie ziek zij zo
    """
)
"""Everyday words that often open a sentence: taken out only with a capital inside a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][sS]\b)?")
_SENTENCE_END = re.compile(r"(?:^|[.!?:\n\r…\"“‘(•*-])\s*$")
_BETWEEN = r"[\s\-]+(?:(?:van|de|den|der|ter|ten|te|el|al|da|di|dos)\s+)*"
_RUN = re.compile(f"{HIDDEN}(?:{_BETWEEN}{HIDDEN})+", re.IGNORECASE)


def names_of(people: Iterable[Participant]) -> set[str]:
    """Every spelling under which these people are known."""
    return {
        name for person in people for name in (person.name, *(claim.name for claim in person.claims)) if name
    }


class Mask:
    """Takes names out of text, whole words only, whatever their capitals and diacritics; contacts too.

    A full name is taken out wherever it stands. With `words`, so is each of its words of three
    letters or more, a first name or a surname, also with a possessive s; a word that is an
    everyday word as well (`Roos`, `Wil`) only where its capital says that it is a name.
    """

    @classmethod
    def of(cls, people: Iterable[Participant], *, words: bool = True) -> "Mask":
        """What takes out everything under which these people are known, and can be reached."""
        people = tuple(people)
        return cls(names_of(people), Contacts(people), words=words)

    def __init__(self, names: Iterable[str], contacts: Contacts | None = None, *, words: bool = True) -> None:
        self._contacts = contacts or Contacts()
        self._phrases = {phrase for name in names if len("".join(phrase := _words(name))) > 2}
        self._starts = {phrase[0] for phrase in self._phrases}
        self._longest = max(map(len, self._phrases), default=0)
        self._words = {
            word
            for phrase in self._phrases
            for word in phrase
            if words and len(word) > 2 and word not in PARTICLES
        } | {phrase[0] for phrase in self._phrases if len(phrase) == 1}

    def __call__(self, text: str) -> str:
        """`text` with an ellipsis instead of every contact, for some hold a name, and of every name."""
        text = unicodedata.normalize("NFC", self._contacts.taken_out(text, HIDDEN))
        found = list(_WORD.finditer(text))
        folded = [fold(match.group()) for match in found]
        pieces, end, index = [], 0, 0
        while index < len(found):
            length = self._phrase_at(folded, index) or self._word_at(text, found[index], folded[index])
            if length:
                pieces += [text[end : found[index].start()], HIDDEN]
                end = found[index + length - 1].end()
            index += length or 1
        return _RUN.sub(HIDDEN, "".join((*pieces, text[end:])))

    def _phrase_at(self, folded: Sequence[str], index: int) -> int:
        """How many words from `index` on are the longest full name that stands there."""
        if folded[index] not in self._starts:
            return 0
        for length in range(min(self._longest, len(folded) - index), 1, -1):
            phrase = folded[index : index + length]
            if tuple(phrase) in self._phrases or (*phrase[:-1], _owner(phrase[-1])) in self._phrases:
                return length
        return 0

    def _word_at(self, text: str, match: re.Match[str], word: str) -> int:
        """1 where this word by itself is a name, else 0."""
        word = word if word in self._words else _owner(word)
        if word not in self._words:
            return 0
        if word not in EVERYDAY and word not in OPENERS:
            return 1
        capital = match.group()[0].isupper()
        return int(capital and (word in EVERYDAY or not _SENTENCE_END.search(text[: match.start()])))


class Withheld:
    """The names and contacts of people without consent, to be recognised in what others wrote."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._contacts = Contacts(people.participants.values())
        names = names_of(_without_consent(people))
        self._keys = {_name_key(name) for name in names}
        self._mask = Mask(names, words=False)

    def shown(self, written: str | None) -> str | None:
        """`written` without such full names and contacts; None where it is nothing but one of these.

        A name is one in whatever order its words stand.
        """
        if written is not None and any(map(self.keeps, self._contacts.owners(written))):
            written = without_contacts(self._contacts.taken_out(written, HIDDEN), HIDDEN)
            written = written if any(map(str.isalpha, written)) else None
        return None if written is None or _name_key(written) in self._keys else self._mask(written)

    def mention(self, written: str, meant: Iterable[str]) -> str | None:
        """`written` as `shown`; None also where it may be the name of one of them, however it is spelled.

        `meant` are the codes of all whom it may mean; what is like one of these names may be it as well.
        """
        if any(map(self.keeps, self._bearers.keys() & set(meant))) or self._is_like_one(written):
            return None
        return self.shown(written)

    def asked(self, question: Question) -> str | None:
        """The name that a question asks about, as a `mention`; None where it asks about something else.

        A name that was corrected and fits nobody any more may be anybody's.
        """
        written = question.details.get("written")
        if not isinstance(written, str) or (question.again and not self._meant(question)):
            return None
        return self.mention(written, map(plain, (*question.options, question.decision)))

    def own_name(self, written: str) -> str:
        """What somebody wrote for their own name, without such full names in it, but for a namesake's."""
        masked = self._mask(written)
        return written if masked == HIDDEN else masked

    def keeps(self, code: str) -> bool:
        """Whether the name behind this code may not be shown, also one of before or of nobody any more."""
        return code not in self._bearers or self._bearers[code].shown is None

    def behind(self, question: Question) -> bool:
        """Whether the name a question asks about is theirs: of who was chosen, or of all who may be meant.

        Who was chosen for another name is not meant.
        """
        chosen = set() if question.again else self._bearers.keys() & {plain(question.decision)}
        meant = chosen or self._meant(question)
        return bool(meant) and all(map(self.keeps, meant))

    def _meant(self, question: Question) -> set[str]:
        """All who may be meant, without who was chosen for another name."""
        meant = self._bearers.keys() & set(map(plain, question.options))
        return meant - {self._people.current.get(plain(question.decision))} if question.again else meant

    def beside(self, question: Question) -> bool:
        """Whether a question sets one of them beside somebody who may be named.

        What agrees tells then of the one what may be read of the other.
        """
        codes = {self._people.of_claim.get(subject) for subject in question.subjects} - {None}
        return len({self.keeps(code) for code in codes if code}) == 2

    def _is_like_one(self, written: str) -> bool:
        """Whether a text is nearly one of these names, with other words around it or not.

        It may be half of one, misspelt; the space may be forgotten; or it stands in an e-mail address.
        """
        texts = {written, read_phrase(written).name, *_addressees(written)}
        words = {word for text in texts for word in _words(text)}
        return any(map(self._is_nearly, map(read_name, texts))) or any(map(self._is_joined, words))

    def _is_nearly(self, name: Name) -> bool:
        """Whether it is one of these names in another spelling, or a half of one with a slip."""
        near = {known for word in name.words for known in self._by_letters.get(word[:LETTERS], ())}
        if any(fit(compare(name, known)) for known in near):
            return True
        alone = name.words[0] if len(name.words) == 1 and len(name.words[0]) >= FORGIVING else ""
        return any(
            max(first_names(alone, word), family_names(alone, word)) >= NEAR
            for edge in _edges(alone)
            for word in self._halves.get(edge, ())
        )

    def _is_joined(self, word: str) -> bool:
        """Whether a word is one of these names without its space, but for a slip or two."""
        return any(
            slips(word, known) <= min(2, len(known) // SLIP)
            for edge in _edges(word)
            for known in self._joined.get(edge, ())
        )

    def reasons(self, question: Question) -> tuple[str, ...]:
        """The reasons of a question that may stand where people are named and told with their rows.

        Beside somebody who is named, none may tell a name or a contact of who is not.
        """
        hidden = self.beside(question)
        return tuple(reason for reason in question.reasons if not hidden or reason in TELLING_NOTHING)

    @cached_property
    def _by_letters(self) -> Mapping[str, set[Name]]:
        """The names by how their words begin: only these are worth a look."""
        found: dict[str, set[Name]] = {}
        for name in map(read_name, names_of(_without_consent(self._people))):
            for word in name.words:
                found.setdefault(word[:LETTERS], set()).add(name)
        return found

    @cached_property
    def _halves(self) -> Mapping[str, set[str]]:
        """Every word of the names."""
        names = {name for names in self._by_letters.values() for name in names}
        return _by_edges(word for name in names for word in name.words if len(word) > 1)

    @cached_property
    def _joined(self) -> Mapping[str, set[str]]:
        """The names without spaces, as people write them where these are forgotten, and in addresses."""
        names = {name for names in self._by_letters.values() for name in names}
        return _by_edges(joined for name in names if name.full for joined in _without_spaces(name))

    @cached_property
    def _bearers(self) -> dict[str, Participant]:
        """Everybody by every code that ever stood for them."""
        return {code: self._people.participants[own] for code, own in self._people.current.items()}


def without_names(
    responses: Mapping[str, Sequence[Response]], people: People, catalogue: Catalogue
) -> dict[str, tuple[Response, ...]]:
    """The responses without full names and contacts of people without consent in what others wrote freely.

    Free text is every `text` and `long_text` that is not personal by nature, and what somebody
    wrote instead of choosing an option, of all forms but those in which people speak of themselves.
    What asks for a name is left to whoever resolves it.
    """
    mask = Mask.of(_without_consent(people), words=False)
    masked: dict[str, tuple[Response, ...]] = {}
    for key, rows in responses.items():
        questions = () if key in CLAIM_FORMS else _asked(catalogue.source(key), "text", "long_text")
        chosen = () if key in CLAIM_FORMS else _asked(catalogue.source(key), "choice", "choices")
        changed = (_masked(row, mask, questions, chosen) for row in rows)
        masked[key] = tuple(changed) if questions or chosen else tuple(rows)
    return masked


def without_others(people: People) -> People:
    """The people; those told by the name of somebody without consent are shown without it."""
    told = [person for person in people.participants.values() if read_name(person.name).related]
    if not told:
        return people
    withheld = Withheld(people)
    shown = {person.code: replace(person, name=withheld.own_name(person.name)) for person in told}
    return replace(people, participants={**people.participants, **shown})


def _without_consent(people: People) -> Iterable[Participant]:
    return (person for person in people.participants.values() if person.shown is None)


def _asked(form: Form, *kinds: str) -> tuple[str, ...]:
    """The questions of these kinds that do not ask for personal data."""
    return tuple(
        question.key for question in form.questions if question.kind in kinds and not question.personal
    )


def _masked(response: Response, mask: Mask, free: Sequence[str], chosen: Sequence[str]) -> Response:
    """A response with its free text masked, and what stands where an option of `chosen` belongs."""
    values = {key: mask(text) for key in free if (text := response.text(key))}
    written = {key: mask(text) for key in (*free, *chosen) if (text := response.written.get(key))}
    own = {key: tuple(map(mask, texts)) for key in chosen if (texts := response.own.get(key))}
    return replace(
        response,
        values={**response.values, **values},
        written={**response.written, **written},
        own={**response.own, **own},
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", name)))


def _name_key(name: str) -> tuple[str, ...]:
    """The same for `Fatma de Boer` and `Boer, Fatma de`; text without letters is no name."""
    return tuple(sorted(_words(name))) or (name,)


def _owner(word: str) -> str:
    """The name of which `word` may be the possessive: Fatma's, Fatmas."""
    return word[:-1].rstrip("'") if word.endswith("s") else word


def _addressees(text: str) -> Iterator[str]:
    """What stands before the sign of every e-mail address in a text, as words."""
    for contact in contacts_in(text):
        yield " ".join(_words(contact.key.partition("@")[0]))


def _without_spaces(name: Name) -> set[str]:
    """A name as one word: in either order, with what stands before the family name or without, by initial."""
    given, family = "".join(name.given), "".join(name.family)
    lasts = {family, name.letters.removeprefix(given)}
    return {joined for last in lasts for joined in (given + last, last + given, given[0] + last)}


def _edges(word: str) -> tuple[str, str]:
    """How a word begins and how it ends: one slip leaves one of both as it was."""
    return f"{word[:LETTERS]}-", f"-{word[-LETTERS:]}"


def _by_edges(words: Iterable[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        for edge in _edges(word):
            found.setdefault(edge, set()).add(word)
    return found
