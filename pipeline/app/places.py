"""Where responses and summaries can stand: in files, or at Google."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pipeline.model.errors import N_, WRONG_USE, UserError

_ID: Final = r"[\w-]{20,}"
_SPREADSHEET: Final = re.compile(rf"/spreadsheets/(?:u/\d+/)?d/({_ID})(?:/|$)")
_FORM: Final = re.compile(rf"/forms/(?:u/\d+/)?d/({_ID})(?:/|$)")
_ADDRESS: Final = re.compile(r"https?:/")
_OF_PARTICIPANTS: Final = re.compile(r"/d/e/")


@dataclass(frozen=True, slots=True)
class SpreadsheetAt:
    """A Google spreadsheet, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class FormsAt:
    """Google Forms of which the responses are read straight from Google, by their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoogleAccess:
    """How to get into Google: with a robot's `key`, else with one's own sign-in.

    `endpoint` is what answers in Google's place; "" is Google itself.
    """

    key: Path | None = None
    endpoint: str = ""


NOBODY: Final = GoogleAccess()
"""No key: whoever did `samenkracht login`."""

Responses = Path | SpreadsheetAt | FormsAt
Summary = Path | SpreadsheetAt


def spreadsheet_id(text: str) -> str | None:
    """The id in the address of a spreadsheet, or the id itself; None where it is neither.

    The address of a published copy does not do: its id is not that of the spreadsheet.
    """
    return _id_in(text, _SPREADSHEET)


def named_place(named: Path) -> Path | SpreadsheetAt:
    """What somebody typed in the place of a file: the address of a spreadsheet is one.

    Raises:
        UserError: it is another address.

    """
    found = _SPREADSHEET.search(named.as_posix())
    if not found and _ADDRESS.match(named.as_posix()):
        raise UserError(
            N_("That is not the address of a spreadsheet, as your browser shows it."),
            todo=N_("Open the spreadsheet in your browser, and copy the whole address."),
            exit_code=WRONG_USE,
        )
    return SpreadsheetAt(found[1]) if found else named


def form_id(text: str) -> str | None:
    """The id in the address where a form is edited, or the id itself; None where it is neither.

    The address that participants get does not do: its id is not that of the form.
    """
    return _id_in(text, _FORM)


def _id_in(text: str, pattern: re.Pattern[str]) -> str | None:
    text = text.strip()
    if re.fullmatch(_ID, text):
        return text
    path = urlsplit(text).path
    found = None if _OF_PARTICIPANTS.search(path) else pattern.search(path)
    return found[1] if found else None
