"""The one error a person is meant to read: what, why, and what to do."""

from typing import Final

FAILED: Final = 1
WRONG_USE: Final = 2
WRONG_SETTINGS: Final = 3
NO_ACCESS: Final = 4
NOT_REACHABLE: Final = 5
WOULD_CHANGE: Final = 6
INTERRUPTED: Final = 130


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark `message` (English) for translation without translating it here."""
    return message


class UserError(Exception):
    """Something a person can mend.

    `what`, `why` and `todo` are English messages marked with `N_`; they are
    translated where they are shown and filled with `details` by `str.format`.
    `details` never holds personal data.
    """

    def __init__(
        self, what: str, *, why: str = "", todo: str = "", exit_code: int = FAILED, **details: object
    ) -> None:
        super().__init__(what.format(**details))
        self.what = what
        self.why = why
        self.todo = todo
        self.exit_code = exit_code
        self.details = details
