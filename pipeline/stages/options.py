"""Answers to choose from: the options in a cell, what stands beside them, and yes or no."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.model.templates import Option
from pipeline.stages.cells import one_line, plain

_END: Final = r"[.?!:]*(?=\s*(?:[,;\n/&+|]|en\b|and\b|$))"
"""What may follow an option: punctuation, and then a separator or the end."""

_BETWEEN = re.compile(r"(?:[\s,;/&+|]|\ben\b|\band\b)*")

_YES_WORDS = """
    ja j jazeker jawel jep yes y yep sure zeker graag akkoord oke ok okay prima goed mag fine natuurlijk
    uiteraard tuurlijk true waar x v 1 ☑ ☒ ✓ ✔ ✅
"""
_BESIDE_YES = "hoor dat is wel best heel heus dank u je wilt wil ik vind het please of course absolutely"
_NO_WORDS = "nee neen n nope no not false onwaar niet nooit never liever 0 ☐"

_YES = frozenset(_YES_WORDS.split())
_WITH_YES = frozenset(_BESIDE_YES.split()) | _YES
_NO = frozenset(_NO_WORDS.split())


def read_flag(text: str) -> bool | None:
    """Yes, no, or None where it is neither.

    No needs only its first word, yes needs every word: `ja, maar …` is no plain yes, and nothing
    that somebody did not plainly allow may be taken as allowed.
    """
    said = re.findall(r"\w+|[☑☒✓✔✅☐]", plain(text))
    if said and said[0] in _NO:
        return False
    plainly = any(word in _YES for word in said) and all(word in _WITH_YES for word in said)
    return True if plainly else None


class Options:
    """The options of one question, ready to be found in what people write."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._codes = tuple(option.code for option in options)
        self._of_wording: dict[str, str] = {}
        for option in options:
            for wording in (*option.text.both, *option.aliases, option.code):
                self._of_wording.setdefault(wording_key(wording), option.code)
        longest_first = sorted(filter(None, self._of_wording), key=lambda wording: (-len(wording), wording))
        known = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first) or "(?!)"
        self._option = re.compile(f"({known}){_END}")
        self._next_option = re.compile(rf"[,;\n]\s*(?=(?:{known}){_END})")

    def split(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The codes of the options in `text`, in the order they were written, and what stands beside them."""
        plainly = plain(text)
        found: dict[str, None] = {}
        beside: list[str] = []
        at = _skip(plainly, 0)
        while at < len(text):
            if option := self._option.match(plainly, at):
                found[self._of_wording[one_line(option[1])]] = None
                at = option.end()
            else:
                following = self._next_option.search(plainly, at)
                end = following.start() if following else len(text)
                beside.append(text[at:end].strip(" \t\n,;"))
                at = end
            at = _skip(plainly, at)
        return tuple(found), tuple(beside)

    def one(self, text: str) -> str | None:
        """The code of the option that all of `text` is; a plain yes or no fits an option `yes` or `no`."""
        code = self._of_wording.get(wording_key(text))
        if code is None and (flag := read_flag(text)) is not None:
            said = "yes" if flag else "no"
            return said if said in self._codes else None
        return code


def wording_key(text: str) -> str:
    """What two ways to write one wording share."""
    return one_line(plain(text)).rstrip(".?!: ")


def _skip(text: str, at: int) -> int:
    """The position after any separators at `at`."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at
