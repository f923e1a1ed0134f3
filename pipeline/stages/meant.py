"""Why somebody may be meant by what was written in place of a name."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.stages.codes import near_codes, read_sentence
from pipeline.stages.compare import Agreement, compare
from pipeline.stages.contacts import Contacts, contacts_in, without_contacts
from pipeline.stages.lookup import fit
from pipeline.stages.names import Name, read_name
from pipeline.stages.people import Participant
from pipeline.stages.phrases import read_phrase
from pipeline.stages.weigh import name_reasons

_BETWEEN: Final = re.compile(r"\s(?:en|and|of|or|met|with)\s|[,;&/+|(\n]")
"""What stands between names, or between a name and what is told of it."""

_SAYS_NOTHING: Final = ("no_", "different_")
"""How the reasons begin that make nobody likelier."""


class Meant(NamedTuple):
    """Why somebody may be meant: `reasons` are codes (`sheet_templates/texts/reasons.toml`).

    `fit` tells how well the whole text is a name of theirs, 0 where only a part of it is, or none.
    """

    reasons: tuple[str, ...]
    fit: int


def why_meant(written: str, person: Participant) -> Meant:
    """What of a text points to somebody: a code, a telephone or e-mail address, a name, or being family."""
    said = read_sentence(without_contacts(written)).rest
    names = [read_name(name) for name in {person.name, *(claim.name for claim in person.claims)} if name]
    worth, reasons = max(_by_name(part, names) for part in (said, read_phrase(said).name))
    parts = reasons or max(_by_name(part, names) for part in _BETWEEN.split(said))[1]
    told = (*_by_code(written, person), *_by_contact(written, person), *parts)
    return Meant(told or (("kin",) if read_phrase(said).kin else ()), worth)


_NONE: Final[tuple[int, tuple[str, ...]]] = (0, ())


def _by_name(text: str, names: list[Name]) -> tuple[int, tuple[str, ...]]:
    """How well a text is one of the names, and what agrees then."""
    name = read_name(text)
    readings = (name,) if name.family else (name, name.as_family())
    found = [agreed for reading in readings for one in names if fit(agreed := compare(reading, one))]
    if not found:
        return _NONE
    best = max(found, key=lambda agreed: (fit(agreed), agreed.given, agreed.family, _in_favour(agreed)))
    return int(fit(best) or 0), _in_favour(best)


def _in_favour(agreed: Agreement) -> tuple[str, ...]:
    return tuple(reason for reason in name_reasons(agreed) if not reason.startswith(_SAYS_NOTHING))


def _by_code(written: str, person: Participant) -> Iterator[str]:
    said, own = read_sentence(written), (person.code, *person.aliases)
    if any(code.code in own for code in said.codes):
        yield "same_code"
    elif any(near_codes(slip, own) for slip in said.slips):
        yield "near_code"


def _by_contact(written: str, person: Participant) -> Iterator[str]:
    if Contacts((person,)).owners(written):
        mail = any("@" in contact.key for contact in contacts_in(written))
        yield "same_email" if mail else "same_phone"
