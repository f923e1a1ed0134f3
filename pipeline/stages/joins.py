"""Ideas that people joined, and pairs to ask about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.model.findings import About, Finding, Severity
from pipeline.model.responses import Response
from pipeline.stages.decisions import Decisions, Question, question_id
from pipeline.stages.near_duplicates import near_pairs, why_near

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Joins:
    """`group`: every number to its joined group (sorted, itself included); `near`: to the
    numbers that may be the same idea and that nobody decided about (sorted).
    """

    group: Mapping[int, tuple[int, ...]]
    near: Mapping[int, tuple[int, ...]]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def join(texts: Mapping[int, str], rows: Mapping[int, Response], decisions: Decisions) -> Joins:
    """Join the ideas that a person joined, directly or through another one, and propose pairs.

    `texts` and `rows` are those of the ideas that are not withdrawn, by number. A join through an
    idea that was withdrawn since still holds.
    """
    proposed = near_pairs(texts)
    decided = _decided(proposed, decisions)
    group = _groups(texts, [pair for pair, decision in decided.items() if decision == "join"])
    pairs = sorted(pair for pair in {*proposed, *decided} if pair[0] in texts and pair[1] in texts)
    open_pairs = [pair for pair in pairs if pair not in decided and pair[1] not in group[pair[0]]]
    asked = [pair for pair in pairs if pair in decided or pair in open_pairs]
    return Joins(
        group=group,
        near=_neighbours(open_pairs),
        questions=tuple(_question(pair, decided.get(pair), texts, rows, decisions) for pair in asked),
        findings=tuple(
            _joined_elsewhere(pair)
            for pair in asked
            if decided.get(pair) == "apart" and pair[1] in group[pair[0]]
        ),
    )


def _id(pair: Pair) -> str:
    return question_id("near_duplicate", *_subjects(pair))


def _subjects(pair: Pair) -> tuple[str, str]:
    return (f"idea:{pair[0]}", f"idea:{pair[1]}")


def _decided(proposed: Iterable[Pair], decisions: Decisions) -> dict[Pair, str]:
    """The pairs somebody decided about, also those that would not be proposed any more."""
    pairs = {pair: decisions.of(_id(pair)) for pair in proposed}
    for asked, answer in decisions.about("near_duplicate"):
        first, second = sorted(int(subject.removeprefix("idea:")) for subject in asked.subjects)
        pairs[first, second] = answer
    return {pair: answer for pair, answer in sorted(pairs.items()) if answer in {"join", "apart"}}


def _groups(texts: Iterable[int], joined: Iterable[Pair]) -> dict[int, tuple[int, ...]]:
    """The joined group of every number of `texts`."""
    together: dict[int, set[int]] = {}
    for first, second in joined:
        merged = together.get(first, {first}) | together.get(second, {second})
        together.update(dict.fromkeys(merged, merged))
    live = set(texts)
    return {number: tuple(sorted(together.get(number, {number}) & live)) for number in sorted(live)}


def _neighbours(pairs: Iterable[Pair]) -> dict[int, tuple[int, ...]]:
    near: dict[int, set[int]] = {}
    for first, second in pairs:
        near.setdefault(first, set()).add(second)
        near.setdefault(second, set()).add(first)
    return {number: tuple(sorted(others)) for number, others in near.items()}


def _question(
    pair: Pair,
    decision: str | None,
    texts: Mapping[int, str],
    rows: Mapping[int, Response],
    decisions: Decisions,
) -> Question:
    first, second = pair
    return Question(
        id=_id(pair),
        code="near_duplicate",
        subjects=_subjects(pair),
        options=("join", "apart"),
        where=rows[first].at("idea"),
        with_=rows[second].at("idea"),
        decision=decision or decisions.of(_id(pair)),
        reasons=why_near(texts[first], texts[second]),
        details={"first": first, "second": second, "first_text": texts[first], "second_text": texts[second]},
    )


def _joined_elsewhere(pair: Pair) -> Finding:
    """Two ideas that were kept apart, but both joined with a third one."""
    return Finding(
        "apart_yet_joined",
        Severity.WARN,
        about=About("idea", str(pair[0])),
        details={"first": pair[0], "second": pair[1]},
    )
