"""How common each thing is among all rows: sharing a rare name says more than sharing `de Jong`."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import comb
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from pipeline.stages.nearness import is_dutch
from pipeline.stages.records import Traits
from pipeline.stages.spelling import surname

_SPELLED: Final = 3
"""So many names with one date of birth may be one person's, written differently."""

_BELIEF: Final = 100
"""What is thought beforehand of a value counts as if so many people had been seen."""


class Before(NamedTuple):
    """How common a value is before any row was seen; `slip` and `part`: a date of birth but for that."""

    given: float = 0.003
    family: float = 0.0015
    postcode: float = 0.003
    beside: float = 0.004
    area: float = 0.05
    birth: float = 0.00005
    slip: float = 0.0012
    part: float = 0.005
    street: float = 0.003
    city: float = 0.05
    organisation: float = 0.02
    role: float = 0.6


BEFORE: Final = Before()

People = Sequence[tuple[Traits, str, str]]
"""Rows with a name (they have one at most), the first of its first names and of its family names, or ""."""


class Common:
    """The share of strangers who have a value too."""

    def __init__(self, values: Iterable[str], before: float, size: int) -> None:
        self._counts = Counter(values)
        self._before = before * _BELIEF
        self._size = size + _BELIEF

    def of(self, one: str, other: str) -> float:
        """The share of the commoner of two values."""
        count = self._counts.get(one, 0)
        if other != one:
            count = max(count, self._counts.get(other, 0))
        return (count + self._before) / self._size


class Beside:
    """Values of one length, and how common those are that differ in one sign: `2531` and `2533`."""

    def __init__(self, values: Iterable[str], before: float, size: int) -> None:
        self._like = Common((like for value in values for like in _like(value)), before, size)

    def of(self, one: str, other: str) -> float:
        """The share of strangers whose value differs from these in the same sign."""
        shared = set(_like(one)).intersection(_like(other))
        return max(self._like.of(like, like) for like in shared or ("",))


class Births:
    """Dates of birth: how many strangers share one, and how many have one that nearly agrees.

    Strangers share dates as often as chance has it, however long the list; and some dates far oftener, as
    those of all who know no more than the year. What no more than `_SPELLED` names share may be one person's.
    """

    def __init__(self, births: Iterable[str], size: int) -> None:
        counts = Counter(births)
        self._crowds = {birth: times - _SPELLED for birth, times in counts.items() if times > _SPELLED}
        self._nearly = Counter(like for birth in counts.elements() for like in _nearly(birth))
        self._known: dict[str, tuple[int, int]] = {}
        self._size = size + _BELIEF

    def of(self, *births: str) -> float:
        """The share of strangers who are born on the commonest of these days."""
        return BEFORE.birth + max(self._crowds.get(birth, 0) for birth in births) / self._size

    def slip(self, *births: str) -> float:
        """The share of strangers whose date differs from the commoner of these in one sign."""
        return self._share(max(self._near(birth)[0] for birth in births), BEFORE.slip)

    def part(self, *births: str) -> float:
        """The same for another year, month or day, where that is more than a sign."""
        return self._share(max(self._near(birth)[1] for birth in births), BEFORE.part)

    def _share(self, times: int, before: float) -> float:
        return (times + before * _BELIEF) / self._size

    def _near(self, birth: str) -> tuple[int, int]:
        """How many dates differ from this one in a sign, and how many in no more than a part."""
        if (known := self._known.get(birth)) is None:
            slipped, parted = (
                sum(self._nearly[like] - self._nearly[birth] for like in likes)
                for likes in (_like(birth), _without_part(birth))
            )
            known = self._known[birth] = slipped, max(parted - slipped, 0)
        return known


def _nearly(birth: str) -> list[str]:
    return [birth, *_like(birth), *_without_part(birth)]


def _without_part(birth: str) -> tuple[str, ...]:
    return f"....{birth[4:]}", f"{birth[:4]}..{birth[6:]}", f"{birth[:6]}.."


def _like(value: str) -> list[str]:
    return [f"{value[:place]}.{value[place + 1 :]}" for place in range(len(value))]


class Shared:
    """Telephones and addresses, and how many people share each, told apart by their initials.

    A family may share one; what more than `_FAMILY` share is an organisation's, and says as little as
    so many people make it say. What people of `_NAMES` family names gave is a volunteer's, who filled in the
    form for them, and says nothing.
    """

    _FAMILY: Final = 3
    _NAMES: Final = 5
    _SLIGHT: Final = 0.05

    def __init__(self, people: People, trait: str, size: int) -> None:
        key_of = attrgetter(trait)
        bearers = {(key, given[:1]) for row, given, _ in people if given for key in key_of(row)}
        self._counts = Counter(key for key, _ in bearers)
        crowded = {key for key, people in self._counts.items() if people > self._FAMILY}
        named = {(key, family) for row, _, family in people for key in key_of(row) if key in crowded}
        families = Counter(key for key, _ in {(key, surname(family)) for key, family in named if family[1:]})
        self._nobodys = {key for key, names in families.items() if names >= self._NAMES}
        self._size = size

    def of(self, key: str) -> float:
        """The share of strangers who have it too."""
        if key in self._nobodys:
            return 1.0
        return max(self._SLIGHT, self._counts[key] - self._FAMILY) / self._size


class Series:
    """Telephone numbers that lie close together, as those of one organisation do, or invented ones."""

    _CHANCE: Final = 0.00001
    _LAST: Final = -2

    def __init__(self, phones: Iterable[str], size: int) -> None:
        self._counts = Counter(phone[: self._LAST] for phone in set(phones))
        self._size = size

    def of(self, one: str, other: str) -> float:
        """The share of strangers whose number is as near as these two are."""
        near = max(self._counts[phone[: self._LAST]] for phone in (one, other))
        return max(near - 2, 0) / self._size + self._CHANCE


class Commonness:
    """How common everything in these rows is; persons are told apart by their names alone."""

    def __init__(self, rows: Sequence[Traits]) -> None:
        size = max(len(rows), 2)
        self.rows = size
        people = [
            (row, name.given[0] if name.given else "", name.family[0] if name.family else "")
            for row in rows
            for name in row.names[:1]
        ]
        names = {(given, family) for _, given, family in people}
        self.named = len(names)
        self.given = Common((given for given, _ in names), BEFORE.given, len(names))
        self.family = Common((family for _, family in names), BEFORE.family, len(names))
        self.phone = Shared(people, "phones", size)
        self.email = Shared(people, "emails", size)
        self.series = Series((key for row in rows for key in row.phones), size)
        self.postcode = Common(_of_people(people, "postcodes"), BEFORE.postcode, size)
        self.area = Common((code[:4] for row in rows for code in row.postcodes), BEFORE.area, size)
        codes = [code for row in rows for code in row.postcodes]
        others = [code for code in codes if not is_dutch(code)]
        self.dutch = 2 * len(others) < len(codes)  # then others are halves: `2531` is a neighbourhood
        self.beside = Beside(others, BEFORE.beside, size)
        self.birth = Births(_of_people(people, "births"), size)
        self.street = Common((street for row in rows for street, _ in row.addresses), BEFORE.street, size)
        self.city = Common((city for row in rows for city in row.cities), BEFORE.city, size)
        self.organisation = Common(
            (name for row in rows for name in row.organisations), BEFORE.organisation, size
        )
        self.role = Common((role for row in rows for role in row.roles), BEFORE.role, size)
        self.community = _community(rows)


_COMMUNITY: Final = 4.0
_SEEN: Final = 10.0
_OTHER_BIRTH: Final = 0.02
_OTHER_PHONE: Final = 0.15
"""So many pairs of one person's rows differ, beside those that agree."""


def _community(rows: Sequence[Traits]) -> float:
    """How much likelier those who share a first name are to share a family name: names keep to communities.

    Counted in pairs of one whole name whose dates of birth differ in year and in day, else whose telephones
    do, for these are of two people, but for a few. Four times, before any was seen.
    """
    found, expected = 0.0, 0.0
    for tells, wrong in ((_year_and_day, _OTHER_BIRTH), (_phone, _OTHER_PHONE)):
        whole = [
            (name.given[0], name.family[0], *said)
            for row in rows
            if (said := tells(row))
            for name in row.names[:1]
            if name.full
        ]
        given, family, *said_beside = zip(*whole, strict=True) if whole else ((), ())
        names = list(zip(given, family, strict=True))
        pairs = max(comb(len(whole), 2), 1)
        found = max(_apart(names, said_beside) - wrong * _pairs_in(whole), 0)
        sharing = _pairs_in(given) * _pairs_in(family) / pairs
        expected = sharing * _apart([()] * len(whole), said_beside) / pairs
        if expected > _SEEN:
            break
    return min(max((found + _COMMUNITY * _SEEN) / (expected + _SEEN), 1.0), 5.0)


def _year_and_day(row: Traits) -> tuple[str, ...]:
    return (row.births[0][:4], row.births[0][4:]) if row.births else ()


def _phone(row: Traits) -> tuple[str, ...]:
    return row.phones[:1]


def _apart(names: Sequence[Hashable], said_beside: Sequence[Sequence[str]]) -> int:
    """How many pairs of one name differ in all that is said beside it: one thing or two, a column each."""
    alike = sum(_pairs_in(zip(names, said, strict=True)) for said in said_beside)
    counted_twice = _pairs_in(zip(names, *said_beside, strict=True)) if len(said_beside) > 1 else 0
    return _pairs_in(names) - alike + counted_twice


def _pairs_in(values: Iterable[Hashable]) -> int:
    return sum(comb(times, 2) for times in Counter(values).values())


def _of_people(people: People, trait: str) -> Iterable[str]:
    """Each value once for every name that has it: one person's rows do not make it common."""
    values_of = attrgetter(trait)
    return map(itemgetter(0), {(value, *named) for row, *named in people for value in values_of(row)})
