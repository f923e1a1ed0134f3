"""Rows about people, from any source, and what can be compared of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from typing import Any, Final, NamedTuple, TypeVar

from pipeline.stages.contacts import contacts_in
from pipeline.stages.names import Name, read_name, read_parts
from pipeline.stages.no_answers import NO_ANSWER, NO_BIRTH, NO_ORGANISATION, NO_PHONE, NO_POSTCODE
from pipeline.stages.normalise import email_key, fold, phone_key
from pipeline.stages.phrases import read_phrase

Value = TypeVar("Value", bound=Any)


class Record(NamedTuple):
    """One row about a person, from any source, as it was written; "" and () are unknown.

    Either `name` holds the whole name, or `given` and `family` its parts (`given` may hold
    initials, `family` its tussenvoegsels). `birth` is a date of birth: ISO (`1961-03-29`) or digits
    (`19610329`). `identifier` is a number that belongs to one person (a client number, a social
    security number). A `birth` may be a year alone (`1961`). `gender` is `m`, `f` or "", as a column of
    its own says. `roles` are as what somebody takes part, `invited_by` is who asked them to.
    """

    name: str = ""
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postcode: str = ""
    street: str = ""
    house_number: str = ""
    city: str = ""
    birth: str = ""
    organisation: str = ""
    identifier: str = ""
    gender: str = ""
    roles: tuple[str, ...] = ()
    invited_by: str = ""


class Traits(NamedTuple):
    """What can be compared of one row, or of several of one person; each thing in one form, () = unknown.

    `births` are eight digits, year first, `years` those of births of which no more is known; `addresses`
    are a street and a house number, `houses` a postcode and a house number; streets, cities, organisations
    and roles are folded; postcodes and identifiers are letters and digits only.
    `inviters` are whole names.
    """

    names: tuple[Name, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    houses: tuple[tuple[str, str], ...] = ()
    cities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    inviters: tuple[Name, ...] = ()


_GENERAL: Final = frozenset({
    "info", "contact", "welkom", "administratie", "receptie", "secretariaat", "office", "balie", "bestuur",
    "buurthuis", "wijkcentrum", "buurtteam", "wijkteam", "planning", "aanmelden", "aanmelding", "inschrijven",
    "inschrijving", "noreply",
})  # fmt: skip
"""What stands before the @ in the address of an organisation."""

_ROLES: Final = {
    **dict.fromkeys(["anders", "overig", "other"], ""),
    **dict.fromkeys(["bewoonster", "bewoners", "buurtbewoner", "buurtbewoonster", "inwoner"], "bewoner"),
    "vrijwilligster": "vrijwilliger",
}
"""What a role, folded, is by another word; "" for what is none."""

_BETWEEN_ADDRESSES: Final = re.compile(r"[;,\s|]+|/(?=\S+@)")
_BETWEEN_PHONES: Final = re.compile(r"\s*(?:[;,|/]|\bof\b|\ben\b|\bor\b|\band\b)\s*")
_LONGEST_PHONE: Final = 15
_ODD: Final = re.compile(r"[\s<>:;|/\\\[\]]")
_NOT_PLAIN: Final = re.compile(r"[<>:;|/\[\]\n]|[^\W\d_] +\S|\S +[^\W\d_]|(?:\d\D*){16}")
"""Where more stands than one telephone or e-mail address; nowhere without a sign that is `_ODD`."""

_MAY_HOLD_CONTACT: Final = re.compile(r"[@\d]")
"""In the field of a name."""

_LONG: Final = 8
"""From so many signs on, one and the same again and again is no number of somebody's own."""

_NOT_SIGN: Final = re.compile(r"[\W_]+")
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DIGITS_OF_DATE: Final = re.compile(r"\d{8}(?:\.0)?")
_YEAR: Final = re.compile(r"([12][0-9]{3})(?:-?00-?00|-[01][0-9])?")
_NUMBERED: Final = re.compile(r"\s*([0-9]+)")
_STREET: Final = re.compile(r"(?<=\w)(?:straat|strasse)\b")


@lru_cache(maxsize=1 << 12)
def _signs(text: str) -> str:
    plain = text.replace(" ", "")
    if plain.isascii() and plain.isalnum():
        return plain.lower()
    return _NOT_SIGN.sub("", fold(text))


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> str:
    words = " ".join(_NOT_SIGN.sub(" ", fold(text)).split())
    return "" if words in NO_ANSWER else words


def _postcode(text: str) -> str:
    """The letters and digits of a postcode; none is letters alone (`geen`)."""
    signs = _signs(text)
    return "" if signs.isalpha() or signs in NO_POSTCODE else signs


def _phone(text: str) -> str | None:
    key = phone_key(text)
    return None if key in NO_PHONE else key


def _is_real(contact: str) -> bool:
    return contact != "" and contact not in NO_PHONE


def _street(text: str) -> str:
    """The words of a street; `Dorpsstraat` is `Dorpsstr.`."""
    return _STREET.sub("str", _words(text))


def _house(text: str) -> str:
    """A house number and what is added to it: `12a`, and `12-1`, which is not 121."""
    if found := _NUMBERED.match(text):
        number, addition = found.group(1), _signs(text[found.end() :])
        return f"{number}-{addition}" if addition[:1].isdecimal() else number + addition
    return _signs(text)


def _year(text: str) -> str:
    """The year of a birth of which no more is known than that, or the month (`1961-03`, `1961-00-00`)."""
    found = _YEAR.fullmatch(text)
    return found[1] if found and found[1] + "0000" not in NO_BIRTH else ""


def _identifier(text: str) -> str:
    """The letters and digits of a number; "" for words (`onbekend`), zeros, and `999999999`."""
    signs = _signs(text)
    filled_in = len(set(signs)) == 1 and (signs[0] == "0" or len(signs) >= _LONG)
    return "" if filled_in or signs.isalpha() else signs


def organisation_key(text: str) -> str:
    """The words of what an organisation is called, folded; "" for what is none (`bewoner`, `n.v.t.`)."""
    words = _words(text)
    return "" if words in NO_ORGANISATION else words


def _role(text: str) -> str:
    words = _words(text)
    return _ROLES.get(words, words)


@lru_cache(maxsize=1 << 14)
def birth_key(text: str) -> str:
    """A date of birth as eight digits, year first; "" for what is none (`00000000`, `0-0-00`)."""
    if found := _DATE.match(text):
        year, month, day = found.groups()
        key = f"{year}{month:0>2}{day:0>2}"
    else:
        key = text[:8] if _DIGITS_OF_DATE.fullmatch(text) and len(set(text[:8])) > 1 else ""
    return "" if key in NO_BIRTH or key.endswith("0000") else key


def _reached(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Telephones and e-mail addresses, each wherever it stands, several in a cell and words beside them."""
    found: list[str] = []
    for said, key in (
        *((said, _phone) for text in record.phones for said in _phones(text)),
        *((said, email_key) for text in record.emails for said in _addresses(text)),
    ):
        several = [contact.key for contact in contacts_in(said)] if not _is_plain(said) else []
        found += filter(_is_real, several or [key(said) or ""])
    return (
        tuple(dict.fromkeys(contact for contact in found if "@" not in contact)),
        tuple(dict.fromkeys(contact for contact in found if "@" in contact)),
    )


def _phones(text: str) -> Sequence[str]:
    """A cell, cut where several telephone numbers meet."""
    if len(text) <= _LONGEST_PHONE or (";" not in text and sum(map(str.isdigit, text)) <= _LONGEST_PHONE):
        return (text,)
    return _BETWEEN_PHONES.split(text)


def _addresses(text: str) -> Sequence[str]:
    """A cell, cut where several e-mail addresses meet."""
    return _BETWEEN_ADDRESSES.split(text) if text.count("@") > 1 else (text,)


def _is_plain(text: str) -> bool:
    """Whether a cell holds one contact and nothing beside, as most do."""
    if (_ODD.search(text) and _NOT_PLAIN.search(text)) or text.count("@") > 1:
        return False
    return len(text) <= _LONGEST_PHONE or "@" in text or len(_phones(text)) == 1


def _are_plain(texts: Sequence[str]) -> bool:
    return not texts or (len(texts) == 1 and _is_plain(texts[0]))


def _key(text: str, key: Callable[[str], str | None]) -> tuple[str, ...]:
    return (found,) if (found := key(text)) else ()


def traits_of(record: Record) -> Traits:
    """What can be compared of a record."""
    name = read_name(record.name) if record.name else read_parts(record.given, record.family)
    if record.gender:
        name = _addressed(name, record.gender)
    number = _house(record.house_number) if record.house_number else ""
    street = _street(record.street) if record.street else ""
    postcode = _postcode(record.postcode) if record.postcode else ""
    organisation = _key(record.organisation, organisation_key) if record.organisation else ()
    if _are_plain(record.phones) and _are_plain(record.emails):
        phones = _key(record.phones[0], _phone) if record.phones else ()
        emails = _key(record.emails[0], email_key) if record.emails else ()
    else:
        phones, emails = _reached(record)
    if _MAY_HOLD_CONTACT.search(record.name):
        held = [contact.key for contact in contacts_in(record.name) if _is_real(contact.key)]
        phones = tuple(dict.fromkeys((*phones, *(key for key in held if "@" not in key))))
        emails = tuple(dict.fromkeys((*emails, *(key for key in held if "@" in key))))
    if general := [email for email in emails if email.partition("@")[0] in _GENERAL]:
        organisation += tuple(email.partition("@")[2] for email in general)
        emails = tuple(email for email in emails if email not in general)
    return Traits(
        () if name.empty else (name,),
        phones,
        emails,
        (postcode,) if postcode else (),
        _key(record.birth, birth_key) if record.birth else (),
        _key(record.birth, _year) if record.birth else (),
        _key(record.identifier, _identifier) if record.identifier else (),
        ((street, number),) if street else (),
        ((postcode, number),) if postcode and number[:1].isdecimal() else (),
        _key(record.city, _words) if record.city else (),
        organisation,
        tuple(dict.fromkeys(filter(None, map(_role, record.roles)))) if record.roles else (),
        _inviters(record.invited_by) if " " in record.invited_by else (),
    )


def _addressed(name: Name, gender: str) -> Name:
    """A name with what a column says of the gender, unless a form of address says something else."""
    return name if name.empty or name.several or name.gender else name._replace(gender=gender)


def _inviters(text: str) -> tuple[Name, ...]:
    """Who is named as who invited, unless by half a name, which is anybody's."""
    name = read_name(read_phrase(text).name)
    return (name,) if name.full and not name.several else ()


def together(rows: Iterable[Traits]) -> Traits:
    """What several rows of one person say, each thing once, whatever the order of the rows."""
    return reduce(both, rows, NOTHING)


def both(one: Traits, other: Traits) -> Traits:
    """What two rows say `together`; most say the same of a thing, or one of them says nothing."""
    if one is NOTHING and max(map(len, other)) < 2:
        return other
    said: Iterable[tuple[Any, Any]] = zip(one, other, strict=True)
    return Traits(*[a if a == b and len(a) < 2 else _each_once(a, b) for a, b in said])


NOTHING: Final = Traits()


def _each_once(ours: tuple[Value, ...], theirs: tuple[Value, ...]) -> tuple[Value, ...]:
    """What two rows say of one thing, sorted."""
    if not theirs and len(ours) < 2:
        return ours
    if not ours and len(theirs) < 2:
        return theirs
    return tuple(sorted({*ours, *theirs}))


def shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Sequence[str]:
    """What both have, in the order of ours; mostly each has one."""
    if ours == theirs:
        return ours
    return () if len(ours) == len(theirs) == 1 else [value for value in ours if value in theirs]


def years_of(row: Traits) -> tuple[str, ...]:
    """The years of birth, of dates or by themselves."""
    return (*row.years, *(birth[:4] for birth in row.births))
