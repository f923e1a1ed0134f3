"""A name or code as written, to the participant it means."""

from dataclasses import dataclass

from pipeline.model.findings import Where
from pipeline.stages.decisions import Decisions, Question
from pipeline.stages.people import People


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means.

    `participant` is a code, or None: then `candidates` holds several (ask), or nobody.
    `by_code` = a personal code was written; `by_invitation` = a `U-` code; `none` = it says
    that there is nobody (flyer, niemand, -). `question` is set when a person must choose or chose.
    """

    written: str
    participant: str | None = None
    candidates: tuple[str, ...] = ()
    by_code: bool = False
    by_invitation: bool = False
    none: bool = False
    question: Question | None = None


class Directory:
    """Finds participants by what people write."""

    def __init__(self, people: People, decisions: Decisions, no_inviter: tuple[str, ...]) -> None:
        raise NotImplementedError

    def find(
        self,
        written: str,
        where: Where,
        response: str,
        *,
        among: frozenset[str] | None = None,
        never: frozenset[str] = frozenset(),
        ask: bool = True,
    ) -> Resolved:
        """Who `written` means.

        `where` is the mention's place and `response` its response id (with `#n` for the n-th name);
        `among` prefers these codes when several fit (who was there, the same household, the same
        table); `never` excludes codes (a guest is not their own inviter); `ask` = several
        candidates make a `who_is` question.
        """
        raise NotImplementedError
