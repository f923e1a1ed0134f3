"""Drawings as SVG: as one picture, or as a page of which every sheet comes on paper of its own size."""

import re
from collections.abc import Sequence
from html import escape
from math import cos, pi, sin
from typing import Final

from pipeline.model.drawing import Bar, Drawing, Item, Lettering, Line, Mark

INK, SOFT, LINE, PAPER = "#1d2b2a", "#55625f", "#8a9794", "#ffffff"
FONTS: Final = "'Noto Sans','Segoe UI',Arial,'DejaVu Sans','Noto Sans Arabic',sans-serif"
MIDDLE: Final = 0.35
"""From the middle of a line of letters to its foot, in parts of their size."""

BETWEEN: Final = 6.0
"""mm between two sheets in one picture."""

STYLE: Final = (
    f"text{{font-family:{FONTS};fill:{INK}}}"
    f".b{{font-weight:700}}.s{{fill:{SOFT}}}"
    f".c{{font-family:'DejaVu Sans Mono',Consolas,monospace;fill:{SOFT}}}"
    f"path{{fill:none;stroke:{LINE}}}.d{{stroke-dasharray:1 0.8}}"
    f".m{{stroke:{INK};stroke-width:.2}}.p{{fill:{PAPER}}}a text{{text-decoration:underline}}"
)

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PAGE: Final = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: {width}mm {height}mm; margin: 0 }}
body {{ margin: 0; background: #ddd }}
svg {{ display: block; width: 100%; height: auto; max-width: {width}mm; margin: 0 auto 4mm }}
@media print {{
  body {{ background: none }}
  svg {{ width: {width}mm; height: {height}mm; margin: 0; break-after: page }}
}}
</style>
</head>
<body>
{sheets}
</body>
</html>
"""


def picture(drawings: Sequence[Drawing]) -> str:
    """One SVG file with all sheets, one below the other; the same drawings give the same bytes."""
    width = max(drawing.width for drawing in drawings)
    height = sum(drawing.height for drawing in drawings) + BETWEEN * (len(drawings) - 1)
    first = drawings[0]
    inside = "\n".join(
        _sheet(drawing, f' y="{_mm(nth * (drawing.height + BETWEEN))}"')
        for nth, drawing in enumerate(drawings)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_mm(width)}mm" height="{_mm(height)}mm" '
        f'viewBox="0 0 {_mm(width)} {_mm(height)}" role="img" aria-labelledby="title description">\n'
        f'<title id="title">{_text(first.title)}</title>\n'
        f'<desc id="description">{_text(first.description)}</desc>\n'
        f"<style>{STYLE}</style>\n{inside}\n</svg>\n"
    )


def printable(drawings: Sequence[Drawing], language: str) -> str:
    """A page with all sheets, to look at in a browser and to print: every sheet on paper of its size."""
    first = drawings[0]
    sheets = "\n".join(
        _sheet(drawing, f' role="img" aria-label="{_text(drawing.description)}"') for drawing in drawings
    )
    return _PAGE.format(
        language=language,
        title=_text(first.title),
        width=_mm(first.width),
        height=_mm(first.height),
        sheets=f"<style>{STYLE}</style>\n{sheets}",
    )


def _sheet(drawing: Drawing, attributes: str) -> str:
    """One sheet as an element of its own."""
    items = "\n".join(map(_drawn, drawing.items))
    width, height = _mm(drawing.width), _mm(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="sheet-{drawing.number}"{attributes} '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f'<rect class="p" width="{width}" height="{height}"/>\n{items}\n</svg>'
    )


def _drawn(item: Item) -> str:
    if isinstance(item, Bar):
        size = f'width="{_mm(item.width)}" height="{_mm(item.height)}"'
        return f'<rect x="{_mm(item.x)}" y="{_mm(item.y)}" {size} rx="0.6" fill="#2F6F62"/>'
    if isinstance(item, Line):
        return _line(item)
    return _mark(item) if isinstance(item, Mark) else _lettering(item)


def _lettering(item: Lettering) -> str:
    names = " ".join(name for name, on in (("b", item.bold), ("s", item.soft), ("c", item.code)) if on)
    kind = f' class="{names}"' if names else ""
    anchor = f' text-anchor="{item.anchor}"' if item.anchor != "start" else ""
    place = f'x="{_mm(item.x)}" y="{_mm(item.y + MIDDLE * item.size)}" font-size="{_mm(item.size)}"'
    text = f"<text {place}{kind}{anchor}>{_text(item.text)}</text>"
    return text if item.to is None else f'<a href="#sheet-{item.to}">{text}</a>'


def _line(item: Line) -> str:
    points = [f"{_mm(x)} {_mm(y)}" for x, y in item.points]
    if item.curved:
        (_, _), (x1, y1), (x2, y2) = item.points
        half = (x1 + x2) / 2
        path = f"M{points[0]}L{points[1]}C{_mm(half)} {_mm(y1)} {_mm(half)} {_mm(y2)} {points[2]}"
    else:
        path = "M" + "L".join(points)
    kind = ' class="d"' if item.dashed else ""
    return f'<path{kind} stroke-width=".3" d="{path}"/>'


def _mark(item: Mark) -> str:
    half = item.size / 2
    if item.kind in {"circle", "ring"}:
        fill = f"#{item.colour}" if item.kind == "circle" else PAPER
        return f'<circle class="m" cx="{_mm(item.x)}" cy="{_mm(item.y)}" r="{_mm(half)}" fill="{fill}"/>'
    corners = " ".join(f"{_mm(item.x + half * x)},{_mm(item.y + half * y)}" for x, y in CORNERS[item.kind])
    return f'<polygon class="m" points="{corners}" fill="#{item.colour}"/>'


def _star() -> tuple[tuple[float, float], ...]:
    radii = (1.1, 0.5) * 5
    return tuple((r * sin(nth * pi / 5), -r * cos(nth * pi / 5)) for nth, r in enumerate(radii))


CORNERS: Final = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)),
    "triangle": ((0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    "star": _star(),
}
"""The corners of the figures, where 1 is half their size."""


def _text(text: str) -> str:
    """Text without what XML cannot hold."""
    return escape(_UNFIT.sub("", text), quote=True)


def _mm(number: float) -> str:
    """A measure to a hundredth, without zeros that say nothing."""
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
