"""Who is who in any list of people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain, islice, zip_longest
from operator import is_not
from pathlib import Path
from typing import IO, Final

from pipeline.app.listings import COLUMN_MISSING, COLUMNS_FOUND
from pipeline.app.processes import in_processes
from pipeline.app.progress import Progress
from pipeline.edges.workbook.lists import PLAIN, WORKBOOK, LongList, open_lists, ready, save_list
from pipeline.edges.workbook.texttables import Style, write_text_table
from pipeline.model.errors import N_, WRONG_USE, UserError
from pipeline.model.headers import same_header_key
from pipeline.model.responses import RawCell
from pipeline.model.templates import Catalogue, Words
from pipeline.stages.cells import cell_text
from pipeline.stages.column_headers import is_phrase, names_column
from pipeline.stages.columns import Columns, are_headers, has_header, is_sure_header, recognise
from pipeline.stages.listed_people import WhoIsWho, gather, known_text
from pipeline.summaries.people import PAIRS, doubtful
from pipeline.summaries.reasons import because
from pipeline.summaries.written import harmless_row
from pipeline.templates import load_texts, load_words

SILENT: Final = Progress()
SAMPLE: Final = 300
"""So many rows show what the columns hold."""

TERMINAL: Final = Path("-")
PERSON: Final = "person"
BEFORE: Final = "person (input)"
"""What a column `person` of the list itself is called in the outcome."""

NO_HEADERS: Final = N_("In its first row I know no header. It has {columns} columns.")
BY_NUMBER: Final = N_(
    "Name them yourself: by header, or by number where there is none, for example: --name 1 --phone 2"
)

MOST_TITLES: Final = 20
"""So many rows may stand above a header, and it among them."""

Row = tuple[str, ...]
"""The texts of a row's cells."""

Phrases = Mapping[str, Sequence[str]]
"""What headers say, by kind of column."""

Named = Mapping[str, Sequence[str]]
"""Headers that somebody pointed out, by kind of column."""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list in a file: its header as written (numbers where it has none), and where its rows begin.

    `sure` = nobody need be asked whether its first row is a header; `other_tabs` hold rows, too.
    """

    source: LongList
    header: Row
    begins: int
    sample: tuple[Row, ...]
    sure: bool = True
    columns: Columns = field(default_factory=Columns)
    other_tabs: tuple[str, ...] = ()

    @property
    def rows(self) -> Iterator[Sequence[RawCell]]:
        """The rows, read anew from the file; a line without any cell is none."""
        return filter(len, islice(iter(self.source.rows), self.begins, None))

    def place(self, name: str) -> int | None:
        """The column (from 0) with this header, None if there is none."""
        keys = list(map(same_header_key, self.header))
        return keys.index(key) if (key := same_header_key(name)) in keys else None


def who_is_who(
    path: Path,
    named: Named,
    left_out: Sequence[str] = (),
    tab: str | None = None,
    progress: Progress = SILENT,
) -> tuple[PeopleList, WhoIsWho]:
    """Read a list, tell what its columns say, and work out which rows are one person.

    Raises:
        UserError: the file cannot be read, lacks a tab or column, or says nothing about people.

    """
    listed = open_people(path, named, left_out, tab)
    progress.begin("compute")
    who = gather(listed.rows, listed.columns, in_processes)
    progress.end("compute")
    return listed, who


def open_people(path: Path, named: Named, left_out: Sequence[str] = (), tab: str | None = None) -> PeopleList:
    """The first list in a file that has all columns asked for, and tells who people are.

    Raises:
        UserError: as `who_is_who`.

    """
    words = load_words()
    phrases = {kind: words[f"columns.{kind}"] for kind in _kinds(words)}
    asked = [name for names in (*named.values(), left_out) for name in names]
    opened = (_opened(source, phrases, asked) for source in open_lists(path))
    filled = [found for found in opened if found.header]
    titled = [found for found in filled if tab in (None, found.source.title)]
    if not titled:
        raise _nothing(path, tab, filled)
    fitting = [found for found in titled if None not in map(found.place, asked)]
    if not fitting:
        raise _column_missing(path, titled[0], asked)
    understood = [_understood(found, phrases, named, left_out) for found in fitting]
    telling = next((found for found in understood if found.columns.tell_who), None)
    if telling is None:
        raise _nobody(path, fitting[0])
    others = tuple(found.source.title for found in filled if found.source is not telling.source)
    return replace(telling, other_tabs=others if tab is None else ())


def _opened(source: LongList, phrases: Phrases, asked: Sequence[str]) -> PeopleList:
    """The list with its first rows; without a header where it holds nothing.

    Who asks for columns by header says that there is one, and by number that there is none.
    """
    beginning = [tuple(map(cell_text, cells)) for cells in islice(iter(source.rows), SAMPLE)]
    written = [place for place, cells in enumerate(beginning) if any(cells)]
    if not written:
        return PeopleList(source, (), 0, ())
    place, header = _header([beginning[place] for place in written], phrases)
    first = written[place]
    rows = beginning[first:]
    width = max(map(len, (header, *rows)))
    header, *below = (cells + ("",) * (width - len(cells)) for cells in (header, *rows[1:]))
    headed = PeopleList(source, header, first + 1, _sample(below), is_sure_header(header, phrases))
    numbered = PeopleList(source, tuple(map(str, range(1, width + 1))), first, _sample([header, *below]))
    if asked and None not in map(headed.place, asked):
        return replace(headed, sure=True)
    by_number = bool(asked) and not headed.sure and None not in map(numbered.place, asked)
    return headed if not by_number and has_header(header, headed.sample, phrases) else numbered


def _header(rows: Sequence[Row], phrases: Phrases) -> tuple[int, Row]:
    """Which of the first rows is the header, and what it says.

    It stands below titles, which are much shorter and name fewer columns. Of a header of two rows the lower
    one names no less, perhaps in another language; where that is empty, the upper one counts.
    """
    naming = [sum(names_column(text, phrases) for text in cells if text) for cells in rows[:MOST_TITLES]]
    place = next((place for place, named in enumerate(naming) if named > 1), 0)
    header = rows[place]
    if max(map(_told, rows[:place]), default=0) * 2 > sum(map(bool, header)):
        return 0, rows[0]
    for below in rows[place + 1 : place + 2]:
        finer = sum(is_phrase(text, phrases) for text in below if text) >= max(naming[place], 2)
        if finer and are_headers(below, phrases):
            return place + 1, tuple(low or high for low, high in zip_longest(below, header, fillvalue=""))
    return place, header


def _told(cells: Sequence[str]) -> int:
    """How many cells a title has; `Locatie:` and the answer beside it are one."""
    filled = list(filter(None, cells))
    return len(filled) - sum(text.endswith(":") for text in filled[:-1])


def _sample(rows: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    return tuple(tuple(map(known_text, cells)) for cells in rows)


def _understood(listed: PeopleList, phrases: Phrases, named: Named, left_out: Iterable[str]) -> PeopleList:
    """The list with its columns recognised."""
    columns = recognise(
        listed.header,
        listed.sample,
        phrases,
        {kind: _places(listed, names) for kind, names in named.items()},
        frozenset(_places(listed, left_out)),
    )
    return replace(listed, columns=columns)


def _kinds(words: Iterable[str]) -> Iterator[str]:
    return (key.removeprefix("columns.") for key in words if key.startswith("columns."))


def _places(listed: PeopleList, names: Iterable[str]) -> tuple[int, ...]:
    return tuple(place for place in map(listed.place, names) if place is not None)


def with_person(listed: PeopleList, who: WhoIsWho) -> Iterator[Sequence[object]]:
    """Every row of the list as it stands there, header first, with the person at the end."""
    width = max(who.width, len(listed.header))
    header = [BEFORE if same_header_key(name) == PERSON else name for name in listed.header]
    yield [*header, *[""] * (width - len(header)), PERSON]
    for cells, person in zip(listed.rows, who.person_of, strict=True):
        texts = [cell if isinstance(cell, str) else cell_text(cell) for cell in cells]
        yield [*texts, *[""] * (width - len(texts)), person or ""]


def pairs_side_by_side(listed: PeopleList, who: WhoIsWho, words: Words) -> Iterator[Sequence[object]]:
    """The pairs to look at, header first, and beside each what both rows say in every column that counts."""
    pairs = list(doubtful(who))
    places = sorted(place for kind in listed.columns.of.values() for place in kind)
    sought = {row for pair in pairs for row in (pair.one, pair.other)}
    said = {
        row: [cell_text(cells[place]) if place < len(cells) else "" for place in places]
        for row, cells in enumerate(listed.rows, 1)
        if row in sought
    }
    told = cache(partial(because, words))  # hundreds of pairs say the same
    yield [*PAIRS, *(f"{listed.header[place]} ({side})" for place in places for side in "ab")]
    for pair in pairs:
        both = chain.from_iterable(zip(said[pair.one], said[pair.other], strict=True))
        yield [pair.one, pair.other, pair.likeness, told(pair.reasons), *both]


def columns_by_header(listed: PeopleList) -> dict[str, list[str]]:
    """The headers of the columns of every kind."""
    return {kind: [listed.header[place] for place in places] for kind, places in listed.columns.of.items()}


def columns_left(listed: PeopleList, left_out: Sequence[str] = ()) -> list[str]:
    """The headers of the columns that say nothing of who somebody is, but those `left_out` on purpose."""
    counted = {place for places in listed.columns.of.values() for place in places}
    counted.update(_places(listed, left_out))
    return [header for place, header in enumerate(listed.header) if header and place not in counted]


def write_list(
    path: Path, rows: Iterable[Sequence[object]], terminal: IO[bytes], style: Style = PLAIN
) -> int:
    """Write rows to a text table or a workbook, for `-` to the terminal.

    In a workbook a text is a text. In a text table a spreadsheet program would run what looks like a
    formula, and a stranger may have typed it in a form: a `'` comes before it. Returns in how many cells.

    Raises:
        UserError: the file cannot be written.

    """
    if path.suffix.lower() == WORKBOOK:
        save_list(path, rows, style)
        return 0
    guarded = _Guarded(rows)
    if path == TERMINAL:
        write_text_table(terminal, guarded, Style(style.separator))
    else:
        save_list(path, guarded, style)
    return guarded.cells


class _Guarded:
    """Rows in which no text is taken for a formula; counts the cells that would have been."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        self._rows = rows
        self.cells = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self._rows:
            safe = harmless_row(row)
            if safe != row:
                self.cells += sum(map(is_not, safe, row))
            yield safe


def ready_to_write(targets: Iterable[Path]) -> None:
    """Look, before any work, whether the outcomes can be written there.

    Raises:
        UserError: one of them cannot.

    """
    for target in targets:
        if target != TERMINAL:
            ready(target)


def wordings(language: str) -> Words:
    """What the program says about people, in one language."""
    return Words(Catalogue({}, {}, {}, load_texts(), {}), language)


def _nothing(path: Path, tab: str | None, filled: Sequence[PeopleList]) -> UserError:
    if tab is None or not filled:
        return UserError(
            N_("“{file}” is empty."),
            todo=N_("Name the file that holds the list."),
            exit_code=WRONG_USE,
            file=path.name,
        )
    return UserError(
        N_("“{file}” has no tab “{tab}” with rows."),
        why=N_("It has: {tabs}."),
        todo=N_("Give the title of one of these with --tab."),
        exit_code=WRONG_USE,
        file=path.name,
        tab=tab,
        tabs=", ".join(found.source.title for found in filled),
    )


def _column_missing(path: Path, listed: PeopleList, asked: Iterable[str]) -> UserError:
    missing = next(name for name in asked if listed.place(name) is None)
    return UserError(
        COLUMN_MISSING,
        why=_columns_of(listed),
        todo=N_("Name a column as it stands there."),
        exit_code=WRONG_USE,
        file=path.name,
        column=missing,
        columns=_headers(listed),
    )


def _nobody(path: Path, listed: PeopleList) -> UserError:
    todo = N_("Name them yourself, for example: --name COLUMN --email COLUMN --phone COLUMN")
    return UserError(
        N_("I find no columns in “{file}” that say who somebody is."),
        why=_columns_of(listed),
        todo=todo if listed.sure else BY_NUMBER,
        exit_code=WRONG_USE,
        file=path.name,
        columns=_headers(listed),
    )


def _columns_of(listed: PeopleList) -> str:
    """What the columns are called; what may be somebody's row is not told."""
    return COLUMNS_FOUND if listed.sure else NO_HEADERS


def _headers(listed: PeopleList) -> str:
    return ", ".join(filter(None, listed.header)) if listed.sure else str(len(listed.header))
