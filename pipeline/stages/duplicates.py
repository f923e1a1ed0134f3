"""Pairs that may be one person: which to ask about, and what people answered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.findings import Finding, Severity
from pipeline.stages.decisions import STILL, Asked, Decisions, Question, confirming, plain, question_id
from pipeline.stages.groups import Groups
from pipeline.stages.match import Claims, Likeness, Match, said_of
from pipeline.stages.people import Claim

CODE = "possible_duplicate"
SAME, DIFFERENT = "same", "different"
OPTIONS = (SAME, DIFFERENT)
MEANING = {answer: plain(answer) for option in OPTIONS for answer in (option, STILL + option)}
"""What the answers come to, also those that confirm another."""

SURE = {Likeness.CERTAIN.value: SAME, Likeness.DIFFERENT.value: DIFFERENT}
"""What the program would answer itself, by outcome, where it is sure."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A pair a person decided on, in this wording; both its claims still exist."""

    asked: Asked
    wording: str

    @property
    def answer(self) -> str:
        """Whether they are the same or different."""
        return MEANING[self.wording]

    @property
    def pair(self) -> tuple[str, str]:
        """The two claim ids, sorted."""
        first, second = sorted(self.asked.subjects)
        return first, second


def answered_pairs(decisions: Decisions, groups: Groups[str]) -> tuple[Answered, ...]:
    """The decisions same and different whose two claims still exist, sorted by question id."""
    return tuple(
        Answered(asked, answer)
        for asked, answer in decisions.about(CODE)
        if answer in MEANING
        and len(set(asked.subjects)) == 2
        and all(id_ in groups for id_ in asked.subjects)
    )


def apply(answers: Sequence[Answered], groups: Groups[str], claims: Mapping[str, Claim]) -> list[Finding]:
    """Set apart, then join, what people decided; answers that contradict each other become findings."""
    for answered in answers:
        if answered.answer == DIFFERENT:
            groups.set_apart(*answered.pair)
    return [
        _contradiction(answered, claims)
        for answered in answers
        if answered.answer == SAME and not groups.join(*answered.pair, decided=True)
    ]


def _is_refused(answered: Answered, groups: Groups[str]) -> bool:
    """Whether these two were to be one, and another answer keeps them apart."""
    one, other = answered.pair
    return answered.answer == SAME and groups.of(one) != groups.of(other)


def _contradiction(answered: Answered, claims: Mapping[str, Claim]) -> Finding:
    first, second = (claims[claim] for claim in answered.pair)
    return Finding(
        "decisions_contradict",
        Severity.WARN,
        where=first.where,
        with_=second.where,
        details={"question": answered.asked.id},
    )


def questions(
    possible: Sequence[Match],
    joined: Sequence[Match],
    answers: Sequence[Answered],
    claims: Mapping[str, Claim],
    known: Claims,
    decisions: Decisions,
    groups: Groups[str],
) -> tuple[Question, ...]:
    """The answered questions, those the program settled itself by what it `joined`, and the open ones."""
    said = [
        replace(_answered(answered, known, claims, decisions), refused=_is_refused(answered, groups))
        for answered in answers
    ]
    done = {question.id for question in said}
    open_ = (replace(_question(found, claims, decisions), rank=rank) for rank, found in enumerate(possible))
    settled = (replace(_question(found, claims, decisions), settled=True) for found in joined)
    return (*said, *settled, *(question for question in open_ if question.id not in done))


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
        said=decisions.said(name, said_of(claims[found.first], claims[found.second])),
    )


def _answered(
    answered: Answered, known: Claims, claims: Mapping[str, Claim], decisions: Decisions
) -> Question:
    """The question with its answer, and what the program was first sure of since it asked.

    It is asked again where the program is now sure of the reverse of the answer, and was not before:
    because it was sure of something else then, or because the two rows were changed. Whoever gave another
    answer just now, or the same one in other words, knew what the program is sure of; once they were changed
    so that it is not sure of the reverse any more, it may be so anew.
    """
    first, second = answered.pair
    found = known.match(first, second)
    before, sure = answered.asked.outcome, SURE.get(found.outcome)
    now = said_of(claims[first], claims[second])
    said = decisions.said(answered.asked.id, now)
    reverse = sure not in (None, answered.answer)
    just_now = decisions.is_new(answered.asked.id)
    holds = just_now or (said == now and before not in SURE)
    turned = reverse and before != found.outcome and not holds
    if just_now or (holds and sure):
        before = found.outcome.value
    elif said != now and not reverse and SURE.get(before) not in (None, answered.answer):
        before = Likeness.POSSIBLE.value
    confirmed = {answered.answer: confirming(answered.wording, answered.answer)} if turned else {}
    return Question(
        id=answered.asked.id,
        code=CODE,
        subjects=(first, second),
        options=tuple(confirmed.get(option, option) for option in OPTIONS),
        where=claims[first].where,
        with_=claims[second].where,
        decision=answered.wording,
        reasons=found.reasons,
        outcome=before,
        again=turned,
        said=said,
    )


def asked_before(decisions: Decisions) -> frozenset[frozenset[str]]:
    """The pairs of claims that were asked about before."""
    return frozenset(frozenset(asked.subjects) for asked in decisions.asked.values() if asked.code == CODE)


def one_each(alike: Iterable[Match], groups: Groups[str], asked: Collection[frozenset[str]]) -> list[Match]:
    """The first match between every two groups, or rather one that was asked before."""
    chosen: dict[frozenset[str], Match] = {}
    for found in sorted(alike, key=lambda one: (frozenset((one.first, one.second)) not in asked, -one.score)):
        pair = frozenset((groups.of(found.first), groups.of(found.second)))
        if len(pair) == 2 and not groups.apart(*pair):
            chosen.setdefault(pair, found)
    return list(chosen.values())
