"""What `doctor` looks at where an Atelier stands at Google: the key, the sign-in, the clock."""

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.app.checks import Check, bad, good, noted
from pipeline.model.errors import N_, NO_ACCESS, UserError
from pipeline.model.settings import Settings

if TYPE_CHECKING:
    from pipeline.edges.google.client import Client
    from pipeline.edges.google.snapshot import Spreadsheet

MOST_SKEW: Final = 240
"""Google takes a clock that is five minutes wrong at most; so many seconds are too near to that."""


def check_access(client: "Client") -> Generator[Check, None, bool]:
    """Tick what is needed to get in; returns whether Google lets us."""
    from pipeline.edges.google.keys import exposed

    try:
        client.sign_in.look()
        account = client.account
    except UserError as error:
        yield bad(N_("Access to Google"), error)
        return False
    file = client.sign_in.path
    if account:
        yield good(N_("The key of the robot: {file}"), file=file.name)
    else:
        yield good(N_("Your own sign-in to Google: {file}"), file=file)
    faults = list(exposed(file))
    yield from (bad(N_("Where the key is kept"), fault) for fault in faults)
    if not faults:
        yield good(N_("Nobody else can read the key, and it is in no git repository"))
    if account:
        yield noted(N_("Spreadsheets and forms are to be shared with {account}, as editor"), account=account)
    try:
        client.sign_in.token()
    except UserError as error:
        yield bad(N_("Signing in to Google"), error)
        return False
    yield good(N_("Google lets me in"))
    return True


def check_clock(client: "Client") -> Check:
    """Tick the clock, once Google has said what time it is."""
    minutes = round(abs(client.skew or 0) / 60)
    if abs(client.skew or 0) <= MOST_SKEW:
        return good(N_("The clock of this computer is right"))
    return bad(
        N_("The clock of this computer"),
        UserError(
            N_("It is {minutes} minutes off."),
            why=N_("Google lets nobody in whose clock is more than five minutes off."),
            todo=N_("Let the computer set its date and time by itself."),
            exit_code=NO_ACCESS,
            minutes=minutes,
        ),
    )


def check_zones(spreadsheets: Sequence["Spreadsheet"], settings: Settings) -> Iterator[Check]:
    """Note every spreadsheet whose clock is not that of the Atelier: it dates the responses."""
    for spreadsheet in spreadsheets:
        zone = spreadsheet.snapshot().timezone
        if zone != settings.timezone:
            yield noted(
                N_(
                    "“{title}” has the time zone {zone}, the settings {wanted}: see File > Settings in Google"
                ),
                title=spreadsheet.name,
                zone=zone,
                wanted=settings.timezone,
            )
