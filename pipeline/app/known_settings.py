"""Every setting there is: reading, `samenkracht init` and `config.example.toml` follow this one list."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from pipeline.model.errors import N_
from pipeline.model.settings import DOMAINS, LANGUAGES

RESPONSES: Final = "antwoorden.xlsx"
SUMMARY: Final = "samenvatting.xlsx"
FEWEST_MEETINGS: Final = 2
MOST_MEETINGS: Final = 8
MOST_STICKERS: Final = 8

Kind = Literal[
    "text",
    "number",
    "date",
    "zone",
    "path",
    "choice",
    "choices",
    "spreadsheet",
    "forms",
    "endpoint",
    "languages",
    "names",
]

_AT_GOOGLE: Final = "https://docs.google.com"
_EXAMPLE_ID: Final = "1a2B3c4D5e6F7g8H9i0J-kLmNoPqRsTuVwXyZ_aBcDeF"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `section` "" stands above the first `[section]`.

    `explained` is English, marked for translation; a number lies in `least` .. `most`;
    a choice is one of `choices`. `seldom` = shown as an example only, never filled in for anybody.
    """

    section: str
    key: str
    kind: Kind
    example: object
    explained: str
    least: int = 1
    most: int = 100
    choices: tuple[str, ...] = ()
    seldom: bool = False

    @property
    def name(self) -> tuple[str, str]:
        """Section and key: what `values` are kept by."""
        return (self.section, self.key)


SETTINGS: Final = (
    Setting("", "language", "choice", "nl", N_("The language of the summary: nl or en."), choices=LANGUAGES),
    Setting(
        "responses", "workbook", "path", RESPONSES, N_("The workbook, or the folder, with the responses.")
    ),
    Setting(
        "responses",
        "spreadsheet",
        "spreadsheet",
        f"{_AT_GOOGLE}/spreadsheets/d/{_EXAMPLE_ID}/edit",
        N_("Instead of a workbook: the Google spreadsheet with the responses, by its address."),
        seldom=True,
    ),
    Setting(
        "responses",
        "forms",
        "forms",
        (f"{_AT_GOOGLE}/forms/d/{_EXAMPLE_ID}/edit",),
        N_("Or the Google Forms themselves, where no spreadsheet is linked to them."),
        seldom=True,
    ),
    Setting("summary", "workbook", "path", SUMMARY, N_("The workbook that the summary is written to.")),
    Setting(
        "summary",
        "spreadsheet",
        "spreadsheet",
        f"{_AT_GOOGLE}/spreadsheets/d/{_EXAMPLE_ID}/edit",
        N_("Instead of a workbook: the Google spreadsheet for the summary (else that with the responses)."),
        seldom=True,
    ),
    Setting(
        "google",
        "key",
        "path",
        "robot.json",
        N_("The key file of the robot that your spreadsheet is shared with."),
        seldom=True,
    ),
    Setting(
        "google",
        "account",
        "choice",
        "own",
        N_("Without a robot: own, the account with which you did samenkracht login."),
        choices=("own",),
        seldom=True,
    ),
    Setting(
        "google",
        "endpoint",
        "endpoint",
        "https://sheets.example.org",
        N_("What answers in Google's place, to try things out: https, or this computer itself."),
        seldom=True,
    ),
    Setting(
        "atelier", "title", "text", "Rondkomen met weinig", N_("The title: the theme, said in a hopeful way.")
    ),
    Setting("atelier", "neighbourhood", "text", "De Ganzenhoek", N_("The neighbourhood.")),
    Setting("atelier", "theme", "text", "geldzorgen", N_("What it is about, in a few words.")),
    Setting("atelier", "target_group", "text", "gezinnen met weinig geld", N_("Whom the theme is about.")),
    Setting("atelier", "commissioner", "text", "Welzijn Ganzenhoek", N_("Who asked for this Atelier.")),
    Setting("atelier", "moderator", "text", "Marijke Zomer", N_("Who leads the meetings.")),
    Setting(
        "atelier",
        "team",
        "names",
        ("Joost van der Plas", "Hatice Demir"),
        N_("Who is in the team. These names and the moderator's come in the tab Team, once."),
        seldom=True,
    ),
    Setting(
        "atelier", "contact", "text", "atelier@ganzenhoek.example", N_("Where people can ask questions.")
    ),
    Setting(
        "atelier",
        "theme_domains",
        "choices",
        ("material",),
        N_("The life domains of the theme: body, social, material, work, values."),
        choices=DOMAINS,
    ),
    Setting("atelier", "timezone", "zone", "Europe/Amsterdam", N_("The time zone of the forms.")),
    Setting(
        "atelier",
        "seed",
        "text",
        "samenkracht",
        N_("Where codes, tables and lots start from. Do not change it once people have their code."),
        seldom=True,
    ),
    Setting("votes", "stickers", "number", 3, N_("How many stickers everybody gets."), most=MOST_STICKERS),
    Setting("votes", "prizes", "number", 3, N_("How many ideas win a prize.")),
    Setting(
        "votes",
        "meeting",
        "number",
        4,
        N_("The number of the meeting with ideas and stickers, where it is not the last one."),
        most=MOST_MEETINGS,
        seldom=True,
    ),
    Setting(
        "forms",
        "also",
        "languages",
        ("tr", "ar"),
        N_("Other languages on the forms and on paper, beside the first: tr Turkish, ar Arabic."),
        seldom=True,
    ),
    Setting(
        "templates",
        "folder",
        "path",
        "sjablonen",
        N_("A folder with your own wording of forms and tabs, laid over ours."),
        seldom=True,
    ),
)

MEETING_SETTINGS: Final = (
    Setting("meetings", "date", "date", date(2026, 9, 3), N_("The date: year, month, day.")),
    Setting("meetings", "place", "text", "Buurthuis De Wissel", N_("Where it is held.")),
)

MEETINGS_EXPLAINED: Final = N_(
    "The meetings, first to last, a block each: two to eight. Without blocks there are four."
)

EXAMPLE_DATES: Final = (date(2026, 9, 3), date(2026, 10, 1), date(2026, 10, 29), date(2026, 11, 26))
