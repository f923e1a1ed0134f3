#!/usr/bin/env python3
"""Invented Dutch sign-ups in which some people stand several times, and who is who.

    python scripts/bench/people_generator.py PEOPLE SEED FILE.csv

Everything is drawn from the seed. The last column, `person`, is the truth. `DIFFICULTIES` says what makes
people hard to recognise and how often it comes; it was written before anything was measured, and is not
changed to suit the program. What also makes it hard are the people themselves: see `people_world.py`
(households on one telephone, father and son of one name, twins, namesakes in one area, organisations).
"""

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from people_world import WORDS, Person, World, plain_letters

DIFFICULTIES: Final = {
    # how somebody's name is written
    "formal instead of call name": 0.12, "second first names added": 0.05, "initials only": 0.08,
    "first name only": 0.02, "initial of the family name": 0.02, "family name only": 0.012,
    "other spelling of the first name": 0.10, "family name first, comma": 0.05,
    "family name first, no comma": 0.05, "tussenvoegsel left out": 0.06, "tussenvoegsel abbreviated": 0.14,
    "other tussenvoegsel": 0.03, "article glued on": 0.25, "married name": 0.45,
    "diacritics left out": 0.55, "mojibake": 0.015, "small letters": 0.14, "capitals": 0.05,
    "title": 0.035, "note": 0.025, "slip in the first name": 0.03, "slip in the family name": 0.04,
    # the telephone
    "no telephone": 0.22, "landline instead": 0.05, "digit wrong": 0.025, "digits turned": 0.008,
    "new number": 0.025, "not a number": 0.01,
    # the address
    "no e-mail": 0.26, "other e-mail": 0.06, "slip in the e-mail": 0.025, "slip in its domain": 0.03,
    "plus in the e-mail": 0.01, "capitals in the e-mail": 0.08,
    # the postcode
    "no postcode": 0.2, "postcode without letters": 0.07, "slip in the postcode": 0.025, "moved": 0.03,
    # the whole row
    "no organisation": 0.3, "nothing but a name": 0.25,
}  # fmt: skip
"""What goes wrong and how often: of the rows, or of those to which it can happen.

A row with nothing but a name is rarer than its parts suggest: most people then leave one way to be found.
"""

ROWS: Final = (1, 2, 3, 4)
ROW_SHARES: Final = (56, 27, 11, 6)
"""How many of a hundred people stand in so many rows."""

KEYS: Final = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
NEXT_TO: Final = {
    sign: line[max(place - 1, 0) : place] + line[place + 1 : place + 2]
    for line in KEYS
    for place, sign in enumerate(line)
}
SHORT: Final = {
    "van": ("v.", "v"), "van der": ("v.d.", "v/d", "vd", "v d", "van d."),
    "van den": ("v.d.", "v/d", "vd", "vd."),
    "van de": ("v.d.", "v/d", "vd"), "van 't": ("v.t", "vant"), "de": ("d.",), "ter": ("t.",),
    "in 't": ("i.t.",),
}  # fmt: skip
CONFUSED: Final = {
    "van der": "van de", "van den": "van de", "van de": "van den", "de": "den", "den": "de", "van": "van de",
}  # fmt: skip
MEN, WOMEN, BOTH = ("dhr.", "Dhr", "de heer", "Meneer"), ("mevr.", "Mw.", "Mevrouw", "mw"), ("drs.", "Dr.")
PHONES: Final = (
    "{a}{b}", "{a}-{b}", "{a} {b}", "{a} {p} {q} {r} {s}", "+31{z}{b}", "+31 {z} {b}", "0031{z}{b}",
    "{z}{b}.0", "({a}) {b}", "{a}.{p}.{q}.{r}.{s}", "+31 (0){z} {b}", "31{z}{b}", "{a}/{b}",
    "{a}- {p}{q} {r}{s}", "{z}{b}", "tel {a}{b}", "{a} - {b}",
)  # fmt: skip
PHONE_SHARES: Final = (30, 14, 14, 6, 8, 5, 2, 3, 1, 1, 2, 1, 1, 2, 2, 1, 1)
SPELLED_POSTCODES: Final = ("{0} {1}", "{0}{1}", "{0}{1}", "{0} {1}")


class Row(NamedTuple):
    """One sign-up as it was written, and who wrote it."""

    name: str
    email: str
    phone: str
    postcode: str
    organisation: str
    person: int


HEADER: Final = ("Naam", "E-mailadres", "Telefoonnummer", "Postcode", "Organisatie", "person")


class Hand:
    """How people fill in a form, with a share of all difficulties."""

    def __init__(self, dice: random.Random, share: float = 1.0) -> None:
        self._dice = dice
        self._share = share

    def signups(self, number: int, person: Person) -> Iterator[Row]:
        """What one person filled in, once or more."""
        for _ in range(self._dice.choices(ROWS, ROW_SHARES)[0]):
            organisation = "" if self._happens("no organisation") else person.organisation
            yield Row(self.name(person), *self._contacts(person), organisation, number)

    def _contacts(self, person: Person) -> tuple[str, str, str]:
        """E-mail, telephone and postcode, hardly ever none of them."""
        while True:
            found = self.email(person), self.phone(person), self.postcode(person)
            if any(found) or self._happens("nothing but a name"):
                return found

    def _happens(self, what: str) -> bool:
        return self._dice.random() < DIFFICULTIES[what] * self._share

    # The name

    def name(self, person: Person) -> str:
        """The name as this row has it."""
        given, family = self._first(person), self._last(person)
        if self._happens("slip in the first name"):
            given = self.slip(given)
        if self._happens("slip in the family name"):
            family = (*family[:-1], self.slip(family[-1]))
        return self._finished(person, self._put_together(given, *family))

    def _first(self, person: Person) -> str:
        given = person.given
        if self._happens("initials only"):
            letters = [given.formal if self._dice.random() < 0.8 else person.call, *person.second][
                : self._dice.choice((1, 1, 2))
            ]
            return self._dice.choice((". ", ".", " ", "")).join(word[0] for word in letters).strip() + (
                "." if self._dice.random() < 0.7 else ""
            )
        if given.spelled and self._happens("other spelling of the first name"):
            return self._dice.choice((given.formal, *given.spelled))
        written = given.formal if self._happens("formal instead of call name") else person.call
        if person.second and self._happens("second first names added"):
            return " ".join((written, *person.second))
        return written

    def _last(self, person: Person) -> tuple[str, str]:
        infix, family = self._infixed(person.infix, person.family, person.community)
        if not person.partner or not self._happens("married name"):
            return infix, family
        other_infix, other = self._infixed(*person.partner, person.community)
        shape = self._dice.random()
        if shape < 0.45:
            return other_infix, other
        joined = self._dice.choice(("-", "-", " - ", " "))
        if shape < 0.85:
            return other_infix, f"{other}{joined}{f'{infix} ' if infix else ''}{family}"
        return infix, f"{family}{joined}{f'{other_infix} ' if other_infix else ''}{other}"

    def _infixed(self, infix: str, family: str, community: str) -> tuple[str, str]:
        if not infix or self._happens("tussenvoegsel left out"):
            return "", family
        if community == "moroccan":
            glued = self._happens("article glued on")
            return (
                ("", self._dice.choice((infix + family.lower(), f"{infix}-{family}")))
                if glued
                else (infix, family)
            )
        if infix in SHORT and self._happens("tussenvoegsel abbreviated"):
            return self._dice.choice(SHORT[infix]), family
        if infix in CONFUSED and self._happens("other tussenvoegsel"):
            return CONFUSED[infix], family
        return (infix.title() if self._dice.random() < 0.1 else infix), family

    def _put_together(self, given: str, infix: str, family: str) -> str:
        last = f"{infix} {family}" if infix else family
        if self._happens("first name only"):
            return given
        if self._happens("initial of the family name"):
            return f"{given} {family[0]}" + self._dice.choice((".", ""))
        if self._happens("family name only"):
            return f"{self._dice.choice(('fam. ', 'mevr. ', 'dhr. ', ''))}{last}"
        if self._happens("family name first, comma"):
            turned = (f"{family}, {given} {infix}", f"{last}, {given}", f"{family}, {infix}, {given}")
            return self._dice.choice(turned if infix else turned[1:2]).strip()
        if self._happens("family name first, no comma"):
            return f"{last} {given}"
        return f"{given} {last}"

    def _finished(self, person: Person, name: str) -> str:
        """Capitals, diacritics, titles and notes."""
        if not name.isascii():
            if self._happens("mojibake"):
                name = name.encode().decode("cp1252", errors="replace").replace("\ufffd", "")
            elif self._happens("diacritics left out"):
                name = without_diacritics(name)
        if self._happens("title"):
            name = f"{self._dice.choice((WOMEN if person.woman else MEN) + BOTH)} {name}"
        if self._happens("note"):
            name = f"{name} {self._dice.choice(NOTES)}"
        if self._happens("small letters"):
            return name.lower()
        return name.upper() if self._happens("capitals") else name

    # Everything else

    def phone(self, person: Person) -> str:
        """A number in one of the many notations."""
        own = person.phone or person.landline
        if own is None or self._happens("no telephone"):
            return ""
        if self._happens("not a number"):
            return self._dice.choice(("geen", "-", "0", "volgt", "nvt"))
        if person.landline and self._happens("landline instead"):
            own = person.landline
        elif self._happens("new number"):
            own = f"06{self._dice.randrange(10_000_000, 60_000_000)}"
        place = self._dice.randrange(3, len(own) - 1)
        if self._happens("digit wrong"):
            own = own[:place] + self._dice.choice("0123456789") + own[place + 1 :]
        elif self._happens("digits turned"):
            own = own[:place] + own[place + 1] + own[place] + own[place + 2 :]
        area = 2 if own.startswith("06") else 3
        a, b = own[:area], own[area:]
        pairs = {"p": b[:2], "q": b[2:4], "r": b[4:6], "s": b[6:]}
        return self._dice.choices(PHONES, PHONE_SHARES)[0].format(a=a, b=b, z=a[1:], **pairs)

    def email(self, person: Person) -> str:
        """An address as somebody types it."""
        address = person.email
        if address is None or self._happens("no e-mail"):
            return ""
        if person.other_email and self._happens("other e-mail"):
            address = person.other_email
        local, _, domain = address.partition("@")
        if self._happens("slip in the e-mail"):
            local = self.slip(local)
        if self._happens("slip in its domain"):
            domain = self._dice.choice([slip for slip in SLIPS if slip[:2] == domain[:2]] or [domain])
        if self._happens("plus in the e-mail"):
            local += self._dice.choice(("+buurt", "+atelier", "+1"))
        written = f"{local}@{domain}"
        return written.capitalize() if self._happens("capitals in the e-mail") else written

    def postcode(self, person: Person) -> str:
        """A postcode, with or without its letters."""
        if self._happens("no postcode"):
            return ""
        digits, letters = person.postcode[:4], person.postcode[4:]
        if self._happens("moved"):
            digits = str(2500 + self._dice.randrange(99))
            letters = "".join(self._dice.choices("ABCDEGHJKLMNPRSTVWXZ", k=2))
        if self._happens("slip in the postcode"):
            digits, letters = self._dice.choice(
                ((digits[:3] + self._dice.choice("0123456789"), letters), (digits, letters[::-1]),
                 (digits, letters[0] + self._dice.choice("ABCDEFGH")))
            )  # fmt: skip
        if self._happens("postcode without letters"):
            return digits
        written = self._dice.choice(SPELLED_POSTCODES).format(digits, letters)
        return written.lower() if self._dice.random() < 0.2 else written

    def slip(self, word: str) -> str:
        """A word with one key too many, too few, wrong, or two turned."""
        if len(word) < 3:
            return word
        place = self._dice.randrange(1, len(word) - 1)
        kind = self._dice.randrange(5)
        if kind == 0:
            return word[:place] + word[place + 1 :]
        if kind == 1:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if kind == 2:
            return word[:place] + word[place] + word[place:]
        near = NEXT_TO.get(word[place].lower(), "") or "e"
        return word[:place] + self._dice.choice(near) + word[place + (kind == 3) :]


NOTES: Final = [note.strip() for note in WORDS["contacts"]["notes"].split(";")]
SLIPS: Final = WORDS["contacts"]["slips"].split()


def without_diacritics(name: str) -> str:
    """The name in plain letters, capitals kept."""
    return "".join(
        sign.upper() if was.isupper() else sign
        for was, sign in zip(name, map(plain_letters, name), strict=True)
    )


def generate(count: int, seed: int, share: float = 1.0) -> list[Row]:
    """The sign-ups of `count` people, in no order; `share` of the difficulties, 1 = as often as they say."""
    hand, dice = Hand(random.Random(seed + 1), share), random.Random(seed + 2)
    rows = [
        row
        for number, person in enumerate(World(count, seed).people())
        for row in hand.signups(number, person)
    ]
    dice.shuffle(rows)
    return rows


def write_csv(rows: list[Row], path: Path) -> None:
    """The rows with the truth in the last column."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        lines.writerows(rows)


if __name__ == "__main__":
    write_csv(generate(int(sys.argv[1]), int(sys.argv[2])), Path(sys.argv[3]))
