"""Who a name fits, among everybody who takes part."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import Final

from pipeline.stages.callnames import formal_names, spellings_of
from pipeline.stages.compare import Agreement, compare, is_second
from pipeline.stages.genders import gender_of, is_given
from pipeline.stages.names import Name
from pipeline.stages.spelling import Level, are_alike_abroad, bare, sound, spoken, surname

MANY: Final = 400
"""A half name that this many people share says nothing: it is not even looked through."""

FEW: Final = 50
"""The same of what two names share that have a slip in each part, or no more than a letter of one."""


class Fit(IntEnum):
    """How well a name fits somebody, the worst first.

    `PERHAPS` = two slips apart, a family name without anything before it, a script without vowels, or what
    is somebody's second first name;
    `AKIN` = only a first name that goes with theirs and is one by itself (`Hans`, who signed up as Johan);
    `CALLED` = only a call name that is nothing else (`Gosia`, who signed up as Małgorzata), or what a first
    name is in another language (`Yusuf`, Youssef); `PART` = only a
    first name or only a family name; `WEAK` = an initial or another first name with the family name;
    `NEAR` = a slip; `SPELLED` = another spelling or a call name; `FULL` = the same name.
    """

    PERHAPS = 1
    AKIN = 2
    CALLED = 3
    PART = 4
    WEAK = 5
    NEAR = 6
    SPELLED = 7
    FULL = 8


HALF: Final = frozenset({Fit.AKIN, Fit.CALLED, Fit.PART})
"""Half a name: whoever has the other half may be meant as well."""


def fit(found: Agreement) -> Fit | None:
    """What an agreement of two names is worth when one of them is all we have; None = does not fit."""
    given, family = found.given, found.family
    if given is Level.CONFLICT or family is Level.CONFLICT:
        return None
    if found.whole and not found.doubtful and not found.swapped:
        worst = min(given, family)
        return Fit.FULL if worst is Level.SAME else Fit.SPELLED if worst is Level.VARIANT else Fit.NEAR
    if given >= Level.WEAK and family >= Level.NEAR:
        return Fit.PERHAPS if is_second(given, found.firsts) else Fit.WEAK
    if given is family is Level.WEAK:  # `San L.`, who signed up as S. Lee
        return Fit.PERHAPS
    if given >= Level.VARIANT and family in (Level.MISSING, Level.WEAK):
        return _by_first_name(given, *found.firsts)
    if given is Level.MISSING and family >= Level.VARIANT:
        return Fit.PART
    return Fit.PERHAPS if max(given, family) >= Level.VARIANT and min(given, family) is Level.FAR else None


def is_another(name: Name, names: Collection[Name]) -> bool:
    """Whether a whole name is none of somebody's whole names, though half of one fits.

    Who is also known as `Gerrit` is not everybody who is called so. Whose family name fits one of them and
    whose first name another, is: Fatma Kaya, who is `mevr. de Boer` too, is Fatma de Boer.
    """
    if not name.full or not any(known.full for known in names):
        return False
    found = [compare(name, known) for known in names]
    wholly = any(fit(one) for one, known in zip(found, names, strict=True) if known.full)
    both = any(one.given >= Level.VARIANT for one in found) and any(one.family >= Level.NEAR for one in found)
    return not (wholly or both)


def _by_first_name(given: Level, name: str, known: str) -> Fit:
    """What a first name alone is worth: `Gosia` is a Małgorzata, but `Riet` may be another than Maria."""
    if given is Level.SAME or sound(name) == sound(known):
        return Fit.PART
    abroad = known in spellings_of(name) or are_alike_abroad(name, known)
    return Fit.CALLED if abroad or _is_nothing_else(name, known) else Fit.AKIN


def _is_nothing_else(name: str, known: str) -> bool:
    """Whether a name is no more than what those of one formal name are called."""
    formal = formal_names(name)
    return known in formal and formal <= {*spellings_of(known), known} and not is_given(name)


def _addressed(found: Fit | None, name: Name, known: Name) -> Fit | None:
    """The fit of `mevr. Jansen`: nobody whose first name is a man's, and of others only perhaps.

    `partner Fatma Kaya` is only perhaps Fatma Kaya, and Kees perhaps who wrote `Bep en Kees`.
    """
    if found is not None and (name.related != known.related or known.several > name.several):
        return Fit.PERHAPS
    if found is not None and name.gender and known.gender and name.gender != known.gender:
        return Fit.PERHAPS
    if found is not Fit.PART or name.given or not name.gender or known.gender or not known.given:
        return found
    theirs = gender_of(known.given[0])
    return Fit.PERHAPS if not theirs else found if theirs == name.gender else None


_SOFT: Final = re.compile(r"[aeiouwy]|h$")
_VOWEL: Final = re.compile(r"[aeiou]")
_DOUBLE: Final = re.compile(r"(.)\1+")
_LIKE: Final = (("kh", "g"), ("gh", "g"), ("dj", "j"), ("sj", "sh"), ("q", "k"), ("c", "k"), ("z", "s"))


@lru_cache(maxsize=1 << 12)
def _bones(word: str) -> str:
    """The consonants of a word, as a script without vowels writes them."""
    for written, said in _LIKE:
        word = word.replace(written, said)
    return _DOUBLE.sub(r"\1", _SOFT.sub("", word))


def _is_bones(name: Name) -> bool:
    """Whether a first name is written without vowels, as Arabic is."""
    return bool(name.given) and len(name.given[0]) > 2 and _VOWEL.search(name.given[0]) is None


def _bones_keys(name: Name, *, sought: bool = False) -> Iterator[str]:
    """Keys by which a name with vowels and one without find each other, whichever is `sought`."""
    if name.given and len(bones := _bones(name.given[0])) > 1:
        yield f"{'~' if _is_bones(name) is sought else '-'}{bones}"


def _by_bones(name: Name, known: Name) -> Fit:
    """What two first names of the same consonants are worth: with a family name that agrees too, enough."""
    agree = _bones_of_families(name) & _bones_of_families(known)
    return Fit.WEAK if agree else Fit.PERHAPS


def _bones_of_families(name: Name) -> set[str]:
    """The consonants of the family names, without the article."""
    return {_bones(bare(family)).removeprefix("l") for family in name.family} - {""}


def _whole_keys(name: Name) -> Iterator[str]:
    """Keys that two spellings of one whole name share, whichever part stands first."""
    families = list(map(surname, name.family))
    for given in name.given:
        for said in spoken(given):
            for family in families:
                yield f"={said}|{family}" if said < family else f"={family}|{said}"


def _near_keys(name: Name) -> Iterator[str]:
    """Keys that two names share when one part has a slip, or is an initial."""
    for family in map(surname, name.family):
        for given in name.given:
            yield f"^{given[0]}|{family}"
            for said in spoken(given):
                yield f"^{said[0]}|{family}"  # a C may be Cees, who is told as Kees; Charlotte sounds as an S
                if len(given) > 1:
                    yield f"<{said}|{family[:2]}"
                    yield f">{said}|{family[-2:]}"


def _slipped_keys(name: Name) -> Iterator[str]:
    """Keys that two names share when each part has a slip: `Vinccent Zorgwliet`, Vincent Zorgvliet."""
    for family in map(surname, name.family):
        for given in map(sound, name.given):
            if len(given) > 1 and len(family) > 3:
                yield f"/{given[0]}|{family[:3]}"
                yield f"|{given[0]}|{family[0]}{family[-2:]}"


def _letter_keys(name: Name) -> Iterator[str]:
    """A key that `San L.` and `S. Lee` share."""
    if name.given and name.family and (len(name.given[0]) == 1 or len(name.family[0]) == 1):
        yield f"#{name.given[0][0]}{name.family[0][0]}"


def _half_keys(name: Name) -> Iterator[str]:
    """Keys of first names alone and of family names alone."""
    glued = ("".join(name.given[:2]),) if len(name.given) > 1 else ()
    for given in name.given + glued:
        yield from (f"g{said}" for said in spoken(given))
    for family in name.family:
        yield f"f{surname(family)}"


_KINDS: Final = (_whole_keys, _near_keys, _slipped_keys, _letter_keys, _half_keys, _bones_keys)
"""All kinds of keys by which people are found."""


class Lookup:
    """Everybody by name. An owner (a group, a participant's code) may have several names.

    Most keys lead to one person only, and need no list.
    """

    def __init__(self, entries: Iterable[tuple[str, Name]] = ()) -> None:
        self._only: dict[str, tuple[str, Name]] = {}
        self._several: dict[str, list[tuple[str, Name]]] = {}
        for owner, name in entries:
            self.add(owner, name)

    def add(self, owner: str, name: Name) -> None:
        """Let `owner` be found by this name, too."""
        entry = (owner, name)
        for key in set(chain.from_iterable(keys(name) for keys in _KINDS)):
            if key in self._several:
                self._several[key].append(entry)
            elif (first := self._only.setdefault(key, entry)) is not entry:
                self._several[key] = [first, entry]

    def fits(self, name: Name) -> dict[str, Fit]:
        """Everybody whom `name` fits, with how well; of somebody with several names the best counts."""
        readings = tuple(reading for reading in (name, name.turned()) if reading is not None)
        if name.family and name.given:
            best = self._among(name, (key for reading in readings for key in _whole_keys(reading)))
            if any(found >= Fit.SPELLED for found in best.values()):
                return best
            best |= self._among(name, (key for reading in readings for key in _near_keys(reading)))
            if any(found > Fit.PERHAPS for found in best.values()):
                return best
        else:
            best = {}
        best |= self._among(name, (key for reading in readings for key in _half_keys(reading)))
        return best or self._perhaps(name)

    def _perhaps(self, name: Name) -> dict[str, Fit]:
        """Whom a name may fit that has two slips, one letter, no vowels, or is no more than a family name."""
        keys = (*_slipped_keys(name), *_letter_keys(name))
        telling = [key for key in keys if len(self._entries(key)) <= FEW]
        best = dict.fromkeys(self._among(name, telling), Fit.PERHAPS)
        for key in _bones_keys(name, sought=True):
            for owner, known in self._entries(key):
                best[owner] = max(_by_bones(name, known), best.get(owner, Fit.PERHAPS))
        if best:
            return best
        if name.family:
            return self._by_title(name)
        return dict.fromkeys(self._among(name.as_family(), _half_keys(name.as_family())), Fit.PERHAPS)

    def _by_title(self, name: Name) -> dict[str, Fit]:
        """Whom `mevrouw Grace` fits, where no such family name is known."""
        if name.given or not name.gender or name.related or name.words != (name.letters,):
            return {}
        if gender_of(name.letters) not in ("", name.gender):
            return {}
        first = name._replace(given=name.words, family=())
        return {code: how for code, how in self._among(first, _half_keys(first)).items() if how in HALF}

    def _among(self, name: Name, keys: Iterable[str]) -> dict[str, Fit]:
        best: dict[str, Fit] = {}
        for key in set(keys):
            for owner, known in self._entries(key):
                found = _addressed(fit(compare(name, known)), name, known)
                if found is not None and found > best.get(owner, 0):
                    best[owner] = found
        return best

    def _entries(self, key: str) -> Sequence[tuple[str, Name]]:
        several = self._several.get(key)
        if several is not None:
            return several if len(several) <= MANY else ()
        only = self._only.get(key)
        return () if only is None else (only,)
