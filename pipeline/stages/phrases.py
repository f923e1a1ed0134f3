"""What people write around a name: `ik ben gevraagd door mijn buurvrouw Fatma (van de moskee)`."""

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.stages.callnames import exists
from pipeline.stages.normalise import fold
from pipeline.stages.relations import ALSO_NAMES, KIN, MEN, WOMEN, relation_of, word_set
from pipeline.stages.written_names import ARTICLES, PREFIXES

_MINE: Final = word_set("mijn mn m'n myn me onze ons my our moja moj moje mi")
_THEIRS: Final = word_set("zijn haar hun z'n d'r his her")
_BESIDE: Final = word_set("de het een die the a an beste goede oude lieve aardige best good old dear")
"""What stands between, before what somebody is."""

_BEFORE: Final = word_set("""
    ik ben was werd kwam via door met samen ook denk volgens mij gevraagd uitgenodigd uitnodiging dat het die
    gewoon weer ga kom by with through
""")
_AFTER: Final = word_set("""
    denk ik dacht geloof volgens mij gevraagd uitgenodigd meegenomen meegebracht meegekomen meegelift mee
    gehoord gekregen benaderd ook weer gekomen gevraagt uitgenodigt uitgenodig aangemeld
    """)
_SAID: Final = re.compile(
    r"(?<!^ik)\s(?:heeft|had|vroeg|zei|vertelde|wilde|gaf|tipte|stuurde|belde|appte|nodigde|nam|bracht|haalde|"
    r"wees|kwam|invited|asked|brought|told|called)\s.*$"
    r"|\s(?:heb|vroegen|namen|nodigden|brachten)\s(?:het\s|er\s)?(?:aan\s|tegen\s|op\s)?(?:mij|me|ons|m'n|us)(?:\s.*)?$",
    re.IGNORECASE,
)
"""`Piet heeft mij gevraagd`, `Riet nodigde me uit`, `Riet zei dat het leuk was`; not `ik kwam met Riet`."""

_HEARD: Final = re.compile(
    r"^(?:ik\s(?:heb|had)\s)?(?:het\s)?van\s(.+?)\s(?:gehoord|gekregen|begrepen)$", re.IGNORECASE
)
_BY: Final = re.compile(
    r"^.*\b(?:gevraagd|uitgenodigd|uitnodiging|meegenomen|meegebracht|meegekomen|gekomen|gehoord|benaderd|getipt|"
    r"kaart|kaartje|flyer|folder|brief|briefje|app|appje|whatsapp|verzoek|hoorde|bericht|berichtje|mail|mailtje|"
    r"telefoontje|tip|gast|genodigde|"
    r"introduc[eé]{1,2}|invited|asked|brought|came|invitation|heard|guest)"
    r"\s(?:ben\s|het\s|gekregen\s)?(?:door|met|via|van|by|with|from)\s",
    re.IGNORECASE,
)
"""`ik ben uitgenodigd door Piet`, `flyer van Riet`."""

_DOOR: Final = re.compile(r"^.*\s(?:door|DOOR)\s")
"""`gevr. door Piet`, `gebeld door Piet`, whatever was done; not `Mw. Door de Wit`."""

_OF_MINE: Final = re.compile(r"\s(?:van|of)\s(?:mij|me|ons|mine|us)\b", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\s(?:van|uit|bij|op|from|at|of)\s(?:(?:de|het|'t|ons|onze|mijn|the|our|my)\s(?:[\w-]+\s){0,2}?"
    r"(?:buurt|wijk|"
    r"straat|hoek|overkant|flat|galerij|portiek|kerk|moskee|tempel|buurthuis|wijkcentrum|school|gemeente|voedselbank|"
    r"club|tafel|markt|winkel|bakker|slager|kapper|bieb|bibliotheek|taalles|les|koor|sport|werk|stichting|tuin|"
    r"\w+(?:straat|laan|weg|plein|hof|kade|singel|dreef)|neighbourhood|street|church|mosque|work)\b"
    r"|boven|beneden|(?:de\s)?(?:vorige|laatste)\skeer\b|laatst\b|school\b|hiernaast|hierboven|hieronder|nummer|nr|\d).*$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_EDGES: Final = " .,;:!?-–—/()\"'“”‘’„«»*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention without the words around the name.

    `name` is "" where nothing is left; `relation` what somebody is to the writer (folded, "" where it
    does not say), `gender` what that tells; `placed` = it says where somebody is from (`van boven`);
    `sure` = nothing that was left out may belong to the name.
    """

    name: str
    relation: str = ""
    sure: bool = True
    placed: bool = False

    @property
    def gender(self) -> str:
        """`f` or `m` where the relation tells, else ""."""
        return "f" if self.relation in WOMEN else "m" if self.relation in MEN else ""

    @property
    def kin(self) -> bool:
        """Whether it says no more than that it is somebody of the family."""
        return not self.name and self.relation in KIN


def read_phrase(written: str) -> Phrase:
    """The name in what somebody wrote in place of a name."""
    outside = _peeled(_ASIDE.sub(" ", written))
    aside = _ASIDE.search(written)
    if outside.name or aside is None:
        return outside
    inside = _peeled(aside.group(1))
    return replace(inside, relation=outside.relation or inside.relation)


def _peeled(text: str) -> Phrase:
    """A text without what stands before and after the name in it."""
    said = _OF_MINE.sub("", _SAID.sub("", " ".join(text.split())))
    said = _HEARD.sub(r"\1", _DOOR.sub("", _BY.sub("", said)))
    named = _PLACE.sub("", said)
    found = _without_front(_without_end([word for word in map(_Word, named.split()) if word.bare]))
    if not found.relation:
        found = _without_back(found.words, sure=found.sure)
    name = " ".join(word.written for word in found.words).strip(_EDGES)
    placed = named != said
    return Phrase(name, found.relation, found.sure and not placed, placed)


class _Word:
    """A word as written, and without capitals, accents and signs at its edges."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.bare = fold(written).strip(_EDGES)
        self.ends = written.endswith((",", ":", "-"))
        self.relation = relation_of(self.bare)

    @property
    def is_name(self) -> bool:
        """Whether it may be somebody's first name."""
        return len(self.bare) > 1 and not self.relation and self.bare not in PREFIXES | ARTICLES | _BEFORE

    def is_capital(self) -> bool:
        return self.written.lstrip(_EDGES)[:1].isupper()


@dataclass(frozen=True, slots=True)
class _Peeled:
    words: list[_Word]
    relation: str
    sure: bool


def _without_front(words: list[_Word]) -> _Peeled:
    """Without `ik ben door mijn goede buurvrouw`; what only a family name begins with is doubtful."""
    place, relation, sure = 0, "", True
    while place < len(words):
        word = words[place].bare
        if words[place].relation:
            relation = words[place].relation
            sure = sure and not (word in ALSO_NAMES and words[place].ends)
        elif word == "van" and place + 1 < len(words):
            sure = False
            if relation:
                break
        elif not (word in _BEFORE or word in _MINE or word in _THEIRS or _leads_to_relation(words[place:])):
            break
        place += 1
    return _Peeled(words[place:], relation, sure)


def _leads_to_relation(words: list[_Word]) -> bool:
    """Whether only `een goede` stands before what somebody is."""
    after = next((word.relation for word in words if word.bare not in _BESIDE), "")
    return words[0].bare in _BESIDE and after != ""


def _without_end(words: list[_Word]) -> list[_Word]:
    """Without `denk ik`, and the verb at the end of `door mijn buurvrouw Fatma gevraagd`."""
    end = len(words)
    while end > 1 and words[end - 1].bare in _AFTER:
        end -= 1
    return words[:end]


def _without_back(words: list[_Word], *, sure: bool) -> _Peeled:
    """Without `, mijn buurvrouw`; not where it is somebody else: `Truus haar man`."""
    end = len(words)
    relation = words[end - 1].relation if end > 1 else ""
    if not relation:
        return _Peeled(words[:end], "", sure)
    begin = end - 1
    while begin > 1 and words[begin - 1].bare in _BESIDE:
        begin -= 1
    if words[begin - 1].bare in _THEIRS:
        return _Peeled(words[:end], "", sure)
    mine = words[begin - 1].bare in _MINE
    begin -= mine and begin > 1
    begin -= words[begin - 1].bare == "is" and begin > 1
    apart = mine or words[begin - 1].ends
    return _Peeled(words[:begin], relation, sure and (apart or relation not in ALSO_NAMES))


_MOST_WORDS: Final = 12
"""More are a story, in which a name may be anybody's."""

_NO_FIRST_NAME: Final = PREFIXES - {"van", "met"} | ARTICLES | word_set("um umm oum")
"""Behind these stands a family name, or a child's: `Abu Omar`."""

_SOMEBODY: Final = word_set("iemand familie gezin")


def names_within(written: str) -> list[str]:
    """The words of a sentence that we do not understand that may be a first name: `Joke van de yoga`.

    It has a capital and nothing behind it has; where capitals tell nothing it is the last word. None where it
    is somebody else who is told by that name (`de kinderen van Joke`), or where it has a family name.
    """
    words = [word for word in map(_Word, written.split()) if word.bare]
    if not 2 <= len(words) <= _MOST_WORDS:
        return []
    plain = written.islower() or written.isupper()
    found: list[str] = []
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        if not word.is_name or (before and not _may_begin(before[-1], plain=plain)):
            continue
        if _tells_another(before, word, after):
            return []
        last = not after or (not plain and not any(map(_Word.is_capital, after)) and len(words) > 2)
        if (last and (plain or word.is_capital())) or (word.ends and word.is_capital()):
            found.append(word.bare)
    return found


def _may_begin(before: _Word, *, plain: bool) -> bool:
    """Whether a first name may follow: not behind `van der`, nor behind another, whose family name it is."""
    named = exists(before.bare) and (plain or before.is_capital())
    return before.ends or not (before.bare in _NO_FIRST_NAME or named)


def _tells_another(before: list[_Word], word: _Word, after: list[_Word]) -> bool:
    """Whether it is whose somebody is: `de kinderen van Joke`, `Joke haar man`, `Joke's zus`."""
    whose = word.written.endswith(("'s", "’s")) or (bool(after) and after[0].bare in _THEIRS)
    of = bool(before) and before[-1].bare in {"van", "v", "of", *_THEIRS}
    return whose or (of and any(other.relation or other.bare in _SOMEBODY for other in before))
