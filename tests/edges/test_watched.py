"""Whether something changed, seen without reading it."""

from pathlib import Path

from pipeline.edges.interface import Watched
from pipeline.edges.workbook.reader import WorkbookSource
from pipeline.edges.workbook.writer import WorkbookTarget
from pipeline.model.settings import Settings
from pipeline.templates import load_catalogue


def test_a_file_and_a_folder_of_files(tmp_path: Path) -> None:
    file = tmp_path / "idee.csv"
    source, folder = WorkbookSource(file), WorkbookSource(tmp_path)
    assert isinstance(source, Watched)
    assert (source.state(), folder.state()) == ((None,), ())
    file.write_text("Wat is het idee?\n", encoding="utf-8")
    before = source.state()
    assert before == folder.state()
    file.write_text("Wat is het idee?\nSoep\n", encoding="utf-8")
    assert source.state() == folder.state() != before
    (tmp_path / "~$idee.csv").touch()
    assert source.state() == folder.state()


def test_the_summary(tmp_path: Path) -> None:
    file = tmp_path / "samenvatting.xlsx"
    target = WorkbookTarget(file, load_catalogue(), Settings())
    assert isinstance(target, Watched)
    assert target.state() is None
    file.touch()
    assert target.state() is not None
