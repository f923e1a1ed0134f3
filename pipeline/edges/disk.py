"""One file replaced by another, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.model.errors import N_, NO_ACCESS, WRONG_USE, UserError

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Signature = tuple[int, int]
"""When a file was saved (nanoseconds), and its size: what tells one state of it from another."""


class Disk:
    """The few things asked of a disk; a test stands in for it with one that fails."""

    def open(self, path: Path, *, private: bool = False) -> BinaryIO:
        """Open a new file for writing; a `private` one nobody else can read from the first moment on."""
        return os.fdopen(os.open(path, _NEW, 0o600 if private else 0o666), "wb")

    def flush(self, file: BinaryIO) -> None:
        """Wait until everything written has reached the disk."""
        file.flush()
        os.fsync(file.fileno())

    def replace(self, draft: Path, path: Path) -> None:
        """Put the draft in the place of the file, at once."""
        draft.replace(path)


def replace_file(path: Path, write: Callable[[BinaryIO], None], disk: Disk, *, private: bool = False) -> None:
    """Write a draft beside `path`, then move it there; whatever goes wrong, the old file stays whole.

    Where `path` is a link, the file that it leads to is replaced. What is no file but a pipe or a device is
    written into, never replaced. What is `private` only its owner can read; else who could read the old file.

    Raises:
        UserError: the folder or file may not be written, or the disk is full.

    """
    with _draft_of(path) as draft:
        if _is_no_file(path):
            with path.open("wb") as pipe:
                write(pipe)
            return
        with disk.open(draft, private=private) as file:
            write(file)
            disk.flush(file)
        if path.exists() and not private:
            shutil.copymode(path, draft)
        disk.replace(draft, followed(path))


def replace_bytes(path: Path, written: bytes, *, private: bool = False) -> None:
    """Put a small file in its place whole, as `replace_file` does.

    Raises:
        UserError: see there.

    """

    def write(file: BinaryIO) -> None:
        file.write(written)

    replace_file(path, write, Disk(), private=private)


def refuse_when_unwritable(path: Path, disk: Disk) -> None:
    """Say so when no draft can be made beside `path`; leaves nothing behind.

    Raises:
        UserError: the folder may not be written.

    """
    with _draft_of(path) as draft:
        if not _is_no_file(path):
            disk.open(draft).close()


def followed(path: Path) -> Path:
    """The file that a link leads to, by whatever other links; what is no link stays as it is.

    Raises:
        UserError: it leads to itself.

    """
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    if place.is_symlink():
        raise _no_file(path, N_("“{file}” is a link that leads back to itself, not to a file."))
    return place


def _no_file(path: Path, said: str) -> UserError:
    return UserError(said, todo=N_("Choose a file with --out."), exit_code=WRONG_USE, file=path.name)


def _is_no_file(path: Path) -> bool:
    """Whether a pipe or a device stands there."""
    return path.exists() and not (path.is_file() or path.is_dir())


def refuse_when_no_file(path: Path) -> None:
    """Say so when a pipe or a device stands there: it cannot be read and then replaced.

    Raises:
        UserError: it does.

    """
    if _is_no_file(path):
        raise _no_file(path, N_("“{file}” is no file, but a pipe or a device."))


@contextmanager
def _draft_of(path: Path) -> Iterator[Path]:
    """A name for a draft, which is gone afterwards; what the disk refuses, said in words."""
    place = followed(path)
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    try:
        yield draft
    except FileNotFoundError as error:
        raise UserError(
            N_("I could not write “{file}”."),
            why=N_("There is no folder {folder}."),
            todo=N_("Make the folder, or choose another one with --out."),
            exit_code=NO_ACCESS,
            file=path.name,
            folder=place.absolute().parent,
        ) from error
    except OSError as error:
        raise UserError(
            N_("I could not write “{file}”."),
            why=N_("The computer says: {reason}. What stood there is still whole."),
            todo=N_("Close the file in other programs, check that the folder may be written, and try again."),
            exit_code=NO_ACCESS,
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        _clear(draft)


def _clear(draft: Path) -> None:
    """Take the draft away if it is still there; Windows keeps what is read-only, as the old file was."""
    with suppress(OSError):
        draft.chmod(0o600)
    with suppress(OSError):
        draft.unlink()


def signature(path: Path) -> Signature | None:
    """What tells one state of a file from another: when it was saved, and its size; None without it."""
    if not path.exists():
        return None
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def refuse_when_changed(path: Path, read: Signature | None) -> None:
    """Say so when somebody saved the file after it was read: what they typed would be lost.

    Raises:
        UserError: its signature differs from `read`.

    """
    if signature(path) != read:
        raise UserError(
            N_("“{file}” was changed while I was at work."),
            why=N_("Somebody saved it just now. I wrote nothing, so nothing is lost."),
            todo=N_("Close it and run the same command again."),
            file=path.name,
        )


def refuse_when_open(path: Path) -> None:
    """Say so when a spreadsheet program has the file open: it would overwrite what we write.

    Raises:
        UserError: a lock file stands beside it.

    """
    locks = (
        place.with_name(name)
        for place in (path, followed(path))
        for name in (f"~${place.name}", f".~lock.{place.name}#")
    )
    for lock in locks:
        if lock.exists():
            raise UserError(
                N_("“{file}” is open in a spreadsheet program."),
                why=N_("Beside it stands “{lock}”, which says that somebody is working in it."),
                todo=N_("Close it there and try again. If nobody has it open, remove “{lock}”."),
                exit_code=NO_ACCESS,
                file=path.name,
                lock=lock.name,
            )
