"""What people write around a name: `ik ben gevraagd door mijn buurvrouw Fatma (van de moskee)`."""

import re
from dataclasses import dataclass, replace
from typing import Final

from pipeline.stages.normalise import fold
from pipeline.stages.relations import ALSO_NAMES, KIN, MEN, RELATIONS, WOMEN


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MINE: Final = _words("mijn mn m'n onze ons my our")
_THEIRS: Final = _words("zijn haar hun his her")
_BESIDE: Final = _words("de het een die the a an beste goede oude lieve aardige best good old dear")
"""What stands between, before what somebody is."""

_BEFORE: Final = _words("""
    ik ben was werd kwam via door met samen ook denk volgens mij gevraagd uitgenodigd by with through
""")
_AFTER: Final = _words("""
    denk ik dacht geloof volgens mij gevraagd uitgenodigd meegenomen meegebracht meegekomen mee gehoord
    benaderd ook weer gekomen gevraagt uitgenodigt uitgenodig aangemeld
    """)
_SAID: Final = re.compile(
    r"\s(?:heeft|heb|had|vroeg|nodigde|nam|bracht|haalde|belde|appte|vertelde|wees|invited|asked|brought|told)"
    r"\s(?:het\s|er\s)?(?:aan\s|tegen\s|op\s)?(?:mij|me|ons|m'n|us)(?:\s.*)?$",
    re.IGNORECASE,
)
"""`Piet heeft mij gevraagd`, `Riet nodigde me uit`."""

_BY: Final = re.compile(
    r"^.*\b(?:gevraagd|uitgenodigd|uitnodiging|meegenomen|meegebracht|meegekomen|gekomen|gehoord|benaderd|getipt|"
    r"kaart|kaartje|flyer|folder|briefje|appje|berichtje|tip|invited|asked|brought|came|invitation|heard)"
    r"\s(?:ben\s)?(?:door|met|via|van|by|with|from)\s",
    re.IGNORECASE,
)
"""`ik ben uitgenodigd door Piet`, `flyer van Riet`."""

_PLACE: Final = re.compile(
    r"\s(?:van|uit|bij|op|from|at|of)\s(?:(?:de|het|'t|ons|onze|mijn|the|our|my)\s(?:[\w-]+\s){0,2}?"
    r"(?:buurt|wijk|"
    r"straat|hoek|overkant|flat|galerij|portiek|kerk|moskee|tempel|buurthuis|wijkcentrum|school|gemeente|voedselbank|"
    r"club|tafel|markt|winkel|bakker|slager|kapper|bieb|bibliotheek|taalles|les|koor|sport|werk|stichting|tuin|"
    r"\w+(?:straat|laan|weg|plein|hof|kade|singel|dreef)|neighbourhood|street|church|mosque|work)\b"
    r"|boven|beneden|hiernaast|hierboven|hieronder|nummer|nr|\d).*$",
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
    said = _BY.sub("", _SAID.sub("", " ".join(text.split())))
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
        if word in RELATIONS:
            relation = word
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
    after = next((word.bare for word in words if word.bare not in _BESIDE), "")
    return words[0].bare in _BESIDE and after in RELATIONS


def _without_end(words: list[_Word]) -> list[_Word]:
    """Without `denk ik`, and the verb at the end of `door mijn buurvrouw Fatma gevraagd`."""
    end = len(words)
    while end > 1 and words[end - 1].bare in _AFTER:
        end -= 1
    return words[:end]


def _without_back(words: list[_Word], *, sure: bool) -> _Peeled:
    """Without `, mijn buurvrouw`; not where it is somebody else: `Truus haar man`."""
    end = len(words)
    if end < 2 or words[end - 1].bare not in RELATIONS:
        return _Peeled(words[:end], "", sure)
    relation = words[end - 1].bare
    begin = end - 1
    while begin > 1 and words[begin - 1].bare in _BESIDE:
        begin -= 1
    if words[begin - 1].bare in _THEIRS:
        return _Peeled(words[:end], "", sure)
    mine = words[begin - 1].bare in _MINE
    begin -= mine and begin > 1
    apart = mine or words[begin - 1].ends
    return _Peeled(words[:begin], relation, sure and (apart or relation not in ALSO_NAMES))
