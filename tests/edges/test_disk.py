"""One file replaced by another, whole or not at all."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from pipeline.edges.disk import Disk, replace_file
from pipeline.edges.workbook.lists import ready, save_list
from pipeline.model.errors import NO_ACCESS, WRONG_USE, UserError
from tests.edges.workbooks import draft, people, tab, target, written


class FailingDisk(Disk):
    """A disk on which one step fails."""

    def __init__(self, step: str, error: BaseException) -> None:
        self._step = step
        self._error = error

    def _try(self, step: str) -> None:
        if step == self._step:
            raise self._error

    def open(self, path: Path, *, private: bool = False) -> BinaryIO:
        self._try("open")
        file = super().open(path, private=private)
        if self._step == "write":
            file.close()
        return file

    def flush(self, file: BinaryIO) -> None:
        self._try("flush")
        super().flush(file)

    def replace(self, draft: Path, path: Path) -> None:
        self._try("replace")
        super().replace(draft, path)


STEPS = ["open", "flush", "replace"]
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("error", [FULL, PermissionError(errno.EACCES, "Permission denied"), OSError()])
def test_a_disk_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, step: str, there: bool, error: OSError
) -> None:
    path = tmp_path / "samenvatting.xlsx"
    before = written(path).read_bytes() if there else None

    with pytest.raises(UserError) as refused:
        target(path, FailingDisk(step, error)).write(draft(tab(people())))

    assert str(refused.value) == "I could not write “samenvatting.xlsx”."
    assert refused.value.details["reason"] == (error.strerror or "OSError")
    assert refused.value.exit_code == NO_ACCESS
    assert (path.read_bytes() if path.exists() else None) == before
    assert list(tmp_path.iterdir()) == ([path] if there else [])


@pytest.mark.parametrize("step", STEPS)
def test_a_stop_from_the_keyboard_leaves_the_old_file_whole(tmp_path: Path, step: str) -> None:
    path = written(tmp_path / "samenvatting.xlsx")
    before = path.read_bytes()

    with pytest.raises(KeyboardInterrupt):
        target(path, FailingDisk(step, KeyboardInterrupt())).write(draft(tab(people())))

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_mistake_halfway_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = written(tmp_path / "samenvatting.xlsx")
    before = path.read_bytes()

    with pytest.raises(ValueError, match="closed"):
        target(path, FailingDisk("write", FULL)).write(draft(tab(people())))

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_new_file_is_open_to_the_same_people(tmp_path: Path) -> None:
    path = written(tmp_path / "samenvatting.xlsx")
    path.chmod(0o640)

    written(path, draft(tab(people())))

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        target(tmp_path / "weg" / "samenvatting.xlsx").ready()
    assert refused.value.why == "There is no folder {folder}."
    assert refused.value.details["folder"] == tmp_path / "weg"
    assert refused.value.exit_code == NO_ACCESS


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        target(tmp_path / ("s" * 241 + ".xlsx")).ready()
    assert refused.value.details["reason"] == "File name too long"


@pytest.mark.parametrize("content", [b"", b"geen werkmap", b"PK\x03\x04 half"])
def test_a_summary_that_is_damaged_is_not_written_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "samenvatting.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        target(path).write(draft(tab(people())))
    assert str(refused.value) == "“samenvatting.xlsx” is damaged, or is no workbook."
    assert path.read_bytes() == content


def test_a_summary_that_may_not_be_read_says_so_itself(tmp_path: Path) -> None:
    (tmp_path / "samenvatting.xlsx").mkdir()
    with pytest.raises(UserError) as refused:
        target(tmp_path / "samenvatting.xlsx").read()
    assert str(refused.value) == "I may not read “samenvatting.xlsx”."


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    file, link, far = tmp_path / "elders" / "doel.xlsx", tmp_path / "link.xlsx", tmp_path / "ver.xlsx"
    link.symlink_to(file)
    far.symlink_to("link.xlsx")

    written(far)
    first = file.read_bytes()
    written(far, draft(tab(people("Ans"))))

    assert link.is_symlink()
    assert far.is_symlink()
    assert file.read_bytes() != first
    assert [one.name for one in file.parent.iterdir()] == ["doel.xlsx"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["elders", "link.xlsx", "ver.xlsx"]


def test_a_link_to_what_is_open_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "doel.csv")
    (tmp_path / ".~lock.doel.csv#").write_text("")
    with pytest.raises(UserError) as refused:
        ready(tmp_path / "link.csv")
    assert refused.value.details == {"file": "link.csv", "lock": ".~lock.doel.csv#"}


def test_a_link_that_leads_to_itself_stays_and_is_an_error(tmp_path: Path) -> None:
    one, other = tmp_path / "een.csv", tmp_path / "ander.csv"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(UserError) as refused:
        replace_file(one, lambda file: None, Disk())
    assert (refused.value.exit_code, refused.value.details) == (WRONG_USE, {"file": "een.csv"})
    assert one.is_symlink()
    assert sorted(tmp_path.iterdir()) == [other, one]


def test_a_draft_that_may_not_take_the_place_of_a_read_only_file_is_gone_as_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, unlink = tmp_path / "lijst.csv", Path.unlink
    path.write_text("oud")
    path.chmod(0o400)

    def unlink_as_windows(draft: Path) -> None:
        if not draft.stat().st_mode & stat.S_IWUSR:
            raise PermissionError
        unlink(draft)

    monkeypatch.setattr(Path, "unlink", unlink_as_windows)
    with pytest.raises(UserError):
        replace_file(path, lambda file: None, FailingDisk("replace", PermissionError()))
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_into_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "weg" / "doel.csv")
    with pytest.raises(UserError) as refused:
        ready(link)
    assert refused.value.details["folder"] == tmp_path / "weg"


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes with a name here")
    os.mkfifo(tmp_path / "pijp.xlsx")
    return tmp_path / "pijp.xlsx"


@pytest.mark.parametrize("name", ["pijp.xlsx", "link.csv"])
def test_a_pipe_is_written_into(pipe: Path, name: str) -> None:
    (pipe.parent / "link.csv").symlink_to(pipe)
    path = pipe.parent / name
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ready(path)
    save_list(path, [["Naam"], ["Jan"]])
    said = os.read(reader, 1 << 16)
    os.close(reader)

    assert said.startswith(b"PK") if name == "pijp.xlsx" else said == b"Naam\nJan\n"
    assert pipe.is_fifo()
    assert sorted(one.name for one in pipe.parent.iterdir()) == ["link.csv", "pijp.xlsx"]


def test_a_pipe_is_no_summary(pipe: Path) -> None:
    for reads in (lambda: target(pipe).read(), lambda: target(pipe).write(draft(tab(people())))):
        with pytest.raises(UserError) as refused:
            reads()
        assert str(refused.value) == "“pijp.xlsx” is no file, but a pipe or a device."
    assert pipe.is_fifo()


def test_what_is_private_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "geheim.json"
    path.write_text("")
    path.chmod(0o644)
    replace_file(path, lambda file: file.write(b"x") and None, Disk(), private=True)
    assert path.stat().st_mode & 0o777 == 0o600
