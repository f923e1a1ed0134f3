"""What a terminal cannot show is shown more plainly: never a crash over a sign."""

import codecs
import sys
from io import TextIOWrapper


def show_plainly(error: UnicodeError) -> tuple[str, int]:
    """An error handler for encoding: the sign in plain letters, a question mark for what has none."""
    from anyascii import anyascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return anyascii(error.object[error.start]) or "?", error.start + 1


def never_crash() -> None:
    """Let standard output and standard error show plainly what their encoding lacks."""
    codecs.register_error("plainly", show_plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="plainly")
