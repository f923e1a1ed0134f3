"""Printed things as HTML: one file for each, which a browser prints page by page."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.model.pack import Printed

SHIPPED: Final = Path(__file__).parents[3] / "sheet_templates" / "print"
Text = Callable[..., str]

DIRECTIONS: Final = {"ar": "rtl", "fa": "rtl", "he": "rtl", "ur": "rtl"}


def direction(language: str) -> str:
    """Which way a language is written: `ltr` or `rtl`."""
    return DIRECTIONS.get(language, "ltr")


class Press:
    """Draws printed things with the shipped templates, a team's own ones laid over.

    `text` gives a wording by name; `language` is that of the pages.
    """

    def __init__(self, language: str, text: Text, own: Path | None = None) -> None:
        folders = [folder for folder in (own, SHIPPED) if folder]
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(text=text, qr=qr, language=language, direction=direction(language))

    def draw(self, thing: Printed, atelier: Mapping[str, object]) -> str:
        """The HTML of one thing; `atelier` is what every page may say about the Atelier."""
        template = self._environment.get_template(f"{thing.key}.html.j2")
        return template.render(thing=thing, atelier=atelier)


def qr(address: str) -> Markup:
    """The address as a QR code in SVG, readable when a fifth of it is worn off."""
    stream = BytesIO()
    segno.make(address, error="m", micro=False).save(
        stream, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(stream.getvalue().decode())  # noqa: S704 - made here, of squares only
