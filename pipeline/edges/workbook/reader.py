"""Responses from files: workbooks (.xlsx .ods .xls), text tables (.csv .tsv), or a folder of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, overload

from pipeline.edges.disk import Signature, signature
from pipeline.edges.workbook.failed_formulas import shown_as_text
from pipeline.edges.workbook.texttables import read_text_table
from pipeline.model.errors import N_, NO_ACCESS, UserError
from pipeline.model.responses import MEMORY_TITLE, RawCell, RawTab

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

WORKBOOKS: Final = (".xlsx", ".xlsm", ".ods", ".xls", ".xlsb")
TEXT_TABLES: Final = (".csv", ".tsv", ".txt")

CHECK_THE_NAME: Final = N_("Check the name, or drag the file into this window to fill it in.")
NOT_MADE_YET: Final = N_("Check the name. Is it not there yet? Make it with: samenkracht forms --workbook")

MOST_KEPT: Final = 5_000
"""So many rows of a tab are kept; those of a longer one take too much memory."""

_OLD_OFFICE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class WorkbookSource:
    """A file or folder of responses; only ever read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def name(self) -> str:
        """The name of the file or folder."""
        return self._path.name

    def read(self) -> tuple[RawTab, ...]:
        """All tabs; of a folder those of its files in order of name, without the program's own summary.

        Raises:
            UserError: it is not there, may not be read, is no table, has a password, or is a
                folder without tables.

        """
        if self._path.is_dir():
            return tuple(self._read_folder())
        return read_file(self._path, NOT_MADE_YET)

    def state(self) -> tuple[Signature | None, ...]:
        """When its file, or each file of its folder, was saved, and how large it is."""
        files = self._files() if self._path.is_dir() else (self._path,)
        return tuple(map(signature, files))

    def _files(self) -> list[Path]:
        """The tables in the folder, in order of name."""
        return [
            file
            for file in sorted(self._path.iterdir())
            if file.is_file()
            and file.suffix.lower() in WORKBOOKS + TEXT_TABLES
            and not file.name.startswith(("~$", "."))
        ]

    def _read_folder(self) -> Iterator[RawTab]:
        files = self._files()
        if not files:
            raise UserError(
                N_("The folder “{folder}” holds no workbooks or tables."),
                why=N_("I read {kinds}."),
                todo=N_("Put the downloaded responses in it, unzipped."),
                folder=self._path.name,
                kinds=" ".join(WORKBOOKS + TEXT_TABLES),
            )
        for file in files:
            tabs = read_file(file)
            if not any(tab.marked and tab.title == MEMORY_TITLE for tab in tabs):
                yield from tabs


def read_file(path: Path, not_there: str = CHECK_THE_NAME) -> tuple[RawTab, ...]:
    """All tabs of one file, hidden ones too; a text table is one tab with the file's name.

    `not_there` = what to do where there is no such file.

    Raises:
        UserError: as `WorkbookSource.read`.

    """
    with explained(path, not_there):
        path.stat()
        if path.suffix.lower() in TEXT_TABLES:
            return (RawTab(path.stem, read_text_table(path.read_bytes()), str(path.absolute())),)
        if path.suffix.lower() in WORKBOOKS:
            return _read_workbook(path)
    raise _no_table(path)


def read_again_and_again(path: Path) -> tuple[RawTab, ...]:
    """The same for the summary, which is gone through more than once, with a rest between.

    The file itself stays in memory; of a long tab that the program wrote, the rows are made anew
    each time somebody goes through them.

    Raises:
        UserError: as `WorkbookSource.read`.

    """
    from python_calamine import CalamineWorkbook

    with explained(path):
        content = shown_as_text(path.read_bytes())
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return tuple(_spared(workbook, tab) for tab in _tabs(workbook, path))


def _spared(workbook: "CalamineWorkbook", tab: RawTab) -> RawTab:
    if len(tab.rows) <= MOST_KEPT or not tab.marked:
        return tab
    return replace(tab, rows=LongSheet(workbook, tab))


class LongSheet(Sequence[Sequence[RawCell]]):
    """The rows of a long sheet: all but the first are read anew each time."""

    def __init__(self, workbook: "CalamineWorkbook", tab: RawTab) -> None:
        self._workbook = workbook
        self._title = tab.title
        self._first = tab.rows[0]
        self._length = len(tab.rows)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Sequence[RawCell]]:
        return iter(self._rows())

    @overload
    def __getitem__(self, place: int) -> Sequence[RawCell]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sequence[RawCell]]: ...
    def __getitem__(self, place: int | slice) -> Sequence[RawCell] | Sequence[Sequence[RawCell]]:
        return self._first if place == 0 else self._rows()[place]

    def _rows(self) -> Sequence[Sequence[RawCell]]:
        return _rows(self._workbook, self._title)


@contextmanager
def explained(path: Path, not_there: str = CHECK_THE_NAME) -> Iterator[None]:
    """What can go wrong with a file, said in words.

    Raises:
        UserError: it is not there, may not be read, is no table, or has a password.

    """
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise _password(path) from error
    except CalamineError as error:
        raise _no_table(path) from error
    except FileNotFoundError as error:
        raise UserError(
            N_("There is no “{file}”."),
            why=N_("I looked in {folder}."),
            todo=not_there,
            file=path.name,
            folder=path.absolute().parent,
        ) from error
    except OSError as error:
        raise UserError(
            N_("I may not read “{file}”."),
            why=N_("The computer says: {reason}."),
            todo=N_("Close it in other programs, check its permissions, and try again."),
            exit_code=NO_ACCESS,
            file=path.name,
            reason=error.strerror,
        ) from error


def _read_workbook(path: Path) -> tuple[RawTab, ...]:
    with _open(path) as workbook:
        return tuple(_tabs(workbook, path))


def _tabs(workbook: "CalamineWorkbook", path: Path) -> Iterator[RawTab]:
    return (RawTab(title, _rows(workbook, title), str(path.absolute())) for title in workbook.sheet_names)


def _rows(workbook: "CalamineWorkbook", title: str) -> Sequence[Sequence[RawCell]]:
    return workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)


def _open(path: Path) -> "CalamineWorkbook":
    """By what is in it, whatever its extension says.

    Raises:
        CalamineError: it is no workbook, or has a password.

    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    content = path.read_bytes()
    if content.startswith(_OLD_OFFICE) and _ENCRYPTED in content:
        raise PasswordError
    try:
        return CalamineWorkbook.from_filelike(BytesIO(shown_as_text(content)))
    except CalamineError:
        return CalamineWorkbook.from_path(path)  # which tells a password from other reasons


def _password(path: Path) -> UserError:
    return UserError(
        N_("“{file}” is locked with a password."),
        todo=N_("Open it, save a copy without a password, and read that copy."),
        exit_code=NO_ACCESS,
        file=path.name,
    )


def _no_table(path: Path) -> UserError:
    return UserError(
        N_("“{file}” is no workbook that I can read."),
        why=N_("I read {kinds}."),
        todo=N_("Open it in a spreadsheet program and save it as .xlsx."),
        file=path.name,
        kinds=" ".join(WORKBOOKS + TEXT_TABLES),
    )
