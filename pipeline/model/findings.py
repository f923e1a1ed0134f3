"""What the program noticed and a person may want to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Severity(StrEnum):
    """How much a finding asks of the moderator; only `DECIDE` reaches the front page."""

    INFO = "info"
    WARN = "warn"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in the source: form, the sheet's own row number (header = 1), question, n-th name from 1."""

    form: str
    row: int
    question: str | None = None
    nth: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class About:
    """What a finding that stands in no row is about, by code, number or setting name."""

    kind: Literal["participant", "idea", "setting", "meeting", "tab"]
    key: str


Detail = str | int | float | bool | None | tuple[str, ...] | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation.

    `code` is a stable English identifier (its wording: `sheet_templates/texts/findings.toml`).
    `details` holds codes, counts and text as written; text that equals the name of
    somebody without consent is removed before a finding is shown anywhere.
    """

    code: str
    severity: Severity
    where: Where | None = None
    with_: Where | None = None
    about: About | None = None
    details: Mapping[str, Detail] = field(default_factory=dict)


def finding_order(finding: Finding) -> tuple[object, ...]:
    """Sort key that gives the same list for the same findings: by place, then code, then details."""
    where = finding.where
    about = finding.about
    return (
        (0, where.form, where.row, where.question or "", where.nth or 0) if where else (1, "", 0, "", 0),
        (about.kind, about.key) if about else ("", ""),
        finding.code,
        (finding.with_.form, finding.with_.row) if finding.with_ else ("", 0),
        repr(sorted(finding.details.items())),
    )
