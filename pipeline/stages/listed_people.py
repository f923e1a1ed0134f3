"""The rows of any list, each as what it says about a person, and who is who among them."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model.responses import RawCell
from pipeline.stages.births import birth_of_parts, read_birth
from pipeline.stages.cells import cell_text
from pipeline.stages.columns import Columns
from pipeline.stages.matching import Matching, match
from pipeline.stages.records import Record

_BETWEEN_ADDRESSES: Final = re.compile(r"[;,\s|]+|/(?=\S+@)")
_BETWEEN_PHONES: Final = re.compile(r"\s*(?:[;,|/]|\bof\b|\ben\b|\bor\b|\band\b)\s*")
_LONGEST_PHONE: Final = 15
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


def gather(rows: Iterable[Sequence[RawCell]], columns: Columns) -> WhoIsWho:
    """Work out which rows are one person; a row that says nothing about anybody is by itself."""
    read, nobody = reader_of(columns), Record()
    records: list[Record] = []
    row_of, person_of = array("q"), array("q")
    width = 0
    for row, cells in enumerate(rows, 1):
        width = max(width, len(cells))
        record = read(cells)
        if record != nobody:
            records.append(record)
            row_of.append(row)
        person_of.append(row if record != nobody or any(map(cell_text, cells)) else 0)
    matching = match(records)
    for members in matching.clusters:
        for member in members:
            person_of[row_of[member] - 1] = row_of[members[0]]
    return WhoIsWho(matching, row_of, person_of, width)


def reader_of(columns: Columns) -> Callable[[Sequence[RawCell]], Record]:
    """The function that takes a row (its cells, perhaps fewer than the list has columns) for a record."""

    def read(cells: Sequence[RawCell]) -> Record:
        width = len(cells)
        said = {
            kind: [text for place in places if place < width and (text := cell_text(cells[place]))]
            for kind, places in columns.of.items()
        }
        return _record(said, month_first=columns.month_first)

    return read


def _record(said: dict[str, list[str]], *, month_first: bool) -> Record:
    given = _one(said, "given") or _one(said, "initials")
    family = _one(said, "family")
    street, number, postcode = _address(said)
    return Record(
        name="" if given or family else _one(said, "name"),
        given=given,
        family=f"{_one(said, 'infix')} {family}".strip(),
        emails=tuple(_split(said.get("email", ()), _BETWEEN_ADDRESSES, _several_addresses)),
        phones=tuple(_split(said.get("phone", ()), _BETWEEN_PHONES, _several_phones)),
        postcode=postcode,
        street=street,
        house_number=number,
        city=_one(said, "city"),
        birth=_birth(said, month_first=month_first),
        organisation=_one(said, "organisation"),
        identifier=_one(said, "identifier"),
    )


def _one(said: dict[str, list[str]], kind: str) -> str:
    return " ".join(said.get(kind, ()))


def _split(texts: Sequence[str], between: re.Pattern[str], several: Callable[[str], bool]) -> Iterator[str]:
    """Every contact, of a cell that holds several each of them."""
    for text in texts:
        yield from filter(None, between.split(text)) if several(text) else (text,)


def _several_addresses(text: str) -> bool:
    return text.count("@") > 1


def _several_phones(text: str) -> bool:
    return sum(map(str.isdigit, text)) > _LONGEST_PHONE


def _address(said: dict[str, list[str]]) -> tuple[str, str, str]:
    """Street, house number and postcode, also where all of it stands in one cell."""
    street, number, postcode = _one(said, "street"), _one(said, "house_number"), _one(said, "postcode")
    if not postcode and (found := _POSTCODE.search(street)):
        postcode = found.group()
        street = street[: found.start()].rstrip(" ,")
    if not number and (parts := _NUMBERED.fullmatch(street)):
        street, number = parts.groups()
    return street, number, postcode


def _birth(said: dict[str, list[str]], *, month_first: bool) -> str:
    if written := _one(said, "birth"):
        return read_birth(written, month_first=month_first)
    return birth_of_parts(*(_one(said, f"birth_{part}") for part in ("year", "month", "day")))
