"""A mark at the end of a page on paper: by it the program knows its own pages, which nobody changed."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

_MARK: Final = re.compile(rb"(?:<!--|%) samenkracht ([0-9a-f]{32})(?: -->)?\n\Z")


def marked_page(html: str) -> bytes:
    """A page with the mark, in a comment."""
    content = f"{html.rstrip()}\n".encode()
    return content + f"<!-- samenkracht {_digest(content)} -->\n".encode()


def marked_pdf(pdf: bytes) -> bytes:
    """A PDF with the mark, behind its end."""
    content = pdf.rstrip(b"\n") + b"\n"
    return content + f"% samenkracht {_digest(content)}\n".encode()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def stands(page: Path) -> bool:
    """Whether a page that the program wrote stands there, and nobody changed it since."""
    try:
        content = page.read_bytes()
    except OSError:
        return False
    found = _MARK.search(content[-80:])
    return found is not None and _digest(content[: len(content) - len(found.group())]) == found[1].decode()


def take_away(pages: Iterable[Path]) -> tuple[str, ...]:
    """Remove those of the pages that the program wrote and nobody changed; the names of what was removed."""
    ours = [page for page in pages if stands(page)]
    for page in ours:
        page.unlink()
    return tuple(page.name for page in ours)
