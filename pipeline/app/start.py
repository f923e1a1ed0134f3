"""A first settings file."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path

from pipeline.app.config import Values
from pipeline.app.known_settings import EXAMPLE_DATES, MEETING_SETTINGS, MEETINGS_EXPLAINED, SETTINGS, Setting
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.settings import MeetingPlan
from pipeline.stages import moments
from pipeline.stages.programme import intervals


def render_config(values: Values, meetings: Sequence[MeetingPlan], translate: Callable[[str], str]) -> str:
    """A settings file explained in the words of `translate`; what `values` lacks stands behind `#`."""
    lines: list[str] = []
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            lines += ["", f"[{section}]"]
        lines += _setting_lines(setting, values.get(setting.name), translate)
    lines += ["", f"# {translate(MEETINGS_EXPLAINED)}"]
    for meeting in meetings:
        lines += _meeting_lines(meeting, translate)
    return "\n".join(lines).rstrip() + "\n"


def example_config(translate: Callable[[str], str]) -> str:
    """The text of `config.example.toml`."""
    values = {setting.name: setting.example for setting in SETTINGS if not setting.seldom}
    places = (str(MEETING_SETTINGS[1].example), None, None, None)
    meetings = [
        MeetingPlan(n, day, place)
        for n, (day, place) in enumerate(zip(EXAMPLE_DATES, places, strict=True), 1)
    ]
    return render_config(values, meetings, translate)


def write_config(path: Path, text: str, *, force: bool = False) -> None:
    """Write a settings file, never over an existing one unless `force`.

    Raises:
        UserError: it exists, or the folder cannot be written to.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        if path.exists() and not force:
            raise UserError(
                N_("{file} is there already."),
                why=N_("Your settings are not overwritten just like that."),
                todo=N_("Change it by hand, or start again with --force."),
                file=path.name,
            ) from error
        raise UserError(
            N_("{file} cannot be written."),
            todo=N_("Choose a folder in which you may make files."),
            file=path.name,
        ) from error


def planned(
    count: int | None, dates: Sequence[date | None], places: Sequence[str | None] = ()
) -> tuple[MeetingPlan, ...]:
    """`count` meetings (four where nobody said), with the dates and places that are known, first to last.

    One place is that of every meeting.

    Raises:
        UserError: there are more dates or places than meetings, or one does not come after another.

    """
    count = count or max(len(dates), len(places), len(EXAMPLE_DATES))
    if max(len(dates), len(places)) > count:
        raise UserError(
            N_("There are more dates or places than meetings: {count}."),
            todo=N_("Give one for each meeting, first to last."),
            exit_code=WRONG_USE,
            count=count,
        )
    places = [*places] * count if len(places) == 1 else places
    filled = zip_longest(range(1, count + 1), dates, places)
    meetings = tuple(MeetingPlan(number, day, place) for number, day, place in filled)
    for interval in intervals(meetings):
        if interval.days <= 0:
            raise UserError(
                N_("Meeting {number} does not come after meeting {before}."),
                todo=N_("Give the dates in order, first to last."),
                exit_code=WRONG_USE,
                number=interval.number,
                before=interval.before,
            )
    return meetings


def read_day(text: str) -> date:
    """A date as people write it: 3-9-2026, 03/09/26, 3 september 2026 or 2026-09-03.

    Raises:
        UserError: it is none of these.

    """
    day = moments.read_day(text)
    first = re.search(r"\d+", text)
    # A day that cannot be one is not read as a month: nobody looks at this date a second time.
    if day and first and int(first[0]) in (day.day, day.year):
        return day
    raise UserError(N_("That is not a date."), todo=N_("Write it as 3-9-2026."), exit_code=WRONG_USE)


def _setting_lines(setting: Setting, value: object, translate: Callable[[str], str]) -> list[str]:
    shown = setting.example if value is None else value
    return [
        f"# {translate(setting.explained)}",
        f"{'# ' if value is None else ''}{setting.key} = {_toml(shown)}",
    ]


def _meeting_lines(meeting: MeetingPlan, translate: Callable[[str], str]) -> list[str]:
    lines = ["[[meetings]]"]
    day, place = MEETING_SETTINGS
    lines += (
        _setting_lines(day, meeting.date, translate) if meeting.number == 1 else _plain(day, meeting.date)
    )
    lines += (
        _setting_lines(place, meeting.place, translate)
        if meeting.number == 1
        else _plain(place, meeting.place)
    )
    return [*lines, ""]


def _plain(setting: Setting, value: object) -> list[str]:
    return [] if value is None else [f"{setting.key} = {_toml(value)}"]


def _toml(value: object) -> str:
    if isinstance(value, str):
        whole = value.encode(errors="replace").decode()
        return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return value.isoformat() if isinstance(value, date) else str(value)
