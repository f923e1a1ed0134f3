"""Who a name fits, among everybody who takes part."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Final

from pipeline.stages.compare import Agreement, compare
from pipeline.stages.names import Name
from pipeline.stages.spelling import Level, sound, spoken

MANY: Final = 400
"""A half name that this many people share says nothing: it is not even looked through."""


class Fit(IntEnum):
    """How well a name fits somebody, the worst first.

    `PERHAPS` = two slips apart; `PART` = only a first name or only a family name;
    `WEAK` = an initial or another first name with the family name; `NEAR` = a slip;
    `SPELLED` = another spelling or a call name; `FULL` = the same name.
    """

    PERHAPS = 1
    PART = 2
    WEAK = 3
    NEAR = 4
    SPELLED = 5
    FULL = 6


def fit(found: Agreement) -> Fit | None:
    """What an agreement of two names is worth when one of them is all we have; None = does not fit."""
    given, family = found.given, found.family
    if given is Level.CONFLICT or family is Level.CONFLICT:
        return None
    if found.whole and not found.doubtful and not found.swapped:
        worst = min(given, family)
        return Fit.FULL if worst is Level.SAME else Fit.SPELLED if worst is Level.VARIANT else Fit.NEAR
    if given >= Level.WEAK and family >= Level.NEAR:
        return Fit.WEAK
    if given >= Level.VARIANT and family in (Level.MISSING, Level.WEAK):
        return Fit.PART
    if given is Level.MISSING and family >= Level.VARIANT:
        return Fit.PART
    return Fit.PERHAPS if max(given, family) >= Level.VARIANT and min(given, family) is Level.FAR else None


def _whole_keys(name: Name) -> Iterator[str]:
    """Keys that two spellings of one whole name share, whichever part stands first."""
    families = [sound(family) for family in name.family]
    for given in name.given:
        for said in spoken(given):
            for family in families:
                yield f"={said}|{family}" if said < family else f"={family}|{said}"


def _near_keys(name: Name) -> Iterator[str]:
    """Keys that two names share when one part has a slip, or is an initial."""
    for family in map(sound, name.family):
        for given in name.given:
            for said in spoken(given):
                yield f"^{said[0]}|{family}"
                if len(given) > 1:
                    yield f"<{said}|{family[:2]}"
                    yield f">{said}|{family[-2:]}"


def _half_keys(name: Name) -> Iterator[str]:
    """Keys of first names alone and of family names alone."""
    for given in name.given:
        yield from (f"g{said}" for said in spoken(given))
    for family in name.family:
        yield f"f{sound(family)}"


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
        for key in {*_whole_keys(name), *_near_keys(name), *_half_keys(name)}:
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
            if best:
                return best
        return self._among(name, (key for reading in readings for key in _half_keys(reading)))

    def _among(self, name: Name, keys: Iterable[str]) -> dict[str, Fit]:
        best: dict[str, Fit] = {}
        for key in set(keys):
            for owner, known in self._entries(key):
                found = fit(compare(name, known))
                if found is not None and found > best.get(owner, 0):
                    best[owner] = found
        return best

    def _entries(self, key: str) -> Sequence[tuple[str, Name]]:
        several = self._several.get(key)
        if several is not None:
            return several if len(several) <= MANY else ()
        only = self._only.get(key)
        return () if only is None else (only,)
