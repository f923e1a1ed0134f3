"""Which code belongs to whom: given once, kept through merges and splits, never given again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.responses import Response
from pipeline.stages.claims import first_claim_order
from pipeline.stages.codes import code_at, read_code
from pipeline.stages.memory import GivenCode
from pipeline.stages.people import Claim

_MENTIONS = "code name invited_by came_with brings storytellers thinkers names asked_by"
MENTIONS = tuple(_MENTIONS.split())
"""The questions, of forms and working tabs, in whose answers somebody's code may stand."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """Codes by group, the first given first (the rest are aliases), and what to remember."""

    of_group: Mapping[str, tuple[str, ...]]
    given: tuple[GivenCode, ...]


def claim_of_code(given: Sequence[GivenCode], claims: frozenset[str]) -> dict[str, str]:
    """Per code the claim that stands for its owner: the one it was given to, else one remembered."""
    return {
        known.code: next(claim for claim in (known.claim, *known.claims) if claim in claims)
        for known in given
        if known.claim in claims or not claims.isdisjoint(known.claims)
    }


def typed_codes(rows: Iterable[Response]) -> frozenset[str]:
    """Every code that somebody typed anywhere, in place of a name or on an invitation."""
    said = (
        text
        for row in rows
        for key in MENTIONS
        for text in (*row.many(key), row.as_written(key))
        if text is not None
    )
    return frozenset(found.code for text in said if (found := read_code(text)))


def _owner(known: GivenCode, group_of: Mapping[str, str], typed: Mapping[str, str]) -> str | None:
    """The group a code belongs to: of its claim, else of most of its claims, else of who typed it."""
    if known.claim in group_of:
        return group_of[known.claim]
    held = Counter(group_of[claim] for claim in known.claims if claim in group_of)
    if held:
        return min(held, key=lambda group: (-held[group], group))
    return typed.get(known.code)


def _new_codes(given: Sequence[GivenCode], typed: Iterable[str], seed: str) -> Iterator[str]:
    """Codes nobody was ever given, in the order of the sequence.

    Nor one that somebody typed: it may stand on a card from before the memory was lost, and would
    make its bearer, or who votes or is paid with it, somebody else.
    """
    taken = {*typed, *(known.code for known in given)}
    position = len(given)
    while True:
        code = code_at(position, seed)
        position += 1
        if code not in taken:
            taken.add(code)
            yield code


def hand_out(
    groups: Mapping[str, Sequence[Claim]],
    given: Sequence[GivenCode],
    seed: str,
    elsewhere: Collection[str] = (),
) -> Codebook:
    """Let every group keep its codes, and give one to every group without, in order of first claim.

    `elsewhere` = codes that stand anywhere but in a claim of these groups: they are not given anew.
    """
    group_of = {claim.id: group for group, claims in groups.items() for claim in claims}
    typed = {claim.code: group for group, claims in groups.items() for claim in claims if claim.code}
    codes: dict[str, list[str]] = {group: [] for group in groups}
    for known in given:
        owner = _owner(known, group_of, typed)
        if owner is not None:
            codes[owner].append(known.code)
    first = {group: min(claims, key=first_claim_order) for group, claims in groups.items()}
    fresh = _new_codes(given, (*typed, *elsewhere), seed)
    new: list[GivenCode] = []
    for group in sorted(groups, key=lambda name: first_claim_order(first[name])):
        if not codes[group]:
            codes[group].append(next(fresh))
            new.append(GivenCode(codes[group][0], first[group].id))
    holds = {codes[group][0]: _ids(claims) for group, claims in groups.items()}
    remembered = (
        replace(known, claims=holds[known.code]) if known.code in holds else known for known in (*given, *new)
    )
    return Codebook({group: tuple(found) for group, found in codes.items()}, tuple(remembered))


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in claims))
