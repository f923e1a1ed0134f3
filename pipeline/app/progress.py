"""Telling how far a use case is; whoever wants to show it passes a progress of their own."""

from typing import Literal

Step = Literal["read", "compute", "write", "draw"]


class Progress:
    """Hears of every step; this one says nothing."""

    def begin(self, step: Step) -> None:
        """A step begins."""

    def end(self, step: Step, **counts: int) -> None:
        """The step is done; `counts` say how much: forms and rows read, tabs changed of all tabs."""

    def again(self) -> None:
        """Somebody else wrote the summary meanwhile: it all begins anew."""

    def wait(self, seconds: float) -> None:
        """Something asks to wait so long before it goes on."""
