"""Personal codes: made, printed, and read back however they were typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code found in an answer; `invitation` when it bore the `U-` of an invitation."""

    code: str
    invitation: bool


def code_at(position: int, seed: str) -> str:
    """The code at `position` (from 0) of the fixed sequence of `seed`: 5 signs, no vowels, a digit, a check sign."""
    raise NotImplementedError


def read_code(text: str) -> ReadCode | None:
    """The code that `text` is (capitals, spaces, hyphens and look-alikes do not matter), None if it is none."""
    raise NotImplementedError
