"""Claims and participants: who takes part, according to which rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.model.findings import Where

CLAIM_FORMS = ("signup", "attendance", "attendance_list", "team")
"""The forms and working tabs that make somebody a participant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement by or about a person that makes them a participant.

    `id` is the response's; `code` the own code that was given instead of a name, `slip` what looks like
    one but is not right;
    `companion` the name or code in `came_with`; `meeting` where the claim says they were.
    """

    id: str
    where: Where
    name: str | None = None
    code: str | None = None
    slip: str | None = None
    email: str | None = None
    phone: str | None = None
    postcode: str | None = None
    organisation: str | None = None
    roles: tuple[str, ...] = ()
    meeting: int | None = None
    submitted_at: datetime | None = None
    invited_by: str | None = None
    companion: str | None = None

    @property
    def typed(self) -> str:
        """What stands in the place of the own name."""
        return " ".join(dict.fromkeys(filter(None, (self.name, self.code or self.slip))))


@dataclass(frozen=True, slots=True)
class Participant:
    """One person, with everything their claims say together.

    `name` is the shown spelling, for the program's own use: outside the stages use `shown`.
    `consent` None = never asked or blank. `claims` sorted by `where`; `references` are the
    ballots, expenses and homework rows that were resolved to this person; `own_wishes` are own
    answers about food and needs, for the moderator alone.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    postcode: str | None = None
    consent: bool | None = None
    withdrawn: bool = False
    name_shown: bool | None = None
    keep_informed: bool | None = None
    storyteller: str | None = None
    meal: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    own_wishes: tuple[str, ...] = ()
    expected: tuple[int, ...] = ()
    team: bool = False
    claims: tuple[Claim, ...] = ()
    references: tuple[Where, ...] = ()

    @property
    def shown(self) -> str | None:
        """The name where it may be shown to the team, else None."""
        return self.name if self.consent and not self.withdrawn else None


@dataclass(frozen=True, slots=True)
class People:
    """All participants by code, in order of code given; `of_claim` maps a claim id to its code."""

    participants: Mapping[str, Participant] = field(default_factory=dict)
    of_claim: Mapping[str, str] = field(default_factory=dict)

    @property
    def current(self) -> dict[str, str]:
        """The participant's code for every code that ever stood for them."""
        return {
            code: person.code
            for person in self.participants.values()
            for code in (person.code, *person.aliases)
        }

    def label(self, code: str) -> str:
        """The name where it may be shown, else the code."""
        person = self.participants.get(code)
        return (person.shown if person else None) or code
