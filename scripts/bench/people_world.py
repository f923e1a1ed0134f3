"""Invented people and the households, families and organisations they live and work in."""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")

WORDS: Final = tomllib.loads(Path(__file__).with_name("people_words.toml").read_text(encoding="utf-8"))

LONG_TAIL: Final = 0.4
"""How many bear a family name that is joined from two parts: the rare names of a city."""

PEOPLE_PER_AREA: Final = 1800
"""How many people who take part live in one area of four digits."""

HOUSEHOLDS: Final = {
    "alone": 62, "couple": 11, "parent_and_child": 6, "namesake_in_family": 3, "siblings": 4, "twins": 1.5,
    "family": 4, "colleagues": 6, "namesake_nearby": 2.5,
}  # fmt: skip
"""How often each kind of household comes, of every hundred."""


@dataclass(frozen=True, slots=True)
class Given:
    """A first name: as in the passport, what its bearers are called, how else it is spelled."""

    formal: str
    called: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as they are; what they write about themselves is another matter.

    `partner` is the family name of a spouse that she may bear. `phone` and `email` are None where
    somebody has none; `landline` and `home_email` belong to the whole household.
    """

    community: str
    woman: bool
    given: Given
    call: str
    second: tuple[str, ...]
    infix: str
    family: str
    postcode: str
    partner: tuple[str, str] | None = None
    phone: str | None = None
    landline: str | None = None
    email: str | None = None
    other_email: str | None = None
    home_email: str | None = None
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Community:
    """The names of one group of neighbours, the commonest first, and how common each is."""

    name: str
    men: tuple[Given, ...]
    women: tuple[Given, ...]
    families: tuple[tuple[str, str], ...]
    infixes: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    weights: dict[int, list[float]] = field(default_factory=dict)

    def common(self, dice: random.Random, names: Sequence[T]) -> T:
        """One of these, the first ones far more often (Zipf's law)."""
        if len(names) not in self.weights:
            self.weights[len(names)] = list(accumulate(1 / (place + 2.7) for place in range(len(names))))
        return dice.choices(names, cum_weights=self.weights[len(names)])[0]

    def family(self, dice: random.Random) -> tuple[str, str]:
        """A tussenvoegsel, perhaps empty, and a family name."""
        if dice.random() >= LONG_TAIL:
            return self.common(dice, self.families)
        joined = dice.choice(self.heads) + dice.choice(self.tails)
        infix = dice.choice(self.infixes)
        return (infix, joined) if not infix.endswith(" ") else (infix.strip(), joined)


def _given(text: str) -> Given:
    """`Johannes > Jan Hans` or `Youssef ~ Yusuf` as a first name."""
    formal, _, called = text.replace("_", " ").partition(" > ")
    formal, _, spelled = formal.partition(" ~ ")
    return Given(formal.strip(), tuple(called.split()), tuple(spelled.split()))


def _listed(text: str) -> list[str]:
    return [part.strip() for line in text.strip().splitlines() for part in line.split(";") if part.strip()]


def _family(text: str) -> tuple[str, str]:
    infix, _, name = text.rpartition("|")
    return infix, name


def communities() -> tuple[list[Community], list[int]]:
    """The groups of neighbours and how many of every hundred belong to each."""
    groups = [(name, words) for name, words in WORDS.items() if name != "contacts"]
    return [
        Community(
            name,
            tuple(map(_given, _listed(words["men"]))),
            tuple(map(_given, _listed(words["women"]))),
            tuple(map(_family, _listed(words["families"]))),
            tuple(words["infixes"]),
            tuple(words["heads"].split()),
            tuple(words["tails"].split()),
        )
        for name, words in groups
    ], [words["share"] for _name, words in groups]


class World:
    """Where people come from: one household after the other, the same ones for the same seed."""

    def __init__(self, count: int, seed: int) -> None:
        self._dice = random.Random(seed)
        self._count = count
        self._areas = [2500 + place for place in range(31, 34 + count // PEOPLE_PER_AREA)]
        self._communities, self._shares = communities()
        self._contacts = WORDS["contacts"]
        self._organisations = _listed(self._contacts["organisations"])
        self._made: list[Person] = []
        self._taken: set[str] = set()

    def people(self) -> list[Person]:
        """Everybody, households together."""
        kinds: dict[str, Callable[[], Iterator[Person]]] = {
            kind: getattr(self, f"_{kind}") for kind in HOUSEHOLDS
        }
        names, weights = list(kinds), list(HOUSEHOLDS.values())
        while len(self._made) < self._count:
            kind = self._dice.choices(names, weights)[0]
            self._made.extend(list(kinds[kind]())[: self._count - len(self._made)])
        return self._made

    # Households

    def _alone(self) -> Iterator[Person]:
        yield self._someone()

    def _couple(self) -> Iterator[Person]:
        """Two partners; often she bears his name, and they share a telephone or an address."""
        him = self._someone(woman=False)
        own = self._community(him.community)
        infix, family = own.family(self._dice) if self._dice.random() < 0.7 else (him.infix, him.family)
        her = self._at_home(him, self._someone(him.community, woman=True), infix, family)
        yield him
        yield replace(her, partner=(him.infix, him.family)) if family != him.family else her

    def _parent_and_child(self) -> Iterator[Person]:
        parent = self._someone()
        yield parent
        yield self._relative(parent)

    def _namesake_in_family(self) -> Iterator[Person]:
        """Father and son, mother and daughter, of one name or one initial, at one address."""
        parent = self._someone()
        child = self._relative(parent, woman=parent.woman)
        if self._dice.random() < 0.4:
            child = replace(child, given=parent.given, call=self._called(parent.given))
        else:
            names = self._first_names(parent.community, woman=parent.woman)
            alike = [one for one in names if one.formal[0] == parent.call[0] and one.formal != parent.call]
            given = self._dice.choice(alike) if alike else child.given
            child = replace(child, given=given, call=self._called(given))
        yield parent
        yield replace(child, email=self._address(child) if child.email else None)

    def _siblings(self) -> Iterator[Person]:
        eldest = self._someone()
        yield eldest
        for _ in range(self._dice.choice((1, 1, 2))):
            elsewhere = self._dice.random() < 0.5
            sibling = self._relative(eldest)
            yield replace(sibling, postcode=self._postcode(), landline=None) if elsewhere else sibling

    def _twins(self) -> Iterator[Person]:
        """Two with names a letter or two apart: Hasan and Hakan, Anita and Anika."""
        one = self._someone()
        names = self._first_names(one.community, woman=one.woman)
        nearest = sorted(names, key=lambda name: (_unlike(name.formal, one.call), name.formal))[1:4]
        given = self._dice.choice(nearest)
        yield one
        yield replace(self._relative(one, woman=one.woman), given=given, call=given.formal)

    def _family(self) -> Iterator[Person]:
        parents = list(self._couple())
        yield from parents
        for _ in range(self._dice.choice((1, 1, 2, 3))):
            yield self._relative(parents[0])

    def _colleagues(self) -> Iterator[Person]:
        """People of one organisation: its telephone, its address, some under info@."""
        name = self._dice.choice(self._organisations)
        if self._count > 2000:
            name = f"{name} {self._dice.choice(self._areas)}"
        host = "".join(sign for sign in name.lower() if sign.isalnum()) + ".nl"
        desk, place = self._landline(), self._postcode()
        for _ in range(self._dice.choice((1, 2, 2, 3, 4, 6))):
            person = self._someone()
            plain = plain_letters(f"{person.call[0]}.{person.family}").replace(" ", "")
            own = f"{plain}@{host}"
            yield replace(
                person,
                organisation=name,
                postcode=place if self._dice.random() < 0.6 else person.postcode,
                landline=desk,
                phone=desk if self._dice.random() < 0.25 else person.phone,
                email=f"info@{host}" if self._dice.random() < 0.3 else own,
                other_email=person.email,
            )

    def _namesake_nearby(self) -> Iterator[Person]:
        """Somebody with the very name of somebody else in the same area, and no kin."""
        model = self._dice.choice(self._made) if self._made else self._someone()
        other = self._someone(model.community, woman=model.woman)
        postcode = model.postcode[:4] + other.postcode[4:]
        twin = replace(
            other, given=model.given, call=model.call, infix=model.infix, family=model.family,
            postcode=postcode, partner=None,
        )  # fmt: skip
        yield replace(twin, email=self._address(twin) if twin.email else None)

    # One person

    def _someone(self, community: str | None = None, *, woman: bool | None = None) -> Person:
        own = self._community(community)
        woman = self._dice.random() < 0.58 if woman is None else woman
        given = own.common(self._dice, own.women if woman else own.men)
        infix, family = own.family(self._dice)
        if woman and own.name == "polish" and family.endswith(("ski", "cki")):
            family = family[:-1] + "a"
        second = (own.common(self._dice, own.women if woman else own.men).formal,)
        partner = own.family(self._dice) if woman and self._dice.random() < 0.2 else None
        person = Person(
            own.name, woman, given, self._called(given), second if self._dice.random() < 0.35 else (),
            infix, family, self._postcode(), partner, landline=self._landline(),
            phone=self._mobile() if self._dice.random() < 0.93 else None,
        )  # fmt: skip
        if self._dice.random() < 0.86:
            person = replace(person, email=self._address(person))
        if self._dice.random() < 0.25:
            person = replace(person, other_email=self._address(person))
        return person

    def _relative(self, of: Person, *, woman: bool | None = None) -> Person:
        """Somebody of one family and one address."""
        family = of.family
        person = self._someone(of.community, woman=woman)
        if family.endswith(("ska", "cka")) and not person.woman:
            family = family[:-1] + "i"
        return replace(self._at_home(of, person, of.infix, family), partner=None)

    def _at_home(self, of: Person, person: Person, infix: str, family: str) -> Person:
        """Move somebody into a household: its postcode, its telephone, perhaps its one address."""
        person = replace(person, infix=infix, family=family, postcode=of.postcode, landline=of.landline)
        if of.phone and self._dice.random() < 0.3:
            person = replace(person, phone=of.phone)
        if of.email and self._dice.random() < 0.25:
            return replace(person, email=of.email, home_email=of.email)
        return replace(person, email=self._address(person) if person.email else None)

    def _community(self, name: str | None) -> Community:
        if name is None:
            return self._dice.choices(self._communities, self._shares)[0]
        return next(community for community in self._communities if community.name == name)

    def _first_names(self, community: str, *, woman: bool) -> tuple[Given, ...]:
        own = self._community(community)
        return own.women if woman else own.men

    def _called(self, given: Given) -> str:
        """What somebody of this name goes by."""
        if given.called and self._dice.random() < 0.75:
            return given.called[min(int(self._dice.expovariate(1)), len(given.called) - 1)]
        return self._dice.choice((given.formal, given.formal, *given.spelled))

    # Contacts

    def _own(self, draw: Callable[[], str]) -> str:
        """A number or address that nobody else was given."""
        while (drawn := draw()) and one_box(drawn) in self._taken:
            pass
        self._taken.add(one_box(drawn))
        return drawn

    def _mobile(self) -> str:
        return self._own(lambda: f"06{self._dice.randrange(10_000_000, 60_000_000)}")

    def _landline(self) -> str:
        return self._own(lambda: f"070{self._dice.randrange(2_000_000, 9_999_999)}")

    def _postcode(self) -> str:
        letters = "".join(self._dice.choices("ABCDEGHJKLMNPRSTVWXZ", k=2))
        return f"{self._dice.choice(self._areas)}{letters}"

    def _address(self, person: Person) -> str:
        """An e-mail address as people choose them; one that is taken gets a number."""
        wanted = self._wish(person)
        if one_box(wanted) not in self._taken:
            return self._own(lambda: wanted)
        local, _, domain = wanted.partition("@")
        return self._own(lambda: f"{local}{self._dice.randrange(1, 999_999)}@{domain}")

    def _wish(self, person: Person) -> str:
        dice = self._dice
        first, last = plain_letters(person.call), plain_letters(person.infix + person.family)
        first, last = first.replace(" ", ""), last.replace(" ", "").replace("'", "")
        number = str(dice.choice((dice.randrange(40, 99), dice.randrange(1950, 2006), dice.randrange(1, 9))))
        shapes = (
            f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{first[0]}{last}{number}",
            f"{last}{number}", f"{first}{number}", f"{first}_{last}", f"{last}.{first}", f"fam.{last}",
            f"{dice.choice(self._contacts['nicknames'].split())}{number}", f"{first}.{last}{number}",
        )  # fmt: skip
        weights = (18, 14, 12, 12, 4, 10, 6, 4, 3, 9, 8)
        return f"{dice.choices(shapes, weights)[0]}@{dice.choice(self._contacts['domains'].split())}"


_PLAIN: Final = str.maketrans("ÇĞİÖŞÜçğıöşüâéèëïíáóúãñąćęłńóśźżŁŚŻÉ", "CGIOSUcgiosuaeeeiiaouanacelnoszzLSZE")


def plain_letters(text: str) -> str:
    """Lower case without diacritics, as in an address."""
    return text.translate(_PLAIN).lower()


def one_box(address: str) -> str:
    """The same for addresses that reach one mailbox: dots mean nothing to Gmail."""
    local, _, domain = address.partition("@")
    return f"{local.replace('.', '')}@{domain}" if domain == "gmail.com" else address


def _unlike(one: str, other: str) -> int:
    """A rough number of letters that differ."""
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
