"""The command itself on the reference workbook: what it writes, and that a second run writes nothing."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pipeline.cli.program import program


def sync(*options: str) -> str:
    done = CliRunner().invoke(program, ["sync", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def bytes_in(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_a_second_sync_changes_no_byte_of_any_file(folder: Path, tmp_path: Path) -> None:
    answers = tmp_path / "antwoorden.xlsx"
    shutil.copy(folder / "antwoorden.xlsx", answers)
    given = bytes_in(tmp_path)
    sync(str(answers))
    first = bytes_in(tmp_path)
    assert first.keys() == {"antwoorden.xlsx", "samenvatting.xlsx"}
    assert first.items() >= given.items()

    assert "Alles was al bij" in sync(str(answers))
    assert bytes_in(tmp_path) == first


def test_the_report_tells_what_was_read(folder: Path, tmp_path: Path, truth: dict[str, Any]) -> None:
    answers = tmp_path / "antwoorden.xlsx"
    shutil.copy(folder / "antwoorden.xlsx", answers)
    told = json.loads(sync(str(answers), "--json"))
    assert {
        form["form"]: {"responses": form["responses"], "blank": form["blank"]} for form in told["read"]
    } == truth["rows"]
    assert told["refused"] == truth["votes"]["reasons"]
