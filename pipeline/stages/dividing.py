"""Work on many things that may be done in parts, side by side; who can do so passes how."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

Outcome = TypeVar("Outcome")


class Divide(Protocol):
    """Does work in consecutive parts; the outcome is the same in however many."""

    def __call__(
        self, work: Callable[[range], list[Outcome]], size: int, each: int = 1
    ) -> Iterable[list[Outcome]]:
        """What comes of `work` on parts of `range(size)`, in order; one takes `each` times 5 microseconds."""


def at_once(work: Callable[[range], list[Outcome]], size: int, each: int = 1) -> Iterable[list[Outcome]]:  # noqa: ARG001
    """Do all of it here, as one part."""
    return [work(range(size))]
