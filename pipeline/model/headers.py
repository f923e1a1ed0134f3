"""When two column headers are the same header."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def same_header_key(text: str) -> str:
    """What two headers share that differ in capitals, white space, invisible signs or the last sign only."""
    visible = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFKC", text)
        if sign.isspace() or unicodedata.category(sign) not in ("Cf", "Cc")
    )
    return " ".join(visible.split()).casefold().rstrip(" .:;?!*…")
