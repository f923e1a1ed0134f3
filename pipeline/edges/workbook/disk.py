"""One file replaced by another, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pipeline.model.errors import N_, NO_ACCESS, UserError

Signature = tuple[int, int]
"""When a file was saved (nanoseconds), and its size: what tells one state of it from another."""


class Disk:
    """The few things asked of a disk; a test stands in for it with one that fails."""

    def open(self, path: Path) -> BinaryIO:
        """Open a new file for writing."""
        return path.open("xb")

    def flush(self, file: BinaryIO) -> None:
        """Wait until everything written has reached the disk."""
        file.flush()
        os.fsync(file.fileno())

    def replace(self, draft: Path, path: Path) -> None:
        """Put the draft in the place of the file, at once."""
        draft.replace(path)


def replace_file(path: Path, write: Callable[[BinaryIO], None], disk: Disk) -> None:
    """Write a draft beside `path`, then move it there; whatever goes wrong, the old file stays whole.

    Raises:
        UserError: the folder or file may not be written, or the disk is full.

    """
    with _draft_of(path) as draft:
        with disk.open(draft) as file:
            write(file)
            disk.flush(file)
        if path.exists():
            shutil.copymode(path, draft)
        disk.replace(draft, path)


def refuse_when_unwritable(path: Path, disk: Disk) -> None:
    """Say so when no draft can be made beside `path`; leaves nothing behind.

    Raises:
        UserError: the folder may not be written.

    """
    with _draft_of(path) as draft:
        disk.open(draft).close()


@contextmanager
def _draft_of(path: Path) -> Iterator[Path]:
    """A name for a draft, which is gone afterwards; what the disk refuses, said in words."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        yield draft
    except FileNotFoundError as error:
        raise UserError(
            N_("I could not write “{file}”."),
            why=N_("There is no folder {folder}."),
            todo=N_("Make the folder, or choose another one with --out."),
            exit_code=NO_ACCESS,
            file=path.name,
            folder=path.absolute().parent,
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
    for lock in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if lock.exists():
            raise UserError(
                N_("“{file}” is open in a spreadsheet program."),
                why=N_("Beside it stands “{lock}”, which says that somebody is working in it."),
                todo=N_("Close it there and try again. If nobody has it open, remove “{lock}”."),
                exit_code=NO_ACCESS,
                file=path.name,
                lock=lock.name,
            )
