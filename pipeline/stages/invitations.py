"""Who brought whom: a forest, whatever the input."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.findings import Finding
from pipeline.model.responses import Response
from pipeline.stages.decisions import Question
from pipeline.stages.meetings import Presence
from pipeline.stages.people import People
from pipeline.stages.resolve import Directory


@dataclass(frozen=True, slots=True)
class UnknownInviter:
    """An inviter who could not be resolved: the guest's code, the text as written, the candidates."""

    participant: str
    written: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """One name somebody would bring after meeting `after`: resolved to `guest` or None; `came` to the next."""

    by: str | None
    after: int
    written: str
    guest: str | None
    came: bool


@dataclass(frozen=True, slots=True)
class Invitations:
    """The forest. `inviter` maps guest to inviter; `evidence` guest to its kind
    (`code`, `invited_by`, `came_with`, `brings`); `generation` 0 at a root; `brought` =
    direct invitees who came, sorted; `descendants` counts all below.
    """

    inviter: Mapping[str, str]
    evidence: Mapping[str, str]
    generation: Mapping[str, int]
    brought: Mapping[str, tuple[str, ...]]
    descendants: Mapping[str, int]
    roots: tuple[str, ...]
    unknown: tuple[UnknownInviter, ...]
    circles: tuple[tuple[str, ...], ...]
    role_matrix: Mapping[str, Mapping[str, int]]
    promises: tuple[Promise, ...]

    @property
    def generations(self) -> int:
        """The highest generation (root = 0)."""
        return max(self.generation.values(), default=0)


def invite(
    responses: Mapping[str, Sequence[Response]], people: People, presence: Presence, directory: Directory
) -> tuple[Invitations, tuple[Question, ...], tuple[Finding, ...]]:
    """Work out at most one inviter each, by the order of evidence in the method."""
    raise NotImplementedError
