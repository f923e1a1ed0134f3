"""Who lives with whom, as far as a telephone, an e-mail address or an address with a name tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from pipeline.stages.names import read_name
from pipeline.stages.normalise import email_key, phone_key, postcode_key
from pipeline.stages.people import Participant

_WHOLE_POSTCODE = 6


class Households:
    """The households among participants; looked for when somebody first asks."""

    def __init__(self, participants: Mapping[str, Participant]) -> None:
        self._participants = participants

    def of(self, code: str) -> frozenset[str]:
        """The codes of everybody of one household, the person included."""
        shared = (self._sharing[key] for key in _keys(self._participants[code]))
        return frozenset((code,)).union(*shared)

    @cached_property
    def _sharing(self) -> Mapping[str, set[str]]:
        """The codes behind one telephone, one e-mail address, one postcode with a family name."""
        sharing: dict[str, set[str]] = defaultdict(set)
        for code, person in self._participants.items():
            for key in _keys(person):
                sharing[key].add(code)
        return sharing


def _keys(person: Participant) -> Iterator[str]:
    if person.phone and (phone := phone_key(person.phone)):
        yield phone
    if person.email and (email := email_key(person.email)):
        yield email
    postcode = (person.postcode and postcode_key(person.postcode)) or ""
    if len(postcode) == _WHOLE_POSTCODE:
        yield from (f"{postcode} {family}" for family in read_name(person.name).family if len(family) > 1)
