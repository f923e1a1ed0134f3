"""Sending again what may be sent again: a few times, within a few minutes, and telling so."""

from collections.abc import Callable
from typing import Final, TypeVar

from pipeline.edges.google.errors import GoogleError, UnansweredError

MOST_TRIES: Final = 7
"""Waits of 1, 2, 4 … 32 seconds: a whole minute, after which Google counts anew."""

LONGEST: Final = 240.0
"""After so many seconds nothing is sent again."""

LONGEST_WAIT: Final = 120.0
"""So many seconds are waited at most when Google asks to wait; who must wait longer, tries again later."""

Answer = TypeVar("Answer")


def patiently(ask: Callable[[], Answer], wait: Callable[[float], None], *, again: bool) -> Answer:
    """What `ask` gives, tried again where its trouble may pass; `wait` hears how many seconds that takes.

    Without `again`, a request that may have been applied is not sent a second time.

    Raises:
        UserError: what `ask` raised last.

    """
    from stamina import RetryingCaller
    from stamina.instrumentation import set_on_retry_hooks

    tried = 0

    def may_pass(error: Exception) -> bool | float:
        nonlocal tried
        tried += 1
        if not isinstance(error, GoogleError) or tried >= error.tries:
            return False
        if isinstance(error, UnansweredError) and not again:
            return False
        return True if error.after is None else error.after <= LONGEST_WAIT and error.after

    # stamina tells its hooks of every wait; its own ones write to the log of the program.
    set_on_retry_hooks((lambda details: wait(details.wait_for),))
    caller = RetryingCaller(
        attempts=MOST_TRIES, timeout=LONGEST, wait_initial=1.0, wait_max=32.0, wait_jitter=1.0
    )
    return caller(may_pass, ask)
