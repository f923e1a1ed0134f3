"""A small digest of a text from which one can tell how alike two texts are, but not what they say."""

from base64 import b64decode, b64encode
from functools import lru_cache
from struct import pack, unpack
from typing import Final
from zlib import crc32

KEPT: Final = 48
"""How many signs of a text a sketch keeps: the error of a likeness is about 1 / sqrt(48) for a long text."""

_LONGEST: Final = 4000
"""Characters of a text that are looked at."""

_SPACE: Final = ord(" ")

_FIRST: Final = [crc32(bytes((sign, 0, 0))) & 0xFFFF for sign in range(256)]
_MIDDLE: Final = [crc32(bytes((0, sign, 0))) & 0xFFFF for sign in range(256)]
_LAST: Final = [crc32(bytes((0, 0, sign))) & 0xFFFF for sign in range(256)]
"""A CRC is affine: that of three bytes is the exclusive or of those of each byte in its place."""


def _hashes(text: str) -> set[int]:
    """16-bit hashes (CRC-32) of every run of three bytes in the words and the single spaces around each."""
    padded = f" {' '.join(text.split())} ".encode(errors="replace")
    runs = zip(padded, padded[1:], padded[2:], strict=False)
    return {_FIRST[one] ^ _MIDDLE[two] ^ _LAST[three] for one, two, three in runs if two != _SPACE}


def sketch(text: str) -> str:
    """The smallest hashes of the runs of three signs in the words of `text`, as text."""
    smallest = sorted(_hashes(text[:_LONGEST]))[:KEPT]
    return b64encode(pack(f">{len(smallest)}H", *smallest)).decode()


@lru_cache(maxsize=4096)
def _read(sketched: str) -> frozenset[int]:
    packed = b64decode(sketched)
    return frozenset(unpack(f">{len(packed) // 2}H", packed))


def likeness(first: str, second: str) -> float:
    """How alike the texts of two sketches are: the estimated share of what both have, 0 to 1."""
    one, other = _read(first), _read(second)
    together = sorted(one | other)[:KEPT]
    return sum(sign in one and sign in other for sign in together) / len(together) if together else 1.0
