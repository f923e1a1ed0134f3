"""What a new Atelier is asked about: how an answer is read, and the questions at a terminal."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from pipeline.cli.language import _, speak
from pipeline.model.errors import N_, UserError
from pipeline.model.settings import LANGUAGES, MeetingPlan

GOOGLE: Final = "google"
WORKBOOK: Final = "workbook"
TEXTS: Final = {
    "title": N_("What is the title of the Atelier? Say it in a hopeful way:"),
    "theme": N_("What is it about, in a few words?"),
    "neighbourhood": N_("In which neighbourhood?"),
    "target_group": N_("Whom is it about?"),
    "commissioner": N_("Who asked for it?"),
    "moderator": N_("Who is the moderator?"),
    "contact": N_("Where can people ask questions? (telephone or e-mail)"),
}
"""The questions that are answered in words, by the setting that the answer becomes."""

DOMAINS: Final = {
    "body": N_("body and mind"),
    "social": N_("social relations"),
    "material": N_("material situation"),
    "work": N_("work and achievement"),
    "values": N_("values and inspiration"),
}


class Day(click.ParamType[date]):
    """A date as people write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or click's own error."""
        from pipeline.app.start import read_day

        try:
            return read_day(value)
        except UserError as error:
            self.fail(f"{_(error.what)} {_(error.todo)}", param, ctx)


class Count(click.ParamType[int]):
    """How many meetings there are."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or click's own error."""
        from pipeline.app.known_settings import FEWEST_MEETINGS, MOST_MEETINGS

        if str(value).strip() not in map(str, range(FEWEST_MEETINGS, MOST_MEETINGS + 1)):
            told = _("An Atelier has {least} to {most} meetings. Type a number.")
            self.fail(told.format(least=FEWEST_MEETINGS, most=MOST_MEETINGS), param, ctx)
        return int(value)


class Folder(click.Path):
    """The folder of an Atelier: never a workbook, which somebody meant as the value of `--workbook`."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The folder, or click's own error."""
        from pipeline.app.known_settings import RESPONSES
        from pipeline.edges.workbook.reader import TEXT_TABLES, WORKBOOKS

        if Path(value).suffix.lower() in WORKBOOKS + TEXT_TABLES:
            told = _(
                "{file} is a file, and here stands the folder of the Atelier. With --workbook the answers "
                "come in {responses}; another name you can put in config.toml later."
            )
            self.fail(told.format(file=value, responses=RESPONSES), param, ctx)
        return super().convert(value, param, ctx)


class Address(click.ParamType[str]):
    """The address of a spreadsheet."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it is, or click's own error."""
        from pipeline.app.places import spreadsheet_id

        if spreadsheet_id(value) is None:
            self.fail(_("That is not the address of a spreadsheet, as your browser shows it."), param, ctx)
        return str(value)


def ask_language() -> str:
    """The language, which the program speaks from then on."""
    found: str = click.prompt(
        "Nederlands of Engels? / Dutch or English? (nl, en)",
        default=LANGUAGES[0],
        value_proc=_language,
        prompt_suffix=" ",
    )
    speak(found)
    return found


def ask_text(wording: str) -> str:
    """An answer in words; "" where somebody does not know yet."""
    answer: str = click.prompt(wording, default="", show_default=False, prompt_suffix=" ")
    return answer.strip()


def ask_domains() -> tuple[str, ...]:
    """The life domains of the theme, chosen by their numbers."""
    click.echo(
        _("Which life domains does it touch? Type their numbers, such as 1,3 (Enter = not known yet).")
    )
    for number, words in enumerate(DOMAINS.values(), 1):
        click.echo(f"  {number}  {_(words)}")
    chosen: tuple[str, ...] = click.prompt(
        _("Numbers:"), default="", show_default=False, value_proc=_domains, prompt_suffix=" "
    )
    return chosen


def ask_team() -> tuple[str, ...]:
    """The names of the team, one after the other."""
    names: list[str] = []
    wording = _("Who is in the team besides the moderator? One name at a time (Enter = no more):")
    while name := ask_text(wording):
        names.append(name)
        wording = _("And who else?")
    return tuple(names)


def ask_meetings(count: int | None) -> tuple[MeetingPlan, ...]:
    """When and where each meeting is; what is not known yet stays open."""
    count = count or click.prompt(_("How many meetings?"), default=4, type=Count(), prompt_suffix=" ")
    meetings: list[MeetingPlan] = []
    place = ""
    for number in range(1, count + 1):
        day = _ask_day(number, meetings)
        place = click.prompt(
            _("Where is meeting {number}?").format(number=number),
            default=place,
            show_default=bool(place),
            prompt_suffix=" ",
        ).strip()
        meetings.append(MeetingPlan(number, day, place or None))
    return tuple(meetings)


def ask_place() -> str:
    """Where the answers live."""
    click.echo(_("Where do the answers come?"))
    click.echo("  1  " + _("in Google: people fill in forms on their telephone"))
    click.echo("  2  " + _("in a workbook: you type in what people wrote on paper"))
    chosen: str = click.prompt(
        _("Number:"), default="1", type=click.Choice(["1", "2"]), show_choices=False, prompt_suffix=" "
    )
    return GOOGLE if chosen == "1" else WORKBOOK


def unusual(meetings: Sequence[MeetingPlan]) -> list[str]:
    """A kind word about every two meetings that are not about four weeks apart."""
    from pipeline.stages.programme import intervals

    told = _(
        "Between meetings {before} and {number} there are {days} days. About four weeks works best; "
        "otherwise is fine too."
    )
    return [
        told.format(before=one.before, number=one.number, days=one.days)
        for one in intervals(meetings)
        if not one.usual
    ]


def _ask_day(number: int, before: Sequence[MeetingPlan]) -> date | None:
    """A date after those of the meetings before; what is not, is asked again."""
    earlier = max((meeting.date for meeting in before if meeting.date), default=None)

    def read(text: str) -> date | None:
        day = Day().convert(text, None, None) if text.strip() else None
        if day and earlier and day <= earlier:
            told = _("That is not after {day}, the meeting before it.")
            raise click.BadParameter(told.format(day=f"{earlier.day}-{earlier.month}-{earlier.year}"))
        return day

    wording = _("When is meeting {number}? (day-month-year, Enter = not known yet)")
    asked: date | None = click.prompt(
        wording.format(number=number), default="", show_default=False, value_proc=read, prompt_suffix=" "
    )
    return asked


def _language(text: str) -> str:
    """`nl` or `en`, however somebody says it."""
    said = {"n": "nl", "d": "nl", "e": "en"}.get(text.strip().lower()[:1])
    if said is None:
        raise click.BadParameter("Typ nl of en. / Type nl or en.")
    return said


def _domains(text: str) -> tuple[str, ...]:
    codes = list(DOMAINS)
    numbers = re.findall(r"\d+", text)
    if (text.strip() and not numbers) or any(not 1 <= int(number) <= len(codes) for number in numbers):
        told = _("Type numbers from 1 to {most}, with a comma between them.")
        raise click.BadParameter(told.format(most=len(codes)))
    return tuple(codes[number - 1] for number in sorted(set(map(int, numbers))))
