"""Pairs that may be one person: which to ask about, and what people answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, Severity
from pipeline.stages.decisions import Asked, Decisions, Question, question_id
from pipeline.stages.groups import Groups
from pipeline.stages.match import Likeness, Match, judge_claims
from pipeline.stages.people import Claim

CODE = "possible_duplicate"
OPTIONS = ("same", "different")
SURE = {Likeness.CERTAIN.value: "same", Likeness.DIFFERENT.value: "different"}
"""What the program would answer itself, by outcome, where it is sure."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A pair a person decided on; both its claims still exist."""

    asked: Asked
    answer: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two claim ids, sorted."""
        first, second = sorted(self.asked.subjects)
        return first, second


def answered_pairs(decisions: Decisions, groups: Groups) -> tuple[Answered, ...]:
    """The decisions same and different whose two claims still exist, sorted by question id."""
    return tuple(
        Answered(asked, answer)
        for asked, answer in decisions.about(CODE)
        if answer in OPTIONS
        and len(set(asked.subjects)) == 2
        and all(id_ in groups for id_ in asked.subjects)
    )


def apply(answers: Sequence[Answered], groups: Groups, claims: Mapping[str, Claim]) -> list[Finding]:
    """Set apart, then join, what people decided; answers that contradict each other become findings."""
    for answered in answers:
        if answered.answer == "different":
            groups.set_apart(*answered.pair)
    return [
        _contradiction(answered, claims)
        for answered in answers
        if answered.answer == "same" and not groups.join(*answered.pair, decided=True)
    ]


def join_certain(matches: Sequence[Match], groups: Groups) -> tuple[Match, ...]:
    """Join what is certainly one person; the matches that did it, so that a person can undo it."""
    return tuple(
        found
        for found in matches
        if found.outcome is Likeness.CERTAIN
        and groups.of(found.first) != groups.of(found.second)
        and groups.join(found.first, found.second)
    )


def _contradiction(answered: Answered, claims: Mapping[str, Claim]) -> Finding:
    first, second = (claims[claim] for claim in answered.pair)
    return Finding(
        "decisions_contradict",
        Severity.WARN,
        where=first.where,
        with_=second.where,
        details={"question": answered.asked.id},
    )


def overtaken(
    answers: Sequence[Answered], claims: Mapping[str, Claim], matches: Mapping[tuple[str, str], Match]
) -> Iterator[Finding]:
    """Answers to what was certainly different and is now certainly the same, or the reverse.

    Where the program would now give that very answer, there is nothing to ask.
    """
    for answered in answers:
        now = _likeness(answered.pair, claims, matches)
        if {now, answered.asked.outcome} == SURE.keys() and SURE[now] != answered.answer:
            first, second = (claims[claim] for claim in answered.pair)
            yield Finding(
                "decision_overtaken",
                Severity.WARN,
                where=first.where,
                with_=second.where,
                details={"question": answered.asked.id},
            )


def _likeness(
    pair: tuple[str, str], claims: Mapping[str, Claim], matches: Mapping[tuple[str, str], Match]
) -> Likeness:
    return matches[pair].outcome if pair in matches else judge_claims(claims[pair[0]], claims[pair[1]])[0]


def questions(
    matches: Sequence[Match],
    joined: Sequence[Match],
    answers: Sequence[Answered],
    groups: Groups,
    claims: Mapping[str, Claim],
    decisions: Decisions,
) -> tuple[Question, ...]:
    """The answered questions, those the program settled itself by what it `joined`, and the open ones.

    There is one open question per pair of groups that may be one person. Of several pairs between
    two groups the one asked before is asked again, else the likeliest.
    """
    by_pair = {(found.first, found.second): found for found in matches}
    chosen: dict[tuple[str, str], Match] = {}
    for found in sorted(matches, key=lambda match: _preference(match, decisions)):
        one, other = sorted((groups.of(found.first), groups.of(found.second)))
        if one != other and not groups.apart(one, other):
            chosen.setdefault((one, other), found)
    known = [_answered(answered, by_pair, claims) for answered in answers]
    done = {question.id for question in known}
    open_ = (_question(found, claims, decisions) for found in chosen.values())
    settled = (replace(_question(found, claims, decisions), settled=True) for found in joined)
    return (*known, *settled, *(question for question in open_ if question.id not in done))


def _preference(found: Match, decisions: Decisions) -> tuple[bool, float, str, str]:
    asked = question_id(CODE, found.first, found.second) in decisions.asked
    return (not asked, -found.score, found.first, found.second)


def _question(found: Match, claims: Mapping[str, Claim], decisions: Decisions) -> Question:
    name = question_id(CODE, found.first, found.second)
    return Question(
        id=name,
        code=CODE,
        subjects=(found.first, found.second),
        options=OPTIONS,
        where=claims[found.first].where,
        with_=claims[found.second].where,
        decision=decisions.of(name),
        reasons=found.reasons,
        outcome=found.outcome.value,
    )


def _answered(
    answered: Answered, by_pair: Mapping[tuple[str, str], Match], claims: Mapping[str, Claim]
) -> Question:
    """The question with its answer, and what the program was first sure of since it asked."""
    first, second = answered.pair
    found = by_pair.get(answered.pair)
    outcome = answered.asked.outcome
    if outcome not in SURE and (now := _likeness(answered.pair, claims, by_pair)) in SURE:
        outcome = now.value
    return Question(
        id=answered.asked.id,
        code=CODE,
        subjects=(first, second),
        options=OPTIONS,
        where=claims[first].where,
        with_=claims[second].where,
        decision=answered.answer,
        reasons=found.reasons if found else (),
        outcome=outcome,
    )
