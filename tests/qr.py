"""What a telephone reads from the QR codes on a page, with a reader that is not ours."""

import re

import zxingcpp

_CODE = re.compile(
    r'<svg[^>]*viewBox="0 0 (\d+) \1"[^>]*class="qr"[^>]*>(?:(?!</svg>).)*?<path[^>]* d="([^"]+)"'
)
_STROKE = re.compile(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?")
PIXELS = 4
"""The width of a square on the picture; a telephone sees more."""


def addresses(page: str) -> list[str]:
    """What every QR code of the page says, in the order in which they stand."""
    return [_read(int(size), path) for size, path in _CODE.findall(page)]


def _read(size: int, path: str) -> str:
    """Draw the strokes of one code, each a square high, and read the picture."""
    width = size * PIXELS
    picture = [bytearray(b"\xff" * width) for _ in range(width)]
    x = y = 0.0
    for kind, first, second in _STROKE.findall(path):
        if kind == "h":
            for row in range(int(y - 0.5) * PIXELS, int(y + 0.5) * PIXELS):
                picture[row][int(x) * PIXELS : int(x + float(first)) * PIXELS] = bytes(int(first) * PIXELS)
            x += float(first)
        elif kind == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    image = memoryview(b"".join(picture)).cast("B", (width, width))
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)
