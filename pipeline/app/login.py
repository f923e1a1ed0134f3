"""Signing in to Google with one's own account, and taking that back."""

from collections.abc import Callable
from pathlib import Path

from pipeline.app.config import Config
from pipeline.app.places import FormsAt
from pipeline.model.errors import N_, NO_ACCESS, UserError


def sign_in(
    client_file: Path | None,
    config: Config,
    show: Callable[[str], None],
    thanks: str,
    *,
    create: bool = False,
) -> Path:
    """Let somebody sign in, for what the settings ask (and to `create` forms); where that is kept.

    Without a `client_file` the one of the sign-in before is used. `show` gets the address to open;
    `thanks` is what the browser shows when it is done.

    Raises:
        UserError: there is no client file, or it is none; nobody signs in; the sign-in cannot be kept.

    """
    from pipeline.edges.google.keys import (
        keep_own_sign_in,
        own_sign_in_file,
        read_client_file,
        read_own_sign_in,
    )
    from pipeline.edges.google.login import log_in
    from pipeline.edges.google.signin import scopes

    kept = own_sign_in_file()
    if client_file:
        client = read_client_file(client_file)
    elif kept.exists():
        client = read_own_sign_in(kept).client
    else:
        raise UserError(
            N_("I need the client file of your team to sign you in."),
            why=N_("With it, Google knows which program asks."),
            todo=N_("Make it once, as the handbook says, and name it: samenkracht login --client FILE"),
            exit_code=NO_ACCESS,
        )
    wanted = scopes(forms=isinstance(config.responses, FormsAt), create=create)
    keep_own_sign_in(kept, log_in(client, wanted, show, thanks))
    return kept


def forget() -> bool:
    """Take the sign-in back at Google and remove it here; False where there is none.

    Raises:
        UserError: Google cannot be reached, or the file cannot be read or removed.

    """
    from pipeline.edges.google.keys import own_sign_in_file, read_own_sign_in, remove_own_sign_in
    from pipeline.edges.google.login import log_out

    kept = own_sign_in_file()
    if not kept.exists():
        return False
    log_out(read_own_sign_in(kept))
    remove_own_sign_in(kept)
    return True
