"""What stands in a column of any list, whatever its header says."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from pipeline.stages.births import read_birth, year_of_age
from pipeline.stages.callnames import exists
from pipeline.stages.no_answers import NO_ANSWER
from pipeline.stages.normalise import email_key, fold, phone_key
from pipeline.stages.written_names import PREFIXES, SHORT_PREFIXES, TITLES

WORD: Final = re.compile(r"[a-z0-9]+")
"""The words of a folded text."""

_LETTERS: Final = re.compile(r"[^\W\d_]")
_DUTCH_POSTCODE: Final = re.compile(r"[1-9]\d{3}\s?[A-Za-z]{2}")
_PHONE: Final = re.compile(r"(?:\+|0|\(0|31|6\d{8})[\d\s()./-]*")
_LONGEST: Final = 80
_SPAN: Final = 15
"""Days of birth of one list lie further apart than so many years; moments of filling in do not."""

_YES_OR_NO: Final = 3
"""A shorter word tells whether somebody was invited, not by whom."""

_INFIXES: Final = PREFIXES | SHORT_PREFIXES
_MEN: Final = "m man male mannelijk jongen mann mannlich homme hombre"
_WOMEN: Final = "v f w vrouw female vrouwelijk meisje frau weiblich femme mujer"
_GENDERS: Final = {
    **TITLES,
    "de": "",
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
}

KNOWN: Final = 0.3
"""Of a column of names so many begin or end with a first name that we know."""

Values = Sequence[str]


def share(values: Values, fits: Callable[[str], object]) -> float:
    """How many of the values fit, 0..1; 0 where there are none."""
    return sum(bool(fits(text)) for text in values) / len(values) if values else 0.0


def is_answer(text: str) -> bool:
    """Whether a cell says anything; `n.v.t.` and `-` do not."""
    said = " ".join(WORD.findall(fold(text))) if text else ""
    return said not in NO_ANSWER and any(map(str.isalnum, text))


def gender_told(text: str) -> str:
    """`m` or `f` for what a column of genders or forms of address says; "" for neither, or both."""
    words = WORD.findall(fold(text))
    found = {_GENDERS[word] for word in words if _GENDERS.get(word)}
    return found.pop() if len(found) == 1 and _GENDERS.keys() >= set(words) else ""


def is_infix(text: str) -> bool:
    """Whether no more stands there than what comes before a family name: `van der`, `v.d.`."""
    words = WORD.findall(fold(text))
    return bool(words) and _INFIXES.issuperset(words)


def is_phone(text: str) -> bool:
    """Whether it can be nothing but a telephone number."""
    return (
        bool(_PHONE.fullmatch(text))
        and 9 <= sum(map(str.isdigit, text)) <= 13
        and phone_key(text) is not None
    )


def is_birth(text: str) -> bool:
    """Whether it is a date, written as one."""
    return len(text) in (8, 9, 10) and len(read_birth(text)) == 10


def is_word(text: str) -> bool:
    """Whether it has letters, and is no e-mail address nor a story."""
    return bool(_LETTERS.search(text)) and len(text) <= _LONGEST and "@" not in text


def has_digit(text: str) -> bool:
    """Whether a digit stands in it."""
    return any(map(str.isdigit, text))


def _is_number(text: str) -> bool:
    return text.isdigit() and len(text) <= 4


_LOOKS: Final[Mapping[str, Callable[[str], object]]] = {
    **dict.fromkeys(("name", "given", "initials", "family", "city", "organisation", "role"), is_word),
    "infix": is_infix,
    "gender": gender_told,
    "street": is_word,
    "email": lambda text: "@" in text,
    "phone": lambda text: 6 <= sum(map(str.isdigit, text)) <= 30,
    "postcode": lambda text: len(text) <= 10 and has_digit(text),
    "house_number": lambda text: len(text) <= 12 and has_digit(text),
    "birth": read_birth,
    **dict.fromkeys(("birth_year", "birth_month", "birth_day"), _is_number),
    "age": year_of_age,
    "identifier": bool,
    "invited_by": lambda text: is_word(text) and len(text) > _YES_OR_NO,
}


def may_be(kind: str, values: Values) -> bool:
    """Whether what stands in a column does not belie its header."""
    return not values or share(values, _LOOKS[kind]) >= 0.5


def unmistakable(values: Values) -> str | None:
    """The kind that a column without a telling header can only be, None for most."""
    if share(values, email_key) >= 0.6:
        return "email"
    if share(values, _DUTCH_POSTCODE.fullmatch) >= 0.6:
        return "postcode"
    if share(values, is_birth) >= 0.6:
        years = sorted(read_birth(text)[:4] for text in values if is_birth(text))
        return "birth" if int(years[-1]) - int(years[0]) >= _SPAN else None
    if share(values, lambda text: len(text) > 1 and is_infix(text)) >= 0.8:
        return "infix"
    return "phone" if share(values, is_phone) >= 0.6 else None


@lru_cache(maxsize=1 << 12)
def begins_known(text: str) -> bool:
    """Whether a first name that we know stands at its beginning or its end, or in `Vries, Jan de`."""
    words = WORD.findall(fold(text))
    return any(map(exists, words if "," in text else words[:1] + words[-1:]))


def is_name(text: str) -> bool:
    """Whether it may be somebody's name: a few words without digits."""
    return is_word(text) and not has_digit(text) and len(text.split()) <= 6
