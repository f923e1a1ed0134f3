"""First names that an e-mail address writes out: `sita@…` beside `S. Duin` says that the S is Sita's."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.stages.callnames import exists
from pipeline.stages.records import Traits
from pipeline.stages.spelling import Level, first_names

_WORD = re.compile(r"[a-z]{3,}")


@lru_cache(maxsize=1 << 12)
def _written_in(local: str, families: tuple[str, ...]) -> tuple[str, ...]:
    """The first names we know that are written out before the @, alone or glued to a family name."""
    found = []
    for word in _WORD.findall(local):
        rests = (word, *(word.removesuffix(name).removeprefix(name) for name in families))
        found += [rest for rest in rests if exists(rest) and len(rest) > 1 and rest not in families]
    return tuple(found)


def _is_another(row: Traits, other: Traits) -> bool:
    """Whether the address of `row`, with an initial, writes out a first name that is not one of `other`."""
    written = {
        first
        for name in row.names
        for email in row.emails
        for first in _written_in(email.partition("@")[0], name.family)
        if name.given[:1] == (first[0],)
    }
    whole = [name.given[0] for name in other.names if name.given and len(name.given[0]) > 1]
    return bool(written and whole) and all(_differ(first, whole) for first in written)


def _differ(first: str, others: Iterable[str]) -> bool:
    return all(first_names(first, other) is Level.CONFLICT for other in others)


def is_of_another(one: Traits, other: Traits) -> bool:
    """Whether the initial in either row is somebody else's, by an e-mail address that stands beside it."""
    return _is_another(one, other) or _is_another(other, one)
