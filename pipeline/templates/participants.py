"""What participants read: on forms, on paper, on the wall. It is kept plain, and can be translated."""

from collections.abc import Iterator
from typing import Final

from pipeline.model.templates import Catalogue, Form, Text

GROUPS: Final = ("forms", "print", "wall")
FOR_THE_TEAM: Final = (
    "cover",
    "note_",
    "links",
    "spreadsheet",
    "how",
    "room_",
    "help",
    "status_",
    "remote",
    "file_",
    "overview_",
)
"""How the names of those wordings begin that only the team reads."""

PIECES: Final = ("weekdays", "months", "date")
"""Wordings that are no sentences."""


def participant_texts(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    """Every wording that a participant reads, with where it stands."""
    for form in catalogue.forms.values():
        yield from ((f"forms/{form.key}.toml: {where}", text) for where, text in _of_form(form) if text)
    for group in GROUPS:
        for name, text in catalogue.texts[group].items():
            if not name.startswith(FOR_THE_TEAM) and name not in PIECES:
                yield f"texts/{group}.toml: {name}", text


def _of_form(form: Form) -> Iterator[tuple[str, Text | None]]:
    yield from (("title", form.title), ("description", form.description), ("thanks", form.thanks))
    for question in form.questions[1:]:
        key = question.key
        yield from ((key, question.section), (key, question.header), (key, question.help))
        yield from ((key, question.low), (key, question.high))
        yield from ((f"{key}.{option.code}", option.text) for option in question.options)
