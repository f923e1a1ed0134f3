"""Names, telephones, e-mail addresses, postcodes and tables in one form, ready to compare."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from pipeline.stages.no_answers import NO_MAILBOX

_MOJIBAKE: Final = re.compile(
    r"[\u00c2-\u00c5\u00d0\u00d1\u00e2-\u00e5\u00f0\u00f1][\u0080-\u00bf\u0152-\u2122]"
)
_CAPITALS: Final = str.maketrans(
    "\u00e2\u00e3\u00e4\u00e5\u00f0\u00f1", "\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1"
)
"""The first halves of such letters, where somebody made small letters of it afterwards."""

_TURKISH: Final = str.maketrans("\u00fe\u00de\u00f0\u00d0\u00fd\u00dd", "sSgGiI")
_ICELANDIC: Final = frozenset("\u00fe\u00de\u00f0\u00d0")
"""What stands in hardly any name of this country but in a Turkish one that was misread."""

NO_WIDTH: Final = "\u200b"

_NOUGHTS: Final = re.compile(r"[.,]0{1,2}$")
"""What a sheet puts behind a number."""

_NOT_DIGIT: Final = re.compile(r"\D+")
_REMARK: Final = re.compile(r"(?<=\d)\s*(?:[(\[]\s*)?[^\W\d].*")
"""What somebody wrote behind a number: `0612345678 (na 18 u)`."""
_ENDS: Final = ".,;:!?\"'"
_COMMA: Final = re.compile(r",(?=[a-z]{2,4}$)")
"""A slip of the keys beside the dot: `noor@voorbeeld,nl`."""

_EMAIL: Final = re.compile(r"^([^@\s]+)@([^@\s]+\.[a-z]{2,})$")
AT: Final = (
    r"(?:\s?@\s?|\s?[(\[{<]\s?(?:at|a|@|apenstaart(?:je)?)\s?[)\]}>]\s?|\s{1,2}apenstaart(?:je)?\s{1,2})"
)
DOT: Final = r"(?:\s?[(\[{<]\s?(?:dot|punt|\.)\s?[)\]}>]\s?|\s{1,2}(?:dot|punt)\s{1,2})"
"""How people write @ and a dot that no machine is to read, or that they say aloud."""

PLAIN_AT: Final = r"\s{1,2}at\s{1,2}"
"""A word besides: an @ only before what ends as an address does."""

TOP: Final = r"(?:nl|com|net|org|eu|be|de|info)\b"
_SPELLED_AT: Final = re.compile(f"{AT}|{PLAIN_AT}")
_SPELLED_DOT: Final = re.compile(DOT)
_POSTCODE: Final = re.compile(r"^(\d{4})([a-z]{2})?$")
_BOUNDS_OF_PHONE: Final = (8, 15)

_TYPED_DOMAINS: Final = {
    "gmail.con": "gmail.com", "gmail.co": "gmail.com", "gmail.cm": "gmail.com", "gmail.om": "gmail.com",
    "gmail.nl": "gmail.com", "gamil.com": "gmail.com", "gmial.com": "gmail.com", "gmai.com": "gmail.com",
    "gmal.com": "gmail.com", "gmail.comm": "gmail.com", "gmaill.com": "gmail.com",
    "googlemail.com": "gmail.com", "hotmail.con": "hotmail.com", "hotmail.co": "hotmail.com",
    "hotmial.com": "hotmail.com", "hotnail.com": "hotmail.com", "hotmal.com": "hotmail.com",
    "hotmil.com": "hotmail.com", "homtail.com": "hotmail.com", "outlook.con": "outlook.com",
    "outlok.com": "outlook.com", "otlook.com": "outlook.com", "yahoo.con": "yahoo.com",
    "yaho.com": "yahoo.com", "icloud.con": "icloud.com", "iclod.com": "icloud.com",
    "live.ln": "live.nl", "zigo.nl": "ziggo.nl", "ziggo.ln": "ziggo.nl", "kpnmail.ln": "kpnmail.nl",
}  # fmt: skip
"""Obvious slips in the domain of an address, and the domain that was meant."""

_NUMBERS: Final = {
    word: str(number)
    for words in (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien twintig",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(words.split(), start=1)
}
_TABLE_WORDS: Final = frozenset(
    {"tafel", "table", "groep", "group", "nummer", "number", "nr", "no", "de", "the"}
)
_GLUED_TABLE: Final = re.compile(r"^(?:tafel|table|groep|group|t)(?=\d)")


def repair(text: str) -> str:
    """Undo UTF-8 that was once read as Western European (`YÄ±lmaz` for `Yılmaz`)."""
    if text.isascii() or not _MOJIBAKE.search(text):
        return text
    for written in (text, text.translate(_CAPITALS)):
        for encoding in ("cp1252", "latin-1"):
            try:
                return written.encode(encoding).decode()
            except UnicodeError:
                continue
    return text


def _turkish(text: str) -> str:
    """Undo Turkish that was once read as Western European (`Ayþe` for `Ayşe`)."""
    return text if _ICELANDIC.isdisjoint(text) else text.translate(_TURKISH)


def fold(text: str) -> str:
    """Lower case without accents, in plain letters, single spaces: what two spellings have in common."""
    plain = text if text.isascii() else anyascii(_turkish(repair(text)))
    return " ".join(plain.lower().split())


@lru_cache(maxsize=1 << 10)
def _plain_sign(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if unicodedata.category(sign) == "Cf":
        return NO_WIDTH
    plain = unicodedata.normalize("NFKC", sign) if unicodedata.east_asian_width(sign) in "FHW" else sign
    return "." if plain == "\u3002" else plain if len(plain) == 1 else sign


def plain_signs(text: str) -> str:
    """A text in which the digits of every script are 0 to 9, and the wide signs of other keyboards the usual.

    It is as long as before, each sign in its place; marks of direction and what else has no width are
    NO_WIDTH.
    """
    return text if text.isascii() else "".join(map(_plain_sign, text))


def phone_key(text: str) -> str | None:
    """A telephone number as `+` and digits, None for what is none (`geen`, `0000000000`).

    A number without a country is taken to be Dutch; the 0 that a sheet drops is put back, the `.0` that it
    adds taken off.
    """
    digits = text.replace(" ", "").replace("-", "")
    if len(digits) == 10 and digits[0] == "0" != digits[1] and digits.isascii() and digits.isdigit():
        return "+31" + digits[1:] if len(set(digits[1:])) > 2 else None  # as most write theirs
    text = plain_signs(text).replace(NO_WIDTH, "")
    number = _REMARK.sub("", text).strip()
    digits = _NOT_DIGIT.sub("", _NOUGHTS.sub("", number).replace("(0)", ""))
    foreign = text.lstrip().startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if foreign else digits
    if not foreign and not (digits.startswith("31") and len(digits) == 11):
        digits = "31" + digits.removeprefix("0")
    digits = "31" + digits[3:] if digits.startswith("310") else digits
    low, high = _BOUNDS_OF_PHONE
    if not low < len(digits) <= high or len(set(digits[2:])) <= 2:
        return None
    return "+" + digits


def email_key(text: str) -> str | None:
    """An address in lower case, without `+tag`, obvious slips in its domain mended; None for what is none.

    It may be written for people only: `noor (at) voorbeeld punt nl`.
    """
    written = _COMMA.sub(".", fold(text).replace("@@", "@"))
    if " " in written or "@" not in written or ")" in written:
        written = _SPELLED_DOT.sub(".", _SPELLED_AT.sub("@", written, count=1))
    found = _EMAIL.match(written.replace(" ", "").removeprefix("mailto:").rstrip(_ENDS))
    if not found:
        return None
    local, domain = found.groups()
    local = local.partition("+")[0]
    domain = _TYPED_DOMAINS.get(domain, domain)
    if domain == "gmail.com":
        local = local.replace(".", "")
    return f"{local}@{domain}" if local and local not in NO_MAILBOX else None


def postcode_key(text: str) -> str | None:
    """A Dutch postcode as `2531ab`, its four digits when the letters lack, None for what is none."""
    found = _POSTCODE.match(fold(text).replace(" ", "").replace("-", ""))
    return found.group() if found else None


def table_key(text: str) -> str:
    """A table however it was written (`8`, `8.0`, `Tafel acht`, `tafel 08`) as `8`; "" for nothing."""
    words = re.sub(r"[^\w.]+", " ", fold(text)).removesuffix(".0").split()
    kept = [_GLUED_TABLE.sub("", word).strip("._") for word in words if word.strip("._") not in _TABLE_WORDS]
    named = (_NUMBERS.get(word, word.lstrip("0") if word.isdigit() else word) for word in kept)
    return " ".join(word for word in named if word)
