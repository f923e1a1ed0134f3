"""The circle stands still: a second run, which knows the codes of the first, finds the same people."""

import pytest

from pipeline.stages.memory import Memory
from tests.stages.test_run import SIGNUP, outcome

CODES = tuple(outcome(SIGNUP).people.participants)


def doors(*names: str) -> str:
    """The attendance of meeting 1, with a moment for each name."""
    rows = "\n".join(f"| 2026-09-03 19:0{n}:00 | 1 | {name} |" for n, name in enumerate(names))
    return f"{SIGNUP}\n# Presentie\n| Tijdstempel | Bijeenkomst | Naam |\n|---|---|---|\n{rows}\n"


@pytest.mark.parametrize("names", [CODES, (CODES[1], "Omar Aziz"), ("Omar Aziz", CODES[0], CODES[0])])
def test_a_code_typed_before_the_memory_was_lost_never_makes_somebody_another(names: tuple[str, ...]) -> None:
    first = outcome(doors(*names))
    again = outcome(doors(*names), memory=first.memory)
    assert again == first
    assert not set(names) & first.people.participants.keys()
    found = [finding.details["written"] for finding in first.findings if finding.code == "unknown_code"]
    assert found == [name for name in names if name in CODES]


@pytest.mark.parametrize("code", CODES)
def test_a_code_that_is_remembered_is_its_bearers(code: str) -> None:
    remembered = outcome(SIGNUP).memory
    found = outcome(doors(code), memory=remembered)
    assert found.people.participants.keys() == set(CODES)
    assert found.presence.of(code) == (1,)
    assert outcome(doors(code), memory=Memory()).people.participants.keys() != set(CODES)
