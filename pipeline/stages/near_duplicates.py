"""Which ideas may be the same one in other words."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from rapidfuzz import fuzz

from pipeline.stages.normalise import fold

LIKE = 90.0
"""From this likeness (0..100) on two ideas are proposed as one."""

WIDER = 3
"""An idea of one word is no proposal for an idea of more than three: it says too little."""

_AUDIENCES = """
kind kinderen jongen jongens meisje meisjes meiden jongeren tieners pubers ouderen senioren moeders vaders
ouders vrouwen mannen dames heren studenten nieuwkomers scholieren peuters kleuters baby babys
children youth kids teenagers elderly seniors women men mothers fathers parents students newcomers
"""
AUDIENCES = frozenset(_AUDIENCES.split())
"""For whom an idea is: the same plan for somebody else is another idea."""

_EMPTY = """
aan al alle als altijd bij de die dat dit deze doen door een eens elkaar elke en er ergens extra gaan
gezamenlijk haar hebben het hun iedereen iets ik in is je jullie kan komen kunnen maken meer mensen met mijn
moeten mogen na naar niet nieuw nieuwe nog of om onder ons onze ook op organiseren oprichten over per samen
starten te tot uit van veel via voor waar wat we wie wij willen wordt worden zelf zetten zich zijn
bewoners buren buurt buurtbewoners buurthuis straat wijk wijkcentrum
a all and at for from in into more new of on our people set start the to together up we with your
community neighbourhood neighborhood neighbours street
"""
EMPTY = frozenset(_EMPTY.split())
"""Words that tell no two ideas apart."""

_ENDINGS = ("tjes", "jes", "tje", "je", "en", "s", "e")
_LONG_VOWEL = re.compile(r"(aa|ee|oo|uu)")
_WORD = re.compile(r"[a-z0-9]+")


def near_pairs(texts: Mapping[int, str]) -> tuple[tuple[int, int], ...]:
    """The pairs of numbers (lower first, sorted) whose texts may be one idea."""
    words = {number: _words(text) for number, text in texts.items()}
    audiences = {number: AUDIENCES.intersection(_all_words(text)) for number, text in texts.items()}
    starts = defaultdict(set)
    for number, told in words.items():
        for word in told:
            starts[word[:3]].add(number)
    pairs = {pair for numbers in starts.values() for pair in combinations(sorted(numbers), 2)}
    return tuple(
        (first, second)
        for first, second in sorted(pairs)
        if audiences[first] == audiences[second] and _alike(words[first], words[second])
    )


def why_near(one: str, other: str) -> tuple[str, ...]:
    """Why two texts may be one idea, as reason codes; none where they do not resemble each other."""
    first, second = _words(one), _words(other)
    if set(first) == set(second):
        return ("same_words",)
    if set(first) < set(second) or set(first) > set(second):
        return ("words_within",)
    return ("words_alike",) if _alike(first, second) else ()


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two sets of telling words mean one idea: nearly all of the shorter one is in the longer one."""
    if max(len(first), len(second)) > WIDER * min(len(first), len(second)):
        return False
    likeness = fuzz.token_set_ratio(" ".join(first), " ".join(second))
    return max(likeness, fuzz.ratio("".join(first), "".join(second))) >= LIKE


def _words(text: str) -> tuple[str, ...]:
    """The stems of the words that tell something; of all words where none of them does."""
    words = _all_words(text)
    telling = [word for word in words if word not in EMPTY and word not in AUDIENCES]
    return tuple(dict.fromkeys(_stem(word) for word in telling or words))


def _all_words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _stem(word: str) -> str:
    """A Dutch word without its ending, spelled as it sounds: koken and kook, brieven and brief are one."""
    ending = next(
        (ending for ending in _ENDINGS if word.endswith(ending) and len(word) >= len(ending) + 3), ""
    )
    stem = _LONG_VOWEL.sub(lambda vowel: vowel.group()[0], word.removesuffix(ending))
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
