"""Telephone numbers and e-mail addresses in what somebody wrote, and whose they are."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from pipeline.stages.normalise import (
    AT,
    DOT,
    NO_WIDTH,
    PLAIN_AT,
    TOP,
    email_key,
    phone_key,
    plain_signs,
)  # fmt: skip
from pipeline.stages.people import Participant

HOUSEHOLD: Final = 6
"""What more people than this have in common is an organisation's, and tells nobody apart."""

_DIGITS: Final = 9
"""The fewest digits of a telephone number, without the 0 that a sheet drops."""

_SIGN: Final = r"[^\s@<>()\[\]{},;:]"
_LABEL: Final = r"[^\s@<>()\[\]{},;:.]{1,64}"
_DOTTED: Final = rf"{_LABEL}(?:(?:\.|{DOT}){_LABEL}){{0,4}}"
_ADDRESS: Final = (
    rf"(?<!{_SIGN})(?:{_SIGN}{{1,64}}{DOT}){{0,2}}{_SIGN}{{1,64}}"
    rf"(?:{AT}{_DOTTED}(?:\.|{DOT})[a-z]{{2,}}|{PLAIN_AT}{_DOTTED}(?:{DOT}[a-z]{{2,}}|\.{TOP}))"
)
_PHONE: Final = rf"(?:\+|\b)\d(?:[\s()./\u2010-\u2015{NO_WIDTH}-]{{0,3}}\d){{8,14}}\b"
_CONTACT: Final = re.compile(
    r"(?:\b(?:tel(?:efoon)?|mob(?:iel)?|nummer|nr|e?-?mail|phone|mobile)\b[.:\s]*)?"
    rf"({_ADDRESS}|{_PHONE})",
    re.IGNORECASE,
)
"""One of these, with the word that says which."""

_DIGITS_IN_A_ROW: Final = re.compile(rf"\d(?:[^\w]{{0,4}}_?\d){{{_DIGITS - 1},}}")
"""So many digits at least, with signs between."""

_PREFIX: Final = re.compile(r"(?:(?:\+|00)\W{0,2}31\W{0,3}(?:0\W{0,2})?|0\W{0,2})$")
"""What may come before the last nine digits of a number."""

_BARE: Final = re.compile(r"\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")

_SOME_AT: Final = re.compile(f"{AT}|{PLAIN_AT}", re.IGNORECASE)


class Contact(NamedTuple):
    """A telephone number or an e-mail address, ready to compare, and where in a text it stands."""

    key: str
    start: int
    end: int


def contacts_in(text: str) -> tuple[Contact, ...]:
    """All telephone numbers and e-mail addresses in a text, in their order, in whatever signs or words."""
    text = plain_signs(text)
    if not _SOME_AT.search(text) and sum(map(str.isdigit, text)) < _DIGITS:
        return ()
    found = ((match, match.group(1)) for match in _CONTACT.finditer(text))
    read = ((match, email_key(said) or phone_key(said)) for match, said in found)
    return tuple(Contact(key, match.start(), match.end()) for match, key in read if key)


def without_contacts(text: str, instead: str = " ") -> str:
    """The text without the contacts in it."""
    for _, start, end in reversed(contacts_in(text)):
        text = text[:start] + instead + text[end:]
    return text


def _bare_addresses(text: str) -> tuple[Contact, ...]:
    """E-mail addresses among quotes, bullets and strokes."""
    found = ((match, email_key(match.group())) for match in _BARE.finditer(text))
    return tuple(Contact(key, match.start(), match.end()) for match, key in found if key)


def _keys(cell: str) -> set[str]:
    """All contacts in a cell of a form: the one that it holds, or several, with words beside them."""
    whole = {phone_key(cell), email_key(cell)}
    return {key for key in (*whole, *(contact.key for contact in contacts_in(cell))) if key}


class Contacts:
    """People by telephone and e-mail address; looked for when somebody first writes one."""

    def __init__(self, people: Iterable[Participant] = ()) -> None:
        self._people = people

    def owners(self, text: str) -> frozenset[str]:
        """The codes of all who have a contact that stands in the text: somebody, or a household."""
        return frozenset().union(*(self._owners[contact.key] for contact in self._found(text)))

    def taken_out(self, text: str, instead: str) -> str:
        """The text with something else instead of every contact that is theirs."""
        pieces, end = [], 0
        for contact in self._found(text):
            if contact.start >= end:
                pieces += [text[end : contact.start], instead]
            end = max(end, contact.end)
        return "".join((*pieces, text[end:]))

    def _found(self, text: str) -> list[Contact]:
        """Their contacts in a text in the order of their beginnings, some found twice."""
        found = (*contacts_in(text), *self._within_numbers(text), *_bare_addresses(text))
        return sorted((contact for contact in found if contact.key in self._owners), key=attrgetter("start"))

    def _within_numbers(self, text: str) -> tuple[Contact, ...]:
        """Their telephone numbers among other digits: before an hour, behind a table, two in a row."""
        found: list[Contact] = []
        for run in _DIGITS_IN_A_ROW.finditer(plain_signs(text)):
            places = [place for place in range(run.start(), run.end()) if run.string[place].isdigit()]
            digits = "".join(run.string[place] for place in places)
            for at in range(len(digits) - _DIGITS + 1):
                if key := self._numbers.get(digits[at : at + _DIGITS]):
                    before = _PREFIX.search(text, max(run.start() - 1, 0), places[at])
                    start = before.start() if before else places[at]
                    found.append(Contact(key, start, places[at + _DIGITS - 1] + 1))
        return tuple(found)

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return {key[-_DIGITS:]: key for key in self._owners if "@" not in key}

    @cached_property
    def _owners(self) -> Mapping[str, set[str]]:
        owners: dict[str, set[str]] = {}
        for person in self._people:
            for claim in person.claims:
                for key in _keys(claim.phone or "") | _keys(claim.email or ""):
                    owners.setdefault(key, set()).add(person.code)
        return {key: codes for key, codes in owners.items() if len(codes) <= HOUSEHOLD}
