"""Two spellings of one thing: whether they mean the same, and which one to show."""

from collections import Counter
from collections.abc import Iterable

from pipeline.stages.normalise import fold


def alike_key(text: str) -> str:
    """The same for spellings that differ in capitals, diacritics, spaces or punctuation only."""
    return "".join(sign for sign in fold(text) if sign.isalnum())


def common_spelling(spellings: Iterable[str]) -> str:
    """The spelling used most; of equals the longest, then the first of the alphabet.

    Raises:
        ValueError: there is no spelling.

    """
    used = Counter(" ".join(spelling.split()) for spelling in spellings)
    return min(used, key=lambda spelling: (-used[spelling], -len(spelling), spelling))
