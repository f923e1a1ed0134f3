"""Reading the settings file: nothing in it is silently ignored."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from pipeline.app.known_settings import FEWEST_MEETINGS, MEETING_SETTINGS, MOST_MEETINGS, SETTINGS, Setting
from pipeline.app.places import (
    NOBODY,
    FormsAt,
    GoogleAccess,
    Responses,
    SpreadsheetAt,
    Summary,
    form_id,
    spreadsheet_id,
)
from pipeline.edges.google.keys import safe_address
from pipeline.model.errors import N_, WRONG_SETTINGS, UserError
from pipeline.model.settings import MeetingPlan, Settings, plain_meetings

Values = Mapping[tuple[str, str], object]

_FIELD = {("votes", "meeting"): "harvest"}
_PLACES = {
    setting.name
    for setting in SETTINGS
    if setting.section == "google" or setting.kind in {"path", "spreadsheet", "forms"}
}
_EITHER_OR = (
    (("responses", "workbook"), ("responses", "spreadsheet"), ("responses", "forms")),
    (("summary", "workbook"), ("summary", "spreadsheet")),
    (("google", "key"), ("google", "account")),
)
"""Settings of which one excludes the others."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, and where things stand; a place is None where the file does not say."""

    settings: Settings
    responses: Responses | None = None
    summary: Summary | None = None
    templates: Path | None = None
    path: Path | None = None
    google: GoogleAccess = NOBODY


def read_config(path: Path) -> Config:
    """Read a settings file; a path in it counts from the folder of the file.

    Raises:
        UserError: it cannot be read, is not TOML, or says something that is no setting
            (exit code `WRONG_SETTINGS`; names file and line).

    """
    lines = _Lines(path.name, _text_of(path))
    tables = lines.tables()
    values = _values(tables, lines)
    meetings = _meetings(tables.get("meetings"), lines)
    _check_harvest(values, meetings, lines)
    _check_either_or(values, lines)

    def file(section: str, key: str) -> Path | None:
        value = values.get((section, key))
        return path.parent / str(value) if value else None

    return Config(
        settings=_settings(values, meetings),
        responses=file("responses", "workbook") or _responses_at_google(values),
        summary=file("summary", "workbook") or _spreadsheet(values, "summary"),
        templates=file("templates", "folder"),
        path=path,
        google=GoogleAccess(file("google", "key"), str(values.get(("google", "endpoint"), ""))),
    )


def _responses_at_google(values: Values) -> SpreadsheetAt | FormsAt | None:
    forms = values.get(("responses", "forms"))
    if isinstance(forms, tuple):
        return FormsAt(tuple(form_id(form) or "" for form in forms))
    return _spreadsheet(values, "responses")


def _spreadsheet(values: Values, section: str) -> SpreadsheetAt | None:
    found = spreadsheet_id(str(values.get((section, "spreadsheet"), "")))
    return SpreadsheetAt(found) if found else None


def _check_either_or(values: Values, lines: "_Lines") -> None:
    """See that nothing is said in two ways.

    Raises:
        UserError: it is.

    """
    for names in _EITHER_OR:
        said = [name for name in names if name in values]
        if len(said) > 1:
            (section, other), (_same, key) = said[:2]
            what = N_(
                "{file}, line {line}: there is “{key}” and “{other}”. Put a # before what does not hold."
            )
            raise lines.wrong(section, key, what, other=other)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UserError(
            N_("The settings file {file} does not exist."),
            todo=N_("Make one with: samenkracht init"),
            exit_code=WRONG_SETTINGS,
            file=path.name,
        ) from error
    except UnicodeDecodeError as error:
        raise UserError(
            N_("The settings file {file} has letters that cannot be read."),
            todo=N_("Save it again as UTF-8 and try again."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
        ) from error
    except OSError as error:
        raise UserError(
            N_("The settings file {file} cannot be opened."),
            todo=N_("Look whether it is a file that you may read."),
            exit_code=WRONG_SETTINGS,
            file=path.name,
        ) from error


class _Lines:
    """The file's text, to say in which line something stands (tomllib does not tell)."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    def tables(self) -> dict[str, object]:
        """The whole file as TOML gives it."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+)", str(error))
            raise UserError(
                N_("{file}, line {line}: this line cannot be understood."),
                why=N_("A line reads: name = value, and each name stands there once."),
                todo=N_("Text stands between quotes, a file name has / and no \\, a date reads 2026-09-03."),
                exit_code=WRONG_SETTINGS,
                file=self.file,
                line=int(at[1]) if at else len(self.text.splitlines()),
            ) from error

    def find(self, section: str, key: str, nth: int = 0) -> int:
        """The line of `key` in the `nth` block of `section`: else of the section, else 1."""
        current, block, best = "", 0, 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[+\s*([\w.-]+)\s*\]", line):
                block = block + 1 if header[1] == current else 0
                current = header[1]
                if (current, block) in {(section, nth), (key, 0)}:
                    best = number
            elif re.match(rf"\s*{re.escape(key)}\s*=", line) and (current, block) == (section, nth):
                return number
        return best

    def wrong(
        self, section: str, key: str, what: str, nth: int = 0, near: Sequence[str] = (), **details: object
    ) -> UserError:
        """An error about one setting; `near` = what was probably meant."""
        return UserError(
            what,
            why=N_("Did you mean “{near}”?") if near else "",
            todo=N_("Correct the line. A new file explains every setting: samenkracht init FOLDER"),
            exit_code=WRONG_SETTINGS,
            file=self.file,
            line=self.find(section, key, nth),
            key=key,
            near="".join(near),
            **details,
        )


def _values(tables: Mapping[str, object], lines: _Lines) -> dict[tuple[str, str], object]:
    """Every setting but the meetings, checked, by section and key."""
    sections = {setting.section for setting in SETTINGS}
    values: dict[tuple[str, str], object] = {}
    for key, value in tables.items():
        if isinstance(value, dict) and key in sections:
            for inner, item in value.items():
                values[key, inner] = _checked(SETTINGS, (key, inner), item, lines)
        elif key in sections - {""}:
            raise lines.wrong("", key, N_("{file}, line {line}: “{key}” is a block, under [{key}]."))
        elif key != "meetings":
            values["", key] = _checked(SETTINGS, ("", key), value, lines)
    return values


def _checked(
    known: Sequence[Setting], name: tuple[str, str], value: object, lines: _Lines, nth: int = 0
) -> object:
    """The value of one setting.

    Raises:
        UserError: it is no setting, or not of its kind.

    """
    section, key = name
    setting = next((one for one in known if one.name == name), None)
    if setting is None:
        what = N_("{file}, line {line}: there is no setting “{key}” here.")
        raise lines.wrong(section, key, what, nth, _meant(section, key))
    problem = _problem(setting, value)
    if problem:
        choices = sorted(available_timezones()) if setting.kind == "zone" else setting.choices
        raise lines.wrong(
            section,
            key,
            problem,
            nth,
            get_close_matches(_first_wrong(value, choices), choices, 1),
            allowed=", ".join(setting.choices),
            least=setting.least,
            most=setting.most,
        )
    return tuple(value) if isinstance(value, list) else value


def _meant(section: str, key: str) -> list[str]:
    """The setting that is probably meant: here, or of the same name in another section."""
    known = (*SETTINGS, *MEETING_SETTINGS)
    here = [setting.key for setting in known if setting.section == section]
    sections = [] if section else sorted({setting.section for setting in known} - {""})
    elsewhere = [f"[{setting.section}] {key}" for setting in known if setting.key == key and setting.section]
    return get_close_matches(key, [*here, *sections], 1) or elsewhere[:1]


def _first_wrong(value: object, choices: Sequence[str]) -> str:
    return next(
        (str(item) for item in (value if isinstance(value, list) else [value]) if item not in choices), ""
    )


def _problem(setting: Setting, value: object) -> str | None:
    """What is wrong with a value, worded; None when nothing is."""
    match setting.kind:
        case "text" | "path" if not isinstance(value, str) or not value.strip():
            return N_("{file}, line {line}: “{key}” is text, between quotes.")
        case "number" if type(value) is not int or not setting.least <= value <= setting.most:
            return N_("{file}, line {line}: “{key}” is a whole number from {least} to {most}.")
        case "date" if not isinstance(value, date) or isinstance(value, datetime):
            return N_("{file}, line {line}: “{key}” is a date without quotes, like 2026-09-03.")
        case "zone" if value not in available_timezones():
            return N_("{file}, line {line}: “{key}” is a time zone, like Europe/Amsterdam.")
        case "spreadsheet" if not isinstance(value, str) or not spreadsheet_id(value):
            return N_(
                "{file}, line {line}: “{key}” is the address of a spreadsheet, as your browser shows it."
            )
        case "forms" if not isinstance(value, list) or not value or not all(map(_is_form, value)):
            return N_("{file}, line {line}: “{key}” is a list of addresses of forms, as you edit them.")
        case "endpoint" if not isinstance(value, str) or not safe_address(value):
            return N_(
                "{file}, line {line}: “{key}” is an address that begins with https, or of this computer."
            )
        case "names" if not isinstance(value, list) or not all(map(_is_name, value)):
            return N_("{file}, line {line}: “{key}” is a list of names, each between quotes.")
        case "languages" if not isinstance(value, list) or not all(map(_is_language, value)):
            return N_("{file}, line {line}: “{key}” is a list of languages by their letters, such as tr.")
    return _problem_of_choice(setting, value)


def _problem_of_choice(setting: Setting, value: object) -> str | None:
    match setting.kind:
        case "choice" if value not in setting.choices:
            return N_("{file}, line {line}: “{key}” is one of: {allowed}.")
        case "choices" if not isinstance(value, list) or any(item not in setting.choices for item in value):
            return N_("{file}, line {line}: “{key}” is a list, between [ and ], of: {allowed}.")
    return None


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value) is not None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_form(value: object) -> bool:
    return isinstance(value, str) and form_id(value) is not None


def _meetings(blocks: object, lines: _Lines) -> tuple[MeetingPlan, ...]:
    """The planned meetings; four without a date where the file names none."""
    if blocks is None:
        return plain_meetings()
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise lines.wrong(
            "meetings", "meetings", N_("{file}, line {line}: a meeting is a block under [[meetings]].")
        )
    if not FEWEST_MEETINGS <= len(blocks) <= MOST_MEETINGS:
        what = N_("{file}, line {line}: an Atelier has {least} to {most} meetings, here are {count}.")
        raise lines.wrong("meetings", "", what, count=len(blocks), least=FEWEST_MEETINGS, most=MOST_MEETINGS)
    plans = tuple(_meeting(number, block, lines) for number, block in enumerate(blocks, 1))
    dated = [plan for plan in plans if plan.date]
    for earlier, later in pairwise(dated):
        if str(earlier.date) > str(later.date):
            what = N_("{file}, line {line}: meeting {number} comes before meeting {before}.")
            nth = later.number - 1
            raise lines.wrong("meetings", "date", what, nth, number=later.number, before=earlier.number)
    return plans


def _meeting(number: int, block: Mapping[str, object], lines: _Lines) -> MeetingPlan:
    found = {
        key: _checked(MEETING_SETTINGS, ("meetings", key), value, lines, number - 1)
        for key, value in block.items()
    }
    day, place = found.get("date"), found.get("place")
    return MeetingPlan(
        number, day if isinstance(day, date) else None, place if isinstance(place, str) else None
    )


def _check_harvest(values: Values, meetings: Sequence[MeetingPlan], lines: _Lines) -> None:
    harvest = values.get(("votes", "meeting"))
    if isinstance(harvest, int) and harvest > len(meetings):
        what = N_("{file}, line {line}: meeting {number} does not exist, there are {count}.")
        raise lines.wrong("votes", "meeting", what, number=harvest, count=len(meetings))


def _settings(values: Values, meetings: tuple[MeetingPlan, ...]) -> Settings:
    fields: dict[str, Any] = {
        _FIELD.get(name, name[1]): value for name, value in values.items() if name not in _PLACES
    }
    return Settings(meetings=meetings, **fields)
