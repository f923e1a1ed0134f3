"""What can go wrong with Google, said in words: what, why, and what to do.

Nothing that somebody typed comes into a message: Google's own texts may repeat a cell, so they stay
within the program (`RefusedError.message`).
"""

from dataclasses import dataclass
from typing import Any, Final, Literal

from pipeline.model.errors import FAILED, N_, NO_ACCESS, NOT_REACHABLE, UserError

CONNECTION_TRIES: Final = 3

_OF_SPREADSHEETS: Final = "https://docs.google.com/spreadsheets/d/"
_OF_FORMS: Final = "https://docs.google.com/forms/d/"


class GoogleError(UserError):
    """Something that Google, or the way to it, does not do.

    `tries` = how often to try in all, as it may well pass; `after`: so many seconds Google asks to
    wait first.
    """

    def __init__(
        self,
        what: str,
        *,
        why: str = "",
        todo: str = "",
        exit_code: int = NOT_REACHABLE,
        tries: int = 1,
        after: float | None = None,
        **details: object,
    ) -> None:
        super().__init__(what, why=why, todo=todo, exit_code=exit_code, **details)
        self.tries = tries
        self.after = after

    def unsent(self) -> "GoogleError":
        """The same, of a request that did nothing: it can always be sent again."""
        return GoogleError(
            self.what,
            why=self.why,
            todo=self.todo,
            exit_code=self.exit_code,
            tries=self.tries,
            after=self.after,
            **self.details,
        )


class UnansweredError(GoogleError):
    """A request was sent, but how it ended is unknown: it may have been applied, or not."""


class RefusedError(GoogleError):
    """Google refused the request as it stands, and applied nothing of it.

    `message` is Google's own text, to recognise what was wrong; it may hold what people typed, so
    it is never shown.
    """

    def __init__(self, what: str, *, message: str, **said: Any) -> None:
        super().__init__(what, **{"exit_code": FAILED, **said})
        self.message = message


@dataclass(frozen=True, slots=True)
class Spot:
    """What a request is about: a spreadsheet or form by its id, who asks, and whether to change it.

    `account` is the robot's address, "" for somebody's own account.
    """

    id: str
    account: str
    kind: Literal["spreadsheet", "form"] = "spreadsheet"
    writing: bool = False

    @property
    def link(self) -> str:
        """Where a browser shows it."""
        return (_OF_SPREADSHEETS if self.kind == "spreadsheet" else _OF_FORMS) + self.id


def not_google() -> GoogleError:
    """An answer that Google did not give."""
    return GoogleError(
        N_("Something between this computer and Google answers in its place."),
        why=N_("Usually that is a network where you must sign in first, or a filter at work."),
        todo=N_("Open a web page and sign in if it asks so, or use another network; then try again."),
    )


def cut_off(*, certain: bool = False) -> GoogleError:
    """The answer did not come, or not whole; `certain` = the request never left."""
    if certain:
        return GoogleError(
            N_("Google cannot be reached."),
            why=N_("There seems to be no connection to the internet."),
            todo=N_("Look whether a web page opens, and try again."),
            tries=CONNECTION_TRIES,
        )
    return UnansweredError(
        N_("The connection with Google was cut."),
        todo=N_("Look whether a web page opens, and try again: what was done already is not done twice."),
        tries=CONNECTION_TRIES,
    )


def slow() -> GoogleError:
    """No answer in time."""
    return UnansweredError(
        N_("Google does not answer."),
        why=N_("I waited for minutes."),
        todo=N_("Try again in a few minutes: what was done already is not done twice."),
        tries=2,
    )


def not_safe() -> GoogleError:
    """A certificate that is not trusted."""
    return GoogleError(
        N_("The connection with Google is not safe, so I sent nothing."),
        why=N_(
            "The certificate is not trusted: the clock of this computer is wrong, or a filter reads along."
        ),
        todo=N_("Set the clock right, or use another network; then try again."),
    )


def no_proxy() -> GoogleError:
    """A proxy that does not let through."""
    return GoogleError(
        N_("The proxy of this network does not let me through to Google."),
        todo=N_("Ask who looks after the network, or set HTTPS_PROXY right; then try again."),
        tries=CONNECTION_TRIES,
    )


def signed_out(account: str) -> GoogleError:
    """A sign-in that Google takes no more."""
    if account:
        return GoogleError(
            N_("Google does not accept the key of {account} any more."),
            why=N_("The key was deleted or replaced, or the robot was removed."),
            todo=N_("Make a new key in Google Cloud, and put its file in the place of the old one."),
            exit_code=NO_ACCESS,
            account=account,
        )
    return GoogleError(
        N_("Google does not accept your sign-in any more."),
        why=N_("It expired, or somebody withdrew it."),
        todo=N_("Sign in again: samenkracht login"),
        exit_code=NO_ACCESS,
    )


def wrong_clock() -> GoogleError:
    """A claim that Google finds to be of another time."""
    return GoogleError(
        N_("The clock of this computer is wrong, so Google does not let me sign in."),
        todo=N_("Let the computer set its date and time by itself, and try again."),
        exit_code=NO_ACCESS,
    )


def not_whole(account: str) -> GoogleError:
    """A key with which nothing can be signed."""
    return GoogleError(
        N_("The key of {account} is not whole."),
        why=N_("Something is missing from the private key in its file, or was changed."),
        todo=N_("Download a new key from Google Cloud, and put its file in the place of the old one."),
        exit_code=NO_ACCESS,
        account=account,
    )


def not_allowed() -> GoogleError:
    """A sign-in that is good for less than is needed."""
    return GoogleError(
        N_("Your sign-in does not allow all that I need to do."),
        why=N_("You did not tick every box, or the settings ask for more than they did then."),
        todo=N_(
            "Sign in again, and tick all boxes: samenkracht login (to make forms: samenkracht login --create)"
        ),
        exit_code=NO_ACCESS,
    )


def client_gone() -> GoogleError:
    """A program that Google knows no more."""
    return GoogleError(
        N_("Google does not know the client file any more that you signed in with."),
        why=N_("Whoever made it removed it, or made a new one."),
        todo=N_("Ask for the new file and sign in with it: samenkracht login --client FILE"),
        exit_code=NO_ACCESS,
    )
