"""Personal codes: made, printed, and read back however they were typed."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

DIGITS: Final = "23456789"
LETTERS: Final = "CDFHJKMNPQRTVWX"
ALPHABET: Final = DIGITS + LETTERS
"""23 signs: a prime number, so that the check sign misses no single mistake and no swap."""

LENGTH: Final = 5
_LOOK_ALIKE: Final = str.maketrans("0O1ILZSBGUY", "QQ7772586VV")
_VALUE: Final = {sign: value for value, sign in enumerate(ALPHABET)}
_PAYLOAD: Final = LENGTH - 1
_UNDO_LAST_WEIGHT: Final = pow(LENGTH + 1, -1, len(ALPHABET))
_FILLER: Final = re.compile(r"[\s\-\u2010-\u2015_.:#*]+")
_LIKE_A_CODE: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{4,7}")
_DIGIT: Final = re.compile(r"[0-9]")
_LABEL: Final = re.compile(r"^\s*(?:mijn\s+|my\s+)?(?:naam)?(?:code|kaart(?:je)?)\b\s*(?:is\b)?")

_AROUND: Final = ".,;:!?()[]\"'“”‘’"

CAPACITY: Final = len(ALPHABET) ** _PAYLOAD - len(LETTERS) ** _PAYLOAD
"""How many codes a sequence holds: every payload of four signs with at least one digit."""


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code found in an answer; `invitation` when it bore the `U-` of an invitation."""

    code: str
    invitation: bool


def _payload(rank: int) -> str:
    """The `rank`-th payload: some letters, a digit, any signs after it; those with fewest letters first."""
    place = 0
    while rank >= (block := len(LETTERS) ** place * len(DIGITS) * len(ALPHABET) ** (_PAYLOAD - 1 - place)):
        rank -= block
        place += 1
    signs = ""
    for size in range(_PAYLOAD):
        kinds = ALPHABET if size > place else DIGITS if size == place else LETTERS
        rank, sign = divmod(rank, len(kinds))
        signs += kinds[sign]
    return signs


def _check_sum(signs: str) -> int:
    """The weighted sum of the signs; 0 for a whole code that is right."""
    return sum(weight * _VALUE[sign] for weight, sign in enumerate(signs, start=2)) % len(ALPHABET)


def _check_sign(payload: str) -> str:
    """The sign that makes the sum of payload and sign 0."""
    return ALPHABET[-_check_sum(payload) * _UNDO_LAST_WEIGHT % len(ALPHABET)]


@lru_cache(maxsize=16)
def _walk(seed: str) -> tuple[int, int]:
    """Start and step of the walk through all payloads that belongs to `seed`; the step visits each once."""
    digest = blake2b(seed.encode(), digest_size=16).digest()
    start = int.from_bytes(digest[:8]) % CAPACITY
    step = CAPACITY // 3 + int.from_bytes(digest[8:]) % (CAPACITY // 3)
    while math.gcd(step, CAPACITY) != 1:
        step += 1
    return start, step


def code_at(position: int, seed: str) -> str:
    """The code at `position` (from 0) of the fixed sequence of `seed`.

    Five signs, no vowels, at least one digit, the last a check sign. After `CAPACITY` positions it
    starts again.
    """
    start, step = _walk(seed)
    payload = _payload((start + position * step) % CAPACITY)
    return payload + _check_sign(payload)


def read_code(text: str) -> ReadCode | None:
    """The code that `text` is (capitals, spaces, hyphens and look-alikes do not matter), None if it is none.

    What bears no digit is a name, never a code.
    """
    if _DIGIT.search(text) is None:
        return None
    code, invitation = _signs(text)
    return None if code is None or _check_sum(code) else ReadCode(code, invitation)


def _signs(text: str) -> tuple[str | None, bool]:
    """The signs in `text` that a code could have, right or wrong, and whether a `U-` stands before them."""
    signs = _FILLER.sub("", _LABEL.sub("", text.lower())).upper()
    invitation = len(signs) == LENGTH + 1 and signs[0] == "U"
    signs = signs[1:] if invitation else signs
    code = signs.translate(_LOOK_ALIKE)
    if len(signs) != LENGTH or _DIGIT.search(signs) is None or not _VALUE.keys() >= set(code):
        return None, invitation
    return code, invitation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with what may be codes taken out: the right ones, those with a slip, and what is left."""

    codes: tuple[ReadCode, ...]
    slips: tuple[str, ...]
    rest: str


def read_sentence(text: str) -> Sentence:
    """The codes that are words of their own in `text`: `Truus (7KQ4M)`; some may never have been given."""
    if _DIGIT.search(text) is None:
        return Sentence((), (), text)
    codes, slips, rest = [], [], []
    for word in text.split():
        bare = word.strip(_AROUND)
        signs, _ = _signs(bare)
        if found := read_code(bare):
            codes.append(found)
        elif signs:
            slips.append(signs)
        else:
            rest.append(word)
    return Sentence(tuple(codes), tuple(slips), " ".join(rest))


def looks_like_a_code(text: str) -> bool:
    """Whether a single word of letters and digits is a code with a sign too many or too few, not a name."""
    return _LIKE_A_CODE.fullmatch(text) is not None


def near_codes(signs: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of the `known` codes that `signs` is but for one sign, or two that changed places."""
    return tuple(code for code in known if _is_slip(signs, code))


def _is_slip(signs: str, code: str) -> bool:
    if len(signs) != len(code):
        return False
    wrong = [place for place, pair in enumerate(zip(signs, code, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and signs[first] + signs[second] == code[second] + code[first]
    return len(wrong) == 1
