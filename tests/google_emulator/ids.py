"""Ids that look like Google's, the same ones for the same seed."""

import random
import string

_SAFE = string.ascii_letters + string.digits + "-_"


class Ids:
    """Gives ids that were not given before; equal seeds give equal ids in equal order."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same ids every time

    def text(self, length: int, letters: str = _SAFE) -> str:
        """`length` random characters."""
        return "".join(self._random.choices(letters, k=length))

    def file(self) -> str:
        """44 characters, the first a 1: spreadsheets, forms, anything on Drive."""
        return "1" + self.text(43)

    def sheet(self) -> int:
        """A positive number of 31 bits: tabs, named ranges, charts, metadata …"""
        return self._random.randrange(1, 2**31)

    def item(self) -> str:
        """Eight hexadecimal digits: an item or a question of a form."""
        return f"{self._random.getrandbits(31):08x}"

    def response(self) -> str:
        """A response to a form."""
        return "ACYDBN" + self.text(86)
