"""Printed things as HTML: one file for each, which a browser prints page by page."""

import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import segno
from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pipeline.model.blueprint import Also
from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.pack import Printed

SHIPPED: Final = Path(__file__).parents[3] / "sheet_templates" / "print"

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Press:
    """Draws printed things with the shipped templates, a team's own ones laid over.

    A page of the team can build on ours: `{% extends "shipped/posters.html.j2" %}`. `text` gives a
    wording by name, `also` the same in other languages; `language` is that of the pages.
    """

    def __init__(
        self,
        language: str,
        text: Callable[..., str],
        also: Callable[..., Sequence[Also]],
        own: Path | None = None,
    ) -> None:
        ours = FileSystemLoader(SHIPPED)
        theirs = [FileSystemLoader(own)] if own else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*theirs, ours, PrefixLoader({"shipped": ours})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(text=text, also=also, qr=qr, language=language)

    def draw(self, thing: Printed, atelier: Mapping[str, object]) -> str:
        """The HTML of one thing; `atelier` is what every page may say about the Atelier.

        Raises:
            UserError: a template of the team is wrong; it names the file, and the line where that is known.

        """
        name = f"{thing.template}.html.j2"
        try:
            drawn = self._environment.get_template(name).render(thing=thing, atelier=atelier)
        except (
            TemplateError,
            UnicodeDecodeError,
            ArithmeticError,
            LookupError,
            TypeError,
            ValueError,
        ) as error:
            raise _wrong(error, name) from error
        return _UNFIT.sub("\ufffd", drawn)


def _wrong(error: Exception, name: str) -> UserError:
    """What is wrong with a template, in words; what it would have printed is never told."""
    if isinstance(error, TemplateSyntaxError):
        return UserError(
            N_("The page {file} is wrong in line {line}: {reason}"),
            todo=N_("Mend it in the folder print of your templates, or take it away: then ours is used."),
            exit_code=WRONG_SETTINGS,
            file=error.name or name,
            line=error.lineno,
            reason=error.message or "",
        )
    return UserError(
        N_("The page {file} cannot be drawn: something in it is not known."),
        todo=N_("Mend it in the folder print of your templates, or take it away: then ours is used."),
        exit_code=WRONG_SETTINGS,
        file=name,
    )


def qr(address: str) -> Markup:
    """The address as a QR code in SVG, which can still be read when a seventh of it is worn off."""
    stream = BytesIO()
    segno.make(address, error="m", micro=False).save(
        stream, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(stream.getvalue().decode())  # noqa: S704 - made here, of squares only
