"""The rows of any list, each as what it says about a person, and who is who among them."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.responses import RawCell
from pipeline.stages.births import birth_of_parts, read_birth, year_of_age
from pipeline.stages.cells import MISSING, cell_text
from pipeline.stages.column_looks import gender_told
from pipeline.stages.columns import Columns
from pipeline.stages.dividing import Divide, at_once
from pipeline.stages.matching import Matching, match
from pipeline.stages.records import Record

Said = dict[str, str]
"""What a row says, by kind of column; "" is left out."""

_JOINTS: Final = {"email": ";", "phone": ";", "family": "-"}
"""What comes between different cells of one kind; else a space."""

_BETWEEN_ROLES: Final = re.compile(r"\s*[;,/\n]\s*")
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b")
_NUMBERED: Final = re.compile(r"(.*?\D)[\s,]+(\d+\s?(?:[A-Za-z]{1,3}\b|[-/]\s?\w{1,4}\b)?)(?:\s*,.*)?")


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The people of a list. Rows are counted from 1, the header not counted.

    `matching` speaks of the rows that say something about a person; `row_of` gives the number of each.
    `person_of` has for every row the first row of that person, 0 for a blank row. `width` is how many cells
    the longest row has.
    """

    matching: Matching
    row_of: Sequence[int]
    person_of: Sequence[int]
    width: int

    @property
    def people(self) -> int:
        """How many people there are."""
        return sum(row == person for row, person in enumerate(self.person_of, 1))

    @property
    def likely(self) -> int:
        """How many people there probably are once somebody looked at the possible pairs."""
        return self.people - round(self.matching.doubles)


def gather(rows: Iterable[Sequence[RawCell]], columns: Columns, divide: Divide = at_once) -> WhoIsWho:
    """Work out which rows are one person; a row that says nothing about anybody is by itself."""
    read, nobody = reader_of(columns), Record()
    records: list[Record] = []
    row_of, person_of = array("q"), array("q")
    width = 0
    for row, cells in enumerate(rows, 1):
        width = max(width, len(cells))
        record = read(cells)
        if said := record != nobody:
            records.append(record)
            row_of.append(row)
        person_of.append(row if said or any(map(cell_text, cells)) else 0)
    matching = match(records, divide=divide)
    for members in matching.clusters:
        for member in members:
            person_of[row_of[member] - 1] = row_of[members[0]]
    return WhoIsWho(matching, row_of, person_of, width)


def known_text(cell: RawCell) -> str:
    """What a cell says, "" also for the words with which other programs say that nothing is known."""
    text = cell_text(cell)
    return "" if text in MISSING else text


def reader_of(columns: Columns) -> Callable[[Sequence[RawCell]], Record]:
    """The function that takes a row (its cells, perhaps fewer than the list has columns) for a record."""
    kinds = [(kind, place) for kind, places in columns.of.items() for place in places]

    def read(cells: Sequence[RawCell]) -> Record:
        width = len(cells)
        said: Said = {}
        for kind, place in kinds:
            if place < width and (cell := cells[place]) != "" and (text := known_text(cell)):
                before = said.setdefault(kind, text)
                if before != text:
                    said[kind] = f"{before}{_JOINTS.get(kind, ' ')}{text}"
        return _record(said, month_first=columns.month_first)

    return read


def _record(said: Said, *, month_first: bool) -> Record:
    known = said.get
    given, family = known("given") or known("initials", ""), known("family", "")
    street, number, postcode = _address(said)
    return Record(
        name="" if given or family else known("name", ""),
        given=given,
        family=f"{said['infix']} {family}".rstrip() if "infix" in said else family,
        emails=(said["email"],) if "email" in said else (),
        phones=(said["phone"],) if "phone" in said else (),
        postcode=postcode,
        street=street,
        house_number=number,
        city=known("city", ""),
        birth=_birth(said, month_first=month_first),
        organisation=known("organisation", ""),
        identifier=known("identifier", ""),
        gender=gender_told(said["gender"]) if "gender" in said else "",
        roles=tuple(filter(None, _BETWEEN_ROLES.split(said["role"]))) if "role" in said else (),
        invited_by=known("invited_by", ""),
    )


def _address(said: Said) -> tuple[str, str, str]:
    """Street, house number and postcode, also where all of it stands in one cell."""
    street, number, postcode = said.get("street", ""), said.get("house_number", ""), said.get("postcode", "")
    if not street:
        return street, number, postcode
    if not postcode and (found := _POSTCODE.search(street)):
        postcode = found.group()
        street = street[: found.start()].rstrip(" ,")
    if not number and (parts := _NUMBERED.fullmatch(street)):
        street, number = parts.groups()
    return street, number, postcode


def _birth(said: Said, *, month_first: bool) -> str:
    if "birth" in said:
        return read_birth(said["birth"], month_first=month_first)
    if "birth_year" in said:
        return birth_of_parts(said["birth_year"], said.get("birth_month", ""), said.get("birth_day", ""))
    return year_of_age(said["age"]) if "age" in said else ""
