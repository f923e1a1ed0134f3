"""What the settings know already, for working tabs that are yet to be made."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.model.responses import RawTab
from pipeline.model.settings import Settings
from pipeline.model.tab import Roster
from pipeline.model.templates import Catalogue, Form

Row = Mapping[str, str | date | None]
"""A cell per question key."""


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The rows that a working tab begins with; people go on in them, and nothing is written again.

    `key` is the question that tells the rows apart.
    """

    form: Form
    key: str
    rows: tuple[Row, ...]

    def roster(self) -> Roster:
        """What a target writes when it makes the tab."""
        rows = tuple((str(row[self.key]), tuple(row.items())) for row in self.rows)
        return Roster(self.form.key, self.key, rows, once=True)

    def tab(self, settings: Settings, place: str) -> RawTab:
        """The tab as it will be read once it is made, in the file or spreadsheet `place`."""
        columns, language = self.form.columns(settings), settings.language
        headers = [question.header[language] for question in columns]
        rows = [[row.get(question.key) for question in columns] for row in self.rows]
        return RawTab(self.form.title[language], [headers, *rows], place)


def first_rows(catalogue: Catalogue, settings: Settings, there: Container[str] = ()) -> tuple[FirstRows, ...]:
    """What `Team` and `Programma` begin with, but for those that are `there`."""
    found = (
        FirstRows(catalogue.working["team"], "name", tuple(_team(catalogue, settings))),
        FirstRows(catalogue.working["programme"], "meeting", tuple(_programme(catalogue, settings))),
    )
    return tuple(one for one in found if one.rows and one.form.key not in there)


def _team(catalogue: Catalogue, settings: Settings) -> Iterator[Row]:
    """Nobody but where the team was named: whoever stands here is a participant."""
    task = catalogue.working["team"].question("task")
    tasks = {option.code: option.text[settings.language] for option in task.options}
    moderator = (settings.moderator,) if settings.moderator and settings.team else ()
    for name in dict.fromkeys((*moderator, *settings.team)):
        yield {"name": name, "task": tasks["moderator" if name == settings.moderator else "member"]}


def _programme(catalogue: Catalogue, settings: Settings) -> Iterator[Row]:
    meeting = catalogue.texts["forms"]["meeting"][settings.language]
    for plan in settings.meetings:
        if plan.date or plan.place:
            number = plan.number
            yield {"meeting": meeting.format(number=number), "date": plan.date, "place": plan.place}
