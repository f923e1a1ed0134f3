"""The questions the program has for a person, and the answers people gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from pipeline.model.findings import Detail, Where

LATER = "later"
"""The answer that puts a question aside."""

STILL = "still_"
"""How an answer begins that confirms the one before: what it was about changed since."""


def plain(answer: str | None) -> str:
    """What an answer comes to, confirmed or not; "" without one."""
    return (answer or "").removeprefix(STILL)


def confirming(answer: str | None, held: str) -> str:
    """The answer that says once more what holds, in other words than `answer`: so somebody looked."""
    return held if (answer or "").startswith(STILL) else STILL + held


def digest(*said: str) -> str:
    """What tells one text from another, and gives none of them away."""
    return blake2b("\x1f".join(said).encode(), digest_size=3).hexdigest()


@dataclass(frozen=True, slots=True)
class Asked:
    """What memory keeps of a question: what it is about, so that its answer keeps its meaning.

    `subjects` are response ids (of one name among several with a digest of it), idea numbers
    (`idea:14`) or other stable names; `outcome` is what the program itself would say when it asked
    (`possible`, `certain`, `different`, or ""). `said` is a digest of what stood there when it was
    answered, or last asked; `answer` is what a person answered, "" as long as nobody did.
    """

    id: str
    code: str
    subjects: tuple[str, ...]
    outcome: str = ""
    said: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One row of `Controle`.

    `options` are decision codes or participant codes; `decision` is the person's (None = open;
    `later` = put aside, still open); `lapsed` = what it asks about no longer exists or no
    longer needs an answer; `settled` = the program was certain and went ahead, but a person may
    say otherwise; `again` = what it is about changed since a person answered, so that the answer does
    not fit any more: it holds until somebody looks; `unclear` = what stands there is no answer to it;
    `refused` = another answer stands in the way of this one, which is not carried out.
    `reasons` are reason codes (`sheet_templates/texts/reasons.toml`); `said` as for `Asked`; `rank` is its
    place among the open ones of its code, the most useful to answer first.
    """

    id: str
    code: str
    subjects: tuple[str, ...]
    options: tuple[str, ...]
    where: Where | None = None
    with_: Where | None = None
    proposal: str | None = None
    decision: str | None = None
    reasons: tuple[str, ...] = ()
    outcome: str = ""
    lapsed: bool = False
    settled: bool = False
    again: bool = False
    details: Mapping[str, Detail] = field(default_factory=dict)
    said: str = ""
    unclear: bool = False
    refused: bool = False
    rank: int = 0

    @property
    def open(self) -> bool:
        """Whether it still waits for a person."""
        waits = not self.settled and (self.again or self.decision in (None, LATER))
        return not self.lapsed and (waits or self.unclear or self.refused)


def question_id(code: str, *subjects: str) -> str:
    """The stable id of a question about these subjects, whatever their order: `V-` and 6 signs."""
    digest = blake2b("\x1f".join((code, *sorted(subjects))).encode(), digest_size=5).hexdigest()
    return "V-" + digest[:6].upper()


@dataclass(frozen=True, slots=True)
class Decisions:
    """People's answers by question id, and what memory knows of each question asked before."""

    answers: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)

    def of(self, question: str) -> str | None:
        """The answer to a question id, None when it has none."""
        return self.answers.get(question)

    def said(self, question: str, now: str) -> str:
        """What stood there when a question was answered: `now` as long as nobody did, or if just now.

        The first answer is about what was last asked, whatever somebody wrote there since.
        """
        known, answer = self.asked.get(question), self.answers.get(question)
        if known is None or not known.said or answer in (None, LATER):
            return now
        return now if self.is_new(question) else known.said

    def is_new(self, question: str) -> bool:
        """Whether somebody looked since it was last asked: they changed their answer, or confirm it."""
        known, answer = self.asked[question].answer, self.answers[question]
        return known != answer and (known not in ("", LATER) or answer.startswith(STILL))

    def about(self, code: str) -> tuple[tuple[Asked, str], ...]:
        """All answered questions of one code with their answers, sorted by id."""
        return tuple(
            (self.asked[name], answer)
            for name, answer in sorted(self.answers.items())
            if name in self.asked and self.asked[name].code == code
        )
