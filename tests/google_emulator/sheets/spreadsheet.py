"""A spreadsheet: its properties, its tabs, names of ranges and developer metadata."""

from __future__ import annotations

from copy import deepcopy
from typing import Protocol

from tests.google_emulator.answers import ApiError
from tests.google_emulator.fields import Json
from tests.google_emulator.sheets import a1
from tests.google_emulator.sheets.areas import COLUMNS, ROWS, Area, Shift, deleted, inserted, moved, shifted
from tests.google_emulator.sheets.references import renamed
from tests.google_emulator.sheets.sheet import Sheet

MOST_CELLS = 10_000_000


class Ids(Protocol):
    """Gives numbers that were not given before."""

    def sheet(self) -> int:
        """A positive number of 31 bits."""
        ...


class Spreadsheet:
    """The content of a file.

    `properties` holds what a team can set (title, locale, timeZone …); what every new spreadsheet has beside
    that is told in `documents.py`.
    """

    def __init__(self, file_id: str, properties: Json, ids: Ids) -> None:
        self.id, self.ids = file_id, ids
        self.properties: Json = {"title": "", "locale": "en_US", "timeZone": "Etc/GMT"} | properties
        self.sheets: list[Sheet] = []
        self.named_ranges: list[Json] = []
        self.metadata: list[Json] = []

    @classmethod
    def new(cls, file_id: str, title: str, ids: Ids) -> Spreadsheet:
        """An empty spreadsheet as Drive makes it: one tab, Sheet1, with sheetId 0."""
        spreadsheet = cls(file_id, {"title": title}, ids)
        spreadsheet.sheets.append(Sheet({"sheetId": 0, "title": "Sheet1"}))
        return spreadsheet

    def copy(self, file_id: str, title: str, ids: Ids) -> Spreadsheet:
        """The same content in another file; tabs and things keep their ids."""
        twin = self.draft()
        twin.id, twin.title, twin.ids = file_id, title, ids
        return twin

    def draft(self) -> Spreadsheet:
        """A copy to change and to keep or throw away."""
        twin = Spreadsheet(self.id, deepcopy(self.properties), self.ids)
        twin.sheets = [sheet.copy() for sheet in self.sheets]
        twin.named_ranges, twin.metadata = deepcopy(self.named_ranges), deepcopy(self.metadata)
        return twin

    def become(self, draft: Spreadsheet) -> None:
        """Take over everything of a draft."""
        self.properties, self.sheets = draft.properties, draft.sheets
        self.named_ranges, self.metadata = draft.named_ranges, draft.metadata

    @property
    def title(self) -> str:
        """The title of the file."""
        return str(self.properties["title"])

    @title.setter
    def title(self, title: str) -> None:
        self.properties["title"] = title

    @property
    def locale(self) -> str:
        """The language and country that numbers and dates are written in, such as `nl_NL`."""
        return str(self.properties["locale"])

    # --- tabs

    def sheet(self, sheet_id: int, message: str = "No grid with id: {}") -> Sheet:
        """The tab with an id; refused when there is none."""
        for sheet in self.sheets:
            if sheet.id == int(sheet_id):
                return sheet
        raise ApiError.invalid(message.format(sheet_id))

    def titled(self, title: str) -> Sheet | None:
        """The tab with a title; Google does not tell capitals and small letters apart here."""
        return next((sheet for sheet in self.sheets if sheet.title.lower() == title.lower()), None)

    def area(self, grid_range: Json) -> tuple[Sheet, Area]:
        """A GridRange: the tab, and the rectangle with all its ends."""
        sheet = self.sheet(grid_range.get("sheetId", 0))
        return sheet, sheet.bounded(grid_range)

    def located(self, text: str) -> tuple[Sheet, Area, a1.Corners]:
        """A range in A1 notation, a title or the name of a range; the corners as they were told."""
        reference = a1.parse(text)
        named = self.named(reference.name) if reference.corners is None else None
        if named:
            sheet, area = self.area(named["range"])
            return sheet, area, a1.Corners(area.top, area.bottom, area.left, area.right)
        found = self.first_visible() if reference.title is None else self.titled(reference.title)
        if not found or (reference.corners is None and reference.name not in {None, reference.title}):
            raise ApiError.invalid(f"Unable to parse range: {text}")
        corners = reference.corners or a1.Corners()
        return found, found.within(corners), corners

    def first_visible(self) -> Sheet:
        """The tab that a range without a title means."""
        return next(sheet for sheet in self.sheets if not sheet.properties.get("hidden"))

    def named(self, name: str | None) -> Json | None:
        """The named range of a name."""
        return next((named for named in self.named_ranges if named["name"] == name), None)

    # --- rows and columns

    def insert(self, sheet: Sheet, dimension: str, at: int, count: int) -> None:
        """Make empty rows or columns before one; what points to cells follows them, here and below."""
        sheet.insert(dimension, at, count)
        self._follow(sheet, dimension, inserted(at, count))

    def remove(self, sheet: Sheet, dimension: str, first: int, last: int) -> None:
        """Remove the rows or columns first … last - 1."""
        sheet.remove(dimension, first, last)
        self._follow(sheet, dimension, deleted(first, last))

    def move(self, sheet: Sheet, dimension: str, first: int, last: int, before: int) -> None:
        """Move the rows or columns first … last - 1 to stand before `before`."""
        sheet.move(dimension, first, last, before)
        self._follow(sheet, dimension, moved(first, last, before))

    def rename(self, sheet: Sheet, title: str) -> None:
        """Give a tab another title, in formulas too."""
        old = sheet.title
        for other in self.sheets:
            other.rewrite(lambda formula: renamed(formula, old, title))
        sheet.properties["title"] = title

    def remove_sheet(self, sheet: Sheet) -> None:
        """Remove a tab and everything that points to it."""
        self.sheets.remove(sheet)
        for dimension in (ROWS, COLUMNS):
            self._follow(sheet, dimension, deleted(0, sheet.count(dimension)))
        self.named_ranges = [
            each for each in self.named_ranges if each["range"].get("sheetId", 0) != sheet.id
        ]
        self.metadata = [each for each in self.metadata if each["location"].get("sheetId") != sheet.id]

    def _follow(self, sheet: Sheet, dimension: str, shift: Shift) -> None:
        for other in self.sheets:
            other.follow(sheet, dimension, shift)
        self.named_ranges = shifted(self.named_ranges, sheet.id, dimension, shift)
        self.metadata = shifted(self.metadata, sheet.id, dimension, shift)

    def check_size(self) -> None:
        """Refuse to have more cells than Google allows."""
        if sum(sheet.height * sheet.width for sheet in self.sheets) > MOST_CELLS:
            raise ApiError.invalid(
                "This action would increase the number of cells in the workbook above the limit of "
                f"{MOST_CELLS} cells."
            )
